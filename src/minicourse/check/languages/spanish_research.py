"""How Spanish texts speak of research."""

import re

from minicourse.check.languages.pack import Phrases

_DECIMAL = r"[-−–]?[01]?[.,]\d+"

FIGURE = Phrases(
    re.compile(
        r"(?<![\w.,])(?<!significación del )(?<!significancia del )(?<!confianza del )"
        r"\d[\d.,]*(?:\s?%(?! de (?:confianza|significa\w+))| por ?ciento\b(?! de (?:confianza|significa\w+))"
        r"| puntos porcentuales\b| desviaci(?:ón|ones) (?:estándar|típicas?)\b)"
        r"|\b(?:tamaños? del? efecto|correlaci(?:ón|ones)|coeficientes? de correlación)"
        rf"(?: (?:promedio|medi[oa]))?(?: fue| era| es)?(?: de| entre)?(?: unos| aproximadamente| casi)? {_DECIMAL}"
        rf"|\b[dgr] ?= ?{_DECIMAL}|\bp ?[<=≤] ?0?[.,]\d+",
        re.IGNORECASE,
    ),
    ("%", "por ciento", "porciento", "puntos porc", "desviaci", "efecto", "correlaci", "=", "<", "≤"),
)

_RESEARCH = (
    r"(?:estudios?|metaestudios?|investigaci(?:ón|ones)|investigador(?:es|as|a)?|encuestas?|sondeos?|meta-?an[áa]lisis"
    r"|científic[oa]s|ensayos? clínicos?)"
)

STUDY = re.compile(
    rf"\b{_RESEARCH}\b[^.;]{{0,80}}?\b(?:muestran?|mostr(?:ó|aron)|demuestran?|demostr(?:ó|aron|ado)|encontr(?:ó"
    rf"|aron|ado)"
    r"|encuentran?|hall(?:ó|aron|ado)|revel(?:an?|ó|aron|ado)|indic(?:an?|ó|aron|ado)|estim(?:an?|ó|aron|ado)"
    r"|sugi(?:eren?|rió|rieron)|report(?:an?|ó|aron|ado)|conclu(?:yen?|yó|yeron|ido)|observ(?:an|ó|aron|ado)"
    r"|descubr(?:ió|ieron|en)|descubierto|confirm(?:an?|ó|aron|ado)|prob(?:ó|aron|ado)|prueban?|comprob(?:ó|aron|ado)"
    r"|señal(?:an?|ó|aron|ado)|constat(?:an?|ó|aron|ado)|cifr(?:an?|ó|aron)|afirm(?:an?|ó|aron)|dice|arroj(?:an?|ó"
    r"|aron))\b|\bl[oa]s (?:\w+ )?(?:encuestad|entrevistad)[oa]s\b"
    rf"|\bsegún (?:(?:un|una|el|la|otr[oa]s?|vari[oa]s|algun[oa]s|l[oa]s|est[ae]"
    rf"|dich[oa]) )?(?:\w+ ){{0,3}}?{_RESEARCH}\b",
    re.IGNORECASE,
)

SUPPOSED = re.compile(
    r"[?¿]|\b(?:sup[oó]n(?:er|iendo|ga\w*|gamos)?|supuest\w+|imagin\w+|consider(?:a|e|emos|ar)|si|dado que|se cree"
    r"|podrí\w+|\w+rían|sería[ns]?|habría\w*|hipot[ée]tic\w+|fictici\w+|inventad\w+|(?:por|un) ejemplo|p\. ?ej"
    r"|digamos|deb(?:e|es|en|erí\w+)|quier(?:e|es|en|o)"
    r"|tus?|calcul(?:a|e|ar|en)|hall(?:a|e|ar)|determin(?:a|e|ar)|qué|cómo|cuál(?:es)?|cuánt[oa]s?)\b",
    re.IGNORECASE,
)

_MANY = (
    r"(?:(?:los|las|much[oa]s|vari[oa]s|numeros[oa]s|divers[oa]s|algun[oa]s|diferentes|distint[oa]s|múltiples"
    r"|innumerables|otr[oa]s|recientes|nuev[oa]s|tod[oa]s|la mayoría de|decenas de|cientos de|un gran número de|la) )"
)
_KIND = (
    r"(?: (?:más )?(?:recientes?|científic[oa]s?|empíric[oa]s?|modern[oa]s?|actual(?:es)?|educativ[oa]s?"
    r"|psicológic[oa]s?|disponibles?))"
)
_WHO_SAYS = r"(?:estudios|investigaciones|investigadores|científic[oa]s|expert[oa]s|especialistas)"
_WHAT_SAYS = r"(?:la (?:investigación|ciencia|evidencia))"
_SHOW = (
    r"(?:muestran?|mostraron|demuestran?|demostraron|prueban|indican?|sugieren?|revelan?|revelaron|confirman?|señalan?"
    r"|coinciden|afirman|aseguran|sostienen|recomiendan|establecen|encontraron|descubrieron|concluyen|dicen?"
    r"|han? (?:\w+mente )?(?:demostrado|mostrado|probado|comprobado|encontrado|hallado|descubierto|confirmado|revelado"
    r"|sugerido|señalado|establecido|concluido|indicado))"
)
_WELL = (
    r"(?:bien|ampliamente|científicamente|generalmente|sobradamente|universalmente|más que|de sobra|empíricamente"
    r"|suficientemente|clínicamente)"
)
_WHOSE = r"(?:del?|en|que|quienes?|como|por|con|citad|realizad|publicad|llevad|(?-i:[A-ZÁÉÍÓÚÑ])|\w+(?:ad|id)[oa]s\b)"
"""What says of research whose it is, or of which subject."""

VAGUE_CLAIM = Phrases(
    re.compile(
        rf"\b(?:(?:{_WHO_SAYS}|{_WHAT_SAYS}){_KIND}*(?: ya| también| nos| siempre| claramente)* {_SHOW}"
        r"(?=:?(?: \w+){0,3}? (?:que|cómo)\b|:)"
        rf"|(?:como|tal como|según) (?:lo )?(?:ya )?{_SHOW} (?:{_MANY}*{_WHO_SAYS}|{_WHAT_SAYS})\b(?! {_WHOSE})"
        rf"|(?:está|ha sido|ha quedado)(?: {_WELL})* (?:demostrado|probado|comprobado) que\b"
        rf"|(?:es|está)(?: {_WELL})+ (?:demostrado|probado|comprobado|sabido|conocido|aceptado|reconocido"
        rf"|establecido) que\b|se ha(?: {_WELL})? demostrado que\b|es un hecho (?:probado|comprobado|científico) que\b"
        rf"|(?:según|de acuerdo con|de acuerdo a) {_MANY}*(?:{_WHO_SAYS}|{_WHAT_SAYS}){_KIND}*\b(?! {_WHOSE}))",
        re.IGNORECASE,
    ),
    (
        *("estudios", "investigaci", "investigadores", "científic", "expert", "especialistas", "ciencia", "evidencia"),
        *(
            "demostrado",
            "probado",
            "comprobado",
            "sabido",
            "conocido",
            "aceptado",
            "reconocido",
            "establecido",
            "un hecho",
        ),
    ),
    before=re.compile(
        rf"(?:^|[.!?:;,—–(¿¡] |[¿¡(—]|\b(?:como|pero|porque|pues|ya que|aunque|mientras|puesto que|y|además"
        rf"|que) ){_MANY}*$",
        re.IGNORECASE,
    ),
)
"""A word before it may say whose research it is: “sus estudios muestran”, “el estudio muestra”."""

NAMES_WHO = re.compile(
    r"\b(?i:según|de acuerdo con|de acuerdo a|para) (?:el |la |los |las |un |una )?[A-ZÁÉÍÓÚÑ][^.!?]*$"
)
"""Not “los estudios”, which begin small."""

"""Spanish, of either side of the Atlantic."""

import re

from minicourse.check.languages.pack import Pack
from minicourse.check.languages.spanish_prose import (
    ABBREVIATIONS,
    ACRONYMS,
    BEFORE_NUMBERS,
    COLOUR_ALONE,
    PLACE_ALONE,
    SPELLS_OUT,
)
from minicourse.check.languages.spanish_research import FIGURE, NAMES_WHO, STUDY, SUPPOSED, VAGUE_CLAIM
from minicourse.check.languages.spanish_verbs import UNMEASURABLE, VERBS

_CHOICE = r"(?:opci[oó]n|respuesta|alternativa|afirmaci[oó]n|frase|proposici[oó]n|enunciado|elecci[oó]n)"
_CHOICES = rf"(?:{_CHOICE}(?:es|s))"
_NTH = r"(?:primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|últim[oa])"
_ABOVE = r"(?:anterior(?:es)?|de arriba|mencionad[oa]s|señalad[oa]s|propuest[oa]s)"
_RIGHT = r"(?:es|son) (?:correct|verdader|ciert|válid)[oa]s?"
_THEM = (
    rf"(?:(?:l[oa]s )?(?:{_CHOICES}(?: {_ABOVE})?|{_ABOVE})(?: {_RIGHT})?"
    rf"|ell[oa]s(?: {_RIGHT})?|[eé]st[oa]s(?: {_CHOICES})?(?: {_RIGHT})?|{_RIGHT})"
)
_ASKS = r"(?:(?<!\bpor )(?<!\bpara )\b(?:cuál(?:es)?|qué|quién(?:es)?)\b|^\W*cual(?:es)?\b)"
"""What begins to ask which of the choices fits."""
_ANOTHER_CLAUSE = (
    r"(?:que|quien|quienes|cuy[oa]s?|donde|cuando|si|porque|pues|como|cómo|aunque|mientras|pero|sino|o|y|e|ni|sin"
    r"|por qué"
    r"|razón|razones|motivos?|causas?|motivo|explicación|consecuencias?|signific\w+|implic\w+|ocurr\w+|suced\w+|pasa"
    r"|pasaría|pasará|pasó"
    r"|dice|dijo|afirma|sostiene|porcentaje|proporción|parte|fracción|número|cantidad|refrán|lema)(?!\w)"
)
"""What begins another clause, in which a “no” turns nothing round, or asks how many don't."""
_IN_THE_CLAUSE = rf"(?:(?![:();]|\b{_ANOTHER_CLAUSE}).)*?"
_DENIED = (
    r"(?: (?:se|lo|la|los|las|le|les|nos|te|me) \w+"
    r"| (?:es|son|era|eran|fue|fueron|será|sería|está|están|estaba|ha|han|había|hay|tiene|tienen|tuvo|tenía|puede"
    r"|pueden"
    r"|podría|podrían|debe|deben|debería|deberían|pertenece|pertenecen|forma|forman|corresponde|corresponden|aparece"
    r"|incluye|incluyen|contiene|contienen|cumple|cumplen|influye|afecta|permite|permiten|sirve|sirven|constituye"
    r"|constituyen|representa|representan|figura|figuran|existe|existen|requiere|requieren|produce|producen|presenta"
    r"|presentan|interviene|intervienen|participa|participó|conviene|favorece|favorecen|ayuda|ayudan|describe|cambia"
    r"|coincide|funciona|depende|dependen|necesita|necesitan|ofrece|utiliza|usa|usan|hace|hacen|hizo|va|van|da|dan"
    r"|concuerda|encaja|aplica|tenemos|podemos|debemos|admite|admiten|añade|acepta"
    r"|aceptan|soporta|garantiza|aporta|provoca|causa|protege|mejora|reduce|aumenta|genera|requería|\w+(?:rán?"
    r"|rían?))\b)"
)
"""A verb after a “no”: “energía no renovable” has none."""
_NO = (
    rf"(?<!\bo )(?<!\bsi )no(?! (?:es que|solo|sólo|solamente|únicamente)\b)(?={_DENIED})"
    r"(?! \w+ (?:solo|sólo|solamente|necesariamente)\b)(?!.*\b(?:pero|sino)\b)"
)
"""With a “pero” behind it, it tells what a thing is like."""
_EXCEPT = r"(?:excepto|salvo|menos)(?=(?: un[oa])?[\W_]*$)"
_FALSE = (
    r"(?:(?<=\bes )|(?<=\bson )|(?<=\bsea )|(?<=\bla opción )|(?<=\bla respuesta )|(?<=\bla afirmación )"
    r"|(?<=\bla alternativa )|(?<=\bla frase )|(?<=\bel enunciado )"
    r"|(?<=\bseñale la )|(?<=\bseñala la )|(?<=\bindique la )|(?<=\bindica la ))"
    r"(?:fals[oa]s?|incorrect[oa]s?|erróne[oa]s?)(?=\W*$"
    r"| (?:sobre|acerca|respecto|en relación)\b)"
)

PACK = Pack(
    language="es",
    common=frozenset(
        """
        a al algo algún alguna algunas alguno algunos allí ambas ambos ante anterior anteriores antes aquel aquella
        aquellas aquello aquellos aquí así aun aún aunque bajo bastante bien cada casi caso cierta ciertas cierto
        ciertos como cómo con contra cosa cosas cual cuál cuales cuáles cualquier cualquiera cuando cuándo cuanta
        cuánta cuantas cuántas cuanto cuánto cuantos cuántos cuya cuyas cuyo cuyos da dan dar de debe deben deber
        debería deberían del demás dentro desde después días dice dicen dicha dicho donde dónde dos durante e él el ella
        ellas ello ellos en encima entonces entre era eran es esa esas ese eso esos esta está estaba estaban están estar
        estas este esto estos fin forma forman fue fuera fueron gran grande grandes ha hace hacen hacer hacia haber
        había habían han hasta hay hecho hizo incluso indica indique ir junto la las le les lo los luego lugar manera
        más mayor mayoría me mediante medio mejor menos menor mi mientras misma mismas mismo mismos modo momento mucha
        muchas mucho muchos muy nada nadie necesita necesitan ni ningún ninguna ninguno no nos nosotros nuestra nuestro
        nunca o ocurre otra otras otro otros para parte pasa pero persona personas poca pocas poco pocos podemos poder
        podría podrían por porque primer primera primero principal principales propia propio puede pueden puedo pues qué
        que quien quién quienes quiénes realiza realizan realizar relación respecto se sea sean según segunda segundo
        ser será sería si sí sido siempre siendo siguiente siguientes sin sino sirve sirven sobre sola solamente solo
        sólo son su suele suelen sus suya suyo tal tales también tampoco tan tanta tanto tanto te tendrá tener tenía
        tenían tiene tienen tipo tipos toda todas todavía todo todos tras tres tu tú tuvo un una unas uno unos usa usan
        usar usted ustedes utiliza utilizan utilizar va van varias varios veces ver vez y ya yo
        afirmación afirmaciones alternativa alternativas correcta correctas correcto correctos enunciado falsa falso
        opción opciones pregunta respuesta respuestas señala señale verdadera verdadero
        """.split()
    ),
    all_of_them=re.compile(
        rf"^\W*(?:(?:tod|amb)[oa]s {_THEM}|todo lo anterior|(?:las|los) dos (?:{_CHOICES}|{_ABOVE})(?: {_RIGHT})?"
        rf"|(?:las|los) (?:dos|tres|cuatro) {_RIGHT}|cualquiera de l[oa]s (?:{_CHOICES}|{_ABOVE}))\W*$",
        re.IGNORECASE,
    ),
    none_of_them=re.compile(
        rf"^\W*(?:ningun[oa] (?:de )?{_THEM}|ningun[oa](?: {_CHOICE})?(?: anterior)?(?: {_RIGHT})?(?<!ningun[oa])"
        rf"|ningun[oa] de l[oa]s (?:dos|tres|cuatro|demás|otr[oa]s)|nada de lo anterior|ni un[oa] ni otr[oa])\W*$",
        re.IGNORECASE,
    ),
    some_of_them=re.compile(
        r"^\W*(?:algun[oa]s|la mayoría|la mitad|much[oa]s|poc[oa]s|vari[oa]s|un[oa]s?|dos|tres|cuatro|cinco"
        r"|casi tod[oa]s"
        r"|la mayor parte|no tod[oa]s|solo un[oa]|sólo un[oa])(?: de\b| del\b|\W*$)",
        re.IGNORECASE,
    ),
    letters=re.compile(
        r"^\W*(?:(?:[Tt]anto|[Aa]mbas,?|[Ss][oó]lo|[Ll]as|[Ll]as (?:opciones|respuestas)|[Oo]pciones|[Rr]espuestas) )?"
        r"(?:[A-F](?:, [A-F])*,? (?:y|e|como) [A-F]|[a-f]\) ?y [a-f]\))(?: son \w+)?\W*$"
    ),
    asks_how_much=re.compile(
        r"\bcuánt[oa]s?\b|\bcon (?:qué|cuánta) frecuencia\b|\bcada cuánto\b"
        r"|\bqué (?:porcentaje|proporción|parte|fracción|número|cantidad)\b"
        r"|\bcuál (?:es|era|fue|sería) (?:el|la) (?:porcentaje|proporción|fracción|número|cantidad)\b",
        re.IGNORECASE,
    ),
    turned_round=re.compile(
        rf"(?:{_ASKS}{_IN_THE_CLAUSE}\b(?!{_EXCEPT}|{_FALSE})|^.*\b(?={_EXCEPT}|{_FALSE}))"
        rf"((?:{_NO}|menos probable)\b|{_EXCEPT}|{_FALSE})",
        re.IGNORECASE,
    ),
    denies=re.compile(
        r"^(?:\W*|(?:(?!,|\b(?:que|quien|cuy[oa]s?|porque|si|cuando|donde|mientras|aunque|pero|y|o)\b).)*?"
        rf"\b(?={_NO}))(no)\b(?= \w)(?! \w+(?:bles?|al(?:es)?|iv[oa]s?|ic[oa]s?|[ai]d[oa]s?|ares?)\b)",
        re.IGNORECASE,
    ),
    absolutes=re.compile(
        r"(?<!\bno )(?<!\bcasi )(?<!\bpara )(?<!\bdesde )(?<!\bque )(?<!\bde )\b(?:siempre|nunca|jamás)\b"
        r"(?! (?:que|y cuando|mejor dicho)\b)"
        r"|\ben todos los casos\b|\ben ningún caso\b|\ben cualquier caso\b"
        r"|\bbajo (?:ninguna|cualquier) circunstancia\b|\bsin (?:ninguna )?excepción\b",
        re.IGNORECASE,
    ),
    vague=re.compile(
        r"(?<!\bmás )(?<!\bmenos )(?<!\btan )(?<!\bno )(?<!\bmuy )(?<!\bcon qué )"
        r"\b(?:a menudo|con frecuencia|frecuentemente|generalmente|por lo general|normalmente|habitualmente|usualmente"
        r"|a veces|algunas veces|en ocasiones|ocasionalmente|rara vez|raramente|suelen?|tienden? a|por regla general"
        r"|la mayoría de las veces|en la mayoría de los casos|casi siempre)\b",
        re.IGNORECASE,
    ),
    places=re.compile(
        rf"\b{_NTH} (?:y|o|e) (?:(?:la|el) )?{_NTH} {_CHOICE}(?:es|s)?\b"
        rf"|\b(?:dos|tres) (?:primer|últim)[oa]s {_CHOICES}|\b(?:primer|últim)[oa]s (?:dos|tres) {_CHOICES}"
        r"|\b(?:opci[oó]n(?:es)?|respuestas?|alternativas?) (?-i:[A-F])\b(?!['’])"
        r"|\b(?:opci[oó]n(?:es)?|alternativas?) (?:anterior(?:es)?|de arriba|de abajo|precedentes?)\b"
        r"|\brespuestas? de (?:arriba|abajo)\b",
        re.IGNORECASE,
    ),
    levels=VERBS,
    unmeasurable=re.compile(rf"^(?:{'|'.join(UNMEASURABLE)})\b", re.IGNORECASE),
    able_to=re.compile(
        r"^(?:(?:al (?:final|finalizar|terminar|acabar|concluir|completar)|después|tras|cuando)\b(?:[^,]*,"
        r"|.*?(?=\b(?:podrá|será|sabrá)[sn]?\b))\s*)?"
        r"(?:(?:(?:el|la|los|las|cada)\s+)?"
        r"(?:alumn[oa]s?|alumnado|estudiantes?|participantes?|usted|ustedes|docentes?|aprendices|aprendiz)\s+)?"
        r"(?:(?:podrá[sn]?|puede[sn]?|sabrá[sn]?|deberá[sn]?)\s+(?=\w+[aei]r(?:se)?\b)"
        r"|(?:(?:será[sn]?|es|son|eres|ser)\s+)?capa(?:z|ces) de\s+|saber\s+(?=\w+[aei]r\b))?",
        re.IGNORECASE,
    ),
    and_another=re.compile(
        r"^(?:(?!\b(?:que|qué|cómo|para|si|sin|antes|al|entre)\b).)*?"
        rf"\b(?:y|e|y luego|y después)\s+({'|'.join(sorted(VERBS))})"
        r"\s(?:el|la|los|las|lo|al|un|una|unos|unas|su|sus|cada|cómo|qué|cuál|cuáles|por qué|cuándo)\b",
        re.IGNORECASE,
    ),
    verdicts=frozenset(
        """
        sí si no correcto correcta incorrecto incorrecta exacto exacta exactamente bien mal muy hecho verdadero
        verdadera falso falsa cierto perfecto perfecta excelente genial estupendo fantástico bravo enhorabuena
        felicidades felicitaciones error errónea erróneo equivocado equivocada lástima lo siento casi inténtalo
        inténtelo intenta intente prueba pruebe nuevo otra vez vuelve vuelva a intentarlo de es eso esa ese esto así
        la el respuesta opción has ha acertado acertaste te se buen buena trabajo efectivamente desafortunadamente
        desgraciadamente claro por supuesto en efecto está
        """.split()
    ),
    persons=re.compile(
        r"\b(?:(?:tú )?eres|(?:usted es|es usted)|has sido|ha sido usted|qué)"
        r" (?:muy |tan |realmente |un |una |todo un |toda una |verdaderamente )*"
        r"(?:list[oa]|inteligentes?|brillantes?|genios?|crack|expert[oa]|talentos[oa]|superdotad[oa]|torpe|tont[oa]"
        r"|descuidad[oa]|vag[oa]|perezos[oa]|lent[oa]|despistad[oa]|estúpid[oa]|negligente)\b"
        r"(?! (?:manera|forma|idea|respuesta|modo)\b)",
        re.IGNORECASE,
    ),
    empty_link=re.compile(
        r"^\W*(?:(?:(?:haz|haga|haciendo|hacer|dar|da|dé) cli(?:c|ck|que)|clic|pulsa|pulse|pulsando|pincha|pinche|ver"
        r"|vea"
        r"|entra|entre|presiona|presione|toca|toque)? ?(?:en )?(?:aquí|acá)|(?:ver|leer|saber|mostrar|conocer)? ?más"
        r"|más (?:información|info|detalles)|seguir leyendo|sigue leyendo|continuar(?: leyendo)?"
        r"|(?:(?:el|este) )?(?:siguiente )?enlace|est[ae] (?:página|sitio|sitio web|web|artículo|documento|vídeo|video)"
        r"|detalles|descarga|descargar)\W*$",
        re.IGNORECASE,
    ),
    names_a_picture=re.compile(
        r"^\W*(?:una? |la |el |esta )?"
        r"(?:imagen|foto|fotografía|ilustración|captura de pantalla|pantallazo|icono|ícono)"
        r" (?:de|del|que muestra|que representa|donde se ve|en la que se ve|mostrando)\b",
        re.IGNORECASE,
    ),
    ends_a_sentence=re.compile(
        r"(?<!\.)(?<!\b[^\W\d])(?<!\betc)(?<!\bSr)(?<!\bSra)(?<!\bDr)(?<!\bDra)(?<!\bUd)(?<!\bUds)(?<!\bej)(?<!\bEE)(?<!\bUU)"
        r"(?<!\bpág)(?<!\bnúm)(?<!\baprox)(?<!\bCía)(?<!\bJr)[.!?][\"”’»)]*\s*$",
        re.IGNORECASE,
    ),
    asks_for_meaning=re.compile(
        r"\b(?:es|son|era|eran|significan?|representan?|se llaman?|se denominan?|quieren? decir"
        r"|consisten? en|se definen? como)\s*:?\s*$",
        re.IGNORECASE,
    ),
    asks_why=re.compile(
        r"\b(?:porque|motivos?|raz(?:ón|ones)|causas?|explica\w*|sugiere|implica|conclu\w+|deduc\w+|pred[ei]\w+|ocurre"
        r"|pasa|sucede|si|sup[oó]n\w*|imagina\w*|considera\w*|ejemplos?|propósito|finalidad|diferencia\w*|compar\w+"
        r"|ventajas?|riesgos?|pruebas?|mejor|peor|más|menos|adecuad\w+|apropiad\w+|conviene|encaja|primero|siguiente"
        r"|debe\w*|haría\w*|podría\w*|cómo)\b|\b(?:por|para) qué\b",
        re.IGNORECASE,
    ),
    abbreviations=ABBREVIATIONS,
    before_numbers=BEFORE_NUMBERS,
    acronyms=ACRONYMS,
    spells_out=SPELLS_OUT,
    colour_alone=COLOUR_ALONE,
    place_alone=PLACE_ALONE,
    figure=FIGURE,
    study=STUDY,
    supposed=SUPPOSED,
    vague_claim=VAGUE_CLAIM,
    names_who=NAMES_WHO,
)

"""What Spanish texts are made of: abbreviations, names in capitals, and words for what is seen."""

import re

from minicourse.check.languages.known_names import NAMES
from minicourse.check.languages.pack import Phrases

ABBREVIATIONS = frozenset(
    """
    sr sra sres srta dr dra dres prof profa lic ing arq d dña mons gral ud uds vd vds ee p.ej ej cf cfr vs aprox avda
    admón dpto depto máx mín incl esp gob tel ext al e.g i.e
    """.split()
)

BEFORE_NUMBERS = frozenset(
    """
    núm núms no n nro p pp pág págs art arts cap caps fig figs vol vols ed sec ec ecs inc párr tab lám apdo c ca
    ene feb mar abr may jun jul ago sep sept oct nov dic
    """.split()
)

_NAMES = """
    EEUU ONU OTAN OMS OIT OMC FMI OCDE OEA ONG URSS IVA DNI NIF NIE IRPF BOE RAE PIB PYME TIC ADN ARN SIDA VIH TDAH OVNI
    PSOE INE UNAM RENFE ITV ESO TFG TFM CEE BID CEPAL
"""
_STRESSED = """
    NUNCA SIEMPRE SOLO SÓLO TODO TODOS TODAS NADA MUY IMPORTANTE NOTA OJO AVISO CUIDADO ATENCIÓN PELIGRO DEBE DEBES
    PUEDE VERDADERO FALSO FIN INICIO NUEVO BIEN MAL MEJOR PEOR ANTES LUEGO OTRO OTRA CADA DOS TRES PERO AQUÍ AHORA
    IGUAL MISMO MISMA LEER GRACIAS
"""

ACRONYMS = NAMES | frozenset(f"{_NAMES} {_STRESSED}".split())

SPELLS_OUT = re.compile(
    r"@,? (?:o\b|significa|quiere decir|es decir|corresponde a|(?:es|son) (?:una?|las siglas)\b)|\b(?:o|llamad[oa]s?"
    r"|denominad[oa]s?) @"
    r"|\b(?:puls(?:e|a|ar)|presion(?:e|a|ar)|teclas?|pestaña|menú|botón|columna|flecha hacia) @"
    r"|@.{0,99}\b(?:siglas?|acr[óo]nimo|abreviatura|mnemotecni)|\bpor su nombre en inglés"
    r"|\b(?:siglas?|acr[óo]nimo|abreviatura|mnemotecni).{0,99}@",
    re.IGNORECASE,
)
"""A key or a part of a screen is announced by what stands before it, “pestaña @”."""

# ---- what is seen ----------------------------------------------------------------------------------------------------

_COLOURS = (
    r"roj[oa]s?|verdes?|azul(?:es)?|amarill[oa]s?|naranjas?|anaranjad[oa]s?|morad[oa]s?|violetas?|rosas?|rosad[oa]s?"
    r"|marr(?:ón|ones)|gris(?:es)?|negr[oa]s?|blanc[oa]s?|turquesas?|magenta|cian|celestes?"
)
_SHAPES = r"redond[oa]s?|cuadrad[oa]s?|triangular(?:es)?|rectangular(?:es)?|circular(?:es)?|ovalad[oa]s?"
_BEGINNINGS = (
    "rojo roja verde azul amarill naranja anaranjad morad violeta rosa marrón marrones gris negr blanc turquesa"
    " magenta cian celeste redond cuadrad triangular rectangular circular ovalad"
).split()
_COLOUR = rf"(?:de )?(?:color )?(?:{_COLOURS})(?: (?:clar|oscur)[oa]s?)?"
_LOOK = rf"(?:{_COLOUR}|{_SHAPES})"
_LOOKS = rf"{_LOOK}(?:(?: [yo] |, ?| ){_LOOK})*"
_PRESS = (
    r"(?:(?:doble )?clic(?: (?:derecho|izquierdo))?(?: en| sobre)?|(?:puls|presion|toc|pinch|seleccion|marc|arrastr|us"
    r"|utiliz)(?:ar|a|e|en|as|ando)(?: en| sobre)?|oprim(?:ir|e|a)|elegir|elij[ae]n?|elige|escog(?:er|e)|escoja)"
)
_FIND = (
    r"(?:mir(?:ar|a|e|en)|observ(?:ar|a|e|en)|(?:fíjate|fíjese|fijarse) en|ver|vea|segu?ir|sigue|siga|compar(?:ar|a"
    r"|e|en)|lee|lea|leer|rellen(?:ar|a|e)|complet(?:ar|a|e))"
)
_THE = r"(?:el|la|los|las|un|una|uno de los|una de las|cada|todos los|todas las)"
_PART = (
    r"(?:bot(?:ón|ones)|[ií]conos?|enlaces?|pestañas?|recuadros?|casillas?|flechas?|barras?|áreas?|zonas?|columnas?"
    r"|filas?|celdas?|puntos?|círculos?|curvas?|campos?|etiquetas?|símbolos?|triángulos?|cuadrados?|paneles|panel"
    r"|menús?)"
)
"""What is on a page or in a picture, and seldom in a classroom or a garden."""
_PLURAL = (
    r"(?:palabras?|términos?|elementos?|respuestas?|campos?|líneas?|filas?|celdas?|partes?|frases?|oraciones|preguntas?"
    r"|áreas?|zonas?|regiones|estados|países|valores|puntos|errores|nombres|números|letras|párrafos?|secciones|textos?"
    r"|cambios?|datos)"
)
"""What is marked by a colour."""
_MARKED = (
    r"(?:(?:mostrad|marcad|resaltad|subrayad|escrit|coloread|pintad|destacad|señalad|sombread|indicad|impres)[oa]s?)"
)
_NOTHING_MORE = (
    r"(?=\s*(?:$|[.!?;]|,(?! ?[\"“«'‘\ufffc(])|(?:para|y|o|cuando|hasta|si|otra vez|de nuevo|dos veces|una vez|mientras"
    r"|después|antes|al)\b))"
)
"""A name may follow without a sign, “el botón rojo parar”, or what tells it from others, “que dice”."""
_COLOUR_ONLY = (
    r"(?! ?(?:(?:y|e|o|u|con|por|sobre|en negrita|negrita|cursiva|mayúsculas?|y blanco|lápiz|bolígrafo|tinta)\b|\())"
)
"""Not where the same is told by a second sign."""

COLOUR_ALONE = Phrases(
    re.compile(
        rf"\b(?:{_PRESS}|{_FIND}) {_THE} {_PART} {_LOOKS}{_NOTHING_MORE}"
        rf"|\b{_PLURAL} (?:que (?:están?|aparecen?|se muestran?|se ven?) |están? |aparecen? )?(?:{_MARKED} (?:en|de"
        rf"|con)|en) (?!blanco)(?:el )?{_COLOUR}(?!\w){_COLOUR_ONLY}",
        re.IGNORECASE,
    ),
    tuple(f" {word}" for word in _BEGINNINGS),
)
"""“En blanco” says that nothing is there."""

_SHOWN = (
    r"(?:recuadros?|cajas?|cuadros?|paneles|panel|figuras?|im[aá]gen(?:es)?|diagramas?|tablas?|menús?|columnas?|botones"
    r"|enlaces?|[ií]conos?|gráfic[oa]s?|mapas?|fotos?|fotografías?|dibujos?|ilustraci(?:ón|ones)|capturas?|ventanas?"
    r"|pestañas?|barras?)"
)
_HERE = r"(?:página|pantalla|ventana|imagen|figura)"
_SIDE = r"(?:(?:parte|lado|mano|zona) )?(?:derech|izquierd)[oa]"
_CORNER = r"(?:esquina|parte|zona) (?:superior|inferior),? (?:derech|izquierd)a|esquina (?:derech|izquierd)a"

PLACE_ALONE = Phrases(
    re.compile(
        rf"\b(?:el|la|los|las|este|esta|estos|estas|del|al) {_SHOWN} (?:pequeñ[oa] |grande |{_LOOKS} )?"
        r"(?:que (?:está|hay|aparece|se encuentra|se muestra|se ve|ves|ve)n? |situad[oa]s? |ubicad[oa]s? "
        r"|mostrad[oa]s? )?"
        rf"(?:(?:a|de|en|por) (?:la|el|su|tu) {_SIDE}|(?:a|en|de) (?:la|su|tu) (?:{_CORNER})|al lado (?:derecho"
        rf"|izquierdo)|del lado (?:derecho|izquierdo)|arriba a la {_SIDE}|abajo a la {_SIDE})\b"
        rf"(?! ?(?:[\"“‘«'`\ufffc(]|(?:con|que|donde)\b|(?:de|del) (?!(?:la|el|esta|este|tu|su) {_HERE})))"
        rf"|\b(?:{_PRESS}|{_FIND}|abr[ea]|abrir) (?:el|la|los|las) (?!bot){_SHOWN} (?:derech|izquierd)[oa]s?\b"
        r"(?! ?(?:[\"“‘«'`\ufffc(]|del?\b))",
        re.IGNORECASE,
    ),
    (" derech", " izquierd"),
)
"""The “botón derecho” is a mouse's."""

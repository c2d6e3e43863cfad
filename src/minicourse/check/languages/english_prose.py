"""What English texts are made of: abbreviations, names in capitals, and words for what is seen."""

import re

from minicourse.check.languages.known_names import NAMES
from minicourse.check.languages.pack import Phrases

ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr prof st rev hon gen col capt lt sgt gov sen rep messrs e.g eg i.e ie cf viz vs v al approx ca esp incl
    resp
    """.split()
)

BEFORE_NUMBERS = frozenset(
    """
    no nos p pp ch chap fig figs vol vols sec eq eqs art para ed eds n c jan feb mar apr jun jul aug sep sept oct nov
    dec
    """.split()
)

_NAMES = """
    USSR NGO PBS NFL NBA NHL MLB NHS YMCA NAACP RAND JSTOR HMS USS PLC LLC PHD GCSE ICT WHO JFK FDR WWI WWII BCE
    AIDS MRI BMI GDP VAT ATM IOU ASAP FYI AKA ETC TBA TBD RSVP BBQ UFO EST CET MCQ
"""
_STRESSED = """
    ANY NONE ONLY NEVER ALWAYS MUST SHOULD CAN CANNOT MAY WILL DONT YES TRUE FALSE NOTE STOP START END TIP WARNING
    DANGER DONE NEW OLD ONE TWO THREE FOUR FIVE THE THIS THAT THEN ELSE FIRST LAST BEST WORST RIGHT WRONG LEFT GOOD
    BAD BIG SMALL WANT NEED TAKE READ WRITE SAID ANYONE NOBODY NOTHING BETTER EVEN REALLY STILL ALSO TOO
"""

ACRONYMS = NAMES | frozenset(f"{_NAMES} {_STRESSED}".split())

SPELLS_OUT = re.compile(
    r"@,? (?:or\b|stands for|is short for|short for|means)|\b(?:or|for short|called) @"
    r"|@.{0,99}\b(?:acronym|mnemonic|abbreviat)|\b(?:acronym|mnemonic|abbreviat).{0,99}@",
    re.IGNORECASE,
)

# ---- what is seen ----------------------------------------------------------------------------------------------------

_COLOURS = (
    "red green blue yellow orange purple pink violet brown gray grey black white turquoise magenta cyan"
).split()
_SHAPES = "round square triangular rectangular circular oval".split()
_COLOUR = rf"(?:(?:light|dark|bright|pale)[ -])?(?:{'|'.join(_COLOURS)})"
_LOOK = rf"(?:{_COLOUR}|{'|'.join(_SHAPES)})"
_LOOKS = rf"{_LOOK}(?:(?:,? (?:and|or) |,? ){_LOOK})*"
_PRESS = r"(?:(?:double-|right-)?click|tap|press|select|choose|hit|push|check|tick|drag|hover over)(?: on)?"
_FIND = r"(?:see|look at|find|follow|note|notice|compare|watch|use|fill in|read)"
_PART = (
    r"(?:buttons?|icons?|links?|tabs?|box(?:es)?|arrows?|bars?|areas?|regions?|columns?|rows?|cells?|dots?|circles?"
    r"|curves?|fields?|labels?|symbols?|triangles?|squares?|shapes?|panels?|menus?)"
)
"""What is on a page or in a picture, and seldom in a classroom or a garden."""
_PLURAL = (
    r"(?:words?|terms?|items?|answers?|fields?|lines?|rows?|cells?|parts?|sentences?|questions?|areas?|regions?|states"
    r"|countries|values?|points?|errors?|names?|numbers?|letters|passages?|sections?|text|everything|changes?)"
)
"""What is marked by a colour."""
_MARKED = r"(?:shown|marked|highlighted|printed|written|colou?red|displayed|indicated|underlined|given|set|shaded)"
_NOT_NAMED = (
    r"(?! ?(?:[\"“‘'`\ufffc(]|(?-i:[A-Z])|(?:that |which )?(?:is |are )?(?:labell?ed|marked|called|named|titled"
    r"|saying|says?|reads?|reading|with|containing|contains|in which|where|next to|beside|below|above|under|for)\b))"
)
"""Not where a name follows, or words that tell by something else what is meant."""
_COLOUR_ONLY = (
    r"(?! ?(?:and (?:bold|italics?|underlined)|or|ink|pencil|pen|chalk|with|by|bold|italics?|\(|capitals?|on)\b)"
)
"""Not where the same is told by a second sign, or where somebody wrote with ink."""

COLOUR_ALONE = Phrases(
    re.compile(
        rf"\b(?:{_PRESS}(?: the| a| an| any| one of the| all)? {_LOOKS} (?:{_PART}|one|ones)"
        rf"|{_FIND} the {_LOOKS} {_PART})\b{_NOT_NAMED}"
        rf"|\b{_PLURAL} (?:(?:that|which) (?:is|are) |is |are )?(?:{_MARKED} )?in {_COLOUR}\b{_COLOUR_ONLY}",
        re.IGNORECASE,
    ),
    tuple(f" {word}" for word in (*_COLOURS, *_SHAPES)),
)

_SIDE = r"(?:left|right)(?:[ -]hand)?(?![ -]hand)"
_CORNER = r"(?:top|bottom|upper|lower)[ -](?:left|right)(?:[ -]hand)?(?: (?:corner|side))?"
_SHOWN = (
    r"(?:box|panel|figure|picture|image|diagram|table|menu|column|list|button|link|icon|chart|graph|map|photo"
    r"|photograph"
    r"|drawing|illustration|screenshot|plot|pane|window|tab)"
)
_NO_NAME = rf"(?:{_LOOKS} |small |big |large |little |two |first |second |other )?"
"""What may stand before it and is no name, as “settings” would be in “the settings menu on the right”."""
_HERE = r"(?:page|screen|window|picture|figure|site)"

PLACE_ALONE = Phrases(
    re.compile(
        rf"(?<!\([a-z]\) )\b(?:the|this|that|a) {_NO_NAME}{_SHOWN}s? (?:that is |which is |shown )?"
        rf"(?:(?:on|to|at) (?:the|your) {_SIDE}|(?:in|at|on|near) the {_CORNER})\b"
        rf"(?! ?(?:[\"“‘'`\ufffc(]|navigation\b|(?:side )?of (?!(?:the|this|your) {_HERE})))"
        rf"|\b(?:see|click|tap|press|select|choose|use|look at|open)(?: on)? the {_SIDE} (?:{_SHOWN}|one)s?\b"
        r"(?! ?(?:[\"“‘'`\ufffc(]|of\b))",
        re.IGNORECASE,
    ),
    (" left", " right"),
)

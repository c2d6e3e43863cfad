"""How German texts speak of research."""

import re

from minicourse.check.languages.pack import Phrases

_DECIMAL = r"[-−–]?[01]?[.,]\d+"

FIGURE = Phrases(
    re.compile(
        r"(?<![\w.,])(?<!niveau von )(?<!intervall von )\d[\d.,]*(?:\s?%(?!-?\s?(?:ige|Konfidenz|Signifikanz"
        r"|Niveau))| Prozent(?:punkte)?\b| Standardabweichung(?:en)?\b)"
        r"|\b(?:Effektstärken?|Effektgrößen?|Korrelation(?:en|skoeffizient(?:en)?)?)(?: \w+)?"
        rf"(?: von| zwischen)?(?: etwa| rund| ca\.)? {_DECIMAL}"
        rf"|\b[dgr] ?= ?{_DECIMAL}|\bp ?[<=≤] ?0?[.,]\d+",
        re.IGNORECASE,
    ),
    ("%", "prozent", "standardabw", "effektst", "effektgr", "korrelation", "=", "<", "≤"),
)

_RESEARCH = (
    r"(?:\w*studien?|Untersuchung(?:en)?|Umfragen?|Befragung(?:en)?|Meta-?analysen?|Erhebung(?:en)?"
    r"|Forsche(?:r|rin|rinnen|nde|nden|rn)|Forschungen?|Wissenschaftler(?:in|innen|n)?)"
)
_FOUND = (
    r"(?:zeig(?:en|t|te|ten)|ergab(?:en)?|ergibt|ergeben|f(?:and|anden|inden|indet)|gaben|gab|stellten?|beleg(?:en|t"
    r"|te|ten)|bestätig(?:en|t|te|ten)|gezeigt|nachgewiesen|herausgefunden|ermittel(?:n|t|te|ten)|schätz(?:en|t|te|ten)"
    r"|bericht(?:en|et|ete|eten)|kam(?:en)?|kommt|kommen|festgestellt|gefunden|berechnet|beziffer(?:n|t|te|ten)"
    r"|legen nahe|legt nahe|beobachtet(?:en)?|entdeckt(?:en)?)"
)

STUDY = re.compile(
    rf"\b{_RESEARCH}\b[^.;]{{0,80}}?\b{_FOUND}\b|\b{_FOUND}\b[^.;,]{{0,20}}\b(?:eine|mehrere"
    rf"|die) (?:\w+ )?\w*studien?\b"
    r"|\b(?:der|aller|von den) (?:\w+ )?(?:Befragten|Probanden|Studienteilnehme\w+|befragten \w+)\b"
    rf"|\b(?:laut|nach|gemäß) (?:(?:eine[rs]?|der|dieser|mehreren|einigen) )?(?:\w+ ){{0,3}}?{_RESEARCH}\b"
    r"|\b\w*(?:studien?|Umfragen?|Untersuchung(?:en)?) zufolge\b",
    re.IGNORECASE,
)

SUPPOSED = re.compile(
    r"\?|\b(?:angenommen|nehmen wir an|stell(?:en Sie)? (?:sich|dir)|wenn|falls|ob|würden?|könnten?|hätten?|wären?"
    r"|hypothetisch\w*|fiktiv\w*|erfunden\w*|(?:zum|ein) Beispiel|beispielsweise|z\. ?B|sagen wir|soll(?:en|te|ten)?"
    r"|will|wollen|möcht\w+|berechne\w*|bestimmen Sie|welche[rsnm]?|wie (?:viele?|hoch|groß)|was|du|dein\w*"
    r"|(?-i:Ihre?[nmrs]?)|(?<=[a-z,] )(?-i:Sie))\b",
    re.IGNORECASE,
)

_MANY = (
    r"(?:(?:viele|vielen|mehrere|mehreren|zahlreiche|zahlreichen|einige|einigen|verschiedene|verschiedenen|diverse"
    r"|diversen|unzählige|manche|die meisten|den meisten|neue|neuere|neueren|neuesten|neueste|aktuelle|aktuellen"
    r"|jüngste|jüngere|wissenschaftliche|wissenschaftlichen|empirische|empirischen|moderne|internationale"
    r"|internationalen|alle|andere) )"
)
_THEY = (
    r"(?:(?:\w+-)?\w*(?:studien|untersuchungen|forschungen)|\w*(?:wissenschaftler|forscher)(?:[*:_]?innen)?"
    r"|Metaanalysen|Wissenschaftlerinnen und Wissenschaftler|Forschende|Expert(?:en|innen|[*:_]innen)|Fachleute)"
)
_IT = r"die (?:Forschung|Wissenschaft)"
_HOW = (
    r"(?: (?:auch|immer wieder|schon|bereits|längst|inzwischen|mittlerweile|klar|eindeutig|deutlich|übereinstimmend"
    r"|uns|ja|jedoch|aber|außerdem|oft|häufig))*"
)
_SHOW = (
    r"(?:zeigen|zeigt|zeigten|belegen|belegt|beweisen|beweist|bestätigen|legen nahe|legt nahe|ergaben|deuten darauf hin"
    r"|gehen davon aus|sind sich einig|sagen|sagt|meinen|behaupten|empfehlen|warnen)"
)
_SHOWN = r"(?:gezeigt|herausgefunden|nachgewiesen|bewiesen|festgestellt|belegt|entdeckt|bestätigt|ergeben|erkannt)"
_WELL = (
    r"(?:wissenschaftlich|längst|allgemein|hinlänglich|weithin|klar|eindeutig|inzwischen|mittlerweile|seit langem"
    r"|bereits|schon lange|empirisch|klinisch|vielfach|gut|auch)"
)
_WHOSE = r"(?:de[rs]|von|vom|aus|an|im|in|wie|zu|zum|zur|über|für)\b"
"""What says of research whose it is, or of which subject."""

VAGUE_CLAIM = Phrases(
    re.compile(
        rf"\b(?:(?:{_THEY}|{_IT}) (?:{_SHOW}{_HOW}(?=,? ?:|,? (?:dass|wie)\b)|(?:haben"
        rf"|hat){_HOW}(?: \w+){{0,2}} {_SHOWN}(?=:|, (?:dass|wie|warum)\b))"
        rf"|{_THEY} fanden{_HOW} heraus(?=:|, (?:dass|wie|warum)\b)"
        rf"|wie (?:{_MANY}*{_THEY}|{_IT}){_HOW} {_SHOW}\b|(?:zeigen|belegen|beweisen) {_MANY}*{_THEY}(?=[:,])"
        rf"|in {_MANY}*(?:Studien|Untersuchungen) (?:wurde|konnte)(?: \w+){{0,2}} {_SHOWN}(?: werden)?, dass"
        rf"|(?:es ist|es gilt als|gilt es als|gilt als)(?:(?: {_WELL})* erwiesen|(?: {_WELL})+ (?:bewiesen|nachgewiesen"
        rf"|belegt)), dass"
        rf"|es ist (?!auch\b|gut\b)(?:{_WELL} )+(?:bekannt|anerkannt), dass"
        rf"|laut {_MANY}*(?:{_THEY}|Wissenschaftlern|Forschern|Forschenden|Fachleuten)\b(?! {_WHOSE})"
        rf"|{_THEY} zufolge\b|nach (?:Ansicht|Meinung) (?:von|vieler|der meisten) {_THEY}\b(?! {_WHOSE}))",
        re.IGNORECASE,
    ),
    (
        *("studien", "untersuchungen", "forsch", "metaanalysen", "wissenschaft", "expert", "fachleute"),
        *("erwiesen", "bewiesen", "nachgewiesen", "belegt", "bekannt", "anerkannt"),
    ),
    before=re.compile(
        r"(?:^|[.!?:;,—–(„] |[(„—]|\b(?:und|aber|denn|doch|wie|da|weil|auch) "
        rf"|\b(?:heute|inzwischen|mittlerweile|längst) ){_MANY}*$",
        re.IGNORECASE,
    ),
)
"""A word before it may say whose research it is: “ihre Studien zeigen”, “diese Studien zeigen”."""

NAMES_WHO = re.compile(r"\b(?i:laut|gemäß) (?:de[rmn] |einer? |eines )?[A-ZÄÖÜ][^.!?]*$")

"""How French texts speak of research."""

import re

from minicourse.check.languages.pack import Phrases

_DECIMAL = r"[-−–]?[01]?[.,]\d+"

FIGURE = Phrases(
    re.compile(
        r"(?<![\w.,])(?<!confiance de )(?<!confiance à )(?<!seuil de )(?<!risque de )"
        r"\d[\d.,]*(?:\s?%(?! de (?:confiance|significa\w+))| pour ?cent\b| points de pourcentage\b"
        r"| écarts?[ -]types?\b)|\b(?:tailles? d['’]effet|corrélations?"
        r"|coefficients? de corrélation)(?: moyenne?)?(?: est| était)?"
        rf"(?: de| entre)?(?: environ| près de)? {_DECIMAL}"
        rf"|\b[dgr] ?= ?{_DECIMAL}|\bp ?[<=≤] ?0?[.,]\d+",
        re.IGNORECASE,
    ),
    ("%", "pour cent", "pourcent", "points de pourc", "écart", "effet", "corrélation", "=", "<", "≤"),
)

_RESEARCH = (
    r"(?:études?|recherches?|chercheu(?:r|se)s?|enquêtes?|sondages?|méta-?analyses?|scientifiques|essais? cliniques?)"
)

STUDY = re.compile(
    rf"\b{_RESEARCH}\b[^.;]{{0,80}}?\b(?:montr(?:ent?|é|aient|ait)|démontr(?:ent?|é)|trouv(?:ent?|é)|révèl(?:ent?)"
    rf"|révélé"
    r"|indiqu(?:ent?|é|ait)|estim(?:ent?|é)|suggèr(?:ent?)|suggéré|rapport(?:ent?|é)|conclu(?:t|ent|ait)?"
    r"|observ(?:ent?|é)|découv(?:rent?|ert)|confirm(?:ent?|é)|prouv(?:ent?|é)|constat(?:ent?|é)|chiffr(?:ent?|é)"
    r"|établi(?:t|ssent)?|mesur(?:ent?|é)|affirm(?:ent?|é)|évalu(?:ent?|é))\b"
    r"|\b(?:des|les|parmi les) (?:\w+ )?(?:interrogé|sondé)e?s\b|\bdes répondants\b"
    rf"|\b(?:selon|d['’]après) (?:l['’])?(?:\w+ ){{0,4}}?{_RESEARCH}\b",
    re.IGNORECASE,
)

SUPPOSED = re.compile(
    r"\?|\b(?:suppos(?:ez|ons|er|é|ée)|imagin(?:ez|ons|er|é|ée)|admettons|considér(?:ez|ons)|si|étant donné|on croit"
    r"|s['’]ils?|pourrai\w+|serai\w*|aurai\w*|hypothétique|fictive?s?|fictif|inventée?|(?:par|un) exemple|p\. ?ex"
    r"|disons|devrai\w*|devez|doit|voulez|veut|calcul(?:ez|er|ons)|détermin(?:ez|er)|votre|vos|vous|quel(?:le)?s?"
    r"|comment|combien)\b",
    re.IGNORECASE,
)

_MANY = (
    r"(?:(?:les|des|de|plusieurs|nombreuses|nombreux|certaine?s|diverse?s|différente?s|multiples|quelques|autres|récente?s"
    r"|nouvelles|toutes|tous|beaucoup de|la plupart des|un grand nombre de|une multitude de) |d['’])"
)
_KIND = (
    r"(?: (?:très |plus )?(?:récente?s?|scientifiques?|empiriques?|modernes?|actuel(?:le)?s?|sérieuses|disponibles?"
    r"|existantes))"
)
_WHO_SAYS = r"(?:études|recherches|chercheu(?:r|se)s|scientifiques|expert(?:·e)?s|spécialistes)"
_WHAT_SAYS = r"(?:la (?:recherche|science))"
_SHOW = (
    r"(?:(?:le )?(?:montrent?|démontrent?|prouvent?|indiquent?|suggèrent?|révèlent?|confirment?|affirment|constatent"
    r"|s['’]accordent|estiment|établissent|recommandent|concluent|disent|dit)"
    r"|(?:ont|a|avaient) (?:\w+ment |déjà |souvent |bien |largement |longtemps )*(?:montré|démontré|prouvé|trouvé"
    r"|découvert|confirmé|révélé|suggéré|établi|conclu|indiqué|constaté))"
)
_WELL = (
    r"(?:bien|largement|scientifiquement|généralement|communément|universellement|désormais|depuis longtemps|clairement"
    r"|cliniquement|amplement|maintenant)"
)
_WHOSE = (
    r"(?:d[ue]s?|d['’]\w+|en|qui|que|comme|par|sur|menée?s|publiée?s|citée?s|réalisée?s|conduites"
    r"|(?-i:[A-ZÉÈ])|\w+ée?s\b)"
)
"""What says of research whose it is, or of which subject."""

VAGUE_CLAIM = Phrases(
    re.compile(
        rf"\b(?:(?:{_WHO_SAYS}|{_WHAT_SAYS}){_KIND}*(?: nous| aussi| toutes| tous)* {_SHOW}"
        r"(?=(?: \w+){0,3}? (?:que?\b|qu['’]|comment\b)| ?:)"
        rf"|comme (?:le |l['’])?(?:{_SHOW}) (?:{_MANY}*{_WHO_SAYS}|{_WHAT_SAYS})\b(?! {_WHOSE})"
        rf"|il (?:est|a été)(?: {_WELL})* (?:prouvé|démontré) qu(?:e\b|['’])"
        rf"|il est(?: {_WELL})+ (?:connu|admis|établi|reconnu|accepté|su) qu(?:e\b|['’])"
        rf"|(?:selon|d['’]après) {_MANY}*(?:{_WHO_SAYS}|{_WHAT_SAYS}){_KIND}*\b(?! {_WHOSE}))",
        re.IGNORECASE,
    ),
    (
        *("études", "recherche", "chercheu", "scientifique", "expert", "spécialiste", "science"),
        *("prouvé", "démontré", "connu", "admis", "établi", "reconnu", "accepté"),
    ),
    before=re.compile(
        r"(?:^|[.!?:;,—–(«] |[(«—]\s?|\b(?:comme|mais|car|puisque|alors que|tandis que|or|et|ainsi|parce que) )"
        rf"{_MANY}*$",
        re.IGNORECASE,
    ),
)
"""A word before it may say whose research it is: “ses études montrent”, “l'étude montre”."""

NAMES_WHO = re.compile(r"\b(?i:selon|d['’]après|pour) (?:le |la |les |l['’]|une? )?[A-ZÉÈÀÇ][^.!?]*$")

"""How English texts speak of research."""

import re

from minicourse.check.languages.pack import Phrases

_DECIMAL = r"[-−–]?[01]?\.\d+"

FIGURE = Phrases(
    re.compile(
        r"(?<![\w.])\d[\d.,]*(?: ?%(?! (?:significance|confidence|level))|[ -]per ?cent\b| percentage points?\b"
        r"| standard deviations?\b)"
        r"|\b(?:effect size|correlation)s?(?: coefficients?)? (?:of|was|is|were|are|at|between|from)"
        rf"(?: about| around)? {_DECIMAL}|\b[dgr] ?= ?{_DECIMAL}|\bp ?[<=≤] ?0?\.\d+",
        re.IGNORECASE,
    ),
    ("%", "percent", "per cent", "per-cent", "standard dev", "effect size", "correlation", "=", "<", "≤"),
)

STUDY = re.compile(
    r"\b(?:stud(?:y|ies)|research(?:ers)?|surveys?|meta-analys[ie]s|scientists|pollsters|polls?|trials?)\b"
    r"(?! (?:firm|programs?|programmes?|and development)\b)[^.;]{0,80}?"
    r"\b(?:show(?:s|ed|n)?|finds?|found|reveal(?:s|ed)?|indicate[sd]?|estimate[sd]?|suggest(?:s|ed)?|report(?:s|ed)?"
    r"|conclude[sd]?|put|observed|measured|discovered|confirm(?:s|ed)?|prove[sdn]?|demonstrate[sd]?)\b"
    r"|\b(?:of (?:those|people|\w+|\w+ \w+) surveyed|respondents|of (?:the |study )?participants)\b"
    r"|\baccording to (?:an?|one|another|several|some|many|recent|the)? ?(?:\w+ ){0,3}?"
    r"(?:stud(?:y|ies)|surveys?|polls?|research|meta-analys[ie]s)\b",
    re.IGNORECASE,
)

SUPPOSED = re.compile(
    r"\?|\b(?:suppose[sd]?|imagined?|assume[sd]?|assuming|consider|if|whether|would|could|might|let|hypothetical"
    r"|fictional|invented|e\.g|for example|for instance|say|should|will|want|wants|your|you|calculate|compute|find the"
    r"|what|how|which)\b",
    re.IGNORECASE,
)

_SHOW = (
    r"(?:show(?:s|ed|n)?|suggest(?:s|ed)?|prove[sdn]?|indicate[sd]?|demonstrate[sd]?|finds?|found|confirm(?:s|ed)?"
    r"|reveal(?:s|ed)?|establish(?:es|ed)?|tells? us|teach(?:es)? us|supports? th(?:e|is|at)|agree[sd]?)"
)
_HAVE = r"(?:(?:has|have|had|does|do|also|now|clearly|consistently|repeatedly|long|always|often|generally) )*"
_MANY = (
    r"(?:many|several|numerous|some|most|recent|countless|various|multiple|scientific|empirical|other|new|modern|current"
    r"|much|extensive|(?:a number|dozens|hundreds|a lot|lots|decades|years|plenty|a wealth) of)"
)
_WIDELY = r"(?:well|widely|generally|commonly|universally|scientifically)"
_KNOWN = r"(?:known|accepted|established|proven|agreed|recogni[sz]ed|acknowledged|documented)"
_WHO = r"(?:by|from|at|of|for|in|who|that|conducted|done|published|carried|like|such|\w+ed)"
"""What says of a piece of research whose it is."""

VAGUE_CLAIM = Phrases(
    re.compile(
        rf"\b(?:(?:research|studies|scientists|researchers|experts|evidence|science|literature) {_HAVE}{_SHOW}\b"
        r"(?! (?:in|at|by|on|here|to be|themselves|it|out)\b)"
        rf"|it (?:is|has been|was|has long been) (?:{_WIDELY} )+{_KNOWN} that\b"
        r"|it has (?:long )?been (?:shown|proven|proved|demonstrated|established) that\b"
        rf"|according to (?:{_MANY} )*(?:research|studies|experts|science|scientists|researchers)\b(?! {_WHO}\b))",
        re.IGNORECASE,
    ),
    (
        *("research", "studies", "scientist", "experts", "evidence", "science", "literature"),
        *("widely", "well ", "commonly", "generally", "universally", " been "),
    ),
    before=re.compile(
        r"(?:^|[.!?:;,—–(] |\b(?:as|but|yet|that|so|because|since|while|although|though) |, and |(?-i:\bAnd ))"
        rf"(?:{_MANY} )*$",
        re.IGNORECASE,
    ),
)
"""A word before it may say whose research it is: “her studies show”, “the study shows”."""

NAMES_WHO = re.compile(r"\b(?i:according to) (?:the |an? )?[A-Z][^.!?]*$")

"""English."""

import re

from minicourse.check.languages.english_prose import (
    ABBREVIATIONS,
    ACRONYMS,
    BEFORE_NUMBERS,
    COLOUR_ALONE,
    PLACE_ALONE,
    SPELLS_OUT,
)
from minicourse.check.languages.english_research import FIGURE, NAMES_WHO, STUDY, SUPPOSED, VAGUE_CLAIM
from minicourse.check.languages.english_verbs import STATES, UNMEASURABLE, VERBS
from minicourse.check.languages.pack import Pack

_CHOICES = r"(?:choices|options|answers|alternatives)"
_NTH = r"(?:first|second|third|fourth|fifth|last)"
_THEM = rf"(?:(?:of )?(?:the )?above(?: {_CHOICES})?|of (?:these|them|those)(?: {_CHOICES})?)"
_STATED = rf"(?:(?: of)?(?: the| these)?(?: other)? {_CHOICES})? (?:is|are) (?:true|right|correct)"
_ASKS = (
    r"(?:^\W*(?:(?:in|on|at|to|of|for|from|with|by|about|under|during) )?(?:which|what|who)\b"
    r"|\bwhich (?:one )?of (?:the|these|those)\b|\bwhich one\b)"
)
"""What begins to ask which of the choices fits."""
_ANOTHER_CLAUSE = (
    r"(?:why|how|because|reasons?|causes?|since|that|if|unless|when|where|whether|while|although|though|but|and|or|than"
    r"|who|whom|whose|which|what|describe[sd]?|explain(?:s|ed)?|means?|meant|call(?:s|ed)?|refers?|happen(?:s|ed)?|says?"
    r"|sure|ensur(?:es?|ing)|claims?|holds?|argues?|suggests?|shows?|predicts?|assumes?|believes?|thinks?|finds?|found"
    r"|percentage|proportion|share|fraction|number|part|(?:sentence|proverb|saying|motto|phrase),)(?!\w)"
)
"""What begins another clause, in which a “not” turns nothing round, or asks how many don't."""
_IN_THE_CLAUSE = rf"(?:(?![:()]|(?-i:, [A-Z])|\b{_ANOTHER_CLAUSE}).)*?"
_AUXILIARY = r"(?:is|are|was|were|does|do|did|can|could|should|would|will|must|(?:has|have|had)(?= not))"
_NOT = (
    r"(?<!\bfor )(?<!\bof )(?<!\bby )(?<!\bto )(?<!\bmay )(?<!\bmight )"
    r"not(?!-)(?! (?:only|just|merely|simply|necessarily)\b)(?!.* but (?:instead|rather)\b)|cannot|\w+n['’]t"
)
_EXCEPT = r"except(?=(?: for)?(?: which(?: one)?| what)?[\W_]*$)"
_FALSE = r"(?:(?<=\bis )|(?<=\bare ))(?:false|incorrect|untrue)(?=\W*$| (?:about|of|for|regarding|concerning)\b)"
_GAP = r"\s*(?:_+|…)?[\s:.]*$"
_VOWEL = (
    r"\W*(?!uni(?!m|n|de)|use|usu|ut[eio]|ur(?:an|in|ea|et|ic)|eu|ew|one\b|once\b|ubi)"
    r"(?:[aeiou]|ho(?:ur|nest|no)|heir)"
)
"""What begins with a vowel to the ear."""

PACK = Pack(
    language="en",
    common=frozenset(
        """
        a about above after again against all also although am an and another any are as at be because been before
        being below best between both but by can could did do does doing down during each either else ever every few
        following for from further get gets give gives had has have having he her here hers him his how however i if
        in into is it its itself just least less let like likely made make makes many may me might more most much must
        my neither never no none nor not nothing now of off often on once one only onto or other others our out over
        own part per perhaps rather same says see set several shall she should since so some still such take takes
        than that the their them then there these they thing things this those through thus to too two under until up
        upon us use used uses using very was way we well were what when where whether which while who whom whose why
        will with within without would yes yet you your
        choice choices correct question answer answers statement statements true false
        """.split()
    ),
    all_of_them=re.compile(
        rf"^\W*(?:(?:all|both|any|each) {_THEM}(?: (?:is|are) \w+)?|(?:all|both){_STATED})\W*$", re.IGNORECASE
    ),
    none_of_them=re.compile(
        rf"^\W*(?:(?:none|neither) {_THEM}(?: (?:is|are) \w+)?|(?:none|neither|no){_STATED})\W*$"
        r"|^\W*none of the above[;:,]",
        re.IGNORECASE,
    ),
    some_of_them=re.compile(
        r"^\W*(?:some|most|half|few|a few|many|several|one|two|three|four|five|not all|about \w+) of\b", re.IGNORECASE
    ),
    letters=re.compile(r"^\W*(?:[Bb]oth )?[A-F](?:, [A-F])*(?:,? (?:and|&) |, )[A-F](?: only)?\W*$"),
    asks_how_much=re.compile(
        r"\bhow (?:many|much|often|frequently|likely|large|big|far|long)\b"
        r"|\b(?:what|which) (?:share|proportion|percentage|fraction|part|number)\b",
        re.IGNORECASE,
    ),
    turned_round=re.compile(
        rf"(?:{_ASKS}{_IN_THE_CLAUSE}(?:\b{_AUXILIARY}\b{_IN_THE_CLAUSE}\b(?=not\b)|\b(?!not\b|except\b))"
        rf"|^.*\b(?={_EXCEPT}))((?:{_NOT}|least likely)\b|{_EXCEPT}|{_FALSE})",
        re.IGNORECASE,
    ),
    denies=re.compile(
        rf"^(?:(?!,|\b(?:that|which|who|whose|because|if|when|where|whether|while|although|but|and|than|so)\b).)*?"
        rf"\b({_NOT})\b",
        re.IGNORECASE,
    ),
    absolutes=re.compile(
        r"(?<!\bnot )(?<!\balmost )(?<!\bnearly )\b(?:always|never)\b"
        r"|\bin (?:every|any) case\b|\bin all cases\b|\bunder (?:all|no) circumstances\b"
        r"|\bwithout (?:any )?exception\b",
        re.IGNORECASE,
    ),
    vague=re.compile(
        r"(?<!\bmost )(?<!\bmore )(?<!\bless )(?<!\bnot )(?<!\bhow )(?<!\bas )"
        r"\b(?:usually|often|sometimes|frequently|generally|typically"
        r"|mostly|rarely|seldom|occasionally|tends? to|in most cases|as a rule)\b",
        re.IGNORECASE,
    ),
    places=re.compile(
        rf"\b{_NTH},? (?:and|or) (?:the )?{_NTH} (?:choice|option|answer|alternative)s?\b"
        r"|\b(?:choice|option|answer|alternative)s? (?-i:[A-F])\b(?!['’])"
        r"|\b(?:choice|option|answer)s? (?:above|below)\b"
        r"|\b(?:above|previous|preceding) (?:choice|option|alternative)s?\b",
        re.IGNORECASE,
    ),
    levels=VERBS,
    unmeasurable=re.compile(rf"^(?:{'|'.join((*sorted(UNMEASURABLE), *STATES))})\b", re.IGNORECASE),
    able_to=re.compile(
        r"^(?:(?:after this lesson,? )?(?:you|learners?|students?|participants?) (?:will|can|should)"
        r"(?: be able to)?|(?:be )?able to|to)\s+",
        re.IGNORECASE,
    ),
    and_another=re.compile(
        rf"(?<!\bcompare )\b(?:and|then|and then) ({'|'.join(sorted(VERBS))})"
        r" (?:an?|the|each|it|its|them|their|your|how|what|why|which|whether)\b",
        re.IGNORECASE,
    ),
    verdicts=frozenset(
        """
        yes no not correct incorrect right wrong true false exactly sorry well done good great perfect nice excellent
        oops quite try again unfortunately indeed absolutely that this it is that's it's answer choice the job you are
        you're your work very so
        """.split()
    ),
    persons=re.compile(
        r"\byou(?:['’]re| are| were) (?:a |an |so |very |really |such a |too |just )*"
        r"(?:smart|clever|brilliant|gifted|talented|bright|genius|natural|expert|star|lazy|careless|stupid|dumb|silly|slow"
        r"|hopeless|sloppy)\b|\b(?:clever|smart|good) (?:girl|boy)\b",
        re.IGNORECASE,
    ),
    empty_link=re.compile(
        r"^\W*(?:(?:click|see|read|look|press|go|tap)? ?(?:here|this)|(?:read|see|learn|find out)? ?more"
        r"|(?:this |the )?link|this (?:page|site|website|article|document|one)|continue|details|download)\W*$",
        re.IGNORECASE,
    ),
    names_a_picture=re.compile(
        r"^\W*(?:an? |the |this )?(?:image|picture|photo|photograph|graphic|screenshot|illustration|icon)"
        r" (?:of|showing|shows|that shows)\b",
        re.IGNORECASE,
    ),
    fitting_ends=(
        (re.compile(rf"(?<!/)\b(an){_GAP}"), re.compile(rf"^{_VOWEL}", re.IGNORECASE)),
        (re.compile(rf"(?<!/)\b(a){_GAP}"), re.compile(rf"^(?!{_VOWEL})", re.IGNORECASE)),
    ),
    asks_for_meaning=re.compile(r"\b(?:is|are|was|were|means?|stands? for|(?:is|are) called)\s*:?\s*$", re.IGNORECASE),
    ends_a_sentence=re.compile(
        r"(?<!\b[^\W\d])(?<!\betc)(?<!\binc)(?<!\bltd)(?<!\bjr)(?<!\bsr)(?<!\bco)[.!?][\"”’)]*\s*$", re.IGNORECASE
    ),
    asks_why=re.compile(
        r"\b(?:why|because|reasons?|causes?|caused|explains?|explanation|suggests?|impl(?:y|ies)|conclu\w+|infer\w*"
        r"|predicts?|happens|follows?|if|suppose|imagine|consider|example|illustrates?|purpose|difference|differs?"
        r"|compar\w+|advantages?|risks?|evidence|claim|best|better|most|least|worst|likely|appropriate|fits?|first|next"
        r"|should|would|could)\b"
        r"|\bhow (?:do|does|did|can|is|are|might|will)\b|\bwhat makes\b|\bin order to\b",
        re.IGNORECASE,
    ),
    flesch_kincaid=True,
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

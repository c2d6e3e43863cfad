"""What English verbs of objectives ask of a learner, by the levels of Bloom's revised taxonomy.

The levels are those of Anderson & Krathwohl (2001). Which verb stands where is our choice among the many published
lists, which differ; a verb with two readings has the higher one, since a rule that looks for low objectives must not
find one too many.
"""

_LEVELS = {
    "remember": """
        cite define identify label list locate match memorise memorize name quote recall recite recognise
        recognize repeat reproduce state
    """,
    "understand": """
        classify clarify compare contrast describe discuss exemplify explain give illustrate infer interpret
        outline paraphrase report rephrase restate summarise summarize translate
    """,
    "apply": """
        administer apply calculate carry choose complete compute conduct convert demonstrate execute implement
        lead manage measure operate perform practise practice run schedule select show solve use write
    """,
    "analyse": """
        analyse analyze attribute break categorise categorize deconstruct diagnose differentiate discriminate
        dissect distinguish examine inspect investigate order organise organize relate separate sequence sort
        structure trace
    """,
    "evaluate": """
        appraise argue assess check choose conclude critique criticise criticize debate decide defend estimate
        evaluate grade judge justify monitor predict prioritise prioritize rank rate recommend reflect review
        support test weigh
    """,
    "create": """
        adapt arrange assemble build combine compose construct create design develop devise draft formulate
        generate hypothesise hypothesize improve integrate invent modify plan prepare produce propose rewrite
        set
    """,
}

VERBS = {verb: level for level, verbs in _LEVELS.items() for verb in verbs.split()}
"""The level that a verb belongs to; the higher where it is listed twice."""

UNMEASURABLE = frozenset(
    """
    understand know learn appreciate believe think grasp explore realise realize become gain enjoy value feel
    comprehend familiarise familiarize discover experience acquire see remember consider internalise internalize
    """.split()
)
"""Verbs of what goes on in a head, which nobody can see done."""

STATES = ("be aware", "be familiar", "have an understanding", "have knowledge", "have a sense", "be conscious")
"""Phrases that say no more."""

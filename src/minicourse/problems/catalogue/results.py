"""Rules about what learners' answers say of a question: `minicourse analyze` looks for them."""

from minicourse.problems.catalogue.rule import Rule

_INTERVALS = (
    "`minicourse analyze` says so only where the whole 95 % interval lies beyond the limit, and of 20 learners at "
    "least."
)

RESULTS = (
    Rule(
        "perhaps-miskeyed",
        "warning",
        "those who do well elsewhere answer a question more often rightly than others",
        "Where it is the other way round, a wrong choice may be marked as right, or the question has a second meaning, "
        f"which those see who know more. {_INTERVALS}",
        "- [x] The choice that the weakest take\n- [ ] The choice that the strongest take",
        "- [ ] The choice that the weakest take\n- [x] The choice that the strongest take",
        "the limit, a corrected item-total correlation of 0, is usual, and ours as it stands",
    ),
    Rule(
        "too-hard",
        "advice",
        "some three learners of ten are right at their first attempt, at least",
        "What nearly nobody can answer was perhaps not taught, or is asked unclearly. Of four choices one is right by "
        f"chance in 25 of 100. {_INTERVALS}",
        "12 of 80 are right at first",
        "a passage before it that teaches it, or a clearer question",
        "the limit, 30 %, is usual, and ours as it stands",
    ),
    Rule(
        "too-easy",
        "advice",
        "a question is not answered rightly by everyone",
        "What nineteen of twenty know beforehand teaches little and tells nobody apart. As an encouragement at the "
        f"start it may be just right. {_INTERVALS}",
        "118 of 120 are right at first",
        "a question about the next step",
        "the limit, 95 %, is usual, and ours as it stands",
    ),
    Rule(
        "does-not-discriminate",
        "advice",
        "whoever answers a question rightly does better elsewhere, too",
        "Otherwise it may be guessed, be read in two ways, or ask for something that the rest of the course doesn't. A "
        f"correlation of .20 is usually asked for; this speaks below .10. {_INTERVALS}",
        "a correlation of .02 among 300 learners",
        "a question that needs what the lesson teaches",
        "PMC5041405, for a corrected item-total correlation of .20; .10 is ours",
    ),
    Rule(
        "choice-nobody-takes",
        "advice",
        "each wrong choice is taken by some",
        "A wrong choice that fewer than one of twenty take does no work: the question has fewer choices than it seems. "
        f"{_INTERVALS}",
        "- [ ] A choice that 1 of 140 took",
        "- [ ] A mistake that learners really make",
        "Tarrant, Ware & Mohammed (2009), 10.1186/1472-6920-9-40: fewer than 5 % of those who answered",
    ),
    Rule(
        "confident-and-wrong",
        "advice",
        "those who are certain are right",
        "Where most of them are wrong, they have learnt something else before. It pays to say so: what one was sure of "
        f"is corrected best. {_INTERVALS}",
        "31 of 40 who were certain took the same wrong choice",
        "a passage that begins with what they think, and feedback that says why it isn't so",
        "Butterfield & Metcalfe (2001), hypercorrection",
    ),
)

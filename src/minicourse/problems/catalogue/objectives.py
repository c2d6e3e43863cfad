"""Rules about objectives."""

from minicourse.problems.catalogue.rule import Rule

OBJECTIVES = (
    Rule(
        "lesson-without-objective",
        "warning",
        "each lesson says what a learner will be able to do",
        "Without an objective nobody can say whether the lesson taught it.",
        "title: Supporting teachers",
        "title: Supporting teachers\nobjectives:\n  choose-support: Choose the support that fits a teacher's need",
        "QM 2.2; OSCQR 9",
    ),
    Rule(
        "unknown-objective",
        "error",
        "questions assess objectives that exist",
        "A question that points at no objective counts for none.",
        "{#a objective=chose-support}",
        "{#a objective=choose-support}",
        "QM 3.1",
    ),
    Rule(
        "duplicate-objective",
        "error",
        "each objective's name is used once in the course",
        "A question could not say which of the two it assesses.",
        "the same name in two lessons, with two texts",
        "two names",
    ),
    Rule(
        "question-without-objective",
        "warning",
        "each question assesses an objective",
        "What is asked should be what was promised.",
        "{#a}",
        "{#a objective=choose-support}",
        "QM 3.1; Haladyna, Downing & Rodriguez (2002), rule 1",
    ),
    Rule(
        "objective-never-assessed",
        "warning",
        "each objective is assessed",
        "An objective without a question is a promise that nobody checks.",
        "an objective that no question names",
        "::: question {#a objective=choose-support}",
        "QM 3.1",
    ),
    Rule(
        "course-objective-unused",
        "advice",
        "what the course promises, its lessons take up",
        "Where lessons or questions take up the objectives of `course.yml` by their names, one that none takes up was "
        "probably forgotten. Courses that take up none of them by name aren't asked.",
        "objectives in course.yml: see-roles, weigh-evidence; the lessons repeat see-roles only",
        "a lesson that repeats weigh-evidence",
        "QM 2.2",
    ),
    Rule(
        "objective-only-tested",
        "advice",
        "what a test asks for can be tried before",
        "Practice with feedback is what teaches; a test with a pass mark should not be the first time.",
        "all questions with objective=choose-support stand in a quiz with pass=80",
        "one of them in the text of the lesson",
        "Dunlosky et al. (2013)",
    ),
)

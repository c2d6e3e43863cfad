"""Rules about what a text says that research has found."""

from minicourse.problems.catalogue.rule import Rule

EVIDENCE = (
    Rule(
        "number-without-source",
        "advice",
        "a number that a study found comes with the study",
        "A number looks like knowledge. Whether it is can be seen in its source: how many were asked, when, and how. A "
        "citation, a footnote or a link in the paragraph or beside it is enough.",
        "Studies found that 38 % of lessons begin late.",
        "Studies found that 38 % of lessons begin late [@smith2019].",
        "OSCQR 33",
    ),
    Rule(
        "claim-without-source",
        "warning",
        "whoever calls upon research says upon which",
        "“Studies show” makes any sentence sound true, and nobody can look it up.",
        "Research shows that small classes learn more.",
        "In Tennessee small classes learnt more [@finn1990].",
    ),
)

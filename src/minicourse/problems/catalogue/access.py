"""Rules about what links and text alternatives say to people who hear them one by one."""

from minicourse.problems.catalogue.rule import Rule

ACCESS = (
    Rule(
        "link-says-nothing",
        "warning",
        "a link says where it leads",
        "Screen readers list the links of a page by themselves. Six times “here” is a list of nothing.",
        "The report is [here](report.pdf).",
        "See the [report on coaching](report.pdf).",
        "WCAG 2.2, 2.4.4 Link Purpose; OSCQR 37",
    ),
    Rule(
        "same-link-text",
        "warning",
        "links with the same words lead to the same place",
        "Who hears two links called “the study” can't know that they are two studies.",
        "[the study](a.pdf) … [the study](b.pdf)",
        "[the first study](a.pdf) … [the study of 2019](b.pdf)",
        "WCAG 2.2, 2.4.4 Link Purpose",
    ),
    Rule(
        "alternative-says-nothing",
        "warning",
        "a text alternative says what the picture shows",
        "A file name tells a listener nothing, and that it is an image she knows already.",
        "![path-diagram.svg](images/path-diagram.svg)",
        "![The leader acts on teachers, who act on pupils](images/path-diagram.svg)",
        "WCAG 2.2, 1.1.1 Non-text Content",
    ),
)

"""Rules about the site that is made."""

from minicourse.problems.catalogue.rule import Rule

SITE = (
    Rule(
        "template-error",
        "error",
        "templates can be rendered",
        "A page whose template fails can't be made.",
        "{{ page.titel }}",
        "{{ page.title }}",
    ),
    Rule(
        "page-over-budget",
        "warning",
        "pages stay light",
        "A course should open at once on an old phone and a slow line.",
        "a lesson whose page is over 14 KB compressed",
        "the same lesson split in two",
    ),
    Rule(
        "search-without-text",
        "advice",
        "long courses can be searched whole",
        "What all the text of a long course weighs is too much for one file; an index in pieces needs Pagefind.",
        "a course of some hundred lessons, built without `minicourse[search]`",
        "the same course, built after `pip install 'minicourse[search]'`",
    ),
    Rule(
        "too-large-for-one-file",
        "error",
        "what goes into one file is small enough for it",
        "`minicourse export html` puts pictures and documents into the page itself, a third larger than they are. A "
        "browser reads all of it before it shows any, and mail servers refuse large files.",
        "![The whole lesson](lesson-recording.gif) of 34 MB",
        "[The whole lesson](https://example.org/lesson-recording.mp4)",
    ),
)

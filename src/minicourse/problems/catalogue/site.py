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
    Rule(
        "template-loads-from-elsewhere",
        "warning",
        "templates bring along what they need",
        "A font, a script or a picture of another site tells that site who reads which lesson. The policy of each page "
        "forbids it, so readers don't even see it.",
        '<link rel="stylesheet" href="https://fonts.example.com/css?family=Lato">',
        "the font in templates/assets/, and `@font-face` in a stylesheet",
    ),
    Rule(
        "template-without-language",
        "warning",
        "templates say which language a page is in",
        "A screen reader pronounces the page accordingly.",
        "<html>",
        '<html lang="{{ page.site.language }}" dir="{{ page.site.direction }}">',
        "WCAG 2.2, 3.1.1 Language of Page",
    ),
    Rule(
        "template-unescaped",
        "warning",
        "templates show texts as texts",
        "A title such as `Use <b> and <i>` would be taken for HTML. What is HTML already, as the text of a lesson, "
        "needs no `safe`.",
        "{{ page.title | safe }}",
        "{{ page.title }}",
    ),
)

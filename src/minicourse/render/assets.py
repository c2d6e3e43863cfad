"""What the theme's stylesheets and scripts are joined into, and which pages have what."""

from __future__ import annotations

from dataclasses import dataclass

from minicourse.render.words import LONG_WORDS, WITHOUT_ITALICS

STYLES = ("layers", "tokens", "reset", "layout", "prose", "quiz", "kinds", "print")
"""The stylesheets of every page in the order in which they are joined into one."""

STYLES_OF_LANGUAGES = {"no_italics": WITHOUT_ITALICS, "long_words": LONG_WORDS}
"""The stylesheets that courses in some languages have besides, joined after those of every page."""

QUESTION_SCRIPTS = tuple(
    f"questions/{name}" for name in ("question", "choice", "gaps", "rows", "ordering", "open", "flashcards", "scenario")
)
"""The scripts for what a learner answers, in the order in which a lesson's are joined into one."""

SITE_SCRIPTS = ("site", "progress")
"""The scripts of every page, joined into one."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What some pages have besides what every page has: a script, a stylesheet or both, each joined from parts."""

    name: str
    """What its files are called in the site."""
    scripts: tuple[str, ...] = ()
    """Its scripts in `assets/js/`, or in `assets/` where they come from others (`vendor/…`), without their ending, in
    the order in which they are joined."""
    styles: tuple[str, ...] = ()
    """Its stylesheets in `assets/css/`, likewise."""
    own_words: bool = False
    """Do its words stand in the script itself? Else they stand in each page that has it."""


QUIZ = Bundle("quiz", ("questions/quiz",))
"""For quizzes, apart: few lessons have one."""
BLOCKS = Bundle("blocks", ("blocks/tabs", "blocks/player"), ("blocks",))
"""For blocks of a text that few pages have; a page has of it what it needs."""
FRONT = Bundle("front", ("review/schedule", "front"), ("cover", "front"))
"""For the front page and the pages of units."""
SEARCH = Bundle("search", tuple(f"search/{part}" for part in ("words", "engine", "page", "dialog")), ("search",))
"""The search; what it knows of the course is in an index of its own (`render/search_index.py`)."""
LAZY = (
    Bundle("toc", ("toc",)),
    Bundle("transfer", ("transfer",)),
    Bundle("reading", ("reading",), ("reading",)),
    Bundle("cards", ("cards",), ("cards",)),
    Bundle("aloud", ("aloud",)),
    Bundle("terms", ("terms",), ("terms",)),
    SEARCH,
    Bundle("update", ("update",), ("update",)),
    Bundle("framed", ("framed",)),
)
"""What a page brings only when it is wanted: no page names it, and the script of all pages knows where it is."""

PAGEFIND = Bundle("pagefind", ("search/pagefind",))
"""For the search of long courses, brought by the index."""
EARNED = Bundle("earned", ("earned",))
"""For the front page, and a test that the certificate asks for: whether it is earned."""
QR = Bundle("qr", ("vendor/lean-qr", "qr"))
"""For a page that draws a QR code."""
CERTIFICATE = Bundle("certificate", ("statement", "certificate"), ("cover", "certificate", "award"))
"""For the page of the certificate."""
VERIFY = Bundle("verify", ("statement", "verify"), ("certificate",))
"""For the page that checks one."""
REVIEW = Bundle("review", ("review/schedule", "review/calendar", "review/review"), ("review",))
"""For the page on which questions are asked again."""
OFFLINE = Bundle("offline", ("offline",))
"""For every page of a course that is kept off-line."""
COVERAGE = Bundle("coverage", styles=("coverage",))
"""For the page on which an author sees what the course teaches, practises and tests."""
ONE_FILE = Bundle("one_file", ("inside", "one_file"), ("one_file",))
"""For the course as one file."""
ANALYSIS = Bundle("analysis", (), ("layers", "tokens", "reset", "layout", "prose", "analysis", "print"))
"""For the report on learners' results, which is no page of the site."""
WORKERS = ("worker/keep", "worker/leave")
"""The service workers: of a course that is kept off-line, and of one that isn't."""
OBJECTIVES = Bundle("objectives", ("objectives",), own_words=True)
"""For pages that show how far a learner has come with an objective."""
PROGRESS = Bundle("my-progress", ("portable", "my-progress"), ("my-progress",), own_words=True)
"""For the page of one's own progress."""
LOCK = Bundle("lock", ("lock",))
"""For a lesson that waits for another; like the theme's script, it comes before the page is shown."""
LOCKS = Bundle("locks", ("lock", "locks"), ("locks",), own_words=True)
"""For every page of a course whose lessons open one after the other."""

_PAGES = (
    *(QUIZ, BLOCKS, FRONT, OBJECTIVES, PROGRESS, REVIEW, EARNED, QR, CERTIFICATE, VERIFY),
    *(LOCK, LOCKS, OFFLINE, COVERAGE, ONE_FILE, ANALYSIS, *LAZY, PAGEFIND),
)

_OF_PAGES = tuple(script for bundle in _PAGES for script in bundle.scripts)
SCRIPTS = tuple(dict.fromkeys(("theme", *SITE_SCRIPTS, *QUESTION_SCRIPTS, *_OF_PAGES, *WORKERS)))
"""All scripts."""
STYLESHEETS = tuple(dict.fromkeys((*STYLES, *(style for bundle in _PAGES for style in bundle.styles))))
"""All stylesheets."""

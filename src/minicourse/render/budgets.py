"""What a page may weigh, compressed as servers send it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

from minicourse.model.course import Course
from minicourse.problems import Problem, Span
from minicourse.render.urls import lesson_key

KIB = 1024
LESSON_HTML = 14 * KIB
"""About what the first round trip of a new connection carries."""
STYLE = 8 * KIB
SCRIPT = 6 * KIB
"""For each script: that of all pages, that of a lesson's questions whatever their kinds, that of a quiz."""
WORDED = "assets/my-progress."
WORDS = KIB
"""What the words in a script add to its budget: many languages need more than English, or more bytes a letter."""
SEARCH_INDEX = "assets/search-index."
"""The index of the search bounds itself (`search_index.py`)."""
CARDS = "assets/bank"
"""How the names of the scripts begin that hold the questions of a review: as long as the course makes them, and
brought only when they are asked."""
BANKED = 512
"""What each question in the bank of a quiz adds to the budget of its page: a learner sees others first."""


def weight(data: bytes) -> int:
    """Size in bytes after gzip at its usual level."""
    return len(gzip.compress(data, 6, mtime=0))


def over_budget(course: Course, path: str, data: bytes) -> Iterator[Problem]:
    """page-over-budget for one file of the site."""
    # HTML compresses to less than half; most pages aren't worth the time to find out how much less.
    if path.endswith("/index.html") and len(data) > 2 * LESSON_HTML and weight(data) > LESSON_HTML:
        for unit, lesson in course.placed_lessons():
            if f"{lesson_key(unit, lesson)}/index.html" == path:
                banked = sum(len(course.bank(quiz, lesson)) for quiz in lesson.body.quizzes)
                budget = LESSON_HTML + BANKED * banked
                if weight(data) <= budget:
                    continue
                size = f"{weight(data) / KIB:.1f} KB compressed; {budget / KIB:.0f} KB is the budget"
                help = "draw from fewer questions" if banked else "split it into two lessons"
                yield Problem("page-over-budget", f"this lesson's page weighs {size}", lesson.span, help=help)
    for suffix, budget in ((".css", STYLE), (".js", SCRIPT)):
        ours = path.startswith("assets/") and not path.startswith((CARDS, SEARCH_INDEX))
        if path.startswith(WORDED):
            budget += WORDS
        if ours and path.endswith(suffix) and weight(data) > budget:
            size = f"{weight(data) / KIB:.1f} KB compressed; {budget // KIB} KB is the budget"
            span = Span.start_of(f"templates/{path}")
            yield Problem("page-over-budget", f"`{path}` weighs {size}", span, help="make the theme lighter")

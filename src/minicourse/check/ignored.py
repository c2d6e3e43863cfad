"""What an author has decided against: rules that don't count for a question, a lesson, a unit or the course.

Each says why, and one that does nothing any more is reported, so that none outlives its reason. Errors always count.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minicourse.check.context import Context
from minicourse.model.course import Course, Unit
from minicourse.model.ignored import Ignored
from minicourse.problems import Problem, Span
from minicourse.problems.catalogue import RULES


@dataclass(frozen=True, slots=True)
class _Decision:
    """A rule that is set aside, and for which lines of which files."""

    ignored: Ignored
    path: str
    """A file, or all files below a folder that ends in `/`."""
    first: float = 0
    last: float = math.inf

    def covers(self, span: Span) -> bool:
        here = span.path.startswith(self.path) if self.path.endswith("/") else span.path == self.path
        return here and self.first <= span.line <= self.last


def without_ignored(context: Context, found: Iterable[Problem]) -> Iterator[Problem]:
    """The problems that count, and what is wrong with the decisions themselves.

    unknown-rule, ignored-error, unused-ignore.
    """
    decisions = list(_decisions(context.course))
    used: set[_Decision] = set()
    for problem in found:
        against = (one for one in decisions if one.ignored.code == problem.code and one.covers(problem.span))
        decision = next(against, None) if problem.severity != "error" else None
        if decision:
            used.add(decision)
        else:
            yield problem
    for decision in decisions:
        code, span = decision.ignored.code, decision.ignored.span
        if code not in RULES:
            help = context.did_you_mean(code, RULES, "`minicourse explain` lists all rules")
            yield Problem("unknown-rule", f"there is no rule `{code}`", span, help=help)
        elif RULES[code].severity == "error":
            help = "mend what it finds, and remove this"
            yield Problem("ignored-error", f"`{code}` is an error, and errors always count", span, help=help)
        elif decision not in used and not context.unread:
            yield Problem("unused-ignore", f"`{code}` finds nothing here any more", span, help="remove it")


def _decisions(course: Course) -> Iterator[_Decision]:
    """All decisions, the narrowest first."""
    for _, body in course.bodies():
        for question in body.questions:
            for ignored in question.ignored:
                yield _Decision(ignored, question.span.path, question.span.line, question.last_line)
    for lesson in course.lessons:
        yield from (_Decision(ignored, f"content/{lesson.path}") for ignored in lesson.ignored)
    for part in course.outline:
        if isinstance(part, Unit):
            yield from (_Decision(ignored, f"content/{part.path}/") for ignored in part.ignored)
    yield from (_Decision(ignored, "content/") for ignored in course.ignored)

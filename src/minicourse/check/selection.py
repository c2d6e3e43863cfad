"""Which of the problems count: what an author has decided against, or has asked for, is nobody else's business.

A question, a lesson, a unit and the course may each set rules aside, with a reason, or name those that count. For each
problem the narrowest part that says anything of its rule decides. A rule that is set aside and finds nothing any more
is reported, so that no decision outlives its reason. Errors always count.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from minicourse.check.context import Context
from minicourse.model.course import Course, Unit
from minicourse.model.selection import Ignored, Selected, Selection
from minicourse.problems import Edit, Problem, Span
from minicourse.problems.catalogue import FAMILIES, RULES
from minicourse.problems.catalogue.results import RESULTS
from minicourse.project import Project

_FOUND_IN_RESULTS = {rule.code for rule in RESULTS}
"""What only learners' results can show: without them nobody knows whether a decision against it does anything."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a course that decides about rules."""

    selection: Selection
    path: str
    """A file, or all files below a folder that ends in `/`; all files where it is empty."""
    first: float = 0
    last: float = math.inf

    def covers(self, span: Span) -> bool:
        is_folder = not self.path or self.path.endswith("/")
        here = span.path.startswith(self.path) if is_folder else span.path == self.path
        return here and self.first <= span.line <= self.last


def counting(context: Context, found: Iterable[Problem]) -> Iterator[Problem]:
    """The problems that count, and what is wrong with the decisions themselves.

    unknown-rule, ignored-error, unused-ignore, rule-without-limit.
    """
    parts = list(_parts(context.course))
    used: set[Ignored] = set()
    for problem in found:
        if problem.severity == "error":
            yield problem
            continue
        around = _around(problem, parts)
        used.update(ignored for one in around if (ignored := _ignored(one, problem.code)))
        if _counts(problem, around):
            yield problem
    for part in parts:
        yield from _selected_exist(context, part.selection.selected or ())
        for ignored in part.selection.ignored:
            yield from _ignored_exists(context, ignored, part.selection, used)
    yield from _limits_exist(context)


def without_set_aside(course: Course, found: Iterable[Problem]) -> list[Problem]:
    """The problems that count, of those that are found in learners' results."""
    parts = list(_parts(course))
    return [problem for problem in found if _counts(problem, _around(problem, parts))]


def _around(problem: Problem, parts: Iterable[_Part]) -> list[Selection]:
    """What is decided of a problem's place, the narrowest part first."""
    return [part.selection for part in parts if part.covers(problem.span)]


def _counts(problem: Problem, around: Iterable[Selection]) -> bool:
    deciding = next((one for one in around if one.selected is not None or _ignored(one, problem.code)), Selection())
    return not _ignored(deciding, problem.code) and _selects(deciding, problem.code)


def _ignored(selection: Selection, code: str) -> Ignored | None:
    return next((one for one in selection.ignored if one.code == code), None)


def _selects(selection: Selection, code: str) -> bool:
    if selection.selected is None:
        return True
    names = [one.name for one in selection.selected]
    return code in names or any(rule.code == code for name in names for rule in FAMILIES.get(name, ()))


def _selected_exist(context: Context, selected: Iterable[Selected]) -> Iterator[Problem]:
    for one in selected:
        if one.name not in RULES and one.name not in FAMILIES:
            families = ", ".join(f"`{name}`" for name in FAMILIES)
            help = context.did_you_mean(one.name, [*FAMILIES, *RULES], f"the families are {families}")
            message = f"there is no rule, and no family of rules, `{one.name}`"
            yield Problem("unknown-rule", message, one.span, help=help)


def _ignored_exists(context: Context, ignored: Ignored, around: Selection, used: set[Ignored]) -> Iterator[Problem]:
    code, span = ignored.code, ignored.span
    if code not in RULES:
        yield _unknown(context, code, span)
    elif RULES[code].severity == "error":
        help = "mend what it finds, and remove this"
        yield Problem("ignored-error", f"`{code}` is an error, and errors always count", span, help=help)
    elif ignored not in used and not context.unread and code not in _FOUND_IN_RESULTS:
        fix = _removed(
            context.project, ignored, {one.span.line for one in around.ignored if one.span.path == span.path}
        )
        yield Problem("unused-ignore", f"`{code}` finds nothing here any more", span, help="remove it", fix=fix)


def _removed(project: Project, ignored: Ignored, lines: set[int]) -> tuple[Edit, ...]:
    """What removes a decision that stands among others in these lines: its line in a list, with `ignore:` above it if
    it is the only one, or its part of a question's braces.

    Nothing where it is written in some other way. Where only decisions stand above it, up to `ignore:`, no two beside
    each other are removed at once, so one is left that takes `ignore:` with it.
    """
    span, end = ignored.span, ignored.end
    line = project.source_line(span.path, span.line) or ""
    if re.match(r"\s*:{3,}", line):
        return _removed_from_braces(line, ignored)
    above = project.source_line(span.path, span.line - 1) or ""
    has_line = not line[: span.column - 1].strip() and end.line == span.line and not line[end.column - 1 :].strip()
    if not has_line or not (above.strip() == "ignore:" or span.line - 1 in lines):
        return ()
    return (Edit(Span(span.path, span.line - (len(lines) == 1), 1, span.line + 1, 1), ""),)


def _removed_from_braces(line: str, ignored: Ignored) -> tuple[Edit, ...]:
    span = ignored.span
    name, quote, listed = line[span.column - 1 : span.end_column - 1].partition('"')
    kept = [part.strip() for part in listed.rstrip('"').split(";") if part.partition(":")[0].strip() != ignored.code]
    if not quote:
        return ()
    if kept:
        return (Edit(span, f'{name}"{"; ".join(kept)}"'),)
    before = line[: span.column - 1]
    start = len(before.rstrip()) + 1 if not before.endswith("{") else span.column
    return (Edit(replace(span, column=start), ""),)


def _limits_exist(context: Context) -> Iterator[Problem]:
    for limit in context.course.limits:
        if limit.code not in RULES:
            yield _unknown(context, limit.code, limit.span)
        elif RULES[limit.code].limit is None:
            message = f"`{limit.code}` decides by no number"
            help = f"remove it; `minicourse explain {limit.code}` tells what it looks for"
            yield Problem("rule-without-limit", message, limit.span, help=help)


def _unknown(context: Context, code: str, span: Span) -> Problem:
    help = context.did_you_mean(code, RULES, "`minicourse explain` lists all rules")
    return Problem("unknown-rule", f"there is no rule `{code}`", span, help=help)


def _parts(course: Course) -> Iterator[_Part]:
    """All parts that decide something, the narrowest first."""
    for _, body in course.bodies():
        for question in body.questions:
            if question.ignored:
                span = question.span
                yield _Part(Selection(question.ignored), span.path, span.line, question.last_line)
    lessons = (_Part(lesson.selection, f"content/{lesson.path}") for lesson in course.lessons)
    units = (_Part(unit.selection, f"content/{unit.path}/") for unit in course.outline if isinstance(unit, Unit))
    for part in (*lessons, *units, _Part(course.selection, "")):
        if part.selection != Selection():
            yield part

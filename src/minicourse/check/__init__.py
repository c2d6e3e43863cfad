"""Looks at a whole course for what no single file can show."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from minicourse.check import (
    accessibility,
    acronyms,
    aims,
    alignment,
    certificate,
    evidence,
    feedback,
    giveaways,
    habits,
    links,
    named_language,
    objectives,
    prose,
    questions,
    recordings,
    references,
    templates,
    wording,
)
from minicourse.check.context import Context, Rule, Worded
from minicourse.check.languages import LANGUAGES, pack_of
from minicourse.check.selection import counting
from minicourse.clock import today
from minicourse.model.course import Course
from minicourse.problems import Problem, sort
from minicourse.project import Project

RULES: tuple[Rule, ...] = (
    *links.RULES,
    *references.RULES,
    *questions.RULES,
    *giveaways.RULES,
    *wording.RULES,
    *habits.RULES,
    *objectives.RULES,
    *aims.RULES,
    *alignment.RULES,
    *feedback.RULES,
    *certificate.RULES,
    *accessibility.RULES,
    *recordings.RULES,
    *named_language.RULES,
    *templates.RULES,
    *prose.RULES,
    *acronyms.RULES,
    *evidence.RULES,
)

_WORDED = tuple(rule for rule in RULES if isinstance(rule, Worded))


def rules_off(language: str) -> list[str]:
    """The codes of rules that have no words for a language, BCP 47, and find nothing in it; sorted."""
    return sorted(code for rule in _WORDED for code in rule.off(pack_of(language)))


def languages_of(code: str) -> list[str]:
    """The languages that a rule which needs words has them for, sorted; none where it needs no words."""
    needing = [rule for rule in _WORDED if code in rule.needs]
    return sorted(tag for tag in LANGUAGES if any(code not in rule.off(pack_of(tag)) for rule in needing))


_READ_WHOLE = {
    "attribute-value",
    "block-parts",
    "block-without-title",
    "duplicate-footnote",
    "duplicate-slug",
    "misplaced-text",
    "question-without-name",
    "question-without-stem",
    "quiz-draws-too-many",
    "quiz-without-draw",
    "quiz-without-questions",
    "unplayable-recording",
}
"""Errors after which all of a file is known all the same."""


def _hides_something(problem: Problem) -> bool:
    """May the file hold an objective, a question, a heading or a reference that could not be read?"""
    return problem.severity == "error" and problem.code not in _READ_WHOLE


def check_course(
    course: Course, project: Project, found: Iterable[Problem] = (), day: date | None = None
) -> list[Problem]:
    """All problems of a course: those `found` while reading it, and what the rules find, sorted. What they find may
    depend on the `day`, which is today unless it is given."""
    before = list(found)
    unread = frozenset(problem.span.path for problem in before if _hides_something(problem))
    # What a fragment may hold, all that include it may hold.
    unread |= {
        f"content/{path}"
        for path, body in course.bodies()
        if not unread.isdisjoint(f"content/{fragment}" for fragment in body.fragments)
    }
    misread = frozenset((problem.span.path, problem.span.line) for problem in before if problem.severity == "error")
    context = Context(course, project, unread, misread, day or today())
    found_besides = [problem for rule in RULES for problem in rule(context)]
    return sort(counting(context, [*before, *found_besides]))

"""The accessibility report of a course: what its kinds of question promise, what was found in it, and who knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from minicourse.model.course import Course
from minicourse.problems import Problem
from minicourse.problems.catalogue import RULES
from minicourse.render.contract import CONTRACTS, CRITERIA, NAMES, Contract, Criterion
from minicourse.version import __version__


@dataclass(frozen=True, slots=True)
class KindReport:
    """A kind of question in the accessibility report."""

    name: str
    """Its name."""
    count: int
    """How many of it the course has."""
    contract: Contract
    """How it is worked, and what is announced."""


@dataclass(frozen=True, slots=True)
class Report:
    """What the report says of a course."""

    tool_version: str
    """Version of minicourse."""
    pictures: int
    """How many pictures the course shows."""
    undescribed: int
    """How many of them have no text alternative."""
    decorations: int
    """How many more say that they mean nothing."""
    activities: int
    """How many questions, packs of cards and scenarios it has."""
    kinds: tuple[KindReport, ...]
    """The kinds that it uses."""
    criteria: tuple[Criterion, ...]
    """The criteria that matter, and how they are met."""
    findings: tuple[str, ...]
    """What the check of the course has found that concerns accessibility, one line each."""


def report_on(course: Course, problems: Iterable[Problem]) -> Report:
    """The report on a course of which the check has found these problems: those count whose rules come from WCAG."""
    links = [link for _, body in course.bodies() for link in body.links]
    pictures = [link for link in links if link.kind == "image"]
    asked = Counter(question.kind for _, body in course.bodies() for question in body.questions)
    return Report(
        tool_version=__version__,
        pictures=len(pictures),
        undescribed=sum(not link.text for link in pictures),
        decorations=sum(link.kind == "decoration" for link in links),
        activities=asked.total(),
        kinds=tuple(
            KindReport(NAMES[kind], asked[kind], contract) for kind, contract in CONTRACTS.items() if asked[kind]
        ),
        criteria=CRITERIA,
        findings=tuple(
            f"{problem.span.path}:{problem.span.line}: {problem.message}"
            for problem in problems
            if "WCAG" in RULES[problem.code].source
        ),
    )

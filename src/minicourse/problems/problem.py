"""A finding, as a value."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from minicourse.problems.catalogue import RULES
from minicourse.problems.span import Span

Severity = Literal["error", "warning", "advice"]


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of a file, and what is to stand there instead."""

    span: Span
    """May be empty: then the text is put in before it."""
    text: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where, and the way out."""

    code: str
    """Stable kebab-case name; `minicourse explain CODE` tells why the rule exists."""
    message: str
    """What is wrong: lower case, no full stop, backticks round code."""
    span: Span
    """Where."""
    label: str = ""
    """A few words under the caret; may be empty."""
    help: str = ""
    """What to do about it."""
    fix: tuple[Edit, ...] = ()
    """What mends it, where only one thing can; all in one file."""

    def __post_init__(self) -> None:
        if self.code not in RULES:
            raise KeyError(f"no rule is called {self.code!r}: add it to problems/catalogue/")

    @property
    def severity(self) -> Severity:
        """How bad it is, as the catalogue says."""
        return RULES[self.code].severity


def sort(problems: Iterable[Problem]) -> list[Problem]:
    """The problems in the order of the files, each once."""
    return sorted(dict.fromkeys(problems), key=lambda problem: (problem.span, problem.code, problem.message))


def blocked(problems: Iterable[Problem], strict: bool = False) -> bool:
    """Do these problems stop a build?"""
    return any(problem.severity == "error" or (strict and problem.severity == "warning") for problem in problems)


def counted(problems: Iterable[Problem]) -> dict[Severity, int]:
    """How many problems there are of each severity."""
    count: dict[Severity, int] = {"error": 0, "warning": 0, "advice": 0}
    for problem in problems:
        count[problem.severity] += 1
    return count

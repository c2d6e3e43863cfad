"""Choosing: one right choice (`choice`) or several (`multiple`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from minicourse.model.questions.question import Grade, Question
from minicourse.problems import Span


@dataclass(frozen=True, slots=True)
class Option:
    """One choice."""

    html: str
    """Its text, inline HTML."""
    text: str
    """The same as plain text."""
    right: bool
    """Is it (one of) the right ones?"""
    feedback_html: str
    """What to say to a learner who took it, block HTML; may be empty."""
    span: Span
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Question):
    """A question with exactly one right choice."""

    kind: ClassVar[str] = "choice"
    options: tuple[Option, ...]
    """The choices in the author's order; the value of each is its place, from "1"."""

    @property
    def key(self) -> tuple[str, ...]:
        """The values of the right choices."""
        return tuple(str(place) for place, option in enumerate(self.options, 1) if option.right)

    def grade(self, response: Iterable[str]) -> Grade:
        """Grade the chosen values: all or nothing."""
        chosen = _in_order(response)
        correct = chosen == self.key
        return Grade(1.0 if correct else 0.0, correct, chosen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiple(Choice):
    """A question with several right choices, and partial credit."""

    kind: ClassVar[str] = "multiple"

    def grade(self, response: Iterable[str]) -> Grade:
        """Grade the chosen values: each right one earns its share, each wrong one loses as much, never below 0."""
        chosen = _in_order(response)
        hits = sum(value in self.key for value in chosen)
        score = max(0, 2 * hits - len(chosen)) / len(self.key)
        return Grade(score, chosen == self.key, chosen)


def _in_order(response: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(response), key=int))

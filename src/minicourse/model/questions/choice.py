"""Choosing: one right choice (`choice`) or several (`multiple`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from minicourse.model.questions.question import Grade, Question
from minicourse.problems import Span

# With a sign or a currency before it, a unit behind it; `%` stands on either side.
_NUMBER = re.compile(r"\W{0,3}\d[\d.,٫٬'’\s]*+[^\w\s]?\s*\S{0,12}")


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
    """A question with exactly one right choice. A response lists the values chosen."""

    kind: ClassVar[str] = "choice"
    options: tuple[Option, ...]
    """The choices in the author's order; the value of each is its place, from "1"."""

    @property
    def only_numbers(self) -> bool:
        """Is each choice a number with its unit? Such choices are never mixed: their order is the author's."""
        return all(_NUMBER.fullmatch(option.text) for option in self.options)

    @property
    def key(self) -> list[str]:
        """The values of the right choices."""
        return [str(place) for place, option in enumerate(self.options, 1) if option.right]

    def grade(self, response: Sequence[str]) -> Grade:
        """Each right choice earns its share, each wrong one loses as much, never below 0.

        Where one choice is right, that is all or nothing.
        """
        values = [str(place) for place in range(1, len(self.options) + 1)]
        chosen = tuple(value for value in values if value in response)
        hits = sum(value in self.key for value in chosen)
        score = max(0, 2 * hits - len(chosen)) / len(self.key) if self.key else 0.0
        return Grade(score, list(chosen) == self.key, chosen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiple(Choice):
    """A question with several right choices, and partial credit."""

    kind: ClassVar[str] = "multiple"
    choose: int | None = None
    """How many to choose, where the learner is told."""

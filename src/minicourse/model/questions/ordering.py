"""Putting things in order (`ordering`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import ClassVar

from minicourse.model.questions.question import Grade, Question, grade_rows, padded
from minicourse.problems import Span


@dataclass(frozen=True, slots=True)
class Step:
    """One of the things to be put in order."""

    html: str
    """Its text, inline HTML."""
    text: str
    """The same as plain text."""
    feedback_html: str
    """What to say to a learner who put it elsewhere, block HTML; may be empty."""
    span: Span
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ordering(Question):
    """Things to be put in order. A response lists their values in the order given."""

    kind: ClassVar[str] = "ordering"
    steps: tuple[Step, ...]
    """The things in the right order; the value of each is its place in it, from "1"."""

    @property
    def key(self) -> list[str]:
        """The values in the right order."""
        return [str(place) for place in range(1, len(self.steps) + 1)]

    @property
    def shown(self) -> list[str]:
        """The values in the order in which a learner meets them: always the same, and not the right one."""
        mixed = sorted(self.key, key=lambda value: blake2b(f"{self.name} {value}".encode(), digest_size=8).digest())
        return mixed if mixed != self.key else mixed[1:] + mixed[:1]

    def grade(self, response: Sequence[str]) -> Grade:
        """Each thing in its right place earns its share."""
        given = padded(response, len(self.steps))
        return grade_rows([wanted == value for wanted, value in zip(self.key, given, strict=True)])

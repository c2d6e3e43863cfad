"""Matching, and sorting into categories: each left side has its right side (`matching`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from minicourse.model.questions.question import Grade, Question, grade_rows, padded
from minicourse.problems import Span


@dataclass(frozen=True, slots=True)
class Row:
    """What is to be matched, or judged on a scale."""

    html: str
    """Its text, inline HTML."""
    text: str
    """The same as plain text."""
    right: str
    """Value of what belongs to it: a place in the list of targets, from "1"."""
    feedback_html: str
    """What to say about it, inline HTML; may be empty."""
    span: Span
    """Where it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching(Question):
    """Rows, and targets from which each takes one. A response holds a target's value for each row, or nothing."""

    kind: ClassVar[str] = "matching"
    heads: tuple[str, str]
    """What the two sides are called, plain text; may be empty."""
    rows: tuple[Row, ...]
    """The left sides in the author's order; the value of each is its place, from "1"."""
    targets: tuple[str, ...]
    """The right sides, plain text, each once, in alphabetical order: so their order gives nothing away."""

    @property
    def key(self) -> list[str]:
        """The value of the right target for each row."""
        return [row.right for row in self.rows]

    def grade(self, response: Sequence[str]) -> Grade:
        """Each row earns its share."""
        given = padded(response, len(self.rows))
        return grade_rows([row.right == value for row, value in zip(self.rows, given, strict=True)])

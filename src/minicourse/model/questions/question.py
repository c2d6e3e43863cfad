"""What all kinds of question have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from minicourse.problems import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question: its stem, the help it gives and what it is worth. Each kind adds its answers."""

    kind: ClassVar[str]
    """The kind's stable name; also the name of its template."""

    name: str
    """Stable name: a learner's answers are stored under it. Empty when the author gave none."""
    span: Span
    """Where its block begins."""
    objective: str | None = None
    """Name of the objective that it assesses."""
    objective_span: Span | None = None
    """Where that is said."""
    scenario_html: str = ""
    """What precedes the question itself, block HTML."""
    stem_html: str
    """The question itself, inline HTML."""
    stem: str
    """The same as plain text."""
    hints_html: tuple[str, ...] = ()
    """Hints, to be given one at a time, block HTML."""
    explanation_html: str = ""
    """Shown once the question is settled, block HTML."""
    points: int = 1
    """What a full answer is worth."""
    attempts: int | None = None
    """How many tries there are; none: no limit."""
    shuffle: bool = True
    """May its answers be shown in another order?"""
    level: str | None = None
    """Its level in Bloom's revised taxonomy, when the author names one."""
    section: str = ""
    """Anchor of the heading it stands under: where it was taught."""


@dataclass(frozen=True, slots=True)
class Grade:
    """What an answer is worth."""

    score: float
    """0 to 1."""
    correct: bool
    """Is it wholly right?"""
    feedback: tuple[str, ...]
    """Values of the answers whose feedback is shown, in the author's order."""

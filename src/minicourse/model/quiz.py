"""A quiz: questions taken together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from minicourse.model.questions import Question
from minicourse.problems import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz:
    """A group of questions with one result."""

    name: str
    """Stable name: its results are stored under it. Empty when the author gave none."""
    span: Span
    """Where its block begins."""
    title: str
    """Plain text; may be empty."""
    intro_html: str
    """What precedes its questions, block HTML."""
    questions: tuple[Question, ...]
    """Its own questions, in order."""
    pass_mark: int | None = None
    """The share of points, in per cent, with which it is passed; none: nobody passes or fails."""
    attempts: int | None = None
    """How many times it may be taken; none: no limit."""
    draw: int | None = None
    """How many questions are drawn from its bank; none: all."""
    source: Literal["own", "unit", "course"] = "own"
    """Its bank: its own questions, or with them those of its unit, or of the whole course."""
    feedback: Literal["end", "now"] = "end"
    """When a learner is told what was right."""
    show: Literal["all", "one"] = "all"
    """Are all questions on view, or one at a time?"""

    @property
    def length(self) -> int:
        """How many questions a learner answers, as far as its own questions tell."""
        return self.draw or len(self.questions)

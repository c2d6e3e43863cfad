"""What all kinds of question have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from minicourse.model.selection import Ignored
from minicourse.problems import Span


@dataclass(frozen=True, slots=True)
class Grade:
    """What a response is worth."""

    score: float | None
    """0 to 1; none for what isn't scored."""
    correct: bool | None
    """Is it wholly right? None for what isn't scored."""
    feedback: tuple[str, ...] = ()
    """Values of the parts whose feedback is shown, in the author's order."""
    near: tuple[str, ...] = ()
    """Those of them that are only misspelt."""


UNSCORED = Grade(None, None)
"""The grade of whatever is never scored."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(ABC):
    """A question: its stem, the help it gives and what it is worth. Each kind adds its answers.

    A response is a list of texts, as a form gives it; each kind says what they mean.
    """

    kind: ClassVar[str]
    """The kind's stable name; also the name of its templates."""
    scored: ClassVar[bool] = True
    """Can a response be right or wrong?"""
    numbered: ClassVar[bool] = True
    """Is it one of the questions that are counted? Cards and scenarios are something else to do."""

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
    stem_html: str = ""
    """The question itself, inline HTML; empty where the theme's own words do."""
    stem: str = ""
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
    see: str | None = None
    """Where it was taught, as the author says: a link to a file or anchor, relative to this file."""
    confidence: bool = False
    """Is the learner asked how sure they are?"""
    ignored: tuple[Ignored, ...] = ()
    """Rules that don't count for it."""
    last_line: int = 0
    """The line in which its block ends; 0 where nobody has to know."""
    section: str = ""
    """Anchor of the heading it stands under: where it was taught when the author says nothing else."""

    @property
    @abstractmethod
    def key(self) -> Any:
        """What the page's script needs for grading, as JSON can hold it."""

    @abstractmethod
    def grade(self, response: Sequence[str]) -> Grade:
        """What a response is worth. Never raises, whatever texts it holds."""


def grade_rows(right: Sequence[bool], near: Sequence[str] = ()) -> Grade:
    """The grade of a question answered part by part: each right part earns its share; wrong ones show feedback."""
    wrong = tuple(str(place) for place, is_right in enumerate(right, 1) if not is_right)
    score = (len(right) - len(wrong)) / len(right) if right else 0.0
    return Grade(score, not wrong, wrong, tuple(near))


def padded(response: Sequence[str], length: int) -> list[str]:
    """A response with as many entries as there are parts."""
    return [*response[:length], *[""] * (length - len(response))]

"""Asking for an opinion or a fact of the learner's own (`survey`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from minicourse.model.questions.question import UNSCORED, Grade, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey(Question):
    """A question without a right answer: of choices, of statements on a scale, or, with neither, of free text.

    A response lists the values chosen; or holds the place on the scale for each statement; or the text.
    """

    kind: ClassVar[str] = "survey"
    scored: ClassVar[bool] = False
    options_html: tuple[str, ...] = ()
    """Choices, inline HTML; the value of each is its place, from "1"."""
    choose: int = 1
    """How many choices may be taken."""
    statements_html: tuple[str, ...] = ()
    """Statements, inline HTML."""
    scale: tuple[str, ...] = ()
    """The steps of the scale, plain text; the value of each is its place, from "1"."""

    @property
    def key(self) -> None:
        """There is none: nothing is right or wrong."""

    def grade(self, response: Sequence[str]) -> Grade:
        """Never scored."""
        return UNSCORED

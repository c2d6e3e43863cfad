"""Writing freely, and comparing with a model answer (`open`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from minicourse.model.questions.question import UNSCORED, Grade, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(Question):
    """A free text. A response holds the text, then the values of the points that the learner ticked."""

    kind: ClassVar[str] = "open"
    scored: ClassVar[bool] = False
    model_html: str
    """The model answer, block HTML; may be empty where there are points to check."""
    points_html: tuple[str, ...] = ()
    """Points to check one's text for, inline HTML; the value of each is its place, from "1"."""

    @property
    def key(self) -> None:
        """There is none: nothing is right or wrong."""

    def grade(self, response: Sequence[str]) -> Grade:
        """Never scored: the learner compares."""
        return UNSCORED

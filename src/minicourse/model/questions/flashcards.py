"""Cards to turn over (`flashcards`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from minicourse.model.questions.question import UNSCORED, Grade, Question


@dataclass(frozen=True, slots=True)
class Card:
    """A card with two sides."""

    front_html: str
    """Inline HTML."""
    back_html: str
    """Block HTML."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flashcards(Question):
    """A pack of cards. A response lists the values of the cards that the learner says they knew."""

    kind: ClassVar[str] = "flashcards"
    scored: ClassVar[bool] = False
    numbered: ClassVar[bool] = False
    cards: tuple[Card, ...]
    """The cards in the author's order; the value of each is its place, from "1"."""

    @property
    def key(self) -> None:
        """There is none: a learner judges for themselves."""

    def grade(self, response: Sequence[str]) -> Grade:
        """Never scored."""
        return UNSCORED

"""Deciding step by step, and living with it (`scenario`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from minicourse.model.questions.question import UNSCORED, Grade, Question
from minicourse.problems import Span


@dataclass(frozen=True, slots=True)
class Decision:
    """A way on from a step."""

    html: str
    """Its text, inline HTML."""
    target: str
    """Anchor of the step that it leads to."""
    span: Span


@dataclass(frozen=True, slots=True)
class Scene:
    """A step of a scenario: what happens, and what can be done about it."""

    anchor: str
    """Its id, unique on the page; also its value in a response."""
    title_html: str
    """Inline HTML."""
    html: str
    """What happens, block HTML."""
    decisions: tuple[Decision, ...]
    """The ways on; none at an ending."""
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario(Question):
    """Scenes, of which the first is the beginning. A response lists the anchors of the scenes visited, in order."""

    kind: ClassVar[str] = "scenario"
    scored: ClassVar[bool] = False
    numbered: ClassVar[bool] = False
    scenes: tuple[Scene, ...]

    @property
    def key(self) -> None:
        """There is none: consequences teach."""

    def grade(self, response: Sequence[str]) -> Grade:
        """Never scored."""
        return UNSCORED

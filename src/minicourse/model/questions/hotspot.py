"""Choosing a place on a picture (`hotspot`). Each place has a text, so nobody needs to see or point at the picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from minicourse.model.questions.choice import Choice, Option


@dataclass(frozen=True, slots=True)
class Spot(Option):
    """A choice with a place on the picture."""

    x: float
    """Its distance from the left edge, in per cent of the picture's width."""
    y: float
    """Its distance from the top edge, in per cent of the picture's height."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hotspot(Choice):
    """A question whose choices are places on a picture; one or several are right."""

    kind: ClassVar[str] = "hotspot"
    picture_html: str
    """The picture, inline HTML."""
    options: tuple[Spot, ...]
    """The places, in the author's order; the value of each is its place in it, from "1"."""

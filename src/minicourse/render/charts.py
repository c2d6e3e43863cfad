"""Where things stand in the charts of the report on learners' results. The template draws them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minicourse.analysis.flags import EASY, HARD, WEAK, decimal
from minicourse.analysis.items import Item
from minicourse.analysis.measures import Estimate
from minicourse.render.analysis_views import Point, Scatter, Tick, Whisker

WIDTH, HEIGHT = 450.0, 400.0
"""Small enough for its numbers to be read on a phone; on a screen the chart is drawn larger."""
LEFT, RIGHT, TOP, BOTTOM = 56.0, 434.0, 10.0, 352.0
_STEP = 0.2
_DIGIT, _LINE = 7.5, 11.0
"""Width of a digit and height of a line, at the chart's size of text."""


def whisker(estimate: Estimate) -> Whisker:
    """A share on a scale from 0 to 100."""
    return Whisker(*(round(100 * value, 1) for value in (estimate.value, estimate.low, estimate.high)))


@dataclass(frozen=True, slots=True)
class _Scale:
    """From values to places in the chart."""

    low: float
    high: float
    """The correlations at the lower and the upper edge."""

    def x(self, p: float) -> float:
        return round(LEFT + (RIGHT - LEFT) * p, 1)

    def y(self, r: float) -> float:
        return round(BOTTOM - (BOTTOM - TOP) * (r - self.low) / (self.high - self.low), 1)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A question that has both numbers."""

    number: int
    name: str
    p: float
    r: float
    flagged: bool


def scatter(items: Iterable[tuple[int, Item]], flagged: set[str]) -> Scatter | None:
    """The chart of these questions, each with its number; `flagged` are the names of those that
    something speaks against. None where there are fewer than two with both numbers."""
    placed = [
        _Placed(number, name, item.difficulty.value, item.discrimination.value, name in flagged)
        for number, item in items
        for name in [item.question.name]
        if item.difficulty and item.discrimination
    ]
    if len(placed) < 2:
        return None
    lowest, highest = min(0.0, *(one.r for one in placed)), max(0.6, *(one.r for one in placed))
    steps = range(math.floor(lowest / _STEP), math.ceil(highest / _STEP) + 1)
    scale = _Scale(steps[0] * _STEP, steps[-1] * _STEP)
    return Scatter(
        WIDTH,
        HEIGHT,
        LEFT,
        RIGHT,
        TOP,
        BOTTOM,
        sound_left=scale.x(HARD),
        sound_right=scale.x(EASY),
        sound_bottom=scale.y(WEAK),
        across=tuple(Tick(scale.x(tenth / 10), f"{10 * tenth}") for tenth in range(0, 11, 2)),
        up=tuple(Tick(scale.y(step * _STEP), decimal(step * _STEP) if step else "0") for step in steps),
        points=tuple(_points(placed, scale)),
    )


def _points(placed: list[_Placed], scale: _Scale) -> Iterator[Point]:
    """The points. Those that something speaks against come last, to be drawn on top."""
    placed = sorted(placed, key=lambda one: one.flagged)
    spots = [(scale.x(one.p), scale.y(one.r)) for one in placed]
    widths = [len(str(one.number)) * _DIGIT for one in placed]
    labels = _labels(spots, widths, always=sum(one.flagged for one in placed))
    for one, spot, label in zip(placed, spots, labels, strict=True):
        title = f"{one.name}: {one.p:.0%} right, r {decimal(one.r)}"
        yield Point(one.number, *spot, one.flagged, *label, title)


Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


def _labels(
    spots: list[tuple[float, float]], widths: list[float], always: int
) -> list[tuple[float | None, float | None]]:
    """For each point a place beside it that nothing else covers: right, left, above, below; none where all are taken.
    The last point chooses first, and of the last so many each gets one. A place is the middle of the number's foot."""
    taken: list[Box] = [(x - 5, y - 5, x + 5, y + 5) for x, y in spots]
    found: list[tuple[float | None, float | None]] = []
    for count, ((x, y), width) in enumerate(reversed(list(zip(spots, widths, strict=True)))):
        beside = ((x + 8 + width / 2, y + 4), (x - 8 - width / 2, y + 4), (x, y - 8), (x, y + 16))
        label: tuple[float | None, float | None] = beside[2] if count < always else (None, None)
        for middle, foot in beside:
            box = (middle - width / 2, foot - _LINE + 1, middle + width / 2, foot + 1)
            inside = box[0] >= LEFT and box[2] <= RIGHT + 8 and box[1] >= 0 and box[3] <= BOTTOM
            if inside and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                label = (round(middle, 1), round(foot, 1))
                break
        found.append(label)
    return found[::-1]


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]

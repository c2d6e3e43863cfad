"""Draws a course's cover from its id, and a lesson's from the course's: the same names, the same drawing, for good.

A grid of quarter circles, half circles and dots in five tints of the accent and one warm colour. A lesson's is a
variation: about half of the cells are the course's own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Literal

from markupsafe import Markup

ROWS = 6
"""A drawing is so many cells high, and as many wide, or twice as many."""
_SIZE = 100

Shape = Literal["quarter", "dot", "half", "none"]
_SHAPES: tuple[Shape, ...] = ("quarter", "dot", "half", "none")


@dataclass(frozen=True, slots=True)
class Cell:
    """A square, and mostly a shape on it in another tint."""

    ground: int
    """Tint of the square, from 1 to 5."""
    tint: int
    """Tint of the shape, from 1 to 5, or 6: the warm one."""
    shape: Shape
    turn: int
    """The corner at which a quarter circle has its centre: 0 to 3, clockwise from the top left."""


Pattern = tuple[tuple[Cell, ...], ...]
"""The rows of a drawing."""


def pattern(course_id: str, lesson_key: str = "", wide: bool = False) -> Pattern:
    """The drawing of a course, or of a lesson in it: 6 by 6 cells, or 6 rows of 12, whose left half is the same."""
    cells = _course_cells(course_id)[: ROWS * ROWS * (2 if wide else 1)]
    if lesson_key:
        own, kept = _cells(f"{course_id}/{lesson_key}"), _numbers(f"{course_id}/{lesson_key}/kept")
        cells = tuple(course if keep % 2 else next(own) for course, keep in zip(cells, kept, strict=False))
    starts = range(0, len(cells), ROWS * ROWS)
    return tuple(
        tuple(cell for start in starts for cell in cells[start + row * ROWS : start + (row + 1) * ROWS])
        for row in range(ROWS)
    )


@lru_cache(maxsize=1)
def _course_cells(course_id: str) -> tuple[Cell, ...]:
    return tuple(islice(_cells(course_id), 2 * ROWS * ROWS))


def cover_svg(course_id: str) -> Markup:
    """The cover as inline SVG. It decorates: its title is in the heading beside it. Its shapes carry classes `c1` to
    `c6`; the theme gives those their colours."""
    drawn = "".join(
        shape
        for row, cells in enumerate(pattern(course_id))
        for column, cell in enumerate(cells)
        for shape in _paths(cell, column * _SIZE, row * _SIZE)
    )
    side = ROWS * _SIZE
    return Markup(
        f'<svg class="cover" viewBox="0 0 {side} {side}" preserveAspectRatio="xMidYMin slice" aria-hidden="true" '
        f'focusable="false">{drawn}</svg>'
    )


ICON_MARGIN, ICON_ROUNDING = 22, 22
"""What an icon leaves free around its shape, and the radius of its corners, in hundredths of its side. So the shape
lies whole in the circle that a device may cut out (https://www.w3.org/TR/appmanifest/#icon-masks), which has a radius
of 40."""


def icon_turn(course_id: str) -> int:
    """The corner at which the quarter circle of the course's icon has its centre."""
    return next(_numbers(course_id)) % 4


def icon_colours(hue: int) -> tuple[tuple[float, float, int], tuple[float, float, int]]:
    """Ground and shape of an icon in OKLCH."""
    return (0.46, 0.09, hue), (0.93, 0.025, hue)


def icon_svg(course_id: str, hue: int) -> str:
    """The course's icon: one cell of its kind, in fixed colours since an icon has no stylesheet."""
    arc = _quarter(ICON_MARGIN, ICON_MARGIN, icon_turn(course_id), 100 - 2 * ICON_MARGIN)
    dark, light = (f"oklch({lightness} {chroma} {hue})" for lightness, chroma, hue in icon_colours(hue))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100" '
        f'rx="{ICON_ROUNDING}" fill="{dark}"/><path d="{arc}" fill="{light}"/></svg>'
    )


def _numbers(seed: str) -> Iterator[int]:
    """An endless, fixed row of numbers from 0 to 255 for a seed."""
    block = 0
    while True:
        yield from hashlib.blake2b(f"{seed}:{block}".encode()).digest()
        block += 1


def _cells(seed: str) -> Iterator[Cell]:
    """An endless, fixed row of cells for a seed."""
    draw = _numbers(seed)
    while True:
        ground = 1 + next(draw) % 5
        # One shape in twelve is warm: enough to be seen, too few to shout.
        tint = 6 if next(draw) % 12 == 0 else 1 + (ground - 1 + 1 + next(draw) % 4) % 5
        yield Cell(ground, tint, _SHAPES[next(draw) % 4], next(draw) % 4)


def _paths(cell: Cell, x: int, y: int) -> Iterator[str]:
    """A cell in SVG, its top left corner at a place."""
    yield f'<path class="c{cell.ground}" d="M{x} {y}h{_SIZE}v{_SIZE}h-{_SIZE}z"/>'
    if cell.shape == "quarter":
        yield f'<path class="c{cell.tint}" d="{_quarter(x, y, cell.turn)}"/>'
    elif cell.shape == "dot":
        yield f'<circle class="c{cell.tint}" cx="{x + _SIZE // 2}" cy="{y + _SIZE // 2}" r="{_SIZE * 3 // 10}"/>'
    elif cell.shape == "half":
        yield f'<path class="c{cell.tint}" d="M{x} {y + _SIZE // 2}a50 50 0 0 1 {_SIZE} 0z"/>'


def _quarter(x: int, y: int, turn: int, side: int = _SIZE) -> str:
    """A quarter of a circle that fills a square, its centre at one of the four corners."""
    left, top, right, bottom = x, y, x + side, y + side
    return (
        f"M{left} {top}h{side}a{side} {side} 0 0 1 -{side} {side}z",
        f"M{right} {top}v{side}a{side} {side} 0 0 1 -{side} -{side}z",
        f"M{right} {bottom}h-{side}a{side} {side} 0 0 1 {side} -{side}z",
        f"M{left} {bottom}v-{side}a{side} {side} 0 0 1 {side} {side}z",
    )[turn]

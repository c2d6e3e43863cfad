"""Draws a course's cover from its id: the same id, the same cover, for good.

A grid of quarter circles, half circles and dots in five tints of the accent and one warm colour. The shapes
carry classes `c1` to `c6`; the theme gives those their colours.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from markupsafe import Markup

_CELLS = 6
_SIZE = 100


def cover_svg(course_id: str) -> Markup:
    """The cover as inline SVG. It decorates: its title is in the heading beside it."""
    draw = _numbers(course_id)
    shapes = [
        shape for row in range(_CELLS) for column in range(_CELLS) for shape in _cell(column * _SIZE, row * _SIZE, draw)
    ]
    side = _CELLS * _SIZE
    drawn = "".join(shapes)
    frame = f'<svg class="cover" viewBox="0 0 {side} {side}" aria-hidden="true" focusable="false">{drawn}</svg>'
    return Markup(frame)


def icon_svg(course_id: str, hue: int) -> str:
    """The course's icon: one cell of its kind, in fixed colours since an icon has no stylesheet."""
    arc = _quarter(0, 0, next(_numbers(course_id)) % 4)
    dark, light = f"oklch(0.46 0.09 {hue})", f"oklch(0.93 0.025 {hue})"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100" rx="22" '
        f'fill="{dark}"/><path d="{arc}" fill="{light}"/></svg>'
    )


def _numbers(seed: str) -> Iterator[int]:
    """An endless, fixed row of numbers from 0 to 255 for a seed."""
    block = 0
    while True:
        yield from hashlib.blake2b(f"{seed}:{block}".encode()).digest()
        block += 1


def _cell(x: int, y: int, draw: Iterator[int]) -> Iterator[str]:
    """A square, and mostly a shape on it in another tint."""
    ground = 1 + next(draw) % 5
    yield f'<path class="c{ground}" d="M{x} {y}h{_SIZE}v{_SIZE}h-{_SIZE}z"/>'
    # One shape in twelve is warm: enough to be seen, too few to shout.
    tint = 6 if next(draw) % 12 == 0 else 1 + (ground - 1 + 1 + next(draw) % 4) % 5
    kind, turn = next(draw) % 4, next(draw) % 4
    if kind == 0:
        yield f'<path class="c{tint}" d="{_quarter(x, y, turn)}"/>'
    elif kind == 1:
        yield f'<circle class="c{tint}" cx="{x + _SIZE // 2}" cy="{y + _SIZE // 2}" r="{_SIZE * 3 // 10}"/>'
    elif kind == 2:
        middle = y + _SIZE // 2
        yield f'<path class="c{tint}" d="M{x} {middle}a50 50 0 0 1 {_SIZE} 0z"/>'


def _quarter(x: int, y: int, turn: int) -> str:
    """A quarter of a circle that fills a cell, its corner at one of the four corners."""
    left, top, right, bottom = x, y, x + _SIZE, y + _SIZE
    return (
        f"M{left} {top}h{_SIZE}a{_SIZE} {_SIZE} 0 0 1 -{_SIZE} {_SIZE}z",
        f"M{right} {top}v{_SIZE}a{_SIZE} {_SIZE} 0 0 1 -{_SIZE} -{_SIZE}z",
        f"M{right} {bottom}h-{_SIZE}a{_SIZE} {_SIZE} 0 0 1 {_SIZE} -{_SIZE}z",
        f"M{left} {bottom}v-{_SIZE}a{_SIZE} {_SIZE} 0 0 1 {_SIZE} {_SIZE}z",
    )[turn]

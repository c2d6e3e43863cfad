"""The picture that stands beside a shared link: the drawing of the course or the lesson, and its title."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from PIL import Image

from minicourse.render.colour import Rgb, oklch_rgb
from minicourse.render.cover import ROWS, pattern
from minicourse.render.mosaic import blends, cover_colours, draw, indexed_png, tints
from minicourse.render.typeset import ABOVE, BELOW, Setting, Style, can_set, fit, paint, plain

WIDTH, HEIGHT = 1200, 630
"""In pixels: what Facebook advises for a picture beside a link
(https://developers.facebook.com/docs/sharing/webmasters/images/)."""

_CELL = HEIGHT // ROWS
_COLUMNS = 4
_DRAWN = _COLUMNS * _CELL
_MARGIN = 72
_MEASURE = WIDTH - _DRAWN - _MARGIN - 56
_BASE = HEIGHT - 80
"""Where the last line of the title stands."""
_STEPS = 7
"""How many mixtures with the paper smooth a letter."""


_TITLE = Style((112, 104, 96, 88, 80, 72, 64, 58, 52, 46, 42, 38, 34, 30), 1.14)
_NAME = Style((30, 26), 1.3)
_NAME_HEIGHT = 72
"""Two lines."""


@dataclass(frozen=True, slots=True)
class Card:
    """What a card shows."""

    course_id: str
    hue: int
    """Hue of the accent, in degrees."""
    title: str
    """The title of the course or the lesson, set large."""
    name: str = ""
    """What stands small above it: for a lesson, the course's title."""
    lesson_key: str = ""
    """Address of the lesson without `index.html`; nothing for the course itself."""


@lru_cache(maxsize=1024)
def card_png(card: Card) -> bytes:
    """The card as a PNG of 1200 by 630 pixels. Where the title can't be set, the drawing fills all of it."""
    title, name = plain(card.title), plain(card.name)
    if not title.strip() or not can_set(title):
        return _drawing_alone(card)
    ground = len(cover_colours(card.hue))
    image = Image.new("L", (WIDTH, HEIGHT), ground)
    draw(image, pattern(card.course_id, card.lesson_key), WIDTH - _DRAWN, 0, _CELL)
    top = _MARGIN
    if name and can_set(name):
        setting = fit(name, _MEASURE, _NAME_HEIGHT, _NAME)
        base = _MARGIN + round(setting.size * 0.7)
        _set(image, setting, base, _shades(ground, ground + 2 + _STEPS))
        top = base + setting.step * len(setting.lines)
    setting = fit(title, _MEASURE, _BASE - top, _TITLE)
    first_base = _BASE - setting.step * (len(setting.lines) - 1)
    _set(image, setting, first_base, _shades(ground, ground + 1))
    return indexed_png(image, _colours(card.hue))


@lru_cache(maxsize=16)
def _colours(hue: int) -> tuple[Rgb, ...]:
    """The colours of a card: those of the drawing, the paper, and the letters' in ink and in the accent."""
    paper, ink, accent = oklch_rgb(0.985, 0.006, 85), oklch_rgb(0.25, 0.015, 260), tints(hue)[0]
    letters = [*blends(paper, ink, _STEPS), ink, *blends(paper, accent, _STEPS), accent]
    return (*cover_colours(hue), paper, *letters)


def _drawing_alone(card: Card) -> bytes:
    """The drawing, wide enough to fill the card, its outermost cells running over the edge."""
    image = Image.new("L", (WIDTH, HEIGHT))
    rows = pattern(card.course_id, card.lesson_key, wide=True)
    draw(image, rows, (WIDTH - len(rows[0]) * _CELL) // 2, 0, _CELL)
    return indexed_png(image, cover_colours(card.hue))


def _set(image: Image.Image, setting: Setting, base: int, shades: list[int]) -> None:
    """Set lines onto the paper, the first standing at `base`."""
    image.paste(_mask(setting).point(shades), (0, base - round(setting.size * ABOVE)))


@lru_cache(maxsize=4)
def _mask(setting: Setting) -> Image.Image:
    """Lines as they stand on the paper. All lessons of a course have one thing in common, its title."""
    above, below = (round(setting.size * reach) for reach in (ABOVE, BELOW))
    mask = Image.new("L", (WIDTH - _DRAWN, above + setting.step * (len(setting.lines) - 1) + below))
    for number, line in enumerate(setting.lines):
        # What is large has more air before its first letter, and would seem to stand further in.
        paint(mask, line, setting.size, _MARGIN - setting.size // 32, above + number * setting.step)
    return mask


@cache
def _shades(ground: int, first: int) -> list[int]:
    """For each share of a letter in a pixel, from 0 to 255, the number of the colour: the paper's, or one of those
    that begin with `first`."""
    shades = [ground, *range(first, first + _STEPS + 1)]
    return [shades[round(share * (_STEPS + 1) / 255)] for share in range(256)]

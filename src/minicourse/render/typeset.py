"""Sets a title in the one font that comes with minicourse, so that a picture with text is the same on every machine.

What the font or this simple setting can't do (scripts whose letters join or run from right to left, marks that have to
be placed) is said by `can_set`, and is then not set at all.
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONT = Path(__file__).with_name("fonts") / "literata-bold.ttf"
EM = 1000
"""Widths are measured in thousandths of the size, so a text has one whatever its size."""
ABOVE, BELOW = 1.2, 0.32
"""How far the highest accents stand above the base line and the lowest marks below it, in sizes."""
ELLIPSIS = "…"

_PLAIN = str.maketrans({"\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2011": "-", "\u00ad": "", "\u200b": ""})
_BREAKS = re.compile(r"(?<=[-–—/])(?=\w)")


@dataclass(frozen=True, slots=True)
class Style:
    """How a text may be set."""

    sizes: tuple[int, ...]
    """Sizes to try, in pixels, largest first."""
    leading: float
    """Distance of lines, in sizes."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A text broken into lines, and the size at which they fit."""

    lines: tuple[str, ...]
    size: int
    """In pixels."""
    step: int
    """Distance of lines, in pixels."""


def plain(text: str) -> str:
    """The text with its letters and accents in one piece, and without spaces and hyphens of a special kind."""
    return unicodedata.normalize("NFC", text).translate(_PLAIN)


def can_set(text: str) -> bool:
    """Does the font have every character of this `plain` text, and can each stand simply behind the one before?"""
    return all(_has(character) for character in text)


@lru_cache(maxsize=4)
def fit(text: str, width: int, height: int, style: Style) -> Setting:
    """The text as large as it fits into a box from its highest accent to its last base line, in pixels: the largest
    size at which no word is too wide and the lines are not too many. Lines are about equally long. At the smallest size
    words are broken and the text is cut short as it must, so it fits always."""
    words = _words(text)
    for size in style.sizes:
        measure, step = width * EM // size, round(size * style.leading)
        most = 1 + int((height - size * ABOVE) / step)
        if all(advance(word) <= measure for word, _ in words):
            lines = _balanced(words, measure)
            if len(lines) <= most:
                return Setting(tuple(lines), size, step)
    return Setting(tuple(_cut(_wrapped(_broken(words, measure), measure), most, measure)), size, step)


def advance(text: str) -> int:
    """The width of a text, in thousandths of its size."""
    return sum(_widths(text))


def paint(image: Image.Image, text: str, size: int, x: int, y: int) -> None:
    """Paint one line into a mask, its left edge at `x` and its base line at `y`."""
    at = 0
    for character, width in zip(text, _widths(text), strict=True):
        fine = _fine(size)
        place = x * fine + round(at * size * fine / EM)
        glyph, left, top = _glyph(character, size, place % fine)
        image.paste(255, (place // fine + left, y + top), glyph)
        at += width


Words = list[tuple[str, str]]
"""What may not be broken, each with what stands before it when it isn't the first of its line: a space or nothing."""


def _words(text: str) -> Words:
    return [
        (part, " " if place == 0 else "") for word in text.split() for place, part in enumerate(_BREAKS.split(word))
    ]


def _wrapped(words: Words, measure: int) -> list[str]:
    """As many words a line as fit."""
    lines: list[str] = []
    for word, before in words:
        longer = f"{lines[-1]}{before}{word}" if lines else ""
        if longer and advance(longer) <= measure:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _balanced(words: Words, measure: int) -> list[str]:
    """No more lines than needed, and all about as long: of all ways to break them, the one whose free space, squared
    line by line, is least."""
    count = len(_wrapped(words, measure))
    # The best ways to set the first n words in so many lines: how much is free, and the lines.
    best: dict[int, tuple[int, tuple[str, ...]]] = {0: (0, ())}
    for _ in range(count):
        further: dict[int, tuple[int, tuple[str, ...]]] = {}
        for start, (free, lines) in best.items():
            line = ""
            for end, (word, before) in enumerate(words[start:], start + 1):
                line = f"{line}{before}{word}" if line else word
                left = measure - advance(line)
                if left < 0:
                    break
                if end not in further or free + left**2 < further[end][0]:
                    further[end] = free + left**2, (*lines, line)
        best = further
    return list(best[len(words)][1])


def _broken(words: Words, measure: int) -> Words:
    """Words that are too wide, in pieces."""
    pieces: Words = []
    for word, before in words:
        while advance(word) > measure:
            length = next(n for n in range(len(word), 0, -1) if n == 1 or advance(word[:n]) <= measure)
            pieces.append((word[:length], before))
            word, before = word[length:], ""
        if word:
            pieces.append((word, before))
    return pieces


def _cut(lines: list[str], most: int, measure: int) -> list[str]:
    """The first lines, the last of them ending in an ellipsis when more would follow."""
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and advance(last + ELLIPSIS) > measure:
        last = last[:-1]
    return [*lines[: most - 1], last.rstrip() + ELLIPSIS]


@lru_cache(maxsize=4096)
def _widths(text: str) -> tuple[int, ...]:
    """How far each character moves the next one."""
    pairs = zip(text, [*text[1:], ""], strict=True)
    return tuple(_width(character) + _kern(character, following) for character, following in pairs)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _width(character: str) -> int:
    return round(_font(EM).getlength(character))


@cache
def _kern(left: str, right: str) -> int:
    if not right:
        return 0
    return next((int(change) for change, others in _kerning().get(left, {}).items() if right in others), 0)


@cache
def _kerning() -> dict[str, dict[str, str]]:
    """For each character the change of its distance, in thousandths of an em, and before which others it applies.
    Pillow's basic layout makes next to nothing of a font's own."""
    found: dict[str, dict[str, str]] = json.loads(FONT.with_suffix(".kerning.json").read_text(encoding="utf-8"))
    return found


@cache
def _has(character: str) -> bool:
    """Is there a glyph? What the font doesn't have is drawn as a box, the same for all."""
    if unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf", "Cc"):
        return False
    return character == " " or _shape(character) != _shape("\uffff")


def _shape(character: str) -> bytes:
    return _glyph(character, 40, 0)[0].tobytes()


def _fine(size: int) -> int:
    """Into how many parts a pixel is divided when letters are placed: small ones need more care."""
    return 4 if size < 40 else 2


@lru_cache(maxsize=8192)
def _glyph(character: str, size: int, part: int) -> tuple[Image.Image, int, int]:
    """A character's mask with the place of its top left corner; it begins at so many parts of a pixel."""
    fine = _fine(size)
    left, top, right, bottom = (int(edge) for edge in _font(size * fine).getbbox(character, anchor="ls"))
    x, y = (left + part) // fine, top // fine
    width, height = -(-(right + part) // fine) - x, -(-bottom // fine) - y
    mask = Image.new("L", (max(width, 1) * fine, max(height, 1) * fine))
    place = (part - x * fine, -y * fine)
    ImageDraw.Draw(mask).text(place, character, font=_font(size * fine), fill=255, anchor="ls")
    return mask.reduce(fine), x, y

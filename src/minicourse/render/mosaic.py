"""Draws the cells of a cover as a picture whose pixels are numbers of colours: small as a PNG, and quickly made."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from functools import lru_cache

from PIL import Image, ImageChops, ImageDraw

from minicourse.render.colour import Rgb, oklch_rgb
from minicourse.render.cover import Cell, Pattern, Shape

TINTS = 6
_STEPS = 5
"""How many mixtures of two tints smooth the edge between them."""
_PAIRS = [(low, high) for high in range(TINTS) for low in range(high)]
_FINE = 8


def tints(hue: int) -> tuple[Rgb, ...]:
    """The six colours of a cover, as `tokens.css` has them in the light scheme for an accent of this hue."""
    return (
        oklch_rgb(0.45, 0.09, hue),
        oklch_rgb(0.61, 0.09, hue),
        oklch_rgb(0.79, 0.06, hue),
        oklch_rgb(0.93, 0.025, hue),
        oklch_rgb(0.965, 0.012, 85),
        oklch_rgb(0.72, 0.13, hue + 225),
    )


@lru_cache(maxsize=16)
def cover_colours(hue: int) -> tuple[Rgb, ...]:
    """All colours of a drawing, in the order of their numbers: the tints, then what smooths the edges between two."""
    found = list(tints(hue))
    for low, high in _PAIRS:
        found += blends(found[low], found[high], _STEPS)
    return tuple(found)


def blends(ground: Rgb, colour: Rgb, steps: int) -> list[Rgb]:
    """So many mixtures of two colours, the ground's share becoming less."""
    shares = [step / (steps + 1) for step in range(1, steps + 1)]
    return [
        (
            round(ground[0] + (colour[0] - ground[0]) * share),
            round(ground[1] + (colour[1] - ground[1]) * share),
            round(ground[2] + (colour[2] - ground[2]) * share),
        )
        for share in shares
    ]


def draw(image: Image.Image, pattern: Pattern, x: int, y: int, size: int) -> None:
    """Draw a pattern into `image`, its cells `size` pixels wide, its top left corner at a place that may be outside."""
    for row, cells in enumerate(pattern):
        for column, cell in enumerate(cells):
            image.paste(_tile(cell, size), (x + column * size, y + row * size))


def indexed_png(image: Image.Image, colours: Sequence[Rgb], opacities: bytes = b"") -> bytes:
    """A picture whose pixels are numbers of `colours` as PNG; `opacities`, from 0 to 255, are those of the first ones,
    and the others cover all.

    Each row is stored as its difference from the one above, which leaves a flat drawing nearly empty; what is left is
    runs of zeros. Made so it takes a fifth of the time that Pillow's writer does, and the file is no larger.
    """
    width, height = image.size
    above = Image.new("L", image.size)
    above.paste(image, (0, 1))
    rows = Image.new("L", (width + 1, height), 2)
    rows.paste(ImageChops.subtract_modulo(image, above), (1, 0))
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, zlib.Z_RLE)
    data = packer.compress(rows.tobytes()) + packer.flush()
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        (b"PLTE", bytes(channel for colour in colours for channel in colour)),
        *([(b"tRNS", opacities)] if opacities else []),
        (b"IDAT", data),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(part)) + name + part + struct.pack(">I", zlib.crc32(name + part)) for name, part in parts
    )


@lru_cache(maxsize=1024)
def _tile(cell: Cell, size: int) -> Image.Image:
    """One cell as numbers of colours."""
    ground, tint = cell.ground - 1, cell.tint - 1
    if cell.shape == "none":
        return Image.new("L", (size, size), ground)
    low, high = sorted((ground, tint))
    first = TINTS + _PAIRS.index((low, high)) * _STEPS
    steps = [low, *range(first, first + _STEPS), high]
    if ground == high:
        steps.reverse()
    return shape_mask(cell.shape, size, cell.turn).point([steps[round(v * (_STEPS + 1) / 255)] for v in range(256)])


@lru_cache(maxsize=64)
def shape_mask(shape: Shape, size: int, turn: int = 0) -> Image.Image:
    """How much of each pixel of a cell a shape covers, from 0 to 255."""
    side = size * _FINE
    mask = Image.new("L", (side, side))
    pen = ImageDraw.Draw(mask)
    if shape == "quarter":
        x, y = ((0, 0), (side, 0), (side, side), (0, side))[turn]
        pen.ellipse((x - side, y - side, x + side - 1, y + side - 1), fill=255)
    elif shape == "dot":
        pen.ellipse((side * 0.2, side * 0.2, side * 0.8 - 1, side * 0.8 - 1), fill=255)
    else:
        pen.pieslice((0, 0, side - 1, side - 1), 180, 360, fill=255)
    return mask.reduce(_FINE)

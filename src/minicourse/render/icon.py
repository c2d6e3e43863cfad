"""The course's icon as PNG, for devices that install a site like a program."""

from __future__ import annotations

from PIL import Image, ImageDraw

from minicourse.render.colour import oklch_rgb
from minicourse.render.cover import ICON_MARGIN, ICON_ROUNDING, icon_colours, icon_turn
from minicourse.render.mosaic import blends, indexed_png, shape_mask

_STEPS = 15
"""How many mixtures smooth an edge."""
_FINE = 4


def icon_png(course_id: str, hue: int, size: int, maskable: bool = False) -> bytes:
    """What `icon_svg` draws, as a PNG of `size` by `size` pixels. A `maskable` one fills its square to the edges, since
    the device cuts its outline out; the other has round corners, with nothing behind them."""
    dark, light = (oklch_rgb(*colour) for colour in icon_colours(hue))
    side = size * (100 - 2 * ICON_MARGIN) // 100
    shape = shape_mask("quarter", side, icon_turn(course_id))
    first = 0 if maskable else _STEPS + 1
    # Colours: the corners' ground, more and more opaque, unless maskable; the ground; the mixtures; the shape.
    colours = [*[dark] * first, dark, *blends(dark, light, _STEPS), light]
    image = Image.new("L", (size, size), first)
    if not maskable:
        image.paste(_square(size).point([round(share * first / 255) for share in range(256)]))
    shades = [first + round(share * (_STEPS + 1) / 255) for share in range(256)]
    image.paste(shape.point(shades), ((size - side) // 2, (size - side) // 2))
    return indexed_png(image, colours, bytes(round(255 * step / first) for step in range(first)) if first else b"")


def _square(size: int) -> Image.Image:
    """How much of each pixel the square with its round corners covers, from 0 to 255."""
    mask = Image.new("L", (size * _FINE, size * _FINE))
    box = (0, 0, size * _FINE - 1, size * _FINE - 1)
    ImageDraw.Draw(mask).rounded_rectangle(box, radius=size * _FINE * ICON_ROUNDING / 100, fill=255)
    return mask.reduce(_FINE)

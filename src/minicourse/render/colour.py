"""Colours between sRGB and OKLCH, the wheel that the stylesheet uses. (Björn Ottosson, "A perceptual color space for
image processing", 2020; the matrices are those of CSS Color 4.)"""

from __future__ import annotations

import math

Rgb = tuple[int, int, int]
"""A colour in sRGB, each channel from 0 to 255."""


def oklch_hue(colour: str) -> int:
    """Hue of `#rrggbb` in OKLCH, in whole degrees, 0 to 359."""
    r, g, b = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    l = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)  # noqa: E741
    m = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    s = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
    b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    return round(math.degrees(math.atan2(b, a))) % 360


def oklch_rgb(lightness: float, chroma: float, hue: float) -> Rgb:
    """The colour `oklch(lightness chroma hue)` in sRGB. A channel that sRGB can't hold is cut off, as browsers do it;
    for the mild colours of the theme nobody could see the difference."""
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3  # noqa: E741
    m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    s = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _byte(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
        _byte(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
        _byte(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s),
    )


def _linear(channel: float) -> float:
    """One sRGB channel without its gamma, 0 to 1."""
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _byte(linear: float) -> int:
    """One linear channel with sRGB's gamma, 0 to 255."""
    linear = min(max(linear, 0.0), 1.0)
    return round(255 * (linear * 12.92 if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055))

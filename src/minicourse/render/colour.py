"""The hue of a colour, on the wheel that the stylesheet uses."""

from __future__ import annotations

import math


def oklch_hue(colour: str) -> int:
    """Hue of `#rrggbb` in OKLCH, in whole degrees, 0 to 359. (Björn Ottosson, "A perceptual color space", 2020.)"""
    r, g, b = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    l = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)  # noqa: E741
    m = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    s = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    a = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s
    b = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    return round(math.degrees(math.atan2(b, a))) % 360


def _linear(channel: float) -> float:
    """One sRGB channel without its gamma, 0 to 1."""
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)

"""The numbers of classical test theory, as pure functions of lists of numbers."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

LEAST = 20
"""Below so many learners a number is not shown: its interval would be nearly as wide as the scale."""
LEVEL = 0.95
"""How often the interval holds the true value."""
_Z = statistics.NormalDist().inv_cdf((1 + LEVEL) / 2)


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number, and between which values the true one may lie."""

    value: float
    low: float
    """Lower end of the 95 % interval."""
    high: float
    """Upper end of it."""
    n: int
    """How many learners it rests on."""


def share(scores: Sequence[float]) -> Estimate | None:
    """The mean of scores between 0 and 1, with Wilson's interval; none of fewer than `LEAST`.

    Wilson (1927) made it for shares, where each score is 0 or 1. Scores between have less variance than that, so for
    partial credit the interval is wider than need be, never too narrow.
    """
    n = len(scores)
    if n < LEAST:
        return None
    mean = math.fsum(scores) / n
    low, high = wilson(mean, n)
    return Estimate(mean, low, high, n)


def wilson(mean: float, n: int) -> tuple[float, float]:
    """Wilson's score interval for a share of `n`."""
    middle = (mean + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
    half = _Z / (1 + _Z**2 / n) * math.sqrt(mean * (1 - mean) / n + _Z**2 / (4 * n**2))
    return max(0.0, middle - half), min(1.0, middle + half)


def correlation(one: Sequence[float], other: Sequence[float]) -> Estimate | None:
    """Pearson's correlation with Fisher's interval; none of fewer than `LEAST` pairs, or where one side is always the
    same. With a score of 0 or 1 on one side it is the point-biserial correlation."""
    n = len(one)
    # Looked at here, as the mean of equal ninths may differ from a ninth by 10⁻¹⁷, which would pass for variance.
    if n < LEAST or min(one) == max(one) or min(other) == max(other):
        return None
    try:
        r = max(-1.0, min(1.0, statistics.correlation(one, other)))
    except statistics.StatisticsError:
        return None
    low, high = fisher(r, n)
    return Estimate(r, low, high, n)


def fisher(r: float, n: int) -> tuple[float, float]:
    """The interval for a correlation of `n` pairs by Fisher's transformation (1921)."""
    if abs(r) == 1:
        return r, r
    middle, half = math.atanh(r), _Z / math.sqrt(n - 3)
    return math.tanh(middle - half), math.tanh(middle + half)

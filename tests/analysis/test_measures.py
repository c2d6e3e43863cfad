"""The numbers, against published ones and against another implementation."""

from __future__ import annotations

import math
import random
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minicourse.analysis.items import Analysis
from minicourse.analysis.measures import correlation, fisher, share, wilson

from .lsat import SECTION_6, SECTION_7, people
from .made import analysis_of, course_of, question

calm = settings(deadline=None, max_examples=60)

R_PSYCH = {
    SECTION_6: (
        (0.924, 0.1128326889),
        (0.709, 0.1531781201),
        (0.553, 0.1727789433),
        (0.763, 0.1444280952),
        (0.870, 0.1215964025),
    ),
    SECTION_7: (
        (0.828, 0.2457316499),
        (0.658, 0.2466735767),
        (0.772, 0.3131792534),
        (0.606, 0.2227512541),
        (0.843, 0.1747863009),
    ),
}
"""Mean and corrected item-total correlation as R's package psych (2.2.9, on R 4.2.2) gives them: `mean` and `r.drop` of
`alpha(lsat6)$item.stats` and of `alpha(lsat7)$item.stats`."""
PUBLISHED = ((0.828, 0.246), (0.658, 0.247), (0.772, 0.313), (0.606, 0.223), (0.843, 0.175))
"""For section 7 what the documentation of R's package mirt prints: `mean` and `total.r_if_rm` of `itemstats(LSAT7)`."""


def lsat(section: tuple[int, ...], folder: Path) -> Analysis:
    """The analysis of a section, its five questions asked in a course, each with two choices."""
    course = course_of(folder, *(question(f"item-{item}", choices=2) for item in range(1, 6)))
    responses = [
        {f"item-{item}": ["1" if right else "2"] for item, right in enumerate(answers, 1)}
        for answers in people(section)
    ]
    return analysis_of(course, responses)


@pytest.mark.parametrize("section", R_PSYCH, ids=["section 6", "section 7"])
def test_they_are_those_of_another_implementation(section: tuple[int, ...], tmp_path: Path) -> None:
    found = lsat(section, tmp_path)
    for item, (mean, r) in zip(found.items, R_PSYCH[section], strict=True):
        assert item.difficulty
        assert item.discrimination
        assert item.difficulty.value == pytest.approx(mean, abs=1e-12)
        assert item.discrimination.value == pytest.approx(r, abs=1e-9)
        assert (item.difficulty.n, item.discrimination.n) == (1000, 1000)


def test_they_are_those_that_were_published(tmp_path: Path) -> None:
    found = lsat(SECTION_7, tmp_path)
    for item, published in zip(found.items, PUBLISHED, strict=True):
        assert item.difficulty
        assert item.discrimination
        assert (round(item.difficulty.value, 3), round(item.discrimination.value, 3)) == published


def test_wilsons_interval_as_published() -> None:
    """Newcombe (1998, Statistics in Medicine 17, 857-872), table I, method 3."""
    for right, n, low, high in (
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ):
        assert wilson(right / n, n) == pytest.approx((low, high), abs=0.00005)


def test_fishers_interval_by_its_definition() -> None:
    low, high = fisher(0.5, 28)
    assert (math.atanh(0.5) - math.atanh(low)) * 5 == pytest.approx(1.959964, abs=1e-6)
    assert (math.atanh(high) - math.atanh(0.5)) * 5 == pytest.approx(1.959964, abs=1e-6)
    assert fisher(1.0, 28) == (1, 1)


def test_below_twenty_nothing_is_said() -> None:
    assert share([1.0] * 19) is None
    assert share([1.0] * 20)
    assert correlation([0.0, 1.0] * 9, [1.0, 0.0] * 9) is None
    assert correlation([0.0, 1.0] * 10, [1.0, 0.0] * 10)


def test_what_is_always_the_same_goes_together_with_nothing() -> None:
    assert correlation([1.0] * 30, [0.0, 1.0] * 15) is None


@calm
@given(st.integers(20, 200), st.fractions(0, 1, max_denominator=30))
def test_nor_does_it_where_a_mean_is_rounded(n: int, score: Fraction) -> None:
    others = [float(place % 3) for place in range(n)]
    assert correlation([float(score)] * n, others) is None
    assert correlation(others, [float(score)] * n) is None


@calm
@given(st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0]), min_size=20, max_size=60))
def test_a_share_lies_in_its_interval_and_the_interval_on_the_scale(scores: list[float]) -> None:
    found = share(scores)
    assert found
    assert 0 <= found.low <= found.value + 1e-12
    assert found.value - 1e-12 <= found.high <= 1


@calm
@given(st.lists(st.tuples(st.sampled_from([0.0, 1.0]), st.floats(-1, 1)), min_size=20, max_size=40), st.randoms())
def test_the_order_of_learners_does_not_matter(pairs: list[tuple[float, float]], chance: random.Random) -> None:
    one = correlation(*zip(*pairs, strict=True))
    chance.shuffle(pairs)
    other = correlation(*zip(*pairs, strict=True))
    assert (one is None) == (other is None)
    if one and other:
        assert one.low <= one.value <= one.high
        assert one.value == pytest.approx(other.value, abs=1e-6)

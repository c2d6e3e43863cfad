"""How a habit is told from chance, and in which languages words are known."""

from __future__ import annotations

import itertools
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minicourse.build import check
from minicourse.check.habits import MANY, at_least
from tests.check.test_examples import lesson

CHANCES = st.lists(st.floats(0, 1), max_size=8)


def first_improbable(chances: list[float], level: float = 0.05) -> int:
    """The smallest number of hits that chance makes too seldom."""
    return next(hits for hits in range(len(chances) + 2) if at_least(hits, chances) <= level)


@pytest.mark.parametrize(
    ("choices", "thresholds"),
    [
        (4, {8: 5, 10: 6, 12: 7, 16: 8, 20: 9, 30: 13}),
        (3, {8: 6, 10: 7, 12: 8, 16: 9, 20: 11, 30: 15}),
        (2, {10: 9, 12: 10, 16: 12, 20: 15}),
    ],
)
def test_how_often_the_longest_is_too_often(choices: int, thresholds: dict[int, int]) -> None:
    assert {n: first_improbable([1 / choices] * n) for n in thresholds} == thresholds


@pytest.mark.parametrize(
    ("choices", "thresholds"),
    [
        (4, {10: 7, 12: 8, 16: 9, 20: 11, 30: 14}),
        (3, {12: 9, 16: 10, 20: 12, 30: 17}),
        (2, {10: 9, 12: 10, 16: 13, 20: 15}),
    ],
)
def test_how_often_one_place_is_too_often(choices: int, thresholds: dict[int, int]) -> None:
    """Any of the places may be the favourite one, so that each has its share of the level (Bonferroni)."""
    assert {n: first_improbable([1 / choices] * n, 0.05 / choices) for n in thresholds} == thresholds


@given(CHANCES)
def test_the_probability_is_that_of_all_ways_to_come_by_so_many_hits(chances: list[float]) -> None:
    ways = list(itertools.product((True, False), repeat=len(chances)))
    for hits in range(len(chances) + 2):
        slow = sum(
            math.prod(chance if hit else 1 - chance for hit, chance in zip(way, chances, strict=True))
            for way in ways
            if sum(way) >= hits
        )
        assert at_least(hits, chances) == pytest.approx(slow, abs=1e-12)


@given(st.integers(0, 60), st.floats(0, 1))
def test_equal_chances_make_it_a_binomial_distribution(trials: int, chance: float) -> None:
    for hits in range(trials + 1):
        exact = sum(math.comb(trials, k) * chance**k * (1 - chance) ** (trials - k) for k in range(hits, trials + 1))
        assert at_least(hits, [chance] * trials) == pytest.approx(exact, abs=1e-9)


@pytest.mark.parametrize("chance", [0.2, 0.25, 0.5])
def test_of_many_questions_it_is_as_near_as_needed(chance: float) -> None:
    chances = [chance] * MANY
    mean, spread = chance * MANY, math.sqrt(MANY * chance * (1 - chance))
    for hits in (round(mean + times * spread) for times in (-2, 0, 1, 1.65, 2, 3)):
        assert at_least(hits, [*chances, 1e-9]) == pytest.approx(at_least(hits, chances), abs=0.003)


COURSE = """\
---
title: A lesson
objectives:
  do-it: Do it
---

::: question {#one objective=do-it}
Which of these is not a goal?

- [x] A mark, which is given for all that anybody has ever done or said
  > Yes, because it is.
- [ ] A step
  > No, because it is not.
- [ ] All of the above
  > No, because it is not.

> A goal is a step.
:::
"""


@pytest.mark.parametrize(
    ("language", "codes"),
    [
        ("en-GB", {"all-of-the-above", "negative-stem", "longest-choice-is-key"}),
        ("de", {"longest-choice-is-key"}),
    ],
)
def test_rules_that_need_words_are_silent_without_them(language: str, codes: set[str], tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/course.yml").write_text(f"title: A course\nlanguage: {language}\n", encoding="utf-8")
    (tmp_path / "content/01-lesson.md").write_text(COURSE, encoding="utf-8")
    assert {problem.code for problem in check(tmp_path).problems} == codes


def test_a_habit_is_told_in_numbers(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/course.yml").write_text("title: A course\n", encoding="utf-8")
    asked = "{times=9 shuffle=false}\nWhy?\n\n- [ ] By lot\n- [x] By choice, as she says\n- [ ] By order\n"
    header = "---\ntitle: A lesson\nobjectives:\n  do-it: Do it\n---\n\n"
    (tmp_path / "content/01-lesson.md").write_text(header + lesson(asked), encoding="utf-8")
    warnings = [problem for problem in check(tmp_path).problems if problem.severity == "warning"]
    assert {problem.code: problem.message for problem in warnings} == {
        "key-often-longest": (
            "the right choice is the longest in 9 of 9 questions of this course, "
            "where chance would make it so in about 3"
        ),
        "key-place-unbalanced": "of 9 questions with 3 choices in a fixed order, choice 2 is right in 9",
    }

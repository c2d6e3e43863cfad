"""First attempts: which answer counts, what it is worth today, and what doesn't count."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from minicourse.analysis.attempts import Answers, first_answers, fits, scored_questions
from minicourse.analysis.results import Fact
from minicourse.model.course import Course

from .made import course_of, fact, question, time

KINDS = """\
::: question {#several objective=bake kind=multiple}
Which are grains?

- [x] Rye
  > Yes.
- [x] Wheat
  > Yes.
- [ ] Salt
  > No.

> That is why.
:::

::: question {#order objective=bake}
In which order?

1. Mix
2. Fold
3. Bake

> That is why.
:::

::: question {#heat objective=bake}
How hot is the oven, in degrees?

[[240 ± 10]]

> That is why.
:::

::: question {#filled objective=bake}
Fill in.

First [[knead|(mix)|bake]], then [[wait]].

> That is why.
:::

::: question {#own objective=bake kind=open}
How does yours feel?

> Smooth.
:::
"""


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return course_of(tmp_path, question("oven"), KINDS)


def answers(course: Course, *facts: Fact, since: str = "") -> Answers:
    """What one learner's answers to `oven` come to."""
    return first_answers(scored_questions(course), [facts], since)["oven"]


def test_the_first_by_time_counts_in_a_lesson_or_a_quiz(course: Course) -> None:
    found = answers(course, fact("oven", ["1"], time(9)), fact("oven", ["2"], time(5)), fact("oven", ["1"], time(7)))
    assert [attempt.response for attempt in found.attempts.values()] == [("2",)]


def test_the_course_of_today_grades_and_says_where_the_page_graded_otherwise(course: Course) -> None:
    assert answers(course, fact("oven", ["1"], told="right")).regraded == 0
    found = answers(course, fact("oven", ["1"], told="wrong"))
    assert found.regraded == 1
    assert found.attempts[0].grade.correct


def test_who_has_seen_the_answer_makes_no_first_attempt_any_more(course: Course) -> None:
    later = fact("oven", ["1"], time(9))
    looked = answers(course, fact("oven", ["2"], time(1), tried=False), later)
    assert (looked.looked, looked.attempts) == (1, {})
    left_open = answers(course, fact("oven", [], time(1)), later)
    assert (left_open.left_open, left_open.attempts) == (1, {})


def test_only_those_who_met_it_first_after_a_day(course: Course) -> None:
    before, after = fact("oven", ["2"], "2026-11-01T23:59:59.999Z"), fact("oven", ["1"], "2026-11-02T00:00:00.000Z")
    assert answers(course, after, since="2026-11-02").attempts
    assert not answers(course, before, after, since="2026-11-02").attempts


def test_what_cannot_be_graded_is_no_question_here(course: Course) -> None:
    assert [*scored_questions(course)] == ["oven", "several", "order", "heat", "filled"]


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("oven", [["1"], ["3"]], [["4"], ["1", "2"], ["0"], ["one"]]),
        ("several", [["1"], ["3", "1"], ["1", "2", "3"]], [["4"], ["1", "1"]]),
        ("order", [["3", "1", "2"]], [["1", "2"], ["1", "2", "2"], ["1", "2", "4"]]),
        ("heat", [["240"], ["hot"]], [["240", "1"]]),
        ("filled", [["1", "wait"], ["", "wait"], ["3", ""]], [["4", "wait"], ["knead", "wait"], ["1"]]),
    ],
)
def test_what_no_longer_fits_is_left_out(
    course: Course, name: str, good: Sequence[list[str]], bad: Sequence[list[str]]
) -> None:
    asked = scored_questions(course)[name]
    assert all(fits(asked, tuple(response)) for response in good)
    assert not any(fits(asked, tuple(response)) for response in bad)
    found = first_answers({name: asked}, [[fact(name, bad[0])]])[name]
    assert (found.unfit, found.attempts) == (1, {})

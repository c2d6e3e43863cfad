"""The same learner may send the same file twice, or an older and a newer one. Each counts once."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from minicourse.analysis.learners import told_apart
from minicourse.analysis.results import Fact

from .made import fact, time

calm = settings(deadline=None, max_examples=100)


def answers(learner: int, first: int, last: int) -> frozenset[Fact]:
    """Some of a learner's answers, each at a time of its own."""
    return frozenset(fact(f"q{n}", ["1"], time(1000 * learner + n)) for n in range(first, last))


def test_a_file_that_was_sent_twice_counts_once() -> None:
    found = told_apart([answers(1, 0, 9), answers(2, 0, 9), answers(1, 0, 9)])
    assert (len(found.answers), found.repeated, found.overlapping) == (2, 1, 0)


def test_an_older_and_a_newer_file_are_one_learner_s() -> None:
    found = told_apart([answers(1, 0, 4), answers(1, 0, 9)])
    assert found.answers == (answers(1, 0, 9),)
    assert (found.repeated, found.overlapping) == (0, 1)


def test_two_devices_that_share_what_was_before_are_one_learner_s() -> None:
    phone, laptop = answers(1, 0, 6), answers(1, 3, 9)
    assert told_apart([phone, laptop]).answers == (answers(1, 0, 9),)


def test_a_third_file_may_show_that_two_are_one_learner_s() -> None:
    parts = [answers(1, 0, 5), answers(1, 5, 10), answers(1, 2, 8)]
    found = told_apart(parts)
    assert found.answers == (answers(1, 0, 10),)
    assert found.overlapping == 2


def test_one_answer_in_the_same_millisecond_is_chance() -> None:
    """A class of many answers the same question at once."""
    shared = fact("q0", ["1"], time(0))
    found = told_apart([answers(1, 1, 9) | {shared}, answers(2, 1, 9) | {shared}])
    assert (len(found.answers), found.overlapping) == (2, 0)


def test_files_without_an_answer_are_nobody_s() -> None:
    found = told_apart([frozenset(), answers(1, 0, 1), frozenset()])
    assert (len(found.answers), found.empty, found.repeated) == (1, 2, 0)


PARTS = st.lists(
    st.tuples(st.integers(1, 3), st.integers(0, 6), st.integers(0, 6)).map(lambda t: answers(t[0], t[1], t[1] + t[2])),
    max_size=8,
)


@calm
@given(PARTS, st.randoms(), st.integers(0, 7))
def test_neither_the_order_of_files_matters_nor_sending_one_again(
    files: list[frozenset[Fact]], chance: random.Random, again: int
) -> None:
    found = told_apart(files)
    mixed = [*files, *files[again : again + 1]]
    chance.shuffle(mixed)
    assert told_apart(mixed).answers == found.answers


@calm
@given(PARTS)
def test_every_file_and_every_answer_is_accounted_for(files: list[frozenset[Fact]]) -> None:
    found = told_apart(files)
    assert len(found.answers) + found.repeated + found.overlapping + found.empty == len(files)
    assert frozenset().union(*found.answers) == frozenset().union(*files)

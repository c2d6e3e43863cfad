"""What holds for every question and every response."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from minicourse.model.questions import KINDS, Grade
from minicourse.model.questions.answers import folded
from tests.grading.builders import CHOICES, SCORED, question

calm = settings(deadline=None, max_examples=40)
"""A busy machine is no counterexample."""

PLACES = [str(place) for place in range(1, CHOICES + 1)]
VALUES = st.sampled_from(PLACES)
WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=5, max_size=12)


def can_be_typed(accepted: str) -> bool:
    """Is there an answer that fits? What is read asks the same of an author."""
    return bool(folded(accepted.replace("*", "")))


TEXTS = st.text("aàbB éßİςк के*,.-’ \u00a0𝐛😀", min_size=1, max_size=9).filter(can_be_typed)
NUMBERS = st.floats(-1e12, 1e12).map(lambda number: round(number, 6))
UNITS = st.sampled_from(("", "km", "%", "°C", "m²"))

TEXT_GAPS = st.fixed_dictionaries({"text": st.lists(TEXTS, min_size=1, max_size=3)})
NUMBER_GAPS = st.builds(
    lambda ends, unit: {"low": min(ends), "high": max(ends), "unit": unit}, st.tuples(NUMBERS, NUMBERS), UNITS
)
PICK_GAPS = st.fixed_dictionaries({"pick": VALUES})

ROWS = st.lists(VALUES, min_size=1, max_size=8)
KEYS: dict[str, st.SearchStrategy[Any]] = {
    "choice": VALUES.map(lambda value: [value]),
    "multiple": st.sets(VALUES, min_size=1).map(lambda values: sorted(values, key=int)),
    "hotspot": st.sets(VALUES, min_size=1).map(lambda values: sorted(values, key=int)),
    "gaps": st.lists(TEXT_GAPS | NUMBER_GAPS | PICK_GAPS, min_size=1, max_size=6),
    "short": st.lists(TEXT_GAPS, min_size=1, max_size=4),
    "number": st.lists(NUMBER_GAPS, min_size=1, max_size=4),
    "matching": ROWS,
    "matrix": ROWS,
    "ordering": st.integers(2, CHOICES).map(lambda count: PLACES[:count]),
}
"""Any key of each scored kind."""

PART_BY_PART = ("gaps", "matching", "matrix", "ordering")


def right_for(gap: Any) -> str:
    """A right answer to a part of a key."""
    if isinstance(gap, str):
        return gap
    if "text" in gap:
        return str(gap["text"][0]).replace("*", "")
    return str(gap["pick"]) if "pick" in gap else plainly(gap["low"])


def plainly(number: float) -> str:
    """As people write it: without an exponent."""
    return f"{Decimal(repr(number)):f}"


def right_response(kind: str, key: list[Any]) -> list[str]:
    return [right_for(part) for part in (key[:1] if kind in ("short", "number") else key)]


def responses(kind: str, key: Any) -> st.SearchStrategy[list[str]]:
    """Any list of texts: what forms send, what is nearly right, and what nobody would write."""
    right = right_response(kind, key) if key else []
    entries = st.text() | VALUES | TEXTS | NUMBERS.map(plainly) | st.sampled_from(["", "*", "\ud800", *right])
    return st.lists(entries, max_size=len(right) + 3) | st.just(right)


def parts_of(kind: str, key: Any) -> list[str]:
    """What feedback can be given on: choices; or the parts of the key."""
    return PLACES if kind in ("choice", "multiple", "hotspot") else PLACES[: len(key)]


def grade_of(kind: str, key: Any, response: list[str]) -> Grade:
    return question(kind, key).grade(response)


def score_of(kind: str, key: Any, response: list[str]) -> float:
    score = grade_of(kind, key, response).score
    assert score is not None
    return score


def test_there_are_keys_for_each_scored_kind() -> None:
    assert KEYS.keys() == {*SCORED}


@pytest.mark.parametrize("kind", SCORED)
class TestScored:
    @calm
    @given(data=st.data())
    def test_any_response_has_a_grade_that_makes_sense(self, kind: str, data: st.DataObject) -> None:
        key = data.draw(KEYS[kind])
        response = data.draw(responses(kind, key))
        grade = grade_of(kind, key, response)
        assert grade.score is not None
        assert 0 <= grade.score <= 1
        assert grade.correct is (grade.score == 1)
        assert [part for part in parts_of(kind, key) if part in grade.feedback] == [*grade.feedback]
        assert {*grade.near} <= {*grade.feedback}
        assert grade == grade_of(kind, key, [*response])

    @calm
    @given(data=st.data())
    def test_the_key_is_right(self, kind: str, data: st.DataObject) -> None:
        key = data.draw(KEYS[kind])
        grade = grade_of(kind, key, right_response(kind, key))
        assert grade.correct
        assert grade.score == 1
        assert not grade.near

    @calm
    @given(data=st.data())
    def test_nothing_is_wrong_and_has_no_feedback_of_its_own(self, kind: str, data: st.DataObject) -> None:
        key = data.draw(KEYS[kind])
        nothing = grade_of(kind, key, [])
        assert (nothing.score, nothing.correct, nothing.near) == (0, False, ())
        assert nothing == grade_of(kind, key, [""] * len(key))


@pytest.mark.parametrize("kind", [kind.kind for kind in KINDS if not kind.scored])
@given(response=st.lists(st.text()))
def test_the_unscored_are_never_scored(kind: str, response: list[str]) -> None:
    assert grade_of(kind, None, response) == Grade(None, None)


@pytest.mark.parametrize("kind", ["choice", "multiple", "hotspot"])
class TestChoosing:
    @calm
    @given(data=st.data())
    def test_full_score_is_for_the_key_and_nothing_else(self, kind: str, data: st.DataObject) -> None:
        key = data.draw(KEYS[kind])
        response = data.draw(st.lists(VALUES) | st.permutations(key))
        assert grade_of(kind, key, response).correct is ({*response} == {*key})

    @calm
    @given(data=st.data(), response=st.lists(VALUES))
    def test_order_and_repeats_do_not_matter(self, kind: str, data: st.DataObject, response: list[str]) -> None:
        key = data.draw(KEYS[kind])
        assert grade_of(kind, key, response) == grade_of(kind, key, [*reversed(response + response)])

    @calm
    @given(data=st.data(), response=st.lists(VALUES), more=VALUES)
    def test_another_right_one_never_costs_and_a_wrong_one_never_earns(
        self, kind: str, data: st.DataObject, response: list[str], more: str
    ) -> None:
        key = data.draw(KEYS[kind])
        before, after = score_of(kind, key, response), score_of(kind, key, [*response, more])
        assert after >= before if more in key else after <= before


@pytest.mark.parametrize("kind", PART_BY_PART)
class TestPartByPart:
    @calm
    @given(data=st.data())
    def test_a_wrong_part_put_right_earns_its_share_and_changes_nothing_else(
        self, kind: str, data: st.DataObject
    ) -> None:
        key = data.draw(KEYS[kind])
        before = data.draw(responses(kind, key))
        before = (before + [""] * len(key))[: len(key)]
        grade = grade_of(kind, key, before)
        assume(grade.feedback)
        wrong = data.draw(st.sampled_from(grade.feedback))
        after = [*before]
        after[int(wrong) - 1] = right_for(key[int(wrong) - 1])
        better = grade_of(kind, key, after)
        assert better.score == pytest.approx((grade.score or 0) + 1 / len(key))
        assert {*better.feedback} == {*grade.feedback} - {wrong}
        assert {*better.near} == {*grade.near} - {wrong}

    @calm
    @given(data=st.data())
    def test_what_is_too_long_is_cut_and_what_is_too_short_is_empty(self, kind: str, data: st.DataObject) -> None:
        key = data.draw(KEYS[kind])
        response = data.draw(responses(kind, key))
        whole = (response + [""] * len(key))[: len(key)]
        assert grade_of(kind, key, response) == grade_of(kind, key, whole)


class TestWriting:
    @calm
    @given(word=WORDS, data=st.data())
    def test_one_slip_in_a_word_is_near(self, word: str, data: st.DataObject) -> None:
        place = data.draw(st.integers(0, len(word) - 2))
        before, one, two, after = word[:place], word[place], word[place + 1], word[place + 2 :]
        slips = (
            before + two + after,
            before + "x" + one + two + after,
            before + "x" + two + after,
            before + two + one + after,
        )
        slip = data.draw(st.sampled_from(slips))
        assume(slip != word)
        key = [{"text": [word]}]
        assert grade_of("short", key, [slip]) == Grade(0, False, ("1",), ("1",))
        assert grade_of("gaps", key, [slip]) == Grade(0, False, ("1",), ("1",))

    @calm
    @given(key=KEYS["short"], response=TEXTS, before=st.sampled_from(("", " ", "\u00a0", "\ufeff")), data=st.data())
    def test_case_and_what_stands_around_it_do_not_matter(
        self, key: list[Any], response: str, before: str, data: st.DataObject
    ) -> None:
        same = data.draw(st.sampled_from((response.upper(), response.lower(), f"{response}.", f"{response}\u2009")))
        assert grade_of("short", key, [before + same]) == grade_of("short", key, [response])

    @calm
    @given(key=KEYS["short"], response=TEXTS)
    def test_what_was_foreseen_changes_no_score(self, key: list[Any], response: str) -> None:
        alone, full = grade_of("short", key[:1], [response]), grade_of("short", key, [response])
        assert (alone.score, alone.correct, alone.near) == (full.score, full.correct, full.near)
        assert full.feedback[: len(alone.feedback)] == alone.feedback
        assert len(full.feedback) <= len(alone.feedback) + 1

    @calm
    @given(
        number=st.integers(-(10**11), 10**11),
        decimals=st.integers(0, 4),
        signs=st.sampled_from((",.", ".,", " ,", " .", "\u202f,", "'.", "’.", "٬٫")),
        zero=st.sampled_from("0٠۰०０"),
        unit=UNITS,
    )
    def test_a_number_is_right_in_each_convention(
        self, number: int, decimals: int, signs: str, zero: str, unit: str
    ) -> None:
        exact = Decimal(number).scaleb(-decimals)
        key = [{"low": float(exact), "high": float(exact), "unit": unit}]
        written = f"{exact:,f}".translate({ord(","): signs[0], ord("."): signs[1]})
        written = written.translate({ord(str(digit)): chr(ord(zero) + digit) for digit in range(10)})
        for response in (written, f"{written} {unit}", written.replace("-", "\u2212")):
            assert grade_of("number", key, [response]).correct

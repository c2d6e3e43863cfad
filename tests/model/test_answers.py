"""When is a typed answer the expected one? What the page's script does, too: see `tests/grading/`."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minicourse.model.questions.answers import fits, folded, nearly_fits, readings

# Without what holds a quotation mark only when it is taken apart, as the `n` of Afrikaans does.
TEXTS = st.text(st.characters(exclude_characters="\u0149\u2034\u2037\u2057\u2036\uff40", codec="utf-8"), max_size=25)
LETTERS = st.text("abcdeéßñж ", min_size=1, max_size=12)
NUMBERS = st.decimals(-999_999, 999_999, places=3, allow_nan=False)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Coaching", "coaching"),
        ("élève", "ELEVE"),
        ("Straße", "STRASSE"),
        ("  professional   learning\tcommunity. ", "professional learning community"),
        ("it\u2019s", "it's"),
        ("\u201cyes\u201d", '"yes"'),
        ("«yes»", '"yes"'),
        ("co\u2011operation", "co-operation"),
        ("co\u00adoperation", "cooperation"),
        ("ﬁnd", "find"),
        ("٤٢", "42"),
        ("۴۲", "42"),
        ("४२", "42"),
        ("４２", "42"),
        ("كِتاب", "كتاب"),
        ("Ёлка", "елка"),
        ("10 %", "10 %"),
    ],
)
def test_what_does_not_matter(one: str, other: str) -> None:
    assert folded(one) == folded(other)
    assert fits(one, other)
    assert fits(other, one)


@pytest.mark.parametrize(("one", "other"), [("को", "के"), ("coach", "couch"), ("a b", "ab"), ("1.5", "15")])
def test_what_matters(one: str, other: str) -> None:
    assert not fits(one, other)


@given(TEXTS)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(TEXTS)
def test_every_answer_fits_itself(text: str) -> None:
    if folded(text) and "*" not in text:
        assert fits(text, text)
        assert not nearly_fits(text, text)


@pytest.mark.parametrize(
    ("text", "pattern", "does"),
    [
        ("instruction", "instruction*", True),
        ("Instructional leadership", "instruction*", True),
        ("the instruction", "instruction*", False),
        ("the instruction", "*instruction", True),
        ("plan, do and review", "plan*do*review", True),
        ("do, plan and review", "plan*do*review", False),
        ("aba", "ab*ba", False),
        ("abba", "ab*ba", True),
        ("", "a*", False),
        ("", "", False),
        ("a*b", "a*b", True),
    ],
)
def test_stars(text: str, pattern: str, does: bool) -> None:
    assert fits(text, pattern) is does


@given(LETTERS, LETTERS, LETTERS)
def test_a_star_stands_for_anything(before: str, between: str, behind: str) -> None:
    if folded(before) and folded(behind):
        assert fits(before + between + behind, f"{before}*{behind}")


@pytest.mark.parametrize("slip", ["coachng", "coachiing", "coaxhing", "caoching", "oaching", "Coachin"])
def test_one_slip(slip: str) -> None:
    assert nearly_fits(slip, "coaching")
    assert not fits(slip, "coaching")


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("cooching", "couchin"),
        ("goal", "coal*"),
        ("bed", "bad"),
        ("", "coaching"),
        ("1986", "1985"),
        ("grade 6", "grade 5"),
        ("coaching", "coaching."),
    ],
)
def test_more_than_a_slip_or_none(text: str, pattern: str) -> None:
    assert not nearly_fits(text, pattern)


@given(LETTERS, LETTERS)
def test_nearness_goes_both_ways_and_excludes_rightness(one: str, other: str) -> None:
    if min(len(folded(one)), len(folded(other))) >= 4:
        assert nearly_fits(one, other) == nearly_fits(other, one)
    assert not (nearly_fits(one, other) and fits(one, other))


@given(st.text("abcdef", min_size=5, max_size=12), st.data())
def test_every_slip_is_noticed(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 2))
    another = word[:place] + "x" + word[place + 1 :]
    left_out = word[:place] + word[place + 1 :]
    changed_over = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    for slip in {another, left_out, changed_over, word[:place] + "x" + word[place:]} - {word}:
        assert nearly_fits(slip, word)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("42", [42]),
        ("0.49", [0.49]),
        ("0,49", [0.49]),
        (".49", [0.49]),
        (",49", [0.49]),
        ("5.", [5]),
        ("-3", [-3]),
        ("\u22123", [-3]),
        ("\u20133", [-3]),
        ("+3", [3]),
        ("- 3", [-3]),
        ("1,000", [1, 1000]),
        ("1.000", [1, 1000]),
        ("0.250", [0.25]),
        ("0,250", [0.25]),
        ("000", [0]),
        ("1,000.5", [1000.5]),
        ("1.000,5", [1000.5]),
        ("1,000,000", [1_000_000]),
        ("1 000 000", [1_000_000]),
        ("1\u202f000", [1000]),
        ("1'000", [1000]),
        ("1\u2019000", [1000]),
        ("٤٢", [42]),
        ("٠٫٤٩", [0.49]),
        ("١٬٠٠٠", [1000]),
        ("۴۲", [42]),
        ("४२", [42]),
        ("４２．５", [42.5]),
        ("", []),
        (".", []),
        ("-", []),
        ("1.2.3", []),
        ("1,00,000", []),
        ("1e5", []),
        ("0x10", []),
        ("½", []),
        ("forty", []),
        ("nan", []),
        ("Infinity", []),
        ("1 2/3", []),
    ],
)
def test_numbers(text: str, numbers: list[float]) -> None:
    assert readings(text) == numbers


@pytest.mark.parametrize(
    ("text", "unit"),
    [("60 %", "%"), ("60%", "%"), ("60", "%"), ("60 SD", "sd"), ("60 m\u00b2", "m²"), ("60 Std.", "Std.")],
)
def test_units_may_follow(text: str, unit: str) -> None:
    assert readings(text, unit) == [60]


def test_another_unit_is_no_number() -> None:
    assert readings("60 kg", "g") == []
    assert readings("60 %") == []


@given(NUMBERS, st.sampled_from([".", ","]), st.sampled_from(["", " ", "\u202f", "'", "\u2019"]))
def test_every_way_to_write_a_number_is_read(number: object, point: str, divider: str) -> None:
    written = f"{number:,f}".replace(".", "P").replace(",", divider).replace("P", point)
    assert float(str(number)) in readings(written)


@given(TEXTS, TEXTS)
def test_nothing_is_too_odd_to_be_read(text: str, unit: str) -> None:
    for number in readings(text, unit):
        assert number == number  # not a NaN
    assert fits(text, unit) in (True, False)
    assert nearly_fits(text, unit) in (True, False)


MANY = 20_000


@pytest.mark.parametrize(
    "compare",
    [
        lambda: fits("a" * 500, "*a" * 250 + "*b"),
        lambda: fits("ab" * 500, "a*" * 250 + "b"),
        lambda: fits("*" * 500, "*" * 500),
        lambda: nearly_fits("a" * MANY, "a" * (MANY - 3) + "b"),
        lambda: readings("1" * MANY + "x"),
        lambda: readings("1" + ",111" * MANY + "x"),
        lambda: readings(" '" * MANY),
        lambda: folded("ﷺ" * MANY),
        lambda: folded(". " * MANY + "x"),
    ],
)
def test_no_answer_takes_long(compare: Callable[[], object]) -> None:
    before = time.process_time()
    compare()
    assert time.process_time() - before < 0.2

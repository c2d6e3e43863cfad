"""Two browsers put together: the laws that make it safe to do so in any order, and any number of times."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.page import merged

calm = settings(deadline=None, max_examples=40)
"""A busy machine is no counterexample."""

# Few values, so that two browsers often have something in common, and often disagree.
TIMES = st.sampled_from([f"2026-11-{day:02}T08:00:00.000Z" for day in (1, 2, 3, 24)])
NAMES = st.sampled_from(["thirty-minutes", "next-step", "constructor"])
LESSONS = st.sampled_from(["key-roles", "in-practice/observing"])
RESPONSES = st.lists(st.sampled_from(["1", "2", "ja"]), max_size=2)
FACTS = st.fixed_dictionaries(
    {"at": TIMES, "response": RESPONSES},
    optional={"correct": st.sampled_from([True, False, None]), "sure": st.just("2"), "in": st.just("final")},
)
QUESTIONS = st.fixed_dictionaries(
    {"lesson": LESSONS, "answers": st.lists(FACTS, max_size=3)},
    optional={"state": st.fixed_dictionaries({"at": TIMES, "last": RESPONSES})},
)
REGISTERS = st.fixed_dictionaries(
    {"at": TIMES}, optional={"digest": st.sampled_from(["a", "b"]), "undone": st.just(True)}
)
STORES = st.fixed_dictionaries(
    {
        "schema": st.just(2),
        "seed": st.integers(0, 3),
        "lessons": st.dictionaries(
            LESSONS, st.fixed_dictionaries({}, optional={"seen": REGISTERS, "complete": REGISTERS})
        ),
        "questions": st.dictionaries(NAMES, QUESTIONS),
    }
)
SCALARS = st.none() | st.booleans() | st.integers(-3, 3) | st.sampled_from(["", "x", "2026"])
KEYS = st.sampled_from(["at", "a", "1", "__proto__", "constructor", "questions"])
ANYTHING = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3))
"""What may stand in a store that somebody has written by hand."""
EITHER = STORES | ANYTHING


@calm
@given(EITHER, EITHER)
def test_it_does_not_matter_which_comes_first(mine: Any, theirs: Any) -> None:
    one, other = merged((mine, theirs), (theirs, mine))
    assert one == other


@calm
@given(EITHER, EITHER, EITHER)
def test_it_does_not_matter_which_two_are_put_together_first(a: Any, b: Any, c: Any) -> None:
    a_and_b, b_and_c = merged((a, b), (b, c))
    one, other = merged((a_and_b, c), (a, b_and_c))
    assert one == other


@calm
@given(EITHER, EITHER)
def test_again_changes_nothing(mine: Any, theirs: Any) -> None:
    (both,) = merged((mine, theirs))
    assert merged((both, theirs), (mine, both), (both, both)) == [both] * 3


@calm
@given(STORES, STORES)
def test_no_answer_is_lost_and_none_is_made_up(mine: Any, theirs: Any) -> None:
    (both,) = merged((mine, theirs))
    for name in {*mine["questions"], *theirs["questions"]}:
        given = [store["questions"].get(name, {}).get("answers", []) for store in (mine, theirs)]
        kept = both["questions"][name]["answers"]
        assert all(fact in kept for facts in given for fact in facts)
        assert all(any(fact in facts for facts in given) for fact in kept)
        assert [fact["at"] for fact in kept] == sorted(fact["at"] for fact in kept)


@calm
@given(STORES, STORES)
def test_of_a_lesson_the_later_word_counts(mine: Any, theirs: Any) -> None:
    (both,) = merged((mine, theirs))
    for key, lesson in both["lessons"].items():
        for name, register in lesson.items():
            given = [store["lessons"].get(key, {}).get(name) for store in (mine, theirs)]
            assert register in given
            assert register["at"] == max(each["at"] for each in given if each)


def test_undoing_later_undoes_and_completing_later_completes() -> None:
    monday, tuesday = "2026-11-23T08:00:00.000Z", "2026-11-24T08:00:00.000Z"

    def lesson(at: str, **fields: Any) -> Any:
        return {"lessons": {"key-roles": {"complete": {"at": at, **fields}}}}

    undone = lesson(tuesday, undone=True)
    again = lesson(tuesday, digest="a")
    assert merged((lesson(monday, digest="a"), undone), (lesson(monday, undone=True), again)) == [undone, again]

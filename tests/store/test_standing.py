"""How far a learner has come with an objective: what the answers to its questions come to."""

from __future__ import annotations

from typing import Any

from tests.store.page import ask_store

MONDAY, EVENING, TUESDAY = "2026-11-23T08:00:00.000Z", "2026-11-23T20:00:00.000Z", "2026-11-24T08:00:00.000Z"


def fact(at: str, correct: Any) -> dict[str, Any]:
    return {"at": at, "response": ["1"], "correct": correct}


def standing(*questions: list[dict[str, Any]]) -> tuple[int, int, bool]:
    """How many were answered, how many rightly, and whether it is mastered."""
    (found,) = ask_store(("standing", questions))
    assert found["total"] == len(questions)
    return found["answered"], found["right"], found["mastered"]


def test_nothing_answered() -> None:
    assert standing([], []) == (0, 0, False)


def test_the_last_answer_counts() -> None:
    assert standing([fact(MONDAY, False), fact(EVENING, True)], [fact(MONDAY, True), fact(EVENING, False)]) == (
        2,
        1,
        False,
    )


def test_an_answer_that_was_shown_or_is_not_scored_counts_for_nothing() -> None:
    assert standing([{"at": MONDAY, "response": ["1"]}], [fact(MONDAY, None)]) == (0, 0, False)


def test_right_on_two_days_a_day_apart_is_mastery() -> None:
    assert standing([fact(MONDAY, True), fact(EVENING, True)]) == (1, 1, False)
    assert standing([fact(MONDAY, True), fact(TUESDAY, True)]) == (1, 1, True)
    assert standing([fact(MONDAY, True)], [fact(TUESDAY, True)]) == (2, 2, True)


def test_what_is_wrong_now_or_open_is_not_mastered() -> None:
    both = [fact(MONDAY, True), fact(TUESDAY, True)]
    assert standing(both, [fact(TUESDAY, False)]) == (2, 1, False)
    assert standing(both, []) == (1, 1, False)

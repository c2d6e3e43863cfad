"""When a certificate is earned, and what it says of results: worked out from facts, whatever a browser has kept."""

from __future__ import annotations

from typing import Any

from .page import ask

ASKED = {"lessons": ["capitals", "rivers"], "quizzes": ["final"]}


def result(at: str, score: float, passed: bool) -> dict[str, Any]:
    return {"at": at, "names": [], "answers": {}, "earned": score * 10, "total": 10, "score": score, "passed": passed}


def lesson(at: str, undone: bool = False) -> dict[str, Any]:
    return {"complete": {"at": at, **({"undone": True} if undone else {"digest": "abc"})}}


def browser(**questions: Any) -> dict[str, Any]:
    """What a browser keeps of somebody who has completed both lessons."""
    lessons = {"capitals": lesson("2026-11-20T10:00:00.000Z"), "rivers": lesson("2026-11-22T10:00:00.000Z")}
    return {"schema": 2, "lessons": lessons, "questions": questions}


def earned(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = ask(["earned", ASKED, data])[0]
    return found


PASSED = {"lesson": "final-test", "answers": [result("2026-11-21T10:00:00.000Z", 0.85, True)]}


class TestEarned:
    def test_on_the_day_of_what_was_done_last(self) -> None:
        found = earned(browser(final=PASSED))
        assert found["at"] == "2026-11-22T10:00:00.000Z"
        assert (found["done"], found["total"]) == (3, 3)

    def test_not_before_everything_is_done(self) -> None:
        data = browser(final=PASSED)
        data["lessons"]["rivers"] = lesson("2026-11-23T10:00:00.000Z", undone=True)
        found = earned(data)
        assert "at" not in found
        assert (found["done"], found["total"]) == (2, 3)

    def test_not_by_a_result_below_the_pass_mark(self) -> None:
        failed = {"answers": [result("2026-11-21T10:00:00.000Z", 0.6, False)]}
        found = earned(browser(final=failed))
        assert "at" not in found
        assert found["quizzes"] == [{"name": "final", "best": 60}]

    def test_once_and_for_all(self) -> None:
        """Failing a test that one has passed takes nothing back; the best result is the one that is told."""
        results = [("2026-11-23", 0.8, True), ("2026-11-24", 0.2, False), ("2026-11-25", 1, True)]
        answers = [result(f"{day}T10:00:00.000Z", score, passed) for day, score, passed in results]
        found = earned(browser(final={"answers": answers}))
        assert found["at"] == "2026-11-23T10:00:00.000Z"
        assert found["quizzes"][0]["best"] == 100

    def test_whatever_the_browser_has_kept(self) -> None:
        """What is broken counts for nothing, and breaks nothing."""
        for data in ({}, {"lessons": 3, "questions": "x"}, {"lessons": {"capitals": None}, "questions": {"final": []}}):
            assert earned(data)["done"] == 0
        broken: list[Any] = [
            None,
            3,
            {"at": "some day", "score": 1, "passed": True},
            {"at": 5, "score": 1, "passed": True},
        ]
        broken += [
            {"at": "2026-11-24", "score": "1", "passed": "true"},
            {"at": "2026-11-24", "score": 99, "passed": True},
        ]
        assert "at" not in earned(browser(final={"answers": broken}))

    def test_under_names_that_every_object_has(self) -> None:
        asked = {"lessons": ["constructor"], "quizzes": ["valueof", "toString"]}
        assert ask(["earned", asked, {"lessons": {}, "questions": {}}])[0]["done"] == 0


class TestResults:
    def test_count_the_last_answer_to_each_question_that_was_asked(self) -> None:
        facts = {
            "q1": {"answers": [{"at": "2026-11-20", "correct": False}, {"at": "2026-11-21", "correct": True}]},
            "q2": {
                "answers": [
                    {"at": "2026-11-22", "correct": False, "in": "final"},
                    {"at": "2026-11-21", "correct": True},
                ]
            },
            "q3": {"answers": [{"at": "2026-11-22", "correct": None}, {"at": "2026-11-22"}]},
            "q5": {"answers": "broken"},
        }
        assert ask(["resultOf", ["q1", "q2", "q3", "q4", "q5"], {"questions": facts}]) == [[1, 2]]

    def test_are_none_where_nothing_was_asked(self) -> None:
        assert ask(["resultOf", ["q1"], {}], ["resultOf", ["constructor"], {"questions": {}}]) == [[0, 0], [0, 0]]

"""The same response is worth the same in Python and in the page: `*.json` and ten thousand random ones, run by both.

The script is the very one that a page loads, minified; Node runs it once for all cases.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from minicourse.model.questions import KINDS
from tests.grading.builders import SCORED, as_page_says, question
from tests.grading.cases import CASES, FILES, UNSCORED, Case, Response, named
from tests.grading.page import ask_page
from tests.grading.responses import random_responses


def python_grades(responses: Sequence[Response]) -> list[dict[str, Any]]:
    """What the model says."""
    return [as_page_says(question(one["kind"], one["key"]).grade(one["response"])) for one in responses]


def page_grades(responses: Sequence[Response]) -> list[dict[str, Any]]:
    """What the page says."""
    return ask_page([("grade", one["kind"], one["key"], one["response"]) for one in responses])


def worth(case: Case) -> dict[str, Any]:
    """What a case says that it is worth."""
    return {"score": case["score"], "correct": case["correct"], "feedback": case["feedback"], "near": case["near"]}


@pytest.fixture(scope="module")
def of_page() -> dict[str, dict[str, Any]]:
    """The page's grade of each case."""
    return {named(case): grade for case, grade in zip(CASES, page_grades(CASES), strict=True)}


class TestCases:
    def test_each_has_a_title_of_its_own(self) -> None:
        assert len({named(case) for case in CASES}) == len(CASES) > 300

    @pytest.mark.parametrize("kind", SCORED)
    def test_each_scored_kind_has_its_own_with_right_and_wrong_ones(self, kind: str) -> None:
        assert {case["kind"] for case in FILES[kind]} == {kind}
        assert {case["correct"] for case in FILES[kind]} == {True, False}

    def test_the_unscored_kinds_share_a_file(self) -> None:
        assert {case["kind"] for case in FILES[UNSCORED]} == {kind.kind for kind in KINDS} - {*SCORED}
        assert FILES.keys() == {*SCORED, UNSCORED}

    @pytest.mark.parametrize("case", CASES, ids=named)
    def test_python(self, case: Case) -> None:
        assert python_grades([case]) == [worth(case)]

    @pytest.mark.parametrize("case", CASES, ids=named)
    def test_page(self, case: Case, of_page: dict[str, dict[str, Any]]) -> None:
        assert of_page[named(case)] == worth(case)


def test_ten_thousand_responses_are_graded_alike() -> None:
    responses = random_responses(10_000)
    in_python, in_page = python_grades(responses), page_grades(responses)
    for response, mine, theirs in zip(responses, in_python, in_page, strict=True):
        assert mine == theirs, response
    # Agreeing on what is all wrong, or all right, would say little.
    of_kind: dict[str, list[dict[str, Any]]] = {kind.kind: [] for kind in KINDS}
    for response, grade in zip(responses, in_python, strict=True):
        of_kind[response["kind"]].append(grade)
    for kind, grades in of_kind.items():
        right = sum(grade["correct"] is True for grade in grades) / len(grades)
        assert 0.2 < right < 0.8 if kind in SCORED else right == 0, kind
    for kind in ("short", "gaps"):
        near = sum(bool(grade["near"]) for grade in of_kind[kind]) / len(of_kind[kind])
        assert near > 0.05, kind
    foreseen = [grade for kind in ("short", "number") for grade in of_kind[kind] if len(grade["feedback"]) > 1]
    assert len(foreseen) > 50

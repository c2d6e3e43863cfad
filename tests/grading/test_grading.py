"""The same response is worth the same in Python and in the page: `*.json` and ten thousand random ones, run by both.

The script is the very one that a page loads, minified; Node runs it once for all cases.
"""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypedDict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minicourse.model.questions import Choice, Multiple, Option
from minicourse.problems import Span
from minicourse.render.theme import Theme, builtin_templates

HERE = Path(__file__).parent


class Response(TypedDict):
    """A response to a question, and the question's key."""

    kind: str
    key: list[str]
    response: list[str]


class Case(Response):
    """A response with what it is worth."""

    title: str
    score: float
    correct: bool
    feedback: list[str]


CASES: list[Case] = [case for file in sorted(HERE.glob("*.json")) for case in json.loads(file.read_text("utf-8"))]


def question(kind: str, key: Sequence[str], choices: int = 12) -> Choice:
    """A question of a kind with this key."""
    make = {made.kind: made for made in (Choice, Multiple)}[kind]
    span = Span.start_of("lesson.md")
    options = tuple(Option(str(n), str(n), str(n) in key, "", span) for n in range(1, choices + 1))
    return make(name="q", span=span, stem_html="", stem="", options=options)


def python_grades(responses: Sequence[Response]) -> list[dict[str, Any]]:
    """What the model says."""
    grades = [question(one["kind"], one["key"]).grade(one["response"]) for one in responses]
    return [{"score": grade.score, "correct": grade.correct, "feedback": [*grade.feedback]} for grade in grades]


def page_grades(responses: Sequence[Response]) -> list[dict[str, Any]]:
    """What the page says."""
    node = shutil.which("node")
    assert node, "grading in the page needs Node.js: tests/tools/install"
    script = Theme((builtin_templates(),), "en").assets["quiz.js"][1].decode()
    given = json.dumps({"script": script, "cases": responses})
    command = [node, str(HERE / "grade.js")]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True, timeout=60)
    grades: list[dict[str, Any]] = json.loads(done.stdout)
    return grades


@pytest.fixture(scope="session")
def of_page() -> dict[str, dict[str, Any]]:
    """The page's grade of each case, by its title."""
    return {case["title"]: grade for case, grade in zip(CASES, page_grades(CASES), strict=True)}


def by_title(case: Case) -> str:
    return f"{case['kind']}: {case['title']}"


class TestCases:
    def test_each_has_a_title_of_its_own(self) -> None:
        assert len({case["title"] for case in CASES}) == len(CASES) > 15

    def test_there_are_some_for_each_kind(self) -> None:
        assert {case["kind"] for case in CASES} == {Choice.kind, Multiple.kind}

    @pytest.mark.parametrize("case", CASES, ids=by_title)
    def test_python(self, case: Case) -> None:
        (grade,) = python_grades([case])
        assert grade == {name: case[name] for name in ("score", "correct", "feedback")}

    @pytest.mark.parametrize("case", CASES, ids=by_title)
    def test_page(self, case: Case, of_page: dict[str, dict[str, Any]]) -> None:
        assert of_page[case["title"]] == {name: case[name] for name in ("score", "correct", "feedback")}


def random_responses(count: int) -> list[Response]:
    """Keys and responses as forms give them: each value once, in the author's order. Always the same ones."""
    draw = random.Random(20261124)
    made: list[Response] = []
    for _ in range(count):
        kind = draw.choice((Choice.kind, Multiple.kind))
        values = [str(place) for place in range(1, draw.randint(2, 12) + 1)]
        rights = 1 if kind == Choice.kind else draw.randint(1, len(values) - 1)
        key = sorted(draw.sample(values, rights), key=int)
        # Half of them near the key, or hardly any would be right.
        response = set(key) if draw.random() < 0.5 else set(draw.sample(values, draw.randint(0, len(values))))
        if draw.random() < 0.5:
            response ^= {draw.choice(values)}
        made.append({"kind": kind, "key": key, "response": sorted(response, key=int)})
    return made


def test_ten_thousand_responses_are_graded_alike() -> None:
    responses = random_responses(10_000)
    in_python, in_page = python_grades(responses), page_grades(responses)
    assert 1_000 < sum(grade["correct"] for grade in in_python) < 9_000
    for response, mine, theirs in zip(responses, in_python, in_page, strict=True):
        assert mine == theirs, response


calm = settings(deadline=None)
"""A busy machine is no counterexample."""

VALUES = st.sampled_from([str(place) for place in range(1, 9)])


class TestLaws:
    """What holds for every question and every response."""

    @calm
    @given(kind=st.sampled_from(["choice", "multiple"]), key=st.sets(VALUES, min_size=1), response=st.lists(VALUES))
    def test_full_score_is_for_the_key_and_nothing_else(self, kind: str, key: set[str], response: list[str]) -> None:
        grade = question(kind, sorted(key), 8).grade(response)
        assert 0 <= grade.score <= 1
        assert grade.correct == (grade.score == 1) == (set(response) == key)

    @calm
    @given(kind=st.sampled_from(["choice", "multiple"]), key=st.sets(VALUES, min_size=1), response=st.lists(VALUES))
    def test_order_and_repeats_do_not_matter(self, kind: str, key: set[str], response: list[str]) -> None:
        asked = question(kind, sorted(key), 8)
        assert asked.grade(response) == asked.grade(reversed(response + response))

    @calm
    @given(key=st.sets(VALUES, min_size=1), response=st.sets(VALUES), more=VALUES)
    def test_another_right_one_never_costs_and_a_wrong_one_never_earns(
        self, key: set[str], response: set[str], more: str
    ) -> None:
        asked = question("multiple", sorted(key), 8)
        before, after = asked.grade(response).score, asked.grade(response | {more}).score
        assert after >= before if more in key else after <= before

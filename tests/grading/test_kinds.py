"""Nothing half-built: a kind of question is on the page, on paper, among the answers, in the script, and tested."""

from __future__ import annotations

import pytest

from minicourse.model.questions import KINDS, Question
from minicourse.render.assets import QUESTION_SCRIPTS
from minicourse.render.questions import SCRIPT_OF
from minicourse.render.theme import builtin_templates
from tests.grading.builders import BUILDERS, as_page_says, question
from tests.grading.cases import FILES, UNSCORED
from tests.grading.page import ask_page

TEMPLATES = builtin_templates() / "questions"
NAMES = {kind.kind for kind in KINDS}
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)


def script_of(kind: type[Question]) -> str:
    return f"questions/{SCRIPT_OF[kind.kind]}"


@each_kind
class TestEachKind:
    @pytest.mark.parametrize("folder", [".", "paper", "answers"])
    def test_has_a_template(self, kind: type[Question], folder: str) -> None:
        assert (TEMPLATES / folder / f"{kind.kind}.html").is_file()

    def test_has_a_script(self, kind: type[Question]) -> None:
        assert script_of(kind) in QUESTION_SCRIPTS

    def test_has_cases_of_grading(self, kind: type[Question]) -> None:
        file = FILES[kind.kind if kind.scored else UNSCORED]
        assert kind.kind in {case["kind"] for case in file}

    def test_is_graded_with_its_own_script_alone(self, kind: type[Question]) -> None:
        """A page loads no script of a kind that isn't on it."""
        case = next(case for cases in FILES.values() for case in cases if case["kind"] == kind.kind)
        call = ("grade", kind.kind, case["key"], case["response"])
        expected = as_page_says(question(kind.kind, case["key"]).grade(case["response"]))
        assert ask_page([call], ("questions/question", script_of(kind))) == [expected]


def test_names_are_all_different() -> None:
    assert len(NAMES) == len(KINDS)


@pytest.mark.parametrize("folder", [".", "paper", "answers"])
def test_there_is_no_template_for_a_kind_that_is_not(folder: str) -> None:
    assert {file.stem for file in (TEMPLATES / folder).glob("*.html")} - {"quiz"} == NAMES


def test_there_is_no_script_for_a_kind_that_is_not() -> None:
    assert SCRIPT_OF.keys() == NAMES == BUILDERS.keys()
    assert {*QUESTION_SCRIPTS} == {"questions/question", *(f"questions/{name}" for name in SCRIPT_OF.values())}

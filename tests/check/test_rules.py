"""Every rule has a case in which it speaks: in `messages/`, in `examples/`, in `tests/courses/broken`, or in a test."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from minicourse.build import build, check
from minicourse.problems import Problem
from minicourse.problems.catalogue import RULES

from .test_messages import SOUND

TESTS = Path(__file__).parent.parent


def of(code: str, problems: list[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.code == code]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A sound course of one lesson."""
    (tmp_path / "content").mkdir()
    for path, text in SOUND.items():
        (tmp_path / path).write_text(text, encoding="utf-8")
    assert check(tmp_path).problems == []
    return tmp_path


def add(course: Path, text: str) -> None:
    lesson = course / "content/02-sound.md"
    lesson.write_text(lesson.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_a_course_without_its_file(course: Path) -> None:
    (course / "content/course.yml").unlink()
    (found,) = of("course-file-missing", check(course).problems)
    assert found.message == "there is no `content/course.yml`"


def test_html_inside_html_inside_html(course: Path) -> None:
    add(course, "\n" + "<div>" * 2_000 + "\n")
    assert len(of("html-too-deep", check(course).problems)) == 1


def test_a_lesson_that_weighs_too_much(course: Path) -> None:
    chance = random.Random(7)
    add(course, "\n" + " ".join(f"word{chance.getrandbits(40)}" for _ in range(4_000)) + "\n")
    (found,) = of("page-over-budget", build(course).problems)
    assert found.span.path == "content/02-sound.md"


def test_each_rule_speaks_somewhere() -> None:
    places = [*TESTS.glob("check/messages/*.md"), *TESTS.glob("**/test_*.py"), TESTS / "courses/broken/expected.txt"]
    told = "".join(place.read_text(encoding="utf-8") for place in places)
    examples = {file.stem for file in TESTS.glob("check/examples/*.md")}
    assert [
        code for code in RULES if code not in examples and f"[{code}]" not in told and f'"{code}"' not in told
    ] == []

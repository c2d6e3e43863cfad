"""Every rule has cases in which it speaks, and near misses: in `messages/`, in `examples/`, or in a test."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from minicourse.build import build, check
from minicourse.problems import Problem
from minicourse.problems.catalogue import RULES
from tests.analysis import test_flags
from tests.golden import cases
from tests.site import test_rules_of_the_site

from . import test_files
from .test_examples import examples
from .test_messages import FOLDER, SOUND

TESTS = Path(__file__).parent.parent
LEAST = Counter(bad=3, good=5)
"""How many ways to break an error or a warning have to be shown, and how many near misses in which it is silent."""
ELSEWHERE = [
    *((case.code, case.verdict) for case in test_files.CASES),
    *((case.code, case.verdict) for case in test_rules_of_the_site.CASES),
    *((code, "bad" if said else "good") for code, _, _, said in test_flags.CASES),
]
"""What can't be shown in a golden file: the parameters of tests, each a rule and whether it has to speak."""


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


def fixtures() -> dict[str, Counter[str]]:
    """How many bad and good cases each rule has. A golden case is good for a rule when that speaks elsewhere in the
    same file: there the case is of the same syntax."""
    counted = {code: Counter[str]() for code in RULES}
    told = [(case.file, {code for code in RULES if f"[{code}]" in case.expected}) for case in cases(FOLDER)]
    spoken: dict[Path, set[str]] = {}
    for file, codes in told:
        spoken.setdefault(file, set()).update(codes)
    for file, codes in told:
        for code in spoken[file]:
            counted[code]["bad" if code in codes else "good"] += 1
    for example in examples():
        counted[example.code][example.verdict] += 1
    for code, verdict in ELSEWHERE:
        counted[code][verdict] += 1
    return counted


def test_each_error_and_warning_has_fixtures_enough() -> None:
    counted = fixtures()
    loud = [code for code, rule in RULES.items() if rule.severity != "advice"]
    assert {code: counted[code] for code in loud if not counted[code] >= LEAST} == {}

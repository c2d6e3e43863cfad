"""What is true only for a while is told apart by the day for which a course is checked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from minicourse.build import check
from minicourse.check import check_course
from minicourse.clock import stated_time, today

from .test_messages import SOUND


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A sound course whose facts were checked at the end of a leap year's February."""
    for path, text in SOUND.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        dated = text.replace("title: A sound lesson\n", "title: A sound lesson\nchecked: 2024-02-29\n")
        (tmp_path / path).write_text(dated, encoding="utf-8")
    return tmp_path


def found(course: Path, day: date) -> list[str]:
    read = check(course)
    problems = check_course(read.course, read.project, day=day)
    return [problem.message for problem in problems if problem.code == "facts-not-checked"]


def test_facts_hold_for_two_years(course: Path) -> None:
    assert found(course, date(2024, 2, 28)) == []
    assert found(course, date(2026, 3, 28)) == []
    message = "the facts of this lesson were last checked on 2024-02-29, 25 months ago"
    assert found(course, date(2026, 3, 29)) == [message]


def test_a_course_may_say_how_long_its_facts_hold(course: Path) -> None:
    settings = course / "content/course.yml"
    settings.write_text("title: A course\nlimits:\n  facts-not-checked: 6\n", encoding="utf-8")
    assert len(found(course, date(2024, 9, 29))) == 1
    assert found(course, date(2024, 8, 29)) == []


def test_the_environment_may_state_the_day(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1710000000")
    assert (stated_time(), today()) == (1_710_000_000, date(2024, 3, 9))
    assert check(course).problems == []
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    assert [problem.code for problem in check(course).problems] == ["facts-not-checked"]


@pytest.mark.parametrize("stated", ["", "soon", "-1"])
def test_what_is_no_time_is_not_stated(stated: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", stated)
    assert stated_time() is None
    assert today().year >= 2026


def test_a_time_beyond_all_calendars_is_their_last_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "9" * 30)
    assert today() == date(9999, 12, 31)

"""A second check of the same files says the same at once."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minicourse.build import Result, check
from minicourse.cache import Cache
from minicourse.findings import findings
from minicourse.problems.text import format_text
from minicourse.project import UnreadableProject

COURSES = Path(__file__).parent / "courses"


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course with about every kind of problem."""
    return shutil.copytree(COURSES / "broken", tmp_path / "course")


def forbid_checking(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*arguments: object) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr("minicourse.build.check", forbidden)


def test_the_second_time_nothing_is_read(course: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    first = findings(course, cache=cache)
    forbid_checking(monkeypatch)
    second = findings(course, cache=cache)
    assert second.problems == first.problems != []
    assert (second.lessons, second.questions) == (first.lessons, first.questions)
    said = [format_text(found.problems, found.project.source_line) for found in (first, second)]
    assert said[0] == said[1]


@pytest.mark.parametrize("junk", ["[1]", '"a"', '{"problems": 1}', '{"problems": [{"code": "a"}]}', '{"problems": []}'])
def test_what_was_never_found_is_not_believed(course: Path, cache: Cache, junk: str) -> None:
    first = findings(course, cache=cache)
    (kept,) = cache.folder.iterdir()
    kept.write_text(junk, encoding="utf-8")
    assert findings(course, cache=cache).problems == first.problems


def test_a_change_is_seen(course: Path, cache: Cache) -> None:
    before = findings(course, cache=cache)
    (course / "content/99-new.md").write_text("No front matter.\n", encoding="utf-8")
    after = findings(course, cache=cache)
    assert after.lessons == before.lessons + 1
    assert after.problems == check(course).problems


def test_drafts_are_another_question(course: Path, cache: Cache) -> None:
    (course / "content/99-new.md").write_text("---\ntitle: New\ndraft: true\n---\n[a](b.md)\n", encoding="utf-8")
    assert findings(course, cache=cache).problems != findings(course, drafts=True, cache=cache).problems


def test_a_file_that_changes_while_it_is_read(course: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(source: Path, *arguments: Any) -> Result:
        result = check(source, *arguments)
        (course / "content/99-new.md").write_text("No front matter.\n", encoding="utf-8")
        return result

    monkeypatch.setattr("minicourse.build.check", slow)
    findings(course, cache=cache)
    assert not list(cache.folder.glob("*.json"))


def test_without_a_cache_all_is_read(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    findings(course)
    forbid_checking(monkeypatch)
    with pytest.raises(AssertionError, match="read again"):
        findings(course)


def test_a_folder_without_a_course(tmp_path: Path, cache: Cache) -> None:
    with pytest.raises(UnreadableProject):
        findings(tmp_path, cache=cache)


def test_another_day_is_another_question(course: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    checked = "---\ntitle: New\nobjectives:\n  do-it: Do it\nchecked: 2026-01-01\n---\n"
    (course / "content/99-new.md").write_text(checked, encoding="utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    before = [problem.code for problem in findings(course, cache=cache).problems]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1880000000")
    after = [problem.code for problem in findings(course, cache=cache).problems]
    assert "facts-not-checked" in after
    assert "facts-not-checked" not in before


def test_a_change_in_the_authors_own_templates_is_seen(course: Path, cache: Cache) -> None:
    before = findings(course, cache=cache).problems
    (course / "templates").mkdir(exist_ok=True)
    (course / "templates/base.html").write_text("<html></html>\n", encoding="utf-8")
    after = findings(course, cache=cache).problems
    assert [problem.code for problem in after if problem not in before] == ["template-without-language"]


PATHS = ("01-a.md", "02-b.md", "unit/01-c.md", "unit/index.md", "course.yml", "glossary.yml", "a.svg", ".hidden.md")
TEXTS = (
    "---\ntitle: A\n---\n# Top\n\n[a](02-b.md) ![](a.svg)\n",
    "---\ntitle: B\n---\n# Top\n\n[a](01-a.md) ![](a.svg)\n",
    "title: C\nignore:\n  long-stem: a\n",
    "feedback: What it says.\n",
    "",
    "\u2028",
)
paths = st.sampled_from(PATHS)
edits = st.one_of(
    st.tuples(st.just("write"), paths, st.sampled_from(TEXTS)),
    st.tuples(st.just("remove"), paths, st.just("")),
    st.tuples(st.just("move"), paths, paths),
    st.tuples(st.just("link"), paths, paths),
    st.tuples(st.just("folder"), paths, st.just("")),
)


def edit(content: Path, kind: str, path: str, other: str) -> None:
    """Do one thing to a course; what can't be done is left."""
    file = content / path
    with contextlib.suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        if kind == "write":
            file.write_text(other, encoding="utf-8")
        elif kind == "remove":
            file.rmdir() if file.is_dir() else file.unlink()
        elif kind == "move":
            file.rename(content / other)
        elif kind == "link":
            file.symlink_to(content / other)
        else:
            file.mkdir()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(edits, max_size=8))
def test_what_is_remembered_is_what_a_check_says(changes: list[tuple[str, str, str]]) -> None:
    """After whatever was changed, and changed back."""
    with tempfile.TemporaryDirectory() as folder:
        cache = Cache(Path(folder) / "cache")
        content = Path(folder) / "course/content"
        content.mkdir(parents=True)
        for change in changes:
            edit(content, *change)
            for _ in range(2):
                found = findings(content.parent, cache=cache)
                fresh = check(content.parent)
                assert found.problems == fresh.problems
                assert found.lessons == len(fresh.course.lessons)

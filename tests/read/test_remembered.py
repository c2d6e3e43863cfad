"""A lesson that hasn't changed isn't read again; one that has, is."""

from __future__ import annotations

from pathlib import Path

import pytest

from minicourse.build import check_project
from minicourse.project import Project
from minicourse.read import remembered
from minicourse.read.lesson import read_lesson
from minicourse.read.remembered import RememberedLessons
from minicourse.read.shelf import Shelf

HEADER = "---\ntitle: A lesson\n---\n\n"


class Read:
    """Counts what is really read."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.paths: list[str] = []
        monkeypatch.setattr(remembered, "read_lesson", self)

    def __call__(self, text: str, path: str, slug: str, shelf: Shelf) -> object:
        self.paths.append(path)
        return read_lesson(text, path, slug, shelf)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    files = {"course.yml": "title: A course\n", "01-a.md": HEADER + "Text.\n", "_note.md": "A note.\n"}
    files |= {"02-b.md": HEADER + "::: include _note.md\n:::\n", "03-c.md": HEADER + "::: include _not.md\n:::\n"}
    for name, text in files.items():
        (tmp_path / "content" / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_only_what_has_changed_is_read_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    count, read = Read(monkeypatch), RememberedLessons()

    def paths(unsaved: dict[str, str]) -> list[str]:
        count.paths.clear()
        result = check_project(Project.at(project, unsaved), read=read)
        anew = check_project(Project.at(project, unsaved))
        assert (result.course, result.problems) == (anew.course, anew.problems)
        return count.paths.copy()

    first, second, third = (f"content/{name}" for name in ("01-a.md", "02-b.md", "03-c.md"))
    assert paths({}) == [first, second, third]
    assert paths({}) == []
    assert paths({first: HEADER + "Other text.\n"}) == [first]
    assert paths({}) == [first]
    assert paths({"content/_note.md": "Another note.\n"}) == [second]
    assert paths({}) == [second]
    (project / "content/_nots.md").write_text("A fragment of a nearer name.\n", encoding="utf-8")
    assert paths({}) == [third], "what is missing there may be this one"


def test_a_text_that_is_not_saved_stands_in_place_of_its_file(project: Path) -> None:
    unsaved = {"content/course.yml": "title: Another course\r\n", "content/09-new.md": HEADER}
    result = check_project(Project.at(project, unsaved))
    assert result.course.title == "Another course"
    assert len(result.course.lessons) == 3, "a file that isn't there yet is none"


def test_a_text_that_is_not_saved_may_be_no_longer_than_a_file(project: Path) -> None:
    result = check_project(Project.at(project, {"content/01-a.md": "x" * 200_000}))
    assert any("is larger than 128 KB" in problem.message for problem in result.problems)

"""`minicourse export`, as an author calls it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from .test_commands import call


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A fresh course."""
    assert call("new", str(tmp_path / "course")).returncode == 0
    return tmp_path / "course"


def test_both_are_named_after_the_course(course: Path, tmp_path: Path) -> None:
    done = call("export", "zip", str(course), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stderr.startswith("1 lesson in my-course.zip, 0.")
    with zipfile.ZipFile(tmp_path / "my-course.zip") as archive:
        assert {"index.html", "first-lesson/index.html", "sw.js"} <= set(archive.namelist())
    done = call("export", "html", str(course), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "first-lesson--top" in (tmp_path / "my-course.html").read_text(encoding="utf-8")


def test_an_error_writes_nothing(course: Path, tmp_path: Path) -> None:
    (course / "content/01-first-lesson.md").write_text("No front matter.", encoding="utf-8")
    for kind in ("zip", "html"):
        done = call("export", kind, str(course), "-o", str(tmp_path / "out"))
        assert done.returncode == 1
        assert "front-matter-missing" in done.stderr
        assert done.stderr.endswith("nothing was written\n")
        assert not (tmp_path / "out").exists()


def test_a_place_that_is_a_folder(course: Path, tmp_path: Path) -> None:
    done = call("export", "html", str(course), "-o", str(tmp_path))
    assert done.returncode == 2
    assert done.stderr.strip() == f"minicourse: this is a folder; name a file: `{tmp_path}`"


def test_an_unknown_kind(course: Path) -> None:
    done = call("export", "scorm", str(course))
    assert done.returncode == 2
    assert "scorm" in done.stderr

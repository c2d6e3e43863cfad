"""A project reads below its folder and nowhere else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from minicourse.build import check
from minicourse.problems.text import format_text
from minicourse.project import Project, UnreadableProject
from tests.check.test_messages import SOUND

LESSON = "---\ntitle: A lesson\nobjectives:\n  do-it: Do it\n---\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    for path, text in SOUND.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    return root


def codes(project: Path) -> list[str]:
    return [problem.code for problem in check(project).problems]


def test_a_folder_without_content(tmp_path: Path) -> None:
    with pytest.raises(UnreadableProject, match="`minicourse new"):
        Project.at(tmp_path)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableProject, match="there is no folder"):
        Project.at(tmp_path / "nowhere")


def test_the_content_folder_in_place_of_the_project(project: Path) -> None:
    with pytest.raises(UnreadableProject, match="name the folder around it"):
        Project.at(project / "content")


class TestLinks:
    """Symbolic links may lead to other files of the project, and to nothing else."""

    def test_inside_the_project(self, project: Path) -> None:
        (project / "lesson.md").write_text(LESSON)
        (project / "content/01-lesson.md").symlink_to("../lesson.md")
        assert codes(project) == []

    @pytest.mark.parametrize("target", ["/etc/passwd", "/dev/zero", "../../secret.md"])
    def test_outside_the_project(self, project: Path, target: str) -> None:
        (project.parent / "secret.md").write_text(LESSON)
        (project / "content/01-lesson.md").symlink_to(target)
        assert codes(project) == ["outside-project"]

    def test_a_folder_outside_the_project(self, project: Path) -> None:
        (project.parent / "elsewhere").mkdir()
        (project.parent / "elsewhere/01-lesson.md").write_text(LESSON)
        (project / "content/03-unit").symlink_to(project.parent / "elsewhere")
        assert codes(project) == ["outside-project"]

    def test_the_content_itself(self, project: Path, tmp_path: Path) -> None:
        (tmp_path / "other").mkdir()
        (tmp_path / "other/content").symlink_to(project / "content")
        with pytest.raises(UnreadableProject, match="is a link"):
            Project.at(tmp_path / "other")

    def test_in_a_circle(self, project: Path) -> None:
        (project / "content/01-a.md").symlink_to("01-b.md")
        (project / "content/01-b.md").symlink_to("01-a.md")
        (project / "content/03-unit").symlink_to(".")
        assert "unreadable-file" in codes(project)

    def test_a_picture_outside_the_project(self, project: Path) -> None:
        (project / "content/secret.png").symlink_to("/etc/passwd")
        (project / "content/01-lesson.md").write_text(LESSON + "![A secret](secret.png)")
        assert codes(project) == ["broken-image", "outside-project"]


def test_a_pipe_does_not_hang_the_build(project: Path) -> None:
    os.mkfifo(project / "content/01-lesson.md")
    assert codes(project) == ["unreadable-file"]


def test_a_huge_lesson_is_refused(project: Path) -> None:
    (project / "content/01-lesson.md").write_text(LESSON + "a" * 140_000)
    found = check(project)
    assert "larger than 128 KB" in format_text(found.problems, found.project.source_line)


def test_another_encoding_is_named_with_its_place(project: Path) -> None:
    (project / "content/01-lesson.md").write_bytes(LESSON.encode() + "Prose.\n\ncafé".encode("latin-1"))
    found = check(project)
    assert [(p.code, p.span.line, p.span.column) for p in found.problems] == [("not-utf8", 8, 4)]


def test_windows_line_ends_and_a_byte_order_mark(project: Path) -> None:
    text = LESSON + "## One\n\n[dead](nowhere.md)\n"
    (project / "content/01-lesson.md").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    found = check(project)
    assert [(p.code, p.span.line, p.span.column) for p in found.problems] == [("broken-link", 8, 8)]


def test_a_name_that_is_not_utf8(project: Path) -> None:
    (project / "content" / os.fsdecode(b"01-caf\xe9.md")).write_text(LESSON)
    assert codes(project) == ["not-utf8"]

"""The two pages of the certificate: there where it is asked for, and saying what the course says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from minicourse.check import check_course
from minicourse.project import Project
from minicourse.read.course import read_course

from .html_page import ROOT, HtmlPage, files, pages

COURSE = ROOT / "tests" / "browser" / "certificate_course"
UNCERTIFIED = ROOT / "tests" / "browser" / "course"


def asked(page: HtmlPage) -> dict[str, list[str]]:
    """What the page says that the certificate takes."""
    found: dict[str, list[str]] = json.loads(page.all("main")[0].get("data-asked"))
    return found


def course(folder: Path, setting: str, quizzes: int = 1, lessons: int = 2, objectives: int = 1) -> Path:
    """A course of lessons with a question for each of their objectives, and of quizzes in lessons of their own."""
    (folder / "content").mkdir()
    (folder / "content/course.yml").write_text(f"title: A course\ncertificate: {setting}\n", encoding="utf-8")
    number = 0
    for lesson in range(lessons):
        names = [f"goal-{lesson}-{one}" for one in range(objectives)]
        text = [f"---\ntitle: Lesson {lesson}\nobjectives:", *(f"  {name}: Do {name}." for name in names), "---\n"]
        text += [question(f"q-{name}", name) for name in names]
        (folder / f"content/{(number := number + 1):02}-lesson-{lesson}.md").write_text(
            "\n".join(text), encoding="utf-8"
        )
    for quiz in range(quizzes):
        text = [f"---\ntitle: Test {quiz}\n---\n\n:::: quiz {{#test-{quiz} pass=80}}\n# Test {quiz}\n"]
        text += [question(f"t-{quiz}", "goal-0-0"), "::::"]
        (folder / f"content/{(number := number + 1):02}-test-{quiz}.md").write_text("\n".join(text), encoding="utf-8")
    return folder


def question(name: str, objective: str) -> str:
    choices = "- [x] This\n  > Yes.\n- [ ] That\n  > No.\n"
    return f"::: question {{#{name} objective={objective}}}\nWhich?\n\n{choices}\n> So.\n:::\n"


def areas(page: HtmlPage) -> list[str]:
    """The rows of results that a certificate can have."""
    return [element.get("data-area") for element in page.elements if element.get("data-area")]


def test_without_the_setting_there_is_no_trace_of_one() -> None:
    assert [path for path in files(UNCERTIFIED) if "certificate" in path or "verify" in path or "earned" in path] == []
    for page in pages(UNCERTIFIED).values():
        assert [address for _, address in page.addresses() if "certificate" in address or "verify" in address] == []


def test_every_page_leads_to_it() -> None:
    for page in pages(COURSE).values():
        targets = [page.target(address)[0] for _, address in page.addresses() if not address.startswith("http")]
        assert "certificate/index.html" in targets, page.path


class TestWhatItTakes:
    def test_is_what_the_course_says(self) -> None:
        assert asked(pages(COURSE)["certificate/index.html"]) == {
            "lessons": ["capitals", "rivers"],
            "quizzes": ["final"],
        }

    @pytest.mark.parametrize(
        ("setting", "lessons", "quizzes"),
        [
            ("true", ["lesson-0", "lesson-1"], ["test-0", "test-1"]),
            ("{complete: false}", [], ["test-0", "test-1"]),
            ("{pass: [test-1]}", ["lesson-0", "lesson-1", "test-0"], ["test-1"]),
            ("{pass: [test-1], complete: false}", [], ["test-1"]),
            ("{pass: []}", ["lesson-0", "lesson-1", "test-0", "test-1"], []),
        ],
    )
    def test_follows_from_the_setting(
        self, tmp_path: Path, setting: str, lessons: list[str], quizzes: list[str]
    ) -> None:
        """A lesson that is nothing but a test is complete when the test, if it must be, is passed."""
        site = pages(course(tmp_path, setting, quizzes=2))
        page = site["certificate/index.html"]
        assert asked(page) == {"lessons": lessons, "quizzes": quizzes}
        beads = [element for element in page.elements if element.get("class") == "bead"]
        assert [bead.get("data-lesson") or bead.get("data-quiz") for bead in beads] == [*lessons, *quizzes]

    @pytest.mark.parametrize(
        ("setting", "said"),
        [
            ("true", "has completed all lessons and passed the 2 tests of the course"),
            ("{complete: false}", "has passed the 2 tests of the course"),
            ("{pass: []}", "has completed all lessons of the course"),
            ("{pass: [test-0]}", "has completed all lessons and passed the test of the course"),
        ],
    )
    def test_is_what_it_says_was_done(self, tmp_path: Path, setting: str, said: str) -> None:
        assert said in pages(course(tmp_path, setting, quizzes=2))["certificate/index.html"].text

    def test_of_a_draft_is_not_asked_while_it_is_one(self, tmp_path: Path) -> None:
        """The check says so: nobody could pass it."""
        project = course(tmp_path, "{pass: [test-0]}")
        file = project / "content/03-test-0.md"
        file.write_text(file.read_text(encoding="utf-8").replace("title:", "draft: true\ntitle:"), encoding="utf-8")
        read, problems = read_course(Project(project))
        assert "unknown-quiz" in [problem.code for problem in check_course(read, Project(project), problems)]


class TestResults:
    @pytest.mark.parametrize(
        ("lessons", "objectives", "first", "rows"),
        [(4, 4, "goal-0-0", 16), (5, 4, "lesson-0", 6), (17, 2, None, 0)],
        ids=["by objective", "by lesson", "none where nothing is few enough"],
    )
    def test_never_take_more_than_a_page(
        self, tmp_path: Path, lessons: int, objectives: int, first: str | None, rows: int
    ) -> None:
        site = pages(course(tmp_path, "true", lessons=lessons, objectives=objectives))
        found = areas(site["certificate/index.html"])
        assert len(found) == rows
        assert found[:1] == ([first] if first else [])
        assert rows == sum(bool(element.get("data-name")) for element in site["verify/index.html"].elements) - 1

    def test_of_more_than_four_tests_are_not_listed(self, tmp_path: Path) -> None:
        page = pages(course(tmp_path, "true", quizzes=5))["certificate/index.html"]
        assert [element for element in page.elements if element.get("data-test")] == []
        assert len([element for element in page.elements if element.get("data-quiz")]) == 5

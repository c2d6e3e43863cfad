"""The course as one file: all of it is in there, and nothing is asked for from anywhere."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from minicourse.authoring.starter import start_course
from minicourse.build import one_file
from minicourse.problems.text import format_text

from .html_page import ROOT, HtmlPage, goes_out

PROJECTS = {
    "shipped": ROOT,
    "small": ROOT / "tests/browser/course",
    "every kind": ROOT / "tests/browser/kinds_course",
    "Arabic": ROOT / "tests/browser/arabic_course",
    "of blocks": ROOT / "tests/browser/blocks_course",
    "in units": ROOT / "tests/courses/units",
}


@cache
def made(project: Path) -> HtmlPage:
    result, data = one_file(project)
    assert data, result.problems
    return HtmlPage.of("course.html", data)


@pytest.fixture(params=list(PROJECTS))
def page(request: pytest.FixtureRequest) -> HtmlPage:
    """The one file of each of our courses."""
    return made(PROJECTS[request.param])


def test_ids_are_unique(page: HtmlPage) -> None:
    assert [name for name, count in Counter(page.ids).items() if count > 1] == []


def test_links_lead_to_places_in_it_or_out_of_it(page: HtmlPage) -> None:
    ids = set(page.ids)
    lost = [
        address
        for element, address in page.addresses()
        if element.tag == "a" and not goes_out(address) and (address[:1] != "#" or page.target(address)[1] not in ids)
    ]
    assert lost == []


def test_all_that_it_loads_is_in_it(page: HtmlPage) -> None:
    loaded = [address for element, address in page.addresses() if element.tag not in ("a",)]
    assert loaded
    assert [address[:60] for address in loaded if not address.startswith("data:")] == []


def test_its_policy_allows_what_is_in_it_and_nothing_else(page: HtmlPage) -> None:
    policy = page.meta("Content-Security-Policy") or ""
    hashes = re.findall(r"'sha256-[^']+'", policy)
    inside = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for _, text in page.inline]
    assert sorted(hashes) == sorted(f"'sha256-{digest}'" for digest in inside)
    without = re.sub(r"( 'sha256-[^']+')+", " HASHES", policy)
    assert without == (
        "default-src 'none'; script-src HASHES; style-src HASHES; img-src data:; media-src data:; base-uri 'none'; "
        "form-action 'none'"
    )


def test_no_handler_and_no_style_in_an_attribute(page: HtmlPage) -> None:
    attributes = {name for element in page.elements for name in element.attributes}
    assert [name for name in attributes if name.startswith("on") or name == "style"] == []


def test_each_lesson_is_a_leaf_with_its_key_and_wording() -> None:
    page = made(ROOT)
    leaves = [element.get("data-key") for element in page.elements if "leaf" in element.get("class").split()]
    assert [key for key in leaves if key] == [
        "key-roles",
        "impact-on-achievement",
        "supporting-teachers",
        "collaborative-culture",
        "final-test",
    ]
    assert all(element.get("data-digest") for element in page.all("article") if element.get("data-key"))


def test_recordings_play_in_it_and_are_saved_from_it() -> None:
    page = made(PROJECTS["of blocks"])
    assert [element.get("src")[:15] for element in page.all("video") + page.all("audio")] == [
        "data:video/mp4;",
        "data:audio/x-wa",
    ]
    assert [link.get("download") for link in page.all("a") if link.get("href").startswith("data:")] == [
        "talk.mp4",
        "talk.wav",
    ]
    assert [button for button in page.all("button") if button.get("data-player")] == []  # of another site


def test_the_same_course_gives_the_same_bytes() -> None:
    assert one_file(ROOT)[1] == one_file(ROOT)[1]


class TestFilesOfTheAuthor:
    @pytest.fixture
    def project(self, tmp_path: Path) -> Path:
        start_course(tmp_path)
        lesson = tmp_path / "content/01-first-lesson.md"
        text = lesson.read_text(encoding="utf-8")
        lesson.write_text(text + "\n[The handout](papers/the%20handout.pdf)\n", encoding="utf-8")
        (tmp_path / "content/papers").mkdir()
        return tmp_path

    def handout(self, project: Path, size: int) -> None:
        (project / "content/papers/the handout.pdf").write_bytes(b"%PDF-" + bytes(size))

    def test_a_document_is_saved_from_it(self, project: Path) -> None:
        self.handout(project, 100)
        (link,) = made(project).all("a", download="the handout.pdf")
        assert base64.b64decode(link.get("href").removeprefix("data:application/pdf;base64,")) == b"%PDF-" + bytes(100)

    def test_one_that_is_too_large_stops_it_and_says_what_to_do(self, project: Path) -> None:
        self.handout(project, 6 * 1024 * 1024)
        result, data = one_file(project)
        assert data == b""
        said = format_text(result.problems, result.project.source_line)
        assert (
            "error[too-large-for-one-file]: `papers/the handout.pdf` has 6.0 MB; in one page it may have 5 MB" in said
        )
        assert re.search(r"--> content/01-first-lesson.md:\d+:1", said)
        assert "help: make it smaller, put it on the web and link to it there, or use `minicourse export zip`" in said

    def test_too_much_together_names_the_largest(self, project: Path) -> None:
        self.handout(project, 4_900_000)
        lesson = project / "content/01-first-lesson.md"
        text = lesson.read_text(encoding="utf-8")
        for number in range(4):
            (project / f"content/{number}.pdf").write_bytes(bytes(4_800_000))
            text += f"\n[Paper {number}]({number}.pdf)\n"
        lesson.write_text(text, encoding="utf-8")
        said = format_text(one_file(project)[0].problems, lambda path, line: None)
        assert "23.0 MB together; one file can hold 20 MB; the largest is `papers/the handout.pdf` with 4.7 MB" in said


def test_a_mistake_in_a_template_is_a_problem(tmp_path: Path) -> None:
    start_course(tmp_path)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/one_file.html").write_text("{{ page.titel }}", encoding="utf-8")
    result, data = one_file(tmp_path)
    assert (data, [problem.code for problem in result.problems if problem.severity == "error"]) == (
        b"",
        ["template-error"],
    )

"""What the site has for the review: its page, the index, and the cards of each lesson."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from .html_page import ROOT, HtmlPage, files, pages
from .test_size import KIB, loaded, weight

KINDS = ROOT / "tests" / "browser" / "kinds_course"
Cards = dict[str, str]


def index(project: Path) -> list[Any]:
    """What the index lists."""
    (text,) = [data.decode() for path, data in files(project).items() if re.match(r"assets/bank\.\w+\.js", path)]
    found: list[Any] = json.loads(text.removeprefix("minicourse.asked=").rstrip(";\n"))
    return found


def bank(project: Path, script: str) -> tuple[str, dict[str, str], Cards]:
    """What the script of a lesson hands over."""
    text = files(project)[f"assets/{script}"].decode()
    key, aims, cards = json.loads(f"[{text.removeprefix('minicourse.bank(').removesuffix(chr(10))[:-2]}]")
    return key, aims, cards


def test_the_index_lists_what_can_be_right_or_wrong() -> None:
    listed = {name: more for _, _, questions in index(KINDS) for name, *more in questions}
    assert {"choice", "multiple", "gaps", "short", "number", "matching", "ordering", "matrix", "hotspot"} <= set(listed)
    assert {"open", "survey", "scenario"} & set(listed) == set()
    assert listed["flashcards"] == ["", 3], "of a pack, how many cards"
    assert listed["d-flour"] == ["know-dough"], "questions of quizzes too"


def test_each_script_has_the_cards_that_the_index_names() -> None:
    for project in (ROOT, KINDS):
        for key, script, questions in index(project):
            found, aims, cards = bank(project, script)
            assert found == key
            assert list(cards) == [name for name, *_ in questions]
            assert set(aims) == {f"/{key}"} | {aim for _, aim, *_ in map(padded, questions) if aim}


def padded(question: list[Any]) -> list[Any]:
    return [*question, ""]


def test_links_and_pictures_lead_on_from_the_page_of_the_review() -> None:
    for project in (ROOT, KINDS):
        for _, script, _ in index(project):
            html = "".join(bank(project, script)[2].values())
            page = HtmlPage.of("review/index.html", html.encode())
            for _, address in page.addresses():
                if not re.match(r"https?:", address):
                    assert page.target(address)[0] in files(project), address


def test_ids_are_none_of_the_page() -> None:
    own = set(pages(KINDS)["review/index.html"].ids)
    for _, script, _ in index(KINDS):
        for html in bank(KINDS, script)[2].values():
            ids = HtmlPage.of("review/index.html", html.encode()).ids
            assert len(ids) == len(set(ids))
            assert all(id.startswith("review--") for id in ids)
            assert not own & set(ids)


def test_a_course_without_questions_has_no_review(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "course.yml").write_text("title: Quiet\n", encoding="utf-8")
    (tmp_path / "content" / "01-one.md").write_text("---\ntitle: One\n---\n\nText.\n", encoding="utf-8")
    assert "review/index.html" not in files(tmp_path)
    assert [path for path in files(tmp_path) if "bank" in path] == []
    assert b"review" not in files(tmp_path)["index.html"].split(b"<main")[1]


def test_search_engines_may_find_it() -> None:
    page = pages()["review/index.html"]
    assert page.meta("robots") is None
    assert (page.meta("description") or "").startswith("What you have answered is asked again here")


class TestWhatItWeighs:
    def weights(self, path: str, suffix: str) -> dict[str, int]:
        return {file.split("/")[1].split(".")[0]: weight(files()[file]) for file in loaded(pages()[path], suffix)}

    def test_the_front_page(self) -> None:
        scripts = self.weights("index.html", ".js")
        assert scripts["theme"] + scripts["site"] + scripts["front"] <= 6 * KIB

    def test_the_page_of_the_review(self) -> None:
        scripts = self.weights("review/index.html", ".js")
        assert scripts["questions"] <= 6 * KIB
        assert scripts["review"] <= 4.5 * KIB
        assert self.weights("review/index.html", ".css")["review"] <= KIB

    @pytest.mark.parametrize("lessons", [200])
    def test_the_index_of_a_long_course(self, tmp_path: Path, lessons: int) -> None:
        """Some dozen bytes a question: a thousand lessons of five come to 56 KB, kept by the browser once brought."""
        (tmp_path / "content").mkdir()
        (tmp_path / "content" / "course.yml").write_text("title: Long\n", encoding="utf-8")
        ask = "::: question {{#question-{}-{}}}\nWhat?\n\n- [x] A\n- [ ] B\n:::\n"
        for number in range(lessons):
            text = "\n".join(ask.format(number, each) for each in range(5))
            file = tmp_path / "content" / f"{number + 1:03}-lesson-{number}.md"
            file.write_text(f"---\ntitle: Lesson {number}\n---\n\n{text}", encoding="utf-8")
        (found,) = [data for path, data in files(tmp_path).items() if re.match(r"assets/bank\.\w+\.js", path)]
        assert weight(found) <= 12 * lessons * 5

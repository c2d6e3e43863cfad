"""What a page weighs, that long courses cost no more, and that the same course makes the same bytes."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest

from minicourse.render.assets import PROGRESS, QUESTION_SCRIPTS, Bundle
from minicourse.render.theme import Theme, builtin_templates

from .html_page import BASE, ROOT, HtmlPage, files, lesson_pages, pages

KIB = 1024


def weight(data: bytes) -> int:
    """Bytes on the wire."""
    return len(gzip.compress(data, 6, mtime=0))


def loaded(page: HtmlPage, suffix: str) -> list[str]:
    """The files with this suffix that a page loads."""
    links = [link.get("href") for link in page.all("link") if link.get("rel") in ("stylesheet", "icon", "preload")]
    sources = [script.get("src") for script in page.all("script") if script.get("src")]
    found = [page.target(address)[0] for address in links + sources]
    return [file for file in found if file.endswith(suffix)]


class TestBudgets:
    @pytest.mark.parametrize("page", [pytest.param(page, id=page.path) for page in lesson_pages()])
    def test_of_a_lesson(self, page: HtmlPage) -> None:
        banked = page.path == "final-test/index.html" and len(page.all("form"))
        assert weight(files()[page.path]) <= 14 * KIB + 512 * banked
        assert sum(weight(files()[file]) for file in loaded(page, ".css")) <= 8 * KIB
        scripts = {file.split("/")[1].split(".")[0]: weight(files()[file]) for file in loaded(page, ".js")}
        assert scripts.pop("questions") <= 6 * KIB
        assert scripts.pop("quiz", 0) <= 3.5 * KIB
        assert scripts.pop("earned", 0) <= KIB
        assert scripts.pop("offline", 0) <= 1 * KIB
        assert scripts.pop("objectives") <= 1.5 * KIB
        assert scripts.keys() == {"theme", "site"}
        assert sum(scripts.values()) <= 3 * KIB

    def test_of_the_page_of_progress(self) -> None:
        """Its own script is the largest of the theme: all of it is for this one page."""
        page = pages()["progress/index.html"]
        weights = {file.split("/")[1].split(".")[0]: weight(files()[file]) for file in loaded(page, ".js")}
        assert weights["my-progress"] <= 6 * KIB
        assert weights["qr"] <= 4 * KIB
        assert sum(weight(files()[file]) for file in loaded(page, ".css")) <= 9 * KIB

    @pytest.mark.parametrize("language", sorted(path.stem for path in (ROOT / "templates/locale").glob("*.json")))
    def test_of_the_page_of_progress_in_every_language(self, language: str) -> None:
        """The words stand in the script; other languages need more of them than English, or more bytes a letter."""
        _, script = Theme((builtin_templates(),), language).files(PROGRESS)
        assert weight(script[1]) <= 7 * KIB

    def test_of_the_script_for_every_kind(self) -> None:
        theme = Theme((builtin_templates(),), "en")
        assert weight(theme.files(Bundle("questions", QUESTION_SCRIPTS))[0][1]) <= 6 * KIB

    def test_no_font(self) -> None:
        assert [path for path in files() if path.endswith((".woff", ".woff2", ".ttf", ".otf"))] == []
        for path, data in files().items():
            if path.endswith(".css"):
                assert b"@font-face" not in data
                assert b"@import" not in data

    def test_pages_without_questions_load_no_script_for_them(self) -> None:
        for path in ("index.html", "glossary/index.html", "references/index.html", "print/index.html", "404.html"):
            assert [file for file in loaded(pages()[path], ".js") if "question" in file or "quiz" in file] == []

    def test_what_may_be_kept_for_good_is_named_by_its_content(self) -> None:
        import hashlib

        for path, data in files().items():
            if path.startswith("assets/"):
                assert path.split(".")[-2] == hashlib.blake2b(data, digest_size=4).hexdigest()


def course(folder: Path, lessons: int, unit: int | None) -> Path:
    """A course of so many tiny lessons, in units of so many, or flat."""
    for number in range(lessons):
        place = folder / "content" / (f"{number // unit + 1:03}-unit-{number // unit + 1:03}" if unit else "")
        place.mkdir(parents=True, exist_ok=True)
        text = f"---\ntitle: Lesson {number + 1:04}\n---\n\nText.\n"
        (place / f"{number + 1:04}-lesson-{number + 1:04}.md").write_text(text, encoding="utf-8")
    (folder / "content" / "course.yml").write_text("title: Many\n", encoding="utf-8")
    return folder


def heaviest(project: Path, weigh: bool) -> int:
    """The size of the largest page of a lesson; compressed if it is to be weighed."""
    return max((weight if weigh else len)(files(project)[page.path]) for page in lesson_pages(project))


class TestLongCourses:
    @pytest.mark.parametrize("unit", [None, 10], ids=["flat", "in units of 10"])
    def test_ten_times_the_lessons_weigh_no_more(self, tmp_path: Path, unit: int | None) -> None:
        """A page lists at most fifty of anything, so what it weighs is bounded: half a kilobyte more, at most."""
        short, long = course(tmp_path / "short", 30, unit), course(tmp_path / "long", 300, unit)
        assert heaviest(long, weigh=True) - heaviest(short, weigh=True) <= 512

    @pytest.mark.parametrize(("unit", "few", "many"), [(None, 60, 300), (2, 120, 400)], ids=["flat", "in units"])
    def test_past_fifty_a_page_grows_no_more(self, tmp_path: Path, unit: int | None, few: int, many: int) -> None:
        """Uncompressed, and but for the digits of longer numbers."""
        short, long = course(tmp_path / "short", few, unit), course(tmp_path / "long", many, unit)
        assert abs(heaviest(long, weigh=False) - heaviest(short, weigh=False)) <= 200

    def test_a_page_names_few_lessons_of_other_units(self, tmp_path: Path) -> None:
        project = course(tmp_path, 100, 10)
        for page in lesson_pages(project):
            listed = {page.target(link.get("href"))[0] for link in page.all("a")}
            unit = page.path.split("/")[0]
            others = [file for file in listed if file.count("/") == 2 and not file.startswith(f"{unit}/")]
            assert len(others) <= 2, "only the previous and the next lesson"


class TestSameBytes:
    def build(self, output: Path, cwd: Path, seed: str) -> dict[str, bytes]:
        """Build the shipped course in a process of its own."""
        command = [sys.executable, "-m", "minicourse", "build", str(ROOT), "-o", str(output), "--base-url", BASE]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run(command, cwd=cwd, env=environment, check=True, capture_output=True, timeout=120)
        return {str(file.relative_to(output)): file.read_bytes() for file in output.rglob("*") if file.is_file()}

    def test_whenever_and_wherever_it_is_built(self, tmp_path: Path) -> None:
        """Whatever the order in which Python keeps sets, the folder, and the time."""
        first = self.build(tmp_path / "first", ROOT, "1")
        second = self.build(tmp_path / "second", tmp_path, "2")
        assert first.keys() == second.keys()
        assert [path for path in first if first[path] != second[path]] == []

    def test_in_memory_and_on_disk(self, tmp_path: Path) -> None:
        made = self.build(tmp_path / "site", tmp_path, "3")
        del made[".minicourse-site"]
        assert made == files(ROOT, BASE)

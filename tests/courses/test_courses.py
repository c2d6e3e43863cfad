"""Whole small courses: what is built of a sound one, what is said of a broken one.

`pytest --accept` writes what really comes of them; read the difference.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from minicourse.build import build, check
from minicourse.problems.text import format_text

HERE = Path(__file__).parent


def main_of(page: str) -> str:
    """What a page says: its title, its address and its main part, without the digests of the theme's files."""
    kept = re.findall(r"<title>.*?</title>|<link rel=\"canonical\".*?>|<main.*?</main>", page, re.DOTALL)
    return re.sub(r"\.[0-9a-f]{8}\.(css|js|svg)", r".\1", "\n".join(kept)) + "\n"


def expect(file: Path, text: str, accept: bool) -> None:
    if accept:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course in units, built."""
    output = tmp_path_factory.mktemp("units") / "site"
    result = build(HERE / "units", output, strict=True)
    heeded = [problem for problem in result.problems if problem.severity != "advice"]
    assert format_text(heeded, result.project.source_line) == ""
    return output


def test_files_of_the_course_in_units(site: Path, accept: bool) -> None:
    files = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    listed = "\n".join(sorted(re.sub(r"\.[0-9a-f]{8}\.", ".DIGEST.", file) for file in files))
    expect(HERE / "units/expected/files.txt", listed + "\n", accept)


@pytest.mark.parametrize(
    "page",
    [
        "index.html",
        "introduction/index.html",
        "in-practice/index.html",
        "in-practice/observing/index.html",
        "glossary/index.html",
        "references/index.html",
        "print/index.html",
        "404.html",
    ],
)
def test_page_of_the_course_in_units(site: Path, page: str, accept: bool) -> None:
    name = page.removesuffix("/index.html").replace("/", "_").removesuffix(".html")
    expect(HERE / f"units/expected/{name}.html", main_of((site / page).read_text(encoding="utf-8")), accept)


@pytest.mark.parametrize("file", ["sitemap.xml", "llms.txt", "introduction/index.md"])
def test_file_for_machines_of_the_course_in_units(site: Path, file: str, accept: bool) -> None:
    expect(HERE / "units/expected" / file.replace("/", "_"), (site / file).read_text(encoding="utf-8"), accept)


def test_the_draft_is_not_published(site: Path) -> None:
    assert not any("Talking" in path.read_text(encoding="utf-8") for path in site.rglob("*.html"))


def test_the_accent_is_the_authors(site: Path) -> None:
    (style,) = (site / "assets").glob("style.*.css")
    assert style.read_text(encoding="utf-8").endswith(":root{--accent-hue:295}")


def test_all_problems_of_the_broken_course_are_told_at_once(accept: bool) -> None:
    result = check(HERE / "broken")
    expect(HERE / "broken/expected.txt", format_text(result.problems, result.project.source_line), accept)

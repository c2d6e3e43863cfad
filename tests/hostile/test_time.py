"""Time grows with the length of a text, not with its square, whatever the text is."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from minicourse.build import check
from tests.check.test_messages import SOUND

HEADER = "---\ntitle: A lesson\nobjectives:\n  do-it: Do it\n---\n"
QUESTION = "::: question {{#q{} objective=do-it}}\nWhich?\n\n- [x] a\n  > y\n- [ ] b\n  > n\n\n> e\n:::\n\n"
SMALL = 12_000
"""Characters of the smaller text; the larger one has four times as many."""

Family = tuple[str, Callable[[int], str]]


def repeated(piece: str) -> Callable[[int], str]:
    """As many of a piece as fit."""
    return lambda size: piece * (size // len(piece))


def numbered(piece: str) -> Callable[[int], str]:
    """A piece again and again, with another number each time."""
    return lambda size: "".join(piece.format(n) for n in range(size // len(piece)))


def lesson(make: Callable[[int], str]) -> Family:
    return "content/01-lesson.md", lambda size: HEADER + make(size)


def references(make: Callable[[int], str]) -> Family:
    return "content/references.bib", make


def settings(before: str, make: Callable[[int], str], after: str = "") -> Family:
    return "content/course.yml", lambda size: f"title: x\n{before}{make(size)}{after}\n"


FAMILIES: dict[str, Family] = {
    "brackets": lesson(repeated("[")),
    "images": lesson(repeated("![")),
    "nested images": lesson(lambda size: "![" * (size // 6) + "a" + "](x)" * (size // 6)),
    "footnotes begun": lesson(repeated("[^")),
    "links begun": lesson(repeated("[a](")),
    "terms begun": lesson(repeated("[[a ")),
    "citations begun": lesson(repeated("[@a; ")),
    "stars": lesson(repeated("*a **b ")),
    "backticks": lesson(lambda size: " ".join("`" * n for n in range(1, int((2 * size) ** 0.5)))),
    "ampersands": lesson(repeated("&")),
    "angle brackets": lesson(repeated("<a ")),
    "declarations begun": lesson(repeated("a <![CDATA[")),
    "quotations": lesson(repeated("> ")),
    "lists": lesson(repeated("- a\n")),
    "tables": lesson(repeated("|a|\n|-|\n")),
    "elements in elements": lesson(repeated("<div>")),
    "elements that seem closed": lesson(repeated("a<b></x>")),
    "headings": lesson(numbered("## a {}\n\n")),
    "links whose place is unknown": lesson(repeated("[a](&#98;)\n")),
    "links to a definition": lesson(lambda size: "[a]: /x\n\n" + "[a]\n" * (size // 4)),
    "broken links": lesson(numbered("[x](nowhere-{}.md)\n\n")),
    "broken anchors": lesson(numbered("## part number {0}\n\n[x](#part-nomber-{0})\n\n")),
    "questions": lesson(numbered(QUESTION)),
    "unknown objectives": lesson(numbered(QUESTION.replace("{}", "{0}").replace("do-it", "do-{0}"))),
    "blocks never closed": lesson(repeated("::: example\n")),
    "unknown citations": lesson(numbered("[@key{}]\n\n")),
    "entries": references(numbered("@book{{key{}, title={{T}}, year=2000, author={{A}}}}\n")),
    "entries begun": references(repeated("@book{a\n")),
    "braces": references(lambda size: "@book{a, title={" + "{" * size),
    "settings in brackets": settings("tags: ", repeated("[")),
    "settings in lines": settings("tags:\n  ", repeated("- ")),
    "aliases": settings("id: &a b\ntags: [", repeated("x,x,x,x,*a,"), "]"),
    "unknown settings": settings("", numbered("titlo{}: a\n")),
}


def seconds(project: Path, path: str, text: str) -> float:
    (project / path).write_text(text)
    before = time.process_time()
    check(project)
    return time.process_time() - before


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    for path, text in SOUND.items():
        (tmp_path / path).write_text(text)
    return tmp_path


@pytest.mark.parametrize("name", FAMILIES)
def test_time_grows_with_length(name: str, project: Path) -> None:
    path, make = FAMILIES[name]
    small = seconds(project, path, make(SMALL))
    # What is already slow need not be tried with more, which could take minutes.
    assert small < 1.5, f"{SMALL} characters take {small:.1f} s"
    large = seconds(project, path, make(4 * SMALL))
    assert large <= 8 * small + 0.5, f"{small:.2f} s for {SMALL} characters, {large:.2f} s for four times as many"

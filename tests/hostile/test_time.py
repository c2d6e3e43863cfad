"""Time grows with the length of a text, not with its square, whatever the text is."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from minicourse.build import check, mend
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


def name(number: int) -> str:
    """A name of three capitals."""
    return "".join(chr(65 + number // 26**place % 26) for place in range(3))


def lesson(make: Callable[[int], str]) -> Family:
    return "content/01-lesson.md", lambda size: HEADER + make(size)


def inside(make: Callable[[int], str], block: str = "question") -> Callable[[int], str]:
    """What a block holds."""
    return lambda size: f"::: {block} {{#a objective=do-it}}\nWhich?\n\n{make(size)}\n\n> Because.\n:::\n"


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
    "gaps": lesson(inside(repeated("It is [[this]]. "))),
    "gaps begun": lesson(inside(repeated("[[a "))),
    "gaps of brackets": lesson(inside(repeated("[["))),
    "gaps ended": lesson(inside(repeated("]] "))),
    "gaps in lines": lesson(inside(repeated("It is [[this]].\n\n"))),
    "gaps in a table": lesson(inside(lambda size: "|a|b|\n|-|-|\n" + "|a|[[b]]|\n" * (size // 10))),
    "a gap of spaces": lesson(inside(lambda size: "[[1" + " " * size + "x]]")),
    "gaps of numbers": lesson(inside(repeated("[[1" + " '" * 200 + "x]] "))),
    "answers in a gap": lesson(inside(lambda size: "[[" + "a|" * (size // 2) + "b]]")),
    "wrong gaps": lesson(inside(repeated("[[*]] "))),
    "foreseen answers": lesson(inside(lambda size: "[[1]]\n\n" + numbered("- {}\n  > No.\n")(size))),
    "rows to match": lesson(inside(lambda size: "|a|b|\n|-|-|\n" + numbered("|{0}|x{0}|\n")(size))),
    "equal rows": lesson(inside(lambda size: "|a|b|\n|-|-|\n" + "|a|b|\n" * (size // 6))),
    "rows of boxes": lesson(inside(lambda size: "|a|b|c|\n|-|-|-|\n" + "|a|[x]|[ ]|\n" * (size // 12))),
    "columns of boxes": lesson(
        inside(lambda size: "|a" * (size // 9) + "|\n" + "|-" * (size // 9) + "|\n" + "|[x]" * (size // 9))
    ),
    "things to order": lesson(inside(numbered("1. a{}\n"))),
    "choices": lesson(inside(numbered("- [ ] a{}\n"))),
    "choices in choices": lesson(inside(lambda size: "".join("  " * n + "- [x] a\n" for n in range(int(size**0.5))))),
    "feedback not indented": lesson(inside(repeated("1. a\n> b\n"))),
    "places": lesson(inside(numbered("- [ ] a {{at={},1}}\n"))),
    "braces begun": lesson(inside(lambda size: "- [x] " + "{at= " * (size // 5))),
    "hints": lesson(inside(repeated("> [!TIP]\n> a\n\n"))),
    "quotations behind": lesson(inside(repeated("> a\n\n"))),
    "blanks and brackets": lesson(inside(repeated("[a] ___ "))),
    "cards": lesson(inside(numbered("a{}\n:   b\n\n"), "flashcards")),
    "backs of a card": lesson(inside(lambda size: "a\n" + ":   b\n" * (size // 6), "flashcards")),
    "scenes": lesson(inside(numbered("### a{0}\nb\n\n- [c](#a{0})\n\n"), "scenario")),
    "decisions": lesson(
        inside(lambda size: "### a\n\n" + numbered("- [c{}](#b)\n")(size) + "\n### b\nEnd.\n", "scenario")
    ),
    "decisions to nowhere": lesson(
        inside(lambda size: "### b\n\n### a\n\n" + numbered("- [c](#d{})\n")(size), "scenario")
    ),
    "scenarios begun": lesson(numbered("::: scenario {{#a{}}}\n### a\n")),
    "quizzes": lesson(numbered(":::: quiz {{#z{0}}}\n" + QUESTION.replace("{}", "{0}") + "::::\n")),
    "quizzes of the course": lesson(
        numbered(":::: quiz {{#z{0} from=course draw=1}}\n" + QUESTION.replace("{}", "{0}") + "::::\n")
    ),
    "quizzes begun": lesson(numbered(":::: quiz {{#z{}}}\n")),
    "colons": lesson(lambda size: "\n".join(":" * n + " quiz {#a}" for n in range(int((2 * size) ** 0.5), 3, -1))),
    "questions in a quiz": lesson(lambda size: ":::: quiz {#z}\n" + numbered(QUESTION)(size) + "::::\n"),
    "attributes": lesson(lambda size: "::: question {" + numbered("a{}=b ")(size) + "}\n:::\n"),
    "attributes twice": lesson(lambda size: "::: question {" + repeated("a=b #c ")(size) + "}\n:::\n"),
    "unknown objectives": lesson(numbered(QUESTION.replace("{}", "{0}").replace("do-it", "do-{0}"))),
    "blocks never closed": lesson(repeated("::: example\n")),
    "tabs": lesson(numbered("::: tabs\n### a{0}\nx\n\n### b{0}\ny\n:::\n\n")),
    "tabs begun": lesson(repeated("::: tabs\n### a\n")),
    "tabs in tabs": lesson(
        lambda size: "".join(":" * n + " tabs\n# a\n" for n in range(int((2 * size) ** 0.5), 3, -1))
    ),
    "parts of tabs": lesson(lambda size: "::: tabs\n" + numbered("### a{}\n\n")(size) + ":::\n"),
    "parts of columns": lesson(lambda size: "::: columns\n" + repeated("a\n\n---\n\n")(size) + ":::\n"),
    "figures": lesson(numbered("::: figure A {{#a{}}}\nx\n:::\n\n")),
    "recordings": lesson(numbered("::: video [a](b{}.mp4) {{captions=c.vtt}}\n:::\n\n")),
    "recordings begun": lesson(repeated("::: video [a](b.mp4)\n")),
    "captions": lesson(lambda size: "::: video [a](b.mp4) {captions=" + repeated("a,")(size) + "}\n:::\n"),
    "addresses of videos": lesson(numbered("::: video [a](https://youtu.be/{}?t=1s&t=2) {{captions=yes}}\n:::\n\n")),
    "includes": lesson(repeated("::: include _piece.md\n:::\n\n")),
    "includes begun": lesson(repeated("::: include _piece.md\n\n\n\n")),
    "includes of nothing": lesson(numbered("::: include _pieces-{}.md\n:::\n\n")),
    "footnotes of one name": lesson(repeated("[^a]: b\n\n")),
    "links in a fragment": ("content/_piece.md", lambda size: numbered("[x](nowhere-{}.md)\n\n")(size)),
    "raw links in a fragment": ("content/_piece.md", lambda size: numbered("<a href=nowhere-{}>\n\n")(size)),
    "a fragment in itself": ("content/_piece.md", repeated("::: include _piece.md\n:::\n\n")),
    "capitals": lesson(repeated("A")),
    "words in capitals": lesson(repeated("AAA ")),
    "words in capitals and others": lesson(repeated("AA AA AAa ")),
    "names in capitals": lesson(lambda size: "".join(f"a {name(n)} b {name(n)}. " for n in range(size // 13))),
    "a name of many words": lesson(lambda size: "An AOO is an AOO. " + repeated("of ")(size)),
    "abbreviations": lesson(repeated("e.g. ")),
    "sentences": lesson(repeated("A. ")),
    "stops": lesson(repeated(".")),
    "quotations begun": lesson(repeated("“! ")),
    "a long word": lesson(repeated("operational")),
    "a long sentence": lesson(repeated("study of ")),
    "claims": lesson(repeated("Research shows it. ")),
    "claims in a list": lesson(repeated("- Research shows it.\n")),
    "years in a bracket": lesson(lambda size: "Research shows it (" + repeated("1999 ")(size)),
    "shares": lesson(repeated("A study found 5 %. ")),
    "places on the page": lesson(repeated("the box on the right ")),
    "colours": lesson(repeated("click the red ")),
    "bold words": lesson(repeated("**a** b ")),
    "brackets in addresses": lesson(repeated(r"[a](b\() ")),
    "lines in a cell": lesson(lambda size: "|" + r"a\|b|" * (size // 10) + "\n|" + "-|" * (size // 10)),
    "unused terms": ("content/glossary.yml", numbered("term{}: a\n")),
    "unknown citations": lesson(numbered("[@key{}]\n\n")),
    "entries": references(numbered("@book{{key{}, title={{T}}, year=2000, author={{A}}}}\n")),
    "entries begun": references(repeated("@book{a\n")),
    "braces": references(lambda size: "@book{a, title={" + "{" * size),
    "settings in brackets": settings("tags: ", repeated("[")),
    "settings in lines": settings("tags:\n  ", repeated("- ")),
    "aliases": settings("id: &a b\ntags: [", repeated("x,x,x,x,*a,"), "]"),
    "quotation marks": lesson(inside(lambda size: "“«„‚" * (size // 8) + "\n\n- [x] a\n- [ ] " + "“«„‚" * (size // 8))),
    "notes begun": ("templates/a.html", repeated("{#<!--/* ")),
    "notes of lines": ("templates/a.js", repeated("// a\n/* */")),
    "pages begun": ("templates/a.html", repeated("<html lang ")),
    "links of pages begun": ("templates/a.html", repeated("<link rel= href ")),
    "unknown settings": settings("", numbered("titlo{}: a\n")),
}


def seconds(project: Path, path: str, text: str, do: Callable[[Path], object] = check) -> float:
    (project / path).parent.mkdir(exist_ok=True)
    (project / path).write_text(text)
    before = time.process_time()
    do(project)
    return time.process_time() - before


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    for path, text in SOUND.items():
        (tmp_path / path).write_text(text)
    (tmp_path / "content/_piece.md").write_text("A [piece](02-sound.md).\n")
    (tmp_path / "content/03-third.md").write_text(f"{HEADER}::: include _piece.md\n:::\n")
    return tmp_path


@pytest.mark.parametrize("name", FAMILIES)
def test_time_grows_with_length(name: str, project: Path) -> None:
    path, make = FAMILIES[name]
    small = seconds(project, path, make(SMALL))
    # What is already slow need not be tried with more, which could take minutes.
    assert small < 1.5, f"{SMALL} characters take {small:.1f} s"
    large = seconds(project, path, make(4 * SMALL))
    assert large <= 8 * small + 0.5, f"{small:.2f} s for {SMALL} characters, {large:.2f} s for four times as many"


@pytest.mark.parametrize("piece", ["![Image of a](a.svg)\n\n", "## a\n\n#### b\n\n"])
def test_so_does_the_time_to_mend_it(piece: str, project: Path) -> None:
    path, make = lesson(repeated(piece))
    small, large = (seconds(project, path, make(size), mend) for size in (SMALL, 8 * SMALL))
    assert large <= 16 * small + 0.5, f"{small:.2f} s for {SMALL} characters, {large:.2f} s for eight times as many"

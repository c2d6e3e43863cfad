"""What is put into a text reads as if it stood there, and its slips are told where it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from minicourse.build import rendered
from minicourse.model.lesson import Body, Prose
from minicourse.problems import Problem
from minicourse.project import MAX_TEXT_BYTES, Project
from minicourse.read.body import read_body, read_text
from minicourse.read.lesson import read_lesson
from minicourse.read.shelf import Shelf, fragment_shelf

BLOCKS = (
    "A paragraph with *marks*.",
    "## A heading",
    "- a list\n- of two",
    "1. one\n\n   still one",
    "> a quotation\nthat is lazy",
    "```\n::: include _b.md\n:::\n```",
    "| a |\n|---|\n| b |",
    "::: example A title\nText.\n:::",
    "::: tabs\n### A\nOne.\n\n### B\nTwo.\n:::",
    "Term\n:   Definition",
    "A note[^a].\n\n[^a]: It is here.",
    "[defined]\n\n[defined]: https://example.org/x",
    "<div>raw</div>",
    "Text\n===",
)


def shelf(**fragments: str) -> Shelf:
    """Fragments by their names: `a` is `_a.md`."""
    texts = {f"_{name}.md": text for name, text in fragments.items()}
    return Shelf(texts.get, lambda: sorted(texts))


def html(body: Body) -> str:
    return "\n".join(block.html for block in body.blocks if isinstance(block, Prose))


def include(name: str) -> str:
    return f"::: include _{name}.md\n:::"


@settings(deadline=None)
@given(st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=6, unique=True), st.integers(0, 5), st.integers(0, 5))
def test_a_text_in_pieces_reads_as_a_whole(blocks: list[str], first: int, second: int) -> None:
    """Wherever it is cut, and with one piece inside another."""
    begin, end = sorted((min(first, len(blocks)), min(second, len(blocks))))
    inner, outer = blocks[begin:end], [*blocks[:begin], include("b"), *blocks[end:]]
    pieces = shelf(a="\n\n".join(outer), b="\n\n".join(inner))
    whole, _ = read_body("\n\n".join(blocks) + "\n", "content/1.md")
    read, markdown, problems = read_text(include("a"), "content/1.md", 1, pieces)
    assert [problem.message for problem in problems if problem.code in ("broken-include", "include-circle")] == []
    assert same(html(read)) == same(html(whole))
    assert read.words == whole.words
    assert same(markdown) == same("\n\n".join(blocks))


def same(text: str) -> str:
    """Without empty lines."""
    return re.sub(r"\s*\n\s*", "\n", text).strip()


def test_a_lesson_is_a_function_of_its_text_and_its_fragments() -> None:
    text = "---\ntitle: A lesson\n---\n\n" + include("a")
    read = [read_lesson(text, "content/1.md", "one", shelf(a=fragment)) for fragment in ("One.", "One.", "Two.")]
    assert read[0] == read[1]
    assert read[0][0].digest != read[2][0].digest
    assert read[0][0].markdown == "One.\n"
    assert read[0][0].body.fragments == ("_a.md",)


def test_links_and_pictures_are_relative_to_the_fragment() -> None:
    fragment = (
        "[a](x.md#one) ![b](images/y.svg) [c](#here) [d](/top.md) [e](https://example.org) [f]\n\n"
        '<img src="z.png" alt=""> <a href=\'../w.md\'>w</a>\n\n[f]: v.md\n'
    )
    pieces = Shelf({"_s/t.md": fragment}.get, lambda: ["_s/t.md"])
    body, markdown, problems = read_text("::: include _s/t.md\n:::\n\n[f](x.md)", "content/unit/1.md", 1, pieces)
    assert problems[0].code == "broken-include"  # `_s` is beside the unit, and not in it
    body, markdown, problems = read_text("::: include /_s/t.md\n:::\n\n[f](x.md)", "content/unit/1.md", 1, pieces)
    assert problems == []
    targets = ["/_s/x.md#one", "/_s/images/y.svg", "#here", "/top.md", "https://example.org", "/_s/v.md"]
    assert [link.target for link in body.links] == [*targets, "/_s/z.png", "/w.md", "x.md"]
    assert [link.span.path for link in body.links] == ["content/_s/t.md"] * 8 + ["content/unit/1.md"]
    assert [link.span.column for link in body.links][:3] == [5, 20, 38]
    assert "![b](/_s/images/y.svg)" in markdown
    assert "[f]: /_s/v.md" in markdown
    assert markdown.endswith("[f](x.md)")


def test_what_is_included_is_counted_each_time() -> None:
    """A small file that is included a thousand times is a large text."""
    pieces = shelf(a=f"{include('b')}\n\n" * 20, b=f"{include('c')}\n\n" * 20, c="word " * 200)
    body, problems = read_body(include("a"), "content/1.md", 1, pieces)
    assert {problem.code for problem in problems} == {"unreadable-file"}
    assert body.words * len("word ") <= MAX_TEXT_BYTES


def write(root: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


COURSE = {"content/course.yml": "title: A course\n", "content/01-a.md": f"---\ntitle: A\n---\n\n{include('a')}\n"}


def test_fragments_are_no_pages_and_their_pictures_are_published(tmp_path: Path) -> None:
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
    fragment = {"content/_a.md": "![A door](_more/door.svg)\n", "content/_more/door.svg": picture}
    unread = {"content/_more/note.md": "[dead](nowhere.md)\n", "content/_more/deep/x.svg": picture}
    result, files = rendered(write(tmp_path, COURSE | fragment | unread))
    assert [problem for problem in result.problems if problem.severity == "error"] == []
    assert [lesson.path for lesson in result.course.lessons] == ["01-a.md"]
    assert "_more/door.svg" in files
    assert not any(name.endswith("x.svg") or "note" in name for name in files)
    assert b'src="../_more/door.svg"' in files["a/index.html"]
    assert b"](../_more/door.svg)" in files["a/index.md"]


def test_what_nobody_includes_is_not_looked_at(tmp_path: Path) -> None:
    """Authors have always kept aside what begins with `_`."""
    project = write(tmp_path / "project", COURSE | {"content/_a.md": "Well.\n", "content/_old/1.md": "---\nno end\n"})
    (project / "content/_old/link").symlink_to("/etc")
    (project / "content/_old/_b.md").write_bytes(b"\xff")
    result, files = rendered(project)
    assert [problem for problem in result.problems if problem.severity == "error"] == []
    assert files


def test_a_fragment_leads_nowhere_but_to_content(tmp_path: Path) -> None:
    write(tmp_path / "project", COURSE | {"notes.md": "SECRET"})
    write(tmp_path, {"outside.md": "SECRET"})
    for target in ("../notes.md", "../../outside.md", "/etc/hostname", "../.git/config"):
        link = tmp_path / "project/content/_a.md"
        link.unlink(missing_ok=True)
        link.symlink_to(target)
        read = fragment_shelf(Project.at(tmp_path / "project")).read("_a.md")
        assert isinstance(read, Problem), target
        assert read.code in ("outside-project", "unreadable-file")
        result, files = rendered(tmp_path / "project")
        assert files == {}
        assert [problem.code for problem in result.problems if problem.severity == "error"] == [read.code]

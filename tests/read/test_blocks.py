"""Blocks made of parts, and blocks that play: what is read of them."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minicourse.model.lesson import Body, Prose
from minicourse.read.body import read_body
from minicourse.read.shelf import Shelf

LINES = (
    *(f"{':' * n} {name}" for n in (3, 4) for name in ("tabs", "columns", "figure A", "video [a](b.mp4)", "example")),
    "::: include _a.md",
    "::: quiz {#z}",
    "::: scenario {#s}",
    "::: question {#q}",
    ":::",
    "::::",
    "### a",
    "## b",
    "---",
    "***",
    "",
    "text",
    "- item",
    "  ### in it",
    "> quoted",
    "> ---",
    "![a](b.png)",
    "<div>",
)


def html(body: Body) -> str:
    return "".join(block.html for block in body.blocks if isinstance(block, Prose))


def read(text: str) -> Body:
    """A text without any problem."""
    body, problems = read_body(text, "content/1.md")
    assert problems == []
    return body


@settings(deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=14))
def test_whatever_stands_in_them_comes_out_whole(lines: list[str]) -> None:
    text = "\n".join(lines)
    body, _ = read_body(text, "content/1.md", 1, Shelf({"_a.md": "### a\n\n---\n\ntext\n"}.get, tuple))
    ElementTree.fromstring(f"<body>{html(body)}</body>")
    assert html(body).count("data-recording") <= len(body.recordings)


@pytest.mark.parametrize("inner", ["> [^b]: two", "- [^b]: two", "> - [^b]: > two", "one\n\n    > [^b]: two"])
def test_a_footnote_inside_another_one_comes_out_beside_it(inner: str) -> None:
    made = html(read(f"First[^a], second[^b], third[^c].\n\n[^a]: {inner}\n\n[^c]: three\n"))
    ElementTree.fromstring(f"<body>{made}</body>")
    notes = made[made.index("<ol") :]
    assert notes.count("<li") - notes.count("<ul>") == 3
    assert notes.index("two") < notes.index("three")


def test_a_heading_of_the_first_level_or_above_begins_a_tab() -> None:
    body = read("::: tabs\n### A\n#### deeper\nx\n## B\n\n> ### quoted\n\n- ### listed\n:::\n")
    assert html(body).count('<section class="tab"') == 2
    assert [(heading.text, heading.listed) for heading in body.headings] == [
        (text, False) for text in ("A", "deeper", "B", "quoted", "listed")
    ]


def test_only_hyphens_begin_a_column_and_only_directly_in_it() -> None:
    body = read("::: columns\na\n\n***\n\n- b\n\n  ---\n\n---\n\nc\n:::\n")
    assert html(body).count('class="column"') == 2
    assert html(body).count("<hr") == 2


def test_tabs_in_columns_in_a_fold() -> None:
    text = "::::: details Why\n:::: columns\n::: tabs\n## A\na\n## B\nb\n:::\n\n---\n\nc\n::::\n:::::\n"
    made = html(read(text))
    opened = [made.index(part) for part in ("<details", 'class="columns"', 'class="tabs"', 'id="a"', 'id="b"', "<p>c")]
    assert opened == sorted(opened)


def test_a_question_after_tabs_is_of_the_section_around_them() -> None:
    text = "## One\n\n::: tabs\n### A\na\n### B\nb\n:::\n\n::: question {#q}\nWhich?\n\n- [x] a\n- [ ] b\n:::\n"
    assert [question.section for question in read(text).questions] == ["one"]


@pytest.mark.parametrize(
    ("written", "seconds", "shown"),
    [("0:45", 45, "0:45"), ("4:30", 270, "4:30"), ("75:00", 4500, "1:15:00"), ("1:02:05", 3725, "1:02:05")],
)
def test_how_long_a_recording_is(written: str, seconds: int, shown: str) -> None:
    (recording,) = read(f"::: video [a](b.mp4) {{length={written}}}\n:::\n").recordings
    assert (recording.seconds, recording.length) == (seconds, shown)


def test_all_that_a_recording_says_of_itself() -> None:
    text = '::: video [A *first* talk](my%20talk.mp4) {poster="my poster.png" captions="a.en.vtt, b c.vtt"}\nx\n:::\n'
    body = read(text)
    (recording,) = body.recordings
    assert (recording.title, recording.target, recording.transcribed) == ("A first talk", "my%20talk.mp4", True)
    assert (recording.poster, recording.captions) == ("my%20poster.png", ("a.en.vtt", "b%20c.vtt"))
    assert {link.target for link in body.links} == {"my%20talk.mp4", "my%20poster.png", "a.en.vtt", "b%20c.vtt"}
    assert body.words == 3, "those of the title: a transcript is read instead of listening"

"""Every payload in every field of every kind of question: what is read of it holds only what we allow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from minicourse.model.questions import KINDS
from minicourse.read.body import read_body
from minicourse.read.shelf import EMPTY_SHELF, Shelf
from tests.hostile.test_payloads import PAYLOADS, Audit, line

# The question's name, and all between its braces and its end; `P` stands for the payload, `C` for one in a cell.
QUESTIONS = (
    "question\nS P\n\nQ P\n\n- [x] a P\n  > b P\n- [ ] c P\n\n> [!TIP]\n> d P\n\n> e P",
    "question choose=2\nQ P\n\n- [x] a P\n- [x] b P\n- [ ] c P",
    'question\nQ P\n\nT P [[a P]], [["P"]], [[b|P]], [[(c P)|d P|e]], [[1 P]].\n\n1. f P\n2. g P\n   > h P',
    "question\nQ P\n\n[[a P]]\n\n- b P\n  > c P",
    "question\nQ P\n\n[[1 P]]\n\n- 2\n  > c P",
    "question\nQ P\n\n| h C | i C | j C |\n|---|---|---|\n| a C | b C | c C |\n| d C | e C | f C |\n| | g C | |",
    "question\nQ P\n\n| h C | i C | j C | k C |\n|---|---|---|---|\n| a C | [x] | [ ] | b C |\n| c C | | [x] | d C |",
    "question\nQ P\n\n1. a P\n   > b P\n2. c P\n3. d P",
    'question\n![v P](a.png "w P")\n\nQ P\n\n- [x] a P {at=1,2}\n  > b P\n- [ ] c P {at=3,4}',
    "question\nQ P\n\n- [x] a {at=P}\n- [ ] c {at=3,4}",
    "question kind=open\nQ P\n\n> m P\n\n- [ ] a P\n- [ ] b P\n\n> e P",
    "question kind=survey\nQ P\n\n- [ ] a P\n- [ ] b P",
    "question kind=survey\nQ P\n\n| | i C | j C |\n|---|---|---|\n| a C | | |",
    "flashcards\nQ P\n\na P\n:   b P\n\nc P\n:   d P",
    "scenario\nS P\n\n### Begin P\nT P\n\n- [a P](#end)\n- [b](#P)\n\n### End\nT P",
    'question see="P"\nQ\n\n[[a]]',
    "question see=#P objective=P\nQ\n\n[[a]]",
)


def html(made: object) -> Iterator[str]:
    """All HTML in a part of the model."""
    if isinstance(made, (tuple, list)):
        for inner in made:
            yield from html(inner)
    elif is_dataclass(made):
        for field in fields(made):
            value = getattr(made, field.name)
            if field.name.endswith("html"):
                yield from [value] if isinstance(value, str) else value
            else:
                yield from html(value)


def test_each_kind_is_tried() -> None:
    asked = [read_body(written(text, "x"), "a.md")[0].questions for text in QUESTIONS]
    assert {made.kind for questions in asked for made in questions} == {kind.kind for kind in KINDS}


def complaints(text: str, shelf: Shelf = EMPTY_SHELF) -> list[str]:
    """What must not be in the HTML of a text. Addresses are looked at where links are made, in `test_payloads.py`."""
    found = Audit("")
    pieces = list(html(read_body(text, "content/a.md", 1, shelf)[0]))
    for piece in pieces:
        found.feed(piece)
        found.close()
        found.reset()
    scripts = [
        piece for piece in pieces if re.search(r"(href|src)=\"[\x00-\x20]*(java|vb)script:", piece, re.IGNORECASE)
    ]
    elements = [said for said in found.complaints if said.startswith(("element", "attribute")) or "twice" in said]
    return scripts + [said for said in elements if not re.match("attribute 'data-(gap|label|recording)'", said)]


@pytest.mark.parametrize("text", QUESTIONS)
def test_only_what_is_allowed(text: str) -> None:
    for payload in PAYLOADS:
        assert complaints(written(text, payload)) == [], payload


@pytest.mark.parametrize("place", ["# T P", "P", "pass=P", "P {#z}"])
def test_a_quiz(place: str) -> None:
    for payload in PAYLOADS:
        said = place.replace("P", line(payload))
        opening, inside = (said, "") if "=" in place or "{" in place else ("{#z}", said)
        text = f":::: quiz {opening}\n{inside}\n\n::: question {{#a}}\nQ\n\n[[a]]\n:::\n::::\n"
        assert complaints(text) == [], payload


BLOCKS = (
    "figure P\nx P\n\n![P](a.png)",
    "tabs\n### A P\nx P\n\n### P\ny",
    "columns\nx P\n\n---\n\nP",
    "video [x P](a.mp4) {poster=P captions=P length=P}\nP",
    'video [x](P) {poster="P" captions="P"}\nP',
    "video P\nP",
    "audio [P](https://example.org/P)\nP",
)


@pytest.mark.parametrize("text", BLOCKS)
def test_a_block(text: str) -> None:
    """Addresses are looked at where links are made."""
    for payload in PAYLOADS:
        assert complaints(f"::: {text}\n:::\n".replace("P", line(payload))) == [], payload


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_fragment(payload: str) -> None:
    """What an author writes into it is rewritten, so that its links lead from where it is put in."""
    text = f'<a href="{line(payload)}">x</a> <img src={line(payload)}> [x]({line(payload)})\n\n{payload}\n'
    shelf = Shelf({"_s/a.md": text, "_s/b.md": payload}.get, tuple)
    written = "::: include /_s/a.md\n:::\n\nx\n\n::: include /_s/b.md\n:::\n"
    assert complaints(written, shelf) == []


def test_nobody_writes_the_mark_of_a_recording() -> None:
    video = "::: video [a](a.mp4)\n:::\n\n"
    for mark in ("data-recording", "DATA-RECORDING", "data-data-recordingrecording", "data-gdata-recordingap"):
        body, _ = read_body(f'{video}<div {mark}="7"></div>\n\nx <span {mark}=7></span>\n', "a.md")
        assert re.findall("<[^>]*data-(?:recording|gap)[^>]*>", "".join(html(body))) == ['<div data-recording="0">']


@pytest.mark.parametrize("mark", ["data-gap", "DATA-GAP", "data-data-gapgap", "data-\u200bgap", "data-&#103;ap"])
def test_nobody_writes_the_mark_of_a_gap(mark: str) -> None:
    for written in (f'<span {mark}="2"></span>', f"<p>\n<span {mark}=2></span></p>"):
        body, _ = read_body(f"::: question {{#a}}\nQ {written}\n\nIt is [[a]] {written}\n:::\n\n{written}", "a.md")
        assert re.findall("<[^>]*data-gap[^>]*>", "".join(html(body))) == ['<span data-gap="1">']


def written(text: str, payload: str) -> str:
    """A question with a payload in it."""
    opening, _, inside = text.partition("\n")
    block, _, attributes = opening.partition(" ")
    said = f"::: {block} {{#a {attributes}}}\n{inside}\n:::\n"
    return said.replace("P", line(payload)).replace("C", line(payload).replace("|", "\\|"))

"""Every name in a text, and where it stands: what can be explained, followed and renamed.

Reads line by line, as a text is often broken while it is being typed, and a draft, or a fragment that nothing includes,
is no part of the course. Where a course is sound, a test holds it together with what `read/` finds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from minicourse.model.targets import targets_in
from minicourse.problems import Span
from minicourse.problems.catalogue import RULES
from minicourse.read.frontmatter import Parts, split
from minicourse.read.syntax.block import ACTIVITIES
from minicourse.read.syntax.citation import CITATION
from minicourse.read.syntax.term import TERM
from minicourse.schema.yaml import Document, Path, load

Kind = Literal["objective", "question", "term", "citation", "link", "fragment", "rule", "setting", "attribute", "block"]
"""Questions are all that has a name to be answered under: quizzes, flashcards and scenarios too."""

_FENCE = re.compile(r"[\s>]*(`{3,}|~{3,})")
_BLOCK = re.compile(r"[\s>]*(:{3,})[ \t]*([A-Za-z][\w-]*)?")
_ATTRIBUTE = re.compile(r"#([^\s}]+)|\b([\w-]+)(\s*=\s*)(\"[^\"]*\"|[^\s}]*)")
_ENTRY = re.compile(r"[ \t]*@\w+\s*[{(]\s*([^\s,{}()]+)")
_DEFINED = re.compile(r"[\s>]*\[[^\[\]^][^\[\]]*\]:[ \t]*<?")
_LINKS = ("see", "captions", "poster")
"""Attributes that name files of the course."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text. Lines and columns count from 0, columns in characters; the end is exclusive."""

    kind: Kind
    text: str
    line: int
    start: int
    end: int
    defines: bool = False
    """Is this where it comes from?"""
    block: str = ""
    """The block in whose opening line it stands."""
    place: Path = ()
    """Where a setting stands in its document."""

    def span(self, path: str) -> Span:
        """Its place in the file at a path."""
        return Span(path, self.line + 1, self.start + 1, self.line + 1, self.end + 1)


def name_at(names: Iterable[Name], line: int, column: int) -> Name | None:
    """The name on which, or right behind which, the cursor stands; the shortest of several."""
    here = (name for name in names if name.line == line and name.start <= column <= name.end)
    return min(here, key=lambda name: name.end - name.start, default=None)


def names_in(path: str, text: str) -> Iterator[Name]:
    """All names in the text of a file at a path, relative to the project, in the order of their kinds."""
    if path.endswith("/references.bib"):
        for number, line in enumerate(text.split("\n")):
            for entry in _ENTRY.finditer(line):
                yield Name("citation", entry[1], number, entry.start(1), entry.end(1), defines=True)
    elif path.endswith("/glossary.yml"):
        yield from _terms(load(text, path))
        yield from _in_markdown(text.split("\n"), 0)
    elif path.endswith("/course.yml"):
        yield from _in_settings(load(text, path), text)
    elif path.endswith(".md"):
        parts = split(text, path)
        if isinstance(parts, Parts):
            yield from _in_settings(load(parts.header, path, first_line=2), text)
            yield from _in_markdown(parts.text.split("\n"), parts.first_line - 1)
        else:
            yield from _in_markdown(text.split("\n"), 0)


# ---- settings --------------------------------------------------------------------------------------------------------


def _terms(document: Document) -> Iterator[Name]:
    for place, span in document.keys.items():
        if len(place) == 1:
            yield Name("term", str(place[0]), span.line - 1, span.column - 1, span.end_column - 1, defines=True)


def _in_settings(document: Document, text: str) -> Iterator[Name]:
    """The names in a document that stands in a text."""
    lines = text.split("\n")
    for place, span in document.keys.items():
        key = str(place[-1])
        if place[0] == "objectives" and len(place) == 2:
            yield _spelt("objective", key, span, lines, defines=True)
        elif place[0] in ("ignore", "limits") and len(place) == 2:
            yield _spelt("rule", key, span, lines)
        else:
            yield Name("setting", key, span.line - 1, span.column - 1, span.end_column - 1, place=place)
    for place, span in document.values.items():
        value = _at(document.data, place)
        if not isinstance(value, str):
            continue
        if place[:2] == ("certificate", "pass") and len(place) == 3:
            yield _spelt("question", value, span, lines)
        elif place[0] == "select" and value in RULES:
            yield _spelt("rule", value, span, lines)
        elif place == ("image",):
            yield _spelt("link", value, span, lines)


def _at(data: object, place: Path) -> object:
    for part in place:
        if isinstance(data, dict | list):
            data = data[part]  # type: ignore[index]
    return data


def _spelt(kind: Kind, text: str, span: Span, lines: list[str], defines: bool = False) -> Name:
    """A name in a span, which may stand in quotes there."""
    line = span.line - 1
    start = lines[line].find(text, span.column - 1) if line < len(lines) else -1
    start = start if 0 <= start < span.end_column else span.column - 1
    return Name(kind, text, line, start, start + len(text), defines)


# ---- Markdown --------------------------------------------------------------------------------------------------------


def _in_markdown(lines: list[str], first: int) -> Iterator[Name]:
    """The names in Markdown whose first line is this one of its file."""
    code = ""
    blocks: list[tuple[str, str]] = []
    for number, line in enumerate(lines, first):
        fence = _FENCE.match(line)
        if code:
            closes = fence and fence[1][0] == code[0] and len(fence[1]) >= len(code) and not line[fence.end() :].strip()
            code = "" if closes else code
            continue
        if fence and not (fence[1][0] == "`" and "`" in line[fence.end() :]):
            code = fence[1]
            continue
        plain = without_code(line)
        block = _BLOCK.match(plain)
        if block and block[2]:
            blocks.append((block[1], block[2]))
            yield from _in_opening(plain, number, block)
        elif block and not plain[block.end() :].strip():
            while blocks and len(blocks[-1][0]) > len(block[1]):
                blocks.pop()
            del blocks[-1:]
        gaps = any(name == "question" for _, name in blocks) and not plain.lstrip().startswith(">")
        if not (block and block[2] in (*ACTIVITIES, "include")):
            yield from _inline(plain, number, gaps)


def without_code(line: str) -> str:
    """A line with blanks in place of code, comments and escaped characters."""
    line = re.sub(r"\\[\\`\[\]!@:]", "  ", line)
    start = line.find("<!--")
    while start >= 0 and (end := line.find("-->", start + 4)) >= 0:
        line = line[:start] + " " * (end + 3 - start) + line[end + 3 :]
        start = line.find("<!--", end)
    runs = [(found.start(), found.end()) for found in re.finditer("`+", line)]
    ends: dict[int, list[int]] = {}
    for place, (start, end) in reversed(list(enumerate(runs))):
        ends.setdefault(end - start, []).append(place)
    place, done, kept = 0, 0, ""
    while place < len(runs):
        start, end = runs[place]
        closing = ends[end - start]
        while closing and closing[-1] <= place:
            closing.pop()
        if closing:
            place = closing[-1]
            kept += line[done:start] + " " * (runs[place][1] - start)
            done = runs[place][1]
        place += 1
    return kept + line[done:]


def _inline(line: str, number: int, gaps: bool) -> Iterator[Name]:
    """The names in a line of text; in that of a question double brackets are gaps."""
    for citation in CITATION.finditer(line):
        for key in re.finditer(r"(?:^|; ?)@([^\s;,@\[\]]+)", citation[1]):
            start = citation.start(1) + key.start(1)
            yield Name("citation", key[1], number, start, start + len(key[1]))
    for term in () if gaps else TERM.finditer(line):
        yield Name("term", term[1].strip(), number, term.start(1), term.end(1))
    for start, end in targets_in(line):
        # What looks like the definition of a link, but stands behind a term or a footnote's name, is text.
        if start < end and (_DEFINED.fullmatch(line, 0, start) or not line[:start].rstrip(" \t<").endswith("]:")):
            yield Name("link", line[start:end], number, start, end)


def _in_opening(line: str, number: int, block: re.Match[str]) -> Iterator[Name]:
    """The names in the line that opens a block."""
    name = block[2]
    yield Name("block", name, number, block.start(2), block.end(2))
    brace = line.find("{", block.end())
    rest = line[block.end() : brace if brace >= 0 else None]
    if name == "include" and rest.strip():
        start = line.index(rest.strip(), block.end())
        yield Name("fragment", rest.strip(), number, start, start + len(rest.strip()))
    for found in _ATTRIBUTE.finditer(line, brace) if brace >= 0 else ():
        if found[1]:
            if name in ACTIVITIES:
                yield Name("question", found[1], number, found.start(1), found.end(1), True, name)
            continue
        yield Name("attribute", found[2], number, found.start(2), found.end(2), block=name)
        value = found[4].strip('"')
        start = found.start(4) + found[4].startswith('"')
        if found[2] == "objective":
            yield Name("objective", value, number, start, start + len(value), block=name)
        elif found[2] == "ignore":
            for rule in re.finditer(r"(?:^|;)\s*([\w-]+)", value):
                yield Name("rule", rule[1], number, start + rule.start(1), start + rule.end(1), block=name)
        elif found[2] in _LINKS:
            for file in re.finditer(r"[^\s,][^,]*", value):
                yield Name("link", file[0], number, start + file.start(), start + file.end(), block=name)

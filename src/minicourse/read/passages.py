"""Tokens to passages: what is read in one go, without its markup, and where each part of it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from markdown_it.token import Token

from minicourse.model.passage import NO_WORD, Passage, PassageKind
from minicourse.model.targets import scheme
from minicourse.read.source import Source
from minicourse.read.syntax.block import ACTIVITIES, opening

_KINDS: dict[str, PassageKind] = {
    "list_item_open": "item",
    "dt_open": "item",
    "dd_open": "item",
    "td_open": "cell",
    "th_open": "cell",
    "block_title_open": "title",
    "blockquote_open": "quotation",
    "footnote_open": "note",
}
"""What the text in something is. What is further down outweighs what is above: a list in a quotation is quoted."""
_WEIGHTS: dict[PassageKind, int] = {kind: weight for weight, kind in enumerate(("paragraph", *_KINDS.values()))}

_PARENTHESIS = re.compile(r"\\.|[()]")
"""One in an address; not one that is escaped."""
MOST_TARGET = 2_000
"""How many characters of an address are looked at."""

_FLOW = {"paragraph_open", "inline", "paragraph_close"}
"""What may stand between two sentences that follow each other."""

_UNREAD = {"heading_open", "alert_title_open"}
"""What has its own place in the model, or is a word of the theme."""

_CHANGES = {*_KINDS, *_UNREAD, "container_block_open", "alert_open"}
"""What changes what stands around a text."""


class _Around(NamedTuple):
    """What stands around a token."""

    kind: PassageKind
    block: str
    is_read: bool


def passages_of(tokens: Sequence[Token], source: Source) -> tuple[Passage, ...]:
    """The passages of a text in order, once its headings have their anchors."""
    found = []
    around = _Around("paragraph", "", True)
    outer: list[_Around] = []
    section, run = "", 0
    columns = _Columns(source)
    for token in tokens:
        if token.type not in _FLOW:
            run += 1
        if token.nesting == 1:
            outer.append(around)
            if token.type in _CHANGES:
                around = _inside(around, token)
                if token.type == "heading_open" and token.meta.get("inside") not in ("quiz", "scenario"):
                    section = str(token.meta.get("part", token).attrGet("id"))
        elif token.nesting == -1:
            around = outer.pop()
        elif around.is_read and token.type == "inline" and token.map and "unread" not in token.meta:
            passage = _passage(token, around, section, run, columns)
            if passage:
                found.append(passage)
            else:
                run += 1  # a picture
    return tuple(found)


def _inside(around: _Around, token: Token) -> _Around:
    """What stands around all that is inside a token."""
    kind, block, is_read = around
    if token.type == "container_block_open":
        name = opening(token.info).name
        return _Around(kind, name, is_read and name not in ACTIVITIES)
    if token.type == "alert_open":
        return _Around(kind, token.info.lower(), is_read)
    inner = _KINDS.get(token.type, kind)
    return _Around(inner if _WEIGHTS[inner] > _WEIGHTS[kind] else kind, block, is_read and token.type not in _UNREAD)


def _passage(token: Token, around: _Around, section: str, run: int, columns: _Columns) -> Passage | None:
    """The passage that an inline token is; none where there are no words in it."""
    first = token.map[0] if token.map else 0
    path, line = columns.source.place(first)
    children = token.children or []
    if len(children) == 1 and children[0].type == "text" and children[0].content == token.content:
        place = (0, line, columns.of(first, token.content) + 1)
        return Passage(token.content, around.kind, section, around.block, run, path, (place,))
    text = _Text(token.content, [columns.of(row, part) for row, part in enumerate(token.content.split("\n"), first)])
    text.walk(children)
    plain = "".join(text.parts).rstrip()
    if not plain.strip(f" {NO_WORD}"):
        return None
    places = tuple((offset, line + row, column + 1) for offset, row, column in text.places)
    return Passage(plain, around.kind, section, around.block, run, path, places, tuple(text.sources), text.strong)


class _Columns:
    """Finds in which columns the lines of inline tokens begin in the file."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._row, self._line, self._behind = -1, "", 0
        """Where the last cell of a table ended: the next one in its row stands behind it."""

    def of(self, row: int, content: str) -> int:
        """The column, from 0, in which a line of a token's content begins in the line with this index."""
        if row >= len(self.source.lines):
            return 0
        if row != self._row:
            self._row, self._line, self._behind = row, self.source.lines[row].rstrip(), 0
        line = self._line
        content = content.strip()
        column = len(line) - len(content) if line.endswith(content) else line.find(content, self._behind)
        self._behind = max(column + len(content), self._behind)
        return max(column, 0)


class _Text:
    """The plain text of an inline token, and which part of it stands where in the Markdown."""

    def __init__(self, raw: str, columns: list[int]) -> None:
        self.parts: list[str] = []
        self.places: list[tuple[int, int, int]] = []
        """Offset in the text, number of the line from 0, and column in the file."""
        self.sources: list[int] = []
        self.strong = 0
        self._raw, self._columns = raw, columns
        self._at, self._line, self._start = 0, 0, 0
        """How far it is read; and the line there, with the place where that begins."""

    def walk(self, children: Sequence[Token]) -> None:
        """Go over the Markdown and what became of it at once."""
        length, bold = 0, 0
        for token in children:
            text = self._read(token, length)
            if token.type in ("strong_open", "strong_close"):
                bold += token.nesting
            self.parts.append(text)
            length += len(text)
            self.strong += len(text) if bold else 0

    def _read(self, token: Token, length: int) -> str:
        """Go behind what a token was made of. What a reader sees of it, with so many characters before it."""
        name, content = token.type, token.content
        if name == "text":
            self._stop_at(length, content)
            return content
        if name in ("softbreak", "hardbreak"):
            self._pass("\n")
            return " "
        if name == "term":
            self._pass("[[")
            self._stop_at(length, content)
            self._pass("]]")
            return content
        if name == "image":
            self._stop_at(length, "![")
            self._pass(f"![{content}]")
            self._pass_target()
            return NO_WORD
        if name in ("code_inline", "gap"):
            opening, closing = ("[[", "]]") if name == "gap" else (token.markup, token.markup)
            self._stop_at(length, opening)
            self._pass(closing)
            return NO_WORD
        self._read_markup(token, length)
        return ""

    def _read_markup(self, token: Token, length: int) -> None:
        """Go behind what leaves no text; it may name a source."""
        name, is_autolink = token.type, token.markup == "autolink"
        if name == "link_open":
            self._pass("<" if is_autolink else "[")
            if scheme(str(token.attrGet("href") or "")) in ("http", "https"):
                self.sources.append(length)
        elif name == "link_close":
            self._pass(">" if is_autolink else "]")
            self._pass_target()
        elif name in ("citation", "footnote_ref"):
            self._pass(token.content if name == "citation" else "]")
            self.sources.append(length)
        elif name in ("em_open", "em_close", "strong_open", "strong_close", "s_open", "s_close"):
            self._pass(token.markup)
        else:
            self._pass(token.content)

    def _pass(self, markup: str) -> None:
        """Go behind the next place where this stands; what isn't found is something else than was thought."""
        found = self._raw.find(markup, self._at)
        self._at = found + len(markup) if found >= 0 else self._at

    def _pass_target(self) -> None:
        """Go behind `(address "title")`, or `[name]`, of a link or a picture."""
        if self._raw[self._at : self._at + 1] == "[":
            self._pass("]")
        elif self._raw[self._at : self._at + 1] == "(":
            depth = 0
            for found in _PARENTHESIS.finditer(self._raw, self._at, self._at + MOST_TARGET):
                depth += {"(": 1, ")": -1}.get(found[0], 0)
                if not depth:
                    self._at = found.end()
                    return

    def _stop_at(self, offset: int, content: str) -> None:
        """Note that the text from `offset` on is what stands next, and go behind it."""
        found = self._raw.find(content, self._at)
        if found >= 0:
            self._note(offset, found)
            self._at = found + len(content)
            return
        # It is spelt otherwise: `\*` for `*`, `&amp;` for `&`.
        for extra, character in enumerate(content):
            at = self._raw.find(character, self._at, self._at + 2)
            skipped = at != self._at or character == "&"
            if at < 0 or character == "&":
                behind = self._raw.find(";", self._at, self._at + 35)
                at = behind if behind >= 0 else self._at
            if skipped or not extra:
                self._note(offset + extra, at)
            self._at = at + 1

    def _note(self, offset: int, at: int) -> None:
        while (end := self._raw.find("\n", self._start)) >= 0 and end < at:
            self._line, self._start = self._line + 1, end + 1
        column = self._columns[self._line] + at - self._start
        self.places.append((offset, self._line, column))

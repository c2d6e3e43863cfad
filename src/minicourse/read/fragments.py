"""What a text includes: pieces of Markdown in files of their own, put in where an `include` block names them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape, unescape
from urllib.parse import quote

from markdown_it.token import Token

from minicourse.model.targets import is_fragment, relinked, resolve
from minicourse.problems import Problem, Span
from minicourse.problems.spelling import nearest
from minicourse.project import MAX_TEXT_BYTES
from minicourse.read.shelf import Shelf
from minicourse.read.source import Source
from minicourse.read.syntax.block import Opening

MAX_DEPTH = 8
"""How deep fragments may include each other: nobody follows them further."""

MOST_SUGGESTIONS = 10
"""For how many missing fragments of a text one that is like it is looked for."""

_ADDRESS = re.compile(r"(\b(?:href|src)\s*=\s*)(\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+)", re.IGNORECASE)


@dataclass(slots=True)
class _Piece:
    """A text, and where in it others are put in."""

    path: str
    """Relative to `content/`."""
    text: str
    start: int = 0
    """The first line of its block in the text that includes it, and the line below the block; counted from 0."""
    end: int = 0
    offset: int = 0
    """The index of its first line in the source."""
    span: Span = field(default_factory=lambda: Span.start_of(""))
    """Where the text around it names it."""
    pieces: list[_Piece] = field(default_factory=list)


class Fragments:
    """Puts fragments into one text."""

    def __init__(self, text: str, path: str, first_line: int, shelf: Shelf) -> None:
        """Into Markdown that begins at line `first_line` of the file at `path`, relative to the project."""
        self.source = Source(text, path, first_line)
        self.problems: list[Problem] = []
        self._shelf = shelf
        self._open = [_Piece(_below_content(path), text)]
        self._size = len(text.encode("utf-8", "replace"))
        self._rebased: dict[str, dict[str, str]] = {}

    @property
    def paths(self) -> tuple[str, ...]:
        """All that is included, by paths relative to `content/`, each once."""
        found: dict[str, None] = {}
        waiting = list(self._open[0].pieces)
        while waiting:
            piece = waiting.pop(0)
            found[piece.path] = None
            waiting += piece.pieces
        return tuple(found)

    @property
    def here(self) -> int:
        """The index in the source of the first line of the text that is being parsed."""
        return self._open[-1].offset

    # ---- while a text is parsed -----------------------------------------------------------------------------------

    def open(self, head: Opening, start: int, end: int) -> str | None:
        """The fragment that the block in the lines from `start` to before `end` of the text being read names; none,
        and a problem noted, where it can't be put in. Once it is parsed, `close` goes back to the text around it."""
        around, target = self._open[-1], head.title
        span = self._span(target, around.offset + start)
        if head.attributes or head.fault:
            whole = self.source.line(around.offset + start)
            self.problems.append(
                Problem("unknown-attribute", "`include` has no attributes", whole, help="remove the braces")
            )
        path = posixpath.normpath(posixpath.join(posixpath.dirname(around.path), target.lstrip("/")))
        if target.startswith("/"):
            path = posixpath.normpath(target.lstrip("/"))
        text = self._text(target, path, span)
        if text is None:
            return None
        piece = _Piece(path, text, start, end, self.source.add(text, f"content/{path}"), span)
        around.pieces.append(piece)
        self._open.append(piece)
        return text

    def close(self, tokens: Sequence[Token]) -> None:
        """The fragment opened last has become these tokens: give them their place in the source."""
        piece = self._open.pop()
        lines = piece.text.count("\n") + 1
        for token in tokens:
            # Those of a fragment inside it have their place already, further behind than any line of this one.
            if token.map and token.map[0] <= lines:
                token.map = [line + piece.offset for line in token.map]

    def _text(self, target: str, path: str, span: Span) -> str | None:
        """The text of the fragment at a path, or a problem noted."""
        chain = [piece.path for piece in self._open]
        problem = self._misnamed(target, path, span)
        if problem is None and path in chain:
            problem = _circle(self._open[chain.index(path) :], span)
        elif problem is None and len(chain) > MAX_DEPTH:
            message, help = f"fragments include each other more than {MAX_DEPTH} deep", "include it further up"
            problem = Problem("include-circle", message, span, help=help)
        text = self._shelf.read(path) if problem is None else problem
        if isinstance(text, str):
            self._size += len(text.encode("utf-8", "replace"))
            if self._size <= MAX_TEXT_BYTES:
                return text
            message = f"with `{path}`, this text is larger than {MAX_TEXT_BYTES // 1024} KB"
            text = Problem("unreadable-file", message, span, help="include less, or split it into several lessons")
        if text is None:
            text = self._missing(path, span)
        self.problems.append(text)
        return None

    def _missing(self, path: str, span: Span) -> Problem:
        near = nearest(path, self._shelf.known()) if len(self.problems) < MOST_SUGGESTIONS else None
        here = posixpath.dirname(self._open[-1].path) or "."
        help = f"did you mean `{posixpath.relpath(near, here)}`?" if near else "write its path, relative to this file"
        return Problem("broken-include", f"there is no `{path}`", span, help=help)

    def _misnamed(self, target: str, path: str, span: Span) -> Problem | None:
        """What is wrong with the name of a fragment, if anything."""
        if not target:
            message, help = "this `include` names no file", "write `::: include _shared/how-to-read.md`"
        elif "\\" in target:
            message, help = "a path with backslashes", f"write `{target.replace(chr(92), '/')}`"
        elif path.startswith("../"):
            message, help = f"`{target}` leads outside `content/`", "move the file into `content/`"
        elif not path.endswith(".md"):
            message, help = f"`{path}` is no Markdown", "include a file that ends in `.md`"
        elif not is_fragment(path):
            message = f"`{path}` is a page of its own"
            help = "put what both need into a file whose name begins with `_`, and include that in both"
        else:
            return None
        return Problem("broken-include", message, span, help=help)

    def _span(self, target: str, index: int) -> Span:
        start = self.source.lines[index].rfind(target) if target else -1
        return self.source.line(index) if start < 0 else self.source.within(index, start, start + len(target))

    # ---- afterwards -----------------------------------------------------------------------------------------------

    def rebase(self, tokens: Sequence[Token]) -> None:
        """Links in a fragment are relative to it: make them begin at `content/`, since the text stands elsewhere."""
        if not self._open[0].pieces:
            return
        main = self.source.path
        lines = (0, 1)
        for token in tokens:
            lines = (token.map[0], token.map[1]) if token.map else lines
            path = self.source.file_at(lines[0])
            if path == main:
                continue
            if token.type == "html_block":
                self._rebase_html(token, path)
            for child in token.children or ():
                if child.type == "html_inline":
                    self._rebase_html(child, path)
                for name in ("href", "src"):
                    written = child.attrs.get(name)
                    if isinstance(written, str):
                        child.attrs[name] = self._from_content(written, path)
                        child.meta["written"] = {str(child.attrs[name]): written}

    def rebased(self, target: str, index: int) -> str:
        """The target of something in the line with this index: as it is written, but in a fragment."""
        path = self.source.file_at(index)
        return target if path == self.source.path else self._from_content(target, path)

    def _rebase_html(self, token: Token, path: str) -> None:
        def rebased(found: re.Match[str]) -> str:
            written = unescape(found[2].strip("\"'"))
            target = self._from_content(written, path)
            token.meta.setdefault("written", {})[target] = written
            return f'{found[1]}"{escape(target)}"'

        token.content = _ADDRESS.sub(rebased, token.content)

    def _from_content(self, target: str, path: str) -> str:
        """A target that is relative to the file at `path` (in the project), from `content/` on."""
        found = resolve(target, _below_content(path))
        if found is None or not target or target.startswith(("#", "/")):
            return target
        anchor = f"#{quote(found.anchor)}" if found.anchor else ""
        rebased = f"/{quote(found.path)}{anchor}"
        self._rebased.setdefault(_below_content(path), {})[target] = rebased
        return rebased

    def expanded(self) -> str:
        """The text as Markdown, with all that it includes."""
        return self._expanded(self._open[0])

    def _expanded(self, piece: _Piece) -> str:
        lines = piece.text.split("\n")
        for inner in reversed(piece.pieces):
            indent = re.match(r"[\s>]*", lines[inner.start])
            put_in = self._expanded(inner).strip("\n").split("\n")
            lines[inner.start : inner.end] = [f"{indent[0] if indent else ''}{line}" for line in put_in]
        text = "\n".join(lines)
        return relinked(text, self._rebased.get(piece.path, {})) if piece is not self._open[0] else text


def _circle(pieces: Sequence[_Piece], span: Span) -> Problem:
    """include-circle for fragments of which each includes the next, and the last, at `span`, the first. It is told of
    at one place, from wherever texts come into it: where the first of them by its name is included."""
    first = min(range(len(pieces)), key=lambda place: pieces[place].path)
    steps = [piece.path for piece in (*pieces[first:], *pieces[: first + 1])]
    message = f"`{steps[0]}` includes itself: {' → '.join(f'`{step}`' for step in steps)}"
    place = pieces[first].span if first else span
    return Problem("include-circle", message, place, help="take one of these includes out")


def _below_content(path: str) -> str:
    return path.removeprefix("content/")

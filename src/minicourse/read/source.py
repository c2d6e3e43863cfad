"""Finds the place in the author's file of what the Markdown parser gives only a line for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from minicourse.problems import Span

MOST_LINES = 200
"""How far to look for a place; a paragraph is shorter."""


class Source:
    """The Markdown text of one file, below its front matter; and behind it the texts that it includes."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.path = path
        self.lines = text.split("\n")
        self._starts = [0]
        self._files = [(path, first_line)]
        self._found: dict[int, tuple[int, int]] = {}
        self._missing: set[tuple[object, ...]] = set()

    def add(self, text: str, path: str) -> int:
        """Put the text of another file behind, and tell the index of its first line."""
        self.lines.append("")  # what nobody closed above doesn't end in it
        start = len(self.lines)
        self.lines += text.split("\n")
        self._starts.append(start)
        self._files.append((path, 1))
        return start

    def file_at(self, index: int) -> str:
        """The file in which the line with this index stands."""
        return self._files[bisect_right(self._starts, index) - 1][0]

    def index_of(self, span: Span) -> int:
        """The index of the line in which a span of this text begins."""
        files = zip(self._starts, self._files, strict=True)
        return next(start + span.line - first for start, (path, first) in files if path == span.path)

    def line(self, index: int) -> Span:
        """The line with this index from 0, as in a token's `map`, without its indentation."""
        index = max(0, min(index, len(self.lines) - 1))
        path, line = self.place(index)
        return Span.of_line(path, line, self.lines[index])

    def within(self, index: int, start: int, end: int) -> Span:
        """Part of a line, `start` and `end` counted from 0."""
        path, line = self.place(index)
        return Span(path, line, start + 1, line, max(end, start + 1) + 1)

    def place(self, index: int) -> tuple[str, int]:
        """File and line, counted from 1, of the line with this index."""
        number = bisect_right(self._starts, index) - 1
        path, first_line = self._files[number]
        return path, first_line + index - self._starts[number]

    def find(self, wanted: Sequence[str], start: int, end: int) -> Span:
        """Where one of the `wanted` texts stands next in the lines from `start` to before `end`.

        Each call goes on behind what the last one found in the same lines, since a text is walked over in order: so
        two equal links in one paragraph are both found. The block's first line where there is none.
        """
        end = min(end, len(self.lines))
        key = (start, *wanted)
        if key in self._missing:
            return self.line(start)
        behind = self._found.get(start, (start, 0))
        for line, column in (behind, (start, 0)) if behind != (start, 0) else (behind,):
            for text in filter(None, wanted):
                place = self._next(text, line, column, min(end, line + MOST_LINES))
                if place:
                    self._found[start] = (place[0], place[1] + len(text))
                    return self.within(place[0], place[1], place[1] + len(text))
        self._missing.add(key)
        return self.line(start)

    def _next(self, text: str, line: int, column: int, end: int) -> tuple[int, int] | None:
        while line < end:
            place = self.lines[line].find(text, column)
            if place >= 0:
                return line, place
            line, column = line + 1, 0
        return None

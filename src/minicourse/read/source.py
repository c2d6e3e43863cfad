"""Finds the place in the author's file of what the Markdown parser gives only a line for."""

from __future__ import annotations

from collections.abc import Sequence

from minicourse.problems import Span


class Source:
    """The Markdown text of one file, below its front matter."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.lines = text.split("\n")
        self._found: dict[tuple[int, str], tuple[int, int]] = {}

    def line(self, index: int) -> Span:
        """The line with this index from 0, as in a token's `map`, without its indentation."""
        index = max(0, min(index, len(self.lines) - 1))
        return Span.of_line(self.path, self.first_line + index, self.lines[index])

    def within(self, index: int, start: int, end: int) -> Span:
        """Part of a line, `start` and `end` counted from 0."""
        line = self.first_line + index
        return Span(self.path, line, start + 1, line, max(end, start + 1) + 1)

    def find(self, wanted: Sequence[str], start: int, end: int) -> Span:
        """The next occurrence of one of the `wanted` texts in the lines from `start` to before `end`.

        Each call with the same words goes on behind the last, so that two equal links in one paragraph are
        both found. The block's first line where there is none.
        """
        for text in wanted:
            line, column = self._found.get((start, text), (start, 0))
            while text and line < min(end, len(self.lines)):
                place = self.lines[line].find(text, column)
                if place >= 0:
                    self._found[start, text] = (line, place + len(text))
                    return self.within(line, place, place + len(text))
                line, column = line + 1, 0
        return self.line(start)

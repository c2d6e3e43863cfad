"""Running text as a reader sees it, and where in the file each stretch of it is written."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import inf
from typing import Literal

from minicourse.problems import Span

NO_WORD = "\ufffc"
"""Stands in a passage for what is no running text: code, a picture, a gap. It is Unicode's sign for an object."""

PassageKind = Literal["paragraph", "item", "cell", "title", "quotation", "note"]
"""What a passage is: an item of a list or of definitions, a cell of a table, the title of a block, other people's
words, a footnote; all else is a paragraph."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or something else that is read in one go, without its markup."""

    text: str
    """In one line; citations and marks of footnotes leave nothing behind."""
    kind: PassageKind
    section: str
    """Anchor of the heading that it stands under; empty above the first."""
    block: str
    """Name of the innermost block or alert around it, `example` or `tip`; empty in the flow of the text."""
    run: int
    """Paragraphs of the same run follow each other with nothing between."""
    path: str
    """The file in which it stands, relative to the project."""
    places: tuple[tuple[int, int, int], ...]
    """From which offset in the text on what is read stands in the file as it is read: offset, line and column."""
    sources: tuple[int, ...] = ()
    """Offsets at which it names a source: by a citation, a footnote, or a link to another site."""
    strong: int = 0
    """How many of its characters are bold."""

    def span(self, start: int, end: int) -> Span:
        """Where the text from one offset to before another is written."""
        line, column = self._place(start)
        end_line, last = self._place(max(start, end - 1))
        return Span(self.path, line, column, end_line, last + 1)

    def _place(self, offset: int) -> tuple[int, int]:
        start, line, column = self.places[bisect_right(self.places, (offset, inf, inf)) - 1]
        return line, column + offset - start

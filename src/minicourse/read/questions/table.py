"""A table, before anyone asks what it means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from minicourse.problems import Problem, Span
from minicourse.read.source import Source

_BOXES = {"[x]": True, "[X]": True, "[ ]": False, "[]": False}


@dataclass(frozen=True, slots=True)
class Line:
    """One row."""

    cells: tuple[Token, ...]
    """The inline token of each cell."""
    span: Span

    def box(self, column: int) -> bool | None:
        """Whether the box in a cell is marked; none where there is no box."""
        return _BOXES.get(self.cells[column].content.strip())


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its header."""

    head: Line
    rows: tuple[Line, ...]

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.head.cells)

    @property
    def has_boxes(self) -> bool:
        """Is there a box in any cell?"""
        return any(row.box(column) is not None for row in self.rows for column in range(self.width))


def read_table(tokens: Sequence[Token], source: Source, problems: list[Problem]) -> Table:
    """The table that these tokens make. Cells that its header has no column for, and that no page would show, are added
    to the `problems`."""
    lines: list[Line] = []
    cells: list[Token] = []
    line = 0
    for token in tokens:
        if token.type == "tr_open":
            cells, line = [], (token.map or [0])[0]
        elif token.type == "inline":
            cells.append(token)
        elif token.type == "tr_close":
            lines.append(Line(tuple(cells), source.line(line)))
            written = _cells(source.lines[line])
            if written > len(lines[0].cells):
                message = f"this row has {written} cells, and the table has {len(lines[0].cells)}"
                help = "remove the last, or give it a column; a bar that belongs to the text needs a backslash, `\\|`"
                problems.append(Problem("table-unclear", message, source.line(line), help=help))
    return Table(lines[0], tuple(lines[1:]))


def _cells(line: str) -> int:
    """How many cells a row has as it is written."""
    row = re.sub(r"\\\|", "", line).strip()
    return row.removeprefix("|").removesuffix("|").count("|") + 1

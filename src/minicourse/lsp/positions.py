"""Places as an editor counts them: lines and columns from 0, columns in code units, mostly of UTF-16."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lsprotocol import types

from minicourse.problems import Span

_UNITS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}
"""For each encoding its name in Python, and how many bytes a unit has."""


def lines_of(text: str) -> list[str]:
    """The lines of a text, as an editor and as `Project.read_text` count them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def whole(text: str) -> str:
    """A text without halves of characters, which JSON can hold and a file can't."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


@dataclass(frozen=True, slots=True)
class Positions:
    """Translates between characters, as we count them, and the units that were agreed on with the editor."""

    encoding: str = "utf-16"

    def column(self, line: str, unit: int) -> int:
        """How many characters of a line stand before this unit."""
        name, size = _UNITS[self.encoding]
        return len(line.encode(name)[: max(unit, 0) * size].decode(name, "ignore"))

    def unit(self, line: str, column: int) -> int:
        """How many units of a line stand before this character, counted from 0; beyond its end as if each had one."""
        name, size = _UNITS[self.encoding]
        return len(line[:column].encode(name)) // size + max(0, column - len(line))

    def range(self, lines: Sequence[str], line: int, start: int, end: int) -> types.Range:
        """Part of a line, all counted from 0."""
        text = lines[line] if line < len(lines) else ""
        return types.Range(types.Position(line, self.unit(text, start)), types.Position(line, self.unit(text, end)))

    def range_of(self, lines: Sequence[str], span: Span) -> types.Range:
        """The place of a problem."""
        first = self.range(lines, span.line - 1, span.column - 1, span.column - 1)
        last = self.range(lines, span.end_line - 1, span.end_column - 1, span.end_column - 1)
        return types.Range(first.start, last.end)

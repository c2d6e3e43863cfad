"""A stretch of one source file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where something stands. Lines and columns count from 1, columns in characters; the end is exclusive."""

    path: str
    """The file, relative to the project, with `/` between folders."""
    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def of_line(cls, path: str, line: int, text: str = "") -> Span:
        """The whole of a line whose text is `text`, without its indentation."""
        indent = len(text) - len(text.lstrip())
        return cls(path, line, indent + 1, line, max(len(text.rstrip()), indent + 1) + 1)

    @property
    def end(self) -> Span:
        """The empty stretch behind it."""
        return Span(self.path, self.end_line, self.end_column, self.end_line, self.end_column)

    @classmethod
    def start_of(cls, path: str) -> Span:
        """The first character of a file, for what concerns all of it."""
        return cls(path, 1, 1, 1, 1)

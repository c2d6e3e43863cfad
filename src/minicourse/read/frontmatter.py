"""Splits a Markdown file into its YAML header and its text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minicourse.problems import Problem, Span

_FENCE = re.compile(r"---[ \t]*")


@dataclass(frozen=True, slots=True)
class Parts:
    """A Markdown file in two parts."""

    header: str
    """The YAML between the two `---` lines; it begins in line 2."""
    text: str
    """The Markdown below."""
    first_line: int
    """The line of the file in which the Markdown begins."""


def split(source: str, path: str) -> Parts | Problem:
    """The two parts of a file, or the problem with its header."""
    lines = source.split("\n")
    if not _FENCE.fullmatch(lines[0]):
        example = "begin the file with\n---\ntitle: …\n---"
        return Problem(
            "front-matter-missing", "this file has no front matter", Span.of_line(path, 1, lines[0]), help=example
        )
    for number, line in enumerate(lines[1:], 2):
        if _FENCE.fullmatch(line):
            return Parts("\n".join(lines[1 : number - 1]), "\n".join(lines[number:]), number + 1)
    return Problem(
        "front-matter-unclosed",
        "the front matter has no end",
        Span.of_line(path, 1, lines[0]),
        "opened here",
        "close it with a line `---`",
    )

"""Problems for people: the source line, a caret, and the way out."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable

from minicourse.problems.problem import Problem, counted
from minicourse.problems.span import Span

Style = Callable[[str, str], str]
"""`style(text, role)` colours a piece of text; the roles are the severities, `path` and `help`."""

SourceLine = Callable[[str, int], str | None]
"""`source_line(path, line)` gives a line of a source file, or none where there isn't one."""


MOST_COLUMNS = 110
"""Longer source lines are shown in part."""


def plain(text: str, role: str) -> str:
    """A style that changes nothing."""
    return text


def format_text(problems: Iterable[Problem], source_line: SourceLine, style: Style = plain) -> str:
    """All problems, each with its source line, and a summary at the end; empty when there is none."""
    listed = list(problems)
    if not listed:
        return ""
    parts = [_one(problem, source_line, style) for problem in listed]
    return "\n".join([*parts, summary(listed)]) + "\n"


def summary(problems: Iterable[Problem]) -> str:
    """How many problems of each severity, in words."""
    count = counted(problems)
    words = {"error": "error", "warning": "warning", "advice": "piece of advice"}
    plural = {"error": "errors", "warning": "warnings", "advice": "pieces of advice"}
    parts = [f"{n} {words[severity] if n == 1 else plural[severity]}" for severity, n in count.items() if n]
    return ", ".join(parts) or "no problems"


def _one(problem: Problem, source_line: SourceLine, style: Style) -> str:
    span = problem.span
    lines = [
        f"{style(f'{problem.severity}[{problem.code}]', problem.severity)}: {shown(problem.message)}",
        f"  {style('-->', 'path')} {shown(span.path)}:{span.line}:{span.column}",
    ]
    source = None if span == Span.start_of(span.path) else source_line(span.path, span.line)
    gutter = " " * len(str(span.line))
    if source is not None and source.strip():
        excerpt, before, marked = _excerpt(source, span)
        caret = " " * before + "^" * max(1, marked)
        label = f" {shown(problem.label)}" if problem.label else ""
        lines += [
            f"{gutter} |",
            f"{span.line} | {excerpt}",
            f"{gutter} | {style(caret + label, problem.severity)}",
        ]
        lines += [f"{gutter} |"] if problem.help else []
    elif problem.label:
        lines.append(f"{gutter} = {shown(problem.label)}")
    if problem.help:
        first, *more = problem.help.split("\n")
        lines.append(f"{gutter} = {style('help', 'help')}: {shown(first)}")
        lines += [f"{gutter}         {shown(line)}" for line in more]
    return "\n".join(lines) + "\n"


def _excerpt(source: str, span: Span) -> tuple[str, int, int]:
    """The source line as shown, and the screen columns before and under the span in it.

    Authors who don't break their lines have very long ones: of those, the part around the span.
    """
    start = span.column - 1
    stop = min(span.end_column - 1, len(source)) if span.end_line == span.line else len(source)
    left, right = "", ""
    if len(source) > MOST_COLUMNS:
        first = max(0, min(start - MOST_COLUMNS // 3, len(source) - MOST_COLUMNS))
        left, right = "…" * (first > 0), "…" * (first + MOST_COLUMNS < len(source))
        source = left + source[first : first + MOST_COLUMNS] + right
        start, stop = start - first + len(left), min(stop - first + len(left), len(source) - len(right))
    return shown(source), _width(source[:start]), _width(source[start:stop].rstrip())


def _width(text: str) -> int:
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    marks = sum(bool(unicodedata.combining(character)) for character in text)
    return len(text) + wide - marks + 3 * text.count("\t")


def shown(text: str) -> str:
    """Text from a file that may hold anything, without the control characters that a terminal would obey."""
    spaced = text.replace("\t", "    ")
    return "".join(c if c.isprintable() or c in "\u200c\u200d" else "\N{REPLACEMENT CHARACTER}" for c in spaced)

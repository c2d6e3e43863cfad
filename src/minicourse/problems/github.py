"""Problems in a GitHub Actions run: annotations beside the lines, and all of them on the summary of the run."""

from __future__ import annotations

import html
from collections.abc import Iterable

from minicourse.problems.problem import Problem
from minicourse.problems.text import shown, summary

_LEVEL = {"error": "error", "warning": "warning", "advice": "notice"}
MOST_ANNOTATIONS = 10
"""GitHub shows no more than ten of a kind for a step; so we choose which."""

MOST_ROWS = 2_000
"""GitHub takes no summary above one megabyte."""


def format_github(problems: Iterable[Problem]) -> str:
    """A workflow command for each of the ten worst problems, and a line in the log for each of the others."""
    worst = sorted(problems, key=lambda problem: list(_LEVEL).index(problem.severity))
    commands = [_command(problem) for problem in worst[:MOST_ANNOTATIONS]]
    lines = [f"{_place(problem)}: {_one_line(problem)}" for problem in worst[MOST_ANNOTATIONS:]]
    return "".join(f"{line}\n" for line in [*commands, *lines])


def github_summary(problems: Iterable[Problem]) -> str:
    """All problems as a table in Markdown, as the summary of a step shows it; what the author wrote is text in it."""
    listed = list(problems)
    rows = [
        f"| {_cell(_place(problem))} | {problem.severity} | {problem.code} | {_cell(problem.message)} "
        f"| {_cell(problem.help)} |"
        for problem in listed[:MOST_ROWS]
    ]
    rows += [f"| | | | and {len(listed) - MOST_ROWS:,} more | |"] if len(listed) > MOST_ROWS else []
    table = ["", "| Where | How bad | Rule | What | What to do |", "|---|---|---|---|---|", *rows] if rows else []
    return "\n".join([f"### minicourse: {summary(listed)}", *table]) + "\n"


def _place(problem: Problem) -> str:
    return shown(f"{problem.span.path}:{problem.span.line}:{problem.span.column}")


def _one_line(problem: Problem) -> str:
    help = f" ({problem.help})" if problem.help else ""
    return shown(" ".join(f"{problem.severity}[{problem.code}]: {problem.message}{help}".split()))


def _cell(text: str) -> str:
    """Text for a cell of a table: no tag, no link, no further cell."""
    quiet = html.escape(shown(" ".join(text.split())), quote=False)
    return "".join(f"&#{ord(character)};" if character in "|\\`*_[]~@#:" else character for character in quiet)


def _command(problem: Problem) -> str:
    span = problem.span
    properties = {
        "file": span.path,
        "line": span.line,
        "col": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
        "title": problem.code,
    }
    text = problem.message + (f"\n{problem.help}" if problem.help else "")
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_LEVEL[problem.severity]} {listed}::{_data(text)}"


def _data(text: str) -> str:
    text = "\n".join(shown(line) for line in text.split("\n"))
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

"""Problems as annotations of a GitHub Actions run (workflow commands)."""

from __future__ import annotations

from collections.abc import Iterable

from minicourse.problems.problem import Problem
from minicourse.problems.text import shown

_LEVEL = {"error": "error", "warning": "warning", "advice": "notice"}


def format_github(problems: Iterable[Problem]) -> str:
    """One workflow command a problem. GitHub shows ten of a kind per step; the log holds them all."""
    return "".join(_command(problem) + "\n" for problem in problems)


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

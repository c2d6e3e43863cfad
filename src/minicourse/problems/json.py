"""Problems for machines, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from minicourse.problems.problem import Edit, Problem
from minicourse.problems.span import Span


def format_json(problems: Iterable[Problem], off: Sequence[str] = ()) -> str:
    """One JSON object with a list `problems`, whose paths are relative to the project, and a list `off` of the codes
    that can't be found in the language of the course."""
    listed = [as_data(problem) for problem in problems]
    return json.dumps({"problems": listed, "off": list(off)}, ensure_ascii=False, indent=2) + "\n"


def as_data(problem: Problem) -> dict[str, Any]:
    """A problem as JSON can hold it."""
    return {
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "label": problem.label,
        "help": problem.help,
        **_place(problem.span),
        "fix": [{**_place(edit.span), "text": edit.text} for edit in problem.fix],
    }


def of_data(data: dict[str, Any]) -> Problem:
    """The problem that was made into this."""
    fix = tuple(Edit(_span(edit), edit["text"]) for edit in data["fix"])
    return Problem(data["code"], data["message"], _span(data), data["label"], data["help"], fix)


def _place(span: Span) -> dict[str, str | int]:
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def _span(data: dict[str, Any]) -> Span:
    return Span(data["path"], data["line"], data["column"], data["end_line"], data["end_column"])

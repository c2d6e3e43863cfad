"""Problems for machines."""

from __future__ import annotations

import json
from collections.abc import Iterable

from minicourse.problems.problem import Problem


def format_json(problems: Iterable[Problem]) -> str:
    """One JSON object with a list `problems`; paths are relative to the project."""
    listed = [
        {
            "code": problem.code,
            "severity": problem.severity,
            "message": problem.message,
            "help": problem.help,
            "path": problem.span.path,
            "line": problem.span.line,
            "column": problem.span.column,
            "end_line": problem.span.end_line,
            "end_column": problem.span.end_column,
        }
        for problem in problems
    ]
    return json.dumps({"problems": listed}, ensure_ascii=False, indent=2) + "\n"

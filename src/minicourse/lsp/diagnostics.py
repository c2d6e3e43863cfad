"""A problem as an editor shows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lsprotocol import types

from minicourse.lsp.positions import Positions
from minicourse.problems import Problem
from minicourse.problems.json import as_data

SOURCE = "minicourse"

_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "advice": types.DiagnosticSeverity.Information,
}


def by_file(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    """The problems of each file, in their order."""
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.span.path, []).append(problem)
    return found


def diagnostic(problem: Problem, lines: Sequence[str], positions: Positions) -> types.Diagnostic:
    """The problem; below its message the way out, as on the terminal. As data it is whole, and comes back to us when it
    is asked what can be done about it."""
    said = [f"{problem.message} ({problem.label})" if problem.label else problem.message]
    said += [f"help: {problem.help}"] if problem.help else []
    return types.Diagnostic(
        range=positions.range_of(lines, problem.span),
        severity=_SEVERITIES[problem.severity],
        code=problem.code,
        source=SOURCE,
        message="\n".join(said),
        data=as_data(problem),
    )

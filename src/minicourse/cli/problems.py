"""Prints problems on the terminal."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

import click

if TYPE_CHECKING:
    from minicourse.problems import Problem
    from minicourse.project import Project

Format = Literal["text", "github", "json", "junit", "sarif"]

_COLOURS: dict[str, dict[str, object]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "advice": {"fg": "cyan"},
    "path": {"fg": "blue"},
    "help": {"bold": True},
}


def several(number: int, word: str, words: str = "") -> str:
    """`1 lesson`, `4 lessons`; `words` for several where an "s" doesn't do."""
    return f"{number} {word}" if number == 1 else f"{number} {words or f'{word}s'}"


def style(text: str, role: str) -> str:
    """Colour for a terminal; `click.echo` takes it away where the output isn't one."""
    return click.style(text, **_COLOURS.get(role, {}))  # type: ignore[arg-type]


def show(
    problems: list[Problem],
    project: Project,
    format: Format = "text",
    err: bool = False,
    strict: bool = False,
    off: Sequence[str] = (),
) -> None:
    """Print the problems; text goes where a person looks, the other formats to standard output for a machine. In a
    GitHub Actions run all of them go to the step's summary too. `strict` says whether warnings fail;
    `off` are the codes that have no words for the course's language."""
    from minicourse.problems.github import format_github, github_summary
    from minicourse.problems.json import format_json
    from minicourse.problems.junit import format_junit
    from minicourse.problems.sarif import format_sarif
    from minicourse.problems.text import format_text

    if format == "json":
        click.echo(format_json(problems, off), nl=False)
    elif format == "sarif":
        click.echo(format_sarif(problems, project.source_line), nl=False)
    elif format == "junit":
        click.echo(format_junit(problems, strict), nl=False)
    elif format == "github":
        click.echo(format_github(problems), nl=False)
        summary = os.environ.get("GITHUB_STEP_SUMMARY")
        if summary:
            with open(summary, "a", encoding="utf-8") as file:  # GitHub's own file, which other steps write to as well
                file.write(github_summary(problems))
    else:
        click.echo(format_text(problems, project.source_line, style), nl=False, err=err)

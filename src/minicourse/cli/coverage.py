"""`minicourse coverage`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minicourse.cli.problems import several, style
from minicourse.cli.source import open_project_errors, source_argument

if TYPE_CHECKING:
    from minicourse.check.coverage import Coverage, Row
    from minicourse.model.lesson import Lesson


@click.command("coverage", short_help="Show what a course teaches, practises and tests.")
@source_argument
@click.option("--drafts", is_flag=True, help="Count the lessons that are marked `draft: true` as well.")
@click.option(
    "--format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or as JSON with the name of every question.",
)
def command(source: Path, drafts: bool, format: str) -> None:
    """Show which objectives the course in SOURCE teaches, practises and tests, and with how many questions.

    SOURCE is the folder that holds content/ (default: this one). An objective is taught by the lessons that promise it,
    practised by questions in their text, and tested by what a quiz may ask. Its level is what its verb asks for, in
    Bloom's revised taxonomy. Nothing is judged: whether it is enough, you decide. What `minicourse check` finds is told
    by that command; here it is only counted.
    """
    from minicourse.build import check
    from minicourse.check.coverage import as_data, coverage
    from minicourse.problems.problem import counted

    with open_project_errors():
        result = check(source, drafts)
    matrix = coverage(result.course)
    if format == "json":
        click.echo(json.dumps(as_data(matrix), ensure_ascii=False, indent=2))
    else:
        click.echo(_table(matrix), nl=False)
    errors = counted(result.problems)["error"]
    if errors:
        click.echo(f"{several(errors, 'error')}, so something may be missing here; see `minicourse check`", err=True)


_HEADINGS = ("objective", "level", "practised", "tested", "points")


def _table(matrix: Coverage) -> str:
    """The matrix for a terminal, an objective below the lesson that teaches it first."""
    from minicourse.problems.text import shown

    lines: list[str] = []
    widths = _widths(matrix.rows)
    groups: dict[Lesson | None, list[Row]] = {}
    for row in matrix.rows:
        groups.setdefault(row.taught[0] if row.taught else None, []).append(row)
    for lesson, rows in groups.items():
        if lesson:
            facts = f"{several(lesson.minutes, 'minute')}, {several(lesson.questions, 'question')}"
            lines.append(f"{click.style(shown(lesson.title), bold=True)}  {style(shown(lesson.path), 'path')}  {facts}")
        else:
            lines.append(click.style("Promised by a test only, taught by no lesson", bold=True))
        lines += [_line(_HEADINGS, widths), *(_line(_cells(row), widths) for row in rows), ""]
    return "\n".join([*lines, _sum(matrix)]) + "\n"


def _cells(row: Row) -> tuple[str, ...]:
    counts = (len(row.practised), len(row.tested))
    return (row.objective.name, row.level or "", *(str(count or "none") for count in counts), str(row.points))


def _widths(rows: tuple[Row, ...]) -> list[int]:
    return [max(map(len, column)) for column in zip(_HEADINGS, *(map(_cells, rows)), strict=True)]


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    name, level, *numbers = (
        cell.ljust(width) if place < 2 else cell.rjust(width)
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return f"  {name}  {level}  {'  '.join(numbers)}"


def _sum(matrix: Coverage) -> str:
    """What there is in all, and what is missing."""
    lines = [
        f"{several(len(matrix.rows), 'objective')} in {several(len(matrix.lessons), 'lesson')}, about "
        f"{several(matrix.minutes, 'minute')}"
    ]
    for what, missing in (
        ("not practised", [row.objective.name for row in matrix.rows if not row.practised]),
        ("not tested", [row.objective.name for row in matrix.rows if not row.tested]),
        ("asking for no objective", [question.name for question in matrix.unassigned]),
    ):
        lines += [f"{what}: {', '.join(missing)}"] if missing else []
    return "\n".join(lines)

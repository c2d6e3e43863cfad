"""`minicourse check`."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from minicourse.cli.main import FINDINGS, FINE
from minicourse.cli.problems import Format, several, show
from minicourse.cli.source import open_project_errors, source_argument


@click.command("check", short_help="Say what is wrong with a course, and where.")
@source_argument
@click.option("--strict", is_flag=True, help="Leave with 1 for warnings too, not for errors only.")
@click.option("--drafts", is_flag=True, help="Check the lessons that are marked `draft: true` as well.")
@click.option(
    "--format",
    type=click.Choice(["text", "github", "json", "junit"]),
    default="text",
    show_default=True,
    help="For people, for a GitHub Actions run (annotations, and a table on its summary), as JSON, as JUnit.",
)
@click.pass_context
def command(ctx: click.Context, source: Path, strict: bool, drafts: bool, format: str) -> None:
    """Say what is wrong with the course in SOURCE, and where; write nothing.

    SOURCE is the folder that holds content/ (default: this one). Leaves with 0 when all is well, 1 when there are
    errors (with --strict also warnings), 2 when there is no course to read. `minicourse explain CODE` tells why a
    rule exists.
    """
    from minicourse.build import blocked, check

    with open_project_errors():
        result = check(source, drafts)
    show(result.problems, result.project, cast("Format", format), strict=strict)
    if format == "text" and not result.problems:
        lessons = result.course.lessons
        questions = sum(len(lesson.body.questions) for lesson in lessons)
        click.echo(f"no problems in {several(len(lessons), 'lesson')} and {several(questions, 'question')}", err=True)
    ctx.exit(FINDINGS if blocked(result.problems, strict) else FINE)

"""`minicourse export`: what else can be made of a course than a folder of pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from minicourse.cli.main import FINDINGS, FINE
from minicourse.cli.problems import several, show
from minicourse.cli.source import open_project_errors, source_argument

if TYPE_CHECKING:
    from minicourse.build import Result

_strict = click.option("--strict", is_flag=True, help="Stop at warnings too, not at errors only.")
_drafts = click.option("--drafts", is_flag=True, help="Include the lessons that are marked `draft: true`.")


@click.group("export", short_help="Make one file of a course.")
def command() -> None:
    """Make one file of a course, to hand on or to keep."""


@command.command("zip", short_help="The site, packed.")
@source_argument
@click.option("--output", "-o", type=click.Path(path_type=Path), help="The file to write.  [default: ID.zip]")
@_strict
@_drafts
@click.pass_context
def zip_command(ctx: click.Context, source: Path, output: Path | None, strict: bool, drafts: bool) -> None:
    """Pack the site of the course in SOURCE into one zip file.

    Unpacked anywhere, it works by a double click on index.html, without a server and without a connection. The same
    course gives the same file.
    """
    from minicourse.build import rendered
    from minicourse.publish.archive import zipped

    with open_project_errors():
        result, files = rendered(source, drafts=drafts, strict=strict)
    _write(ctx, result, zipped(files) if files else b"", output or Path(f"{result.course.id}.zip"))


@command.command("html", short_help="The whole course in one HTML file.")
@source_argument
@click.option("--output", "-o", type=click.Path(path_type=Path), help="The file to write.  [default: ID.html]")
@_strict
@_drafts
@click.pass_context
def html_command(ctx: click.Context, source: Path, output: Path | None, strict: bool, drafts: bool) -> None:
    """Put the whole course in SOURCE into one HTML file.

    Everything is in it: lessons, questions, pictures, styles. It opens by a double click, from a memory stick or out
    of a mail, and asks for nothing from anywhere. Pictures and documents may have 5 MB each and 20 MB together.
    """
    from minicourse.build import one_file

    with open_project_errors():
        result, data = one_file(source, drafts, strict)
    _write(ctx, result, data, output or Path(f"{result.course.id}.html"))


def _write(ctx: click.Context, result: Result, data: bytes, output: Path) -> None:
    """Write the file, unless problems stopped it, and say so."""
    from minicourse.publish.archive import write_file

    show(result.problems, result.project, err=True)
    if not data:
        click.echo("nothing was written", err=True)
        ctx.exit(FINDINGS)
    write_file(output, data)
    lessons = several(len(result.course.lessons), "lesson")
    click.echo(f"{lessons} in {output}, {len(data) / 1024 / 1024:.1f} MB", err=True)
    ctx.exit(FINE)

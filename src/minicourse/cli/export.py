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


@command.command("anki", short_help="Make a deck of flashcards for Anki.")
@source_argument
@click.option("--output", "-o", type=click.Path(path_type=Path), help="The file.  [default: SOURCE/ID.apkg]")
@click.option("--drafts", is_flag=True, help="Include the lessons that are marked `draft: true`.")
@click.pass_context
def anki(ctx: click.Context, source: Path, output: Path | None, drafts: bool) -> None:
    """Make a deck for Anki of the course in SOURCE: each question a note, the question in front, the answer behind.

    SOURCE is the folder that holds content/ (default: this one). Questions are known by their names: a learner who
    imports a newer deck keeps her schedule. Surveys and scenarios are left out.
    """
    from minicourse.build import exported
    from minicourse.publish.anki import NoGenanki, anki_deck

    with open_project_errors():
        try:
            result, deck = exported(source, anki_deck, drafts)
        except NoGenanki:
            raise click.UsageError('a deck needs genanki: pip install "minicourse[anki]"') from None
    if deck is None:
        show(result.problems, result.project, err=True)
        click.echo("nothing was written", err=True)
        ctx.exit(FINDINGS)
    file = output or result.project.root / f"{result.course.id}.apkg"
    file.write_bytes(deck.data)
    left = (
        f"; {several(deck.left_out, 'survey or scenario', 'surveys and scenarios')} left out" if deck.left_out else ""
    )
    click.echo(f"{several(deck.notes, 'note')} in {file}{left}", err=True)
    ctx.exit(FINE)


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

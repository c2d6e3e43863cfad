"""`minicourse export`: the course in the files of other programs."""

from __future__ import annotations

from pathlib import Path

import click

from minicourse.cli.main import FINDINGS, FINE
from minicourse.cli.problems import several, show
from minicourse.cli.source import open_project_errors, source_argument


@click.group("export", short_help="Make a file for another program.")
def command() -> None:
    """Make a file for another program out of a course."""


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

"""`minicourse new`."""

from __future__ import annotations

import shlex
from pathlib import Path

import click


@click.command("new", short_help="Start a course.")
@click.argument("directory", type=click.Path(path_type=Path))
def command(directory: Path) -> None:
    """Start a course in DIRECTORY, a new or empty folder.

    It has a lesson with a question, a glossary, a reference, and a workflow that publishes it to GitHub Pages; it
    passes `minicourse check --strict`, so whatever that says later is about what you wrote.
    """
    from minicourse.authoring.starter import FolderInUse, start_course

    try:
        written = start_course(directory)
    except FolderInUse as error:
        raise click.UsageError(str(error)) from None
    for path in written:
        click.echo(f"  {directory / path}")
    click.echo(f"\nNext: minicourse serve {shlex.quote(str(directory))}")

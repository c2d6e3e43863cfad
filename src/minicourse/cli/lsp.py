"""`minicourse lsp`."""

from __future__ import annotations

import sys

import click


@click.command("lsp", short_help="Help an editor to help you.")
@click.option("--drafts", is_flag=True, help="Check the lessons that are marked `draft: true` as well.")
@click.option("--stdio", is_flag=True, help="Says what is so anyway; some editors say it to every server.")
def command(drafts: bool, stdio: bool) -> None:
    """Start the language server, which an editor talks to over standard input and output.

    While you type, it shows what `minicourse check` finds; it completes settings, names, citations, terms and links,
    explains what the cursor stands on, leads to where a name comes from, and renames objectives and questions in all
    files. docs/authors/editors.md tells how editors start it: you never call it yourself.
    """
    try:
        from minicourse.lsp.server import serve
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise click.UsageError('the language server needs pygls: pip install "minicourse[lsp]"') from None
    if sys.stdin.isatty():
        click.echo("this is for an editor to speak with, see docs/authors/editors.md; Ctrl-C ends it", err=True)
    serve(drafts)

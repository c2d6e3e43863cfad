"""`minicourse serve`."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minicourse.cli.problems import show
from minicourse.cli.source import open_project_errors, source_argument

if TYPE_CHECKING:
    from minicourse.build import Result


@click.command("serve", short_help="Show the course while you write it.")
@source_argument
@click.option(
    "--port", "-p", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one."
)
def command(source: Path, port: int) -> None:
    """Build the course in SOURCE, show it on this machine, and reload the open page after each change.

    Drafts are shown too, and a page at coverage/: what the course teaches, practises and tests. Nothing is written; the
    pages can be reached from this machine only. Stop it with Ctrl-C.
    """
    from minicourse.serve import Preview, server, watch

    preview = Preview(source)
    with open_project_errors():
        _built(preview.build())
    try:
        httpd = server(preview, port)
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        raise click.UsageError(f"port {port} can't be used: {reason}; try `--port 0`") from None
    stop = threading.Event()
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    click.echo(f"http://127.0.0.1:{httpd.server_port}/  (Ctrl-C stops)")
    try:
        watch(preview, stop, _built)
    finally:
        stop.set()
        httpd.shutdown()
        httpd.server_close()


def _built(result: Result | Exception) -> None:
    """Tell what came of a build."""
    if isinstance(result, Exception):
        click.echo(f"not built: {result}", err=True)
        return
    show(result.problems, result.project, err=True)
    if not result.problems:
        click.echo(f"built in {sum(result.seconds.values()):.2f} s, no problems", err=True)

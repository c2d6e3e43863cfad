"""How far a run is."""

from __future__ import annotations

import sys
import time

import click


class Progress:
    """Says how far a run is, on a terminal, once it has taken longer than a second."""

    def __init__(self) -> None:
        self.started = self.shown = time.monotonic()
        self.visible = False

    def __call__(self, stage: str, done: int) -> None:
        """Take note that a stage has done so many files."""
        now = time.monotonic()
        if sys.stderr.isatty() and now - self.started > 1 and now - self.shown > 0.1:
            click.echo(f"\r\033[K{stage}: {done} files", nl=False, err=True)
            self.shown, self.visible = now, True

    def clear(self) -> None:
        """Take away what was said."""
        if self.visible:
            click.echo("\r\033[K", nl=False, err=True)

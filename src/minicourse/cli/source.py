"""The argument that most commands take: which project."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

source_argument = click.argument("source", type=click.Path(path_type=Path), default=Path())


@contextmanager
def open_project_errors() -> Iterator[None]:
    """Say in one line what keeps us from reading the project or writing the site; the exit code is 2."""
    from minicourse.project import UnreadableProject
    from minicourse.publish.folder import UnsafeOutput

    try:
        yield
    except (UnreadableProject, UnsafeOutput) as error:
        raise click.UsageError(str(error)) from None

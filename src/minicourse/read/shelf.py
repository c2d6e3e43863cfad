"""Where fragments are taken from: reading a text is a function of the text and of what stands here."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from minicourse.model.targets import is_fragment
from minicourse.problems import Problem, Span
from minicourse.project import Project


@dataclass(frozen=True, slots=True)
class Shelf:
    """Fragments by their paths, relative to `content/`."""

    read: Callable[[str], str | Problem | None]
    """The text of a fragment, the problem with it, or none where there is none."""
    known: Callable[[], Iterable[str]]
    """The paths of all fragments, for "did you mean"."""


EMPTY_SHELF = Shelf(lambda path: None, tuple)


def fragment_shelf(project: Project) -> Shelf:
    """The fragments of a project; each is read once, when a text first asks for it."""
    found: dict[str, str | Problem | None] = {}
    known: list[list[str]] = []

    def read(path: str) -> str | Problem | None:
        if path not in found:
            found[path] = _read(project, path)
        return found[path]

    def names() -> list[str]:
        if not known:
            known.append(_known(project.content))
        return known[0]

    return Shelf(read, names)


def _read(project: Project, path: str) -> str | Problem | None:
    file = f"content/{path}"
    if not os.path.lexists(project.root / file):
        return None
    real = Path(os.path.realpath(project.root / file))
    if project.inside(file) and not real.is_relative_to(project.content):
        message = f"`{file}` leads outside `content/`"
        return Problem("outside-project", message, Span.start_of(file), help="put the file itself there")
    text = project.read_text(file)
    if isinstance(text, str) and text.split("\n", 1)[0].rstrip() == "---":
        message = "a fragment has no front matter"
        help = "remove the lines from `---` to `---`: the lesson that includes it has its own"
        return Problem("broken-include", message, Span.of_line(file, 1, "---"), help=help)
    return text


def _known(content: Path) -> list[str]:
    """The paths of all fragments, in order."""
    walked = ((Path(folder), names) for folder, _, names in os.walk(content))
    paths = ((folder / name).relative_to(content).as_posix() for folder, names in walked for name in names)
    return sorted(path for path in paths if path.endswith(".md") and is_fragment(path))

"""Mends files where only one thing can be meant, and leaves every other byte of them as it is."""

from __future__ import annotations

import errno
import os
import re
import stat
import tempfile
from bisect import bisect, insort
from collections.abc import Iterable, Iterator
from pathlib import Path

from minicourse.problems import Problem, Span
from minicourse.project import Project

_Stretch = tuple[tuple[int, int], tuple[int, int]]
"""Line and column at which something begins, and behind which it ends."""


def mend(project: Project, problems: Iterable[Problem]) -> list[Problem]:
    """Do what mends these problems to the files of a project, and return those that were mended.

    Of two that touch the same place only the first is; so check again, and call again while there is something to do.
    A file that isn't one of the project's, or isn't what was checked, is left alone. Raises `OSError` when the disk
    says no; each file is whole before or after.
    """
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.fix:
            by_file.setdefault(problem.span.path, []).append(problem)
    return [problem for path, listed in by_file.items() for problem in _mend_file(project, path, listed)]


def _mend_file(project: Project, path: str, problems: list[Problem]) -> list[Problem]:
    data = project.read_bytes(path)
    if isinstance(data, Problem):
        return []
    mark, text = (data[:3], data[3:]) if data.startswith(b"\xef\xbb\xbf") else (b"", data)
    source = text.decode("utf-8", "replace")
    if re.split(r"\r\n|\r|\n", source) != project.lines.get(path):
        return []
    starts = [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", source))]
    chosen = list(_apart(problems))
    edits = sorted((edit for problem in chosen for edit in problem.fix), key=lambda edit: edit.span, reverse=True)
    for edit in edits:
        start, stop = _places(edit.span, starts, len(source))
        source = source[:start] + edit.text + source[stop:]
    _replace(project.root / path, mark + source.encode("utf-8"))
    return chosen


def _places(span: Span, starts: list[int], length: int) -> tuple[int, int]:
    """Where a span begins and ends in a text whose lines begin at `starts`."""

    def place(line: int, column: int) -> int:
        return starts[line - 1] + column - 1 if line <= len(starts) else length

    return place(span.line, span.column), place(span.end_line, span.end_column)


def _apart(problems: list[Problem]) -> Iterator[Problem]:
    """The problems whose edits touch none of an earlier one's."""
    taken: list[_Stretch] = []
    for problem in problems:
        stretches = [_stretch(edit.span) for edit in problem.fix]
        if not any(_touches(stretch, taken) for stretch in stretches):
            for stretch in stretches:
                insort(taken, stretch)
            yield problem


def _stretch(span: Span) -> _Stretch:
    return (span.line, span.column), (span.end_line, span.end_column)


def _touches(stretch: _Stretch, taken: list[_Stretch]) -> bool:
    """Does it touch one of these, which are in order? Only the one before and the one behind it can."""
    at = bisect(taken, stretch)
    return any(start <= stretch[1] and stretch[0] <= end for start, end in taken[max(0, at - 1) : at + 1])


def _replace(path: Path, data: bytes) -> None:
    """Put a file in the place of another, with the same rights; a link stays a link to what is mended."""
    real = Path(os.path.realpath(path))
    mode = real.stat().st_mode
    # Whoever may write into the folder may put a file in the place of one that nobody is to write.
    if not mode & stat.S_IWUSR or not os.access(real, os.W_OK):
        raise PermissionError(errno.EACCES, "this file may only be read", str(path))
    descriptor, name = tempfile.mkstemp(prefix=f".{real.name}.", dir=real.parent)
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
        os.chmod(name, mode & 0o7777)
        os.replace(name, real)
    except BaseException:
        os.unlink(name)
        raise

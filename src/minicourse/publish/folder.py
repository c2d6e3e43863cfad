"""The site as a folder: written aside, swapped in whole.

Whatever happens on the way, the folder is either the old site or the new one: a failed or killed build leaves
the old one as it was, and the next build clears away what a killed one left beside it.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import json
import os
import shutil
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

MARKER = ".minicourse-site"
"""Says that minicourse made a folder, and lists the files it put there."""

_LEFT_BY_SYSTEMS = {".DS_Store", "Thumbs.db", "desktop.ini"}


class UnsafeOutput(Exception):
    """The folder is not one to write a site to; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a build changed."""

    files: int
    """How many files the site has."""
    changed: int
    """How many of them are new or have other bytes than before."""
    removed: int
    """How many files of the old site are gone."""


class Staging:
    """A site on its way: `add` files, then `publish`. Left without publishing, it leaves no trace.

    Use it in a `with` statement; one build at a time writes to a folder. Raises `UnsafeOutput`, and `OSError` when
    the disk says no.
    """

    def __init__(self, output: Path, project_root: Path) -> None:
        self.output = Path(os.path.abspath(output))
        refuse_unsafe(self.output, project_root)
        self._staged = self.output.parent / f".{self.output.name}.new-{os.getpid()}"
        self._lock: int | None = None
        self._files: dict[str, None] = {}
        self._changed = 0

    def __enter__(self) -> Staging:
        self.output.parent.mkdir(parents=True, exist_ok=True)
        self._lock = _lock(self.output.parent)
        try:
            _recover(self.output)
            _refuse_foreign_files(self.output)
            self._staged.mkdir()
        except BaseException:
            _unlock(self._lock)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            shutil.rmtree(self._staged, ignore_errors=True)
        finally:
            _unlock(self._lock)

    def add(self, path: str, data: bytes) -> None:
        """Put a file into the new site. One that has not changed stays the very file it was, time stamp and all."""
        target = self._staged / path
        if path in self._files:
            raise ValueError(f"two files of the site are called {path!r}")
        target.parent.mkdir(parents=True, exist_ok=True)
        old = self.output / path
        self._files[path] = None
        if _holds(old, data):
            try:
                os.link(old, target)
                return
            except OSError:
                pass  # a file system without hard links: write it again
        else:
            self._changed += 1
        target.write_bytes(data)

    def publish(self) -> Published:
        """Swap the new site in."""
        old = _listed(self.output)
        removed = len(old - set(self._files))
        marker = json.dumps({"files": sorted(self._files)}, ensure_ascii=False, indent=0) + "\n"
        (self._staged / MARKER).write_bytes(marker.encode())
        if self._changed or removed or not self.output.exists():
            _swap(self._staged, self.output)
        return Published(len(self._files), self._changed, removed)


def refuse_unsafe(output: Path, project_root: Path) -> None:
    """Raise `UnsafeOutput` for a folder that holds, or is, something else than a site."""
    if output.is_symlink():
        raise UnsafeOutput(f"`{output}` is a link; name the folder it leads to")
    real, root = Path(os.path.realpath(output)), Path(os.path.realpath(project_root))
    if real in (Path(real.anchor), Path(os.path.realpath(Path.home()))) or root.is_relative_to(real):
        raise UnsafeOutput(f"`{output}` holds other things than a site; choose a folder of its own, such as `site`")
    for name in ("content", "templates", ".git"):
        if real.is_relative_to(root / name):
            raise UnsafeOutput(f"`{output}` lies in `{name}/`; choose a folder beside it, such as `site`")
    if output.exists() and not output.is_dir():
        raise UnsafeOutput(f"`{output}` is a file; name a folder")
    if output.is_dir() and not (output / MARKER).is_file() and any(output.iterdir()):
        raise UnsafeOutput(
            f"`{output}` is not empty and was not made by minicourse; empty it, or choose another folder"
        )


def _refuse_foreign_files(output: Path) -> None:
    """Nothing is deleted that a build did not write."""
    if not output.is_dir():
        return
    known = _listed(output) | {MARKER}
    foreign = sorted(
        path for path in _files_below(output) if path not in known and os.path.basename(path) not in _LEFT_BY_SYSTEMS
    )
    if foreign:
        shown = ", ".join(f"`{path}`" for path in foreign[:3]) + (
            f" and {len(foreign) - 3} more" if len(foreign) > 3 else ""
        )
        raise UnsafeOutput(f"`{output}` holds files that no build wrote: {shown}; move them away, they would be lost")


def _files_below(folder: Path) -> Iterator[str]:
    for parent, _, names in os.walk(folder):
        for name in names:
            yield os.path.relpath(os.path.join(parent, name), folder).replace(os.sep, "/")


def _listed(output: Path) -> set[str]:
    """The files that the last build wrote, by its own list; none when there is no list that can be read."""
    try:
        files = json.loads((output / MARKER).read_bytes())["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return set()
    return {path for path in files if isinstance(path, str)} if isinstance(files, list) else set()


def _holds(path: Path, data: bytes) -> bool:
    """Is there a regular file with just these bytes?"""
    try:
        found = os.lstat(path)
        return stat.S_ISREG(found.st_mode) and found.st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _lock(folder: Path) -> int | None:
    """Hold the folder around the site, until another build that writes there is done."""
    if sys.platform == "win32":
        return None
    import fcntl

    descriptor = os.open(folder, os.O_RDONLY)
    # Some network file systems know no locks; building without one is what an author there expects.
    with contextlib.suppress(OSError):
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    return descriptor


def _unlock(descriptor: int | None) -> None:
    if descriptor is not None:
        os.close(descriptor)


def _recover(output: Path) -> None:
    """Clear away what a killed build left, and put back an old site that it had moved aside."""
    for left in sorted(output.parent.glob(f".{_glob_escape(output.name)}.old-*")):
        if not output.exists():
            left.rename(output)
        else:
            shutil.rmtree(left, ignore_errors=True)
    for left in output.parent.glob(f".{_glob_escape(output.name)}.new-*"):
        shutil.rmtree(left, ignore_errors=True)


def _glob_escape(name: str) -> str:
    """A file name that means itself in a pattern."""
    return "".join(f"[{character}]" if character in "*?[" else character for character in name)


def _swap(staged: Path, output: Path) -> None:
    """Put `staged` in the place of `output`; what was there is then at `staged`, or gone."""
    if not output.exists():
        staged.rename(output)
        return
    if _exchange(staged, output):
        return
    aside = output.parent / f".{output.name}.old-{os.getpid()}"
    try:
        output.rename(aside)
    except OSError as error:
        if error.errno not in (errno.EBUSY, errno.EXDEV):
            raise
        _update_in_place(staged, output)
        return
    try:
        staged.rename(output)
    except BaseException:
        aside.rename(output)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two folders in one step, where the system can: a reader sees the old site or the new, never neither."""
    if sys.platform == "win32":
        return False
    library, swap = ctypes.CDLL(None), 2  # RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS
    here, there = os.fsencode(first), os.fsencode(second)
    if hasattr(library, "renameat2"):
        at_cwd = -100
        return bool(library.renameat2(at_cwd, here, at_cwd, there, swap) == 0)
    if hasattr(library, "renamex_np"):
        return bool(library.renamex_np(here, there, swap) == 0)
    return False


def _update_in_place(staged: Path, output: Path) -> None:
    """For a folder that can't be renamed, such as a mounted one: file by file, what pages need before the pages."""
    new = set(_files_below(staged))
    old = _listed(output)
    # Should this be killed half-way, the next build must know all these files for ours.
    under_way = sorted(old | new | {f"{path}.new" for path in new})
    (output / MARKER).write_text(json.dumps({"files": under_way}), encoding="utf-8")
    for path in sorted(new, key=lambda path: (path == MARKER, path.endswith(".html"), path)):
        target, temporary = output / path, output / f"{path}.new"
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(staged / path, temporary)
        temporary.replace(target)
    for path in sorted(old - new):
        (output / path).unlink(missing_ok=True)

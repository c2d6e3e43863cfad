"""What was made from the same input before, kept as JSON: a cache may be lost, and never may it be wrong.

A key is a digest of everything that what is kept depends on, so nothing in it grows old; it is only forgotten.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sysconfig
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from minicourse.version import __version__

MOST_FILES = 50
"""How many results are kept; the oldest are forgotten."""


class Cache:
    """Results in a folder, which is the user's own cache folder unless another is named."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or user_cache_path("minicourse", appauthor=False)

    def get(self, key: str) -> Any:
        """What was kept under a key; none when there is nothing, or nothing that can be read."""
        file = self._file(key)
        try:
            # A pipe must not hang us.
            return json.loads(file.read_bytes()) if file.is_file() else None
        except (OSError, ValueError, RecursionError):
            return None

    def put(self, key: str, value: Any) -> None:
        """Keep what JSON can hold under a key; nothing when the disk says no, for it would only have saved time."""
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(prefix=".", dir=self.folder)
            try:
                with open(descriptor, "w", encoding="utf-8") as file:
                    json.dump(value, file, ensure_ascii=False)
                os.replace(name, self._file(key))
            except BaseException:
                os.unlink(name)
                raise
            self._forget()

    def _file(self, key: str) -> Path:
        return self.folder / f"{key}.json"

    def _forget(self) -> None:
        found = (file for file in self.folder.glob("*.json") if file.is_file())
        files = sorted(found, key=lambda file: file.stat().st_mtime_ns)
        for file in files[:-MOST_FILES]:
            file.unlink(missing_ok=True)


@cache
def program() -> str:
    """What tells this program from any other: its version, its files, and what is installed beside it."""
    package = Path(__file__).parent
    places = [*sorted(package.rglob("*.py")), Path(sysconfig.get_path("purelib"))]
    stamps = [f"{place} {place.stat().st_mtime_ns}" for place in places]
    return digest(__version__, sysconfig.get_python_version(), *stamps)


def digest(*parts: str) -> str:
    """32 hexadecimal digits of some texts in their order."""
    made = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        made.update(len(data).to_bytes(8, "big") + data)
    return made.hexdigest()


LARGE = 1_048_576
"""Bytes from which on a file is known by its size and the time of its last change: no text is as long."""


def folder_digest(folder: Path) -> str | None:
    """A digest of all files below a folder, hidden ones left out; of a folder that isn't there as well.

    None where it can't be known what they hold: when a link leads elsewhere, or something can't be read.
    """
    made = hashlib.blake2b(digest_size=16)
    try:
        for path, entry in _files(folder, ""):
            data = entry.stat(follow_symlinks=False)
            told = f"{path}\0{data.st_size}\0{data.st_mtime_ns}" if data.st_size > LARGE else f"{path}\0{data.st_size}"
            made.update(told.encode("utf-8", "surrogatepass") + b"\0")
            if data.st_size <= LARGE:
                made.update(Path(entry.path).read_bytes())
    except OSError:
        return None
    return made.hexdigest()


def _files(folder: Path | str, path: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Each file below a folder with its path. Raises `OSError` for what is neither a file nor a folder."""
    if not os.path.lexists(folder):
        return
    with os.scandir(folder) as found:
        entries = sorted((entry for entry in found if not entry.name.startswith(".")), key=lambda entry: entry.name)
    for entry in entries:
        inner = f"{path}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, inner)
        elif entry.is_file(follow_symlinks=False):
            yield inner, entry
        else:
            raise OSError(f"{inner} is a link, or no file")

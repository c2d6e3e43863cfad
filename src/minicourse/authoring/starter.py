"""Starts a course: a folder that passes its own checks."""

from __future__ import annotations

import os
import shutil
from importlib.resources import as_file, files
from pathlib import Path


class FolderInUse(Exception):
    """There is something already; the message is for the author."""


def start_course(folder: Path) -> list[str]:
    """Write a starter course into `folder`, which must not exist or be empty; the paths written, sorted.

    Written aside and moved in when whole. Raises `FolderInUse` and `OSError`.
    """
    target = Path(os.path.abspath(folder))
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        what = "is not empty" if target.is_dir() else "is a file"
        raise FolderInUse(f"`{folder}` {what}; a course is started in a folder of its own")
    target.parent.mkdir(parents=True, exist_ok=True)
    staged = target.parent / f".{target.name}.new-{os.getpid()}"
    try:
        with as_file(files("minicourse.authoring") / "starter") as starter:
            shutil.copytree(starter, staged, ignore=shutil.ignore_patterns("__pycache__"))
        # Kept under another name in the package, where it would hide files from our own git.
        (staged / "gitignore").rename(staged / ".gitignore")
        if target.exists():
            # Filled, not replaced: a shell may be standing in it.
            for path in sorted(staged.iterdir()):
                path.rename(target / path.name)
            staged.rmdir()
        else:
            staged.rename(target)
    except BaseException:
        shutil.rmtree(staged, ignore_errors=True)
        raise
    return sorted(path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file())

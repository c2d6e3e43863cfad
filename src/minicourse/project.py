"""Where a course lives: a folder with `content/` in it."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from minicourse.problems import Problem, Span

MAX_TEXT_BYTES = 131_072
"""A text may have 128 KB: a lesson of 12 minutes has about 12. Some ways to write Markdown take time that grows with
the square of its length, and a course may come from a stranger."""
MAX_LIST_BYTES = 1_048_576
"""The glossary and the references may be longer."""


class UnreadableProject(Exception):
    """There is no course here; the message is for the author."""


@dataclass(slots=True)
class Project:
    """A project folder. Reads below it and nowhere else."""

    root: Path
    """The folder that holds `content/`, absolute, links resolved."""
    lines: dict[str, list[str]] = field(default_factory=dict)
    """The lines of every text read so far by its path relative to the root, so that a message can show one."""
    unsaved: Mapping[str, str] = field(default_factory=dict)
    """Texts that stand in place of what their files hold, by path relative to the root: those that an editor has open.
    A file that isn't there yet stays away until it is saved."""

    @classmethod
    def at(cls, source: Path, unsaved: Mapping[str, str] | None = None) -> Project:
        """The project at `source`, with texts that are `unsaved`; raises `UnreadableProject` where there is none."""
        root = Path(os.path.realpath(source))
        if not root.is_dir():
            raise UnreadableProject(f"there is no folder `{source}`")
        if not (root / "content").is_dir():
            if root.name == "content" and (root / "course.yml").exists():
                raise UnreadableProject(f"`{source}` is a content folder: name the folder around it, `{source}/..`")
            raise UnreadableProject(f"there is no `content/` in `{source}`: `minicourse new {source}` starts a course")
        if os.path.realpath(root / "content") != str(root / "content"):
            raise UnreadableProject("`content/` is a link: it must be a folder of the project itself")
        return cls(root, unsaved=unsaved or {})

    @property
    def content(self) -> Path:
        """The folder of the course's text."""
        return self.root / "content"

    def inside(self, path: str) -> bool:
        """Does `path`, relative to the root, lead to a place inside the project once links are followed?

        Hidden files and folders are no part of it: `.git/config` may hold a token.
        """
        real = Path(os.path.realpath(self.root / path))
        return real.is_relative_to(self.root) and not any(
            part.startswith(".") for part in real.relative_to(self.root).parts
        )

    def read_bytes(self, path: str, limit: int | None = None) -> bytes | Problem:
        """The bytes of the file at `path`, relative to the root, or the problem with it."""
        start = Span.start_of(path)
        if not self.inside(path):
            return Problem(
                "outside-project", f"`{path}` leads outside the project", start, help="put the file itself there"
            )
        try:
            # Not blocking: a pipe in the folder must not hang the build.
            descriptor = os.open(self.root / path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
            with open(descriptor, "rb") as file:
                if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                    return Problem("unreadable-file", f"`{path}` is not a regular file", start, help="remove it")
                data = file.read() if limit is None else file.read(limit + 1)
            if path in self.unsaved:
                data = self.unsaved[path].encode("utf-8", "replace")
        except OSError as error:
            reason = (error.strerror or "unknown error").lower()
            return Problem("unreadable-file", f"`{path}` can't be read: {reason}", start, help="check its permissions")
        if limit is not None and len(data) > limit:
            return Problem(
                "unreadable-file", f"`{path}` is larger than {limit // 1024} KB", start, help="split it into several"
            )
        return data

    def read_text(self, path: str, limit: int = MAX_TEXT_BYTES) -> str | Problem:
        """The text of the UTF-8 file at `path`, its line ends made `\\n`, or the problem with it."""
        data = self.read_bytes(path, limit)
        if isinstance(data, Problem):
            return data
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            return _not_utf8(path, data, error)
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        self.lines[path] = text.split("\n")
        return text

    def source_line(self, path: str, line: int) -> str | None:
        """A line of a text, for messages."""
        if path not in self.lines:
            text = self.read_text(path, MAX_LIST_BYTES)
            self.lines.setdefault(path, [] if isinstance(text, Problem) else text.split("\n"))
        lines = self.lines[path]
        return lines[line - 1] if 0 < line <= len(lines) else None


def _not_utf8(path: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Problem("not-utf8", "this file is UTF-16", Span.start_of(path), help="save it as UTF-8")
    before = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n").decode("utf-8-sig", "replace")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    span = Span(path, line, column, line, column + 1)
    message = f"byte 0x{data[error.start]:02x} is not UTF-8"
    return Problem("not-utf8", message, span, help="save the file as UTF-8 (it may be Windows-1252 or Latin-1)")

"""What a link points at: a file of the course, or the world outside."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""What a link may lead to, besides files of the course."""


@dataclass(frozen=True, slots=True)
class Target:
    """A place in the course."""

    path: str
    """A file or folder, relative to `content/`; begins with `../` when it is outside."""
    anchor: str
    """The part behind `#`; may be empty."""


def is_fragment(path: str) -> bool:
    """Is this the path of a fragment, which other texts include and which has no page of its own? Its name, or that of
    a folder on the way, begins with `_`."""
    return any(part.startswith("_") for part in path.split("/"))


def scheme(target: str) -> str:
    """`https` for a web address, nothing for a file of the course or an address without a scheme."""
    match = _SCHEME.match(target)
    return match[0].rstrip(":/").lower() if match else ""


def resolve(target: str, path: str) -> Target | None:
    """Where a link with this `target` in the file at `path` (relative to `content/`) leads; none for web addresses.

    A target that begins with `/` is meant from `content/` on. It is an address, so `%23` is a `#` in a file's name.
    """
    if _SCHEME.match(target):
        return None
    file, _, anchor = (unquote(part) for part in target.partition("#"))
    if not file:
        return Target(path, anchor)
    joined = file.lstrip("/") if file.startswith("/") else posixpath.join(posixpath.dirname(path), file)
    normal = posixpath.normpath(joined) if joined else ""
    return Target("" if normal == "." else normal, anchor)


# A link's or a picture's target, a definition's, in angle brackets or not; and an address in HTML.
_WRITTEN = re.compile(
    r"(\](?:\(|:[ \t]*))(?:(<)([^<>\n]*)|((?:[^\s()<>]|\([^\s()<>]*\))+))|(\b(?:href|src)=([\"']))([^\"'\n]*)"
)


def targets_in(markdown: str) -> Iterator[tuple[int, int]]:
    """Where the targets of links, pictures and definitions stand in Markdown: start and end of each."""
    for found in _WRITTEN.finditer(markdown):
        yield found.start() + len(f"{found[1] or found[5]}{found[2] or ''}"), found.end()


def relinked(markdown: str, replaced: Mapping[str, str]) -> str:
    """Markdown in which the links, pictures and definitions with these targets have others."""

    def other(found: re.Match[str]) -> str:
        before = f"{found[1] or found[5]}{found[2] or ''}"
        target = found[0][len(before) :]
        return before + replaced.get(target, target)

    return _WRITTEN.sub(other, markdown) if replaced else markdown

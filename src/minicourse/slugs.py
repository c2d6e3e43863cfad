"""Addresses out of names: a file's name to its page's address, a heading to its anchor."""

from __future__ import annotations

import re
import unicodedata

_MAX_LENGTH = 80
_WINDOWS_DEVICES = {"con", "prn", "aux", "nul", *(f"{kind}{n}" for kind in ("com", "lpt") for n in range(1, 10))}


def slug(name: str) -> str:
    """An address out of a name: letters and digits of any script, lower case, joined by hyphens.

    Accents of Latin letters are dropped; other scripts are kept, as browsers show them. A name that is a
    device on Windows gets a hyphen behind it, so that a site can be unpacked there.
    """
    folded = "".join(
        character
        for character in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
        if not ("\u0300" <= character <= "\u036f")
    )
    joined = re.sub(r"[\W_]+", "-", unicodedata.normalize("NFC", folded)).strip("-")[:_MAX_LENGTH].strip("-")
    return f"{joined}-" if joined in _WINDOWS_DEVICES else joined


def file_slug(stem: str) -> tuple[int | None, str]:
    """The number that orders a file or folder, and its slug: `03-key-roles` -> `(3, "key-roles")`."""
    match = re.fullmatch(r"(\d{1,6})[-_. ]+(.+)", stem)
    if match:
        return int(match[1]), slug(match[2])
    return None, slug(stem)


def anchor(heading: str) -> str:
    """The anchor of a heading, as GitHub makes it so that links work there too: `What if?` -> `what-if`."""
    kept = re.sub(r"[^\w\- ]", "", heading.strip().lower())
    return kept.replace(" ", "-")


class Anchors:
    """Gives each heading of a page an anchor of its own: `time`, `time-1`, `time-2`, …"""

    def __init__(self, taken: set[str] | None = None) -> None:
        self._taken = set(taken or ())
        self._next: dict[str, int] = {}

    def add(self, heading: str) -> str:
        """The anchor of the next heading on the page; `section` where its text has no letters."""
        wanted = anchor(heading) or "section"
        number = self._next.get(wanted, 0)
        candidate = wanted if number == 0 else f"{wanted}-{number}"
        while candidate in self._taken:
            number += 1
            candidate = f"{wanted}-{number}"
        self._next[wanted] = number + 1
        self._taken.add(candidate)
        return candidate

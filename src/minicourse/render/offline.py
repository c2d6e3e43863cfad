"""A site that browsers may keep: the service worker that knows every file of it, and the web app manifest."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping

from minicourse.model.course import Course
from minicourse.render.icon import icon_png
from minicourse.render.theme import Theme, hashed
from minicourse.render.urls import HOME, MANIFEST, MISSING, WORKER
from minicourse.render.words import direction

MOST_KEPT = 20 * 1024 * 1024
"""How many bytes a browser keeps without being asked for each file; above it the author's own files, and then the
pages, are kept when they are visited."""
ACCENT, PAPER = "#006465", "#fcfaf6"
"""The colours of the window of an installed course: the accent where a course sets none, and the theme's paper."""

_FOR_MACHINES = (".md", ".txt", ".xml", ".nojekyll")


class Kept:
    """Writes down the files of a site on their way to it: which a browser is to keep, and a digest of each."""

    def __init__(self) -> None:
        self._groups: tuple[dict[str, str], ...] = ({}, {}, {})
        self._sizes = [0, 0, 0]

    def noting(self, files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
        """The same files, noted."""
        for path, data in files:
            if not path.endswith(_FOR_MACHINES):
                group = _group(path)
                self._groups[group][path] = file_digest(data)
                self._sizes[group] += len(data)
            yield path, data

    @property
    def size(self) -> int:
        """How many bytes all of them have."""
        return sum(self._sizes)

    def known(self) -> Mapping[str, object]:
        """What the service worker has to know of them."""
        at_once = max(number for number in (1, 2, 3) if number == 1 or sum(self._sizes[:number]) <= MOST_KEPT)
        groups = [dict(sorted(group.items())) for group in self._groups]
        return {"GROUPS": groups, "KEPT": at_once, "SIZE": self.size}


def service_worker(theme: Theme, course: Course, kept: Kept | None) -> tuple[str, bytes]:
    """The service worker, last of all files. Where nothing is to be kept it is one that takes away what an earlier one
    has kept: browsers that had that look for it by themselves."""
    if kept is None:
        return WORKER, theme.worker("worker/leave", {})
    return WORKER, theme.worker("worker/keep", {"COURSE": course.id, **kept.known()})


def installation(course: Course, icon: str, hue: int) -> Iterator[tuple[str, bytes]]:
    """The web app manifest, whose addresses are seen from itself, and the icons in pixels that it names: some systems
    show no SVG."""
    pixels = [
        (hashed(f"icon-{name}.png", icon_png(course.id, hue, size, maskable)), size, "maskable" if maskable else "any")
        for name, size, maskable in (("192", 192, False), ("512", 512, False), ("cut", 512, True))
    ]
    yield from (file for file, _, _ in pixels)
    icons = [{"src": icon, "sizes": "any", "type": "image/svg+xml", "purpose": "any"}]
    icons += [
        {"src": path, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for (path, _), size, purpose in pixels
    ]
    stated = {
        "name": course.title,
        "short_name": _short(course.title),
        "description": course.description,
        "lang": course.language,
        "dir": direction(course.language),
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "theme_color": course.accent or ACCENT,
        "background_color": PAPER,
        "icons": icons,
    }
    text = json.dumps({name: value for name, value in stated.items() if value}, ensure_ascii=False, indent=1)
    yield MANIFEST, f"{text}\n".encode()


def file_digest(data: bytes) -> str:
    """A digest of a file as the service worker makes it: 72 bits of SHA-256, in letters that an address may hold."""
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()[:9]).decode()


def _group(path: str) -> int:
    """What every page needs; pages; the author's own files."""
    if path in (HOME, MISSING, MANIFEST) or path.startswith("assets/"):
        return 0
    return 1 if path.endswith(".html") else 2


def _short(title: str, most: int = 24) -> str:
    """As much of a title as stands under an icon: whole words."""
    if len(title) <= most:
        return title
    return title[: most + 1].rpartition(" ")[0] or title[:most]

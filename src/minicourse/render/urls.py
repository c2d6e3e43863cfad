"""Where each page stands in the site, and how one page points at another.

Every address ends in a file's name (`key-roles/index.html`), so that a site works from `file://` by a double
click as it does from a server; where a server answers, a script takes `index.html` off the links, and the
canonical address never has it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from urllib.parse import quote, urlsplit

from minicourse.model.course import Course, Unit
from minicourse.model.lesson import Lesson

HOME = "index.html"
MISSING = "404.html"
PRINT = "print/index.html"
GLOSSARY = "glossary/index.html"
REFERENCES = "references/index.html"
PROGRESS = "progress/index.html"
ACCESSIBILITY = "accessibility/index.html"
COVERAGE = "coverage/index.html"
REVIEW = "review/index.html"
CERTIFICATE = "certificate/index.html"
VERIFY = "verify/index.html"
MANIFEST = "manifest.webmanifest"
WORKER = "sw.js"


@dataclass(frozen=True, slots=True)
class Urls:
    """The addresses of one course."""

    base: str | None
    """Where the site is published, with a `/` at its end."""
    pages: Mapping[str, str]
    """Page of each source file and unit's folder, by its path relative to `content/`."""
    keys: Mapping[str, str]
    """Address and progress key of each lesson, without `index.html`, by its source path."""

    def to(self, target: str, page: str) -> str:
        """How `page` points at `target`, both files of the site. The page for missing ones is shown at any depth,
        so its addresses begin at the server's root when that is known."""
        if page == MISSING and self.base:
            return "/" + quote(urlsplit(self.base).path, safe="/%").lstrip("/") + _clean(quote(target))
        # Up to the top and down again: not the shortest, but the same for all pages of a folder, and cheap.
        return "../" * page.count("/") + _quoted(target)

    def absolute(self, target: str) -> str | None:
        """The published address of a file of the site, when the course's address is known."""
        return self.base + _clean(quote(target)) if self.base else None


def urls(course: Course, base: str | None = None) -> Urls:
    """The addresses of a course, published at `base` or else at the address that the course names."""
    pages = {course.front_path: HOME, "": HOME}
    if course.terms:
        pages["glossary.yml"] = GLOSSARY
    if course.references:
        pages["references.bib"] = REFERENCES
    keys: dict[str, str] = {}
    for unit in course.units:
        pages[unit.path] = pages[f"{unit.path}/index.md"] = f"{unit.slug}/index.html"
    for unit_or_none, lesson in course.placed_lessons():
        keys[lesson.path] = lesson_key(unit_or_none, lesson)
        pages[lesson.path] = f"{keys[lesson.path]}/index.html"
    return Urls(base or course.url, pages, keys)


def lesson_key(unit: Unit | None, lesson: Lesson) -> str:
    """The lesson's address without `index.html`; its progress is stored under it."""
    return f"{unit.slug}/{lesson.slug}" if unit else lesson.slug


@cache
def _quoted(target: str) -> str:
    return quote(target)


def _clean(target: str) -> str:
    return target.removesuffix("index.html") if target == HOME or target.endswith("/index.html") else target

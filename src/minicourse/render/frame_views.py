"""What a template may see of the frame of a page: its head, what all pages share, and the ways through the course."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Preview:
    """A picture that stands beside a shared link."""

    url: str
    """Its absolute address."""
    width: int
    """In pixels."""
    height: int
    """In pixels."""
    alt: str
    """What it says: the title."""
    own: bool
    """Is it the author's own picture, and not a card that was drawn?"""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in the `<head>` of a page."""

    title: str
    """The page's title with the course's behind it, as the browser's tab shows it."""
    description: str
    """One sentence for search engines and link previews; may be empty."""
    csp: Markup
    """The Content-Security-Policy of the page."""
    stylesheets: tuple[str, ...]
    """Addresses of the stylesheets: that of all pages, then what this page has besides."""
    theme_script: str
    """Address of the tiny classic script that sets the chosen colour scheme before the first paint (no `defer`)."""
    scripts: tuple[str, ...]
    """Addresses of the classic scripts, to be loaded with `defer`, in this order."""
    script_words: Markup
    """The words that these scripts say, as JSON, for a `data-words` attribute in single quotes."""
    icon: str
    """Address of the course's icon (SVG)."""
    manifest: str | None
    """Address of the web app manifest, where browsers may keep the course off-line."""
    canonical: str | None
    """The page's absolute address, when the course's `url` is known."""
    json_ld: Markup | None
    """schema.org data, escaped for a `<script type="application/ld+json">`."""
    speculation_rules: Markup | None
    """What the browser may fetch before it is asked for, as JSON, on the pages that lead on."""
    kind: Literal["website", "article"]
    """The Open Graph type."""
    indexed: bool
    """False asks search engines to leave the page out (the 404 page, the print page)."""
    preview: Preview | None
    """The picture beside a link to the page that is shared, when the course's `url` is known."""
    locale: str | None
    """The language with its country as the Open Graph writes it, `pt_BR`, when the course names both."""


@dataclass(frozen=True, slots=True)
class CertificateLink:
    """How a page speaks of the certificate."""

    url: str
    """Address of its page."""
    verify: str
    """Address of the page that checks one."""
    asked: Markup
    """What it takes, as JSON for a `data-certificate` attribute in single quotes: the keys of lessons, the names of
    quizzes."""
    quizzes: tuple[str, ...]
    """The names of the quizzes that must be passed."""


@dataclass(frozen=True, slots=True)
class SiteView:
    """What all pages of a course share."""

    course_id: str
    """The course's stable id; the learner's progress is stored under it."""
    title: str
    """The course's title."""
    language: str
    """The course's language, a BCP 47 tag."""
    direction: Literal["ltr", "rtl"]
    """Reading direction of that language."""
    version: str
    """The course's own version, as its author wrote it; may be empty."""
    authors: tuple[str, ...]
    """Who wrote the course."""
    licence: str
    """The course's licence, as its author wrote it; may be empty."""
    licence_url: str | None
    """Where that licence can be read, when it is a well-known one."""
    home: str
    """Address of the course's front page."""
    glossary: str | None
    """Address of the glossary page, when the course has one."""
    references: str | None
    """Address of the page of references, when the course has one."""
    print: str
    """Address of the page that holds the whole course for printing."""
    progress: str | None = None
    """Address of the page of the learner's own progress."""
    review: str | None = None
    """Address of the page on which questions are asked again, when the course has questions for it."""
    accessibility: str | None = None
    """Address of the accessibility report, when one is made."""
    coverage: str | None = None
    """Address of the coverage page, when one is made."""
    search: str | None = None
    """Address of the index of the search, a script, where there is a search."""
    certificate: CertificateLink | None = None
    """The certificate, when the course has one."""


@dataclass(frozen=True, slots=True)
class LessonLink:
    """A lesson as navigation shows it."""

    title: str
    """The lesson's title."""
    url: str
    """Its address, relative to the page."""
    key: str
    """The name under which its progress is stored."""
    number: int
    """Its place in the whole course, from 1."""
    current: bool
    """Is it the page being read?"""
    summary: str
    """What it is about, one sentence; may be empty."""
    minutes: int
    """About how long it takes."""
    questions: int
    """How many questions it asks."""
    steps: int
    """What progress counts: its questions, and each quiz as one."""
    digest: str
    """Digest of what the lesson says: progress remembers which wording was completed."""
    after: str | None = None
    """The key of the lesson that it waits for, in a course whose lessons open one after the other."""
    needs: int = 0
    """How many questions of that lesson must be answered rightly; none where it must be complete."""


@dataclass(frozen=True, slots=True)
class UnitLink:
    """A unit as navigation shows it, its lessons on its own pages only: navigation doesn't grow with the course."""

    title: str
    """The unit's title."""
    url: str
    """Address of its page."""
    current: bool
    """Is the page being read this unit's own page?"""
    open: bool
    """Does the page being read belong to this unit?"""
    lessons: tuple[LessonLink, ...]
    """Its lessons when it is open (all of them on the home page's outline), else none."""
    minutes: int
    """About how long all of it takes."""
    lesson_count: int
    """How many lessons it has."""


@dataclass(frozen=True, slots=True)
class Navigation:
    """The way through the course, as seen from one page."""

    entries: tuple[LessonLink | UnitLink, ...]
    """Units and lessons in order; test with `entry.lessons is defined`."""
    more: str | None
    """Address of the full list, when the course is too long to list here."""
    lesson_count: int
    """How many lessons the course has."""
    keys: str
    """The progress keys of all lessons listed, space-separated, for the script that counts complete ones."""


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the breadcrumbs."""

    title: str
    """Text of the step."""
    url: str | None
    """Its address; none for the page itself."""

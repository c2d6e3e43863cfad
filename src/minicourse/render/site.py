"""Course to site: every file of it, as a path and its bytes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from minicourse.check.coverage import coverage
from minicourse.images import RASTER_SUFFIXES, BadImage, raster_size, svg_size
from minicourse.model.course import Course
from minicourse.model.targets import resolve
from minicourse.problems import Problem
from minicourse.project import Project
from minicourse.render import urls as addresses
from minicourse.render.accessibility import report_on
from minicourse.render.assets import (
    CERTIFICATE,
    COVERAGE,
    LOCK,
    LOCKS,
    OFFLINE,
    PAGEFIND,
    PROGRESS,
    QR,
    VERIFY,
)
from minicourse.render.bundles import block_bundles, blocks_on_paper
from minicourse.render.colour import oklch_hue
from minicourse.render.companion import certificate_page, progress_page, review_page, verify_page
from minicourse.render.cover import icon_svg
from minicourse.render.coverage import coverage_page
from minicourse.render.machine_files import llms_txt, markdown_twin, sitemap, twin_path
from minicourse.render.offline import Kept, installation, service_worker
from minicourse.render.pagefind import pagefind_files
from minicourse.render.pages import DEFAULT_HUE, Index, Pages
from minicourse.render.previews import Previews
from minicourse.render.search import searched
from minicourse.render.search_index import short_index, whole_index
from minicourse.render.terms import definitions
from minicourse.render.theme import Theme, hashed

File = tuple[str, bytes]
"""A file of the site: its path with `/` between folders, and its bytes."""


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What a build may say of the site besides what the course says."""

    base_url: str | None = None
    """Where it will be published, ending in `/`; overrules the course's own `url`."""
    accessibility_report: bool = False
    """Is a page to say how the course meets WCAG?"""
    coverage: bool = False
    """Is a page to show what the course teaches, practises and tests? The preview always has it."""
    preview: bool = False
    """Is it only shown while it is written? Then no browser keeps it, whatever the course says."""


def render_site(
    course: Course, project: Project, settings: SiteSettings | None = None, findings: Sequence[Problem] = ()
) -> Iterator[File]:
    """Every file of the site, pages last, so that whoever writes them one by one never shows a page without its style,
    and the service worker, which knows all of them, after those.

    The course has no errors; `findings` are what else the check has to say of it.
    Raises `jinja2.TemplateError` when a template of the author's has one.
    """
    settings = settings or SiteSettings()
    theme = theme_of(course, project)
    icon = hashed("icon.svg", icon_of(course).encode())
    urls = addresses.urls(course, settings.base_url)
    linked = dict(linked_files(course, project, bool(urls.base)))
    report = report_on(course, findings) if settings.accessibility_report else None
    previews = Previews(course, urls, hue_of(course), linked)
    index = _search(course, urls, theme)
    kept = Kept() if course.offline and not settings.preview else None
    known = Index(index[0][0], len(index) > 1)
    matrix = coverage(course) if settings.coverage or settings.preview else None
    sizes = picture_sizes(linked)
    pages = Pages(course, urls, theme, icon[0], sizes, previews, known, report, matrix, kept is not None)
    files = _files(pages, theme, [icon, *index], linked)
    yield from kept.noting(files) if kept else files
    yield service_worker(theme, course, kept)


def _files(pages: Pages, theme: Theme, made: Iterable[File], linked: Mapping[str, bytes]) -> Iterator[File]:
    """All files but the service worker; `made` are those that are made already."""
    course, urls = pages.course, pages.urls
    yield from made
    if pages.kept:
        yield from installation(course, pages.icon, hue_of(course))
    yield from theme.assets.values()
    asked = {bundle for lesson in course.lessons for bundle in pages.bundles(lesson)}
    asked |= {*pages.front_bundles(), PROGRESS, QR}
    asked |= {LOCK, LOCKS} if course.unlock != "open" else set()
    asked |= {CERTIFICATE, VERIFY} if course.certificate else set()
    asked |= {OFFLINE} if pages.kept else set()
    asked |= {COVERAGE} if pages.coverage else set()
    texts = [body for _, body in course.bodies()]
    asked |= {bundle for body in texts for bundle in block_bundles(body)} | set(blocks_on_paper(texts))
    if pages.review:
        yield pages.review.index
        yield from pages.review.banks
        asked |= set(pages.review_bundles)
    yield from sorted({file for bundle in asked for file in theme.files(bundle)})
    yield from linked.items()
    yield ".nojekyll", b""
    for lesson in course.lessons:
        yield twin_path(urls.pages[lesson.path]), markdown_twin(lesson, urls, theme.words).encode()
    yield "llms.txt", llms_txt(course, urls, theme.words).encode()
    listed = dict.fromkeys(urls.pages.values())
    listed |= dict.fromkeys([addresses.REVIEW] if pages.review else [])
    listed |= dict.fromkeys([addresses.CERTIFICATE] if course.certificate else [])
    map_of_site = sitemap(urls, list(listed))
    if map_of_site is not None:
        yield "sitemap.xml", map_of_site.encode()
    yield from _pages(pages, theme)


def _search(course: Course, urls: addresses.Urls, theme: Theme) -> list[File]:
    """The index of the search, and where it can't hold the text, what Pagefind makes of it."""
    found = searched(course, urls)
    is_long = course.pagefind_above is not None and len(course.lessons) > course.pagefind_above
    whole = None if is_long else whole_index(found)
    pieces = None if whole else pagefind_files(found, course.language)
    if pieces:
        (script,) = theme.files(PAGEFIND)
        index = short_index(found, script[0].removeprefix("assets/"))
        return [hashed("search-index.js", index.encode()), script, *pieces.items()]
    index = whole or (is_long and whole_index(found)) or short_index(found)
    return [hashed("search-index.js", index.encode())]


def _pages(pages: Pages, theme: Theme) -> Iterator[File]:
    course = pages.course
    yield from pages.previews.cards()
    for lesson in course.lessons:
        yield from pages.previews.cards(lesson)
        yield pages.urls.pages[lesson.path], theme.render("lesson.html", pages.lesson(lesson)).encode()
    for unit in course.units:
        yield pages.urls.pages[unit.path], theme.render("unit.html", pages.unit(unit)).encode()
    if course.terms:
        yield addresses.GLOSSARY, theme.render("glossary.html", pages.glossary()).encode()
    if course.references:
        yield addresses.REFERENCES, theme.render("references.html", pages.references()).encode()
    if pages.review:
        yield addresses.REVIEW, theme.render("review.html", review_page(pages, pages.review)).encode()
    if pages.report:
        yield addresses.ACCESSIBILITY, theme.render("accessibility.html", pages.accessibility(pages.report)).encode()
    if pages.coverage:
        yield addresses.COVERAGE, theme.render("coverage.html", coverage_page(pages, pages.coverage)).encode()
    if course.certificate:
        yield addresses.CERTIFICATE, theme.render("certificate.html", certificate_page(pages)).encode()
        yield addresses.VERIFY, theme.render("verify.html", verify_page(pages)).encode()
    yield addresses.PROGRESS, theme.render("progress.html", progress_page(pages)).encode()
    yield addresses.PRINT, theme.render("print.html", pages.print()).encode()
    yield addresses.MISSING, theme.render("404.html", pages.missing()).encode()
    yield addresses.HOME, theme.render("course.html", pages.home()).encode()


def theme_of(course: Course, project: Project) -> Theme:
    """The theme of a course, in its language and its colour, with what its scripts have to know of it."""
    hue = oklch_hue(course.accent) if course.accent else None
    return Theme.of(project.root / "templates", course.language, hue, {"terms": {"terms": definitions(course)}})


def hue_of(course: Course) -> int:
    """The hue of a course's accent, in degrees."""
    return oklch_hue(course.accent) if course.accent else DEFAULT_HUE


def icon_of(course: Course) -> str:
    """The icon of a course, SVG, in its colour."""
    return icon_svg(course.id, hue_of(course))


def linked_files(course: Course, project: Project, shared: bool = False) -> Iterator[File]:
    """The author's own files that some text points at: pictures, documents; and where links to lessons can be `shared`
    with a picture, the pictures of lessons."""
    links = [(path, link) for path, body in course.bodies() for link in body.links]
    links += [(path, link) for path, link in course.images() if shared or link is course.image]
    paths = set()
    for path, link in links:
        target = resolve(link.target, path)
        if target is not None and target.path in course.files:
            paths.add(target.path)
    texts = {path for path in paths if path.endswith(".md") or path in ("course.yml", "glossary.yml", "references.bib")}
    for path in sorted(paths - texts):
        data = project.read_bytes(f"content/{path}")
        if not isinstance(data, Problem):
            yield path, data


def picture_sizes(files: Mapping[str, bytes]) -> dict[str, tuple[int, int]]:
    """Width and height of each picture that has one, so that a page doesn't jump when it arrives."""
    sizes = {}
    for path, data in files.items():
        suffix = os.path.splitext(path)[1].lower()
        try:
            size = svg_size(data) if suffix == ".svg" else raster_size(data) if suffix in RASTER_SUFFIXES else None
        except BadImage:
            continue
        if size:
            sizes[path] = size
    return sizes

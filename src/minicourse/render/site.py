"""Course to site: every file of it, as a path and its bytes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from minicourse.images import RASTER_SUFFIXES, BadImage, raster_size, svg_size
from minicourse.model.course import Course
from minicourse.model.targets import resolve
from minicourse.problems import Problem
from minicourse.project import Project
from minicourse.render import urls as addresses
from minicourse.render.accessibility import report_on
from minicourse.render.colour import oklch_hue
from minicourse.render.cover import icon_svg
from minicourse.render.machine_files import llms_txt, markdown_twin, sitemap, twin_path
from minicourse.render.pages import DEFAULT_HUE, Pages
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


def render_site(
    course: Course, project: Project, settings: SiteSettings | None = None, findings: Sequence[Problem] = ()
) -> Iterator[File]:
    """Every file of the site, pages last, so that whoever writes them one by one never shows a page without its style.

    The course has no errors; `findings` are what else the check has to say of it.
    Raises `jinja2.TemplateError` when a template of the author's has one.
    """
    settings = settings or SiteSettings()
    hue = oklch_hue(course.accent) if course.accent else None
    theme = Theme.of(project.root / "templates", course.language, hue)
    icon = hashed("icon.svg", icon_svg(course.id, DEFAULT_HUE if hue is None else hue).encode())
    linked = dict(_linked_files(course, project))
    urls = addresses.urls(course, settings.base_url)
    report = report_on(course, findings) if settings.accessibility_report else None
    pages = Pages(course, urls, theme, icon[0], _sizes(linked), report)

    yield icon
    yield from theme.assets.values()
    yield from sorted(pages.bundles.assets())
    yield from linked.items()
    yield ".nojekyll", b""
    for lesson in course.lessons:
        yield twin_path(urls.pages[lesson.path]), markdown_twin(lesson, urls).encode()
    yield "llms.txt", llms_txt(course, urls).encode()
    listed = list(dict.fromkeys(urls.pages.values()))
    map_of_site = sitemap(urls, listed)
    if map_of_site is not None:
        yield "sitemap.xml", map_of_site.encode()
    yield from _pages(pages, theme)


def _pages(pages: Pages, theme: Theme) -> Iterator[File]:
    course = pages.course
    for lesson in course.lessons:
        yield pages.urls.pages[lesson.path], theme.render("lesson.html", pages.lesson(lesson)).encode()
    for unit in course.units:
        yield pages.urls.pages[unit.path], theme.render("unit.html", pages.unit(unit)).encode()
    if course.terms:
        yield addresses.GLOSSARY, theme.render("glossary.html", pages.glossary()).encode()
    if course.references:
        yield addresses.REFERENCES, theme.render("references.html", pages.references()).encode()
    if pages.report:
        yield addresses.ACCESSIBILITY, theme.render("accessibility.html", pages.accessibility(pages.report)).encode()
    yield addresses.PRINT, theme.render("print.html", pages.print()).encode()
    yield addresses.MISSING, theme.render("404.html", pages.missing()).encode()
    yield addresses.HOME, theme.render("course.html", pages.home()).encode()


def _linked_files(course: Course, project: Project) -> Iterator[File]:
    """The author's own files that some text points at: pictures, documents."""
    paths = set()
    for path, body in course.bodies():
        for link in body.links:
            target = resolve(link.target, path)
            if target is not None and target.path in course.files:
                paths.add(target.path)
    texts = {path for path in paths if path.endswith(".md") or path in ("course.yml", "glossary.yml", "references.bib")}
    for path in sorted(paths - texts):
        data = project.read_bytes(f"content/{path}")
        if not isinstance(data, Problem):
            yield path, data


def _sizes(files: Mapping[str, bytes]) -> dict[str, tuple[int, int]]:
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

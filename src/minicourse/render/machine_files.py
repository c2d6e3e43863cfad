"""Files for machines: the sitemap, `llms.txt`, and a Markdown twin of each lesson."""

from __future__ import annotations

import posixpath
import re
from html import escape
from urllib.parse import quote, unquote

from minicourse.model.course import Course
from minicourse.model.lesson import Lesson
from minicourse.model.targets import relinked, resolve
from minicourse.render.urls import Urls
from minicourse.render.words import Words


def sitemap(urls: Urls, pages: list[str]) -> str | None:
    """`sitemap.xml` for the given pages; none when the course's address isn't known."""
    if urls.base is None:
        return None
    listed = "".join(f"<url><loc>{escape(urls.absolute(page) or '')}</loc></url>\n" for page in pages)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{listed}</urlset>\n'
    )


def twin_path(page: str) -> str:
    """Where the Markdown twin of a lesson's page stands."""
    return page.removesuffix("index.html") + "index.md"


def markdown_twin(lesson: Lesson, urls: Urls, words: Words) -> str:
    """The lesson as Markdown, its title and objectives as text, its links leading to other twins and files."""
    page = urls.pages[lesson.path]
    lines = [f"# {lesson.title}", ""]
    lines += [lesson.summary, ""] if lesson.summary else []
    aims = [f"- {objective.text}" for objective in lesson.objectives]
    lines += [words("after_lesson"), "", *aims, ""] if aims else []
    return "\n".join(lines) + "\n" + _relinked(lesson, urls, page)


def llms_txt(course: Course, urls: Urls, words: Words) -> str:
    """`llms.txt`: what the course is, and where its lessons stand as Markdown."""
    lines = [f"# {course.title}", ""]
    lines += [f"> {course.description}", ""] if course.description else []
    lines += [f"## {words('lessons')}", ""]
    for lesson in course.lessons:
        twin = twin_path(urls.pages[lesson.path])
        summary = f": {lesson.summary}" if lesson.summary else ""
        title = re.sub(r"([\[\]])", r"\\\1", lesson.title)
        lines.append(f"- [{title}]({urls.absolute(twin) or twin}){summary}")
    return "\n".join(lines) + "\n"


def _relinked(lesson: Lesson, urls: Urls, page: str) -> str:
    """The lesson's text with each link to a source file leading to the same thing in the site."""
    replaced: dict[str, str] = {}
    for link in lesson.body.links:
        target = resolve(link.target, lesson.path)
        if target is None or link.target.startswith("#"):
            continue
        file = urls.pages.get(target.path, target.path)
        if target.path in urls.keys:
            file = twin_path(file)
        anchor = f"#{target.anchor}" if target.anchor else ""
        for written in (link.target, unquote(link.target)):
            replaced[written] = quote(posixpath.relpath(file, posixpath.dirname(page))) + anchor
    return relinked(lesson.markdown, replaced)

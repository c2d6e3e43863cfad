"""One lesson: a pure function from the text of a file to a `Lesson` and what is wrong with it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import TypeVar
from urllib.parse import quote

from minicourse.model.lesson import Lesson, Link, Objective
from minicourse.model.selection import Ignored, Selected, Selection
from minicourse.problems import Problem
from minicourse.read.body import read_text
from minicourse.read.frontmatter import Parts, split
from minicourse.read.shelf import EMPTY_SHELF, Shelf
from minicourse.schema.course_file import CourseFile
from minicourse.schema.lesson_file import IndexFile, LessonFile
from minicourse.schema.records import Record, validate
from minicourse.schema.yaml import Document, load

R = TypeVar("R", bound=Record)


def read_lesson(text: str, path: str, slug: str, shelf: Shelf = EMPTY_SHELF) -> tuple[Lesson, list[Problem]]:
    """Read the `text` of the file at `path` (relative to the project) whose address is `slug`, and what it includes
    from the `shelf`.

    There is always a lesson, made of what could be read, so that links to it are not reported as broken too.
    """
    parts, problems = split_leniently(text, path)
    header, document, found = read_header(LessonFile, parts, path)
    problems += found if not problems else []
    body, markdown, found = read_text(parts.text, path, parts.first_line, shelf)
    problems += found
    title = header.title if header else slug
    lesson = Lesson(
        path=path.removeprefix("content/"),
        span=document.span(("title",)),
        slug=slug,
        title=title,
        summary=header.summary if header else "",
        objectives=objectives(header.objectives if header else {}, document),
        tags=tuple(header.tags) if header else (),
        checked=header.checked if header else None,
        checked_span=document.span(("checked",)),
        image=image(header.image, document) if header else None,
        selection=selection(header, document),
        draft=header.draft if header else False,
        stated_minutes=header.minutes if header else None,
        presentation=header.presentation if header else None,
        body=body,
        markdown=markdown.strip("\n") + "\n",
        digest=digest(title, markdown),
    )
    return lesson, problems


def split_leniently(text: str, path: str) -> tuple[Parts, list[Problem]]:
    """The two parts of a file; where there is no header, a problem and all of the file as text."""
    parts = split(text, path)
    if isinstance(parts, Parts):
        return parts, []
    # Below an unclosed header nobody can tell settings from text: read neither.
    below = text if parts.code == "front-matter-missing" else ""
    return Parts("", below, 1), [parts]


def read_header(record: type[R], parts: Parts, path: str) -> tuple[R | None, Document, list[Problem]]:
    """The front matter as a typed record, with the places of its values."""
    document = load(parts.header, path, first_line=2)
    header, problems = validate(record, document)
    return header, document, problems


def objectives(listed: Mapping[str, str], document: Document) -> tuple[Objective, ...]:
    """The objectives of a header or of `course.yml`, with their places."""
    return tuple(Objective(name, text, document.keys["objectives", name]) for name, text in listed.items())


def selection(header: CourseFile | LessonFile | IndexFile | None, document: Document) -> Selection:
    """The rules that a header or `course.yml` sets aside or asks for, with their places."""
    if header is None:
        return Selection()
    ignored = tuple(
        Ignored(code, why, document.keys["ignore", code], document.span(("ignore", code)).end)
        for code, why in header.ignore.items()
    )
    if header.select is None:
        return Selection(ignored)
    places = (document.span(("select", number)) for number in range(len(header.select)))
    return Selection(ignored, tuple(map(Selected, header.select, places)))


def image(path: str | None, document: Document) -> Link | None:
    """The picture that a setting `image` names. It decorates: all that it may say is said by the title beside it."""
    return Link(quote(path, safe="/:"), "", "decoration", document.span(("image",))) if path else None


def digest(*texts: str) -> str:
    """A short digest of some texts: 12 hexadecimal digits."""
    joined = "\0".join(" ".join(text.split()) for text in texts)
    return hashlib.blake2b(joined.encode(), digest_size=6).hexdigest()

"""Where a name comes from, and where it stands besides."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterator
from itertools import chain

from minicourse.lsp.names import Name, names_in
from minicourse.model.course import Course
from minicourse.model.lesson import Lesson
from minicourse.model.questions import Question
from minicourse.model.quiz import Quiz
from minicourse.model.targets import Target, is_fragment, resolve
from minicourse.problems import Span
from minicourse.project import MAX_LIST_BYTES, MAX_TEXT_BYTES, Project
from minicourse.slugs import slug

TextOf = Callable[[str], str]
"""The text of a file as it is now, by its path relative to the project; empty where it can't be read."""

_LISTS = ("content/course.yml", "content/glossary.yml", "content/references.bib")


def text_of(project: Project) -> TextOf:
    """Reads the texts of a project."""

    def read(path: str) -> str:
        text = project.read_text(path, MAX_LIST_BYTES if path in _LISTS else MAX_TEXT_BYTES)
        return text if isinstance(text, str) else ""

    return read


def texts_of(project: Project) -> Iterator[tuple[str, str]]:
    """Every text of a project by its path: also of drafts, and of fragments that nothing includes."""
    read = text_of(project)
    for folder, folders, names in os.walk(project.content):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = (project.content / os.path.relpath(folder, project.content) / name).relative_to(project.root)
            if path.suffix == ".md" or path.as_posix() in _LISTS:
                yield path.as_posix(), read(path.as_posix())


def named(name: str, course: Course) -> tuple[Lesson, Question | Quiz] | None:
    """The question or quiz of a name, and its lesson."""
    for lesson in course.lessons:
        listed: list[Question | Quiz] = [*lesson.body.questions, *lesson.body.quizzes]
        for one in listed:
            if one.name == name:
                return lesson, one
    return None


def definition(name: Name, path: str, course: Course, read: TextOf) -> Span | None:
    """Where a name that stands in the file at a path, relative to the project, comes from, if anywhere."""
    match name.kind:
        case "objective":
            spans = [one.span for lesson in _taught_first(course) for one in lesson.objectives if one.name == name.text]
            spans += [one.span for one in course.objectives if one.name == name.text]
            own = [span for span in spans if span.path == path]
            return _now(name, [*own, *spans], read)
        case "question":
            found = named(name.text, course)
            return _now(name, [found[1].span] if found else [], read)
        case "term":
            wanted = slug(name.text)
            return _now(name, [term.span for term in course.terms if term.anchor == wanted], read)
        case "citation":
            reference = course.references.get(name.text)
            return _now(name, [reference.span] if reference else [], read)
        case "link":
            target = resolve(name.text, path.removeprefix("content/"))
            return _target(target, course) if target else None
        case "fragment":
            here = posixpath.dirname(path.removeprefix("content/"))
            file = name.text.lstrip("/") if name.text.startswith("/") else posixpath.join(here, name.text)
            return _file(posixpath.normpath(file), course)
    return None


def _taught_first(course: Course) -> list[Lesson]:
    """The lessons in order, but tests, which teach nothing, last."""
    return sorted(course.lessons, key=lambda lesson: lesson.is_test)


def _now(name: Name, spans: list[Span], read: TextOf) -> Span | None:
    """Where the first of these places is by now: the text may have changed since the course was read."""
    if not spans:
        return None
    path = spans[0].path
    wanted = slug(name.text) if name.kind == "term" else name.text
    for one in names_in(path, read(path)):
        if one.kind == name.kind and one.defines and wanted in (one.text, slug(one.text)):
            return one.span(path)
    return spans[0]


def _target(target: Target, course: Course) -> Span | None:
    """The heading, the question or the file to which a link leads."""
    bodies = dict(course.bodies())
    page = next((page for page in (target.path, posixpath.join(target.path, "index.md")) if page in bodies), None)
    if page is None:
        return _file(target.path, course)
    headings = (heading.span for heading in bodies[page].headings if heading.anchor == target.anchor)
    listed: list[Question | Quiz] = [*bodies[page].questions, *bodies[page].quizzes]
    questions = (one.span for one in listed if one.name and one.name == target.anchor)
    terms = (term.span for term in course.terms if page == "glossary.yml" and term.anchor == target.anchor)
    return next(chain(headings, questions, terms), Span.start_of(f"content/{page}"))


def _file(path: str, course: Course) -> Span | None:
    return Span.start_of(f"content/{path}") if path in course.files else None


def occurrences(name: Name, course: Course, project: Project) -> Iterator[tuple[str, Name]]:
    """Every place in a project where an objective, a question, a term or a citation is named; for a link to a question,
    the part that names it."""
    wanted = slug(name.text) if name.kind == "term" else name.text
    # Most texts don't have it; a term may be written in another way.
    texts = ((path, text) for path, text in texts_of(project) if name.kind == "term" or name.text in text)
    found = [(path, list(names_in(path, text))) for path, text in texts]
    pages = _pages_with(name.text, course)
    # Where the course couldn't read it, or didn't want to, the text still says what was meant.
    pages |= {path.removeprefix("content/") for path, names in found if any(_defines(one, name) for one in names)}
    for path, names in found:
        for one in names:
            if one.kind == name.kind and (slug(one.text) if one.kind == "term" else one.text) == wanted:
                yield path, one
            elif name.kind == "question" and one.kind == "link":
                anchor = _anchor(one, path.removeprefix("content/"), name.text, pages)
                yield from ((path, anchor),) if anchor else ()


def _defines(one: Name, name: Name) -> bool:
    """Does a question get its name here?"""
    return one.defines and one.kind == "question" and one.text == name.text


def meant(name: Name | None, path: str, course: Course) -> Name | None:
    """The same name; but where it is a link to a question, the part of it that names that."""
    if name is None or name.kind != "link":
        return name
    question = name.text.partition("#")[2]
    return _anchor(name, path.removeprefix("content/"), question, _pages_with(question, course)) or name


def _pages_with(name: str, course: Course) -> set[str]:
    """The pages on which a question stands, and with them the fragments that a link to it may stand in without naming
    the page."""
    pages: set[str] = set()
    for path, body in course.bodies():
        if any(one.name == name for one in body.questions) or any(one.name == name for one in body.quizzes):
            pages |= {path, *body.fragments}
    return pages


def _anchor(link: Name, path: str, name: str, pages: set[str]) -> Name | None:
    """The part of a link in the file at a path that names a question on one of these pages."""
    file, mark, anchor = link.text.partition("#")
    target = resolve(link.text, path)
    if not mark or anchor != name or target is None:
        return None
    inside = target.path in pages or posixpath.join(target.path, "index.md") in pages
    if not inside or (file and is_fragment(target.path)):
        return None
    return Name("question", name, link.line, link.start + len(file) + 1, link.end)

"""The files below `content/` to a `Course`."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from minicourse.model.course import Course, Reference, Term, Unit
from minicourse.model.lesson import Body, Lesson
from minicourse.model.selection import Selection, SetLimit
from minicourse.model.targets import is_fragment
from minicourse.problems import Problem, Span, sort
from minicourse.project import MAX_LIST_BYTES, MAX_TEXT_BYTES, Project
from minicourse.read.body import read_body
from minicourse.read.certificate import read_certificate
from minicourse.read.glossary import read_glossary
from minicourse.read.lesson import image, objectives, read_header, read_lesson, selection, split_leniently
from minicourse.read.references import read_references
from minicourse.read.shelf import Shelf, fragment_shelf
from minicourse.schema.course_file import CourseFile
from minicourse.schema.lesson_file import IndexFile
from minicourse.schema.records import validate
from minicourse.schema.yaml import Document, load
from minicourse.slugs import file_slug, slug

_COURSE, _FRONT, _GLOSSARY, _REFERENCES = "course.yml", "index.md", "glossary.yml", "references.bib"
_MISNAMED = re.compile(r"content/course\.ya?ml", re.IGNORECASE)
_LOSES_LESSONS = frozenset(("folder-too-deep", "no-lessons", "not-utf8", "outside-project", "unreadable-file"))
"""Problems that say already why a course seems to have no lessons."""
RESERVED_SLUGS = frozenset(
    """
    accessibility assets certificate coverage glossary index print progress references review search verify
    """.split()
)
"""Addresses that belong to the site itself, of pages that are made on request, too."""


ReadLesson = Callable[[str, str, str, Shelf], tuple[Lesson, list[Problem]]]
"""`read_lesson`, or something that gives the same."""


def read_course(project: Project, drafts: bool = False, read: ReadLesson = read_lesson) -> tuple[Course, list[Problem]]:
    """The course of a project, and everything that is wrong with its files, sorted.

    `drafts` keeps the lessons that are marked as such; lessons are read by `read`. Never raises for what a file holds.
    """
    reader = _Reader(project, drafts, read)
    course = reader.course()
    return course, sort(reader.problems)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file or folder below `content/`."""

    path: str
    """Relative to the project."""
    is_folder: bool

    @property
    def name(self) -> str:
        return PurePosixPath(self.path).name

    @property
    def order(self) -> tuple[float, str]:
        """By the number in front, then by name; those without a number last."""
        number, name = file_slug(PurePosixPath(self.path).stem if not self.is_folder else self.name)
        return (float("inf") if number is None else number, name)


class _Reader:
    """Reads one project, and collects what is wrong on the way."""

    def __init__(self, project: Project, drafts: bool, read: ReadLesson) -> None:
        self.project = project
        self.drafts = drafts
        self.read = read
        self.problems: list[Problem] = []
        self.left_out: list[Lesson] = []
        """Drafts."""
        self.files: set[str] = set()
        self.shelf = fragment_shelf(project)

    def course(self) -> Course:
        entries = list(self._entries("content"))
        header, document = self._course_file()
        front_header, of_front, front = self._index(f"content/{_FRONT}")
        outline = self._outline(entries)
        terms, definitions = self._glossary()
        references = self._references()
        title = header.title if header else "Untitled course"
        lost = any(problem.code in _LOSES_LESSONS for problem in self.problems)
        if not lost and not any(isinstance(entry, Lesson) or entry.lessons for entry in outline):
            help = "take `draft: true` out of one" if self.left_out else "write `content/01-first-lesson.md`"
            self.problems.append(
                Problem("no-lessons", "this course has no lessons", Span.start_of("content"), help=help)
            )
        return Course(
            id=(header.id if header else None) or slug(title) or "course",
            title=title,
            description=(header.description if header else "") or (front_header.summary if front_header else ""),
            language=header.language if header else "en",
            language_span=document.span(("language",)),
            audience=header.audience if header else "",
            authors=tuple(header.authors) if header else (),
            licence=header.licence if header else "",
            version=header.version if header else "",
            url=header.url if header else None,
            accent=header.accent if header else None,
            presentation=header.presentation if header else "page",
            image=image(header.image, document) if header else None,
            selection=_both(selection(header, document), of_front),
            limits=_limits(header, document) if header else (),
            unlock=header.unlock if header else "open",
            objectives=objectives(header.objectives, document) if header else (),
            front=front,
            front_path=_FRONT,
            outline=outline,
            terms=terms,
            definitions=definitions,
            references=references,
            embeds=tuple(header.embeds) if header else (),
            files=frozenset(path.removeprefix("content/") for path in self.files),
            pagefind_above=header.pagefind_above if header else None,
            certificate=read_certificate(header, document) if header else None,
            offline=header.offline if header else False,
            drafts=tuple(self.left_out),
        )

    def _entries(self, folder: str) -> Iterator[_Entry]:
        """What stands in a folder, in the order of the course; every plain file is noted as one that may be linked."""
        try:
            with os.scandir(self.project.root / folder) as found:
                names = sorted(entry.name for entry in found)
        except OSError as error:
            reason = (error.strerror or "unknown error").lower()
            span = Span.start_of(folder)
            if not is_fragment(folder):
                self.problems.append(Problem("unreadable-file", f"`{folder}` can't be read: {reason}", span))
            return
        entries = []
        for name in names:
            path = f"{folder}/{name}"
            if name.startswith("."):
                continue
            problem = self._unfit(path)
            if problem is None:
                entries.append(_Entry(path, (self.project.root / path).is_dir()))
            elif not is_fragment(path):
                # What is wrong with fragments, and what stands beside them, is told where a text asks for it.
                self.problems.append(problem)
        for entry in sorted(entries, key=lambda entry: entry.order):
            if not entry.is_folder:
                self.files.add(entry.path)
            # Fragments, and what stands beside them, are no pages; but they may be included, and linked.
            if not entry.name.startswith("_") or is_fragment(folder):
                yield entry
            elif entry.is_folder:
                list(self._files_below(entry))

    def _unfit(self, path: str) -> Problem | None:
        """Why a file or folder can't be a part of the course, if it can't."""
        if not _is_text(path):
            span = Span.start_of(path.encode("utf-8", "replace").decode())
            return Problem("not-utf8", "this file's name is not UTF-8", span, help="rename it")
        if not self.project.inside(path):
            message = f"`{path}` leads outside the project"
            return Problem("outside-project", message, Span.start_of(path), help="put the file itself there")
        return None

    def _text(self, path: str, limit: int = MAX_TEXT_BYTES) -> str | None:
        """A file's text; none, and a problem noted, when it can't be read."""
        text = self.project.read_text(path, limit)
        if isinstance(text, Problem):
            self.problems.append(text)
            return None
        return text

    def _course_file(self) -> tuple[CourseFile | None, Document]:
        """The course's settings, and the document in which they stand."""
        path = f"content/{_COURSE}"
        text = None
        if path in self.files:
            text = self._text(path)
        else:
            other = next((file for file in sorted(self.files) if _MISNAMED.fullmatch(file)), None)
            help = f"rename `{other}`" if other else "create it with one line: `title: …`"
            self.problems.append(
                Problem("course-file-missing", f"there is no `{path}`", Span.start_of(path), help=help)
            )
        document = load(text or "", path)
        header, problems = validate(CourseFile, document) if text is not None else (None, [])
        self.problems += problems
        return header, document

    def _index(self, path: str) -> tuple[IndexFile | None, Selection, Body]:
        """Header and text of an `index.md`, if there is one, and which rules it sets aside or asks for."""
        text = self._text(path) if path in self.files else None
        if text is None:
            return None, Selection(), Body()
        parts, problems = split_leniently(text, path)
        header, said = None, Selection()
        if not problems:
            header, document, problems = read_header(IndexFile, parts, path)
            said = selection(header, document)
        body, found = read_body(parts.text, path, parts.first_line, self.shelf)
        self.problems += problems + found
        return header, said, body

    def _outline(self, entries: list[_Entry]) -> tuple[Lesson | Unit, ...]:
        outline: list[Lesson | Unit] = []
        taken: dict[str, str] = dict.fromkeys(RESERVED_SLUGS, "")
        for entry in entries:
            if entry.is_folder:
                unit = self._unit(entry, taken)
                if unit is not None:
                    outline.append(unit)
            elif entry.name.endswith(".md") and entry.name != _FRONT:
                lesson = self._lesson(entry, taken)
                if lesson is not None:
                    outline.append(lesson)
        return tuple(outline)

    def _lesson(self, entry: _Entry, taken: dict[str, str]) -> Lesson | None:
        """A lesson; none when it can't be read or is a draft."""
        text = self._text(entry.path)
        if text is None:
            return None
        name = self._slug(entry, taken)
        lesson, problems = self.read(text, entry.path, name, self.shelf)
        if lesson.draft and not self.drafts:
            self.left_out.append(lesson)
            return None
        self.problems += problems
        return lesson

    def _unit(self, folder: _Entry, taken: dict[str, str]) -> Unit | None:
        """A unit; none for a folder without lessons, such as `images/`, or with drafts only."""
        entries = list(self._entries(folder.path))
        texts = [entry for entry in entries if entry.name.endswith(".md") and not entry.is_folder]
        too_deep = [self._inner_folder(entry) for entry in entries if entry.is_folder]
        if not texts:
            return None
        name = self._slug(folder, taken)
        inside: dict[str, str] = {}
        found = [self._lesson(entry, inside) for entry in texts if entry.name != _FRONT]
        index = f"{folder.path}/{_FRONT}"
        if not found and not any(too_deep):
            help = f"write a lesson beside it, such as `{folder.path}/01-first-lesson.md`"
            self.problems.append(Problem("no-lessons", "this unit has no lessons", Span.start_of(index), help=help))
        lessons = tuple(lesson for lesson in found if lesson)
        if not lessons:
            return None
        header, said, body = self._index(index)
        title = header.title if header else name.replace("-", " ").capitalize()
        summary = header.summary if header else ""
        return Unit(folder.path.removeprefix("content/"), name, title, summary, said, body, lessons)

    def _inner_folder(self, folder: _Entry) -> bool:
        """A folder inside a unit holds pictures and the like; a lesson in it, however deep, would be lost. Was there
        one? Of several, the first is told."""
        texts = [entry for entry in self._files_below(folder) if entry.name.endswith(".md")]
        if texts:
            lesson = next((entry for entry in texts if entry.name != _FRONT), texts[0])
            depth = lesson.path.count("/") - 1
            message = f"a lesson {'two' if depth == 2 else 'more than two'} folders deep"
            help = f"move it into `{'/'.join(lesson.path.split('/')[:2])}/`"
            if lesson.name == _FRONT:
                message, help = "a unit within a unit", "move its folder up, beside that of the other unit"
            self.problems.append(Problem("folder-too-deep", message, Span.start_of(lesson.path), help=help))
        return bool(texts)

    def _files_below(self, folder: _Entry, depth: int = 0) -> Iterator[_Entry]:
        """All files below, each noted on the way, so that links to it are known to lead somewhere."""
        for entry in self._entries(folder.path):
            if not entry.is_folder:
                yield entry
            elif depth < 8:
                yield from self._files_below(entry, depth + 1)

    def _slug(self, entry: _Entry, taken: dict[str, str]) -> str:
        """The entry's address, reported when it is not its own."""
        _, name = file_slug(entry.name if entry.is_folder else PurePosixPath(entry.path).stem)
        if name and name not in taken:
            taken[name] = entry.path
            return name
        span = Span.start_of(entry.path)
        if not name:
            message, help = "this name has no letters to make an address of", "rename it"
        elif taken[name]:
            message, help = f"`{taken[name]}` has the same address, `{name}/`", "rename one of the two"
        else:
            message, help = f"the address `{name}/` belongs to the site itself", "rename the file"
        self.problems.append(Problem("duplicate-slug", message, span, help=help))
        number = 2
        while f"{name}-{number}" in taken:
            number += 1
        taken[f"{name}-{number}"] = entry.path
        return f"{name}-{number}"

    def _glossary(self) -> tuple[tuple[Term, ...], Body]:
        path = f"content/{_GLOSSARY}"
        text = self._text(path, MAX_LIST_BYTES) if path in self.files else None
        if text is None:
            return (), Body()
        terms, definitions, problems = read_glossary(text, path)
        self.problems += problems
        return terms, definitions

    def _references(self) -> dict[str, Reference]:
        path = f"content/{_REFERENCES}"
        text = self._text(path, MAX_LIST_BYTES) if path in self.files else None
        if text is None:
            return {}
        references, problems = read_references(text, path)
        self.problems += problems
        return references


def _both(of_course: Selection, of_front: Selection) -> Selection:
    """What `course.yml` and the front page decide together; the former has the last word."""
    selected = of_front.selected if of_course.selected is None else of_course.selected
    return Selection((*of_course.ignored, *of_front.ignored), selected)


def _limits(header: CourseFile, document: Document) -> tuple[SetLimit, ...]:
    """The numbers that `course.yml` sets for rules, with their places."""
    return tuple(SetLimit(code, number, document.keys["limits", code]) for code, number in header.limits.items())


def _is_text(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True

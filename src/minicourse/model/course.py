"""A course: lessons, some of them in units, and what they share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from minicourse.model.certificate import Certificate
from minicourse.model.lesson import Body, Lesson, Link, Objective, Presentation
from minicourse.model.questions import Question
from minicourse.model.quiz import Quiz
from minicourse.model.selection import Selection, SetLimit
from minicourse.problems import Span


@dataclass(frozen=True, slots=True)
class Unit:
    """A folder of lessons."""

    path: str
    """The folder, relative to `content/`."""
    slug: str
    title: str
    summary: str
    selection: Selection
    """Which rules count in this folder."""
    body: Body
    """What the folder's `index.md` says."""
    lessons: tuple[Lesson, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary."""

    name: str
    anchor: str
    html: str
    """The definition, inline HTML."""
    span: Span


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of `references.bib`."""

    key: str
    kind: str
    """BibTeX's entry type: `article`, `book`, …"""
    authors: tuple[str, ...]
    """`Family, Given` or an institution's name."""
    fields: Mapping[str, str]
    """All other fields, in lower case, as plain text."""
    span: Span


@dataclass(frozen=True, slots=True)
class Course:
    """The whole: everything that the ways out need, and nothing about any of them."""

    id: str
    title: str
    description: str
    language: str
    language_span: Span
    """Where it is named, or where the settings begin that don't name it."""
    audience: str
    authors: tuple[str, ...]
    licence: str
    version: str
    url: str | None
    """Where the site is published, with a `/` at its end."""
    accent: str | None
    """The accent colour as `#rrggbb`."""
    presentation: Presentation
    """How its lessons are shown, unless one says otherwise."""
    image: Link | None
    """The author's own picture in place of the drawn cover."""
    selection: Selection
    """Which rules count in this course."""
    limits: tuple[SetLimit, ...]
    """Numbers by which rules decide, where the course sets others than minicourse."""
    unlock: Literal["open", "sequential", "mastery"]
    """Whether a lesson waits for the one before it: to be complete, or to be answered rightly."""
    objectives: tuple[Objective, ...]
    front: Body
    """What the front page says."""
    front_path: str
    """The front page's file, relative to `content/`."""
    outline: tuple[Lesson | Unit, ...]
    """Units and the lessons that are in none, in order."""
    terms: tuple[Term, ...]
    definitions: Body
    """All that the glossary's definitions point at."""
    references: Mapping[str, Reference]
    embeds: tuple[str, ...]
    """Hosts that run PeerTube, whose videos lessons may show."""
    files: frozenset[str]
    """Every other file below `content/`, relative to it: what links may point at."""
    pagefind_above: int | None = None
    """Of more lessons than this, Pagefind makes the index of the search; none: of more text than one file can hold."""
    certificate: Certificate | None = None
    """What the certificate takes, if there is one."""
    offline: bool = False
    """May browsers keep the whole course, so that it works without a connection?"""
    drafts: tuple[Lesson, ...] = ()
    """Lessons that are no part of it yet. What they use will be needed."""

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """All lessons in order."""
        return tuple(lesson for _, lesson in self.placed_lessons())

    @property
    def units(self) -> tuple[Unit, ...]:
        """All units in order."""
        return tuple(entry for entry in self.outline if isinstance(entry, Unit))

    def placed_lessons(self) -> Iterator[tuple[Unit | None, Lesson]]:
        """Each lesson in order, with the unit it belongs to."""
        for entry in self.outline:
            if isinstance(entry, Unit):
                yield from ((entry, lesson) for lesson in entry.lessons)
            else:
                yield None, entry

    def named_objectives(self) -> dict[str, Objective]:
        """All objectives by name, those of lessons first; the first where a name is used twice."""
        found: dict[str, Objective] = {}
        for objective in (*(one for lesson in self.lessons for one in lesson.objectives), *self.objectives):
            found.setdefault(objective.name, objective)
        return found

    def bank(self, quiz: Quiz, lesson: Lesson) -> tuple[tuple[Lesson, Question], ...]:
        """The questions that a quiz in this lesson draws from, each with its lesson: its own, then all other scored
        ones of its unit or of the course."""
        own = tuple((lesson, question) for question in quiz.questions)
        if quiz.source == "own":
            return own
        lessons = self.lessons
        if quiz.source == "unit":
            lessons = next((unit.lessons for unit in self.units if lesson in unit.lessons), ())
        known = {question.name for question in quiz.questions}
        others = ((other, question) for other in lessons for question in other.body.questions)
        return (*own, *((other, one) for other, one in others if one.scored and one.name not in known))

    def certified_quizzes(self) -> tuple[tuple[Lesson, Quiz], ...]:
        """The quizzes that must be passed for the certificate, each with its lesson, in the order of the course."""
        if self.certificate is None:
            return ()
        named = self.certificate.quizzes
        wanted = None if named is None else {mention.name for mention in named}
        return tuple(
            (lesson, quiz)
            for lesson in self.lessons
            for quiz in lesson.body.quizzes
            if quiz.pass_mark is not None and (wanted is None or quiz.name in wanted)
        )

    def certified_lessons(self) -> tuple[Lesson, ...]:
        """The lessons that must be complete for the certificate. Who has passed a test has completed the lesson that is
        nothing but this test."""
        if self.certificate is None or not self.certificate.complete:
            return ()
        passed = {quiz.name for _, quiz in self.certified_quizzes()}
        return tuple(
            lesson
            for lesson in self.lessons
            if not lesson.is_test or not passed.issuperset(quiz.name for quiz in lesson.body.quizzes)
        )

    def images(self) -> Iterator[tuple[str, Link]]:
        """The author's own pictures of the course and of lessons, each with the path, relative to `content/`, of the
        file that it is named in or of one beside that."""
        if self.image:
            yield self.front_path, self.image
        yield from ((lesson.path, lesson.image) for lesson in self.lessons if lesson.image)

    def bodies(self) -> Iterator[tuple[str, Body]]:
        """Each text of the course with its file's path, relative to `content/`."""
        yield self.front_path, self.front
        if self.terms:
            yield "glossary.yml", self.definitions
        for entry in self.outline:
            if isinstance(entry, Unit):
                yield f"{entry.path}/index.md", entry.body
                yield from ((lesson.path, lesson.body) for lesson in entry.lessons)
            else:
                yield entry.path, entry.body

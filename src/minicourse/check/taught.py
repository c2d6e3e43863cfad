"""What a course tells, as words that can be looked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from minicourse.check.plain import plain
from minicourse.model.course import Course
from minicourse.model.lesson import Lesson, Prose
from minicourse.model.questions import Choice, Flashcards, Question, Scenario
from minicourse.model.targets import resolve
from minicourse.problems import Span

EVERYWHERE = 30
"""What more lessons than this promise is taught by the course, and no lesson of it can be asked."""
BEGINNING = 4
"""By so many letters words are kept together."""

_MARKS = '.,;:!?()[]/*"“”„«»…–—-'


def words_of(text: str) -> list[str]:
    """The words of a text as they are written. Much faster than a pattern, for the text of a whole course."""
    for mark in _MARKS:
        text = text.replace(mark, " ")
    return text.split()


@dataclass(frozen=True)
class LessonText:
    """What the running text of a lesson says."""

    lesson: Lesson

    @cached_property
    def said(self) -> str:
        """Its words, lower case, each between two spaces, so that a part of it can be found."""
        html = " ".join(block.html for block in self.lesson.body.blocks if isinstance(block, Prose))
        return f" {' '.join(words_of(plain(html).lower()))} "


class Taught:
    """The lessons of a course by what they teach, and what else it tells."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self._texts = {lesson.path: LessonText(lesson) for lesson in course.lessons}
        self._asking = {question.span: lesson.path for lesson in course.lessons for question in lesson.body.questions}
        self._promising: dict[str, list[str]] = {}
        for lesson in course.lessons:
            for objective in lesson.objectives:
                self._promising.setdefault(objective.name, []).append(lesson.path)

    def teaching(self, question: Question) -> list[LessonText]:
        """Where what a question asks for is taught: in its own lesson, where its objective is promised, and where it
        points to. None where that can't be said."""
        promising = self._promising.get(question.objective or "", [])
        if question.span not in self._asking or len(promising) > EVERYWHERE:
            return []
        path = self._asking[question.span]
        target = resolve(question.see, path) if question.see else None
        pointed = [target.path] if target and target.path in self._texts else []
        return [self._texts[one] for one in dict.fromkeys([path, *promising, *pointed])]

    def tells_besides(self, beginning: str, question: Question) -> bool:
        """Does a word that begins so stand anywhere else: in the glossary, a title, a caption, another question?"""
        near = self._besides.get(beginning[:BEGINNING], {})
        return any(word.startswith(beginning) and where - {question.span} for word, where in near.items())

    @cached_property
    def _besides(self) -> dict[str, dict[str, set[Span | None]]]:
        """Words outside of running text with the questions that say them, by how they begin."""
        found: dict[str, dict[str, set[Span | None]]] = {}
        for html, place in self._told():
            for word in words_of(plain(html).lower()):
                found.setdefault(word[:BEGINNING], {}).setdefault(word, set()).add(place)
        return found

    def _told(self) -> Iterator[tuple[str, Span | None]]:
        """HTML of all that the course tells outside of running text, and of which question it is, if of one."""
        yield from ((f"{term.name} {term.html}", None) for term in self.course.terms)
        for lesson in self.course.lessons:
            yield from ((text, None) for text in (lesson.title, lesson.summary, *(o.text for o in lesson.objectives)))
        for _, body in self.course.bodies():
            yield from ((link.text, None) for link in body.links)
            for question in body.questions:
                yield from ((html, question.span) for html in _told_by(question))


def _told_by(question: Question) -> Iterator[str]:
    yield from (question.scenario_html, question.stem_html, question.explanation_html)
    if isinstance(question, Choice):
        yield from (f"{option.html} {option.feedback_html}" for option in question.options)
    if isinstance(question, Flashcards):
        yield from (f"{card.front_html} {card.back_html}" for card in question.cards)
    if isinstance(question, Scenario):
        yield from (f"{scene.title_html} {scene.html}" for scene in question.scenes)

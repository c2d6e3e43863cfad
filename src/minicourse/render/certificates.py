"""Course to certificate: what it takes and what it states, as its two pages show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from minicourse.model.course import Course
from minicourse.model.lesson import Lesson
from minicourse.render.certificate_views import AreaView, RequiredQuizView, StatementView
from minicourse.render.frame_views import CertificateLink
from minicourse.render.head import json_for_attribute
from minicourse.render.urls import CERTIFICATE, VERIFY, Urls
from minicourse.render.words import Words

MOST_AREAS = 16
"""How many rows of results fit on one printed page beside all else."""
MOST_TESTS = 4
"""How many results of tests do."""


@dataclass(frozen=True)
class Certificates:
    """Makes what the pages of a course with a certificate show of it."""

    course: Course
    urls: Urls
    words: Words

    @cached_property
    def _asked(self) -> dict[str, list[str]]:
        return {
            "lessons": [self.urls.keys[lesson.path] for lesson in self.course.certified_lessons()],
            "quizzes": [quiz.name for _, quiz in self.course.certified_quizzes()],
        }

    def link(self, page: str) -> CertificateLink | None:
        """How `page` speaks of the certificate; none where there is none."""
        if self.course.certificate is None:
            return None
        return CertificateLink(
            url=self.urls.to(CERTIFICATE, page),
            verify=self.urls.to(VERIFY, page),
            asked=json_for_attribute(self._asked),
            quizzes=tuple(self._asked["quizzes"]),
        )

    def tests(self, page: str) -> tuple[RequiredQuizView, ...]:
        """The quizzes that must be passed."""
        return tuple(
            RequiredQuizView(
                name=quiz.name,
                title=quiz.title or lesson.title,
                url=f"{self.urls.to(self.urls.pages[lesson.path], page)}#{quiz.name}",
                pass_mark=quiz.pass_mark or 0,
            )
            for lesson, quiz in self.course.certified_quizzes()
        )

    def statement(self, page: str) -> StatementView:
        """What a certificate states, as far as the course decides it."""
        tests = self.tests(page)
        done = "lessons" if not tests else "tests" if not self.course.certified_lessons() else "all"
        return StatementView(
            did=self.words(f"certificate_{done}", n=len(tests)),
            minutes=sum(lesson.minutes for lesson in self.course.lessons),
            published=self.urls.absolute(VERIFY) or "",
            tests=tests if len(tests) <= MOST_TESTS else (),
            areas=self._areas(),
        )

    def _areas(self) -> tuple[AreaView, ...]:
        """Results by objective; by lesson where those are too many for one page, or by unit; else none."""
        for rows in (self._by_objective, self._by_lesson, self._by_unit):
            areas = tuple(rows())
            if 0 < len(areas) <= MOST_AREAS:
                return areas
        return ()

    def _by_objective(self) -> Iterator[AreaView]:
        objectives = self.course.named_objectives()
        asked: dict[str, list[str]] = {name: [] for name in objectives}
        for lesson in self.course.lessons:
            for question in lesson.body.questions:
                if question.scored and question.objective in asked:
                    asked[question.objective].append(question.name)
        return (AreaView(name, objectives[name].text, " ".join(names)) for name, names in asked.items() if names)

    def _by_lesson(self) -> Iterator[AreaView]:
        for lesson in self.course.lessons:
            yield from self._area(self.urls.keys[lesson.path], lesson.title, [lesson])

    def _by_unit(self) -> Iterator[AreaView]:
        for unit in self.course.units:
            yield from self._area(unit.slug, unit.title, unit.lessons)

    def _area(self, name: str, title: str, lessons: Iterable[Lesson]) -> Iterator[AreaView]:
        names = [question.name for lesson in lessons for question in lesson.body.questions if question.scored]
        if names:
            yield AreaView(name, title, " ".join(names))

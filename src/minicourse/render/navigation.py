"""The way through the course, as seen from one page.

A page lists the units and the lessons of its own unit, and of each list no more than a screenful around the
reader's place: what navigation costs a page doesn't depend on how long the course is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from minicourse.model.course import Course, Unit
from minicourse.model.lesson import Lesson
from minicourse.render.frame_views import LessonLink, Navigation, UnitLink
from minicourse.render.urls import HOME, Urls

T = TypeVar("T")

MOST_LISTED = 50
"""How many lessons, and how many units, a page lists; the front page lists them all."""
MOST_OUTLINED = 500
"""In a longer course the front page lists units without their lessons."""


@dataclass(frozen=True)
class Navigator:
    """Makes links and navigation for the pages of one course."""

    course: Course
    urls: Urls

    @cached_property
    def places(self) -> dict[str, tuple[int, Unit | None, Lesson]]:
        """Number from 1, unit and lesson by the lesson's source path."""
        placed = self.course.placed_lessons()
        return {lesson.path: (number, unit, lesson) for number, (unit, lesson) in enumerate(placed, 1)}

    @cached_property
    def order(self) -> tuple[Lesson, ...]:
        """All lessons in order."""
        return self.course.lessons

    @cached_property
    def _unit_minutes(self) -> dict[str, int]:
        # Worked out once: every page lists every unit.
        return {unit.path: sum(lesson.minutes for lesson in unit.lessons) for unit in self.course.units}

    def lesson_link(self, lesson: Lesson, page: str) -> LessonLink:
        """A lesson as a link from `page`."""
        target = self.urls.pages[lesson.path]
        before = self.waits_for(lesson)
        return LessonLink(
            title=lesson.title,
            url=self.urls.to(target, page),
            key=self.urls.keys[lesson.path],
            number=self.places[lesson.path][0],
            current=target == page,
            summary=lesson.summary,
            minutes=lesson.minutes,
            questions=lesson.questions,
            steps=len(lesson.body.practice) + len(lesson.body.quizzes),
            digest=lesson.digest,
            after=self.urls.keys[before.path] if before else None,
            needs=self.needs(before) if before else 0,
        )

    def waits_for(self, lesson: Lesson) -> Lesson | None:
        """The lesson that must be done before this one opens."""
        place = self.places[lesson.path][0] - 1
        return self.order[place - 1] if place and self.course.unlock != "open" else None

    def needs(self, lesson: Lesson) -> int:
        """How many of its questions must be answered rightly before the next lesson opens; none where it must be
        complete, or asks nothing."""
        return sum(one.scored for one in lesson.body.practice) if self.course.unlock == "mastery" else 0

    def unit_link(self, unit: Unit, page: str, lessons: Sequence[Lesson] = (), open: bool = False) -> UnitLink:
        """A unit as a link from `page`, with those of its `lessons` that the page lists."""
        target = self.urls.pages[unit.path]
        return UnitLink(
            title=unit.title,
            url=self.urls.to(target, page),
            current=target == page,
            open=open,
            lessons=tuple(self.lesson_link(lesson, page) for lesson in lessons),
            minutes=self._unit_minutes[unit.path],
            lesson_count=len(unit.lessons),
        )

    def navigation(self, page: str, unit: Unit | None = None, lesson: Lesson | None = None) -> Navigation:
        """Navigation for the page of a lesson, of a unit, or of neither."""
        outline = self.course.outline
        here = unit or lesson
        listed = window(outline, outline.index(here) if here is not None else 0)
        entries: list[LessonLink | UnitLink] = []
        keys: list[str] = []
        shortened = len(listed) < len(outline)
        for entry in listed:
            if isinstance(entry, Lesson):
                entries.append(self.lesson_link(entry, page))
                keys.append(self.urls.keys[entry.path])
            elif entry is unit:
                place = unit.lessons.index(lesson) if lesson is not None else 0
                inside = window(unit.lessons, place)
                shortened = shortened or len(inside) < len(unit.lessons)
                entries.append(self.unit_link(entry, page, inside, open=True))
                keys += [self.urls.keys[found.path] for found in inside]
            else:
                entries.append(self.unit_link(entry, page))
        # The full list: the unit's page has its lessons, the front page has everything.
        full = self.urls.pages[unit.path] if unit and len(listed) == len(outline) else HOME
        more = self.urls.to(full, page) if shortened else None
        return Navigation(tuple(entries), more, len(self.places), " ".join(keys))

    def outline(self, page: str) -> tuple[LessonLink | UnitLink, ...]:
        """Every unit, and every lesson unless the course is very long: then a unit's page lists its own."""
        full = len(self.places) <= MOST_OUTLINED
        return tuple(
            self.lesson_link(entry, page)
            if isinstance(entry, Lesson)
            else self.unit_link(entry, page, entry.lessons if full else (), open=full)
            for entry in self.course.outline
        )

    def neighbours(self, lesson: Lesson, page: str) -> tuple[LessonLink | None, LessonLink | None]:
        """The lessons before and after."""
        place = self.places[lesson.path][0] - 1
        before = self.order[place - 1] if place > 0 else None
        after = self.order[place + 1] if place + 1 < len(self.order) else None
        return (
            self.lesson_link(before, page) if before else None,
            self.lesson_link(after, page) if after else None,
        )


def window(items: Sequence[T], place: int, size: int = MOST_LISTED) -> Sequence[T]:
    """At most `size` of the items, around the one at `place`."""
    start = max(0, min(place - size // 2, len(items) - size))
    return items[start : start + size]

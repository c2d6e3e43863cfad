"""What a course teaches, practises and tests: its objectives against its lessons and questions.

There is no score in it: whether two questions are enough for an objective, only its author knows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from minicourse.check.aims import level_of
from minicourse.check.languages import pack_of
from minicourse.model.course import Course
from minicourse.model.lesson import Lesson, Objective
from minicourse.model.questions import Question


@dataclass(frozen=True, slots=True)
class Row:
    """One objective."""

    objective: Objective
    level: str | None
    """What its verb asks for, in Bloom's revised taxonomy; none where the verb, or the language, is not known."""
    taught: tuple[Lesson, ...]
    """The lessons that promise it, in order; tests, which only ask, are none."""
    practised: tuple[Question, ...]
    """Questions in the text of lessons that ask for it."""
    tested: tuple[Question, ...]
    """Questions that a quiz or a final test may ask for it."""

    @property
    def points(self) -> int:
        """What all of its scored questions are worth, each counted once."""
        asked = {question.name: question for question in (*self.practised, *self.tested)}
        return sum(question.points for question in asked.values() if question.scored)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The whole matrix."""

    rows: tuple[Row, ...]
    """Every objective that a lesson promises, in the order of the course, each once."""
    lessons: tuple[Lesson, ...]
    unassigned: tuple[Question, ...]
    """Questions that ask for no objective."""

    @property
    def minutes(self) -> int:
        """About how long the course takes."""
        return sum(lesson.minutes for lesson in self.lessons)


def coverage(course: Course) -> Coverage:
    """The matrix of a course, as far as it could be read."""
    pack = pack_of(course.language)
    objectives: dict[str, Objective] = {}
    taught: dict[str, dict[str, Lesson]] = {}
    for lesson in course.lessons:
        for objective in lesson.objectives:
            objectives.setdefault(objective.name, objective)
            if not lesson.is_test:
                taught.setdefault(objective.name, {})[lesson.path] = lesson
    practised: dict[str | None, list[Question]] = {}
    for lesson in course.lessons:
        for question in lesson.body.practice:
            practised.setdefault(question.objective, []).append(question)
    banks = [course.bank(quiz, lesson) for lesson in course.lessons for quiz in lesson.body.quizzes]
    tested: dict[str | None, dict[str, Question]] = {}
    for _, question in (entry for bank in banks for entry in bank):
        tested.setdefault(question.objective, {}).setdefault(question.name, question)
    rows = tuple(
        Row(
            objective,
            level_of(objective, pack),
            tuple(taught.get(name, {}).values()),
            tuple(practised.get(name, ())),
            tuple(tested.get(name, {}).values()),
        )
        for name, objective in objectives.items()
    )
    loose = {question.name: question for question in (*practised.get(None, ()), *tested.get(None, {}).values())}
    return Coverage(rows, course.lessons, tuple(loose.values()))


def as_data(matrix: Coverage) -> dict[str, object]:
    """The matrix as JSON can hold it."""
    return {
        "minutes": matrix.minutes,
        "lessons": [
            {"path": lesson.path, "title": lesson.title, "minutes": lesson.minutes, "questions": lesson.questions}
            for lesson in matrix.lessons
        ],
        "objectives": [
            {
                "name": row.objective.name,
                "text": row.objective.text,
                "level": row.level,
                "taught": [lesson.path for lesson in row.taught],
                "practised": _names(row.practised),
                "tested": _names(row.tested),
                "points": row.points,
            }
            for row in matrix.rows
        ],
        "questions_without_objective": _names(matrix.unassigned),
    }


def _names(questions: Sequence[Question]) -> list[str]:
    return [question.name for question in questions]

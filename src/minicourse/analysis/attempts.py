"""First attempts: of each learner and question the first answer, graded anew by the course as it is today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import singledispatch

from minicourse.analysis.results import Fact
from minicourse.model.course import Course
from minicourse.model.questions import Choice, Gaps, Grade, Matching, Multiple, Ordering, PickGap, Question


@dataclass(frozen=True, slots=True)
class Attempt:
    """A learner's first answer to a question."""

    response: tuple[str, ...]
    """What was answered."""
    grade: Grade
    """What it is worth by the course of today."""
    sure: str
    """How sure the learner was, "1" to "3"; empty where nobody asked."""

    @property
    def score(self) -> float:
        """What it is worth, 0 to 1."""
        return self.grade.score or 0.0


@dataclass(slots=True)
class Answers:
    """What was answered to a question first."""

    question: Question
    attempts: dict[int, Attempt] = field(default_factory=dict)
    """Each learner's first attempt, by the learner's place in the list of learners."""
    left_open: int = 0
    """How many left it open, in a quiz, and saw the answer then."""
    looked: int = 0
    """How many looked at the answer before they tried."""
    unfit: int = 0
    """How many answers don't fit the question any more: it was another one when they were given."""
    regraded: int = 0
    """How many of the attempts the page called right and we call wrong, or the other way round: the key has changed."""


def scored_questions(course: Course) -> dict[str, Question]:
    """The questions that can be right or wrong by their names, in the order of the course."""
    found: dict[str, Question] = {}
    for _, body in course.bodies():
        for question in body.questions:
            if question.scored and question.name:
                found.setdefault(question.name, question)
    return found


def first_answers(
    questions: Mapping[str, Question], learners: Iterable[Iterable[Fact]], since: str = ""
) -> dict[str, Answers]:
    """What each learner answered first to each question, wherever it was asked: in a lesson, a quiz or a review.

    Whoever has seen the answer makes no first attempt any more. So the first entry decides: if it isn't an attempt, or
    was made before `since`, an ISO 8601 time, nothing of this learner counts for the question.
    """
    found = {name: Answers(question) for name, question in questions.items()}
    graded: dict[tuple[str, tuple[str, ...]], Grade] = {}
    for learner, facts in enumerate(learners):
        firsts: dict[str, Fact] = {}
        for fact in facts:
            if fact.question in found and (fact.question not in firsts or fact < firsts[fact.question]):
                firsts[fact.question] = fact
        for name, fact in firsts.items():
            if fact.at >= since:
                _note(found[name], learner, fact, graded)
    return found


def _note(answers: Answers, learner: int, fact: Fact, graded: dict[tuple[str, tuple[str, ...]], Grade]) -> None:
    """Count a first entry, as an attempt or as what it is instead."""
    question = answers.question
    if not fact.tried:
        answers.looked += 1
    elif not any(part.strip() for part in fact.response):
        answers.left_open += 1
    elif not fits(question, fact.response):
        answers.unfit += 1
    else:
        key = (question.name, fact.response)
        if key not in graded:
            graded[key] = question.grade(fact.response)
        answers.attempts[learner] = Attempt(fact.response, graded[key], fact.sure)
        answers.regraded += fact.told not in ("", "right" if graded[key].correct else "wrong")


@singledispatch
def fits(question: Question, response: tuple[str, ...]) -> bool:
    """Can this be a response to the question as it is today?"""
    return True


@fits.register
def _(question: Choice, response: tuple[str, ...]) -> bool:
    values = [str(place) for place in range(1, len(question.options) + 1)]
    one = len(question.key) == 1 and not isinstance(question, Multiple)
    return len(set(response)) == len(response) and set(response) <= set(values) and (len(response) == 1 or not one)


@fits.register
def _(question: Matching, response: tuple[str, ...]) -> bool:
    values = {"", *(str(place) for place in range(1, len(question.targets) + 1))}
    return len(response) == len(question.rows) and values.issuperset(response)


@fits.register
def _(question: Ordering, response: tuple[str, ...]) -> bool:
    return sorted(response) == sorted(question.key)


@fits.register
def _(question: Gaps, response: tuple[str, ...]) -> bool:
    return len(response) == len(question.gaps) and all(
        not isinstance(gap, PickGap) or text in ("", *(str(place) for place in range(1, len(gap.choices) + 1)))
        for gap, text in zip(question.gaps, response, strict=True)
    )

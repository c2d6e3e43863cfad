"""What the review asks: a script with the cards of each lesson, and an index of them all.

A page opened from a disk may not fetch, but may bring scripts; so cards come as scripts. The page brings the index
when something was answered, and of the lessons only those whose questions it is about to ask.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minicourse.model.course import Course
from minicourse.model.lesson import Lesson
from minicourse.model.questions import Flashcards, Question
from minicourse.render.bodies import Bodies, is_reviewed
from minicourse.render.theme import Asset, Theme, hashed
from minicourse.render.urls import REVIEW


@dataclass(frozen=True, slots=True)
class Review:
    """The files that the page of the review may bring."""

    index: Asset
    """Lists each lesson with its script and its questions."""
    banks: tuple[Asset, ...]
    """A script for each lesson that has questions to be asked again."""


def reviewed_lessons(course: Course) -> tuple[tuple[Lesson, tuple[Question, ...]], ...]:
    """The lessons with questions that a review may ask again, each with these."""
    found = ((lesson, tuple(filter(is_reviewed, lesson.body.questions))) for lesson in course.lessons)
    return tuple((lesson, questions) for lesson, questions in found if questions)


def render_review(course: Course, bodies: Bodies, theme: Theme) -> Review | None:
    """The files for the review of a course; none when it asks nothing that can be asked again.

    Raises `jinja2.TemplateError` when a template of the author's has one.
    """
    banks, listed = [], []
    for number, (lesson, questions) in enumerate(reviewed_lessons(course), 1):
        key = bodies.urls.keys[lesson.path]
        bank = hashed(f"bank-{number}.js", _bank(lesson, questions, bodies, theme).encode())
        banks.append(bank)
        listed.append([key, bank[0].removeprefix("assets/"), [list(_entry(question)) for question in questions]])
    if not banks:
        return None
    return Review(hashed("bank.js", f"minicourse.asked={_json(listed)};\n".encode()), tuple(banks))


def _entry(question: Question) -> Iterator[object]:
    """Name, objective and number of cards, as far as there are any."""
    yield question.name
    if isinstance(question, Flashcards):
        yield from (question.objective or "", len(question.cards))
    elif question.objective:
        yield question.objective


def _bank(lesson: Lesson, questions: Sequence[Question], bodies: Bodies, theme: Theme) -> str:
    """The script with a lesson's cards: each is the HTML that its page has, made of the same sanitised texts by the
    same templates."""
    key = bodies.urls.keys[lesson.path]
    aims = {f"/{key}": lesson.title, **bodies.aims(lesson)}
    cards = {
        view.name: theme.environment.get_template(f"questions/{view.kind}.html").render(block=view).strip()
        for view in bodies.cards(lesson, questions, REVIEW)
    }
    return f"minicourse.bank({_json(key)},{_json(aims)},{_json(cards)});\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

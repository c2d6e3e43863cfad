"""Small courses, and what learners answered in them."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from minicourse.analysis.attempts import Answers, first_answers, scored_questions
from minicourse.analysis.items import Analysis, analysed
from minicourse.analysis.results import Fact
from minicourse.build import check
from minicourse.model.course import Course

NOW = datetime.datetime(2026, 11, 28, 12, tzinfo=datetime.UTC)
HEAD = "---\ntitle: Bread\nobjectives:\n  bake: Bake a loaf\n---\n\n"


def question(name: str, choices: int = 3, right: int = 1, attributes: str = "objective=bake") -> str:
    """A question with so many choices, of which one is right."""
    listed = "".join(
        f"- [{'x' if place == right else ' '}] Choice {place} of {name}\n  > That is why.\n"
        for place in range(1, choices + 1)
    )
    return f"::: question {{#{name} {attributes}}}\nWhat is {name}?\n\n{listed}\n> That is why.\n:::\n\n"


def write_course(folder: Path, *blocks: str, settings: str = "title: Bread\nid: bread\n") -> Path:
    """A course of one lesson that holds these blocks."""
    (folder / "content").mkdir(parents=True)
    (folder / "content/course.yml").write_text(settings, encoding="utf-8")
    (folder / "content/01-bread.md").write_text(HEAD + "".join(blocks), encoding="utf-8")
    return folder


def course_of(folder: Path, *blocks: str) -> Course:
    """The same, read."""
    return check(write_course(folder, *blocks)).course


def fact(question: str, response: Sequence[str], at: str = "", **fields: Any) -> Fact:
    """An answer; its time is one of 2026 unless it is told."""
    told, sure, tried = fields.get("told", ""), fields.get("sure", ""), fields.get("tried", True)
    return Fact(at or "2026-11-01T08:00:00.000Z", question, tuple(response), told, sure, tried)


def answered(course: Course, learners: Iterable[Mapping[str, Sequence[str]]]) -> Mapping[str, Answers]:
    """The first answers of learners, each a response by the question's name."""
    facts = [[fact(name, response) for name, response in responses.items()] for responses in learners]
    return first_answers(scored_questions(course), facts)


def analysis_of(course: Course, learners: Sequence[Mapping[str, Sequence[str]]]) -> Analysis:
    """The analysis of what these learners answered."""
    return analysed(course, answered(course, learners), len(learners))


def time(seconds: int) -> str:
    """A time as the page writes it, so many seconds after the beginning of November."""
    moment = datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC) + datetime.timedelta(seconds=seconds)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.000Z"


def exported(questions: Mapping[str, Any], course: str = "bread", **changes: Any) -> str:
    """The text of a file as the page writes it."""
    progress = {"schema": 2, "seed": 7, "lessons": {}, "questions": questions}
    whole = {"format": "minicourse progress", "version": 1, "course": course, "exported": time(0), "progress": progress}
    return json.dumps(whole | changes, indent=1)


def sent(folder: Path, learner: int, responses: Mapping[str, Sequence[str]], **fields: Any) -> Path:
    """A learner's file with these responses, a second apart, and at times that no other learner has."""
    folder.mkdir(exist_ok=True)
    questions = {
        name: {"answers": [{"at": time(1000 * learner + place), "response": [*response], "correct": None} | fields]}
        for place, (name, response) in enumerate(responses.items())
    }
    path = folder / f"learner-{learner:03}.json"
    path.write_text(exported(questions), encoding="utf-8")
    return path

"""Item analysis: what the answers of learners who sent their results say of the questions.

Files become learners, learners first attempts, attempts numbers, and numbers flags: a module each, in this order.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from minicourse.analysis.attempts import first_answers, scored_questions
from minicourse.analysis.flags import flagged
from minicourse.analysis.items import Analysis, analysed
from minicourse.analysis.learners import Learners, told_apart
from minicourse.analysis.results import Fact, Refused, read_file
from minicourse.check.selection import without_set_aside
from minicourse.model.course import Course
from minicourse.problems import Problem


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the files."""

    files: int
    """How many files there were."""
    refused: tuple[Refused, ...]
    """Those that can't be used."""
    learners: Learners
    """Who sent the others."""
    since: str
    """The date from which answers count; empty: all."""
    unknown: int
    """How many first answers are to questions that the course doesn't have, or that can't be right or wrong."""
    analysis: Analysis
    """The numbers."""
    problems: list[Problem]
    """The flags, sorted by file and line, without those that the author has set aside."""


def analyse(
    course: Course,
    files: Iterable[Path],
    now: datetime.datetime,
    since: str = "",
    progress: Callable[[int], None] = lambda done: None,
) -> Outcome:
    """Read the files, and analyse what they say of the course. `since` is an ISO 8601 date; `progress` is told how many
    files were read. A file that can't be used stops nothing."""
    refused: list[Refused] = []
    read: list[frozenset[Fact]] = []
    for done, file in enumerate(files, 1):
        found = read_file(file, course.id, now)
        if isinstance(found, Refused):
            refused.append(found)
        else:
            read.append(found)
        progress(done)
    learners = told_apart(read)
    questions = scored_questions(course)
    analysis = analysed(course, first_answers(questions, learners.answers, since), len(learners.answers))
    unknown = sum(len({fact.question for fact in facts} - questions.keys()) for facts in learners.answers)
    problems = without_set_aside(course, flagged(analysis))
    return Outcome(len(read) + len(refused), tuple(refused), learners, since, unknown, analysis, problems)

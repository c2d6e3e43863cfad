"""Item analysis after classical test theory: what the first attempts say of each question and each objective."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from minicourse.analysis.attempts import Answers, Attempt
from minicourse.analysis.measures import LEAST, Estimate, correlation, share
from minicourse.model.course import Course
from minicourse.model.questions import Choice, Gaps, Matching, Option, Ordering, Question, Short
from minicourse.model.questions.answers import folded
from minicourse.problems.text import shown

LEAST_OTHERS = 4
"""So many other questions a learner must have answered: the mean of fewer says little about her."""
SAME_WORDS = 3
"""A wrong text is shown when so many learners wrote it: what one alone wrote may tell who she is."""
MOST_WORDS, MOST_CHARACTERS = 5, 80
"""So many wrong texts are shown at most, and so much of each."""
CERTAIN = "3"
"""How sure a learner is who says that she is certain."""

Rests = Mapping[int, float]
"""For each learner how she did in her other questions, by the learner's place in the list of learners."""


@dataclass(frozen=True, slots=True)
class ChoiceItem:
    """A choice, and who took it."""

    option: Option
    count: int
    """How many took it."""
    share: Estimate | None
    """Which share of those who answered."""
    rest: float | None
    """The mean of how they did in their other questions: +0.08 is eight points of a hundred better than others."""
    discrimination: Estimate | None
    """How closely taking it goes together with doing well elsewhere."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a question that is answered part by part: a gap, a row, a step."""

    label: str
    """Its text, or its number."""
    share: Estimate | None
    """How many had it right."""


@dataclass(frozen=True, slots=True)
class Confidence:
    """What those who said that they were certain answered."""

    count: int
    """How many were certain."""
    wrong: Estimate | None
    """Which share of them was wrong."""
    favourite: Option | None
    """The wrong choice that most of them took."""


@dataclass(frozen=True, slots=True)
class Item:
    """A question, and what the first attempts at it say."""

    question: Question
    answers: Answers
    difficulty: Estimate | None
    """The mean score: 1 where everyone was right. None of fewer than 20 learners, as are all estimates."""
    discrimination: Estimate | None
    """How closely the score goes together with the rest score."""
    choices: tuple[ChoiceItem, ...]
    """Of a question with choices, each in the author's order; empty below 20 learners."""
    parts: tuple[Part, ...]
    """Of a question with several parts, each in order; empty below 20 learners."""
    wrong_texts: tuple[tuple[str, int], ...]
    """Of one field alone: what several learners wrote in it that is wrong, without case and accents, and how many."""
    confidence: Confidence | None
    """None where nobody said how sure they were."""

    @property
    def n(self) -> int:
        """How many learners answered it."""
        return len(self.answers.attempts)

    @property
    def partial(self) -> bool:
        """Did an attempt earn a part of what there was?"""
        return any(0 < attempt.score < 1 for attempt in self.answers.attempts.values())


@dataclass(frozen=True, slots=True)
class ObjectiveItem:
    """An objective, and how learners did in its questions."""

    name: str
    text: str
    questions: int
    """How many of its questions were answered."""
    learners: int
    """How many learners answered one."""
    mean: Estimate | None
    """The mean over learners of each one's mean score."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """All of it."""

    learners: int
    """How many learners there are."""
    items: tuple[Item, ...]
    """Every question that can be right or wrong, in the order of the course."""
    objectives: tuple[ObjectiveItem, ...]
    """Every objective with an answer, the weakest first; those with too few answers at the end."""


def analysed(course: Course, answers: Mapping[str, Answers], learners: int) -> Analysis:
    """The analysis of first attempts by so many learners."""
    rests = rest_scores(answers)
    items = tuple(_item(given, rests[name]) for name, given in answers.items())
    return Analysis(learners, items, tuple(_objectives(course, answers)))


def rest_scores(answers: Mapping[str, Answers]) -> dict[str, dict[int, float]]:
    """For each question the rest score of those who answered it and enough others.

    A rest score is the mean, over the other questions that the learner answered, of how far her score lies above that
    of all who answered it: so nobody seems better for having met easy questions only. Where everyone has answered
    everything it differs from the classic sum of the other scores by a factor and a constant, which no correlation
    feels.
    """
    above: dict[str, dict[int, float]] = {}
    lists: dict[int, list[float]] = {}
    for name, given in answers.items():
        mean = math.fsum(attempt.score for attempt in given.attempts.values()) / (len(given.attempts) or 1)
        above[name] = {learner: attempt.score - mean for learner, attempt in given.attempts.items()}
        for learner, distance in above[name].items():
            lists.setdefault(learner, []).append(distance)
    sums = {learner: (math.fsum(distances), len(distances) - 1) for learner, distances in lists.items()}
    # Rounded, since the same score may be reached by different sums: what differs by 10⁻¹⁶ is no difference.
    return {
        name: {
            learner: round((sums[learner][0] - distance) / sums[learner][1], 12)
            for learner, distance in distances.items()
            if sums[learner][1] >= LEAST_OTHERS
        }
        for name, distances in above.items()
    }


def _item(given: Answers, rests: Rests) -> Item:
    question, attempts = given.question, given.attempts
    enough = len(attempts) >= LEAST
    return Item(
        question=question,
        answers=given,
        difficulty=share([attempt.score for attempt in attempts.values()]),
        discrimination=correlation([attempts[learner].score for learner in rests], list(rests.values())),
        choices=_choices(question, attempts, rests) if enough and isinstance(question, Choice) else (),
        parts=_parts(question, attempts) if enough else (),
        wrong_texts=_wrong_texts(attempts) if enough and isinstance(question, Short) else (),
        confidence=_confidence(question, attempts),
    )


def _choices(question: Choice, attempts: Mapping[int, Attempt], rests: Rests) -> tuple[ChoiceItem, ...]:
    found = []
    for place, option in enumerate(question.options, 1):
        taken = {learner: float(str(place) in attempt.response) for learner, attempt in attempts.items()}
        theirs = [rest for learner, rest in rests.items() if taken[learner]]
        found.append(
            ChoiceItem(
                option,
                int(sum(taken.values())),
                share(list(taken.values())),
                math.fsum(theirs) / len(theirs) if theirs else None,
                correlation([taken[learner] for learner in rests], list(rests.values())),
            )
        )
    return tuple(found)


def _parts(question: Question, attempts: Mapping[int, Attempt]) -> tuple[Part, ...]:
    """For each part how many had it right: the grade names the parts that are wrong."""
    labels = _labels(question)
    return tuple(
        Part(label, share([float(str(place) not in attempt.grade.feedback) for attempt in attempts.values()]))
        for place, label in enumerate(labels, 1)
        if len(labels) > 1
    )


def _labels(question: Question) -> Sequence[str]:
    """What the parts of a question are called."""
    if isinstance(question, Matching):
        return [row.text for row in question.rows]
    if isinstance(question, Ordering):
        return [step.text for step in question.steps]
    return [f"gap {place}" for place, _ in enumerate(question.gaps, 1)] if isinstance(question, Gaps) else ()


def _wrong_texts(attempts: Mapping[int, Attempt]) -> tuple[tuple[str, int], ...]:
    wrong = [attempt.response[0] for attempt in attempts.values() if not attempt.grade.correct]
    texts = Counter(shown(folded(text))[:MOST_CHARACTERS] for text in wrong)
    ordered = sorted(texts.items(), key=lambda entry: (-entry[1], entry[0]))
    return tuple((text, count) for text, count in ordered if text and count >= SAME_WORDS)[:MOST_WORDS]


def _confidence(question: Question, attempts: Mapping[int, Attempt]) -> Confidence | None:
    if not any(attempt.sure for attempt in attempts.values()):
        return None
    certain = [attempt for attempt in attempts.values() if attempt.sure == CERTAIN]
    favourite = None
    if isinstance(question, Choice):
        taken = Counter(value for attempt in certain for value in attempt.response if value not in question.key)
        place = min(taken, key=lambda value: (-taken[value], int(value)), default=None)
        favourite = question.options[int(place) - 1] if place else None
    return Confidence(len(certain), share([float(not attempt.grade.correct) for attempt in certain]), favourite)


def _objectives(course: Course, answers: Mapping[str, Answers]) -> list[ObjectiveItem]:
    found = []
    for name, objective in course.named_objectives().items():
        asked = [given.attempts for given in answers.values() if given.question.objective == name and given.attempts]
        scores: dict[int, list[float]] = {}
        for attempts in asked:
            for learner, attempt in attempts.items():
                scores.setdefault(learner, []).append(attempt.score)
        if asked:
            means = [math.fsum(listed) / len(listed) for listed in scores.values()]
            found.append(ObjectiveItem(name, objective.text, len(asked), len(scores), share(means)))
    return sorted(found, key=lambda one: one.mean.value if one.mean else 2)

"""The kinds of question."""

from minicourse.model.questions.choice import Choice, Multiple, Option
from minicourse.model.questions.flashcards import Card, Flashcards
from minicourse.model.questions.gaps import Gap, Gaps, Number, NumberGap, PickGap, Short, TextGap
from minicourse.model.questions.hotspot import Hotspot, Spot
from minicourse.model.questions.matching import Matching, Row
from minicourse.model.questions.matrix import Matrix
from minicourse.model.questions.open_response import Open
from minicourse.model.questions.ordering import Ordering, Step
from minicourse.model.questions.question import Grade, Question
from minicourse.model.questions.scenario import Decision, Scenario, Scene
from minicourse.model.questions.survey import Survey

KINDS: tuple[type[Question], ...] = (
    Choice,
    Multiple,
    Gaps,
    Short,
    Number,
    Matching,
    Ordering,
    Matrix,
    Hotspot,
    Open,
    Survey,
    Flashcards,
    Scenario,
)
"""All kinds."""

__all__ = [
    "KINDS",
    "Card",
    "Choice",
    "Decision",
    "Flashcards",
    "Gap",
    "Gaps",
    "Grade",
    "Hotspot",
    "Matching",
    "Matrix",
    "Multiple",
    "Number",
    "NumberGap",
    "Open",
    "Option",
    "Ordering",
    "PickGap",
    "Question",
    "Row",
    "Scenario",
    "Scene",
    "Short",
    "Spot",
    "Step",
    "Survey",
    "TextGap",
]

"""What a template may see of questions and quizzes: a view a kind, and what they share in `QuestionView`.

The same view serves the card on a lesson's page (`questions/KIND.html`), the question on paper
(`questions/paper/KIND.html`) and its answer (`questions/answers/KIND.html`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class TaughtAt:
    """Where something was taught."""

    title: str
    """Title of the section, or of the lesson."""
    url: str
    """Its address, relative to the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """What every kind of question has."""

    name: str
    """Its stable name: progress is stored under it, and it is the form's id."""
    kind: str
    """Its kind: the name of its templates."""
    number: int | None
    """Its place among the questions of the page or quiz, from 1; none for what isn't counted."""
    total: int
    """How many questions the page or quiz has."""
    anchor: str
    """The id of the question on this page (its name; on the print page unique over all lessons)."""
    scenario_html: Markup
    """What precedes the question itself, block HTML; may be empty."""
    stem_html: Markup
    """The question itself, inline HTML, for the `<legend>`; may be empty."""
    key: Markup
    """What the script needs for grading: JSON, for an attribute in single quotes."""
    hints_html: tuple[Markup, ...]
    """Hints, block HTML, to be given one at a time."""
    explanation_html: Markup
    """Shown once the question is settled, block HTML; may be empty."""
    points: int
    """What the question is worth."""
    attempts: int | None
    """How many tries there are before it is settled; none: no limit."""
    confidence: bool
    """Is the learner asked how sure they are?"""
    objective: str | None
    """Name of the objective that it assesses."""
    taught_at: TaughtAt | None
    """Where it was taught, when that is elsewhere: the author says so, or the question is part of a quiz."""


@dataclass(frozen=True, slots=True)
class OptionView:
    """One choice of a question."""

    value: str
    """Its value, its place as the author wrote it: "1", "2", …"""
    html: Markup
    """Its text, inline HTML."""
    right: bool
    """Is it (one of) the right ones?"""
    feedback_html: Markup
    """What to say to a learner who took it; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceView(QuestionView):
    """A question of kind `choice` (one right choice) or `multiple` (several)."""

    options: tuple[OptionView, ...]
    """The choices, in the author's order."""
    several: bool
    """May several be chosen?"""
    choose: int | None
    """How many to choose, where the learner is told."""
    shuffle: bool
    """May the script shuffle the choices?"""
    fixed: tuple[str, ...]
    """Values of the choices that keep their place when shuffled ("none of these", numbers)."""


@dataclass(frozen=True, slots=True)
class SpotView:
    """A place on a picture."""

    value: str
    """Value of the choice that it belongs to."""
    x: str
    """Distance from the left edge, with a per cent sign."""
    y: str
    """Distance from the top edge, with a per cent sign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HotspotView(ChoiceView):
    """A question of kind `hotspot`: choices that are places on a picture."""

    picture_html: Markup
    """The picture."""
    spots: tuple[SpotView, ...]
    """The places, one for each choice."""


@dataclass(frozen=True, slots=True)
class GapView:
    """A gap to be filled."""

    value: str
    """Its place, from "1"."""
    kind: Literal["text", "number", "pick"]
    """What is to be filled in; `pick`: one of the choices."""
    choices: tuple[str, ...]
    """The choices of a drop-down list, in order; the value of each is its place, from "1"."""
    unit: str
    """What stands behind the field; may be empty."""
    size: int
    """Width of the field in characters, in steps, so that it gives little away."""
    answer: str
    """The answer as a learner reads it."""
    accepted: tuple[str, ...]
    """Other answers that are right, as a learner reads them."""
    feedback_html: Markup
    """What to say to a wrong answer, block HTML; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GapsView(QuestionView):
    """A question of kind `gaps`, or, with one gap and nothing else, `short` or `number`."""

    pieces: tuple[Markup, ...]
    """The text, cut at the gaps: one piece more than there are gaps. Together they are block HTML."""
    gaps: tuple[GapView, ...]
    """The gaps in order."""
    foreseen: tuple[GapView, ...]
    """Wrong answers that the author expects, each with its feedback; their values go on from the gaps'."""


@dataclass(frozen=True, slots=True)
class RowView:
    """What is to be matched, or judged on a scale."""

    value: str
    """Its place, from "1"."""
    html: Markup
    """Its text, inline HTML."""
    answer: str
    """Text of the target that belongs to it; empty in a survey."""
    feedback_html: Markup
    """What to say about it; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsView(QuestionView):
    """A question of kind `matching` or `matrix`."""

    rows: tuple[RowView, ...]
    """What is to be matched or judged."""
    targets: tuple[str, ...]
    """What may be chosen for each row, plain text; the value of each is its place, from "1"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderingView(QuestionView):
    """A question of kind `ordering`."""

    steps: tuple[RowView, ...]
    """The things in the right order."""
    shown: tuple[RowView, ...]
    """The same in the order in which a learner meets them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenView(QuestionView):
    """A question of kind `open`: free text, compared with a model answer."""

    model_html: Markup
    """The model answer, block HTML; may be empty."""
    checks: tuple[OptionView, ...]
    """Points to check one's text for; may be none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyView(QuestionView):
    """A question of kind `survey`: choices, or rows on a scale, or neither: free text."""

    options: tuple[OptionView, ...]
    """The choices."""
    several: bool
    """May several be chosen?"""
    choose: int
    """How many may be chosen."""
    rows: tuple[RowView, ...]
    """Statements."""
    targets: tuple[str, ...]
    """The steps of the scale; the value of each is its place, from "1"."""


@dataclass(frozen=True, slots=True)
class CardView:
    """A card with two sides."""

    value: str
    """Its place, from "1"."""
    front_html: Markup
    """Inline HTML."""
    back_html: Markup
    """Block HTML."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlashcardsView(QuestionView):
    """Something of kind `flashcards`."""

    cards: tuple[CardView, ...]
    """The cards, in the author's order."""


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A way on from a scene."""

    html: Markup
    """Its text, inline HTML."""
    anchor: str
    """Id of the scene that it leads to."""
    number: int
    """That scene's number, for paper."""


@dataclass(frozen=True, slots=True)
class SceneView:
    """A step of a scenario."""

    anchor: str
    """Its id on this page."""
    number: int
    """Its place, from 1, for paper."""
    title_html: Markup
    """Inline HTML."""
    html: Markup
    """What happens, block HTML."""
    decisions: tuple[DecisionView, ...]
    """The ways on; none at an ending."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioView(QuestionView):
    """Something of kind `scenario`."""

    scenes: tuple[SceneView, ...]
    """The scenes; the first is the beginning."""
    level: int
    """Level of their headings: below the section that the scenario stands in."""


@dataclass(frozen=True, slots=True)
class AimView:
    """An objective that a quiz assesses."""

    name: str
    """Its stable name."""
    text: str
    """Its text as written."""


@dataclass(frozen=True, slots=True)
class QuizView:
    """A group of questions with one result."""

    name: str
    """Its stable name: results are stored under it."""
    anchor: str
    """Its id on this page."""
    title: str
    """Its title; may be empty."""
    intro_html: Markup
    """What precedes its questions, block HTML; may be empty."""
    questions: tuple[QuestionView, ...]
    """Its bank."""
    length: int
    """How many of them are asked."""
    total: int
    """How many the bank has; on the print page more than are listed here, where others' questions belong to it."""
    pass_mark: int | None
    """The share of points, in per cent, with which it is passed."""
    attempts: int | None
    """How many times it may be taken; none: no limit."""
    feedback: Literal["end", "now"]
    """When a learner is told what was right."""
    show: Literal["all", "one"]
    """Are all questions on view, or one at a time?"""
    aims: tuple[AimView, ...]
    """The objectives that its questions assess, for the result."""

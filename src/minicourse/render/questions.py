"""Questions to views: what the card of each kind shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from markupsafe import Markup

from minicourse.model.questions import (
    Choice,
    Flashcards,
    Gap,
    Gaps,
    Hotspot,
    Matching,
    Matrix,
    Multiple,
    Number,
    NumberGap,
    Open,
    Ordering,
    PickGap,
    Question,
    Scenario,
    Short,
    Survey,
    TextGap,
)
from minicourse.model.questions.answers import folded
from minicourse.render.head import json_for_attribute
from minicourse.render.question_views import (
    CardView,
    ChoiceView,
    DecisionView,
    FlashcardsView,
    GapsView,
    GapView,
    HotspotView,
    OpenView,
    OptionView,
    OrderingView,
    QuestionView,
    RowsView,
    RowView,
    ScenarioView,
    SceneView,
    SpotView,
    SurveyView,
    TaughtAt,
)
from minicourse.render.words import Words

Finish = Callable[[str], Markup]
"""Makes a text's HTML ready for the page on which the question stands."""

_GAP = re.compile(r'<span data-gap="\d+"></span>')


@dataclass(frozen=True, slots=True)
class Place:
    """Where on a page a question stands."""

    number: int | None
    """Its place among the questions, from 1; none for what isn't counted."""
    total: int
    """How many questions there are."""
    prefix: str
    """What precedes its ids."""
    finish: Finish
    words: Words
    """The words of the theme."""
    taught_at: TaughtAt | None = None
    """Where it was taught, when that is to be said."""
    practice: bool = True
    """Is it answered by itself, and not as part of a quiz?"""


def question_view(question: Question, place: Place) -> QuestionView:
    """The view of a question at its place.

    Raises `KeyError` for a kind without a view: a question that is read must not vanish from its page.
    """
    return _VIEWS[type(question)](question, place)


def _common(question: Question, place: Place) -> dict[str, Any]:
    finish = place.finish
    return {
        "name": question.name,
        "kind": question.kind,
        "number": place.number,
        "total": place.total,
        "anchor": place.prefix + question.name,
        "scenario_html": finish(question.scenario_html),
        "stem_html": finish(question.stem_html),
        "key": json_for_attribute(question.key),
        "hints_html": tuple(finish(hint) for hint in question.hints_html),
        "explanation_html": finish(question.explanation_html),
        "points": question.points,
        "attempts": question.attempts if place.practice else None,
        "confidence": question.confidence and question.scored and place.practice,
        "objective": question.objective,
        "taught_at": place.taught_at,
    }


def _choice(question: Choice, place: Place) -> ChoiceView:
    return ChoiceView(**_choice_fields(question, place))


def _choice_fields(question: Choice, place: Place) -> dict[str, Any]:
    finish = place.finish
    return {
        **_common(question, place),
        "options": tuple(
            OptionView(str(value), finish(option.html), option.right, finish(option.feedback_html))
            for value, option in enumerate(question.options, 1)
        ),
        "several": isinstance(question, Multiple) or len(question.key) > 1,
        "choose": question.choose if isinstance(question, Multiple) else None,
        "shuffle": question.shuffle,
        "fixed": _fixed(question, place.words),
    }


def _fixed(question: Choice, words: Words) -> tuple[str, ...]:
    """Values of the choices that would lose their sense elsewhere: a row of numbers, true and false, and those that
    speak of the others. Which words say so is for the theme's language to know."""
    texts = [folded(option.text) for option in question.options]
    stay, pair = (_phrases(words.get(name)) for name in ("stays_put", "true_or_false"))
    values = [str(place) for place in range(1, len(texts) + 1)]
    if all(text in pair for text in texts) or question.only_numbers:
        return tuple(values)
    return tuple(value for value, text in zip(values, texts, strict=True) if text.startswith(stay))


def _phrases(listed: str) -> tuple[str, ...]:
    return tuple(phrase for phrase in map(folded, listed.split(";")) if phrase)


def _hotspot(question: Hotspot, place: Place) -> HotspotView:
    # Not shuffled: the numbers on the picture go with the list.
    fields = {**_choice_fields(question, place), "shuffle": False}
    spots = tuple(SpotView(str(v), f"{spot.x:g}%", f"{spot.y:g}%") for v, spot in enumerate(question.options, 1))
    return HotspotView(**fields, picture_html=place.finish(question.picture_html), spots=spots)


def _gaps(question: Gaps, place: Place) -> GapsView:
    # The pieces of safe HTML are safe; the template puts fields between them.
    pieces = tuple(Markup(piece) for piece in _GAP.split(str(place.finish(question.text_html))))  # noqa: S704
    foreseen = question.foreseen if isinstance(question, Short) else ()
    return GapsView(
        **_common(question, place),
        pieces=pieces,
        gaps=tuple(_gap(gap, value, place) for value, gap in enumerate(question.gaps, 1)),
        foreseen=tuple(_gap(gap, value, place) for value, gap in enumerate(foreseen, len(question.gaps) + 1)),
    )


def _gap(gap: Gap, value: int, place: Place) -> GapView:
    kind: Literal["text", "number", "pick"] = "text"
    if not isinstance(gap, TextGap):
        kind = "number" if isinstance(gap, NumberGap) else "pick"
    accepted = [text.replace("*", "…") for text in gap.accepted[1:]] if isinstance(gap, TextGap) else []
    if isinstance(gap, NumberGap) and gap.low < gap.high and "–" not in gap.answer:
        accepted = [f"{place.words.number(gap.low)} – {place.words.number(gap.high)}"]
    return GapView(
        value=str(value),
        kind=kind,
        choices=gap.choices if isinstance(gap, PickGap) else (),
        unit=gap.unit if isinstance(gap, NumberGap) else "",
        size=8 if kind == "number" else min(36, -(-(len(gap.answer) + 2) // 8) * 8),
        answer=gap.answer,
        accepted=tuple(accepted),
        feedback_html=place.finish(gap.feedback_html),
    )


def _rows(question: Matching, place: Place) -> RowsView:
    finish, targets = place.finish, question.targets
    rows = tuple(
        RowView(str(value), finish(row.html), targets[int(row.right) - 1], finish(row.feedback_html))
        for value, row in enumerate(question.rows, 1)
    )
    return RowsView(**_common(question, place), rows=rows, targets=targets)


def _ordering(question: Ordering, place: Place) -> OrderingView:
    finish = place.finish
    steps = tuple(
        RowView(str(value), finish(step.html), str(value), finish(step.feedback_html))
        for value, step in enumerate(question.steps, 1)
    )
    shown = tuple(steps[int(value) - 1] for value in question.shown)
    return OrderingView(**_common(question, place), steps=steps, shown=shown)


def _open(question: Open, place: Place) -> OpenView:
    checks = _plain_options(question.points_html, place)
    return OpenView(**_common(question, place), model_html=place.finish(question.model_html), checks=checks)


def _survey(question: Survey, place: Place) -> SurveyView:
    rows = enumerate(question.statements_html, 1)
    return SurveyView(
        **_common(question, place),
        options=_plain_options(question.options_html, place),
        several=question.choose > 1,
        choose=question.choose,
        rows=tuple(RowView(str(value), place.finish(html), "", Markup()) for value, html in rows),
        targets=question.scale,
    )


def _plain_options(texts: tuple[str, ...], place: Place) -> tuple[OptionView, ...]:
    return tuple(OptionView(str(v), place.finish(html), False, Markup()) for v, html in enumerate(texts, 1))


def _flashcards(question: Flashcards, place: Place) -> FlashcardsView:
    cards = tuple(
        CardView(str(value), place.finish(card.front_html), place.finish(card.back_html))
        for value, card in enumerate(question.cards, 1)
    )
    return FlashcardsView(**_common(question, place), cards=cards)


def _scenario(question: Scenario, place: Place) -> ScenarioView:
    numbers = {scene.anchor: number for number, scene in enumerate(question.scenes, 1)}
    scenes = tuple(
        SceneView(
            anchor=place.prefix + scene.anchor,
            number=numbers[scene.anchor],
            title_html=place.finish(scene.title_html),
            html=place.finish(scene.html),
            decisions=tuple(
                DecisionView(place.finish(way.html), place.prefix + way.target, numbers[way.target])
                for way in scene.decisions
            ),
        )
        for scene in question.scenes
    )
    return ScenarioView(**_common(question, place), scenes=scenes, level=3 if question.section else 2)


_VIEWS: dict[type[Question], Callable[..., QuestionView]] = {
    Choice: _choice,
    Multiple: _choice,
    Gaps: _gaps,
    Short: _gaps,
    Number: _gaps,
    Matching: _rows,
    Matrix: _rows,
    Ordering: _ordering,
    Hotspot: _hotspot,
    Open: _open,
    Survey: _survey,
    Flashcards: _flashcards,
    Scenario: _scenario,
}

SCRIPT_OF = {
    "choice": "choice",
    "multiple": "choice",
    "hotspot": "choice",
    "gaps": "gaps",
    "short": "gaps",
    "number": "gaps",
    "matching": "rows",
    "matrix": "rows",
    "ordering": "ordering",
    "open": "open",
    "survey": "open",
    "flashcards": "flashcards",
    "scenario": "scenario",
}
"""The script in `assets/js/questions/` that brings each kind to life; a page loads those that it needs."""

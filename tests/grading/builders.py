"""Questions made from what a page knows of them: the kind and the key. All else can't matter for grading."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from minicourse.model.questions import (
    KINDS,
    Choice,
    Flashcards,
    Gap,
    Gaps,
    Grade,
    Hotspot,
    Matching,
    Matrix,
    Multiple,
    Number,
    NumberGap,
    Open,
    Option,
    Ordering,
    PickGap,
    Question,
    Row,
    Scenario,
    Short,
    Spot,
    Step,
    Survey,
    TextGap,
)
from minicourse.problems import Span

SPAN = Span.start_of("lesson.md")
CHOICES = 12
"""How many choices a question of them has: a key doesn't tell."""


def _places(count: int) -> list[str]:
    return [str(place) for place in range(1, count + 1)]


def _choice(key: Sequence[str]) -> Choice:
    return Choice(name="q", span=SPAN, options=tuple(Option(v, v, v in key, "", SPAN) for v in _places(CHOICES)))


def _multiple(key: Sequence[str]) -> Multiple:
    return Multiple(name="q", span=SPAN, options=tuple(Option(v, v, v in key, "", SPAN) for v in _places(CHOICES)))


def _hotspot(key: Sequence[str]) -> Hotspot:
    spots = tuple(Spot(v, v, v in key, "", SPAN, 5 * int(v), 50) for v in _places(CHOICES))
    return Hotspot(name="q", span=SPAN, picture_html="", options=spots)


def _gap(key: Mapping[str, Any]) -> Gap:
    if "text" in key:
        return TextGap(tuple(key["text"]), SPAN)
    if "pick" in key:
        return PickGap(tuple(_places(CHOICES)), key["pick"], SPAN)
    return NumberGap(key["low"], key["high"], str(key["low"]), key["unit"], SPAN)


def _gaps(key: Sequence[Mapping[str, Any]]) -> Gaps:
    return Gaps(name="q", span=SPAN, text_html="", gaps=tuple(_gap(gap) for gap in key))


def _short(key: Sequence[Mapping[str, Any]]) -> Short:
    first, *foreseen = (_gap(gap) for gap in key)
    return Short(name="q", span=SPAN, text_html="", gaps=(first,), foreseen=tuple(foreseen))


def _number(key: Sequence[Mapping[str, Any]]) -> Number:
    first, *foreseen = (_gap(gap) for gap in key)
    return Number(name="q", span=SPAN, text_html="", gaps=(first,), foreseen=tuple(foreseen))


def _rows(key: Sequence[str]) -> dict[str, Any]:
    rows = tuple(Row(f"row {place}", f"row {place}", right, "", SPAN) for place, right in enumerate(key, 1))
    return {"rows": rows, "targets": tuple(_places(CHOICES)), "heads": ("", "")}


def _matching(key: Sequence[str]) -> Matching:
    return Matching(name="q", span=SPAN, **_rows(key))


def _matrix(key: Sequence[str]) -> Matrix:
    return Matrix(name="q", span=SPAN, **_rows(key))


def _ordering(key: Sequence[str]) -> Ordering:
    return Ordering(name="q", span=SPAN, steps=tuple(Step(v, v, "", SPAN) for v in key))


BUILDERS: dict[str, Callable[[Any], Question]] = {
    Choice.kind: _choice,
    Multiple.kind: _multiple,
    Hotspot.kind: _hotspot,
    Gaps.kind: _gaps,
    Short.kind: _short,
    Number.kind: _number,
    Matching.kind: _matching,
    Matrix.kind: _matrix,
    Ordering.kind: _ordering,
    Open.kind: lambda _: Open(name="q", span=SPAN, model_html="<p>So.</p>", points_html=("one", "two")),
    Survey.kind: lambda _: Survey(name="q", span=SPAN, options_html=("one", "two", "three"), choose=2),
    Flashcards.kind: lambda _: Flashcards(name="q", span=SPAN, cards=()),
    Scenario.kind: lambda _: Scenario(name="q", span=SPAN, scenes=()),
}
"""What makes a question of each kind from its key."""

SCORED = tuple(kind.kind for kind in KINDS if kind.scored)
"""The kinds of which a response can be right or wrong."""


def question(kind: str, key: Any) -> Question:
    """A question of a kind with this key."""
    made = BUILDERS[kind](key)
    assert made.key == key, "this is no key that a page can get"
    return made


def as_page_says(grade: Grade) -> dict[str, Any]:
    """A grade as the page's script gives it."""
    return {
        "score": grade.score,
        "correct": grade.correct,
        "feedback": [*grade.feedback],
        "near": [*grade.near],
    }

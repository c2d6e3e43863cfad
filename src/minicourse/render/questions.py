"""Questions to views: what the card of each kind shows."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup

from minicourse.model.questions import Choice, Multiple, Question
from minicourse.render.views import OptionView, QuestionView

Finish = Callable[[str], Markup]
"""Makes a text's HTML ready for the page on which the question stands."""

# Choices that lose their sense when they are moved: a row of numbers, and those that speak of the others.
_KEEPS_ITS_PLACE = re.compile(r"(none|all|both|neither) of (these|the above|them)\b.*", re.IGNORECASE)
_NUMBER = re.compile(r"[-+−]?[\d.,\s]*\d[^\w]*\w{0,12}[.%]?")


def question_view(question: Question, number: int, total: int, prefix: str, finish: Finish) -> QuestionView:
    """The view of a question, the `number`th of `total` on its page; `prefix` precedes its id.

    Raises `KeyError` for a kind without a view: a question that is read must not vanish from its page.
    """
    return _VIEWS[type(question)](question, number, total, prefix, finish)


def _choice(question: Choice, number: int, total: int, prefix: str, finish: Finish) -> QuestionView:
    options = tuple(
        OptionView(str(place), finish(option.html), option.right, finish(option.feedback_html))
        for place, option in enumerate(question.options, 1)
    )
    return QuestionView(
        name=question.name,
        kind=question.kind,
        number=number,
        total=total,
        anchor=prefix + question.name,
        scenario_html=finish(question.scenario_html),
        stem_html=finish(question.stem_html),
        options=options,
        key=" ".join(question.key),
        hints_html=tuple(finish(hint) for hint in question.hints_html),
        explanation_html=finish(question.explanation_html),
        points=question.points,
        attempts=question.attempts,
        shuffle=question.shuffle,
        fixed=_fixed(question),
    )


def _fixed(question: Choice) -> tuple[str, ...]:
    """Values of the choices that keep their place: all of them in a row of numbers."""
    texts = [option.text for option in question.options]
    if all(_NUMBER.fullmatch(text) for text in texts):
        return tuple(str(place) for place in range(1, len(texts) + 1))
    return tuple(str(place) for place, text in enumerate(texts, 1) if _KEEPS_ITS_PLACE.match(text))


_VIEWS: dict[type[Question], Callable[..., QuestionView]] = {Choice: _choice, Multiple: _choice}

"""A `::: question` block to a question. Its kind follows from what is written in it.

A reader of some kinds is a function from the parts of the block to the question.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token

from minicourse.model.questions import Question
from minicourse.problems import Problem
from minicourse.read.markdown import Rendering
from minicourse.read.questions.attributes import (
    CHOOSE,
    QUESTION,
    Attribute,
    kind_attribute,
    read_attributes,
    without_name,
)
from minicourse.read.questions.choice import read_choice
from minicourse.read.questions.free import read_open, read_survey
from minicourse.read.questions.gaps import read_gaps
from minicourse.read.questions.matching import read_matching
from minicourse.read.questions.ordering import read_ordering
from minicourse.read.questions.parts import FORMS, Form, Parts
from minicourse.read.questions.take_apart import take_apart
from minicourse.read.source import Source
from minicourse.read.syntax.block import Opening

__all__ = ["question_attributes", "read_question"]


@dataclass(frozen=True, slots=True)
class _Kind:
    """What makes a question one of this kind."""

    read: Callable[[Parts, dict[str, Any], Rendering], tuple[Question | None, list[Problem]]]
    forms: tuple[Form, ...]
    """What its answers may look like."""
    written: str
    """The same in an author's words."""


_CHOICES = "a list with boxes, `- [x]` and `- [ ]`"
_FIELD = "`[[…]]` alone in its paragraph"
_KINDS = {
    "gaps": _Kind(read_gaps, ("gaps",), "`[[…]]` in a text"),
    "short": _Kind(read_gaps, ("gaps",), _FIELD),
    "number": _Kind(read_gaps, ("gaps",), _FIELD),
    "choice": _Kind(read_choice, ("choices",), _CHOICES),
    "multiple": _Kind(read_choice, ("choices",), _CHOICES),
    "hotspot": _Kind(read_choice, ("spots",), "a list with boxes and places, `- [x] … {at=62,40}`"),
    "matching": _Kind(read_matching, ("table",), "a table of two columns"),
    "matrix": _Kind(read_matching, ("boxes",), "a table with boxes, `[x]` and `[ ]`"),
    "ordering": _Kind(read_ordering, ("numbers",), "a numbered list"),
    "open": _Kind(read_open, ("free", "bullets", "choices"), "a model answer, `> …`, and no gap and no table"),
    "survey": _Kind(
        read_survey,
        ("choices", "table", "boxes", "free", "bullets"),
        "a list with boxes, `- [ ]`, a table with empty cells, or neither",
    ),
}
"""All kinds. The first with the form of a question reads it, unless the question says its kind."""

_BLOCKS = ("flashcards", "scenario", "quiz")
"""What an author may take for a kind of question."""

_SAYS_NOTHING = {
    "shuffle": "only choices are shuffled",
    "choose": "it is for several right choices, and for surveys",
    "points": "what is never scored is worth no points",
    "attempts": "what is never scored can be answered again and again",
    "confidence": "how sure a learner was shows when an answer is right or wrong",
}
"""Attributes that some kinds have no use for."""

_ABOVE: dict[Form, str] = {
    "table": "the table",
    "boxes": "the table",
    "numbers": "the list",
    "free": "the answer",
}


def question_attributes() -> dict[str, Attribute]:
    """What may stand in the braces of a question, besides `#name`."""
    return {**QUESTION, **kind_attribute(tuple(_KINDS), _BLOCKS), **CHOOSE}


def read_question(
    tokens: Sequence[Token], opening: Opening, source: Source, rendering: Rendering
) -> tuple[Question | None, list[Problem]]:
    """The question out of its container's tokens, and what is wrong with it."""
    line = (tokens[0].map or [0])[0]
    parts = take_apart(tokens, opening.attributes, source)
    fields, problems = read_attributes(opening.attributes, line, question_attributes(), source)
    problems = parts.problems + problems
    if "id" not in opening.attributes and not opening.fault and not opening.title:
        problems.append(without_name("question", parts.span))
    name = fields.pop("kind", None)
    kind = _KINDS[name] if name else next(kind for kind in _KINDS.values() if parts.form in kind.forms)
    if parts.unread:
        return None, problems
    if parts.form not in kind.forms:
        message = f"`kind={name}`, and here stands {FORMS[parts.form]}"
        help = f"write {kind.written}; or say another kind"
        return None, [*problems, Problem("ambiguous-question", message, parts.attribute("kind"), help=help)]
    fields |= {
        "span": parts.span,
        "last_line": source.line((tokens[0].map or [0, 1])[1] - 1).line,
        "hints_html": tuple(rendering.html(hint) for hint in parts.hints),
        "explanation_html": rendering.html(parts.explanation) if parts.explanation else "",
        **parts.stem_fields(parts.text, rendering),
    }
    if kind.read not in (read_choice, read_survey):
        fields.pop("choose", None)
    asks = bool(fields["stem_html"]) or parts.form == "gaps"
    question, found = kind.read(parts, fields, rendering)
    if "kind" in opening.attributes and not name:
        # Nobody knows what it was meant to be, and so what is missing.
        return question, problems
    if not asks and not any(problem.code == "question-without-answers" for problem in found):
        help = f"write the question above {_ABOVE.get(parts.form, 'the choices')}, with an empty line between"
        found.append(Problem("question-without-stem", "this question asks nothing", parts.span, help=help))
    return question, problems + found + _idle_attributes(question, parts)


def _idle_attributes(question: Question | None, parts: Parts) -> list[Problem]:
    """Attributes that say nothing to a question of this kind."""
    if question is None:
        return []
    idle = () if question.scored else ("points", "attempts", "confidence")
    idle = idle if question.kind in ("multiple", "survey") else (*idle, "choose")
    idle = idle if question.kind in ("choice", "multiple") else (*idle, "shuffle")
    return [
        Problem(
            "unknown-attribute",
            f"`{key}` says nothing to a question of the kind `{question.kind}`",
            parts.attribute(key),
            help=f"remove it: {_SAYS_NOTHING[key]}",
        )
        for key in idle
        if key in parts.attributes
    ]

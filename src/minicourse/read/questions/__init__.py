"""A `::: question` block to a question. Its kind follows from what is written in it.

Each kind is a module with `KINDS`, `matches(parts)` and `read(parts, fields, rendering)`.
"""

from __future__ import annotations

from collections.abc import Sequence

from markdown_it.token import Token

from minicourse.model.questions import Question
from minicourse.problems import Problem
from minicourse.read.markdown import Rendering
from minicourse.read.mentions import plain_text
from minicourse.read.questions import choice
from minicourse.read.questions.attributes import read_attributes
from minicourse.read.questions.parts import take_apart
from minicourse.read.source import Source
from minicourse.read.syntax.block import Opening

__all__ = ["read_question"]

_READERS = (choice,)
_KINDS = tuple(kind for reader in _READERS for kind in reader.KINDS)


def read_question(
    tokens: Sequence[Token], opening: Opening, source: Source, rendering: Rendering
) -> tuple[Question | None, list[Problem]]:
    """The question out of its container's tokens, and what is wrong with it."""
    parts, problems = take_apart(tokens, opening.attributes, source)
    line = (tokens[0].map or [0])[0]
    fields, found = read_attributes(opening.attributes, line, _KINDS, source)
    problems += found
    if "id" not in opening.attributes and not opening.fault and not opening.title:
        help = "write `::: question {#a-short-name}`: answers are stored under it"
        problems.append(Problem("question-without-name", "this question has no name", parts.span, help=help))
    if parts.stem is None and parts.items is not None:
        help = "write the question above the choices, with an empty line between"
        problems.append(Problem("question-without-stem", "this question asks nothing", parts.span, help=help))
    reader = next((reader for reader in _READERS if reader.matches(parts)), None)
    if reader is None:
        help = "add choices: `- [x]` before the right one, `- [ ]` before the others"
        problems.append(Problem("question-without-answers", "this question has no answers", parts.span, help=help))
        return None, problems
    fields |= {
        "name": fields.get("name", ""),
        "span": parts.span,
        "scenario_html": rendering.html(parts.scenario) if parts.scenario else "",
        "stem_html": rendering.html([parts.stem]) if parts.stem else "",
        "stem": plain_text(parts.stem.children or []) if parts.stem else "",
        "hints_html": tuple(rendering.html(hint) for hint in parts.hints),
        "explanation_html": rendering.html(parts.explanation) if parts.explanation else "",
    }
    question, found = reader.read(parts, fields, rendering)
    return question, problems + found

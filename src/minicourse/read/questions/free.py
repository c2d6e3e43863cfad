"""No list, no table and no gap: an open response. And surveys, which have no key whatever they look like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from markdown_it.token import Token

from minicourse.model.questions import Open, Question, Survey
from minicourse.problems import Problem, Span
from minicourse.read.markdown import Rendering
from minicourse.read.mentions import plain_text
from minicourse.read.questions.choice import read_options
from minicourse.read.questions.parts import Parts, equals
from minicourse.read.questions.table import Table

_LETTERED = re.compile(r"^ *\(?(?:[A-Za-z]|[0-9]{1,2})[.)] ", re.MULTILINE)
_BOXED = re.compile(r"^ *\[[ xX]?\] ", re.MULTILINE)
_ROW = re.compile(r"^ *\|.*\|", re.MULTILINE)
_BLANK = re.compile(r"_{3,}")
_BRACKETS = re.compile(r"\[[^\[\]]*\w[^\[\]]*\]")


def read_open(parts: Parts, fields: dict[str, Any], rendering: Rendering) -> tuple[Question | None, list[Problem]]:
    """The question out of its parts: the first quotation is the model answer."""
    otherwise = _bare_self_check(parts) or ("kind" not in parts.attributes and _otherwise(parts))
    if otherwise:
        return None, [otherwise]
    problems: list[Problem] = []
    points = read_options(parts, rendering, problems) if parts.items else []
    for point in points:
        if point.right:
            help = "write `- [ ]`: a learner ticks these points; for a question of choices remove `kind=open`"
            problems.append(Problem("ambiguous-question", "a marked box in a self-check", point.span, help=help))
    problems += _feedback(parts, "a self-check", "move it into an explanation: `> …` at the end")
    quotations = [parts.model, *parts.quotations] if parts.model else parts.quotations
    model, explanation = quotations[0] if quotations else [], [t for quote in quotations[1:] for t in quote]
    if not model and not points:
        problems.append(_without_answers(parts))
    if any(problem.code != "misplaced-text" for problem in problems):
        return None, problems
    fields["explanation_html"] = rendering.html(explanation) if explanation else ""
    html = rendering.html(model) if model else ""
    return Open(**fields, model_html=html, points_html=tuple(point.html for point in points)), problems


def _without_answers(parts: Parts) -> Problem:
    help = "add choices, `- [x]` and `- [ ]`; or, for an open question, a model answer: `> …`"
    if any(block[0].type == "blockquote_open" for block in parts.text):
        help = "a model answer, `> …`, stands at the end: move what is behind it above it"
    elif "kind" in parts.attributes:
        help = "end it with a model answer: `> …`"
    return Problem("question-without-answers", "this question has no answers", parts.span, help=help)


def _bare_self_check(parts: Parts) -> Problem | None:
    """A list without boxes below the model answer."""
    quoted = len(parts.text) > 1 and parts.text[-2][0].type == "blockquote_open"
    if parts.form != "bullets" or not quoted:
        return None
    message, help = "this self-check has no boxes", "write `- [ ]` before each point"
    return Problem("ambiguous-question", message, _line_of(parts.text[-1][0], parts), help=help)


def _otherwise(parts: Parts) -> Problem | None:
    """What in a question without answers looks as if another kind was meant."""
    text = [block for block in parts.text if block[0].type != "blockquote_open"]
    for block in text:
        span, kind = _line_of(block[0], parts), block[0].type
        if kind == "table_open":
            message = "a table with text behind it can be what is to be matched, or part of an open question"
            help = "move the text above the table, to match; or say `kind=open`"
            return Problem("ambiguous-question", message, span, help=help)
        if kind == "ordered_list_open":
            message = "a numbered list with text behind it can be an order, or part of an open question"
            help = "move the text above the list, for an order; or say `kind=open`"
            return Problem("ambiguous-question", message, span, help=help)
    if parts.form == "bullets":
        message = "a list without boxes can be choices, an order, or part of an open question"
        help = "write `- [ ]` for choices, `1.` for an order; or say `kind=open`"
        return Problem("ambiguous-question", message, _line_of(parts.text[-1][0], parts), help=help)
    return next((problem for block in text for token in block for problem in _slips(token, parts)), None)


def _slips(token: Token, parts: Parts) -> Iterator[Problem]:
    """Choices, tables and gaps that are none for want of a mark."""
    if token.type in ("code_block", "fence") and "[[" in token.content:
        yield _slip("a gap in code is no gap", "take it out of the code", "[[", token, parts)
    if token.type != "inline":
        return
    text = token.content
    literal = "\n".join(child.content for child in token.children or [] if child.type == "text")
    if row := _ROW.search(text):
        message, help = "these lines make no table", "below the header a line `|---|---|`, with as many columns"
        yield _slip(message, help, row[0], token, parts, "table-unclear")
    elif box := _BOXED.search(text):
        yield _slip("a box that begins no item of a list", "write `- [ ]` and `- [x]`", box[0], token, parts)
    elif len(letters := _LETTERED.findall(text)) > 1:
        message = "these lines are no list: they can be choices, an order, or part of an open question"
        yield _slip(message, "write `- [ ]` for choices, `1.` for an order", letters[0], token, parts)
    elif blank := _BLANK.search(literal):
        yield _slip("a blank that says no answer", "write the answer there: `[[answer]]`", blank[0], token, parts)
    elif any(child.type == "code_inline" and "[[" in child.content for child in token.children or []):
        yield _slip("a gap in code is no gap", "take it out of the code", "[[", token, parts)
    elif bracket := _BRACKETS.search(literal):
        help = f"write `[{bracket[0]}]` for a gap"
        yield _slip("square brackets can be a gap, or part of the text", help, bracket[0], token, parts)


def _slip(
    message: str, help: str, written: str, token: Token, parts: Parts, code: str = "ambiguous-question"
) -> Problem:
    first, last = token.map or [0, 1]
    span = parts.source.find([written.strip()], first, last)
    return Problem(code, message, span, help=help + "; or say `kind=open`")


def _line_of(token: Token, parts: Parts) -> Span:
    return parts.source.line((token.map or [0])[0])


def _feedback(parts: Parts, where: str, help: str) -> list[Problem]:
    """Feedback on what is neither right nor wrong would not be shown."""
    found = [item for item in parts.items or [] if item.feedback]
    return [Problem("misplaced-text", f"feedback in {where}", item.span, help=help) for item in found[:1]]


def read_survey(parts: Parts, fields: dict[str, Any], rendering: Rendering) -> tuple[Question | None, list[Problem]]:
    """The question out of its parts: of choices, of statements on a scale, or of free text."""
    problems: list[Problem] = []
    if parts.form == "bullets":
        message, help = "these choices have no boxes", "write `- [ ]` before each"
        return None, [Problem("choice-without-box", message, _line_of(parts.text[-1][0], parts), help=help)]
    options = read_options(parts, rendering, problems) if parts.items else []
    if len(options) == 1:
        message, help = "this survey has only one choice", "add another `- [ ]`"
        problems.append(Problem("question-with-one-choice", message, options[0].span, help=help))
    problems += equals(((option.text, option.span) for option in options), "choice")
    problems += _feedback(parts, "a survey, where nothing is right or wrong", "remove it")
    marked = [option.span for option in options if option.right]
    rows: tuple[str, ...] = ()
    scale: tuple[str, ...] = ()
    if parts.table:
        columns = range(1, parts.table.width)
        marked += [row.span for row in parts.table.rows if any(row.box(column) for column in columns)]
        rows, scale, found = _scale(parts.table, rendering)
        problems += found
    if marked:
        help = "write `[ ]`; if there is a right answer, remove `kind=survey`"
        problems.append(Problem("ambiguous-question", "a marked box in a survey", marked[0], help=help))
    choose = fields.pop("choose", None) or 1
    if choose > max(len(options), 1):
        message, help = f"up to {choose} of {len(options)} choices", "a smaller number, or more choices"
        if not options:
            message, help = "`choose` says nothing where there are no choices", "remove it"
        problems.append(Problem("attribute-value", message, parts.attribute("choose"), help=help))
    if any(problem.code not in ("attribute-value", "misplaced-text") for problem in problems):
        return None, problems
    return (
        Survey(
            **fields,
            options_html=tuple(option.html for option in options),
            choose=choose,
            statements_html=rows,
            scale=scale,
        ),
        problems,
    )


def _scale(table: Table, rendering: Rendering) -> tuple[tuple[str, ...], tuple[str, ...], list[Problem]]:
    """The statements and the steps of a survey's table."""
    columns = range(1, table.width)
    scale = tuple(plain_text(table.head.cells[column].children or []) for column in columns)
    rows = tuple(rendering.html([row.cells[0]]) for row in table.rows)
    written = [r.span for r in table.rows for c in columns if r.cells[c].content.strip() and r.box(c) is None]
    help = "two steps or more in its header, a statement in each row, and the other cells empty"
    said = [(plain_text(row.cells[0].children or []), row.span) for row in table.rows]
    if written or len(scale) < 2 or not all(scale) or not rows or not all(rows):
        span = written[0] if written else table.head.span
        return rows, scale, [Problem("table-unclear", "this table is no scale", span, help=help)]
    return rows, scale, equals(said, "statement")

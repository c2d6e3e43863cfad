"""A table makes matching, or, with boxes in it, a matrix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from markdown_it.token import Token

from minicourse.model.questions import Matching, Matrix, Row
from minicourse.model.questions.answers import folded
from minicourse.problems import Problem
from minicourse.read.markdown import Rendering
from minicourse.read.mentions import plain_text
from minicourse.read.questions.parts import Parts, equals
from minicourse.read.questions.table import Line, Table

_CROSSES = frozenset("x X * \u2713 \u2714 \u2717 \u2718 \u2610 \u2611 \u2612 \u25a1 \u00d7 \u2022".split())


def read_matching(parts: Parts, fields: dict[str, Any], rendering: Rendering) -> tuple[Matching | None, list[Problem]]:
    """The question out of its parts; none when nobody can tell what belongs to what."""
    assert parts.table
    if parts.form == "boxes":
        return _matrix(parts.table, fields, rendering)
    return _matching(parts.table, fields, rendering)


def _matching(table: Table, fields: dict[str, Any], rendering: Rendering) -> tuple[Matching | None, list[Problem]]:
    crossed = _crossed(table)
    if crossed:
        return None, [crossed]
    if table.width not in (2, 3):
        columns = "1 column" if table.width == 1 else f"{table.width} columns"
        message = f"a table of {columns} can't be matched"
        help = "two columns match left to right, a third says why; for a scale, put `[x]` into a cell of each row"
        return None, [Problem("table-unclear", message, table.head.span, help=help)]
    problems = [problem for row in table.rows for problem in _row_problems(row)]
    rows = [row for row in table.rows if _text(row.cells[0])]
    problems += equals(((_text(row.cells[0]), row.span) for row in rows), "left side")
    problems += _equal_targets(table)
    targets = sorted({_text(row.cells[1]) for row in table.rows}, key=lambda text: (folded(text), text))
    if not problems and (len(rows) < 2 or len(targets) < 2):
        why = "no row" if not rows else "one row" if len(rows) == 1 else "all right sides are the same"
        message, help = f"there is nothing to choose from: {why}", "add rows that differ on the right"
        problems.append(Problem("table-unclear", message, table.head.span, help=help))
    if problems:
        return None, problems
    heads = (_text(table.head.cells[0]), _text(table.head.cells[1]))
    feedback = 2 if table.width == 3 else None
    made = [_row(row, str(targets.index(_text(row.cells[1])) + 1), feedback, rendering) for row in rows]
    return Matching(**fields, heads=heads, rows=tuple(made), targets=tuple(targets)), []


def _row_problems(row: Line) -> Iterator[Problem]:
    if any(child.type == "image" for child in row.cells[1].children or []):
        message = "a picture on the right side, which is a list of texts"
        help = "swap the columns, or describe it in words"
        yield Problem("table-unclear", message, row.span, help=help)
    elif not _text(row.cells[1]):
        help = "write what belongs to it; a row without a left side adds something that belongs to nothing"
        message = "this row has no right side" if _text(row.cells[0]) else "this row is empty"
        yield Problem("table-unclear", message, row.span, help=help if _text(row.cells[0]) else "remove it")


def _equal_targets(table: Table) -> Iterator[Problem]:
    """Right sides that differ in what a learner won't see, and ones that should belong to nothing, but don't."""
    first: dict[str, tuple[str, int]] = {}
    belonging = {folded(_text(row.cells[1])) for row in table.rows if _text(row.cells[0])}
    for row in table.rows:
        text = _text(row.cells[1])
        known, line = first.setdefault(folded(text), (text, row.span.line))
        if known != text:
            message = f"`{text}` and `{known}` in line {line} are the same right side, written differently"
            yield Problem("equal-choices", message, row.span, help="write both alike")
        elif text and not _text(row.cells[0]) and (folded(text) in belonging or line != row.span.line):
            message = f"`{text}` stands in another row, too"
            help = "a row without a left side adds something that belongs to nothing: write another, or remove it"
            yield Problem("equal-choices", message, row.span, help=help)


def _crossed(table: Table) -> Problem | None:
    """A matrix whose crosses have no brackets."""
    cells = [(row, row.cells[column].content.strip()) for row in table.rows for column in range(1, table.width)]
    marked = [(row, cell) for row, cell in cells if cell]
    if not marked or not all(cell in _CROSSES for _, cell in marked):
        return None
    row, cell = marked[0]
    return Problem("table-unclear", f"`{cell}` is no box", row.span, help="write `[x]`, `[ ]`, or nothing")


def _matrix(table: Table, fields: dict[str, Any], rendering: Rendering) -> tuple[Matching | None, list[Problem]]:
    boxed = [column for column in range(table.width) if any(row.box(column) is not None for row in table.rows)]
    unclear = _no_matrix(table, boxed)
    if unclear:
        return None, [unclear]
    scale = range(1, boxed[-1] + 1)
    heads = [_text(table.head.cells[column]) for column in scale]
    problems = list(_header_problems(table, heads))
    if not any(row.box(column) for row in table.rows for column in scale):
        help = "mark the right one in each row with `[x]`; for an opinion write `kind=survey`"
        message = "no box of this table is marked"
        return None, [*problems, Problem("question-without-key", message, table.rows[0].span, help=help)]
    problems += equals(((_text(row.cells[0]), row.span) for row in table.rows), "statement")
    feedback = scale[-1] + 1 if table.width > scale[-1] + 1 else None
    rows = []
    for row in table.rows:
        step = _step(row, scale)
        if isinstance(step, Problem):
            problems.append(step)
        else:
            rows.append(_row(row, str(step), feedback, rendering))
    if problems:
        return None, problems
    head = _text(table.head.cells[0])
    return Matrix(**fields, heads=(head, ""), rows=tuple(rows), targets=tuple(heads)), []


def _no_matrix(table: Table, boxed: Sequence[int]) -> Problem | None:
    """Why a table with boxes in these columns is no scale, where it is none."""
    message = help = ""
    if boxed[0] > 0 and _is_empty(table, table.width - 1):
        message, help = "an empty column can be a step of the scale, or feedback", "write `[ ]` into it, or remove it"
    elif boxed[0] == 0:
        message, help = "boxes in the first column", "write the statement there, and the boxes behind it"
    elif len(boxed) < 2:
        message = "one column of boxes can be a scale of one step, or choices"
        help = "head two columns or more with the steps of the scale; or write a list with boxes, `- [x]` and `- [ ]`"
    return Problem("ambiguous-question", message, table.head.span, help=help) if message else None


def _header_problems(table: Table, heads: Sequence[str]) -> Iterator[Problem]:
    """What is wrong with the header of a table whose scale has these steps."""
    if not all(heads) or len({folded(head) for head in heads}) < len(heads):
        help = "write the steps of the scale into the header, each once"
        yield Problem("table-unclear", "a step of the scale has no name of its own", table.head.span, help=help)
    if table.width > len(heads) + 2:
        message, help = "more than one column behind the boxes", "one column may stand there: what to say of the row"
        yield Problem("table-unclear", message, table.head.span, help=help)


def _step(row: Line, scale: range) -> int | Problem:
    """The step of the scale that is marked in a row, from 1; or what is wrong with the row."""
    marked = [place for place, column in enumerate(scale, 1) if row.box(column)]
    strange = [column for column in scale if row.box(column) is None and row.cells[column].content.strip()]
    if not _text(row.cells[0]):
        return Problem("table-unclear", "this row says nothing", row.span, help="write the statement")
    if strange:
        message = f"`{row.cells[strange[0]].content.strip()}` is no box"
        return Problem("table-unclear", message, row.span, help="write `[x]`, `[ ]`, or nothing")
    if len(marked) != 1:
        message = f"{len(marked)} boxes of this row are marked" if marked else "no box of this row is marked"
        help = "mark the right one with `[x]`, and leave the others empty"
        return Problem("question-without-key", message, row.span, help=help)
    return marked[0]


def _is_empty(table: Table, column: int) -> bool:
    return not any(row.cells[column].content.strip() for row in table.rows)


def _row(row: Line, right: str, feedback: int | None, rendering: Rendering) -> Row:
    html = rendering.html([row.cells[0]])
    said = rendering.html([row.cells[feedback]]) if feedback is not None else ""
    return Row(html, _text(row.cells[0]), right, said, row.span)


def _text(cell: Token) -> str:
    return plain_text(cell.children or [])

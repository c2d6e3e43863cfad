"""`[[…]]` in a question: which are gaps, and which are slips."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

from minicourse.problems import Problem, Span
from minicourse.read.questions.parts import Parts


def find_gaps(tokens: Sequence[Token], parts: Parts) -> None:
    """Number the gaps in the text, and tell of brackets that make none, or make one where none can be filled."""
    _number_gaps(parts)
    _stray_brackets(tokens, parts)
    _stray_gaps(parts)


def _number_gaps(parts: Parts) -> None:
    lines = [0, 1]
    for token in (token for block in parts.text for token in block):
        lines = token.map or lines
        for gap in (child for child in token.children or [] if child.type == "gap"):
            parts.gaps.append(gap)
            gap.meta["number"] = len(parts.gaps)
            parts.gap_spans.append(parts.source.find([gap.markup, "[["], lines[0], lines[1]))


def _stray_brackets(tokens: Sequence[Token], parts: Parts) -> None:
    """`[[` or `]]` that makes no gap is a slip, unless a backslash says otherwise.

    In quotations they are links to the glossary.
    """
    around: list[str] = []
    for token in tokens:
        if token.nesting:
            around = [*around, token.type] if token.nesting > 0 else around[:-1]
        quoted = any(name in ("blockquote_open", "alert_open") for name in around)
        # A backslash is gone from the tokens: where there is one, the author knows what they are doing.
        if token.type != "inline" or quoted or re.search(r"\\[\[\]]", token.content):
            continue
        for child in token.children or []:
            stray = re.search(r"\[\[|\]\]", child.content) if child.type == "text" else None
            if stray:
                lines = token.map or [0, 1]
                written = child.content[stray.start() : stray.start() + 12]
                span = parts.source.find([written, stray[0]], lines[0], lines[1])
                # In a table a bar without its backslash, which is said below, makes a cell too many as well.
                parts.problems = [found for found in parts.problems if found.code != "table-unclear"]
                parts.problems.append(Problem("gap-unclear", *_stray(child.content, stray[0], span, around)))
                return


def _stray(text: str, brackets: str, span: Span, around: Sequence[str]) -> tuple[str, Span, str, str]:
    """Message and way out where brackets make no gap."""
    literally = f"; to show the brackets themselves, write `\\{brackets}`"
    if brackets == "]]":
        return "`]]` ends no gap", span, "", "open it: `[[answer]]`" + literally
    help = "close it, and leave other square brackets out: `[[answer]]`, `[[(right)|wrong]]`" + literally
    if "table_open" in around and "]]" not in text:
        help = "close it; a bar in a table needs a backslash, `[[(right)\\|wrong]]`" + literally
    return "`[[` begins a gap that can't be read", span, "", help


def _stray_gaps(parts: Parts) -> None:
    """A gap in a choice, or in what is said of the answers, can't be filled."""
    within = [(item, gap) for item in parts.items or [] if item.text for gap in item.text.children or []]
    found = next(((item, gap) for item, gap in within if gap.type == "gap"), None)
    if found is None or (parts.gaps and parts.list_kind == "boxes"):
        return
    message, help = "a gap in what is said of the answers", "write it without the brackets"
    if parts.list_kind == "boxes":
        message = "a gap in a question of choices: it can be one or the other"
        help = "remove the boxes and the choices, or write the gap without its brackets"
    line = parts.source.index_of(found[0].span)
    span = parts.source.find([found[1].markup], line, line + 1)
    parts.problems.append(Problem("ambiguous-question", message, span, help=help))

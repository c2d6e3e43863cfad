"""The parts of a `::: question` block, before anyone asks which kind it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from minicourse.problems import Problem, Span
from minicourse.read.source import Source


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the task list."""

    checked: bool | None
    """Its box; none where it has none."""
    text: Token | None
    """Its inline token; none when it is empty."""
    feedback: tuple[Token, ...]
    """Tokens inside its blockquote."""
    span: Span


@dataclass(slots=True)
class Parts:
    """What stands in a question's block, in the order in which it may stand there."""

    span: Span
    attributes: Mapping[str, str]
    scenario: list[Token] = field(default_factory=list)
    """Blocks before the stem."""
    stem: Token | None = None
    """The inline token of the last paragraph before the answers."""
    items: list[Item] | None = None
    """The task list; none where there isn't one."""
    hints: list[tuple[Token, ...]] = field(default_factory=list)
    explanation: list[Token] = field(default_factory=list)


def blocks(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The outermost blocks of a run of tokens, each with all that is in it."""
    start, depth = 0, 0
    for index, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield tokens[start : index + 1]
            start = index + 1


def take_apart(tokens: Sequence[Token], attributes: Mapping[str, str], source: Source) -> tuple[Parts, list[Problem]]:
    """Sort the blocks inside a question's container (its outer tokens stripped) into their parts."""
    parts = Parts(source.line((tokens[0].map or [0])[0]), attributes)
    problems: list[Problem] = []
    for block in blocks(tokens[1:-1]):
        first = block[0]
        if _is_task_list(first):
            if parts.items is None:
                parts.items = []
            for item in blocks(block[1:-1]):
                parts.items.append(_item(item, source, problems))
        elif first.type == "alert_open" and first.info == "TIP":
            # Without the title that an alert has elsewhere: the page says "Hint".
            parts.hints.append(tuple(block[4:-1]))
        elif first.type == "blockquote_open" and parts.items is not None:
            parts.explanation += block[1:-1]
        elif parts.items is None:
            _add_to_stem(parts, block)
        elif first.type != "container_block_open":
            # (A block in here is one that this question has swallowed; that is said where it opens.)
            parts.explanation += block
            span = source.line((first.map or [0])[0])
            help = "put `> ` before it to make it the explanation, or move it above the choices"
            problems.append(Problem("misplaced-text", "text behind the choices", span, help=help))
    return parts, problems


def _add_to_stem(parts: Parts, block: Sequence[Token]) -> None:
    """The last paragraph is the stem; whatever else there is, the scenario."""
    if block[0].type == "paragraph_open":
        if parts.stem is not None:
            parts.scenario += _paragraph(parts.stem)
        parts.stem = block[1]
    else:
        parts.scenario += block


def _paragraph(inline: Token) -> list[Token]:
    return [Token("paragraph_open", "p", 1, block=True), inline, Token("paragraph_close", "p", -1, block=True)]


def _is_task_list(token: Token) -> bool:
    return token.type in ("bullet_list_open", "ordered_list_open") and "contains-task-list" in str(
        token.attrGet("class") or ""
    )


def _item(tokens: Sequence[Token], source: Source, problems: list[Problem]) -> Item:
    line = (tokens[0].map or [0])[0]
    text: Token | None = None
    feedback: list[Token] = []
    for block in blocks(tokens[1:-1]):
        first = block[0]
        if first.type == "paragraph_open" and text is None and not feedback:
            text = block[1]
        elif first.type == "blockquote_open":
            feedback += block[1:-1]
        else:
            span = source.line((first.map or [line])[0])
            help = "a choice is one line of text; put `> ` before its feedback"
            problems.append(Problem("misplaced-text", "this is neither the choice nor its feedback", span, help=help))
    checked = tokens[0].meta.get("checked") if tokens[0].meta else None
    return Item(checked, text, tuple(feedback), source.line(line))

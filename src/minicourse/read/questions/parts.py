"""The parts of a `::: question` block, before anyone asks which kind it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

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
    quotations: list[Sequence[Token]] = field(default_factory=list)
    """What stands in quotations below the answers."""

    @property
    def explanation(self) -> list[Token]:
        """The quotations as one run of tokens."""
        return [token for quotation in self.quotations for token in quotation]


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
    before: list[Sequence[Token]] = []
    unindented = False
    for block in blocks(tokens[1:-1]):
        first = block[0]
        if _is_task_list(first):
            if parts.quotations and parts.items:
                found = _take_back_feedback(parts, source)
                problems += [] if unindented else found
                unindented = True
            parts.items = parts.items or []
            parts.items += [_item(item, source, problems) for item in blocks(block[1:-1])]
        elif first.type == "alert_open" and first.info == "TIP":
            # Without the title that an alert has elsewhere: the page says "Hint".
            parts.hints.append(tuple(block[4:-1]))
        elif parts.items is None:
            before.append(block)
        elif first.type == "blockquote_open":
            parts.quotations.append(block[1:-1])
        elif first.type != "container_block_open":
            # (A block in here is one that this question has swallowed; that is said where it opens.)
            parts.quotations.append(block)
            span = source.line((first.map or [0])[0])
            help = "put `> ` before it to make it the explanation, or move it above the choices"
            problems.append(Problem("misplaced-text", "text behind the choices", span, help=help))
    if unindented and len(parts.quotations) > 1:
        _take_back_feedback(parts, source)
    _stem(parts, before)
    return parts, problems


def _stem(parts: Parts, before: Sequence[Sequence[Token]]) -> None:
    """The last paragraph above the answers is the stem; whatever else stands there, in its order, the scenario."""
    last = max((place for place, block in enumerate(before) if block[0].type == "paragraph_open"), default=None)
    for place, block in enumerate(before):
        if place == last:
            parts.stem = block[1]
        else:
            parts.scenario += block


def _take_back_feedback(parts: Parts, source: Source) -> list[Problem]:
    """A quotation between choices is feedback that its author forgot to indent: give it to the choice above."""
    assert parts.items
    feedback = parts.quotations.pop(0)
    parts.items[-1] = replace(parts.items[-1], feedback=tuple(feedback))
    line = next(token.map[0] for token in feedback if token.map)
    help = "indent it by two spaces, so that it belongs to the choice above it"
    return [Problem("misplaced-text", "feedback that belongs to no choice", source.line(line), help=help)]


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

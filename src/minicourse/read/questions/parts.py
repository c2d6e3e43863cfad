"""The parts of a `::: question` block, before anyone asks which kind it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from markdown_it.token import Token

from minicourse.model.questions.answers import folded
from minicourse.problems import Problem, Span
from minicourse.read.markdown import Rendering
from minicourse.read.mentions import plain_text
from minicourse.read.questions.attributes import attribute_span
from minicourse.read.questions.table import Table, read_table
from minicourse.read.source import Source

Block = Sequence[Token]
"""One outermost block, with all that is in it."""

Form = Literal["choices", "spots", "table", "boxes", "numbers", "bullets", "gaps", "free"]
"""What the answers of a question look like: a task list, one with places on a picture, a table, one with boxes in it, a
numbered list, a list with neither numbers nor boxes, gaps, or none of these."""

FORMS: Mapping[Form, str] = {
    "choices": "a list with boxes, `- [x]` and `- [ ]`",
    "spots": "a list with boxes and places, `- [x] … {at=20,30}`",
    "table": "a table",
    "boxes": "a table with boxes, `[x]` and `[ ]`",
    "numbers": "a numbered list",
    "bullets": "a list without numbers or boxes",
    "gaps": "`[[…]]`, a gap to fill",
    "free": "no list, no table and no gap",
}
"""The forms in an author's words."""


@dataclass(slots=True)
class Item:
    """One item of a list of answers."""

    checked: bool | None
    """Its box; none where it has none."""
    text: Token | None
    """Its inline token; none when it is empty."""
    feedback: list[Token]
    """Tokens inside its quotation."""
    span: Span


@dataclass(slots=True)
class Parts:
    """What stands in a question's block."""

    span: Span
    attributes: Mapping[str, str]
    source: Source
    text: list[Block] = field(default_factory=list)
    """Blocks before the answers: scenario and stem, not yet told apart."""
    items: list[Item] | None = None
    """The list of answers: with boxes, or numbered, or with plain bullets behind a gap."""
    list_kind: Literal["boxes", "numbers", "bullets"] | None = None
    """What sort of list that is."""
    table: Table | None = None
    """The table of answers."""
    gaps: list[Token] = field(default_factory=list)
    """The gaps in the text, numbered."""
    gap_spans: list[Span] = field(default_factory=list)
    """Where they stand."""
    hints: list[list[Token]] = field(default_factory=list)
    model: list[Token] = field(default_factory=list)
    """The quotation that stands directly above a list with boxes none of which is marked: a model answer."""
    quotations: list[list[Token]] = field(default_factory=list)
    """What stands in quotations at the end."""
    problems: list[Problem] = field(default_factory=list)

    @property
    def form(self) -> Form:
        """What the answers look like."""
        if self.gaps:
            return "gaps"
        if self.table:
            return "boxes" if self.table.has_boxes else "table"
        if self.items is None and self.text and self.text[-1][0].type == "bullet_list_open":
            return "bullets"
        if self.items is None or self.model:
            return "free"
        if self.list_kind == "numbers":
            return "numbers"
        return "spots" if any(place_of(item) is not None for item in self.items) else "choices"

    def attribute(self, key: str) -> Span:
        """Where an attribute stands."""
        return attribute_span(key, self.span.line - self.source.first_line, self.source)

    @property
    def unread(self) -> bool:
        """Is something wrong after which nobody can tell what the answers are?"""
        codes = ("ambiguous-question", "gap-unclear", "table-unclear")
        return any(problem.code in codes for problem in self.problems)

    @property
    def explanation(self) -> list[Token]:
        """The quotations as one run of tokens."""
        return [token for quotation in self.quotations for token in quotation]

    def stem_fields(self, text: Sequence[Block], rendering: Rendering) -> dict[str, str]:
        """The last paragraph is the stem; whatever else stands there, in its order, the scenario."""
        asks = [place for place, block in enumerate(text) if is_sentence(block)]
        last = asks[-1] if asks else None
        stem = text[last][1] if last is not None else None
        scenario = [token for place, block in enumerate(text) if place != last for token in block]
        return {
            "scenario_html": rendering.html(scenario) if scenario else "",
            "stem_html": rendering.html([stem]) if stem else "",
            "stem": plain_text(stem.children or []) if stem else "",
        }


def blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    """The outermost blocks of a run of tokens, each with all that is in it."""
    start, depth = 0, 0
    for index, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield tokens[start : index + 1]
            start = index + 1


def is_sentence(block: Block) -> bool:
    """Is it a paragraph that says something, and not only a picture?"""
    return block[0].type == "paragraph_open" and not is_picture(block)


def is_picture(block: Block) -> bool:
    """Is it a picture alone in its paragraph?"""
    children = block[1].children or [] if len(block) > 1 else []
    return bool(children) and children[0].type == "image" and all(c.type != "text" for c in children)


def gaps_in(block: Block) -> list[Token]:
    """The gaps in a block's text."""
    return [child for token in block for child in token.children or [] if child.type == "gap"]


_PLACE = re.compile(r"\{\s*at\s*=[ \"]*([^{}\"]*)\"?\s*(\}?)\s*")


def place_of(item: Item) -> str | None:
    """`62,40` out of `{at=62,40}` at the end of an item; none where there is none.

    What stands elsewhere, or is never closed, is given as it is written.
    """
    text = item.text.content if item.text else ""
    match = _PLACE.search(text)
    if match is None:
        return None
    return match[1].strip() if match[2] and match.end() == len(text) else match[0].strip()


def take_off_place(item: Item) -> None:
    """Remove `{at=…}` from the end of an item."""
    if item.text and item.text.children:
        last = item.text.children[-1]
        last.content = last.content[: max(last.content.rfind("{"), 0)].rstrip()
        item.text.content = item.text.content[: item.text.content.rfind("{")].rstrip()
        item.text = item.text if item.text.content else None


def equals(entries: Iterable[tuple[str, Span]], what: str) -> list[Problem]:
    """What is wrong when two of these texts read alike: `what` they are, say `item`."""
    seen: dict[str, int] = {}
    problems = []
    for text, span in entries:
        compared = folded(text)
        if compared and compared in seen:
            message = f"the same {what} as in line {seen[compared]}"
            problems.append(Problem("equal-choices", message, span, help="make them differ, or remove one"))
        seen.setdefault(compared, span.line)
    return problems


def take_apart(tokens: Sequence[Token], attributes: Mapping[str, str], source: Source) -> Parts:
    """Sort the blocks inside a question's container (its outer tokens are stripped) into their parts."""
    parts = Parts(source.line((tokens[0].map or [0])[0]), attributes, source)
    rest: list[Block] = []
    for block in blocks(tokens[1:-1]):
        if block[0].type == "alert_open" and block[0].info == "TIP":
            # Without the title that an alert has elsewhere: the page says "Hint".
            parts.hints.append(list(block[4:-1]))
        elif block[0].type != "container_block_open":
            # (A block in here is one that this question has swallowed; that is said where it opens.)
            rest.append(block)
    first = next((place for place, block in enumerate(rest) if is_task_list(block[0])), None)
    if first is None:
        _without_boxes(rest, parts)
    else:
        parts.text = rest[:first]
        _with_boxes(rest[first:], parts)
    _number_gaps(parts)
    _stray_brackets(tokens, parts)
    _stray_gaps(parts)
    return parts


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
    line = found[0].span.line - parts.source.first_line
    span = parts.source.find([found[1].markup], line, line + 1)
    parts.problems.append(Problem("ambiguous-question", message, span, help=help))


def _without_boxes(rest: list[Block], parts: Parts) -> None:
    """Quotations at the end are the explanation; a table or a list before them holds the answers."""
    while rest and rest[-1][0].type == "blockquote_open":
        parts.quotations.insert(0, list(rest.pop()[1:-1]))
    last_gap = max((place for place, block in enumerate(rest) if gaps_in(block)), default=-1)
    lists = [place for place, block in enumerate(rest) if place > last_gap and _is_list(block)]
    last = rest[-1] if rest else None
    if last is not None and last[0].type == "table_open" and last_gap < 0:
        parts.table = read_table(rest.pop(), parts.source, parts.problems)
    elif lists and (last_gap >= 0 or (lists[-1] == len(rest) - 1 and rest[-1][0].type == "ordered_list_open")):
        first = lists[0] if last_gap >= 0 else _first_of_broken(rest)
        _listed(rest[first:], parts)
        rest = rest[:first]
    parts.text = rest


def _is_list(block: Block) -> bool:
    return block[0].type in ("ordered_list_open", "bullet_list_open")


def _first_of_broken(rest: Sequence[Block]) -> int:
    """Where a list begins that ends these blocks, and that quotations break where its author forgot to indent them."""
    first = len(rest) - 1
    while first > 1 and rest[first - 1][0].type == "blockquote_open" and rest[first - 2][0].type == rest[-1][0].type:
        first -= 2
    return first


def _listed(listed: Sequence[Block], parts: Parts) -> None:
    """The items of a list that quotations, or other text, may break."""
    parts.list_kind = "numbers" if listed[0][0].type == "ordered_list_open" else "bullets"
    parts.items = []
    forgotten: list[Span] = []
    for block in listed:
        span = _line(block, parts)
        if _is_list(block):
            parts.items += [made for item in blocks(block[1:-1]) for made in _items(item, parts)]
        elif block[0].type == "blockquote_open":
            parts.items[-1].feedback += block[1:-1]
            forgotten.append(span)
        else:
            help = "move it above the list, or put `> ` before it to make it the explanation"
            parts.problems.append(Problem("misplaced-text", "text behind the list", span, help=help))
            return
    if forgotten:
        if len(parts.quotations) > 1:
            parts.items[-1].feedback += parts.quotations.pop(0)
        _not_indented(forgotten, "item", 3 if parts.list_kind == "numbers" else 2, parts)


def _not_indented(places: Sequence[Span], what: str, spaces: int, parts: Parts) -> None:
    help = f"indent it by {'three' if spaces == 3 else 'two'} spaces, so that it belongs to the {what} above it"
    parts.problems.append(Problem("misplaced-text", f"feedback that belongs to no {what}", places[0], help=help))


def _with_boxes(rest: list[Block], parts: Parts) -> None:
    """From the first list with boxes on: choices, feedback that its author forgot to indent, explanation."""
    parts.list_kind, parts.items = "boxes", []
    forgotten: list[Span] = []
    explained = False
    for place, block in enumerate(rest):
        first = block[0]
        if is_task_list(first):
            if first.type == "ordered_list_open":
                message = "a numbered list with boxes can be choices, or things to put in order"
                help = "write `- [ ]` for choices; leave the boxes out for an order"
                span = _line(block, parts)
                parts.problems.append(Problem("ambiguous-question", message, span, help=help))
            parts.items += [made for item in blocks(block[1:-1]) for made in _items(item, parts)]
        elif first.type == "blockquote_open":
            more = any(is_task_list(later[0]) for later in rest[place + 1 :])
            left = sum(later[0].type == "blockquote_open" for later in rest[place:])
            last_of_several = bool(forgotten) and not more and left > 1
            if (more or last_of_several) and not parts.items[-1].feedback:
                parts.items[-1].feedback = list(block[1:-1])
                forgotten.append(_line(block, parts))
            else:
                parts.quotations.append(list(block[1:-1]))
        else:
            parts.quotations.append(list(block))
            if not explained:
                explained = True
                span = _line(block, parts)
                what = f"take `[!{first.info}]` away" if first.type == "alert_open" else "put `> ` before it"
                help = f"{what} to make it the explanation, or move it above the choices"
                parts.problems.append(Problem("misplaced-text", "text behind the choices", span, help=help))
    if forgotten:
        _not_indented(forgotten, "choice", 2, parts)
    above = parts.text[-1] if parts.text else None
    if above is not None and above[0].type == "blockquote_open" and not any(item.checked for item in parts.items):
        parts.model = list(parts.text.pop()[1:-1])


def is_task_list(token: Token) -> bool:
    """Does a list with boxes open here?"""
    return token.type in ("bullet_list_open", "ordered_list_open") and "contains-task-list" in str(
        token.attrGet("class") or ""
    )


def _items(tokens: Sequence[Token], parts: Parts) -> list[Item]:
    """An item of a list; and those that stand in it where their author indented them too much."""
    what = "choice" if parts.list_kind == "boxes" else "item"
    item = Item(tokens[0].meta.get("checked") if tokens[0].meta else None, None, [], _line(tokens, parts))
    made = [item]
    for block in blocks(tokens[1:-1]):
        first = block[0]
        if first.type == "paragraph_open" and item.text is None and not item.feedback:
            item.text = block[1]
        elif first.type == "blockquote_open":
            item.feedback += block[1:-1]
        elif what == "choice" and is_task_list(first):
            help = "indent it as the others are"
            span = _line(block, parts)
            parts.problems.append(Problem("misplaced-text", "a choice within a choice", span, help=help))
            made += [inner for listed in blocks(block[1:-1]) for inner in _items(listed, parts)]
        elif first.type == "container_block_open":
            continue  # said where it opens
        elif first.type == "alert_open":
            item.feedback += block[4:-1]
            help = f"take `[!{first.info}]` away to make it feedback; a hint stands below the list"
            message = f"a box of its own within this {what}"
            parts.problems.append(Problem("misplaced-text", message, _line(block, parts), help=help))
        else:
            help = f"{'a' if what == 'choice' else 'an'} {what} is one line of text; put `> ` before its feedback"
            message = f"this is neither the {what} nor its feedback"
            span = _line(block, parts)
            parts.problems.append(Problem("misplaced-text", message, span, help=help))
    return made


def _line(tokens: Sequence[Token], parts: Parts) -> Span:
    return parts.source.line((tokens[0].map or [0])[0])

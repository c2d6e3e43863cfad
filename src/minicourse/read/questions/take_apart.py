"""Sorts what stands in a `::: question` block into its parts: text, answers, hints, explanation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markdown_it.token import Token

from minicourse.problems import Problem, Span
from minicourse.read.questions.brackets import find_gaps
from minicourse.read.questions.parts import Block, Item, Parts, blocks, gaps_in, line_of
from minicourse.read.questions.table import read_table
from minicourse.read.source import Source


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
    find_gaps(tokens, parts)
    return parts


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
        span = line_of(block, parts)
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
    numbered = next((block for block in rest if is_task_list(block[0]) and block[0].type == "ordered_list_open"), None)
    if numbered:
        message = "a numbered list with boxes can be choices, or things to put in order"
        help = "write `- [ ]` for choices; leave the boxes out for an order"
        parts.problems.append(Problem("ambiguous-question", message, line_of(numbered, parts), help=help))
    for place, block in enumerate(rest):
        first = block[0]
        if is_task_list(first):
            parts.items += [made for item in blocks(block[1:-1]) for made in _items(item, parts)]
        elif first.type == "blockquote_open":
            more = any(is_task_list(later[0]) for later in rest[place + 1 :])
            left = sum(later[0].type == "blockquote_open" for later in rest[place:])
            last_of_several = bool(forgotten) and not more and left > 1
            if (more or last_of_several) and not parts.items[-1].feedback:
                parts.items[-1].feedback = list(block[1:-1])
                forgotten.append(line_of(block, parts))
            else:
                parts.quotations.append(list(block[1:-1]))
        else:
            parts.quotations.append(list(block))
            if not explained:
                explained = True
                span = line_of(block, parts)
                what = f"take `[!{first.info}]` away" if first.type == "alert_open" else "put `> ` before it"
                help = f"{what} to make it the explanation, or move it above the choices"
                parts.problems.append(Problem("misplaced-text", "text behind the choices", span, help=help))
    # Behind a number two spaces are too few, and behind the `-` that is asked for they are right.
    if forgotten and not numbered:
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
    item = Item(tokens[0].meta.get("checked") if tokens[0].meta else None, None, [], line_of(tokens, parts))
    made = [item]
    for block in blocks(tokens[1:-1]):
        first = block[0]
        if first.type == "paragraph_open" and item.text is None and not item.feedback:
            item.text = block[1]
        elif first.type == "blockquote_open":
            item.feedback += block[1:-1]
        elif what == "choice" and is_task_list(first):
            help = "indent it as the others are"
            span = line_of(block, parts)
            parts.problems.append(Problem("misplaced-text", "a choice within a choice", span, help=help))
            made += [inner for listed in blocks(block[1:-1]) for inner in _items(listed, parts)]
        elif first.type == "container_block_open":
            continue  # said where it opens
        elif first.type == "alert_open":
            item.feedback += block[4:-1]
            help = f"take `[!{first.info}]` away to make it feedback; a hint stands below the list"
            message = f"a box of its own within this {what}"
            parts.problems.append(Problem("misplaced-text", message, line_of(block, parts), help=help))
        else:
            help = f"{'a' if what == 'choice' else 'an'} {what} is one line of text; put `> ` before its feedback"
            message = f"this is neither the {what} nor its feedback"
            span = line_of(block, parts)
            parts.problems.append(Problem("misplaced-text", message, span, help=help))
    return made

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
from minicourse.read.questions.table import Table
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
        return attribute_span(key, self.source.index_of(self.span), self.source)

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


_PLACE = re.compile(r"(?<!\\)\{\s*at\s*=[ \"]*([^{}\"]*)\"?\s*(\}?)\s*")


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


def line_of(tokens: Sequence[Token], parts: Parts) -> Span:
    """The line in which a block begins."""
    return parts.source.line((tokens[0].map or [0])[0])

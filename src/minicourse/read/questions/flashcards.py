"""A `::: flashcards` block: a definition list makes cards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from markdown_it.token import Token

from minicourse.model.questions import Card, Flashcards
from minicourse.problems import Problem, Span
from minicourse.read.markdown import Rendering
from minicourse.read.mentions import plain_text
from minicourse.read.questions.parts import blocks, equals, is_sentence
from minicourse.read.source import Source

_CARD = "write the front in a line of its own, below it `:   ` and the back, and leave an empty line between cards"


def read_flashcards(
    tokens: Sequence[Token], fields: dict[str, Any], source: Source, rendering: Rendering
) -> tuple[Flashcards | None, list[Problem]]:
    """The pack out of its container's tokens; none without cards."""
    span: Span = fields["span"]
    problems: list[Problem] = []
    cards: list[Card] = []
    stem: Token | None = None
    for block in blocks(tokens[1:-1]):
        if block[0].type == "dl_open":
            cards += _cards(block, source, rendering, problems)
        elif is_sentence(block) and stem is None and not cards:
            stem = block[1]
        elif block[0].type != "container_block_open":
            at = source.line((block[0].map or [0])[0])
            problems.append(Problem("misplaced-text", "this is no card", at, help=_CARD))
    if not cards:
        # Whatever stands there was meant to be cards: that is one mistake.
        return None, [Problem("question-without-answers", "there is no card in here", span, help=_CARD)]
    fields |= {
        "stem_html": rendering.html([stem]) if stem else "",
        "stem": plain_text(stem.children or []) if stem else "",
    }
    return Flashcards(**fields, cards=tuple(cards)), problems


def _cards(tokens: Sequence[Token], source: Source, rendering: Rendering, problems: list[Problem]) -> list[Card]:
    cards: list[Card] = []
    fronts: list[tuple[str, Span]] = []
    front, back = "", list[str]()
    for block in blocks(tokens[1:-1]):
        span = source.line((block[0].map or [0])[0])
        if block[0].type == "dt_open":
            if back:
                cards.append(Card(front, "\n".join(back)))
            front, back = rendering.html([block[1]]), []
            fronts.append((plain_text(block[1].children or []), span))
        elif block[0].type == "dd_open":
            back.append(rendering.html(block[1:-1]))
            if not back[-1]:
                problems.append(Problem("question-without-answers", "this card has no back", span, help=_CARD))
            line = (block[0].map or [0])[0] - 1
            if len(back) > 1 and re.match(r"[^\s:~]", source.lines[line]):
                message, help = "this looks like the front of another card", "put an empty line above it; or indent it"
                problems.append(Problem("misplaced-text", message, source.line(line), help=help))
    problems += equals(fronts, "front")
    return [*cards, Card(front, "\n".join(back))] if back else cards

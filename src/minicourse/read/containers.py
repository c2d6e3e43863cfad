"""The `:::` blocks of a text: which stand in which, and whether they are opened, closed and placed as they should."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from minicourse.model.questions import KINDS
from minicourse.problems import Problem, Span
from minicourse.problems.spelling import did_you_mean, nearest
from minicourse.read.source import Source
from minicourse.read.syntax.block import (
    ACTIVITIES,
    BLOCKS,
    DIVIDED,
    INCLUDE,
    PROSE_BLOCKS,
    RECORDINGS,
    Opening,
    opening,
)
from minicourse.read.syntax.parts import Division

MOST_COLUMNS = 3

_ELSEWHERE = {
    "tab": "write `::: tabs`, in which each heading begins a tab: `### macOS`",
    "column": "write `::: columns`, in which a line `---` begins the next column",
    "youtube": "write `::: video [What it shows](https://youtu.be/…)`",
    "vimeo": "write `::: video [What it shows](https://vimeo.com/…)`",
    **{
        name: f"write it as an alert: `> [!{name.upper()}]`, and `> ` before each line below"
        for name in ("note", "tip", "important", "warning", "caution")
    },
}
"""Blocks that others know, and how they are written here."""

_HOLDS = {
    "question": (),
    "flashcards": (),
    "scenario": PROSE_BLOCKS,
    "quiz": ("question", *PROSE_BLOCKS),
    **dict.fromkeys(PROSE_BLOCKS, PROSE_BLOCKS),
}
"""Which blocks may stand in which."""


@dataclass(slots=True)
class Container:
    """A `:::` block in the token stream."""

    first: int
    """Index of its opening token."""
    opening: Opening
    markup: str
    """Its colons."""
    lines: tuple[int, int]
    """Indices of its first line and of the one that closes it."""
    inside: str
    """Name of the block around it; `list or quotation` in one of those; empty at the top."""
    outer: Container | None
    """The block right around it."""
    last: int = 0
    """Index of its closing token."""
    stranger: Container | None = None
    """The first block in it that can't be there."""
    swallowed: Container | None = None
    """A block in it with as many colons, whose end is taken for its own."""
    division: Division | None = None
    """How it is divided into parts, if it is of that kind."""

    def is_closed(self, source: Source) -> bool:
        """Has it a line of its own that closes it? One that closes the block around it closes this one as well."""
        line = self.lines[1]
        outer = self.outer
        if line >= len(source.lines) or (outer and outer.lines[1] == line and len(outer.markup) > len(self.markup)):
            return False
        return re.fullmatch(r"[\s>]*:{3,}\s*", source.lines[line]) is not None

    @property
    def holds(self) -> tuple[str, ...]:
        """Names of the blocks that may stand in it."""
        return _HOLDS.get(self.opening.name, BLOCKS)

    @property
    def is_activity(self) -> bool:
        """Does it ask for something, at a place where that can be?"""
        return not self.inside and self.opening.name in ACTIVITIES


def containers_of(tokens: Sequence[Token]) -> list[Container]:
    """All blocks, outer before inner; and tell each closing token which block it closes."""
    found: list[Container] = []
    around: list[Container | None] = []
    for index, token in enumerate(tokens):
        if token.type in ("part_open", "part_close"):
            continue
        if token.nesting == 1:
            container = None
            if token.type == "container_block_open":
                outer = around[-1] if around else None
                inside = outer.opening.name if outer else "list or quotation" if around else ""
                lines = token.map or [0, 0]
                container = Container(index, opening(token.info), token.markup, (lines[0], lines[1]), inside, outer)
                container.division = token.meta.get("division")
                found.append(container)
                if outer and outer.stranger is None and container.opening.name not in outer.holds:
                    outer.stranger = container
            elif token.type == "heading_open":
                token.meta["inside"] = _enclosing(around)
            around.append(container)
        elif token.nesting == -1:
            container = around.pop()
            if container:
                container.last = index
                token.meta["name"] = container.opening.name
                outer = container.outer
                if outer and outer.lines[1] == container.lines[1] and len(outer.markup) <= len(container.markup):
                    outer.swallowed = outer.swallowed or container
    return found


def _enclosing(around: Sequence[Container | None]) -> str:
    """The quiz, the scenario or the tabs that a heading belongs to, and not to the text."""
    names = [container.opening.name for container in around if container]
    return next((name for name in names if name in ("quiz", "scenario", "tabs")), "")


def container_problems(container: Container, source: Source) -> list[Problem]:
    """What is wrong with the opening line, the parts, the end or the place of a block."""
    head, span = container.opening, source.line(container.lines[0])
    if head.name == INCLUDE:
        help = f"write `{container.markup}` right below it: nothing stands in an `include`"
        return [Problem("unclosed-fence", "this `include` is not closed", span, "opened here", help)]
    if container.inside == INCLUDE:
        return []  # what was swallowed by one that is not closed
    problems = _opening_problems(head, span)
    whole = container.is_closed(source)
    if whole and container.swallowed and head.name in PROSE_BLOCKS and container.swallowed.opening.name in PROSE_BLOCKS:
        inner = container.swallowed
        message = f"this `{head.name}` ends where the `{inner.opening.name}` in it does"
        more = inner.markup + ":"
        help = f"give it more colons than that has: `{more} {head.name}` … `{more}`"
        return [*problems, Problem("unclosed-fence", message, span, "opened here", help)]
    problems += _division_problems(head.name, container.division, span, source) if container.division and whole else []
    if head.name == "quiz" and container.markup == ":::":
        message, help = "a quiz with three colons, as its questions have", "write four, `:::: quiz` … `::::`"
        problems.append(Problem("quiz-with-three-colons", message, span, help=help))
    elif head.name in ACTIVITIES and container.stranger and not _is_misplaced(container.stranger, source):
        line = source.line(container.stranger.lines[0]).line
        message = f"this `{head.name}` is not closed before another block opens in line {line}"
        help = f"close it with a line `{container.markup}` above that"
        problems.append(Problem("unclosed-fence", message, span, "opened here", help))
    elif not container.is_closed(source) and container.inside not in ("question", "flashcards", "scenario"):
        message = f"this `{head.name}` block is never closed"
        help = f"close it with a line `{container.markup}`"
        problems.append(Problem("unclosed-fence", message, span, "opened here", help))
    if _is_misplaced(container, source):
        problems.append(_misplaced(container, span))
    return problems


def _opening_problems(head: Opening, span: Span) -> list[Problem]:
    problems = []
    if head.name not in BLOCKS:
        problems.append(_unknown_block(head.name, span))
    if head.name in (*ACTIVITIES, *DIVIDED) and head.title:
        message = f"text behind `{head.name}`: `{head.title}`"
        help = "attributes stand in braces, `{#name objective=…}`; everything else stands in the lines below"
        if head.name in DIVIDED:
            help = f"`{head.name}` has no title: move it into a line of its own"
        problems.append(Problem("block-attributes", message, span, help=help))
    elif head.name == "details" and not head.title:
        message, help = "`details` without a line to click on", "write it behind the name: `::: details Why`"
        problems.append(Problem("block-without-title", message, span, help=help))
    elif head.name == "figure" and not head.title:
        message, help = "`figure` without a caption", "write it behind the name: `::: figure Two plans of one week`"
        problems.append(Problem("block-without-title", message, span, help=help))
    if head.name in PROSE_BLOCKS and (head.attributes or head.fault) and head.name not in (*RECORDINGS, "figure"):
        message = f"`{head.name}` has no attributes"
        problems.append(Problem("unknown-attribute", message, span, help="remove the braces"))
    elif head.fault:
        example = "`{#name key=value}`"
        problems.append(Problem("block-attributes", head.fault, span, help=f"attributes look like {example}"))
    return problems


def _division_problems(name: str, division: Division, span: Span, source: Source) -> list[Problem]:
    """What is wrong with the parts of tabs or columns: one thing, the first."""
    if division.underlined is not None:
        message, help = "this line makes a heading of the text above it", "leave an empty line above `---`"
        return [Problem("block-parts", message, source.line(division.underlined), help=help)]
    if division.loose is not None:
        message = "text above the first tab" if division.parts else "there is no heading in these tabs"
        help = "move it above the block, or below a heading" if division.parts else "begin each with one: `### macOS`"
        return [Problem("block-parts", message, source.line(division.loose), help=help)]
    if name == "columns" and division.parts > MOST_COLUMNS:
        message = f"{division.parts} columns leave room for two words a line"
        return [Problem("block-parts", message, span, help="make it three at most; or write a table")]
    if division.parts < 2:
        what = "tab" if name == "tabs" else "column"
        message = f"there is only one {what}" if division.parts else f"there is nothing in these {name}"
        help = "begin another with a heading of the same level" if name == "tabs" else "begin another with a line `---`"
        return [Problem("block-parts", message, span, help=help)]
    return []


def _unknown_block(name: str, span: Span) -> Problem:
    help = did_you_mean(name, BLOCKS, f"the blocks are {', '.join(f'`{name}`' for name in BLOCKS)}")
    if name in (kind.kind for kind in KINDS):
        help = "write `::: question {#a-short-name}`: its kind follows from what is written in it"
    elif (near := nearest(name.lower(), (*BLOCKS, *_ELSEWHERE))) in _ELSEWHERE:
        help = _ELSEWHERE[near]
    return Problem("unknown-block", f"there is no block `{name}`", span, help=help)


def _is_misplaced(container: Container, source: Source) -> bool:
    """Does it stand where it can't? Not when it was swallowed by a block that its author forgot to close."""
    outer, name = container.outer, container.opening.name
    if container.inside not in BLOCKS:
        return name in ACTIVITIES and bool(container.inside) and outer is None
    if outer and outer.opening.name in ACTIVITIES:
        nested = len(outer.markup) > len(container.markup) and outer.is_closed(source)
        return name not in outer.holds and nested
    return name in ACTIVITIES


def _misplaced(container: Container, span: Span) -> Problem:
    name, outside = container.opening.name, container.inside
    where = f"the block `{outside}`" if outside in BLOCKS else f"a {outside}"
    if name not in ACTIVITIES:
        help = f"move it above the block `{outside}`, or below"
        return Problem("misplaced-question", f"a block `{name}` inside {where}", span, help=help)
    message, help = f"a {name} inside {where}", f"close what stands around it first: a {name} stands on its own"
    if name == "flashcards":
        message, help = f"flashcards inside {where}", "close what stands around them first: they stand on their own"
    return Problem("misplaced-question", message, span, help=help)

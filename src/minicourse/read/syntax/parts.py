"""What `tabs` and `columns` are made of: a heading begins a tab, a line `---` the next column."""

from __future__ import annotations

from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from minicourse.read.syntax.block import DIVIDED, opening


@dataclass(slots=True)
class Division:
    """How a block is divided, kept in the `meta` of its opening token."""

    parts: int = 0
    loose: int | None = None
    """The first line of what stands above the first tab."""
    underlined: int | None = None
    """A line `---` that makes a heading of the text above it, where an author meant the next column."""


@dataclass(slots=True)
class _Block:
    """A block that is being divided."""

    name: str
    division: Division
    depth: int = 0
    """How many tokens are open inside it."""
    level: int = 0
    """The level of the headings that begin a tab."""
    is_open: bool = False
    """Has a part begun?"""
    made: list[Token] = field(default_factory=list)

    def begin(self) -> Token:
        """End the part before, and begin another."""
        self.end()
        self.is_open = True
        self.division.parts += 1
        self.made.append(Token("part_open", "section" if self.name == "tabs" else "div", 1, info=self.name))
        return self.made[-1]

    def end(self) -> None:
        if self.is_open:
            self.made.append(Token("part_close", "section" if self.name == "tabs" else "div", -1, info=self.name))
        self.is_open = False


def parts_plugin(md: MarkdownIt) -> None:
    """Adds the rule: it runs on whole blocks, before the text in them is read."""
    md.core.ruler.after("block_title", "parts", _divide)


def _divide(state: StateCore) -> None:
    blocks = [_Block("", Division())]
    for token in state.tokens:
        if token.type == "container_block_open" and opening(token.info).name in DIVIDED:
            _direct(blocks[-1], token)
            token.meta["division"] = Division()
            blocks[-1].made.append(token)
            blocks[-1].depth += 1
            blocks.append(_Block(opening(token.info).name, token.meta["division"]))
            continue
        block = blocks[-1]
        if block.depth == 0 and token.nesting == -1:
            block.end()
            done = blocks.pop()
            blocks[-1].made += [*done.made, token]
            blocks[-1].depth -= 1
        elif block.depth or _direct(block, token):
            block.made.append(token)
            block.depth += token.nesting
    state.tokens = blocks[0].made


def _direct(block: _Block, token: Token) -> bool:
    """Begin a part where this token, directly in the block, does so; is it still needed then?"""
    if block.depth or token.nesting == -1:
        return True
    line = token.map[0] if token.map else 0
    if block.name == "tabs":
        level = int(token.tag[1]) if token.type == "heading_open" else 0
        if level and level <= (block.level or level):
            block.level = level
            token.meta["part"] = block.begin()
        elif not block.is_open and block.division.loose is None:
            block.division.loose = line
    elif block.name == "columns":
        rule = token.type == "hr" and token.markup.startswith("-")
        if token.type == "heading_open" and token.markup == "-" and token.map:
            block.division.underlined = token.map[1] - 1
        if rule or not block.is_open:
            block.begin()
        return not rule
    return True

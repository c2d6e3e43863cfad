"""`::: name Title {#id key=value}`: the opening line of a block."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.attrs.parse import ParseError, parse
from mdit_py_plugins.container import container_plugin

ACTIVITIES = ("question", "quiz", "flashcards", "scenario")
"""Blocks that ask for something; each stands on its own, and questions may stand in a quiz."""

RECORDINGS = ("video", "audio")
"""Blocks whose title is a link to what they play; what they hold is its transcript."""

DIVIDED = ("tabs", "columns")
"""Blocks without a title, made of parts."""

PROSE_BLOCKS = ("evidence", "example", "details", *DIVIDED, "figure", *RECORDINGS)
"""Blocks that hold running text."""

INCLUDE = "include"
"""The block in whose place another file is read."""

BLOCKS = (*ACTIVITIES, *PROSE_BLOCKS, INCLUDE)
"""All blocks."""

_NAME = re.compile(r"\s*([A-Za-z][\w-]*)\s*(.*)", re.DOTALL)


# A value with marks in it, as an address has, that its author did not put in quotes.
_UNQUOTED = re.compile(r"(?<=[\s{])([A-Za-z][\w-]*=)([^\s\"'{}=]*[^\s\"'{}=\w-][^\s\"'{}=]*)(?=[\s}])")
_UNVALUED = re.compile(r"(?<![\w-])[A-Za-z][\w-]*=$")
"""An attribute that ends with its sign."""
_BARE = re.compile(r"(?<=[\s{])[A-Za-z][\w:-]*$")
_KEYS = re.compile(r"(?<=[\s{])(?:(#[^\s}]+)|([A-Za-z][\w-]*)=)")


@dataclass(frozen=True, slots=True)
class Opening:
    """What the opening line of a block says."""

    name: str
    title: str
    attributes: Mapping[str, str]
    """`{#id key=value}`; the id under the key `id`."""
    fault: str = ""
    """What can't be read in it; empty when all is well."""


def block_plugin(md: MarkdownIt) -> None:
    """Adds one container rule for all blocks: which names exist is for the reader to say, in a message."""
    container_plugin(md, "block", validate=lambda params, markup: _NAME.match(params) is not None)
    md.core.ruler.after("block", "block_title", _add_titles)


def _add_titles(state: StateCore) -> None:
    """Puts the title of a block of prose behind its opening, as text like any other: it may cite, and link."""
    tokens: list[Token] = []
    captions: list[list[Token]] = []
    for token in state.tokens:
        if token.type == "container_block_close":
            tokens += captions.pop()
        tokens.append(token)
        if token.type == "container_block_open":
            head = opening(token.info)
            title = _title(head, token) if head.name in PROSE_BLOCKS and head.name not in DIVIDED else []
            # A figure's title is its caption, which stands below it.
            tokens += title if head.name != "figure" else []
            captions.append(title if head.name == "figure" and head.title else [])
    state.tokens = tokens


def _title(head: Opening, token: Token) -> list[Token]:
    place = [token.map[0], token.map[0] + 1] if token.map else None
    start = Token("block_title_open", "", 1, info=head.name, meta={"title": head.title})
    text = Token("inline", "", 0, content=head.title, map=place, children=[])
    return [start, text, Token("block_title_close", "", -1, info=head.name)]


def opening(info: str) -> Opening:
    """Read what follows the colons."""
    match = _NAME.match(info)
    assert match, "the container rule lets nothing else through"
    name, rest = match[1], match[2].strip()
    title, brace, _ = rest.partition("{")
    if not brace:
        return Opening(name, title, {})
    braces = _UNQUOTED.sub(r'\1"\2"', rest[len(title) :])
    try:
        end, attributes = parse(braces)
    except ParseError as error:
        return Opening(name, title.strip(), {}, _fault(braces, error))
    after = braces[end + 1 :].strip()
    fault = f"text after the attributes: `{after}`" if after else _twice(braces)
    return Opening(name, title.strip(), attributes, fault)


def _twice(braces: str) -> str:
    """What is wrong when two names, or one attribute twice, stand in the braces; empty when all is well."""
    seen: set[str] = set()
    for name, key in _KEYS.findall(re.sub(r'"[^"]*"', '""', braces)):
        if (key or "#") in seen:
            return f"`{key}` stands in the braces twice" if key else f"a second name in the braces, `{name}`"
        seen.add(key or "#")
    return ""


def _fault(braces: str, error: ParseError) -> str:
    if "}" not in braces:
        return "the attributes have no closing `}`"
    before = braces[: error.pos]
    bare = _BARE.search(before) or _UNVALUED.search(before)
    if bare:
        return f"`{bare[0]}` in the braces has no value"
    return f"the attributes can't be read from `{braces[error.pos : error.pos + 12]}` on"

"""`::: name Title {#id key=value}`: the opening line of a block."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markdown_it import MarkdownIt
from mdit_py_plugins.attrs.parse import ParseError, parse
from mdit_py_plugins.container import container_plugin

_NAME = re.compile(r"\s*([A-Za-z][\w-]*)\s*(.*)", re.DOTALL)


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


def opening(info: str) -> Opening:
    """Read what follows the colons."""
    match = _NAME.match(info)
    assert match, "the container rule lets nothing else through"
    name, rest = match[1], match[2].strip()
    title, brace, _ = rest.partition("{")
    if not brace:
        return Opening(name, title, {})
    braces = rest[len(title) :]
    try:
        end, attributes = parse(braces)
    except ParseError as error:
        return Opening(name, title.strip(), {}, _fault(braces, error))
    after = braces[end + 1 :].strip()
    return Opening(name, title.strip(), attributes, f"text after the attributes: `{after}`" if after else "")


def _fault(braces: str, error: ParseError) -> str:
    if "}" not in braces:
        return "the attributes have no closing `}`"
    return f"the attributes can't be read from `{braces[error.pos : error.pos + 12]}` on"

"""`[@key]`, `[@key; @other]` and `[@key, p. 12]`: a citation, shown as a number that leads to the reference."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

# Not before `(` or `[`: there it is a link. (Its definition, before `:`, is gone before texts are read.)
_ONE = r"@[^\[\]\s;,@]+(?:,[^\[\];@]{1,80})?"
CITATION = re.compile(rf"\[({_ONE}(?:;[ \n]?{_ONE})*)\](?![(\[])")


def citation_plugin(md: MarkdownIt) -> None:
    """Adds the rule and the rendering; `token.meta["numbers"]` maps each key to its number on the page."""
    md.inline.ruler.before("link", "citation", _parse)
    md.add_render_rule("citation", _render)


def _parse(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    match = CITATION.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        # Authors write a space before it, as pandoc has taught them; a raised number stands close to its word.
        state.pending = state.pending.rstrip(" ")
        token = state.push("citation", "", 0)
        token.content = match[0]
        parts = [part.strip().removeprefix("@").partition(",") for part in match[1].split(";")]
        # Key and place, say a page; each key once.
        token.meta = {"keys": {key: place.strip() for key, _, place in parts}, "numbers": {}}
    state.pos = match.end()
    return True


def _render(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    numbers = tokens[index].meta["numbers"]
    links = (
        f'<a href="#ref-{escapeHtml(key)}" role="doc-noteref">{numbers.get(key, "?")}</a>'
        + (f", {escapeHtml(place)}" if place else "")
        for key, place in tokens[index].meta["keys"].items()
    )
    return f'<sup class="citation">{", ".join(links)}</sup>'

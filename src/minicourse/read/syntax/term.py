"""`[[term]]`: a link to the glossary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from minicourse.slugs import slug

# Nothing that CommonMark gives another meaning: no markup inside, no bracket or image mark before, no link or its
# definition behind.
TERM = re.compile(r"(?<![\[!])\[\[([^\[\]|*_`<>\\\n]{1,100})\]\](?![(\[]|:\s*[/<])")


def term_plugin(md: MarkdownIt) -> None:
    """Adds the rule and the rendering: a link to `glossary.yml`, which whoever renders a page resolves."""
    md.inline.ruler.before("link", "term", _parse)
    md.add_render_rule("term", _render)


def _parse(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    match = TERM.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("term", "", 0)
        token.content = match[1].strip()
    state.pos = match.end()
    return True


def _render(self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    name = tokens[index].content
    return f'<a class="term" href="/glossary.yml#{slug(name)}">{escapeHtml(name)}</a>'

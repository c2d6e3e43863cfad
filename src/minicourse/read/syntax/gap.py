"""`[[…]]` in a question: a gap for the learner to fill. Everywhere else it is a link to the glossary."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline

from minicourse.read.syntax.block import opening

_GAP = re.compile(r"\[\[([^\[\]]*)\]\]")
_QUOTATIONS = ("blockquote_open", "alert_open")


def gap_plugin(md: MarkdownIt) -> None:
    """Adds the rule. The token's content is what stands in the brackets; whoever reads the question numbers it."""
    md.inline.ruler.before("term", "gap", _parse)
    md.core.ruler.at("inline", _inline)
    md.add_render_rule(
        "gap", lambda self, tokens, index, *_: f'<span data-gap="{tokens[index].meta["number"]}"></span>'
    )


def _inline(state: StateCore) -> None:
    """The parser's own rule, which also tells the inline rules whether they are in a question's text."""
    around: list[str] = []
    for token in state.tokens:
        if token.nesting == 1:
            name = opening(token.info).name if token.type == "container_block_open" else token.type
            around.append(name)
        elif token.nesting == -1:
            around.pop()
        elif token.type == "inline":
            state.env["gaps"] = "question" in around and not any(name in _QUOTATIONS for name in around)
            token.children = token.children or []
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def _parse(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[" or not state.env.get("gaps"):
        return False
    match = _GAP.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("gap", "", 0)
        # Some editors break lines, in a gap as anywhere.
        token.content = match[1].strip().replace("\n", " ")
        token.markup = match[0]
        token.meta = {"number": 0}
    state.pos = match.end()
    return True

"""`[^name]: …`: where each footnote is written, noted before the parser moves them to the end of the text."""

from __future__ import annotations

from collections.abc import Iterable

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token


def footnote_places_plugin(md: MarkdownIt) -> None:
    """Adds the rule: `env["footnote_places"]` lists the name and the line of each footnote, in order."""
    md.core.ruler.after("block", "footnote_places", _note)


def _note(state: StateCore) -> None:
    state.tokens = _side_by_side(state.tokens)
    state.env["footnote_places"] = [
        (str(token.meta["label"]), token.map[0])
        for token in state.tokens
        if token.type == "footnote_reference_open" and token.map
    ]


def _side_by_side(tokens: Iterable[Token]) -> list[Token]:
    """The tokens with a footnote that is written inside another one behind that: moving them would tear both apart."""
    found: list[Token] = []
    around: list[list[Token]] = []
    inner: list[Token] = []
    for token in tokens:
        if token.type == "footnote_reference_open":
            around.append([])
        (around[-1] if around else found).append(token)
        if token.type == "footnote_reference_close":
            note = around.pop()
            if around:
                inner += note
            else:
                found += note + inner
                inner = []
    return found

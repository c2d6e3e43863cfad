"""`[^name]: …`: where each footnote is written, noted before the parser moves them to the end of the text."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore


def footnote_places_plugin(md: MarkdownIt) -> None:
    """Adds the rule: `env["footnote_places"]` lists the name and the line of each footnote, in order."""
    md.core.ruler.after("block", "footnote_places", _note)


def _note(state: StateCore) -> None:
    state.env["footnote_places"] = [
        (str(token.meta["label"]), token.map[0])
        for token in state.tokens
        if token.type == "footnote_reference_open" and token.map
    ]

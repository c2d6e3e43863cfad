"""`::: include _shared/how-to-read.md` and `:::`: the blocks of another file, put in here."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from minicourse.read.syntax.block import opening

_OPENING = re.compile(r"(:{3,})(\s*include(?:\s.*)?)")


def include_plugin(md: MarkdownIt) -> None:
    """Adds the rule; `env["fragments"]` finds the files. Without it, or where such a block holds anything, or is never
    closed, it is left to the rule for all blocks."""
    alt = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    md.block.ruler.before("container_block", "include", _parse, alt)  # type: ignore[arg-type]


def _parse(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if not state.src.startswith(":::", state.bMarks[start] + state.tShift[start]):
        return False
    match = _OPENING.fullmatch(_line(state, start)) if state.sCount[start] - state.blkIndent < 4 else None
    fragments = state.env.get("fragments")
    if match is None or fragments is None:
        return False
    last = next((line for line in range(start + 1, end) if not state.isEmpty(line)), end)
    closing = _line(state, last) if last < end and state.sCount[last] >= state.blkIndent else ""
    if not re.fullmatch(rf":{{{len(match[1])},}}", closing):
        return False
    if silent:
        return True
    text = fragments.open(opening(match[2]), start, last + 1)
    if text is not None:
        defined = set(state.env.get("references", {}))
        tokens: list[Token] = []
        state.md.block.parse(text.replace("\0", "\ufffd") + "\n", state.md, state.env, tokens)
        for name, definition in state.env.get("references", {}).items():
            if name not in defined:
                definition["href"] = fragments.rebased(definition["href"], fragments.here)
        fragments.close(tokens)
        for token in tokens:
            token.level += state.level
        state.tokens += tokens
    state.line = last + 1
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()

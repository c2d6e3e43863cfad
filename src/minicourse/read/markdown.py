"""Markdown to tokens, and tokens to HTML: CommonMark with what authors expect of GitHub, and our blocks.

The HTML belongs to no page and no language: links are paths of source files, and words of the theme
(`Note`, `Worked example`) are left open as `data-label` for whoever renders a page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from minicourse.read.highlight import highlight
from minicourse.read.sanitise import sanitise
from minicourse.read.syntax.block import block_plugin, opening
from minicourse.read.syntax.citation import citation_plugin
from minicourse.read.syntax.gap import gap_plugin
from minicourse.read.syntax.term import term_plugin


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """The one parser. It keeps no state between documents."""
    md = MarkdownIt("commonmark", {"html": True, "xhtmlOut": True, "tasklists": True, "alerts": True})
    md.enable(["table", "strikethrough"])
    # Moving footnotes and inline footnotes as in GitHub; `^[…]` would surprise there.
    md.use(footnote_plugin, inline=False).use(deflist_plugin)
    md.use(block_plugin).use(citation_plugin).use(term_plugin).use(gap_plugin)
    for name, rule in _RENDERING.items():
        md.add_render_rule(name, rule)
    return md


class Rendering:
    """Renders tokens of one document."""

    def __init__(self, env: dict[str, Any]) -> None:
        self._md = parser()
        self._env = env

    def html(self, tokens: Sequence[Token]) -> str:
        """Safe, well-formed HTML for a run of tokens."""
        return sanitise(self._md.renderer.render(tokens, self._md.options, self._env)).strip()


def _open_list_item(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    rendered = self.renderToken(tokens, index, options, env)
    if token.meta and "checked" in token.meta:
        # A ballot box as text: it prints, it is read aloud, and it is no control that looks usable and isn't.
        rendered += "\u2611 " if token.meta["checked"] else "\u2610 "
    return rendered


def _open_block(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    name = opening(tokens[index].info).name
    if name == "details":
        return '<details class="block-details">\n'
    return f'<div class="block block-{escape(name)}" role="note">\n'


def _close_block(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    return "</details>\n" if tokens[index].meta.get("name") == "details" else "</div>\n"


def _open_block_title(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    if token.info == "details":
        return "<summary>"
    dot = " · " if token.meta["title"] else ""
    return f'<p class="block-title"><span data-label="{escape(token.info)}"></span>{dot}'


def _close_block_title(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    return "</summary>\n" if tokens[index].info == "details" else "</p>\n"


def _open_alert(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    return f'<div class="alert alert-{tokens[index].info.lower()}" role="note">\n'


def _open_alert_title(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    label = tokens[index + 1].content.lower()
    tokens[index + 1].children = []
    return f'<p class="alert-title" data-label="{label}">'


def _open_table(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    return '<div class="table" role="group" tabindex="0" data-label="table">\n<table>\n'


def _close_table(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    return "</table>\n</div>\n"


def _cell(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    """A table's cell; its alignment as a class, since a page's policy allows no style attributes."""
    alignment = str(tokens[index].attrs.pop("style", "")).removeprefix("text-align:")
    if alignment in ("right", "center"):
        tokens[index].attrSet("class", "end" if alignment == "right" else "center")
    return self.renderToken(tokens, index, options, env)


def _code(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    info = unescapeAll(token.info).strip()
    language = info.split(maxsplit=1)[0] if info else ""
    name = f' class="language-{escape(language)}"' if language else ""
    code = highlight(token.content, language)
    return f'<div class="highlight"><pre tabindex="0"><code{name}>{code}</code></pre></div>\n'


def _html(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    """Raw HTML, without the mark that is ours alone: it would be taken for a gap."""
    # Something that is no part of the mark takes its place, so that what stood around it can't close up to a new one.
    return _GAP_MARK.sub("x", tokens[index].content)


_GAP_MARK = re.compile("data-gap", re.IGNORECASE)

_RENDERING = {
    "list_item_open": _open_list_item,
    "container_block_open": _open_block,
    "container_block_close": _close_block,
    "block_title_open": _open_block_title,
    "block_title_close": _close_block_title,
    "alert_open": _open_alert,
    "alert_title_open": _open_alert_title,
    "table_open": _open_table,
    "table_close": _close_table,
    "th_open": _cell,
    "td_open": _cell,
    "fence": _code,
    "code_block": _code,
    "html_block": _html,
    "html_inline": _html,
}

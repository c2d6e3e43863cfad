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
from minicourse.read.syntax.block import DIVIDED, RECORDINGS, block_plugin, opening
from minicourse.read.syntax.citation import citation_plugin
from minicourse.read.syntax.footnote import footnote_places_plugin
from minicourse.read.syntax.gap import gap_plugin
from minicourse.read.syntax.include import include_plugin
from minicourse.read.syntax.parts import parts_plugin
from minicourse.read.syntax.term import term_plugin


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """The one parser. It keeps no state between documents."""
    md = MarkdownIt("commonmark", {"html": True, "xhtmlOut": True, "tasklists": True, "alerts": True})
    md.enable(["table", "strikethrough"])
    # Moving footnotes and inline footnotes as in GitHub; `^[…]` would surprise there.
    md.use(footnote_plugin, inline=False).use(footnote_places_plugin).use(deflist_plugin)
    md.use(block_plugin).use(include_plugin).use(parts_plugin)
    md.use(citation_plugin).use(term_plugin).use(gap_plugin)
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
    head, meta = opening(tokens[index].info), tokens[index].meta
    if head.name == "details":
        return '<details class="block-details">\n'
    if head.name in DIVIDED:
        return f'<div class="{head.name}">\n'
    if head.name == "figure":
        return f'<figure class="figure"{_id(head.attributes.get("id"))}>\n'
    if head.name in RECORDINGS:
        mark = f'<div data-recording="{meta["recording"]}"></div>\n' if "recording" in meta else ""
        return f'<div class="recording">\n{mark}' + (_TRANSCRIPT if meta.get("transcribed") else "")
    return f'<div class="block block-{escape(head.name)}" role="note">\n'


_TRANSCRIPT = '<details class="block-details">\n<summary data-label="transcript"></summary>\n'


def _close_block(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    meta = tokens[index].meta
    ends = {"details": "</details>\n", "figure": "</figure>\n"}
    return ("</details>\n" if meta.get("transcribed") else "") + ends.get(str(meta.get("name")), "</div>\n")


def _open_part(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    return f'<{token.tag} class="{token.info.removesuffix("s")}"{_id(token.attrGet("id"))}>\n'


def _close_part(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    return f"</{tokens[index].tag}>\n"


def _id(name: object) -> str:
    return f' id="{escape(str(name))}"' if name else ""


def _open_block_title(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    token = tokens[index]
    if token.info in _TITLES:
        return f"<{_TITLES[token.info]}>" if _TITLES[token.info] else ""
    dot = " · " if token.meta["title"] else ""
    return f'<p class="block-title"><span data-label="{escape(token.info)}"></span>{dot}'


def _close_block_title(self: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    name = _TITLES.get(tokens[index].info, "p")
    return f"</{name}>\n" if name else ""


_TITLES = {"details": "summary", "figure": "figcaption", **dict.fromkeys(RECORDINGS, "")}
"""The elements that hold the titles of blocks; a recording's title is a part of the recording."""


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
    """Raw HTML, without the marks that are ours alone: they would be taken for a gap, or for a recording."""
    # Something that is no part of a mark takes its place, so that what stood around it can't close up to a new one.
    return _MARKS.sub("x", tokens[index].content)


_MARKS = re.compile("data-gap|data-recording", re.IGNORECASE)

_RENDERING = {
    "list_item_open": _open_list_item,
    "container_block_open": _open_block,
    "container_block_close": _close_block,
    "block_title_open": _open_block_title,
    "block_title_close": _close_block_title,
    "part_open": _open_part,
    "part_close": _close_part,
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

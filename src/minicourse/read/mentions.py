"""Collects what a text points at: headings, links, images, citations, terms; and gives headings their anchors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Literal
from urllib.parse import unquote

from markdown_it.token import Token

from minicourse.model.lesson import Heading, Link, Mention
from minicourse.problems import Edit, Problem, Span
from minicourse.problems.spelling import did_you_mean
from minicourse.read.sanitise import removed_from, sanitise
from minicourse.read.source import Source
from minicourse.slugs import Anchors

MAX_OPEN_ELEMENTS = 500
"""Raw HTML nested deeper than this is no text; making it well-formed takes time that grows with its square."""

# The sanitiser's output is canonical: attributes in double quotes, no bare angle bracket.
_TAG = re.compile(r"<([a-z][a-z0-9]*)((?: [\w-]+=\"[^\"]*\")*)(?: /)?>")
_ATTRIBUTE = re.compile(r" ([\w-]+)=\"([^\"]*)\"")
_ELEMENT = re.compile(r"<(/?)(?!(?:br|hr|img|wbr|col|li|p|td|tr|dd|dt)\b)([a-z][a-z0-9]*)", re.IGNORECASE)
_NOTE = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
ALERTS = ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(slots=True)
class Mentions:
    """What was found, in the order of the text."""

    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    citations: list[Mention] = field(default_factory=list)
    terms: list[Mention] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    open_elements: list[str] = field(default_factory=list)
    """Names of the elements of raw HTML that are open, outermost first."""


def collect(tokens: Sequence[Token], source: Source, anchors: Anchors, found: Mentions | None = None) -> Mentions:
    """Walk over all tokens of a text once. Headings get their `id`, citations their numbers, pictures their frame.

    Several texts may be added to what was already `found`.
    """
    found = found or Mentions()
    numbers = {key: number for number, key in enumerate(dict.fromkeys(m.name for m in found.citations), 1)}
    lines = (0, 1)
    for index, token in enumerate(tokens):
        lines = (token.map[0], token.map[1]) if token.map else lines
        if token.type == "heading_open":
            _heading(token, tokens[index + 1], source, anchors, found)
        elif token.type == "html_block":
            _raw_html(token, source, lines, found)
        elif token.type == "inline" and token.children:
            _stray_fences(token, source, lines, found)
            if index > 1 and tokens[index - 2].type == "blockquote_open":
                _unknown_alert(token, source, lines, found)
            _inline(token.children, source, lines, numbers, found)
            _figure(tokens, index)
        elif token.type == "fence":
            _unclosed_code(token, source, lines, found)
    return found


def plain_text(tokens: Sequence[Token]) -> str:
    """What a reader sees of a run of inline tokens."""
    parts = []
    for token in tokens:
        if token.type in ("text", "code_inline", "text_special", "term", "entity"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif token.type == "image":
            parts.append(token.content)
        elif token.type == "gap":
            parts.append("___")
    return "".join(parts).strip()


def count_words(text: str) -> int:
    """How many words a reader reads; in scripts without spaces two characters count as a word."""
    wide = len(_CJK.findall(text))
    return len(_CJK.sub(" ", text).split()) + (wide + 1) // 2


def _heading(token: Token, inline: Token, source: Source, anchors: Anchors, found: Mentions) -> None:
    text = plain_text(inline.children or [])
    level = int(token.tag[1])
    span = source.line(token.map[0] if token.map else 0)
    anchor = anchors.add(text)
    # A tab is led to as a whole: its heading is not to be seen once there are buttons.
    token.meta.get("part", token).attrSet("id", anchor)
    inside = token.meta.get("inside", "")
    if inside in ("quiz", "scenario"):
        found.ids.add(anchor)
    else:
        found.headings.append(Heading(level, text, anchor, span, listed=not inside, mark=_mark(token, source)))
    if not text:
        found.problems.append(
            Problem("empty-heading", "this heading is empty", span, help="give it text, or remove it")
        )
    if level == 1 and inside != "quiz":
        message = "a heading of the first level in the text"
        help = "write `##`: the title stands in the front matter"
        fix = _second_level(token, source)
        found.problems.append(Problem("top-heading-in-text", message, span, help=help, fix=fix))


def _mark(token: Token, source: Source) -> Span | None:
    """Where the signs stand that make a heading: the `#` in front of it, or the line below it.

    Before them are only the marks of lists and quotations, and the names of footnotes, which have no spaces.
    """
    first, behind = token.map or (0, 1)
    in_front = token.markup.startswith("#")
    line = first if in_front else behind - 1
    wanted = rf"(?<![^\s>:])({token.markup})(?!\S)" if in_front else rf"({token.markup}+)\s*$"
    found = re.search(wanted, source.lines[line])
    return source.within(line, *found.span(1)) if found else None


def _second_level(token: Token, source: Source) -> tuple[Edit, ...]:
    """What makes a heading of the first level one of the second: another `#`, or a line of `-` below it for `=`.

    Nothing where it has a line below it and a `|` in it: above a line of `-` that is a table.
    """
    mark = _mark(token, source)
    if not mark or (token.markup == "=" and any("|" in line for line in source.lines[slice(*token.map or (0, 0))])):
        return ()
    return (Edit(mark, "##" if token.markup == "#" else "-" * (mark.end_column - mark.column)),)


def _inline(
    children: Sequence[Token], source: Source, lines: tuple[int, int], numbers: dict[str, int], found: Mentions
) -> None:
    for index, token in enumerate(children):
        if token.type == "link_open":
            target = str(token.attrGet("href") or "")
            text = plain_text(list(_until_link_close(children, index)))
            found.links.append(Link(target, text, "link", source.find(_spellings(target, token), *lines)))
        elif token.type == "image":
            target = str(token.attrGet("src") or "")
            span = source.find(_spellings(target, token), *lines)
            found.links.append(Link(target, token.content.strip(), "image", span))
        elif token.type == "citation":
            for key in token.meta["keys"]:
                numbers.setdefault(key, len(numbers) + 1)
                found.citations.append(Mention(key, source.find([f"@{key}"], *lines)))
            token.meta["numbers"] = numbers
        elif token.type == "term":
            found.terms.append(Mention(token.content, source.find([f"[[{token.content}]]", token.content], *lines)))
        elif token.type == "html_inline":
            _raw_html(token, source, lines, found)


def _until_link_close(children: Sequence[Token], index: int) -> Iterator[Token]:
    for token in children[index + 1 :]:
        if token.type == "link_close":
            return
        yield token


def _spellings(target: str, token: Token) -> list[str]:
    """How a target may be written in the source; in a fragment it is another one than in the text around it."""
    target = token.meta.get("written", {}).get(target, target)
    return list(dict.fromkeys([target, unquote(target), escape(target), unescape(target)]))


def _raw_html(token: Token, source: Source, lines: tuple[int, int], found: Mentions) -> None:
    """Links, images and ids in a piece of HTML that an author wrote, read off its sanitised form."""
    html = token.content
    if html.lstrip().startswith("<!--") and "-->" not in html:
        span = source.find(["<!--"], *lines)
        message, help = "this comment is never closed, and hides all that follows", "close it with `-->`"
        found.problems.append(Problem("unclosed-fence", message, span, "opened here", help))
    if len(found.open_elements) > MAX_OPEN_ELEMENTS:
        return
    _count_open(html, found.open_elements)
    if len(found.open_elements) > MAX_OPEN_ELEMENTS:
        message, help = f"more than {MAX_OPEN_ELEMENTS} HTML elements are open here", "close them, or write Markdown"
        found.problems.append(Problem("html-too-deep", message, source.line(lines[0]), help=help))
        return
    removed = removed_from(html)
    if removed:
        span = source.find([removed], *lines)
        message, help = f"`{removed}` is taken out of the page", "remove it, or write Markdown"
        if removed[1:].lower() in ("audio", "embed", "iframe", "object", "source", "video"):
            help = "remove it; recordings have blocks of their own: `::: video [What it shows](address)`"
        found.problems.append(Problem("html-removed", message, span, help=help))
    for tag in _TAG.finditer(sanitise(html)):
        values = {name: unescape(value) for name, value in _ATTRIBUTE.findall(tag[2])}
        if "id" in values:
            found.ids.add(values["id"])
        if tag[1] == "a" and values.get("href"):
            target = values["href"]
            span = source.find(_spellings(target, token), *lines)
            found.links.append(Link(target, "", "link", span))
        elif tag[1] == "img":
            target, alt = values.get("src", ""), values.get("alt", "").strip()
            kind: Literal["image", "decoration"] = "decoration" if "alt" in values and not alt else "image"
            span = source.find([*_spellings(target, token), "<img"], *lines)
            found.links.append(Link(target, alt, kind, span))


def _count_open(html: str, open_elements: list[str]) -> None:
    """Keep count of the elements that raw HTML opens and closes."""
    for element in _ELEMENT.finditer(_NOTE.sub("", html)):
        if len(open_elements) > MAX_OPEN_ELEMENTS:
            return
        name = element[2].lower()
        if not element[1]:
            open_elements.append(name)
        elif name in open_elements:
            del open_elements[len(open_elements) - 1 - open_elements[::-1].index(name) :]


def _figure(tokens: Sequence[Token], index: int) -> None:
    """An image alone in its paragraph, with a title: a figure with a caption."""
    children = tokens[index].children or []
    before, after = tokens[index - 1], tokens[index + 1] if index + 1 < len(tokens) else None
    if len(children) != 1 or children[0].type != "image" or before.type != "paragraph_open" or after is None:
        return
    title = children[0].attrs.pop("title", None)
    if title:
        before.tag = after.tag = "figure"
        before.hidden = after.hidden = False
        children.append(Token("html_inline", "", 0, content=f"<figcaption>{escape(str(title))}</figcaption>"))


def _unknown_alert(token: Token, source: Source, lines: tuple[int, int], found: Mentions) -> None:
    match = re.match(r"\[!(\w+)\]", token.content)
    if match:
        help = did_you_mean(match[1].upper(), ALERTS, f"the alerts are {', '.join(ALERTS)}")
        found.problems.append(
            Problem("unknown-block", f"there is no alert `{match[1]}`", source.line(lines[0]), help=help)
        )


def _stray_fences(token: Token, source: Source, lines: tuple[int, int], found: Mentions) -> None:
    for offset, text in enumerate(token.content.split("\n")):
        if re.fullmatch(r":{3,}\s*", text):
            span = source.line(lines[0] + offset)
            message = f"this `{text.strip()}` closes nothing"
            found.problems.append(Problem("stray-fence", message, span, help="remove it, or open a block above it"))


def _unclosed_code(token: Token, source: Source, lines: tuple[int, int], found: Mentions) -> None:
    start, end = lines
    last = source.lines[end - 1].strip().lstrip("> ") if end - 1 < len(source.lines) else ""
    if end - start < 2 or not last.startswith(token.markup) or last.strip(token.markup[0]):
        message, help = "this code block is never closed", f"close it with a line {token.markup}"
        found.problems.append(Problem("unclosed-fence", message, source.line(start), "opened here", help))

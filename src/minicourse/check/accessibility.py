"""What people need who listen to a page, or can't see its pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape
from itertools import takewhile

from minicourse.check.context import Context, Rule, Worded
from minicourse.check.languages import Pack
from minicourse.check.plain import plain
from minicourse.model.lesson import Body, Heading, Link, Prose
from minicourse.problems import Edit, Problem, Span
from minicourse.project import Project

_FILE = re.compile(r"^\s*\S+\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?)\s*$|^(?:IMG|DSC|PXL)[_-]?\d+", re.IGNORECASE)
"""A text alternative that is the name of a file."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")
# What the sanitiser lets through is canonical: attributes in double quotes, elements closed.
_EMPTY_LINK = re.compile(r'<a(?: [^<>]*)? href="([^"]*)"[^<>]*></a>')
_HEADING_OR_TABLE = re.compile(
    r'<h[1-6](?: [^<>]*)? id="([^"]*)"|<table(?![^<>]* role="(?:presentation|none)")[^<>]*>(.*?)</table>', re.DOTALL
)


def images_have_an_alternative(context: Context) -> Iterator[Problem]:
    """image-without-alt."""
    for body in context.bodies.values():
        for link in body.links:
            if link.kind == "image" and not link.text:
                help = 'say between `![` and `]` what it shows; one that only decorates is `<img src="…" alt="">`'
                yield Problem("image-without-alt", "this image has no text alternative", link.span, help=help)


def alternatives_are_short(context: Context) -> Iterator[Problem]:
    """long-alternative."""
    most = context.limit("long-alternative")
    for body in context.bodies.values():
        for link in body.links:
            if link.kind == "image" and len(link.text) > most:
                message = f"a text alternative of {len(link.text)} characters"
                help = "say in a sentence what the picture shows, and the rest in the text beside it"
                yield Problem("long-alternative", message, link.span, help=help)


def alternatives_say_something(context: Context, pack: Pack) -> Iterator[Problem]:
    """alternative-says-nothing: names of files in any language."""
    for link in (link for body in context.bodies.values() for link in body.links if link.kind == "image" and link.text):
        named = pack.names_a_picture.search(link.text)
        if _FILE.search(link.text):
            message = f"`{link.text}` is the name of a file"
            yield Problem("alternative-says-nothing", message, link.span, help="say what the picture shows")
        elif named:
            message = f"`{named.group()}` says nothing: who hears this knows that it is a picture"
            help = "begin with what it shows"
            fix = () if pack.has_cases else _without(context.project, link, named.end())
            yield Problem("alternative-says-nothing", message, link.span, help=help, fix=fix)


def _without(project: Project, link: Link, length: int) -> tuple[Edit, ...]:
    """What takes the first characters from a text alternative in Markdown, where it stands in one place of its line."""
    span = link.span
    line = project.source_line(span.path, span.line) or ""
    start = line.find(f"![{link.text}]")
    rest = link.text[length:].lstrip()
    if start < 0 or line.count(link.text) > 1 or not rest:
        return ()
    has_capitals = any(letter.isupper() for letter in rest.split()[0])  # as “iPhone” has
    first = start + len("![") + 1
    place = Span(span.path, span.line, first, span.line, first + len(link.text) - len(rest) + 1)
    return (Edit(place, rest[0] if has_capitals else rest[0].upper()),)


def links_say_where_they_lead(context: Context, pack: Pack) -> Iterator[Problem]:
    """link-shows-address, link-says-nothing, same-link-text."""
    longest = context.limit("link-shows-address")
    for body in context.bodies.values():
        first: dict[str, Link] = {}
        for link in body.links:
            text = " ".join(link.text.split()).casefold()
            if link.kind != "link" or not text:
                continue
            if _ADDRESS.match(text) and len(text) > longest:
                message = f"an address of {len(text)} characters is read out sign by sign"
                help = "put the link on words that name what is there: `[the report](https://…)`"
                yield Problem("link-shows-address", message, link.span, help=help)
            elif pack.empty_link.search(text):
                message = f"`{link.text}` doesn't say where the link leads"
                help = "put the link on words that name what is there"
                yield Problem("link-says-nothing", message, link.span, help=help)
            elif link.target.startswith("#"):
                continue  # on this page; and the decisions of a scenario may well be called alike
            elif first.setdefault(text, link).target != link.target:
                line = first[text].span.line
                message = f"`{link.text}` leads elsewhere in line {line}"
                help = "name each by what it is"
                yield Problem("same-link-text", message, link.span, help=help)


def links_have_a_text(context: Context) -> Iterator[Problem]:
    """link-without-text: neither words nor a picture that has some."""
    for body in context.bodies.values():
        for found in (found for html in _prose(body) if "></a>" in html for found in _EMPTY_LINK.finditer(html)):
            target = unescape(found[1])
            span = next((link.span for link in body.links if link.target == target and not link.text), None)
            if span:
                help = "put words between `[` and `]`, or remove it"
                yield Problem("link-without-text", "nobody can see or hear this link", span, help=help)


def tables_have_a_header(context: Context) -> Iterator[Problem]:
    """table-without-header: all cells of its first row are empty, or none is a header."""
    starts = {f"content/{lesson.path}": lesson.span for lesson in context.course.lessons}
    for path, body in context.bodies.items():
        place = starts.get(f"content/{path}", Span.start_of(f"content/{path}"))
        headings = {heading.anchor: heading for heading in body.headings}
        under = "at the beginning"
        for html in _prose(body):
            for found in _HEADING_OR_TABLE.finditer(html):
                heading = headings.get(found[1] or "")
                if heading:
                    place, under = heading.span, f"below “{heading.text}”"
                elif found[2] is not None and not _has_header(found[2]):
                    help = 'name its columns in its first row; in HTML, with `<th scope="col">`'
                    message = f"a table {under} has no headers"
                    yield Problem("table-without-header", message, place, help=help)


def _has_header(table: str) -> bool:
    """Has a table, HTML from within its element on, a header cell with something in it?"""
    cells = re.findall(r"<th\b[^>]*>(.*?)</th>", table, re.DOTALL)
    return any("<img" in cell or plain(cell).strip() for cell in cells)


def _prose(body: Body) -> Iterator[str]:
    return (block.html for block in body.blocks if isinstance(block, Prose))


def headings_do_not_skip(context: Context) -> Iterator[Problem]:
    """heading-skipped. The title of the page is level 1; another heading of that level is told as such, and should be
    one of the second."""
    for body in context.bodies.values():
        level = 1
        for number, heading in enumerate(body.headings):
            if heading.level > level + 1:
                message = f"a heading of level {heading.level} below one of level {level}"
                help = f"write `{'#' * (level + 1)}`"
                fix = _lifted(body.headings[number:], level + 1)
                yield Problem("heading-skipped", message, heading.span, help=help, fix=fix)
            level = max(heading.level, 2)


def _lifted(headings: Sequence[Heading], level: int) -> tuple[Edit, ...]:
    """What gives the first of these headings a level, and all that stand with it or below it as many levels less. Tabs
    are headings of one level, so theirs are left alone, and so is what an included file says."""
    first = headings[0]
    together = list(takewhile(lambda heading: heading.level >= first.level, headings))
    if not all(heading.listed and heading.mark and heading.span.path == first.span.path for heading in together):
        return ()
    return tuple(
        Edit(heading.mark, "#" * (heading.level - first.level + level)) for heading in together if heading.mark
    )


def looks_are_not_all(context: Context, pack: Pack) -> Iterator[Problem]:
    """names-colour-or-place."""
    alone = (
        (pack.colour_alone, "its colour or shape", "name it, too: what is written on it, or what it is for"),
        (
            pack.place_alone,
            "its place",
            "name it; on a phone it stands elsewhere, and a listener has no left",
        ),
    )
    for body in context.bodies.values():
        whole = "\n".join(passage.text for passage in body.passages).lower()
        for phrases, how, help in alone:
            if not phrases.may_be_in(whole):
                continue
            for passage in body.passages:
                for found in phrases.found_in(passage.text):
                    message = f"`{found[0]}` says which by {how} alone"
                    yield Problem("names-colour-or-place", message, passage.span(*found.span()), help=help)


RULES: tuple[Rule, ...] = (
    images_have_an_alternative,
    Worded(alternatives_say_something, {}),
    alternatives_are_short,
    Worded(links_say_where_they_lead, {"link-says-nothing": ("empty_link",)}),
    links_have_a_text,
    tables_have_a_header,
    headings_do_not_skip,
    Worded(looks_are_not_all, {"names-colour-or-place": ("colour_alone", "place_alone")}),
)

"""Links, anchors and images lead somewhere, and to something that is safe to publish."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal
from urllib.parse import unquote

from minicourse.check.context import Context, Rule
from minicourse.images import RASTER_SUFFIXES, BadImage, raster_size, svg_size, unfit_for_preview
from minicourse.model.lesson import Link
from minicourse.model.targets import LINK_SCHEMES, Target, is_fragment, resolve, scheme
from minicourse.problems import Problem
from minicourse.problems.spelling import nearest

_DOCUMENTS = (
    ".csv .doc .docx .epub .ics .json .odp .ods .odt .pdf .ppt .pptx .rtf .tsv .txt .xls .xlsx .zip "
    ".m4a .mp3 .mp4 .oga .ogg .ogv .opus .wav .webm .vtt .srt"
)
RECORDED: Mapping[Literal["video", "audio"], tuple[str, ...]] = {
    "video": (".mp4", ".webm", ".ogv"),
    "audio": (".mp3", ".m4a", ".oga", ".ogg", ".opus", ".wav"),
}
"""Kinds of recording that browsers play, the usual ones first."""
PICTURES = RASTER_SUFFIXES | {".svg"}
"""Kinds of picture that a text may show."""
PUBLISHABLE_SUFFIXES = frozenset(_DOCUMENTS.split()) | PICTURES
"""Kinds of file that a browser shows or saves without running anything in them."""

_OF_THE_SITE = ("llms.txt", "sitemap.xml", "404.html")
"""Files of the site itself, whose addresses no other file can have."""


def links_lead_somewhere(context: Context) -> Iterator[Problem]:
    """broken-link, broken-anchor, broken-image, file-not-publishable."""
    for path, link in _links(context):
        target = resolve(link.target, path)
        if target is not None:
            yield from _follow(link, target, path, context)
        elif link.kind != "link" or scheme(link.target) not in LINK_SCHEMES:
            yield _third_party(link)


def images_are_sound(context: Context) -> Iterator[Problem]:
    """broken-image, file-not-publishable: pictures can be opened, and an SVG is only a picture."""
    seen: set[str] = set()
    for path, link in _links(context):
        target = resolve(link.target, path)
        if target is None or target.path in seen or target.path not in context.course.files:
            continue
        seen.add(target.path)
        fault = _fault(target.path, context)
        if fault:
            code = "file-not-publishable" if _suffix(target.path) == ".svg" else "broken-image"
            yield Problem(code, f"`{target.path}`: {fault}", link.span, help="save it anew as a plain picture")


def pictures_can_be_previews(context: Context) -> Iterator[Problem]:
    """unfit-preview: what a course or a lesson names as its picture can stand beside a shared link. An SVG can't, but
    as the course's it is good enough for the front page."""
    for path, link in context.course.images():
        target = resolve(link.target, path)
        if target is None or target.path not in context.course.files or _suffix(target.path) not in PICTURES:
            continue
        if link is context.course.image and _suffix(target.path) == ".svg":
            continue
        data = context.project.read_bytes(f"content/{target.path}")
        fault = (
            "" if isinstance(data, Problem) or _fault(target.path, context) else unfit_for_preview(target.path, data)
        )
        if fault:
            help = "save it as a PNG, JPEG or WebP of 1200 × 630 pixels; until then the drawn card is shared"
            yield Problem("unfit-preview", f"`{target.path}`: {fault}", link.span, help=help)


def _links(context: Context) -> Iterator[tuple[str, Link]]:
    """All that the course points at, each with its file's path relative to `content/`."""
    yield from context.course.images()
    for path, body in context.bodies.items():
        yield from ((path, link) for link in body.links)


def _follow(link: Link, target: Target, path: str, context: Context) -> Iterator[Problem]:
    course = context.course
    if target.path.partition("/")[0] in _OF_THE_SITE and target.path in course.files:
        message = f"the address of `{target.path}` belongs to the site itself"
        yield Problem("file-not-publishable", message, link.span, help="rename the file, or the folder it is in")
        return
    if link.kind != "link":
        if target.path not in course.files:
            pictures = [file for file in course.files if _suffix(file) in PICTURES]
            yield _broken("broken-image", link, target, path, pictures, context)
        elif _suffix(target.path) not in PICTURES:
            help = f"a picture ends in {', '.join(sorted(RASTER_SUFFIXES))} or .svg"
            kind = next((kind for kind, suffixes in RECORDED.items() if _suffix(target.path) in suffixes), None)
            help = f"write `::: {kind} [{link.text}]({link.target})`" if kind else help
            yield Problem("broken-image", f"`{target.path}` is not a picture", link.span, help=help)
        return
    page = _page(target.path, context)
    if page is not None:
        if target.anchor and f"content/{page}" not in context.unread:
            yield from _anchor(link, target, page, context)
    elif target.path == "references.bib" and course.references:
        return
    elif target.path in course.files and target.path.endswith(".md") and is_fragment(target.path):
        file = posixpath.relpath(target.path, posixpath.dirname(path) or ".")
        help = f"put its text here with `::: include {file}`, or link to a page"
        yield Problem("broken-link", f"`{target.path}` is a fragment and has no page", link.span, help=help)
    elif target.path in course.files and target.path.endswith(".md"):
        if f"content/{target.path}" not in context.unread:
            help = "link to it when it is published, or build with `--drafts`"
            yield Problem("broken-link", f"`{target.path}` is a draft", link.span, help=help)
    elif target.path in course.files:
        # Of a recording that can't be played, its own rule speaks.
        played = {recording.target for recording in context.bodies[path].recordings}
        if _suffix(target.path) not in PUBLISHABLE_SUFFIXES and link.target not in played:
            help = "link to a document, a picture, a recording or an archive"
            message = f"a file of this kind is not published: `{target.path}`"
            yield Problem("file-not-publishable", message, link.span, help=help)
    else:
        known = [*course.files, *(unit.path for unit in course.units)]
        yield _broken("broken-link", link, target, path, known, context)


def _page(path: str, context: Context) -> str | None:
    """The text's file that a path means: itself, or the index of a folder."""
    if path in context.bodies:
        return path
    folder = posixpath.join(path, "index.md") if path else context.course.front_path
    return folder if folder in context.bodies else None


def _anchor(link: Link, target: Target, page: str, context: Context) -> Iterator[Problem]:
    anchors = context.bodies[page].anchors | {f"ref-{key}" for key in context.bodies[page].cited}
    if target.anchor in anchors:
        return
    near = context.near(target.anchor, sorted(anchors), 0.5)
    where = "this page" if link.target.startswith("#") else f"`{page}`"
    help = f"did you mean `#{near}`?" if near else f"its anchors are made from the headings of {where}"
    yield Problem("broken-anchor", f"{where} has no `#{target.anchor}`", link.span, help=help)


def _broken(code: str, link: Link, target: Target, path: str, known: Iterable[str], context: Context) -> Problem:
    if target.path.startswith("../"):
        return Problem(
            code, f"`{unquote(link.target)}` leads outside `content/`", link.span, help="move the file into `content/`"
        )
    near = context.near(target.path, sorted(known), 0.75)
    # Folders and endings make names alike that aren't.
    near = near if near and nearest(_stem(target.path), [_stem(near)]) else None
    if link.target in context.bodies[path].anchors:
        help = f"did you mean `#{link.target}`?"
    elif near:
        # A fragment is another file than the text that it stands in.
        written_in = link.span.path.removeprefix("content/")
        relative = posixpath.relpath(near, posixpath.dirname(written_in) or ".")
        help = f"did you mean `{relative}`?"
    else:
        help = "write the path of a file, relative to this one"
    return Problem(code, f"there is no `{target.path or unquote(link.target)}`", link.span, help=help)


def _third_party(link: Link) -> Problem:
    if link.kind != "link":
        help = "save it in `content/` and point at that"
        return Problem("broken-image", "a picture that is no file of the course", link.span, help=help)
    help = f"an address begins with {', '.join(f'`{name}:`' for name in sorted(LINK_SCHEMES))}"
    return Problem("broken-link", "an address of a kind that is not published", link.span, help=help)


def _fault(path: str, context: Context) -> str:
    suffix = _suffix(path)
    if suffix not in PICTURES:
        return ""
    data = context.project.read_bytes(f"content/{path}")
    if isinstance(data, Problem):
        return data.message
    try:
        _ = svg_size(data) if suffix == ".svg" else raster_size(data)
    except BadImage as error:
        return str(error)
    return ""


def _stem(path: str) -> str:
    return posixpath.splitext(posixpath.basename(path.rstrip("/")))[0]


def _suffix(path: str) -> str:
    return os.path.splitext(path)[1].lower()


RULES: tuple[Rule, ...] = (links_lead_somewhere, images_are_sound, pictures_can_be_previews)

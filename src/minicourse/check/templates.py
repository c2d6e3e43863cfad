"""An author's own templates keep what the pages promise: nothing from elsewhere, a language, no text taken for HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minicourse.check.context import Context, Rule
from minicourse.problems import Problem, Span

_READ = (".html", ".css", ".js", ".svg")

_NOTE = re.compile(r"{#|<!--|/\*|^[ \t]*//[^\n]*", re.MULTILINE)
"""Where a note begins; one of a line is whole."""
_NOTE_ENDS = {"{#": "#}", "<!--": "-->", "/*": "*/"}
_ADDRESS = r"((?:https?:|wss?:)?//[^\s\"'`)>{]+)"
_ELSEWHERE, _IN_QUOTES = rf"[\"']?\s*{_ADDRESS}", rf"[\"'`]{_ADDRESS}"
_LOADED = re.compile(
    rf"<(?!a\b|form\b|area\b|link\b|meta\b|base\b)\w+\b[^<>]*?\s(?:src|srcset|poster|data|href)\s*=\s*{_ELSEWHERE}"
    r"|<link\b(?=[^<>]*\brel\s*=\s*[\"']?[^\"'<>]*\b(?:stylesheet|icon|preload|modulepreload|prefetch|preconnect"
    rf"|dns-prefetch|manifest)\b)[^<>]*?\shref\s*=\s*{_ELSEWHERE}"
    rf"|@import\s+(?:url\()?\s*{_ELSEWHERE}|\burl\(\s*{_ELSEWHERE}"
    rf"|\b(?:fetch|import|importScripts|WebSocket|EventSource|Worker|sendBeacon)\s*\(\s*{_IN_QUOTES}"
    rf"|\b(?:from|import)\s+{_IN_QUOTES}",
    re.IGNORECASE,
)
"""What a browser fetches by itself while it shows a page: not a link, which a reader follows or doesn't."""
_PAGE = re.compile(r"<html\b(?![^<>]*\slang\s*=)(?![^<>]*{)[^<>]*>", re.IGNORECASE)
_UNESCAPED = re.compile(r"\|\s*safe\b|{%-?\s*autoescape\s+false")


def templates_keep_promises(context: Context) -> Iterator[Problem]:
    """template-loads-from-elsewhere, template-without-language, template-unescaped."""
    for path, text in _own(context):
        for found in _LOADED.finditer(text):
            place = next(number for number, address in enumerate(found.groups(), 1) if address)
            message = f"`{found[place]}` is fetched from another site, which the policy of the pages forbids"
            help = "put the file into `templates/assets/`, or into `content/`, and point at that"
            span = _span(path, text, found.start(place), found.end(place))
            yield Problem("template-loads-from-elsewhere", message, span, help=help)
        if not path.endswith(".html"):
            continue
        for found in _PAGE.finditer(text):
            help = 'write `<html lang="{{ page.site.language }}" dir="{{ page.site.direction }}">`'
            message = "this page does not say in which language it is"
            yield Problem("template-without-language", message, _span(path, text, *found.span()), help=help)
        for found in _UNESCAPED.finditer(text):
            message = f"`{found[0].strip('{|%- ')}` lets a text be taken for HTML"
            help = "leave it out: what is HTML already is shown as such, and a title may hold a `<`"
            yield Problem("template-unescaped", message, _span(path, text, *found.span()), help=help)


def _own(context: Context) -> Iterator[tuple[str, str]]:
    """The author's own templates, styles and scripts by their path, with blanks for what is only a note in them."""
    folder = context.project.root / "templates"
    files = sorted(file for file in folder.rglob("*") if file.suffix in _READ) if folder.is_dir() else []
    for file in files:
        path = file.relative_to(context.project.root).as_posix()
        text = context.project.read_text(path)
        if isinstance(text, str):  # one that can't be read is told of where the site is made
            yield path, _without_notes(text)


def _without_notes(text: str) -> str:
    """The text with blanks for its notes. What begins like one and never ends is none; it is looked for once only."""
    kept, behind, place = "", 0, 0
    endless: set[str] = set()
    while begin := _NOTE.search(text, place):
        mark, place = begin[0], begin.end()
        if mark in _NOTE_ENDS:
            end = -1 if mark in endless else text.find(_NOTE_ENDS[mark], place)
            if end < 0:
                endless.add(mark)
                continue
            place = end + len(_NOTE_ENDS[mark])
        kept += text[behind : begin.start()] + re.sub(r"\S", " ", text[begin.start() : place])
        behind = place
    return kept + text[behind:]


def _span(path: str, text: str, start: int, end: int) -> Span:
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    length = end - start if "\n" not in text[start:end] else text.index("\n", start) - start
    return Span(path, line, column, line, column + length)


RULES: tuple[Rule, ...] = (templates_keep_promises,)

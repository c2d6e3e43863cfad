"""The `<head>` of a page: names, addresses, what search engines read, and the page's security policy."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

_POLICY = (
    "default-src 'none'; script-src 'self'{more}; style-src 'self'; img-src 'self' data:; media-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)
_KEPT = "; manifest-src 'self'"
"""What a course that is kept off-line needs besides; for its worker counts what counts for scripts."""
_ONE_FILE = (
    "default-src 'none'; script-src {scripts}; style-src {style}; img-src data:; media-src data:; base-uri 'none'; "
    "form-action 'none'"
)


SPECULATION_RULES = Markup(
    '{"prefetch":[{"where":{"selector_matches":".turn a,.bead,.start"},"eagerness":"moderate"}]}'
)
"""Where a reader is likely to go next is fetched when the pointer rests on it. Fetched only, not prerendered: a page
that nobody has looked at is not seen."""


def policy(*inline: str, compiles: bool = False, kept: bool = False, framed: Iterable[str] = ()) -> Markup:
    """The Content-Security-Policy of a page whose inline script elements, if any, hold these texts; one that holds data
    needs no leave. `compiles` lets its own scripts use WebAssembly; `kept` where browsers may keep the course off-line;
    `framed` are the origins that it lets into a frame.

    It holds no double quote, so it may stand in an attribute as it is.
    """
    more = [*(["'wasm-unsafe-eval'"] if compiles else []), *map(hash_source, inline)]
    frames = "".join(f" {origin}" for origin in sorted(set(framed)))
    others = (_KEPT if kept else "") + (f"; frame-src{frames}" if frames else "")
    return Markup(_POLICY.format(more="".join(f" {source}" for source in more)) + others)


def one_file_policy(style: str, *scripts: str) -> Markup:
    """The policy of a page that holds all it needs: this style and these scripts, and no request to anywhere."""
    return Markup(_ONE_FILE.format(scripts=" ".join(map(hash_source, scripts)), style=hash_source(style)))


def style_policy(style: str) -> Markup:
    """The policy of a page that holds this style and nothing else: no script, no picture, no request to anywhere."""
    return Markup(f"default-src 'none'; style-src {hash_source(style)}; base-uri 'none'; form-action 'none'")


def hash_source(text: str) -> str:
    """What allows the inline script or style element that holds just this text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def locale(language: str) -> str | None:
    """A language tag as the Open Graph writes it, `pt_BR` for `pt-BR`; none where it names no country, since the Open
    Graph has no way to leave it open."""
    first, *others = language.split("-")
    country = next((part.upper() for part in others if len(part) == 2 and part.isalpha()), None)
    return f"{first.lower()}_{country}" if country else None


def json_for_script(data: Mapping[str, Any]) -> Markup:
    """JSON that may stand in a script element: nothing in it can end the element or begin a comment."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def inline_style(text: str) -> Markup:
    """A stylesheet that may stand in the page itself: nothing in it can end its element."""
    return Markup(text.replace("</", "<\\/"))


def inline_script(text: str) -> Markup:
    """A script that may stand in the page itself: nothing in it can end its element or begin a comment. Both can
    only stand inside its texts and patterns, where a backslash changes nothing."""
    return Markup(text.replace("</", "<\\/").replace("<!--", "<\\!--"))


def json_for_attribute(value: object) -> Markup:
    """A value as JSON for an attribute in single quotes: shorter by far than with every double quote escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character, reference in (("&", "&amp;"), ("'", "&#39;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(character, reference)
    return Markup(text)

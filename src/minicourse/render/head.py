"""The `<head>` of a page: names, addresses, what search engines read, and the page's security policy."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

_POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self' data:; media-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)


def policy(data: str | None, framed: Iterable[str] = ()) -> Markup:
    """The Content-Security-Policy of a page whose one inline script element, if any, holds `data`, and which lets the
    origins `framed` into a frame.

    It holds no double quote, so it may stand in an attribute as it is.
    """
    hashes, frames = "", "".join(f" {origin}" for origin in sorted(set(framed)))
    if data is not None:
        hashes = f" 'sha256-{base64.b64encode(hashlib.sha256(data.encode()).digest()).decode()}'"
    return Markup(_POLICY.format(hashes=hashes) + (f"; frame-src{frames}" if frames else ""))


def json_for_script(data: Mapping[str, Any]) -> Markup:
    """JSON that may stand in a script element: nothing in it can end the element or begin a comment."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def json_for_attribute(value: object) -> Markup:
    """A value as JSON for an attribute in single quotes: shorter by far than with every double quote escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character, reference in (("&", "&amp;"), ("'", "&#39;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(character, reference)
    return Markup(text)

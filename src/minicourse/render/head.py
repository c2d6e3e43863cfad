"""The `<head>` of a page: names, addresses, what search engines read, and the page's security policy."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

_POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self' data:; media-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)


def policy(data: str | None) -> Markup:
    """The Content-Security-Policy of a page whose one inline script element, if any, holds `data`.

    It holds no double quote, so it may stand in an attribute as it is.
    """
    if data is None:
        return Markup(_POLICY.format(hashes=""))
    digest = base64.b64encode(hashlib.sha256(data.encode()).digest()).decode()
    return Markup(_POLICY.format(hashes=f" 'sha256-{digest}'"))


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


def json_for_attribute(value: object) -> Markup:
    """A value as JSON for an attribute in single quotes: shorter by far than with every double quote escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character, reference in (("&", "&amp;"), ("'", "&#39;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(character, reference)
    return Markup(text)

"""The `<head>` of a page: names, addresses, what search engines read, and the page's security policy."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

_POLICY = (
    "default-src 'none'; script-src 'self'{more}; style-src 'self'; img-src 'self' data:; media-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)


SPECULATION_RULES = Markup(
    '{"prefetch":[{"where":{"selector_matches":".turn a,.bead,.start"},"eagerness":"moderate"}]}'
)
"""Where a reader is likely to go next is fetched when the pointer rests on it. Fetched only, not prerendered: a page
that nobody has looked at is not seen."""


def policy(*inline: str, compiles: bool = False) -> Markup:
    """The Content-Security-Policy of a page whose inline script elements, if any, hold these texts. `compiles` lets
    its own scripts use WebAssembly.

    It holds no double quote, so it may stand in an attribute as it is.
    """
    digests = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in inline]
    more = [*(["wasm-unsafe-eval"] if compiles else []), *(f"sha256-{digest}" for digest in digests)]
    return Markup(_POLICY.format(more="".join(f" '{source}'" for source in more)))


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

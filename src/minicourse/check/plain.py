"""HTML of the model as text, for rules that read words."""

from __future__ import annotations

import re
from html import unescape

_TAG = re.compile(r"<[^>]*>")


def plain(html: str) -> str:
    """The text of some HTML, a space in place of each tag."""
    return unescape(_TAG.sub(" ", html))

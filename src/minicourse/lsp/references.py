"""A reference in Markdown, formatted as the site does it."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from minicourse.model.course import Reference
from minicourse.render.references import reference_html
from minicourse.render.theme import Theme, builtin_templates
from minicourse.render.words import Words

_EMPHASIS = re.compile(r"</?(?:cite|i)>")
_TAG = re.compile(r"<[^<>]*>")


def reference_text(reference: Reference, language: str) -> str:
    """Authors, year, title, where it appeared, and its address; our own words in the course's language."""
    html = str(reference_html(reference, _words(language)))
    pieces = _EMPHASIS.split(html)
    return "*".join(escaped(unescape(_TAG.sub("", piece))) for piece in pieces)


@lru_cache(maxsize=4)
def _words(language: str) -> Words:
    return Theme((builtin_templates(),), language).words


def escaped(text: str) -> str:
    """Plain text as Markdown that shows just that."""
    return re.sub(r"([\\`*_{}\[\]<>#|!])", r"\\\1", text)

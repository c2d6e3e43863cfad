"""Lets only harmless HTML through, and makes it well-formed."""

from __future__ import annotations

import re

import nh3

from minicourse.model.targets import LINK_SCHEMES

_TAGS = (
    "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure "
    "h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary "
    "sup table tbody td tfoot th thead time tr u ul var wbr"
)
_KNOWN_TAGS = frozenset(_TAGS.split())
_ATTRIBUTES = {
    "*": {"class", "id", "lang", "dir", "title", "role", "tabindex", "data-label", "aria-label"},
    "a": {"href", "hreflang"},
    "col": {"span"},
    "colgroup": {"span"},
    "del": {"datetime"},
    "details": {"open"},
    "div": {"data-recording"},
    "img": {"src", "alt", "width", "height"},
    "ins": {"datetime"},
    "li": {"value"},
    "ol": {"start", "reversed", "type"},
    "span": {"data-gap"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "headers", "scope", "abbr"},
    "time": {"datetime"},
}
_CLEANER = nh3.Cleaner(
    tags=set(_KNOWN_TAGS), attributes=_ATTRIBUTES, url_schemes=set(LINK_SCHEMES), link_rel=None, strip_comments=True
)
# The cleaner's output is canonical (attributes in double quotes, no bare angle bracket), so a pattern can read it.
_VOID = re.compile(r"<(br|col|hr|img|wbr)((?: [^<>]*)?)>")


_ELEMENT = re.compile(r"<([a-zA-Z][\w:-]*)((?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*)>")
_REMOVED_ATTRIBUTE = re.compile(r"(?<![\w-])(style|on[a-z]+)\s*=", re.IGNORECASE)


def removed_from(html: str) -> str:
    """The first element or attribute of raw HTML that will be taken out, as `<form` or `style=`; empty if all stays."""
    for element in _ELEMENT.finditer(html):
        if element[1].lower() not in _KNOWN_TAGS:
            return f"<{element[1]}"
        attribute = _REMOVED_ATTRIBUTE.search(element[2])
        if attribute:
            return attribute[0]
    return ""


def sanitise(html: str) -> str:
    """Allowed elements, attributes and addresses only; balanced, and with void elements closed as XML wants them."""
    return _VOID.sub(r"<\1\2 />", _CLEANER.clean(html)).replace("&nbsp;", "\u00a0")

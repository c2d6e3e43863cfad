"""Makes a text's HTML ready for one page: links lead to pages, pictures have their size, labels their words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape

from markupsafe import Markup

from minicourse.model.targets import resolve
from minicourse.render.urls import Urls
from minicourse.render.words import Words

# The sanitiser's output is canonical: every attribute in double quotes, no bare angle bracket.
_TAG = re.compile(r"<(a|img|blockquote)( [^<>]*?)( /)?>")
_ADDRESS = re.compile(r' (href|src)="([^"]*)"')
_ID = re.compile(r' id="([^"]*)"')
_LABEL = re.compile(r'<(p|span|div)([^<>]*) data-label="([^"]*)"([^<>]*)>')


@dataclass(frozen=True, slots=True)
class Linker:
    """Finishes texts of one course."""

    urls: Urls
    words: Words
    sizes: Mapping[str, tuple[int, int]]
    """Width and height of each picture, by its path relative to `content/`."""

    def finish(self, html: str, path: str, page: str, prefix: str = "") -> Markup:
        """The HTML of the text at `path` as it stands on `page`.

        With a `prefix`, several texts share the page: ids get it, and links between the texts stay on the page.
        """
        html = _TAG.sub(lambda tag: self._tag(tag, path, page, prefix), html)
        if prefix:
            html = _ID.sub(lambda found: f' id="{prefix}{found[1]}"', html)
        return Markup(_LABEL.sub(self._label, html))

    def _tag(self, tag: re.Match[str], path: str, page: str, prefix: str) -> str:
        name, attributes, end = tag[1], tag[2], tag[3] or ""
        attributes = _ADDRESS.sub(lambda a: f' {a[1]}="{self._address(a[2], path, page, prefix)}"', attributes)
        if name == "img":
            attributes += self._size(tag[2], path)
        return f"<{name}{attributes}{end}>"

    def _address(self, written: str, path: str, page: str, prefix: str) -> str:
        target = resolve(unescape(written), path)
        if target is None:
            return written
        hash = f"#{target.anchor}" if target.anchor else ""
        if prefix and target.path in self.urls.keys:
            return escape(f"#{text_prefix(self.urls.keys[target.path])}{target.anchor or 'top'}")
        if written.startswith("#ref-") and path not in self.urls.keys and "references.bib" in self.urls.pages:
            # Only lessons list what they cite; elsewhere a citation leads to the page of all references.
            return escape(self.urls.to(self.urls.pages["references.bib"], page) + hash)
        if written.startswith("#"):
            return escape(f"#{prefix}{target.anchor}")
        file = self.urls.pages.get(target.path, target.path)
        return escape(self.urls.to(file, page) + hash)

    def _size(self, attributes: str, path: str) -> str:
        source = _ADDRESS.search(attributes)
        target = resolve(unescape(source[2]), path) if source else None
        size = self.sizes.get(target.path) if target else None
        stated = "" if size is None or ' width="' in attributes else f' width="{size[0]}" height="{size[1]}"'
        return f'{stated} loading="lazy" decoding="async"'

    def _label(self, tag: re.Match[str]) -> str:
        word = escape(self.words.get(f"label_{tag[3]}"))
        if tag[1] == "div":
            return f'<div{tag[2]} aria-label="{word}"{tag[4]}>'
        return f"<{tag[1]}{tag[2]}{tag[4]}>{word}"


def text_prefix(key: str) -> str:
    """What precedes the ids of a lesson's text where several lessons share a page."""
    return f"{key.replace('/', '-')}--"

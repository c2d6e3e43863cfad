"""Makes a text's HTML ready for one page: links lead to pages, pictures have their size, labels their words."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape, unescape
from urllib.parse import unquote

from markupsafe import Markup

from minicourse.model.targets import resolve
from minicourse.render.urls import Urls
from minicourse.render.words import Words

# The sanitiser's output is canonical: every attribute in double quotes, no bare angle bracket. A tag is always read
# whole, attribute by attribute: what looks like one inside another's value is only text.
_TAG = re.compile(r"<([a-z][a-z0-9]*)((?: [\w:-]+=\"[^\"]*\")+)( /)?>")
_ATTRIBUTE = re.compile(r" ([\w:-]+)=\"([^\"]*)\"")


@dataclass(frozen=True, slots=True)
class Linker:
    """Finishes texts of one course."""

    urls: Urls
    words: Words
    sizes: Mapping[str, tuple[int, int]]
    """Width and height of each picture, by its path relative to `content/`."""
    prefixes: Mapping[str, str] = field(default_factory=dict)
    """What precedes the ids of each text by its source path, where all of them, and nothing else, are on one page."""

    def finish(self, html: str, path: str, page: str, prefix: str = "", ids: str = "") -> Markup:
        """The HTML of the text at `path` as it stands on `page`.

        With a `prefix`, several texts share the page: ids get it, and links between the texts stay on the page. What
        stands on the page a second time has `ids` before its ids, and its links lead to the first.
        """
        return Markup(_TAG.sub(lambda tag: self._tag(tag, path, page, prefix, ids), html))

    def _tag(self, tag: re.Match[str], path: str, page: str, prefix: str, ids: str) -> str:
        name, end = tag[1], tag[3] or ""
        attributes = dict(_ATTRIBUTE.findall(tag[2]))
        if "id" in attributes:
            attributes["id"] = prefix + ids + attributes["id"]
        if name == "img":
            attributes |= self._picture(attributes, path)
        for target in {"a": ("href",), "img": ("src",)}.get(name, ()):
            if target in attributes:
                written = unescape(attributes[target])
                attributes[target] = escape(self.address(written, path, page, prefix))
                if name == "a" and attributes[target].startswith("data:"):
                    # No browser opens such an address as a page; it can be saved.
                    attributes["download"] = escape(file_name(written))
        label = attributes.pop("data-label", None)
        word = escape(self.words.get(f"label_{label}")) if label else ""
        if name == "div" and label:
            attributes.setdefault("aria-label", word)
            word = ""
        listed = "".join(f' {key}="{value}"' for key, value in attributes.items())
        return f"<{name}{listed}{end}>{word}"

    def address(self, written: str, path: str, page: str, prefix: str = "") -> str:
        """The address that a link, as it is written in the text at `path`, has on `page`."""
        target = resolve(written, path)
        if target is None:
            return written
        hash = f"#{target.anchor}" if target.anchor else ""
        if written.startswith("#ref-") and path == "glossary.yml" and "references.bib" in self.prefixes:
            return f"#{self.prefixes['references.bib']}{target.anchor}"
        if target.path in self.prefixes:
            return f"#{self.prefixes[target.path]}{target.anchor or 'top'}"
        if prefix and target.path == "glossary.yml" and target.path in self.urls.pages:
            return f"#{GLOSSARY_PREFIX}{target.anchor or 'top'}"
        if prefix and target.path in self.urls.keys:
            return f"#{text_prefix(self.urls.keys[target.path])}{target.anchor or 'top'}"
        if written.startswith("#ref-") and path == "glossary.yml" and "references.bib" in self.urls.pages:
            # A text lists what it cites; the glossary's citations lead to the page of all references.
            return self.urls.to(self.urls.pages["references.bib"], page) + hash
        file = self.urls.pages.get(target.path, target.path)
        if written.startswith("#") and (prefix or file == page):
            return f"#{prefix}{target.anchor}"
        return self.urls.to(file, page) + hash

    def _picture(self, attributes: Mapping[str, str], path: str) -> dict[str, str]:
        """A picture's size, so that the page doesn't jump when it arrives, and leave to arrive late."""
        target = resolve(unescape(attributes.get("src", "")), path)
        size = self.sizes.get(target.path) if target else None
        stated = {} if size is None or "width" in attributes else {"width": str(size[0]), "height": str(size[1])}
        return {**stated, "loading": "lazy", "decoding": "async"}


def file_name(written: str) -> str:
    """The name of the file that a link is to."""
    return posixpath.basename(unquote(written.partition("#")[0]))


GLOSSARY_PREFIX = "glossary--"
"""What precedes the ids of terms on the print page."""


def text_prefix(key: str) -> str:
    """What precedes the ids of a lesson's text where several lessons share a page."""
    return f"{key.replace('/', '--')}--"

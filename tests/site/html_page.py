"""A page of the site, taken apart: enough of it to follow links and to look for what must not be there."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from minicourse.build import rendered
from minicourse.render.site import SiteSettings

ROOT = Path(__file__).parent.parent.parent
BASE = "https://example.org/some/where/"


@dataclass(frozen=True)
class Element:
    """A start tag."""

    tag: str
    attributes: Mapping[str, str]

    def get(self, name: str) -> str:
        """An attribute's value; empty where it has none."""
        return self.attributes.get(name, "")


@dataclass
class HtmlPage(HTMLParser):
    """A page by its path in the site."""

    path: str
    elements: list[Element] = field(default_factory=list)
    inline: list[tuple[Element, str]] = field(default_factory=list)
    """What stands inside `script` and `style` elements."""
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    @classmethod
    def of(cls, path: str, data: bytes) -> HtmlPage:
        page = cls(path)
        page.feed(data.decode())
        page.close()
        return page

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        if self.elements and self.cdata_elem:
            self.inline.append((self.elements[-1], data))
        else:
            self.text += data

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """The elements of a tag whose attributes have these values."""
        return [
            element
            for element in self.elements
            if element.tag == tag and all(element.get(name) == value for name, value in attributes.items())
        ]

    def meta(self, name: str) -> str | None:
        """The content of a `<meta>` by its name, property or http-equiv; none where there is none."""
        for element in self.all("meta"):
            if name in (element.get("name"), element.get("property"), element.get("http-equiv")):
                return element.get("content")
        return None

    @property
    def ids(self) -> list[str]:
        return [element.get("id") for element in self.elements if "id" in element.attributes]

    def addresses(self) -> Iterator[tuple[Element, str]]:
        """Every address that the page names, with the element that names it."""
        for element in self.elements:
            for name in ("href", "src", "srcset", "poster", "data", "action", "formaction"):
                if name in element.attributes:
                    yield element, element.get(name)

    def target(self, address: str) -> tuple[str, str]:
        """File and fragment that an address within the site leads to; folders answer with their `index.html`."""
        parts = urlsplit(urljoin(f"{BASE}{self.path}", address))
        place = unquote(parts.path.removeprefix(urlsplit(BASE).path))
        file = posixpath.join(place, "index.html") if not place or place.endswith("/") else place
        return file, unquote(parts.fragment)


def goes_out(address: str) -> bool:
    """Does an address lead out of the site?"""
    return bool(urlsplit(address).scheme or urlsplit(address).netloc)


@cache
def files(project: Path = ROOT, base_url: str | None = None) -> Mapping[str, bytes]:
    """The files of a project's site; without a project, the course that we ship."""
    result, made = rendered(project, SiteSettings(base_url))
    assert made, result.problems
    return made


@cache
def pages(project: Path = ROOT, base_url: str | None = None) -> Mapping[str, HtmlPage]:
    """The pages of a project's site by their paths."""
    return {path: HtmlPage.of(path, data) for path, data in files(project, base_url).items() if path.endswith(".html")}


def lesson_pages(project: Path = ROOT, base_url: str | None = None) -> list[HtmlPage]:
    """The pages of lessons: those that have a twin in Markdown."""
    return [page for page in pages(project, base_url).values() if page.all("link", rel="alternate")]

"""Links a term of the glossary where it first appears in a lesson."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from minicourse.model.course import Course, Term

# Where a link would be in the way: in links, headings, code, labels, and what a learner clicks on.
_CLOSED = frozenset(
    {"a", "h1", "h2", "h3", "h4", "h5", "h6", "code", "pre", "summary", "figcaption", "dt", "th", "sup"}
)
_PART = re.compile(r"<(/?)([a-z][a-z0-9]*)[^<>]*>|[^<]+")
_NOTE = re.compile(r"<sup.*?</sup>", re.DOTALL)
"""A citation: its number means nothing away from its list."""
_TAG = re.compile(r"<[^<>]*>")
_LINKED = re.compile(r'<a class="term" href="/glossary\.yml#([^"]+)"')


class TermLinks:
    """Links the terms of one course in the texts of one lesson, given in their order."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self._pattern = _pattern(tuple(term.name for term in terms))
        self._anchors = {term.name.casefold(): term.anchor for term in terms}
        self._seen: set[str] = set()

    def link(self, html: str) -> str:
        """The prose with the first mention of each term linked; links as in the model, to `glossary.yml`."""
        if self._pattern is None:
            return html
        self.see(html)
        parts: list[str] = []
        closed = 0
        for part in _PART.finditer(html):
            if part[2] in _CLOSED:
                closed += -1 if part[1] else 1
            text = part[0]
            parts.append(self._pattern.sub(self._link, text) if part[2] is None and not closed else text)
        return "".join(parts)

    def see(self, html: str) -> None:
        """Note the terms that an author has linked in a text."""
        self._seen.update(_LINKED.findall(html))

    def _link(self, found: re.Match[str]) -> str:
        # Letters that `re` and `casefold` don't treat alike, such as the Turkish dotless i, find no anchor.
        anchor = self._anchors.get(found[0].casefold())
        if anchor is None or anchor in self._seen:
            return found[0]
        self._seen.add(anchor)
        return f'<a class="term" href="/glossary.yml#{anchor}">{found[0]}</a>'


@lru_cache(maxsize=4)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """Finds any of the names as whole words, the longest first; none when there are none.

    Text in the model has `&`, `<` and `>` escaped, so a name with one of them is never found: no half entity is cut.
    """
    plain = [re.escape(name) for name in sorted(names, key=len, reverse=True) if not re.search("[<>&]", name)]
    return re.compile(rf"(?<![\w&])(?:{'|'.join(plain)})(?!\w)", re.IGNORECASE) if plain else None


def definitions(course: Course) -> dict[str, tuple[str, str]]:
    """Each term's name and definition by its anchor, as plain text for the page's script."""
    return {term.anchor: (term.name, unescape(_TAG.sub("", _NOTE.sub("", term.html)))) for term in course.terms}

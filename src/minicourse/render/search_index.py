"""The index that a page's search brings: as much of a course as is worth its weight, as a classic script.

    minicourse.index = [pages, terms, words, places, state, script]

Each page is `[kind, title, path, summary, sections, quizzes, questions]`, its last three flat lists of title and
anchor; each term `[name, anchor, definition]`. An anchor is 0 where it follows from the title. These are shown, and the
page's script takes their words from them; long questions are cut, and shown whole once their page is there.

Of running text there are only words, each once, in alphabetical order, each beginning with a capital letter that says
how much it shares with the word before (`A` nothing, `B` one character). `places` says for each word, a space between
two, in which texts it stands: as steps from one text to the next. Texts are counted page by page: the page itself, its
sections, its quizzes, the ends of its questions. Compressed, that is less than half of the text.

`state` is 1 where the text was left out; `script` stands only where Pagefind knows the text, and names what asks it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence

from minicourse.problems import Problem, Span
from minicourse.render.budgets import KIB, weight
from minicourse.render.search import Page, Part, Searched
from minicourse.render.search_words import words
from minicourse.slugs import anchor

KINDS = ("course", "unit", "lesson")
"""Kinds of page; the index holds the place of each in this list."""
MOST = 128 * KIB
"""What the index may weigh, compressed: about a photograph, brought once and only by who searches."""
_MOST_TEXT = 2 * 1024 * KIB
"""Of more text than this, no index is light enough: none is made to find that out."""

_STEPS = "".join(chr(code) for code in range(ord("#"), ord("\\")) if chr(code) != "<")
"""What stands for a step of 1, 2, 3, …; a tilde adds as many as there are."""
_SHOWN = 60
"""How many characters of a question are kept as they are."""
_PARTS = ("section", "quiz", "question")
_RARE = 7
"""A word that stands in more than one text out of so many is not kept, unless there are few texts."""
_STEM, _ENDING = 4, 3
"""Words that are the same in their first four letters or more, but for an ending of at most three, are kept as one."""


def whole_index(searched: Searched) -> str | None:
    """The index with all the text; none where that is too heavy."""
    texts = list(_texts(searched.pages))
    if sum(map(len, texts)) > _MOST_TEXT:
        return None
    script = _script(searched, *packed(texts), [0])
    return script if weight(script.encode()) <= MOST else None


def short_index(searched: Searched, script_of_text: str = "") -> str:
    """The index without the text, and in a course of thousands of lessons without questions, without sections.

    `script_of_text` is the file beside it that asks Pagefind for the text.
    """
    state = [1, script_of_text] if script_of_text else [1]
    script = ""
    for kinds in (_PARTS, _PARTS[:2], ()):
        script = _script(searched, "", "", state, kinds)
        if weight(script.encode()) <= MOST:
            break
    return script


def shortened(path: str, data: bytes) -> Iterator[Problem]:
    """search-without-text for one file of the site: an index without the text, and nothing in its place."""
    if path.startswith("assets/search-index.") and data.endswith(b",1];"):
        message = "the search finds titles, headings, terms and questions of this course, and not its text"
        span = Span.start_of("content/course.yml")
        help = "`pip install 'minicourse[search]'` brings Pagefind, which is made for long courses"
        yield Problem("search-without-text", message, span, help=help)


def _script(
    searched: Searched,
    listed: str,
    places: str,
    state: Sequence[object],
    kinds: Sequence[str] = _PARTS,
) -> str:
    pages = [_page(page, kinds) for page in searched.pages]
    terms = [(name, _anchor(name, at), definition) for name, at, definition in searched.terms]
    index = [pages, terms, listed, places, *state]
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    # In a site of one file the script stands inside a page.
    return f"minicourse.index={text.replace('<', chr(92) + 'u003c')};"


def _page(page: Page, kinds: Sequence[str]) -> list[object]:
    parts = [
        [
            value
            for part in page.parts
            if part.kind == kind and kind in kinds
            for value in (_cut(part), _anchor(part.title, part.anchor))
        ]
        for kind in _PARTS
    ]
    while parts and not parts[-1]:
        parts.pop()
    return [KINDS.index(page.kind), page.title, page.path, page.summary, *parts]


def _anchor(title: str, written: str) -> str | int:
    return 0 if written == anchor(title) else written


def _cut(part: Part) -> str:
    """A title as it is kept: questions may be long."""
    if part.kind != "question" or len(part.title) <= _SHOWN:
        return part.title
    return f"{part.title[:_SHOWN].rpartition(' ')[0] or part.title[:_SHOWN]}…"


def _texts(pages: Iterable[Page]) -> Iterator[str]:
    """The texts in the order in which they are counted."""
    for page in pages:
        yield page.text
        for kind in _PARTS:
            parts = (part for part in page.parts if part.kind == kind)
            yield from (part.title[len(_cut(part)) - 1 :] if kind == "question" else part.text for part in parts)


def packed(texts: Sequence[str]) -> tuple[str, str]:
    """The words of some texts, and where they stand."""
    found: dict[str, set[int]] = {}
    for number, text in enumerate(texts):
        for word in set(words(text)):
            found.setdefault(word, set()).add(number)
    kept: dict[str, set[int]] = {}
    for word in sorted(found):
        kept.setdefault(_stem(word, kept), set()).update(found[word])
    # A word in so many texts tells few of them apart; one letter is no word in scripts that have spaces.
    common = max(len(texts) / _RARE, 6)
    listed = {word: at for word, at in kept.items() if len(at) <= common and not (len(word) == 1 and word.isascii())}
    return "".join(_fronts(listed)), " ".join(_steps(sorted(at)) for at in listed.values())


def _stem(word: str, kept: dict[str, set[int]]) -> str:
    """The word under which this one is kept."""
    shorter = (word[:end] for end in range(len(word) - 1, max(_STEM, len(word) - _ENDING) - 1, -1))
    return next((stem for stem in shorter if stem in kept and not stem.isdigit()), word)


def _fronts(sorted_words: Iterable[str]) -> Iterator[str]:
    before = ""
    for word in sorted_words:
        shared = len(os.path.commonprefix([before[:25], word]))  # noqa: RUF071 (they are no paths)
        yield f"{chr(ord('A') + shared)}{word[shared:]}"
        before = word


def _steps(places: Iterable[int]) -> str:
    steps, before = "", -1
    for place in places:
        far, near = divmod(place - before - 1, len(_STEPS))
        steps += "~" * far + _STEPS[near]
        before = place
    return steps

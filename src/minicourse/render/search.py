"""What of a course can be searched for: its pages, their sections and questions, and the terms.

Never what would give an answer away: choices, feedback, hints, explanations and the backs of cards are left out, and
so are the questions of a quiz, which nobody should meet before they take it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Literal

from minicourse.model.course import Course, Unit
from minicourse.model.lesson import Body, Lesson
from minicourse.model.questions import Gaps, Question, Scenario
from minicourse.model.quiz import Quiz
from minicourse.render.urls import Urls

# The sanitiser's output is canonical: attributes in double quotes. An angle bracket inside one ends no tag.
_TAG = re.compile(r"<(/?[a-z][a-z0-9]*)((?: [\w:-]+=\"[^\"]*\")*)[^<>]*>")
_INLINE = frozenset("a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub u var".split())
# A heading, with what it is the heading of where that is a tab; where such a part begins and ends.
_PLACE = re.compile(
    r"(?P<part><section(?: [\w:-]+=\"[^\"]*\")*>\s*)?<h([1-6])(?P<own>(?: [\w:-]+=\"[^\"]*\")*)>(?P<title>.*?)</h\2>"
    r"|<(?P<end>/?)section(?: [\w:-]+=\"[^\"]*\")*>",
    re.DOTALL,
)
_ID = re.compile(r" id=\"([^\"]*)\"")
_CITATION = re.compile(r"<sup\b.*?</sup>", re.DOTALL)


_Section = tuple[str, str, list[str]]
"""Title, anchor, and the pieces of HTML that stand there."""


@dataclass(frozen=True, slots=True)
class Part:
    """A place on a page."""

    kind: Literal["section", "quiz", "question"]
    title: str
    """The heading, or the question's stem: plain text."""
    anchor: str
    text: str = ""
    """What stands there, plain text."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page and the places on it."""

    kind: Literal["course", "unit", "lesson"]
    title: str
    path: str
    """Its file in the site."""
    summary: str
    text: str
    """What stands above its first heading, what it is for, its tags: plain text."""
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Searched:
    """All of a course that can be searched for."""

    pages: tuple[Page, ...]
    terms: tuple[tuple[str, str, str], ...]
    """Name, anchor on the page of all terms, and definition as plain text."""


def searched(course: Course, urls: Urls) -> Searched:
    """What of a course can be searched for, in the order of the course."""
    terms = tuple((term.name, term.anchor, plain(term.html)) for term in course.terms)
    return Searched(tuple(_pages(course, urls)), terms)


def _pages(course: Course, urls: Urls) -> Iterator[Page]:
    text, parts = _parts(course.front)
    yield Page("course", course.title, urls.pages[course.front_path], course.description, text, parts)
    for entry in course.outline:
        if isinstance(entry, Unit):
            text, parts = _parts(entry.body)
            yield Page("unit", entry.title, urls.pages[entry.path], entry.summary, text, parts)
        for lesson in entry.lessons if isinstance(entry, Unit) else [entry]:
            yield _lesson(lesson, urls)


def _lesson(lesson: Lesson, urls: Urls) -> Page:
    text, parts = _parts(lesson.body)
    said = " ".join((*(objective.text for objective in lesson.objectives), *lesson.tags, text))
    return Page("lesson", lesson.title, urls.pages[lesson.path], lesson.summary, said, parts)


def _parts(body: Body) -> tuple[str, tuple[Part, ...]]:
    """What stands above the first heading of a text, and the places in it."""
    sections: list[_Section] = [("", "", [])]
    others: list[Part] = []
    for block in body.blocks:
        if isinstance(block, Quiz):
            if block.title and block.name:
                others.append(Part("quiz", block.title, block.name, plain(block.intro_html)))
        elif isinstance(block, Question):
            sections[-1][2].append(block.scenario_html)
            title = _stem(block)
            if title and block.name:
                others.append(Part("question", title, block.name))
        else:
            _cut_up(block.html, sections)
    texts = [(title, anchor, plain(" ".join(html))) for title, anchor, html in sections]
    found = [Part("section", title, anchor, text) for title, anchor, text in texts[1:] if title and anchor]
    return texts[0][2], (*found, *others)


def _cut_up(html: str, sections: list[_Section]) -> None:
    """Put some prose into sections, the last of which it goes on with.

    What follows a tab goes on with the section that the tab stands in; a heading that has no anchor is only text.
    """
    at, around, done = sections[-1], list[_Section](), 0
    for place in _PLACE.finditer(html):
        at[2].append(html[done : place.start()])
        done = place.end()
        if place["part"]:
            around.append(at)
        if place["title"] is not None:
            anchor = _ID.search(place["own"]) or _ID.search(place["part"] or "")
            if anchor:
                at = (plain(place["title"]), unescape(anchor[1]), [])
                sections.append(at)
            else:
                at[2].append(f" {place['title']} ")
        elif not place["end"]:
            around.append(at)
        elif around:
            at = around.pop()
    at[2].append(html[done:])


def _stem(question: Question) -> str:
    """What a question asks, without a word of its answer."""
    if question.stem:
        return question.stem
    if isinstance(question, Scenario):
        return plain(question.scenes[0].title_html) if question.scenes else ""
    return plain(question.text_html.replace("</span>", "…</span>")) if isinstance(question, Gaps) else ""


def plain(html: str) -> str:
    """The text of some HTML, without what the theme adds; citations are left out."""
    return " ".join(unescape(_TAG.sub(_between, _CITATION.sub("", html))).split())


def _between(tag: re.Match[str]) -> str:
    return "" if tag[1].lstrip("/") in _INLINE else " "

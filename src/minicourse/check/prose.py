"""How a text reads: its sentences, its sections, its length, and how loudly it speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from minicourse.check.context import Context, Rule, Worded
from minicourse.check.languages import Pack
from minicourse.check.readability import Syllables, grade
from minicourse.check.sentences import pieces, sentences
from minicourse.model.lesson import Body
from minicourse.model.passage import NO_WORD, Passage
from minicourse.problems import Problem

OWN = ("paragraph", "item", "note")
"""What the author wrote as running text, and could write otherwise."""

LEAST_WORDS = 100
"""A grade of fewer words is chance: Flesch (1948) took samples of 100."""

_CAPITAL = "[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]"
_CAPITALS = re.compile(
    rf"\b{_CAPITAL}{{2,}}+(?:['’]{_CAPITAL}+)?(?:,? {_CAPITAL}{{2,}}+(?:['’]{_CAPITAL}+)?){{2,99}}(?![\w-])"
)
_SPOKEN = re.compile(r"“[^”]{0,500}”|\"[^\"]*\"|‘[^’]{0,500}[!?.]’|«[^»]{0,500}»|„[^“]{0,500}“")
"""What somebody else calls out."""
_MARKS = re.compile(r"[!！]{2,}")
_CALL = re.compile(r"[!！](?=[\s\"”’)]|$)")
MOST_CALLS = 2
"""How many sentences of a paragraph may end in an exclamation mark."""

LEAST_BOLD = 20
"""Bold paragraphs of fewer words are captions, or stand for a heading."""


def text_is_readable(context: Context, pack: Pack) -> Iterator[Problem]:
    """long-sentence: in any language that has spaces; hard-text."""
    counts = Syllables() if pack.flesch_kincaid else None
    longest = context.limit("long-sentence")
    for body in context.bodies.values():
        sections: dict[tuple[str, str], _Section] = {}
        for passage in body.passages:
            if passage.kind not in OWN:
                continue
            cut = pieces(passage.text)
            if any(piece.count(" ") >= longest for piece in cut):
                yield from _long_sentences(passage, pack, longest)
            if counts is not None and passage.kind == "paragraph":
                # Paragraphs of a fragment count by themselves, wherever it is included.
                section = sections.setdefault((passage.path, passage.section), _Section())
                spoken = list(map(counts.__getitem__, passage.text.split()))
                section.passages.append(passage)
                section.pieces += len(cut)
                section.words += len(spoken) - spoken.count(0)
                section.syllables += sum(spoken)
        for section in sections.values():
            yield from _hard(section, body, pack, context.limit("hard-text"))


@dataclass(slots=True)
class _Section:
    """The paragraphs under a heading, counted."""

    passages: list[Passage] = field(default_factory=list)
    pieces: int = 0
    """There are at least so many sentences."""
    words: int = 0
    syllables: int = 0


def _hard(section: _Section, body: Body, pack: Pack, most: float) -> Iterator[Problem]:
    words, syllables = section.words, section.syllables
    if words < LEAST_WORDS or grade(words, section.pieces, syllables) <= most:
        return
    found = grade(words, sum(1 for one in section.passages for _ in sentences(one.text, pack)), syllables)
    if found > most:
        first = section.passages[0]
        headings = (heading.span for heading in body.headings if heading.anchor == first.section)
        span = next((span for span in headings if span.path == first.path), first.span(0, len(first.text)))
        message = f"this section reads like grade {found:.1f} of school"
        help = f"divide its longest sentences, and take the shorter of two words; the limit is {most:g}"
        yield Problem("hard-text", message, span, help=help)


def _long_sentences(passage: Passage, pack: Pack, most: float) -> Iterator[Problem]:
    for start, end in sentences(passage.text, pack):
        words = _words(passage.text[start:end])
        if words > most and "://" not in passage.text[start:end]:  # a list of sources is no sentence
            message, help = f"this sentence has {words} words", "make two of it: each says one thing"
            yield Problem("long-sentence", message, passage.span(start, end), help=help)


def _own(context: Context) -> Iterator[Passage]:
    for body in context.bodies.values():
        for passage in body.passages:
            if passage.kind in OWN:
                yield passage


def _words(text: str) -> int:
    words = text.split()
    return len(words) - sum(not word[0].isalnum() and not any(map(str.isalnum, word)) for word in words)


def sections_are_short(context: Context) -> Iterator[Problem]:
    """long-section: paragraph after paragraph, and nothing between."""
    most = context.limit("long-section")
    for body in context.bodies.values():
        runs: dict[tuple[str, int], list[Passage]] = {}
        for passage in body.passages:
            if passage.kind == "paragraph":
                runs.setdefault((passage.path, passage.run), []).append(passage)
        for run in runs.values():
            if sum(passage.text.count(" ") + 1 for passage in run) <= most:
                continue
            words = sum(_words(passage.text) for passage in run)
            if words > most:
                message = f"{words} words in a row, and nothing to hold on to"
                help = "divide them by a heading, a list, a picture or a question"
                yield Problem("long-section", message, run[0].span(0, len(run[0].text)), help=help)


def lessons_are_short(context: Context) -> Iterator[Problem]:
    """long-lesson. A test takes the time that it takes."""
    most = context.limit("long-lesson")
    for lesson in context.course.lessons:
        if lesson.minutes > most and not lesson.is_test:
            message = f"this lesson takes about {lesson.minutes} minutes"
            help = "make two lessons of it; each has an end that can be reached in one go"
            yield Problem("long-lesson", message, lesson.span, help=help)


def nobody_shouts(context: Context) -> Iterator[Problem]:
    """shouting."""
    for passage in _own(context):
        text = passage.text
        if "!" not in text and "！" not in text and not _CAPITALS.search(text):
            continue
        text = _SPOKEN.sub(lambda said: NO_WORD * len(said[0]), text)
        for found in _CAPITALS.finditer(text):
            if _are_words(found[0], context.pack):
                message, help = f"`{found[0]}` is all in capitals", "write it as usual; a word may be **bold**"
                yield Problem("shouting", message, passage.span(*found.span()), help=help)
        in_a_row = list(_MARKS.finditer(text))
        for found in in_a_row:
            message, help = f"{len(found[0])} exclamation marks in a row", "write one, or a full stop"
            yield Problem("shouting", message, passage.span(*found.span()), help=help)
        calls = list(_CALL.finditer(text))
        if len(calls) > MOST_CALLS and not in_a_row:
            message, help = f"{len(calls)} exclamations in one paragraph", "keep the one that matters"
            yield Problem("shouting", message, passage.span(*calls[0].span()), help=help)


def _are_words(capitals: str, pack: Pack) -> bool:
    """Are they words, and not short names in a row? At least one is as long as no name, or too common to be one."""
    words = re.findall(r"\w+", capitals)
    return any(len(word) > 6 or word.lower() in pack.common for word in words)


def bold_is_rare(context: Context) -> Iterator[Problem]:
    """much-bold."""
    most = context.limit("much-bold")
    for passage in _own(context):
        if passage.strong * 100 > most * len(passage.text) and _words(passage.text) >= LEAST_BOLD:
            share = round(100 * passage.strong / len(passage.text))
            message = f"{share} % of this paragraph is bold"
            help = "keep the words that a reader should find again"
            yield Problem("much-bold", message, passage.span(0, len(passage.text)), help=help)


RULES: tuple[Rule, ...] = (
    Worded(text_is_readable, {"hard-text": ("flesch_kincaid",)}),
    sections_are_short,
    lessons_are_short,
    nobody_shouts,
    bold_is_rare,
)

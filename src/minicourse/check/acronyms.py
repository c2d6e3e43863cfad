"""Names in capitals: is each spelled out where a reader meets it, or before?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from unicodedata import normalize

from minicourse.check.context import Context, Rule, Worded
from minicourse.check.languages import Pack
from minicourse.check.plain import plain
from minicourse.model.lesson import Body, Lesson
from minicourse.model.passage import Passage
from minicourse.problems import Problem, Span

MOST_NAMES = 100
"""How many names of a text are looked up: no reader meets more."""

_ACRONYM = re.compile(r"[A-Z]{3,6}s?\b")
"""Shorter ones are initials, numerals, states and elements more often than not."""
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ACCENTS = re.compile("[\u0300-\u036f]")
"""Letters in capitals are often written without theirs."""
_PART_OF_A_NAME = tuple("-./_&@#'’+:=\\")
"""What joins letters to something that is no word: an address, a number of a form, a formula."""
_IN_CAPITALS = re.compile(r"[A-Z]{2,}$|^[A-Z]{2,}\b")


def acronyms_are_spelled_out(context: Context, pack: Pack) -> Iterator[Problem]:
    """undefined-acronym: each once, where it is met first."""
    glossary = "\n".join(f"{term.name}: {plain(term.html)}" for term in context.course.terms)
    known = {name.removesuffix("s") for name in _ACRONYM.findall(glossary)}
    lessons = {lesson.path: lesson for lesson in context.course.lessons}
    for path, body in context.bodies.items():
        uses: dict[str, list[Span]] = {}
        for passage in body.passages:
            for name, span in _uses(passage, pack):
                if name not in known:
                    uses.setdefault(name, []).append(span)
        text = _whole(body, lessons.get(path)) if uses else ""
        for name, spans in islice(uses.items(), MOST_NAMES):
            if _stands_in_brackets(name, text):
                known.add(name)
            elif len(spans) > 1:  # what is named once and left is a name; what a reader has to know comes back
                known.add(name)
                if not _is_explained(name, text, pack) and not _is_word(name, context):
                    message = f"`{name}` is not spelled out, here or before"
                    help = f"write what it stands for where it is met first, `… ({name})`; or add it to the glossary"
                    yield Problem("undefined-acronym", message, spans[0], help=help)


def _whole(body: Body, lesson: Lesson | None) -> str:
    """All that a text says, and what a lesson says of itself above it."""
    above = [lesson.title, lesson.summary, *(one.text for one in lesson.objectives)] if lesson else []
    return "\n".join(
        (*above, *(heading.text for heading in body.headings), *(passage.text for passage in body.passages))
    )


def _is_word(name: str, context: Context) -> bool:
    """Is it a word that the course writes in small letters elsewhere?"""
    word = f" {name.lower()} "
    return any(word in passage.text for body in context.bodies.values() for passage in body.passages)


def _uses(passage: Passage, pack: Pack) -> Iterator[tuple[str, Span]]:
    """The acronyms in a passage that a reader may not know, each with its place."""
    text = passage.text
    if "://" in text:
        return  # a list of sources
    for found in _ACRONYM.finditer(text):
        name = found[0].removesuffix("s")
        before, after = text[max(0, found.start() - 8) : found.start()], text[found.end() : found.end() + 8]
        if before[-1:].isalnum() or before.endswith(_PART_OF_A_NAME) or after.startswith(("(", "_")):
            continue
        if after.startswith(_PART_OF_A_NAME) and after[1:2].isalnum() and not after.startswith(("'s", "’s", "-")):
            continue
        if name in pack.acronyms or _ROMAN.fullmatch(name) or name.lower() in pack.common:
            continue
        # A part of a longer name: the RAND Corporation, SHA-1.
        if re.match(r" [A-Z][a-z]|-[A-Z]*\d|-[A-Z]+\b", after):
            continue
        # Words in capitals in a row are a title, or are shouted.
        if _IN_CAPITALS.search(before.rstrip()) or re.match(r"\s+[A-Z]{2,}\b", after):
            continue
        yield name, passage.span(found.start(), found.start() + len(name))


def _stands_in_brackets(name: str, text: str) -> bool:
    """Does an acronym stand in brackets, as behind what it stands for, or is it followed by brackets or a dash?"""
    behind = rf"\b{name}s?(?:\+? ?\([^()]{{0,99}}[a-z]{{3}}| ?[=:–—])"
    return re.search(rf"\([^()]{{0,99}}\b{name}s?\b[^()]{{0,99}}\)|{behind}", text) is not None


def _is_explained(name: str, text: str, pack: Pack) -> bool:
    """Does a text say what an acronym stands for, in words that announce it, in the row or the section that it heads,
    or by words that begin with its letters?"""
    lines = (re.sub(rf"\b{name}s?\b", "@", line) for line in text.split("\n") if name in line)
    if any(line.strip() == "@" or pack.spells_out.search(line) for line in lines):
        return True
    small = _ACCENTS.sub("", normalize("NFD", "|".join(word for word in pack.common if len(word) <= 3)))
    words = rf"(?:[\s-]+(?:{small})){{0,3}}[\s,/&'’-]{{0,3}}".join(rf"\b{letter}\w*(?:-\w+)?" for letter in name)
    return re.search(words, _ACCENTS.sub("", normalize("NFD", text)), re.IGNORECASE) is not None


RULES: tuple[Rule, ...] = (Worded(acronyms_are_spelled_out, {"undefined-acronym": ("acronyms",)}),)

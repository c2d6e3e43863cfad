"""Is a course written in the language that it names? A screen reader pronounces it accordingly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minicourse.check.context import Context, Rule, Worded
from minicourse.check.languages import Pack
from minicourse.check.plain import plain
from minicourse.model.lesson import Prose
from minicourse.problems import Problem

ENOUGH = 300
"""Fewer words may be a list of names."""
MOST = 3_000
"""Of more words nothing else is learnt."""
FEW = 0.2
"""Four to six of ten words of running English are common ones (`Pack.common`; in 300 sections of textbooks), and hardly
one of a text in another language. Between these shares nothing is said: the course may teach a language."""

_NO_WORDS = re.compile(r"<(pre|code|math)\b.*?</\1>", re.DOTALL)


def language_is_the_one_named(context: Context, pack: Pack) -> Iterator[Problem]:
    """language-mismatch."""
    words = _words_of(context, pack)
    if len(words) >= ENOUGH and sum(word in pack.common for word in words) < FEW * len(words):
        message = f"`language: {context.course.language}`, and the text reads like another language"
        help = 'name the language of the text, and mark a word in another: `<span lang="sw">karibu</span>`'
        yield Problem("language-mismatch", message, context.course.language_span, help=help)


def _words_of(context: Context, pack: Pack) -> list[str]:
    """The first words of the running text of the lessons."""
    words: list[str] = []
    for block in (block for lesson in context.course.lessons for block in lesson.body.blocks):
        if isinstance(block, Prose) and len(words) < MOST:
            words += pack.words(plain(_NO_WORDS.sub(" ", block.html)))
    return words[:MOST]


RULES: tuple[Rule, ...] = (Worded(language_is_the_one_named, {"language-mismatch": ("common",)}),)

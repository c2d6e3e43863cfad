"""What is asked was taught, and is asked in words of its own.

These rules compare words, and know nothing of what they mean. So all of them only advise, and they look for reasons to
say nothing. Thresholds without a source are ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minicourse.check.choices import choices, singles
from minicourse.check.context import Context, Rule, Worded
from minicourse.check.languages import Pack
from minicourse.check.plain import plain
from minicourse.check.taught import LessonText, words_of
from minicourse.model.questions import Option, Question
from minicourse.problems import Problem

A_TEXT = 200
"""Lessons of fewer words teach elsewhere: in a talk, a book, a workshop."""
KEY_TERMS = 2
"""So many words a right choice has of its own at least, before anything is said of them."""
LONG_ENOUGH = 6
"""Shorter words are mostly everyday ones."""
READ = 600
"""So many characters of a question or a choice are looked at; who writes more has another worry."""

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“]*“")


def answers_are_taught(context: Context, pack: Pack) -> Iterator[Problem]:
    """answer-not-taught: most words that the right choice alone has are in none of the lessons that teach its
    objective, nor in the glossary or another question. Words are compared by how they begin."""
    if context.unread:
        return
    limit = context.limit("answer-not-taught")
    for question, right, others in singles(context):
        terms = _terms(question, right, others, pack)
        where = context.taught.teaching(question) if len(terms) >= KEY_TERMS else []
        if sum(text.lesson.body.words for text in where) < A_TEXT:
            continue
        missing = [word for word in terms if not any(_beginning(word) in text.said for text in where)]
        if len(terms) - len(missing) < limit * len(terms):
            missing = [word for word in missing if not context.taught.tells_besides(_beginning(word), question)]
        if len(terms) - len(missing) < limit * len(terms):
            message = f"the right choice speaks of {_listed(missing)}, and no text that teaches this does"
            help = "teach it first, or ask in the words that were taught; what is new belongs in the question"
            yield Problem("answer-not-taught", message, right.span, help=help)


def _terms(question: Question, right: Option, others: Sequence[Option], pack: Pack) -> list[str]:
    """The longer words that a right choice has and neither the question nor another choice. What it quotes was made up
    for it."""
    around = " ".join([plain(question.scenario_html), question.stem, *(option.text for option in others)])
    known = {_beginning(word) for word in pack.words(around)}
    said = sorted(set(pack.content_words(_QUOTED.sub(" ", right.text[:READ]))))
    return [word for word in said if len(word) >= LONG_ENOUGH and word.isalpha() and _beginning(word) not in known]


def _beginning(word: str) -> str:
    """What the forms of a word have in common, roughly; it finds too many rather than too few."""
    return word[: max(4, len(word) - 3)]


def _listed(words: Sequence[str]) -> str:
    *first, last = [f"`{word}`" for word in words[:4]]
    return f"{', '.join(first)} and {last}" if first else last


def questions_have_their_own_words(context: Context) -> Iterator[Problem]:
    """stem-copied-from-text: so many words in a row stand in a question, or in its right choice, and in the text that
    teaches it. What is quoted is meant to be the same."""
    if not context.has_spaces:
        return
    least = max(2, int(context.limit("stem-copied-from-text")))
    for question in choices(context):
        where = context.taught.teaching(question)
        right = [(option.text, option.span) for option in question.options if option.right]
        for text, span in [(question.stem, question.span), *right]:
            copied = next((run for taught in where if (run := _copied(text, taught, least))), "")
            if copied:
                message = f"`{copied}` stands in the text as well"
                help = "say it in other words, or ask for a case of it: this asks who remembers a sentence"
                yield Problem("stem-copied-from-text", message, span, help=help)
                break


def _copied(text: str, taught: LessonText, least: int) -> str:
    """So many words of a text that stand in a lesson in this order; empty where there are none."""
    for part in _QUOTED.split(text[:READ]):
        written = words_of(part)
        words = [word.lower() for word in written]
        # Each run of this length has one of these pairs in it, and a pair is quickly looked for.
        pairs = (words[place : place + 2] for place in range(least - 2, len(words) - 1, least - 1))
        if not any(f" {' '.join(pair)} " in taught.said for pair in pairs):
            continue
        for start in range(len(words) - least + 1):
            run = " ".join(words[start : start + least])
            if f" {run} " in taught.said and not _is_name(written[start : start + least]):
                return run
    return ""


def _is_name(words: Sequence[str]) -> bool:
    """Is this the name of a book, a law or a bank? Of its longer words most have a capital."""
    long = [word for word in words if len(word) > 3]
    return 2 * sum(word[0].isupper() for word in long) > len(long)


RULES: tuple[Rule, ...] = (
    Worded(answers_are_taught, {"answer-not-taught": ("common",)}),
    questions_have_their_own_words,
)

"""What feedback says: something about the answer, and nothing about the person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minicourse.check.context import Context, Rule, Worded
from minicourse.check.languages import Pack
from minicourse.check.languages.pack import plain_words
from minicourse.check.plain import plain
from minicourse.model.questions import Choice
from minicourse.problems import Problem, Span

LEAST_QUESTIONS = 8
"""Below so many questions a course has no pattern."""
A_VERDICT = 60
"""With so many characters more than its choice repeated, feedback says something else besides."""

_SHOWN = re.compile("<(?:img|math|pre|table)")
"""What says more than its words."""


def _feedback(context: Context) -> Iterator[tuple[str, Span]]:
    """Each text that answers a learner's choice, or explains a question, as plain text, and where it belongs."""
    for question in context.questions:
        if isinstance(question, Choice):
            for option in question.options:
                yield _in_one_line(option.feedback_html), option.span
        yield _in_one_line(question.explanation_html), question.span


def _in_one_line(html: str) -> str:
    return " ".join(plain(html).split())


def feedback_says_why(context: Context, pack: Pack) -> Iterator[Problem]:
    """verdict-only-feedback, feedback-on-person."""
    for text, span in _feedback(context):
        if not text:
            continue
        if pack.verdicts.issuperset(word.replace("’", "'") for word in plain_words(text)):
            message = f"`{text}` says whether, and not why"
            help = "say what the answer gets right, or what it misses"
            yield Problem("verdict-only-feedback", message, span, help=help)
        person = pack.persons.search(text)
        if person:
            message = f"`{person.group()}` is about the person, not the answer"
            yield Problem("feedback-on-person", message, span, help="say what the answer gets right, or what it misses")


def feedback_adds_something(context: Context, pack: Pack) -> Iterator[Problem]:
    """feedback-repeats-choice: but for words of praise and blame, feedback says what its choice says."""
    for question in context.questions:
        for option in question.options if isinstance(question, Choice) else ():
            if len(option.feedback_html) > 2 * len(option.text) + A_VERDICT:
                continue
            said = {word.replace("’", "'") for word in plain_words(plain(option.feedback_html))}
            said, choice = said - pack.verdicts, {word.replace("’", "'") for word in plain_words(option.text)}
            if said and said <= choice:
                message = "this feedback says what the choice says"
                help = "say why it is right, or what it misses"
                yield Problem("feedback-repeats-choice", message, option.span, help=help)


def explanations_are_long_enough(context: Context) -> Iterator[Problem]:
    """short-explanations: most of a course's. One alone may be short, and say it all."""
    if not context.has_spaces:
        return
    least = context.limit("short-explanations")
    told = [
        (question, plain(question.explanation_html))
        for question in context.questions
        if question.scored and question.explanation_html and not _SHOWN.search(question.explanation_html)
    ]
    short = [question for question, text in told if len(text.split()) < least]
    if len(told) >= LEAST_QUESTIONS and 2 * len(short) > len(told):
        message = f"{len(short)} of {len(told)} explanations of this course have fewer than {least:g} words"
        help = "say why the right answer is right, for somebody who believed in another"
        yield Problem("short-explanations", message, short[0].span, help=help)


def lessons_ask(context: Context) -> Iterator[Problem]:
    """lesson-without-question: a long text that asks nothing."""
    most = context.limit("lesson-without-question")
    for lesson in context.course.lessons:
        words = lesson.body.words
        if words > most and not lesson.body.questions and f"content/{lesson.path}" not in context.unread:
            message = f"this lesson has {words} words and asks nothing"
            help = "ask something where a reader has to use what was said"
            yield Problem("lesson-without-question", message, lesson.span, help=help)


def questions_are_not_coins(context: Context) -> Iterator[Problem]:
    """mostly-two-choices."""
    asked = [question for question in context.questions if question.scored]
    two = [question for question in asked if isinstance(question, Choice) and len(question.options) == 2]
    if len(asked) >= LEAST_QUESTIONS and 2 * len(two) > len(asked):
        message = f"{len(two)} of {len(asked)} questions of this course have two choices, and half of them are guessed"
        yield Problem("mostly-two-choices", message, two[0].span, help="add a third choice that learners believe")


RULES: tuple[Rule, ...] = (
    Worded(feedback_says_why, {"verdict-only-feedback": ("verdicts",), "feedback-on-person": ("persons",)}),
    Worded(feedback_adds_something, {}),
    explanations_are_long_enough,
    lessons_ask,
    questions_are_not_coins,
)

"""What only shows over a whole course: habits of its author, and questions that answer one another.

One long right choice means nothing, but a test that a learner can pass by looking is worth nothing. So habits are told
apart from chance by exact binomial tests, and a rule speaks only where chance alone would do the same in at most one
course in twenty.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import NormalDist

from minicourse.check.choices import singles
from minicourse.check.context import Context, Rule, Worded
from minicourse.check.languages import Pack
from minicourse.check.plain import plain
from minicourse.model.questions import Choice, Question
from minicourse.problems import Problem

LEAST = 8
"""Below so many questions nothing is said."""
MANY = 3_000
"""So many questions are counted out exactly, which takes time that grows with the square of their number."""
A_GLANCE = 10
"""Choices of fewer characters, as `True` and `False`, are taken in at a glance, and none of them looks long."""
WORDS_OF_AN_ANSWER = 3
"""How many telling words a right choice has that can be recognised in another question."""
WORDS_OF_A_QUESTION = 2
"""How many telling words of its own question have to stand there too, or all that it has, and half of them at least:
else the other speaks of something else."""


def at_least(hits: int, chances: Sequence[float]) -> float:
    """The probability of so many hits or more in independent trials with these chances, each between 0 and 1: exactly
    (Poisson binomial), and above `MANY` trials by the normal distribution, which is then as near as needed."""
    if len(chances) > MANY:
        spread = math.sqrt(math.fsum(chance * (1 - chance) for chance in chances))
        return 1 - NormalDist(math.fsum(chances), spread).cdf(hits - 0.5)
    exactly = [1.0]
    for chance in chances:
        longer = [*exactly, 0.0]
        exactly = [here * (1 - chance) + before * chance for here, before in zip(longer, [0.0, *exactly], strict=True)]
    return sum(exactly[hits:])


def keys_are_not_often_longest(context: Context) -> Iterator[Problem]:
    """key-often-longest."""
    asked = [
        (right, [len(option.text) for option in others])
        for question, right, others in singles(context)
        if max(len(option.text) for option in question.options) >= A_GLANCE
    ]
    chances = [1 / (1 + len(others)) for _, others in asked]
    longest = [right for right, others in asked if len(right.text) > max(others)]
    if len(asked) >= LEAST and at_least(len(longest), chances) <= context.limit("key-often-longest"):
        message = (
            f"the right choice is the longest in {len(longest)} of {len(asked)} questions of this course, "
            f"where chance would make it so in about {round(sum(chances))}"
        )
        help = "shorten right choices, this one first, or give the wrong ones the same care"
        first = max(longest, key=lambda option: len(option.text))
        yield Problem("key-often-longest", message, first.span, help=help)


def keys_stand_everywhere(context: Context) -> Iterator[Problem]:
    """key-place-unbalanced: among the questions whose choices keep their order, by their number of choices."""
    fixed: dict[int, list[Choice]] = {}
    for question, *_ in singles(context):
        if not question.shuffle:
            fixed.setdefault(len(question.options), []).append(question)
    for size, questions in fixed.items():
        place, count = Counter(int(question.key[0]) for question in questions).most_common(1)[0]
        chance = size * at_least(count, [1 / size] * len(questions))
        if len(questions) >= LEAST and chance <= context.limit("key-place-unbalanced"):
            message = (
                f"of {len(questions)} questions with {size} choices in a fixed order, "
                f"choice {place} is right in {count}"
            )
            help = "let minicourse mix the choices, or move some of the right ones"
            yield Problem("key-place-unbalanced", message, questions[0].span, help=help)


def questions_keep_their_answers(context: Context, pack: Pack) -> Iterator[Problem]:
    """stem-gives-answer: a right choice stands wholly in another question that speaks of the same, and no wrong one
    does. Where it stands in its own question too, as in code that both of them show, nothing is told."""
    texts = [(question, _running(_asked(question), pack)) for question in context.questions]
    holding: dict[str, set[int]] = {}
    for number, (_, text) in enumerate(texts):
        for word in text.split():
            holding.setdefault(word, set()).add(number)
    told: set[int] = set()
    for question, right, others in singles(context):
        answer = set(pack.content_words(right.text))
        if len(answer) < WORDS_OF_AN_ANSWER:
            continue
        if _running(right.text, pack) in _running(_asked(question), pack):
            continue
        about = set(pack.content_words(_asked(question))) - answer
        for number in sorted(set.intersection(*(holding.get(word, set()) for word in answer)) - told):
            other, text = texts[number]
            if other.span == question.span or _running(right.text, pack) not in text:
                continue
            shared = sum(f" {word} " in text for word in about)
            alternatives = any(_running(option.text, pack) in text for option in others)
            if min(WORDS_OF_A_QUESTION, len(about)) <= shared >= len(about) / 2 and not alternatives:
                told.add(number)
                message = f"this gives the answer to the question `{question.name}`: `{right.text}`"
                help = f"say it otherwise, or ask something else at {question.span.path}:{question.span.line}"
                yield Problem("stem-gives-answer", message, other.span, help=help)


def _asked(question: Question) -> str:
    """What a learner reads of a question before its answers."""
    return f"{plain(question.scenario_html)} {question.stem}"


def _running(text: str, pack: Pack) -> str:
    """The words of a text, each between two spaces, so that a part of it can be found."""
    return f" {' '.join(pack.words(text))} "


RULES: tuple[Rule, ...] = (
    keys_are_not_often_longest,
    keys_stand_everywhere,
    Worded(questions_keep_their_answers, {"stem-gives-answer": ("common",)}),
)

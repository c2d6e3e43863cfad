"""What the numbers say against a question, as problems at its own line. An interval decides when to speak: where the
true value may as well be sound, nothing is said, so that chance accuses no question.
"""

from __future__ import annotations

from collections.abc import Iterator

from minicourse.analysis.items import Analysis, Item
from minicourse.analysis.measures import Estimate
from minicourse.problems import Problem, sort

HARD, EASY = 0.30, 0.95
"""Of a question between, the answers tell learners apart."""
WEAK, USUAL = 0.10, 0.20
"""A discrimination below the first is weak; the second is what is usually asked for."""
FUNCTIONS = 0.05
"""A wrong choice that fewer take does no work."""
MAJORITY = 0.50


def flagged(analysis: Analysis) -> list[Problem]:
    """All that speaks against a question, sorted by file and line."""
    return sort(problem for item in analysis.items for problem in _of(item))


def _of(item: Item) -> Iterator[Problem]:
    miskeyed = list(_miskeyed(item))
    yield from miskeyed
    yield from _confident(item)
    if item.difficulty and item.difficulty.low > EASY:
        what = "nearly everything here is right" if item.partial else "nearly everyone answers this rightly"
        message = f"{what} at the first attempt: {in_words(item.difficulty)}"
        help = "keep it if it is there to encourage; else ask for what is not yet known"
        yield Problem("too-easy", message, item.question.span, help=help)
    else:
        yield from _dead_choices(item)
    if not miskeyed:
        yield from _hard(item)
        yield from _flat(item)


def _miskeyed(item: Item) -> Iterator[Problem]:
    """perhaps-miskeyed: those who do well elsewhere are wrong here."""
    r = item.discrimination
    if r is None or r.value >= 0:
        return
    wrong = [(choice, choice.discrimination) for choice in item.choices if not choice.option.right]
    taken = [(choice, theirs) for choice, theirs in wrong if theirs and theirs.low > 0]
    best, theirs = max(taken, key=lambda pair: pair[1].low, default=(None, r))
    keys = [choice for choice in item.choices if choice.option.right]
    span = keys[0].option.span if len(keys) == 1 else item.question.span
    if r.high < 0:
        message = f"learners who do well elsewhere are wrong here: the correlation is {signed(r)}"
    elif best:
        message = f"learners who do well elsewhere take a wrong choice: the correlation is {signed(theirs)}"
    else:
        return
    label = "marked right" if len(keys) == 1 else ""
    help = "look at the key, and for a second meaning of the question"
    if best:
        help = f"they take `{best.option.text}`: is that right, too, or instead?"
    yield Problem("perhaps-miskeyed", message, span, label, help)


def _confident(item: Item) -> Iterator[Problem]:
    """confident-and-wrong."""
    found = item.confidence
    if found is None or found.wrong is None or found.wrong.low <= MAJORITY:
        return
    message = f"most of those who are certain are wrong: {in_words(found.wrong)}"
    what, span = "", item.question.span
    if found.favourite is not None:
        what, span = f"most of them took `{found.favourite.text}`, ", found.favourite.span
    help = f"{what}a misconception perhaps: take it up in the lesson, and in the feedback"
    yield Problem("confident-and-wrong", message, span, help=help)


def _dead_choices(item: Item) -> Iterator[Problem]:
    """choice-nobody-takes."""
    for choice in item.choices:
        if not choice.option.right and choice.share is not None and choice.share.high < FUNCTIONS:
            message = f"hardly anyone takes `{choice.option.text}`: {choice.count} of {item.n}"
            help = "put a mistake there that learners make, or leave it out"
            yield Problem("choice-nobody-takes", message, choice.option.span, help=help)


def _hard(item: Item) -> Iterator[Problem]:
    """too-hard."""
    if item.difficulty and item.difficulty.high < HARD:
        what = "little here is right" if item.partial else "few answer this rightly"
        message = f"{what} at the first attempt: {in_words(item.difficulty)}"
        help = "does the lesson teach it, and before it is asked? Is the question clear, the key right?"
        yield Problem("too-hard", message, item.question.span, help=help)


def _flat(item: Item) -> Iterator[Problem]:
    """does-not-discriminate."""
    r = item.discrimination
    if r is not None and r.value < WEAK and r.high < USUAL:
        message = f"whoever answers this rightly hardly does better elsewhere: the correlation is {signed(r)}"
        help = "does it ask for something else, can it be guessed, or be read in two ways?"
        yield Problem("does-not-discriminate", message, item.question.span, help=help)


def in_words(estimate: Estimate) -> str:
    """A share: `31 % (24 to 39 %) of 140`."""
    return f"{estimate.value:.0%} ({estimate.low * 100:.0f} to {estimate.high:.0%}) of {estimate.n}".replace("%", " %")


def signed(estimate: Estimate) -> str:
    """A correlation: `−.21 (−.35 to −.06) with n = 140`."""
    value, low, high = (decimal(number) for number in (estimate.value, estimate.low, estimate.high))
    return f"{value} ({low} to {high}), n = {estimate.n}"


def decimal(number: float) -> str:
    """A correlation with two decimals and without the 0 in front, as statistics are written: `.31`, `−.05`."""
    text = f"{abs(number):.2f}"
    sign = "−" if number < 0 and float(text) else ""
    return sign + (text.removeprefix("0") if text.startswith("0") else text)

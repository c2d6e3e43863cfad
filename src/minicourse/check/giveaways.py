"""What gives the answer to a question of choices away. Thresholds without a source are ours.

Each rule here looks at one question after the other; those that need the whole course to tell a habit from chance, or
one question from another, are in `habits.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from minicourse.check.choices import choices, singles
from minicourse.check.context import Context, Rule, Worded
from minicourse.check.languages import Pack
from minicourse.model.questions import Choice, Option
from minicourse.problems import Problem

MORE_CHARACTERS = 15
"""By how many characters a right choice must be longer than the next to be conspicuous …"""
LONG = 30
"""… and how long at least: what is shorter is mostly a term, which is as long as it is."""
RARE = 2
"""In how many questions of a course a word may stand and still be rare."""
TELLING = 6
"""How many letters a word needs to be noticed when it comes back."""
ALIKE = 5
"""Words that begin with as many same letters are forms of one word."""
READ = 600
"""So many characters of a text are taken apart; who writes more has another worry."""

_QUOTED = re.compile(
    r"“[^”]*”|\"[^\"]*\"|«[^»]*»|»[^«]*«|„[^“”]*[“”]|‚[^‘]*‘|(?<!\w)['‘](?:[^'’]|(?<=\w)['’](?=\w))*['’](?!\w)"
)
_LETTER = re.compile(r"\b(?:[B-F]|A(?! (?!only)[a-z]))\b")
_SPELT = re.compile(r"\W*(?:\d|[A-Z](?![a-z]))")
_WORD = re.compile(r"[^\W\d_]{2}")
_NUMERALS = re.compile(r"\W*[IVX]+\b(?:\W+(?:[a-z]{1,4}\W+)?[IVX]+\b)*\W*\w*\W*")


def key_is_not_longest(context: Context) -> Iterator[Problem]:
    """longest-choice-is-key: not beside figures, which no care makes as long as a sentence."""
    times = context.limit("longest-choice-is-key")
    for _, right, others in singles(context):
        longest = max(len(option.text) for option in others)
        length = len(right.text)
        conspicuous = length >= LONG and length > times * longest and length >= longest + MORE_CHARACTERS
        if conspicuous and not _is_name(right.text) and any(_WORD.search(option.text) for option in others):
            message = f"the right choice is the longest by far: {length} characters, the next has {longest}"
            help = "move what explains it into its feedback, or make the others as exact"
            yield Problem("longest-choice-is-key", message, right.span, help=help)


def _is_name(text: str) -> bool:
    """Is this a title or a name, whose length is nobody's choice? Most of its words have a capital."""
    words = text.split()
    return 2 * sum(word[:1].isupper() for word in words) > len(words)


def no_choice_stands_for_others(context: Context, pack: Pack) -> Iterator[Problem]:
    """all-of-the-above, none-of-the-above: not where the question asks how many; and all not where it asks which of
    those that it names."""
    for question in choices(context):
        if pack.asks_how_much.search(question.stem) or any(pack.some_of_them.search(o.text) for o in question.options):
            continue
        named = _names_what_it_asks_for(question, pack)
        for option in question.options:
            if pack.all_of_them.search(option.text) or _names_letters(option, question, pack):
                if not named:
                    help = "ask for all that are right and mark each with `[x]`"
                    yield Problem("all-of-the-above", "this choice stands for others", option.span, help=help)
            elif pack.none_of_them.search(option.text):
                help = "put the right answer in its place, or a wrong one that learners believe"
                yield Problem("none-of-the-above", "this choice stands for none of the others", option.span, help=help)


def _names_what_it_asks_for(question: Choice, pack: Pack) -> bool:
    """Does the question name some things, in words or by Roman numerals, and is each choice some of them? Then “all of
    them” are these things, and not the choices."""
    if sum(bool(_NUMERALS.fullmatch(option.text)) for option in question.options) > 1:
        return True
    said = set(pack.words(question.stem))
    named = [pack.content_words(o.text) for o in question.options if not pack.stands_for_others(o.text)]
    return bool(named) and all(words and said.issuperset(words) for words in named)


def _names_letters(option: Option, question: Choice, pack: Pack) -> bool:
    """Is this choice made of the letters that others have on paper? Letters that the question or another choice speaks
    of are things of their own: vitamins, chords, the corners of a triangle."""
    if not pack.letters.search(option.text):
        return False
    named = set(_LETTER.findall(option.text))
    others = [other for other in question.options if other is not option]
    on_paper = {letter for letter, other in zip("ABCDEF", question.options, strict=False) if other is not option}
    around = " ".join([question.stem, question.scenario_html, *(other.text for other in others)])
    return named <= on_paper and named.isdisjoint(_LETTER.findall(around))


def stems_do_not_turn_round(context: Context, pack: Pack) -> Iterator[Problem]:
    """double-negative, negative-stem."""
    for question in choices(context):
        found = pack.turned_round.search(_asking(question.stem))
        if not found:
            continue
        denied = ((option, pack.denies.search(_QUOTED.sub("…", option.text[:READ]))) for option in question.options)
        option, again = next((pair for pair in denied if pair[1]), (None, None))
        if option and again:
            message = f"`{found[1]}` in the question and `{again[1]}` in a choice: who takes it says yes to a no"
            yield Problem("double-negative", message, option.span, help="ask for what is so")
        elif not _emphasised(found[1], question.stem_html):
            message = f"this question turns round with a `{found[1]}` that is easily overlooked"
            help = f"ask for what is so, or write `**{found[1]}**`"
            yield Problem("negative-stem", message, question.span, help=help)


def _asking(stem: str) -> str:
    """The sentence of a question that asks, without what it quotes: the last."""
    return re.split(r"(?<=[.!?])\s+", _QUOTED.sub("…", stem[-READ:]).strip())[-1]


def _emphasised(word: str, html: str) -> bool:
    """Does a word stand in bold, in italics, as code or in capitals?"""
    marked = re.findall(r"<(strong|em|b|i|code)>(.*?)</\1>", html, re.DOTALL)
    return word.isupper() or any(word.lower() in text.lower() for _, text in marked)


def wrong_choices_are_not_absolute(context: Context, pack: Pack) -> Iterator[Problem]:
    """absolutes-in-wrong-choices: two or more, half or more of the wrong choices, and not the right one. Where a
    question turns round, wrong choices are true."""
    for question, right, others in singles(context):
        if pack.asks_how_much.search(question.stem) or pack.turned_round.search(_asking(question.stem)):
            continue
        absolute = [(option, found) for option in others if (found := pack.absolutes.search(option.text))]
        if len(absolute) >= 2 and 2 * len(absolute) >= len(others) and not pack.absolutes.search(right.text):
            said = " and ".join(sorted({f"`{found[0].lower()}`" for _, found in absolute}))
            message = f"{said} in {len(absolute)} wrong choices of this question, and not in the right one"
            help = "say in them what somebody might believe, without words that leave no exception"
            yield Problem("absolutes-in-wrong-choices", message, absolute[0][0].span, help=help)


def key_is_not_the_careful_one(context: Context, pack: Pack) -> Iterator[Problem]:
    """vague-word-in-key: not where it is all of the answer, nor where the right choice is what isn't so."""
    for question, right, others in singles(context):
        found = pack.vague.search(right.text)
        careful = any(pack.vague.search(option.text) for option in others)
        asked = pack.asks_how_much.search(question.stem) or pack.turned_round.search(_asking(question.stem))
        if found and found[0] != right.text.strip(" .") and len(others) > 1 and not careful and not asked:
            message = f"`{found[0]}` stands in the right choice alone"
            help = "say when it is so, or let the others be as careful"
            yield Problem("vague-word-in-key", message, right.span, help=help)


def key_does_not_echo(context: Context, pack: Pack) -> Iterator[Problem]:
    """key-repeats-stem: a word that is rare among the questions of the course. What the course is about is in many.
    Where a wrong choice echoes the question as well, in whatever form of a word, the echo tells nothing."""
    asked = list(singles(context))
    said = [[question.stem, *(option.text for option in question.options)] for question, *_ in asked]
    everywhere = Counter(word for texts in said for word in set(pack.content_words(" ".join(texts))))
    for question, right, others in asked:
        stem = pack.content_words(question.stem)
        key = set(pack.content_words(right.text))
        echoed = [word for word in stem if word in key and everywhere[word] <= RARE and len(word) >= TELLING]
        wrong = {_form(word) for option in others for word in pack.words(option.text)}
        if echoed and len(others) > 1 and wrong.isdisjoint(map(_form, stem)):
            message = f"`{echoed[0]}` stands in the question and in the right choice alone"
            help = "say it otherwise in one of them, or let a wrong choice use it too"
            yield Problem("key-repeats-stem", message, right.span, help=help)


def _form(word: str) -> str:
    """What the forms of a word have in common, roughly."""
    return word.removesuffix("s")[:ALIKE]


def grammar_fits_all(context: Context, pack: Pack) -> Iterator[Problem]:
    """article-gives-key: silent where a choice begins with what is spelt out or read as a number: `MRI`, `8`. What
    stands for others fits no article."""
    for question, right, others in singles(context):
        if any(_SPELT.match(option.text) for option in question.options):
            continue
        named = [option for option in others if not pack.stands_for_others(option.text)]
        for end, beginning in pack.fitting_ends:
            found = end.search(question.stem[-READ:])
            if found and beginning.search(right.text) and not all(beginning.search(one.text) for one in named):
                message = f"`{found[1]}` at the end of the question fits the right choice, and not all of the others"
                help = f"move `{found[1]}` into the choices, each in the form that it takes there"
                yield Problem("article-gives-key", message, question.span, help=help)


def key_is_not_the_overlap(context: Context, pack: Pack) -> Iterator[Problem]:
    """key-is-the-overlap: each other choice has half of its words or more from the right one, though not all of them,
    and nothing besides in common with the others."""
    for _, right, others in singles(context):
        key = set(pack.content_words(right.text))
        bags = [set(pack.content_words(option.text)) for option in others]
        shared = [bag & key for bag in bags]
        everywhere = set.intersection(*shared)
        close = all(
            everywhere < words < key and 2 * len(words) >= len(bag) for words, bag in zip(shared, bags, strict=True)
        )
        apart = all(one & other <= key for one, other in combinations(bags, 2))
        if len(others) > 1 and close and apart:
            message = "each of the other choices is made of words of the right one"
            help = "let two wrong choices share what the right one doesn't have"
            yield Problem("key-is-the-overlap", message, right.span, help=help)


RULES: tuple[Rule, ...] = (
    key_is_not_longest,
    Worded(
        no_choice_stands_for_others,
        {"all-of-the-above": ("all_of_them",), "none-of-the-above": ("none_of_them",)},
    ),
    Worded(
        stems_do_not_turn_round,
        {"negative-stem": ("turned_round",), "double-negative": ("turned_round", "denies")},
    ),
    Worded(wrong_choices_are_not_absolute, {"absolutes-in-wrong-choices": ("absolutes",)}),
    Worded(key_is_not_the_careful_one, {"vague-word-in-key": ("vague",)}),
    Worded(key_does_not_echo, {"key-repeats-stem": ("common",)}),
    Worded(grammar_fits_all, {"article-gives-key": ("fitting_ends",)}),
    Worded(key_is_not_the_overlap, {"key-is-the-overlap": ("common",)}),
)

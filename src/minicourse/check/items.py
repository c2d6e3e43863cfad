"""How questions of choices are written: what gives the answer away, and what makes a choice hard to read.

Each rule here looks at one question after the other; those that need the whole course to tell a habit from chance, or
one question from another, are in `habits.py`. Places on a picture are left out, as their texts are names. Thresholds
without a source are ours.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise, takewhile
from operator import itemgetter

from minicourse.check.context import Context, Rule
from minicourse.check.languages import Pack, pack_of
from minicourse.check.languages.pack import plain_words
from minicourse.model.questions import Choice, Hotspot, Multiple, Option
from minicourse.problems import Problem

LONGER = 1.35
"""By how much a right choice must be longer than the next to be conspicuous …"""
MORE_CHARACTERS = 15
"""… by how many characters …"""
LONG = 30
"""… and how long at least: what is shorter is mostly a term, which is as long as it is."""
MOST_CHOICES = 5
"""More choices than so many are too many."""
LEAST_WORDS = 5
"""A question of fewer words may have left what it asks to its choices."""
MOST_WORDS = 60
"""A question of more words tells a story first."""
SHARED_WORDS = 3
"""How many words all choices begin with before they belong into the question."""
RARE = 2
"""In how many questions of a course a word may stand and still be rare."""
TELLING = 6
"""How many letters a word needs to be noticed when it comes back."""
ALIKE = 5
"""Words that begin with as many same letters are forms of one word."""
READ = 600
"""So many characters of a text are taken apart; who writes more has another worry."""
A_NUMBER = 40
"""A choice of more characters is not a number or a range with its unit."""
UNSPACED = frozenset("zh ja th lo km my bo".split())
"""Languages that put no spaces between words."""

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“]*“|(?<!\w)['‘](?:[^'’]|(?<=\w)['’](?=\w))*['’](?!\w)")
_LETTER = re.compile(r"\b(?:[B-F]|A(?! (?!only)[a-z]))\b")
_AMOUNT = r"\d+(?:,\d{3})*(?:\.\d+)?"
_RANGE = re.compile(rf"(\D*?)({_AMOUNT})\s*[a-z%°]*\s*(?:[-–—]|to)\s*({_AMOUNT})(\D*)", re.IGNORECASE)
_MEASURE = re.compile(r"(\D*?)([-−]?\d+(?:[.,]\d+)*)(\D*)")
_SPELT = re.compile(r"\W*(?:\d|[A-Z](?![a-z]))")
_THOUSANDS = re.compile(r"[.,](?=\d{3}(?!\d))")


def choices(context: Context) -> Iterator[Choice]:
    """The questions of choices that have a key, and more than one choice."""
    for body in context.bodies.values():
        for question in body.questions:
            if not isinstance(question, Choice) or isinstance(question, Hotspot):
                continue
            if question.key and len(question.options) > 1:
                yield question


def singles(context: Context) -> Iterator[tuple[Choice, Option, tuple[Option, ...]]]:
    """The questions with exactly one right choice, this choice, and the others."""
    for question in choices(context):
        right = [option for option in question.options if option.right]
        if not isinstance(question, Multiple) and len(right) == 1:
            yield question, right[0], tuple(option for option in question.options if not option.right)


def worded(rule: Callable[[Context, Pack], Iterator[Problem]]) -> Rule:
    """A rule that needs the words of the course's language, and is silent where there are none."""

    def silent_without(context: Context) -> Iterator[Problem]:
        pack = pack_of(context.course.language)
        if pack is not None:
            yield from rule(context, pack)

    silent_without.__doc__ = rule.__doc__
    return silent_without


# ---- what gives the answer away --------------------------------------------------------------------------------------


def key_is_not_longest(context: Context) -> Iterator[Problem]:
    """longest-choice-is-key."""
    for _, right, others in singles(context):
        longest = max(len(option.text) for option in others)
        length = len(right.text)
        conspicuous = length >= LONG and length > LONGER * longest and length >= longest + MORE_CHARACTERS
        if conspicuous and not _is_name(right.text):
            message = f"the right choice is the longest by far: {length} characters, the next has {longest}"
            help = "move what explains it into its feedback, or make the others as exact"
            yield Problem("longest-choice-is-key", message, right.span, help=help)


def _is_name(text: str) -> bool:
    """Is this a title or a name, whose length is nobody's choice? Most of its words have a capital."""
    words = text.split()
    return 2 * sum(word[:1].isupper() for word in words) > len(words)


def no_choice_stands_for_others(context: Context, pack: Pack) -> Iterator[Problem]:
    """all-of-the-above, none-of-the-above: not where the question asks how many."""
    for question in choices(context):
        if pack.asks_how_much.search(question.stem) or any(pack.some_of_them.search(o.text) for o in question.options):
            continue
        for option in question.options:
            if pack.all_of_them.search(option.text) or _names_letters(option, question, pack):
                help = "ask for all that are right and mark each with `[x]`"
                yield Problem("all-of-the-above", "this choice stands for others", option.span, help=help)
            elif pack.none_of_them.search(option.text):
                help = "put the right answer in its place, or a wrong one that learners believe"
                yield Problem("none-of-the-above", "this choice stands for none of the others", option.span, help=help)


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
    """Does a word stand in bold, in italics or in capitals?"""
    marked = re.findall(r"<(?:strong|em|b|i)>(.*?)</(?:strong|em|b|i)>", html, re.DOTALL)
    return word.isupper() or any(word.lower() in text.lower() for text in marked)


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
    """vague-word-in-key."""
    for question, right, others in singles(context):
        found = pack.vague.search(right.text)
        careful = any(pack.vague.search(option.text) for option in others)
        if found and len(others) > 1 and not careful and not pack.asks_how_much.search(question.stem):
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
        stem = [word for word in pack.content_words(question.stem) if len(word) >= ALIKE]
        key = set(pack.content_words(right.text))
        echoed = [word for word in stem if word in key and everywhere[word] <= RARE and len(word) >= TELLING]
        wrong = {_form(word) for option in others for word in plain_words(option.text)}
        if echoed and len(others) > 1 and wrong.isdisjoint(map(_form, stem)):
            message = f"`{echoed[0]}` stands in the question and in the right choice alone"
            help = "say it otherwise in one of them, or let a wrong choice use it too"
            yield Problem("key-repeats-stem", message, right.span, help=help)


def _form(word: str) -> str:
    """What the forms of a word have in common, roughly."""
    return word.removesuffix("s")[:ALIKE]


def grammar_fits_all(context: Context, pack: Pack) -> Iterator[Problem]:
    """article-gives-key: silent where a choice begins with what is spelt out or read as a number: `MRI`, `8`."""
    for question, right, others in singles(context):
        found = pack.article.search(question.stem[-READ:])
        if not found or any(_SPELT.match(option.text) for option in question.options):
            continue
        vowel = found[1] == "an"
        fits = [bool(pack.begins_with_vowel.search(option.text)) == vowel for option in (right, *others)]
        if fits[0] and not all(fits):
            message = f"`{found[1]}` at the end of the question fits the right choice, and not all of the others"
            help = "end it with `a(n)`, or move the article into the choices"
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


# ---- what makes a choice hard to read --------------------------------------------------------------------------------


def ranges_do_not_overlap(context: Context) -> Iterator[Problem]:
    """overlapping-ranges: all choices are ranges of one unit, but for open ends, and each begins where another ends.
    Years are left alone: a period is an answer by itself, and no place for a value."""
    for question in choices(context):
        found = [(match, option) for option in question.options if (match := _measured(_RANGE, option))]
        open_ends = [option for option in question.options if _measured(_MEASURE, option)]
        units = {(match[1], match[4]) for match, _ in found}
        years = all(re.fullmatch(r"1\d{3}|20\d{2}", match[2]) for match, _ in found)
        if len(found) < 2 or len(found) + len(open_ends) < len(question.options) or len(units) > 1 or years:
            continue
        ranges = sorted(((_amount(match[2]), _amount(match[3]), option) for match, option in found), key=itemgetter(0))
        if all(high == low for (_, high, _), (low, _, _) in pairwise(ranges)):
            first, second = (option for *_, option in ranges[:2])
            message = f"`{first.text}` and `{second.text}` overlap"
            help = "let the second begin after the first ends"
            yield Problem("overlapping-ranges", message, max(first.span, second.span), help=help)


def _measured(pattern: re.Pattern[str], option: Option) -> re.Match[str] | None:
    """A choice that is nothing but a number or a range, with its unit."""
    text = option.text.strip()
    return pattern.fullmatch(text) if len(text) <= A_NUMBER else None


def _amount(text: str) -> float:
    return float(text.replace(",", ""))


def choices_are_few(context: Context) -> Iterator[Problem]:
    """many-choices."""
    for question, _, others in singles(context):
        if len(others) + 1 > MOST_CHOICES:
            message = f"{len(others) + 1} choices, of which one is right"
            help = "keep the three or four that learners really mix up"
            yield Problem("many-choices", message, question.span, help=help)


def stems_ask(context: Context) -> Iterator[Problem]:
    """unfocused-stem, long-stem: words are counted where a language puts spaces between them."""
    if context.course.language.lower().partition("-")[0] in UNSPACED:
        return
    for question in choices(context):
        length = len(plain_words(question.stem))
        breaks_off = re.search(r"[\w:]$", question.stem.strip()) and not re.search(r"[?؟;…]|_{2}|\.{3}", question.stem)
        if length < LEAST_WORDS and breaks_off and not question.scenario_html:
            help = "write it so that it could be answered without the choices"
            yield Problem("unfocused-stem", "this question asks nothing by itself", question.span, help=help)
        elif length > MOST_WORDS:
            message = f"{length} words before the choices begin"
            help = "leave the question by itself, and put what comes before it into a paragraph above"
            yield Problem("long-stem", message, question.span, help=help)


def beginnings_differ(context: Context) -> Iterator[Problem]:
    """shared-beginning."""
    for question in choices(context):
        shared = _shared([plain_words(option.text) for option in question.options])
        if len(shared) >= SHARED_WORDS and len(question.options) > 2:
            message = f"all choices begin with `{' '.join(shared)}`"
            yield Problem("shared-beginning", message, question.options[0].span, help="say it once, in the question")


def _shared(texts: Sequence[Sequence[str]]) -> list[str]:
    """The words that all texts begin with."""
    return [here[0] for here in takewhile(lambda here: len(set(here)) == 1, zip(*texts, strict=False))]


def numbers_are_sorted(context: Context) -> Iterator[Problem]:
    """unsorted-numbers: of one unit, where they keep the author's order, as bare numbers do on a page. Whether `1.500`
    is a thousand and a half depends on where one lives; numbers are in order if they are in either reading."""
    for question in choices(context):
        found = [match for option in question.options if (match := _measured(_MEASURE, option))]
        units = {(match[1], match[3].rstrip("s.")) for match in found}
        if len(question.options) < 3 or len(found) < len(question.options) or len(units) > 1:
            continue
        said = [match[2].replace("−", "-") for match in found]
        mixed = question.shuffle and re.search(r"\w", found[0][1])
        if not mixed and not any(_in_order(texts) for texts in (said, [_THOUSANDS.sub("", text) for text in said])):
            help = "put them in order"
            yield Problem("unsorted-numbers", "these numbers are not in order", question.options[0].span, help=help)


def _in_order(texts: Sequence[str]) -> bool:
    """Do these numbers rise, or fall? No, if they can't be read."""
    try:
        numbers = [float(text.replace(",", ".")) for text in texts]
    except ValueError:
        return False
    return numbers in (sorted(numbers), sorted(numbers, reverse=True))


def forms_are_alike(context: Context, pack: Pack) -> Iterator[Problem]:
    """mixed-forms: one choice alone has a full stop, or has none. What stands for others is in a form of its own."""
    for question in choices(context):
        ends = [bool(pack.ends_a_sentence.search(option.text)) for option in question.options]
        odd = [option for option, end in zip(question.options, ends, strict=True) if ends.count(end) == 1]
        if len(ends) < 3 or len(odd) != 1 or pack.stands_for_others(odd[0].text) or odd[0].text.endswith(("!", "?")):
            continue
        stop = pack.ends_a_sentence.search(odd[0].text)
        message = (
            "this choice ends in a full stop, and the others don't" if stop else "this choice alone has no full stop"
        )
        yield Problem("mixed-forms", message, odd[0].span, help="write all of them in one way")


def places_are_fixed(context: Context, pack: Pack) -> Iterator[Problem]:
    """choice-names-place: not where the question speaks of such an option itself."""
    for question in choices(context):
        around = f"{question.stem} {question.scenario_html}".lower()
        for option in question.options:
            found = pack.places.search(option.text)
            if found and question.shuffle and found[0].lower() not in around:
                message = f"`{found[0]}` names a place, and places are mixed for each learner"
                help = "name what stands there, or write `shuffle=false` into the question's braces"
                yield Problem("choice-names-place", message, option.span, help=help)


RULES: tuple[Rule, ...] = (
    key_is_not_longest,
    worded(no_choice_stands_for_others),
    worded(stems_do_not_turn_round),
    worded(wrong_choices_are_not_absolute),
    worded(key_is_not_the_careful_one),
    worded(key_does_not_echo),
    worded(grammar_fits_all),
    worded(key_is_not_the_overlap),
    ranges_do_not_overlap,
    choices_are_few,
    stems_ask,
    beginnings_differ,
    numbers_are_sorted,
    worded(forms_are_alike),
    worded(places_are_fixed),
)

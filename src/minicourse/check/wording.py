"""What makes the choices of a question hard to read. Thresholds without a source are ours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from operator import itemgetter

from minicourse.check.choices import choices, singles
from minicourse.check.context import Context, Rule, Worded
from minicourse.check.languages import Pack
from minicourse.check.languages.pack import plain_words
from minicourse.model.questions import Option
from minicourse.model.questions.answers import folded
from minicourse.problems import Problem

A_NUMBER = 40
"""A choice of more characters is not a number or a range with its unit."""
A_SENTENCE = 4
"""So many words at least say more than a name."""
SHORT = 3
"""How many times as long as a choice a sentence is beside which it is a name, a figure or a line of output."""

_AMOUNT = r"\d+(?:[.,\s]\d{3})*(?:[.,]\d+)?"
_UP_TO = r"(?:[-–—]|to\b|a\b|à\b|bis\b)"
"""What stands between the ends of a range. In no language that has another of these words is “10 a 20” or “10 bis 20”
anything else."""
_RANGE = re.compile(rf"(\D*?)({_AMOUNT})\s*(?:[^\W\d]+|[%°])?\s*{_UP_TO}\s*({_AMOUNT})(\D*)", re.IGNORECASE)
_MEASURE = re.compile(r"(\D*?)([-−]?\d+(?:[.,]\d+)*)(\D*)")
_AS_IT_IS = re.compile("<(?:code|math|kbd|samp|img|sub|sup)")
_CODE = re.compile(r"[][=<>(){};|&_*/\\#@$+]")
_MAY_END = re.compile(r"(?:[!?！？]|\b[^\W\d_]\.)[^\w\s]*$")
_THOUSANDS = re.compile(r"(?<!\b0)[.,\s](?=\d{3}(?!\d))")


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
    """A number, with a comma or a point before its decimals. Three digits behind one are thousands: as it is numbers of
    one question that are compared, they may be read otherwise than they are meant, so long as all are."""
    return float(_THOUSANDS.sub("", text).replace(",", "."))


def choices_are_few(context: Context) -> Iterator[Problem]:
    """many-choices."""
    most = context.limit("many-choices")
    for question, _, others in singles(context):
        if len(others) + 1 > most:
            message = f"{len(others) + 1} choices, of which one is right"
            help = "keep the three or four that learners really mix up"
            yield Problem("many-choices", message, question.span, help=help)


def stems_ask(context: Context) -> Iterator[Problem]:
    """unfocused-stem, long-stem: words are counted where a language puts spaces between them. What ends in “is” or
    “stands for” asks for a meaning, and what has two choices may be a statement to be judged."""
    pack = context.pack
    if not context.has_spaces:
        return
    least, most = context.limit("unfocused-stem"), context.limit("long-stem")
    for question in choices(context):
        length = len(plain_words(question.stem))
        breaks_off = re.search(r"[\w:]$", question.stem.strip()) and not re.search(r"[?؟;…]|_{2}|\.{3}", question.stem)
        asks = len(question.options) == 2 or pack.asks_for_meaning.search(question.stem)
        if length < least and breaks_off and not asks and not question.scenario_html:
            help = "write it so that it could be answered without the choices"
            yield Problem("unfocused-stem", "this question asks nothing by itself", question.span, help=help)
        elif length > most:
            message = f"{length} words before the choices begin"
            help = "leave the question by itself, and put what comes before it into a paragraph above"
            yield Problem("long-stem", message, question.span, help=help)


def choices_differ_in_words(context: Context) -> Iterator[Problem]:
    """nearly-equal-choices: sentences that differ in signs and capitals only. Choices that differ in one word are asked
    for because of it; and code, and what a question on punctuation shows, differ in signs on purpose."""
    for question in choices(context):
        first: dict[tuple[str, ...], Option] = {}
        for option in question.options:
            words = tuple(plain_words(option.text))
            if len(words) < A_SENTENCE or _AS_IT_IS.search(option.html) or re.search(r"[\d=+<>%]", option.text):
                continue
            other = first.setdefault(words, option)
            if other is not option and folded(other.text) != folded(option.text):
                message = f"this choice has the words of that in line {other.span.line}"
                help = "let it say something else, or remove it"
                yield Problem("nearly-equal-choices", message, option.span, help=help)


def beginnings_differ(context: Context) -> Iterator[Problem]:
    """shared-beginning: not of lines of code, and only where each choice goes on."""
    least = context.limit("shared-beginning")
    for question in choices(context):
        texts = [" ".join(option.text.lower().split()) for option in question.options]
        shared = _shared(texts).split()
        goes_on = all(len(text.split()) > len(shared) for text in texts)
        if len(shared) >= least and len(texts) > 2 and goes_on and not _CODE.search(_shared(texts)):
            message = f"all choices begin with `{' '.join(shared)}`"
            yield Problem("shared-beginning", message, question.options[0].span, help="say it once, in the question")


def _shared(texts: Sequence[str]) -> str:
    """What all texts begin with, up to the end of a word."""
    same = "".join(here[0] for here in takewhile(lambda here: len(set(here)) == 1, zip(*texts, strict=False)))
    return same if all(re.match(r"\W|$", text[len(same) :]) for text in texts) else re.sub(r"\w+$", "", same)


def numbers_are_sorted(context: Context) -> Iterator[Problem]:
    """unsorted-numbers: of one unit, where they keep the author's order, as bare numbers do on a page. Whether `1.500`
    is a thousand and a half depends on where one lives; numbers are in order if they are in either reading."""
    for question in choices(context):
        found = [match for option in question.options if (match := _measured(_MEASURE, option))]
        units = {(match[1], match[3].rstrip("s.")) for match in found}
        if len(question.options) < 3 or len(found) < len(question.options) or len(units) > 1:
            continue
        said = [match[2].replace("−", "-") for match in found]
        mixed = question.shuffle and not question.only_numbers
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
    """mixed-forms: one choice alone has a full stop, or has none. What stands for others is in a form of its own, and
    so is a sentence among figures, names, lines of code or of output, which are short beside it. A single letter and a
    full stop, `m/s.`, may be either."""
    for question in choices(context):
        ends = [bool(pack.ends_a_sentence.search(option.text)) for option in question.options]
        odd = [option for option, end in zip(question.options, ends, strict=True) if ends.count(end) == 1]
        if len(ends) < 3 or len(odd) != 1 or pack.stands_for_others(odd[0].text):
            continue
        if any(_MAY_END.search(option.text) for option in question.options):
            continue
        stop = pack.ends_a_sentence.search(odd[0].text)
        others = [option.text for option in question.options if option is not odd[0]]
        if stop and (SHORT * max(map(len, others)) < len(odd[0].text) or any(map(_CODE.search, others))):
            continue
        message = (
            "this choice ends in a full stop, and the others don't" if stop else "this choice alone has no full stop"
        )
        yield Problem("mixed-forms", message, odd[0].span, help="write all of them in one way")


def places_are_fixed(context: Context, pack: Pack) -> Iterator[Problem]:
    """choice-names-place: not where the question speaks of such an option itself, nor in what stands for others."""
    for question in choices(context):
        around = f"{question.stem} {question.scenario_html}".lower()
        for option in question.options:
            found = pack.places.search(option.text)
            named = found and not pack.stands_for_others(option.text)
            if found and named and question.shuffle and found[0].lower() not in around:
                message = f"`{found[0]}` names a place, and places are mixed for each learner"
                help = "name what stands there, or write `shuffle=false` into the question's braces"
                yield Problem("choice-names-place", message, option.span, help=help)


RULES: tuple[Rule, ...] = (
    ranges_do_not_overlap,
    choices_are_few,
    stems_ask,
    choices_differ_in_words,
    beginnings_differ,
    numbers_are_sorted,
    Worded(forms_are_alike, {"mixed-forms": ("ends_a_sentence",)}),
    Worded(places_are_fixed, {"choice-names-place": ("places",)}),
)

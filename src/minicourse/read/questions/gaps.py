"""`[[…]]` makes a question of gaps; one alone in its paragraph, a short answer or a number."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from math import isinf
from typing import Any, NamedTuple

from minicourse.model.questions import Gap, Gaps, Number, NumberGap, PickGap, Question, Short, TextGap
from minicourse.model.questions.answers import folded, readings
from minicourse.problems import Problem, Span
from minicourse.read.markdown import Rendering
from minicourse.read.questions.parts import Block, Item, Parts, equals, gaps_in, is_sentence

_NUMBER = r"[+\-\u2212]?[0-9][0-9.,' \u00a0\u202f]*|[+\-\u2212]?[.,][0-9]+"
_RANGE = re.compile(rf"({_NUMBER})\s*(?:\.\.|\u2026)\s*({_NUMBER})(.*)")
_TOLERANCE = re.compile(rf"({_NUMBER})\s*(?:\u00b1|\+/?-)\s*({_NUMBER})(.*)")
_EXACT = re.compile(rf"({_NUMBER})(.*)")
_LIKE_A_RANGE = re.compile(rf"({_NUMBER})\s*(?:[-\u2010-\u2015]|[^\W\d_]+)\s*({_NUMBER})[^0-9]*")
_LONGEST = 500
_FIRST = "0123456789.,+-\u2212"
_AMBIGUOUS = "ambiguous-question"
_ABOUT = re.compile(r"[~\u2248<>\u2264\u2265]\s*([0-9.,]+)")
_QUOTED = re.compile('["\u201c\u201d](.+)["\u201c\u201d]')


def read_gaps(parts: Parts, fields: dict[str, Any], rendering: Rendering) -> tuple[Question | None, list[Problem]]:
    """The question out of its parts; none when a gap can't be told."""
    problems: list[Problem] = []
    if parts.list_kind == "boxes":
        message = "a gap in a question of choices: it can be one or the other"
        help = "remove the boxes and the choices, or write the gap without its brackets"
        return None, [Problem("ambiguous-question", message, parts.gap_spans[0], help=help)]
    gaps = [_gap(token.content, span, problems) for token, span in zip(parts.gaps, parts.gap_spans, strict=True)]
    made = [gap for gap in gaps if gap is not None]
    if len(made) < len(gaps):
        return None, problems
    text = parts.text
    foreseen = next((block for block in text if _looks_foreseen(block)), None)
    if foreseen:
        message = "a gap with a quotation below it can be a wrong answer that you foresee, or part of the text"
        span = parts.source.line((foreseen[0].map or [0])[0])
        help = "write a wrong answer without the brackets; or take the quotation away"
        return None, [*problems, Problem("ambiguous-question", message, span, help=help)]
    begin = next(place for place, block in enumerate(text) if gaps_in(block))
    asks = [place for place in range(begin) if is_sentence(text[place])]
    stem = asks[-1] if asks else -1
    before, after = text[: stem + 1], text[stem + 1 :]
    fields |= parts.stem_fields(before, rendering)
    alone = len(made) == 1 and len(after) == 1 and _is_alone(after[0]) and not isinstance(made[0], PickGap)
    kind = parts.attributes.get("kind")
    if kind in (Short.kind, Number.kind) and not alone:
        help = "put one `[[…]]` alone in its paragraph, below the question; or remove `kind=`"
        span = parts.attribute("kind")
        problems.append(Problem("ambiguous-question", f"`kind={kind}` has one field, alone", span, help=help))
        return None, problems
    if alone and kind != Gaps.kind:
        return _alone(made[0], parts, fields, rendering, problems), problems
    if parts.list_kind == "bullets":
        help = "number the items: `1.` speaks of the first gap, `2.` of the second"
        problems.append(Problem("misplaced-text", "a list behind the gaps", _list_span(parts), help=help))
    elif parts.items:
        made = _with_feedback(made, parts.items, rendering, problems)
    html = rendering.html([token for block in after for token in block])
    return Gaps(**fields, text_html=html, gaps=tuple(made)), problems


def _alone(
    gap: Gap, parts: Parts, fields: dict[str, Any], rendering: Rendering, problems: list[Problem]
) -> Question | None:
    """A short answer or a number, with the wrong answers that its author foresaw."""
    make = Number if isinstance(gap, NumberGap) else Short
    kind = parts.attributes.get("kind")
    if kind is not None and kind != make.kind:
        what = "a number" if make is Number else "a text"
        help = f"write `kind={make.kind}`, or remove it"
        span = parts.attribute("kind")
        problems.append(Problem("ambiguous-question", f"`kind={kind}`, and the answer is {what}", span, help=help))
        return None
    if not fields["stem_html"]:
        help = "write the question above the field, with an empty line between"
        problems.append(Problem("question-without-stem", "this question asks nothing", parts.span, help=help))
    foreseen: list[Gap] = []
    said = [(item.text.content, item.span) for item in parts.items or [] if item.text]
    problems += equals(said, "wrong answer")
    for item in parts.items or []:
        answer = item.text.content.strip() if item.text else ""
        feedback = rendering.html(item.feedback)
        if not answer or not feedback:
            help = "write the wrong answer, and below it `  > …`: what it misses"
            problems.append(Problem("misplaced-text", "a wrong answer and nothing to say to it", item.span, help=help))
            continue
        if gap.fits(answer):
            message = f"`{answer}` is right, and here it is among the wrong answers"
            problems.append(
                Problem("foreseen-answer", message, item.span, help="remove it, or narrow what is accepted")
            )
        numbers = readings(answer, gap.unit) if isinstance(gap, NumberGap) else []
        if isinstance(gap, NumberGap) and numbers:
            foreseen.append(NumberGap(numbers[0], numbers[0], answer, gap.unit, item.span, feedback))
        elif isinstance(gap, NumberGap):
            message = f"`{answer}` is not a number, and a number is asked for"
            problems.append(Problem("foreseen-answer", message, item.span, help="write the wrong number in figures"))
        else:
            foreseen.append(TextGap((answer,), item.span, feedback))
    html = '<p><span data-gap="1"></span></p>'
    return make(**fields, text_html=html, gaps=(gap,), foreseen=tuple(foreseen))


def _with_feedback(made: list[Gap], items: list[Item], rendering: Rendering, problems: list[Problem]) -> list[Gap]:
    """The gaps with what the numbered list behind the text says of each."""
    if len(items) > len(made):
        gaps = "one gap" if len(made) == 1 else f"{len(made)} gaps"
        message, help = f"feedback for gap {len(made) + 1}, and there is only {gaps}", "an item for each gap, in order"
        problems.append(Problem("misplaced-text", message, items[len(made)].span, help=help))
    said = []
    for item in items[: len(made)]:
        text = f"<p>{rendering.html([item.text])}</p>" if item.text else ""
        said.append(text + rendering.html(item.feedback))
    said += [""] * (len(made) - len(said))
    return [replace(gap, feedback_html=html) for gap, html in zip(made, said, strict=True)]


class _Unclear(NamedTuple):
    """What is wrong with a gap that can't be read, or can be read in two ways."""

    message: str
    help: str
    code: str = "gap-unclear"


def _gap(written: str, span: Span, problems: list[Problem]) -> Gap | None:
    """What the brackets of a gap ask for; what is wrong with it is added to the `problems`."""
    gap = _read(written, [choice.strip() for choice in written.split("|")], span)
    if isinstance(gap, _Unclear):
        problems.append(Problem(gap.code, gap.message, span, help=gap.help))
        return None
    return gap


def _read(written: str, choices: list[str], span: Span) -> Gap | _Unclear:
    quoted = _QUOTED.fullmatch(written) if len(choices) == 1 else None
    if not all(choices):
        return _Unclear("an empty answer in this gap", "write the answer: `[[coaching]]`, `[[one way|another]]`")
    if len(written) > _LONGEST:
        return _Unclear(f"an answer of more than {_LONGEST} characters", "ask for less; or say `kind=open`")
    if quoted:
        return _text((quoted[1],), span)
    if any(_bracketed(choice) for choice in choices):
        return _pick(choices, span)
    about = _ABOUT.match(written)
    if about:
        help = f"write a tolerance, `{about[1]} ± 1`, or a range, `4..6`"
        return _Unclear(f"`{written}` does not say how near is near enough", help)
    if len(written) > 2 and written[0] == written[-1] == "/":
        return _Unclear("a regular expression is no answer", "write the answers: `[[coach*|mentor*]]`")
    if len(choices) > 1 and all(readings(choice) for choice in choices):
        message = f"`{written}` can be numbers, or texts that have to be typed just so"
        help = (
            f"write a range, `[[{choices[0]}..{choices[-1]}]]`, or a tolerance; among texts put one in words, `sixty`"
        )
        return _Unclear(message, help, _AMBIGUOUS)
    if len(choices) == 1 and re.search("[0-9]", written) and (written[0] in _FIRST or "\u00b1" in written):
        return _number(written, span)
    return _text(tuple(choices), span)


def _text(accepted: tuple[str, ...], span: Span) -> TextGap | _Unclear:
    for answer in accepted:
        if not folded(answer.replace("*", "")):
            message = f"`{answer}` accepts anything" if "*" in answer else f"`{answer}` is no answer that can be typed"
            return _Unclear(message, "write some letters or digits: `[[coach*]]`")
    return TextGap(accepted, span)


def _bracketed(choice: str) -> bool:
    return len(choice) > 1 and choice.startswith("(") and choice.endswith(")")


def _pick(choices: list[str], span: Span) -> PickGap | _Unclear:
    right = [str(place) for place, choice in enumerate(choices, 1) if _bracketed(choice)]
    texts = [choice[1:-1].strip() if _bracketed(choice) else choice for choice in choices]
    if len(choices) == 1:
        message = f"`[[{choices[0]}]]` can be a drop-down list with one choice, or a text in brackets"
        help = f'add choices: `[[{choices[0]}|another]]`; or put the text in quotes: `[["{choices[0]}"]]`'
        return _Unclear(message, help, _AMBIGUOUS)
    if not all(texts):
        return _Unclear("an empty choice in this drop-down list", "write its text: `[[(right)|wrong]]`")
    if len(right) > 1:
        message = f"{len(right)} choices of this drop-down list are in round brackets"
        return _Unclear(message, "leave the brackets around the right one only")
    if len({folded(text) for text in texts}) < len(texts):
        message = "two choices of this drop-down list are the same"
        return _Unclear(message, "make them differ, or remove one", "equal-choices")
    return PickGap(tuple(texts), right[0], span)


def _number(written: str, span: Span) -> NumberGap | _Unclear:
    """A number, exact or with a tolerance or as a range, with its unit."""
    spread = _RANGE.fullmatch(written) or _TOLERANCE.fullmatch(written)
    match = spread or _EXACT.fullmatch(written)
    if match is None or (not spread and re.search(r"\.\.|\u2026|\u00b1", written)):
        help = "a number `[[0.49]]`, with a tolerance `[[0.49 ± 0.02]]`, or a range `[[0.4..0.6]]`; "
        return _Unclear(f"`{written}` is not a number", help + f'a text goes in quotes, `[["{written}"]]`')
    first, second = match[1].strip(), match[2].strip() if spread else ""
    unit = match[match.lastindex or 0].strip()
    if re.search("[0-9]", unit):
        return _two_numbers(written)
    if not spread and len(unit.split()) > 1:
        message = f"`{written}` can be the number {first} with the unit `{unit}`, or a text"
        help = f'write `[[{first} ± 0 {unit}]]` for the number, `[["{written}"]]` for the text'
        return _Unclear(message, help, _AMBIGUOUS)
    values: list[float] = []
    for number in filter(None, (first, second)):
        value = _value(number)
        if isinstance(value, _Unclear):
            return value
        values.append(value)
    low, high, answer = _limits(first, values, bool(_RANGE.fullmatch(written)))
    if low > high:
        return _Unclear(f"the range begins at {_shown(low)}, above its end", "write the lower number first")
    return NumberGap(low, high, answer, unit, span)


def _two_numbers(written: str) -> _Unclear:
    """What is wrong with `0.4-0.6`, and with `2021-06-14`."""
    text = f'`[["{written}"]]` for a text'
    match = _LIKE_A_RANGE.fullmatch(written)
    if match is None:
        return _Unclear(f"`{written}` begins with a number and is none", f"write {text}")
    message = f"`{written}` can be a range, or a text"
    return _Unclear(message, f"write `[[{match[1].strip()}..{match[2].strip()}]]` for a range, {text}", _AMBIGUOUS)


def _value(number: str) -> float | _Unclear:
    """The one number that this can be."""
    found = readings(number)
    if len(found) > 1:
        message = f"`{number}` can be {_shown(found[0])} or {_shown(found[1])}"
        return _Unclear(message, f"write `{_shown(found[1])}`, or `{_shown(found[0])}`", _AMBIGUOUS)
    if found and isinf(found[0]):
        return _Unclear("a number too large to compare", "write fewer digits; or put it in quotes, for a text")
    if not found:
        return _Unclear(f"`{number}` is not a number", "write it with one decimal sign, as `0.49`")
    return found[0]


def _limits(first: str, values: list[float], is_range: bool) -> tuple[float, float, str]:
    """The least and the most that is right, and the answer to show."""
    exact = [Decimal(repr(value)) for value in values]
    if is_range:
        return float(exact[0]), float(exact[1]), f"{_shown(values[0])} – {_shown(values[1])}"
    spread = abs(exact[1]) if len(exact) > 1 else Decimal(0)
    return float(exact[0] - spread), float(exact[0] + spread), first


def _shown(number: float) -> str:
    return f"{number:.10g}"


def _looks_foreseen(block: Block) -> bool:
    """Is it a list of gaps with feedback?"""
    listed = block[0].type == "bullet_list_open" and any(token.type == "blockquote_open" for token in block)
    return listed and bool(gaps_in(block))


def _is_alone(block: Block) -> bool:
    """Is the gap all that its paragraph holds?"""
    children = block[1].children or [] if block[0].type == "paragraph_open" else []
    return len([child for child in children if child.content.strip() or child.type == "gap"]) == 1


def _list_span(parts: Parts) -> Span:
    assert parts.items
    return parts.items[0].span

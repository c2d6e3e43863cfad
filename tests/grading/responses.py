"""Responses at random, always the same ones: half of them near the key, or hardly any would be right."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from minicourse.model.questions import KINDS
from tests.grading.builders import CHOICES
from tests.grading.cases import Response

WORDS = (
    "plan sum form from coaching mentoring formative-assessment self-study Straße STRASSE İstanbul ılık café Übung "
    "naïve Việt año søt æra eﬃcient Όμηρος ΟΔΟΣ λόγος Москва ещё किताब कि की क़लम १९८४ مدرسة مَدْرَسَة أحمد ١٩٨٤ "
    "می\u200cخواهم שָׁלוֹם 東京 ガイド ｶﾞｲﾄﾞ すし 한국 评估 Ａｒｅａ５１ don't don’t „Halo“ «bonjour» e.g. 1984 10² ½ №5 "
    "😀😁😂😃 𝐛𝐨𝐥𝐝 ǅ ŉ ẞ ﷺ Å ℃"
).split()
PIECES = [
    *"abcxyzABCXYZäöüßéñøıİσςΣμµжЖकािमدرسةשלב東が한국😀𝐛",
    *"0159٠١٩۰۵۹०९０９²½",
    *" \t\n\u00a0\u2009\u202f\u3000\u200b\u200c\u200e\ufeff\u00ad\u2060\u2028",
    *"'\u2019\u2018`´\u02bc\u2032\"\u201c\u201e\u00ab\u2033",
    *"-\u2010\u2011\u2013\u2014\u2212\uff0d",
    *".,…·!?*()/%€$_^",
    *"\u0301\u0308\u0327\u0323\u0345\u064b\u0651\u0640\u0670\u05b8\u093c\u094d\u3099",
]
DIGITS = ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "０１２３４５６７８９")
UNITS = ("", "", "", "km", "%", "€", "°C", "µm", "m", "school years", "كم")
SPACES = " \u00a0\u2009\u202f"


def random_responses(count: int) -> list[Response]:
    """As many for each kind as for each other."""
    draw = random.Random(20261124)
    kinds = [kind.kind for kind in KINDS]
    return [_RESPONSE_TO.get(kind, _to_unscored)(draw, kind) for kind in (kinds * count)[:count]]


def _values(count: int) -> list[str]:
    return [str(place) for place in range(1, count + 1)]


def _to_choices(draw: random.Random, kind: str) -> Response:
    """As forms give them: each value once, in the author's order."""
    values = _values(draw.randint(2, CHOICES))
    rights = 1 if kind == "choice" else draw.randint(1, len(values) - 1)
    key = sorted(draw.sample(values, rights), key=int)
    response = set(key) if draw.random() < 0.5 else set(draw.sample(values, draw.randint(0, len(values))))
    if draw.random() < 0.4:
        response ^= {draw.choice(values)}
    return {"kind": kind, "key": key, "response": sorted(response, key=int)}


def _to_rows(draw: random.Random, kind: str) -> Response:
    targets = _values(draw.randint(2, 6))
    key = [draw.choice(targets) for _ in range(draw.randint(1, 8))]
    response = [right if draw.random() < 0.9 else draw.choice(["", *targets]) for right in key]
    return {"kind": kind, "key": key, "response": _of_odd_length(draw, response)}


def _to_steps(draw: random.Random, kind: str) -> Response:
    key = _values(draw.randint(2, CHOICES))
    response = [*key]
    for _ in range(draw.choice((0, 0, 1, 2, 20))):
        one, other = draw.randrange(len(key)), draw.randrange(len(key))
        response[one], response[other] = response[other], response[one]
    return {"kind": kind, "key": key, "response": _of_odd_length(draw, response)}


def _to_gaps(draw: random.Random, kind: str) -> Response:
    made = [draw.choice((_text, _text, _number, _pick))(draw) for _ in range(draw.choice((1, 1, 2, 3, 5)))]
    return {
        "kind": kind,
        "key": [gap for gap, _ in made],
        "response": _of_odd_length(draw, [answer for _, answer in made]),
    }


def _to_one_field(draw: random.Random, kind: str) -> Response:
    make = _text if kind == "short" else _number
    made = [make(draw) for _ in range(draw.choice((1, 1, 2, 3)))]
    _, answer = made[0] if draw.random() < 0.8 else draw.choice(made)
    return {"kind": kind, "key": [gap for gap, _ in made], "response": _of_odd_length(draw, [answer])}


def _to_unscored(draw: random.Random, kind: str) -> Response:
    return {"kind": kind, "key": None, "response": draw.sample(WORDS, draw.randint(0, 4))}


def _of_odd_length(draw: random.Random, response: list[str]) -> list[str]:
    """Now and then too short or too long."""
    chance = draw.random()
    return response[:-1] if chance < 0.02 else [*response, "1"] if chance < 0.04 else response


def _text(draw: random.Random) -> tuple[dict[str, Any], str]:
    """A gap for a text, and what is written in it."""
    accepted = [_phrase(draw) for _ in range(draw.choice((1, 1, 1, 2, 3)))]
    near = draw.choice(accepted)
    if draw.random() < 0.3:
        place = draw.randint(0, len(near))
        starred = draw.choice((f"{near}*", f"*{near}", f"*{near}*", f"{near[:place]}*{near[place:]}"))
        accepted[accepted.index(near)] = starred
        near = starred.replace("*", draw.choice(("", " ", "x", "any thing")))
    answer = near if draw.random() < 0.8 else _phrase(draw)
    for _ in range(draw.choice((0, 1, 1, 2))):
        answer = draw.choice(_ALIKE)(draw, answer)
    for _ in range(draw.choice((0, 0, 0, 1, 1, 2))):
        answer = _slip(draw, answer)
    return {"text": accepted}, answer


def _phrase(draw: random.Random) -> str:
    if draw.random() < 0.1:
        return "".join(draw.choices([piece for piece in PIECES if piece != "*"], k=draw.randint(1, 12))) + "a"
    return " ".join(draw.sample(WORDS, draw.choice((1, 1, 1, 2))))


def _other_digits(draw: random.Random, text: str) -> str:
    return text.translate(str.maketrans("0123456789", draw.choice(DIGITS)))


def _without_accents(_: random.Random, text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not "\u0300" <= c <= "\u036f")


_ALIKE: tuple[Callable[[random.Random, str], str], ...] = (
    lambda _, text: text.upper(),
    lambda _, text: text.lower(),
    lambda _, text: text.title(),
    lambda _, text: text.swapcase(),
    lambda draw, text: unicodedata.normalize(draw.choice(("NFC", "NFD", "NFKC", "NFKD")), text),
    lambda draw, text: text + draw.choice((".", "...", "…", " .", " ", "\u00a0", "\n")),
    lambda draw, text: draw.choice(SPACES) + text.replace(" ", draw.choice(SPACES) * 2),
    lambda draw, text: text.replace("'", draw.choice("\u2019\u02bc`´")).replace(
        "-", draw.choice("\u2010\u2011–—\u2212")
    ),
    lambda draw, text: draw.choice("\u200b\ufeff\u00ad\u0301\u0640").join((text[:1], text[1:])),
    _without_accents,
    _other_digits,
    lambda _, text: text * 60,
)
"""Ways to write the same, more or less."""


def _slip(draw: random.Random, text: str) -> str:
    """A character too many, too few, another, or two changed over."""
    place = draw.randint(0, len(text))
    before, after = text[:place], text[place:]
    slips = (
        before + draw.choice(PIECES) + after,
        before + after[1:],
        before + draw.choice(PIECES) + after[1:],
        before + after[1:2] + after[:1] + after[2:],
    )
    return draw.choice(slips)


def _number(draw: random.Random) -> tuple[dict[str, Any], str]:
    """A gap for a number, and what is written in it."""
    decimals = draw.choice((0, 0, 1, 2, 3))
    wanted = Decimal(draw.randint(-99, 99) if draw.random() < 0.5 else draw.randint(-(10**9), 10**9)).scaleb(-decimals)
    spread = Decimal(draw.choice((0, 0, 1, 5, 500))).scaleb(-decimals)
    low, high = wanted - spread, wanted + spread
    unit = draw.choice(UNITS)
    typed = draw.choice((wanted, wanted, wanted, low, high, high + Decimal(1).scaleb(-decimals), Decimal(7)))
    answer = _written(draw, typed)
    if unit and draw.random() < 0.5:
        answer += draw.choice(("", " ", "\u00a0")) + draw.choice((unit, unit.upper(), unit, draw.choice(UNITS)))
    for _ in range(draw.choice((0, 0, 0, 0, 1))):
        answer = _slip(draw, answer)
    return {"low": float(low), "high": float(high), "unit": unit}, answer


def _written(draw: random.Random, number: Decimal) -> str:
    """A number in one of the conventions of the world, or in a mixture of two."""
    groups, sign = draw.choice(
        ((",", "."), (".", ","), (" ", ","), (" ", "."), ("\u202f", ","), ("'", "."), ("’", "."), ("٬", "٫"))
    )
    text = f"{number:,f}" if draw.random() < 0.5 else f"{number:f}"
    text = text.replace(",", "_").replace(".", sign).replace("_", groups)
    if draw.random() < 0.3:
        text = text.replace("-", draw.choice("\u2212–－"))
    if number >= 0 and draw.random() < 0.1:
        text = "+" + text
    return _other_digits(draw, text) if draw.random() < 0.3 else text


def _pick(draw: random.Random) -> tuple[dict[str, Any], str]:
    """A drop-down list, and what is chosen from it."""
    values = _values(draw.randint(2, CHOICES))
    right = draw.choice(values)
    return {"pick": right}, right if draw.random() < 0.6 else draw.choice(["", *values])


_RESPONSE_TO: dict[str, Callable[[random.Random, str], Response]] = {
    "choice": _to_choices,
    "multiple": _to_choices,
    "hotspot": _to_choices,
    "gaps": _to_gaps,
    "short": _to_one_field,
    "number": _to_one_field,
    "matching": _to_rows,
    "matrix": _to_rows,
    "ordering": _to_steps,
}

"""`{#name objective=… points=2}`: what the opening line of a block may say of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from minicourse.model.selection import Ignored
from minicourse.model.targets import scheme
from minicourse.problems import Problem, Span
from minicourse.problems.spelling import did_you_mean
from minicourse.read.source import Source

LEVELS = ("remember", "understand", "apply", "analyse", "evaluate", "create")
"""Bloom's taxonomy as revised by Anderson and Krathwohl (2001)."""

_ATTRIBUTE = re.compile(r"#[^\s}]+|\b([\w-]+)\s*=\s*(?:\"[^\"]*\"|[^\s}]*)")


@dataclass(frozen=True, slots=True)
class Attribute:
    """What an attribute may hold."""

    field: str
    """The field of the model that it fills."""
    read: Callable[[str], Any]
    """Its value out of what is written; none where that can't be."""
    wanted: Callable[[str], str]
    """What to write instead of something that can't be."""
    about: str
    """What it is for, in a line."""
    words: tuple[str, ...] = ()
    """All that may be written, where that can be listed."""


def _whole(field: str, about: str, most: int = 999) -> Attribute:
    def read(text: str) -> int | None:
        return int(text) if re.fullmatch(r"[1-9][0-9]{0,2}", text) and int(text) <= most else None

    return Attribute(field, read, lambda text: f"a whole number from 1 to {most}", about)


def _one_of(field: str, words: tuple[str, ...], about: str) -> Attribute:
    def wanted(text: str) -> str:
        return did_you_mean(text, words, f"one of {', '.join(words)}")

    return Attribute(field, lambda text: text if text in words else None, wanted, about, words)


def _yes_or_no(field: str, about: str) -> Attribute:
    words = ("true", "false")
    return Attribute(field, {"true": True, "false": False}.get, lambda text: "`true` or `false`", about, words)


def _name(field: str, about: str) -> Attribute:
    return Attribute(field, lambda text: text or None, lambda text: "write a name, or remove it", about)


def _place(text: str) -> str | None:
    return None if scheme(text) else text


def _rules(text: str) -> list[tuple[str, str]] | None:
    """`code: reason`, or several of them with `;` between."""
    pairs = [tuple(part.strip() for part in rule.partition(":")[::2]) for rule in text.split(";")]
    return [(code, reason) for code, reason in pairs] if all(code and reason for code, reason in pairs) else None


QUESTION = {
    "objective": _name("objective", "The objective that it assesses, by its name."),
    "points": _whole("points", "What a full answer is worth. Default: 1."),
    "attempts": _whole("attempts", "How many tries there are. Default: no limit."),
    "shuffle": _yes_or_no("shuffle", "May its choices be shown in another order?"),
    "level": _one_of("level", LEVELS, "What it asks for, in Bloom's revised taxonomy."),
    "see": Attribute(
        "see",
        _place,
        lambda text: "where in this course it was taught: `02-impact.md#a-heading`",
        "Where it was taught: a lesson, and a heading in it.",
    ),
    "confidence": _yes_or_no("confidence", "Is the learner asked how sure they are?"),
    "ignore": Attribute(
        "ignored",
        _rules,
        lambda text: 'a rule and why it doesn\'t count: `ignore="code: because …"`',
        'A rule of the checker that doesn\'t count here, and why: `"code: because …"`.',
    ),
}
"""What may stand in the braces of any question, besides `#name`; `kind` is added where kinds are known."""

CHOOSE = {"choose": _whole("choose", "How many choices a learner is told to take.", 99)}
"""How many choices to take: of some kinds only."""

ACTIVITY = {name: QUESTION[name] for name in ("objective", "see")}
"""Of flashcards and scenarios."""

QUIZ = {
    "pass": _whole("pass_mark", "The share of points, in per cent, with which it is passed.", 100),
    "draw": _whole("draw", "How many questions are drawn for each attempt. Default: all."),
    "attempts": _whole("attempts", "How many times it may be taken. Default: no limit."),
    "from": _one_of(
        "source",
        ("own", "unit", "course"),
        "Whose questions it draws from: its own, or those of its unit or course too.",
    ),
    "feedback": _one_of("feedback", ("end", "now"), "When a learner is told what was right."),
    "show": _one_of("show", ("all", "one"), "Are all questions on view, or one at a time?"),
}
"""Of a quiz."""


def kind_attribute(kinds: tuple[str, ...], blocks: tuple[str, ...]) -> dict[str, Attribute]:
    """`kind=`, one of these; the names of `blocks` are none, though some will think so."""

    def wanted(text: str) -> str:
        if text in blocks:
            return f"`{text}` is a block of its own: `::: {text} {{#a-short-name}}`"
        return did_you_mean(text, kinds, f"leave it out, it follows from what is written; or one of {', '.join(kinds)}")

    about = "Its kind, where that doesn't follow from what is written."
    return {"kind": replace(_one_of("kind", kinds, about), wanted=wanted)}


def read_attributes(
    attributes: Mapping[str, str], line: int, known: Mapping[str, Attribute], source: Source
) -> tuple[dict[str, Any], list[Problem]]:
    """Fields of the model out of the attributes of the block that opens in the line with this index.

    A question's or quiz's `name` is always among them, empty where there is none.
    """
    fields: dict[str, Any] = {"name": attributes.get("id", "")}
    problems: list[Problem] = []
    for key, value in attributes.items():
        span = attribute_span(key, line, source)
        if key == "id":
            if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
                help = "a name is lower-case letters, digits and hyphens"
                problems.append(Problem("attribute-value", f"`#{value}` is not a name", span, help=help))
        elif key not in known:
            listed = f"the attributes are {', '.join(known)}" if len(known) > 1 else "remove it"
            help = did_you_mean(key, tuple(known), listed)
            problems.append(Problem("unknown-attribute", f"unknown attribute `{key}`", span, help=help))
        elif (read := known[key].read(value)) is None:
            help = known[key].wanted(value)
            problems.append(Problem("attribute-value", f"`{key}` can't be `{value}`", span, help=help))
        else:
            fields[known[key].field] = read
            if key == "objective":
                fields["objective_span"] = span
            elif key == "ignore":
                fields["ignored"] = tuple(Ignored(code, reason, span, span.end) for code, reason in read)
    return fields, problems


def attribute_span(key: str, line: int, source: Source) -> Span:
    """Where an attribute stands."""
    start, end = _places(source.lines[line]).get(key, (0, 0))
    return source.within(line, start, end) if end else source.line(line)


@lru_cache(maxsize=4)
def _places(line: str) -> Mapping[str, tuple[int, int]]:
    """Where in a line each attribute begins and ends; a name under `id`."""
    found: dict[str, tuple[int, int]] = {}
    for match in _ATTRIBUTE.finditer(line, max(line.find("{"), 0)):
        found.setdefault(match[1] or "id", match.span())
    return found


def without_name(block: str, span: Span) -> Problem:
    """A block whose answers have no name to be stored under."""
    colons, what = ("::::", "its results are") if block == "quiz" else (":::", "answers are")
    help = f"write `{colons} {block} {{#a-short-name}}`: {what} stored under it"
    message = "these flashcards have no name" if block == "flashcards" else f"this {block} has no name"
    return Problem("question-without-name", message, span, help=help)

"""A task list makes a question of choices: one `[x]` single, several multiple."""

from __future__ import annotations

from typing import Any

from minicourse.model.questions import Choice, Multiple, Option
from minicourse.problems import Problem
from minicourse.read.markdown import Rendering
from minicourse.read.mentions import plain_text
from minicourse.read.questions.parts import Parts

KINDS = (Choice.kind, Multiple.kind)


def matches(parts: Parts) -> bool:
    """Is this what is written here?"""
    return parts.items is not None


def read(parts: Parts, fields: dict[str, Any], rendering: Rendering) -> tuple[Choice | None, list[Problem]]:
    """The question out of its parts; none when its choices can't be told."""
    problems: list[Problem] = []
    options = []
    for item in parts.items or []:
        if item.checked is None or item.text is None:
            message = "this choice has no box" if item.text else "this choice is empty"
            problems.append(
                Problem("choice-without-box", message, item.span, help="write `- [ ]` or `- [x]` and its text")
            )
        html = rendering.html([item.text]) if item.text else ""
        text = plain_text(item.text.children or []) if item.text else ""
        options.append(Option(html, text, item.checked is True, rendering.html(item.feedback), item.span))
    if problems:
        # Without a box nobody knows whether a choice is right, and so what the question's key is.
        return None, problems
    right = sum(option.right for option in options)
    several = parts.attributes.get("kind") == Multiple.kind or right > 1
    if parts.attributes.get("kind") == Choice.kind and right > 1:
        message = f"`kind=choice` has one right choice, and {right} are marked"
        problems.append(Problem("attribute-value", message, parts.span, help="mark one, or write `kind=multiple`"))
    make = Multiple if several else Choice
    return make(**fields, options=tuple(options)), problems

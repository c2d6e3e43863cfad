"""A numbered list makes an order."""

from __future__ import annotations

from typing import Any

from minicourse.model.questions import Ordering, Step
from minicourse.problems import Problem
from minicourse.read.markdown import Rendering
from minicourse.read.mentions import plain_text
from minicourse.read.questions.parts import Parts, equals

FEWEST = 3
"""With two things the answer is a coin's toss, and a question of choices asks it better."""


def read_ordering(parts: Parts, fields: dict[str, Any], rendering: Rendering) -> tuple[Ordering | None, list[Problem]]:
    """The question out of its parts."""
    items = parts.items or []
    if any(block[0].type == "ordered_list_open" for block in parts.text):
        help = "put all that is to be ordered into one list, without text in it"
        return None, [Problem("ambiguous-question", "a second numbered list", items[0].span, help=help)]
    problems: list[Problem] = []
    steps: list[Step] = []
    for item in items:
        text = plain_text(item.text.children or []) if item.text else ""
        html = rendering.html([item.text]) if item.text else ""
        if not html:
            problems.append(Problem("choice-without-box", "this item is empty", item.span, help="write its text"))
        steps.append(Step(html, text, rendering.html(item.feedback), item.span))
    problems += equals(((step.text, step.span) for step in steps), "item")
    if len(steps) < FEWEST:
        message = "one item makes no order" if len(steps) == 1 else f"{len(steps)} items make no order"
        help = "add items; for a question of choices write `- [ ]` in place of the numbers"
        problems.append(Problem("question-with-one-choice", message, items[0].span, help=help))
    return (None if problems else Ordering(**fields, steps=tuple(steps))), problems

"""The questions of choices that rules of item writing look at. Places on a picture are none: their texts are names."""

from __future__ import annotations

from collections.abc import Iterator

from minicourse.check.context import Context
from minicourse.model.questions import Choice, Hotspot, Multiple, Option


def choices(context: Context) -> Iterator[Choice]:
    """The questions of choices that have a key, and more than one choice."""
    for question in context.questions:
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

"""`{#name objective=… points=2}`: what a question's opening line may say of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from minicourse.problems import Problem, Span
from minicourse.problems.spelling import did_you_mean
from minicourse.read.source import Source

LEVELS = ("remember", "understand", "apply", "analyse", "evaluate", "create")
"""Bloom's taxonomy as revised by Anderson and Krathwohl (2001)."""

ATTRIBUTES = ("objective", "points", "attempts", "shuffle", "level", "kind")
"""What may stand in the braces besides `#name`."""


def read_attributes(
    attributes: Mapping[str, str], line: int, kinds: tuple[str, ...], source: Source
) -> tuple[dict[str, Any], list[Problem]]:
    """Fields of `Question` out of the attributes of the block that opens in the line with this index."""
    fields: dict[str, Any] = {}
    problems: list[Problem] = []

    def refuse(key: str, help: str, code: str = "attribute-value", message: str = "") -> None:
        span = _span(key, line, source)
        value = attributes[key]
        problems.append(Problem(code, message or f"`{key}` can't be `{value}`", span, help=help))

    for key, value in attributes.items():
        if key == "id":
            fields["name"] = value
            if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
                refuse(key, "a name is lower-case letters, digits and hyphens", message=f"`#{value}` is not a name")
        elif key == "objective":
            fields["objective"] = value
            fields["objective_span"] = _span(key, line, source)
        elif key in ("points", "attempts"):
            if re.fullmatch(r"[1-9][0-9]{0,2}", value):
                fields[key] = int(value)
            else:
                refuse(key, "a whole number from 1 to 999")
        elif key == "shuffle":
            if value in ("true", "false"):
                fields[key] = value == "true"
            else:
                refuse(key, "`true` or `false`")
        elif key == "level":
            if value in LEVELS:
                fields[key] = value
            else:
                refuse(key, did_you_mean(value, LEVELS, f"one of {', '.join(LEVELS)}"))
        elif key == "kind":
            if value not in kinds:
                refuse(key, did_you_mean(value, kinds, f"one of {', '.join(kinds)}"))
        else:
            help = did_you_mean(key, ATTRIBUTES, f"the attributes are {', '.join(ATTRIBUTES)}")
            refuse(key, help, "unknown-attribute", f"unknown attribute `{key}`")
    return fields, problems


def _span(key: str, line: int, source: Source) -> Span:
    text = source.lines[line]
    pattern = r"#[^\s}]+" if key == "id" else rf"\b{re.escape(key)}\s*=\s*(\"[^\"]*\"|[^\s}}]*)"
    match = re.search(pattern, text)
    return source.within(line, match.start(), match.end()) if match else source.line(line)

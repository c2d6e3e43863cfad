"""The cases in `*.json`: responses with what they are worth."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypedDict

HERE = Path(__file__).parent
UNSCORED = "unscored"
"""The file for the kinds that are never scored; each of the others has one of its own."""


class Response(TypedDict):
    """A response to a question, and what the page knows of the question."""

    kind: str
    key: Any
    response: list[str]


class Case(Response):
    """A response with what it is worth."""

    title: str
    score: float | None
    correct: bool | None
    feedback: list[str]
    near: list[str]


FILES: dict[str, list[Case]] = {file.stem: json.loads(file.read_text("utf-8")) for file in sorted(HERE.glob("*.json"))}
"""The cases by the name of their file."""

CASES = [case for cases in FILES.values() for case in cases]
"""All of them."""


def named(case: Case) -> str:
    return f"{case['kind']}: {case['title']}"

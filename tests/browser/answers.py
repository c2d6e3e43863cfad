"""Right and wrong answers to any question, worked out from its key.

An answer is a list of texts, as the page's script reads it and the store keeps it.
"""

from __future__ import annotations

from typing import Any

Answer = list[str]

WRITTEN = "Yeast needs its time."
"""What is written where anything may be."""


def right(kind: str, key: Any) -> Answer:
    """A right answer; to what has none, any."""
    if kind == "open":
        return [WRITTEN]
    if kind == "survey":
        return ["1"]
    if kind == "gaps":
        return [_filled(gap) for gap in key]
    if kind in ("short", "number"):
        return [_filled(key[0])]
    return list(key)


def wrong(kind: str, key: Any) -> Answer:
    """An answer that is wrong in each of its parts; to what has no wrong one, any."""
    if kind in ("open", "survey"):
        return right(kind, key)
    if kind == "gaps":
        return [_missed(gap) for gap in key]
    if kind in ("short", "number"):
        return [_missed(key[0])]
    if kind == "ordering":
        return [*key[1:], key[0]]
    if kind in ("matching", "matrix"):
        return [_other(value) for value in key]
    return [next(value for value in "123456" if value not in key)]


def _other(value: str) -> str:
    return "2" if value == "1" else "1"


def _filled(gap: dict[str, Any]) -> str:
    if "pick" in gap:
        return str(gap["pick"])
    if "text" in gap:
        return str(gap["text"][0]).replace("*", "")
    return str(round((gap["low"] + gap["high"]) / 2, 6))


def _missed(gap: dict[str, Any]) -> str:
    if "pick" in gap:
        return _other(gap["pick"])
    return "something else" if "text" in gap else str(gap["high"] + 12345)

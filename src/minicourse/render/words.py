"""The words of the theme in the course's language."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})
"""Languages whose usual script is written from right to left."""


class Words:
    """Looks words up and fills numbers in."""

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._words = words

    def __call__(self, name: str, **values: object) -> str:
        """The text called `name` with `{placeholders}` filled; `n` chooses between singular and plural.

        Raises `KeyError` for a name that the theme doesn't have.
        """
        text = self._words[name]
        if not isinstance(text, str):
            # Babel and the plural rules of other languages come with their translations.
            text = text["one"] if values.get("n") == 1 and "one" in text else text["other"]
        return _fill(text, values)

    def get(self, name: str) -> str:
        """The text called `name` as it is, or nothing."""
        text = self._words.get(name, "")
        return text if isinstance(text, str) else ""

    def date(self, iso: str) -> str:
        """An ISO 8601 date as the language writes it."""
        date = datetime.date.fromisoformat(iso)
        month = str(self._words["months"]).split()[date.month - 1]
        return _fill(str(self._words["date"]), {"day": date.day, "month": month, "year": date.year})

    def for_scripts(self, names: Iterable[str]) -> Mapping[str, object]:
        """The words that these scripts say: a page carries no others."""
        groups = self._words["scripts"]
        return {word: text for name in names for word, text in groups.get(name, {}).items()}


def _fill(text: str, values: Mapping[str, object]) -> str:
    """Fill `{name}`. Not `str.format`, whose placeholders can reach into objects."""
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


def direction(language: str) -> str:
    """`rtl` or `ltr`."""
    return "rtl" if language.split("-")[0].lower() in RIGHT_TO_LEFT else "ltr"

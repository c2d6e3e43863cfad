"""The words of the theme in the course's language. Babel, which holds the rules of CLDR for plurals, numbers, lists and
dates, is loaded when the first of them is asked for: checking a course never does."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from babel import Locale

RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})
"""Languages whose usual script is written from right to left."""

WITHOUT_ITALICS = RIGHT_TO_LEFT | frozenset(
    "am as bn bo dz gu hi ja km kn ko lo ml mr my ne or pa sa si ta te th ti yue zh".split()
)
"""Languages whose usual script has no italic."""

LONG_WORDS = frozenset("da de et fi hu is nb nl nn no sv".split())
"""Languages that write compounds as one word."""

# Babel formats with the digits 0 to 9 and knows by name only which digits a language writes; here are their zeroes.
_ZEROES = {"arab": 0x660, "arabext": 0x6F0, "beng": 0x9E6, "deva": 0x966, "mymr": 0x1040, "tibt": 0xF20}

# CLDR's minimumGroupingDigits, which Babel leaves out: these languages write 1234, and 12 345.
_FOUR_DIGITS_TOGETHER = frozenset("be bg es es-ES et hu hy it ka lv pl pt-PT sl sq".split())


class Words:
    """Looks words up, and fills in numbers, lists and names as the language writes them."""

    def __init__(self, words: Mapping[str, Any], language: str = "en") -> None:
        """`words` as a file in `locale/` has them; `language` is the BCP 47 tag of the language they are in."""
        self._words = words
        self._wanted = language
        self._numbers: dict[float, str] = {}

    @property
    def language(self) -> str:
        """The language's tag, or its base where nothing more is known of it, or `en`: one that formats numbers."""
        return self._known[0]

    def __call__(self, name: str, **values: object) -> str:
        """The text called `name` with `{placeholders}` filled; `n` chooses among plural forms.

        Numbers are written in the language's digits, lists with its commas and its "and".
        Raises `KeyError` for a name that the theme doesn't have.
        """
        text = self._words[name]
        if not isinstance(text, str):
            n = values.get("n")
            form = self._locale.plural_form(n) if isinstance(n, int | float) else "other"
            text = text.get(form, text["other"])
        return _fill(text, {name: self._shown(value) for name, value in values.items()})

    def get(self, name: str) -> str:
        """The text called `name` as it is, or nothing."""
        text = self._words.get(name, "")
        return text if isinstance(text, str) else ""

    def number(self, value: float) -> str:
        """A number in the language's digits and groups, with at most ten digits behind the decimal sign."""
        if value not in self._numbers:
            from babel.numbers import format_decimal

            groups = abs(value) >= 10_000 or self.language not in _FOUR_DIGITS_TOGETHER
            places, locale = round(value, 10), self._locale
            text = format_decimal(
                places, locale=locale, group_separator=groups, decimal_quantization=False, numbering_system="default"
            )
            self._numbers[value] = self._in_digits(text)
        return self._numbers[value]

    def date(self, iso: str) -> str:
        """An ISO 8601 date as the language writes it in full."""
        from babel.dates import format_date

        return self._in_digits(format_date(datetime.date.fromisoformat(iso), "long", locale=self._locale))

    def for_scripts(self, names: Iterable[str]) -> Mapping[str, object]:
        """The words that these scripts say, and the language they are in: a page carries no others."""
        groups = self._words["scripts"]
        said = {word: text for name in names for word, text in groups.get(name, {}).items()}
        return {"language": self.language, **said}

    @cached_property
    def _known(self) -> tuple[str, Locale]:
        """The nearest to the language that CLDR knows."""
        from babel import Locale, UnknownLocaleError

        for tag in (self._wanted, self._wanted.split("-")[0]):
            try:
                return tag, Locale.parse(tag, sep="-")
            except (UnknownLocaleError, ValueError):
                continue
        return "en", Locale("en")

    @property
    def _locale(self) -> Locale:
        return self._known[1]

    def _in_digits(self, text: str) -> str:
        """A text in the digits that the language writes."""
        zero = _ZEROES.get(self._locale.default_numbering_system)
        return text.translate({ord(str(digit)): zero + digit for digit in range(10)}) if zero else text

    def _shown(self, value: object) -> str:
        if isinstance(value, int | float):
            return self.number(value)
        if isinstance(value, tuple | list):
            from babel.lists import format_list

            return format_list([str(item) for item in value], locale=self._locale)
        return str(value)


def _fill(text: str, values: Mapping[str, str]) -> str:
    """Fill `{name}`, once. Not `str.format`, whose placeholders can reach into objects."""
    return re.sub(r"\{(\w+)\}", lambda place: values.get(place[1], place[0]), text)


def direction(language: str) -> str:
    """`rtl` or `ltr`."""
    return "rtl" if language.split("-")[0].lower() in RIGHT_TO_LEFT else "ltr"

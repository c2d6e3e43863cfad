"""The words by which rules know what a text says, for each language that has a list of them.

Each module holds one pack, as `PACK`, and is read when a course in its language is checked.
"""

from functools import cache
from importlib import import_module

from minicourse.check.languages.pack import Pack

LANGUAGES = {"de": "german", "en": "english", "es": "spanish", "fr": "french"}
"""The languages that have words, by their tag, and the module that holds them."""
UNSPACED = frozenset("zh ja th lo km my bo".split())
"""Languages that put no spaces between words."""


def main_language(language: str) -> str:
    """The language of a BCP 47 tag, without its region: `en` of `en-GB`."""
    return language.lower().partition("-")[0]


@cache
def pack_of(language: str) -> Pack:
    """The pack for a course's language, BCP 47; that of `en` does for `en-GB`. Without words where there is none."""
    tag = main_language(language)
    if tag not in LANGUAGES:
        return Pack(language)
    pack: Pack = import_module(f"{__name__}.{LANGUAGES[tag]}").PACK
    return pack


__all__ = ["LANGUAGES", "UNSPACED", "Pack", "main_language", "pack_of"]

"""The words by which rules know what a text says, for each language that has a list of them."""

from minicourse.check.languages.english import ENGLISH
from minicourse.check.languages.pack import Pack

PACKS = {pack.language: pack for pack in (ENGLISH,)}
"""The packs by their language's tag. A rule that needs words is silent in a language without a pack."""


def pack_of(language: str) -> Pack | None:
    """The pack for a course's language, BCP 47; that of `en` does for `en-GB`."""
    return PACKS.get(language.lower()) or PACKS.get(language.lower().partition("-")[0])


__all__ = ["ENGLISH", "PACKS", "Pack", "pack_of"]

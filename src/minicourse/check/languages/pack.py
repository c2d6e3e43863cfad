"""What rules have to know of a language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

NO_WORDS = re.compile(r"(?!)")
"""Finds nothing: for a rule that a language needs no words for, or has none."""


@dataclass(frozen=True, slots=True)
class Pack:
    """The words of one language."""

    language: str
    """Its BCP 47 tag, without a region."""
    common: frozenset[str]
    """Words too common to say what a text is about, lower case."""
    all_of_them: re.Pattern[str]
    """A choice that stands for all of the others."""
    none_of_them: re.Pattern[str]
    """A choice that stands for none of the others."""
    some_of_them: re.Pattern[str]
    """A choice that says how many: beside it, “all of them” is an amount."""
    letters: re.Pattern[str]
    """A choice that is made of letters, as in “both A and B”."""
    asks_how_much: re.Pattern[str]
    """A question that asks for an amount, or how often."""
    turned_round: re.Pattern[str]
    """A question that asks for the choice that does not fit; its first group is the word that turns it round."""
    denies: re.Pattern[str]
    """A choice that says what is not so; its first group is the word by which it does."""
    absolutes: re.Pattern[str]
    """Words that leave no exception."""
    vague: re.Pattern[str]
    """Words of frequency that anyone may read otherwise."""
    places: re.Pattern[str]
    """A choice named by where it stands."""
    ends_a_sentence: re.Pattern[str]
    """The end of a choice that is written as a sentence."""
    levels: Mapping[str, str]
    """What a verb of an objective asks of a learner: its level in Bloom's revised taxonomy."""
    unmeasurable: re.Pattern[str]
    """A verb, or a phrase, for what nobody can see a learner do."""
    able_to: re.Pattern[str]
    """What may stand before the verb of an objective."""
    and_another: re.Pattern[str]
    """A second thing to be done within an objective; its group is the verb."""
    verdicts: frozenset[str]
    """Words of feedback that says right or wrong, and no more, lower case."""
    persons: re.Pattern[str]
    """Praise or blame of the person instead of the answer."""
    empty_link: re.Pattern[str]
    """A link's text that says nothing by itself."""
    names_a_picture: re.Pattern[str]
    """A text alternative that begins by saying that it stands for a picture."""
    article: re.Pattern[str] = NO_WORDS
    """An end of a question that fits only some beginnings of a choice; its first group is what it ends in."""
    begins_with_vowel: re.Pattern[str] = NO_WORDS
    """A choice that goes with the second form of the article."""

    def stands_for_others(self, choice: str) -> bool:
        """Does a choice speak of the other choices?"""
        return any(words.search(choice) for words in (self.all_of_them, self.none_of_them, self.letters))

    def content_words(self, text: str) -> list[str]:
        """The words of a text that say what it is about, lower case, in order."""
        return [word for word in plain_words(text) if word not in self.common and len(word) > 2]


def plain_words(text: str) -> list[str]:
    """The words of a text, lower case, in order; an apostrophe within a word belongs to it."""
    return re.findall(r"\w+(?:['’]\w+)*", text.lower())

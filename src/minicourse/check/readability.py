"""How hard an English text is to read, by the Flesch–Kincaid grade."""

from __future__ import annotations

import re

_LETTERS = re.compile(r"[a-z]+(?:['’][a-z]+)*")
_VOWELS = re.compile(r"[aeiouy]+")

_SILENT = re.compile(
    r"(?<=[^aeiouylr])e$|(?<=[aeiouyr][lr])e$"  # make; whole, here; but not table
    r"|(?<=[aeiouy][^aeiouy])es$(?<![cgsxz]es)(?<!shes)(?<!ches)"  # makes; but not pages
    r"|(?<=[^aeiouydt])ed$(?<![^aeiouyrl]led)(?<![^aeiouyr]red)"  # asked; but not wanted, settled
    r"|(?<=[aeiouy][^aeiouy])e(?=(?:ly|less|ness|ments?|ful|some)$)"  # lately, movement
    r"|(?<=^som)e|(?<=^ever)y(?!one)|(?<=uag)e$|(?<=leag)ue|(?<=niq)ue"  # somebody, everything, language
)
"""A vowel that is written and not spoken."""

_APART = re.compile(
    r"i[ao](?!n|us|u|l)|(?<![ctgsxhl])io(?=n)|(?<![tcgsl])ia[nl]|(?<![tc])ien(?=[ct])|scien"  # area, lion, client
    r"|(?<=[^qg])ua(?!r[dnt])|(?<=[^gqo])uou|(?<![ctgx])ious|eous(?<!geous)|iu|eo(?!u|p|n$)"  # usual, obvious, video
    r"|[aeouy]ing|(?<=[^aeiou])ea(?=s?$)|creat|react|[^q]uit[yi]|yo(?=[nu]d)|oe[tm]|iet|iest|ier(?=s?$)"  # being, idea
    r"|sms?$|thms?$|n['’]t$(?<!on.t)(?<!an.t)(?<!ren.t)"  # prism, isn't
)
"""Vowels side by side that are spoken one by one, or a syllable that has none."""


def syllables(word: str) -> int:
    """How many syllables an English word has, in lower case, guessed from its letters; 0 where there are none."""
    return sum(_of_letters(part) for part in _LETTERS.findall(word))


def _of_letters(word: str) -> int:
    stem = re.sub(r"['’]\w+$", "", word)
    return max(1, len(_VOWELS.findall(stem)) - len(_SILENT.findall(stem)) + len(_APART.findall(word)))


class Syllables(dict[str, int]):
    """How many syllables words have as they stand between spaces: each is counted once. A mark by itself has none."""

    def __missing__(self, word: str) -> int:
        count = syllables(word.lower()) or int(any(map(str.isalnum, word)))
        self[word] = count
        return count


def grade(words: int, sentences: int, syllables: int) -> float:
    """The Flesch–Kincaid grade: about how many years of school a reader needs.

    Kincaid, Fishburne, Rogers & Chissom (1975), Research Branch Report 8-75, Naval Technical Training Command.
    """
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59

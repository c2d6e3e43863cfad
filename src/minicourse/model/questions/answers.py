"""When is a typed answer the expected one? Texts are folded and compared, numbers are read as people write them.

The page's script does the same, step by step (`templates/assets/js/questions/gaps.js`): change both, and
`tests/grading/` tells whether they still agree. Nothing here is a regular expression of an author's, so every answer
can be explained, exported, and compared in a time that grows with its length alone.
"""

from __future__ import annotations

import re
import unicodedata

# Accents of Latin, Greek and Cyrillic letters, Arabic and Hebrew vowel marks. Not all combining marks: the vowels of
# Devanagari are combining marks, too, and without them words are others.
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0640\u064b-\u065f\u0670]")
_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SINGLE_QUOTES = re.compile("[\u2018-\u201b\u2032\u02bc\u00b4`]")
_DOUBLE_QUOTES = re.compile("[\u201c-\u201f\u2033\u00ab\u00bb]")
_DASHES = re.compile("[\u05be\u2010-\u2015\u2212]")
_SPACES = re.compile("[ \t\r\n]+")
# The first digit of each script whose digits are read as 0 to 9: Arabic, Persian and Urdu, Devanagari.
_ZEROES = "\u0660\u06f0\u0966"
_DIGITS = {ord(zero) + digit: str(digit) for zero in _ZEROES for digit in range(10)}


def folded(text: str) -> str:
    """A text as it is compared: without case, accents, kinds of quotation mark, dash, digit and space, and without a
    full stop at its end."""
    text = _DOUBLE_QUOTES.sub('"', _SINGLE_QUOTES.sub("'", text))
    text = _ACCENTS.sub("", unicodedata.normalize("NFKD", _UNSEEN.sub("", text).translate(_DIGITS))).lower().upper()
    return _SPACES.sub(" ", _DASHES.sub("-", text)).strip(" ").rstrip(" .\u3002\u0964\u06d4")


def fits(text: str, pattern: str) -> bool:
    """Is a text what the pattern asks for? `*` in it stands for any characters, or none."""
    text = folded(text)
    first, *pieces = (folded(piece) for piece in pattern.split("*"))
    if not text or not text.startswith(first):
        return False
    rest = text[len(first) :]
    if not pieces:
        return not rest
    *between, last = pieces
    for piece in between:
        if piece not in rest:
            return False
        rest = rest[rest.index(piece) + len(piece) :]
    return rest.endswith(last)


def nearly_fits(text: str, pattern: str) -> bool:
    """Is a text one slip away from the pattern: a character too many, too few, another, or two changed over?

    In words of four letters or more; a slip in a shorter one makes another word, and one in a year another year.
    """
    one, other = folded(text), folded(pattern)
    if "*" in pattern or len(other) < 4 or one == other or re.search("[0-9]", other):
        return False
    same = (mine == theirs for mine, theirs in zip(one, other, strict=False))
    at = next((place for place, alike in enumerate(same) if not alike), min(len(one), len(other)))
    return (
        one[at + 1 :] in (other[at + 1 :], other[at:])
        or one[at:] == other[at + 1 :]
        or (one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :])
    )


def readings(text: str, unit: str = "") -> list[float]:
    """The numbers that a text may mean: none when it is no number, two for `1,000`.

    Comma and dot may both be the decimal sign or divide thousands, as spaces and apostrophes do; nobody divides
    thousands behind a zero, so `0.250` has one meaning. The unit may follow.
    """
    text, unit = folded(text.replace("\u066b", ".").replace("\u066c", "")), folded(unit)
    if unit and text.endswith(unit):
        text = text[: -len(unit)]
    text = re.sub("[ ']", "", text)
    found = []
    if re.fullmatch("[+-]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)", text):
        found.append(float(text.replace(",", ".")))
    grouped = re.fullmatch(r"[+-]?[1-9][0-9]{0,2}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*(?:(?!\1)[.,][0-9]+)?", text)
    if grouped:
        found.append(float(text.replace(grouped[1], "").replace(",", ".")))
    return found

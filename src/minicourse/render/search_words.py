"""Texts to the words that are searched for: without case and accents, in any script.

The page's script does the same, step by step (`templates/assets/js/search/words.js`): change both, and
`tests/browser/test_search_words.py` tells whether they still agree.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Accents of Latin, Greek and Cyrillic letters, vowel marks of Arabic and Hebrew, the dot of Devanagari, and what isn't
# seen. Not all combining marks: the vowels of Devanagari and Thai are combining marks, too.
_DROPPED = re.compile(
    "[\u00ad\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061c\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u093c\u200b-\u200f\ufeff]"
)
# Letters that one and the same keyboard doesn't have, or that are written for one another.
_SAME = str.maketrans("ىیةک", "ييهك") | {
    ord(zero) + digit: str(digit) for zero in "\u0660\u06f0\u0966" for digit in range(10)
}
# Chinese, Japanese, Thai, Lao, Burmese, Khmer.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_MARKS = "".join(chr(code) for code in range(0x300, 0x3100) if unicodedata.category(chr(code))[0] == "M")
_ASCII_RUN = re.compile("[0-9]+(?:[.,][0-9]+)+|[a-z0-9]+")
_RUN = re.compile(f"[{_UNSPACED}]+|[0-9]+(?:[.,][0-9]+)+|(?:(?![{_UNSPACED}])(?:[^\\W_]|[{_MARKS}]))+")
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")
_ARTICLE = re.compile("^(?:[وبفك]?ال|لل)(?=.{3})")


def folded(text: str) -> str:
    """A text as it is compared."""
    if text.isascii():
        return text.lower()
    plain = _DROPPED.sub("", unicodedata.normalize("NFKD", text))
    # Up and down again: `ß` becomes `ss`, `ı` becomes `i`.
    return unicodedata.normalize("NFC", plain.lower().upper().lower()).translate(_SAME)


def words(text: str) -> list[str]:
    """The words of a text in order. Scripts without spaces give pairs of characters, and the last one by itself, so
    that each is the beginning of something."""
    plain = folded(text)
    if plain.isascii():
        return _ASCII_RUN.findall(plain)
    return [word for run in _RUN.findall(plain) for word in _of_run(run)]


@lru_cache(maxsize=1 << 16)
def _of_run(run: str) -> tuple[str, ...]:
    if _IS_UNSPACED.match(run):
        return tuple(run[place : place + 2] for place in range(len(run)))
    return (_ARTICLE.sub("", run),)

"""Did you mean …?"""

from __future__ import annotations

import difflib
from collections.abc import Iterable

MOST_COMPARED = 200
"""With how many words a misspelt one is compared."""


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """`did you mean X?` when a known word is near, else `otherwise`."""
    near = nearest(word, known)
    return f"did you mean `{near}`?" if near else otherwise


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """The known word that is most like `word`, if one is. None for a word that is too long to be a slip."""
    if len(word) > 200:
        return None
    # Comparing costs time for each: of very many, only those that begin alike.
    candidates = list(known)
    if len(candidates) > MOST_COMPARED:
        candidates = [other for other in candidates if other[:3] == word[:3]][:MOST_COMPARED]
    return next(iter(difflib.get_close_matches(word, candidates, n=1, cutoff=likeness)), None)

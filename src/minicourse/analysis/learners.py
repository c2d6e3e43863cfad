"""Who is who: the same learner may send the same file twice, or an older and a newer one. Each counts once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from minicourse.analysis.results import Fact

SHARED = 3
"""So many equal answers in the same milliseconds are no chance: two files that share them, or all that one of them has,
are one learner's. One alone may be chance where a large class answers at once."""


@dataclass(frozen=True, slots=True)
class Learners:
    """The learners behind the files."""

    answers: tuple[frozenset[Fact], ...]
    """The answers of each learner who gave one, from all of her files; in an order that is always the same."""
    repeated: int
    """Files that hold the same answers as another one."""
    overlapping: int
    """Files that share answers with another one of the same learner, and were put together with it."""
    empty: int
    """Files without an answer."""


def told_apart(files: Iterable[frozenset[Fact]]) -> Learners:
    """The learners who sent these files. The order of the files doesn't matter, and a file more that says nothing new
    changes nothing but the number of those repeated."""
    sent = Counter(files)
    empty = sent.pop(frozenset(), 0)
    # In an order of its own, longest first: so the order of the files can't matter.
    ordered = sorted(sent, key=lambda facts: (-len(facts), sorted(facts)))
    groups: list[set[Fact]] = []
    group_of: dict[Fact, int] = {}
    for facts in ordered:
        shared = Counter(group_of[fact] for fact in facts if fact in group_of)
        same = [group for group, count in shared.items() if count >= min(SHARED, len(facts), len(groups[group]))]
        mine = min(same, default=len(groups))
        if mine == len(groups):
            groups.append(set())
        joined = set(facts).union(*(groups[group] for group in same))
        for group in same:
            groups[group] = set()
        groups[mine] = joined
        group_of.update(dict.fromkeys(joined, mine))
    found = sorted((frozenset(group) for group in groups if group), key=sorted)
    return Learners(tuple(found), sent.total() - len(sent), len(sent) - len(found), empty)

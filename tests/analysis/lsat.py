"""Published data: two sections of the Law School Admission Test, 1,000 people and five questions each, as the number of
people with each pattern of right and wrong answers (Bock & Lieberman, 1970, Psychometrika 35, 179-197)."""

from __future__ import annotations

from collections.abc import Iterator

SECTION_6: tuple[int, ...] = (
    *(3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15),
    *(10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298),
)
SECTION_7: tuple[int, ...] = (
    *(12, 19, 1, 7, 3, 19, 3, 17, 10, 5, 3, 7, 7, 23, 8, 28),
    *(7, 39, 11, 34, 14, 51, 15, 90, 6, 25, 7, 35, 18, 136, 32, 308),
)
"""How many people have each pattern, from five wrong answers over the last alone right to five right ones."""


def people(section: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """The answers of each of the thousand: 1 for right, 0 for wrong."""
    for pattern, count in enumerate(section):
        answers = tuple(int(digit) for digit in f"{pattern:05b}")
        yield from [answers] * count

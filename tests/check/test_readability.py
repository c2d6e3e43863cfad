"""Syllables as a reader would count them, and the grade that is made of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from minicourse.check.readability import Syllables, grade, syllables

WORDS = Path(__file__).with_name("syllables.txt")
"""Common words by how many syllables they have, counted by ear and compared with a dictionary of pronunciation."""


def counted_by_ear() -> dict[str, int]:
    """The words of the list, each with its number."""
    found: dict[str, int] = {}
    for group in WORDS.read_text(encoding="utf-8").split("\n\n"):
        number, *words = group.split()
        found |= dict.fromkeys(words, int(number))
    return found


def test_most_words_are_counted_as_by_ear() -> None:
    words = counted_by_ear()
    wrong = {word: syllables(word) for word, number in words.items() if syllables(word) != number}
    assert len(words) > 450
    assert len(wrong) / len(words) < 0.05, wrong


def test_no_word_is_far_off_and_the_mistakes_cancel_out() -> None:
    words = counted_by_ear()
    assert all(abs(syllables(word) - number) <= 1 for word, number in words.items())
    assert abs(sum(syllables(word) for word in words) / sum(words.values()) - 1) < 0.01


@pytest.mark.parametrize(
    ("word", "number"),
    [("cat", 1), ("well-known", 2), ("“Teachers,”", 2), ("1985", 1), ("isn’t", 2), ("–", 0), ("\ufffc", 0), ("É", 1)],
)
def test_words_as_they_stand_between_spaces(word: str, number: int) -> None:
    counts = Syllables()
    assert counts[word] == number
    assert counts == {word: number}, "each is counted once"


def test_the_grade_of_a_known_text() -> None:
    # The worked example of the formula: 13 one-syllable words in two sentences come out below the first grade.
    assert grade(13, 2, 13) == pytest.approx(0.39 * 6.5 + 11.8 - 15.59)
    assert grade(100, 5, 150) == pytest.approx(9.91)


def test_longer_sentences_and_longer_words_are_harder() -> None:
    assert grade(100, 4, 150) > grade(100, 5, 150)
    assert grade(100, 5, 160) > grade(100, 5, 150)

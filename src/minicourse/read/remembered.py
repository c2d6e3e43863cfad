"""Reads lessons, and none a second time as long as nothing about it has changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from minicourse.model.lesson import Lesson
from minicourse.problems import Problem
from minicourse.read.lesson import read_lesson
from minicourse.read.shelf import Shelf


@dataclass(frozen=True, slots=True)
class _Reading:
    """What reading a lesson has given, and what it was a function of."""

    text: str
    slug: str
    taken: Mapping[str, str | Problem | None]
    """What the shelf gave for each fragment that was asked for."""
    known: tuple[str, ...] | None
    """The fragments that there were, if that was asked."""
    lesson: Lesson
    problems: tuple[Problem, ...]

    def holds(self, text: str, slug: str, shelf: Shelf) -> bool:
        """Would it be read as the same again?"""
        return (
            (self.text, self.slug) == (text, slug)
            and all(shelf.read(path) == given for path, given in self.taken.items())
            and (self.known is None or self.known == tuple(shelf.known()))
        )


class RememberedLessons:
    """Gives what `read_lesson` gives. Remembers one reading of each file; not for several threads at once."""

    def __init__(self) -> None:
        self._readings: dict[str, _Reading] = {}

    def __call__(self, text: str, path: str, slug: str, shelf: Shelf) -> tuple[Lesson, list[Problem]]:
        """Read the `text` of the file at `path`, as `read_lesson` does."""
        reading = self._readings.get(path)
        if reading is None or not reading.holds(text, slug, shelf):
            reading = self._readings[path] = _read(text, path, slug, shelf)
        return reading.lesson, list(reading.problems)


def _read(text: str, path: str, slug: str, shelf: Shelf) -> _Reading:
    """Read a lesson, and note what it takes from the shelf."""
    taken: dict[str, str | Problem | None] = {}
    known: list[tuple[str, ...]] = []

    def read(fragment: str) -> str | Problem | None:
        taken[fragment] = shelf.read(fragment)
        return taken[fragment]

    def names() -> Iterable[str]:
        known[:] = [tuple(shelf.known())]
        return known[0]

    lesson, problems = read_lesson(text, path, slug, Shelf(read, names))
    return _Reading(text, slug, taken, known[0] if known else None, lesson, tuple(problems))

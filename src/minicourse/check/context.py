"""What a rule may look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from minicourse.check.languages import UNSPACED, Pack, main_language, pack_of
from minicourse.check.taught import Taught
from minicourse.model.course import Course
from minicourse.model.lesson import Body, Objective
from minicourse.model.questions import Question
from minicourse.problems import Problem
from minicourse.problems.catalogue import RULES
from minicourse.problems.spelling import nearest
from minicourse.project import Project

MOST_SUGGESTIONS = 30
"""How many suggestions a run makes."""


@dataclass(frozen=True)
class Context:
    """A course as it was read, and what is known of its gaps."""

    course: Course
    project: Project
    unread: frozenset[str]
    """Files, relative to the project, that could not wholly be read. What they may hold is not missing: one mistake
    makes one problem, so rules that look for something absent are silent where it may be in one of these."""
    misread: frozenset[tuple[str, int]]
    """Files and lines in which something could not be read: what seems to be missing there may only be misspelt."""
    today: date
    """The day for which the course is checked: some things are true only for a while."""

    _compared: list[str] = field(default_factory=list)

    def near(self, word: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
        """The known word that a misspelt one is most like. Comparing takes time, and after many slips in one run it is
        another sort of mistake: then none."""
        if len(self._compared) >= MOST_SUGGESTIONS:
            return None
        self._compared.append(word)
        return nearest(word, known, likeness)

    def did_you_mean(self, word: str, known: Iterable[str], otherwise: str) -> str:
        """`did you mean X?` when a known word is near, else `otherwise`."""
        near = self.near(word, known)
        return f"did you mean `{near}`?" if near else otherwise

    def limit(self, code: str) -> float:
        """The number by which a rule decides in this course. Raises `KeyError` for a rule that has none."""
        return self._limits[code]

    @cached_property
    def _limits(self) -> dict[str, float]:
        ours = {code: rule.limit.number for code, rule in RULES.items() if rule.limit}
        return ours | {limit.code: limit.number for limit in self.course.limits}

    @cached_property
    def pack(self) -> Pack:
        """The words of the course's language."""
        return pack_of(self.course.language)

    @cached_property
    def has_spaces(self) -> bool:
        """Does the course's language put spaces between words?"""
        return main_language(self.course.language) not in UNSPACED

    @cached_property
    def bodies(self) -> dict[str, Body]:
        """Each text by its path, relative to `content/`."""
        return dict(self.course.bodies())

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """All questions in the order of the course, those of quizzes among them."""
        return tuple(question for body in self.bodies.values() for question in body.questions)

    @cached_property
    def taught(self) -> Taught:
        """What the lessons tell, as words."""
        return Taught(self.course)

    @cached_property
    def objectives(self) -> dict[str, Objective]:
        """All objectives by name."""
        return self.course.named_objectives()


Rule = Callable[[Context], Iterable[Problem]]
"""A rule yields what it finds."""


@dataclass(frozen=True)
class Worded:
    """A rule that needs words of the course's language, and leaves out what it can't tell without them."""

    rule: Callable[[Context, Pack], Iterable[Problem]]
    needs: Mapping[str, tuple[str, ...]]
    """For each code that needs words, the fields of a `Pack` that hold them. A code that needs none isn't named."""

    def __call__(self, context: Context) -> Iterator[Problem]:
        off = self.off(context.pack)
        return (problem for problem in self.rule(context, context.pack) if problem.code not in off)

    def off(self, pack: Pack) -> set[str]:
        """The codes that this pack has no words for."""
        return {code for code, fields in self.needs.items() if not all(map(pack.has, fields))}

"""What the template of the coverage page may see."""

from __future__ import annotations

from dataclasses import dataclass

from minicourse.render.frame_views import Crumb, Head, LessonLink, Navigation, SiteView


@dataclass(frozen=True, slots=True)
class QuestionLink:
    """A question, where it is only named."""

    name: str
    """Its stable name."""
    url: str
    """Where it stands."""


@dataclass(frozen=True, slots=True)
class CoveredView:
    """An objective, with where it is taught and what asks for it."""

    name: str
    """Its stable name."""
    text: str
    """Its text as written."""
    level: str | None
    """What its verb asks for, in Bloom's revised taxonomy; none where the verb, or the language, is not known."""
    taught: tuple[LessonLink, ...]
    """The lessons that promise it, in order."""
    practised: tuple[QuestionLink, ...]
    """Questions in the text of lessons that ask for it."""
    tested: tuple[QuestionLink, ...]
    """Questions that a quiz may ask for it."""
    points: int
    """What all of its scored questions are worth, each counted once."""


@dataclass(frozen=True, slots=True)
class CoveredLesson:
    """The objectives that one lesson teaches first."""

    lesson: LessonLink | None
    """The lesson; none for what only a test promises."""
    objectives: tuple[CoveredView, ...]
    """Its objectives."""


@dataclass(frozen=True, slots=True)
class CoveragePage:
    """View of `coverage.html`: what the course teaches, practises and tests, for its author."""

    head: Head
    site: SiteView
    navigation: Navigation
    crumbs: tuple[Crumb, ...]
    lessons: tuple[CoveredLesson, ...]
    """The objectives by the lessons that teach them first, in order."""
    objective_count: int
    """How many objectives lessons promise."""
    lesson_count: int
    """How many lessons there are."""
    minutes: int
    """About how long the course takes."""
    again: bool
    """Is an objective taken up again by a lesson after the one that teaches it first?"""
    unassigned: tuple[QuestionLink, ...]
    """Questions that ask for no objective."""

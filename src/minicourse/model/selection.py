"""Which rules count for a course, a unit, a lesson or a question, as its author has decided."""

from __future__ import annotations

from dataclasses import dataclass

from minicourse.problems import Span


@dataclass(frozen=True, slots=True)
class Ignored:
    """One rule that does not count."""

    code: str
    """The rule's."""
    reason: str
    """Why it doesn't count here, in the author's words."""
    span: Span
    """Where that is said."""
    end: Span
    """The character behind it, and behind its reason."""


@dataclass(frozen=True, slots=True)
class Selected:
    """A rule, or a family of rules, that counts."""

    name: str
    """The rule's code, or the family's name."""
    span: Span
    """Where that is said."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What an author has decided for one part of a course."""

    ignored: tuple[Ignored, ...] = ()
    """Rules that don't count here."""
    selected: tuple[Selected, ...] | None = None
    """The rules that do, and no others; none: nothing is said of it here."""


@dataclass(frozen=True, slots=True)
class SetLimit:
    """A number by which a rule decides in this course, in place of its own."""

    code: str
    """The rule's."""
    number: float
    span: Span
    """Where that is said."""

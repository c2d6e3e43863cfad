"""A rule that an author has decided against, and why."""

from __future__ import annotations

from dataclasses import dataclass

from minicourse.problems import Span


@dataclass(frozen=True, slots=True)
class Ignored:
    """One rule that does not count for a course, a unit, a lesson or a question."""

    code: str
    """The rule's."""
    reason: str
    """Why it doesn't count here, in the author's words."""
    span: Span
    """Where that is said."""

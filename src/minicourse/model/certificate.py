"""The certificate of a course: what it takes."""

from __future__ import annotations

from dataclasses import dataclass

from minicourse.model.lesson import Mention
from minicourse.problems import Span


@dataclass(frozen=True, slots=True)
class Certificate:
    """What a learner must have done, and what the certificate says besides."""

    span: Span
    """Where it is asked for in `course.yml`."""
    quizzes: tuple[Mention, ...] | None
    """The quizzes that must be passed, as the author names them; none: each that has a pass mark."""
    complete: bool
    """Must all lessons be complete?"""
    issuer: str
    """Who issues it; may be empty."""
    text: str
    """What it says of the course; may be empty."""

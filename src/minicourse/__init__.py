"""minicourse: Markdown lessons to a course."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from minicourse.version import __version__

if TYPE_CHECKING:
    from minicourse.build import build, check
    from minicourse.model.course import Course
    from minicourse.project import Project
    from minicourse.read.course import read_course

__all__ = ["Course", "Project", "__version__", "build", "check", "read_course"]

_HOMES = {
    "build": "minicourse.build",
    "check": "minicourse.build",
    "read_course": "minicourse.read.course",
    "Course": "minicourse.model.course",
    "Project": "minicourse.project",
}


def __getattr__(name: str) -> Any:
    """Load what is asked for only then: `minicourse --help` should not read a Markdown parser."""
    if name not in _HOMES:
        raise AttributeError(f"module 'minicourse' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)

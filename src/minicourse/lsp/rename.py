"""Gives an objective or a question another name, in all files at once."""

from __future__ import annotations

import re

from minicourse.lsp.names import Name
from minicourse.lsp.places import named, occurrences
from minicourse.model.course import Course
from minicourse.project import Project

LOST = "Learners' answers are stored under the name: those that were given under the old one are lost."


class Refused(Exception):
    """It can't be renamed; the message is for the author."""


def renamable(name: Name | None) -> Name:
    """The name, if it can be changed; raises `Refused`."""
    if name is None or name.kind not in ("objective", "question"):
        raise Refused("only the names of objectives, questions and quizzes can be changed here")
    return name


def renamed(name: Name, to: str, course: Course, project: Project) -> dict[str, list[Name]]:
    """Every place to be changed, by the files' paths relative to the project. Raises `Refused`."""
    _acceptable(renamable(name), to, course)
    places: dict[str, list[Name]] = {}
    for path, place in occurrences(name, course, project):
        places.setdefault(path, []).append(place)
    if not any(place.defines for found in places.values() for place in found):
        raise Refused(f"there is no {name.kind} `{name.text}`")
    return places


def _acceptable(name: Name, to: str, course: Course) -> None:
    """Raises `Refused` where it can't have this name."""
    if to == name.text:
        raise Refused(f"it is called `{to}` already")
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", to) or len(to) > 80:
        raise Refused("a name is lower-case letters, digits and hyphens, at most 80, such as `choose-support`")
    if name.kind == "objective":
        known = {one.name for lesson in course.lessons for one in lesson.objectives}
        if to in known | {one.name for one in course.objectives}:
            raise Refused(f"another objective is called `{to}`")
        return
    if named(to, course):
        raise Refused(f"another question or quiz is called `{to}`")
    found = named(name.text, course)
    if found and to in found[0].body.anchors:
        raise Refused(f"`{to}` is the address of something else in {found[0].path}")

"""HTML with which another site shows a lesson in a frame."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from minicourse.model.course import Course
from minicourse.model.lesson import Lesson
from minicourse.render.urls import Urls, lesson_key

WIDTH, HEIGHT = 720, 640
"""Size of the frame in pixels: room for a line of text, and for a question with its answers."""


def names_of_lessons(course: Course) -> Mapping[str, Lesson]:
    """Each lesson by the names that an author has for it: its file below `content/`, and its address."""
    placed = list(course.placed_lessons())
    return {lesson.path: lesson for _, lesson in placed} | {lesson_key(unit, one): one for unit, one in placed}


def snippet(course: Course, urls: Urls, lesson: Lesson, anchor: str = "", height: int = HEIGHT) -> str:
    """An `iframe` element for a lesson, or for what stands at an `anchor` in it. The course's address must be known.

    It asks for nothing that the lesson doesn't need: with a video in it, to fill the screen.
    """
    address = urls.absolute(urls.pages[lesson.path])
    assert address, "whoever calls asks for the address first"
    place = f"#{anchor}" if anchor else ""
    video = any(recording.kind == "video" for recording in lesson.body.recordings)
    attributes = {
        "src": address + place,
        "title": f"{lesson.title} · {course.title}",
        "width": str(WIDTH),
        "height": str(height),
        "style": "max-width: 100%; border: 1px solid",
        "loading": "lazy",
        **({"allow": "fullscreen"} if video else {}),
    }
    listed = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return f"<iframe{listed}></iframe>\n"

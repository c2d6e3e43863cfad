"""Which picture stands beside a shared link: the author's own, or a card that is drawn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from minicourse.images import raster_size, unfit_for_preview
from minicourse.model.course import Course
from minicourse.model.lesson import Lesson, Link
from minicourse.model.targets import resolve
from minicourse.render.frame_views import Preview
from minicourse.render.theme import Asset, hashed
from minicourse.render.urls import Urls


@dataclass(frozen=True)
class Previews:
    """The pictures for one course. There are none where its address isn't known: nobody could fetch them."""

    course: Course
    urls: Urls
    hue: int
    """Hue of the accent, in degrees."""
    files: Mapping[str, bytes]
    """The author's own files that are published."""

    @cached_property
    def of_course(self) -> Preview | None:
        """For the front page, and for all pages but lessons."""
        course = self.course
        return self._own(course.image, course.front_path, course.title) or self._drawn(course.title)

    def of_lesson(self, lesson: Lesson) -> Preview | None:
        """For a lesson: the picture it names, else a card of its own, since that has its title on it."""
        title = f"{lesson.title} · {self.course.title}"
        return self._own(lesson.image, lesson.path, title) or self._drawn(title, lesson)

    def cards(self, lesson: Lesson | None = None) -> Iterator[Asset]:
        """The file of the card that is drawn for a lesson, or for the course; none where none is."""
        preview = self.of_lesson(lesson) if lesson else self.of_course
        if preview and not preview.own:
            yield self._card(lesson)

    def _own(self, image: Link | None, path: str, title: str) -> Preview | None:
        """The author's picture that is named in the file at `path`, unless it can't be shared."""
        target = resolve(image.target, path) if image else None
        url = self.urls.absolute(target.path) if target else None
        if not target or not url or target.path not in self.files:
            return None
        data = self.files[target.path]
        if unfit_for_preview(target.path, data):
            return None
        return Preview(url, *raster_size(data), title, own=True)

    def _drawn(self, title: str, lesson: Lesson | None = None) -> Preview | None:
        if not self.urls.base:
            return None
        from minicourse.render.social_card import HEIGHT, WIDTH

        path, _ = self._card(lesson)
        return Preview(self.urls.base + quote(path), WIDTH, HEIGHT, title, own=False)

    def _card(self, lesson: Lesson | None) -> Asset:
        from minicourse.render.social_card import Card, card_png

        course = self.course
        if lesson is None:
            card = Card(course.id, self.hue, course.title, ", ".join(course.authors))
            return hashed("cards/course.png", card_png(card))
        card = Card(course.id, self.hue, lesson.title, course.title, self.urls.keys[lesson.path])
        return hashed(f"cards/{lesson.slug}.png", card_png(card))

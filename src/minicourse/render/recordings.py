"""Recordings on a page: a player for a file of the course, and for one of another site a card that loads nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from minicourse.model.course import Course
from minicourse.model.lesson import Body
from minicourse.model.players import host_of, player
from minicourse.model.recordings import Recording
from minicourse.model.targets import resolve
from minicourse.render.links import Linker, file_name
from minicourse.render.recording_views import CaptionsView, RecordingView
from minicourse.render.theme import Theme

_PLACE = re.compile(r'<div data-recording="(\d+)"></div>')
_LANGUAGE = re.compile(r"\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.[a-z]+$")


@dataclass(frozen=True)
class Recordings:
    """Puts the recordings of a course's texts in their places."""

    course: Course
    linker: Linker
    theme: Theme
    live: bool = False
    """Do files play on the page even where all texts stand together? On paper they don't."""

    @cached_property
    def _bodies(self) -> Mapping[str, Body]:
        return dict(self.course.bodies())

    def put_into(self, html: Markup, path: str, page: str, prefix: str = "") -> Markup:
        """The HTML of the text at `path`, finished for `page`, with its recordings. With a `prefix`, it shares the page
        with other texts: on paper, where nothing plays, or in the course as one file."""
        recordings = self._bodies[path].recordings

        def shown(place: re.Match[str]) -> str:
            recording = self.view(recordings[int(place[1])], path, page, prefix)
            return self.theme.part("parts/recording.html", recording=recording)

        return Markup(_PLACE.sub(shown, html)) if recordings else html

    def view(self, recording: Recording, path: str, page: str, prefix: str = "") -> RecordingView:
        """What a recording shows on a page."""
        found = player(recording.target, self.course.embeds)
        is_file = resolve(recording.target, path) is not None
        poster = resolve(recording.poster, path) if recording.poster else None
        width, height = self.linker.sizes.get(poster.path, (None, None)) if poster else (None, None)
        files = [(file, _LANGUAGE.search(file)) for file in recording.captions]
        url = self.linker.address(recording.target, path, page)
        return RecordingView(
            kind=recording.kind,
            title=recording.title,
            url=url,
            download=file_name(recording.target) if url.startswith("data:") else None,
            plays=is_file and (self.live or not prefix),
            site=found.site if found else "" if is_file else host_of(recording.target),
            player=found.address if found and not prefix else None,
            length=recording.length,
            poster=self.linker.address(recording.poster, path, page) if recording.poster else None,
            width=width,
            height=height,
            captions=tuple(
                CaptionsView(self.linker.address(file, path, page), language[1] if language else self.course.language)
                for file, language in files
            ),
        )

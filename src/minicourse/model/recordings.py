"""Videos and sound recordings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from minicourse.problems import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """A video or a sound recording in a text."""

    kind: Literal["video", "audio"]
    title: str
    """What it shows or says, plain text."""
    target: str
    """What is played: a file, as links name them, or a web address."""
    span: Span
    poster: str = ""
    """The picture that stands in its place until it is played; a file, as links name them; may be empty."""
    captions: tuple[str, ...] = ()
    """WebVTT files, one a language, as links name them."""
    captioned: bool = False
    """Does its author say that it has captions where it is?"""
    seconds: int | None = None
    """How long it is, when its author says so."""
    transcribed: bool = False
    """Does its transcript stand with it?"""

    @property
    def length(self) -> str:
        """How long it is as people write it, `4:30` or `1:02:05`; may be empty."""
        if self.seconds is None:
            return ""
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"

"""What a template may see of a recording."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class CaptionsView:
    """Captions of a video in one language."""

    url: str
    """Address of the WebVTT file."""
    language: str
    """Their language, a BCP 47 tag."""


@dataclass(frozen=True, slots=True)
class RecordingView:
    """A video or a sound recording; `parts/recording.html` gets it as `recording`."""

    kind: Literal["video", "audio"]
    """What it is."""
    title: str
    """What it shows or says."""
    url: str
    """Address of the file, or of its page on another site."""
    download: str | None
    """The name under which it is saved where the address is the file itself, which no browser opens as a page."""
    plays: bool
    """Is it a file that this page plays? On paper nothing plays."""
    site: str
    """The other site it comes from, such as `youtube.com`; empty for a file of the course."""
    player: str | None
    """Address of that site's player, to be loaded when a learner asks for it and not before; none on paper."""
    length: str
    """How long it is, such as `4:30`; may be empty."""
    poster: str | None
    """Address of the picture that stands in its place until it plays."""
    width: int | None
    """Width of that picture, when it is known."""
    height: int | None
    """Height of that picture, when it is known."""
    captions: tuple[CaptionsView, ...]
    """Its captions."""

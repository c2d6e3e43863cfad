"""Recordings can be played, and read by those who can't hear them."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import splitext
from typing import Literal

from minicourse.check.context import Context, Rule
from minicourse.check.links import RECORDED
from minicourse.model.players import KNOWN, host_of, is_known, player
from minicourse.model.recordings import Recording
from minicourse.model.targets import LINK_SCHEMES, resolve, scheme
from minicourse.problems import Problem


def recordings_can_be_played(context: Context) -> Iterator[Problem]:
    """unplayable-recording. That files exist is for the links to say: a recording is one."""
    for path, body in context.bodies.items():
        for recording in body.recordings:
            target = resolve(recording.target, path)
            problem = _elsewhere(recording, context) if target is None else _file(recording, target.path)
            if problem:
                yield problem
            elif target is not None:
                yield from _captions(recording, path, context)


def recordings_can_be_read(context: Context) -> Iterator[Problem]:
    """recording-without-text."""
    for body in context.bodies.values():
        for recording in body.recordings:
            captioned = recording.kind == "video" and (recording.captions or recording.captioned)
            if recording.transcribed or captioned:
                continue
            message, help = "this recording has no transcript", "write what is said in the lines below"
            if recording.kind == "video":
                message = "this video has neither captions nor a transcript"
                given = "captions=talk.en.vtt" if not scheme(recording.target) else "captions=yes"
                there = "give it captions" if not scheme(recording.target) else "say so if it has captions there"
                help = f"{there}, `{{{given}}}`, or write what is said in the lines below"
            yield Problem("recording-without-text", message, recording.span, help=help)


def _elsewhere(recording: Recording, context: Context) -> Problem | None:
    """What is wrong with a recording of another site."""
    host, embeds = host_of(recording.target), context.course.embeds
    if scheme(recording.target) not in LINK_SCHEMES:
        return None  # no link may lead there either, and that is said
    if recording.kind == "audio":
        message, help = "a sound recording that is no file of the course", "save it in `content/`, or link to it"
    elif player(recording.target, embeds) is None:
        message = f"nobody knows how to play the video at `{host or recording.target}` here"
        help = f"take the address of a video on {' or '.join(KNOWN)}; save it in `content/`; or link to it"
        if is_known(host, embeds):
            message = f"this is not the address of a video on `{host}`"
            help = "open the video there, and copy its address"
        elif recording.target.startswith("http:"):
            help = "begin its address with `https:`"
        elif host:
            help += f"\nif `{host}` runs PeerTube, add it to `embeds` in course.yml"
    elif recording.captions:
        message = "captions of the course can't be shown in the player of another site"
        help = "give them to that site and say `captions=yes`; or write what is said in the lines below"
    else:
        return None
    return Problem("unplayable-recording", message, recording.span, help=help)


def _file(recording: Recording, path: str) -> Problem | None:
    """What is wrong with a recording that is a file."""
    kind: Literal["video", "audio"] = "audio" if recording.kind == "video" else "video"
    suffix = splitext(path)[1].lower()
    if suffix in RECORDED[kind]:
        message = f"`{path}` is {'a sound recording' if kind == 'audio' else 'a video'}"
        help = f"write `::: {kind} [{recording.title}]({recording.target})`"
    elif suffix not in RECORDED[recording.kind]:
        message, help = f"not every browser plays `{path}`", f"save it as {' or '.join(RECORDED[recording.kind][:2])}"
    elif recording.captioned:
        message = "`captions=yes`, and this recording is a file of the course: nobody knows where they are"
        help = "name their file: `captions=talk.en.vtt`"
    else:
        return None
    return Problem("unplayable-recording", message, recording.span, help=help)


def _captions(recording: Recording, path: str, context: Context) -> Iterator[Problem]:
    """What is wrong with the captions of a recording; whether they exist is for the links to say."""
    files = [target.path for target in (resolve(file, path) for file in recording.captions) if target]
    for file in files:
        if file not in context.course.files:
            continue
        data = context.project.read_bytes(f"content/{file}")
        if not file.lower().endswith(".vtt"):
            message, help = f"browsers show no captions from `{file}`", "convert it to WebVTT, a file that ends in .vtt"
        elif isinstance(data, bytes) and data.removeprefix(b"\xef\xbb\xbf")[:6] != b"WEBVTT":
            message, help = f"`{file}` is no WebVTT", "its first line must be `WEBVTT`; convert it, or begin it so"
        else:
            continue
        yield Problem("unplayable-recording", message, recording.span, help=help)


RULES: tuple[Rule, ...] = (recordings_can_be_played, recordings_can_be_read)

"""`::: video [Title](talk.mp4) {captions=talk.en.vtt}`: a recording, and between its colons the transcript."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Literal
from urllib.parse import quote

from markdown_it.token import Token

from minicourse.model.lesson import Link
from minicourse.model.recordings import Recording
from minicourse.model.targets import scheme
from minicourse.problems import Problem, Span
from minicourse.read.containers import Container
from minicourse.read.mentions import plain_text
from minicourse.read.questions.attributes import Attribute, attribute_span, read_attributes
from minicourse.read.source import Source

Rebased = Callable[[str, int], str]
"""Makes a target that stands in the line with an index one that is relative to this text."""

_LENGTH = re.compile(r"(?:([0-9]{1,2}):)?([0-9]{1,3}):([0-5][0-9])", re.ASCII)
_NOTE = re.compile(r"<!--.*?-->", re.DOTALL)
_ELSEWHERE = ("yes",)
"""What `captions=yes` says: they are there, where the recording is."""


def _seconds(text: str) -> int | None:
    found = _LENGTH.fullmatch(text)
    return (int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3]) or None) if found else None


def _file(text: str) -> str | None:
    """A path as links have it."""
    return quote(text, safe="/%") if text and not scheme(text) else None


def _files(text: str) -> tuple[str, ...] | None:
    files = [_file(file.strip()) for file in text.split(",")]
    return None if None in files else tuple(file for file in files if file)


_CAPTIONS = Attribute(
    "captions",
    _files,
    lambda text: "files of the course, `talk.en.vtt,talk.es.vtt`",
    "Files with its captions; or `yes`, where the recording has its own.",
)
_LONG = Attribute(
    "seconds",
    _seconds,
    lambda text: "minutes and seconds, `4:30`, or with hours, `1:02:05`",
    "How long it is, as `4:30`.",
)
_POSTER = Attribute(
    "poster", _file, lambda text: "a picture of the course, `images/talk.jpg`", "A picture to show before it is played."
)
RECORDING = {
    "video": {"captions": _CAPTIONS, "length": _LONG, "poster": _POSTER},
    "audio": {"length": _LONG},
}
"""What may stand in the braces of each kind."""


def read_recording(
    tokens: Sequence[Token], container: Container, source: Source, rebased: Rebased
) -> tuple[Recording | None, list[Link], list[Problem]]:
    """The recording of a block out of its tokens, the files that it names besides, and what is wrong with it; none
    where nobody can tell what is to be played."""
    kind: Literal["video", "audio"] = "video" if container.opening.name == "video" else "audio"
    line, title = container.lines[0], tokens[2].children or []
    fields, problems = read_attributes(container.opening.attributes, line, RECORDING[kind], source)
    if fields.pop("name"):
        span = attribute_span("id", line, source)
        problems.append(Problem("unknown-attribute", f"a `{kind}` has no name", span, help="remove it"))
    fault = _fault(kind, container.opening.title, title, source.line(line))
    if fault:
        return None, [], [*problems, fault]
    made = Recording(
        kind=kind,
        title=plain_text(title[1:-1]),
        target=str(title[0].attrGet("href")),
        span=source.line(line),
        transcribed=any(_NOTE.sub("", token.content).strip() for token in tokens[4:-1]),
        **_placed(fields, line, rebased),
    )
    return made, _links(made, line, source), problems


def _fault(kind: str, written: str, inline: Sequence[Token], span: Span) -> Problem | None:
    """What is wrong with the words behind the name of the block, which should be one link."""
    kinds = [token.type for token in inline]
    what = "[What it shows]" if kind == "video" else "[What it says]"
    if "link_open" in kinds and inline[0].markup != "autolink":
        if kinds[0] == "link_open" and kinds.index("link_close") == len(kinds) - 1 and plain_text(inline):
            return None
        message, help = f"text beside the link of this `{kind}`", "write all of it within the square brackets"
        if not plain_text(inline):
            message, help = f"this `{kind}` has no title", f"write it into the square brackets: `{what}(…)`"
        return Problem("block-without-title", message, span, help=help)
    if re.fullmatch(r"\S*[/.]\S*", written):
        help = f"write it as a link: `::: {kind} {what}({written.strip('<>')})`"
        return Problem("block-without-title", f"this `{kind}` has no title", span, help=help)
    file = "talk.mp4" if kind == "video" else "talk.mp3"
    title = f"[{written}]" if written and "[" not in written else what
    help = f"write `::: {kind} {title}({file})`: a file of the course, or a web address"
    return Problem("unplayable-recording", f"this `{kind}` names nothing to be played", span, help=help)


def _placed(fields: dict[str, Any], line: int, rebased: Rebased) -> dict[str, Any]:
    """The fields with their files as links have them."""
    captions: tuple[str, ...] = fields.get("captions", ())
    placed = dict(fields)
    placed["poster"] = rebased(fields.get("poster", ""), line)
    placed["captioned"] = captions == _ELSEWHERE
    placed["captions"] = () if captions == _ELSEWHERE else tuple(rebased(file, line) for file in captions)
    return placed


def _links(made: Recording, line: int, source: Source) -> list[Link]:
    """The files that it names besides the recording itself."""
    captions = [Link(file, "", "link", attribute_span("captions", line, source)) for file in made.captions]
    poster = [Link(made.poster, "", "decoration", attribute_span("poster", line, source))] if made.poster else []
    return captions + poster

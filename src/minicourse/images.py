"""What pictures are: their size, and whether an SVG is only a picture."""

from __future__ import annotations

import io
import re
from xml.parsers import expat

RASTER_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"})
MAX_PIXELS = 89_000_000
"""Larger pictures are refused: a small file can unpack to fill the memory."""

_LENGTH = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)\s*(?:px)?\s*")
_ACTIVE = {"script", "foreignobject", "iframe", "embed", "object", "handler", "listener", "animate", "set"}


class BadImage(Exception):
    """The file is not a picture that can be published; the message says why."""


def raster_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels of a PNG, JPEG, GIF, WebP or AVIF; raises `BadImage`."""
    from PIL import Image, UnidentifiedImageError

    try:
        # Opening reads the header alone, so a picture that would unpack to gigabytes costs nothing here.
        with Image.open(io.BytesIO(data), formats=["PNG", "JPEG", "GIF", "WEBP", "AVIF"]) as image:
            width, height = image.size
    except UnidentifiedImageError:
        raise BadImage("this is not a PNG, JPEG, GIF, WebP or AVIF picture") from None
    except Exception as error:
        raise BadImage("this picture is damaged") from error
    if width * height > MAX_PIXELS:
        raise BadImage(f"this picture has {width * height // 1_000_000} million pixels")
    return width, height


def svg_size(data: bytes) -> tuple[int, int] | None:
    """Width and height of an SVG, none where it states none; raises `BadImage` when it is more than a picture."""
    reader = _SvgReader()
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = reader.doctype
    parser.StartElementHandler = reader.element
    parser.ProcessingInstructionHandler = reader.instruction
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise BadImage(f"this is not well-formed SVG (line {error.lineno})") from None
    return reader.size


class _SvgReader:
    """Looks at each part of an SVG and raises `BadImage` at the first that is not just drawing."""

    def __init__(self) -> None:
        self.size: tuple[int, int] | None = None
        self.started = False

    def doctype(self, name: str, system: str | None, public: str | None, internal: bool) -> None:
        if internal:
            raise BadImage("this SVG declares entities")

    def instruction(self, target: str, data: str) -> None:
        raise BadImage("this SVG has a processing instruction")

    def text(self, data: str) -> None:
        if re.search(r"@import|url\(\s*['\"]?\s*(?!#|['\"])", data, re.IGNORECASE):
            raise BadImage("this SVG loads something from elsewhere")

    def element(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2].lower()
        if not self.started:
            self.started = True
            if local != "svg":
                raise BadImage("this is not an SVG picture")
            self.size = _stated_size(attributes)
        if local in _ACTIVE:
            raise BadImage(f"this SVG holds a `{local}` element")
        for key, value in attributes.items():
            attribute = key.rpartition(":")[2].lower()
            if attribute.startswith("on"):
                raise BadImage(f"this SVG holds an event handler, `{attribute}`")
            if attribute == "href" and not value.strip().startswith(("#", "data:image/png", "data:image/jpeg")):
                raise BadImage("this SVG points at something outside itself")
            if attribute == "style" or "url(" in value.lower():
                self.text(value)


def _stated_size(attributes: dict[str, str]) -> tuple[int, int] | None:
    width, height = (_LENGTH.fullmatch(attributes.get(name, "")) for name in ("width", "height"))
    if width and height:
        return round(float(width[1])) or 1, round(float(height[1])) or 1
    box = attributes.get("viewBox", "").replace(",", " ").split()
    try:
        return max(1, round(float(box[2]))), max(1, round(float(box[3])))
    except (IndexError, ValueError, OverflowError):
        return None

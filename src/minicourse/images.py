"""What pictures are: their size, and whether an SVG is only a picture."""

from __future__ import annotations

import io
import os
import re
from xml.parsers import expat

RASTER_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"})
MAX_PIXELS = 89_000_000
"""Larger pictures are refused: a small file can unpack to fill the memory."""

PREVIEW_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".webp"})
"""What every network shows beside a shared link."""
LEAST_PREVIEW = (600, 315)
"""Pixels below which Facebook shows a picture small (https://developers.facebook.com/docs/sharing/webmasters/images/)."""
MOST_PREVIEW_BYTES = 5_000_000
"""More than this X doesn't take; Facebook takes 8 MB."""

_LENGTH = re.compile(r"\s*([0-9]{1,6}(?:\.[0-9]{1,9})?)\s*(?:px)?\s*")
_SVG = "http://www.w3.org/2000/svg"
_XML = "http://www.w3.org/XML/1998/namespace"
# What drawing programs write beside the drawing; browsers make nothing of it.
_NOTES = (
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://purl.org/dc/elements/1.1/",
    "http://creativecommons.org/ns#",
    "http://web.resource.org/cc/",
    "http://www.inkscape.org/namespaces/inkscape",
    "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
)
_DRAWING = frozenset(
    "svg g defs title desc metadata symbol use image switch style path rect circle ellipse line polyline polygon text "
    "tspan textPath linearGradient radialGradient stop clipPath mask pattern marker filter feBlend feColorMatrix "
    "feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow "
    "feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight "
    "feSpecularLighting feSpotLight feTile feTurbulence".split()
)
_PICTURE_DATA = re.compile(r"data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*")
# In CSS a backslash can spell any word, so there is none to be had.
_LOADING_STYLE = re.compile(r"\\|@import|image-set|\bsrc\s*\(|url\(\s*(?!['\"]?#)|expression", re.IGNORECASE)


class BadImage(Exception):
    """The file is not a picture that can be published; the message says why."""


def raster_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels of a PNG, JPEG, GIF, WebP or AVIF; raises `BadImage`."""
    from PIL import Image, UnidentifiedImageError

    try:
        # Opening reads the header alone, so a picture that would unpack to gigabytes costs nothing here; how many
        # pixels are too many is for us to say.
        Image.MAX_IMAGE_PIXELS = None
        with Image.open(io.BytesIO(data), formats=["PNG", "JPEG", "GIF", "WEBP", "AVIF"]) as image:
            width, height = image.size
    except UnidentifiedImageError:
        raise BadImage("this is not a PNG, JPEG, GIF, WebP or AVIF picture") from None
    except Exception as error:
        raise BadImage("this picture is damaged") from error
    if width * height > MAX_PIXELS:
        raise BadImage(f"this picture has {width * height // 1_000_000} million pixels")
    return width, height


def unfit_for_preview(path: str, data: bytes) -> str:
    """Why this sound picture can't stand beside a shared link; nothing where it can."""
    suffix = os.path.splitext(path)[1].lower()
    if suffix not in PREVIEW_SUFFIXES:
        return f"not every network shows {'an' if suffix in ('.svg', '.avif') else 'a'} {suffix[1:].upper()}"
    width, height = raster_size(data)
    if width < LEAST_PREVIEW[0] or height < LEAST_PREVIEW[1]:
        return f"{width} × {height} pixels are too few to be shown large"
    if len(data) > MOST_PREVIEW_BYTES:
        return f"{len(data) / 1_000_000:.1f} MB are more than some networks take"
    return ""


def svg_size(data: bytes) -> tuple[int, int] | None:
    """Width and height of an SVG, none where it states none; raises `BadImage` when it is more than a picture.

    Opened by itself, an SVG is a page with the rights of the whole site. So what may be in it is listed, and all else
    is refused: scripts and handlers, elements of other languages, entities, and whatever loads something.
    """
    reader = _SvgReader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.XmlDeclHandler = reader.declaration
    parser.StartDoctypeDeclHandler = reader.doctype
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.ProcessingInstructionHandler = reader.instruction
    parser.CharacterDataHandler = reader.text
    try:
        data.decode("utf-8")
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise BadImage(f"this is not well-formed SVG (line {error.lineno})") from None
    except (LookupError, ValueError):
        raise BadImage("this SVG is not UTF-8") from None
    return reader.size


class _SvgReader:
    """Looks at each part of an SVG and raises `BadImage` at the first that is not just drawing."""

    def __init__(self) -> None:
        self.size: tuple[int, int] | None = None
        self.started = False
        self.style: list[str] = []

    def declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding and encoding.lower() not in ("utf-8", "us-ascii"):
            raise BadImage("this SVG is not UTF-8")

    def doctype(self, name: str, system: str | None, public: str | None, internal: bool) -> None:
        if internal:
            raise BadImage("this SVG declares entities")

    def instruction(self, target: str, data: str) -> None:
        raise BadImage("this SVG has a processing instruction")

    def text(self, data: str) -> None:
        self.style.append(data)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        if not self.started:
            self.started = True
            if (namespace, local) != (_SVG, "svg"):
                raise BadImage("this is not an SVG picture")
            self.size = _stated_size(attributes)
        if namespace in _NOTES:
            return
        if namespace != _SVG or local not in _DRAWING:
            raise BadImage(f"this SVG holds a `{local}` element")
        self.style = []
        for key, value in attributes.items():
            _check_attribute(key, value)

    def end(self, name: str) -> None:
        if name == f"{_SVG} style" and _LOADING_STYLE.search("".join(self.style)):
            raise BadImage("this SVG loads something from elsewhere")


def _check_attribute(key: str, value: str) -> None:
    namespace, _, local = key.rpartition(" ")
    if local.lower().startswith("on"):
        raise BadImage(f"this SVG holds an event handler, `{local}`")
    if namespace == _XML and local == "base":
        raise BadImage("this SVG points at something outside itself")
    if local == "href" and not value.strip().startswith("#") and not _PICTURE_DATA.fullmatch(value.strip()):
        raise BadImage("this SVG points at something outside itself")
    if local != "href" and _LOADING_STYLE.search(value):
        raise BadImage("this SVG loads something from elsewhere")


def _stated_size(attributes: dict[str, str]) -> tuple[int, int] | None:
    box = attributes.get("viewBox", "").replace(",", " ").split()
    for width, height in (
        (attributes.get("width"), attributes.get("height")),
        (*box[2:4],) if len(box) == 4 else (None, None),
    ):
        sizes = [_LENGTH.fullmatch(text or "") for text in (width, height)]
        if all(sizes):
            wide, high = (max(1, round(float(found[1]))) for found in sizes if found)
            return wide, high
    return None

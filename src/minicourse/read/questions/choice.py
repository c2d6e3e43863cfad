"""A list with boxes makes a question of choices: one `[x]` single, several multiple; with places, on a picture."""

from __future__ import annotations

import re
from typing import Any

from minicourse.model.questions import Choice, Hotspot, Multiple, Option, Spot
from minicourse.problems import Problem
from minicourse.read.markdown import Rendering
from minicourse.read.mentions import plain_text
from minicourse.read.questions.parts import Item, Parts, is_picture, place_of, take_off_place

_BRACES = re.compile(r"(?<!\\)\{\s*([A-Za-z][\w-]*)\s*=[^{}]*\}\s*$")
_PLACE = re.compile(r"([0-9]{1,3}(?:\.[0-9]+)?) ?%? ?, ?([0-9]{1,3}(?:\.[0-9]+)?) ?%?")


def read_choice(parts: Parts, fields: dict[str, Any], rendering: Rendering) -> tuple[Choice | None, list[Problem]]:
    """The question out of its parts; none when its choices can't be told."""
    if parts.form == "spots":
        return _hotspot(parts, fields, rendering)
    problems: list[Problem] = []
    options = read_options(parts, rendering, problems)
    problems += _strange_braces(parts)
    if problems:
        # Without a box nobody knows whether a choice is right, and so what the question's key is.
        return None, problems
    right = sum(option.right for option in options)
    kind = parts.attributes.get("kind")
    if kind == Choice.kind and right > 1:
        message = f"`kind=choice` has one right choice, and {right} are marked"
        help = "mark one, or write `kind=multiple`"
        problems.append(Problem("attribute-value", message, parts.attribute("kind"), help=help))
    choose = fields.pop("choose", None)
    if choose is not None and right and choose != right:
        marked = "1 is marked" if right == 1 else f"{right} are marked"
        message = f"a learner is told to choose {choose}, and {marked}"
        help = "mark as many, or remove it" if right == 1 else f"mark as many, or write `choose={right}`"
        problems.append(Problem("attribute-value", message, parts.attribute("choose"), help=help))
    if kind == Multiple.kind or right > 1 or (choose or 0) > 1:
        return Multiple(**fields, options=tuple(options), choose=choose), problems
    return Choice(**fields, options=tuple(options)), problems


def read_options(parts: Parts, rendering: Rendering, problems: list[Problem]) -> list[Option]:
    """The choices; what is wrong with them is added to the `problems`."""
    options = []
    for item in parts.items or []:
        if item.checked is None or item.text is None:
            message = "this choice has no box" if item.text else "this choice is empty"
            help = "write `- [ ]` or `- [x]` and its text"
            problems.append(Problem("choice-without-box", message, item.span, help=help))
        html = rendering.html([item.text]) if item.text else ""
        text = plain_text(item.text.children or []) if item.text else ""
        options.append(Option(html, text, item.checked is True, rendering.html(item.feedback), item.span))
    return options


def _strange_braces(parts: Parts) -> list[Problem]:
    """`{pos=62,40}`: attributes that a choice has not. What is written `\\{` is a brace to be read."""
    for item in parts.items or []:
        if item.text is None or not _BRACES.search(item.text.content):
            continue
        for child in item.text.children or []:
            match = _BRACES.search(child.content) if child.type == "text" else None
            if match:
                help = "a choice may have a place on a picture, `{at=62,40}`, and nothing else"
                return [Problem("unknown-attribute", f"unknown attribute `{match[1]}`", item.span, help=help)]
    return []


def _hotspot(parts: Parts, fields: dict[str, Any], rendering: Rendering) -> tuple[Choice | None, list[Problem]]:
    problems: list[Problem] = []
    places: list[tuple[float, float]] = []
    seen: dict[tuple[float, float], int] = {}
    for item in parts.items or []:
        place = _place(item, problems)
        if place and place in seen:
            message = f"the same place as in line {seen[place]}"
            problems.append(Problem("equal-choices", message, item.span, help="give each choice its own"))
        elif place:
            seen[place] = item.span.line
            take_off_place(item)
        elif (place_of(item) or "").startswith("{"):
            break  # the others are likely written in the same way
        places.append(place or (0, 0))
    options = [] if problems else read_options(parts, rendering, problems)
    picture = next((block for block in reversed(parts.text) if is_picture(block)), None)
    if picture is None:
        help = "put it above the choices, alone in its paragraph: `![What it shows](picture.svg)`"
        problems.append(Problem("hotspot-unclear", "there is no picture for these places", parts.span, help=help))
    if problems or picture is None:
        return None, problems
    fields |= parts.stem_fields([block for block in parts.text if block is not picture], rendering)
    spots = tuple(
        Spot(option.html, option.text, option.right, option.feedback_html, option.span, *place)
        for option, place in zip(options, places, strict=True)
    )
    fields.pop("choose", None)
    return Hotspot(**fields, options=spots, picture_html=rendering.html([picture[1]])), problems


def _place(item: Item, problems: list[Problem]) -> tuple[float, float] | None:
    """Where on the picture a choice is; what is wrong with that is added to the `problems`."""
    written = place_of(item)
    match = _PLACE.fullmatch(written or "")
    place = (float(match[1]), float(match[2])) if match else None
    if written is None:
        message = "this choice has no place on the picture, and others have"
        help = "end it with its place, in per cent: `{at=62,40}`; or remove the others, to ask without a picture"
        problems.append(Problem("ambiguous-question", message, item.span, help=help))
    elif written.startswith("{"):
        help = "end the choice with it: `- [ ] Library {at=62,40}`"
        problems.append(Problem("hotspot-unclear", f"a place that can't be read: `{written}`", item.span, help=help))
    elif place is None or max(place) > 100:
        message = f"`at` can't be `{written}`" if written else "`at` says no place"
        help = "two numbers from 0 to 100, per cent of the picture's width and height: `{at=62,40}`"
        problems.append(Problem("hotspot-unclear", message, item.span, help=help))
        return None
    return place

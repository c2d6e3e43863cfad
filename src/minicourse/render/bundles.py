"""What a page has besides for the blocks of its text that few pages have."""

from __future__ import annotations

from collections.abc import Iterable

from minicourse.model.course import Course
from minicourse.model.lesson import Body
from minicourse.model.players import player
from minicourse.render.assets import BLOCKS, Bundle

_SCRIPT_OF = {"tabs": "blocks/tabs", "video": "blocks/player"}
_STYLED = frozenset({"tabs", "columns", "figure", "video", "audio"})


def block_bundles(body: Body) -> tuple[Bundle, ...]:
    """What the page of a text has for its blocks."""
    used = {script for name, script in _SCRIPT_OF.items() if name in body.uses}
    scripts = tuple(script for script in BLOCKS.scripts if script in used)
    styles = BLOCKS.styles if body.uses & _STYLED else ()
    return (Bundle(BLOCKS.name, scripts, styles),) if scripts or styles else ()


def blocks_on_paper(bodies: Iterable[Body]) -> tuple[Bundle, ...]:
    """What a page with several texts has on which nothing moves."""
    return (Bundle(BLOCKS.name, (), BLOCKS.styles),) if any(body.uses & _STYLED for body in bodies) else ()


def blocks_in_one_file(bodies: Iterable[Body]) -> Bundle:
    """What a page has on which all texts stand, alive, and which asks for nothing from anywhere."""
    uses = frozenset[str]().union(*(body.uses for body in bodies))
    return Bundle(BLOCKS.name, ("blocks/tabs",) if "tabs" in uses else (), BLOCKS.styles if uses & _STYLED else ())


def framed_origins(body: Body, course: Course) -> frozenset[str]:
    """The origins that the page of a text lets into a frame."""
    found = (player(recording.target, course.embeds) for recording in body.recordings)
    return frozenset(one.origin for one in found if one)

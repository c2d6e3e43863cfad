"""What people need who listen to a page, or can't see its pictures."""

from __future__ import annotations

from collections.abc import Iterator

from minicourse.check.context import Context, Rule
from minicourse.problems import Problem


def images_have_an_alternative(context: Context) -> Iterator[Problem]:
    """image-without-alt."""
    for body in context.bodies.values():
        for link in body.links:
            if link.kind == "image" and not link.text:
                help = 'say between `![` and `]` what it shows; one that only decorates is `<img src="…" alt="">`'
                yield Problem("image-without-alt", "this image has no text alternative", link.span, help=help)


def headings_do_not_skip(context: Context) -> Iterator[Problem]:
    """heading-skipped. The title of the page is level 1."""
    for body in context.bodies.values():
        level = 1
        for heading in body.headings:
            if heading.level > level + 1:
                message = f"a heading of level {heading.level} below one of level {level}"
                help = f"write `{'#' * (level + 1)}`"
                yield Problem("heading-skipped", message, heading.span, help=help)
            level = heading.level


RULES: tuple[Rule, ...] = (images_have_an_alternative, headings_do_not_skip)

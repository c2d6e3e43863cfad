"""`minicourse embed`."""

from __future__ import annotations

from pathlib import Path

import click

from minicourse.cli.source import open_project_errors, source_argument


@click.command("embed", short_help="Print HTML that shows a lesson on another site.")
@click.argument("lesson")
@source_argument
@click.option("--base-url", metavar="URL", help="Where the course is published; overrules `url` in course.yml.")
@click.option("--height", type=click.IntRange(100, 5000), metavar="PIXELS", help="Height of the frame.  [default: 640]")
def command(lesson: str, source: Path, base_url: str | None, height: int | None) -> None:
    """Print the HTML that shows LESSON of the course in SOURCE in a frame on another site.

    LESSON is its file, such as 01-first-lesson.md. With the name of a question or the anchor of a heading behind it,
    the frame begins there:

    \b
    minicourse embed 01-first-lesson.md
    minicourse embed 01-first-lesson.md#my-question
    """
    from minicourse.build import check
    from minicourse.problems.spelling import did_you_mean
    from minicourse.render.embed import HEIGHT, names_of_lessons, snippet
    from minicourse.render.urls import urls
    from minicourse.schema.values import web_address

    if base_url is not None:
        try:
            base_url = web_address(base_url)
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint="--base-url") from None
    with open_project_errors():
        course = check(source).course
    addresses = urls(course, base_url)
    if addresses.base is None:
        raise click.UsageError("nobody knows where the course is published: set `url` in course.yml, or --base-url")
    name, _, anchor = lesson.partition("#")
    names = names_of_lessons(course)
    found = names.get(name.replace("\\", "/").removeprefix("./").removeprefix("content/").strip("/"))
    if found is None:
        hint = did_you_mean(name, names, "name its file, such as `01-first-lesson.md`")
        raise click.UsageError(f"there is no lesson `{name}`; {hint}")
    if anchor and anchor not in found.body.anchors:
        hint = did_you_mean(anchor, sorted(found.body.anchors), "name a question or a heading of it")
        raise click.UsageError(f"`{found.path}` has no `#{anchor}`; {hint}")
    click.echo(snippet(course, addresses, found, anchor, height or HEIGHT), nl=False)

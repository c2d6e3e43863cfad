"""`minicourse build`."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minicourse.cli.main import FINDINGS, FINE
from minicourse.cli.problems import several, show
from minicourse.cli.progress import Progress
from minicourse.cli.source import open_project_errors, source_argument

if TYPE_CHECKING:
    from minicourse.build import Result


@click.command("build", short_help="Make the site.")
@source_argument
@click.option("--output", "-o", type=click.Path(path_type=Path), help="Where the site goes.  [default: SOURCE/site]")
@click.option("--base-url", metavar="URL", help="Where it will be published; overrules `url` in course.yml.")
@click.option("--strict", is_flag=True, help="Stop at warnings too, not at errors only.")
@click.option("--drafts", is_flag=True, help="Include the lessons that are marked `draft: true`.")
@click.option("--accessibility-report", is_flag=True, help="Add a page: how the course meets WCAG 2.2, and who knows.")
@click.option("--coverage", is_flag=True, help="Add a page: what the course teaches, practises and tests.")
@click.pass_context
def command(
    ctx: click.Context,
    source: Path,
    output: Path | None,
    base_url: str | None,
    strict: bool,
    drafts: bool,
    accessibility_report: bool,
    coverage: bool,
) -> None:
    """Make the site of the course in SOURCE.

    SOURCE is the folder that holds content/ (default: this one). The site is written aside and swapped in whole:
    when the build fails, or is stopped, the old site stays as it was. A folder that minicourse did not make is never
    written over.
    """
    from minicourse.build import build
    from minicourse.render.site import SiteSettings
    from minicourse.schema.values import web_address

    if base_url is not None:
        try:
            base_url = web_address(base_url)
        except ValueError as error:
            raise click.BadParameter(str(error), param_hint="--base-url") from None
    # A build makes many objects and no circles of them; looking for those is a fifth of its time.
    gc.disable()
    progress = Progress()
    with open_project_errors():
        settings = SiteSettings(base_url, accessibility_report, coverage)
        result = build(source, output, settings, strict, drafts, progress)
    progress.clear()
    show(result.problems, result.project, err=True)
    if result.published is None:
        click.echo("nothing was written; the site is as it was", err=True)
        ctx.exit(FINDINGS)
    click.echo(_summary(result, output), err=True)
    ctx.exit(FINE)


def _summary(result: Result, output: Path | None) -> str:
    done = result.published
    assert done is not None
    where = output or result.project.root / "site"
    seconds = sum(result.seconds.values())
    lessons = several(len(result.course.lessons), "lesson")
    changes = f"{done.changed} of {done.files} files changed" + (f", {done.removed} removed" if done.removed else "")
    return f"{lessons} in {seconds:.2f} s: {changes} in {where}"

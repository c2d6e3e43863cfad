"""`minicourse analyze`."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from minicourse.cli.main import FINDINGS, FINE
from minicourse.cli.problems import several, show
from minicourse.cli.source import open_project_errors

if TYPE_CHECKING:
    from minicourse.analysis import Outcome
    from minicourse.analysis.items import Analysis, Item
    from minicourse.build import Result


@click.command("analyze", short_help="Say what learners' answers tell of the questions.")
@click.argument("results", type=click.Path(exists=True, path_type=Path), nargs=-1, required=True)
@click.option(
    "--course",
    "source",
    type=click.Path(path_type=Path),
    default=Path(),
    help="The folder that holds content/.  [default: this one]",
)
@click.option("--output", "-o", type=click.Path(path_type=Path), help="Write a report with charts: one HTML file.")
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Count first answers of this day and later only, as after a question has changed: 2026-11-28.",
)
@click.option("--drafts", is_flag=True, help="Analyse the lessons that are marked `draft: true` as well.")
@click.option(
    "--format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or as JSON with all numbers.",
)
@click.pass_context
def command(
    ctx: click.Context,
    results: tuple[Path, ...],
    source: Path,
    output: Path | None,
    since: datetime.datetime | None,
    drafts: bool,
    format: str,
) -> None:
    """Say what the answers of learners tell of the questions of a course.

    RESULTS are files that learners saved on the page "Your progress" and chose to send, or folders of such files.
    Nothing is sent anywhere, and nobody is named.

    \b
    minicourse analyze results/
    minicourse analyze results/ -o report.html
    minicourse analyze results/*.json --course courses/first-aid --since 2026-11-28

    Of each learner and question the first answer counts, graded by the course as it is today. "right" is how much was
    right, "r" how closely being right here goes together with being right elsewhere; each with the range in which the
    true value lies, in 95 of 100 cases. Below 20 learners no number is shown. What speaks against a question is shown
    at its own line: `minicourse explain perhaps-miskeyed` tells more.

    A file that is damaged, of another course or of a newer version is named and left out. Leaves with 0 when all files
    could be read, 1 when some could not, 2 when there is nothing to read.
    """
    from minicourse.analysis import analyse
    from minicourse.analysis.data import as_data
    from minicourse.analysis.results import files_in
    from minicourse.build import check
    from minicourse.cli.progress import Progress
    from minicourse.problems.text import shown

    files = files_in(results)
    if not files:
        raise click.UsageError("there are no `.json` files in " + ", ".join(f"`{path}`" for path in results))
    _refuse_to_overwrite(output)
    with open_project_errors():
        result = check(source, drafts)
    progress = Progress()
    now = datetime.datetime.now(datetime.UTC)
    day = f"{since:%Y-%m-%d}" if since else ""
    outcome = analyse(result.course, files, now, day, lambda done: progress("read", done))
    progress.clear()
    for refused in outcome.refused:
        click.echo(f"left out: {shown(refused.name)}: {refused.reason}", err=True)
    if format == "json":
        click.echo(json.dumps(as_data(outcome), ensure_ascii=False, indent=2))
    else:
        click.echo(_overview(outcome))
        show(outcome.problems, result.project)
    if any(problem.severity == "error" for problem in result.problems):
        click.echo("the course has errors, so something may be missing here; see `minicourse check`", err=True)
    written = output is None or _write(output, result, outcome)
    ctx.exit(FINE if written and not outcome.refused else FINDINGS)


def _refuse_to_overwrite(output: Path | None) -> None:
    """Only an earlier report is written over: a slip of the shell must cost nobody a lesson, or a learner's file."""
    if output is None or not output.is_file():
        return
    from minicourse.render.analysis import MARK

    if not output.read_bytes().endswith(MARK):
        raise click.UsageError(f"`{output}` exists and is no report of ours: name another file, or remove it")


def _write(output: Path, result: Result, outcome: Outcome) -> bool:
    """Write the report, and say so; false where a template of the author's has a mistake, which is then shown."""
    from minicourse.build import analysis_report
    from minicourse.publish.archive import write_file

    data = analysis_report(result, outcome)
    if not data:
        show(result.problems[-1:], result.project, err=True)
        click.echo("no report was written", err=True)
        return False
    write_file(output, data)
    click.echo(f"report in {output}", err=True)
    return True


# ---- the overview --------------------------------------------------------------------------------------------------


def _overview(outcome: Outcome) -> str:
    """All questions and objectives in a table each, and what was left out."""
    analysis = outcome.analysis
    asked = [item for item in analysis.items if item.n]
    parts = [f"{_counted(outcome)}\n"]
    if asked:
        parts.append(_table(("question", "n", "right", "95 %", "r", "95 %"), [_cells(item) for item in asked]))
    if analysis.objectives:
        parts.append(_table(("objective", "n", "right", "95 %"), _objectives(analysis)))
    notes = "".join(f"{note}\n" for note in _notes(outcome))
    return "\n".join([*parts, notes] if notes else parts)


def _counted(outcome: Outcome) -> str:
    """From how many files come how many learners, and why not one from each."""
    learners = outcome.learners
    why = [
        (len(outcome.refused), "refused"),
        (learners.repeated, "sent twice"),
        (learners.overlapping, "put together with another of the same learner"),
        (learners.empty, "without an answer"),
    ]
    listed = ", ".join(f"{count} {what}" for count, what in why if count)
    since = f", answers since {outcome.since}" if outcome.since else ""
    files = several(outcome.files, "file") + (f" ({listed})" if listed else "")
    return f"{several(outcome.analysis.learners, 'learner')} from {files}{since}"


def _cells(item: Item) -> tuple[str, ...]:
    from minicourse.analysis.flags import decimal
    from minicourse.problems.text import shown

    name, p, r = shown(item.question.name), item.difficulty, item.discrimination
    if p is None:
        return name, str(item.n), "too few", "", "", ""
    right = (f"{p.value:.0%}", f"{p.low * 100:.0f} to {p.high * 100:.0f}")
    return (
        name,
        str(item.n),
        *right,
        *((decimal(r.value), f"{decimal(r.low)} to {decimal(r.high)}") if r else ("", "")),
    )


def _objectives(analysis: Analysis) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for one in analysis.objectives:
        mean = one.mean
        right = (f"{mean.value:.0%}", f"{mean.low * 100:.0f} to {mean.high * 100:.0f}") if mean else ("too few", "")
        rows.append((one.name, str(one.learners), *right))
    return rows


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    lines = [
        "  ".join(cell.rjust(width) if place else cell.ljust(width) for place, (cell, width) in enumerate(row)).rstrip()
        for row in (list(zip(cells, widths, strict=True)) for cells in (head, *rows))
    ]
    return "".join(f"{line}\n" for line in lines)


def _notes(outcome: Outcome) -> Iterator[str]:
    """What was left out, and which questions have changed."""
    items = outcome.analysis.items
    silent = [item.question.name for item in items if not item.n]
    if silent:
        yield f"no answers: {', '.join(silent)}"
    changed = [item for item in items if item.answers.regraded]
    if changed:
        listed = ", ".join(f"{item.question.name} ({item.answers.regraded} of {item.n})" for item in changed)
        yield f"graded otherwise when they were answered, so the question has changed since: {listed}; see --since"
    for what, count in (
        ("that no longer fit their question", sum(item.answers.unfit for item in items)),
        ("left open", sum(item.answers.left_open for item in items)),
        ("looked up before a try", sum(item.answers.looked for item in items)),
        ("to what this course doesn't ask, or doesn't grade", outcome.unknown),
    ):
        if count:
            yield f"not counted: {count} {what}"

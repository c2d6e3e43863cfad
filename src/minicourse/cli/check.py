"""`minicourse check`."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from minicourse.cli.main import FINDINGS, FINE
from minicourse.cli.problems import Format, several, show
from minicourse.cli.progress import Progress
from minicourse.cli.source import open_project_errors, source_argument

if TYPE_CHECKING:
    from minicourse.findings import Findings

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("check", short_help="Say what is wrong with a course, and where.")
@source_argument
@click.option("--strict", is_flag=True, help="Leave with 1 for warnings too, not for errors only.")
@click.option("--drafts", is_flag=True, help="Check the lessons that are marked `draft: true` as well.")
@click.option("--fix", is_flag=True, help="First mend in the files what can be mended in one way only.")
@click.option("--baseline", type=_FILE, help="Leave out the warnings and the advice that this file knows.")
@click.option("--write-baseline", type=_FILE, help="Write the warnings and the advice of today into this file.")
@click.option("--no-cache", is_flag=True, help="Read all of it again, even if nothing has changed.")
@click.option(
    "--format",
    type=click.Choice(["text", "github", "json", "junit", "sarif"]),
    default="text",
    show_default=True,
    help="For people, for a GitHub Actions run (annotations, and a table on its summary), as JSON, JUnit or SARIF.",
)
@click.pass_context
def command(
    ctx: click.Context,
    source: Path,
    strict: bool,
    drafts: bool,
    fix: bool,
    baseline: Path | None,
    write_baseline: Path | None,
    no_cache: bool,
    format: str,
) -> None:
    """Say what is wrong with the course in SOURCE, and where; without --fix, change nothing.

    SOURCE is the folder that holds content/ (default: this one). Leaves with 0 when all is well, 1 when there are
    errors (with --strict also warnings), 2 when there is no course to read. `minicourse explain CODE` tells why a
    rule exists.

    --write-baseline takes a course as it is: later, --baseline with the same file shows what is new since. Errors
    always count.
    """
    from minicourse.cache import Cache
    from minicourse.findings import findings, found_by
    from minicourse.problems import blocked

    if baseline and write_baseline:
        raise click.UsageError("--baseline and --write-baseline are two steps: --write-baseline alone writes it anew")
    if fix and write_baseline:
        raise click.UsageError("--fix and --write-baseline are two steps: mend first, then write down what is left")
    if write_baseline:
        _refuse_to_overwrite(write_baseline)
    # A check makes many objects and few circles of them; looking for those is a tenth of its time.
    gc.disable()
    progress = Progress()
    with open_project_errors():
        if fix:
            from minicourse.build import mend

            left, mended = mend(source, drafts)
            result = found_by(left)
        else:
            result, mended = findings(source, drafts, None if no_cache else Cache(), progress), []
    progress.clear()
    if mended:
        files = len({problem.span.path for problem in mended})
        click.echo(f"mended {several(len(mended), 'problem')} in {several(files, 'file')}", err=True)
    if write_baseline:
        _write_baseline(write_baseline, result)
    elif baseline:
        _leave_out_known(baseline, result)
    show(result.problems, result.project, cast("Format", format), strict=strict, off=result.off)
    if format == "text":
        _sum_up(result, "new problems" if baseline or write_baseline else "problems")
    ctx.exit(FINDINGS if blocked(result.problems, strict) else FINE)


def _sum_up(result: Findings, what: str) -> None:
    """What can be mended; that there are none of `what`; which rules are off."""
    fixable = sum(bool(problem.fix) for problem in result.problems)
    if fixable:
        click.echo(f"`minicourse check --fix` mends {fixable} of them", err=True)
    if not result.problems:
        lessons, questions = several(result.lessons, "lesson"), several(result.questions, "question")
        click.echo(f"no {what} in {lessons} and {questions}", err=True)
    if result.off:
        are = (
            "rule is off: there are no words for it"
            if len(result.off) == 1
            else "rules are off: there are no words for them"
        )
        click.echo(f"{len(result.off)} {are} in `{result.language}`; `minicourse explain` says which", err=True)


def _refuse_to_overwrite(path: Path) -> None:
    """Only a baseline is written over: a slip of the shell must cost nobody a lesson."""
    from minicourse.problems.baseline import is_baseline

    if path.is_file() and not is_baseline(path.read_text(encoding="utf-8", errors="replace")):
        raise click.UsageError(f"`{path}` exists and is no baseline: name another file, or remove it")


def _write_baseline(path: Path, result: Findings) -> None:
    """Remember the problems, but for errors, and take them for known."""
    from minicourse.problems.baseline import format_baseline, new_since, read_baseline
    from minicourse.publish.archive import write_file

    text = format_baseline(result.problems, result.project.source_line)
    write_file(path, text.encode())
    known = read_baseline(text)
    result.problems, _ = new_since(known, result.problems, result.project.source_line)
    click.echo(f"{path} knows {several(len(known), 'problem')}", err=True)


def _leave_out_known(path: Path, result: Findings) -> None:
    from minicourse.problems.baseline import BadBaseline, new_since, read_baseline

    try:
        known = read_baseline(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        hint = f"`minicourse check --write-baseline {path}` writes it"
        raise click.UsageError(f"there is no baseline `{path}`; {hint}") from None
    except (BadBaseline, UnicodeDecodeError) as error:
        reason = str(error) if isinstance(error, BadBaseline) else "it is no text"
        raise click.UsageError(f"`{path}` can't be used as a baseline: {reason}") from None
    result.problems, gone = new_since(known, result.problems, result.project.source_line)
    if gone:
        told = several(gone, "problem")
        click.echo(f"{told} of {path} {'is' if gone == 1 else 'are'} gone: --write-baseline writes it anew", err=True)

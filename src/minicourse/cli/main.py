"""`minicourse`: the group of commands, and what happens when something goes wrong."""

from __future__ import annotations

import importlib
import os
import signal
import sys

import click

from minicourse.version import __version__

FINE, FINDINGS, USAGE, BUG = 0, 1, 2, 3
"""Exit codes: all is well; problems were found; the call, the project or the disk is at fault; we are."""

_COMMANDS = ("new", "serve", "check", "coverage", "build", "export", "embed", "analyze", "explain", "schema", "lsp")


class _Commands(click.Group):
    """Loads the module of a command only when it is called or listed; those modules import little themselves."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"minicourse.cli.{name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _COMMANDS:
            from minicourse.problems.spelling import did_you_mean

            hint = did_you_mean(args[0], _COMMANDS, f"the commands are {', '.join(_COMMANDS)}")
            ctx.fail(f"there is no command `{args[0]}`; {hint}")
        return super().resolve_command(ctx, args)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="minicourse %(version)s")
def main() -> None:
    """Turn a folder of Markdown lessons into a course.

    \b
    minicourse new my-course      start a course
    minicourse serve my-course    write, and see it as you write
    minicourse check my-course    see what is wrong with it, and where
    minicourse build my-course    make the site
    minicourse export html        make one file of it
    minicourse analyze results/   see which questions work, once learners have answered

    Exit codes: 0 fine, 1 problems found, 2 wrong call or unreadable project, 3 a bug in minicourse.
    """


def run(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with an exit code. No traceback reaches an author."""
    # So that a build that is told to end still clears away what it was writing.
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda number, frame: sys.exit(128 + number))
    try:
        code = main.main(arguments, prog_name="minicourse", standalone_mode=False)
    except click.exceptions.Exit as leave:
        code = leave.exit_code
    except click.ClickException as error:
        error.show()
        code = USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo("\nstopped", err=True)
        code = 130
    except BrokenPipeError:
        # Whoever read our output has seen enough.
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115
        code = FINE
    except OSError as error:
        click.echo(f"minicourse: {_reason(error)}", err=True)
        code = USAGE
    except Exception as error:
        if os.environ.get("MINICOURSE_TRACEBACK"):
            raise
        code = _bug(error)
    sys.exit(code if isinstance(code, int) else FINE)


def _reason(error: OSError) -> str:
    reason = (error.strerror or str(error)).lower()
    return f"{reason}: `{error.filename}`" if error.filename else reason


def _bug(error: Exception) -> int:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f" ({os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno})" if trace else ""
    click.echo(f"minicourse: this is a bug in minicourse, not in your course: {error!r}{where}", err=True)
    click.echo("Please report it with what `MINICOURSE_TRACEBACK=1 minicourse …` prints.", err=True)
    return BUG

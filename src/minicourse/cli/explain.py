"""`minicourse explain`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from minicourse.problems.catalogue import Rule


@click.command("explain", short_help="Tell why a rule exists.")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Tell why the rule CODE exists, with an example and its source; without CODE, list all rules by their families.

    The code is what stands in brackets in a message: error[question-without-key]. The name of a family, such as
    item-writing, lists the rules of that family. A rule that needs words names the languages that it has them for.
    """
    from minicourse.problems.catalogue import FAMILIES, RULES

    if code is None:
        _list(FAMILIES)
    elif code in FAMILIES:
        _list({code: FAMILIES[code]})
    elif code in RULES:
        _tell(RULES[code])
    else:
        from minicourse.problems.spelling import did_you_mean

        hint = did_you_mean(code, [*RULES, *FAMILIES], "`minicourse explain` lists them all")
        raise click.UsageError(f"there is no rule `{code}`; {hint}")


def _list(families: Mapping[str, Iterable[Rule]]) -> None:
    from minicourse.check import languages_of

    width = max(len(rule.code) for family in families.values() for rule in family)
    for name, family in families.items():
        click.echo(click.style(name, bold=True))
        for rule in family:
            languages = languages_of(rule.code)
            only = f" (only in {', '.join(languages)})" if languages else ""
            click.echo(f"  {rule.code:{width}}  {rule.severity:7}  {rule.title}{only}")


def _tell(rule: Rule) -> None:
    from minicourse.check import languages_of

    click.echo(f"{click.style(rule.code, bold=True)} ({rule.severity}): {rule.title}\n")
    click.echo(click.wrap_text(rule.why, 88))
    click.echo(f"\nInstead of\n\n{_indented(rule.bad)}\n\nwrite\n\n{_indented(rule.good)}")
    if rule.limit:
        click.echo(f"\nLimit: {rule.limit.number:g} {rule.limit.of}; `limits` in course.yml sets another")
    languages = languages_of(rule.code)
    if languages:
        click.echo(f"\nIt needs words, and has them for: {', '.join(languages)}")
    if rule.source:
        click.echo(f"\nSource: {rule.source}")


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.split("\n"))

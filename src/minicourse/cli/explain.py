"""`minicourse explain`."""

from __future__ import annotations

import click


@click.command("explain", short_help="Tell why a rule exists.")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Tell why the rule CODE exists, with an example and its source; without CODE, list all rules.
    A rule that needs words names the languages that it has them for.

    The code is what stands in brackets in a message: error[question-without-key].
    """
    from minicourse.check import languages_of
    from minicourse.problems.catalogue import RULES

    if code is None:
        width = max(len(name) for name in RULES)
        for rule in RULES.values():
            languages = languages_of(rule.code)
            only = f" (only in {', '.join(languages)})" if languages else ""
            click.echo(f"{rule.code:{width}}  {rule.severity:7}  {rule.title}{only}")
        return
    rule_or_none = RULES.get(code)
    if rule_or_none is None:
        from minicourse.problems.spelling import did_you_mean

        hint = did_you_mean(code, RULES, "`minicourse explain` lists them all")
        raise click.UsageError(f"there is no rule `{code}`; {hint}")
    rule = rule_or_none
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

"""Citations and terms point at entries that exist."""

from __future__ import annotations

from collections.abc import Iterator

from minicourse.check.context import Context, Rule
from minicourse.problems import Problem
from minicourse.slugs import slug


def citations_have_a_reference(context: Context) -> Iterator[Problem]:
    """unknown-citation."""
    if "content/references.bib" in context.unread:
        return
    for body in context.bodies.values():
        for mention in body.citations:
            if mention.name not in context.course.references:
                help = context.did_you_mean(
                    mention.name, context.course.references, "add it to `content/references.bib`"
                )
                yield Problem("unknown-citation", f"there is no reference `{mention.name}`", mention.span, help=help)


def references_are_cited(context: Context) -> Iterator[Problem]:
    """unused-reference, incomplete-reference."""
    cited = {key for body in context.bodies.values() for key in body.cited}
    for key, reference in context.course.references.items():
        fields = reference.fields
        missing = [] if fields.get("title") else ["title"]
        missing += [] if fields.get("year") or fields.get("date") else ["year"]
        missing += [] if reference.authors else ["author"]
        if missing:
            help = f"add {', '.join(f'`{name} = {{…}}`' for name in missing)}"
            message = f"`{key}` has no {' and no '.join(missing)}"
            yield Problem("incomplete-reference", message, reference.span, help=help)
        if key not in cited and not context.unread:
            help = f"cite it with `[@{key}]`, or remove it"
            yield Problem("unused-reference", f"no text cites `{key}`", reference.span, help=help)


def terms_are_defined(context: Context) -> Iterator[Problem]:
    """unknown-term."""
    if "content/glossary.yml" in context.unread:
        return
    anchors = {term.anchor for term in context.course.terms}
    for body in context.bodies.values():
        for mention in body.terms:
            if slug(mention.name) not in anchors:
                names = [term.name for term in context.course.terms]
                help = context.did_you_mean(mention.name, names, "add it to `content/glossary.yml`")
                yield Problem("unknown-term", f"the glossary has no `{mention.name}`", mention.span, help=help)


RULES: tuple[Rule, ...] = (citations_have_a_reference, references_are_cited, terms_are_defined)

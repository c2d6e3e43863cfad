"""Citations and terms point at entries that exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from minicourse.check.context import Context, Rule
from minicourse.problems import Problem
from minicourse.slugs import slug

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
"""A Digital Object Identifier: a prefix that stands for who registers, and a suffix (ISO 26324)."""
_BEFORE_DOI = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:)\s*", re.IGNORECASE)


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
    """unused-reference, incomplete-reference. A citation that leads to no reference may be meant for any of them, and
    drafts will need what they cite."""
    bodies = (*context.bodies.values(), *(draft.body for draft in context.course.drafts))
    cited = {key for body in bodies for key in body.cited}
    mentions = (mention.name for body in context.bodies.values() for mention in body.citations)
    known = context.course.references.keys() >= set(mentions)
    for key, reference in context.course.references.items():
        fields = reference.fields
        missing = [] if fields.get("title") else ["title"]
        missing += [] if fields.get("year") or fields.get("date") else ["year"]
        missing += [] if reference.authors else ["author"]
        if missing:
            help = f"add {', '.join(f'`{name} = {{…}}`' for name in missing)}"
            message = f"`{key}` has no {' and no '.join(missing)}"
            yield Problem("incomplete-reference", message, reference.span, help=help)
        if key not in cited and known and not context.unread:
            help = f"cite it with `[@{key}]`, or remove it"
            yield Problem("unused-reference", f"no text cites `{key}`", reference.span, help=help)


def dois_can_be_followed(context: Context) -> Iterator[Problem]:
    """malformed-doi."""
    for reference in context.course.references.values():
        doi = _BEFORE_DOI.sub("", reference.fields.get("doi", ""))
        if doi and not _DOI.fullmatch(doi):
            help = "a DOI looks like `10.3102/0034654318759268`; an address of another kind is a `url`"
            yield Problem("malformed-doi", f"`{doi}` is no DOI, and its link leads nowhere", reference.span, help=help)


def facts_are_checked(context: Context) -> Iterator[Problem]:
    """facts-not-checked: where a lesson says when they were."""
    most = context.limit("facts-not-checked")
    for lesson in context.course.lessons:
        months = _months(date.fromisoformat(lesson.checked), context.today) if lesson.checked else 0
        if months > most:
            message = f"the facts of this lesson were last checked on {lesson.checked}, {months} months ago"
            help = "look at its sources again, mend what has changed, and give `checked` the new date"
            yield Problem("facts-not-checked", message, lesson.checked_span, help=help)


def _months(start: date, end: date) -> int:
    """How many whole months lie between two days."""
    return 12 * (end.year - start.year) + end.month - start.month - (end.day < start.day)


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


def terms_are_used(context: Context) -> Iterator[Problem]:
    """unused-term: in a link, or in words, or in a draft. Its last letter doesn't count, as it changes with number and
    case."""
    if context.unread:
        return
    linked = {slug(mention.name) for body in context.bodies.values() for mention in body.terms}
    waiting = [term for term in context.course.terms if term.anchor not in linked]
    if not waiting or linked - {term.anchor for term in context.course.terms}:
        return  # a link that leads to no term may have been meant for one of these
    texts = [f"{lesson.title}\n{lesson.markdown}" for lesson in (*context.course.lessons, *context.course.drafts)]
    texts += [objective.text for objective in context.objectives.values()]
    texts += [passage.text for body in context.bodies.values() for passage in body.passages]
    whole = " ".join("\n".join(texts).casefold().split())
    for term in waiting:
        names = [name.strip(" )").casefold() for name in term.name.split("(")]
        if not any((name[:-1] if len(name) > 4 else name) in whole for name in names if name):
            help = "say it by this name where learners need it, or remove it"
            yield Problem("unused-term", f"no text uses `{term.name}`", term.span, help=help)


RULES: tuple[Rule, ...] = (
    citations_have_a_reference,
    references_are_cited,
    dois_can_be_followed,
    facts_are_checked,
    terms_are_defined,
    terms_are_used,
)

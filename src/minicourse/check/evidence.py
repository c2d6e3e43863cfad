"""Who says so: findings and claims of research have a source near by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minicourse.check.context import Context, Rule, Worded
from minicourse.check.languages import Pack
from minicourse.check.languages.pack import Phrases
from minicourse.check.sentences import sentences
from minicourse.model.passage import Passage
from minicourse.problems import Problem

MOST_BEFORE = 200
"""How many characters before a claim are looked at: a sentence is shorter."""
MOST_AROUND = 50
"""How many passages around another may belong to it: a list is shorter."""

_IN_BRACKETS = re.compile(r"[(\[][^()\[\]]{0,200}\b(?:(?:1[89]|20)\d\d[a-z]?\b|n\.d\.)[^()\[\]]{0,200}[)\]]")
"""A source that is named in plain text: `(Hattie, 2009)`; `n.d.` is one without a date."""

_QUOTED = re.compile(r"[“\"„«‘'「][^“”\"„«»「」]{0,20}$")
"""A quotation is open, and began a few words ago: what follows is spoken about."""


def numbers_have_a_source(context: Context, pack: Pack) -> Iterator[Problem]:
    """number-without-source: a number that a study is said to have found."""
    for passages, at in _passages_with(context, pack.figure):
        passage = passages[at]
        if passage.block == "example" or not any(pack.figure.found_in(passage.text)):
            continue
        for start, end in sentences(passage.text, pack):
            sentence = passage.text[start:end]
            figure = pack.figure.pattern.search(sentence)
            if not figure or not pack.study.search(sentence) or pack.supposed.search(sentence):
                continue
            if not _has_source(passages, at):
                message = f"`{figure[0].strip()}` comes from a study, and nothing says from which"
                help = "cite it: `[@key]`, with an entry in `content/references.bib`"
                span = passage.span(start + figure.start(), start + figure.end())
                yield Problem("number-without-source", message, span, help=help)
                break


def claims_have_a_source(context: Context, pack: Pack) -> Iterator[Problem]:
    """claim-without-source: research is called upon, and none is named."""
    for passages, at in _passages_with(context, pack.vague_claim):
        text = passages[at].text
        claims = [claim for claim in pack.vague_claim.found_in(text) if not _is_told_of(text, claim.start(), pack)]
        for claim in claims if claims and not _has_source(passages, at) else ():
            message = f"`{claim[0]}`, and nobody can look it up"
            help = "cite who has shown it, `[@key]`; or say it without calling on research"
            yield Problem("claim-without-source", message, passages[at].span(*claim.span()), help=help)


def _is_told_of(text: str, place: int, pack: Pack) -> bool:
    """Is a claim quoted, or does the sentence say who makes it?"""
    before = max(0, place - MOST_BEFORE)
    return bool(_QUOTED.search(text, before, place) or pack.names_who.search(text, before, place))


def _passages_with(context: Context, phrases: Phrases) -> Iterator[tuple[Sequence[Passage], int]]:
    """The passages that may say so in the author's own words, each with those around it."""
    for body in context.bodies.values():
        if phrases.may_be_in("\n".join(passage.text for passage in body.passages).lower()):
            for at, passage in enumerate(body.passages):
                if passage.kind in ("paragraph", "item", "cell"):
                    yield body.passages, at


def _has_source(passages: Sequence[Passage], at: int) -> bool:
    """Is a source named in this passage, in the one before or behind it, or anywhere in its block, list or table?"""
    here = passages[at]
    return any(
        _names_source(passages[near])
        for step in (-1, 1)
        for near in _towards(passages, at, step)
        if passages[near].section == here.section
    )


def _towards(passages: Sequence[Passage], at: int, step: int) -> Iterator[int]:
    """From a passage on in one direction: all that belongs together with it, and the first that is near to that."""
    here = passages[at]
    yield at
    for near in range(at + step, at + step * MOST_AROUND, step):
        if not 0 <= near < len(passages):
            return
        yield near
        one = passages[near]
        together = one.block == here.block != "" or one.kind == here.kind != "paragraph"
        if not together and (one.kind == "paragraph" or one.block != here.block):
            return


def _names_source(passage: Passage) -> bool:
    return bool(passage.sources) or _IN_BRACKETS.search(passage.text) is not None


RULES: tuple[Rule, ...] = (
    Worded(numbers_have_a_source, {"number-without-source": ("figure", "study")}),
    Worded(claims_have_a_source, {"claim-without-source": ("vague_claim",)}),
)

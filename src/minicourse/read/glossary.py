"""`glossary.yml`: terms and their definitions."""

from __future__ import annotations

from minicourse.model.course import Term
from minicourse.model.lesson import Body
from minicourse.problems import Problem
from minicourse.read.markdown import Rendering, parser
from minicourse.read.mentions import Mentions, collect
from minicourse.read.source import Source
from minicourse.schema.yaml import load
from minicourse.slugs import Anchors, slug


def read_glossary(text: str, path: str) -> tuple[tuple[Term, ...], Body, list[Problem]]:
    """The terms in alphabetical order, all that their definitions point at, and what is wrong with the file."""
    document = load(text, path)
    problems = list(document.problems)
    if document.data is None:
        return (), Body(), problems
    if not isinstance(document.data, dict):
        span = document.span(())
        help = "write one `term: definition` a line"
        return (
            (),
            Body(),
            [
                *problems,
                Problem("wrong-type", "the glossary is not a list of `term: definition` lines", span, help=help),
            ],
        )
    terms: dict[str, Term] = {}
    source, found = Source(text, path, 1), Mentions()
    for name, definition in document.data.items():
        span = document.keys[(name,)]
        if not isinstance(definition, str) or not definition.strip():
            if document.span((name,)) not in {problem.span for problem in problems}:
                help = "write its definition behind the colon, in quotes if it holds a colon itself"
                problems.append(Problem("wrong-type", f"the definition of `{name}` must be text", span, help=help))
            continue
        anchor = slug(name)
        if not anchor or anchor in terms:
            message = f"`{name}` has the same address as another term" if anchor else f"`{name}` has no letters"
            problems.append(Problem("duplicate-key", message, span, help="name it otherwise"))
            continue
        terms[anchor] = Term(name, anchor, _definition(definition.strip(), span.line - 1, source, found), span)
    body = Body(
        links=tuple(found.links),
        citations=tuple(found.citations),
        terms=tuple(found.terms),
        anchors=frozenset(terms),
    )
    listed = sorted(terms.values(), key=lambda term: (slug(term.name), term.name))
    return tuple(listed), body, problems + found.problems


def _definition(text: str, line: int, source: Source, found: Mentions) -> str:
    """A definition as inline HTML; what it points at is added to what was `found`."""
    env: dict[str, object] = {}
    tokens = parser().parseInline(text, env)
    for token in tokens:
        # The text may be folded over several lines below its key.
        token.map = [line, line + text.count("\n") + 2]
    collect(tokens, source, Anchors(), found)
    return Rendering(env).html(tokens)

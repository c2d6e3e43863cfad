"""`glossary.yml`: terms and their definitions."""

from __future__ import annotations

from minicourse.model.course import Term
from minicourse.problems import Problem
from minicourse.read.markdown import inline_html
from minicourse.schema.yaml import load
from minicourse.slugs import slug


def read_glossary(text: str, path: str) -> tuple[tuple[Term, ...], list[Problem]]:
    """The terms in alphabetical order, and what is wrong with the file."""
    document = load(text, path)
    problems = list(document.problems)
    if document.data is None:
        return (), problems
    if not isinstance(document.data, dict):
        span = document.span(())
        help = "write one `term: definition` a line"
        return (), [
            *problems,
            Problem("wrong-type", "the glossary is not a list of `term: definition` lines", span, help=help),
        ]
    terms: dict[str, Term] = {}
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
        terms[anchor] = Term(name, anchor, inline_html(definition.strip()), span)
    return tuple(sorted(terms.values(), key=lambda term: (slug(term.name), term.name))), problems

"""Markdown text to a `Body`: prose and questions in order, and all that they point at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from markdown_it.token import Token

from minicourse.model.lesson import Body, Prose
from minicourse.model.questions import Question
from minicourse.problems import Problem
from minicourse.problems.spelling import did_you_mean
from minicourse.read.markdown import Rendering, parser
from minicourse.read.mentions import collect, count_words
from minicourse.read.questions import read_question
from minicourse.read.source import Source
from minicourse.read.syntax.block import PROSE_BLOCKS, Opening, opening
from minicourse.slugs import Anchors

_BLOCKS = ("question", *PROSE_BLOCKS)


@dataclass(slots=True)
class _Container:
    """A `:::` block in the token stream."""

    first: int
    """Index of its opening token."""
    opening: Opening
    inside: str
    """Name of the block around it; `list or quotation` in one of those; empty at the top."""
    last: int = 0
    """Index of its closing token."""
    inner: int | None = None
    """Index of the opening token of the first block in it."""


def read_body(text: str, path: str, first_line: int = 1) -> tuple[Body, list[Problem]]:
    """Read Markdown that begins at line `first_line` of the file `path`."""
    source = Source(text, path, first_line)
    env: dict[str, object] = {}
    tokens = parser().parse(text, env)
    containers = _containers(tokens)
    names = {c.opening.attributes["id"] for c in containers if "id" in c.opening.attributes}
    mentions = collect(tokens, source, Anchors(names))
    problems = mentions.problems
    for container in containers:
        problems += _container_problems(container, tokens, source)

    if {problem.code for problem in problems} & {"unclosed-fence", "misplaced-question"}:
        # What closes nothing then is what was left over: one mistake, one problem.
        problems = [problem for problem in problems if problem.code != "stray-fence"]
    if any(problem.code == "html-too-deep" for problem in problems):
        return Body(headings=tuple(mentions.headings)), problems
    rendering = Rendering(env)
    blocks: list[Prose | Question] = []
    done, words, section = 0, 0, ""
    for container in containers:
        if container.inside or container.opening.name != "question":
            continue
        before = tokens[done : container.first]
        blocks += _prose(before, rendering)
        words += _words(before)
        section = _last_anchor(before) or section
        question, found = read_question(
            tokens[container.first : container.last + 1], container.opening, source, rendering
        )
        problems += found
        if question is not None:
            blocks.append(replace(question, section=section))
        done = container.last + 1
    blocks += _prose(tokens[done:], rendering)
    words += _words(tokens[done:])

    anchors = names | mentions.ids | {heading.anchor for heading in mentions.headings}
    body = Body(
        blocks=tuple(blocks),
        headings=tuple(mentions.headings),
        links=tuple(mentions.links),
        citations=tuple(mentions.citations),
        terms=tuple(mentions.terms),
        anchors=frozenset(anchors),
        words=words,
    )
    return body, problems


def _prose(tokens: Sequence[Token], rendering: Rendering) -> list[Prose | Question]:
    html = rendering.html(tokens) if tokens else ""
    return [Prose(html)] if html else []


def _words(tokens: Sequence[Token]) -> int:
    return sum(count_words(token.content) for token in tokens if token.type == "inline")


def _last_anchor(tokens: Sequence[Token]) -> str:
    ids = (str(token.attrGet("id")) for token in reversed(tokens) if token.type == "heading_open")
    return next(ids, "")


def _containers(tokens: Sequence[Token]) -> list[_Container]:
    """All blocks, outer before inner; and tell each closing token which block it closes."""
    found: list[_Container] = []
    around: list[_Container | None] = []
    for index, token in enumerate(tokens):
        if token.nesting == 1:
            container = None
            if token.type == "container_block_open":
                outer = around[-1] if around else None
                inside = outer.opening.name if outer else "list or quotation" if around else ""
                container = _Container(index, opening(token.info), inside)
                found.append(container)
                if outer and outer.inner is None:
                    outer.inner = index
            around.append(container)
        elif token.nesting == -1:
            container = around.pop()
            if container:
                container.last = index
                token.meta["name"] = container.opening.name
    return found


def _container_problems(container: _Container, tokens: Sequence[Token], source: Source) -> list[Problem]:
    head, lines = container.opening, tokens[container.first].map or [0, 0]
    span = source.line(lines[0])
    problems = []
    if head.name not in _BLOCKS:
        help = did_you_mean(head.name, _BLOCKS, f"the blocks are {', '.join(f'`{name}`' for name in _BLOCKS)}")
        problems.append(Problem("unknown-block", f"there is no block `{head.name}`", span, help=help))
    if head.name == "question" and head.title:
        message = f"text behind `question`: `{head.title}`"
        help = "attributes stand in braces, `{#name objective=…}`; the question itself stands in the lines below"
        problems.append(Problem("block-attributes", message, span, help=help))
    elif head.name == "details" and not head.title:
        message, help = "`details` without a line to click on", "write it behind the name: `::: details Why`"
        problems.append(Problem("block-without-title", message, span, help=help))
    if head.fault:
        example = "`{#name key=value}`"
        problems.append(Problem("block-attributes", head.fault, span, help=f"attributes look like {example}"))
    elif head.name in PROSE_BLOCKS and head.attributes:
        message = f"`{head.name}` has no attributes"
        problems.append(Problem("unknown-attribute", message, span, help="remove the braces"))
    if head.name == "question" and container.inner is not None:
        line = source.line((tokens[container.inner].map or [0])[0]).line
        message = f"this `question` is not closed before another block opens in line {line}"
        problems.append(
            Problem("unclosed-fence", message, span, "opened here", "close it with a line `:::` above that")
        )
    elif not _is_closed(lines[1], source) and container.inside != "question":
        message, help = f"this `{head.name}` block is never closed", "close it with a line `:::`"
        problems.append(Problem("unclosed-fence", message, span, "opened here", help))
    if head.name == "question" and container.inside and container.inside != "question":
        where = f"the block `{container.inside}`" if container.inside in _BLOCKS else f"a {container.inside}"
        message = f"a question inside {where}"
        help = "close what stands around it first: a question stands on its own"
        problems.append(Problem("misplaced-question", message, span, help=help))
    return problems


def _is_closed(line: int, source: Source) -> bool:
    return line < len(source.lines) and re.fullmatch(r"[\s>]*:{3,}\s*", source.lines[line]) is not None

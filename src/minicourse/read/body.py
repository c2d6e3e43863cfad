"""Markdown text to a `Body`: prose, questions and quizzes in order, and all that they point at."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markdown_it.token import Token

from minicourse.model.lesson import Body, Link, Prose
from minicourse.model.questions import KINDS, Question
from minicourse.model.quiz import Quiz
from minicourse.problems import Problem, Span
from minicourse.problems.spelling import did_you_mean
from minicourse.read.markdown import Rendering, parser
from minicourse.read.mentions import collect, count_words
from minicourse.read.questions import read_question
from minicourse.read.questions.attributes import (
    ACTIVITY,
    QUIZ,
    Attribute,
    attribute_span,
    read_attributes,
    without_name,
)
from minicourse.read.questions.flashcards import read_flashcards
from minicourse.read.questions.scenario import read_scenario
from minicourse.read.quiz import ACTIVITIES, read_quiz
from minicourse.read.source import Source
from minicourse.read.syntax.block import PROSE_BLOCKS, Opening, opening
from minicourse.slugs import Anchors

_BLOCKS = (*ACTIVITIES, *PROSE_BLOCKS)

_HOLDS = {
    "question": (),
    "flashcards": (),
    "scenario": PROSE_BLOCKS,
    "quiz": ("question", *PROSE_BLOCKS),
    **dict.fromkeys(PROSE_BLOCKS, PROSE_BLOCKS),
}
"""Which blocks may stand in which."""


_OF_THE_OPENING = ("attribute-value", "question-without-name", "unknown-attribute")
"""What is wrong with the first line of a block, whatever it holds."""


@dataclass(slots=True)
class _Container:
    """A `:::` block in the token stream."""

    first: int
    """Index of its opening token."""
    opening: Opening
    markup: str
    """Its colons."""
    lines: tuple[int, int]
    """Indices of its first line and of the one that closes it."""
    inside: str
    """Name of the block around it; `list or quotation` in one of those; empty at the top."""
    outer: _Container | None
    """The block right around it."""
    last: int = 0
    """Index of its closing token."""
    stranger: _Container | None = None
    """The first block in it that can't be there."""

    def is_closed(self, source: Source) -> bool:
        """Has it a line of its own that closes it? One that closes the block around it closes this one as well."""
        line = self.lines[1]
        outer = self.outer
        if line >= len(source.lines) or (outer and outer.lines[1] == line and len(outer.markup) > len(self.markup)):
            return False
        return re.fullmatch(r"[\s>]*:{3,}\s*", source.lines[line]) is not None

    @property
    def holds(self) -> tuple[str, ...]:
        """Names of the blocks that may stand in it."""
        return _HOLDS.get(self.opening.name, _BLOCKS)

    @property
    def is_activity(self) -> bool:
        """Does it ask for something, at a place where that can be?"""
        return not self.inside and self.opening.name in ACTIVITIES


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
        problems += _container_problems(container, source)
    problems = _first_causes(problems)
    if any(problem.code in ("html-too-deep", "quiz-with-three-colons") for problem in problems):
        return Body(headings=tuple(mentions.headings)), problems

    reading = _Reading(tokens, containers, source, Rendering(env))
    blocks: list[Prose | Question | Quiz] = []
    done, words, section = 0, 0, ""
    for container in containers:
        if not container.is_activity:
            continue
        before = tokens[done : container.first]
        blocks += _prose(before, reading.rendering)
        words += _words(before)
        section = _last_anchor(before) or section
        activity, found = reading.activity(container, section)
        problems += found
        if activity is not None:
            blocks.append(activity)
        if container.opening.name == "scenario":
            words += _words(tokens[container.first : container.last])
            said = {problem.span.line for problem in found}
            mentions.links = [link for link in mentions.links if link.span.line not in said]
        done = container.last + 1
    blocks += _prose(tokens[done:], reading.rendering)
    words += _words(tokens[done:])

    anchors = names | mentions.ids | {heading.anchor for heading in mentions.headings}
    body = Body(
        blocks=tuple(blocks),
        headings=tuple(mentions.headings),
        links=(*mentions.links, *reading.links),
        citations=tuple(mentions.citations),
        terms=tuple(mentions.terms),
        anchors=frozenset(anchors),
        words=words,
    )
    return body, problems


class _Reading:
    """Reads the activities of one text."""

    def __init__(
        self, tokens: Sequence[Token], containers: Sequence[_Container], source: Source, rendering: Rendering
    ) -> None:
        self.tokens = tokens
        self.containers = containers
        self.source = source
        self.rendering = rendering
        self.links: list[Link] = []
        """Where the activities say that something was taught."""

    def activity(self, container: _Container, section: str) -> tuple[Question | Quiz | None, list[Problem]]:
        """What a block asks for, under the heading `section`."""
        if container.opening.name == "quiz":
            return self._quiz(container)
        question, problems = self._question(container)
        if container.stranger or not container.is_closed(self.source):
            # What else is in there doesn't belong to it.
            problems = [problem for problem in problems if problem.code in _OF_THE_OPENING]
        return (replace(question, section=section) if question else None), problems

    def _quiz(self, container: _Container) -> tuple[Quiz, list[Problem]]:
        fields, problems = self._fields(container, QUIZ)
        questions = []
        for inner in self.containers:
            if inner.opening.name == "question" and container.first < inner.first < container.last:
                question, found = self._question(inner)
                problems += found if inner.is_closed(self.source) and not inner.stranger else []
                questions += [question] if question else []
        quiz, found = read_quiz(self._of(container), fields, questions, self.source, self.rendering)
        whole = container.is_closed(self.source) and not container.stranger
        return quiz, problems + (found if whole else [])

    def _question(self, container: _Container) -> tuple[Question | None, list[Problem]]:
        tokens, opening = self._of(container), container.opening
        if opening.name == "question":
            question, problems = read_question(tokens, opening, self.source, self.rendering)
        else:
            fields, problems = self._fields(container, ACTIVITY)
            read = read_flashcards if opening.name == "flashcards" else read_scenario
            question, found = read(tokens, fields, self.source, self.rendering)
            problems += found
        if question and question.see:
            span = attribute_span("see", self._line(container), self.source)
            self.links.append(Link(question.see, "", "link", span))
        return question, problems

    def _fields(self, container: _Container, known: Mapping[str, Attribute]) -> tuple[dict[str, Any], list[Problem]]:
        """What the opening line says of a block."""
        head, line = container.opening, self._line(container)
        fields, problems = read_attributes(head.attributes, line, known, self.source)
        fields["span"] = self.source.line(line)
        if not fields["name"] and not head.fault and not head.title:
            problems.append(without_name(head.name, fields["span"]))
        return fields, problems

    def _of(self, container: _Container) -> Sequence[Token]:
        return self.tokens[container.first : container.last + 1]

    def _line(self, container: _Container) -> int:
        return (self.tokens[container.first].map or [0])[0]


def _first_causes(problems: list[Problem]) -> list[Problem]:
    """One mistake, one problem: what closes nothing is what was left over when something else was misread."""
    codes = {problem.code for problem in problems}
    if "quiz-with-three-colons" in codes:
        return [p for p in problems if p.code not in ("stray-fence", "unclosed-fence", "misplaced-question")]
    if codes & {"unclosed-fence", "misplaced-question"}:
        return [problem for problem in problems if problem.code != "stray-fence"]
    return problems


def _prose(tokens: Sequence[Token], rendering: Rendering) -> list[Prose | Question | Quiz]:
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
                lines = token.map or [0, 0]
                container = _Container(index, opening(token.info), token.markup, (lines[0], lines[1]), inside, outer)
                found.append(container)
                if outer and outer.stranger is None and container.opening.name not in outer.holds:
                    outer.stranger = container
            elif token.type == "heading_open":
                token.meta["inside"] = _enclosing(around)
            around.append(container)
        elif token.nesting == -1:
            container = around.pop()
            if container:
                container.last = index
                token.meta["name"] = container.opening.name
    return found


def _enclosing(around: Sequence[_Container | None]) -> str:
    """The quiz or scenario that a heading belongs to, and not to the text."""
    names = [container.opening.name for container in around if container]
    return next((name for name in names if name in ("quiz", "scenario")), "")


def _container_problems(container: _Container, source: Source) -> list[Problem]:
    head, span = container.opening, source.line(container.lines[0])
    problems = []
    if head.name not in _BLOCKS:
        problems.append(_unknown_block(head.name, span))
    if head.name in ACTIVITIES and head.title:
        message = f"text behind `{head.name}`: `{head.title}`"
        help = "attributes stand in braces, `{#name objective=…}`; everything else stands in the lines below"
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
    if head.name == "quiz" and container.markup == ":::":
        message, help = "a quiz with three colons, as its questions have", "write four, `:::: quiz` … `::::`"
        problems.append(Problem("quiz-with-three-colons", message, span, help=help))
    elif head.name in ACTIVITIES and container.stranger and not _is_misplaced(container.stranger, source):
        line = source.line(container.stranger.lines[0]).line
        message = f"this `{head.name}` is not closed before another block opens in line {line}"
        help = f"close it with a line `{container.markup}` above that"
        problems.append(Problem("unclosed-fence", message, span, "opened here", help))
    elif not container.is_closed(source) and container.inside not in ("question", "flashcards", "scenario"):
        message = f"this `{head.name}` block is never closed"
        help = f"close it with a line `{container.markup}`"
        problems.append(Problem("unclosed-fence", message, span, "opened here", help))
    if _is_misplaced(container, source):
        problems.append(_misplaced(container, span))
    return problems


def _unknown_block(name: str, span: Span) -> Problem:
    help = did_you_mean(name, _BLOCKS, f"the blocks are {', '.join(f'`{name}`' for name in _BLOCKS)}")
    if name in (kind.kind for kind in KINDS):
        help = "write `::: question {#a-short-name}`: its kind follows from what is written in it"
    return Problem("unknown-block", f"there is no block `{name}`", span, help=help)


def _is_misplaced(container: _Container, source: Source) -> bool:
    """Does it stand where it can't? Not when it was swallowed by a block that its author forgot to close."""
    outer, name = container.outer, container.opening.name
    if container.inside not in _BLOCKS:
        return name in ACTIVITIES and bool(container.inside) and outer is None
    if outer and outer.opening.name in ACTIVITIES:
        nested = len(outer.markup) > len(container.markup) and outer.is_closed(source)
        return name not in outer.holds and nested
    return name in ACTIVITIES


def _misplaced(container: _Container, span: Span) -> Problem:
    name, outside = container.opening.name, container.inside
    where = f"the block `{outside}`" if outside in _BLOCKS else f"a {outside}"
    if name not in ACTIVITIES:
        help = f"move it above the block `{outside}`, or below"
        return Problem("misplaced-question", f"a block `{name}` inside {where}", span, help=help)
    message, help = f"a {name} inside {where}", f"close what stands around it first: a {name} stands on its own"
    if name == "flashcards":
        message, help = f"flashcards inside {where}", "close what stands around them first: they stand on their own"
    return Problem("misplaced-question", message, span, help=help)

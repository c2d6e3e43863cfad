"""Markdown text to a `Body`: prose, questions and quizzes in order, and all that they point at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from markdown_it.token import Token

from minicourse.model.lesson import Body, Link, Prose
from minicourse.model.questions import Question
from minicourse.model.quiz import Quiz
from minicourse.model.recordings import Recording
from minicourse.problems import Problem
from minicourse.read.containers import Container, container_problems, containers_of
from minicourse.read.fragments import Fragments
from minicourse.read.markdown import Rendering, parser
from minicourse.read.mentions import collect, count_words
from minicourse.read.passages import passages_of
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
from minicourse.read.quiz import read_quiz
from minicourse.read.recordings import read_recording
from minicourse.read.shelf import EMPTY_SHELF, Shelf
from minicourse.read.source import Source
from minicourse.read.syntax.block import PROSE_BLOCKS, RECORDINGS
from minicourse.slugs import Anchors

_OF_THE_OPENING = ("attribute-value", "question-without-name", "unknown-attribute")
"""What is wrong with the first line of a block, whatever it holds."""


def read_body(text: str, path: str, first_line: int = 1, shelf: Shelf = EMPTY_SHELF) -> tuple[Body, list[Problem]]:
    """Read Markdown that begins at line `first_line` of the file `path`, and what it includes from a shelf."""
    body, _, problems = read_text(text, path, first_line, shelf)
    return body, problems


def read_text(text: str, path: str, first_line: int, shelf: Shelf) -> tuple[Body, str, list[Problem]]:
    """The same, and besides the Markdown as a whole, with all that is included in its place."""
    fragments = Fragments(text, path, first_line, shelf)
    source = fragments.source
    env: dict[str, Any] = {"fragments": fragments}
    tokens = parser().parse(text, env)
    fragments.rebase(tokens)
    containers = containers_of(tokens)
    names = {c.opening.attributes["id"] for c in containers if "id" in c.opening.attributes}
    mentions = collect(tokens, source, Anchors(names))
    problems = mentions.problems
    for container in containers:
        problems += container_problems(container, source)
    problems = [*fragments.problems, *_footnotes(env, source), *_first_causes(problems)]
    if any(problem.code in ("html-too-deep", "quiz-with-three-colons") for problem in problems):
        return Body(headings=tuple(mentions.headings), fragments=fragments.paths), text, problems

    reading = _Reading(tokens, containers, fragments, Rendering(env))
    reading.read_prose_blocks()
    blocks, words = reading.blocks()
    problems += reading.problems
    # A decision that leads nowhere has been told of where its scenario is read.
    unclear = [problem for problem in reading.problems if problem.code in ("broken-anchor", "scenario-unclear")]
    told = {(problem.span.path, problem.span.line) for problem in unclear}
    links = [link for link in mentions.links if (link.span.path, link.span.line) not in told]
    anchors = names | mentions.ids | {heading.anchor for heading in mentions.headings}
    body = Body(
        blocks=blocks,
        headings=tuple(mentions.headings),
        links=(*links, *reading.links),
        citations=tuple(mentions.citations),
        terms=tuple(mentions.terms),
        anchors=frozenset(anchors),
        words=words,
        recordings=tuple(reading.recordings),
        uses=frozenset(container.opening.name for container in containers) & frozenset(PROSE_BLOCKS),
        fragments=fragments.paths,
        passages=passages_of(tokens, source),
    )
    return body, fragments.expanded(), _first_causes(problems)


class _Reading:
    """Reads the activities of one text."""

    def __init__(
        self, tokens: Sequence[Token], containers: Sequence[Container], fragments: Fragments, rendering: Rendering
    ) -> None:
        self.tokens = tokens
        self.containers = containers
        self.fragments = fragments
        self.source = fragments.source
        self.rendering = rendering
        self.recordings: list[Recording] = []
        self.links: list[Link] = []
        """What the opening lines of blocks point at."""
        self.problems: list[Problem] = []
        """What is wrong with the blocks."""

    def read_prose_blocks(self) -> None:
        """Read what the opening lines of figures and recordings say, and give each recording its number."""
        for container in self.containers:
            if container.opening.name == "figure":
                line = container.lines[0]
                self.problems += read_attributes(container.opening.attributes, line, {}, self.source)[1]
            if container.opening.name in RECORDINGS and not container.opening.fault:
                self._recording(container)

    def _recording(self, container: Container) -> None:
        tokens = self._of(container)
        made, links, problems = read_recording(tokens, container, self.source, self.fragments.rebased)
        self.problems += problems
        self.links += links
        tokens[2].children = []
        for token in tokens[4:-1]:
            token.meta["unread"] = True
        if made:
            tokens[0].meta["recording"] = len(self.recordings)
            tokens[0].meta["transcribed"] = tokens[-1].meta["transcribed"] = made.transcribed
            self.recordings.append(made)

    def blocks(self) -> tuple[tuple[Prose | Question | Quiz, ...], int]:
        """Prose and activities in order, and how many words there are to read besides questions."""
        blocks: list[Prose | Question | Quiz] = []
        done, words, section = 0, 0, ""
        for container in (container for container in self.containers if container.is_activity):
            before = self.tokens[done : container.first]
            section = _last_anchor(before) or section
            activity, found = self.activity(container, section)
            self.problems += found
            blocks += [*_prose(before, self.rendering), *([activity] if activity else [])]
            words += _words(before)
            if container.opening.name == "scenario":
                words += _words(self._of(container))
            done = container.last + 1
        blocks += _prose(self.tokens[done:], self.rendering)
        return tuple(blocks), words + _words(self.tokens[done:])

    def activity(self, container: Container, section: str) -> tuple[Question | Quiz | None, list[Problem]]:
        """What a block asks for, under the heading `section`."""
        if container.opening.name == "quiz":
            return self._quiz(container)
        question, problems = self._question(container)
        if container.stranger or not container.is_closed(self.source):
            # What else is in there doesn't belong to it.
            problems = [problem for problem in problems if problem.code in _OF_THE_OPENING]
        return (replace(question, section=section) if question else None), problems

    def _quiz(self, container: Container) -> tuple[Quiz, list[Problem]]:
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

    def _question(self, container: Container) -> tuple[Question | None, list[Problem]]:
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
            see = self.fragments.rebased(question.see, self._line(container))
            question = replace(question, see=see)
            self.links.append(Link(see, "", "link", span))
        return question, problems

    def _fields(self, container: Container, known: Mapping[str, Attribute]) -> tuple[dict[str, Any], list[Problem]]:
        """What the opening line says of a block."""
        head, line = container.opening, self._line(container)
        fields, problems = read_attributes(head.attributes, line, known, self.source)
        fields["span"] = self.source.line(line)
        if not fields["name"] and not head.fault and not head.title:
            problems.append(without_name(head.name, fields["span"]))
        return fields, problems

    def _of(self, container: Container) -> Sequence[Token]:
        return self.tokens[container.first : container.last + 1]

    def _line(self, container: Container) -> int:
        return (self.tokens[container.first].map or [0])[0]


def _footnotes(env: dict[str, Any], source: Source) -> list[Problem]:
    """Footnotes of one name: all but one of them would be lost."""
    problems, first = [], dict[str, int]()
    for name, line in env["footnote_places"]:
        at, span = source.line(first.setdefault(name, line)), source.line(line)
        if at != span:  # a fragment may be included twice, and its note is the same then
            help = f"the first is at {at.path}:{at.line}; name this one otherwise"
            problems.append(Problem("duplicate-footnote", f"a second footnote `[^{name}]`", span, help=help))
    return problems


def _first_causes(problems: list[Problem]) -> list[Problem]:
    """One mistake, one problem: what closes nothing is what was left over when something else was misread."""
    codes = {problem.code for problem in problems}
    if "quiz-with-three-colons" in codes:
        return [p for p in problems if p.code not in ("stray-fence", "unclosed-fence", "misplaced-question")]
    if codes & {"unclosed-fence", "misplaced-question", "quiz-without-questions"}:
        return [problem for problem in problems if problem.code != "stray-fence"]
    return problems


def _prose(tokens: Sequence[Token], rendering: Rendering) -> list[Prose | Question | Quiz]:
    html = rendering.html(tokens) if tokens else ""
    return [Prose(html)] if html else []


def _words(tokens: Sequence[Token]) -> int:
    return sum(count_words(token.content) for token in tokens if token.type == "inline" and "unread" not in token.meta)


def _last_anchor(tokens: Sequence[Token]) -> str:
    headings = (token for token in reversed(tokens) if token.type == "heading_open" and not token.meta.get("inside"))
    ids = (str(token.attrGet("id")) for token in headings)
    return next(ids, "")

"""A lesson: what one Markdown file says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from minicourse.model.passage import Passage
from minicourse.model.questions import Question
from minicourse.model.quiz import Quiz
from minicourse.model.recordings import Recording
from minicourse.model.selection import Selection
from minicourse.problems import Span


@dataclass(frozen=True, slots=True)
class Objective:
    """What a learner will be able to do."""

    name: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Prose:
    """A stretch of running text. Its links are as the author wrote them: paths of source files."""

    html: str
    """Sanitised, well-formed block HTML."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in the text."""

    level: int
    text: str
    anchor: str
    span: Span
    listed: bool = True
    """Does it stand in the table of contents? Those in tabs don't: only one of them is on view."""
    mark: Span | None = None
    """Where the signs stand that make it a heading: the `#` in front of it, or the line below it."""


@dataclass(frozen=True, slots=True)
class Link:
    """Something that the text points at."""

    target: str
    """An address: a file relative to this one with an optional `#anchor`, percent-encoded, or a web address."""
    text: str
    """What the reader sees, or an image's text alternative."""
    kind: Literal["link", "image", "decoration"]
    """A decoration is an image that says of itself, by `alt=""` in HTML, that it means nothing."""
    span: Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A citation's key or a glossary term, where it is used."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Body:
    """What a Markdown text says, in order, and all that it points at."""

    blocks: tuple[Prose | Question | Quiz, ...] = ()
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    citations: tuple[Mention, ...] = ()
    terms: tuple[Mention, ...] = ()
    anchors: frozenset[str] = frozenset()
    """Every id on the page: headings, questions, and what raw HTML sets."""
    words: int = 0
    """How many words of running text a reader reads; questions and recordings are counted by themselves."""
    recordings: tuple[Recording, ...] = ()
    """Videos and sound recordings in order. Where one belongs, the prose has an empty element with its number, from 0,
    as `data-recording`."""
    uses: frozenset[str] = frozenset()
    """Names of the blocks that it uses: what a page needs for them is brought only where they are."""
    fragments: tuple[str, ...] = ()
    """Files that it includes, relative to `content/`."""
    passages: tuple[Passage, ...] = ()
    """All that is read in words, for rules about writing; headings, activities and transcripts are left out."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions in order, those of quizzes among them."""
        return tuple(
            question
            for block in self.blocks
            for question in (
                block.questions if isinstance(block, Quiz) else [block] if isinstance(block, Question) else []
            )
        )

    @property
    def activities(self) -> tuple[Question, ...]:
        """What stands in the flow of the text, to be answered one at a time."""
        return tuple(block for block in self.blocks if isinstance(block, Question))

    @property
    def practice(self) -> tuple[Question, ...]:
        """The questions among them, which are counted and numbered."""
        return tuple(activity for activity in self.activities if activity.numbered)

    @property
    def quizzes(self) -> tuple[Quiz, ...]:
        """The quizzes in order."""
        return tuple(block for block in self.blocks if isinstance(block, Quiz))

    @property
    def cited(self) -> tuple[str, ...]:
        """The keys cited, each once, in order of first citation: the key's place is its number on the page."""
        return tuple(dict.fromkeys(mention.name for mention in self.citations))


Presentation = Literal["page", "cards"]
"""How a lesson is shown: as one page, or a card at a time."""

# Silent reading of English non-fiction: 238 words a minute (Brysbaert, 2019). A course is read more slowly.
WORDS_PER_MINUTE = 200
SECONDS_PER_QUESTION = 45


@dataclass(frozen=True, slots=True)
class Lesson:
    """One Markdown file, one page."""

    path: str
    """The file, relative to `content/`."""
    span: Span
    """Where its title stands."""
    slug: str
    """Its part of the address."""
    title: str
    summary: str
    objectives: tuple[Objective, ...]
    tags: tuple[str, ...]
    checked: str | None
    """ISO 8601 date on which its facts were last checked."""
    checked_span: Span
    """Where that date stands, if it does."""
    image: Link | None
    """The author's own picture in place of the drawn card."""
    selection: Selection
    """Which rules count in this file."""
    draft: bool
    stated_minutes: int | None
    """How long it takes, when the author says so."""
    presentation: Presentation | None
    """How it is shown, when the author says so for this lesson."""
    body: Body
    markdown: str
    """The text below the front matter, as written, and what it includes in its place."""
    digest: str
    """Digest of title and text: progress remembers which wording was completed."""

    @property
    def questions(self) -> int:
        """How many questions a learner meets: of a bank, as many as are drawn."""
        return len(self.body.practice) + sum(quiz.length for quiz in self.body.quizzes)

    @property
    def is_test(self) -> bool:
        """Does it ask only, in quizzes?"""
        return bool(self.body.quizzes) and not self.body.activities

    @property
    def minutes(self) -> int:
        """About how long it takes: 200 words a minute, 45 seconds a question, and recordings whose length is known;
        rounded up."""
        if self.stated_minutes is not None:
            return self.stated_minutes
        answered = len(self.body.activities) + sum(quiz.length for quiz in self.body.quizzes)
        seconds = self.body.words * 60 / WORDS_PER_MINUTE + answered * SECONDS_PER_QUESTION
        seconds += sum(recording.seconds or 0 for recording in self.body.recordings)
        return max(1, -int(-seconds // 60))

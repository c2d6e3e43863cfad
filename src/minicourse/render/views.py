"""What a template may see: one frozen view a page, a docstring under each field.

A page is a pure function of its view, so a view holds plain values only: text, addresses relative to
the page, and HTML that is already safe (`Markup`, which autoescaping leaves alone). The reference of the
theme is made from these docstrings.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from minicourse.model.lesson import Presentation
from minicourse.render.accessibility import Report
from minicourse.render.analysis_views import AnalysisPage
from minicourse.render.certificate_views import CertificatePage, VerifyPage
from minicourse.render.coverage_views import CoveragePage
from minicourse.render.frame_views import Crumb, Head, LessonLink, Navigation, SiteView, UnitLink
from minicourse.render.question_views import QuestionView, QuizView


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A heading in "on this page"."""

    title: str
    """Text of the heading."""
    anchor: str
    """Its id."""
    level: int
    """2 or 3."""


@dataclass(frozen=True, slots=True)
class ObjectiveView:
    """What a learner will be able to do."""

    name: str
    """Its stable name."""
    text: str
    """Its text as written."""
    questions: int = 0
    """How many questions assess it (where a page shows what is tested)."""
    asks: str = ""
    """The names of those that can be right or wrong, with spaces between (likewise)."""


@dataclass(frozen=True, slots=True)
class TaughtView:
    """What one lesson teaches and tests."""

    lesson: LessonLink
    """The lesson."""
    objectives: tuple[ObjectiveView, ...]
    """Its objectives."""


@dataclass(frozen=True, slots=True)
class QuizLink:
    """A quiz, where it is only named."""

    name: str
    """The name under which its results are stored."""
    title: str
    """Its title; may be empty."""
    url: str
    """Its address."""


@dataclass(frozen=True, slots=True)
class LessonProgress:
    """A lesson on the page of the learner's progress."""

    lesson: LessonLink
    """The lesson."""
    objectives: tuple[ObjectiveView, ...]
    """What it teaches and no lesson before it did."""
    quizzes: tuple[QuizLink, ...]
    """Its quizzes."""


@dataclass(frozen=True, slots=True)
class LockView:
    """What a lesson waits for."""

    script: str
    """Address of the tiny classic script that decides before the first paint (no `defer`)."""
    lesson: LessonLink
    """The lesson that comes first."""
    needs: int
    """How many of its questions must be answered rightly; none where it must be complete."""


@dataclass(frozen=True, slots=True)
class ProseView:
    """A stretch of running text between two questions."""

    html: Markup
    """Block HTML."""


@dataclass(frozen=True, slots=True)
class ReferenceView:
    """One entry of a list of references."""

    anchor: str
    """Its id on the page, where citations lead."""
    number: int | None
    """Its number in the lesson; none on the page of all references."""
    html: Markup
    """The formatted entry, inline HTML."""
    cited_in: tuple[LessonLink, ...] = ()
    """The lessons that cite it (page of all references only)."""


@dataclass(frozen=True, slots=True)
class TermView:
    """One entry of the glossary."""

    term: str
    """The term."""
    anchor: str
    """Its id on the page."""
    html: Markup
    """Its definition, inline HTML."""


@dataclass(frozen=True, slots=True)
class UnitIntro:
    """What precedes the first lesson of a unit on the print page."""

    title: str
    """The unit's title."""
    html: Markup
    """Text of the folder's `index.md`, block HTML; may be empty."""
    references: tuple[ReferenceView, ...]
    """What this text cites, numbered in order of first citation."""


@dataclass(frozen=True, slots=True)
class LessonBody:
    """A lesson's content, on its own page or as a part of the print page."""

    key: str
    """The name under which its progress is stored."""
    digest: str
    """Digest of what the lesson says."""
    title: str
    """Its title."""
    anchor: str
    """Its id on the print page."""
    number: int
    """Its place in the course, from 1."""
    lesson_count: int
    """How many lessons the course has."""
    summary: str
    """What it is about, one sentence; may be empty."""
    minutes: int
    """About how long it takes."""
    question_count: int
    """How many questions it asks."""
    is_test: bool
    """Does it ask only, in a quiz?"""
    checked: str | None
    """The date on which its facts were checked, in words."""
    objectives: tuple[ObjectiveView, ...]
    """What a learner will be able to do after it."""
    blocks: tuple[ProseView | QuestionView | QuizView, ...]
    """Prose, questions and quizzes in order; a question has a `kind`, a quiz has `questions`."""
    answered: tuple[QuestionView, ...]
    """The questions and cards of it, those of quizzes too, that have an answer to be printed."""
    references: tuple[ReferenceView, ...]
    """What it cites, numbered in order of first citation."""
    presentation: Presentation
    """How it is shown until the reader chooses: as one page, or a card at a time."""
    unit: UnitIntro | None = None
    """The unit that begins with it (print page only)."""


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture of the course's own files."""

    url: str
    """Its address, relative to the page."""
    width: int | None
    """In pixels, where the picture says so."""
    height: int | None
    """In pixels, where the picture says so."""


@dataclass(frozen=True, slots=True)
class CoursePage:
    """View of `course.html`: the front page."""

    head: Head
    site: SiteView
    navigation: Navigation
    title: str
    """The course's title."""
    description: str
    """One or two sentences on the course; may be empty."""
    audience: str
    """Whom it is for; may be empty."""
    html: Markup
    """The front page's text, block HTML."""
    references: tuple[ReferenceView, ...]
    """What this text cites, numbered in order of first citation."""
    cover_svg: Markup
    """The course's cover as inline SVG (presentation attributes only, colours as classes c1 to c6)."""
    cover_image: PictureView | None
    """The author's own picture, to be shown in its place."""
    objectives: tuple[ObjectiveView, ...]
    """What the course says a learner will be able to do after all of it."""
    taught: tuple[TaughtView, ...]
    """What each lesson teaches, and how often it is tested; none in a course too long to list."""
    outline: tuple[LessonLink | UnitLink, ...]
    """Every unit and, in courses of a readable size, every lesson."""
    first: LessonLink | None
    """Where to start."""
    minutes: int
    """About how long all of it takes."""
    question_count: int
    """How many questions it asks."""
    lesson_count: int
    """How many lessons it has."""
    objective_count: int
    """How many objectives its lessons teach and test."""
    review_index: str | None
    """Name of the script that lists what the review can ask, among the assets; none where it asks nothing."""


@dataclass(frozen=True, slots=True)
class ReviewLesson:
    """A lesson with questions that are asked again."""

    title: str
    """The lesson's title."""
    url: str
    """Address of its first question."""
    questions: int
    """How many of its questions are asked again; a pack of cards is one."""


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """View of `review.html`: where questions are asked again."""

    head: Head
    site: SiteView
    navigation: Navigation
    crumbs: tuple[Crumb, ...]
    index: str
    """Name of the script that lists what can be asked, among the assets; the page brings it when it is wanted."""
    lessons: tuple[ReviewLesson, ...]
    """The first lessons whose questions are asked again."""
    more: bool
    """Are there more than are listed?"""


@dataclass(frozen=True, slots=True)
class UnitPage:
    """View of `unit.html`: a folder of lessons."""

    head: Head
    site: SiteView
    navigation: Navigation
    crumbs: tuple[Crumb, ...]
    title: str
    """The unit's title."""
    summary: str
    """What it is about, one sentence; may be empty."""
    html: Markup
    """Text of the folder's `index.md`, block HTML; may be empty."""
    references: tuple[ReferenceView, ...]
    """What this text cites, numbered in order of first citation."""
    lessons: tuple[LessonLink, ...]
    """Its lessons in order."""
    minutes: int
    """About how long all of it takes."""


@dataclass(frozen=True, slots=True)
class LessonPage:
    """View of `lesson.html`."""

    head: Head
    site: SiteView
    navigation: Navigation
    crumbs: tuple[Crumb, ...]
    lesson: LessonBody
    toc: tuple[TocEntry, ...]
    """Headings of level 2 and 3."""
    previous: LessonLink | None
    """The lesson before."""
    next: LessonLink | None
    """The lesson after."""
    markdown: str
    """Address of the lesson's Markdown twin."""
    lock: LockView | None = None
    """What it waits for, in a course whose lessons open one after the other."""


@dataclass(frozen=True, slots=True)
class GlossaryPage:
    """View of `glossary.html`."""

    head: Head
    site: SiteView
    navigation: Navigation
    crumbs: tuple[Crumb, ...]
    terms: tuple[TermView, ...]
    """All terms in alphabetical order."""


@dataclass(frozen=True, slots=True)
class ReferencesPage:
    """View of `references.html`."""

    head: Head
    site: SiteView
    navigation: Navigation
    crumbs: tuple[Crumb, ...]
    references: tuple[ReferenceView, ...]
    """All references in alphabetical order."""


@dataclass(frozen=True, slots=True)
class PrintPage:
    """View of `print.html`: the whole course on one page, answers at the end."""

    head: Head
    site: SiteView
    navigation: Navigation
    title: str
    """The course's title."""
    description: str
    """One or two sentences on the course; may be empty."""
    html: Markup
    """The front page's text, block HTML."""
    references: tuple[ReferenceView, ...]
    """What this text cites, numbered in order of first citation."""
    lessons: tuple[LessonBody, ...]
    """Every lesson in order, ids made unique."""
    terms: tuple[TermView, ...]
    """The glossary."""


@dataclass(frozen=True, slots=True)
class UnitLeaf:
    """A unit in the course as one file, before its lessons."""

    anchor: str
    """Its id."""
    title: str
    """The unit's title."""
    summary: str
    """What it is about, one sentence; may be empty."""
    html: Markup
    """Text of the folder's `index.md`, block HTML; may be empty."""
    references: tuple[ReferenceView, ...]
    """What this text cites, numbered in order of first citation."""
    lessons: tuple[LessonLink, ...]
    """Its lessons in order."""


@dataclass(frozen=True, slots=True)
class LessonLeaf:
    """A lesson in the course as one file."""

    lesson: LessonBody
    """The lesson, ids made unique."""
    previous: LessonLink | None
    """The lesson before."""
    next: LessonLink | None
    """The lesson after."""


@dataclass(frozen=True, slots=True)
class OneFilePage:
    """View of `one_file.html`: the whole course in one file that needs nothing beside it."""

    site: SiteView
    policy: Markup
    """The Content-Security-Policy: what is in the file, and nothing else."""
    style: Markup
    """The stylesheet."""
    first_script: Markup
    """The script that sets the chosen colour scheme before the first paint."""
    script: Markup
    """All other scripts, for the end of the page."""
    script_words: Markup
    """The words that these scripts say, as JSON, for a `data-words` attribute in single quotes."""
    icon: str
    """The course's icon as a `data:` address."""
    navigation: Navigation
    title: str
    """The course's title."""
    description: str
    """One or two sentences on the course; may be empty."""
    audience: str
    """Whom it is for; may be empty."""
    html: Markup
    """The front page's text, block HTML."""
    references: tuple[ReferenceView, ...]
    """What this text cites, numbered in order of first citation."""
    cover_svg: Markup
    """The course's cover as inline SVG."""
    objectives: tuple[ObjectiveView, ...]
    """What the course says a learner will be able to do after all of it."""
    outline: tuple[LessonLink | UnitLink, ...]
    """Every unit and, in courses of a readable size, every lesson."""
    first: LessonLink | None
    """Where to start."""
    minutes: int
    """About how long all of it takes."""
    question_count: int
    """How many questions it asks."""
    lesson_count: int
    """How many lessons it has."""
    leaves: tuple[UnitLeaf | LessonLeaf, ...]
    """Every unit and every lesson in order; a lesson has a `lesson`."""
    terms: tuple[TermView, ...]
    """The glossary."""
    bibliography: tuple[ReferenceView, ...]
    """All references in alphabetical order."""
    cover_image: PictureView | None = None
    """The author's own picture in place of the drawn cover."""
    review_index: str | None = None
    """None: questions are asked again on the site only."""


@dataclass(frozen=True, slots=True)
class ProgressPage:
    """View of `progress.html`: what this browser remembers of the course."""

    head: Head
    site: SiteView
    navigation: Navigation
    crumbs: tuple[Crumb, ...]
    lessons: tuple[LessonProgress, ...]
    """Every lesson in order."""
    lesson_count: int
    """How many they are."""
    objective_count: int
    """How many objectives they teach and test."""
    names: Markup
    """The names of all questions and quizzes by lesson, `[[key, [name, …]], …]`, as JSON for an attribute in single
    quotes: a link names them by their place in it."""


@dataclass(frozen=True, slots=True)
class AccessibilityPage:
    """View of `accessibility.html`: how the course meets WCAG 2.2 AA, and how that is known."""

    head: Head
    site: SiteView
    navigation: Navigation
    crumbs: tuple[Crumb, ...]
    report: Report


@dataclass(frozen=True, slots=True)
class MissingPage:
    """View of `404.html`. Its addresses are absolute below the course's `url`, since it is shown at any depth."""

    head: Head
    site: SiteView
    navigation: Navigation


Page = (
    CoursePage
    | UnitPage
    | LessonPage
    | GlossaryPage
    | ReferencesPage
    | ProgressPage
    | PrintPage
    | AccessibilityPage
    | CoveragePage
    | CertificatePage
    | VerifyPage
    | MissingPage
    | OneFilePage
    | AnalysisPage
)

Words = Mapping[str, "str | Mapping[str, str]"]
"""The words of the theme in one language: `name: text`, or `name: {one: …, other: …}` where a number decides."""

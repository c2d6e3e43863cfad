"""What the template of the report on learners' results may see."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Whisker:
    """A value and its interval, on a scale from 0 to 100."""

    value: float
    """Where the bar ends."""
    low: float
    """Lower end of the 95 % interval."""
    high: float
    """Upper end of it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as text; empty where too few learners stand behind it."""

    value: str
    """`71 %`, or a correlation: `.31`."""
    interval: str
    """Its 95 % interval: `54 to 83 %`, `.02 to .55`."""


@dataclass(frozen=True, slots=True)
class FlagView:
    """What speaks against a question."""

    severity: str
    """`warning` or `advice`."""
    code: str
    """Name of its rule."""
    message: str
    """What is wrong, a sentence."""
    help: str
    """What to do about it, likewise."""
    place: str
    """File and line: `content/01-key-roles.md:48`."""


@dataclass(frozen=True, slots=True)
class BarRow:
    """A choice, or a part of a question, with its bar."""

    label: str
    """Its text, plain, in the language of the course."""
    right: bool
    """Of a choice: is it right?"""
    count: int | None
    """Of a choice: how many took it."""
    figure: Figure
    """Which share took it, or had the part right."""
    bar: Whisker
    """The same, drawn."""
    rest: str
    """Of a choice: how those who took it did elsewhere, in points of a hundred: `+8`, `−12`; else empty."""


@dataclass(frozen=True, slots=True)
class QuestionReport:
    """A question of which something can be said."""

    number: int
    """Its number in the chart and in the table, from 1."""
    anchor: str
    """Where it stands in the report."""
    name: str
    """Its stable name."""
    stem: str
    """What it asks, plain text; its name where that is asked by the theme's own words."""
    place: str
    """File and line: `content/01-key-roles.md:48`."""
    n: int
    """How many learners answered it."""
    right: Figure
    """How much of it was right."""
    discrimination: Figure
    """How closely being right here goes together with being right elsewhere."""
    bars_of: str
    """What the bars show: `choices`, `parts`, or nothing."""
    bars: tuple[BarRow, ...]
    """Its choices, or its parts."""
    wrong_texts: tuple[tuple[str, int], ...]
    """What several learners wrote that is wrong, each with how many."""
    certain: str
    """What those answered who were certain, in a sentence; may be empty."""
    notes: tuple[str, ...]
    """What was left out, and whether the question has changed."""
    flags: tuple[FlagView, ...]
    """What speaks against it."""


@dataclass(frozen=True, slots=True)
class ObjectiveReport:
    """An objective, the weakest first."""

    text: str
    """What a learner will be able to do, in the language of the course."""
    questions: int
    """How many of its questions were answered."""
    n: int
    """How many learners answered one."""
    figure: Figure
    """Their mean."""
    bar: Whisker | None
    """The same, drawn; none of too few learners."""


@dataclass(frozen=True, slots=True)
class Point:
    """A question in the chart."""

    number: int
    """Its number in the table."""
    x: float
    """Its difficulty, in the units of the chart."""
    y: float
    """Its discrimination."""
    flagged: bool
    """Does something speak against it?"""
    label_x: float | None
    """Where its number stands; none where there is no room."""
    label_y: float | None
    title: str
    """Its name and its numbers."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the chart with its number."""

    at: float
    """Where it is, in the units of the chart."""
    label: str


@dataclass(frozen=True, slots=True)
class Scatter:
    """The chart of difficulty and discrimination; its sizes are the units of an SVG."""

    width: float
    height: float
    left: float
    """The edges of the field."""
    right: float
    top: float
    bottom: float
    sound_left: float
    """The field within, where nothing speaks against a question: between these two, and above the third."""
    sound_right: float
    sound_bottom: float
    across: tuple[Tick, ...]
    """Lines for the difficulty."""
    up: tuple[Tick, ...]
    """Lines for the discrimination."""
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class AnalysisPage:
    """View of `analysis.html`: what learners' answers say of the questions, in one file that holds all it needs."""

    title: str
    """Title of the course."""
    language: str
    """Language of the course; the report itself is in English."""
    direction: str
    """`ltr` or `rtl`: how the language of the course is written."""
    policy: Markup
    """The page's security policy."""
    style: Markup
    """The stylesheet."""
    tool_version: str
    """Version of minicourse."""
    learners: int
    """How many learners there are."""
    files: tuple[str, ...]
    """What became of the files that were given, a phrase each."""
    since: str
    """The ISO 8601 date from which answers count; empty: all."""
    scatter: Scatter | None
    """None where fewer than two questions have both numbers."""
    questions: tuple[QuestionReport, ...]
    """The questions that enough learners answered, in the order of the course."""
    flag_count: int
    """How many flags there are."""
    too_few: tuple[tuple[str, int], ...]
    """The names of the others, each with how many answered."""
    objectives: tuple[ObjectiveReport, ...]
    """The objectives, the weakest first."""
    least: int
    """Below so many learners nothing is said."""

"""The report on learners' results: one HTML file without a script, that asks for nothing from anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minicourse.analysis import Outcome
from minicourse.analysis.flags import decimal
from minicourse.analysis.items import Item, ObjectiveItem
from minicourse.analysis.measures import LEAST, Estimate
from minicourse.model.course import Course
from minicourse.problems import Problem, Span
from minicourse.project import Project
from minicourse.render.analysis_views import (
    AnalysisPage,
    BarRow,
    Figure,
    FlagView,
    ObjectiveReport,
    QuestionReport,
)
from minicourse.render.assets import ANALYSIS
from minicourse.render.charts import scatter, whisker
from minicourse.render.head import inline_style, style_policy
from minicourse.render.site import theme_of
from minicourse.render.words import direction
from minicourse.version import __version__

MARK = b"<!-- a report of minicourse analyze: the next one may be written over it -->\n"
"""How a report ends: a file that ends otherwise is none of ours, and isn't written over."""

NO_FIGURE = Figure("", "")


def analysis_report(course: Course, project: Project, outcome: Outcome) -> bytes:
    """The report. Raises `jinja2.TemplateError` when a template of the author's has a mistake."""
    theme = theme_of(course, project)
    style = inline_style(theme.inline("css", ANALYSIS.styles))
    analysis = outcome.analysis
    enough = [item for item in analysis.items if item.n >= LEAST]
    numbered = list(enumerate(enough, 1))
    flags = {item.question.name: _flags(item, outcome.problems) for item in enough}
    page = AnalysisPage(
        title=course.title,
        language=course.language,
        direction=direction(course.language),
        policy=style_policy(style),
        style=style,
        tool_version=__version__,
        learners=analysis.learners,
        files=tuple(_files(outcome)),
        since=outcome.since,
        scatter=scatter(numbered, {name for name, found in flags.items() if found}),
        questions=tuple(_question(number, item, flags[item.question.name]) for number, item in numbered),
        flag_count=len(outcome.problems),
        too_few=tuple((item.question.name, item.n) for item in analysis.items if item.n < LEAST),
        objectives=tuple(_objective(one) for one in analysis.objectives),
        least=LEAST,
    )
    return theme.render("analysis.html", page).encode() + MARK


def _files(outcome: Outcome) -> Iterator[str]:
    """What became of the files. Their names are not told: they may be those of people."""
    learners = outcome.learners
    yield f"{outcome.files} given"
    for count, what in (
        (len(outcome.refused), "refused: damaged, of another course, or of a newer version"),
        (learners.repeated, "sent more than once, and counted once"),
        (learners.overlapping, "put together with another one of the same learner"),
        (learners.empty, "without an answer"),
    ):
        if count:
            yield f"{count} {what}"


def _flags(item: Item, problems: Sequence[Problem]) -> tuple[FlagView, ...]:
    """What speaks against a question: the problems that stand in its lines."""
    question = item.question
    return tuple(
        FlagView(
            problem.severity, problem.code, _sentence(problem.message), _sentence(problem.help), _place(problem.span)
        )
        for problem in problems
        if problem.span.path == question.span.path
        and question.span.line <= problem.span.line <= max(question.last_line, question.span.line)
    )


def _question(number: int, item: Item, flags: tuple[FlagView, ...]) -> QuestionReport:
    question = item.question
    bars = tuple(_choice_bars(item)) or tuple(_part_bars(item))
    return QuestionReport(
        number=number,
        anchor=f"q-{question.name}",
        name=question.name,
        stem=question.stem or question.name,
        place=_place(question.span),
        n=item.n,
        right=percent(item.difficulty),
        discrimination=correlated(item.discrimination),
        bars_of="choices" if item.choices else "parts" if bars else "",
        bars=bars,
        wrong_texts=item.wrong_texts,
        certain=_certain(item),
        notes=tuple(_notes(item)),
        flags=flags,
    )


def _choice_bars(item: Item) -> Iterator[BarRow]:
    for choice in item.choices:
        assert choice.share
        rest = "" if choice.rest is None else f"{round(100 * choice.rest):+d}".replace("-", "−").replace("+0", "0")
        option = choice.option
        yield BarRow(option.text, option.right, choice.count, percent(choice.share), whisker(choice.share), rest)


def _part_bars(item: Item) -> Iterator[BarRow]:
    for part in item.parts:
        assert part.share
        yield BarRow(part.label, False, None, percent(part.share), whisker(part.share), "")


def _certain(item: Item) -> str:
    found = item.confidence
    if found is None:
        return ""
    if found.wrong is None:
        return f"{found.count} said that they were certain: too few to say more."
    figure = percent(found.wrong)
    return f"Of {found.count} who were certain, {figure.value} were wrong ({figure.interval})."


def _notes(item: Item) -> Iterator[str]:
    answers = item.answers
    if answers.regraded:
        yield f"{answers.regraded} of these answers were graded otherwise when given: the question has changed since."
    for count, what in (
        (answers.unfit, "given before the question was as it is now"),
        (answers.left_open, "left open in a quiz"),
        (answers.looked, "looked up before a try"),
    ):
        if count:
            yield f"Not counted: {count} {what}."


def _objective(one: ObjectiveItem) -> ObjectiveReport:
    bar = whisker(one.mean) if one.mean else None
    return ObjectiveReport(one.text, one.questions, one.learners, percent(one.mean), bar)


def percent(estimate: Estimate | None) -> Figure:
    """A share as text."""
    if estimate is None:
        return NO_FIGURE
    return Figure(f"{estimate.value * 100:.0f} %", f"{estimate.low * 100:.0f} to {estimate.high * 100:.0f} %")


def correlated(estimate: Estimate | None) -> Figure:
    """A correlation as text."""
    if estimate is None:
        return NO_FIGURE
    return Figure(decimal(estimate.value), f"{decimal(estimate.low)} to {decimal(estimate.high)}")


def _sentence(text: str) -> str:
    """What a message says, with a capital letter and a full stop, and quotation marks in place of backticks."""
    text = re.sub("`([^`]*)`", r"“\1”", text)
    return text[:1].upper() + text[1:] + ("" if text.endswith(("?", ".")) or not text else ".")


def _place(span: Span) -> str:
    return f"{span.path}:{span.line}"

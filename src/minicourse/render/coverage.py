"""The view of the coverage page: the matrix of `minicourse coverage`, with links."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from minicourse.check.coverage import Coverage, Row
from minicourse.model.lesson import Lesson
from minicourse.model.questions import Question
from minicourse.render import urls as addresses
from minicourse.render.assets import COVERAGE
from minicourse.render.coverage_views import CoveragePage, CoveredLesson, CoveredView, QuestionLink
from minicourse.render.pages import Pages

TITLE = "Coverage"
"""The page is for the author and in English, as the commands are."""


def coverage_page(pages: Pages, matrix: Coverage) -> CoveragePage:
    """The coverage page of a course. Search engines are asked to leave it out."""
    page = addresses.COVERAGE
    links = _Links(pages, matrix)
    groups: dict[str, tuple[Lesson | None, list[CoveredView]]] = {}
    for row in matrix.rows:
        first = row.taught[0] if row.taught else None
        groups.setdefault(first.path if first else "", (first, []))[1].append(links.row(row))
    return CoveragePage(
        head=pages.head(page, TITLE, bundles=(COVERAGE,), indexed=False),
        site=pages.site(page),
        navigation=pages.navigator.navigation(page),
        crumbs=pages.crumbs(page, (TITLE, None)),
        lessons=tuple(
            CoveredLesson(pages.navigator.lesson_link(lesson, page) if lesson else None, tuple(rows))
            for lesson, rows in groups.values()
        ),
        objective_count=len(matrix.rows),
        lesson_count=len(matrix.lessons),
        minutes=matrix.minutes,
        again=any(len(row.taught) > 1 for row in matrix.rows),
        unassigned=links.questions(matrix.unassigned),
    )


class _Links:
    """Makes what is named in the matrix into links from its page."""

    def __init__(self, pages: Pages, matrix: Coverage) -> None:
        self.pages = pages
        self.homes = {
            question.name: pages.urls.to(pages.urls.pages[lesson.path], addresses.COVERAGE)
            for lesson in matrix.lessons
            for question in lesson.body.questions
        }

    def row(self, row: Row) -> CoveredView:
        return CoveredView(
            row.objective.name,
            row.objective.text,
            row.level,
            tuple(self.pages.navigator.lesson_link(lesson, addresses.COVERAGE) for lesson in row.taught),
            self.questions(row.practised),
            self.questions(row.tested),
            row.points,
        )

    def questions(self, questions: Iterable[Question]) -> tuple[QuestionLink, ...]:
        return tuple(QuestionLink(one.name, f"{self.homes[one.name]}#{quote(one.name)}") for one in questions)

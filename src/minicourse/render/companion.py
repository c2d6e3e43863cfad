"""The views of the pages that stand beside a course's lessons for the learner: review, progress, certificate."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from minicourse.render import urls as addresses
from minicourse.render import views
from minicourse.render.assets import CERTIFICATE, EARNED, OBJECTIVES, PROGRESS, QR, VERIFY
from minicourse.render.certificate_views import CertificatePage, VerifyPage
from minicourse.render.cover import cover_svg
from minicourse.render.head import json_for_attribute
from minicourse.render.navigation import MOST_LISTED
from minicourse.render.pages import Pages, asked_in
from minicourse.render.review import Review


def review_page(pages: Pages, review: Review) -> views.ReviewPage:
    """The page on which questions are asked again."""
    page, title = addresses.REVIEW, pages.theme.words("review")
    listed = tuple(
        views.ReviewLesson(
            lesson.title,
            f"{pages.urls.to(pages.urls.pages[lesson.path], page)}#{quote(questions[0].name)}",
            len(questions),
        )
        for lesson, questions in pages.reviewed[:MOST_LISTED]
    )
    return views.ReviewPage(
        head=pages.head(page, title, pages.theme.words("review_lead"), bundles=pages.review_bundles),
        site=pages.site(page),
        navigation=pages.navigator.navigation(page),
        crumbs=pages.crumbs(page, (title, None)),
        index=review.index[0].removeprefix("assets/"),
        lessons=listed,
        more=len(pages.reviewed) > len(listed),
    )


def progress_page(pages: Pages) -> views.ProgressPage:
    """The page of the learner's own progress."""
    page, title = addresses.PROGRESS, pages.theme.words("your_progress")
    lessons = tuple(_progress(pages, page))
    names = [
        (pages.urls.keys[path], [*(one.name for one in body.questions), *(quiz.name for quiz in body.quizzes)])
        for path, body in ((lesson.path, lesson.body) for lesson in pages.navigator.order)
    ]
    return views.ProgressPage(
        head=pages.head(page, title, bundles=(OBJECTIVES, PROGRESS, QR), indexed=False),
        site=pages.site(page),
        navigation=pages.navigator.navigation(page),
        crumbs=pages.crumbs(page, (title, None)),
        lessons=lessons,
        lesson_count=len(lessons),
        objective_count=asked_in(objective for each in lessons for objective in each.objectives),
        names=json_for_attribute(names),
    )


def _progress(pages: Pages, page: str) -> Iterator[views.LessonProgress]:
    """Every lesson, with its quizzes and with the objectives that no lesson before it has named."""
    named: set[str] = set()
    for lesson in pages.navigator.order:
        link = pages.navigator.lesson_link(lesson, page)
        new = [objective for objective in lesson.objectives if objective.name not in named]
        named.update(objective.name for objective in new)
        quizzes = (views.QuizLink(one.name, one.title, f"{link.url}#{one.name}") for one in lesson.body.quizzes)
        yield views.LessonProgress(link, tuple(pages.objective(each) for each in new), tuple(quizzes))


def certificate_page(pages: Pages) -> CertificatePage:
    """The page of the certificate, of a course that has one."""
    page, title, course = addresses.CERTIFICATE, pages.theme.words("certificate"), pages.course
    link = pages.certificates.link(page)
    assert link, "the course has a certificate"
    assert course.certificate
    return CertificatePage(
        head=pages.head(page, title, pages.theme.words("certificate_lead"), bundles=(EARNED, QR, CERTIFICATE)),
        site=pages.site(page),
        navigation=pages.navigator.navigation(page),
        crumbs=pages.crumbs(page, (title, None)),
        certificate=link,
        lessons=tuple(pages.navigator.lesson_link(lesson, page) for lesson in course.certified_lessons()),
        tests=pages.certificates.tests(page),
        statement=pages.certificates.statement(page),
        issuer=course.certificate.issuer,
        text=course.certificate.text,
        cover_svg=cover_svg(course.id),
    )


def verify_page(pages: Pages) -> VerifyPage:
    """The page that checks certificates of a course that has one."""
    page, title = addresses.VERIFY, pages.theme.words("verify")
    link = pages.certificates.link(page)
    assert link, "the course has a certificate"
    return VerifyPage(
        head=pages.head(page, title, bundles=(VERIFY,), indexed=False),
        site=pages.site(page),
        navigation=pages.navigator.navigation(page),
        crumbs=pages.crumbs(page, (title, None)),
        certificate=link,
        statement=pages.certificates.statement(page),
    )

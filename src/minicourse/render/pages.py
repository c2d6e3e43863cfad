"""Course to views: what each page shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

from minicourse.check.coverage import Coverage
from minicourse.model.course import Course, Unit
from minicourse.model.lesson import Body, Lesson, Objective
from minicourse.model.questions import Question
from minicourse.model.targets import resolve
from minicourse.render import urls as addresses
from minicourse.render import views
from minicourse.render.accessibility import Report
from minicourse.render.assets import (
    EARNED,
    FRONT,
    LOCK,
    LOCKS,
    OBJECTIVES,
    OFFLINE,
    QUESTION_SCRIPTS,
    QUIZ,
    REVIEW,
    SITE_SCRIPTS,
    Bundle,
)
from minicourse.render.bodies import Bodies, scripts_for
from minicourse.render.bundles import block_bundles, blocks_on_paper, framed_origins
from minicourse.render.certificates import Certificates
from minicourse.render.cover import cover_svg
from minicourse.render.frame_views import Crumb, Head, Preview, SiteView
from minicourse.render.head import SPECULATION_RULES, json_for_attribute, json_for_script, locale, policy
from minicourse.render.linked_data import course_data, lesson_data, licence_url
from minicourse.render.links import GLOSSARY_PREFIX, Linker, text_prefix
from minicourse.render.machine_files import twin_path
from minicourse.render.navigation import MOST_LISTED, Navigator
from minicourse.render.previews import Previews
from minicourse.render.recordings import Recordings
from minicourse.render.references import reference_html, sort_key
from minicourse.render.review import Review, render_review, reviewed_lessons
from minicourse.render.theme import Theme
from minicourse.render.urls import Urls
from minicourse.render.words import direction

DEFAULT_HUE = 195


@dataclass(frozen=True, slots=True)
class Index:
    """The index of the search."""

    file: str
    """Its file in the site."""
    in_pieces: bool = False
    """Does Pagefind, which is WebAssembly, know the text?"""


def site_view(course: Course, urls: Urls, page: str) -> SiteView:
    """What all pages of a course share, its addresses as `page` points at them."""
    return SiteView(
        course_id=course.id,
        title=course.title,
        language=course.language,
        direction="rtl" if direction(course.language) == "rtl" else "ltr",
        version=course.version,
        authors=course.authors,
        licence=course.licence,
        licence_url=licence_url(course.licence),
        home=urls.to(addresses.HOME, page),
        glossary=urls.to(addresses.GLOSSARY, page) if course.terms else None,
        references=urls.to(addresses.REFERENCES, page) if course.references else None,
        print=urls.to(addresses.PRINT, page),
    )


@dataclass(frozen=True)
class Pages:
    """Makes the view of each page of one course."""

    course: Course
    urls: Urls
    theme: Theme
    icon: str
    """The icon's file in the site."""
    sizes: Mapping[str, tuple[int, int]]
    """Width and height of each picture, by its path relative to `content/`."""
    previews: Previews
    """The pictures beside shared links."""
    index: Index
    """The index of the search."""
    report: Report | None = None
    """The accessibility report, where one is wanted."""
    coverage: Coverage | None = None
    """What the course teaches, practises and tests, where a page is to show it."""
    kept: bool = False
    """May browsers keep the course off-line?"""

    @cached_property
    def navigator(self) -> Navigator:
        return Navigator(self.course, self.urls)

    @cached_property
    def linker(self) -> Linker:
        return Linker(self.urls, self.theme.words, self.sizes)

    @cached_property
    def bodies(self) -> Bodies:
        return Bodies(self.course, self.urls, self.linker, self.navigator, self.theme.words, self.recordings)

    @cached_property
    def recordings(self) -> Recordings:
        return Recordings(self.course, self.linker, self.theme)

    @cached_property
    def certificates(self) -> Certificates:
        return Certificates(self.course, self.urls, self.theme.words)

    @cached_property
    def _assessed(self) -> Mapping[str, Sequence[Question]]:
        """The questions for each objective."""
        found: dict[str, list[Question]] = {}
        for _, body in self.course.bodies():
            for question in body.questions:
                if question.objective:
                    found.setdefault(question.objective, []).append(question)
        return found

    def home(self) -> views.CoursePage:
        """The front page."""
        page, course, order = addresses.HOME, self.course, self.navigator.order
        minutes = sum(lesson.minutes for lesson in order)
        preview = self.previews.of_course
        data = course_data(course, self.urls.absolute(page), minutes, preview.url if preview else None)
        taught = self._taught(page)
        return views.CoursePage(
            head=self.head(
                page,
                "",
                course.description,
                data,
                self.front_bundles(),
                kind="website",
                framed=framed_origins(course.front, course),
            ),
            site=self.site(page),
            navigation=self.navigator.navigation(page),
            title=course.title,
            description=course.description,
            audience=course.audience,
            html=self.bodies.prose(course.front, course.front_path, page),
            references=self.bodies.references(course.front),
            cover_svg=cover_svg(course.id),
            cover_image=self._cover_image(page),
            objectives=tuple(views.ObjectiveView(o.name, o.text) for o in course.objectives),
            taught=taught,
            outline=self.navigator.outline(page),
            first=self.navigator.lesson_link(order[0], page) if order else None,
            minutes=minutes,
            question_count=sum(lesson.questions for lesson in order),
            lesson_count=len(order),
            objective_count=asked_in(objective for lesson in taught for objective in lesson.objectives),
            review_index=self.review.index[0].removeprefix("assets/") if self.review else None,
        )

    @cached_property
    def review(self) -> Review | None:
        """What the review brings, where there is something to ask again."""
        return render_review(self.course, self.bodies, self.theme)

    @cached_property
    def reviewed(self) -> tuple[tuple[Lesson, tuple[Question, ...]], ...]:
        """The lessons with questions that a review may ask again, each with these."""
        return reviewed_lessons(self.course)

    @cached_property
    def review_bundles(self) -> tuple[Bundle, ...]:
        """What the page of the review has: scripts for every kind of question that it may ask."""
        scored = [question for _, questions in self.reviewed for question in questions if question.scored]
        return (Bundle("questions", scripts_for(Body(), scored) or QUESTION_SCRIPTS[:1]), REVIEW)

    def unit(self, unit: Unit) -> views.UnitPage:
        """The page of a unit."""
        page = self.urls.pages[unit.path]
        return views.UnitPage(
            head=self.head(
                page,
                unit.title,
                unit.summary,
                bundles=(FRONT, *block_bundles(unit.body)),
                framed=framed_origins(unit.body, self.course),
            ),
            site=self.site(page),
            navigation=self.navigator.navigation(page, unit),
            crumbs=self.crumbs(page, (unit.title, None)),
            title=unit.title,
            summary=unit.summary,
            html=self.bodies.prose(unit.body, f"{unit.path}/index.md", page),
            references=self.bodies.references(unit.body),
            lessons=tuple(self.navigator.lesson_link(lesson, page) for lesson in unit.lessons),
            minutes=sum(lesson.minutes for lesson in unit.lessons),
        )

    def lesson(self, lesson: Lesson) -> views.LessonPage:
        """The page of a lesson."""
        page = self.urls.pages[lesson.path]
        _, unit, _ = self.navigator.places[lesson.path]
        steps = [(unit.title, self.urls.pages[unit.path])] if unit else []
        crumbs = self.crumbs(page, *steps, (lesson.title, None))
        previous, following = self.navigator.neighbours(lesson, page)
        trail = [(self.course.title, addresses.HOME), *steps, (lesson.title, page)]
        preview = self.previews.of_lesson(lesson)
        data = lesson_data(
            self.course,
            lesson,
            self.urls.absolute(page),
            self.urls.absolute(addresses.HOME),
            [(title, self.urls.absolute(target)) for title, target in trail],
            preview.url if preview else None,
        )
        return views.LessonPage(
            head=self.head(
                page,
                lesson.title,
                lesson.summary,
                data,
                self.bundles(lesson),
                kind="article",
                preview=preview,
                framed=framed_origins(lesson.body, self.course),
            ),
            site=self.site(page),
            navigation=self.navigator.navigation(page, unit, lesson),
            crumbs=crumbs,
            lesson=self.bodies.body(lesson, page),
            toc=tuple(
                views.TocEntry(heading.text, heading.anchor, heading.level)
                for heading in lesson.body.headings
                if heading.level in (2, 3) and heading.text and heading.listed
            ),
            previous=previous,
            next=following,
            markdown=self.urls.to(twin_path(page), page),
            lock=self._lock(lesson, page),
        )

    def _lock(self, lesson: Lesson, page: str) -> views.LockView | None:
        before = self.navigator.waits_for(lesson)
        if before is None:
            return None
        script = self.urls.to(self.theme.files(LOCK)[0][0], page)
        return views.LockView(script, self.navigator.lesson_link(before, page), self.navigator.needs(before))

    def bundles(self, lesson: Lesson) -> tuple[Bundle, ...]:
        """What the page of a lesson has for what it asks."""
        banks = [question for quiz in lesson.body.quizzes for _, question in self.course.bank(quiz, lesson)]
        scripts = scripts_for(lesson.body, banks)
        certified = any(home is lesson for home, _ in self.course.certified_quizzes())
        return (
            *((Bundle("questions", scripts),) if scripts else ()),
            *((QUIZ,) if banks else ()),
            OBJECTIVES,
            *((EARNED,) if certified else ()),
            *block_bundles(lesson.body),
        )

    def front_bundles(self) -> tuple[Bundle, ...]:
        """What the front page has besides."""
        earned = (EARNED,) if self.course.certificate else ()
        return (FRONT, OBJECTIVES, *earned, *block_bundles(self.course.front))

    def glossary(self) -> views.GlossaryPage:
        """The page of all terms."""
        page, title = addresses.GLOSSARY, self.theme.words("glossary")
        return views.GlossaryPage(
            head=self.head(page, title),
            site=self.site(page),
            navigation=self.navigator.navigation(page),
            crumbs=self.crumbs(page, (title, None)),
            terms=self._terms(page),
        )

    def references(self) -> views.ReferencesPage:
        """The page of all references."""
        page, title = addresses.REFERENCES, self.theme.words("references")
        cited_in: dict[str, list[Lesson]] = {}
        for lesson in self.navigator.order:
            for key in lesson.body.cited:
                cited_in.setdefault(key, []).append(lesson)
        listed = sorted(self.course.references.values(), key=sort_key)
        return views.ReferencesPage(
            head=self.head(page, title),
            site=self.site(page),
            navigation=self.navigator.navigation(page),
            crumbs=self.crumbs(page, (title, None)),
            references=tuple(
                views.ReferenceView(
                    anchor=f"ref-{reference.key}",
                    number=None,
                    html=reference_html(reference, self.theme.words),
                    cited_in=tuple(
                        self.navigator.lesson_link(lesson, page) for lesson in cited_in.get(reference.key, ())
                    ),
                )
                for reference in listed
            ),
        )

    def print(self) -> views.PrintPage:
        """The whole course on one page."""
        page, course, title = addresses.PRINT, self.course, self.theme.words("print")
        bundles = blocks_on_paper(body for _, body in course.bodies())
        return views.PrintPage(
            head=self.head(page, title, course.description, bundles=bundles, indexed=False),
            site=self.site(page),
            navigation=self.navigator.navigation(page),
            title=course.title,
            description=course.description,
            html=self.bodies.prose(course.front, course.front_path, page, text_prefix("index")),
            references=self.bodies.references(course.front, text_prefix("index")),
            lessons=tuple(self.bodies.body(lesson, page, together=True) for lesson in self.navigator.order),
            terms=self._terms(page, GLOSSARY_PREFIX),
        )

    def accessibility(self, report: Report) -> views.AccessibilityPage:
        """The page of the accessibility report."""
        page, title = addresses.ACCESSIBILITY, self.theme.words("accessibility")
        return views.AccessibilityPage(
            head=self.head(page, title),
            site=self.site(page),
            navigation=self.navigator.navigation(page),
            crumbs=self.crumbs(page, (title, None)),
            report=report,
        )

    def missing(self) -> views.MissingPage:
        """The page that a server shows in place of one that isn't there."""
        page = addresses.MISSING
        return views.MissingPage(
            head=self.head(page, self.theme.words("missing_title"), indexed=False),
            site=self.site(page),
            navigation=self.navigator.navigation(page),
        )

    def site(self, page: str) -> SiteView:
        """What all pages share, its addresses relative to `page`."""
        return replace(
            site_view(self.course, self.urls, page),
            review=self.urls.to(addresses.REVIEW, page) if self.reviewed else None,
            progress=self.urls.to(addresses.PROGRESS, page),
            accessibility=self.urls.to(addresses.ACCESSIBILITY, page) if self.report else None,
            coverage=self.urls.to(addresses.COVERAGE, page) if self.coverage else None,
            search=self.urls.to(self.index.file, page),
            certificate=self.certificates.link(page),
        )

    def head(
        self,
        page: str,
        title: str,
        description: str = "",
        data: dict[str, Any] | None = None,
        bundles: Sequence[Bundle] = (),
        kind: Literal["website", "article"] = "website",
        indexed: bool = True,
        preview: Preview | None = None,
        framed: Iterable[str] = (),
    ) -> Head:
        """The head of a page: what it is called, what it brings, what it may do, and what machines learn of it.

        `data` is its JSON-LD, `indexed` says whether search engines may list it, `framed` what it may frame.
        """
        json_ld = json_for_script(data) if data else None
        locks = () if self.course.unlock == "open" else (LOCKS,)
        bundles = (*locks, *bundles, *((OFFLINE,) if self.kept else ()))
        assets = self.theme.assets
        rules = SPECULATION_RULES if data else None
        loaded = [
            assets["style.css"],
            assets["site.js"],
            *(file for bundle in bundles for file in self.theme.files(bundle)),
        ]
        linked = [self.urls.to(path, page) for path, _ in loaded]
        without_words = (bundle for bundle in bundles if not bundle.own_words)
        said = (*SITE_SCRIPTS, *(script for bundle in without_words for script in bundle.scripts))
        return Head(
            title=f"{title} · {self.course.title}" if title else self.course.title,
            description=description,
            csp=policy(*([rules] if rules else []), compiles=self.index.in_pieces, kept=self.kept, framed=framed),
            stylesheets=tuple(address for address in linked if address.endswith(".css")),
            theme_script=self.urls.to(assets["theme.js"][0], page),
            scripts=tuple(address for address in linked if address.endswith(".js")),
            script_words=json_for_attribute(self.theme.words.for_scripts(said)),
            icon=self.urls.to(self.icon, page),
            manifest=self.urls.to(addresses.MANIFEST, page) if self.kept else None,
            canonical=self.urls.absolute(page) if indexed else None,
            json_ld=json_ld,
            speculation_rules=rules,
            kind=kind,
            indexed=indexed,
            preview=(preview or self.previews.of_course) if indexed else None,
            locale=locale(self.course.language),
        )

    def _cover_image(self, page: str) -> views.PictureView | None:
        """The author's own picture in place of the drawn cover."""
        target = resolve(self.course.image.target, self.course.front_path) if self.course.image else None
        if target is None or target.path not in self.course.files:
            return None
        width, height = self.sizes.get(target.path, (None, None))
        return views.PictureView(self.urls.to(target.path, page), width, height)

    def crumbs(self, page: str, *steps: tuple[str, str | None]) -> tuple[Crumb, ...]:
        """The way from the front page to this one: a title and, where it has a page, that page, for each step."""
        home = Crumb(self.course.title, self.urls.to(addresses.HOME, page))
        return (
            home,
            *(Crumb(title, self.urls.to(target, page) if target else None) for title, target in steps),
        )

    def _taught(self, page: str) -> tuple[views.TaughtView, ...]:
        """What each lesson teaches and tests, unless there are too many to list."""
        if len(self.navigator.order) > MOST_LISTED:
            return ()
        return tuple(
            views.TaughtView(
                self.navigator.lesson_link(lesson, page),
                tuple(self.objective(objective) for objective in lesson.objectives),
            )
            for lesson in self.navigator.order
            if lesson.objectives
        )

    def objective(self, objective: Objective) -> views.ObjectiveView:
        """An objective with what asks for it."""
        questions = self._assessed.get(objective.name, ())
        asks = " ".join(question.name for question in questions if question.scored)
        return views.ObjectiveView(objective.name, objective.text, len(questions), asks)

    def _terms(self, page: str, prefix: str = "") -> tuple[views.TermView, ...]:
        return tuple(
            views.TermView(term.name, prefix + term.anchor, self.linker.finish(term.html, "glossary.yml", page, prefix))
            for term in self.course.terms
        )


def asked_in(objectives: Iterable[views.ObjectiveView]) -> int:
    """How many different objectives have questions that can be right or wrong."""
    return len({objective.name for objective in objectives if objective.asks})

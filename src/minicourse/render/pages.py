"""Course to views: what each page shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from minicourse.model.course import Course, Unit
from minicourse.model.lesson import Lesson
from minicourse.render import urls as addresses
from minicourse.render import views
from minicourse.render.accessibility import Report
from minicourse.render.bodies import Bodies
from minicourse.render.bundles import NOTHING, Bundles, Needs
from minicourse.render.cover import cover_svg
from minicourse.render.frame_views import Crumb, Head, SiteView
from minicourse.render.head import json_for_attribute, json_for_script, policy
from minicourse.render.linked_data import course_data, lesson_data, licence_url
from minicourse.render.links import GLOSSARY_PREFIX, Linker, text_prefix
from minicourse.render.machine_files import twin_path
from minicourse.render.navigation import MOST_LISTED, Navigator
from minicourse.render.recordings import Recordings
from minicourse.render.references import reference_html, sort_key
from minicourse.render.theme import SITE_SCRIPTS, Theme
from minicourse.render.urls import Urls
from minicourse.render.words import direction

DEFAULT_HUE = 195


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
    report: Report | None = None
    """The accessibility report, where one is wanted."""

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
    def bundles(self) -> Bundles:
        return Bundles(self.course, self.theme)

    @cached_property
    def recordings(self) -> Recordings:
        return Recordings(self.course, self.linker, self.theme)

    @cached_property
    def _assessed(self) -> Mapping[str, int]:
        count: dict[str, int] = {}
        for _, body in self.course.bodies():
            for question in body.questions:
                if question.objective:
                    count[question.objective] = count.get(question.objective, 0) + 1
        return count

    def home(self) -> views.CoursePage:
        """The front page."""
        page, course, order = addresses.HOME, self.course, self.navigator.order
        minutes = sum(lesson.minutes for lesson in order)
        data = course_data(course, self.urls.absolute(page), minutes)
        return views.CoursePage(
            head=self._head(page, "", course.description, data, self.bundles.of(course.front)),
            site=self.site(page),
            navigation=self.navigator.navigation(page),
            title=course.title,
            description=course.description,
            audience=course.audience,
            html=self.bodies.prose(course.front, course.front_path, page),
            references=self.bodies.references(course.front),
            cover_svg=cover_svg(course.id),
            objectives=tuple(views.ObjectiveView(o.name, o.text) for o in course.objectives),
            taught=self._taught(page),
            outline=self.navigator.outline(page),
            first=self.navigator.lesson_link(order[0], page) if order else None,
            minutes=minutes,
            question_count=sum(lesson.questions for lesson in order),
            lesson_count=len(order),
        )

    def unit(self, unit: Unit) -> views.UnitPage:
        """The page of a unit."""
        page = self.urls.pages[unit.path]
        return views.UnitPage(
            head=self._head(page, unit.title, unit.summary, needs=self.bundles.of(unit.body)),
            site=self.site(page),
            navigation=self.navigator.navigation(page, unit),
            crumbs=self._crumbs(page, (unit.title, None)),
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
        crumbs = self._crumbs(page, *steps, (lesson.title, None))
        previous, following = self.navigator.neighbours(lesson, page)
        trail = [(self.course.title, addresses.HOME), *steps, (lesson.title, page)]
        data = lesson_data(
            self.course,
            lesson,
            self.urls.absolute(page),
            self.urls.absolute(addresses.HOME),
            [(title, self.urls.absolute(target)) for title, target in trail],
        )
        needs = self.bundles.of(lesson.body, lesson)
        return views.LessonPage(
            head=self._head(page, lesson.title, lesson.summary, data, needs, kind="article"),
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
        )

    def glossary(self) -> views.GlossaryPage:
        """The page of all terms."""
        page, title = addresses.GLOSSARY, self.theme.words("glossary")
        return views.GlossaryPage(
            head=self._head(page, title),
            site=self.site(page),
            navigation=self.navigator.navigation(page),
            crumbs=self._crumbs(page, (title, None)),
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
            head=self._head(page, title),
            site=self.site(page),
            navigation=self.navigator.navigation(page),
            crumbs=self._crumbs(page, (title, None)),
            references=tuple(
                views.ReferenceView(
                    anchor=f"ref-{reference.key}",
                    number=None,
                    html=reference_html(reference),
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
        needs = self.bundles.on_paper(body for _, body in course.bodies())
        return views.PrintPage(
            head=self._head(page, title, course.description, needs=needs, indexed=False),
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
            head=self._head(page, title),
            site=self.site(page),
            navigation=self.navigator.navigation(page),
            crumbs=self._crumbs(page, (title, None)),
            report=report,
        )

    def missing(self) -> views.MissingPage:
        """The page that a server shows in place of one that isn't there."""
        page = addresses.MISSING
        return views.MissingPage(
            head=self._head(page, self.theme.words("missing_title"), indexed=False),
            site=self.site(page),
            navigation=self.navigator.navigation(page),
        )

    def site(self, page: str) -> SiteView:
        """What all pages share, its addresses relative to `page`."""
        course = self.course
        return SiteView(
            course_id=course.id,
            title=course.title,
            language=course.language,
            direction="rtl" if direction(course.language) == "rtl" else "ltr",
            version=course.version,
            authors=course.authors,
            licence=course.licence,
            licence_url=licence_url(course.licence),
            home=self.urls.to(addresses.HOME, page),
            glossary=self.urls.to(addresses.GLOSSARY, page) if course.terms else None,
            references=self.urls.to(addresses.REFERENCES, page) if course.references else None,
            print=self.urls.to(addresses.PRINT, page),
            accessibility=self.urls.to(addresses.ACCESSIBILITY, page) if self.report else None,
        )

    def _head(
        self,
        page: str,
        title: str,
        description: str = "",
        data: dict[str, Any] | None = None,
        needs: Needs = NOTHING,
        kind: Literal["website", "article"] = "website",
        indexed: bool = True,
    ) -> Head:
        json_ld = json_for_script(data) if data else None
        assets = self.theme.assets
        loaded = [assets["site.js"], *(self.theme.script(*bundle) for bundle in needs.scripts.items())]
        sheets = [assets["style.css"], *(self.theme.stylesheet(*bundle) for bundle in needs.styles.items())]
        parts = (*SITE_SCRIPTS, *(part for bundle in needs.scripts.values() for part in bundle))
        return Head(
            title=f"{title} · {self.course.title}" if title else self.course.title,
            description=description,
            csp=policy(json_ld, needs.framed),
            stylesheets=tuple(self.urls.to(path, page) for path, _ in sheets),
            theme_script=self.urls.to(assets["theme.js"][0], page),
            scripts=tuple(self.urls.to(path, page) for path, _ in loaded),
            script_words=json_for_attribute(self.theme.words.for_scripts(parts)),
            icon=self.urls.to(self.icon, page),
            canonical=self.urls.absolute(page) if indexed else None,
            json_ld=json_ld,
            kind=kind,
            indexed=indexed,
        )

    def _crumbs(self, page: str, *steps: tuple[str, str | None]) -> tuple[Crumb, ...]:
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
                tuple(views.ObjectiveView(o.name, o.text, self._assessed.get(o.name, 0)) for o in lesson.objectives),
            )
            for lesson in self.navigator.order
            if lesson.objectives
        )

    def _terms(self, page: str, prefix: str = "") -> tuple[views.TermView, ...]:
        return tuple(
            views.TermView(term.name, prefix + term.anchor, self.linker.finish(term.html, "glossary.yml", page, prefix))
            for term in self.course.terms
        )

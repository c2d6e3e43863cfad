"""The whole course as one HTML file that needs nothing beside it: styles, scripts and pictures are in it."""

from __future__ import annotations

import base64
import mimetypes
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from minicourse.model.course import Course, Unit
from minicourse.model.targets import resolve
from minicourse.problems import Problem, Span
from minicourse.project import Project
from minicourse.render import urls as addresses
from minicourse.render import views
from minicourse.render.assets import FRONT, ONE_FILE, QUESTION_SCRIPTS, QUIZ, Bundle
from minicourse.render.bodies import Bodies, scripts_for
from minicourse.render.bundles import blocks_in_one_file
from minicourse.render.cover import cover_svg
from minicourse.render.head import inline_script, inline_style, json_for_attribute, json_for_script, one_file_policy
from minicourse.render.links import GLOSSARY_PREFIX, Linker, text_prefix
from minicourse.render.navigation import Navigator
from minicourse.render.pages import site_view
from minicourse.render.recordings import Recordings
from minicourse.render.references import reference_html, sort_key
from minicourse.render.site import icon_of, picture_sizes, theme_of
from minicourse.render.terms import definitions
from minicourse.render.theme import Theme
from minicourse.render.urls import Urls

MIB = 1024 * 1024
MOST_OF_A_FILE = 5 * MIB
"""A picture or document that is larger makes the file slow to open: a browser reads all of it before it shows any."""
MOST_OF_ALL = 20 * MIB
"""All of them together: what mail servers still take."""

_FRONT_PREFIX = text_prefix("index")
_REFERENCES_PREFIX = text_prefix("references")
_TYPES = mimetypes.MimeTypes()
"""Python's own list, not that of the machine: the same course, the same bytes."""


@dataclass(frozen=True, slots=True)
class OneFileUrls(Urls):
    """Addresses where there is one page: places on it, and the files themselves."""

    files: Mapping[str, str]
    """Each file that isn't a page, as a `data:` address, by its path in the site."""
    places: Mapping[str, str]
    """Where each page of the site begins here, by its path in the site."""

    def to(self, target: str, page: str) -> str:
        """A place on the page, or a file as it is. What is only in the site leads to the beginning."""
        return self.files.get(target) or self.places.get(target) or f"#{_FRONT_PREFIX}top"

    def absolute(self, target: str) -> str | None:
        """None: the file has no address."""
        return None


def too_large(course: Course, files: Mapping[str, bytes]) -> Iterator[Problem]:
    """too-large-for-one-file for the author's own files that one file can't hold."""
    help = "make it smaller, put it on the web and link to it there, or use `minicourse export zip`"
    spans = _first_mentions(course)
    for path, data in files.items():
        if len(data) > MOST_OF_A_FILE:
            message = f"`{path}` has {len(data) / MIB:.1f} MB; in one page it may have {MOST_OF_A_FILE // MIB} MB"
            yield Problem("too-large-for-one-file", message, spans[path], help=help)
    total = sum(map(len, files.values()))
    if total > MOST_OF_ALL and all(len(data) <= MOST_OF_A_FILE for data in files.values()):
        largest = max(files, key=lambda path: (len(files[path]), path))
        message = (
            f"pictures and documents have {total / MIB:.1f} MB together; one file can hold {MOST_OF_ALL // MIB} MB; "
            f"the largest is `{largest}` with {len(files[largest]) / MIB:.1f} MB"
        )
        yield Problem("too-large-for-one-file", message, spans[largest], help=help)


def one_file(course: Course, project: Project, files: Mapping[str, bytes]) -> bytes:
    """The course as one HTML file; `files` are the author's own that it holds.

    Raises `jinja2.TemplateError` when a template of the author's has a mistake.
    """
    theme = theme_of(course, project)
    page = _OneFile(course, theme, icon_of(course), files, picture_sizes(files)).page()
    return theme.render("one_file.html", page).encode()


@dataclass(frozen=True)
class _OneFile:
    """Makes the view of the one page."""

    course: Course
    theme: Theme
    icon: str
    files: Mapping[str, bytes]
    sizes: Mapping[str, tuple[int, int]]

    @cached_property
    def urls(self) -> OneFileUrls:
        known = addresses.urls(self.course)
        places = {known.pages[path]: f"#{prefix}top" for path, prefix in self.prefixes.items()}
        data = {path: _data_address(path, content) for path, content in self.files.items()}
        return OneFileUrls(None, known.pages, known.keys, data, places)

    @cached_property
    def prefixes(self) -> Mapping[str, str]:
        """What precedes the ids of each text, by its source path."""
        known = addresses.urls(self.course)
        prefixes = {
            self.course.front_path: _FRONT_PREFIX,
            "": _FRONT_PREFIX,
            "glossary.yml": GLOSSARY_PREFIX,
            "references.bib": _REFERENCES_PREFIX,
            **{
                path: text_prefix(unit.slug)
                for unit in self.course.units
                for path in (unit.path, f"{unit.path}/index.md")
            },
            **{path: text_prefix(key) for path, key in known.keys.items()},
        }
        return {path: prefix for path, prefix in prefixes.items() if path in known.pages}

    @cached_property
    def navigator(self) -> Navigator:
        return Navigator(self.course, self.urls)

    @cached_property
    def linker(self) -> Linker:
        return Linker(self.urls, self.theme.words, self.sizes, self.prefixes)

    @cached_property
    def bodies(self) -> Bodies:
        recordings = Recordings(self.course, self.linker, self.theme, live=True)
        return Bodies(self.course, self.urls, self.linker, self.navigator, self.theme.words, recordings, live=True)

    @cached_property
    def _blocks(self) -> Bundle:
        return blocks_in_one_file(body for _, body in self.course.bodies())

    def page(self) -> views.OneFilePage:
        course, page, order = self.course, addresses.HOME, self.navigator.order
        styles = (*self.theme.styles, *FRONT.styles, *self._blocks.styles, "reading", "terms", *ONE_FILE.styles)
        style = inline_style(self.theme.inline("css", styles))
        first, rest, words = self._scripts()
        return views.OneFilePage(
            site=site_view(course, self.urls, page),
            policy=one_file_policy(style, first, rest),
            style=style,
            first_script=first,
            script=rest,
            script_words=json_for_attribute(self.theme.words.for_scripts(words)),
            icon=_data_address("icon.svg", self.icon.encode()),
            navigation=self.navigator.navigation(page),
            title=course.title,
            description=course.description,
            audience=course.audience,
            html=self.bodies.prose(course.front, course.front_path, page, _FRONT_PREFIX),
            references=self.bodies.references(course.front, _FRONT_PREFIX),
            cover_svg=cover_svg(course.id),
            objectives=tuple(views.ObjectiveView(o.name, o.text) for o in course.objectives),
            outline=self.navigator.outline(page),
            first=self.navigator.lesson_link(order[0], page) if order else None,
            minutes=sum(lesson.minutes for lesson in order),
            question_count=sum(lesson.questions for lesson in order),
            lesson_count=len(order),
            leaves=tuple(self._leaves(page)),
            terms=self._terms(page),
            bibliography=tuple(
                views.ReferenceView(
                    f"{_REFERENCES_PREFIX}ref-{reference.key}", None, reference_html(reference, self.theme.words)
                )
                for reference in sorted(course.references.values(), key=sort_key)
            ),
        )

    def _leaves(self, page: str) -> Iterator[views.UnitLeaf | views.LessonLeaf]:
        """Units and lessons in order."""
        for entry in self.course.outline:
            if isinstance(entry, Unit):
                yield self._unit(entry, page)
            for lesson in entry.lessons if isinstance(entry, Unit) else (entry,):
                previous, following = self.navigator.neighbours(lesson, page)
                yield views.LessonLeaf(self.bodies.body(lesson, page, together=True), previous, following)

    def _unit(self, unit: Unit, page: str) -> views.UnitLeaf:
        prefix = text_prefix(unit.slug)
        return views.UnitLeaf(
            anchor=f"{prefix}top",
            title=unit.title,
            summary=unit.summary,
            html=self.bodies.prose(unit.body, f"{unit.path}/index.md", page, prefix),
            references=self.bodies.references(unit.body, prefix),
            lessons=tuple(self.navigator.lesson_link(lesson, page) for lesson in unit.lessons),
        )

    def _terms(self, page: str) -> tuple[views.TermView, ...]:
        finish = self.linker.finish
        return tuple(
            views.TermView(
                term.name,
                GLOSSARY_PREFIX + term.anchor,
                finish(term.html, "glossary.yml", page, GLOSSARY_PREFIX),
            )
            for term in self.course.terms
        )

    def _scripts(self) -> tuple[Markup, Markup, tuple[str, ...]]:
        """The script that comes before the first paint, all others, and the names of these."""
        asked, quizzes = set[str](), False
        for lesson in self.course.lessons:
            banks = [question for quiz in lesson.body.quizzes for _, question in self.course.bank(quiz, lesson)]
            asked |= set(scripts_for(lesson.body, banks))
            quizzes = quizzes or bool(banks)
        names = (
            *("transfer", "site", "inside", "progress"),
            "reading",
            "terms",
            *self._blocks.scripts,  # before what shows a leaf: it turns to the tab that holds the place first
            "one_file",
            *FRONT.scripts,
            *(name for name in QUESTION_SCRIPTS if name in asked),
            *(QUIZ.scripts if quizzes else ()),
        )
        # Nothing is brought later: what is wanted is here.
        known = {"terms": definitions(self.course)}
        rest = f"globalThis.minicourse={json_for_script(known)};{self.theme.inline('js', names)}"
        return inline_script(self.theme.inline("js", ("theme",))), inline_script(rest), names


def _first_mentions(course: Course) -> Mapping[str, Span]:
    """Where each file is first pointed at, by its path relative to `content/`."""
    found: dict[str, Span] = {}
    for path, body in course.bodies():
        for link in body.links:
            target = resolve(link.target, path)
            if target is not None:
                found.setdefault(target.path, link.span)
    return found


def _data_address(path: str, data: bytes) -> str:
    """A file as an address that holds all of it."""
    kind = _TYPES.guess_type(posixpath.basename(path))[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"

"""Course to a deck of Anki: each question a note, each flashcard a note, each gap of a text a card.

What a card shows is made by the theme: the front is the question as it stands on paper, the back its answer. A note
keeps its identity from deck to deck, so that a new deck updates a learner's notes and leaves their schedule alone.
"""

from __future__ import annotations

import hashlib
import io
import itertools
import json
import os
import re
import sqlite3
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

import jinja2

from minicourse.clock import stated_time
from minicourse.images import RASTER_SUFFIXES
from minicourse.model.course import Course
from minicourse.model.lesson import Lesson
from minicourse.model.questions import Question
from minicourse.model.targets import resolve
from minicourse.problems import Problem
from minicourse.project import Project
from minicourse.render.bodies import Bodies
from minicourse.render.links import Linker
from minicourse.render.navigation import Navigator
from minicourse.render.question_views import FlashcardsView, GapsView, GapView, QuestionView
from minicourse.render.recordings import Recordings
from minicourse.render.theme import Theme
from minicourse.render.urls import Urls, urls
from minicourse.render.words import direction

if TYPE_CHECKING:
    import genanki

PICTURES = (*RASTER_SUFFIXES, ".svg")
LEFT_OUT = ("survey", "scenario")
"""Kinds that have no answer to be remembered."""


class NoGenanki(Exception):
    """The library that writes decks is not installed."""


@dataclass(frozen=True, slots=True)
class AnkiDeck:
    """A deck, ready to be written to a file."""

    data: bytes
    """The `.apkg` file."""
    notes: int
    left_out: int
    """How many questions have no place in a deck."""


@dataclass(frozen=True, slots=True)
class _Addresses(Urls):
    """A deck is no site: pictures are in it under names of their own, and pages are where the course is published."""

    pictures: Mapping[str, str]
    """The names of the pictures in the deck by their path relative to `content/`."""

    def to(self, target: str, page: str) -> str:
        return self.pictures.get(target) or self.absolute(target) or ""


@dataclass(frozen=True, slots=True)
class _Note:
    """A note before it is one of genanki's."""

    identity: tuple[str, ...]
    front: str
    back: str
    cloze: bool = False
    title: str = ""
    """What Anki's list of notes shows, where it isn't the question itself."""


def anki_deck(course: Course, project: Project) -> AnkiDeck:
    """The deck of a course that has no errors.

    The same folder gives the same bytes. Raises `NoGenanki`, and `jinja2.TemplateError` when a template of the author's
    has one.
    """
    try:
        import genanki
    except ImportError:
        raise NoGenanki from None
    theme = Theme.of(project.root / "templates", course.language, None)
    pictures = dict(_pictures(course, project))
    known = urls(course)
    addresses = _Addresses(known.base, known.pages, known.keys, {path: name for path, (name, _) in pictures.items()})
    linker = Linker(addresses, theme.words, {})
    recordings = Recordings(course, linker, theme)
    bodies = Bodies(course, addresses, linker, Navigator(course, addresses), theme.words, recordings)
    environment = _environment(theme)
    deck = genanki.Deck(_number("deck", course.id), course.title, course.description)
    models = _models(genanki, environment.get_template("anki/card.css").render())
    used: set[str] = set()
    for lesson in course.lessons:
        asked = [question for question in lesson.body.questions if question.kind not in LEFT_OUT]
        for question, view in zip(asked, bodies.cards(lesson, asked, page=""), strict=True):
            for note in _notes(view, environment):
                deck.add_note(_genanki_note(genanki, note, models, course, lesson, question, addresses))
                used |= {name for name in addresses.pictures.values() if name in note.front + note.back}
    media = {name: data for name, data in pictures.values() if name in used}
    total = sum(len(lesson.body.questions) for lesson in course.lessons)
    kept = sum(question.kind not in LEFT_OUT for lesson in course.lessons for question in lesson.body.questions)
    return AnkiDeck(_apkg(genanki.Package(deck), media, _time_of(course, project)), len(deck.notes), total - kept)


# ---- what a note says ------------------------------------------------------------------------------------------------


def _environment(theme: Theme) -> jinja2.Environment:
    """The theme's templates, the frame of a question on paper replaced by that of a card."""
    ours = jinja2.FunctionLoader(
        lambda name: theme.template("anki/question.html" if name == "parts/paper_question.html" else name)
    )
    return theme.environment.overlay(loader=ours)


def _notes(view: QuestionView, environment: jinja2.Environment) -> Iterator[_Note]:
    """The notes of a question: one, or one for each card of a pack."""

    def shown(template: str) -> str:
        return environment.get_template(template).render(block=view).strip()

    if isinstance(view, FlashcardsView):
        met: dict[str, int] = {}
        for card in view.cards:
            # A card is known by its front: one put in between leaves the others what they were.
            times = met[card.front_html] = met.get(card.front_html, 0) + 1
            front = f'<div class="stem">{card.front_html}</div>'
            yield _Note(
                (view.name, card.front_html, str(times)), front, card.back_html, title=card.front_html.striptags()
            )
    elif isinstance(view, GapsView) and view.kind == "gaps":
        yield _Note((view.name,), _cloze(view), shown("anki/answer.html"), cloze=True)
    else:
        yield _Note((view.name,), shown(f"questions/paper/{view.kind}.html"), shown("anki/answer.html"))


def _cloze(view: GapsView) -> str:
    """A text whose gaps Anki hides, one a card."""
    pieces = [_without_braces(str(piece)) for piece in view.pieces]
    gaps = [f"{{{{c{number}::{_hidden(gap)}}}}}" for number, gap in enumerate(view.gaps, 1)]
    text = "".join(part for pair in itertools.zip_longest(pieces, gaps, fillvalue="") for part in pair)
    before = f'<div class="scenario">{_without_braces(str(view.scenario_html))}</div>' if view.scenario_html else ""
    return f'{before}<div class="stem">{_without_braces(str(view.stem_html))}</div>{text}'


def _hidden(gap: GapView) -> str:
    """What a gap hides, and the choices as its hint."""
    answer = _without_braces(escape(f"{gap.answer} {gap.unit}".strip())).replace("::", "&#58;&#58;")
    hint = _without_braces(escape(" / ".join(gap.choices))).replace("::", "&#58;&#58;")
    return f"{answer}::{hint}" if hint else answer


def _without_braces(html: str) -> str:
    """HTML in which Anki sees no gap of its own."""
    return html.replace("{{", "&#123;&#123;").replace("}}", "&#125;&#125;")


_DEAD_LINK = re.compile(r'<a (?:[^>]*? )?href="(?:#[^"]*)?"[^>]*>(.*?)</a>', re.DOTALL)
_ANKIS_OWN = re.compile(r"\[(?=sound:|/?latex\]|/?\$\$?\])", re.IGNORECASE)


def _field(html: str, language: str) -> str:
    """A field of a note: links that lead nowhere are text, and an author's text is no command to Anki."""
    text = _ANKIS_OWN.sub("&#91;", _DEAD_LINK.sub(r"\1", html)).replace(' loading="lazy"', "")
    way = "rtl" if direction(language) == "rtl" else "ltr"
    return f'<div lang="{language}" dir="{way}">{text}</div>'


# ---- genanki ---------------------------------------------------------------------------------------------------------


def _models(library: Any, css: str) -> dict[bool, genanki.Model]:
    """The two types of note; the key says whether it is for gaps."""
    basic = {"name": "Card", "qfmt": "{{Front}}", "afmt": '{{FrontSide}}<hr id="answer">{{Back}}'}
    gaps = {"name": "Gap", "qfmt": "{{cloze:Text}}", "afmt": '{{cloze:Text}}<hr id="answer">{{Back}}'}
    return {
        False: library.Model(
            _number("model", "question"), "minicourse", [{"name": "Front"}, {"name": "Back"}], [basic], css
        ),
        True: library.Model(
            _number("model", "gaps"),
            "minicourse (gaps)",
            [{"name": "Text"}, {"name": "Back"}],
            [gaps],
            css,
            library.Model.CLOZE,
        ),
    }


def _genanki_note(
    library: Any,
    note: _Note,
    models: Mapping[bool, genanki.Model],
    course: Course,
    lesson: Lesson,
    question: Question,
    addresses: Urls,
) -> genanki.Note:
    fields = [_field(note.front, course.language), _field(note.back, course.language)]
    tags = [f"{course.id}::lesson::{addresses.keys[lesson.path].replace('/', '::')}"]
    if question.objective:
        tags.append(f"{course.id}::objective::{question.objective}")
    tags += lesson.tags
    made: genanki.Note = library.Note(
        model=models[note.cloze],
        fields=fields,
        sort_field=note.title or question.stem or question.name,
        tags=["-".join(tag.split()) for tag in tags],
        guid=library.guid_for("minicourse", course.id, *note.identity),
    )
    return made


def _number(*words: str) -> int:
    """A number that is always the same for these words, of the size that Anki's ids have."""
    digest = hashlib.blake2b("\0".join(words).encode(), digest_size=4).digest()
    return (1 << 30) + int.from_bytes(digest) % (1 << 30)


# ---- files -----------------------------------------------------------------------------------------------------------


def _pictures(course: Course, project: Project) -> Iterator[tuple[str, tuple[str, bytes]]]:
    """The pictures of the course's lessons by their path, each with its name in a deck and its content. All decks of a
    learner share one folder, so a name holds a digest."""
    targets = (resolve(link.target, lesson.path) for lesson in course.lessons for link in lesson.body.links)
    for path in sorted({target.path for target in targets if target and target.path in course.files}):
        suffix = os.path.splitext(path)[1].lower()
        data = project.read_bytes(f"content/{path}") if suffix in PICTURES else b""
        if data and not isinstance(data, Problem):
            yield path, (f"minicourse-{hashlib.blake2b(data, digest_size=8).hexdigest()}{suffix}", data)


def _time_of(course: Course, project: Project) -> int:
    """The time that a deck is of, in seconds: Anki updates a note where the deck's is newer. It is that of the file
    changed last, or what SOURCE_DATE_EPOCH says, as in other tools: never the time of the call."""
    stated = stated_time()
    if stated is not None:
        return stated
    return max((int((project.content / lesson.path).stat().st_mtime) for lesson in course.lessons), default=0)


def _apkg(package: genanki.Package, media: Mapping[str, bytes], time: int) -> bytes:
    """The file: a database, pictures by number, and the names of these."""
    with sqlite3.connect(":memory:") as database, warnings.catch_warnings():
        # genanki takes a tag with a line break in it for a slip of the pen.
        warnings.filterwarnings("ignore", module="genanki", message="^Field contained the following invalid HTML tags")
        package.write_to_db(database.cursor(), time, itertools.count(time * 1000))
        database.commit()
        collection = database.serialize()
    database.close()
    names = {str(number): name for number, name in enumerate(media)}
    files = [("collection.anki2", collection), ("media", json.dumps(names).encode())]
    files += [(str(number), data) for number, data in enumerate(media.values())]
    return _zip(files)


def _zip(files: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive in which nothing tells when it was made."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED, 9)
    return written.getvalue()

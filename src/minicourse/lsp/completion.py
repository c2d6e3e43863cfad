"""What may be written where the cursor stands."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import get_origin
from urllib.parse import quote

from lsprotocol import types

from minicourse.check.links import PICTURES, PUBLISHABLE_SUFFIXES
from minicourse.lsp.references import reference_text
from minicourse.lsp.writing import Writing
from minicourse.model.course import Course, Unit
from minicourse.model.lesson import Body, Lesson, Objective
from minicourse.model.targets import is_fragment, resolve
from minicourse.problems.catalogue import FAMILIES, RULES
from minicourse.read.mentions import ALERTS
from minicourse.read.questions import question_attributes
from minicourse.read.questions.attributes import ACTIVITY, QUIZ, Attribute
from minicourse.read.recordings import RECORDING
from minicourse.read.syntax.block import BLOCKS, RECORDINGS
from minicourse.schema.records import Record, choices, inner_record, settings
from minicourse.schema.yaml import load

_Kind = types.CompletionItemKind


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that may be written."""

    text: str
    """What it is called."""
    kind: types.CompletionItemKind
    detail: str = ""
    """A few words beside it."""
    about: str = ""
    """What can be said of it, in Markdown."""
    insert: str = ""
    """What is written, where that is more than its name."""


def attributes_of(block: str) -> Mapping[str, Attribute]:
    """What may stand in the braces of a block, besides its name."""
    if block == "question":
        return question_attributes()
    if block in RECORDINGS:
        return RECORDING["video" if block == "video" else "audio"]
    return {"quiz": QUIZ, "flashcards": ACTIVITY, "scenario": ACTIVITY}.get(block, {})


def offers(writing: Writing, course: Course, path: str) -> list[Offer]:
    """What fits there, the likeliest first, in the file at a path, relative to `content/`."""
    match writing.what:
        case "setting":
            return list(_settings(writing, course, path))
        case "value":
            return list(_values(writing, course, path))
        case "rule":
            return list(_rules(of_limits=writing.inside == ("limits",)))
        case "block":
            return [Offer(name, _Kind.Keyword) for name in BLOCKS]
        case "alert":
            return [Offer(name, _Kind.Keyword, insert=f"{name}]") for name in ALERTS]
        case "attribute":
            return [
                Offer(name, _Kind.Property, about=attribute.about, insert=f"{name}=")
                for name, attribute in attributes_of(writing.inside[0]).items()
            ]
        case "attribute-value":
            return list(_attribute_values(writing, course, path))
        case "term":
            return [Offer(term.name, _Kind.Reference, insert=f"{term.name}]]") for term in course.terms]
        case "citation":
            return [
                Offer(
                    key, _Kind.Reference, reference.fields.get("title", ""), reference_text(reference, course.language)
                )
                for key, reference in course.references.items()
            ]
        case "link":
            return list(_links(writing, course, path))
        case "fragment":
            paths = (file for file in sorted(course.files) if file.endswith(".md") and is_fragment(file))
            return [_file(file, path) for file in paths if file != path]


def items(
    found: Iterable[Offer], replaced: types.Range, after: str, markup: types.MarkupKind
) -> list[types.CompletionItem]:
    """The offers as an editor wants them, each in place of what stands in a range, with a text right behind it."""
    return [
        types.CompletionItem(
            label=offer.text,
            kind=offer.kind,
            detail=offer.detail or None,
            documentation=types.MarkupContent(markup, offer.about) if offer.about else None,
            sort_text=f"{place:05}",
            filter_text=offer.text,
            text_edit=types.TextEdit(replaced, _without_end(offer.insert or offer.text, after)),
        )
        for place, offer in enumerate(found)
    ]


def _without_end(insert: str, after: str) -> str:
    """A text without what stands behind it already: many editors close brackets as soon as they are opened."""
    for end in ("]]", "]", "=", ": ", ":"):
        if insert.endswith(end) and after.startswith(end):
            return insert.removesuffix(end)
    return insert


# ---- settings --------------------------------------------------------------------------------------------------------


def record_at(record: type[Record], place: Iterable[object]) -> type[Record] | None:
    """The settings that stand inside of a setting, if it holds any."""
    found: type[Record] | None = record
    for key in place:
        field = settings(found).get(str(key)) if found else None
        found = inner_record(field.annotation) if field else None
    return found


def _rules(of_limits: bool) -> Iterator[Offer]:
    """Rules that may be set aside, or those that decide by a number, with that number."""
    for rule in RULES.values():
        if of_limits and rule.limit:
            written = f"{rule.code}: {rule.limit.number:g}"
            yield Offer(rule.code, _Kind.Constant, rule.limit.of, rule.title, written)
        elif not of_limits and rule.severity != "error":
            yield Offer(rule.code, _Kind.Constant, rule.severity, rule.title, f"{rule.code}: ")


def _settings(writing: Writing, course: Course, path: str) -> Iterator[Offer]:
    if writing.inside == ("objectives",):
        # A lesson may take up what another promises, in the same words.
        for objective in _objectives(course, path, own=False):
            insert = f"{objective.name}: {_plain_or_quoted(objective.text)}"
            yield Offer(objective.name, _Kind.Value, objective.text, insert=insert)
        return
    record = record_at(writing.record, writing.inside) if writing.record else None
    for name, field in settings(record).items() if record else ():
        nested = get_origin(field.annotation) is dict
        if writing.inside or name not in writing.beside:
            yield Offer(name, _Kind.Property, about=field.description or "", insert=f"{name}:{'' if nested else ' '}")


def _plain_or_quoted(text: str) -> str:
    """A text as YAML, in quotes where it would mean something else without them."""
    data = load(f"a: {text}", "").data
    return text if data == {"a": text} else json.dumps(text, ensure_ascii=False)


def _values(writing: Writing, course: Course, path: str) -> Iterator[Offer]:
    *around, name = writing.inside or ("",)
    record = record_at(writing.record, around) if writing.record else None
    field = settings(record).get(name) if record else None
    if writing.inside == ("certificate", "pass"):
        for lesson in course.lessons:
            for quiz in lesson.body.quizzes:
                if quiz.name:
                    yield Offer(quiz.name, _Kind.Reference, quiz.title or lesson.title)
    elif name == "image":
        yield from (
            _file(file, path) for file in sorted(course.files) if posixpath.splitext(file)[1].lower() in PICTURES
        )
    elif writing.inside == ("select",):
        yield from (Offer(family, _Kind.Module, about=f"{len(rules)} rules") for family, rules in FAMILIES.items())
        yield from (Offer(one.code, _Kind.Constant, one.severity, one.title) for one in RULES.values())
    elif name == "tags":
        tags = dict.fromkeys(tag for lesson in course.lessons for tag in lesson.tags)
        yield from (Offer(tag, _Kind.Value) for tag in sorted(tags))
    elif field:
        words = choices(field.annotation) or (("true", "false") if inner_record(field.annotation) else ())
        yield from (Offer(word, _Kind.Value) for word in words)


# ---- attributes ------------------------------------------------------------------------------------------------------


def _attribute_values(writing: Writing, course: Course, path: str) -> Iterator[Offer]:
    block, name = writing.inside
    if name == "objective":
        for objective in [*_objectives(course, path, own=True), *_objectives(course, path, own=False)]:
            yield Offer(objective.name, _Kind.Value, objective.text)
        return
    attribute = attributes_of(block).get(name)
    yield from (Offer(word, _Kind.Value) for word in (attribute.words if attribute else ()))


def _objectives(course: Course, path: str, own: bool) -> list[Objective]:
    """The objectives of the lesson at a path, or all others, each once."""
    here = {one.name: one for lesson in course.lessons if lesson.path == path for one in lesson.objectives}
    everywhere = (one for lesson in course.lessons for one in lesson.objectives)
    others: dict[str, Objective] = {}
    for one in (*everywhere, *course.objectives):
        if one.name not in here:
            others.setdefault(one.name, one)
    return list((here if own else others).values())


# ---- links -----------------------------------------------------------------------------------------------------------


def _links(writing: Writing, course: Course, path: str) -> Iterator[Offer]:
    """Files of the course, and places in one once that is named."""
    if "#" in writing.text:
        file = writing.text.partition("#")[0]
        target = resolve(file, path)
        page = target.path if target else ""
        bodies = dict(course.bodies())
        body = bodies.get(page) or bodies.get(posixpath.join(page, "index.md").lstrip("/"))
        yield from _anchors(file, body) if body else ()
        return
    lessons: dict[str, str] = {}
    for entry in course.outline:
        if isinstance(entry, Unit):
            lessons[f"{entry.path}/index.md"] = entry.title
            lessons |= {lesson.path: lesson.title for lesson in entry.lessons}
        elif isinstance(entry, Lesson):
            lessons[entry.path] = entry.title
    if not writing.picture:
        yield from (
            _linked(file, path, title) for file, title in lessons.items() if file in course.files and file != path
        )
    suffixes = PICTURES if writing.picture else PUBLISHABLE_SUFFIXES
    for file in sorted(course.files):
        if posixpath.splitext(file)[1].lower() in suffixes:
            yield _linked(file, path)


def _file(file: str, path: str, title: str = "") -> Offer:
    """A file, by its path relative to that of another."""
    return Offer(posixpath.relpath(file, posixpath.dirname(path) or "."), _Kind.File, title)


def _linked(file: str, path: str, title: str = "") -> Offer:
    """The same as links have it: what would end them, or would mean something else there, as an address has it."""
    offer = _file(file, path, title)
    return replace(offer, insert=re.sub(r"[\s()<>%#?\\]", lambda found: quote(found[0]), offer.text))


def _anchors(file: str, body: Body) -> Iterator[Offer]:
    """What can be linked to in a text."""
    for heading in body.headings:
        yield Offer(f"{file}#{heading.anchor}", _Kind.Reference, heading.text)
    for question in body.questions:
        if question.name in body.anchors:
            yield Offer(f"{file}#{question.name}", _Kind.Reference, question.stem)
    for quiz in body.quizzes:
        if quiz.name in body.anchors:
            yield Offer(f"{file}#{quiz.name}", _Kind.Reference, quiz.title)

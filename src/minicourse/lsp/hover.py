"""What can be said of what the cursor stands on, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minicourse.check import languages_of
from minicourse.check.coverage import coverage
from minicourse.lsp.completion import attributes_of, record_at
from minicourse.lsp.names import Name
from minicourse.lsp.places import named
from minicourse.lsp.references import escaped, reference_text
from minicourse.model.course import Course
from minicourse.model.quiz import Quiz
from minicourse.model.targets import resolve
from minicourse.problems import Problem
from minicourse.problems.catalogue import RULES
from minicourse.schema.course_file import CourseFile
from minicourse.schema.lesson_file import IndexFile, LessonFile
from minicourse.schema.records import Record, choices, settings
from minicourse.schema.yaml import load
from minicourse.slugs import slug


@dataclass(frozen=True, slots=True)
class Known:
    """What there is to look up."""

    course: Course
    path: str
    """The file, relative to the project."""
    glossary: str
    """The text of `glossary.yml`; empty where there is none."""

    @property
    def below_content(self) -> str:
        """The file, relative to `content/`."""
        return self.path.removeprefix("content/")


def about(name: Name | None, problems: Iterable[Problem], known: Known) -> str:
    """All that can be said of a name, and of the problems that stand there; empty where that is nothing."""
    parts = [explained(code) for code in dict.fromkeys(problem.code for problem in problems)]
    said = _said(name, known) if name else ""
    return "\n\n---\n\n".join([*([said] if said else []), *parts])


def explained(code: str) -> str:
    """What `minicourse explain` says of a rule."""
    rule = RULES[code]
    languages = languages_of(code)
    parts = [
        f"**{rule.code}** ({rule.severity}): {rule.title}",
        rule.why,
        f"Instead of\n\n{_fenced(rule.bad)}\n\nwrite\n\n{_fenced(rule.good)}",
        f"Limit: {rule.limit.number:g} {rule.limit.of}" if rule.limit else "",
        f"It needs words, and has them for: {', '.join(languages)}" if languages else "",
        f"Source: {escaped(rule.source)}" if rule.source else "",
    ]
    return "\n\n".join(filter(None, parts))


def _fenced(text: str) -> str:
    """Text as code, whatever stands in it."""
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}markdown\n{text}\n{fence}"


def _said(name: Name, known: Known) -> str:
    course = known.course
    match name.kind:
        case "rule":
            return explained(name.text) if name.text in RULES else ""
        case "objective":
            return _objective(name.text, course)
        case "term":
            return _term(name.text, known)
        case "citation":
            reference = course.references.get(name.text)
            return reference_text(reference, course.language) if reference else ""
        case "question":
            return "\n\n".join(_question(name.text, course))
        case "link":
            return _link(name.text, known)
        case "setting":
            return _setting(name, known)
        case "attribute":
            attribute = attributes_of(name.block).get(name.text)
            words = f"\n\nOne of {_listed(attribute.words)}." if attribute and attribute.words else ""
            return f"{attribute.about}{words}" if attribute else ""
    return ""


def _objective(name: str, course: Course) -> str:
    """Its text, and where it is promised, practised and tested."""
    row = next((row for row in coverage(course).rows if row.objective.name == name), None)
    whole = next((one for one in course.objectives if one.name == name), None)
    if row is None:
        return f"{escaped(whole.text)}\n\nAn objective of the whole course." if whole else ""
    facts = [escaped(row.objective.text), ""]
    facts += [f"- promised in {_listed(lesson.path for lesson in row.taught) or 'a test only'}"]
    facts += [f"- practised by {_listed(question.name for question in row.practised) or 'no question'}"]
    facts += [f"- tested by {_listed(question.name for question in row.tested) or 'no quiz'}"]
    facts += [f"- level: {row.level}"] if row.level else []
    return "\n".join(facts)


def _term(name: str, known: Known) -> str:
    """Its definition, as its author wrote it."""
    data = load(known.glossary, "content/glossary.yml").data
    wanted = slug(name)
    entries = data.items() if isinstance(data, dict) else ()
    found = next(((term, text) for term, text in entries if slug(term) == wanted and isinstance(text, str)), None)
    return f"**{escaped(found[0])}**\n\n{found[1].strip()}" if found else ""


def _question(name: str, course: Course) -> Iterator[str]:
    found = named(name, course)
    if found is None:
        return
    lesson, one = found
    if isinstance(one, Quiz):
        yield f"**Quiz** in {escaped(lesson.title)}, {one.length} questions"
        yield escaped(one.title)
        if one.pass_mark is not None:
            yield f"Passed with {one.pass_mark} %."
    else:
        yield f"**{one.kind.capitalize()}** in {escaped(lesson.title)}"
        yield escaped(one.stem)


def _link(target: str, known: Known) -> str:
    """The title of the page, or the heading, to which a link leads."""
    found = resolve(target, known.below_content)
    lesson = next((lesson for lesson in known.course.lessons if found and lesson.path == found.path), None)
    if lesson is None or found is None:
        return ""
    heading = next((heading for heading in lesson.body.headings if heading.anchor == found.anchor), None)
    return f"**{escaped(lesson.title)}**" + (
        f", {escaped(heading.text)}" if heading else f"\n\n{escaped(lesson.summary)}"
    )


def _setting(name: Name, known: Known) -> str:
    record: type[Record] = LessonFile
    if known.path.endswith("/course.yml"):
        record = CourseFile
    elif known.path.endswith("/index.md"):
        record = IndexFile
    inner = record_at(record, name.place[:-1])
    field = settings(inner).get(name.text) if inner else None
    if field is None:
        return ""
    words = choices(field.annotation)
    return (field.description or "") + (f"\n\nOne of {_listed(words)}." if words else "")


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)

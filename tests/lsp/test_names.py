"""The names that the server finds line by line are those that the reader finds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from minicourse.build import check
from minicourse.lsp.names import names_in, without_code
from minicourse.model.course import Course
from minicourse.model.questions import Question
from minicourse.model.quiz import Quiz
from tests.lsp.test_diagnostics import COURSES, ROOT

Found = tuple[str, str, int]
"""A kind with a name, a path, a line."""


def read(course: Course) -> Iterator[Found]:
    """What the reader found, as far as it tells a place."""
    for _, body in course.bodies():
        for mention in body.citations:
            yield f"citation {mention.name}", mention.span.path, mention.span.line
        for mention in body.terms:
            yield f"term {mention.name}", mention.span.path, mention.span.line
        for link in body.links:
            yield "link", link.span.path, link.span.line
        for question in body.questions:
            if question.objective and question.objective_span:
                yield f"objective {question.objective}", question.objective_span.path, question.objective_span.line
        listed: list[Question | Quiz] = [*body.questions, *body.quizzes]
        for one in listed:
            yield f"question {one.name}", one.span.path, one.span.line
    for objective in (*course.objectives, *(one for lesson in course.lessons for one in lesson.objectives)):
        yield f"objective {objective.name}", objective.span.path, objective.span.line
    for term in course.terms:
        yield f"term {term.name}", term.span.path, term.span.line
    for reference in course.references.values():
        yield f"citation {reference.key}", reference.span.path, reference.span.line
    for mention in (course.certificate.quizzes or ()) if course.certificate else ():
        yield f"question {mention.name}", mention.span.path, mention.span.line
    for _, link in course.images():
        yield "link", link.span.path, link.span.line


def seen(root: Path) -> Iterator[Found]:
    """What the server finds in the same files."""
    for file in sorted((root / "content").rglob("*")):
        path = file.relative_to(root).as_posix()
        if file.suffix in (".md", ".yml", ".bib"):
            for name in names_in(path, file.read_text(encoding="utf-8")):
                if name.kind == "link":
                    yield "link", path, name.line + 1
                elif name.kind in ("citation", "term", "objective", "question"):
                    yield f"{name.kind} {name.text}", path, name.line + 1


@pytest.mark.parametrize(
    "root", [root for root in COURSES if root.name != "broken"], ids=lambda root: root.relative_to(ROOT).as_posix()
)
def test_the_same_names_are_found_in_the_same_lines(root: Path) -> None:
    assert set(seen(root)) == set(read(check(root).course))


@pytest.mark.parametrize(
    "text",
    [
        "`[@kraft2018]` and ``[[feedback]] ` ``",
        "```\n[@kraft2018] ::: question {#a}\n```",
        "~~~ text\n::: question {#a objective=b}\n~~~",
        "\\[@kraft2018] \\[[feedback]]",
        "<!-- [[feedback]] -->",
        "::: question {#a}\nWhat is [[a gap]]?\n:::",
    ],
)
def test_what_is_no_name(text: str) -> None:
    found = names_in("content/01-a.md", f"---\ntitle: A\n---\n{text}\n")
    assert {name.kind for name in found} <= {"setting", "block", "question"}


def test_a_name_has_its_exact_place() -> None:
    lines = [
        "---",
        "objectives:",
        '  "do-it": Do it',
        "---",
        '::: question {#a objective="do-it" ignore="long-line: x; other: y"}',
    ]
    found = [name for name in names_in("content/01-a.md", "\n".join(lines)) if name.kind != "setting"]
    for name in found:
        assert lines[name.line][name.start : name.end] == name.text
    assert [f"{name.kind} {name.text}" for name in found] == [
        "objective do-it",
        "block question",
        "question a",
        "attribute objective",
        "objective do-it",
        "attribute ignore",
        "rule long-line",
        "rule other",
    ]


def test_code_is_blank() -> None:
    assert without_code("a `b` ``c ` d`` e") == "a     " + " " * 9 + "  e"[1:]
    assert without_code("one ` alone") == "one ` alone"

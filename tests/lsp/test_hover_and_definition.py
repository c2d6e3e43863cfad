"""What is said of what the cursor stands on, where that comes from, and where else it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from minicourse.problems.catalogue import RULES
from minicourse.schema.course_file import CourseFile
from minicourse.schema.lesson_file import IndexFile, LessonFile
from tests.lsp.editor import Editor, Json

BEFORE, TALK, TEST = "content/01-before.md", "content/02-practice/01-talk.md", "content/03-test.md"


def said(editor: Editor, file: Path, mark: str, offset: int = 1) -> str:
    """What is said of what stands at a mark."""
    editor.open(file)
    found = editor.ask("textDocument/hover", editor.at(file, mark, offset))
    return str(found["contents"]["value"]) if found else ""


def test_a_problem_is_explained_as_by_the_command(course: Path, editor: Editor) -> None:
    lesson = course / BEFORE
    editor.type(lesson, editor.open(lesson).replace("objective=write-note", "objective=write-not"))
    found = editor.ask("textDocument/hover", editor.at(lesson, "objective=write-not", 3))
    text, rule = found["contents"]["value"], RULES["unknown-objective"]
    for part in (rule.code, rule.severity, rule.title, rule.why, rule.bad, rule.good, rule.source):
        assert part in text


def test_an_objective(course: Path, editor: Editor) -> None:
    expected = (
        "Write a note that both can check.\n\n"
        f"- promised in `{BEFORE.removeprefix('content/')}`\n- practised by `one-note`\n- tested by `which-note`\n"
        "- level: apply"
    )
    assert said(editor, course / BEFORE, "objective=write-note", 12) == expected
    assert said(editor, course / BEFORE, "write-note: Write") == expected
    assert said(editor, course / TEST, "objective=write-note", 12) == expected
    assert "An objective of the whole course." in said(editor, course / "content/course.yml", "lead-talk")


@pytest.mark.parametrize(
    ("path", "mark", "expected"),
    [
        (BEFORE, "feedback]]", "**feedback**\n\nWhat somebody learns about *what they did*, as in [@kraft2018]."),
        (BEFORE, "summary:", LessonFile.model_fields["summary"].description),
        ("content/02-practice/index.md", "title:", IndexFile.model_fields["title"].description),
        ("content/course.yml", "language:", CourseFile.model_fields["language"].description),
        ("content/course.yml", "certificate:", CourseFile.model_fields["certificate"].description),
        ("content/course.yml", "last-test", "**Quiz** in A test, 2 questions\n\nThe test\n\nPassed with 50 %."),
        (TALK, "a-step ", "**Choice** in The talk\n\nWhat comes last in the talk?"),
        (TALK, "see=", "Where it was taught: a lesson, and a heading in it."),
        (BEFORE, "02-practice/01-talk.md#", "**The talk**, What to say"),
        (TALK, "../01-before.md", "**Before the talk**\n\nWhat to look at."),
        (BEFORE, "Good", ""),
    ],
)
def test_what_else_there_is(course: Path, editor: Editor, path: str, mark: str, expected: str) -> None:
    assert said(editor, course / path, mark) == expected


def test_a_citation(course: Path, editor: Editor) -> None:
    text = said(editor, course / BEFORE, "@kraft2018")
    assert text == (
        "Kraft, M. A., Blazar, D., & Hogan, D. (2018). The effect of teacher coaching on instruction and achievement. "
        "*Review of Educational Research*, *88*(4), 547–588."
    )


def test_a_setting_with_few_values_lists_them(course: Path, editor: Editor) -> None:
    file = course / "content/course.yml"
    file.write_text(file.read_text(encoding="utf-8") + "unlock: open\n", encoding="utf-8")
    assert said(editor, file, "unlock").endswith("One of `open`, `sequential`, `mastery`.")


def test_a_rule_that_is_set_aside(course: Path, editor: Editor) -> None:
    lesson = course / BEFORE
    text = lesson.read_text(encoding="utf-8").replace("tags: [notes]", "ignore:\n  longest-choice-is-key: because")
    lesson.write_text(text, encoding="utf-8")
    assert RULES["longest-choice-is-key"].why in said(editor, lesson, "longest-choice")


def test_what_an_author_writes_is_shown_as_it_stands(course: Path, editor: Editor) -> None:
    """Text from a course is no Markdown of ours: it can't draw pictures from elsewhere, say."""
    lesson = course / BEFORE
    hostile = "Write ![x](https://example.org/x.png) <img src=x> `and` *more*."
    for path in (BEFORE, TEST):
        text = (course / path).read_text(encoding="utf-8")
        (course / path).write_text(text.replace("Write a note that both can check.", f"'{hostile}'"), encoding="utf-8")
    text = said(editor, lesson, "objective=write-note", 12)
    assert text.startswith(r"Write \!\[x\](https://example.org/x.png) \<img src=x\> \`and\` \*more\*.")


# ---- definitions -----------------------------------------------------------------------------------------------------


def defined(editor: Editor, file: Path, mark: str, offset: int = 1) -> tuple[str, str] | None:
    """The file, relative to the course, and the text that a mark leads to; no text for a whole file."""
    editor.open(file)
    found = editor.ask("textDocument/definition", editor.at(file, mark, offset))
    return place(editor, found, file) if found else None


def place(editor: Editor, found: Json, near: Path) -> tuple[str, str]:
    course = next(folder for folder in near.parents if (folder / "content").is_dir())
    path = found["uri"].removeprefix(course.as_uri() + "/")
    start, end = found["range"]["start"], found["range"]["end"]
    if start == end:
        return path, ""
    line = editor.text(course / path).split("\n")[start["line"]].encode("utf-16-le")
    return path, line[2 * start["character"] : 2 * end["character"]].decode("utf-16-le")


@pytest.mark.parametrize(
    ("path", "mark", "expected"),
    [
        (BEFORE, "=write-note", (BEFORE, "write-note")),
        (TEST, "=name-step", (TEST, "name-step")),
        (BEFORE, "[feedback", ("content/glossary.yml", "feedback")),
        (BEFORE, "@kraft2018", ("content/references.bib", "kraft2018")),
        ("content/glossary.yml", "@kraft2018", ("content/references.bib", "kraft2018")),
        (BEFORE, "02-practice/01-talk.md#what-to-say", (TALK, "## What to say")),
        (BEFORE, "#one-note)", (BEFORE, "::: question {#one-note objective=write-note}")),
        (TALK, "../01-before.md#one-note", (BEFORE, "::: question {#one-note objective=write-note}")),
        (TALK, "images/chairs.svg", ("content/02-practice/images/chairs.svg", "")),
        (BEFORE, "_shared/how.md", ("content/_shared/how.md", "")),
        ("content/_shared/how.md", "../01-before.md", (BEFORE, "::: question {#one-note objective=write-note}")),
        ("content/course.yml", "last-test", (TEST, "last-test")),
        (BEFORE, "Good", None),
        (BEFORE, "summary", None),
    ],
)
def test_where_it_comes_from(
    course: Path, editor: Editor, path: str, mark: str, expected: tuple[str, str] | None
) -> None:
    assert defined(editor, course / path, mark, 2 if "#" in mark else 1) == expected


def test_an_objective_that_the_file_does_not_promise_comes_from_the_first_lesson_that_does(
    course: Path, editor: Editor
) -> None:
    lesson = course / TALK
    text = lesson.read_text(encoding="utf-8").replace("objective=name-step", "objective=write-note")
    lesson.write_text(text, encoding="utf-8")
    assert defined(editor, lesson, "=write-note") == (BEFORE, "write-note")


def test_places_are_those_of_the_text_as_it_is_now(course: Path, editor: Editor) -> None:
    glossary = course / "content/glossary.yml"
    editor.type(glossary, "\n\n🙂: A face.\n" + editor.open(glossary), wait=False)
    assert defined(editor, course / BEFORE, "[feedback") == ("content/glossary.yml", "feedback")


# ---- references ------------------------------------------------------------------------------------------------------


def named(editor: Editor, file: Path, mark: str, declared: bool = True) -> list[tuple[str, str]]:
    """Every place in which what stands at a mark is named."""
    editor.open(file)
    asked = editor.at(file, mark, 1) | {"context": {"includeDeclaration": declared}}
    return sorted(place(editor, found, file) for found in editor.ask("textDocument/references", asked) or ())


def test_every_place_where_an_objective_is_named(course: Path, editor: Editor) -> None:
    assert named(editor, course / BEFORE, "write-note:") == [(BEFORE, "write-note")] * 2 + [(TEST, "write-note")] * 2
    assert named(editor, course / BEFORE, "=write-note", declared=False) == [
        (BEFORE, "write-note"),
        (TEST, "write-note"),
    ]


def test_every_place_where_a_question_is_named(course: Path, editor: Editor) -> None:
    assert named(editor, course / BEFORE, "one-note objective") == [
        (BEFORE, "one-note"),
        (BEFORE, "one-note"),
        (TALK, "one-note"),
        (TEST, "one-note"),
        ("content/_shared/how.md", "one-note"),
    ]
    assert len(named(editor, course / TALK, "#one-note")) == 5


def test_every_place_where_a_term_or_a_reference_is_named(course: Path, editor: Editor) -> None:
    assert named(editor, course / BEFORE, "[feedback") == [(BEFORE, "feedback"), ("content/glossary.yml", "feedback")]
    assert [path for path, _ in named(editor, course / BEFORE, "@kraft")] == [
        BEFORE,
        "content/glossary.yml",
        "content/references.bib",
    ]

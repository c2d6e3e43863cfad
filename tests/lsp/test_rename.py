"""An objective or a question gets another name in all files, and the course is as sound as before."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest

from minicourse.build import check
from tests.lsp.editor import Editor, Failed, Json

BEFORE, TALK, TEST = "content/01-before.md", "content/02-practice/01-talk.md", "content/03-test.md"


def renamed(editor: Editor, file: Path, mark: str, to: str) -> dict[Path, list[Json]]:
    """The changes to each file."""
    editor.open(file)
    edit = editor.ask("textDocument/rename", editor.at(file, mark, 1) | {"newName": to})
    return {Path(unquote(uri.removeprefix("file://"))): edits for uri, edits in edit["changes"].items()}


def apply(changes: dict[Path, list[Json]]) -> None:
    """Make the changes, as an editor does: the last in a file first."""
    for file, edits in changes.items():
        lines = file.read_text(encoding="utf-8").split("\n")
        for edit in sorted(edits, key=lambda edit: list(edit["range"]["start"].values()), reverse=True):
            start, end = edit["range"]["start"], edit["range"]["end"]
            assert start["line"] == end["line"]
            line = lines[start["line"]].encode("utf-16-le")
            before, after = line[: 2 * start["character"]], line[2 * end["character"] :]
            lines[start["line"]] = before.decode("utf-16-le") + edit["newText"] + after.decode("utf-16-le")
        file.write_text("\n".join(lines), encoding="utf-8")


def all_texts(course: Path) -> str:
    files = [file for file in (course / "content").rglob("*") if file.suffix in (".md", ".yml", ".bib")]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def test_an_objective(course: Path, editor: Editor) -> None:
    changes = renamed(editor, course / BEFORE, "=write-note", "take-note")
    assert {file.relative_to(course).as_posix(): len(edits) for file, edits in changes.items()} == {BEFORE: 2, TEST: 2}
    apply(changes)
    assert check(course).problems == []
    assert "write-note" not in all_texts(course)


def test_an_objective_of_the_course(course: Path, editor: Editor) -> None:
    apply(renamed(editor, course / "content/course.yml", "lead-talk", "talk"))
    assert check(course).problems == []
    assert "  talk: Lead a talk" in (course / "content/course.yml").read_text(encoding="utf-8")


def test_a_question_with_the_links_to_it(course: Path, editor: Editor) -> None:
    editor.told.clear()
    changes = renamed(editor, course / TALK, "#one-note", "first-note")
    assert len(changes) == 4
    (told,) = editor.told
    assert told["method"] == "window/showMessage"
    assert "are lost" in told["params"]["message"]
    apply(changes)
    assert check(course).problems == []
    assert "one-note" not in all_texts(course)


def test_a_quiz_that_the_certificate_asks_for(course: Path, editor: Editor) -> None:
    apply(renamed(editor, course / "content/course.yml", "last-test", "final"))
    assert check(course).problems == []
    assert "pass: [final]" in (course / "content/course.yml").read_text(encoding="utf-8")
    assert ":::: quiz {#final pass=50}" in (course / TEST).read_text(encoding="utf-8")


def test_what_is_typed_and_not_saved_is_renamed_too(course: Path, editor: Editor) -> None:
    lesson = course / BEFORE
    text = editor.open(lesson)
    typed = text.replace("---\n\n## One", "---\n\n🙂 [below](#one-note)\n\n## One")
    editor.type(lesson, typed, wait=False)
    edit = editor.ask("textDocument/rename", editor.at(lesson, "#one-note objective", 3) | {"newName": "first-note"})
    lesson.write_text(typed, encoding="utf-8")
    apply({Path(uri.removeprefix("file://")): edits for uri, edits in edit["changes"].items()})
    assert check(course).problems == []
    assert "one-note" not in all_texts(course)


def test_a_draft_and_a_fragment_that_nothing_includes_are_renamed_too(course: Path, editor: Editor) -> None:
    draft = course / "content/04-draft.md"
    draft.write_text("---\ntitle: A draft\ndraft: true\n---\n\n[it](01-before.md#one-note)\n", encoding="utf-8")
    fragment = course / "content/_idle.md"
    fragment.write_text("::: question {#idle objective=write-note}\n", encoding="utf-8")
    apply(renamed(editor, course / BEFORE, "one-note objective", "first-note"))
    assert "01-before.md#first-note" in draft.read_text(encoding="utf-8")
    editor.close(course / BEFORE)
    apply(renamed(editor, course / BEFORE, "=write-note", "take-note"))
    assert "objective=take-note" in fragment.read_text(encoding="utf-8")


def test_links_to_a_question_that_is_being_changed_are_renamed_too(course: Path, editor: Editor) -> None:
    lesson = course / BEFORE
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text.replace("objective=write-note}", "objective=write=}"), encoding="utf-8")
    apply(renamed(editor, lesson, "#one-note objective", "first-note"))
    assert "one-note" not in all_texts(course)


def test_a_heading_of_the_same_name_elsewhere_is_left_alone(course: Path, editor: Editor) -> None:
    other = course / "content/02-practice/index.md"
    other.write_text(other.read_text(encoding="utf-8") + "\n[a](#one-note)\n\n## One note\n", encoding="utf-8")
    apply(renamed(editor, course / BEFORE, "one-note objective", "first-note"))
    assert check(course).problems == []


@pytest.mark.parametrize(
    ("mark", "to", "message"),
    [
        ("=write-note", "Write Note", "a name is lower-case letters, digits and hyphens"),
        ("=write-note", "", "a name is lower-case letters, digits and hyphens"),
        ("=write-note", "a" * 81, "at most 80"),
        ("=write-note", "name-step", "another objective is called `name-step`"),
        ("=write-note", "lead-talk", "another objective is called `lead-talk`"),
        ("=write-note", "write-note", "it is called `write-note` already"),
        ("one-note objective", "last-test", "another question or quiz is called `last-test`"),
        ("one-note objective", "one-thing-to-look-at", "is the address of something else in 01-before.md"),
        ("[[feedback", "talk", "only the names of objectives, questions and quizzes can be changed here"),
        ("Good", "talk", "only the names of objectives, questions and quizzes can be changed here"),
    ],
)
def test_what_is_refused(course: Path, editor: Editor, mark: str, to: str, message: str) -> None:
    with pytest.raises(Failed, match=message):
        renamed(editor, course / BEFORE, mark, to)


def test_a_name_that_comes_from_nowhere(course: Path, editor: Editor) -> None:
    lesson = course / BEFORE
    editor.type(lesson, editor.open(lesson).replace("objective=write-note", "objective=nothing"))
    with pytest.raises(Failed, match="there is no objective `nothing`"):
        editor.ask("textDocument/rename", editor.at(lesson, "=nothing", 1) | {"newName": "something"})


def test_the_editor_is_told_what_can_be_renamed(course: Path, editor: Editor) -> None:
    lesson = course / BEFORE
    editor.open(lesson)
    found = editor.ask("textDocument/prepareRename", editor.at(lesson, "=write-note", 4))
    assert found["placeholder"] == "write-note"
    assert found["range"]["end"]["character"] - found["range"]["start"]["character"] == len("write-note")
    with pytest.raises(Failed, match="only the names of"):
        editor.ask("textDocument/prepareRename", editor.at(lesson, "Good"))


def test_an_editor_that_can_asks_before_learners_lose_their_answers(course: Path) -> None:
    able = {"workspace": {"workspaceEdit": {"documentChanges": True, "changeAnnotationSupport": {}}}}
    with Editor(course, capabilities=able) as editor:
        lesson = course / BEFORE
        editor.open(lesson)
        edit = editor.ask("textDocument/rename", editor.at(lesson, "one-note objective") | {"newName": "first-note"})
        ((name, annotation),) = edit["changeAnnotations"].items()
        assert annotation["needsConfirmation"]
        assert "are lost" in annotation["description"]
        assert all(one["annotationId"] == name for change in edit["documentChanges"] for one in change["edits"])
        versions = {
            change["textDocument"]["uri"]: change["textDocument"]["version"] for change in edit["documentChanges"]
        }
        assert versions[lesson.as_uri()] == 1
        assert versions[(course / TALK).as_uri()] is None
        objective = editor.ask("textDocument/rename", editor.at(lesson, "=write-note", 1) | {"newName": "take-note"})
        assert "changeAnnotations" not in objective

"""What can be done about a problem with a press of a key."""

from __future__ import annotations

from pathlib import Path

import pytest

from minicourse.build import check
from tests.lsp.editor import Editor, Json
from tests.lsp.test_rename import apply

BEFORE, TALK = "content/01-before.md", "content/02-practice/01-talk.md"


def offered(editor: Editor, file: Path, text: str, code: str) -> list[Json]:
    """The actions that are offered for the problem of a code in a text, which is saved."""
    editor.open(file)
    file.write_text(text, encoding="utf-8")
    (told,) = (one for one in editor.type(file, text) if one["code"] == code)
    asked = {"textDocument": {"uri": file.as_uri()}, "range": told["range"], "context": {"diagnostics": [told]}}
    actions: list[Json] = editor.ask("textDocument/codeAction", asked)
    assert all(action["kind"] == "quickfix" and action["diagnostics"] == [told] for action in actions)
    return actions


def take(action: Json) -> None:
    apply({Path(uri.removeprefix("file://")): edits for uri, edits in action["edit"]["changes"].items()})


@pytest.mark.parametrize(
    ("path", "right", "wrong", "code"),
    [
        (BEFORE, "objective=write-note", "objective=write-not", "unknown-objective"),
        (BEFORE, "[[feedback]]", "[[feedbak]]", "unknown-term"),
        (BEFORE, "[@kraft2018]", "[@kraf2018]", "unknown-citation"),
        (BEFORE, "02-practice/01-talk.md#what", "02-practice/01-tlk.md#what", "broken-link"),
        (BEFORE, "01-talk.md#what-to-say", "01-talk.md#what-too-say", "broken-anchor"),
        (BEFORE, "(#one-note)", "(#one-notes)", "broken-anchor"),
        (BEFORE, "include _shared/how.md", "include _shared/hwo.md", "broken-include"),
        (BEFORE, "::: question", "::: qestion", "unknown-block"),
        (BEFORE, "summary:", "sumary:", "unknown-key"),
        (TALK, "images/chairs.svg", "images/chars.svg", "broken-image"),
        (TALK, "objective=name-step", "objectiv=name-step", "unknown-attribute"),
        ("content/course.yml", "[last-test]", "[lst-test]", "unknown-quiz"),
        ("content/course.yml", "language: en\n", "language: en\nunlock: mastry\n", "wrong-type"),
    ],
)
def test_what_was_meant(course: Path, editor: Editor, path: str, right: str, wrong: str, code: str) -> None:
    file = course / path
    text = file.read_text(encoding="utf-8")
    assert right in text
    action, *_ = offered(editor, file, text.replace(right, wrong, 1), code)
    assert action["isPreferred"]
    take(action)
    assert [problem for problem in check(course).problems if problem.code == code] == []


LONG = "- [x] One step for next week, small, dated, and agreed on by both of them before they part"


def test_a_rule_is_set_aside_for_a_question(course: Path, editor: Editor) -> None:
    file = course / TALK
    text = file.read_text(encoding="utf-8").replace("- [x] One step for next week", LONG)
    here, _ = offered(editor, file, text, "longest-choice-is-key")
    assert not here["isPreferred"]
    take(here)
    assert ' ignore="longest-choice-is-key: because …"}' in file.read_text(encoding="utf-8")
    assert check(course).problems == []


@pytest.mark.parametrize("ignored", ["", "ignore:\n  verdict-only-feedback: because\n"])
def test_a_rule_is_set_aside_for_a_file(course: Path, editor: Editor, ignored: str) -> None:
    file = course / TALK
    text = file.read_text(encoding="utf-8").replace("- [x] One step for next week", LONG)
    text = text.replace("summary:", f"{ignored}summary:", 1)
    _, whole = offered(editor, file, text, "longest-choice-is-key")
    take(whole)
    assert file.read_text(encoding="utf-8").count("ignore:") == 1
    assert {problem.code for problem in check(course).problems} <= {"unused-ignore"}


def test_what_can_be_meant_in_one_way_is_mended(course: Path, editor: Editor) -> None:
    file = course / BEFORE
    text = file.read_text(encoding="utf-8") + "\n🙂 A last word.\n\n#### Deep\n\n##### Deeper\n"
    mended, *_ = offered(editor, file, text, "heading-skipped")
    assert mended["title"].startswith("Write `##")
    assert mended["isPreferred"]
    take(mended)
    assert "heading-skipped" not in {problem.code for problem in check(course).problems}
    assert "\n\n### Deep\n\n#### Deeper\n" in file.read_text(encoding="utf-8")


def test_errors_are_not_set_aside(course: Path, editor: Editor) -> None:
    file = course / BEFORE
    assert offered(editor, file, file.read_text(encoding="utf-8") + "\n[a](nowhere-near.md)\n", "broken-link") == []

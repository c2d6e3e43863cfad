"""What is shown while somebody types is what `minicourse check` says."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner

from minicourse.cli.main import main
from tests.lsp.conftest import COURSE
from tests.lsp.editor import Editor, Json

ROOT = Path(__file__).resolve().parents[2]
COURSES = [ROOT, *sorted(path.parent for path in (ROOT / "tests").glob("*/*/content"))]
SEVERITIES = {1: "error", 2: "warning", 3: "advice"}


def said_by_the_command(root: Path, *arguments: str) -> str:
    """The problems, to the byte."""
    said = CliRunner().invoke(main, ["check", str(root), "--no-cache", "--format", "json", *arguments]).stdout
    return said[: said.index(',\n  "off": ')]


def said_by_the_server(editor: Editor, root: Path) -> str:
    """The same, made of nothing but what the editor was told."""
    start = root.as_uri() + "/"
    told = {uri.removeprefix(start): told for uri, told in editor.diagnostics.items() if uri.startswith(start)}
    found = {unquote(path): listed for path, listed in told.items() if "/content/" not in path}
    problems = [problem(path, root, one) for path in sorted(found) for one in found[path]]
    return json.dumps({"problems": problems}, ensure_ascii=False, indent=2)[: -len("\n}")]


def problem(path: str, root: Path, told: Json) -> Json:
    """A diagnostic as the command has it."""
    file = root / path
    lines = file.read_bytes().decode("utf-8", "replace").splitlines() if file.is_file() else []
    assert told["source"] == "minicourse"
    message, label, help = (told["data"][part] for part in ("message", "label", "help"))
    assert told["message"].startswith(f"{message} ({label})" if label else message)
    assert told["message"].endswith(help)
    return {
        "code": told["code"],
        "severity": SEVERITIES[told["severity"]],
        "message": message,
        "label": label,
        "help": help,
        "path": path,
        "line": told["range"]["start"]["line"] + 1,
        "column": characters(lines, told["range"]["start"]) + 1,
        "end_line": told["range"]["end"]["line"] + 1,
        "end_column": characters(lines, told["range"]["end"]) + 1,
        "fix": told["data"]["fix"],
    }


def characters(lines: list[str], position: Json) -> int:
    """How many characters stand before a place that is counted in units of UTF-16."""
    line = lines[position["line"]] if position["line"] < len(lines) else ""
    units = line.encode("utf-16-le")[: 2 * position["character"]]
    beyond: int = position["character"] - len(units) // 2
    return len(units.decode("utf-16-le")) + beyond


@pytest.mark.parametrize("root", COURSES, ids=lambda root: root.relative_to(ROOT).as_posix())
def test_the_command_and_the_server_say_the_same(root: Path, editor: Editor) -> None:
    editor.settle(root)
    assert said_by_the_server(editor, root) == said_by_the_command(root)


def test_there_are_courses_with_problems() -> None:
    assert len(said_by_the_command(ROOT / "tests/courses/broken")) > 1000


def test_a_mistake_is_shown_while_it_is_typed_and_goes_away_with_it(course: Path, editor: Editor) -> None:
    lesson = course / "content/01-before.md"
    text = editor.open(lesson)
    assert editor.diagnostics[lesson.as_uri()] == []
    (told,) = editor.type(lesson, text.replace("objective=write-note", "objective=write-not"))
    assert {part: said for part, said in told.items() if part != "data"} == {
        "range": {"start": {"line": 13, "character": 24}, "end": {"line": 13, "character": 43}},
        "severity": 1,
        "code": "unknown-objective",
        "source": "minicourse",
        "message": "there is no objective `write-not`\nhelp: did you mean `write-note`?",
    }
    assert lesson.read_text(encoding="utf-8") == text, "nothing is written"
    assert editor.type(lesson, text) == []


def test_a_change_in_one_text_shows_in_others_that_are_not_open(course: Path, editor: Editor) -> None:
    glossary, lesson = course / "content/glossary.yml", course / "content/01-before.md"
    text = editor.open(glossary)
    editor.type(glossary, text.replace("feedback:", "talk:"))
    assert [told["code"] for told in editor.diagnostics[lesson.as_uri()]] == ["unknown-term"]
    editor.type(glossary, text)
    assert editor.diagnostics[lesson.as_uri()] == []


def test_a_change_to_a_fragment_shows_in_the_fragment(course: Path, editor: Editor) -> None:
    fragment = course / "content/_shared/how.md"
    text = editor.open(fragment)
    (told,) = editor.type(fragment, text + "\nSee [[nothing]].\n")
    assert (told["code"], told["range"]["start"]["line"]) == ("unknown-term", 2)
    assert editor.type(fragment, text) == []


@pytest.mark.parametrize("before", ["", "🙂🙂 ", "أنظر إلى ", "e\u0301 👩‍🏫 "])
def test_columns_are_units_of_utf_16(course: Path, editor: Editor, before: str) -> None:
    lesson = course / "content/02-practice/index.md"
    text = editor.open(lesson)
    (told,) = editor.type(lesson, f"{text}\n{before}[[nothing]]\n")
    start = len(before.encode("utf-16-le")) // 2
    assert told["range"]["start"]["character"] == start
    assert told["range"]["end"]["character"] == start + len("[[nothing]]")


@pytest.mark.parametrize(("encoding", "size"), [("utf-8", 8), ("utf-32", 2)])
def test_columns_are_what_was_agreed_on(course: Path, encoding: str, size: int) -> None:
    with Editor(course, capabilities={"general": {"positionEncodings": [encoding]}}) as editor:
        assert editor.capabilities["positionEncoding"] == encoding
        lesson = course / "content/02-practice/index.md"
        (told,) = editor.type(lesson, editor.open(lesson) + "\n🙂🙂[[nothing]]\n")
        assert told["range"]["start"]["character"] == size


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_any_end_of_a_line_will_do(course: Path, editor: Editor, end: str) -> None:
    lesson = course / "content/01-before.md"
    text = editor.open(lesson).replace("objective=write-note", "objective=x").replace("\n", end)
    (told,) = editor.type(lesson, text)
    assert told["range"]["start"] == {"line": 13, "character": 24}


def test_each_file_belongs_to_the_nearest_project(tmp_path: Path, editor: Editor) -> None:
    outer = shutil.copytree(COURSE, tmp_path / "outer")
    inner = shutil.copytree(COURSE, outer / "examples/inner")
    for root in (inner, outer):
        lesson = root / "content/01-before.md"
        text = editor.open(lesson)
        assert [told["code"] for told in editor.type(lesson, text + "\n[@kraf2018]\n")] == ["unknown-citation"]
        assert editor.type(lesson, text) == []


def test_what_is_closed_without_being_saved_counts_no_more(course: Path, editor: Editor) -> None:
    lesson = course / "content/01-before.md"
    text = editor.open(lesson)
    assert editor.type(lesson, text + "\n[[nothing]]\n")
    editor.close(lesson)
    editor.settle(course)
    assert editor.diagnostics[lesson.as_uri()] == []


def test_a_new_file_counts_once_it_is_saved(course: Path, editor: Editor) -> None:
    lesson = course / "content/04-new.md"
    lesson.write_text("---\ntitle: New\n---\n\nText.\n", encoding="utf-8")
    changed = {"changes": [{"uri": lesson.as_uri(), "type": 1}]}
    editor.tell("workspace/didChangeWatchedFiles", changed)
    editor.settle(course)
    assert [told["code"] for told in editor.diagnostics[lesson.as_uri()]] == ["lesson-without-objective"]
    lesson.unlink()
    editor.tell("workspace/didChangeWatchedFiles", changed)
    editor.settle(course)
    assert editor.diagnostics[lesson.as_uri()] == []


def test_files_are_watched_where_the_editor_can(course: Path) -> None:
    watching = {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}}
    with Editor(course, capabilities=watching) as editor:
        editor.settle(course)
        (asked,) = (message for message in editor.told if message["method"] == "client/registerCapability")
        (wanted,) = asked["params"]["registrations"]
        assert wanted["registerOptions"]["watchers"] == [{"globPattern": "**/content/**"}]


@pytest.mark.parametrize("arguments", [(), ("--drafts",)])
def test_drafts_count_where_they_count_for_the_command(course: Path, arguments: tuple[str, ...]) -> None:
    lesson = course / "content/04-draft.md"
    lesson.write_text("---\ntitle: A draft\ndraft: true\n---\n\n[[nothing]]\n", encoding="utf-8")
    with Editor(course, arguments=arguments) as editor:
        editor.settle(course)
        assert said_by_the_server(editor, course) == said_by_the_command(course, *arguments)
        assert (lesson.as_uri() in editor.diagnostics) == bool(arguments)


@pytest.fixture
def linked(course: Path, tmp_path: Path) -> Path:
    """The course under another name, as through `/tmp` on a Mac."""
    (tmp_path / "link").symlink_to(course, target_is_directory=True)
    return tmp_path / "link"


def test_files_are_named_as_the_editor_names_them(linked: Path, editor: Editor) -> None:
    lesson = linked / "content/01-before.md"
    assert len(editor.type(lesson, editor.open(lesson) + "\n[[nothing]]\n")) == 1

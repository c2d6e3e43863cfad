"""Whatever an editor sends and whatever a text holds, the server goes on."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from minicourse.lsp.names import names_in
from minicourse.lsp.positions import whole
from minicourse.lsp.writing import writing_at
from tests.lsp.conftest import COURSE
from tests.lsp.editor import Editor, Failed, Json

ASKED: dict[str, Json] = {
    "textDocument/completion": {},
    "textDocument/hover": {},
    "textDocument/definition": {},
    "textDocument/references": {"context": {"includeDeclaration": True}},
}
"""Requests for a place in a text, with what they take besides."""


def lives(editor: Editor, course: Path) -> None:
    """Does it still say what is wrong?"""
    lesson = course / "content/01-before.md"
    text = editor.open(lesson)
    assert [told["code"] for told in editor.type(lesson, text + "\n[[nothing]]\n")] == ["unknown-term"]
    assert editor.type(lesson, text) == []


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"jsonrpc": "2.0"}',
        b'{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": {"no": 1}}',
        b'{"jsonrpc": "2.0", "method": "textDocument/didClose", "params": {"textDocument": {"uri": "file:///no"}}}',
        b'{"jsonrpc": "2.0", "method": "no/such/thing", "params": {}}',
        b'{"jsonrpc": "2.0", "id": 9999, "result": null}',
    ],
)
def test_messages_that_are_none(course: Path, body: bytes) -> None:
    with Editor(course) as editor:
        editor.send_bytes(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        lives(editor, course)
        editor.told.clear()  # it may well have complained


@pytest.mark.parametrize(
    "params",
    [{}, {"textDocument": {"uri": "file:///x"}}, {"textDocument": 1, "position": "a"}, [], None],
)
def test_questions_that_are_none(course: Path, params: object) -> None:
    with Editor(course) as editor:
        for method in (*ASKED, "no/such/question"):
            with pytest.raises(Failed):
                editor.ask(method, params)
        lives(editor, course)
        editor.told.clear()  # it may well have complained


@pytest.mark.parametrize(
    "uri",
    [
        "file:///nowhere/at/all.md",
        "untitled:Untitled-1",
        "git:/course/content/01-before.md?ref",
        "file:///%00",
        "http://example.org/content/a.md",
        "",
        "//[",
    ],
)
def test_texts_that_belong_to_no_project(editor: Editor, uri: str) -> None:
    item = {"uri": uri, "languageId": "markdown", "version": 1, "text": "[[nothing]]"}
    editor.tell("textDocument/didOpen", {"textDocument": item})
    for method, besides in ASKED.items():
        asked = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 3}}
        assert editor.ask(method, asked | besides) is None
    editor.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert (
        editor.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}})
        is None
    )
    editor.told.clear()  # it may have complained of the address


@pytest.mark.parametrize("position", [(0, 0), (0, 10_000), (10_000, 0), (13, 10_000), (2**31 - 1, 2**31 - 1)])
def test_places_beyond_the_text(course: Path, editor: Editor, position: tuple[int, int]) -> None:
    lesson = course / "content/01-before.md"
    editor.open(lesson)
    line, character = position
    asked = {"textDocument": {"uri": lesson.as_uri()}, "position": {"line": line, "character": character}}
    for method, besides in ASKED.items():
        editor.ask(method, asked | besides)
    lives(editor, course)


TEXTS = {
    "empty": "",
    "half a character": "---\ntitle: \ud83d\n---\n[[\udc00]]",
    "a null": "---\ntitle: A\0\n---\n\0[[x\0]]",
    "other line ends": "---\ntitle: A\n---\n\u2028[[nothing]]\x0b\x0c\x85[[nothing]]",
    "no front matter": "[[nothing]] [@x] ::: question {#a}",
    "an open header": "---\ntitle: [A\nobjectives: {{{",
    "yaml bombs": "---\na: &a [x, x]\nb: &b [*a, *a]\n---\n",
    "deep lists": "---\ntitle: " + "[" * 5_000 + "\n---\n",
    "code ticks": "---\ntitle: A\n---\n" + "` `` " * 20_000,
    "open brackets": "---\ntitle: A\n---\n" + "[[" * 50_000,
    "open links": "---\ntitle: A\n---\n" + "](" * 50_000,
    "open citations": "---\ntitle: A\n---\n" + "[@a;" * 20_000,
    "open braces": "---\ntitle: A\n---\n::: question {" + "a=" * 30_000,
    "open colons": "---\ntitle: A\n---\n" + "::: x\n" * 5_000,
    "quotes": "---\ntitle: A\n---\n::: question {#a ignore=" + '"a;' * 20_000,
    "comments": "---\ntitle: A\n---\n" + "<!--" * 30_000,
    "definitions": "---\ntitle: A\n---\n" + "[a" * 20_000 + "]: x",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_texts_of_any_sort(course: Path, editor: Editor, text: str) -> None:
    lesson = course / "content/01-before.md"
    editor.open(lesson)
    editor.type(lesson, text)
    lines = text.split("\n")
    for line in {0, len(lines) // 2, len(lines) - 1}:
        asked = {"textDocument": {"uri": lesson.as_uri()}, "position": {"line": line, "character": len(lines[line])}}
        for method, besides in ASKED.items():
            editor.ask(method, asked | besides)
    editor.close(lesson)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_text_takes_long(text: str) -> None:
    """Names are looked for in a process of its own, which is given twenty seconds for what takes milliseconds."""
    code = (
        "import json, sys\nfrom minicourse.lsp.names import names_in\nfrom minicourse.lsp.writing import writing_at\n"
        "text = json.load(sys.stdin)\nlines = text.split('\\n')\n"
        "list(names_in('content/a.md', text))\nwriting_at('content/a.md', lines, len(lines) - 1, len(lines[-1]))\n"
    )
    given = json.dumps(whole(text))
    done = subprocess.run([sys.executable, "-c", code], input=given, text=True, capture_output=True, timeout=20)
    assert done.stderr == ""


def test_every_beginning_of_a_lesson_can_be_read() -> None:
    """What stands in the editor while a lesson is being written, letter by letter."""
    whole = (COURSE / "content/01-before.md").read_text(encoding="utf-8")
    for end in range(0, len(whole), 3):
        text = whole[:end]
        lines = text.split("\n")
        list(names_in("content/a.md", text))
        writing_at("content/a.md", lines, len(lines) - 1, len(lines[-1]))


def test_a_project_that_goes_away(course: Path, editor: Editor) -> None:
    lesson = course / "content/01-before.md"
    text = editor.open(lesson)
    assert editor.type(lesson, text + "\n[[nothing]]\n")
    shutil.rmtree(course)
    assert editor.type(lesson, text) == []
    assert editor.ask("textDocument/hover", editor.at(lesson, "[feedback", 1)) is None
    shutil.copytree(COURSE, course)
    lives(editor, course)


def test_links_out_of_the_project_are_not_followed(course: Path, editor: Editor, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("---\ntitle: Secret\n---\n", encoding="utf-8")
    (course / "content/04-secret.md").symlink_to(secret)
    lesson = course / "content/01-before.md"
    editor.type(lesson, editor.open(lesson) + "\n[out](../../secret.md) [in](04-secret.md)\n")
    for mark in ("../../secret.md", "04-secret.md"):
        assert editor.ask("textDocument/definition", editor.at(lesson, mark, 1)) is None
        assert "Secret" not in json.dumps(editor.ask("textDocument/hover", editor.at(lesson, mark, 1)))


def test_it_ends_when_the_editor_is_gone(course: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "minicourse", "lsp"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (0, b"", b"")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_when_it_is_told_to(number: signal.Signals) -> None:
    command = [sys.executable, "-m", "minicourse", "lsp"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        asked = {
            "jsonrpc": "2.0",
            "id": 1,
            "method": "initialize",
            "params": {"capabilities": {}, "processId": None, "rootUri": None},
        }
        body = json.dumps(asked).encode()
        process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(number)
        assert process.wait(timeout=60) == -number


def test_an_editor_may_say_what_is_so_anyway(course: Path) -> None:
    with Editor(course, arguments=["--stdio"]) as editor:
        lives(editor, course)


def test_without_the_extra_it_says_what_to_install() -> None:
    code = "import sys\nsys.modules['pygls'] = None\nfrom minicourse.cli.main import run\nrun(['lsp'])\n"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (2, "")
    assert 'pip install "minicourse[lsp]"' in done.stderr

"""The extension for VS Code: snippets that pass the checker, a manifest that names what is there, and a server that is
started."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from minicourse.build import check
from minicourse.model.questions import KINDS
from minicourse.problems.text import format_text
from minicourse.read.syntax.block import BLOCKS
from tests.docs.documents import ROOT

FOLDER = ROOT / "editors" / "vscode"
HEADER = "---\ntitle: An example\nobjectives:\n  do-it: Explain to a colleague why it works.\n---\n\n## A heading\n\n"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 10h40"/></svg>'
FILES = {
    "course.yml": "title: A course\n",
    "images/picture.svg": PICTURE,
    "talk.mp4": "",
    "talk.en.vtt": "WEBVTT\n",
    "interview.mp3": "",
    "_shared/how-to-read.md": "Slowly.\n",
}
_PLACE = re.compile(r"\$\{\d+:((?:[^{}$]|\{[^{}]*\})*)\}|\$\{\d+\|([^,|}]*)[^}]*\|\}|\$\d+|\$\{\d+\}")


def snippets(name: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads((FOLDER / "snippets" / f"{name}.json").read_text(encoding="utf-8"))
    return found


def expanded(snippet: dict[str, Any]) -> str:
    """What stands there after nothing but pressing Tab: each place holds what it says, or the first of its choices."""
    return _PLACE.sub(lambda found: found[1] or found[2] or "", "\n".join(snippet["body"])) + "\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The files that the snippets point at."""
    for path, text in FILES.items():
        file = tmp_path / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "content"


def faults(content: Path) -> str:
    """What stops a build, strictly too. That a name is never used elsewhere is no fault of a snippet."""
    result = check(content.parent)
    found = (problem for problem in result.problems if problem.severity != "advice")
    heeded = [problem for problem in found if problem.code not in ("objective-never-assessed", "unused-reference")]
    return format_text(heeded, result.project.source_line)


@pytest.mark.parametrize("name", snippets("markdown"))
def test_a_snippet_passes_the_checker(name: str, content: Path) -> None:
    text = expanded(snippets("markdown")[name])
    assert "$" not in text
    file = content / "01-example.md"
    if name == "Unit":
        file = content / "01-unit" / "index.md"
        file.parent.mkdir()
        (file.parent / "01-lesson.md").write_text(HEADER + "Text.\n", encoding="utf-8")
    if name == "Hint":
        question = expanded(snippets("markdown")["Question: one right choice"])
        text = question.replace("\n> What to take away.", f"\n{text}\n> What to take away.")
        assert "[!TIP]" in text
    file.write_text(text if text.startswith("---") else HEADER + text, encoding="utf-8")
    assert faults(content) == ""


@pytest.mark.parametrize(
    ("name", "file"), [("Course", "course.yml"), ("Certificate", "course.yml"), ("Term", "glossary.yml")]
)
def test_a_snippet_of_settings_passes_the_checker(name: str, file: str, content: Path) -> None:
    before = FILES.get(file, "") if name == "Certificate" else ""
    (content / file).write_text(before + expanded(snippets("yaml")[name]), encoding="utf-8")
    quiz = expanded(snippets("markdown")["Quiz"])
    (content / "01-example.md").write_text(HEADER + quiz, encoding="utf-8")
    assert faults(content) == ""


def test_there_is_a_snippet_for_each_block_and_each_kind_of_question(content: Path) -> None:
    texts = [expanded(snippet) for snippet in snippets("markdown").values()]
    assert {block for block in BLOCKS if f"::: {block}" in "\n".join(texts)} == set(BLOCKS)
    kinds = set()
    for text in texts:
        (content / "01-example.md").write_text(text if text.startswith("---") else HEADER + text, encoding="utf-8")
        kinds |= {
            question.kind for lesson in check(content.parent).course.lessons for question in lesson.body.questions
        }
    assert kinds == {kind.kind for kind in KINDS}


def test_each_prefix_belongs_to_one_snippet_and_each_says_what_it_is() -> None:
    for name in ("markdown", "yaml"):
        prefixes = [prefix for snippet in snippets(name).values() for prefix in listed(snippet["prefix"])]
        assert len(prefixes) == len(set(prefixes))
        assert all(snippet["description"] for snippet in snippets(name).values())


def listed(prefix: str | list[str]) -> list[str]:
    return [prefix] if isinstance(prefix, str) else prefix


# ---- the extension ---------------------------------------------------------------------------------------------------


def paths(value: object) -> Iterator[str]:
    """All paths in a manifest."""
    if isinstance(value, dict):
        yield from (found for inner in value.values() for found in paths(inner))
    elif isinstance(value, list):
        yield from (found for inner in value for found in paths(inner))
    elif isinstance(value, str) and value.startswith("./"):
        yield value


def test_what_the_manifest_names_is_there() -> None:
    manifest = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
    assert len(list(paths(manifest))) == 4
    for path in paths(manifest):
        assert (FOLDER / path).is_file(), path
    colours = json.loads((FOLDER / "syntaxes/block.json").read_text(encoding="utf-8"))
    for pattern in colours["patterns"]:
        assert re.compile(pattern["match"])


START = """
const Module = require("module");
const settings = JSON.parse(process.argv[1]);
const said = { commands: [], errors: [], stopped: 0 };
let change;
const vscode = {
  workspace: {
    getConfiguration: () => ({ get: (name, otherwise) => settings[name] ?? otherwise }),
    onDidChangeConfiguration: (listener) => { change = listener; },
  },
  window: { showErrorMessage: async (message) => { said.errors.push(message); } },
  commands: { registerCommand: (name) => { said.registered = name; } },
};
class LanguageClient {
  constructor(id, name, server, client) { said.commands.push([server.command, ...server.args]); said.client = client; }
  async start() { if (settings.broken) throw new Error("ENOENT"); }
  async stop() { said.stopped += 1; }
}
const load = Module._load;
Module._load = (name, ...rest) =>
  name === "vscode" ? vscode : name === "vscode-languageclient/node" ? { LanguageClient } : load(name, ...rest);
(async () => {
  const extension = require(process.argv[2]);
  await extension.activate({ subscriptions: [] });
  if (settings.changed) await change({ affectsConfiguration: (name) => name === settings.changed });
  await extension.deactivate();
  console.log(JSON.stringify(said));
})();
"""


def started(**settings: object) -> dict[str, Any]:
    """What the extension does with these settings, in an editor that only notes it."""
    call = ["node", "-e", START, json.dumps(settings), str(FOLDER / "extension.js")]
    done = subprocess.run(call, capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr == ""
    said: dict[str, Any] = json.loads(done.stdout)
    return said


@pytest.mark.parametrize(
    ("settings", "command"),
    [
        ({}, ["minicourse", "lsp"]),
        ({"drafts": True}, ["minicourse", "lsp", "--drafts"]),
        ({"command": ["uvx", "minicourse"]}, ["uvx", "minicourse", "lsp"]),
    ],
)
def test_the_server_is_started_and_stopped(settings: dict[str, object], command: list[str]) -> None:
    said = started(**settings)
    assert (said["commands"], said["errors"], said["stopped"]) == ([command], [], 1)
    assert {one["pattern"] for one in said["client"]["documentSelector"]} == {
        "**/content/**/*.md",
        "**/content/{course,glossary}.yml",
        "**/content/references.bib",
    }


def test_other_settings_start_it_anew() -> None:
    said = started(changed="minicourse")
    assert (len(said["commands"]), said["stopped"]) == (2, 2)
    assert len(started(changed="editor")["commands"]) == 1


def test_where_there_is_no_server_it_says_how_to_get_one() -> None:
    (message,) = started(broken=True)["errors"]
    assert "`minicourse lsp`" in message
    assert 'pip install "minicourse[lsp]"' in message

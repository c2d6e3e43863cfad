"""The reference says all there is, and nothing else: it is made from the code, and these tests look at both."""

from __future__ import annotations

import ast
import dataclasses
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from minicourse.cli.main import main as minicourse
from minicourse.problems.catalogue import RULES
from minicourse.render import (
    accessibility,
    analysis_views,
    coverage_views,
    frame_views,
    question_views,
    recording_views,
    views,
)
from minicourse.schema.course_file import CertificateFile, CourseFile
from minicourse.schema.lesson_file import IndexFile, LessonFile
from minicourse.schema.records import Record
from tests.docs.documents import DOCS, ROOT, headings

REFERENCE = DOCS / "reference"
SOURCES = sorted((ROOT / "src").rglob("*.py"))


def test_the_reference_is_up_to_date() -> None:
    call = [sys.executable, str(REFERENCE / "make.py"), "--check"]
    done = subprocess.run(call, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


def commands() -> Iterator[click.Command]:
    context = click.Context(minicourse)
    for name in minicourse.list_commands(context):
        command = minicourse.get_command(context, name)
        assert command is not None
        yield command


@pytest.mark.parametrize("command", list(commands()), ids=lambda command: command.name)
def test_each_command_and_option_is_described(command: click.Command) -> None:
    page = REFERENCE / "commands.md"
    assert f"minicourse {command.name}" in headings(page)
    section = page.read_text(encoding="utf-8").split(f"## minicourse {command.name}\n")[1].split("\n## ")[0]
    for parameter in command.params:
        shown = [parameter.make_metavar(click.Context(command))]
        for name in parameter.opts if isinstance(parameter, click.Option) else shown:
            assert name in section


@pytest.mark.parametrize("record", [CourseFile, CertificateFile, LessonFile, IndexFile])
def test_each_setting_is_described(record: type[Record]) -> None:
    rows = rows_of("settings.md")
    for name, field in record.model_fields.items():
        assert field.description, f"{record.__name__}.{name} says nothing of itself"
        assert any(row[0] == f"`{field.alias or name}`" and row[-1] == field.description for row in rows)


def test_each_rule_is_described() -> None:
    assert headings(REFERENCE / "problems.md")[1:] == list(RULES)


def test_each_field_of_each_view_is_described() -> None:
    sections = (REFERENCE / "theme.md").read_text(encoding="utf-8").split("\n### ")
    described = {section.partition("\n")[0]: section for section in sections[1:]}
    modules = (frame_views, question_views, recording_views, coverage_views, accessibility, analysis_views, views)
    for name, view in {name: view for module in modules for name, view in vars(module).items()}.items():
        if dataclasses.is_dataclass(view) and view.__module__.startswith("minicourse.render."):
            for field in vars(view).get("__annotations__", {}):
                assert f"\n| `{field}` | " in described[name], f"{name}.{field}"


def test_each_template_is_listed() -> None:
    listed = {row[0] for row in rows_of("theme.md")}
    for path in (ROOT / "templates").rglob("*.html"):
        assert f"`{path.relative_to(ROOT / 'templates').as_posix()}`" in listed


def rows_of(page: str) -> list[list[str]]:
    lines = (REFERENCE / page).read_text(encoding="utf-8").split("\n")
    return [line.strip("| ").split(" | ") for line in lines if line.startswith("| ")]


def test_each_problem_in_the_code_has_its_rule_and_each_rule_its_problem() -> None:
    made, texts = set[str](), set[str]()
    for path in SOURCES:
        if path.parent.name == "catalogue":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                texts.add(node.value)
            if isinstance(node, ast.Call) and node.args and called(node) in ("Problem", "problem"):
                first = node.args[0]
                made |= {first.value} if isinstance(first, ast.Constant) and isinstance(first.value, str) else set()
    assert made <= RULES.keys(), "the catalogue lacks these"
    assert RULES.keys() <= texts, "no code finds these"


def called(call: ast.Call) -> str:
    """The name of what is called."""
    function = call.func
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def test_make_says_what_is_old(tmp_path: Path) -> None:
    """`--check` writes nothing and leaves with 1; without it the page is written anew."""
    folder = tmp_path / "reference"
    folder.mkdir()
    for path in REFERENCE.iterdir():
        if path.is_file():
            (folder / path.name).write_bytes(path.read_bytes())
    page = folder / "problems.md"
    page.write_text("old\n", encoding="utf-8")
    call = [sys.executable, str(folder / "make.py")]
    done = subprocess.run([*call, "--check"], capture_output=True, text=True, timeout=60)
    assert (done.returncode, page.read_text(encoding="utf-8")) == (1, "old\n")
    assert "problems.md" in done.stderr
    assert subprocess.run(call, timeout=60).returncode == 0
    assert page.read_bytes() == (REFERENCE / "problems.md").read_bytes()

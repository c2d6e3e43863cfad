"""Courses to open, and an editor to open them in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.lsp.editor import Editor

COURSE = Path(__file__).parent / "course"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A small course without a problem, to be changed at will."""
    return shutil.copytree(COURSE, tmp_path / "course")


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    """An editor for all tests of a module: each opens a course of its own in it."""
    with Editor() as editor:
        yield editor

"""When a project is looked at, and what is told of it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path

import pytest

from minicourse.build import Result
from minicourse.lsp import checking
from minicourse.lsp.checking import Checking
from minicourse.lsp.workspace import OpenProject, OpenText, Workspace


class Desk:
    """A project in a workspace, and what is told of it."""

    def __init__(self, course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.file = course / "content/01-before.md"
        self.workspace = Workspace()
        self.project = self.workspace.project_in(course)
        self.looked: list[str] = []
        """The text of the lesson, each time that somebody looked."""
        self.told: list[str] = []
        """The same, each time that something was told."""
        self.failures: list[Exception] = []
        self.meanwhile: Callable[[], None] = lambda: None
        """What happens, in the thread of the check, while somebody looks."""
        monkeypatch.setattr(checking, "PAUSE_SECONDS", 0.01)
        monkeypatch.setattr(OpenProject, "look", lambda project, unsaved: self._look(unsaved))
        self.checking: Checking

    def _look(self, unsaved: Mapping[str, str]) -> Result:
        self.looked.append(unsaved.get("content/01-before.md", ""))
        self.meanwhile()
        return LOOK(self.project, unsaved)

    def type(self, text: str) -> None:
        self.workspace.texts[self.file] = OpenText(self.file.as_uri(), 1, text)
        self.checking.changed(self.project)

    def run(self, story: Callable[[], Coroutine[None, None, None]]) -> None:
        async def told() -> None:
            self.checking = Checking(self.workspace, lambda _: self.told.append(self.looked[-1]), self.failures.append)
            await story()
            self.checking.stop()

        asyncio.run(told())


LOOK = OpenProject.look


@pytest.fixture
def desk(course: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(course, monkeypatch)


def test_what_is_typed_without_a_pause_is_looked_at_once(desk: Desk) -> None:
    async def story() -> None:
        await desk.checking.fresh(desk.project)
        for letter in "abc":
            desk.type(letter)
            await asyncio.sleep(0)
        await desk.checking.fresh(desk.project)

    desk.run(story)
    assert desk.looked == ["", "c"]
    assert desk.told == ["", "c"]


def test_what_is_old_when_it_comes_is_not_told(desk: Desk) -> None:
    async def story() -> None:
        loop = asyncio.get_running_loop()
        typed = threading.Event()

        def type() -> None:
            desk.type("b")
            typed.set()

        def meanwhile() -> None:
            if desk.looked[-1] == "a":
                loop.call_soon_threadsafe(type)
                assert typed.wait(60)

        desk.meanwhile = meanwhile
        desk.type("a")
        await desk.checking.fresh(desk.project)

    desk.run(story)
    assert desk.looked == ["a", "b"]
    assert desk.told == ["b"]


def test_what_is_known_is_given_at_once(desk: Desk) -> None:
    async def story() -> None:
        first = await desk.checking.known(desk.project)
        assert first
        desk.type("a")
        assert await desk.checking.known(desk.project) is first
        assert await desk.checking.fresh(desk.project) is not first

    desk.run(story)


def test_a_bug_of_ours_is_reported_and_the_next_change_is_looked_at(desk: Desk) -> None:
    def fails() -> None:
        raise ZeroDivisionError

    async def story() -> None:
        await desk.checking.fresh(desk.project)
        desk.meanwhile = fails
        desk.type("a")
        await desk.checking.fresh(desk.project)
        desk.meanwhile = lambda: None
        desk.type("b")
        await desk.checking.fresh(desk.project)

    desk.run(story)
    assert [type(failure) for failure in desk.failures] == [ZeroDivisionError]
    assert desk.told == ["", "b"]

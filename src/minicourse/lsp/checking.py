"""Looks at projects again when something in them has changed: aside, and once an author pauses."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from minicourse.build import Result
from minicourse.lsp.workspace import OpenProject, Workspace
from minicourse.project import UnreadableProject

PAUSE_SECONDS = 0.2
"""How long nothing must be typed before a project is looked at: a little longer than from one keystroke to the next."""


class Checking:
    """Keeps what is known of projects up to date."""

    def __init__(
        self,
        workspace: Workspace,
        tell: Callable[[OpenProject], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """`tell` is called when something new is known of a project, `failed` when looking at it raised."""
        self._workspace = workspace
        self._tell = tell
        self._failed = failed
        self._changes: dict[OpenProject, int] = {}
        self._running: dict[OpenProject, asyncio.Task[None]] = {}
        # One at a time: they would only take the processor from each other.
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="check")

    def changed(self, project: OpenProject) -> None:
        """Something in a project has changed."""
        self._changes[project] = self._changes.get(project, 0) + 1
        running = self._running.get(project)
        if running is None or running.done():
            self._running[project] = asyncio.get_running_loop().create_task(self._look(project))

    async def known(self, project: OpenProject) -> Result | None:
        """What is known of a project, if need be of a moment ago; none where it can't be read."""
        if project.result is None:
            await self._finished(project)
        return project.result

    async def fresh(self, project: OpenProject) -> Result | None:
        """What is known of a project as it is now; none where it can't be read."""
        await self._finished(project)
        return project.result

    def stop(self) -> None:
        """Don't look any more."""
        for task in self._running.values():
            task.cancel()
        self._worker.shutdown(wait=False, cancel_futures=True)

    async def _finished(self, project: OpenProject) -> None:
        if project not in self._running:
            self.changed(project)
        while not (running := self._running[project]).done():
            # Whoever asked may go away; the others go on waiting.
            await asyncio.shield(running)

    async def _look(self, project: OpenProject) -> None:
        """Look until nothing has changed while we did, and tell of it."""
        seen = 0
        try:
            while seen != self._changes[project]:
                if project.result:
                    await self._pause(project)
                seen = self._changes[project]
                project.result = await self._result(project)
            self._tell(project)
        except Exception as error:
            self._failed(error)

    async def _result(self, project: OpenProject) -> Result | None:
        unsaved = self._workspace.unsaved(project)
        try:
            return await asyncio.get_running_loop().run_in_executor(self._worker, project.look, unsaved)
        except (UnreadableProject, OSError):
            return None

    async def _pause(self, project: OpenProject) -> None:
        """Wait until nothing is typed any more."""
        seen = 0
        while seen != self._changes[project]:
            seen = self._changes[project]
            await asyncio.sleep(PAUSE_SECONDS)

"""One connection to an editor: what it has open, and what it is told without asking."""

from __future__ import annotations

import traceback
from dataclasses import dataclass
from typing import Any

from lsprotocol import types
from pygls.exceptions import FeatureRequestError, JsonRpcException
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol

from minicourse.build import Result
from minicourse.lsp.checking import Checking
from minicourse.lsp.diagnostics import by_file, diagnostic
from minicourse.lsp.names import Name, name_at, names_in
from minicourse.lsp.positions import Positions
from minicourse.lsp.workspace import OpenProject, Workspace, file_of
from minicourse.project import Project
from minicourse.version import __version__


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a text about which an editor asks."""

    project: OpenProject
    path: str
    """The file, relative to the project."""
    lines: list[str]
    """Its text as it was when the editor asked."""
    line: int
    column: int
    """In characters; both count from 0."""

    @property
    def below_content(self) -> str:
        """The file, relative to `content/`."""
        return self.path.removeprefix("content/")

    @property
    def name(self) -> Name | None:
        """The name that stands there."""
        return name_at(names_in(self.path, "\n".join(self.lines)), self.line, self.column)


class _Protocol(LanguageServerProtocol):
    """The protocol, in which a request that can't be read is answered too: whoever made it would wait for ever."""

    def structure_message(self, data: dict[str, Any]) -> Any:
        """The message that stands in JSON."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "id" in data and "method" in data:
                self._send_response(data["id"], error=error.to_response_error())
            raise


class Connection(LanguageServer):
    """Speaks with one editor."""

    def __init__(self, drafts: bool = False) -> None:
        # Whole texts: 128 KB at most, and nobody has to agree on what ends a line.
        super().__init__("minicourse", __version__, types.TextDocumentSyncKind.Full, protocol_cls=_Protocol)
        self.open = Workspace(drafts)
        self.checking = Checking(self.open, self.tell, self.failed)

    @property
    def positions(self) -> Positions:
        """How places are counted here."""
        return Positions(types.PositionEncodingKind(self.workspace.position_encoding).value)

    def place(self, uri: str, position: types.Position) -> Place | None:
        """A place in a text of a project; none for other texts."""
        file = file_of(uri)
        project = self.open.project_of(file) if file else None
        path = project.path_of(file) if project and file else None
        if project is None or path is None or not path.startswith("content/"):
            return None
        lines = self.open.lines(project, path)
        if position.line >= len(lines):
            return None
        return Place(
            project, path, lines, position.line, self.positions.column(lines[position.line], position.character)
        )

    async def known(self, uri: str, position: types.Position) -> tuple[Place, Result] | None:
        """A place in a text of a project, and what is known of that; none where nothing is."""
        place = self.place(uri, position)
        result = await self.checking.known(place.project) if place else None
        return (place, result) if place and result else None

    def current(self, project: OpenProject) -> Project:
        """A project, with its texts as they are now."""
        return Project.at(project.folder, self.open.unsaved(project))

    def tell(self, project: OpenProject) -> None:
        """Show what is known of a project: of every file with problems, and of those that have none any more."""
        result = project.result
        found = by_file(result.problems) if result else {}
        opened = {path for path, _ in self.open.texts_of(project) if path.startswith("content/")}
        for path in sorted(found.keys() | project.shown.keys() | opened):
            lines = result.project.lines.get(path, []) if result else []
            shown = [diagnostic(problem, lines, self.positions) for problem in found.get(path, [])]
            # An editor moves what it shows while its author types; so what is open is told again, changed or not.
            if path in opened or project.shown.get(path) != shown:
                uri, version = self.open.uri_of(project, path), self.open.version_of(project, path)
                self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, shown, version))
            project.shown[path] = shown
        project.shown = {path: shown for path, shown in project.shown.items() if shown}

    def failed(self, error: Exception) -> None:
        """Log what is a bug of ours."""
        trace = "".join(traceback.format_exception(error))
        message = f"this is a bug in minicourse, not in your course: {error!r}\n{trace}"
        self.window_log_message(types.LogMessageParams(types.MessageType.Error, message))

    def report_server_error(self, error: Exception, source: object) -> None:
        """Log what went wrong, unless it is the answer to a request: there is nothing that an author could do."""
        if source is not FeatureRequestError:
            self.window_log_message(types.LogMessageParams(types.MessageType.Error, str(error)))

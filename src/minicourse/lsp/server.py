"""The language server: what it does with each message, and what an editor tells without asking."""

from __future__ import annotations

import logging
import signal
from pathlib import Path

from lsprotocol import types

from minicourse.lsp.connection import Connection
from minicourse.lsp.positions import whole
from minicourse.lsp.requests import act, complete, define, hover, prepare_rename, refer, rename
from minicourse.lsp.workspace import OpenText, file_of

_TRIGGERS = [":", "[", "@", "(", "#", "=", "{", "/", "!", '"', " "]
"""After these an editor asks what may be written, besides in words."""


def serve(drafts: bool = False) -> None:
    """Speak with an editor over standard input and output until it says goodbye."""
    # What pygls logs would go to the terminal as tracebacks; what matters of it is told to the editor.
    logging.getLogger("pygls").setLevel(logging.CRITICAL + 1)
    # There is nothing to clear away, and the thread that waits for the next message would keep us from ending.
    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    connection = connected(drafts)
    try:
        connection.start_io()
    finally:
        connection.checking.stop()


def connected(drafts: bool = False) -> Connection:
    """A connection that knows what to do with each message."""
    connection = Connection(drafts)
    feature = connection.feature
    feature(types.INITIALIZED)(initialized)
    feature(types.TEXT_DOCUMENT_DID_OPEN)(opened)
    feature(types.TEXT_DOCUMENT_DID_CHANGE)(changed)
    feature(types.TEXT_DOCUMENT_DID_SAVE)(saved)
    feature(types.TEXT_DOCUMENT_DID_CLOSE)(closed)
    feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(files_changed)
    feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)(folders_changed)
    feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=_TRIGGERS))(complete)
    feature(types.TEXT_DOCUMENT_HOVER)(hover)
    feature(types.TEXT_DOCUMENT_DEFINITION)(define)
    feature(types.TEXT_DOCUMENT_REFERENCES)(refer)
    feature(types.TEXT_DOCUMENT_PREPARE_RENAME)(prepare_rename)
    feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))(rename)
    kinds = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)(act)
    return connection


def initialized(connection: Connection, params: types.InitializedParams) -> None:
    """Look at the projects of the folders that are open, and ask to be told of files that change."""
    folders = [folder.uri for folder in connection.workspace.folders.values()]
    for uri in folders or [connection.workspace.root_uri or ""]:
        _look_in(connection, uri)
    workspace = connection.client_capabilities.workspace
    watching = workspace.did_change_watched_files if workspace else None
    if watching and watching.dynamic_registration:
        watchers = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher("**/content/**")])
        wanted = types.Registration("files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, watchers)
        connection.client_register_capability(types.RegistrationParams([wanted]))


def _look_in(connection: Connection, uri: str) -> None:
    """Look at the project in a folder, if there is one in it or around it."""
    folder = file_of(uri)
    project = connection.open.project_of(folder / "content") if folder else None
    if project:
        connection.checking.changed(project)


def folders_changed(connection: Connection, params: types.DidChangeWorkspaceFoldersParams) -> None:
    """Another folder is open."""
    for folder in params.event.added:
        _look_in(connection, folder.uri)


def opened(connection: Connection, params: types.DidOpenTextDocumentParams) -> None:
    """A text is in the editor."""
    document = params.text_document
    _hold(connection, document.uri, document.version, document.text)


def changed(connection: Connection, params: types.DidChangeTextDocumentParams) -> None:
    """A text is another one now."""
    document = params.text_document
    source = connection.workspace.get_text_document(document.uri).source
    _hold(connection, document.uri, document.version, source)


def _hold(connection: Connection, uri: str, version: int, text: str) -> None:
    file = file_of(uri)
    if file:
        connection.open.texts[file] = OpenText(uri, version, whole(text))
        _touched(connection, file)


def saved(connection: Connection, params: types.DidSaveTextDocumentParams) -> None:
    """A text is in its file now; a new file is a part of the course only then."""
    file = file_of(params.text_document.uri)
    if file:
        _touched(connection, file)


def closed(connection: Connection, params: types.DidCloseTextDocumentParams) -> None:
    """What the file holds counts again."""
    file = file_of(params.text_document.uri)
    if file:
        connection.open.texts.pop(file, None)
        _touched(connection, file)


def files_changed(connection: Connection, params: types.DidChangeWatchedFilesParams) -> None:
    """Files have changed on the disk."""
    for change in params.changes:
        file = file_of(change.uri)
        if file:
            _touched(connection, file)


def _touched(connection: Connection, file: Path) -> None:
    project = connection.open.project_of(file)
    path = project.path_of(file) if project else None
    if project and path and path.startswith("content/"):
        connection.checking.changed(project)

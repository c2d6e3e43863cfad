"""What an editor asks, and what it is answered."""

from __future__ import annotations

import asyncio
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from minicourse.build import Result
from minicourse.lsp import actions, completion
from minicourse.lsp.connection import Connection, Place
from minicourse.lsp.diagnostics import SOURCE
from minicourse.lsp.hover import Known, about
from minicourse.lsp.names import Name
from minicourse.lsp.places import definition, meant, occurrences, text_of
from minicourse.lsp.rename import LOST, Refused, renamable, renamed
from minicourse.lsp.writing import writing_at
from minicourse.problems import Edit
from minicourse.problems.json import of_data

_REQUEST_FAILED = -32803
"""LSP's code for a request that is sound and can't be fulfilled; the message is for whoever made it."""
_LOST = "answers-are-lost"


async def complete(connection: Connection, params: types.CompletionParams) -> types.CompletionList | None:
    """What may be written here."""
    found = await connection.known(params.text_document.uri, params.position)
    if found is None:
        return None
    place, result = found
    writing = writing_at(place.path, place.lines, place.line, place.column)
    if writing is None:
        return None
    start = place.column - len(writing.text)
    offers = completion.offers(writing, result.course, place.below_content)
    replaced = connection.positions.range(place.lines, place.line, start, place.column)
    after = place.lines[place.line][place.column :]
    # With each letter the editor chooses among these by itself.
    return types.CompletionList(False, completion.items(offers, replaced, after, _kind_of_text(connection)))


def _kind_of_text(connection: Connection) -> types.MarkupKind:
    """Does the editor show Markdown?"""
    text_document = connection.client_capabilities.text_document
    hovering = text_document.hover if text_document else None
    kinds = (hovering.content_format if hovering else None) or [types.MarkupKind.Markdown]
    return types.MarkupKind.Markdown if types.MarkupKind.Markdown in kinds else types.MarkupKind.PlainText


async def hover(connection: Connection, params: types.HoverParams) -> types.Hover | None:
    """What can be said of what stands here."""
    found = await connection.known(params.text_document.uri, params.position)
    if found is None:
        return None
    place, result = found
    name = place.name
    line, column = place.line + 1, place.column + 1
    here = [
        problem
        for problem in result.problems
        if problem.span.path == place.path
        and (problem.span.line, problem.span.column)
        <= (line, column)
        <= (problem.span.end_line, problem.span.end_column)
    ]
    glossary = text_of(connection.current(place.project))("content/glossary.yml")
    said = about(name, here, Known(result.course, place.path, glossary))
    if not said:
        return None
    where = connection.positions.range(place.lines, name.line, name.start, name.end) if name else None
    return types.Hover(types.MarkupContent(_kind_of_text(connection), said), where)


async def define(connection: Connection, params: types.DefinitionParams) -> types.Location | None:
    """Where what stands here comes from."""
    found = await connection.known(params.text_document.uri, params.position)
    if found is None:
        return None
    place, result = found
    name, project = place.name, connection.current(place.project)
    span = definition(name, place.path, result.course, text_of(project)) if name else None
    if span is None:
        return None
    if span.path.endswith(".md"):
        project.read_text(span.path)
    lines = project.lines.get(span.path, [])
    return types.Location(connection.open.uri_of(place.project, span.path), connection.positions.range_of(lines, span))


async def refer(connection: Connection, params: types.ReferenceParams) -> list[types.Location] | None:
    """Every place where what stands here is named."""
    found = await connection.known(params.text_document.uri, params.position)
    if found is None:
        return None
    place, result = found
    name = meant(place.name, place.path, result.course)
    if name is None:
        return None
    project = connection.current(place.project)
    listed = await asyncio.to_thread(lambda: list(occurrences(name, result.course, project)))
    return [
        types.Location(
            connection.open.uri_of(place.project, path),
            connection.positions.range(project.lines[path], one.line, one.start, one.end),
        )
        for path, one in listed
        if params.context.include_declaration or not one.defines
    ]


async def prepare_rename(connection: Connection, params: types.PrepareRenameParams) -> types.PrepareRenamePlaceholder:
    """The name that can be changed here."""
    place, name, _ = await _renamable(connection, params.text_document.uri, params.position)
    where = connection.positions.range(place.lines, name.line, name.start, name.end)
    return types.PrepareRenamePlaceholder(where, name.text)


async def _renamable(connection: Connection, uri: str, position: types.Position) -> tuple[Place, Name, Result]:
    """What can be renamed at a place, and what is known of its project by now."""
    place = connection.place(uri, position)
    result = await connection.checking.fresh(place.project) if place else None
    try:
        if place is None or result is None:
            raise Refused("this is no file of a course")
        return place, renamable(meant(place.name, place.path, result.course)), result
    except Refused as reason:
        raise JsonRpcException(str(reason), _REQUEST_FAILED) from None


async def rename(connection: Connection, params: types.RenameParams) -> types.WorkspaceEdit:
    """Another name for an objective or a question, in all files."""
    place, name, result = await _renamable(connection, params.text_document.uri, params.position)
    project = connection.current(place.project)
    try:
        places = await asyncio.to_thread(renamed, name, params.new_name, result.course, project)
    except Refused as reason:
        raise JsonRpcException(str(reason), _REQUEST_FAILED) from None
    edits = {
        path: [
            types.TextEdit(
                connection.positions.range(project.lines[path], one.line, one.start, one.end), params.new_name
            )
            for one in found
        ]
        for path, found in places.items()
    }
    return _edit(connection, place, edits, LOST if name.kind == "question" else "")


def _edit(
    connection: Connection, place: Place, edits: dict[str, list[types.TextEdit]], warning: str
) -> types.WorkspaceEdit:
    """Changes in several files. A warning asks whoever makes them to confirm, where the editor can do that."""
    workspace = connection.client_capabilities.workspace
    able = workspace.workspace_edit if workspace else None
    asks = bool(warning and able and able.document_changes and able.change_annotation_support)
    if warning and not asks:
        connection.window_show_message(types.ShowMessageParams(types.MessageType.Warning, warning))
    if not able or not able.document_changes:
        uris = {connection.open.uri_of(place.project, path): listed for path, listed in edits.items()}
        return types.WorkspaceEdit(changes=dict(uris))
    changes: list[types.TextDocumentEdit] = []
    for path, listed in edits.items():
        uri, version = connection.open.uri_of(place.project, path), connection.open.version_of(place.project, path)
        annotated = [types.AnnotatedTextEdit(_LOST, edit.range, edit.new_text) for edit in listed]
        document = types.OptionalVersionedTextDocumentIdentifier(uri, version)
        changes.append(types.TextDocumentEdit(document, annotated if asks else listed))
    annotations = {_LOST: types.ChangeAnnotation("Rename", needs_confirmation=True, description=warning)}
    return types.WorkspaceEdit(document_changes=changes, change_annotations=annotations if asks else None)


def act(connection: Connection, params: types.CodeActionParams) -> list[types.CodeAction]:
    """What can be done about the problems here."""
    found: list[types.CodeAction] = []
    for told in params.context.diagnostics:
        place = connection.place(params.text_document.uri, told.range.start)
        if place is None or told.source != SOURCE:
            continue
        end = connection.positions.column(place.lines[place.line], told.range.end.character)
        data = told.data if isinstance(told.data, dict) else {}
        message, help = str(data.get("message", "")), str(data.get("help", ""))
        mended = actions.correction(message, help, place.lines, place.line, place.column, end)
        offered: list[tuple[str, bool, list[types.TextEdit]]] = []
        if fix := _fix_in(data):
            edits = [types.TextEdit(connection.positions.range_of(place.lines, one.span), one.text) for one in fix]
            offered.append((f"{help[:1].upper()}{help[1:]}", True, edits))
        for change in [mended, *actions.set_aside(str(told.code), place.path, place.lines, place.line)]:
            if change:
                where = connection.positions.range(place.lines, change.line, change.start, change.end)
                offered.append((change.title, change.mends, [types.TextEdit(where, change.text)]))
        for title, mends, edits in offered:
            edit = _edit(connection, place, {place.path: edits}, "")
            kind = types.CodeActionKind.QuickFix
            found.append(types.CodeAction(title, kind, [told], is_preferred=mends, edit=edit))
    return found


def _fix_in(data: dict[str, Any]) -> tuple[Edit, ...]:
    """What mends a problem that an editor has given back."""
    try:
        return of_data(data).fix
    except (KeyError, TypeError):
        return ()

"""Typed records out of plain data: pydantic finds what is wrong, we say it in the author's words and place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from minicourse.problems import Edit, Problem, Span
from minicourse.problems.spelling import did_you_mean
from minicourse.schema.yaml import Document, Path


class Record(BaseModel):
    """A strict record: no unknown keys, no type bent into another."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


R = TypeVar("R", bound=Record)


def settings(record: type[Record]) -> dict[str, FieldInfo]:
    """The settings of a record, by the names that authors write."""
    return {field.alias or name: field for name, field in record.model_fields.items()}


def inner_record(annotation: Any) -> type[Record] | None:
    """The record that a setting holds, if it holds one."""
    return next((found for found in _types(annotation) if isinstance(found, type) and issubclass(found, Record)), None)


def choices(annotation: Any) -> tuple[str, ...]:
    """The words that a setting may be, where these can be listed; `true` and `false` for a switch."""
    types = list(_types(annotation))
    return ("true", "false") if bool in types else tuple(word for word in types if isinstance(word, str))


def _types(annotation: Any) -> Iterator[Any]:
    yield annotation
    for part in get_args(annotation):
        yield from _types(part)


UNTITLED = "Untitled"
"""Stands for a title that is missing or wrong, so that one mistake makes one problem."""

_TYPES = {
    "string_type": "text",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "`true` or `false`",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "a list of `name: value` lines",
    "model_type": "a list of `name: value` lines",
    "model_attributes_type": "a list of `name: value` lines",
}

_BOUNDS = {
    "greater_than": ("gt", "more than {:.10g}"),
    "greater_than_equal": ("ge", "{:.10g} or more"),
    "less_than": ("lt", "less than {:.10g}"),
    "less_than_equal": ("le", "{:.10g} or less"),
}
"""What a number must be that is too small or too large, and where pydantic tells the bound."""
_ENTRIES = {"ignore": "negative-stem: the law is worded so", "limits": "many-objectives: 7"}
"""Settings whose entries are named after rules, each with an entry as an example."""


def validate(record: type[R], document: Document) -> tuple[R | None, list[Problem]]:
    """The document as a `record`, and everything that is wrong with it.

    A setting that is wrong is reported and left out, so that the rest can still be used; a required one is then
    `UNTITLED`, since titles are all that is ever required. The record is none only when there is nothing to read.
    """
    problems = list(document.problems)
    if not document.readable:
        return None, problems
    data = document.data
    if data is None:
        data = {}
    if not isinstance(data, dict):
        span = document.span(())
        return None, [*problems, Problem("yaml-syntax", "the settings are not a list of `name: value` lines", span)]
    given = set(data)
    for key in [key for key, value in data.items() if value is None and key in record.model_fields]:
        span = document.keys[key,]
        if not any(problem.span == document.span((key,)) for problem in problems):
            code = "empty-title" if key == "title" else "wrong-type"
            help = "write a value, or remove the line; what begins with `#` is a comment unless it stands in quotes"
            problems.append(Problem(code, f"`{key}` is empty", span, help=help))
        data = {name: value for name, value in data.items() if name != key}
    try:
        return record.model_validate(data), problems
    except ValidationError as error:
        details = error.errors(include_url=False)
    unread = {problem.span for problem in problems}
    # A misspelt or empty setting is not missing as well.
    excused = {key for key in record.model_fields if key in given or _misspelt(key, data, record)}
    details = [d for d in details if d["type"] != "missing" or d["loc"][0] not in excused]
    for detail in details:
        problem = _problem(detail, record, document)
        # A value that the YAML walk has refused is already reported: one mistake, one problem.
        if problem.span not in unread:
            problems.append(problem)
    bad = {detail["loc"][0] for detail in details if detail["loc"]}
    kept = {key: value for key, value in data.items() if key not in bad}
    required = {name: UNTITLED for name, field in record.model_fields.items() if field.is_required()}
    return record.model_validate(required | kept), problems


def _misspelt(key: str, data: dict[str, Any], record: type[Record]) -> bool:
    return any(did_you_mean(word, [key]) for word in data if word not in record.model_fields)


def _problem(detail: ErrorDetails, record: type[Record], document: Document) -> Problem:
    path = tuple(part for part in detail["loc"] if part != "[key]")
    kind, value = detail["type"], detail["input"]
    name = ".".join(str(part) for part in path)
    if kind == "extra_forbidden":
        known = sorted(settings(_record_at(record, path)))
        help = did_you_mean(str(path[-1]), known, f"the settings here are {_listed(known)}")
        return Problem("unknown-key", f"unknown setting `{path[-1]}`", document.keys[path], help=help)
    if kind == "missing":
        span = document.span(path)
        return Problem("missing-key", f"`{name}` is missing", span, help=f"add a line `{name}: …`")
    span = _value_span(document, path)
    if "[key]" in detail["loc"]:
        span = document.keys.get(path, span)
    if kind in _TYPES:
        message, label = f"`{name}` must be {_TYPES[kind]}", f"this is {_described(value)}"
        help = _entries(name) if kind == "dict_type" else _advice(kind, value)
        return Problem("wrong-type", message, span, label, help, _quotes(kind, value, span))
    context: dict[str, Any] = detail.get("ctx") or {}
    if kind in _BOUNDS:
        bound, must = _BOUNDS[kind]
        return Problem("wrong-type", f"`{name}` must be {must.format(context[bound])}", span)
    if kind == "literal_error":
        words = re.findall(r"'([^']*)'", context["expected"])
        *first, last = (f"`{word}`" for word in words)
        choices = f"{', '.join(first)} or {last}"
        help = did_you_mean(str(value), words, "write one of them")
        return Problem("wrong-type", f"`{name}` must be {choices}", span, f"this is {_described(value)}", help)
    message = str(context.get("error") or detail["msg"])
    if kind == "string_too_short":
        code = "empty-title" if path[-1] == "title" else "wrong-type"
        help = "write what it is called" if code == "empty-title" else "write some text, or remove the line"
        return Problem(code, f"`{name}` is empty", span, help=help)
    return Problem("wrong-type", f"`{name}`: {message[:1].lower()}{message[1:]}", span)


def _record_at(record: type[Record], path: Path) -> type[Record]:
    """The record that the setting at `path` stands in."""
    for part in path[:-1]:
        field = settings(record).get(str(part))
        record = (field and inner_record(field.annotation)) or record
    return record


def _value_span(document: Document, path: Path) -> Span:
    span = document.span(path)
    # An empty value has no width: point at its key instead.
    if span.column == span.end_column and path in document.keys:
        return document.keys[path]
    return span


def _advice(kind: str, value: Any) -> str:
    if kind == "string_type" and isinstance(value, int | float | bool):
        return f'put it in quotes: `"{str(value).lower() if isinstance(value, bool) else value}"`'
    if kind in ("int_type", "float_type") and isinstance(value, str):
        return "write it in figures, without quotes and units"
    if kind in ("list_type", "tuple_type") and isinstance(value, str):
        return f"write `[{value}]`" if len(value) < 60 else "put each item on a line of its own, after `- `"
    return ""


def _entries(setting: str) -> str:
    """How a setting is written that holds several things, each with a name."""
    entry = _ENTRIES.get(setting, "choose-support: Choose the support that …")
    what = "the rule's name" if setting in _ENTRIES else "a short name"
    return f"write each on a line of its own, {what} before it: `{entry}`"


def _quotes(kind: str, value: Any, span: Span) -> tuple[Edit, ...]:
    """What makes text of a number, `true` or `false`, as it is written: `1.10` stays what it is."""
    if kind != "string_type" or not isinstance(value, int | float):
        return ()
    return (Edit(replace(span, end_line=span.line, end_column=span.column), '"'), Edit(span.end, '"'))


def _described(value: Any) -> str:
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, str):
        return "text"
    return "a list" if isinstance(value, list) else "a list of `name: value` lines"


def _listed(words: list[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)

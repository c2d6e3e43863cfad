"""Plain data out of YAML, and the place of each value.

PyYAML composes the nodes (with its C parser where it is built in) and we walk over them ourselves,
because its loaders let duplicate keys win silently, run tags, expand aliases and read `no` as false.
Here a scalar is what YAML 1.2's core schema says, and nothing else exists.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

import yaml

from minicourse.problems import Problem, Span

Path = tuple[str | int, ...]
"""Where a value stands in its document: `("objectives", "choose-support")`."""

MAX_CHARACTERS = 1_048_576
MAX_DEPTH = 20
MAX_NODES = 20_000
MAX_REPEATED = 60
"""So many characters of a text are repeated to its author."""

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOT_SIMPLY_QUOTED = re.compile(r"[\"\\`]| #")
_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")
_CORE_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "map", "seq")}
# What PyYAML (YAML 1.1) makes of plain scalars that are just text in YAML 1.2.
_IMPLICIT_TAGS = _CORE_TAGS | {f"tag:yaml.org,2002:{name}" for name in ("timestamp", "merge", "value")}


@dataclass(slots=True)
class Document:
    """A YAML document: its data, where each key and value stands, and what is wrong with it."""

    data: Any = None
    """Dicts, lists, text, numbers, booleans and none."""
    keys: dict[Path, Span] = field(default_factory=dict)
    """The span of each mapping's key."""
    values: dict[Path, Span] = field(default_factory=dict)
    """The span of each value."""
    problems: list[Problem] = field(default_factory=list)
    readable: bool = True
    """False when it is not YAML at all: then nothing is known of what it holds."""

    def span(self, path: Path) -> Span:
        """The span of the value at `path`, or of the nearest thing around it."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.values:
                return self.values[path[:length]]
        raise KeyError(path)


def load(text: str, path: str, first_line: int = 1) -> Document:
    """Read `text`, which begins at line `first_line` of the file `path`.

    Never raises for bad input: `Document.problems` says what is wrong, and `data` then holds what could be read.
    """
    document = Document()
    document.values[()] = Span(path, first_line, 1, first_line, 1)
    walker = _Walker(document, text, path, first_line)
    if len(text) > MAX_CHARACTERS:
        walker.problem("yaml-syntax", f"more than {MAX_CHARACTERS} characters of settings", document.values[()])
        return document
    try:
        # Events first, one by one: composing nests calls in C as deep as the text says, and follows every alias.
        if not walker.looks_harmless():
            return document
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        walker.syntax(error.problem or "this is not YAML", *walker.place(mark.index if mark else 0))
    except yaml.YAMLError as error:
        walker.syntax("a character that YAML does not allow", *walker.place(_index(error, text)))
    else:
        if node is not None:
            document.data = walker.walk(node, ())
    return document


class _Walker:
    """Walks over the composed nodes of one document."""

    def __init__(self, document: Document, text: str, path: str, first_line: int) -> None:
        self.text = text
        self.document = document
        self.path = path
        self.first_line = first_line
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, index: int) -> tuple[int, int]:
        """Line and column, both from 0, of the character with this index.

        PyYAML's own lines end at U+0085, U+2028 and U+2029 too, and those of the file don't.
        """
        line = bisect_right(self._starts, index) - 1
        return line, index - self._starts[line]

    def problem(self, code: str, message: str, span: Span, label: str = "", help: str = "") -> None:
        self.document.problems.append(Problem(code, message, span, label, help))

    def syntax(self, message: str, line: int, column: int) -> None:
        span = Span(self.path, self.first_line + line, column + 1, self.first_line + line, column + 2)
        lines = self.text.split("\n")
        source = lines[line] if line < len(lines) else ""
        help = "check quotes, colons and indentation around here"
        if "mapping values" in message:
            message, help = "a colon in unquoted text", f"put the whole text in quotes: `{_quoted(source)}`"
        elif "\t" in source[: len(source) - len(source.lstrip())] or "cannot start any token" in message:
            if "\t" in source:
                message, help = "a tab where YAML allows spaces only", "indent with spaces"
            else:
                message, help = "this character can't begin a value", "put the text in quotes"
        elif "end of stream" in message or "unexpected end" in message:
            help = "is a quote or bracket left open above?"
        self.problem("yaml-syntax", message, span, help=help)
        self.document.readable = False

    def span(self, node: yaml.Node) -> Span:
        (line, column), (end_line, end_column) = self.place(node.start_mark.index), self.place(node.end_mark.index)
        number = self.first_line + line
        if isinstance(node, yaml.ScalarNode):
            return Span(self.path, number, column + 1, self.first_line + end_line, end_column + 1)
        return Span(self.path, number, column + 1, number, column + 2)

    def looks_harmless(self) -> bool:
        """Is the document neither too deep nor too large, and without aliases? If not, the problem is noted."""
        depth = nodes = 0
        for event in yaml.parse(self.text, Loader=_Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            nodes += isinstance(event, yaml.NodeEvent)
            if isinstance(event, yaml.AliasEvent):
                self._refuse(event, "yaml-feature", "an alias", "write the value out again")
            elif depth > MAX_DEPTH:
                self._refuse(event, "yaml-syntax", f"nested more than {MAX_DEPTH} levels deep", "settings are shallow")
            elif nodes > MAX_NODES:
                self._refuse(event, "yaml-syntax", f"more than {MAX_NODES} values", "split the file")
            else:
                continue
            return False
        return True

    def _refuse(self, event: yaml.Event, code: str, message: str, help: str) -> None:
        assert event.start_mark
        assert event.end_mark
        (line, column), (end_line, end_column) = (self.place(mark.index) for mark in (event.start_mark, event.end_mark))
        number, last = self.first_line + line, end_column if end_line == line else column
        self.problem(code, message, Span(self.path, number, column + 1, number, last + 1), help=help)
        self.document.readable = False

    def walk(self, node: yaml.Node, path: Path) -> Any:
        span = self.span(node)
        self.document.values[path] = span
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path) if self._known_tag(node, span) else None
        if isinstance(node, yaml.SequenceNode):
            if not self._known_tag(node, span):
                return None
            return [self.walk(child, (*path, index)) for index, child in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)
        return self._scalar(node, span)

    def _known_tag(self, node: yaml.Node, span: Span) -> bool:
        if node.tag in _CORE_TAGS:
            return True
        self.problem(
            "yaml-feature", f"the tag `{_short(node.tag)}`", span, help="remove the tag: settings are plain values"
        )
        return False

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key_span = self.span(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self.problem("yaml-feature", "a key that isn't text", key_span, help="keys are plain words")
                continue
            key = key_node.value
            if key == "<<" and _is_plain(key_node):
                self.problem("yaml-feature", "a merge key", key_span, help="write the settings out")
                continue
            if key in data:
                first = self.document.keys[(*path, key)]
                self.problem(
                    "duplicate-key",
                    f"`{key}` is given twice",
                    key_span,
                    f"first given in line {first.line}",
                    "keep one of the two",
                )
                continue
            self.document.keys[(*path, key)] = key_span
            data[key] = self.walk(value_node, (*path, key))
        return data

    def _scalar(self, node: yaml.ScalarNode, span: Span) -> Any:
        value: str = node.value
        if node.tag not in _IMPLICIT_TAGS:
            self._known_tag(node, span)
            return None
        if not _is_plain(node):
            return value
        if value in ("", "~", "null", "Null", "NULL"):
            return None
        if value in ("true", "True", "TRUE"):
            return True
        if value in ("false", "False", "FALSE"):
            return False
        if _INTEGER.fullmatch(value):
            return int(value)
        if _FLOAT.fullmatch(value):
            number = float(value)
            return number if math.isfinite(number) else value
        return value


def _index(error: yaml.YAMLError, text: str) -> int:
    """Where the character stands that stops the reader; the C parser counts the bytes before it."""
    position = getattr(error, "position", None) or 0
    if getattr(error, "encoding", None) == "unicode":
        return position
    return len(text.encode("utf-8", "replace")[:position].decode("utf-8", "ignore"))


def _is_plain(node: yaml.ScalarNode) -> bool:
    """Is it written without quotes? (The C parser says so with an empty style, the other with none.)"""
    return not node.style


def _quoted(line: str) -> str:
    """The value in a line of settings in quotes; an example where it is long, or has quotes in it."""
    value = line.partition(": ")[2].strip()
    return (
        f'"{value}"'
        if 0 < len(value) < MAX_REPEATED and not _NOT_SIMPLY_QUOTED.search(value)
        else '"Coaching: what works"'
    )


def _short(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")

"""What an author is about to write where the cursor stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from minicourse.lsp.names import without_code
from minicourse.schema.course_file import CourseFile
from minicourse.schema.lesson_file import IndexFile, LessonFile
from minicourse.schema.records import Record

What = Literal[
    "setting", "value", "block", "alert", "attribute", "attribute-value", "rule", "term", "citation", "link", "fragment"
]

_KEY = re.compile(r"[ ]*([\w-]*)")
_ITEM = re.compile(r"[ ]*- +[\"']?([^\"']*)")
_VALUE = re.compile(r"[ ]*([\w-]+):[ ]+(?:\[(?:[^\]]*,)?[ ]*)?[\"']?([^\"',\[\]]*)")
_PARENT = re.compile(r"([ ]*)([\w-]+):")
_BLOCK = re.compile(r"[\s>]*:{3,}[ \t]*([\w-]*)")
_FRAGMENT = re.compile(r"[\s>]*:{3,}[ \t]*include[ \t]+(\S*)")
_ALERT = re.compile(r"[\s>]*>[ \t]*\[!(\w*)")
_OPENED = re.compile(r"[\s>]*:{3,}[ \t]*([A-Za-z][\w-]*)[^{]*\{(.*)")
_ATTRIBUTE = re.compile(r"(?:.*[\s])?([\w-]*)", re.DOTALL)
_ATTRIBUTE_VALUE = re.compile(r"(?:.*\s)?([\w-]+)=(?:\"([^\"]*)|([^\s\"]*))", re.DOTALL)
_TERM = re.compile(r"(?<![\[!])\[\[([^\[\]]{0,100})$")
_CITATION = re.compile(r"\[(?:@[^\[\]]*;[ ]?)?@([^\[\]\s;,@]*)$")
_LINK = re.compile(r"(!?)\[[^\[\]]*\]\(<?([^()<>]*)$")


@dataclass(frozen=True, slots=True)
class Writing:
    """What is being written, and how much of it is there already."""

    what: What
    text: str
    """What stands between its beginning and the cursor."""
    inside: tuple[str, ...] = ()
    """The settings around it, outermost first, its own name last where it is a value; or the block, and the attribute
    if it is the value of one."""
    record: type[Record] | None = None
    """The settings of the file."""
    beside: frozenset[str] = frozenset()
    """The outermost settings that are there already."""
    picture: bool = False
    """Is a picture wanted, and no other file?"""


def writing_at(path: str, lines: Sequence[str], line: int, column: int) -> Writing | None:
    """What is being written in the file at a path, relative to the project; none where anything may be."""
    if line >= len(lines):
        return None
    before = lines[line][:column]
    if path.endswith("/course.yml"):
        return _in_settings(lines, line, before, CourseFile)
    if path.endswith("/glossary.yml"):
        return _in_text(before, gaps=False)
    if not path.endswith(".md"):
        return None
    end = _end_of_header(lines)
    if 0 < line < end:
        return _in_settings(lines[:end], line, before, IndexFile if path.endswith("/index.md") else LessonFile)
    return None if line < end else _in_body(lines[end:line], before)


def _end_of_header(lines: Sequence[str]) -> int:
    """The line below the front matter. As long as that is not closed, it ends at an empty line."""
    if not lines or lines[0].rstrip() != "---":
        return 0
    closed = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if closed is not None:
        return closed + 1
    return next((number for number, line in enumerate(lines[1:], 1) if not line.strip()), len(lines))


# ---- settings --------------------------------------------------------------------------------------------------------


def _in_settings(lines: Sequence[str], line: int, before: str, record: type[Record]) -> Writing | None:
    around = _around(lines[:line], before)
    outermost = (_PARENT.match(other) for number, other in enumerate(lines) if number != line)
    beside = frozenset(found[2] for found in outermost if found and not found[1])
    key, item, value = _KEY.fullmatch(before), _ITEM.fullmatch(before), _VALUE.fullmatch(before)
    if key:
        return Writing("rule" if around in (("ignore",), ("limits",)) else "setting", key[1], around, record, beside)
    if item:
        return Writing("value", item[1], around, record)
    if value:
        return Writing("value", value[2], (*around, value[1]), record)
    return None


def _around(lines: Sequence[str], before: str) -> tuple[str, ...]:
    """The settings in which a line below these lines stands, as its indentation says."""
    indent = len(before) - len(before.lstrip(" ")) + before.lstrip(" ").startswith("-")
    found: list[str] = []
    for above in reversed(lines):
        parent = _PARENT.match(above)
        if parent and len(parent[1]) < indent:
            found.insert(0, parent[2])
            indent = len(parent[1])
    return tuple(found)


# ---- Markdown --------------------------------------------------------------------------------------------------------


def _in_body(above: Sequence[str], before: str) -> Writing | None:
    blocks = _blocks(above)
    if blocks is None:
        return None
    fragment, block, alert = _FRAGMENT.fullmatch(before), _BLOCK.fullmatch(before), _ALERT.fullmatch(before)
    if fragment:
        return Writing("fragment", fragment[1])
    if block:
        return Writing("block", block[1])
    if alert:
        return Writing("alert", alert[1])
    opened = _OPENED.fullmatch(before)
    if opened and "}" not in opened[2]:
        return _in_braces(opened[1], opened[2])
    return _in_text(before, gaps="question" in blocks and not before.lstrip().startswith(">"))


def _blocks(lines: Sequence[str]) -> list[str] | None:
    """The blocks that are open below these lines; none inside of code."""
    code, blocks = "", list[tuple[str, str]]()
    for line in lines:
        text = line.strip(" \t>")
        if code:
            code = "" if text.startswith(code) and not text.strip(code[0]) else code
        elif text.startswith(("```", "~~~")):
            code = text[: len(text) - len(text.lstrip(text[0]))]
        elif text.startswith(":::"):
            name = text.lstrip(":")
            colons = text[: len(text) - len(name)]
            if name.strip():
                blocks.append((colons, name.split()[0]))
            else:
                while blocks and len(blocks[-1][0]) > len(colons):
                    blocks.pop()
                del blocks[-1:]
    return None if code else [name for _, name in blocks]


def _in_braces(block: str, written: str) -> Writing | None:
    """What is being written behind the brace in the line that opens a block."""
    value = _ATTRIBUTE_VALUE.fullmatch(written)
    if value:
        name, text = value[1], value[2] if value[2] is not None else value[3]
        if name == "ignore":
            rule = re.fullmatch(r"(?:.*;)?\s*([\w-]*)", text)
            return Writing("rule", rule[1], (block, name)) if rule else None
        if name in ("see", "captions", "poster"):
            return Writing("link", text.rpartition(",")[2], (block, name), picture=name == "poster")
        return Writing("attribute-value", text, (block, name))
    if written.count('"') % 2:
        return None
    attribute = _ATTRIBUTE.fullmatch(written)
    return Writing("attribute", attribute[1], (block,)) if attribute else None


def _in_text(before: str, gaps: bool) -> Writing | None:
    """What is being written in running text; in that of a question, double brackets are gaps."""
    before = without_code(before)
    if before.count("`") % 2:
        return None
    citation, term, link = _CITATION.search(before), _TERM.search(before), _LINK.search(before)
    if citation:
        return Writing("citation", citation[1])
    if term and not gaps:
        return Writing("term", term[1])
    if link:
        return Writing("link", link[2], picture=link[1] == "!")
    return None

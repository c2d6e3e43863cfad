"""What can be done about a problem with a press of a key."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minicourse.problems.catalogue import RULES
from minicourse.read.syntax.block import ACTIVITIES

_SUGGESTION = re.compile(r"did you mean `([^`\n]+)`\?")
_OPENING = re.compile(r"[\s>]*(:{3,})[ \t]*([A-Za-z][\w-]*)")
REASON = "because …"
"""What an author is to write instead."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is put in place of a part of one line. Counts from 0, columns in characters."""

    title: str
    line: int
    start: int
    end: int
    text: str
    mends: bool = True
    """Does it mend the problem, or set the rule aside?"""


def correction(message: str, help: str, lines: Sequence[str], line: int, start: int, end: int) -> Change | None:
    """The word that is suggested by the help of a problem at this place, in place of the misspelt one."""
    suggested = _SUGGESTION.search(help)
    if suggested is None or line >= len(lines):
        return None
    here = lines[line][start:end]
    # What is wrong is named last. Where it isn't there as such, it is the whole: a link's message has the path of the
    # file that it leads to, and the link itself another one, relative to its own.
    wrong = next((word for word in reversed(re.findall("`([^`]+)`", message)) if _place_of(word, here) >= 0), "")
    wrong = wrong or here.partition("#")[0] or here
    begin = start + max(_place_of(wrong, here), 0)
    return Change(f"Write `{suggested[1]}`", line, begin, begin + len(wrong), suggested[1])


def _place_of(word: str, text: str) -> int:
    """Where a whole word stands in a text; -1 where it doesn't."""
    before = r"(?<![\w-])" if re.match(r"\w", word) else ""
    found = re.search(rf"{before}{re.escape(word)}(?![\w-])", text)
    return found.start() if found else -1


def set_aside(code: str, path: str, lines: Sequence[str], line: int) -> list[Change]:
    """Ways not to hear of a rule in this place: for the question that the line stands in, and for the file."""
    rule = RULES.get(code)
    if rule is None or rule.severity == "error" or code == "unused-ignore":
        return []
    changes = []
    opening = _question_around(lines, line)
    if opening is not None:
        text = lines[opening]
        brace = text.rstrip().endswith("}") and text.rstrip().rfind("}")
        if brace and "ignore=" not in text:
            insert = f' ignore="{code}: {REASON}"'
            changes.append(Change(f"Set `{code}` aside for this question", opening, brace, brace, insert, mends=False))
    header = _header_line(path, lines)
    if header is not None:
        number, entry = header
        text = f"{entry}  {code}: {REASON}\n"
        changes.append(Change(f"Set `{code}` aside for this file", number, 0, 0, text, mends=False))
    return changes


def _question_around(lines: Sequence[str], line: int) -> int | None:
    """The line in which the question opens that this line stands in."""
    for number in range(min(line, len(lines) - 1), -1, -1):
        found = _OPENING.match(lines[number])
        if found and found[2] in ACTIVITIES:
            return number if found[2] == "question" else None
        if number < line and re.fullmatch(r":{3,}\s*", lines[number]):
            return None
    return None


def _header_line(path: str, lines: Sequence[str]) -> tuple[int, str] | None:
    """Where in the front matter a rule is set aside, and what has to stand above it."""
    if not path.endswith(".md") or lines[0].rstrip() != "---":
        return None
    end = next((number for number, text in enumerate(lines[1:], 1) if text.rstrip() == "---"), None)
    for number, text in enumerate(lines[:end]):
        if text.startswith("ignore:"):
            return (number + 1, "") if text.rstrip() == "ignore:" else None
    return (end, "ignore:\n") if end else None

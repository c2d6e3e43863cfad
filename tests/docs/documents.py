"""The documents of the repository, as the tests of this folder read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"

_FENCE = re.compile(r"(`{3,}|~{3,})[ ]*(\S*)")


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block of a document."""

    path: Path
    line: int
    """Where it opens, from 1."""
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT).as_posix()}:{self.line}"


def documents() -> list[Path]:
    """Every Markdown file for people, at the top and below docs/."""
    return sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])


def fences(path: Path) -> Iterator[Fence]:
    """The fenced blocks of a document, in order."""
    opened, mark, language, lines = 0, "", "", list[str]()
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        found = _FENCE.match(line)
        if not opened and found:
            opened, mark, language, lines = number, found[1], found[2], []
        elif opened and line.startswith(mark) and not line.strip(mark[0]).strip():
            yield Fence(path, opened, language, "".join(f"{line}\n" for line in lines))
            opened = 0
        elif opened:
            lines.append(line)
    assert not opened, f"{path}:{opened} is never closed"


def prose(path: Path) -> str:
    """A document without its fenced blocks, code and comments: where links are links."""
    text = path.read_text(encoding="utf-8")
    for fence in fences(path):
        text = text.replace(fence.text, "", 1) if fence.text else text
    return re.sub(r"<!--.*?-->|`[^`\n]*`", "", text, flags=re.DOTALL)


def headings(path: Path) -> list[str]:
    """The headings of a document, without their number signs."""
    text = path.read_text(encoding="utf-8")
    for fence in fences(path):
        text = text.replace(fence.text, "", 1) if fence.text else text
    return re.findall(r"^#{1,6} +(.+?) *$", text, re.MULTILINE)

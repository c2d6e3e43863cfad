"""Golden fixtures: a file of triples, each a title, an input and what it must give.

    a title in a line
    .
    the input
    .
    what is expected
    .

`pytest --accept` writes what is really given; the difference then shows in git, to be read.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

SEPARATOR = "\n.\n"


@dataclass(frozen=True)
class Case:
    """One triple."""

    file: Path
    title: str
    given: str
    expected: str

    def __str__(self) -> str:
        return f"{self.file.stem}: {self.title}"


def cases(folder: Path) -> Iterator[Case]:
    """All triples of the `.md` files in a folder."""
    for file in sorted(folder.glob("*.md")):
        parts = file.read_text(encoding="utf-8").split(SEPARATOR)
        for title, given, expected in zip(parts[0::3], parts[1::3], parts[2::3], strict=False):
            yield Case(file, title.strip().splitlines()[-1], given, expected)


def compare(case: Case, give: Callable[[str], str], accept: bool) -> None:
    """Assert that a case gives what it should; or, when asked to `accept`, write down what it gives."""
    given = give(case.given).strip("\n")
    if accept and given != case.expected.strip("\n"):
        whole = case.file.read_text(encoding="utf-8")
        old = SEPARATOR.join([case.given, case.expected, ""])
        new = SEPARATOR.join([case.given, given, ""])
        assert whole.count(old) == 1, f"the case `{case.title}` can't be told from another"
        case.file.write_text(whole.replace(old, new), encoding="utf-8")
    else:
        assert given == case.expected.strip("\n"), textwrap.dedent(f"{case}")

"""Every way to write something wrongly gives one message at the right place with the way out.

The input of a case is one lesson, or several files each after a line `=== path`. A lesson that begins without front
matter gets a sound one, and a second, sound lesson stands beside it, so that a case shows its own mistake only.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from minicourse.build import check
from minicourse.problems.text import format_text
from tests.golden import Case, cases, compare

FOLDER = Path(__file__).with_name("messages")

SOUND = {
    "content/course.yml": "title: A course\n",
    "content/02-sound.md": """\
---
title: A sound lesson
objectives:
  do-it: Do it
---

## A heading

::: question {#sound objective=do-it}
Which is right?

- [x] This
  > Yes, because it is.
- [ ] That
  > No, because it isn't.

> Because it is.
:::
""",
}
HEADER = "---\ntitle: A lesson\nobjectives:\n  do-it: Do it\n---\n"


def files(given: str) -> dict[str, str]:
    """The files of a case."""
    if not given.startswith("=== "):
        given = f"=== content/01-lesson.md\n{given}"
    written = dict(SOUND)
    for part in given.split("=== ")[1:]:
        path, _, text = part.partition("\n")
        if path.endswith(".md") and "---" not in text.split("\n")[0] and "(no header)" not in path:
            text = HEADER + text
        written[path.removesuffix(" (no header)")] = text
    return written


def messages(given: str, folder: Path) -> str:
    """What `minicourse check` says of a case."""
    for path, text in files(given).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode("utf-8", "surrogateescape"))
    result = check(folder)
    return format_text(result.problems, result.project.source_line)


@pytest.mark.parametrize("case", list(cases(FOLDER)), ids=str)
def test_message(case: Case, tmp_path: Path, accept: bool) -> None:
    compare(case, lambda given: messages(given, tmp_path), accept)

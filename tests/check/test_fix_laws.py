"""Laws of `--fix`, for texts of all shapes: done once it is done, and nothing else is touched."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minicourse.build import Result, check, mend
from minicourse.model.lesson import Prose
from minicourse.problems import counted

HEADER = "---\ntitle: A lesson\nobjectives:\n  do-it: Do it\n---\n"

before = st.lists(
    st.sampled_from(["> ", ">", "- ", "* ", "1. ", "  ", "    ", "\t", "[^a#b]: ", ": ", "<div>", "\\", "|", "`"]),
    max_size=3,
).map("".join)
headings = st.builds(
    lambda *parts: "".join(parts),
    before,
    st.integers(1, 7).map(lambda level: "#" * level),
    st.sampled_from([" ", "\t", "", "  "]),
    st.sampled_from(["a", "a # b", "a #", "# c", "b[^a#b]", "`#`", "", "é 😀", "\u2028 x", "\x0c# y", "a\x85# z"]),
)
others = st.builds(
    lambda *parts: "".join(parts),
    before,
    st.sampled_from(
        """
        === | --- | = |   == | text | text | | ``` | ~~~ | <pre> | </pre> | <!-- | --> | ::: note | ::: tabs | :::
        ::: columns | :::: example | text || b | <h3>x</h3> | <h1 id='#'> | $$ | [a]: #b | term | Image of #
        ![Photo of one](a.svg) ![Photo of two](a.svg) | `![Photo of one]` <img src="a.svg" alt="Photo of one">
        """.strip()
        .replace("\n", " | ")
        .split(" | ")
    ).map(lambda text: text.strip().replace("||", "|")),
)
ends = st.sampled_from(["\n", "\n", "\n\n", "\r\n", "\r"])
texts = st.lists(st.tuples(headings | others, ends).map("".join), max_size=10).map("".join)


def said(result: Result) -> str:
    """What a lesson says, whatever the levels of its headings, and without what its pictures are."""
    blocks = result.course.lessons[0].body.blocks
    html = "".join(block.html if isinstance(block, Prose) else repr(type(block)) for block in blocks)
    html = re.sub(r' id="[^"]*"', "", re.sub(r"(</?)h[1-6]\b", r"\1h", html))
    return re.sub(r'alt="Photo of (.)', lambda found: f'alt="{found[1].upper()}', html)


def without_marks(text: bytes) -> str:
    """A text in which any number of the signs that make a heading is as good as one."""
    found = re.sub(r"Photo of (.)", lambda found: found[1].upper(), text.decode())
    return re.sub(r"#+|=+|-+", "#", found)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(texts)
def test_what_is_mended_says_the_same_and_is_mended_once(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        content.mkdir()
        lesson = content / "01-lesson.md"
        written = (HEADER + text).encode()
        lesson.write_bytes(written)
        (content / "course.yml").write_text("title: A course\n", encoding="utf-8")
        (content / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
        first = check(folder)
        result, done = mend(folder)
        assert (lesson.read_bytes() == written) == (not done)
        assert without_marks(lesson.read_bytes()) == without_marks(written)
        assert said(result) == said(first)
        assert counted(result.problems)["error"] <= counted(first.problems)["error"]
        assert not any(problem.fix for problem in result.problems)
        assert mend(folder)[1] == []

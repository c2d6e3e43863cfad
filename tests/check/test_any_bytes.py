"""Whatever bytes stand in whatever file, an author gets problems with places, never a traceback."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from minicourse.build import check
from minicourse.problems.github import format_github
from minicourse.problems.json import format_json
from minicourse.problems.text import format_text
from tests.check.test_messages import SOUND

FILES = (
    *("course.yml", "index.md", "01-lesson.md", "glossary.yml", "references.bib"),
    *("unit/index.md", "_a.md", "a.vtt", "a.svg", "a.png"),
)

FRAGMENTS = r"""
--- | title: a | objectives:\n  a: b | ? | - | &a | *a | !!python/object:x | <<: | { | } | [ | ] | 0x1F | 012 | no
::: question {#a objective=a} | ::: | - [x] a | - [ ] b |   > c | > d | > [!TIP] | [[a]] | [@a] | # | ``` | 1e999
::: tabs | ::: columns | :::: figure a {#a} | ::: include _a.md | ### a | *** | [^a] | [^a]: b | [^b]: > [^a]: c
::: video [a](https://youtu.be/abcdefghijk) | ::: video [a](a.png) {captions=a.vtt poster=a.svg length=1:00} | ::::
![](a.svg) | ![](a.png) | [a](index.md#b) | <div> | </div> | <img src='a'> | <!-- | {{7*7}} | {% x %}
@book{a, title={b}, author={C D and others}, year=2000} | @ | @string{ | " | ' | \\
<svg xmlns='http://www.w3.org/2000/svg' |  viewBox='0 0 1 x' | /> | <!DOCTYPE x [<!ENTITY a 'b'>]> | &a;
\x00 | \x1b[31m | \u202e | \ufeff | \u2028 | \xe9 | \u6f22 | \t | \r
"""
"""What the files are made of: pieces of each language, separated by bars; the control characters by their escapes."""

PIECES = [
    piece.encode().decode("unicode_escape") for line in FRAGMENTS.strip().splitlines() for piece in line.split(" | ")
]

text = st.lists(st.sampled_from([*PIECES, "\n", "\n\n", " "]), max_size=40).map("".join).map(str.encode)
anything = st.one_of(text, st.binary(max_size=200), st.tuples(text, st.binary(max_size=4), text).map(b"".join))


@pytest.mark.parametrize("file", FILES)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=anything)
def test_check_never_fails(file: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files: dict[str, bytes] = {path: content.encode() for path, content in SOUND.items()}
        files |= {
            "content/unit/01-x.md": b"---\ntitle: x\n---\n![a](../a.svg) ![a](../a.png) [@a] [[a]]\n"
            b"::: include ../_a.md\n:::\n\n::: video [x](../a.mp4) {captions=../a.vtt}\n:::\n"
        }
        files[f"content/{file}"] = data
        for path, content in files.items():
            target = Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        result = check(folder)
        for problem in result.problems:
            assert problem.span.line >= 1
            assert problem.span.column >= 1
            assert problem.message
        for shown in (format_text(result.problems, result.project.source_line), format_github(result.problems)):
            assert "\x1b" not in shown
            assert "\x00" not in shown
        format_json(result.problems)

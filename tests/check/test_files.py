"""What can't be shown in a golden file: other encodings, links, pipes, pictures, and files that are too large.

Each rule has ways to be wrong, `bad`, and near misses, `good`, in which it has to be silent.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from minicourse.build import check
from minicourse.project import MAX_TEXT_BYTES
from tests.site.test_previews import DRAWING, picture

from .test_messages import HEADER, SOUND


class Pipe:
    """Something to be read that is no file."""


Written = str | bytes | Path | Pipe | None
"""What a test writes in a place: a text, bytes, a link that leads to a path, a pipe; or nothing, and what stood there
is taken away."""


class Case(NamedTuple):
    """A course, and whether a rule speaks in it."""

    code: str
    verdict: str
    why: str
    files: Mapping[str, Written]

    def __str__(self) -> str:
        return f"{self.code}: {self.verdict}: {self.why}"


LESSON = "content/01-lesson.md"
CITED = "@book{a, title={Café}, author={A B}, year={2000}}\n"
DIVS = "<div>" * 300


def lesson(text: str | bytes) -> dict[str, Written]:
    """A lesson with this text."""
    return {LESSON: HEADER.encode() + (text.encode() if isinstance(text, str) else text)}


def pictured(name: str, data: bytes) -> dict[str, Written]:
    """A lesson whose picture is a file with these bytes."""
    return {LESSON: HEADER.replace("---\n", f"---\nimage: {name}\n", 1), f"content/{name}": data}


CASES = [
    Case("not-utf8", "bad", "a letter of Windows-1252", lesson("Prose.\n\nThe café".encode("cp1252"))),
    Case("not-utf8", "bad", "UTF-16, as some editors call Unicode", {LESSON: (HEADER + "Prose.").encode("utf-16")}),
    Case("not-utf8", "bad", "a byte that no encoding of letters begins with", lesson(b"\xff")),
    Case("not-utf8", "bad", "the second half of a letter is cut off", lesson("Ends in é".encode()[:-1])),
    Case("not-utf8", "bad", "half of a pair of UTF-16, written as if it were a letter", lesson(b"\xed\xa0\xbd")),
    Case("not-utf8", "bad", "Shift JIS", lesson("日本語".encode("shift_jis"))),
    Case("not-utf8", "bad", "references in Latin-1", {"content/references.bib": CITED.encode("latin-1")}),
    Case("not-utf8", "bad", "a name in Latin-1", {"content/" + os.fsdecode(b"01-caf\xe9.md"): HEADER}),
    Case("not-utf8", "good", "UTF-8 with a byte order mark", {LESSON: b"\xef\xbb\xbf" + HEADER.encode()}),
    Case("not-utf8", "good", "nothing but ASCII", lesson("Prose.\r\n\r\nMore.\r\n")),
    Case("not-utf8", "good", "a family of four, joined", lesson("👨‍👩‍👧‍👦 and a flag, 🇧🇷")),
    Case("not-utf8", "good", "letters and their accents apart", lesson("cafe\u0301, A\u030a")),
    Case("not-utf8", "good", "from right to left", lesson("مرحبا بكم في الدرس")),
    Case("not-utf8", "good", "the last letter that there is, and one for private use", lesson("\U0010fffd \ue000")),
    Case("not-utf8", "good", "a name in Chinese", {"content/01-你好.md": HEADER}),
    Case("not-utf8", "good", "a document is no text", lesson("[It](a.pdf)") | {"content/a.pdf": b"%PDF-\xff\xfe"}),
    Case("unreadable-file", "bad", "a lesson that is too large", lesson("a" * MAX_TEXT_BYTES)),
    Case("unreadable-file", "bad", "a pipe", {LESSON: Pipe()}),
    Case("unreadable-file", "bad", "a link to itself", {LESSON: Path("01-lesson.md")}),
    Case("unreadable-file", "bad", "a link to a file that is not there", {LESSON: Path("../gone.md")}),
    Case("unreadable-file", "bad", "settings that are a pipe", {"content/course.yml": Pipe()}),
    Case(
        "unreadable-file",
        "bad",
        "a lesson that is too large with what it includes",
        lesson("::: include _a.md\n:::\n" * 3) | {"content/_a.md": " " * 60_000},
    ),
    Case("unreadable-file", "good", "a lesson just small enough", lesson(" " * (MAX_TEXT_BYTES - len(HEADER)))),
    Case("unreadable-file", "good", "a large document", lesson("[It](a.pdf)") | {"content/a.pdf": bytes(200_000)}),
    Case("unreadable-file", "good", "a link to another file", {LESSON: Path("../a.md"), "a.md": HEADER}),
    Case("unreadable-file", "good", "a link to nothing, where nobody looks", {"content/_old.md": Path("gone.md")}),
    Case("unreadable-file", "good", "a hidden pipe", {"content/.pipe": Pipe()}),
    Case("unreadable-file", "good", "a folder whose name ends as a lesson's", {"content/x.md/01-a.md": HEADER}),
    Case("outside-project", "bad", "a file of the machine", {LESSON: Path("/etc/passwd")}),
    Case("outside-project", "bad", "a file beside the project", {LESSON: Path("../../secret.md")}),
    Case("outside-project", "bad", "a folder", {"content/03-unit": Path("../..")}),
    Case("outside-project", "bad", "a picture that nothing shows", {"content/a.png": Path("/etc/passwd")}),
    Case("outside-project", "bad", "hidden files of the project", {LESSON: Path("../.git/config"), ".git/config": ""}),
    Case("outside-project", "bad", "by way of another link", {LESSON: Path("../a.md"), "a.md": Path("/etc/passwd")}),
    Case(
        "outside-project",
        "bad",
        "a fragment beside `content/`",
        lesson("::: include _a.md\n:::") | {"content/_a.md": Path("../notes.md"), "notes.md": "Notes."},
    ),
    Case("outside-project", "good", "a file beside `content/`", {LESSON: Path("../a.md"), "a.md": HEADER}),
    Case(
        "outside-project",
        "good",
        "up and down again",
        lesson("![A door](a.svg)") | {"content/a.svg": Path("../content/b.svg"), "content/b.svg": DRAWING},
    ),
    Case("outside-project", "good", "a folder of it", {"content/03-unit": Path("../more"), "more/01-a.md": HEADER}),
    Case("outside-project", "good", "where nobody looks", {"content/_old": Path("/etc")}),
    Case("outside-project", "good", "a hidden link", {"content/.venv": Path("/usr")}),
    Case("outside-project", "good", "two dots in a name", {"content/03-and..so-on.md": HEADER}),
    Case("course-file-missing", "bad", "none", {"content/course.yml": None}),
    Case(
        "course-file-missing",
        "bad",
        "by another ending",
        {"content/course.yml": None, "content/course.yaml": "title: A\n"},
    ),
    Case("course-file-missing", "bad", "in capitals", {"content/course.yml": None, "content/Course.YML": "title: A\n"}),
    Case("course-file-missing", "bad", "beside `content/`", {"content/course.yml": None, "course.yml": "title: A\n"}),
    Case("course-file-missing", "bad", "a folder", {"content/course.yml": None, "content/course.yml/a.txt": ""}),
    Case("course-file-missing", "good", "a link", {"content/course.yml": Path("../c.yml"), "c.yml": "title: A\n"}),
    Case("course-file-missing", "good", "two of them", {"content/course.yaml": "title: A\n"}),
    Case("course-file-missing", "good", "JSON is YAML, too", {"content/course.yml": '{"title": "A"}\n'}),
    Case("course-file-missing", "good", "a byte order mark", {"content/course.yml": b"\xef\xbb\xbftitle: A\n"}),
    Case("course-file-missing", "good", "Windows line ends", {"content/course.yml": b"title: A\r\nlanguage: en\r\n"}),
    Case("html-too-deep", "bad", "in one go", lesson("<div>" * 2_000)),
    Case("html-too-deep", "bad", "within a line", lesson("Prose " + "<b>" * 501)),
    Case("html-too-deep", "bad", "bit by bit", lesson(f"{DIVS}\n\nProse.\n\n{DIVS}\n")),
    Case("html-too-deep", "bad", "in a fragment", lesson("::: include _a.md\n:::") | {"content/_a.md": DIVS * 2}),
    Case("html-too-deep", "good", "deep, and closed", lesson(DIVS + "</div>" * 300)),
    Case("html-too-deep", "good", "many beside each other", lesson("<p>One</p>\n" * 2_000)),
    Case("html-too-deep", "good", "many that hold nothing", lesson("<br>\n<wbr>\n" * 400)),
    Case("html-too-deep", "good", "code", lesson(f"```html\n{DIVS * 2}\n```")),
    Case("html-too-deep", "good", "a note", lesson(f"<!-- {DIVS * 2} -->")),
    Case("unfit-preview", "bad", "too few pixels", pictured("a.png", picture("png", (599, 400)))),
    Case("unfit-preview", "bad", "too low", pictured("a.webp", picture("webp", (1200, 314)))),
    Case("unfit-preview", "bad", "a kind that moves", pictured("a.gif", picture("gif", (1200, 630)))),
    Case("unfit-preview", "bad", "too heavy", pictured("a.png", picture("png", (1200, 630)) + bytes(5_000_001))),
    Case("unfit-preview", "good", "just large enough", pictured("a.png", picture("png", (600, 315)))),
    Case("unfit-preview", "good", "square", pictured("a.webp", picture("webp", (1200, 1200)))),
    Case("unfit-preview", "good", "a photograph", pictured("a.jpeg", picture("jpeg", (2400, 1260)))),
    Case(
        "unfit-preview",
        "good",
        "a small picture in the text",
        lesson("![A door](a.png)") | {"content/a.png": picture("png", (10, 10))},
    ),
    Case(
        "unfit-preview",
        "good",
        "a drawing as the course's",
        {"content/course.yml": "title: A\nimage: a.svg\n", "content/a.svg": DRAWING},
    ),
]


def write(files: Mapping[str, Written], folder: Path) -> None:
    """Write a sound course into a folder, and into that the files of a case."""
    for path, written in {**SOUND, **files}.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(written, Path):
            place.symlink_to(written)
        elif isinstance(written, Pipe):
            os.mkfifo(place)
        elif written is not None:
            place.write_bytes(written.encode() if isinstance(written, str) else written)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_file(case: Case, tmp_path: Path) -> None:
    """One mistake makes one problem, and a near miss none."""
    (tmp_path / "secret.md").write_text(HEADER, encoding="utf-8")
    write(case.files, tmp_path / "project")
    found = [problem.code for problem in check(tmp_path / "project").problems]
    assert found == ([case.code] if case.verdict == "bad" else [])

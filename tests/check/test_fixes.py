"""What `--fix` mends: only what can be meant in one way, and not a byte besides."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from minicourse.authoring import fixes
from minicourse.build import check, mend
from minicourse.problems import counted
from tests.golden import Case, cases

from .test_messages import FOLDER, SOUND, files

MENDABLE = ("alternative-says-nothing", "heading-skipped", "top-heading-in-text", "unused-ignore", "wrong-type")


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A sound course; its lesson `01-lesson.md` is still to be written."""
    for path, text in SOUND.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def mended(course: Path, written: bytes) -> bytes:
    """What becomes of a lesson."""
    lesson = course / "content/01-lesson.md"
    lesson.write_bytes(written)
    mend(course)
    return lesson.read_bytes()


def with_header(text: str, *settings: str) -> bytes:
    """A lesson, with further lines of front matter."""
    lines = ["---", "title: A lesson", "objectives:", "  do-it: Do it", *settings, "---", text]
    return "\n".join(lines).encode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("#### Deep\n", "## Deep\n"),
        ("## One\n\n> #### Quoted\n", "## One\n\n> ### Quoted\n"),
        ("- #### In a list\n", "- ## In a list\n"),
        ("## A\n\n#### B\n\n##### C\n\n#### D\n\n## E\n", "## A\n\n### B\n\n#### C\n\n### D\n\n## E\n"),
        ("## One\n\n##### Two ##### of them #####\n", "## One\n\n### Two ##### of them #####\n"),
        ("# Top 😀\n\n### Next\n", "## Top 😀\n\n### Next\n"),
        ("Top\n=====\n", "Top\n-----\n"),
        ("> Top\n> ===\n", "> Top\n> ---\n"),
        ("![Image of a school](a.svg)\n", "![A school](a.svg)\n"),
        ("![photo showing École](a.svg) and\n![a picture of two](a.svg)\n", "![École](a.svg) and\n![Two](a.svg)\n"),
        ("![Image of iPhone](a.svg)\n", "![iPhone](a.svg)\n"),
        ("Note[^a#b].\n\n[^a#b]: # Top\n", "Note[^a#b].\n\n[^a#b]: ## Top\n"),
        ("Note[^a#b].\n\n[^a#b]: #### Deep\n", "Note[^a#b].\n\n[^a#b]: ## Deep\n"),
        (">#\tTop\n", ">##\tTop\n"),
        # A line of `-` would make a table of it.
        ("|Top\n====\n", "|Top\n====\n"),
        # Which of the two is meant? And what is raw HTML is written in many ways.
        ("![Image of x](a.svg)![Image of x](a.svg)\n", "![Image of x](a.svg)![Image of x](a.svg)\n"),
        ('<img src="a.svg" alt="Image of x">\n', '<img src="a.svg" alt="Image of x">\n'),
        (
            '`![Image of x]`: <img src="a.svg" alt="Image of x">\n',
            '`![Image of x]`: <img src="a.svg" alt="Image of x">\n',
        ),
    ],
)
def test_text(course: Path, before: str, after: str) -> None:
    (course / "content/a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    assert mended(course, with_header(before)).decode() == with_header(after).decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["ignore:", "  negative-stem: because"], []),
        (["ignore:", "  negative-stem: because", "tags: [a]"], ["tags: [a]"]),
        (["ignore:", "  negative-stem: because", "  long-stem: why not"], []),
        (["summary: a", "ignore:", '  negative-stem: "because: yes"', ""], ["summary: a", ""]),
        (["tags: [2026, a]"], ['tags: ["2026", a]']),
        (["summary: 1.10 # one point ten"], ['summary: "1.10" # one point ten']),
        (["summary: true"], ['summary: "true"']),
        # YAML's reader ends lines where no file does.
        (
            ["summary: one\x85  two", "tags: [1, 2026]", "ignore:", "  long-stem: a"],
            ["summary: one\x85  two", 'tags: ["1", "2026"]'],
        ),
        # Written so that a line is not all of it: left to the author.
        (["ignore: {negative-stem: because}"], ["ignore: {negative-stem: because}"]),
        (
            ["ignore:", "  negative-stem: because", "    it is so"],
            ["ignore:", "  negative-stem: because", "    it is so"],
        ),
        (["ignore:", "  long-stem: |", "    it is so"], ["ignore:", "  long-stem: |", "    it is so"]),
        (["ignore:", '  long-stem: "', '   it is so"'], ["ignore:", '  long-stem: "', '   it is so"']),
        (["ignore:", "  # why?", "  negative-stem: because"], ["ignore:", "  # why?", "  negative-stem: because"]),
        (
            ["ignore:", "  negative-stem: a", "  # why?", "  long-stem: b"],
            ["ignore:", "  # why?", "  long-stem: b"],
        ),
        (["ignore:", "  negative-stem: a", "", "  long-stem: b"], ["ignore:", "", "  long-stem: b"]),
        (["ignore:", "  negative-stem: because # !"], ["ignore:", "  negative-stem: because # !"]),
    ],
)
def test_settings(course: Path, before: list[str], after: list[str]) -> None:
    assert mended(course, with_header("", *before)).decode() == with_header("", *after).decode()


def test_what_stands_behind_an_image_of_may_have_a_case(course: Path) -> None:
    """In German, what is left would be in the wrong one: "Bild eines Hundes", "Das Bild zeigt einen Hund"."""
    (course / "content/course.yml").write_text("title: Ein Kurs\nlanguage: de\n", encoding="utf-8")
    before = with_header("![Das Bild zeigt einen Hund](a.svg)\n")
    (course / "content/a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    assert mended(course, before) == before
    assert "alternative-says-nothing" in [problem.code for problem in check(course).problems]


QUESTION = """\
::: question {braces}
Which is right?

- [x] This
  > Yes, because it is.
- [ ] That
  > No, because it isn't.

> Because it is.
:::
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('{#a objective=do-it ignore="long-stem: a"}', "{#a objective=do-it}"),
        ('{ignore="long-stem: a" #a objective=do-it}', "{ #a objective=do-it}"),
        ('{#a ignore="long-stem: a; negative-stem: b" objective=do-it}', "{#a objective=do-it}"),
        ('{#a objective=do-it  ignore="long-stem: a"  points=2}', "{#a objective=do-it  points=2}"),
    ],
)
def test_braces(course: Path, before: str, after: str) -> None:
    found = mended(course, with_header(QUESTION.replace("{braces}", before)))
    assert found.decode() == with_header(QUESTION.replace("{braces}", after)).decode()


def test_a_decision_that_is_needed_stays(course: Path) -> None:
    question = QUESTION.replace("{braces}", '{#a objective=do-it ignore="negative-stem: the law; long-stem: a"}')
    question = question.replace("Which is right?", "Which of these is not right?")
    found = mended(course, with_header(question)).decode()
    assert '{#a objective=do-it ignore="negative-stem: the law"}' in found


def test_every_other_byte_stays(course: Path) -> None:
    """Line ends of all kinds, a byte order mark, and letters of any length."""
    before = b"\xef\xbb\xbf" + with_header("# \u00e9\n\ntwo  \n\t\u0000😀\nend", "summary: 7").replace(
        b"\n", b"\r\n", 4
    )
    after = before.replace(b"# \xc3\xa9", b"## \xc3\xa9").replace(b"summary: 7", b'summary: "7"')
    assert mended(course, before) == after


def test_rights_and_links_stay(course: Path) -> None:
    lesson = course / "content/01-lesson.md"
    (course / "elsewhere.md").write_bytes(with_header("# Top\n"))
    os.chmod(course / "elsewhere.md", 0o640)
    lesson.symlink_to("../elsewhere.md")
    _, done = mend(course)
    assert [problem.code for problem in done] == ["top-heading-in-text"]
    assert lesson.is_symlink()
    assert stat.S_IMODE(os.stat(course / "elsewhere.md").st_mode) == 0o640
    assert b"## Top" in (course / "elsewhere.md").read_bytes()


def test_a_file_outside_is_left_alone(course: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "lesson.md"
    outside.write_bytes(with_header("# Top\n"))
    (course / "content/01-lesson.md").symlink_to(outside)
    assert mend(course)[1] == []
    assert outside.read_bytes() == with_header("# Top\n")


def test_a_file_that_was_changed_meanwhile_is_left_alone(course: Path) -> None:
    lesson = course / "content/01-lesson.md"
    lesson.write_bytes(with_header("# Top\n"))
    result = check(course)
    lesson.write_bytes(with_header("Something else\n\n# Top\n"))
    assert fixes.mend(result.project, result.problems) == []
    assert lesson.read_bytes() == with_header("Something else\n\n# Top\n")


def test_a_file_that_may_only_be_read_is_left_alone(course: Path) -> None:
    lesson = course / "content/01-lesson.md"
    lesson.write_bytes(with_header("# Top\n"))
    lesson.chmod(0o444)
    with pytest.raises(PermissionError, match="may only be read"):
        mend(course)
    assert lesson.read_bytes() == with_header("# Top\n")


def test_no_other_file_is_left_behind(course: Path) -> None:
    mended(course, with_header("# Top\n"))
    assert sorted(path.name for path in (course / "content").iterdir()) == ["01-lesson.md", "02-sound.md", "course.yml"]


LIKELY = [case for case in cases(FOLDER) if any(f"[{code}]" in case.expected for code in MENDABLE)]


@pytest.mark.parametrize("case", LIKELY, ids=str)
def test_what_can_be_mended_is_mended_once_and_for_all(case: Case, tmp_path: Path) -> None:
    for path, text in files(case.given).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(text.encode("utf-8", "surrogateescape"))
    before = check(tmp_path).problems
    result, done = mend(tmp_path)
    assert not any(problem.fix for problem in result.problems)
    assert len(done) >= sum(bool(problem.fix) for problem in before)
    assert counted(result.problems)["error"] <= counted(before)["error"]
    assert mend(tmp_path)[1] == []

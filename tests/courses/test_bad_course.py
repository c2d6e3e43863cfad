"""A course that is wrong in every way: each rule of the catalogue finds something in it, once.

`bad-course/` holds small courses side by side, since no single one can be wrong in every way: an empty course has no
bad links, and what an unread file may hold isn't reported as missing. `bad-course/README.md` says which shows what.
What a repository holds badly (a link out of the project, very large files, results of 120 learners) is made here.

`expected.txt` in each is what is said of it; `pytest --accept` writes what really is, to be read as an author would.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from minicourse.analysis import analyse
from minicourse.build import check, one_file, rendered
from minicourse.problems import Problem, sort
from minicourse.problems.catalogue import RULES
from minicourse.problems.text import format_text
from minicourse.project import Project
from tests.analysis.made import exported, time
from tests.courses.test_courses import expect

HERE = Path(__file__).parent / "bad-course"
TODAY = datetime(2026, 11, 28, 12, tzinfo=UTC)


# ---- what is made ----------------------------------------------------------------------------------------------------


def add_what_git_holds_badly(course: Path) -> None:
    """A lesson that is too large, one that lies elsewhere, and one of six hundred elements inside each other."""
    content = course / "content"
    header = "---\ntitle: {}\nobjectives:\n  bake: Bake a loaf that your neighbours eat\n---\n\n"
    many_words = "All that was ever written about bread. " * 4_000
    (content / "20-unreadable-file.md").write_text(header.format("Everything") + many_words, encoding="utf-8")
    (course.parent / "secret.md").write_text(header.format("A secret"), encoding="utf-8")
    (content / "21-outside-project.md").symlink_to(course.parent / "secret.md")
    nested = header.format("A box in a box") + "<div>" * 600
    (content / "22-html-too-deep.md").write_text(nested + "\n", encoding="utf-8")


def add_what_is_large(course: Path) -> None:
    """Made-up words where the files ask for an encyclopaedia, and a large file."""
    chance = random.Random(7)
    for path, count in ("index.md", 15_000), ("02-words/index.md", 15_000), ("01-page-over-budget.md", 15_000):
        words = ("".join(chance.choices("abcdefghilmnoprstu", k=7)) for _ in range(count))
        with (course / "content" / path).open("a", encoding="utf-8") as file:
            file.write(f"\n{' '.join(words)}\n")
    (course / "content/photographs.zip").write_bytes(bytes(6 * 1024 * 1024))


SHARES = {
    "perhaps-miskeyed": {"strong": (15, 70, 15), "weak": (70, 15, 15)},
    "too-hard": {"strong": (40, 25, 35), "weak": (45, 5, 50)},
    "too-easy": {"strong": (100, 0, 0), "weak": (100, 0, 0)},
    "does-not-discriminate": {"strong": (48, 26, 26), "weak": (52, 24, 24)},
    "choice-nobody-takes": {"strong": (85, 15, 0), "weak": (40, 60, 0)},
    "confident-and-wrong": {"strong": (50, 40, 10), "weak": (15, 60, 25)},
    "sound-1": {"strong": (85, 5, 10), "weak": (40, 30, 30)},
    "sound-2": {"strong": (10, 80, 10), "weak": (35, 35, 30)},
    "sound-3": {"strong": (15, 10, 75), "weak": (35, 35, 30)},
    "sound-4": {"strong": (80, 10, 10), "weak": (35, 35, 30)},
}
"""How many of a hundred strong and weak learners take the first, the second and the third choice of each question."""


def add_results(folder: Path) -> list[Path]:
    """The files of sixty strong and sixty weak learners."""
    chance = random.Random(7)
    kinds = ["strong", "weak"] * 60
    choices = {}
    for name, shares in SHARES.items():
        # The same shares for all, in another order for each question.
        taken = {kind: _in_shares(shares[kind], 60) for kind in shares}
        for each in taken.values():
            chance.shuffle(each)
        choices[name] = [taken[kind].pop() for kind in kinds]
    folder.mkdir()
    files = [folder / f"learner-{learner:03}.json" for learner in range(len(kinds))]
    for learner, file in enumerate(files):
        answers = {name: _answer(name, taken[learner], time(1_000 * learner)) for name, taken in choices.items()}
        file.write_text(exported(answers), encoding="utf-8")
    return files


def _answer(name: str, choice: str, at: str) -> dict[str, Any]:
    """An answer as the page writes it; in one question learners are asked how sure they are, and all are certain."""
    sure = {"sure": "3"} if name == "confident-and-wrong" else {}
    return {"answers": [{"at": at, "response": [choice], "correct": None} | sure]}


def _in_shares(shares: tuple[int, ...], count: int) -> list[str]:
    """So many choices, in these shares of a hundred."""
    taken = [str(place) for place, share in enumerate(shares, 1) for _ in range(round(share * count / 100))]
    return (taken + ["1"] * count)[:count]


# ---- what is found ---------------------------------------------------------------------------------------------------


def checked(course: Path) -> list[Problem]:
    """What `minicourse check` finds."""
    return check(course).problems


def built(course: Path) -> list[Problem]:
    """What `minicourse build` finds where Pagefind isn't installed, and `minicourse export html` besides."""
    add_what_is_large(course)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "pagefind.service", None)
        found, _ = rendered(course)
    exported, _ = one_file(course)
    return sort({*found.problems, *exported.problems})


def analysed(course: Path) -> list[Problem]:
    """What `minicourse analyze` finds in the results of 120 learners; `check` finds nothing in this course."""
    found = check(course)
    assert found.problems == []
    findings = analyse(found.course, add_results(course / "sent"), TODAY)
    assert (findings.refused, findings.unknown, findings.analysis.learners) == ((), 0, 120)
    return findings.problems


def checked_with_what_git_holds_badly(course: Path) -> list[Problem]:
    """What `minicourse check` finds, with some files more."""
    add_what_git_holds_badly(course)
    return checked(course)


COURSES: dict[str, Callable[[Path], list[Problem]]] = {
    "mistakes": checked_with_what_git_holds_badly,
    "loose-ends": checked,
    "habits": checked,
    "true-or-false": checked,
    "another-language": checked,
    "empty": checked,
    "site": built,
    "results": analysed,
}
"""The courses, and how what is wrong with each is found."""


Found = dict[str, tuple[Path, list[Problem]]]
"""A copy of each course, and all its problems."""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    root = tmp_path_factory.mktemp("bad-course")
    copies = {name: Path(shutil.copytree(HERE / name, root / name)) for name in COURSES}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", f"{TODAY.timestamp():.0f}")
        return {name: (copies[name], find(copies[name])) for name, find in COURSES.items()}


def test_each_folder_is_a_course_that_is_looked_at() -> None:
    assert {path.name for path in HERE.iterdir() if path.is_dir()} == set(COURSES)


@pytest.mark.parametrize("code", RULES)
def test_each_rule_finds_one_thing(code: str, found: Found) -> None:
    where = Counter(name for name, (_, problems) in found.items() for one in problems if one.code == code)
    assert where.total() == 1, where


@pytest.mark.parametrize("name", COURSES)
def test_what_is_said_of_a_course(name: str, found: Found, accept: bool) -> None:
    course, problems = found[name]
    text = format_text(problems, Project.at(course).source_line)
    # How well text compresses depends on the machine.
    text = re.sub(r"weighs [\d.]+ KB", "weighs … KB", text)
    expect(HERE / name / "expected.txt", text, accept)

"""What learners' answers tell of the questions, in the terminal, as JSON and as a report."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from tests.analysis.made import exported, question, sent, time, write_course

from .test_commands import call

NAMES = ("dough", "oven", "crust", "crumb", "yeast", "salt")


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Six questions; the key of `salt` is wrong."""
    listed = [question(name, right=2 if name == "salt" else 1) for name in NAMES]
    return write_course(tmp_path / "course", *listed, question("loaf"))


@pytest.fixture
def results(tmp_path: Path) -> Path:
    """Thirty learners, half of whom know nearly everything."""
    chance = random.Random(3)
    for learner in range(30):
        good = 0.95 if learner % 2 else 0.35
        sent(tmp_path / "results", learner, {name: ["1"] if chance.random() < good else ["2"] for name in NAMES})
    return tmp_path / "results"


def test_the_terminal_shows_all_questions_and_what_speaks_against_one(course: Path, results: Path) -> None:
    done = call("analyze", str(results), "--course", str(course))
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        done.stdout
        == """\
30 learners from 30 files

question   n  right      95 %     r          95 %
dough     30    73%  56 to 86   .35   −.01 to .63
oven      30    77%  59 to 88   .50    .16 to .73
crust     30    57%  39 to 73   .55    .24 to .76
crumb     30    60%  42 to 75   .39    .04 to .66
yeast     30    57%  39 to 73   .62    .33 to .80
salt      30    40%  25 to 58  −.47  −.71 to −.13

objective   n  right      95 %
bake       30    61%  43 to 76

no answers: loaf

warning[perhaps-miskeyed]: learners who do well elsewhere are wrong here: the correlation is −.47 (−.71 to −.13), n = 30
  --> content/01-bread.md:77:1
   |
77 | - [x] Choice 2 of salt
   | ^^^^^^^^^^^^^^^^^^^^^^ marked right
   |
   = help: they take `Choice 1 of salt`: is that right, too, or instead?

1 warning
"""
    )


def test_machines_get_all_numbers(course: Path, results: Path) -> None:
    done = call("analyze", str(results), "--course", str(course), "--format", "json")
    data = json.loads(done.stdout)
    assert data["learners"] == 30
    assert data["files"] == {"given": 30, "refused": [], "repeated": 0, "overlapping": 0, "empty": 0}
    assert [entry["name"] for entry in data["questions"]] == [*NAMES, "loaf"]
    salt = data["questions"][5]
    assert (salt["n"], salt["difficulty"]["n"], salt["discrimination"]["n"]) == (30, 30, 30)
    assert salt["discrimination"]["high"] < 0
    assert [choice["right"] for choice in salt["choices"]] == [False, True, False]
    assert data["questions"][6]["difficulty"] is None
    assert [problem["code"] for problem in data["problems"]] == ["perhaps-miskeyed"]


def test_a_file_that_is_no_use_is_named_and_stops_nothing(course: Path, results: Path) -> None:
    (results / "broken.json").write_text("{", encoding="utf-8")
    (results / "cake.json").write_text(exported({}, course="cake"), encoding="utf-8")
    (results / "empty.json").write_text(exported({}), encoding="utf-8")
    (results / "again.json").write_bytes((results / "learner-000.json").read_bytes())
    done = call("analyze", "results", "--course", str(course), cwd=results.parent)
    assert done.returncode == 1
    assert done.stderr == (
        "left out: results/broken.json: it is not JSON, or damaged\n"
        "left out: results/cake.json: it is of another course, `cake`, and not of `bread`\n"
    )
    assert done.stdout.startswith("30 learners from 34 files (2 refused, 1 sent twice, 1 without an answer)\n")


def test_what_is_not_counted_is_said(course: Path, tmp_path: Path) -> None:
    sent(tmp_path / "results", 1, {"oven": ["1"], "gone": ["1"], "dough": ["7"], "crust": []}, correct=False)
    done = call("analyze", str(tmp_path / "results"), "--course", str(course))
    assert done.stdout == (
        "1 learner from 1 file\n\n"
        "question  n    right  95 %  r  95 %\n"
        "oven      1  too few\n\n"
        "objective  n    right  95 %\n"
        "bake       1  too few\n\n"
        "no answers: dough, crust, crumb, yeast, salt, loaf\n"
        "graded otherwise when they were answered, so the question has changed since: oven (1 of 1); see --since\n"
        "not counted: 1 that no longer fit their question\n"
        "not counted: 1 left open\n"
        "not counted: 1 to what this course doesn't ask, or doesn't grade\n\n"
    )


def test_since_a_day(course: Path, tmp_path: Path) -> None:
    sent(tmp_path / "results", 1, {"oven": ["1"]})
    answered = int(time(1000)[8:10])
    for day, n in ((answered, 1), (answered + 1, 0)):
        options = ("--since", f"2026-11-{day:02}", "--format", "json")
        data = json.loads(call("analyze", str(tmp_path / "results"), "--course", str(course), *options).stdout)
        assert data["questions"][1]["n"] == n


def test_a_rule_that_is_set_aside_is_silent_here_and_no_mistake_in_check(course: Path, results: Path) -> None:
    lesson = course / "content/01-bread.md"
    ignore = 'ignore="perhaps-miskeyed: it is read in two ways, and we talk about both"'
    text = lesson.read_text(encoding="utf-8").replace("#salt objective=bake", f"#salt objective=bake {ignore}")
    lesson.write_text(text, encoding="utf-8")
    assert "perhaps-miskeyed" not in call("analyze", str(results), "--course", str(course)).stdout
    assert "unused-ignore" not in call("check", str(course)).stdout


def test_a_report_is_written_over_an_earlier_one_and_over_nothing_else(course: Path, results: Path) -> None:
    report, lesson = results.parent / "report.html", course / "content/01-bread.md"
    for _ in range(2):
        done = call("analyze", str(results), "--course", str(course), "--output", str(report))
        assert (done.returncode, done.stderr) == (0, f"report in {report}\n")
    before = lesson.read_bytes()
    done = call("analyze", str(results), "--course", str(course), "-o", str(lesson))
    assert done.returncode == 2
    assert "exists and is no report of ours" in done.stderr
    assert lesson.read_bytes() == before


def test_a_mistake_in_the_author_s_template_is_hers(course: Path, results: Path) -> None:
    (course / "templates").mkdir()
    (course / "templates/analysis.html").write_text("{{ page.titel }}", encoding="utf-8")
    done = call("analyze", str(results), "--course", str(course), "-o", str(results.parent / "report.html"))
    assert done.returncode == 1
    assert "error[template-error]: a `AnalysisPage` has no `titel`" in done.stderr
    assert not (results.parent / "report.html").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Missing argument 'RESULTS...'"),
        (("gone.json",), "'gone.json' does not exist"),
        ((".",), "there are no `.json` files in `.`"),
        (("a.json", "--since", "yesterday"), "'yesterday' does not match the format"),
        (("a.json",), "there is no `content/` in `.`"),
    ],
)
def test_a_wrong_call(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    if "a.json" in arguments:
        (tmp_path / "a.json").write_text("{}", encoding="utf-8")
    done = call("analyze", *arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_errors_in_the_course_are_left_to_check(course: Path, results: Path) -> None:
    (course / "content/02-more.md").write_text("---\ntitle: More\n---\n[Gone](gone.md)\n", encoding="utf-8")
    done = call("analyze", str(results), "--course", str(course))
    assert done.returncode == 0
    assert done.stderr == "the course has errors, so something may be missing here; see `minicourse check`\n"

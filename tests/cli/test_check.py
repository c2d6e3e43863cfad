"""`minicourse check` with files of its own: a baseline, SARIF, what it mends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from minicourse.problems.catalogue import RULES
from tests.cli.test_commands import call

TESTS = Path(__file__).parent.parent
SCHEMA = TESTS / "tools/node_modules/@microsoft/sarif-multitool-linux/sarif-2.1.0.json"
BROKEN = TESTS / "courses/broken"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A fresh course, and a lesson with a heading that skips a level."""
    course = tmp_path / "course"
    assert call("new", str(course)).returncode == 0
    write(course, "#### Deep\n")
    return course


def write(course: Path, text: str) -> None:
    header = "---\ntitle: Second\nobjectives:\n  do-it: Do it\nignore:\n  objective-never-assessed: it is new\n---\n"
    (course / "content/02-second.md").write_text(header + text, encoding="utf-8")


@pytest.fixture(scope="module")
def log() -> Any:
    """A broken course as SARIF."""
    return json.loads(call("check", str(BROKEN), "--format", "sarif").stdout)


class TestFix:
    def test_it_is_offered_and_done(self, course: Path) -> None:
        assert "`minicourse check --fix` mends 1 of them" in call("check", str(course)).stderr
        done = call("check", str(course), "--fix", "--strict")
        assert (done.returncode, done.stdout) == (0, "")
        assert done.stderr.startswith("mended 1 problem in 1 file\n")
        assert "\n## Deep\n" in (course / "content/02-second.md").read_text(encoding="utf-8")

    def test_with_nothing_to_mend(self, course: Path) -> None:
        write(course, "## A heading\n")
        assert "mend" not in call("check", str(course), "--fix").stderr

    def test_what_is_left_is_told(self, course: Path) -> None:
        write(course, "#### Deep\n\n[a](gone.md)\n")
        done = call("check", str(course), "--fix")
        assert done.returncode == 1
        assert done.stdout.startswith("error[broken-link]")

    def test_json_says_what_it_would_do(self, course: Path) -> None:
        (problem,) = json.loads(call("check", str(course), "--format", "json").stdout)["problems"]
        place = {"path": "content/02-second.md", "line": 8, "column": 1, "end_line": 8, "end_column": 5}
        assert problem["fix"] == [{**place, "text": "##"}]


class TestBaseline:
    def test_what_was_there_is_left_out(self, course: Path) -> None:
        file = course / "baseline.json"
        done = call("check", str(course), "--strict", "--write-baseline", str(file))
        assert (done.returncode, done.stdout) == (0, "")
        assert done.stderr.splitlines()[-2:] == [
            f"{file} knows 1 problem",
            "no new problems in 2 lessons and 1 question",
        ]
        write(course, "A line more, so that all lines are others.\n\n#### Deep\n\n## Next\n\n#### Deeper\n")
        done = call("check", str(course), "--strict", "--baseline", str(file))
        assert done.returncode == 1
        assert done.stdout.count("heading-skipped") == 1
        assert "#### Deeper" in done.stdout

    def test_the_same_once_more_is_new(self, course: Path) -> None:
        file = course / "baseline.json"
        call("check", str(course), "--write-baseline", str(file))
        write(course, "#### Deep\n\n## Next\n\n#### Deep\n")
        assert call("check", str(course), "--baseline", str(file)).stdout.count("heading-skipped") == 1

    def test_errors_always_count(self, course: Path) -> None:
        write(course, "[a](gone.md)\n")
        file = course / "baseline.json"
        assert call("check", str(course), "--write-baseline", str(file)).returncode == 1
        assert call("check", str(course), "--baseline", str(file)).returncode == 1

    def test_what_is_gone_is_told(self, course: Path) -> None:
        file = course / "baseline.json"
        call("check", str(course), "--write-baseline", str(file))
        write(course, "## A heading\n")
        done = call("check", str(course), "--baseline", str(file))
        assert (done.returncode, done.stdout) == (0, "")
        assert f"1 problem of {file} is gone: --write-baseline writes it anew" in done.stderr

    @pytest.mark.parametrize(
        "written", ["", "{}", "[]", "3", '{"format": "else"}', '{"format": "minicourse-baseline"}']
    )
    def test_what_is_no_baseline(self, course: Path, written: str) -> None:
        (course / "baseline.json").write_text(written, encoding="utf-8")
        done = call("check", str(course), "--baseline", str(course / "baseline.json"))
        assert done.returncode == 2
        assert "can't be used as a baseline: it is no baseline" in done.stderr

    def test_no_other_file_is_written_over(self, course: Path) -> None:
        lesson = course / "content/02-second.md"
        before = lesson.read_bytes()
        done = call("check", str(course), "--write-baseline", str(lesson))
        assert done.returncode == 2
        assert "exists and is no baseline: name another file, or remove it" in done.stderr
        assert lesson.read_bytes() == before

    def test_an_earlier_one_is_written_over(self, course: Path) -> None:
        file = course / "baseline.json"
        file.write_text('{"format": "minicourse-baseline", "version": 0}', encoding="utf-8")
        call("check", str(course), "--write-baseline", str(file))
        assert json.loads(file.read_text(encoding="utf-8"))["version"] == 1

    def test_reading_and_writing_are_two_steps(self, course: Path) -> None:
        done = call("check", str(course), "--baseline", "a.json", "--write-baseline", "b.json", cwd=course)
        assert done.returncode == 2
        assert not (course / "b.json").exists()

    def test_one_that_is_not_there(self, course: Path) -> None:
        done = call("check", str(course), "--baseline", "none.json")
        assert done.returncode == 2
        assert (
            "there is no baseline `none.json`; `minicourse check --write-baseline none.json` writes it" in done.stderr
        )


class TestSarif:
    def test_it_is_what_its_schema_asks_for(self, log: Any) -> None:
        schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
        checker = jsonschema.FormatChecker()
        jsonschema.Draft202012Validator(schema, format_checker=checker).validate(log)

    def test_so_is_a_log_without_problems(self, course: Path) -> None:
        write(course, "## A heading\n")
        schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
        empty = json.loads(call("check", str(course), "--format", "sarif").stdout)
        jsonschema.Draft202012Validator(schema).validate(empty)
        assert empty["runs"][0]["results"] == []

    def test_it_says_what_json_does(self, log: Any) -> None:
        told = json.loads(call("check", str(BROKEN), "--format", "json").stdout)["problems"]
        results = log["runs"][0]["results"]
        assert [result["ruleId"] for result in results] == [problem["code"] for problem in told]
        for result, problem in zip(results, told, strict=True):
            region = result["locations"][0]["physicalLocation"]["region"]
            assert (region["startLine"], region["startColumn"]) == (problem["line"], problem["column"])
            assert result["message"]["text"].startswith(problem["message"])
            assert ("fixes" in result) == bool(problem["fix"])

    def test_each_result_names_its_rule(self, log: Any) -> None:
        rules = log["runs"][0]["tool"]["driver"]["rules"]
        assert all(rule["shortDescription"]["text"] == RULES[rule["id"]].title for rule in rules)
        assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in log["runs"][0]["results"])

    def test_fingerprints_tell_results_apart_and_outlive_a_line_above(self, course: Path) -> None:
        def marks() -> list[str]:
            log = json.loads(call("check", str(course), "--format", "sarif").stdout)
            return [result["partialFingerprints"]["minicourse/v1"] for result in log["runs"][0]["results"]]

        write(course, "#### Deep\n\n## Next\n\n#### Deep\n")
        before = marks()
        write(course, "A line above.\n\n#### Deep\n\n## Next\n\n#### Deep\n")
        assert marks() == before
        assert len(set(before)) == 2


def test_the_second_time_it_says_the_same(course: Path) -> None:
    first, second, anew = (call("check", str(course), *more) for more in ([], [], ["--no-cache"]))
    assert first.stdout == second.stdout == anew.stdout != ""
    assert first.stderr == second.stderr == anew.stderr

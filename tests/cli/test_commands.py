"""The commands, as an author calls them."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from minicourse.problems.catalogue import FAMILIES, RULES
from minicourse.version import __version__

MAIN = [sys.executable, "-m", "minicourse"]


def call(*arguments: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run minicourse as a process of its own."""
    return subprocess.run(
        [*MAIN, *arguments],
        cwd=cwd,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A fresh course."""
    assert call("new", str(tmp_path / "course")).returncode == 0
    return tmp_path / "course"


def test_version() -> None:
    done = call("--version")
    assert (done.returncode, done.stdout) == (0, f"minicourse {__version__}\n")


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_load_nothing_else(option: str) -> None:
    code = (
        "import sys\nfrom minicourse.cli.main import run\n"
        f"try:\n    run([{option!r}])\nfinally:\n"
        "    heavy = {'jinja2', 'markdown_it', 'pydantic', 'yaml', 'nh3', 'bibtexparser', 'PIL', 'watchfiles'}\n"
        "    print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "[]\n")


def test_a_misspelt_command() -> None:
    done = call("biuld")
    assert done.returncode == 2
    assert "build" in done.stderr
    assert "Traceback" not in done.stderr


class TestNew:
    def test_passes_its_own_strict_check(self, course: Path) -> None:
        done = call("check", str(course), "--strict")
        assert (done.returncode, done.stdout) == (0, "")
        assert "no problems" in done.stderr

    def test_has_what_git_and_github_need(self, course: Path) -> None:
        assert (course / ".gitignore").is_file()
        workflow = (course / ".github/workflows/pages.yml").read_text()
        assert "minicourse build" in workflow

    def test_refuses_a_folder_in_use(self, course: Path) -> None:
        before = sorted(course.rglob("*"))
        done = call("new", str(course))
        assert done.returncode == 2
        assert "is not empty" in done.stderr
        assert sorted(course.rglob("*")) == before

    def test_takes_an_empty_folder(self, tmp_path: Path) -> None:
        (tmp_path / "empty").mkdir()
        assert call("new", "empty", cwd=tmp_path).returncode == 0
        assert (tmp_path / "empty/content/course.yml").is_file()


class TestCheck:
    def test_errors_leave_with_one(self, course: Path) -> None:
        (course / "content/02-second.md").write_text("No front matter.")
        done = call("check", str(course))
        assert done.returncode == 1
        assert "error[front-matter-missing]" in done.stdout

    def test_warnings_leave_with_one_only_when_strict(self, course: Path) -> None:
        (course / "content/02-second.md").write_text("---\ntitle: Second\n---\nProse.\n")
        assert call("check", str(course)).returncode == 0
        assert call("check", str(course), "--strict").returncode == 1

    def test_json(self, course: Path) -> None:
        (course / "content/02-second.md").write_text("---\ntitle: Second\nminuts: 3\n---\nProse.\n")
        problems = json.loads(call("check", str(course), "--format", "json").stdout)["problems"]
        assert problems[0] == {
            "code": "unknown-key",
            "severity": "error",
            "message": "unknown setting `minuts`",
            "label": "",
            "help": "did you mean `minutes`?",
            "path": "content/02-second.md",
            "line": 3,
            "column": 1,
            "end_line": 3,
            "end_column": 7,
            "fix": [],
        }

    def test_json_without_problems(self, course: Path) -> None:
        assert json.loads(call("check", str(course), "--format", "json").stdout) == {"problems": [], "off": []}

    def test_a_language_without_words_has_rules_off(self, course: Path) -> None:
        (course / "content/course.yml").write_text("title: A course\nlanguage: sv\n", encoding="utf-8")
        off = json.loads(call("check", str(course), "--format", "json").stdout)["off"]
        assert "negative-stem" in off
        said = call("check", str(course)).stderr.splitlines()
        assert said[-1] == (
            f"{len(off)} rules are off: there are no words for them in `sv`; `minicourse explain` says which"
        )

    def test_a_language_with_most_of_the_words(self, course: Path) -> None:
        (course / "content/course.yml").write_text("title: A course\nlanguage: es-MX\n", encoding="utf-8")
        off = json.loads(call("check", str(course), "--format", "json").stdout)["off"]
        assert off == ["article-gives-key", "hard-text"]

    def test_github(self, course: Path) -> None:
        (course / "content/02-second.md").write_text("---\ntitle: 100%\nminuts: 3\n---\n[a](b,c%.md)\n")
        lines = call("check", str(course), "--format", "github").stdout.splitlines()
        assert lines[0] == (
            "::error file=content/02-second.md,line=3,col=1,endLine=3,endColumn=7,title=unknown-key"
            "::unknown setting `minuts`%0Adid you mean `minutes`?"
        )
        assert "::there is no `b,c%25.md`%0A" in lines[1]

    def test_github_shows_the_worst_ten_and_has_all_in_the_summary(
        self, course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        gone = "\n\n".join(f"[A <b>|{n}|]({n}.md)" for n in range(12))
        (course / "content/02-second.md").write_text(f"---\ntitle: Second\n---\n{gone}\n", encoding="utf-8")
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
        (tmp_path / "summary.md").write_text("Before.\n", encoding="utf-8")
        lines = call("check", str(course), "--format", "github").stdout.splitlines()
        assert [line.startswith("::error ") for line in lines] == [True] * 10 + [False] * (len(lines) - 10)
        assert lines[10].startswith("content/02-second.md:24:")
        summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
        assert summary.startswith("Before.\n### minicourse: 12 errors")
        assert summary.count("| error | broken-link |") == 12
        assert all(row.count("|") == 6 for row in summary.splitlines() if row.startswith("|"))
        assert "<b>" not in summary

    @pytest.mark.parametrize(("option", "failures"), [("--strict", 2), ("--drafts", 1)])
    def test_junit(self, course: Path, option: str, failures: int) -> None:
        (course / "content/02-second.md").write_text(
            "---\ntitle: A <b> & C\n---\n[a & b](gone<.md)\n", encoding="utf-8"
        )
        done = call("check", str(course), "--format", "junit", option)
        suite = ElementTree.fromstring(done.stdout)
        assert suite.get("tests") == str(len(suite))
        assert len(suite.findall("testcase/failure")) == int(suite.get("failures", "")) == failures
        assert done.returncode == 1

    def test_junit_without_problems(self, course: Path) -> None:
        suite = ElementTree.fromstring(call("check", str(course), "--format", "junit").stdout)
        assert [case.get("name") for case in suite] == ["check"]
        assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("1", "0", "0")

    def test_a_folder_without_a_course(self, tmp_path: Path) -> None:
        done = call("check", str(tmp_path))
        assert done.returncode == 2
        assert "there is no `content/`" in done.stderr

    def test_drafts_are_left_alone_unless_asked_for(self, course: Path) -> None:
        (course / "content/02-second.md").write_text("---\ntitle: Second\ndraft: true\n---\n[a](nowhere.md)\n")
        assert call("check", str(course), "--strict").returncode == 0
        assert call("check", str(course), "--strict", "--drafts").returncode == 1


class TestBuild:
    def test_in_this_folder(self, course: Path) -> None:
        done = call("build", cwd=course)
        assert done.returncode == 0
        assert (course / "site/first-lesson/index.html").is_file()

    def test_somewhere_else(self, course: Path, tmp_path: Path) -> None:
        assert call("build", str(course), "--output", str(tmp_path / "public")).returncode == 0
        assert (tmp_path / "public/index.html").is_file()
        assert not (course / "site").exists()

    def test_errors_keep_the_old_site(self, course: Path) -> None:
        call("build", str(course))
        before = (course / "site/index.html").read_bytes()
        (course / "content/02-second.md").write_text("No front matter.")
        done = call("build", str(course))
        assert done.returncode == 1
        assert "the site is as it was" in done.stderr
        assert (course / "site/index.html").read_bytes() == before

    def test_warnings_stop_it_only_when_strict(self, course: Path) -> None:
        (course / "content/02-second.md").write_text("---\ntitle: Second\n---\nProse.\n")
        assert call("build", str(course), "--strict").returncode == 1
        assert not (course / "site").exists()
        assert call("build", str(course)).returncode == 0

    def test_base_url(self, course: Path) -> None:
        call("build", str(course), "--base-url", "https://example.org/my course")
        done = call("build", str(course), "--base-url", "https://example.org/course")
        assert done.returncode == 0
        assert (
            '<link rel="canonical" href="https://example.org/course/first-lesson/">'
            in (course / "site/first-lesson/index.html").read_text()
        )
        assert "https://example.org/course/first-lesson/" in (course / "site/sitemap.xml").read_text()

    def test_a_base_url_that_is_none(self, course: Path) -> None:
        done = call("build", str(course), "--base-url", "example.org")
        assert done.returncode == 2
        assert "https://" in done.stderr

    def test_a_folder_of_someone_else(self, course: Path) -> None:
        (course / "site").mkdir()
        (course / "site/precious.txt").write_text("precious")
        done = call("build", str(course))
        assert done.returncode == 2
        assert "was not made by minicourse" in done.stderr
        assert (course / "site/precious.txt").read_text() == "precious"

    def test_a_mistake_in_a_template_of_the_authors(self, course: Path) -> None:
        (course / "templates").mkdir()
        (course / "templates/404.html").write_text(
            "{% extends 'base.html' %}\n{% block main %}{{ page.titel }}{% endblock %}"
        )
        done = call("build", str(course))
        assert done.returncode == 1
        assert "error[template-error]" in done.stderr
        assert "templates/404.html:2" in done.stderr

    def test_a_template_of_the_authors_that_is_no_jinja(self, course: Path) -> None:
        (course / "templates").mkdir()
        (course / "templates/404.html").write_text("one\ntwo {% endif %}")
        done = call("build", str(course))
        assert done.returncode == 1
        assert "templates/404.html:2" in done.stderr

    def test_a_full_disk_is_named(self, course: Path) -> None:
        """A limit on the size of files stands in for a disk without room."""
        code = (
            "import resource, signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
            "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))\n"
            f"from minicourse.cli.main import run\nrun(['build', {str(course)!r}])"
        )
        done = subprocess.run(
            [sys.executable, "-B", "-c", code], capture_output=True, text=True, check=False, timeout=60
        )
        assert (done.returncode, done.stderr) == (2, "minicourse: file too large\n")
        assert sorted(path.name for path in course.iterdir()) == [".github", ".gitignore", "README.md", "content"]


class TestExplain:
    def test_a_rule(self) -> None:
        done = call("explain", "question-without-key")
        assert done.returncode == 0
        assert "can't be learnt from" in done.stdout

    def test_all_rules(self) -> None:
        listed = [line.strip() for line in call("explain").stdout.splitlines()]
        assert {line.split()[0] for line in listed} == {*FAMILIES, *RULES}
        assert next(line for line in listed if line.startswith("article-gives-key")).endswith(" (only in en, fr)")

    def test_a_family(self) -> None:
        family, *rules = call("explain", "item-writing").stdout.splitlines()
        assert family == "item-writing"
        assert [line.split()[0] for line in rules] == [rule.code for rule in FAMILIES["item-writing"]]

    def test_a_rule_says_which_languages_it_has_words_for(self) -> None:
        assert "has them for: de, en, es, fr" in call("explain", "negative-stem").stdout
        assert "words" not in call("explain", "unsorted-numbers").stdout

    def test_a_misspelt_rule(self) -> None:
        done = call("explain", "question-without-keys")
        assert done.returncode == 2
        assert "did you mean `question-without-key`?" in done.stderr


@pytest.mark.parametrize("kind", ["course", "lesson"])
def test_schema(kind: str) -> None:
    schema = json.loads(call("schema", kind).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    assert validator.is_valid({"title": "A title"})
    assert not validator.is_valid({"titel": "A title"})


def test_serve_on_a_port_in_use(course: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = call("serve", str(course), "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "try `--port 0`" in done.stderr


def test_a_bug_of_ours_is_called_one(course: Path) -> None:
    code = (
        "import minicourse.build\n"
        "def broken(*args): raise ValueError('oops')\n"
        "minicourse.build.check = broken\n"
        f"from minicourse.cli.main import run\nrun(['check', '--no-cache', {str(course)!r}])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 3
    assert "this is a bug in minicourse" in done.stderr
    assert "Traceback" not in done.stderr


class TestEmbed:
    URL = ("--base-url", "https://example.org/course")

    def test_a_lesson_in_a_frame(self, course: Path) -> None:
        done = call("embed", "01-first-lesson.md", *self.URL, cwd=course)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith('<iframe src="https://example.org/course/first-lesson/" title="')
        assert 'loading="lazy"' in done.stdout
        assert "allow" not in done.stdout
        for name in ("content/01-first-lesson.md", "first-lesson", "first-lesson/"):
            assert call("embed", name, *self.URL, cwd=course).stdout == done.stdout

    def test_a_question_and_a_video_in_it(self, course: Path) -> None:
        lesson = course / "content/01-first-lesson.md"
        lesson.write_text(
            lesson.read_text().replace("title: ", 'title: "</iframe>" #', 1)
            + "\n::: video [A talk](https://youtu.be/abcdefghijk) {captions=yes}\n:::\n\n## Later\n"
        )
        done = call("embed", "first-lesson#later", str(course), *self.URL, "--height", "300")
        assert 'src="https://example.org/course/first-lesson/#later"' in done.stdout
        assert 'height="300"' in done.stdout
        assert 'allow="fullscreen"' in done.stdout
        assert 'title="&lt;/iframe&gt; · ' in done.stdout

    def test_slips(self, course: Path) -> None:
        said = {
            call("embed", *arguments, cwd=course).stderr.split("Error: ")[1].strip()
            for arguments in (
                ("01-first-lesson.md",),
                ("01-frist-lesson.md", ".", *self.URL),
                ("first-lesson#nowhere-at-all", ".", *self.URL),
                ("first-lesson", ".", "--base-url", "example.org"),
            )
        }
        assert said == {
            "nobody knows where the course is published: set `url` in course.yml, or --base-url",
            "there is no lesson `01-frist-lesson.md`; did you mean `01-first-lesson.md`?",
            "`01-first-lesson.md` has no `#nowhere-at-all`; name a question or a heading of it",
            "Invalid value for --base-url: an address begins with `https://`, such as `https://example.org/course/`",
        }

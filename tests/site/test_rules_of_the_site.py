"""What is wrong with a site that is made: its templates, and what its pages and files weigh.

Each rule has ways to be wrong, `bad`, and near misses, `good`, in which it has to be silent.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import NamedTuple

import pytest

from minicourse.build import check, rendered
from minicourse.model.course import Course
from minicourse.render.budgets import BANKED, KIB, LESSON_HTML, SCRIPT, STYLE, WORDS, over_budget, weight
from minicourse.render.one_file import MIB, MOST_OF_A_FILE, too_large
from tests.check.test_files import write
from tests.check.test_messages import HEADER, SOUND

EXTENDS = "{% extends 'base.html' %}{% block main %}<p>PLACE</p>{% endblock %}"


class Case(NamedTuple):
    """A file of the theme or of the site, and whether a rule speaks of it."""

    code: str
    verdict: str
    why: str
    files: dict[str, str | int]
    """Texts; or how many bytes a file has, once it is compressed where that counts."""

    def __str__(self) -> str:
        return f"{self.code}: {self.verdict}: {self.why}"


def lost(why: str, inside: str) -> Case:
    """A page for addresses that lead nowhere, with this in it: nothing can be rendered."""
    return Case("template-error", "bad", why, {"templates/404.html": EXTENDS.replace("PLACE", inside)})


def found(why: str, inside: str) -> Case:
    """The same page, and all is well."""
    return Case("template-error", "good", why, {"templates/404.html": EXTENDS.replace("PLACE", inside)})


TEMPLATES = [
    lost("a field that isn't there", "{{ page.titel }}"),
    lost("a field of something that isn't there", "{{ pages.title }}"),
    lost("a tag that is never closed", "{% if page %}"),
    lost("a filter that isn't there", "{{ page.site.title | shout }}"),
    lost("a part that isn't there", "{% include 'parts/footr.html' %}"),
    lost("a sum of a word and a number", "{{ page.site.title + 1 }}"),
    Case("template-error", "bad", "a page that extends itself", {"templates/404.html": "{% extends '404.html' %}"}),
    Case("template-error", "bad", "words that are no JSON", {"templates/locale/en.json": "{'home': 'Home'}"}),
    found("nothing but HTML", "Not here."),
    found("what may be missing has a value in its place", "{{ page.site.licence | default('All rights reserved') }}"),
    found("braces that are to be seen", "{% raw %}{{ page.titel }}{% endraw %} {{ '{{' }}"),
    found("a note about a field that isn't there", "{# {{ page.titel }} #}"),
    found("what is never reached", "{% if false %}{{ page.titel }}{% endif %}"),
    Case("template-error", "good", "a part that no page asks for", {"templates/parts/note.html": "{{ page.titel }}"}),
]
LESSON, STYLES, SCRIPTS = "sound/index.html", "assets/css.1a2b3c.css", "assets/site.1a2b3c.js"
WEIGHTS = [
    Case("page-over-budget", "bad", "a lesson", {LESSON: LESSON_HTML + KIB}),
    Case("page-over-budget", "bad", "a style", {STYLES: STYLE + KIB}),
    Case("page-over-budget", "bad", "a script", {SCRIPTS: SCRIPT + KIB}),
    Case("page-over-budget", "bad", "a script with words in it", {"assets/my-progress.1a.js": SCRIPT + 2 * WORDS}),
    Case("page-over-budget", "good", "a lesson just light enough", {LESSON: LESSON_HTML}),
    Case("page-over-budget", "good", "a style and a script just light enough", {STYLES: STYLE, SCRIPTS: SCRIPT}),
    Case("page-over-budget", "good", "a page that is no lesson", {"glossary/index.html": LESSON_HTML + KIB}),
    Case("page-over-budget", "good", "the index of the search", {"assets/search-index.1a2b3c.js": 9 * SCRIPT}),
    Case("page-over-budget", "good", "questions for a review", {"assets/bank.1a2b3c.js": 9 * SCRIPT}),
    Case("page-over-budget", "good", "a script that the author offers for download", {"a.js": 9 * SCRIPT}),
    Case("page-over-budget", "good", "a lesson with a quiz out of a bank", {"test/index.html": LESSON_HTML + BANKED}),
]
SIZES = [
    Case("too-large-for-one-file", "bad", "a picture", {"a.gif": MOST_OF_A_FILE + 1}),
    Case("too-large-for-one-file", "bad", "a document", {"a.pdf": 6 * MIB, "a.gif": 1}),
    Case("too-large-for-one-file", "bad", "many together", {f"{name}.pdf": 5 * MIB for name in "abcde"}),
    Case("too-large-for-one-file", "good", "none", {}),
    Case("too-large-for-one-file", "good", "one just small enough", {"a.gif": MOST_OF_A_FILE}),
    Case("too-large-for-one-file", "good", "many just small enough", {f"{name}.pdf": 5 * MIB for name in "abcd"}),
    Case("too-large-for-one-file", "good", "many small ones", {f"{n}.gif": 1_000 for n in range(1_000)}),
    Case("too-large-for-one-file", "good", "an empty one", {"a.pdf": 0}),
]
CASES = [*TEMPLATES, *WEIGHTS, *SIZES]


@pytest.mark.parametrize("case", TEMPLATES, ids=str)
def test_template(case: Case, tmp_path: Path) -> None:
    """Where a template fails, nothing is made; else all is."""
    write(SOUND | {path: text for path, text in case.files.items() if isinstance(text, str)}, tmp_path)
    result, files = rendered(tmp_path)
    assert [problem.code for problem in result.problems] == ([case.code] if case.verdict == "bad" else [])
    assert bool(files) == (case.verdict == "good")


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course with a lesson, a test that draws one of two questions, and files that the lesson points at."""
    folder = tmp_path_factory.mktemp("course")
    listed = sorted({file for case in SIZES for file in case.files})
    links = "".join(f"[{file}]({file})\n" for file in listed)
    test = ":::: quiz {#test from=course draw=1}\n# A test\n::::\n"
    write(
        SOUND
        | {"content/01-files.md": HEADER + links, "content/03-test.md": HEADER + test}
        | dict.fromkeys((f"content/{file}" for file in listed), b""),
        folder,
    )
    return check(folder).course


def heavy(size: int) -> bytes:
    """What has about so many bytes once it is compressed, and not more."""
    chance, same = random.Random(7).randbytes(size), bytes(3 * LESSON_HTML)
    more = weight(chance + same) - size
    return chance[more + 50 :] + same


@pytest.mark.parametrize("case", WEIGHTS, ids=str)
def test_weight(case: Case, course: Course) -> None:
    told = [
        problem.code for path, size in case.files.items() for problem in over_budget(course, path, heavy(int(size)))
    ]
    assert told == ([case.code] if case.verdict == "bad" else [])


@pytest.mark.parametrize("case", SIZES, ids=str)
def test_size(case: Case, course: Course) -> None:
    told = [problem.code for problem in too_large(course, {path: bytes(int(n)) for path, n in case.files.items()})]
    assert told == ([case.code] if case.verdict == "bad" else [])

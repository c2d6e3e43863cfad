"""The report on learners' results: one file that holds all it needs, tells no names, and runs nothing."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from minicourse.analysis import analyse
from minicourse.build import check
from minicourse.render.analysis import MARK, analysis_report
from minicourse.render.head import hash_source
from tests.analysis.made import NOW, exported, question, sent, time, write_course

from .html_page import HtmlPage
from .test_html import errors

NAMES = [f"q{n:02}" for n in range(12)]
HOSTILE = '<img src=x onerror="alert(1)">&amp;\x1b[2J</style><script>alert(1)</script>'
MORE = """\
::: question {#heat objective=bake confidence=true}
How hot is the oven, in degrees?

[[240 ± 10]]

> That is why.
:::

::: question {#order objective=bake}
In which order?

1. Mix
2. Fold `<b>` & wait
3. Bake

> That is why.
:::

"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course and forty learners' files beside it; the keys of q03 and q04 are wrong, and some is hostile."""
    root = tmp_path_factory.mktemp("bread")
    keys = {"q03": 2, "q04": 2}
    listed = [question(name, right=keys.get(name, 1)) for name in NAMES]
    settings = "title: Bread <b>&amp; salt\nid: bread\nlanguage: ar\n"
    write_course(root / "course", *listed, MORE, question("rare"), settings=settings)
    chance = random.Random(5)
    for learner in range(40):
        good = 0.9 if learner % 2 else 0.3
        responses = {name: ["1"] if chance.random() < good else [chance.choice("23")] for name in NAMES}
        responses["heat"] = ["240"] if chance.random() < good else [HOSTILE]
        responses["order"] = ["1", "2", "3"] if chance.random() < good else ["2", "1", "3"]
        sent(root / "results", learner, responses, sure="3")
    (root / "results/ann-example.json").write_text("{", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def report(project: Path) -> bytes:
    result = check(project / "course")
    findings = analyse(result.course, sorted((project / "results").iterdir()), NOW)
    return analysis_report(result.course, result.project, findings)


@pytest.fixture(scope="module")
def page(report: bytes) -> HtmlPage:
    return HtmlPage.of("report.html", report)


def test_it_is_html(report: bytes, tmp_path: Path) -> None:
    (tmp_path / "report.html").write_bytes(report)
    found = errors([tmp_path / "report.html"])
    assert [error for error in found if " CSS: " not in error] == []  # it doesn't know layers and nesting yet


def test_it_asks_for_nothing_and_runs_nothing(page: HtmlPage) -> None:
    assert {element.tag for element, _ in page.addresses()} == {"a"}
    assert all(address.startswith("#") for _, address in page.addresses())
    assert not page.all("script")
    assert not page.all("link")
    assert not [element for element in page.elements if "style" in element.attributes]
    (style,) = [text for element, text in page.inline if element.tag == "style"]
    policy = f"default-src 'none'; style-src {hash_source(style)}; base-uri 'none'; form-action 'none'"
    assert page.meta("Content-Security-Policy") == policy
    assert not re.search(r"@import|url\((?!\"data:)", style)


def test_its_links_lead_somewhere(page: HtmlPage) -> None:
    assert len(page.ids) == len(set(page.ids))
    assert {address[1:] for _, address in page.addresses()} <= set(page.ids)


def test_what_others_wrote_is_text(page: HtmlPage, report: bytes) -> None:
    assert not page.all("img")
    assert "Bread <b>&amp; salt" in page.text
    assert "<IMG SRC=X ONERROR=" in page.text
    assert b"\x1b" not in report
    assert "�[2J" in page.text


def test_it_names_nobody(report: bytes) -> None:
    assert b"ann-example" not in report
    assert b"learner-0" not in report


def test_it_says_what_was_found(page: HtmlPage) -> None:
    text = " ".join(page.text.split())
    assert "40 learners, 14 questions with answers enough" in text
    assert "41 given; 1 refused: damaged, of another course, or of a newer version" in text
    assert text.count("Warning: perhaps-miskeyed") == 2
    assert "They take “Choice 1 of q03”: is that right, too, or instead?" in text
    assert "Fewer than 20 answers, so nothing is said: rare (0)." in text
    assert "who were certain" in text


def test_the_chart_shows_each_question_once_and_its_numbers_stand_in_the_table_too(page: HtmlPage) -> None:
    (chart,) = page.all("svg", role="img")
    assert "table below" in chart.get("aria-label")
    assert len(page.all("circle")) + len(page.all("path", **{"class": "flagged"})) == 14 + 2  # two in the key
    assert len(page.all("section", **{"class": "item"})) == 14


def test_the_course_s_own_texts_are_marked_as_such(page: HtmlPage) -> None:
    assert page.all("html", lang="en")
    assert page.all("span", lang="ar", dir="rtl")


def test_the_same_files_make_the_same_bytes(project: Path, report: bytes) -> None:
    result = check(project / "course")
    files = sorted((project / "results").iterdir(), reverse=True)
    assert analysis_report(result.course, result.project, analyse(result.course, files, NOW)) == report


def test_without_answers_enough_it_says_so(project: Path, tmp_path: Path) -> None:
    result = check(project / "course")
    (tmp_path / "one.json").write_text(
        exported({"q00": {"answers": [{"at": time(1), "response": ["1"], "correct": True}]}}), encoding="utf-8"
    )
    data = analysis_report(result.course, result.project, analyse(result.course, [tmp_path / "one.json"], NOW))
    assert "No question has 20 answers yet." in HtmlPage.of("report.html", data).text
    assert data.endswith(MARK)

"""`minicourse build --accessibility-report`: what is promised, for the kinds that a course uses, and what was found."""

from __future__ import annotations

from pathlib import Path

import pytest

from minicourse.build import rendered
from minicourse.model.questions import KINDS
from minicourse.render.contract import CONTRACTS, NAMES
from minicourse.render.site import SiteSettings

from .html_page import HtmlPage

COURSE = """\
---
title: Doors
objectives:
  open-door: Open a door
---

#### Too deep

![](door.svg)

![A door](door.svg)

::: question {#which objective=open-door}
Which?

- [x] This
  > Yes.
- [ ] That
  > No.

> Because.
:::
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("doors")
    (root / "content").mkdir()
    (root / "content/course.yml").write_text("title: Doors\n")
    (root / "content/door.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>')
    (root / "content/01-doors.md").write_text(COURSE.replace("![](door.svg)", '<img src="door.svg" alt="">'))
    return root


def test_each_kind_has_a_contract_and_a_name() -> None:
    assert CONTRACTS.keys() == NAMES.keys() == {kind.kind for kind in KINDS}


def test_is_made_only_when_it_is_asked_for(project: Path) -> None:
    _, files = rendered(project)
    assert "accessibility/index.html" not in files
    assert b"accessibility/index.html" not in files["index.html"]


def test_says_what_the_course_has_and_what_was_found(project: Path) -> None:
    result, files = rendered(project, SiteSettings(accessibility_report=True))
    assert "heading-skipped" in {problem.code for problem in result.problems}
    page = HtmlPage.of("accessibility/index.html", files["accessibility/index.html"])
    text = " ".join(page.text.split())
    assert "Pictures with a text alternative: 1 of 1, and 1 that mean nothing and say so." in text
    assert "One right choice (1)" in text
    assert "Several right choices" not in text
    assert "content/01-doors.md:7: " in text
    assert "2.5.7 Dragging Movements" in text
    assert b'href="accessibility/index.html"' in files["index.html"]

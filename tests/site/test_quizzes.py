"""Quizzes that draw from what other lessons ask: the same questions on another page."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from minicourse.build import one_file

from .html_page import HtmlPage, pages

QUESTION = """\
::: question {{#{name} objective={objective}}}
Which of {name}?

- [x] This, as [above](#{section})
  > Yes [@smith2020].
- [ ] That
  > No.

> Because [@smith2020].
:::
"""

LESSON = """\
---
title: {title}
objectives:
  {objective}: Choose {title}
---

## Section {title}

Somebody found it [@jones2019], and somebody else [@smith2020].

{question}
"""


def lesson(name: str) -> str:
    asked = QUESTION.format(name=name, objective=f"know-{name}", section=f"section-{name}")
    return LESSON.format(title=name.capitalize(), objective=f"know-{name}", question=asked)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two lessons in a unit and one outside; the second asks all over the course, the third in its unit."""
    root = tmp_path_factory.mktemp("quizzes")
    content = root / "content"
    (content / "02-unit").mkdir(parents=True)
    (content / "course.yml").write_text("title: Quizzes\n")
    entry = "@book{{{key}, title={{A book}}, author={{Smith, A.}}, year={{2020}}}}\n"
    (content / "references.bib").write_text(entry.format(key="smith2020") + entry.format(key="jones2019"))
    (content / "01-alpha.md").write_text(lesson("alpha"))
    all_over = ":::: quiz {#everything from=course draw=2}\n::::\n"
    (content / "02-unit/01-beta.md").write_text(lesson("beta") + "\n" + all_over)
    own = QUESTION.format(name="delta", objective="know-gamma", section="section-gamma")
    in_unit = f":::: quiz {{#unit-test from=unit draw=2 pass=50}}\n# Unit test\n\n{own}\n::::\n"
    (content / "02-unit/02-gamma.md").write_text(lesson("gamma") + "\n" + in_unit)
    return root


@pytest.fixture(scope="module")
def site(project: Path) -> Mapping[str, HtmlPage]:
    """Its pages."""
    return pages(project)


def names(page: HtmlPage, quiz: str) -> list[str]:
    """The questions in the bank of a quiz: its own bear their names as ids, others the quiz's before them."""
    forms = [form.get("id") for form in page.all("form")]
    return [name.removeprefix(f"{quiz}--") for name in forms if name.startswith(f"{quiz}--")]


def test_a_bank_is_the_course_or_the_unit(site: Mapping[str, HtmlPage]) -> None:
    assert names(site["unit/beta/index.html"], "everything") == ["alpha", "beta", "gamma", "delta"]
    assert names(site["unit/gamma/index.html"], "unit-test") == ["beta", "gamma"]


def test_a_question_that_stands_on_a_page_twice_has_two_ids(site: Mapping[str, HtmlPage]) -> None:
    for path, page in site.items():
        ids = [element.get("id") for element in page.elements if element.get("id")]
        assert len(ids) == len(set(ids)), path


def test_links_in_it_lead_to_the_page_that_it_comes_from(site: Mapping[str, HtmlPage]) -> None:
    page = site["unit/beta/index.html"]
    targets = {page.target(link.get("href")) for link in page.all("a") if "alpha" in link.get("href")}
    assert ("alpha/index.html", "section-alpha") in targets
    assert ("alpha/index.html", "ref-smith2020") in targets


def test_each_question_says_where_it_was_taught(site: Mapping[str, HtmlPage]) -> None:
    page = site["unit/gamma/index.html"]
    taught = [page.target(link.get("href")) for link in page.all("a") if link.get("href").endswith("#section-beta")]
    assert ("unit/beta/index.html", "section-beta") in taught


def test_on_paper_the_questions_of_others_are_not_repeated(site: Mapping[str, HtmlPage]) -> None:
    text = site["print/index.html"].text
    assert text.count("Which of alpha?") == 1
    assert "2 questions, drawn from 4" in text


def test_in_one_file_they_are_there_once_more(project: Path) -> None:
    """To be answered, each with an id of its own, its links leading to where they lead in its lesson."""
    page = HtmlPage.of("course.html", one_file(project)[1])
    assert names(page, "unit--beta--everything") == ["alpha", "beta", "gamma", "delta"]
    assert names(page, "unit--gamma--unit-test") == ["beta", "gamma"]
    assert len(page.ids) == len(set(page.ids))
    links = {link.get("href") for link in page.all("a")}
    assert {"#alpha--section-alpha", "#alpha--ref-smith2020", "#unit--beta--section-beta"} <= links
    assert [link for link in links if link.startswith("#") and link[1:] not in page.ids] == []

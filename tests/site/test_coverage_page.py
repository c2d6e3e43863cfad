"""The coverage page: what it says, where it leads, and that nobody meets it who hasn't asked for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from minicourse.build import rendered
from minicourse.render.site import SiteSettings

from .html_page import BASE, ROOT, HtmlPage

PAGE = "coverage/index.html"
COURSE = {
    "course.yml": "title: Doors\nlanguage: en\n",
    "01-doors.md": """\
---
title: Doors & windows
objectives:
  open-door: Explain how a door opens
  close-door: Close a door
---

::: question {#which objective=open-door points=2}
Which?

- [x] This
  > Yes.
- [ ] That
  > No.

> Because.
:::

::: question {#habit kind=survey}
Which do you use?

- [ ] Doors
- [ ] Windows
:::
""",
    "02-again.md": """\
---
title: Doors again
objectives:
  open-door: Explain how a door opens
---

::: question {#stuck objective=open-door kind=open}
What if it sticks?

> One lifts it.
:::

:::: quiz {#test pass=50}
# Test

::: question {#opens objective=open-door}
Why?

- [x] This
  > Yes.
- [ ] That
  > No.

> Because.
:::

::: question {#knock objective=knock}
Why?

- [x] This
  > Yes.
- [ ] That
  > No.

> Because.
:::
::::
""",
    "03-test.md": """\
---
title: A test
objectives:
  knock: Knock <twice>
---

:::: quiz {#more pass=50}
# More

::: question {#knocks objective=knock}
Why?

- [x] This
  > Yes.
- [ ] That
  > No.

> Because.
:::
::::
""",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("doors")
    (root / "content").mkdir()
    for name, text in COURSE.items():
        (root / "content" / name).write_text(text, encoding="utf-8")
    return root


def text_of(page: HtmlPage) -> str:
    """The text of a page, with single spaces."""
    return " ".join(page.text.split())


def test_it_is_made_only_when_it_is_asked_for(project: Path) -> None:
    _, files = rendered(project, SiteSettings(BASE))
    assert PAGE not in files
    assert not [path for path, data in files.items() if b"coverage" in path.encode() + data and path.endswith(".html")]
    assert not [path for path in files if path.startswith("assets/coverage")]


def test_the_preview_has_it_and_links_to_it_from_every_page(project: Path) -> None:
    _, files = rendered(project, SiteSettings(BASE, preview=True))
    assert PAGE in files
    assert b'href="coverage/index.html"' in files["index.html"]
    assert b'href="../coverage/index.html"' in files["doors/index.html"]


def test_it_tells_what_is_taught_practised_and_tested(project: Path) -> None:
    _, files = rendered(project, SiteSettings(coverage=True))
    page = HtmlPage.of(PAGE, files[PAGE])
    text = text_of(page)
    assert "3 objectives in 3 lessons, about 6 minutes" in text
    assert "Doors & windows 2 minutes, 2 questions" in text
    assert "Explain how a door opens open-door understand 2 which stuck 1 opens 3 Doors again" in text
    assert "Close a door close-door not known none none 0" in text
    assert "Promised by a test only, taught by no lesson Knock <twice> knock" in text
    assert "Questions that ask for no objective habit" in text
    assert "%" not in text, "counted, and not judged"


def test_it_is_a_table_with_headers_in_a_region_of_its_own(project: Path) -> None:
    _, files = rendered(project, SiteSettings(coverage=True))
    page = HtmlPage.of(PAGE, files[PAGE])
    (region,) = page.all("div", role="region")
    assert region.get("tabindex") == "0"
    assert page.all("caption", id=region.get("aria-labelledby"))
    assert len(page.all("th", scope="col")) == 6
    assert [len(page.all("th", scope=scope)) for scope in ("rowgroup", "row")] == [2, 3]
    assert all(heading.get("colspan") == "6" for heading in page.all("th", scope="rowgroup"))
    assert page.all("div", lang="en", dir="ltr"), "it is in English, whatever the course is in"


def test_a_column_that_would_be_empty_is_left_out(project: Path, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    for name in ("course.yml", "01-doors.md"):
        (tmp_path / "content" / name).write_text(COURSE[name], encoding="utf-8")
    _, files = rendered(tmp_path, SiteSettings(coverage=True))
    assert len(HtmlPage.of(PAGE, files[PAGE]).all("th", scope="col")) == 5


def test_each_link_leads_to_a_lesson_or_a_question() -> None:
    _, files = rendered(ROOT, SiteSettings(coverage=True))
    page = HtmlPage.of(PAGE, files[PAGE])
    links = [element.get("href") for element in page.all("a")]
    questions = [link for link in links if "#" in link and not link.startswith("#")]
    assert len(questions) > 50
    for link in questions:
        path, anchor = page.target(link)
        assert anchor in HtmlPage.of(path, files[path]).ids, link


def test_search_engines_and_the_search_know_nothing_of_it(project: Path) -> None:
    _, files = rendered(project, SiteSettings(BASE, coverage=True))
    assert HtmlPage.of(PAGE, files[PAGE]).meta("robots") == "noindex"
    assert b"coverage" not in files["sitemap.xml"] + files["llms.txt"]
    (index,) = [data for path, data in files.items() if path.startswith("assets/search-index")]
    assert b"coverage" not in index.lower()


def test_a_course_without_objectives_says_so(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/course.yml").write_text("title: Doors\n", encoding="utf-8")
    (tmp_path / "content/01-doors.md").write_text("---\ntitle: Doors\n---\n\nA text.\n", encoding="utf-8")
    _, files = rendered(tmp_path, SiteSettings(coverage=True))
    page = HtmlPage.of(PAGE, files[PAGE])
    assert "No lesson names an objective yet." in text_of(page)
    assert not page.all("table")

"""Languages on the page: scripts and templates write numbers alike, and each script is set as its readers expect."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from minicourse.render.assets import QUESTION_SCRIPTS, QUIZ, SITE_SCRIPTS
from minicourse.render.theme import Theme, builtin_templates
from minicourse.render.words import Words
from tests.render.test_locale import LANGUAGES

from .conftest import Contexts, built
from .looks import OVERFLOW, PHONE
from .server import served

REGIONS = ["es-MX", "pt-BR", "pt-PT", "zh-Hans", "ar-EG", "ar-MA", "fr-CA", "en-GB", "en-IN"]
"""Which write numbers in another way than their language does, or find its words under another name."""

WITHOUT_WORDS = ["fa", "ko", "xx"]
"""Languages that the theme speaks English in, and one that nobody knows."""

NUMBERS = [*range(25), 100, 101, 102, 111, 121, 1000, 1234, 10_000, 12_345, 1_000_000, 0.5, 33.3]

LESSON = """---
title: Trees
---

Trees grow.

::: question {#choose}
Which of these grow?

- [x] Trees
  > They do.
- [ ] Stones
  > They lie.
:::

:::: quiz {#test}

::: question {#again}
Which of these lie?

- [ ] Trees
  > They grow.
- [x] Stones
  > They do.
:::
::::
"""

COUNTED = ("tries_left", "unanswered", "progress")

ASK = """([numbers, names]) =>
  numbers.map((n) => names.map((name) => minicourse.say(name, { n, total: n })))"""


def course(folder: Path, language: str, lesson: str, title: str = "Trees") -> None:
    """A course with one lesson, in a language."""
    (folder / "content").mkdir()
    (folder / "content/course.yml").write_text(f"title: {title}\nlanguage: {language}\n", encoding="utf-8")
    (folder / "content/01-trees.md").write_text(lesson, encoding="utf-8")


@pytest.mark.parametrize("language", ["en", *LANGUAGES, *REGIONS, *WITHOUT_WORDS])
def test_scripts_and_pages_write_alike(language: str, tmp_path: Path, new_context: Contexts) -> None:
    course(tmp_path, language, LESSON)
    with served(built(tmp_path, tmp_path / "site")) as address:
        page = new_context(address).new_page()
        page.goto(address + "trees/")
        said: list[list[str]] = page.evaluate(ASK, [NUMBERS, COUNTED])

    words = Theme((builtin_templates(),), language).words
    words = Words(words.for_scripts([*SITE_SCRIPTS, *QUESTION_SCRIPTS, *QUIZ.scripts]), words.language)
    for n, texts in zip(NUMBERS, said, strict=True):
        assert texts == [words(name, n=n, total=n) for name in COUNTED]


COMPOUND = "Rechtsschutzversicherungsgesellschaftsangestelltenverband"


@pytest.mark.parametrize("path", ["", "trees/", "print/"])
def test_no_word_is_wider_than_a_phone(path: str, tmp_path: Path, new_context: Contexts) -> None:
    lesson = LESSON.replace("Trees", COMPOUND)
    course(tmp_path, "de", lesson, title=COMPOUND)
    with served(built(tmp_path, tmp_path / "site")) as address:
        page = new_context(address, viewport=PHONE).new_page()
        page.goto(address + path)
        assert page.evaluate(OVERFLOW) is False
        for button in page.locator(".tool:visible").all():
            assert button.evaluate("(button) => button.scrollWidth <= button.clientWidth")


class TestArabic:
    @pytest.fixture
    def page(self, new_context: Contexts, arabic: str) -> Page:
        page = new_context(arabic).new_page()
        page.goto(arabic + "capitals/")
        return page

    def test_emphasis_is_not_slanted(self, page: Page) -> None:
        """Arabic has no italic; what a browser slants by itself is hard to read."""
        emphasis = page.locator("main em").first
        expect(emphasis).to_have_css("font-synthesis-style", "none")
        expect(emphasis).to_have_css("font-weight", "700")

    def test_letters_that_join_are_not_pushed_together(self, page: Page) -> None:
        expect(page.locator("h1")).to_have_css("letter-spacing", re.compile("normal|0px"))

    def test_code_runs_from_left_to_right(self, page: Page) -> None:
        """So that its full stop stands at its end, on the right."""
        code = page.locator("main code").first
        expect(code).to_have_css("direction", "ltr")
        expect(code).to_have_css("unicode-bidi", "isolate")

    def test_the_theme_speaks_arabic(self, page: Page) -> None:
        expect(page.locator(".facts")).to_contain_text("سؤال واحد")
        page.locator(".choice label").first.click()
        page.get_by_role("button", name="التحقق").click()
        expect(page.locator("#capital output")).to_have_text(re.compile("صحيح|ليس بعد"))

    def test_a_decision_on_paper_points_where_reading_goes(self, page: Page, arabic: str) -> None:
        page.goto(arabic + "print/")
        expect(page.locator(".decisions a").first).to_have_text("انتظر القطار ← 2")

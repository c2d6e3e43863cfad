"""The same texts are filled when a page is built and by its scripts: in every language the two write alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from minicourse.render.theme import QUESTION_SCRIPTS, QUIZ_SCRIPT, SITE_SCRIPTS, Theme, builtin_templates
from minicourse.render.words import Words
from tests.render.test_locale import LANGUAGES

from .conftest import Contexts, built
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

ASK = """([numbers, names, lists]) => ({
  numbers: numbers.map((n) => names.map((name) => minicourse.say(name, { n, total: n }))),
  lists: lists.map((choices) => minicourse.say("said_choice", { choices })),
})"""


@pytest.mark.parametrize("language", ["en", *LANGUAGES, *REGIONS, *WITHOUT_WORDS])
def test_scripts_and_pages_write_alike(language: str, tmp_path: Path, new_context: Contexts) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "course.yml").write_text(f"title: Trees\nlanguage: {language}\n", encoding="utf-8")
    (content / "01-trees.md").write_text(LESSON, encoding="utf-8")
    lists = [["A"], ["A", "B"], ["A", "B", "C"]]

    with served(built(tmp_path, tmp_path / "site")) as address:
        page = new_context(address).new_page()
        page.goto(address + "trees/")
        said: dict[str, Any] = page.evaluate(ASK, [NUMBERS, COUNTED, lists])

    words = Theme((builtin_templates(),), language).words
    words = Words(words.for_scripts([*SITE_SCRIPTS, *QUESTION_SCRIPTS, QUIZ_SCRIPT]), words.language)
    for n, texts in zip(NUMBERS, said["numbers"], strict=True):
        assert texts == [words(name, n=n, total=n) for name in COUNTED]
    assert said["lists"] == [words("said_choice", choices=choices) for choices in lists]

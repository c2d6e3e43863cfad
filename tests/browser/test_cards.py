"""A lesson as cards: one idea a screen, of the same page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from .axe import violations
from .conftest import Contexts, built
from .looks import LOOKS, OVERFLOW, PHONE, SMALL_TARGETS
from .question import Question
from .server import served

LESSON = """---
title: Bread
summary: Flour, water, time.
objectives:
  make-dough: Make a dough.
---

Bread has few parts.

## Flour

It comes from [grain](#water).

::: question {#what objective=make-dough}
What is flour made of?

- [x] Grain
  > Yes.
- [ ] Chalk
  > No.
:::

After the question, some words about it.

## Water

It binds.[^1]

[^1]: Not oil.

:::: quiz {#test pass=50}
# The test

::: question {#one}
Is bread baked?

- [x] Yes
  > It is.
- [ ] No
  > It is.
:::
::::
"""


@pytest.fixture(scope="module")
def bread(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A course whose author wants cards, and of one lesson a page."""
    project = tmp_path_factory.mktemp("bread")
    content = project / "content"
    content.mkdir()
    (content / "course.yml").write_text("title: Bread\npresentation: cards\n", encoding="utf-8")
    (content / "01-bread.md").write_text(LESSON, encoding="utf-8")
    text = "---\ntitle: Salt\npresentation: page\n---\n\n## One\n\nText.\n\n## Two\n\nText.\n"
    (content / "02-salt.md").write_text(text, encoding="utf-8")
    with served(built(project, Path(project) / "site")) as address:
        yield address


@pytest.fixture
def cards(new_context: Contexts, bread: str) -> Page:
    page = new_context(bread, viewport={"width": 390, "height": 700}, has_touch=True).new_page()
    page.goto(bread + "bread/")
    expect(page.locator(".card-place")).to_have_text("1 of 7")
    return page


def on(page: Page) -> None:
    page.get_by_role("navigation", name="Cards").get_by_role("button", name="Next").click()


def at(page: Page, place: str) -> None:
    expect(page.locator(".card-place")).to_have_text(place)


def visible(page: Page, text: str) -> bool:
    return bool(
        page.get_by_text(text, exact=True).first.evaluate(
            "(element) => element.checkVisibility({ contentVisibilityAuto: true }) && !element.closest('[data-off]')"
        )
    )


class TestOneIdeaAScreen:
    def test_in_the_order_of_the_page(self, cards: Page) -> None:
        shown = ["Bread has few parts.", "Flour", "What is flour made of?", "After the question, some words about it."]
        shown += ["Water", "The test", "That is the end of this lesson."]
        for place, text in enumerate(shown, 1):
            at(cards, f"{place} of 7")
            assert [other for other in shown if visible(cards, other)] == [text]
            if place < len(shown):
                on(cards)
        expect(cards.get_by_role("navigation", name="Cards").get_by_role("button", name="Next")).to_be_hidden()

    def test_each_has_an_address_and_the_back_button_goes_a_card_back(self, cards: Page) -> None:
        on(cards)
        assert cards.url.endswith("#flour")
        on(cards)
        assert cards.url.endswith("#what")
        cards.go_back()
        at(cards, "2 of 7")
        cards.go_back()
        at(cards, "1 of 7")
        cards.go_forward()
        at(cards, "2 of 7")
        cards.reload()
        at(cards, "2 of 7")

    def test_an_address_within_a_card_opens_it(self, cards: Page, bread: str) -> None:
        cards.goto(bread + "bread/#one")
        at(cards, "6 of 7")
        on_page = cards.get_by_role("main").get_by_role("link", name="grain")
        cards.goto(bread + "bread/#flour")
        at(cards, "2 of 7")
        on_page.click()
        at(cards, "5 of 7")

    def test_an_address_that_is_none_breaks_nothing(self, cards: Page, bread: str) -> None:
        cards.goto("about:blank")
        cards.goto(bread + "bread/#100%")
        at(cards, "1 of 7")
        cards.evaluate("location.hash = '#%zz'")
        on(cards)
        at(cards, "2 of 7")
        expect(cards.locator("html")).to_have_class("js")

    def test_the_table_of_contents_says_where_one_is(self, new_context: Contexts, bread: str) -> None:
        page = new_context(bread, viewport={"width": 1500, "height": 900}).new_page()
        page.goto(bread + "bread/")
        current = page.locator(".toc [aria-current]")
        for place, section in enumerate(("Flour", "Flour", "Flour", "Flour", "Water"), 1):
            at(page, f"{place} of 7")
            expect(current).to_have_text(section)
            on(page)
        page.go_back()
        page.go_back()
        expect(current).to_have_text("Flour")

    def test_the_skip_link_leads_to_the_card_on_view(self, cards: Page) -> None:
        on(cards)
        on(cards)
        cards.locator(".skip").focus()
        cards.keyboard.press("Enter")
        at(cards, "3 of 7")
        expect(cards.locator(":focus")).to_have_text("What is flour made of?")

    def test_focus_goes_to_what_is_new(self, cards: Page) -> None:
        on(cards)
        expect(cards.get_by_role("heading", name="Flour")).to_be_focused()
        on(cards)
        assert cards.evaluate("document.activeElement.textContent").strip() == "What is flour made of?"

    def test_questions_work_and_are_remembered(self, cards: Page) -> None:
        on(cards)
        on(cards)
        Question(cards, "what").answer("Grain")
        Question(cards, "what").says("Correct.")
        cards.reload()
        at(cards, "3 of 7")
        Question(cards, "what").shows_feedback_of("Grain")


class TestHands:
    def test_arrow_keys_turn_cards_but_not_in_a_question(self, cards: Page) -> None:
        cards.keyboard.press("ArrowRight")
        at(cards, "2 of 7")
        cards.keyboard.press("ArrowLeft")
        at(cards, "1 of 7")
        for _ in range(2):
            cards.keyboard.press("ArrowRight")
        cards.get_by_role("radio", name="Chalk").focus()
        cards.keyboard.press("ArrowRight")
        at(cards, "3 of 7")

    def test_arrow_keys_follow_the_direction_of_reading(self, cards: Page) -> None:
        cards.evaluate("document.documentElement.dir = 'rtl'")
        cards.keyboard.press("ArrowLeft")
        at(cards, "2 of 7")

    def test_a_swipe_turns_a_card_and_a_scroll_does_not(self, cards: Page) -> None:
        swipe = """([x, y]) => {
          const main = document.querySelector("main");
          const event = (type, clientX, clientY) => main.dispatchEvent(
            new PointerEvent(type, { pointerType: "touch", isPrimary: true, bubbles: true, clientX, clientY }));
          event("pointerdown", 300, 300);
          event("pointerup", 300 + x, 300 + y);
        }"""
        cards.evaluate(swipe, [-150, 10])
        at(cards, "2 of 7")
        cards.evaluate(swipe, [-20, 200])
        cards.evaluate(swipe, [-80, 100])
        at(cards, "2 of 7")
        cards.evaluate(swipe, [150, 0])
        at(cards, "1 of 7")


class TestChoice:
    def test_a_lesson_may_say_otherwise(self, cards: Page, bread: str) -> None:
        cards.goto(bread + "salt/")
        expect(cards.get_by_role("heading", name="Two")).to_be_visible()
        expect(cards.locator(".card-bar")).to_have_count(0)

    def test_the_learner_decides(self, cards: Page, bread: str) -> None:
        cards.get_by_role("button", name="How you read").click()
        cards.get_by_role("radio", name="One page").check(force=True)
        expect(cards.locator(".card-bar")).to_have_count(0)
        assert visible(cards, "Water")
        cards.reload()
        expect(cards.get_by_role("heading", name="Water")).to_be_visible()
        cards.get_by_role("button", name="How you read").click()
        cards.get_by_role("radio", name="Cards").check(force=True)
        at(cards, "1 of 7")
        cards.goto(bread + "salt/")
        at(cards, "1 of 4")

    def test_without_a_script_it_is_a_page(self, new_context: Contexts, bread: str) -> None:
        page = new_context(bread, java_script_enabled=False).new_page()
        page.goto(bread + "bread/")
        for name in ("Flour", "Water"):
            expect(page.get_by_role("heading", name=name)).to_be_visible()

    def test_where_the_script_for_it_does_not_come_it_is_a_page(self, browser: Browser, bread: str) -> None:
        context = browser.new_context()
        context.route("**/cards.*.js", lambda route: route.abort())
        page = context.new_page()
        page.goto(bread + "bread/")
        for name in ("Flour", "Water"):
            expect(page.get_by_role("heading", name=name)).to_be_visible()
        page.goto(bread + "salt/")
        page.get_by_role("button", name="How you read").click()
        page.get_by_role("radio", name="Cards").check(force=True)
        page.wait_for_function("document.documentElement.dataset.view === ''")
        expect(page.get_by_role("button", name="Mark complete")).to_be_visible()
        context.close()

    def test_paper_shows_all(self, cards: Page) -> None:
        cards.emulate_media(media="print")
        shown: Any = cards.evaluate(
            "[...document.querySelectorAll('main h2')].filter((h) => h.getBoundingClientRect().height > 5).length"
        )
        assert shown >= 3
        expect(cards.locator(".card-bar")).to_be_hidden()

    def test_what_is_found_is_shown(self, cards: Page) -> None:
        """The browser tells before it shows a match in what is hidden."""
        cards.locator("h2#water").evaluate(
            "(heading) => heading.dispatchEvent(new Event('beforematch', { bubbles: true }))"
        )
        at(cards, "5 of 7")


SCENARIO = """---
title: Dough
---

Begin.

:::: scenario {#dough}
# It has not risen

What do you do?

- [Wait](#wait)
- [Bake](#bake)

# Wait

Good.

# Bake

A flat loaf.
::::
"""


def test_focus_goes_to_the_scene_on_view_and_a_closed_lesson_has_no_cards(
    new_context: Contexts, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "course.yml").write_text("title: Bread\npresentation: cards\nunlock: sequential\n", encoding="utf-8")
    (content / "01-dough.md").write_text(SCENARIO, encoding="utf-8")
    (content / "02-salt.md").write_text("---\ntitle: Salt\n---\n\n## One\n\nText.\n", encoding="utf-8")
    with served(built(tmp_path, tmp_path / "site")) as site:
        page = new_context(site).new_page()
        page.goto(site + "dough/")
        on(page)
        page.get_by_role("link", name="Wait").click()
        page.get_by_role("button", name="Back").click()
        on(page)
        expect(page.locator(":focus")).to_contain_text("Wait")
        other = page.context.new_page()
        other.goto(site + "salt/#one")
        expect(other.locator(".lock")).to_be_visible()
        expect(other.get_by_role("heading", name="Salt")).to_be_visible()
        other.keyboard.press("ArrowRight")
        assert other.url.endswith("#one")
        page.get_by_role("navigation", name="Cards").get_by_role("button", name="Next").click()
        page.get_by_role("button", name="Mark complete").click()
        at(other, "2 of 3")
        expect(other.get_by_role("heading", name="One")).to_be_visible()


class TestLooks:
    def test_nothing_jumps(self, new_context: Contexts, bread: str) -> None:
        context = new_context(bread, viewport={"width": 390, "height": 700})
        context.add_init_script(
            "window.shifts = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) "
            "if (!entry.hadRecentInput) shifts += entry.value; }).observe({ type: 'layout-shift', buffered: true });"
        )
        page = context.new_page()
        page.goto(bread + "bread/")
        at(page, "1 of 7")
        page.wait_for_timeout(300)
        assert page.evaluate("shifts") < 0.01

    def test_right_on_each_card(self, new_context: Contexts, bread: str) -> None:
        page = new_context(bread, bypass_csp=True, viewport=PHONE).new_page()
        page.goto(bread + "bread/")
        for place in range(1, 8):
            at(page, f"{place} of 7")
            for scheme, direction in LOOKS:
                page.emulate_media(color_scheme=scheme)
                page.evaluate("(direction) => { document.documentElement.dir = direction; }", direction)
                assert violations(page) == [], (place, scheme)
                assert page.evaluate(OVERFLOW) is False, (place, direction)
                assert page.evaluate(SMALL_TARGETS) == [], place
            page.evaluate("document.documentElement.dir = 'ltr'")
            if place < 7:
                on(page)

"""WCAG 2.2 AA, and what no checker sees: small screens, zoom, forced colours, motion, right to left, the keyboard."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from .axe import violations
from .conftest import Contexts
from .looks import OVERFLOW, PHONE, SMALL_TARGETS, ZOOMED
from .question import Question

LESSONS = ("key-roles/", "impact-on-achievement/", "supporting-teachers/", "collaborative-culture/")
PAGES = ("", *LESSONS, "glossary/", "references/", "print/", "404.html")
SCHEMES = ("light", "dark")
QUESTIONS = "main > form.question[data-key]"


def unfold_all(page: Page) -> None:
    """Show a page at its fullest: every hint taken, every question answered wrongly and its answer shown."""
    for form in page.locator(QUESTIONS).all():
        question = Question(page, form.get_attribute("data-name") or "")
        for hint in form.locator("> .hint").all():
            question.unfold(hint)
        question.give(question.wrong)
        question.check()
        if question.key:
            question.show_the_answer()


class TestAxe:
    @pytest.mark.parametrize("scheme", SCHEMES)
    @pytest.mark.parametrize("path", PAGES)
    def test_finds_nothing_on_a_page(self, new_context: Contexts, shipped: str, path: str, scheme: str) -> None:
        page = new_context(shipped, bypass_csp=True, color_scheme=scheme).new_page()
        page.goto(shipped + path)
        assert violations(page) == []

    @pytest.mark.parametrize("scheme", SCHEMES)
    @pytest.mark.parametrize("path", LESSONS)
    def test_finds_nothing_after_answering(self, new_context: Contexts, shipped: str, path: str, scheme: str) -> None:
        page = new_context(shipped, bypass_csp=True, color_scheme=scheme).new_page()
        page.goto(shipped + path)
        unfold_all(page)
        assert violations(page) == []

    @pytest.mark.parametrize("scheme", SCHEMES)
    def test_finds_nothing_in_questions_of_every_kind(self, new_context: Contexts, small: str, scheme: str) -> None:
        page = new_context(small, bypass_csp=True, color_scheme=scheme).new_page()
        page.goto(small + "capitals/")
        Question(page, "capital").press("Check")
        Question(page, "swiss-towns").answer("Bern", "Vienna")
        Question(page, "one-try").answer("Amsterdam")
        Question(page, "three-tries").press("Check")
        assert violations(page) == []

    def test_finds_nothing_on_a_phone_with_the_lessons_open(self, new_context: Contexts, shipped: str) -> None:
        page = new_context(shipped, bypass_csp=True, viewport=PHONE).new_page()
        page.goto(shipped + LESSONS[0])
        page.get_by_role("button", name="Lessons").click()
        assert violations(page) == []

    def test_finds_nothing_from_right_to_left(self, new_context: Contexts, arabic: str) -> None:
        page = new_context(arabic, bypass_csp=True).new_page()
        page.goto(arabic + "capitals/")
        unfold_all(page)
        assert violations(page) == []

    def test_would_find_something(self, new_context: Contexts, small: str) -> None:
        """The checker is there and awake."""
        page = new_context(small, bypass_csp=True).new_page()
        page.goto(small)
        page.evaluate("document.querySelector('main').append(Object.assign(new Image(), { src: 'data:,' }))")
        assert any(found.startswith("image-alt") for found in violations(page))


class TestSmallScreens:
    @pytest.mark.parametrize("path", PAGES)
    def test_no_page_scrolls_sideways(self, new_context: Contexts, shipped: str, path: str) -> None:
        page = new_context(shipped, viewport=PHONE).new_page()
        page.goto(shipped + path)
        assert page.evaluate(OVERFLOW) is False
        page.set_viewport_size(ZOOMED)
        assert page.evaluate(OVERFLOW) is False

    def test_no_answered_question_does(self, new_context: Contexts, shipped: str) -> None:
        page = new_context(shipped, viewport=PHONE).new_page()
        page.goto(shipped + LESSONS[0])
        unfold_all(page)
        assert page.evaluate(OVERFLOW) is False

    def test_zoomed_in_the_bar_leaves_room_to_read(self, new_context: Contexts, shipped: str) -> None:
        """What sticks to the top must not cover a window that shows only a few lines."""
        page = new_context(shipped, viewport=ZOOMED).new_page()
        page.goto(shipped + LESSONS[0])
        page.evaluate("scrollTo(0, 1000)")
        covered = page.evaluate(
            """() => Math.max(0, ...[...document.querySelectorAll("body *")]
              .filter((element) => ["sticky", "fixed"].includes(getComputedStyle(element).position)
                && element.checkVisibility() && element.getClientRects().length)
              .map((element) => element.getBoundingClientRect())
              .filter(({ bottom, width }) => bottom > 0 && width > 160)
              .map(({ bottom }) => bottom))"""
        )
        assert covered <= ZOOMED["height"] / 3


class TestForcedColours:
    """Where the system sets all colours, states are told by words."""

    def test_every_verdict_has_its_word(self, page: Page, small: str) -> None:
        page.emulate_media(forced_colors="active")
        page.goto(small + "capitals/")
        capital, towns, once = (Question(page, name) for name in ("capital", "swiss-towns", "one-try"))
        capital.answer("Lyon")
        towns.answer("Bern", "Basel")
        once.answer("Amsterdam")
        expect(capital.feedback("Lyon").get_by_text("Not yet", exact=True)).to_be_visible()
        expect(towns.feedback("Bern").get_by_text("Correct", exact=True)).to_be_visible()
        expect(once.feedback("Amsterdam").get_by_text("Not this one", exact=True)).to_be_visible()
        expect(once.feedback("The Hague").get_by_text("The answer", exact=True)).to_be_visible()

    def test_what_is_chosen_is_drawn_by_the_system(self, page: Page, small: str) -> None:
        page.emulate_media(forced_colors="active")
        page.goto(small + "capitals/")
        for name, choice in (("capital", "Lyon"), ("swiss-towns", "Bern")):
            control = Question(page, name).control(choice)
            assert control.evaluate("(input) => getComputedStyle(input).appearance") == "auto"
            assert control.evaluate("(input) => getComputedStyle(input).opacity") == "1"
            expect(control).to_be_visible()

    def test_a_completed_lesson_says_so(self, page: Page, small: str) -> None:
        page.emulate_media(forced_colors="active")
        page.goto(small + "capitals/")
        page.get_by_role("button", name="Mark complete").click()
        page.goto(small)
        expect(page.get_by_role("main").get_by_text("complete", exact=True)).to_be_visible()


class TestMotion:
    DURATIONS = """() => [...document.querySelectorAll("*")].flatMap((element) => ["", "::before", "::after"].flatMap(
      (part) => { const style = getComputedStyle(element, part);
        return [...style.transitionDuration.split(", "), ...style.animationDuration.split(", ")].map(parseFloat); }))"""

    def test_there_is_none_for_those_who_ask_for_none(self, page: Page, small: str) -> None:
        page.emulate_media(reduced_motion="reduce")
        page.goto(small + "capitals/")
        Question(page, "capital").answer("Lyon")
        page.get_by_role("button", name="Mark complete").click()
        assert max(page.evaluate(self.DURATIONS)) == 0
        assert page.evaluate("document.getAnimations().length") == 0
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"

    def test_else_it_is_over_in_a_fifth_of_a_second(self, page: Page, small: str) -> None:
        page.emulate_media(reduced_motion="no-preference")
        page.goto(small + "capitals/")
        assert 0 < max(page.evaluate(self.DURATIONS)) < 0.2


class TestRightToLeft:
    def test_the_page_says_so(self, new_context: Contexts, arabic: str) -> None:
        page = new_context(arabic).new_page()
        page.goto(arabic + "capitals/")
        expect(page.locator("html")).to_have_attribute("dir", "rtl")
        expect(page.locator("html")).to_have_attribute("lang", "ar")

    @pytest.mark.parametrize("path", ["", "capitals/", "print/", "404.html"])
    def test_no_page_scrolls_sideways(self, new_context: Contexts, arabic: str, path: str) -> None:
        page = new_context(arabic, viewport=PHONE).new_page()
        page.goto(arabic + path)
        assert page.evaluate(OVERFLOW) is False
        assert (
            page.evaluate(
                "Math.min(...[...document.querySelectorAll('main *')].filter((element) => "
                "element.checkVisibility()).map((element) => element.getBoundingClientRect().left))"
            )
            >= 0
        )

    def test_a_choice_has_its_control_on_the_right(self, new_context: Contexts, arabic: str) -> None:
        page = new_context(arabic).new_page()
        page.goto(arabic + "capitals/")
        choice = page.locator(".choice").first
        control, label = choice.locator("input").bounding_box(), choice.locator("label").bounding_box()
        assert control is not None
        assert label is not None
        assert control["x"] >= label["x"] + label["width"] - 1


class TestTargets:
    """44 pixels: a thumb. Links inside a line of text are as high as the line."""

    @pytest.mark.parametrize("size", [PHONE, {"width": 1280, "height": 800}], ids=["phone", "desk"])
    @pytest.mark.parametrize("path", ["", "capitals/"])
    def test_fit_a_thumb(self, new_context: Contexts, small: str, path: str, size: ViewportSize) -> None:
        page = new_context(small, viewport=size).new_page()
        page.goto(small + path)
        assert page.evaluate(SMALL_TARGETS) == []

    def test_fit_a_thumb_after_answering(self, new_context: Contexts, shipped: str) -> None:
        page = new_context(shipped, viewport=PHONE).new_page()
        page.goto(shipped + LESSONS[0])
        unfold_all(page)
        assert page.evaluate(SMALL_TARGETS) == []

    def test_fit_a_thumb_in_the_sheet_of_lessons(self, new_context: Contexts, small: str) -> None:
        page = new_context(small, viewport=PHONE).new_page()
        page.goto(small + "capitals/")
        page.get_by_role("button", name="Lessons").click()
        expect(page.get_by_role("button", name="Close")).to_be_visible()
        assert page.evaluate(SMALL_TARGETS) == []


class TestKeyboard:
    @pytest.mark.parametrize("path", ["", "capitals/", "print/", "404.html"])
    def test_the_first_stop_skips_to_the_text(self, page: Page, small: str, path: str) -> None:
        page.goto(small + path)
        page.keyboard.press("Tab")
        skip = page.get_by_role("link", name="Skip to the text")
        expect(skip).to_be_focused()
        expect(skip).to_be_in_viewport(ratio=1)
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('main').contains(document.activeElement)")

    def test_every_stop_can_be_seen(self, page: Page, small: str) -> None:
        """Walk through a lesson: what has the focus is in view, drawn with an outline, and covered by nothing."""
        page.goto(small + "capitals/")
        stops = 0
        while True:
            page.keyboard.press("Tab")
            found = page.evaluate(
                """() => {
                  const active = document.activeElement;
                  if (active === document.body || active.dataset.visited) return null;
                  active.dataset.visited = "yes";
                  const { left, right, top, bottom } = active.getBoundingClientRect();
                  const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
                  const near = active.closest(".choice") || active;
                  const outlined = getComputedStyle(near).outlineStyle !== "none";
                  const covered = !(near.contains(at) || at?.contains(active));
                  return { html: active.outerHTML.slice(0, 100), outlined, covered };
                }"""
            )
            if found is None:
                break
            stops += 1
            assert found["outlined"], found["html"]
            assert not found["covered"], found["html"]
        assert stops > 20

    def test_the_sheet_of_lessons_closes_with_escape(self, new_context: Contexts, small: str) -> None:
        page = new_context(small, viewport=PHONE).new_page()
        page.goto(small + "capitals/")
        button = page.get_by_role("button", name="Lessons")
        button.press("Enter")
        expect(page.get_by_role("button", name="Close")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.get_by_role("button", name="Close")).to_be_hidden()
        expect(button).to_be_focused()


@pytest.mark.parametrize("path", PAGES)
def test_each_navigation_has_a_name_of_its_own(new_context: Contexts, shipped: str, path: str) -> None:
    page = new_context(shipped).new_page()
    page.goto(shipped + path)
    names = page.evaluate(
        """() => [...document.querySelectorAll("nav, [role=navigation]")].map((nav) => nav.getAttribute("aria-label")
          || document.getElementById(nav.getAttribute("aria-labelledby"))?.textContent.trim() || "")"""
    )
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("path", PAGES)
def test_headings_descend_step_by_step_from_one(new_context: Contexts, shipped: str, path: str) -> None:
    """One h1, but on the print page, where each lesson has its own; and no level is left out."""
    page = new_context(shipped).new_page()
    page.goto(shipped + path)
    levels = page.locator("h1, h2, h3, h4, h5, h6").evaluate_all("(all) => all.map((h) => Number(h.tagName[1]))")
    assert levels[0] == 1
    assert levels.count(1) == 1 or path == "print/"
    assert all(below - above <= 1 for above, below in pairwise(levels))

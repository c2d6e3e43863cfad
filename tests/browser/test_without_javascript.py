"""A lesson is whole without scripts, and the site works from a disk by a double click."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import Contexts
from .question import Question

DEAD = """() => [...document.querySelectorAll("button, input[type=submit]")]
  .filter((button) => button.checkVisibility() && !button.hasAttribute("popovertarget"))
  .map((button) => button.outerHTML)"""
"""Buttons that are seen and do nothing; those that open a popover are the browser's own work."""


class TestNoScripts:
    @pytest.fixture
    def page(self, new_context: Contexts, small: str) -> Page:
        return new_context(small, java_script_enabled=False).new_page()

    def test_a_question_can_be_read_and_thought_about(self, page: Page, small: str) -> None:
        page.goto(small + "capitals/")
        question = Question(page, "capital")
        expect(page.get_by_text("You plan a visit to the French parliament.")).to_be_visible()
        expect(page.get_by_text("Which town do you travel to?")).to_be_visible()
        assert question.order() == ["Lyon", "Paris", "Marseille"]
        for control in question.controls.all():
            expect(control).to_be_enabled()

    def test_its_answer_is_folded_away_and_complete(self, page: Page, small: str) -> None:
        page.goto(small + "capitals/")
        answer = Question(page, "capital").form.locator("details.answer")
        expect(answer.get_by_text("Both chambers meet there.")).to_be_hidden()
        answer.get_by_text("Show the answer").click()
        expect(answer.get_by_role("listitem")).to_have_text(
            [
                re.compile(r"Not this one:\s+Lyon\s*Lyon is the seat of a region"),
                re.compile(r"Right:\s+Paris\s*Both chambers meet there"),
                re.compile(r"Not this one:\s+Marseille\s*Marseille has a port"),
            ]
        )
        expect(answer.get_by_text("The French parliament has met in Paris since 1879.")).to_be_visible()

    def test_its_hints_are_folded_away_each_by_itself(self, page: Page, small: str) -> None:
        page.goto(small + "capitals/")
        question = Question(page, "capital")
        expect(question.hint(1).get_by_text("It lies in the north.")).to_be_hidden()
        question.hint(1).get_by_text("Hint 1").click()
        expect(question.hint(1).get_by_text("It lies in the north.")).to_be_visible()
        expect(question.hint(2).get_by_text("The Seine flows through it.")).to_be_hidden()

    @pytest.mark.parametrize("path", ["", "capitals/", "rivers/", "print/", "404.html"])
    @pytest.mark.parametrize("width", [375, 1280])
    def test_no_button_is_dead(self, page: Page, small: str, path: str, width: int) -> None:
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(small + path)
        assert page.evaluate(DEAD) == []

    def test_nothing_speaks_of_progress_that_is_not_kept(self, page: Page, small: str) -> None:
        page.goto(small + "capitals/")
        expect(page.get_by_text("Mark complete")).to_be_hidden()

    def test_the_way_through_the_course_works(self, page: Page, small: str) -> None:
        page.goto(small)
        page.get_by_role("link", name="Start: Capitals").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Capitals")
        page.get_by_role("link", name="Next Rivers").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Rivers")
        page.get_by_role("navigation", name="Lessons").get_by_role("link", name="Capitals").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Capitals")

    def test_on_a_phone_the_lessons_open_as_a_sheet(self, page: Page, small: str) -> None:
        page.set_viewport_size({"width": 375, "height": 800})
        page.goto(small + "capitals/")
        link = page.get_by_role("navigation", name="Lessons").get_by_role("link", name="Rivers")
        expect(link).to_be_hidden()
        page.get_by_role("button", name="Lessons").click()
        link.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Rivers")


class TestFromDisk:
    """`file://`: what a learner has who unpacked an archive and double-clicked `index.html`."""

    @pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
    def page(self, new_context: Contexts, small_site: Path, request: pytest.FixtureRequest) -> Page:
        page = new_context(small_site.as_uri(), java_script_enabled=request.param).new_page()
        page.goto((small_site / "index.html").as_uri())
        return page

    def test_the_style_applies(self, page: Page) -> None:
        start = page.get_by_role("link", name="Start: Capitals")
        assert start.evaluate("(link) => getComputedStyle(link).textDecorationLine") == "none"
        assert page.evaluate("document.styleSheets.length") == 1

    def test_links_lead_to_pages(self, page: Page) -> None:
        page.get_by_role("link", name="Start: Capitals").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Capitals")
        page.get_by_role("link", name="Next Rivers").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Rivers")
        page.get_by_role("link", name="Capitals and rivers").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Capitals and rivers")


def test_from_a_disk_scripts_run_and_remember(new_context: Contexts, small_site: Path) -> None:
    page = new_context(small_site.as_uri()).new_page()
    page.goto((small_site / "capitals" / "index.html").as_uri())
    question = Question(page, "capital")
    question.answer("Paris")
    question.says("Correct.")
    page.reload()
    question.shows_feedback_of("Paris")


@pytest.mark.parametrize("script", ["site", "progress", "quiz"])
def test_when_a_script_is_missing_the_page_falls_back_to_what_works_without(
    browser: Browser, small: str, script: str
) -> None:
    """A lost or broken script must not leave buttons that do nothing, nor hide the answer. (Nobody guards this page:
    it has good reason to complain.)"""
    with browser.new_context() as context:
        context.route(f"**/{script}.*.js", lambda route: route.abort())
        page = context.new_page()
        page.goto(small + "capitals/")
        expect(Question(page, "capital").form.locator("details.answer")).to_be_visible()
        assert page.evaluate(DEAD) == []

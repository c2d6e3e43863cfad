"""A lesson is whole without scripts, and the site works from a disk by a double click."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

import pytest
from playwright.sync_api import Browser, Page, expect

from minicourse.render.contract import CONTRACTS

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
        assert page.evaluate("document.styleSheets.length") >= 1

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


@pytest.mark.parametrize("script", ["site", "questions"])
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


@pytest.mark.parametrize("script", ["site", "questions", "quiz"])
def test_when_a_script_is_missing_a_quiz_is_a_list_of_questions(browser: Browser, kinds: str, script: str) -> None:
    with browser.new_context() as context:
        context.route(f"**/{script}.*.js", lambda route: route.abort())
        page = context.new_page()
        page.goto(kinds + "quizzes/")
        expect(page.locator(".quiz .question:visible")).to_have_count(8)
        expect(page.get_by_role("button", name="Begin")).to_be_hidden()
        expect(Question(page, "d-rise").solution.locator("summary")).to_be_visible()


class TestEveryKind:
    """Each kind can be read and thought about without a script, and has its answer on the page."""

    ANSWERS: ClassVar[Mapping[str, str]] = {
        "choice": "Salt slows the dough down.",
        "multiple": "Nothing is bread without it.",
        "gaps": "also: leaven",
        "short": "The crust is the hard part.",
        "number": "An eighth of 800 g is 100 g.",
        "matching": "It was invented near Venice.",
        "ordering": "Without that there is no dough.",
        "matrix": "Bread grows stale sooner in the cold.",
        "hotspot": "Heat reaches it from all sides.",
        "open": "So that yeast has time to make gas",
    }
    """What stands in the answer of each kind."""

    PRINTED: ClassVar[Mapping[str, str]] = {**ANSWERS, "flashcards": "The soft inside of a loaf."}
    """What stands at the end of the print page."""

    @pytest.fixture
    def page(self, new_context: Contexts, kinds: str) -> Page:
        return new_context(kinds, java_script_enabled=False).new_page()

    @pytest.mark.parametrize("path", ["", "kinds/", "variants/", "quizzes/", "print/"])
    def test_no_button_is_dead(self, page: Page, kinds: str, path: str) -> None:
        page.goto(kinds + path)
        assert page.evaluate(DEAD) == []

    def test_has_a_line_here(self) -> None:
        told = {"survey", "flashcards", "scenario"}  # nothing is right, or the page tells it already
        assert set(self.ANSWERS) == set(CONTRACTS) - told

    @pytest.mark.parametrize("kind", ANSWERS)
    def test_has_its_answer_folded_away(self, page: Page, kinds: str, kind: str) -> None:
        page.goto(f"{kinds}kinds/#{kind}")
        question = Question(page, kind)
        expect(question.fieldset.locator("legend").first).to_be_visible()
        for control in question.fieldset.locator("input, select, textarea").all():
            expect(control).to_be_visible()
            expect(control).to_be_enabled()
        answer = question.solution.get_by_text(self.ANSWERS[kind]).first
        expect(answer).to_be_hidden()
        question.show_the_answer()
        expect(answer).to_be_visible()
        question.show_the_answer()
        expect(answer).to_be_hidden()

    def test_an_order_can_be_written_down(self, page: Page, kinds: str) -> None:
        """Without the buttons that move, each thing has a field for its place."""
        page.goto(kinds + "kinds/#ordering")
        question = Question(page, "ordering")
        expect(question.form.get_by_role("button")).to_have_count(0)
        expect(question.fieldset.get_by_role("textbox", name="Its place")).to_have_count(4)
        assert sorted(question.steps()) == ["1", "2", "3", "4"] != question.steps()

    def test_a_survey_can_be_read(self, page: Page, kinds: str) -> None:
        page.goto(kinds + "kinds/#survey")
        question = Question(page, "survey")
        assert question.order() == ["Every week", "Now and then", "Never"]
        expect(question.solution).to_have_count(0)

    def test_a_card_can_be_turned(self, page: Page, kinds: str) -> None:
        page.goto(kinds + "kinds/#flashcards")
        question = Question(page, "flashcards")
        back = question.form.get_by_text("The soft inside of a loaf.")
        expect(back).to_be_hidden()
        question.unfold(question.part("1").locator("> details"))
        expect(back).to_be_visible()
        expect(question.form.get_by_role("button")).to_have_count(0)

    def test_a_scenario_is_played_by_its_links_alone(self, page: Page, kinds: str) -> None:
        page.goto(kinds + "kinds/")
        scenario = Question(page, "scenario").form

        def shows(title: str) -> None:
            expect(scenario.get_by_role("heading")).to_have_accessible_name(title)

        shows("The dough has not risen")
        scenario.get_by_role("link", name="Bake it as it is").click()
        shows("Flat loaf")
        scenario.get_by_role("link", name="Try another way").click()
        shows("The dough has not risen")
        scenario.get_by_role("link", name="Put it next to the oven").click()
        shows("Warm place")
        page.go_back()
        shows("The dough has not risen")

    def test_a_quiz_is_a_list_of_questions(self, page: Page, kinds: str) -> None:
        page.goto(kinds + "quizzes/")
        expect(page.locator(".quiz .question:visible")).to_have_count(8)
        for name in ("d-rise", "t-name"):
            question = Question(page, name)
            expect(question.field()).to_be_visible()
            expect(question.solution.locator(".explanation")).to_be_hidden()
            question.show_the_answer()
            expect(question.solution.locator(".explanation")).to_be_visible()

    def test_the_print_page_has_each_and_its_answer_at_the_end(self, page: Page, kinds: str) -> None:
        page.goto(kinds + "print/")
        end = page.locator(".answers")
        for kind in CONTRACTS:
            question = page.locator(f'.booklet article [id$="{kind}"].question')
            expect(question).to_be_visible()
            if kind in self.PRINTED:
                expect(question.get_by_text(self.PRINTED[kind])).to_have_count(0)
                expect(end.get_by_text(self.PRINTED[kind]).first).to_be_visible()
        for scene in ("The dough has not risen", "Warm place", "Flat loaf"):
            expect(page.locator("article").get_by_role("heading", name=scene)).to_be_visible()
        expect(page.locator("article").get_by_text("The crust is the outside.")).to_have_count(0)
        expect(end.get_by_text("The crust is the outside.")).to_be_visible()

    def test_on_paper_a_lesson_shows_all_of_a_quiz_and_a_scenario(self, page: Page, kinds: str) -> None:
        page.emulate_media(media="print")
        page.goto(kinds + "kinds/")
        for scene in ("The dough has not risen", "Warm place", "Flat loaf"):
            expect(page.get_by_role("heading", name=scene)).to_be_visible()
        page.goto(kinds + "quizzes/")
        expect(page.locator(".quiz .question:visible")).to_have_count(8)


def test_on_paper_a_quiz_not_begun_shows_its_questions(new_context: Contexts, kinds: str) -> None:
    """With a script, too."""
    page = new_context(kinds).new_page()
    page.goto(kinds + "quizzes/")
    page.emulate_media(media="print")
    expect(page.locator(".quiz .question:visible")).to_have_count(8)
    expect(page.get_by_role("button", name="Begin")).to_be_hidden()

"""The page on which questions are asked again."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import icalendar
import pytest
from playwright.sync_api import Browser, Page, expect

from .axe import violations
from .conftest import Contexts
from .memory import keep, record, stored
from .question import Hand, Question, focused

COURSE, REVIEW = "kinds", "review/"
BRING_INDEX = """() => {
  (minicourse.files ??= {}).index = [document.querySelector(".desk").dataset.index];
  return minicourse.bring("index").then(() => true);
}"""
SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const { value } of list.getEntries()) sum += value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""
NAMES = "minicourse.asked.flatMap(([, , questions]) => questions.filter(([, , cards]) => !cards).map(([name]) => name))"


def ago(days: int) -> str:
    """The time so many days ago, as the browser writes it."""
    moment = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=days)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def answered(days: int, right: bool, **more: Any) -> dict[str, Any]:
    """An answer so many days ago."""
    return {"at": ago(days), "response": ["1"], "correct": right, **more}


def remember(page: Page, site: str, answers: dict[str, list[dict[str, Any]]], course: str = COURSE) -> None:
    """Put answers to questions where the course keeps them, and open the review."""
    questions = {name: {"lesson": "kinds", "answers": facts} for name, facts in answers.items()}
    keep(page, site, course, json.dumps({"schema": 2, "seed": 7, "lessons": {}, "questions": questions}))
    page.goto(site + REVIEW)


def begin(page: Page) -> None:
    page.get_by_role("button", name="Begin").click()


def asked(page: Page) -> Question:
    """The question that is asked."""
    form = page.locator(".stage form")
    expect(form).to_have_count(1)
    return Question(page, form.get_attribute("data-name") or "")


def go_on(page: Page) -> None:
    page.locator(".stage").get_by_role("button", name="Next").click()


def heading(page: Page, text: str) -> None:
    """What the page says of the reviews."""
    expect(page.locator("#desk-title")).to_have_text(text)


@pytest.fixture
def page(new_context: Contexts, kinds: str) -> Page:
    """An empty tab for the course with a question of each kind."""
    return new_context(kinds).new_page()


@pytest.fixture
def browser_page(browser: Browser) -> Iterator[Page]:
    """An empty tab that may open files."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


SCORED = ["choice", "multiple", "gaps", "short", "number", "matching", "ordering", "matrix", "hotspot"]
SITTING = {name: [answered(4, True)] for name in ("choice", "number", "d-flour")}


class TestWhatIsDue:
    def test_nothing_answered_yet(self, page: Page, kinds: str) -> None:
        page.goto(kinds + REVIEW)
        expect(page.get_by_text("There is nothing to ask again yet.")).to_be_visible()
        expect(page.locator(".desk")).to_be_hidden()
        page.locator(".asked").get_by_role("link").first.click()
        expect(page.locator("main[data-key]")).to_have_count(1)

    def test_nothing_is_brought_before_something_is_answered(self, page: Page, kinds: str) -> None:
        brought: list[str] = []
        page.on("request", lambda request: brought.append(request.url))
        page.goto(kinds + REVIEW)
        page.wait_for_load_state("networkidle")
        assert [url for url in brought if "/bank" in url] == []

    def test_is_counted_and_brought_by_lesson(self, page: Page, kinds: str) -> None:
        brought: list[str] = []
        page.on("request", lambda request: brought.append(request.url))
        remember(
            page, kinds, {"choice": [answered(4, True)], "number": [answered(1, False)], "gaps": [answered(0, True)]}
        )
        heading(page, "2 questions are due.")
        expect(page.get_by_text("In this sitting, 2 questions:")).to_be_visible()
        assert len([url for url in brought if re.search(r"/bank\.\w+\.js", url)]) == 1
        assert len([url for url in brought if re.search(r"/bank-\d+\.\w+\.js", url)]) == 1

    def test_is_listed_by_objective_the_weakest_first(self, page: Page, kinds: str) -> None:
        remember(page, kinds, {"d-flour": [answered(4, True, **{"in": "drawn"})], "d-order": [answered(2, False)]})
        rows = page.locator(".sitting li")
        expect(rows).to_have_text(
            [re.compile("Bake a loaf of bread. *1"), re.compile("Describe what dough is made of. *1")]
        )

    def test_what_the_course_no_longer_asks_does_not_count(self, page: Page, kinds: str) -> None:
        remember(page, kinds, {"gone": [answered(9, False)], "number": [answered(1, False)]})
        heading(page, "1 question is due.")

    def test_open_questions_and_surveys_do_not_come_back(self, page: Page, kinds: str) -> None:
        remember(page, kinds, {name: [{**answered(9, True), "correct": None}] for name in ("open", "survey")})
        expect(page.get_by_text("There is nothing to ask again yet.")).to_be_visible()

    def test_the_day_of_the_next_one_is_said(self, page: Page, kinds: str) -> None:
        remember(page, kinds, {"choice": [answered(0, False)]})
        heading(page, "Nothing is due until tomorrow.")
        remember(page, kinds, {"choice": [answered(0, True)]})
        day = (datetime.datetime.now() + datetime.timedelta(days=3)).strftime("%A")  # noqa: DTZ005 (the browser's)
        heading(page, f"Nothing is due until {day}.")


class TestASitting:
    def test_from_beginning_to_end(self, page: Page, kinds: str) -> None:
        remember(page, kinds, SITTING)
        begin(page)
        for n in (1, 2, 3):
            expect(page.locator(".stage .question-head")).to_contain_text(f"Question {n} of 3")
            question = asked(page)
            question.give(question.right)
            question.check()
            question.says("Correct.")
            go_on(page)
        heading(page, "3 of 3 right.")
        expect(focused(page)).to_have_text("3 of 3 right.")
        expect(page.locator(".desk-more")).to_contain_text("Nothing is due until")
        for name in SITTING:
            fact = record(page, name)["answers"][-1]
            assert (fact["in"], fact["correct"]) == ("review", True)

    def test_what_was_wrong_comes_again_at_the_end(self, page: Page, kinds: str) -> None:
        remember(page, kinds, SITTING)
        begin(page)
        first = asked(page)
        first.give(first.wrong)
        first.check()
        for _ in range(2):
            go_on(page)
            question = asked(page)
            question.give(question.right)
            question.check()
        go_on(page)
        expect(page.locator(".stage .question-head")).to_contain_text("Once more")
        again = asked(page)
        assert again.name == first.name
        again.is_open()
        again.give(again.right)
        again.check()
        go_on(page)
        heading(page, "2 of 3 right.")
        assert [fact["correct"] for fact in record(page, first.name)["answers"]] == [True, False, True]

    def test_the_first_answer_counts(self, page: Page, kinds: str) -> None:
        remember(page, kinds, {"number": [answered(4, True)]})
        begin(page)
        question = asked(page)
        question.give(question.wrong)
        question.check()
        question.press("Try again")
        question.give(question.right)
        question.check()
        question.says("Correct.")
        assert [fact["correct"] for fact in record(page, "number")["answers"]] == [True, False]

    def test_makes_a_question_of_a_quiz_none_of_a_lesson(self, page: Page, kinds: str) -> None:
        """Where a lesson opens when each question in the text of another was answered, it would be one more."""
        facts = [answered(4, True, **{"in": "drawn"})]
        keep(page, kinds, COURSE, json.dumps({"schema": 2, "questions": {"d-flour": {"answers": facts}}}))
        page.goto(kinds + REVIEW)
        begin(page)
        question = asked(page)
        question.give(question.right)
        question.check()
        expect(question.status).not_to_be_empty()
        assert len(record(page, "d-flour")["answers"]) == 2
        assert "lesson" not in record(page, "d-flour")

    def test_a_guess_is_kept_as_one(self, page: Page, kinds: str) -> None:
        remember(page, kinds, {"choice": [answered(4, True)]})
        begin(page)
        question = asked(page)
        question.give(question.right)
        question.form.get_by_label("A guess").check()
        question.check()
        go_on(page)
        expect(page.locator(".desk-more")).to_contain_text("Nothing is due until")
        assert record(page, "choice")["answers"][-1]["sure"] == "1"

    def test_the_answer_in_the_lesson_is_not_shown_and_stays(self, page: Page, kinds: str) -> None:
        page.goto(kinds + "kinds/")
        lesson = Question(page, "choice")
        lesson.give(lesson.wrong)
        lesson.check()
        remembered = stored(page)
        remembered["questions"]["choice"]["answers"][0]["at"] = ago(2)
        keep(page, kinds, COURSE, json.dumps(remembered))
        page.goto(kinds + REVIEW)
        begin(page)
        question = asked(page)
        question.is_open()
        assert question.chosen() == []
        question.give(question.right)
        question.check()
        page.goto(kinds + "kinds/")
        expect(Question(page, "choice").button("Try again")).to_be_visible()
        expect(page.locator('.question[data-name="choice"] input:checked')).to_have_value(lesson.wrong[0])

    def test_skipping_leaves_no_trace(self, page: Page, kinds: str) -> None:
        remember(page, kinds, {"number": [answered(4, True)], "gaps": [answered(4, True)]})
        begin(page)
        for _ in range(2):
            page.get_by_role("button", name="Skip").click()
        heading(page, "2 questions are due.")
        assert len(record(page, "number")["answers"]) == 1

    def test_stopping_says_what_is_left(self, page: Page, kinds: str) -> None:
        remember(page, kinds, SITTING)
        begin(page)
        question = asked(page)
        question.give(question.right)
        question.check()
        page.get_by_role("button", name="Stop here").click()
        heading(page, "1 of 1 right.")
        expect(page.locator(".desk-more")).to_have_text("2 more are due.")
        expect(page.get_by_role("button", name="Go on")).to_be_visible()

    def test_practising_before_the_day_moves_nothing_up(self, page: Page, kinds: str) -> None:
        remember(page, kinds, {"number": [answered(0, True)]})
        said = page.locator("#desk-title").inner_text()
        for _ in range(2):
            page.get_by_role("button", name="Practise anyway").click()
            question = asked(page)
            question.give(question.right)
            question.check()
            go_on(page)
            heading(page, "1 of 1 right.")
            expect(page.locator(".desk-more")).to_have_text(said)

    @pytest.mark.parametrize("name", SCORED)
    def test_every_kind_by_every_hand(self, page: Page, kinds: str, hand: Hand, name: str) -> None:
        remember(page, kinds, {name: [answered(4, True)]})
        hand.press(page.get_by_role("button", name="Begin"))
        question = Question(page, name, hand)
        expect(focused(page)).to_have_text(question.form.locator("legend").first.inner_text())
        question.give(question.wrong)
        question.check()
        question.says("Not yet")
        hand.press(page.get_by_role("button", name="Next"))
        expect(page.locator(".stage .question-head")).to_contain_text("Once more")
        question.give(question.right)
        question.check()
        question.says("Correct.")
        hand.press(page.get_by_role("button", name="Next"))
        heading(page, "0 of 1 right.")

    def test_each_card_of_a_pack_by_itself(self, page: Page, kinds: str, hand: Hand) -> None:
        facts = [{"at": ago(4), "card": card, "knew": "1"} for card in ("1", "2")]
        remember(page, kinds, {"flashcards": facts})
        heading(page, "2 questions are due.")
        hand.press(page.get_by_role("button", name="Begin"))
        for knew in ("I knew it", "Not yet"):
            card = page.locator(".stage .cards > li")
            expect(card).to_have_count(1)
            hand.press(card.locator("summary"))
            hand.press(card.get_by_role("button", name=knew))
            hand.press(page.get_by_role("button", name="Next"))
        expect(page.locator(".stage .question-head")).to_contain_text("Once more")
        kept = record(page, "flashcards")["answers"][2:]
        assert [(fact["knew"], fact["in"]) for fact in kept] == [("1", "review"), ("0", "review")]
        assert {fact["card"] for fact in kept} == {"1", "2"}

    def test_a_sitting_has_twenty_at_most(self, page: Page, kinds: str) -> None:
        names = [*SCORED, "d-flour", "d-rise", "d-parts", "d-order"]
        facts = [{"at": ago(4), "card": str(card), "knew": "1"} for card in (1, 2, 3)]
        remember(page, kinds, {**{name: [answered(4, True)] for name in names}, "flashcards": facts})
        expect(page.locator("#desk-title")).to_have_text(re.compile(r"1\d questions are due\."))

    def test_a_script_that_does_not_arrive_is_said(self, new_context: Contexts, kinds: str) -> None:
        context = new_context(kinds)
        page = context.new_page()
        page.route("**/bank-*.js", lambda route: route.fulfill(status=200, body=""))
        remember(page, kinds, {"number": [answered(4, True)]})
        begin(page)
        heading(page, "1 question is due.")
        expect(page.locator(".desk-said")).to_contain_text("could not be loaded")


class TestEverywhere:
    def test_from_a_disk(self, browser_page: Page, kinds_site: Path) -> None:
        """By a double click, where nothing may be fetched."""
        page = browser_page
        address = kinds_site.as_uri()
        page.goto(f"{address}/kinds/index.html")
        question = Question(page, "number")
        question.give(question.wrong)
        question.check()
        page.goto(f"{address}/review/index.html")
        page.get_by_role("button", name="Practise anyway").click()
        question = asked(page)
        question.give(question.right)
        question.check()
        question.says("Correct.")

    def test_without_javascript(self, new_context: Contexts, kinds: str) -> None:
        page = new_context(kinds, java_script_enabled=False).new_page()
        page.goto(kinds + REVIEW)
        expect(page.get_by_text("this browser runs none")).to_be_visible()
        expect(page.locator(".desk")).to_be_hidden()
        link = page.locator(".asked a").first
        link.click()
        assert page.url.endswith("#choice")

    @pytest.mark.parametrize("answers", [{}, SITTING], ids=["nothing answered", "something due"])
    def test_nothing_jumps(self, new_context: Contexts, kinds: str, answers: dict[str, Any]) -> None:
        page = new_context(kinds, viewport={"width": 375, "height": 800}).new_page()
        remember(page, kinds, answers)
        expect(page.locator(".sitting" if answers else ".asked")).to_be_visible()
        assert page.evaluate(SHIFTS) == 0

    def test_in_two_tabs(self, page: Page, kinds: str) -> None:
        other = page.context.new_page()
        remember(page, kinds, {"number": [answered(4, True)]})
        heading(page, "1 question is due.")
        other.goto(kinds + REVIEW)
        begin(other)
        question = asked(other)
        question.give(question.right)
        question.check()
        expect(page.locator("#desk-title")).to_contain_text("Nothing is due until")

    @pytest.mark.parametrize("width", [320, 1280])
    @pytest.mark.parametrize("site", ["kinds", "arabic"])
    def test_axe_finds_nothing_and_nothing_sticks_out(
        self, new_context: Contexts, request: pytest.FixtureRequest, site: str, width: int
    ) -> None:
        address = request.getfixturevalue(site)
        page = new_context(address, bypass_csp=True, viewport={"width": width, "height": 800}).new_page()
        page.goto(address)
        course = page.evaluate("document.documentElement.dataset.course")
        page.goto(address + REVIEW)
        states = [violations(page)]
        page.evaluate(BRING_INDEX)
        names = page.evaluate(NAMES)
        remember(page, address, {name: [answered(4, True)] for name in names[:3]}, course)
        expect(page.locator(".sitting")).to_be_visible()
        states.append(violations(page))
        page.locator(".desk button").first.click()
        states.append(violations(page))
        question = asked(page)
        question.give(question.wrong)
        question.check()
        states.append(violations(page))
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.locator(".stop").click()
        states.append(violations(page))
        assert states == [[]] * 5


class TestTheCalendar:
    def test_is_what_a_parser_reads(self, page: Page, kinds: str, tmp_path: Path) -> None:
        remember(
            page, kinds, {"choice": [answered(0, False)], "number": [answered(0, False)], "gaps": [answered(9, True)]}
        )
        with page.expect_download() as download:
            page.get_by_role("button", name="Save the dates").click()
        assert download.value.suggested_filename == "kinds.ics"
        download.value.save_as(tmp_path / "kinds.ics")
        calendar = icalendar.Calendar.from_ical((tmp_path / "kinds.ics").read_bytes())
        today = datetime.date.today()  # noqa: DTZ011 (the browser's)
        found = [(event.decoded("dtstart"), str(event["SUMMARY"])) for event in calendar.walk("VEVENT")]
        assert found == [
            (today, "Bread: 1 question to review"),
            (today + datetime.timedelta(days=1), "Bread: 2 questions to review"),
        ]


class TestTheFrontPage:
    def test_says_how_many_are_due(self, page: Page, kinds: str) -> None:
        remember(
            page, kinds, {"choice": [answered(4, True)], "number": [answered(1, False)], "gone": [answered(9, True)]}
        )
        page.goto(kinds)
        page.get_by_role("link", name="2 questions are due for review").click()
        heading(page, "2 questions are due.")

    def test_brings_no_index_where_nothing_is_due(self, page: Page, kinds: str) -> None:
        remember(page, kinds, {"choice": [answered(0, True)]})
        brought: list[str] = []
        page.on("request", lambda request: brought.append(request.url))
        page.goto(kinds)
        page.wait_for_load_state("networkidle")
        assert [url for url in brought if "/bank" in url] == []

    def test_says_nothing_where_nothing_is_due(self, page: Page, kinds: str) -> None:
        page.goto(kinds)
        expect(page.locator(".due a")).to_be_hidden()
        remember(page, kinds, {"choice": [answered(0, True)]})
        page.goto(kinds)
        page.wait_for_load_state("networkidle")
        expect(page.locator(".due a")).to_be_hidden()

    @pytest.mark.parametrize("width", [375, 1280])
    def test_nothing_moves_when_it_comes(self, new_context: Contexts, kinds: str, width: int) -> None:
        page = new_context(kinds, viewport={"width": width, "height": 800}).new_page()
        remember(page, kinds, {"choice": [answered(4, True)]})
        page.goto(kinds)
        expect(page.locator(".due a")).to_be_visible()
        link = "document.querySelector('.due a')"
        height = "document.querySelector('.band').getBoundingClientRect().top"
        shown = page.evaluate(height)
        page.evaluate(f"{link}.hidden = true")
        assert page.evaluate(height) == shown

"""What the browser remembers of a course, and that nothing breaks when it can't."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .conftest import Contexts
from .memory import answers, keep, key, stored
from .question import Question

LESSON = "capitals/"
COURSE = "capitals"
FORBIDDEN = """
Object.defineProperty(window, "localStorage", { get() { throw new DOMException("forbidden", "SecurityError"); } });
"""
FILL = """() => {
  for (let size = 2 ** 22, n = 0; size >= 1; ) {
    try { localStorage.setItem(`filler-${n++}`, "x".repeat(size)); } catch { size = Math.floor(size / 2); }
  }
}"""


def works_to_the_end(page: Page) -> None:
    """A whole conversation with a question: a wrong answer, both hints, a right answer."""
    question = Question(page, "capital")
    question.is_open()
    assert sorted(question.order()) == ["Lyon", "Marseille", "Paris"]
    question.answer("Lyon")
    question.shows_feedback_of("Lyon")
    question.unfold(question.hint(1))
    question.unfold(question.hint(2))
    expect(question.hint(2).get_by_text("The Seine flows through it.")).to_be_visible()
    question.press("Try again")
    question.answer("Paris")
    question.says("Correct.")
    expect(question.explanation).to_be_visible()


class TestReload:
    def test_brings_back_a_wrong_answer_with_its_feedback(self, page: Page, small: str) -> None:
        page.goto(small + LESSON)
        Question(page, "capital").answer("Lyon")
        page.reload()
        question = Question(page, "capital")
        assert question.chosen() == ["Lyon"]
        question.shows_feedback_of("Lyon")
        expect(question.button("Try again")).to_be_visible()

    def test_brings_back_a_right_answer_with_its_explanation(self, page: Page, small: str) -> None:
        page.goto(small + LESSON)
        Question(page, "swiss-towns").answer("Bern", "Basel")
        page.reload()
        question = Question(page, "swiss-towns")
        assert question.chosen() == ["Basel", "Bern"]
        question.shows_feedback_of("Bern", "Basel")
        expect(question.explanation).to_be_visible()

    def test_brings_back_an_answer_that_was_shown(self, page: Page, small: str) -> None:
        page.goto(small + LESSON)
        question = Question(page, "capital")
        question.answer("Lyon")
        question.show_the_answer()
        expect(question.solution).to_have_attribute("open", "")
        page.reload()
        question.shows_feedback_of("Lyon", "Paris")
        expect(question.solution).to_have_attribute("open", "")

    def test_says_nothing_by_itself(self, page: Page, small: str) -> None:
        """Nobody wants a page that reads out last week's verdicts."""
        page.goto(small + LESSON)
        question = Question(page, "capital")
        question.answer("Lyon")
        page.reload()
        question.shows_feedback_of("Lyon")
        expect(question.status).to_have_text("")

    def test_more_tries_than_it_takes_change_nothing(self, page: Page, small: str) -> None:
        """Once a question is settled, answering again is practice."""
        page.goto(small + LESSON)
        question = Question(page, "capital")
        question.answer("Paris")
        question.press("Answer again")
        question.answer("Lyon")
        page.reload()
        question.shows_feedback_of("Paris")


class TestBrokenStorage:
    @pytest.mark.parametrize(
        "text",
        [
            "",
            "not JSON {",
            "null",
            "7",
            '"text"',
            "[]",
            '{"schema":"one","lessons":[],"questions":3}',
            '{"schema":1,"lessons":{"capitals":null},"questions":{"capital":[]}}',
            '{"schema":1,"questions":{"capital":{"order":"1","last":"1","settled":null,"at":7}}}',
            '{"schema":1,"questions":{"capital":{"order":[3,3,3],"last":[9,null],"attempts":"many"}}}',
            '{"schema":2,"seed":"x","questions":{"capital":{"state":"x","answers":{"0":{"at":"1"}}}}}',
            '{"schema":2,"lessons":{"capitals":{"seen":"x","complete":7}},"questions":{"capital":{"answers":[{"at":9}]}}}',
            '{"schema":1,"seed":"x","questions":{"capital":{"last":{"0":"1"},"attempts":-1}}}',
        ],
    )
    def test_corrupt(self, page: Page, small: str, text: str) -> None:
        keep(page, small, COURSE, text)
        page.goto(small + LESSON)
        question = Question(page, "capital")
        question.is_open()
        question.answer("Paris")
        question.says("Correct.")
        page.reload()
        question.shows_feedback_of("Paris")

    def test_forbidden(self, new_context: Contexts, small: str) -> None:
        context = new_context(small)
        context.add_init_script(FORBIDDEN)
        page = context.new_page()
        page.goto(small + LESSON)
        works_to_the_end(page)
        page.get_by_role("button", name="Mark complete").click()
        expect(page.get_by_role("button", name="Complete (undo)")).to_be_visible()
        page.goto(small)
        expect(page.get_by_role("link", name="Start: Capitals")).to_be_visible()

    def test_full(self, page: Page, small: str) -> None:
        page.goto(small + "llms.txt")
        page.evaluate(FILL)
        page.goto(small + LESSON)
        works_to_the_end(page)

    def test_cleared_while_the_page_is_open(self, page: Page, small: str) -> None:
        page.goto(small + LESSON)
        Question(page, "capital").answer("Lyon")
        page.evaluate("localStorage.clear()")
        question = Question(page, "capital")
        question.press("Try again")
        question.answer("Paris")
        question.says("Correct.")

    def test_of_a_newer_version_is_left_alone(self, page: Page, small: str) -> None:
        newer = '{"schema":3,"questions":"in another shape"}'
        keep(page, small, COURSE, newer)
        page.goto(small + LESSON)
        works_to_the_end(page)
        assert page.evaluate(f"localStorage.getItem('{key(COURSE)}')") == newer


def test_fields_that_this_version_does_not_know_survive(page: Page, small: str) -> None:
    """Another tab may run a newer version of the page."""
    lessons = {
        "capitals": {"seen": {"at": "2026-01-01T00:00:00.000Z"}, "rating": 5},
        "gone": {"complete": None, "x": 1},
    }
    questions = {"capital": {"confidence": "high"}, "gone": {"y": [1]}}
    keep(page, small, COURSE, json.dumps({"schema": 2, "device": "d1", "lessons": lessons, "questions": questions}))
    page.goto(small + LESSON)
    Question(page, "capital").answer("Paris")
    Question(page, "capital").says("Correct.")
    found = stored(page)
    assert found["device"] == "d1"
    assert found["lessons"]["capitals"]["rating"] == 5
    assert found["lessons"]["gone"] == lessons["gone"]
    assert found["questions"]["capital"]["confidence"] == "high"
    assert answers(page, "capital")[0]["correct"] is True
    assert found["questions"]["gone"] == questions["gone"]


class TestTwoTabs:
    def test_stay_in_step(self, context: BrowserContext, small: str) -> None:
        first, second = context.new_page(), context.new_page()
        first.goto(small + LESSON)
        second.goto(small + LESSON)
        Question(first, "capital").answer("Lyon")
        Question(second, "capital").shows_feedback_of("Lyon")
        Question(second, "capital").press("Try again")
        Question(second, "capital").answer("Paris")
        Question(first, "capital").shows_feedback_of("Paris")
        expect(Question(first, "capital").explanation).to_be_visible()

    def test_show_the_choices_in_the_same_order(self, context: BrowserContext, small: str) -> None:
        first, second = context.new_page(), context.new_page()
        first.goto(small + LESSON)
        second.goto(small + LESSON)
        for name in ("capital", "swiss-towns", "last-stays"):
            assert Question(first, name).order() == Question(second, name).order()

    def test_lose_nothing_of_one_another(self, context: BrowserContext, small: str) -> None:
        first, second = context.new_page(), context.new_page()
        first.goto(small + LESSON)
        second.goto(small + "rivers/")
        Question(first, "capital").answer("Lyon")
        Question(second, "seine").answer("The Seine")
        Question(first, "one-try").answer("The Hague")
        Question(first, "one-try").says("Correct.")
        assert [answers(first, name)[0]["correct"] for name in ("capital", "seine", "one-try")] == [False, True, True]

    def test_leave_alone_what_is_being_thought_about(self, context: BrowserContext, small: str) -> None:
        """An answer in one tab doesn't untick what stands ticked, and unchecked, in another question of the other."""
        first, second = context.new_page(), context.new_page()
        first.goto(small + LESSON)
        second.goto(small + LESSON)
        Question(second, "swiss-towns").choose("Bern")
        Question(first, "capital").answer("Lyon")
        Question(second, "capital").shows_feedback_of("Lyon")
        assert Question(second, "swiss-towns").chosen() == ["Bern"]

    def test_show_what_was_completed(self, context: BrowserContext, small: str) -> None:
        home, lesson = context.new_page(), context.new_page()
        home.goto(small)
        lesson.goto(small + LESSON)
        lesson.get_by_role("button", name="Mark complete").click()
        expect(home.locator("main").get_by_role("link", name="Capitals").locator(".state")).to_have_text("complete")


class TestProgress:
    def test_completing_a_lesson_shows_in_the_navigation(self, page: Page, small: str) -> None:
        page.goto(small + LESSON)
        lessons = page.get_by_role("navigation", name="Lessons")
        expect(lessons).to_contain_text("0 of 2 complete")
        page.get_by_role("button", name="Mark complete").click()
        expect(lessons).to_contain_text("1 of 2 complete")
        expect(lessons.get_by_role("link", name="Capitals complete")).to_be_visible()
        expect(page.get_by_role("button", name="Complete (undo)")).to_be_focused()

    def test_completing_can_be_undone(self, page: Page, small: str) -> None:
        page.goto(small + LESSON)
        page.get_by_role("button", name="Mark complete").click()
        page.get_by_role("button", name="Complete (undo)").click()
        expect(page.get_by_role("button", name="Mark complete")).to_be_visible()
        expect(page.get_by_role("navigation", name="Lessons")).to_contain_text("0 of 2 complete")

    def test_shows_on_the_front_page(self, page: Page, small: str) -> None:
        page.goto(small + LESSON)
        page.get_by_role("button", name="Mark complete").click()
        page.goto(small + "rivers/")
        page.goto(small)
        rows = page.get_by_role("main").locator("a[data-lesson]")
        expect(rows.nth(0).locator(".state")).to_have_text("complete")
        expect(rows.nth(1).locator(".state")).to_have_text("begun")

    def test_counts_settled_questions(self, page: Page, small: str) -> None:
        page.goto(small + LESSON)
        Question(page, "capital").answer("Lyon")
        Question(page, "one-try").answer("The Hague")
        Question(page, "one-try").says("Correct.")
        page.goto(small)
        expect(page.get_by_role("main").locator("a[data-lesson] .state").first).to_have_text("1 of 6 answered")

    def test_a_lesson_that_changed_since_says_so(self, page: Page, small: str) -> None:
        at = "2026-01-01T00:00:00.000Z"
        lesson = {"seen": {"at": at}, "complete": {"at": at, "digest": "of an older wording"}}
        keep(page, small, COURSE, json.dumps({"schema": 2, "lessons": {"capitals": lesson}, "questions": {}}))
        page.goto(small)
        state = page.get_by_role("main").locator("a[data-lesson] .state").first
        expect(state).to_have_text("changed since you finished it")


class TestResume:
    def test_a_new_learner_starts(self, page: Page, small: str) -> None:
        page.goto(small)
        expect(page.get_by_role("link", name="Start: Capitals")).to_be_visible()

    def test_goes_on_where_the_learner_was(self, page: Page, small: str) -> None:
        page.goto(small + LESSON)
        page.goto(small + "rivers/")
        page.goto(small)
        page.get_by_role("link", name="Continue: Rivers").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Rivers")

    def test_goes_on_with_what_is_not_finished(self, page: Page, small: str) -> None:
        page.goto(small + LESSON)
        page.get_by_role("button", name="Mark complete").click()
        page.goto(small)
        expect(page.get_by_role("link", name="Continue: Rivers")).to_be_visible()

    def test_offers_to_read_again_when_all_is_done(self, page: Page, small: str) -> None:
        for lesson in (LESSON, "rivers/"):
            page.goto(small + lesson)
            page.get_by_role("button", name="Mark complete").click()
            expect(page.get_by_role("button", name="Complete (undo)")).to_be_visible()
        page.goto(small)
        expect(page.get_by_role("link", name="Read again: Capitals")).to_be_visible()

    def test_never_jumps_by_itself(self, page: Page, small: str) -> None:
        page.goto(small + "rivers/")
        page.goto(small)
        expect(page.get_by_role("link", name="Continue: Rivers")).to_be_visible()
        assert page.url == small


def test_two_courses_of_one_site_remember_apart(page: Page, small: str) -> None:
    """Pages of one owner share an origin, and so a storage."""
    page.goto(small + LESSON)
    page.evaluate("localStorage.setItem('minicourse:another:v1', 'untouched')")
    Question(page, "capital").answer("Paris")
    Question(page, "capital").says("Correct.")
    assert page.evaluate("localStorage.getItem('minicourse:another:v1')") == "untouched"

"""Every path that a question can take, once by keyboard and once by pointer.

The course is `tests/browser/course`; a question there is named for what it shows.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from .conftest import Contexts
from .memory import answers, keep
from .question import Hand, Question, focused

LESSON = "capitals/"


@pytest.fixture(autouse=True)
def lesson(page: Page, small: str) -> None:
    """Every test begins on the lesson with the questions."""
    page.goto(small + LESSON)


@pytest.fixture
def turned(new_context: Contexts, small: str) -> Page:
    """The lesson with its choices shuffled in a known way: no question begins with the author's first choice."""
    page = new_context(small).new_page()
    keep(page, small, "capitals", '{"schema":2,"seed":0}')
    page.goto(small + LESSON)
    return page


def at(page: Page, name: str, hand: Hand | None = None) -> Question:
    """The question of that name, with the page at it: from there the keyboard is near."""
    page.goto(f"{page.url.partition('#')[0]}#{name}")
    return Question(page, name, hand)


class TestNothingChosen:
    def test_says_in_words_what_to_do(self, page: Page, hand: Hand) -> None:
        question = at(page, "in-order", hand)
        expect(question.error).to_be_hidden()
        question.press("Check")
        expect(question.error).to_have_text("Choose an answer first.")
        expect(question.fieldset).to_have_attribute("aria-invalid", "true")
        expect(question.controls.first).to_be_focused()
        expect(question.controls.first).to_have_accessible_description("Choose an answer first.")

    def test_marks_each_box_of_several(self, page: Page, hand: Hand) -> None:
        question = at(page, "swiss-towns", hand)
        question.press("Check")
        expect(question.error).to_have_text("Choose at least one answer first.")
        for control in question.controls.all():
            expect(control).to_have_attribute("aria-invalid", "true")

    def test_is_forgotten_once_something_is_chosen(self, page: Page, hand: Hand) -> None:
        question = at(page, "capital", hand)
        question.press("Check")
        question.choose("Lyon")
        expect(question.error).to_be_hidden()
        expect(question.form.locator("[aria-invalid]")).to_have_count(0)

    def test_is_no_attempt(self, page: Page, hand: Hand) -> None:
        question = at(page, "one-try", hand)
        question.press("Check")
        question.answer("The Hague")
        question.says("Correct.")


@pytest.mark.parametrize(("name", "first"), [("capital", "Marseille"), ("swiss-towns", "Milan")])
def test_the_first_control_takes_the_focus_in_whatever_order_they_stand(turned: Page, name: str, first: str) -> None:
    """The choices are shuffled; the first is the one that a learner sees first."""
    question = Question(turned, name)
    assert question.order()[0] == first
    question.press("Check")
    expect(question.control(first)).to_be_focused()
    expect(question.control(first)).to_have_accessible_description(re.compile("^Choose .* first.$"))


class TestWrongAnswer:
    def test_is_told_in_words_with_the_feedback_of_that_choice_alone(self, page: Page, hand: Hand) -> None:
        question = at(page, "capital", hand)
        question.answer("Lyon")
        question.shows_feedback_of("Lyon")
        expect(question.feedback("Lyon")).to_contain_text("Not yet")
        expect(question.feedback("Lyon")).to_contain_text("Lyon is the seat of a region.")
        expect(question.explanation).to_have_count(0)

    def test_is_said_aloud_while_the_focus_stays(self, page: Page, hand: Hand) -> None:
        """The status stands on the page from the beginning, or a screen reader would not hear it change."""
        question = at(page, "capital", hand)
        expect(question.status).to_have_count(1)
        question.answer("Lyon")
        question.says("Not yet: you chose Lyon.")
        question.says("Lyon is the seat of a region.")
        expect(focused(page)).to_have_text("Try again")

    def test_describes_the_choice(self, page: Page, hand: Hand) -> None:
        question = at(page, "capital", hand)
        question.answer("Marseille")
        expect(question.control("Marseille")).to_have_accessible_description(
            re.compile("Not yet.*Marseille has a port, and no parliament.")
        )

    def test_gives_nothing_away(self, page: Page, hand: Hand) -> None:
        question = at(page, "capital", hand)
        question.answer("Lyon")
        expect(question.form.get_by_text("Both chambers meet there.")).to_be_hidden()
        expect(question.form.get_by_text("Right", exact=True)).to_be_hidden()

    def test_leaves_the_controls_alive(self, page: Page, hand: Hand) -> None:
        question = at(page, "capital", hand)
        question.answer("Lyon")
        for control in question.controls.all():
            expect(control).to_be_enabled()

    def test_a_link_in_its_feedback_leads_where_it_says(self, page: Page, hand: Hand) -> None:
        """The whole box of a choice is its label's; the feedback in it is not."""
        question = at(page, "capital", hand)
        question.answer("Lyon")
        hand.press(question.feedback("Lyon").get_by_role("link", name="where governments sit"))
        expect(page).to_have_url(re.compile("#where-governments-sit$"))
        expect(question.control("Lyon")).to_be_checked()


class TestTryAgain:
    def test_clears_the_verdict_and_goes_back_to_the_choices(self, page: Page, hand: Hand) -> None:
        question = at(page, "capital", hand)
        question.answer("Lyon")
        question.press("Try again")
        question.is_open()
        assert question.chosen() == []
        expect(question.control("Lyon")).to_be_focused()

    def test_is_also_done_by_another_choice(self, page: Page, hand: Hand) -> None:
        question = at(page, "capital", hand)
        question.answer("Lyon")
        question.choose("Marseille")
        question.is_open()
        assert question.chosen() == ["Marseille"]

    def test_may_end_well(self, page: Page, hand: Hand) -> None:
        question = at(page, "capital", hand)
        question.answer("Lyon")
        question.press("Try again")
        question.answer("Paris")
        question.says("Correct.")
        question.shows_feedback_of("Paris")


class TestHints:
    """Folds of the page: they come one after the other, and nothing is kept of them."""

    def test_come_one_at_a_time(self, page: Page, hand: Hand) -> None:
        question = at(page, "capital", hand)
        expect(question.hint(1).get_by_text("It lies in the north.")).to_be_hidden()
        expect(question.hint(2)).to_be_hidden()
        question.unfold(question.hint(1))
        expect(question.hint(1).get_by_text("It lies in the north.")).to_be_visible()
        expect(question.hint(2)).to_be_visible()
        expect(question.hint(2).get_by_text("The Seine flows through it.")).to_be_hidden()
        question.unfold(question.hint(2))
        expect(question.hint(2).get_by_text("The Seine flows through it.")).to_be_visible()

    def test_can_be_taken_after_a_wrong_answer(self, page: Page, hand: Hand) -> None:
        question = at(page, "capital", hand)
        question.answer("Lyon")
        question.unfold(question.hint(1))
        expect(question.hint(1).get_by_text("It lies in the north.")).to_be_visible()
        question.shows_feedback_of("Lyon")

    def test_can_be_folded_up_again(self, page: Page, hand: Hand) -> None:
        question = at(page, "capital", hand)
        question.unfold(question.hint(1))
        question.unfold(question.hint(1))
        expect(question.hint(1).get_by_text("It lies in the north.")).to_be_hidden()

    def test_are_not_offered_where_there_are_none(self, page: Page) -> None:
        expect(Question(page, "swiss-towns").form.locator(".hint")).to_have_count(0)


class TestRightAnswer:
    def test_is_told_and_explained(self, page: Page, hand: Hand) -> None:
        question = at(page, "capital", hand)
        question.answer("Paris")
        question.says("Correct.")
        question.shows_feedback_of("Paris")
        expect(question.feedback("Paris")).to_contain_text("Correct")
        expect(question.feedback("Paris")).to_contain_text("Both chambers meet there.")
        expect(question.explanation).to_have_text("The French parliament has met in Paris since 1879.")
        expect(focused(page)).to_have_text("Answer again")

    def test_the_fold_says_why_not_the_others(self, page: Page, hand: Hand) -> None:
        question = at(page, "capital", hand)
        question.answer("Paris")
        question.show_the_answer()
        expect(question.solution.get_by_text("Marseille has a port, and no parliament.")).to_be_visible()
        question.shows_feedback_of("Paris")

    def test_can_be_practised_again(self, page: Page, hand: Hand) -> None:
        question = at(page, "capital", hand)
        question.answer("Paris")
        question.press("Answer again")
        question.is_open()
        question.answer("Lyon")
        question.says("Not yet: you chose Lyon.")

    def test_enter_in_a_choice_checks_it(self, page: Page) -> None:
        """What a form does by itself; the focus stays on the choice."""
        question = at(page, "capital")
        question.choose("Paris")
        question.control("Paris").press("Enter")
        question.says("Correct.")
        expect(question.control("Paris")).to_be_focused()


class TestShowTheAnswer:
    def test_is_offered_only_after_a_try(self, page: Page, hand: Hand) -> None:
        question = at(page, "capital", hand)
        expect(question.solution).to_be_hidden()
        question.answer("Lyon")
        expect(question.solution).to_be_visible()
        expect(question.solution).not_to_have_attribute("open", "")
        question.press("Try again")
        question.is_open()

    def test_tells_everything(self, page: Page, hand: Hand) -> None:
        question = at(page, "capital", hand)
        question.answer("Lyon")
        question.show_the_answer()
        for text in ("Lyon is the seat", "Both chambers meet there.", "Marseille has a port", "has met in Paris since"):
            expect(question.solution.get_by_text(text)).to_be_visible()
        question.shows_feedback_of("Lyon")

    def test_settles_the_question(self, page: Page, hand: Hand) -> None:
        question = at(page, "capital", hand)
        question.answer("Lyon")
        question.show_the_answer()
        question.press("Try again")
        question.answer("Paris")
        question.says("Correct.")
        assert answers(page, "capital") == [
            {"response": ["1"], "correct": False, "settled": False},
            {"response": ["1"], "settled": True},
        ]

    def test_leaves_the_focus_where_it_was(self, page: Page, hand: Hand) -> None:
        question = at(page, "capital", hand)
        question.answer("Lyon")
        question.show_the_answer()
        expect(question.solution).to_have_attribute("open", "")
        expect(focused(page)).to_have_text("Show the answer")


class TestAttempts:
    def test_the_last_settles_the_question(self, page: Page, hand: Hand) -> None:
        question = at(page, "one-try", hand)
        question.answer("Amsterdam")
        question.says("Not yet: you chose Amsterdam.")
        question.shows_feedback_of("Amsterdam", "The Hague")
        expect(question.feedback("The Hague")).to_contain_text("The answer")
        expect(question.feedback("Amsterdam")).to_contain_text("Not this one")
        expect(
            question.solution.get_by_text("The capital and the seat of government can be two towns.")
        ).to_be_visible()
        expect(question.button("Try again")).to_be_hidden()

    def test_are_counted_down(self, page: Page, hand: Hand) -> None:
        question = at(page, "three-tries", hand)
        expect(question.form.locator(".question-head")).to_contain_text("3 tries")
        question.answer("Rio de Janeiro")
        question.says("2 tries left.")
        question.press("Try again")
        question.answer("São Paulo")
        question.says("1 try left.")
        question.press("Try again")
        question.answer("Rio de Janeiro")
        expect(question.solution).to_have_attribute("open", "")
        expect(question.status).not_to_contain_text("left")

    def test_the_first_is_what_counts(self, page: Page, hand: Hand) -> None:
        question = at(page, "capital", hand)
        question.answer("Lyon")
        question.press("Try again")
        question.answer("Paris")
        question.says("Correct.")
        assert answers(page, "capital") == [
            {"response": ["1"], "correct": False, "settled": False},
            {"response": ["2"], "correct": True, "settled": True},
        ]


class TestSeveralRight:
    def test_exactly_right(self, page: Page, hand: Hand) -> None:
        question = at(page, "swiss-towns", hand)
        question.answer("Bern", "Basel")
        question.says("Correct.")
        question.shows_feedback_of("Bern", "Basel")
        expect(question.explanation).to_have_text("Two of them are Swiss: Bern and Basel.")

    def test_partly_right_says_that_there_is_more_to_find(self, page: Page, hand: Hand) -> None:
        question = at(page, "swiss-towns", hand)
        question.answer("Bern")
        question.says("Not yet: you chose Bern.")
        question.says("There is more to find.")
        question.shows_feedback_of("Bern")
        expect(question.feedback("Bern")).to_contain_text("Right")

    def test_right_and_wrong_together(self, page: Page, hand: Hand) -> None:
        question = at(page, "swiss-towns", hand)
        question.answer("Bern", "Vienna")
        question.shows_feedback_of("Bern", "Vienna")
        expect(question.feedback("Bern")).to_contain_text("Right")
        expect(question.feedback("Vienna")).to_contain_text("Not this one")
        expect(question.status).not_to_contain_text("There is more to find.")

    def test_everything_ticked_is_not_right(self, page: Page, hand: Hand) -> None:
        question = at(page, "swiss-towns", hand)
        question.answer("Bern", "Vienna", "Basel", "Milan")
        question.says("Not yet")
        expect(question.explanation).to_have_count(0)

    def test_try_again_keeps_what_was_ticked(self, page: Page, hand: Hand) -> None:
        question = at(page, "swiss-towns", hand)
        question.answer("Bern")
        question.press("Try again")
        question.shows_feedback_of("Bern")
        assert question.chosen() == ["Bern"]
        question.answer("Basel")
        question.says("Correct.")

    def test_once_the_answer_was_shown_what_was_missed_is_marked(self, page: Page, hand: Hand) -> None:
        question = at(page, "swiss-towns", hand)
        question.answer("Milan")
        question.show_the_answer()
        page.reload()
        for town in ("Bern", "Basel"):
            expect(question.feedback(town)).to_contain_text("Also right")


class TestOrder:
    def test_is_kept(self, page: Page) -> None:
        names = ("capital", "swiss-towns", "last-stays")
        before = [Question(page, name).order() for name in names]
        for _ in range(3):
            page.reload()
            assert [Question(page, name).order() for name in names] == before

    def test_is_the_authors_where_they_say_so(self, page: Page) -> None:
        for _ in range(5):
            page.evaluate("localStorage.clear()")
            page.reload()
            assert Question(page, "in-order").order() == ["By road", "By ship", "By train"]

    def test_is_shuffled_else(self, turned: Page) -> None:
        assert Question(turned, "swiss-towns").order() == ["Milan", "Vienna", "Basel", "Bern"]

    def test_leaves_a_choice_that_speaks_of_the_others_where_it_is(self, turned: Page) -> None:
        assert Question(turned, "last-stays").order() == ["Istanbul", "Sydney", "Geneva", "None of these"]

    def test_is_the_order_in_which_the_keyboard_moves(self, turned: Page) -> None:
        question = Question(turned, "swiss-towns")
        question.controls.first.focus()
        for town in ("Vienna", "Basel", "Bern"):
            turned.keyboard.press("Tab")
            expect(question.control(town)).to_be_focused()

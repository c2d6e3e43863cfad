"""A quiz from its first button to its result, and again.

The lesson `quizzes/` of `tests/browser/kinds_course` has two: `drawn` asks four of six questions one at a time and
tells the result at the end; `together` shows two at once and tells of each as it is checked.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .axe import violations
from .conftest import Contexts
from .looks import LOOKS, OVERFLOW, PHONE, SMALL_TARGETS
from .memory import WHILE_AGO, answers, keep_records, record, state
from .question import Hand, Pointer, Question

LESSON = "quizzes/"
NAMES = ["d-flour", "d-rise", "d-order", "d-heat"]
"""What is asked where a test says so; `d-rise` is worth three points."""
BANK = {*NAMES, "d-parts", "d-tools"}


class Quiz:
    """A quiz as a learner sees and works it."""

    def __init__(self, page: Page, name: str, hand: Hand | None = None) -> None:
        self.page = page
        self.name = name
        self.hand = hand or Pointer(page)
        self.section = page.locator(f'.quiz[data-name="{name}"]')
        self.errors = self.section.locator("> .quiz-errors")
        self.result = self.section.locator("> .quiz-result")
        self.heading = self.result.get_by_role("heading", level=3)

    def names(self) -> list[str]:
        """The questions on view, in their order."""
        found: list[str] = self.section.locator(".question").evaluate_all(
            "(forms) => forms.filter((form) => form.checkVisibility()).map(({ dataset }) => dataset.name)"
        )
        return found

    def question(self, name: str) -> Question:
        return Question(self.page, name, self.hand)

    def press(self, name: str) -> None:
        self.hand.press(self.section.get_by_role("button", name=name, exact=True))

    def answer(self, *right: str) -> None:
        """Go through the questions one by one; those named here are answered rightly, the others wrongly."""
        asked = state(self.page, self.name)["current"]["names"]
        for place, name in enumerate(asked):
            question = self.question(name)
            question.give(question.right if name in right else question.wrong)
            if place < len(asked) - 1:
                self.press("Next")

    def shows(self, name: str) -> None:
        """This question alone is on view."""
        expect(self.question(name).form).to_be_visible()
        assert self.names() == [name]


@pytest.fixture
def context(new_context: Contexts, kinds: str) -> BrowserContext:
    """A fresh profile for the course with the quizzes."""
    return new_context(kinds)


@pytest.fixture
def drawn(page: Page, kinds: str, hand: Hand) -> Quiz:
    """The quiz that is drawn, not begun."""
    page.goto(f"{kinds}{LESSON}#drawn")
    return Quiz(page, "drawn", hand)


@pytest.fixture
def together(page: Page, kinds: str, hand: Hand) -> Quiz:
    """The quiz that shows all at once, not begun."""
    page.goto(f"{kinds}{LESSON}#together")
    return Quiz(page, "together", hand)


def begun(page: Page, kinds: str, answers: dict[str, list[str]] | None = None, place: int = 0) -> Quiz:
    """The quiz with questions that are known, begun a while ago."""
    current = {"seed": 1, "names": NAMES, "answers": answers or {}, "place": place}
    keep_records(page, kinds, "kinds", {"drawn": {"state": {"at": WHILE_AGO, "current": current}}})
    page.goto(f"{kinds}{LESSON}#drawn")
    return Quiz(page, "drawn")


class TestBegin:
    def test_says_what_is_coming(self, drawn: Quiz) -> None:
        expect(drawn.section.get_by_role("heading", level=2)).to_have_text("Four of six")
        for fact in ("4 questions, drawn from 6", "Pass mark 75 %", "2 tries"):
            expect(drawn.section.get_by_text(fact)).to_be_visible()
        expect(drawn.section.get_by_role("button", name="Begin")).to_be_visible()
        assert drawn.names() == []

    def test_shows_the_first_question_and_goes_to_it(self, page: Page, drawn: Quiz) -> None:
        drawn.press("Begin")
        names = state(page, "drawn")["current"]["names"]
        drawn.shows(names[0])
        expect(drawn.question(names[0]).form.get_by_text("Question 1 of 4")).to_be_visible()
        expect(drawn.question(names[0]).fieldset.locator("legend")).to_be_focused()
        expect(drawn.section.get_by_role("button", name="Begin")).to_be_hidden()

    def test_draws_evenly_over_the_objectives(self, page: Page, drawn: Quiz) -> None:
        drawn.press("Begin")
        names = state(page, "drawn")["current"]["names"]
        assert len(set(names)) == 4
        assert set(names) <= BANK
        aims = [drawn.question(name).form.get_attribute("data-objective") for name in names]
        assert sorted(filter(None, aims)) == ["bake-bread"] * 2 + ["know-dough"] * 2


class TestOneByOne:
    def test_goes_back_and_on_and_keeps_the_answers(self, page: Page, drawn: Quiz) -> None:
        drawn.press("Begin")
        names = state(page, "drawn")["current"]["names"]
        expect(drawn.section.get_by_role("button", name="Back")).to_be_hidden()
        expect(drawn.section.get_by_role("button", name="Finish")).to_be_hidden()
        first = drawn.question(names[0])
        first.give(first.right)
        drawn.press("Next")
        drawn.shows(names[1])
        expect(drawn.question(names[1]).fieldset.locator("legend")).to_be_focused()
        drawn.press("Back")
        drawn.shows(names[0])
        drawn.press("Next")
        drawn.press("Next")
        drawn.press("Next")
        drawn.shows(names[3])
        expect(drawn.section.get_by_role("button", name="Next", exact=True)).to_be_hidden()
        expect(drawn.section.get_by_role("button", name="Finish")).to_be_visible()
        assert state(page, "drawn")["current"]["answers"] == {names[0]: first.right}

    def test_a_reload_changes_nothing(self, page: Page, kinds: str, hand: Hand) -> None:
        quiz = begun(page, kinds)
        quiz.hand = hand
        for name in NAMES[:2]:
            quiz.question(name).give(quiz.question(name).wrong)
            quiz.press("Next")
        page.reload()
        quiz.shows("d-order")
        assert state(page, "drawn")["current"]["names"] == NAMES
        quiz.press("Back")
        quiz.shows("d-rise")
        assert quiz.question("d-rise").written() == ["something else"]
        quiz.press("Back")
        assert quiz.question("d-flour").chosen() == ["Butter"]
        expect(quiz.section.locator(".question [data-mark]")).to_have_count(0)

    def test_tells_nothing_before_the_end(self, page: Page, kinds: str) -> None:
        """Not even to somebody who presses Enter in a field, which is how forms are sent."""
        quiz = begun(page, kinds, place=1)
        question = quiz.question("d-rise")
        question.write("salt")
        expect(question.button("Check")).to_be_hidden()
        question.field().press("Enter")
        expect(question.form.locator(".because, [data-mark]")).to_have_count(0)
        expect(question.status).to_have_text("")
        expect(question.solution).to_be_hidden()

    def test_is_kept_in_the_record_of_the_quiz_alone(self, page: Page, kinds: str) -> None:
        quiz = begun(page, kinds, place=1)
        quiz.question("d-rise").write("yeast")
        page.keyboard.press("Tab")
        assert state(page, "drawn")["current"]["answers"] == {"d-rise": ["yeast"]}
        assert record(page, "d-rise") == {}


class TestUnanswered:
    def test_is_listed_with_links_and_a_way_out(self, page: Page, kinds: str, hand: Hand) -> None:
        quiz = begun(page, kinds, {"d-flour": ["1"]}, place=3)
        quiz.hand = hand
        expect(quiz.errors).to_be_hidden()
        quiz.press("Finish")
        expect(quiz.errors).to_be_focused()
        # What stands in order in a list is answered as it stands.
        expect(quiz.errors).to_contain_text("2 questions have no answer yet:")
        expect(quiz.errors.get_by_role("link")).to_have_text(["Question 2 of 4", "Question 4 of 4"])
        hand.press(quiz.errors.get_by_role("link", name="Question 2 of 4"))
        quiz.shows("d-rise")
        expect(quiz.question("d-rise").fieldset.locator("legend")).to_be_focused()
        quiz.press("Finish all the same")
        expect(quiz.heading).to_be_focused()
        expect(quiz.errors).to_be_hidden()


class TestResult:
    def test_of_everything_right(self, page: Page, drawn: Quiz) -> None:
        drawn.press("Begin")
        drawn.answer(*BANK)
        drawn.press("Finish")
        expect(drawn.heading).to_be_focused()
        expect(drawn.heading).to_have_text(re.compile(r"^(\d) of \1 points: 100\s%$"))
        expect(drawn.result.get_by_text("Passed.", exact=True)).to_be_visible()
        expect(drawn.result.get_by_text("Worth another look")).to_have_count(0)
        expect(drawn.result.get_by_role("button", name="Practise those you missed")).to_have_count(0)
        (result,) = answers(page, "drawn")
        assert (result["passed"], result["score"], result["settled"]) == (True, 1, True)
        assert state(page, "drawn")["current"] is None

    def test_counts_for_each_question_but_not_as_a_try_in_its_lesson(self, page: Page, kinds: str) -> None:
        quiz = begun(page, kinds)
        quiz.answer("d-rise")
        quiz.press("Finish")
        assert answers(page, "d-rise") == [{"response": ["yeast"], "correct": True, "in": "drawn"}]
        assert [answers(page, name)[0]["correct"] for name in NAMES].count(True) == 1

    def test_counts_points(self, page: Page, kinds: str) -> None:
        """Three for the second question, one for each other."""
        quiz = begun(page, kinds)
        quiz.answer("d-rise")
        quiz.press("Finish")
        expect(quiz.heading).to_have_text("3 of 6 points: 50 %")
        expect(quiz.result.get_by_text("Not passed yet: 75 % is needed.")).to_be_visible()
        assert answers(page, "drawn")[0]["score"] == 0.5

    def test_counts_points_in_part(self, page: Page, kinds: str) -> None:
        answers = {"d-flour": ["1"], "d-rise": ["yeast"], "d-order": ["1", "3", "2"], "d-heat": ["1"]}
        quiz = begun(page, kinds, answers, place=3)
        quiz.press("Finish")
        expect(quiz.heading).to_have_text(re.compile(r"^4\.3 of 6 points: 72(\.2)?\s%$"))
        expect(quiz.result.get_by_text("Not passed yet: 75 % is needed.")).to_be_visible()

    def test_by_objective_and_what_to_look_at_again(self, page: Page, kinds: str) -> None:
        quiz = begun(page, kinds)
        quiz.answer("d-flour", "d-order", "d-heat")
        quiz.press("Finish")
        aims = quiz.result.locator(".aims-result li")
        expect(aims).to_have_text(
            [re.compile(r"Describe what dough is made of\.\s+1 of 2"), re.compile(r"Bake a loaf of bread\.\s+2 of 2")]
        )
        missed = quiz.result.locator(".missed li")
        expect(missed).to_have_count(1)
        expect(missed.get_by_role("link", name="What makes dough rise?")).to_have_attribute("href", "#d-rise")
        missed.get_by_role("link", name="From flour to loaf").click()
        expect(page).to_have_url(f"{kinds}kinds/#from-flour-to-loaf")

    def test_shows_every_question_with_its_marks(self, page: Page, kinds: str) -> None:
        quiz = begun(page, kinds)
        quiz.answer("d-flour")
        quiz.press("Finish")
        assert quiz.names() == NAMES
        expect(quiz.question("d-flour").feedback("Flour")).to_contain_text("Nothing goes without it.")
        expect(quiz.question("d-rise").part("1")).to_have_attribute("data-mark", "wrong")
        expect(quiz.question("d-rise").solution.get_by_text("It makes gas.")).to_be_visible()
        assert quiz.question("d-rise").written() == ["something else"]
        for name in NAMES:
            expect(quiz.question(name).button("Answer again")).to_have_count(0)

    def test_is_there_after_a_reload_and_takes_no_focus(self, page: Page, kinds: str) -> None:
        quiz = begun(page, kinds)
        quiz.answer("d-flour")
        quiz.press("Finish")
        text = quiz.heading.inner_text()
        page.goto(f"{kinds}{LESSON}")
        expect(quiz.heading).to_have_text(text)
        assert quiz.names() == NAMES
        assert page.evaluate("document.activeElement === document.body")

    def test_counts_as_a_step_of_the_lesson(self, page: Page, kinds: str) -> None:
        quiz = begun(page, kinds)
        quiz.answer()
        quiz.press("Finish")
        expect(quiz.heading).to_be_visible()
        assert record(page, "drawn")["lesson"] == page.locator("main").get_attribute("data-key")


class TestAgain:
    def test_draws_anew_and_counts_the_attempts(self, page: Page, drawn: Quiz) -> None:
        page.evaluate("Math.random = () => 0.1")
        drawn.press("Begin")
        first = state(page, "drawn")["current"]["names"]
        drawn.answer()
        drawn.press("Finish")
        expect(drawn.result.get_by_text("1 attempt left.")).to_be_visible()
        page.evaluate("Math.random = () => 0.7")
        drawn.press("Take it again")
        second = state(page, "drawn")["current"]["names"]
        assert second != first
        drawn.shows(second[0])
        expect(drawn.section.locator(".question:not([hidden]) [data-mark]")).to_have_count(0)
        drawn.answer(*BANK)
        drawn.press("Finish")
        expect(drawn.result.get_by_text("That was the last attempt.")).to_be_visible()
        expect(drawn.result.get_by_role("button", name="Take it again")).to_have_count(0)
        assert [(result["passed"], result["score"]) for result in answers(page, "drawn")] == [(False, 0), (True, 1)]
        page.reload()
        expect(drawn.result.get_by_text("That was the last attempt.")).to_be_visible()
        expect(drawn.section.get_by_role("button", name="Begin")).to_be_hidden()

    def test_what_was_missed_can_be_practised_and_counts_for_nothing(self, page: Page, kinds: str, hand: Hand) -> None:
        quiz = begun(page, kinds)
        quiz.answer("d-flour", "d-order")
        quiz.press("Finish")
        before = answers(page, "drawn"), answers(page, "d-rise")
        quiz.hand = hand
        quiz.press("Practise those you missed")
        assert quiz.names() == ["d-rise", "d-heat"]
        question = quiz.question("d-rise")
        expect(question.fieldset.locator("legend")).to_be_focused()
        question.write("yeast")
        question.press("Check")
        question.says("Correct.")
        assert (answers(page, "drawn"), answers(page, "d-rise")) == before
        page.reload()
        expect(quiz.heading).to_have_text("2 of 6 points: 33.3 %")
        assert quiz.names() == NAMES


class TestAtOnce:
    def test_all_questions_are_on_view(self, together: Quiz) -> None:
        together.press("Begin")
        assert together.names() == ["t-true", "t-name"]
        expect(together.section.get_by_role("button", name="Back")).to_be_hidden()
        expect(together.section.get_by_role("button", name="Next", exact=True)).to_be_hidden()

    def test_each_tells_at_once_and_the_first_try_counts(self, page: Page, together: Quiz) -> None:
        together.press("Begin")
        question = together.question("t-true")
        question.answer("True")
        question.says("Not yet: you chose True.")
        question.press("Try again")
        question.answer("False")
        question.says("Correct.")
        together.question("t-name").write("crust")
        together.question("t-name").press("Check")
        together.press("Finish")
        expect(together.heading).to_have_text("2 of 3 points: 66.6 %")
        expect(together.result.get_by_text(re.compile("[Pp]assed"))).to_have_count(0)
        assert answers(page, "together")[0]["answers"] == {"t-true": ["1"], "t-name": ["crust"]}

    def test_a_reload_does_not_give_a_second_first_try(self, page: Page, together: Quiz) -> None:
        together.press("Begin")
        question = together.question("t-true")
        question.answer("True")
        question.says("Not yet")
        page.reload()
        expect(question.feedback("True")).to_be_visible()
        question.press("Answer again")
        question.answer("False")
        question.says("Correct.")
        assert state(page, "together")["current"]["answers"] == {"t-true": ["1"]}

    def test_what_was_not_checked_is_listed(self, together: Quiz) -> None:
        together.press("Begin")
        together.question("t-true").answer("False")
        together.press("Finish")
        expect(together.errors).to_be_focused()
        expect(together.errors.get_by_role("link")).to_have_text(["Question 2 of 2"])
        together.press("Finish all the same")
        expect(together.heading).to_have_text("1 of 3 points: 33.3 %")

    def test_may_be_taken_without_end(self, together: Quiz) -> None:
        for _ in range(2):
            together.press("Take it again" if together.heading.count() else "Begin")
            together.press("Finish")
            together.press("Finish all the same")
            expect(together.heading).to_have_text("0 of 3 points: 0 %")
        expect(together.section.get_by_text("left")).to_have_count(0)


def test_two_quizzes_of_a_page_know_nothing_of_each_other(page: Page, kinds: str) -> None:
    page.goto(kinds + LESSON)
    drawn, together = Quiz(page, "drawn"), Quiz(page, "together")
    drawn.press("Begin")
    assert together.names() == []
    together.press("Begin")
    together.press("Finish")
    together.press("Finish all the same")
    expect(together.heading).to_be_focused()
    assert len(drawn.names()) == 1
    expect(drawn.result).to_be_hidden()
    page.reload()
    expect(together.heading).to_be_visible()
    assert len(drawn.names()) == 1


JUNK: dict[str, dict[str, Any]] = {
    "the state is a number": {"state": 7},
    "current is a number": {"state": {"current": 7}},
    "names are text": {"state": {"current": {"names": "d-flour"}}},
    "names of nobody": {"state": {"current": {"names": ["gone", "constructor", "__proto__"]}}},
    "answers are null": {"state": {"current": {"names": NAMES, "answers": None, "place": 0}}},
    "answers are anything": {
        "state": {"current": {"names": NAMES, "answers": {"d-flour": 7, "d-rise": [None], "d-order": {}}}}
    },
    "place is below": {"state": {"current": {"names": NAMES, "answers": {}, "place": -3}}},
    "place is between": {"state": {"current": {"names": NAMES, "answers": {}, "place": 1.5}}},
    "place is text": {"state": {"current": {"names": NAMES, "answers": {}, "place": "length"}}},
    "results are text": {"answers": "many"},
    "a result of nobody": {"answers": [{"at": WHILE_AGO, "names": ["constructor"]}]},
    "a result of nothing": {"answers": [None]},
    "a result without answers": {"answers": [{"at": WHILE_AGO, "names": NAMES}]},
    "a result of anything": {
        "answers": [{"at": WHILE_AGO, "names": NAMES, "answers": [3], "score": "high", "passed": "maybe"}]
    },
}


@pytest.mark.parametrize("junk", JUNK)
def test_a_broken_record_is_harmless(page: Page, kinds: str, junk: str) -> None:
    keep_records(page, kinds, "kinds", {"drawn": JUNK[junk]})
    page.goto(f"{kinds}{LESSON}#drawn")
    quiz = Quiz(page, "drawn")
    buttons = quiz.section.get_by_role("button", name=re.compile("^(Begin|Next|Finish|Take it again)$"))
    expect(buttons.first).to_be_visible()
    if quiz.heading.is_visible():
        quiz.press("Take it again")
    elif quiz.section.get_by_role("button", name="Begin").is_visible():
        quiz.press("Begin")
    quiz.answer(*BANK)
    quiz.press("Finish")
    expect(quiz.heading).to_have_text(re.compile(r"100\s%$"))


class TestLooks:
    """In each of its states: axe in light and dark, 320 pixels, thumbs, forced colours, right to left."""

    @pytest.fixture
    def small(self, new_context: Contexts, kinds: str) -> Page:
        return new_context(kinds, bypass_csp=True, viewport=PHONE).new_page()

    def test_are_right_in_each_state(self, small: Page, kinds: str) -> None:
        quiz = begun(small, kinds, {"d-flour": ["2"], "d-rise": ["yeast"]})
        self.look(small, "taking")
        for _ in range(3):
            quiz.press("Next")
        quiz.press("Finish")
        expect(quiz.errors).to_be_visible()
        self.look(small, "unanswered")
        quiz.press("Finish all the same")
        expect(quiz.heading).to_be_visible()
        self.look(small, "done")
        quiz.press("Practise those you missed")
        quiz.question("d-flour").answer("Butter")
        self.look(small, "practice")

    def test_are_right_where_all_is_told_at_once(self, small: Page, kinds: str) -> None:
        small.goto(kinds + LESSON)
        self.look(small, "idle", "#together")
        quiz = Quiz(small, "together")
        quiz.press("Begin")
        quiz.question("t-true").answer("True")
        self.look(small, "at once", "#together")

    def look(self, page: Page, state: str, within: str = "#drawn") -> None:
        """Nothing is wrong with the quiz as it stands."""
        for scheme, direction in LOOKS:
            page.emulate_media(color_scheme=scheme)
            page.evaluate("(direction) => { document.documentElement.dir = direction; }", direction)
            assert violations(page, within) == [], (state, scheme)
            assert page.evaluate(OVERFLOW) is False, (state, direction)
            assert page.evaluate(SMALL_TARGETS) == [], (state, direction)
        page.evaluate("document.documentElement.dir = 'ltr'")

    def test_forced_colours_leave_the_words(self, page: Page, kinds: str) -> None:
        page.emulate_media(forced_colors="active")
        quiz = begun(page, kinds)
        quiz.answer("d-flour")
        quiz.press("Finish")
        expect(quiz.result.get_by_text("Not passed yet: 75 % is needed.")).to_be_visible()
        expect(quiz.question("d-rise").form.get_by_text("Not right", exact=True)).to_be_visible()
        expect(quiz.question("d-flour").form.get_by_text("Correct", exact=True)).to_be_visible()

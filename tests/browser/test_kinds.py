"""What each kind of question does besides what all of them do.

The lessons `kinds/` and `variants/` of `tests/browser/kinds_course`.
"""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from minicourse.render.contract import CONTRACTS

from .conftest import Contexts
from .memory import WHILE_AGO, answers, keep_records, record, state
from .question import Hand, Question

ASKED = tuple(kind for kind in CONTRACTS if kind not in ("flashcards", "scenario"))
JUDGED = tuple(kind for kind in ASKED if kind not in ("open", "survey"))
VARIANTS = ("choose-two", "two-words", "tolerance", "two-places", "hinted", "up-to-two", "habits", "in-your-words")


@pytest.fixture
def context(new_context: Contexts, kinds: str) -> BrowserContext:
    """A fresh profile for the course with every kind."""
    return new_context(kinds)


@pytest.fixture
def at(page: Page, kinds: str, hand: Hand) -> Any:
    """Goes to a question by its name."""

    def go(name: str) -> Question:
        page.goto(f"{kinds}{'variants' if name in VARIANTS else 'kinds'}/#{name}")
        return Question(page, name, hand)

    return go


class TestPartByPart:
    """Each part has its verdict, and only the wrong ones are asked again."""

    @pytest.mark.parametrize(
        ("name", "answer"),
        [
            ("gaps", ["300", "sugar", "1"]),
            ("matching", ["1", "3", "2"]),
            ("matrix", ["1", "1"]),
            ("ordering", ["1", "3", "2", "4"]),
        ],
    )
    def test_what_is_right_stays_marked(self, at: Any, name: str, answer: list[str]) -> None:
        question = at(name)
        question.give(answer)
        question.check()
        expect(question.part("1")).to_have_attribute("data-mark", "right")
        expect(question.part("2")).to_have_attribute("data-mark", "wrong")
        question.press("Try again")
        expect(question.part("1")).to_have_attribute("data-mark", "right")
        expect(question.form.locator("[data-mark=wrong]")).to_have_count(0)
        rights = question.form.locator("[data-part][data-mark=right]").count()
        expect(question.form.locator(".because strong")).to_have_text(["Correct"] * rights)
        focus_in_a_wrong_part = ":is([data-part]:not([data-mark])) :focus"
        expect(question.fieldset.locator(focus_in_a_wrong_part)).to_have_count(1)
        question.give(question.right)
        question.check()
        question.says("Correct.")

    def test_a_right_part_that_is_changed_loses_its_mark(self, at: Any) -> None:
        question = at("matching")
        question.give(["1", "3", "2"])
        question.check()
        question.hand.pick(question.field("1"), "4")
        expect(question.part("1")).not_to_have_attribute("data-mark", "right")

    @pytest.mark.parametrize("name", ["gaps", "matching", "matrix", "ordering"])
    def test_no_verdict_is_a_colour_alone(self, at: Any, name: str) -> None:
        question = at(name)
        question.give(question.wrong)
        question.check()
        parts = question.fieldset.locator("[data-part][data-mark]").count()
        expect(question.fieldset.locator(".because strong")).to_have_count(parts)

    def test_each_wrong_part_tells_its_own_feedback(self, at: Any) -> None:
        question = at("gaps")
        question.give(["3", "sugar", "2"])
        question.check()
        question.says("Not yet: 1 of 3 right.")
        expect(question.note("1")).to_contain_text("Count on 60 g of water")
        expect(question.note("2")).to_contain_text("It is alive, and makes gas.")
        expect(question.note("3")).to_have_text("Correct")

    def test_the_fold_tells_what_every_part_accepts(self, at: Any) -> None:
        question = at("gaps")
        question.give(question.wrong)
        question.check()
        question.show_the_answer()
        expect(question.solution.get_by_text("also: leaven")).to_be_visible()
        expect(question.solution.get_by_text("Three parts of water to five of flour")).to_be_visible()


class TestAgain:
    @pytest.mark.parametrize("name", JUDGED)
    def test_a_settled_question_begins_without_marks(self, page: Page, kinds: str, name: str) -> None:
        page.goto(f"{kinds}kinds/#{name}")
        question = Question(page, name)
        question.give(question.right)
        question.check()
        question.press("Answer again")
        expect(question.form.locator("[data-mark], .because, > .explanation")).to_have_count(0)
        question.give(question.wrong)
        question.check()
        question.says("Not yet")
        assert answers(page, name) == [{"response": question.right, "correct": True, "settled": True}]


class TestWriting:
    def test_a_near_miss_says_check_the_spelling_and_is_no_attempt(self, page: Page, at: Any) -> None:
        question = at("two-words")
        question.give(["leavn", "yeast"])
        question.check()
        question.says("Check the spelling")
        expect(question.note("1")).to_contain_text("Check the spelling")
        expect(question.part("1")).to_have_attribute("data-mark", "near")
        assert answers(page, "two-words") == []
        question.give(["leaven", "yeast"])
        question.check()
        question.says("Correct.")
        assert [fact["correct"] for fact in answers(page, "two-words")] == [True]

    def test_a_near_miss_outlives_a_look_at_the_answer(self, page: Page, at: Any) -> None:
        question = at("two-words")
        question.give(["leavn", "yeast"])
        question.check()
        question.show_the_answer()
        page.reload()
        expect(question.field("1")).to_have_value("leavn")

    def test_a_near_miss_beside_a_mistake_is_an_attempt(self, page: Page, at: Any) -> None:
        question = at("two-words")
        question.give(["leavn", "sugar"])
        question.check()
        question.says("Not yet: 0 of 2 right.")
        expect(question.part("1")).to_have_attribute("data-mark", "near")
        expect(question.part("2")).to_have_attribute("data-mark", "wrong")
        assert [fact["correct"] for fact in answers(page, "two-words")] == [False]

    @pytest.mark.parametrize("text", ["  The  CRUMB. ", "crumb"])
    def test_case_and_spaces_do_not_matter(self, page: Page, kinds: str, text: str) -> None:
        page.goto(kinds + "kinds/#short")
        question = Question(page, "short")
        question.write(text)
        question.check()
        question.says("Correct.")

    def test_enter_checks(self, page: Page, kinds: str) -> None:
        page.goto(kinds + "kinds/#short")
        question = Question(page, "short")
        question.write("crumb")
        question.field().press("Enter")
        question.says("Correct.")
        expect(question.field()).to_be_focused()

    @pytest.mark.parametrize(
        ("name", "text", "feedback"),
        [
            ("short", "the crust", "Not yet"),
            ("short", "Crust", "The crust is the hard part."),
            ("number", "700", "That is what is left of it."),
            ("number", "700 g", "That is what is left of it."),
            ("tolerance", "\N{MINUS SIGN}12.5", "The sign is wrong."),
            ("tolerance", "1 250", "Two places too far."),
        ],
    )
    def test_a_foreseen_answer_has_feedback_of_its_own(
        self, page: Page, kinds: str, name: str, text: str, feedback: str
    ) -> None:
        page.goto(f"{kinds}{'variants' if name in VARIANTS else 'kinds'}/#{name}")
        question = Question(page, name)
        question.write(text)
        question.check()
        question.says("Not yet.")
        expect(question.note("1")).to_contain_text(feedback)
        expect(question.field()).to_have_accessible_description(
            f"Not yet {'' if feedback == 'Not yet' else feedback}".strip()
        )

    def test_a_number_is_read_however_it_is_written(self, page: Page, kinds: str) -> None:
        page.goto(kinds + "variants/#tolerance")
        question = Question(page, "tolerance")
        for text in ("12.5", "12,5", "+12.5", "12.50 %", "12,5%", " 12.5 ", "١٢٫٥"):
            question.write(text)
            question.check()
            question.says("Correct.")
            question.press("Answer again")

    def test_what_is_no_number_is_told_so_and_is_no_attempt(self, page: Page, at: Any) -> None:
        question = at("tolerance")
        for text in ("twelve", "12.5.1", "12 kg"):
            question.write(text)
            question.check()
            expect(question.error).to_have_text("Write a number, in figures.")
            expect(question.field()).to_be_focused()
            expect(question.field()).to_have_accessible_description("Write a number, in figures.")
            assert question.written() == [text]
        assert record(page, "tolerance") == {}


class TestChoosing:
    def test_choose_two_means_two(self, page: Page, at: Any) -> None:
        question = at("choose-two")
        expect(question.form.locator(".question-head")).to_contain_text("Choose 2")
        question.answer("Rye")
        expect(question.error).to_have_text("Choose 2; you have chosen 1.")
        question.answer("Potato", "Spelt")
        expect(question.error).to_have_text("Choose 2; you have chosen 3.")
        assert answers(page, "choose-two") == []
        question.hand.choose(question.control("Potato"))
        question.press("Check")
        question.says("Correct.")

    def test_a_place_on_the_picture_is_chosen_by_pointing_at_it(self, page: Page, kinds: str) -> None:
        page.goto(kinds + "kinds/#hotspot")
        question = Question(page, "hotspot")
        question.form.locator('[data-spot="1"]').click()
        expect(question.form.get_by_role("radio", name="The upper shelf")).to_be_checked()
        question.form.locator('[data-spot="2"]').click()
        expect(question.form.get_by_role("radio", name="The middle shelf")).to_be_checked()
        question.check()
        question.says("Correct.")

    def test_the_picture_shows_which_place_is_chosen(self, page: Page, kinds: str) -> None:
        page.goto(kinds + "kinds/#hotspot")
        question = Question(page, "hotspot")
        question.hand.choose(question.form.get_by_role("radio", name="The upper shelf"))
        expect(question.form.locator("[data-spot][data-on]")).to_have_attribute("data-spot", "1")
        question.check()
        page.reload()
        expect(question.form.locator("[data-spot][data-on]")).to_have_attribute("data-spot", "1")
        question.press("Try again")
        expect(question.form.locator("[data-spot][data-on]")).to_have_count(0)

    def test_pointing_again_takes_back_one_of_several(self, page: Page, kinds: str) -> None:
        page.goto(kinds + "variants/#two-places")
        question = Question(page, "two-places")
        for spot in ("1", "3", "3", "2"):
            question.form.locator(f'[data-spot="{spot}"]').click()
        question.check()
        question.says("Correct.")

    def test_how_sure_one_is_is_kept_with_each_attempt(self, page: Page, at: Any) -> None:
        question = at("choice")
        sure = question.form.get_by_role("radiogroup", name="How sure are you?")
        question.choose("Salt")
        question.hand.choose(sure.get_by_label("Certain"))
        question.press("Check")
        question.press("Try again")
        question.choose("Yeast")
        question.hand.choose(sure.get_by_label("A guess"))
        question.press("Check")
        question.says("Correct.")
        assert answers(page, "choice") == [
            {"response": ["2"], "correct": False, "settled": False, "sure": "3"},
            {"response": ["1"], "correct": True, "settled": True, "sure": "1"},
        ]

    def test_nobody_must_say_how_sure_they_are(self, page: Page, at: Any) -> None:
        question = at("choice")
        question.answer("Yeast")
        question.says("Correct.")
        assert "sure" not in answers(page, "choice")[0]


class TestOrdering:
    STEPS = ("Mix flour and water", "Let the dough rise", "Shape the loaves", "Bake them")

    def test_a_move_is_announced_and_keeps_the_focus(self, at: Any) -> None:
        question = at("ordering")
        value = question.steps()[1]
        down = question.part(value).get_by_role("button", name="Move down")
        question.hand.press(down)
        assert question.steps()[2] == value
        question.says(f"{self.STEPS[int(value) - 1]}: now 3 of 4")
        expect(down).to_be_focused()

    def test_at_the_end_the_focus_goes_to_the_other_button(self, at: Any) -> None:
        question = at("ordering")
        value = question.steps()[2]
        question.hand.press(question.part(value).get_by_role("button", name="Move down"))
        expect(question.part(value).get_by_role("button", name="Move down")).to_be_disabled()
        expect(question.part(value).get_by_role("button", name="Move up")).to_be_focused()
        question.says("now 4 of 4")

    def test_a_button_says_what_it_moves(self, at: Any) -> None:
        question = at("ordering")
        for place, step in enumerate(self.STEPS, 1):
            for button, move in zip(question.part(str(place)).get_by_role("button").all(), ("up", "down"), strict=True):
                expect(button).to_have_accessible_name(f"Move {move} {step}")

    def test_it_does_not_begin_in_the_right_order(self, at: Any) -> None:
        assert at("ordering").steps() != ["1", "2", "3", "4"]

    def test_the_order_is_kept(self, page: Page, at: Any) -> None:
        question = at("ordering")
        question.give(["4", "3", "2", "1"])
        question.check()
        question.says("Not yet")
        page.reload()
        expect(question.part("4")).to_have_attribute("data-mark", "wrong")
        assert question.steps() == ["4", "3", "2", "1"]


class TestUnjudged:
    def test_an_answer_is_held_against_the_model(self, page: Page, at: Any) -> None:
        question = at("open")
        expect(question.solution).to_be_hidden()
        question.write("Gas takes time.")
        question.press("Compare")
        question.says("The model answer stands below.")
        expect(question.solution.get_by_text("So that yeast has time")).to_be_visible()
        question.hand.choose(question.solution.get_by_label("It says what the time is for."))
        page.reload()
        assert question.written() == ["Gas takes time."]
        expect(question.solution.get_by_label("It says what the time is for.")).to_be_checked()
        expect(question.solution.get_by_label("It names the yeast.")).not_to_be_checked()
        expect(question.solution.get_by_text("Waiting is most of baking.")).to_be_visible()

    def test_a_draft_is_kept_without_the_model_answer(self, page: Page, at: Any) -> None:
        question = at("open")
        question.write("Gas")
        page.keyboard.press("Tab")
        page.reload()
        assert question.written() == ["Gas"]
        expect(question.solution).to_be_hidden()

    def test_an_answer_can_be_bettered(self, page: Page, at: Any) -> None:
        question = at("open")
        question.write("Gas.")
        question.press("Compare")
        question.write("Gas, and time.")
        question.press("Compare")
        page.reload()
        assert question.written() == ["Gas, and time."]
        assert [fact["response"] for fact in answers(page, "open")] == [["Gas."], ["Gas, and time."]]

    def test_a_survey_is_kept(self, page: Page, at: Any) -> None:
        question = at("survey")
        question.choose("Never")
        question.press("Keep my answer")
        question.says("Kept in this browser.")
        page.reload()
        assert question.chosen() == ["Never"]

    def test_a_survey_may_be_taken_back(self, page: Page, at: Any) -> None:
        question = at("survey")
        question.choose("Never")
        question.press("Keep my answer")
        question.choose("Every week")
        question.press("Keep my answer")
        page.reload()
        assert question.chosen() == ["Every week"]

    def test_up_to_two_may_be_chosen(self, page: Page, at: Any) -> None:
        question = at("up-to-two")
        question.choose("Bread", "Cake", "Pizza")
        question.press("Keep my answer")
        expect(question.error).to_have_text("Choose 2 at most.")
        question.hand.choose(question.control("Cake"))
        question.press("Keep my answer")
        question.says("Kept in this browser.")
        page.reload()
        assert question.chosen() == ["Bread", "Pizza"]

    def test_a_scale_is_kept(self, page: Page, at: Any) -> None:
        question = at("habits")
        question.press("Keep my answer")
        expect(question.error).to_have_text("Answer each part first; a guess will do.")
        question.give(["2", "1"])
        question.press("Keep my answer")
        question.says("Kept in this browser.")
        page.reload()
        expect(question.part("1").get_by_label("Never")).to_be_checked()
        expect(question.part("2").get_by_label("Often")).to_be_checked()

    def test_words_are_kept(self, page: Page, at: Any) -> None:
        question = at("in-your-words")
        question.press("Keep my answer")
        expect(question.error).to_have_text("Write an answer first.")
        question.write("Brioche")
        question.press("Keep my answer")
        question.says("Kept in this browser.")
        page.reload()
        assert question.written() == ["Brioche"]


class TestFlashcards:
    def say(self, question: Question, card: str, word: str) -> None:
        """Turn a card over, and say whether it was known."""
        question.unfold(question.part(card).locator("> details"))
        question.hand.press(question.part(card).get_by_role("button", name=word))

    def test_tell_their_back_when_turned(self, at: Any) -> None:
        question = at("flashcards")
        back = question.form.get_by_text("The soft inside of a loaf.")
        expect(back).to_be_hidden()
        question.unfold(question.part("1").locator("> details"))
        expect(back).to_be_visible()

    def test_go_on_to_the_next(self, page: Page, at: Any) -> None:
        question = at("flashcards")
        self.say(question, "1", "I knew it")
        question.says("You knew 1 of 3.")
        expect(question.part("1").locator("> details")).not_to_have_attribute("open", "")
        expect(question.part("2").locator("summary")).to_be_focused()
        self.say(question, "2", "Not yet")
        question.says("You knew 1 of 3.")
        page.reload()
        knew = question.part("1").get_by_role("button", name="I knew it", include_hidden=True)
        expect(knew).to_have_attribute("aria-pressed", "true")
        expect(question.part("2").locator("[data-knew='0']")).to_have_attribute("aria-pressed", "true")
        expect(question.part("3").locator("[aria-pressed=true]")).to_have_count(0)

    def test_can_be_narrowed_to_the_unknown(self, at: Any) -> None:
        question = at("flashcards")
        only = question.button("Only those I didn’t know")
        expect(only).to_be_hidden()
        self.say(question, "1", "I knew it")
        question.hand.press(only)
        expect(question.part("1")).to_be_hidden()
        expect(question.part("2")).to_be_visible()
        expect(question.part("2").locator("summary")).to_be_focused()
        self.say(question, "2", "I knew it")
        self.say(question, "3", "I knew it")
        question.says("You knew 3 of 3.")
        expect(only).to_be_hidden()
        assert question.page.evaluate("document.activeElement !== document.body")


class TestScenario:
    @pytest.fixture
    def scenario(self, at: Any) -> Question:
        question: Question = at("scenario")
        return question

    def shows(self, scenario: Question, title: str) -> None:
        """This scene is on view, and no other."""
        expect(scenario.form.get_by_role("heading")).to_have_accessible_name(title)

    def test_begins_with_its_first_scene(self, scenario: Question) -> None:
        expect(scenario.form.get_by_text("It is Saturday, and six guests")).to_be_visible()
        self.shows(scenario, "The dough has not risen")

    def test_goes_on_by_links_and_back_by_the_browser(self, page: Page, kinds: str, hand: Hand) -> None:
        page.goto(kinds + "kinds/")
        scenario = Question(page, "scenario", hand)
        scenario.hand.press(scenario.form.get_by_role("link", name="Bake it as it is"))
        self.shows(scenario, "Flat loaf")
        expect(page.get_by_role("heading", name="Flat loaf")).to_be_focused()
        page.go_back()
        self.shows(scenario, "The dough has not risen")
        page.go_forward()
        self.shows(scenario, "Flat loaf")

    def test_back_leads_to_the_scene_before_whatever_the_address_was(self, page: Page, kinds: str) -> None:
        page.goto(kinds + "kinds/#from-flour-to-loaf")
        scenario = Question(page, "scenario")
        scenario.hand.press(scenario.form.get_by_role("link", name="Put it next to the oven"))
        self.shows(scenario, "Warm place")
        page.go_back()
        self.shows(scenario, "The dough has not risen")

    def test_stays_where_it_is_when_the_page_is_read_elsewhere(self, page: Page, scenario: Question) -> None:
        scenario.hand.press(scenario.form.get_by_role("link", name="Put it next to the oven"))
        self.shows(scenario, "Warm place")
        page.evaluate("location.hash = 'from-flour-to-loaf'")
        expect(page.locator("h2#from-flour-to-loaf")).to_be_in_viewport()
        self.shows(scenario, "Warm place")

    def test_may_be_begun_again(self, scenario: Question) -> None:
        scenario.hand.press(scenario.form.get_by_role("link", name="Put it next to the oven"))
        scenario.hand.press(scenario.form.get_by_role("link", name="Begin again"))
        self.shows(scenario, "The dough has not risen")

    def test_remembers_the_way(self, page: Page, scenario: Question) -> None:
        for link in ("Bake it as it is", "Try another way", "Put it next to the oven"):
            scenario.hand.press(scenario.form.get_by_role("link", name=link))
        self.shows(scenario, "Warm place")
        assert state(page, "scenario")["last"] == ["the-dough-has-not-risen", "warm-place"]

    def test_an_address_leads_into_it(self, page: Page, kinds: str) -> None:
        page.goto(kinds + "kinds/#flat-loaf")
        self.shows(Question(page, "scenario"), "Flat loaf")


class TestTwoTabs:
    @pytest.mark.parametrize("kind", ASKED)
    def test_stay_in_step(self, context: BrowserContext, kinds: str, kind: str) -> None:
        first, second = context.new_page(), context.new_page()
        first.goto(f"{kinds}kinds/#{kind}")
        second.goto(f"{kinds}kinds/#{kind}")
        one, other = Question(first, kind), Question(second, kind)
        one.give(one.wrong)
        one.check()
        if kind in JUDGED:
            expect(other.button("Try again")).to_be_visible()
            expect(other.fieldset.locator(".because").first).to_be_visible()
        elif kind == "open":
            expect(other.fieldset.get_by_role("textbox")).to_have_value(one.wrong[0])
        else:
            expect(other.fieldset.locator(":checked")).to_have_count(1)
        expect(other.status).to_have_text("" if kind in JUDGED else one.status.inner_text())

    def test_turn_the_same_cards(self, context: BrowserContext, kinds: str) -> None:
        first, second = context.new_page(), context.new_page()
        first.goto(kinds + "kinds/#flashcards")
        second.goto(kinds + "kinds/#flashcards")
        one, other = Question(first, "flashcards"), Question(second, "flashcards")
        one.unfold(one.part("1").locator("> details"))
        one.hand.press(one.part("1").get_by_role("button", name="I knew it"))
        expect(other.part("1").locator("[data-knew='1']")).to_have_attribute("aria-pressed", "true")
        expect(other.button("Only those I didn’t know")).to_be_visible()


JUNK: dict[str, Any] = {
    "numbers": 7,
    "objects": {"0": "1", "length": 2},
    "too many": ["1"] * 5000,
    "strangers": ["zzz", "-1", "99", "__proto__"],
    "nothings": [None, [], {}],
    "texts": "1",
    "lists of lists": [["1"], ["2"]],
}


@pytest.mark.parametrize("junk", JUNK)
def test_broken_records_of_any_kind_are_harmless(page: Page, kinds: str, junk: str) -> None:
    """Whatever stands in the store, each question can be read and answered; the guard sees what a script throws."""
    broken = JUNK[junk]
    settled = {kind: place % 2 == len(junk) % 2 for place, kind in enumerate(CONTRACTS)}  # of each some
    fact = {"at": WHILE_AGO, **dict.fromkeys(("response", "correct", "sure", "card", "knew"), broken)}
    stands = {"last": broken, "at": broken}
    records = {kind: {"state": stands, "answers": [broken, {**fact, "settled": settled[kind]}]} for kind in CONTRACTS}
    keep_records(page, kinds, "kinds", records)
    page.goto(kinds + "kinds/")
    for kind in ASKED:
        question = Question(page, kind)
        if question.form.get_by_role("button", name="again").count():
            question.check()
        question.give(question.right)
        question.check()
        question.says("Correct." if kind in JUDGED else "Kept in this browser.")
    cards = Question(page, "flashcards")
    cards.unfold(cards.part("2").locator("> details"))
    cards.hand.press(cards.part("2").get_by_role("button", name="I knew it"))
    cards.says("You knew")
    scenario = Question(page, "scenario")
    scenario.hand.press(scenario.form.get_by_role("link", name="Put it next to the oven"))
    expect(page.get_by_role("heading", name="Warm place")).to_be_focused()

"""Each kind of question keeps its contract (`minicourse.render.contract`).

The lesson `kinds/` of `tests/browser/kinds_course` has a question of each kind, named for its kind.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from minicourse.model.questions import KINDS
from minicourse.render.contract import CONTRACTS

from .axe import violations
from .conftest import Contexts
from .looks import LOOKS, OVERFLOW, SMALL_TARGETS, ZOOMED
from .question import Hand, Question

LESSON = "kinds/"
UNGRADED = ("open", "survey")
"""Kinds that keep what was answered, and don't judge it."""
PLAYED = ("flashcards", "scenario")
"""Kinds that are no question with a button "Check"."""
ASKED = tuple(kind for kind in CONTRACTS if kind not in PLAYED)
JUDGED = tuple(kind for kind in ASKED if kind not in UNGRADED)

NAMES: Mapping[str, list[str]] = {
    "choice": ["Salt", "Water", "Yeast"],
    "multiple": ["Butter", "Flour", "Milk", "Water"],
    "gaps": ["Gap 1 (g)", "Gap 2", "Gap 3"],
    "short": ["Your answer"],
    "number": ["Your answer (g)"],
    "matching": ["Baguette", "Ciabatta", "Pumpernickel"],
    "ordering": [
        f"{move} {step}"
        for move in ("Move down", "Move up")
        for step in ("Bake them", "Let the dough rise", "Mix flour and water", "Shape the loaves")
    ],
    "matrix": ["Harms", "Harms", "Helps", "Helps"],
    "hotspot": ["The left knob", "The middle shelf", "The upper shelf"],
    "open": ["Your answer"],
    "survey": ["Every week", "Never", "Now and then"],
    "flashcards": ["I knew it", "Not yet"],
    "scenario": ["Bake it as it is", "Put it next to the oven"],
}
"""The names of the controls of each kind, in alphabetical order."""

GROUPS: Mapping[str, str] = {
    "choice": "What makes bread rise?",
    "multiple": "Which of these are in every loaf?",
    "gaps": "Complete the recipe.",
    "short": "What is the soft part of a loaf called?",
    "number": "A loaf of 800 g loses 12.5 % of its weight while it is baked. How much does it lose?",
    "matching": "Match each bread with its country. One country is left over.",
    "ordering": "Put the work of a baker in order.",
    "matrix": "A cloth around it",
    "hotspot": "Where does a loaf go, so that its crust gets brown and its crumb done?",
    "open": "Why does a baker wait before shaping the loaves?",
    "survey": "How often do you bake?",
    "flashcards": "Say what each word means, then turn the card over.",
    "scenario": "The dough has not risen",
}
"""The name of what holds the controls."""

VERDICTS: Mapping[str, tuple[str, str]] = {
    "choice": ("Not yet: you chose Salt.", "Correct."),
    "multiple": ("Not yet: you chose Milk.", "Correct."),
    "gaps": ("Not yet: 0 of 3 right.", "Correct."),
    "short": ("Not yet.", "Correct."),
    "number": ("Not yet.", "Correct."),
    "matching": ("Not yet: 0 of 3 right.", "Correct."),
    "ordering": ("Not yet: 0 of 4 right.", "Correct."),
    "matrix": ("Not yet: 0 of 2 right.", "Correct."),
    "hotspot": ("Not yet: you chose The upper shelf.", "Correct."),
    "open": ("Kept in this browser.", "Kept in this browser."),
    "survey": ("Kept in this browser.", "Kept in this browser."),
    "flashcards": ("You knew 0 of 3.", "You knew 1 of 3."),
}
"""What the status says to a wrong answer and to a right one."""

HAS_BORDER = r"""(elements) => elements.filter((element) => {
  const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(element);
  return borderTopStyle === "none" || parseFloat(borderTopWidth) < 1 || /^rgba.* 0\)$/.test(borderTopColor);
}).map((element) => element.outerHTML.slice(0, 100))"""

ALONE = """(kind) => {
  for (const other of document.querySelectorAll(".question")) other.hidden = other.dataset.kind !== kind;
}"""
"""Hides all other kinds, so that each answers for itself."""


@pytest.fixture
def context(new_context: Contexts, kinds: str) -> BrowserContext:
    """A fresh profile for the course with every kind."""
    return new_context(kinds)


def at(page: Page, kinds: str, kind: str, hand: Hand | None = None) -> Question:
    """The question of a kind, with the page at it."""
    page.goto(f"{kinds}{LESSON}#{kind}")
    return Question(page, kind, hand)


def work(question: Question, how: str) -> None:
    """Answer `wrong` or `right`: in what isn't judged, one way or another."""
    if question.kind == "flashcards":
        if how == "wrong":
            question.unfold(question.part("1").locator("> details"))
            question.hand.press(question.part("1").get_by_role("button", name="Not yet"))
        else:
            question.unfold(question.part("1").locator("> details"))
            question.hand.press(question.part("1").get_by_role("button", name="I knew it"))
    elif question.kind == "scenario":
        ways = question.form.get_by_role("link")
        question.hand.press(ways.last if how == "wrong" else ways.first)
    else:
        question.give(question.right if how == "right" else question.wrong)
        question.check()


def begin_again(scenario: Question) -> None:
    """From the end of a scenario, where one link is left, to its first scene, which has more."""
    links = scenario.form.get_by_role("link")
    scenario.hand.press(links)
    expect(links.nth(1)).to_be_visible()


def role(kind: str) -> Any:
    """The role of its controls, which Playwright knows as one of a list of words."""
    return CONTRACTS[kind].control


def controls(question: Question, kind: str) -> Locator:
    """What the contract calls the controls of a question."""
    inside = question.form if kind in PLAYED else question.fieldset
    return inside.get_by_role(role(kind))


def test_every_kind_has_a_contract_and_a_question(kinds_site: Path) -> None:
    assert {kind.kind for kind in KINDS} == set(CONTRACTS)
    html = (kinds_site / "kinds" / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'data-name="([^"]*)" data-kind="([^"]*)"', html) == [(kind.kind, kind.kind) for kind in KINDS]


@pytest.mark.parametrize("kind", CONTRACTS)
class TestNames:
    def test_of_the_controls(self, page: Page, kinds: str, kind: str) -> None:
        question = at(page, kinds, kind)
        if kind == "flashcards":
            question.unfold(question.part("1").locator("> details"))
        found = controls(question, kind)
        if kind == "gaps":
            found = found.or_(question.fieldset.get_by_role("combobox"))
        names = NAMES[kind]
        expect(found).to_have_count(len(names))
        for name in set(names):
            kind_of_control: Any = "combobox" if name == "Gap 3" else role(kind)
            named = question.form.get_by_role(kind_of_control, name=name, exact=True)
            expect(named).to_have_count(names.count(name))

    def test_of_what_holds_them(self, page: Page, kinds: str, kind: str) -> None:
        """And the status is there from the beginning, or a screen reader would not hear it change. A scenario has
        none: it moves the focus."""
        question = at(page, kinds, kind)
        expect(question.status).to_have_text([] if kind == "scenario" else [""])
        holder: Any = CONTRACTS[kind].group
        group = page.get_by_role(holder, name=GROUPS[kind], exact=True)
        expect(group).to_have_count(1)
        inside = group.get_by_role(role(kind), include_hidden=True)
        assert inside.count() >= 1


class TestWork:
    """By keyboard alone, and by pointer alone."""

    @pytest.mark.parametrize("kind", VERDICTS)
    def test_wrong_then_right(self, page: Page, kinds: str, kind: str, hand: Hand) -> None:
        question = at(page, kinds, kind, hand)
        wrong, right = VERDICTS[kind]
        work(question, "wrong")
        question.says(wrong)
        inside = page.evaluate("(form) => form.contains(document.activeElement)", question.form.element_handle())
        assert inside, "the focus has left the question"
        for control in controls(question, kind).all():
            if kind != "ordering":  # the first can't go up
                expect(control).to_be_enabled()
        if kind in JUDGED:
            expect(question.button("Try again")).to_be_focused()
            question.press("Try again")
            expect(question.fieldset.locator(":focus")).to_have_count(1)
        work(question, "right")
        question.says(right)
        if kind in JUDGED:
            expect(question.explanation).to_be_visible()
            expect(question.button("Answer again")).to_be_focused()

    def test_a_scenario_goes_on_at_each_heading(self, page: Page, kinds: str, hand: Hand) -> None:
        question = at(page, kinds, "scenario", hand)
        work(question, "wrong")
        expect(page.get_by_role("heading", name="Flat loaf")).to_be_focused()
        hand.press(question.form.get_by_role("link", name="Try another way"))
        expect(page.get_by_role("heading", name="The dough has not risen")).to_be_focused()
        work(question, "right")
        expect(page.get_by_role("heading", name="Warm place")).to_be_focused()


@pytest.mark.parametrize("kind", JUDGED)
def test_the_verdict_is_a_word_that_describes_its_control(page: Page, kinds: str, kind: str) -> None:
    question = at(page, kinds, kind)
    work(question, "wrong")
    expect(question.fieldset.locator(".because").first).to_contain_text(
        "Not this one" if kind == "multiple" else "Not yet"
    )
    if kind == "ordering":
        return  # each item holds its own word
    if kind == "matrix":
        described = question.part("1")
    elif kind in ("choice", "multiple", "hotspot"):
        described = question.fieldset.locator("> .choice > input:checked")
    else:
        described = question.field("1")
    expect(described).to_have_accessible_description(re.compile("^Not (yet|this one)"))


@pytest.mark.parametrize("kind", [kind for kind in ASKED if CONTRACTS[kind].error])
def test_nothing_answered_is_said_at_the_first_control(page: Page, kinds: str, kind: str, hand: Hand) -> None:
    question = at(page, kinds, kind, hand)
    expect(question.error).to_be_hidden()
    question.check()
    expect(question.error).to_have_text(CONTRACTS[kind].error)
    expect(question.error).to_be_visible()
    first = question.fieldset.locator("input, select, textarea").first
    expect(first).to_be_focused()
    expect(first).to_have_accessible_description(re.compile(re.escape(CONTRACTS[kind].error)))
    expect(question.form.locator("[aria-invalid=true]").first).to_be_visible()
    question.give(question.right)
    expect(question.error).to_be_hidden()
    expect(question.form.locator("[aria-invalid]")).to_have_count(0)


class TestAxe:
    """In light and dark, from left to right and from right to left, before an answer and after it."""

    @pytest.mark.parametrize("kind", CONTRACTS)
    def test_finds_nothing(self, new_context: Contexts, kinds: str, kind: str) -> None:
        page = new_context(kinds, bypass_csp=True).new_page()
        question = at(page, kinds, kind)
        found = look(page, kind, "at first")
        if CONTRACTS[kind].error:
            question.check()
            found += look(page, kind, "in error")
        for how in ("wrong", "right"):
            work(question, how)
            if how == "wrong" and kind in JUDGED:
                question.show_the_answer()
            found += look(page, kind, how)
            if how == "wrong" and kind == "scenario":
                begin_again(question)
        assert found == []


def look(page: Page, kind: str, state: str) -> list[str]:
    """What axe finds in a question in a state, in each scheme and direction."""
    found = []
    for scheme, direction in LOOKS:
        page.emulate_media(color_scheme=scheme)
        page.evaluate("(direction) => { document.documentElement.dir = direction; }", direction)
        found += [f"{state}, {scheme}: {one}" for one in violations(page, f'[id="{kind}"]')]
    page.evaluate("document.documentElement.dir = 'ltr'")
    return found


@pytest.mark.parametrize("kind", CONTRACTS)
def test_fits_a_small_screen_and_a_thumb(new_context: Contexts, kinds: str, kind: str) -> None:
    """At 320 pixels, which is also a window of 1280 at 400 %, in both directions, before an answer and after it: no
    scrolling sideways, and targets of 44 pixels."""
    page = new_context(kinds, viewport=ZOOMED).new_page()
    question = at(page, kinds, kind)
    page.evaluate(ALONE, kind)
    for how in ("", "wrong", "right"):
        if how:
            work(question, how)
        if how == "wrong" and kind in JUDGED:
            question.show_the_answer()
        for direction in ("rtl", "ltr"):
            page.evaluate("(direction) => { document.documentElement.dir = direction; }", direction)
            assert page.evaluate(OVERFLOW) is False, (how, direction)
            assert page.evaluate(SMALL_TARGETS) == [], (how, direction)
        if how == "wrong" and kind == "scenario":
            begin_again(question)


class TestForcedColours:
    """Where the system sets all colours, what is drawn must not vanish."""

    @pytest.mark.parametrize("kind", CONTRACTS)
    def test_borders_words_and_icons_remain(self, page: Page, kinds: str, kind: str) -> None:
        page.emulate_media(forced_colors="active")
        question = at(page, kinds, kind)
        parts = question.form.locator(":is([data-part]:not(.gap), .decisions a, select, textarea, .gap input):visible")
        assert parts.evaluate_all(HAS_BORDER) == []
        work(question, "wrong")
        assert parts.evaluate_all(HAS_BORDER) == []
        if kind in JUDGED:
            words = question.fieldset.locator(".because strong")
            expect(words.first).to_have_text(re.compile("^Not (yet|this one)$"))
            expect(words.first).to_be_visible()
            # An icon is a mask over a colour; where the system paints that colour like the paper, it is gone.
            icons = words.or_(question.fieldset.locator(".moves button"))
            adjusted = icons.evaluate_all(
                "(all) => all.map((one) => getComputedStyle(one, '::before').forcedColorAdjust)"
            )
            assert set(adjusted) == {"none"}

"""A question as a learner sees and works it; tests speak in its terms."""

from __future__ import annotations

import json
import re
from typing import Any, Protocol

from playwright.sync_api import Locator, Page, expect

from .answers import Answer, right, wrong

HANDS = ("keyboard", "pointer")


class Hand(Protocol):
    """A way to work the page."""

    def choose(self, control: Locator) -> None:
        """Take a radio button, or tick or untick a box."""

    def press(self, button: Locator) -> None:
        """Press a button, follow a link, or open or close a `<details>` at its summary."""

    def write(self, field: Locator, text: str) -> None:
        """Write into a field, in place of what stands there."""

    def pick(self, field: Locator, value: str) -> None:
        """Choose from a drop-down list."""


class Pointer:
    """A learner with a mouse or a finger, who aims at the text of a choice and not at its small circle."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def choose(self, control: Locator) -> None:
        label = control.evaluate_handle("(control) => control.labels[0]").as_element()
        assert label is not None
        label.click()

    def press(self, button: Locator) -> None:
        button.click()

    def write(self, field: Locator, text: str) -> None:
        field.click()
        field.fill(text)

    def pick(self, field: Locator, value: str) -> None:
        field.select_option(value)


class Keyboard:
    """A learner without a pointer: Tab and Shift+Tab from control to control, arrows among radio buttons."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def choose(self, control: Locator) -> None:
        self._tab_to(control)
        for _ in range(10):
            if _where(control) == "here":
                break
            self.page.keyboard.press("ArrowDown")
        if control.get_attribute("type") == "checkbox" or not control.is_checked():
            self.page.keyboard.press("Space")

    def press(self, button: Locator) -> None:
        self._tab_to(button)
        self.page.keyboard.press("Enter")

    def write(self, field: Locator, text: str) -> None:
        self._tab_to(field)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.press("Delete")
        self.page.keyboard.type(text)

    def pick(self, field: Locator, value: str) -> None:
        self._tab_to(field)
        self.page.keyboard.press("Home")
        for _ in range(20):
            if field.input_value() == value:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the keyboard does not reach {value} in {field}")

    def _tab_to(self, target: Locator) -> None:
        """Tab until the target has the focus, or the group of radio buttons that it belongs to."""
        for _ in range(150):
            place = _where(target)
            if place in ("here", "in its group"):
                return
            self.page.keyboard.press("Tab" if place == "before" else "Shift+Tab")
        raise AssertionError(f"the keyboard does not reach {target}")


def _where(target: Locator) -> str:
    """Where the focus is, as seen from the target."""
    return str(
        target.evaluate(
            """(target) => {
              const active = document.activeElement;
              if (active === target) return "here";
              const isRadio = target.type === "radio";
              const group = isRadio ? [...target.form.querySelectorAll(`[name="${target.name}"]`)] : [];
              if (group.includes(active)) return "in its group";
              if (active === document.body) return "before";
              const stop = group.find(({ checked }) => checked) || target; // where Tab stops
              return stop.compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING ? "after" : "before";
            }"""
        )
    )


class Question:
    """One question of a page."""

    def __init__(self, page: Page, name: str, hand: Hand | None = None) -> None:
        self.page = page
        self.name = name
        self.hand = hand or Pointer(page)
        self.form = page.locator(f'.question[data-name="{name}"]')
        self.fieldset = self.form.locator("> fieldset:not(.sure)")
        self.controls = self.fieldset.locator("input, select, textarea, button")
        self.error = self.fieldset.locator("> .error")
        self.status = self.form.get_by_role("status")
        self.explanation = self.form.locator("> .explanation")
        self.solution = self.form.locator("> details.answer")
        """The fold "Show the answer"."""

    # ---- what there is ----

    @property
    def kind(self) -> str:
        return self.form.get_attribute("data-kind") or ""

    @property
    def key(self) -> Any:
        return json.loads(self.form.get_attribute("data-key") or "null")

    @property
    def right(self) -> Answer:
        """A right answer."""
        return right(self.kind, self.key)

    @property
    def wrong(self) -> Answer:
        """A wrong answer."""
        return wrong(self.kind, self.key)

    def control(self, choice: str) -> Locator:
        """The radio button, box or list of a choice, found by the name that it has for everyone."""
        return self.fieldset.get_by_label(choice, exact=True)

    def part(self, value: str) -> Locator:
        """What is answered by itself: a choice, a gap, a row, a step, a card."""
        return self.form.locator(f'[data-part="{value}"]')

    def field(self, value: str = "1") -> Locator:
        """The field or list of a part."""
        return self.part(value).locator("input, select")

    def button(self, name: str) -> Locator:
        """A button by its name."""
        return self.form.get_by_role("button", name=name, exact=True)

    def feedback(self, choice: str) -> Locator:
        """What is said inside a choice once it was checked."""
        holds_it = self.page.get_by_label(choice, exact=True)
        return self.fieldset.locator(".choice").filter(has=holds_it).locator(".because")

    def note(self, value: str) -> Locator:
        """What is said of a part once it was checked."""
        return self.form.locator(f'[id="{self.name}.{value}.because"]')

    def hint(self, number: int) -> Locator:
        """The fold of a hint."""
        return self.form.locator("> .hint").nth(number - 1)

    def order(self) -> list[str]:
        """The texts of the choices as they stand on the page."""
        return [text.strip() for text in self.fieldset.locator("label").all_text_contents()]

    def steps(self) -> list[str]:
        """The values of what is to be put in order, as they stand on the page."""
        found: list[str] = self.fieldset.locator("[data-part]").evaluate_all(
            "(parts) => parts.map(({ dataset }) => dataset.part)"
        )
        return found

    def chosen(self) -> list[str]:
        """The texts of the choices that are ticked, in alphabetical order."""
        labels = self.fieldset.locator(".choice:has(:checked) label").all_text_contents()
        return sorted(text.strip() for text in labels)

    def written(self) -> list[str]:
        """What stands in each field, or is chosen in each list."""
        found: list[str] = self.fieldset.locator("input, select, textarea").evaluate_all(
            "(fields) => fields.map(({ value }) => value)"
        )
        return found

    # ---- what a learner does ----

    def choose(self, *choices: str) -> None:
        for choice in choices:
            self.hand.choose(self.control(choice))
            expect(self.control(choice)).to_be_checked()

    def write(self, *texts: str) -> None:
        """Write into the fields in turn."""
        for place, text in enumerate(texts):
            self.hand.write(self.fieldset.get_by_role("textbox").nth(place), text)

    def press(self, name: str) -> None:
        self.hand.press(self.button(name))

    def unfold(self, fold: Locator) -> None:
        """Open or close a fold."""
        self.hand.press(fold.locator("> summary"))

    def show_the_answer(self) -> None:
        self.unfold(self.solution)

    def answer(self, *choices: str) -> None:
        """Choose, and check."""
        self.choose(*choices)
        self.press("Check")

    def give(self, answer: Answer) -> None:
        """Fill in an answer to a question of any kind."""
        kind = self.kind
        if kind == "ordering":
            self._arrange(answer)
        elif self.fieldset.locator("textarea").count():
            self.hand.write(self.fieldset.locator("textarea"), answer[0])
        elif self.fieldset.locator("> .choice").count():
            for box in self.fieldset.locator("> .choice > input").all():
                wanted = box.get_attribute("value") in answer
                if wanted != box.is_checked() and (wanted or box.get_attribute("type") == "checkbox"):
                    self.hand.choose(box)
        else:
            for place, value in enumerate(answer, 1):
                self._fill(self.part(str(place)), value)

    def _fill(self, part: Locator, value: str) -> None:
        if part.locator("select").count():
            self.hand.pick(part.locator("select"), value)
        elif part.locator("[type=radio]").count():
            step = part.locator(f'[value="{value}"]')
            if not step.is_checked():
                self.hand.choose(step)
        else:
            self.hand.write(part.locator("input"), value)

    def _arrange(self, order: Answer) -> None:
        for place, value in enumerate(order):
            for _ in range(self.steps().index(value) - place):
                self.hand.press(self.part(value).get_by_role("button", name="Move up"))

    def check(self) -> None:
        """Press the button that ends an answer, whatever it is called."""
        self.hand.press(self.form.locator("> .actions > button").first)

    # ---- what must be so ----

    def says(self, text: str) -> None:
        """The status, which is read aloud, holds this text."""
        expect(self.status).to_contain_text(text)

    def shows_feedback_of(self, *choices: str) -> None:
        """These choices show their feedback, and no other does."""
        expect(self.fieldset.locator(".because")).to_have_count(len(choices))
        for choice in choices:
            expect(self.feedback(choice)).to_be_visible()

    def is_open(self) -> None:
        """The question waits for an answer: no verdict, no explanation, nothing said."""
        self.shows_feedback_of()
        expect(self.explanation).to_have_count(0)
        expect(self.status).to_have_text(re.compile(r"^\s*$"))
        expect(self.button("Check")).to_be_visible()


def focused(page: Page) -> Locator:
    """The element that has the focus."""
    return page.locator(":focus")

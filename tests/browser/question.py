"""A question as a learner sees and works it; tests speak in its terms."""

from __future__ import annotations

import re
from typing import Protocol

from playwright.sync_api import Locator, Page, expect

HANDS = ("keyboard", "pointer")


class Hand(Protocol):
    """A way to work the page."""

    def choose(self, control: Locator) -> None:
        """Take a radio button, or tick or untick a box."""

    def press(self, button: Locator) -> None:
        """Press a button, or open or close a `<details>` at its summary."""


class Pointer:
    """A learner with a mouse or a finger, who aims at the text of a choice and not at its small circle."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def choose(self, control: Locator) -> None:
        self.page.locator(f'label[for="{control.get_attribute("id")}"]').click()

    def press(self, button: Locator) -> None:
        button.click()


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
              const radios = target.type === "radio" && active.type === "radio";
              if (radios && active.form === target.form) return "in its group";
              if (active === document.body) return "before";
              const checked = target.type === "radio" && target.form.querySelector(":checked"); // where Tab stops
              const after = (checked || target).compareDocumentPosition(active) & Node.DOCUMENT_POSITION_FOLLOWING;
              return after ? "after" : "before";
            }"""
        )
    )


class Question:
    """One question of a page."""

    def __init__(self, page: Page, name: str, hand: Hand | None = None) -> None:
        self.page = page
        self.name = name
        self.hand = hand or Pointer(page)
        self.form = page.locator(f'form[data-name="{name}"]')
        self.fieldset = self.form.locator("fieldset")
        self.controls = self.fieldset.locator("input")
        self.error = self.fieldset.locator(".error")
        self.status = self.form.get_by_role("status")
        self.explanation = self.form.locator("> .explanation")

    # ---- what there is ----

    def control(self, choice: str) -> Locator:
        """The radio button or box of a choice, found by the name that it has for everyone."""
        return self.fieldset.get_by_label(choice, exact=True)

    def button(self, name: str) -> Locator:
        """A button by its name."""
        return self.form.get_by_role("button", name=name, exact=True)

    def feedback(self, choice: str) -> Locator:
        """What is said inside a choice once it was checked."""
        holds_it = self.page.get_by_label(choice, exact=True)
        return self.fieldset.locator(".choice").filter(has=holds_it).locator(".because")

    def hint(self, number: int) -> Locator:
        """The text of a hint."""
        return self.form.locator(".hint").nth(number - 1)

    def order(self) -> list[str]:
        """The texts of the choices as they stand on the page."""
        return [text.strip() for text in self.fieldset.locator("label").all_text_contents()]

    def chosen(self) -> list[str]:
        """The texts of the choices that are ticked, in alphabetical order."""
        labels = self.fieldset.locator(".choice:has(:checked) label").all_text_contents()
        return sorted(text.strip() for text in labels)

    # ---- what a learner does ----

    def choose(self, *choices: str) -> None:
        for choice in choices:
            self.hand.choose(self.control(choice))
            expect(self.control(choice)).to_be_checked()

    def press(self, name: str) -> None:
        self.hand.press(self.button(name))

    def answer(self, *choices: str) -> None:
        """Choose, and check."""
        self.choose(*choices)
        self.press("Check")

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

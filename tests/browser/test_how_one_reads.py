"""How a reader wants to read: the panel, terms in place, reading aloud."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .axe import violations
from .conftest import Contexts
from .looks import LOOKS, OVERFLOW, PHONE, SMALL_TARGETS, ZOOMED
from .test_memory import FORBIDDEN

LESSON = "key-roles/"


@pytest.fixture
def lesson(new_context: Contexts, shipped: str) -> Page:
    """A lesson of the shipped course."""
    page = new_context(shipped).new_page()
    page.goto(shipped + LESSON)
    return page


def opened(page: Page) -> Any:
    """The panel, opened."""
    page.get_by_role("button", name="How you read").click()
    panel = page.get_by_role("dialog", name="How you read")
    expect(panel).to_be_visible()
    return panel


def theme(page: Page) -> Any:
    return page.evaluate("document.documentElement.dataset.theme")


class TestPanel:
    def test_opens_and_closes_from_the_keyboard(self, lesson: Page) -> None:
        button = lesson.get_by_role("button", name="How you read")
        button.focus()
        lesson.keyboard.press("Enter")
        panel = lesson.get_by_role("dialog", name="How you read")
        expect(panel.get_by_role("radio", name="Usual")).to_be_focused()
        expect(button).to_have_attribute("aria-expanded", "true")
        lesson.keyboard.press("Escape")
        expect(panel).to_be_hidden()
        expect(button).to_be_focused()
        expect(button).to_have_attribute("aria-expanded", "false")

    def test_colours_are_kept_for_every_page(self, lesson: Page, shipped: str) -> None:
        panel = opened(lesson)
        for name, chosen in (("Dark", "dark"), ("Light", "light"), ("As the system", None), ("Dark", "dark")):
            panel.get_by_role("radio", name=name).check(force=True)
            assert theme(lesson) == chosen
        lesson.goto(shipped)
        assert theme(lesson) == "dark"
        expect(opened(lesson).get_by_role("radio", name="Dark")).to_be_checked()

    def test_size_is_kept_and_everything_grows(self, lesson: Page) -> None:
        before = lesson.locator("main p").first.evaluate("(p) => parseFloat(getComputedStyle(p).fontSize)")
        opened(lesson).get_by_role("radio", name="Largest").check(force=True)
        lesson.reload()
        after = lesson.locator("main p").first.evaluate("(p) => parseFloat(getComputedStyle(p).fontSize)")
        assert after == pytest.approx(before * 1.5, rel=0.05)

    def test_only_the_text_hides_what_stands_around_it(self, new_context: Contexts, shipped: str) -> None:
        page = new_context(shipped, viewport={"width": 1400, "height": 800}).new_page()
        page.goto(shipped + LESSON)
        opened(page).get_by_role("radio", name="Only the text").check(force=True)
        for part in (".lessons", ".toc", ".foot"):
            expect(page.locator(part)).to_be_hidden()
        page.reload()
        expect(page.locator(".lessons")).to_be_hidden()
        opened(page).get_by_role("radio", name="Everything").check(force=True)
        expect(page.locator(".lessons")).to_be_visible()

    def test_only_the_text_leaves_no_way_closed(self, new_context: Contexts, shipped: str) -> None:
        """A phone's list of lessons opens, and pages that aren't lessons, where nobody can choose anew, keep all."""
        page = new_context(shipped, viewport=PHONE).new_page()
        page.goto(shipped + LESSON)
        opened(page).get_by_role("radio", name="Only the text").check(force=True)
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Lessons").click()
        expect(page.locator(".lessons")).to_be_visible()
        for other in ("", "progress/", "certificate/"):
            page.goto(shipped + other)
            expect(page.locator(".foot")).to_be_visible()

    def test_the_front_page_offers_what_concerns_it(self, page: Page, small: str) -> None:
        page.goto(small)
        panel = opened(page)
        expect(panel.get_by_role("radio", name="Dark")).to_be_visible()
        expect(panel.get_by_role("radio", name="Cards")).to_have_count(0)

    def test_forbidden_storage_is_harmless(self, new_context: Contexts, shipped: str) -> None:
        context = new_context(shipped)
        context.add_init_script(FORBIDDEN)
        page = context.new_page()
        page.goto(shipped + LESSON)
        opened(page).get_by_role("radio", name="Dark").check(force=True)
        assert theme(page) == "dark"

    @pytest.mark.parametrize("text", ["", "7", "null", '"dark"', "[]", '{"theme":7,"view":{},"size":"huge","a b":1}'])
    def test_anything_in_storage_is_harmless(self, page: Page, small: str, text: str) -> None:
        page.goto(small + "llms.txt")
        page.evaluate("(text) => localStorage.setItem('minicourse:reading', text)", text)
        page.goto(small)
        opened(page).get_by_role("radio", name="Dark").check(force=True)
        assert theme(page) == "dark"

    def test_looks_right(self, new_context: Contexts, shipped: str) -> None:
        page = new_context(shipped, bypass_csp=True, viewport=PHONE).new_page()
        page.goto(shipped + LESSON)
        opened(page)
        for scheme, direction in LOOKS:
            page.emulate_media(color_scheme=scheme)
            page.evaluate("(direction) => { document.documentElement.dir = direction; }", direction)
            assert violations(page, ".reading-panel") == [], scheme
            assert page.evaluate(OVERFLOW) is False, direction
            assert page.evaluate(SMALL_TARGETS) == []

    def test_can_be_used_at_400_percent(self, new_context: Contexts, shipped: str) -> None:
        page = new_context(shipped, viewport=ZOOMED).new_page()
        page.goto(shipped + LESSON)
        panel = opened(page)
        panel.get_by_role("button", name="Close").click()
        expect(panel).to_be_hidden()


class TestTerms:
    def test_open_where_they_are_mentioned(self, lesson: Page) -> None:
        term = lesson.locator("a.term").first
        name = term.inner_text()
        term.focus()
        lesson.keyboard.press("Enter")
        box = lesson.locator(".term-box")
        expect(box).to_be_visible()
        expect(box).to_have_accessible_name(lesson.locator(".term-name").inner_text())
        expect(box).to_be_focused()
        assert lesson.url.endswith(LESSON)
        lesson.keyboard.press("Escape")
        expect(box).to_be_hidden()
        expect(term).to_be_focused()
        expect(term).to_have_text(name)

    def test_lead_on_to_the_glossary(self, lesson: Page) -> None:
        lesson.locator("a.term").first.click()
        lesson.get_by_role("link", name="In the glossary").click()
        expect(lesson.locator(".terms div:target")).to_be_visible()

    def test_stay_links_for_a_modifier(self, lesson: Page) -> None:
        with lesson.context.expect_page() as other:
            lesson.locator("a.term").first.click(modifiers=["ControlOrMeta"])
        other.value.wait_for_url("**/glossary/**")

    def test_stay_within_the_window(self, new_context: Contexts, shipped: str) -> None:
        page = new_context(shipped, viewport=PHONE).new_page()
        page.goto(shipped + LESSON)
        for place in range(page.locator("a.term").count()):
            page.locator("a.term").nth(place).click()
            box = page.locator(".term-box").bounding_box()
            assert box is not None
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= PHONE["width"]
            page.keyboard.press("Escape")

    def test_are_links_where_the_script_cannot_be_had(self, new_context: Contexts, shipped: str) -> None:
        context = new_context(shipped, java_script_enabled=False)
        page = context.new_page()
        page.goto(shipped + LESSON)
        page.locator("a.term").first.click()
        assert "glossary/" in page.url


VOICES = """
window.spoken = [];
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
const speech = {
  getVoices: () => window.voices || [{ lang: "en-GB", localService: true }],
  addEventListener() {},
  cancel() { clearTimeout(this.next); },
  speak(utterance) {
    window.spoken.push(utterance.text);
    this.next = setTimeout(() => utterance.onend({}), window.pace || 20);
  },
};
Object.defineProperty(window, "speechSynthesis", { get: () => speech });
"""


class TestAloud:
    @pytest.fixture
    def listening(self, new_context: Contexts, shipped: str) -> Page:
        """A lesson in a browser that speaks quickly, and writes down what it says."""
        context = new_context(shipped, bypass_csp=True)  # to be asked, in a page that allows no `eval`
        context.add_init_script(VOICES)
        page = context.new_page()
        page.goto(shipped + LESSON)
        return page

    def begin(self, page: Page) -> None:
        opened(page).get_by_role("button", name="Read aloud").click()

    def test_reads_the_lesson_in_order_and_no_answers(self, listening: Page) -> None:
        self.begin(listening)
        listening.wait_for_function("spoken.length > 40")
        spoken: list[str] = listening.evaluate("spoken")
        title = listening.get_by_role("heading", level=1).inner_text()
        assert spoken[0].replace("\n", " ") == " ".join(title.split())
        assert "Show the answer" not in spoken
        assert "Check" not in spoken
        assert len(set(spoken)) > 30

    def test_pauses_goes_on_and_stops(self, listening: Page) -> None:
        self.begin(listening)
        listening.wait_for_function("spoken.length > 3")
        listening.get_by_role("button", name="Pause").click()
        said = listening.evaluate("spoken.length")
        listening.wait_for_timeout(200)
        assert listening.evaluate("spoken.length") == said
        listening.get_by_role("button", name="Go on").click()
        listening.wait_for_function(f"spoken.length > {said + 2}")
        again: list[str] = listening.evaluate("spoken")
        assert again[said] == again[said - 1], "it goes on with the sentence it was in"
        listening.get_by_role("button", name="Stop").click()
        expect(listening.get_by_role("region", name="Reading aloud")).to_have_count(0)
        expect(listening.get_by_role("button", name="How you read")).to_be_focused()

    def test_shows_the_sentence(self, listening: Page) -> None:
        self.begin(listening)
        listening.wait_for_function("spoken.length > 3")
        listening.get_by_role("button", name="Pause").click()
        shown = "[...CSS.highlights.get('aloud')][0].toString().replace(/\\s+/g, ' ').trim()"
        assert listening.evaluate(shown) == listening.evaluate("spoken.at(-1)")

    def test_turns_with_the_card(self, listening: Page) -> None:
        opened(listening).get_by_role("radio", name="Cards").check(force=True)
        listening.evaluate("window.pace = 60000")
        listening.get_by_role("button", name="Read aloud").click()
        listening.wait_for_function("spoken.length > 0")
        listening.get_by_role("navigation", name="Cards").get_by_role("button", name="Next").click()
        heading = listening.locator(":focus").inner_text()
        listening.wait_for_function("(heading) => spoken.includes(heading)", arg=heading)

    def test_says_that_there_is_no_voice(self, listening: Page) -> None:
        listening.evaluate("window.voices = [{ lang: 'fr-FR', localService: true }]")
        self.begin(listening)
        expect(listening.get_by_text("This browser has no voice for the language of this course.")).to_be_visible()
        assert listening.evaluate("spoken.length") == 0

    def test_asks_before_a_text_is_sent_elsewhere(self, listening: Page) -> None:
        listening.evaluate("window.voices = [{ lang: 'en-US', localService: false }]")
        self.begin(listening)
        expect(listening.get_by_text("it would be sent the text of this lesson")).to_be_visible()
        listening.wait_for_timeout(100)
        assert listening.evaluate("spoken.length") == 0
        listening.get_by_role("button", name="Read all the same").click()
        listening.wait_for_function("spoken.length > 2")


class TestSeen:
    def test_a_page_that_nobody_has_looked_at_is_not_seen(self, new_context: Contexts, small: str) -> None:
        """A browser may run a page before it is asked for."""
        context = new_context(small)
        context.add_init_script("Object.defineProperty(document, 'prerendering', { value: true, configurable: true })")
        page = context.new_page()
        page.goto(small + "capitals/")
        kept = "JSON.parse(localStorage.getItem('minicourse:capitals:v1'))?.lessons?.capitals?.seen"
        assert page.evaluate(kept) is None
        page.evaluate("document.dispatchEvent(new Event('prerenderingchange'))")
        assert page.evaluate(kept) is not None

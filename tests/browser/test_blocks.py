"""Tabs, columns, figures and recordings: with a script and without, by keyboard, on paper, in another site's frame."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from .axe import violations
from .conftest import Contexts
from .looks import LOOKS, OVERFLOW, PHONE, SMALL_TARGETS, ZOOMED
from .question import Question
from .server import served

KEY = "minicourse:tabs"
PAGES = ("tabs/", "recordings/", "print/", "")
FORBIDDEN = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } })"
SHIFTS = """() => new Promise((done) => new PerformanceObserver((list) =>
  done(list.getEntries().reduce((sum, { value }) => sum + value, 0))).observe({ type: "layout-shift", buffered: true })
  || setTimeout(() => done(0), 500))"""


@pytest.fixture
def context(new_context: Contexts, blocks: str) -> BrowserContext:
    return new_context(blocks)


@pytest.fixture
def page(context: BrowserContext, blocks: str) -> Page:
    page = context.new_page()
    page.goto(blocks + "tabs/")
    return page


def tab(page: Page, name: str, group: int = 0) -> Locator:
    return page.get_by_role("tablist").nth(group).get_by_role("tab", name=name)


def shows(page: Page, name: str, group: int = 0) -> None:
    """One tab is chosen, and its panel alone is on view."""
    for button in page.get_by_role("tablist").nth(group).get_by_role("tab").all():
        chosen = button.text_content() == name
        expect(button).to_have_attribute("aria-selected", str(chosen).lower())
        expect(button).to_have_attribute("tabindex", "0" if chosen else "-1")
        panel = page.locator(f"[id='{button.get_attribute('aria-controls')}']")
        expect(panel.locator("> :nth-child(2)")).to_be_visible(visible=chosen)
        assert panel.get_attribute("role") == ("tabpanel" if chosen else None)
        assert panel.get_attribute("tabindex") == ("0" if chosen else None)


class TestTabs:
    def test_one_part_is_on_view_under_buttons_that_are_named(self, page: Page) -> None:
        shows(page, "macOS")
        shows(page, "Linux", 1)
        expect(page.get_by_role("tablist", name="Choose what to read")).to_have_count(2)
        expect(page.get_by_role("tabpanel", name="macOS")).to_be_visible()
        expect(page.get_by_role("heading", name="macOS")).to_be_hidden()

    def test_a_press_shows_another(self, page: Page) -> None:
        tab(page, "Linux").click()
        shows(page, "Linux")
        expect(page.get_by_role("tabpanel", name="Linux").first).to_contain_text("Any terminal will do.")

    @pytest.mark.parametrize(("direction", "forward", "back"), [("ltr", "Right", "Left"), ("rtl", "Left", "Right")])
    def test_by_keyboard_in_the_direction_of_reading(self, page: Page, direction: str, forward: str, back: str) -> None:
        page.evaluate("(direction) => { document.documentElement.dir = direction; }", direction)
        page.get_by_role("link", name="the Linux of the second step").focus()
        page.keyboard.press("Tab")
        expect(tab(page, "macOS")).to_be_focused()
        for key, name in (
            (f"Arrow{forward}", "Windows"),
            (f"Arrow{forward}", "Linux"),
            (f"Arrow{forward}", "macOS"),
            (f"Arrow{back}", "Linux"),
            ("Home", "macOS"),
            ("End", "Linux"),
            ("ArrowDown", "Linux"),
        ):
            page.keyboard.press(key)
            expect(tab(page, name)).to_be_focused()
            shows(page, name)
        page.keyboard.press("Tab")
        expect(page.get_by_role("tabpanel", name="Linux").first).to_be_focused()
        page.keyboard.press("Shift+Tab")
        expect(tab(page, "Linux")).to_be_focused()

    def test_a_link_into_a_part_opens_it(self, page: Page, blocks: str) -> None:
        page.get_by_role("link", name="straight to Windows").click()
        shows(page, "Windows")
        expect(page.get_by_role("tabpanel", name="Windows").first).to_be_in_viewport()
        page.get_by_role("link", name="the Linux of the second step").click()
        shows(page, "Linux")
        expect(page.get_by_role("heading", name="A word on Linux")).to_be_in_viewport()
        shows(page, "Linux", 1)
        page.goto(blocks + "recordings/")
        page.goto(blocks + "tabs/#windows-1")
        shows(page, "Windows", 1)
        shows(page, "macOS")

    def test_the_search_of_the_course_leads_into_a_part(self, page: Page) -> None:
        page.get_by_role("button", name="Search").click()
        page.get_by_role("searchbox").fill("zebra")
        found = page.get_by_role("dialog").get_by_role("listitem")
        expect(found.locator(".excerpt")).to_contain_text("The word for the search is zebra.")
        found.get_by_role("link", name="Windows").click()
        shows(page, "Windows")
        expect(page.get_by_text("The word for the search is zebra.").first).to_be_in_viewport()

    def test_an_address_with_a_broken_anchor_breaks_nothing(self, page: Page, blocks: str) -> None:
        page.goto(blocks + "recordings/")
        page.goto(blocks + "tabs/#%E0%A4%A")
        shows(page, "macOS")

    def test_what_is_chosen_once_is_chosen_everywhere_and_remembered(self, page: Page, blocks: str) -> None:
        tab(page, "Windows").click()
        shows(page, "Windows")
        shows(page, "Windows", 1)
        tab(page, "Linux", 1).click()
        shows(page, "Linux")
        tab(page, "macOS").click()
        shows(page, "Linux", 1)  # there is no macOS
        assert page.evaluate("(key) => localStorage.getItem(key)", KEY) == '["macOS","Linux","Windows"]'
        page.reload()
        shows(page, "macOS")
        shows(page, "Linux", 1)

    def test_the_button_stays_under_the_finger(self, page: Page) -> None:
        page.set_viewport_size({"width": 375, "height": 400})
        button = tab(page, "Windows", 1)
        button.scroll_into_view_if_needed()
        before = button.bounding_box()
        button.click()
        after = button.bounding_box()
        assert before is not None
        assert after is not None
        assert abs(before["y"] - after["y"]) < 2

    @pytest.mark.parametrize("kept", ["not json", "{}", "[1, null]", '["Windows"]'])
    def test_whatever_is_kept_breaks_nothing(self, context: BrowserContext, blocks: str, kept: str) -> None:
        page = context.new_page()
        page.goto(blocks + "llms.txt")
        page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [KEY, kept])
        page.goto(blocks + "tabs/")
        shows(page, "Windows" if "Windows" in kept else "macOS")

    def test_where_nothing_may_be_kept_they_work(self, context: BrowserContext, blocks: str) -> None:
        context.add_init_script(FORBIDDEN)
        page = context.new_page()
        page.goto(blocks + "tabs/")
        tab(page, "Windows").click()
        shows(page, "Windows")
        shows(page, "Windows", 1)

    def test_the_search_of_the_browser_finds_what_is_hidden(self, page: Page) -> None:
        panel = page.locator("#windows")
        expect(panel).to_have_attribute("hidden", "until-found")
        assert panel.evaluate("(panel) => getComputedStyle(panel).display") == "block"
        assert panel.evaluate("(panel) => panel.offsetHeight") == 0
        panel.evaluate("(panel) => panel.dispatchEvent(new Event('beforematch', { bubbles: true }))")
        shows(page, "Windows")
        shows(page, "Linux", 1)

    def test_a_browser_that_can_not_shows_no_more_than_one(self, context: BrowserContext, blocks: str) -> None:
        context.add_init_script("for (const of of [Document, HTMLElement]) delete of.prototype.onbeforematch;")
        page = context.new_page()
        page.goto(blocks + "tabs/#linux")
        expect(page.locator("#windows")).to_have_attribute("hidden", "")
        shows(page, "Linux")
        page.get_by_role("link", name="straight to Windows").click()
        shows(page, "Windows")

    def test_the_text_stands_still_while_the_page_loads(self, page: Page) -> None:
        assert page.evaluate(SHIFTS) < 0.02

    def test_the_chosen_one_is_told_without_colour(self, page: Page) -> None:
        page.emulate_media(forced_colors="active")
        lines = [
            button.evaluate("(button) => getComputedStyle(button).borderBlockEndStyle")
            for button in page.get_by_role("tab").all()[:3]
        ]
        assert lines == ["solid", "none", "none"]

    def test_without_a_script_they_stand_one_under_another(self, new_context: Contexts, blocks: str) -> None:
        page = new_context(blocks, java_script_enabled=False).new_page()
        page.goto(blocks + "tabs/")
        all_are_read(page)

    def test_when_the_script_is_missing_too(self, browser: Browser, blocks: str) -> None:
        with browser.new_context() as context:
            context.route("**/blocks.*.js", lambda route: route.abort())
            page = context.new_page()
            page.goto(blocks + "tabs/")
            all_are_read(page)

    def test_on_paper_they_stand_one_under_another(self, page: Page) -> None:
        tab(page, "Windows").click()
        page.emulate_media(media="print")
        all_are_read(page)

    def test_on_the_print_page_they_do_on_the_screen_too(self, page: Page, blocks: str) -> None:
        page.goto(blocks + "print/")
        all_are_read(page)

    def test_raw_html_that_looks_like_tabs_breaks_nothing(self, page: Page) -> None:
        """An author may write any class: a script that fails would take the questions' with it."""
        page.route(
            "**/tabs/",
            lambda route: route.fulfill(
                body=route.fetch().text().replace("<h2", '<div class="tabs"><p class="tab">x</p></div><h2', 1)
            ),
        )
        page.reload()
        expect(page.locator(".tabs")).to_have_count(3)
        expect(page.locator("html")).to_have_class("js")
        shows(page, "macOS")


def all_are_read(page: Page) -> None:
    """Every part is on view, below its heading, and nothing is left to press."""
    for text in ("Open the Terminal", "Open PowerShell", "Any terminal will do", "There are many", "Type py."):
        expect(page.get_by_text(text)).to_be_visible()
    for name, times in (("macOS", 1), ("Windows", 2), ("Linux", 2)):
        expect(page.get_by_role("heading", name=name, exact=True, level=3)).to_have_count(times)
    expect(page.get_by_role("tablist")).to_have_count(0)


class TestColumns:
    BOXES = "(all) => all.map((column) => column.getBoundingClientRect()).map(({ x, y }) => [x, y])"

    @pytest.mark.parametrize("direction", ["ltr", "rtl"])
    def test_side_by_side_in_the_order_of_reading(self, page: Page, direction: str) -> None:
        page.evaluate("(direction) => { document.documentElement.dir = direction; }", direction)
        places = page.locator(".column").evaluate_all(self.BOXES)
        assert len({y for _, y in places}) == 1
        assert [x for x, _ in places] == sorted({x for x, _ in places}, reverse=direction == "rtl")

    def test_one_under_another_on_a_phone(self, page: Page) -> None:
        page.set_viewport_size({"width": 600, "height": 800})
        places = page.locator(".column").evaluate_all(self.BOXES)
        assert len({x for x, _ in places}) == 1
        assert [y for _, y in places] == sorted({y for _, y in places})


class TestRecordings:
    ASKED = "How to ask an open question"

    def test_nothing_is_fetched_before_it_is_asked_for(self, context: BrowserContext, blocks: str) -> None:
        """Neither from elsewhere (that fails every test here) nor a recording of the course."""
        page, asked = context.new_page(), []
        page.on("request", lambda request: asked.append(request.url.removeprefix(blocks)))
        page.goto(blocks + "recordings/")
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        page.wait_for_load_state("networkidle")
        page.get_by_role("button", name="Play it here").first.hover()
        assert [path for path in asked if path.endswith((".mp4", ".wav", ".vtt"))] == []
        assert "images/before.svg" in asked

    @pytest.mark.parametrize("press", ["click", "Enter", "Space"])
    def test_a_video_of_another_site_plays_when_it_is_asked_for(
        self, browser: Browser, blocks: str, press: str
    ) -> None:
        with browser.new_context() as context:
            asked: list[tuple[str, dict[str, str]]] = []

            def play(route: Route) -> None:
                asked.append((route.request.url, route.request.headers))
                route.fulfill(content_type="text/html", body="<title>A player</title><p>It plays</p>")

            context.route(lambda url: not url.startswith((blocks, "data:")), play)
            page = context.new_page()
            page.goto(blocks + "recordings/")
            button = page.get_by_role("button", name="Play it here").first
            assert asked == []
            button.click() if press == "click" else button.press(press)
            frame = page.locator("iframe")
            expect(frame).to_have_attribute("title", self.ASKED)
            expect(frame).to_be_focused()
            expect(page.frame_locator("iframe").get_by_text("It plays")).to_be_visible()
            [(url, headers)] = asked
            assert url == "https://www.youtube-nocookie.com/embed/abcdefghijk?start=30"
            assert headers["referer"].startswith("http://127.0.0.1")
            assert blocks not in headers["referer"]
            assert "allow-top-navigation" not in (frame.get_attribute("sandbox") or "allow-top-navigation")
            assert "autoplay" not in (frame.get_attribute("allow") or "")
            box = frame.bounding_box()
            assert box is not None
            assert abs(box["width"] / box["height"] - 16 / 9) < 0.02
            expect(page.get_by_role("button", name="Play it here")).to_have_count(1)
            expect(page.get_by_role("link", name=self.ASKED)).to_be_visible()

    def test_the_policy_lets_no_other_site_in(self, browser: Browser, blocks: str) -> None:
        with browser.new_context() as context:
            asked: list[str] = []
            context.on("request", lambda request: asked.append(request.url))
            page = context.new_page()
            page.goto(blocks + "recordings/")
            with page.expect_console_message(lambda message: "frame-src" in message.text):
                page.evaluate(
                    "document.querySelector('[data-player]').dataset.player = 'https://evil.example/'; "
                    "document.querySelector('[data-player]').click()"
                )
            assert not any("evil" in url for url in asked)

    def test_who_learns_of_the_visit_is_said_beside_the_button(self, page: Page, blocks: str) -> None:
        page.goto(blocks + "recordings/")
        facts = page.locator(".recording-facts").filter(has_text=self.ASKED)
        expect(facts).to_contain_text("Video, 1:02:05, from youtube.com, which learns of your visit when you play it")
        expect(facts.get_by_role("link", name=self.ASKED)).to_have_attribute(
            "href", "https://www.youtube.com/watch?v=abcdefghijk&t=30s"
        )

    def test_without_a_script_there_is_a_link(self, new_context: Contexts, blocks: str) -> None:
        page = new_context(blocks, java_script_enabled=False).new_page()
        page.goto(blocks + "recordings/")
        expect(page.get_by_role("link", name=self.ASKED)).to_be_visible()
        expect(page.get_by_text("Play it here").first).to_be_hidden()

    def test_from_a_disk_as_well(self, new_context: Contexts, blocks_site: Path) -> None:
        """A page from a disk has no address to show, and players play for none without."""
        page = new_context(blocks_site.as_uri()).new_page()
        page.goto((blocks_site / "recordings/index.html").as_uri())
        expect(page.get_by_role("link", name=self.ASKED)).to_be_visible()
        expect(page.get_by_role("button", name="Play it here")).to_have_count(0)

    def test_a_recording_of_the_course_has_a_name_captions_and_a_transcript(self, page: Page, blocks: str) -> None:
        page.goto(blocks + "recordings/")
        video = page.locator("video")
        expect(video).to_have_accessible_name("A first talk after a lesson")
        assert video.evaluate("(video) => [video.controls, video.autoplay, video.preload]") == [True, False, "none"]
        tracks = video.evaluate("(video) => [...video.textTracks].map(({ kind, language }) => [kind, language])")
        assert tracks == [["captions", "en"]]
        expect(page.locator("audio")).to_have_accessible_name("A head of year on her week")
        transcript = page.locator(".recording details").first
        expect(transcript.get_by_text("They talked more")).to_be_hidden()
        transcript.get_by_text("Transcript").click()
        expect(transcript.get_by_text("They talked more")).to_be_visible()

    @pytest.mark.parametrize("place", ["server", "disk"])
    def test_a_recording_of_the_course_plays(
        self, new_context: Contexts, blocks: str, blocks_site: Path, place: str
    ) -> None:
        """The policy lets it: from a disk as well."""
        site = blocks if place == "server" else blocks_site.as_uri()
        page = new_context(site).new_page()
        page.goto(f"{site.rstrip('/')}/recordings/index.html")
        length = page.locator("audio").evaluate(
            """(audio) => new Promise((done) => {
              Object.assign(audio, { onloadedmetadata: () => done(audio.duration), onerror: () => done("error") });
              audio.preload = "metadata";
            })"""
        )
        assert length == pytest.approx(0.1)

    def test_it_stops_when_its_card_is_turned(self, page: Page, blocks: str) -> None:
        page.goto(blocks + "recordings/")
        page.evaluate("localStorage.setItem('minicourse:reading', JSON.stringify({ view: 'cards' }))")
        page.goto(blocks + "recordings/#something-to-hear")
        page.reload()
        audio = page.locator("audio")
        assert audio.evaluate("(audio) => { audio.muted = audio.loop = true; return audio.play().then(() => true); }")
        assert audio.evaluate("(audio) => audio.paused") is False
        page.get_by_role("navigation", name="Cards").get_by_role("button", name="Next").click()
        assert audio.evaluate("(audio) => audio.paused") is True

    def test_its_captions_can_be_read(self, page: Page, blocks: str) -> None:
        page.goto(blocks + "recordings/")
        first = page.locator("track").evaluate(
            """(track) => new Promise((done) => {
              track.onload = () => done(track.track.cues[0].text);
              track.track.mode = "hidden";
            })"""
        )
        assert first == "Grace: What went well?"

    def test_on_paper_its_title_and_its_transcript_are_read(self, page: Page, blocks: str) -> None:
        page.goto(blocks + "recordings/")
        page.emulate_media(media="print")
        expect(page.get_by_role("link", name="A first talk after a lesson")).to_be_visible()
        for gone in ("video", "audio", ".play"):
            expect(page.locator(gone).first).to_be_hidden()
        page.emulate_media(media="screen")
        page.goto(blocks + "print/")
        expect(page.locator("video, audio, .play")).to_have_count(0)
        expect(page.get_by_role("link", name=self.ASKED)).to_be_visible()


class TestEverywhere:
    @pytest.mark.parametrize(("scheme", "direction"), LOOKS)
    @pytest.mark.parametrize("path", PAGES)
    def test_axe_finds_nothing(
        self, new_context: Contexts, blocks: str, path: str, scheme: Any, direction: str
    ) -> None:
        page = new_context(blocks, bypass_csp=True, color_scheme=scheme).new_page()
        page.goto(blocks + path)
        page.evaluate("(direction) => { document.documentElement.dir = direction; }", direction)
        for summary in page.locator("main summary:visible").all():
            summary.click()
        assert violations(page) == []

    @pytest.mark.parametrize("direction", ["ltr", "rtl"])
    @pytest.mark.parametrize("path", PAGES)
    def test_nothing_scrolls_sideways(self, new_context: Contexts, blocks: str, path: str, direction: str) -> None:
        page = new_context(blocks, viewport=PHONE).new_page()
        page.goto(blocks + path)
        page.evaluate("(direction) => { document.documentElement.dir = direction; }", direction)
        assert page.evaluate(OVERFLOW) is False
        page.set_viewport_size(ZOOMED)
        assert page.evaluate(OVERFLOW) is False

    @pytest.mark.parametrize("path", PAGES[:2])
    def test_targets_fit_a_thumb(self, new_context: Contexts, blocks: str, path: str) -> None:
        page = new_context(blocks, viewport=PHONE).new_page()
        page.goto(blocks + path)
        assert page.evaluate(SMALL_TARGETS) == []


class TestInAFrame:
    """On a page of another site, which may forbid the frame to keep anything."""

    @pytest.fixture(params=["", "allow-scripts allow-forms", "allow-scripts allow-forms allow-same-origin"])
    def frame(self, browser: Browser, blocks: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Any]:
        sandbox = f'sandbox="{request.param}"' if request.param else ""
        html = f'<!doctype html><title>Other</title><iframe src="{blocks}tabs/" {sandbox} width="720" height="640">'
        (tmp_path / "index.html").write_text(html, encoding="utf-8")
        with served(tmp_path) as other, browser.new_context() as context:
            complaints: list[str] = []
            context.on("weberror", lambda error: complaints.append(str(error.error)))
            page = context.new_page()
            page.goto(other)
            yield page.frames[1]
            assert complaints == []

    def test_a_lesson_can_be_read_and_answered(self, frame: Any) -> None:
        frame.get_by_role("tab", name="Windows").first.click()
        expect(frame.get_by_role("tabpanel", name="Windows").first).to_be_visible()
        question = Question(frame, "begun")
        question.form.locator("label").filter(has_text="In a terminal").click()
        question.form.get_by_role("button", name="Check").click()
        expect(question.form.get_by_role("status")).to_contain_text("Correct")
        frame.get_by_role("button", name="Mark complete").click()
        expect(frame.get_by_role("button", name="Complete (undo)")).to_be_visible()

    def test_links_out_of_the_course_get_a_tab_of_their_own(self, frame: Any) -> None:
        frame.get_by_role("navigation", name="Previous and next lesson").get_by_role("link").last.click()
        link = frame.get_by_role("link", name=TestRecordings.ASKED)
        expect(link).to_have_attribute("target", "_blank")
        assert frame.locator("a[target]").evaluate_all("(links) => links.length") == 2


def test_outside_a_frame_links_stay_in_their_tab(page: Page, blocks: str) -> None:
    page.goto(blocks + "recordings/")
    expect(page.locator("a[target]")).to_have_count(0)

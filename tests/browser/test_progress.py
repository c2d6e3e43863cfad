"""The page of one's own progress, how objectives stand, and lessons that wait for one another."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .axe import violations
from .conftest import HERE, Contexts, built
from .looks import LOOKS, OVERFLOW, PHONE, SMALL_TARGETS
from .memory import answers, keep, key, stored
from .question import Question
from .server import served

LESSON, PROGRESS, COURSE = "capitals/", "progress/", "capitals"
THEN = "2026-09-01T08:00:00.000Z"
SCHEMA_1 = {
    "schema": 1,
    "seed": 3,
    "lessons": {"capitals": {"seen": THEN, "complete": THEN, "digest": "of an older wording"}},
    "questions": {
        "capital": {
            "lesson": "capitals", "at": THEN, "first": ["1"], "firstCorrect": False, "attempts": 2,
            "last": ["2"], "correct": True, "settled": True,
        }
    },
}  # fmt: skip


class TestEarlierVersions:
    def test_show_the_same_answers_as_before(self, page: Page, small: str) -> None:
        keep(page, small, COURSE, json.dumps(SCHEMA_1))
        page.goto(small + LESSON)
        Question(page, "capital").shows_feedback_of("Paris")
        assert [fact["correct"] for fact in answers(page, "capital")] == [False, True]
        assert stored(page)["schema"] == 2

    def test_an_answer_given_meanwhile_is_kept_too(self, page: Page, small: str) -> None:
        waiting: list[Any] = []
        page.route("**/transfer.*.js", lambda route: waiting.append(route))
        keep(page, small, COURSE, json.dumps(SCHEMA_1))
        page.goto(small + LESSON, wait_until="domcontentloaded")
        Question(page, "one-try").answer("The Hague")
        Question(page, "one-try").says("Correct.")
        waiting[0].continue_()
        Question(page, "capital").shows_feedback_of("Paris")
        assert (len(answers(page, "capital")), len(answers(page, "one-try"))) == (2, 1)

    def test_are_left_as_they_are_when_the_script_does_not_come(self, context: BrowserContext, small: str) -> None:
        page = context.new_page()
        page.route("**/transfer.*.js", lambda route: route.fulfill(status=200, body="", content_type="text/javascript"))
        keep(page, small, COURSE, json.dumps(SCHEMA_1))
        page.goto(small + LESSON)
        Question(page, "one-try").answer("The Hague")
        Question(page, "one-try").says("Correct.")
        assert stored(page) == SCHEMA_1


@pytest.fixture
def answered(page: Page, small: str) -> Page:
    """A page of progress after one right answer and a completed lesson."""
    page.goto(small + LESSON)
    Question(page, "capital").answer("Paris")
    page.get_by_role("button", name="Mark complete").click()
    page.goto(small + PROGRESS)
    return page


def link_of(page: Page) -> str:
    page.get_by_role("button", name="Make a link").click()
    field = page.get_by_label("Your link")
    expect(field).to_be_visible()
    return field.input_value()


class TestMoving:
    def test_a_file_comes_back_in_another_browser(
        self, answered: Page, new_context: Contexts, small: str, tmp_path: Path
    ) -> None:
        with answered.expect_download() as download:
            answered.get_by_role("button", name="Save a file", exact=True).click()
        assert download.value.suggested_filename.startswith("capitals-progress-20")
        file = tmp_path / "progress.json"
        download.value.save_as(file)
        other = new_context(small).new_page()
        other.goto(small + PROGRESS)
        other.get_by_label("Add from a file").set_input_files(file)
        expect(other.get_by_text("Added: 1 answer and 1 complete lesson.")).to_be_visible()
        assert answers(other, "capital") == answers(answered, "capital")
        other.get_by_label("Add from a file").set_input_files(file)
        expect(other.get_by_text("Nothing new came in")).to_be_visible()
        other.goto(small + LESSON)
        Question(other, "capital").shows_feedback_of("Paris")

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("hello", "not progress that was saved here"),
            ('{"format":"minicourse progress","version":1,"course":"other","progress":{}}', "of another course"),
            ('{"format":"minicourse progress","version":9,"course":"capitals","progress":{}}', "A newer version"),
        ],
    )
    def test_another_file_is_refused_and_changes_nothing(
        self, answered: Page, tmp_path: Path, text: str, said: str
    ) -> None:
        file = tmp_path / "some.json"
        file.write_text(text, encoding="utf-8")
        before = stored(answered)
        answered.get_by_label("Add from a file").set_input_files(file)
        expect(answered.get_by_text(said)).to_be_visible()
        assert stored(answered) == before

    def test_a_link_asks_first(self, answered: Page, new_context: Contexts, small: str) -> None:
        link = link_of(answered)
        assert link.startswith(f"{small}{PROGRESS}#p=")
        expect(answered.get_by_role("img", name="QR code of the link")).to_be_visible()
        other = new_context(small).new_page()
        other.goto(link)
        expect(other.get_by_role("heading", name="Add this progress to what this browser has?")).to_be_focused()
        expect(other.get_by_text("The link holds 1 answer and 1 complete lesson.")).to_be_visible()
        assert other.evaluate(f"localStorage.getItem('{key(COURSE)}')") is None
        other.get_by_role("button", name="Add it").click()
        expect(other.get_by_text("Added: 1 answer and 1 complete lesson.")).to_be_visible()
        assert other.url == small + PROGRESS
        assert answers(other, "capital") == answers(answered, "capital")

    def test_a_link_can_be_left(self, answered: Page, new_context: Contexts, small: str) -> None:
        other = new_context(small).new_page()
        other.goto(link_of(answered))
        other.get_by_role("button", name="Leave it").click()
        expect(other.get_by_text("nothing was changed")).to_be_visible()
        assert other.evaluate(f"localStorage.getItem('{key(COURSE)}')") is None

    def test_a_damaged_link_says_so(self, page: Page, small: str) -> None:
        page.goto(f"{small}{PROGRESS}#p=AAAA")
        expect(page.get_by_text("or it is damaged. Nothing was changed.")).to_be_visible()

    def test_deleting_says_what_is_lost_and_can_be_left(self, answered: Page) -> None:
        answered.get_by_role("button", name="Delete my data").focus()
        answered.keyboard.press("Enter")
        dialog = answered.get_by_role("dialog", name="Delete your progress in this course?")
        expect(dialog).to_contain_text("would lose 1 answer and 1 complete lesson")
        answered.keyboard.press("Escape")
        expect(answered.get_by_role("button", name="Delete my data")).to_be_focused()
        assert len(answers(answered, "capital")) == 1
        answered.keyboard.press("Enter")
        dialog.get_by_role("button", name="Delete it").click()
        expect(answered.get_by_text("remembers nothing of this course now")).to_be_visible()
        assert answered.evaluate(f"localStorage.getItem('{key(COURSE)}')") is None
        expect(answered.get_by_role("main").locator(".standing")).to_contain_text("0 of 2 lessons complete")

    def test_what_was_deleted_does_not_come_back_from_another_tab(self, context: BrowserContext, small: str) -> None:
        """Not even what is no answer: the name on the certificate."""
        kept = {"schema": 2, "lessons": {}, "questions": {}, "certificate": {"at": THEN, "name": "Ada"}}
        other, page = context.new_page(), context.new_page()
        keep(page, small, COURSE, json.dumps(kept))
        other.goto(small + LESSON)
        page.goto(small + PROGRESS)
        page.get_by_role("button", name="Delete my data").click()
        page.get_by_role("button", name="Delete it").click()
        expect(page.get_by_text("remembers nothing of this course now")).to_be_visible()
        other.get_by_role("button", name="Mark complete").click()
        assert "capitals" in stored(page)["lessons"]
        assert "certificate" not in stored(page)

    def test_works_from_a_disk(self, new_context: Contexts, small_site: Path) -> None:
        page = new_context(small_site.as_uri()).new_page()
        page.goto((small_site / "progress/index.html").as_uri())
        page.get_by_role("button", name="Make a link").click()
        expect(page.get_by_text("This page was opened from a disk")).to_be_visible()


class TestLooks:
    @pytest.mark.parametrize(("scheme", "direction"), LOOKS)
    def test_of_the_page(self, new_context: Contexts, small: str, scheme: Any, direction: str) -> None:
        page = new_context(small, viewport=PHONE, color_scheme=scheme, bypass_csp=True).new_page()
        page.goto(small + PROGRESS)
        page.evaluate("(direction) => { document.documentElement.dir = direction; }", direction)
        link_of(page)
        assert page.evaluate(OVERFLOW) is False
        assert page.evaluate(SMALL_TARGETS) == []
        assert violations(page) == []
        page.get_by_role("button", name="Delete my data").click()
        assert violations(page) == []

    def test_without_javascript_it_says_why_and_links_to_the_lessons(self, new_context: Contexts, small: str) -> None:
        page = new_context(small, java_script_enabled=False).new_page()
        page.goto(small + PROGRESS)
        expect(page.get_by_text("with JavaScript. It is switched off")).to_be_visible()
        expect(page.get_by_role("main").get_by_role("link", name="Capitals", exact=True)).to_be_visible()
        expect(page.get_by_role("button", name="Make a link")).to_be_hidden()


class TestStanding:
    def test_objectives_say_how_far_one_is(self, new_context: Contexts, kinds: str) -> None:
        page = new_context(kinds).new_page()
        page.goto(kinds)
        lines = page.locator("main [data-asks]:not([data-asks=''])")
        name = (lines.first.get_attribute("data-asks") or "").split()[0]
        fact = {"at": THEN, "response": ["1"], "correct": True}
        keep(page, kinds, "kinds", json.dumps({"schema": 2, "questions": {name: {"answers": [fact]}}}))
        page.goto(kinds)
        expect(lines.first.locator(".meta")).to_contain_text("answered 1 of")
        expect(page.locator(".standing")).to_contain_text("1 of")

    def test_a_lesson_that_changed_says_what_to_do(self, page: Page, small: str) -> None:
        lesson = {"seen": {"at": THEN}, "complete": {"at": THEN, "digest": "of an older wording"}}
        keep(page, small, COURSE, json.dumps({"schema": 2, "lessons": {"capitals": lesson}}))
        page.goto(small + LESSON)
        note = page.locator("main > .changed")
        expect(note).to_have_text(
            "This lesson has changed since you finished it. Read it again, then mark it complete."
        )
        page.get_by_role("button", name="Mark complete").click()
        expect(note).to_have_count(0)


@pytest.fixture(scope="module", params=["sequential", "mastery"])
def locked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The small course with lessons that wait for one another: how, and where it is served."""
    project = tmp_path_factory.mktemp("locked")
    (project / "content").mkdir()
    for file in (HERE / "course/content").iterdir():
        (project / "content" / file.name).write_bytes(file.read_bytes())
    with (project / "content/course.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"unlock: {request.param}\n")
    with served(built(project, tmp_path_factory.mktemp("locked-site") / "site")) as address:
        yield request.param, address


class TestLocks:
    def test_a_lesson_waits_and_opens(self, new_context: Contexts, locked: tuple[str, str]) -> None:
        how, site = locked
        context = new_context(site)
        page, other = context.new_page(), context.new_page()
        page.goto(site + "rivers/")
        waits = "completed" if how == "sequential" else "answered every question of"
        expect(page.locator(".lock")).to_contain_text(f"This lesson opens when you have {waits}")
        expect(page.locator("main form, main .finish").first).to_be_hidden()
        lessons = page.get_by_role("navigation", name="Lessons")
        expect(lessons.get_by_role("link", name="Rivers not open yet")).to_be_visible()
        page.locator(".lock").get_by_role("link", name="Capitals").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Capitals")
        other.goto(site + "rivers/")
        if how == "sequential":
            page.get_by_role("button", name="Mark complete").click()
        else:
            for form in page.locator("form.question").all():
                question = Question(page, form.get_attribute("data-name") or "")
                question.give(question.right)
                question.check()
        expect(other.locator(".lock")).to_have_count(0)
        expect(other.get_by_role("button", name="Mark complete")).to_be_visible()
        page.goto(site + "rivers/")
        expect(page.locator("main form").first).to_be_visible()

    def test_not_without_javascript_on_paper_or_without_storage(
        self, new_context: Contexts, locked: tuple[str, str]
    ) -> None:
        _, site = locked
        plain = new_context(site, java_script_enabled=False).new_page()
        plain.goto(site + "rivers/")
        expect(plain.locator("main form").first).to_be_visible()
        paper = new_context(site).new_page()
        paper.goto(site + "rivers/")
        paper.emulate_media(media="print")
        expect(paper.locator("main form").first).to_be_visible()
        expect(paper.locator(".lock")).to_be_hidden()
        forbidden = new_context(site)
        forbidden.add_init_script(
            'Object.defineProperty(window, "localStorage", { get() { throw new DOMException("", "SecurityError"); } });'
        )
        page = forbidden.new_page()
        page.goto(site + "rivers/")
        expect(page.locator("main form").first).to_be_visible()
        for address in ("rivers/", ""):
            page.goto(site + address)
            expect(page.locator(".row[data-lesson], .lessons [data-lesson]").first).to_be_attached()
            expect(page.locator("[data-state=locked]")).to_have_count(0)

    def test_the_test_that_a_certificate_asks_for(self, new_context: Contexts, tmp_path: Path) -> None:
        """Its line about the certificate waits for a result: that is another matter than a lesson that waits."""
        shutil.copytree(HERE / "certificate_course/content", tmp_path / "content")
        with (tmp_path / "content/course.yml").open("a", encoding="utf-8") as settings:
            settings.write("unlock: sequential\n")
        with served(built(tmp_path, tmp_path / "site")) as site:
            page = new_context(site).new_page()
            page.goto(site + "final-test/")
            expect(page.locator(".lock")).to_contain_text("This lesson opens when you have completed Rivers")
            for lesson in ("capitals/", "rivers/"):
                page.goto(site + lesson)
                page.get_by_role("button", name="Mark complete").click()
            page.goto(site + "final-test/")
            page.get_by_role("button", name="Begin").click()
            expect(page.get_by_role("button", name="Finish")).to_be_visible()

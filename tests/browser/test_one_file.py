"""The course as one file, and as a zip: opened by a double click, worked by a learner."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from minicourse.build import one_file, rendered
from minicourse.publish.archive import zipped
from minicourse.render.contract import CONTRACTS

from .axe import violations
from .conftest import HERE, ROOT
from .guard import Guard
from .question import Question


@pytest.fixture(scope="module")
def shipped_file(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address of the shipped course as one file on a disk."""
    return on_disk(ROOT, tmp_path_factory.mktemp("one"))


@pytest.fixture(scope="module")
def kinds_file(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address of the course with a question of each kind as one file."""
    return on_disk(HERE / "kinds_course", tmp_path_factory.mktemp("kinds"))


@pytest.fixture(scope="module")
def small_file(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address of the small course as one file."""
    return on_disk(HERE / "course", tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def blocks_file(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address of the course with a block of each kind as one file."""
    return on_disk(HERE / "blocks_course", tmp_path_factory.mktemp("blocks"))


def on_disk(project: Path, folder: Path) -> str:
    result, data = one_file(project)
    assert data, result.problems
    (folder / "course.html").write_bytes(data)
    return (folder / "course.html").as_uri()


class Disk:
    """Opens profiles that may open one file and nothing else."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.opened: list[tuple[BrowserContext, Guard]] = []

    def page(self, address: str, allowed: str | None = None, **options: Any) -> Page:
        context = self.browser.new_context(**options)
        self.opened.append((context, Guard(context, allowed or address.partition("#")[0])))
        page = context.new_page()
        page.goto(address)
        return page


@pytest.fixture
def disk(browser: Browser) -> Iterator[Disk]:
    disk = Disk(browser)
    yield disk
    for context, _ in disk.opened:
        context.close()
    assert [complaint for _, guard in disk.opened for complaint in guard.complaints] == []


def shown(page: Page) -> list[str]:
    """The ids of the leaves that are on view."""
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('.leaf')].filter((leaf) => leaf.checkVisibility()).map(({ id }) => id)"
    )
    return found


class TestFindingTheWay:
    def test_one_leaf_at_a_time(self, disk: Disk, shipped_file: str) -> None:
        page = disk.page(shipped_file)
        assert shown(page) == ["index--top"]
        page.get_by_role("link", name="Start: Key roles").click()
        expect(page).to_have_title("Key roles of an instructional leader · Instructional leadership")
        assert shown(page) == ["key-roles--top"]
        expect(page.locator(":focus")).to_have_text("Key roles of an instructional leader")
        page.locator(".leaf[data-on]").get_by_role("link", name="Next").click()
        expect(page).to_have_title("Impact on student achievement · Instructional leadership")
        assert shown(page) == ["impact-on-achievement--top"]
        assert page.evaluate("scrollY") == 0
        page.go_back()
        expect(page).to_have_title("Key roles of an instructional leader · Instructional leadership")
        page.go_back()
        expect(page).to_have_title("Instructional leadership")
        assert shown(page) == ["index--top"]

    def test_the_list_of_lessons_says_where_one_is(self, disk: Disk, shipped_file: str) -> None:
        page = disk.page(shipped_file, viewport={"width": 1300, "height": 800})
        lessons = page.get_by_role("navigation", name="Lessons", exact=True)
        lessons.get_by_role("link", name="Strategies").click()
        expect(lessons.locator("[aria-current=page]")).to_have_text("Strategies to support teachers begun")

    def test_on_a_phone_the_sheet_closes_behind_one(self, disk: Disk, shipped_file: str) -> None:
        page = disk.page(shipped_file, viewport={"width": 375, "height": 700})
        page.get_by_role("button", name="Lessons").click()
        page.locator(".lessons").get_by_role("link", name="Strategies").click()
        expect(page.locator(".lessons")).to_be_hidden()
        assert shown(page) == ["supporting-teachers--top"]
        assert page.evaluate("document.documentElement.scrollWidth") <= 375

    def test_a_link_to_a_place_in_another_lesson(self, disk: Disk, shipped_file: str) -> None:
        """And what it names is seen, below the bar."""
        page = disk.page(shipped_file)
        page.evaluate("location.hash = '#supporting-teachers--what-we-dont-know'")
        heading = page.locator("[id='supporting-teachers--what-we-dont-know']")
        expect(heading).to_be_in_viewport()
        expect(heading).to_be_focused()
        page = disk.page(shipped_file + "#supporting-teachers--what-we-dont-know")
        assert shown(page) == ["supporting-teachers--top"]
        expect(page.locator("[id='supporting-teachers--what-we-dont-know']")).to_be_in_viewport()

    def test_an_address_that_names_nothing(self, disk: Disk, shipped_file: str) -> None:
        page = disk.page(shipped_file + "#nothing-%zz")
        assert shown(page) == ["index--top"]

    def test_the_skip_link_changes_nothing_but_the_focus(self, disk: Disk, shipped_file: str) -> None:
        page = disk.page(shipped_file + "#key-roles--top")
        page.locator(".skip").focus()
        page.keyboard.press("Enter")
        assert shown(page) == ["key-roles--top"]
        expect(page.get_by_role("main")).to_be_focused()


class TestAnswering:
    def test_an_answer_is_kept(self, disk: Disk, small_file: str) -> None:
        page = disk.page(small_file + "#capitals--top")
        question = Question(page, "capital")
        question.answer("Paris")
        question.says("Correct")
        page.reload()
        expect(question.form).to_have_attribute("data-phase", "settled")

    def test_a_finished_lesson_is_remembered(self, disk: Disk, small_file: str) -> None:
        page = disk.page(small_file + "#capitals--top")
        page.locator(".leaf[data-on]").get_by_role("button", name="Mark complete").click()
        expect(page.locator(".leaf[data-on] .finish button")).to_have_text("Complete (undo)")
        expect(page.locator(".progress-count")).to_contain_text("1 of")
        page.reload()
        expect(page.locator(".leaf[data-on] .finish button")).to_have_text("Complete (undo)")
        page.locator("header .course").click()
        expect(page.locator(".start")).to_contain_text("Continue: ")

    @pytest.mark.parametrize("kind", [kind for kind in CONTRACTS if kind not in ("flashcards", "scenario")])
    def test_every_kind_is_alive(self, disk: Disk, kinds_file: str, kind: str) -> None:
        page = disk.page(kinds_file + "#kinds--top")
        form = page.locator(f".leaf[data-on] form[data-kind='{kind}']").first
        question = at(page, form.get_attribute("id") or "")
        if kind == "open":
            form.locator("textarea").fill("A text of my own.")
        elif kind == "survey":
            form.locator("label").first.click()
        else:
            question.give(question.right)
        question.check()
        expect(question.status).not_to_be_empty()

    def test_a_scenario_is_played(self, disk: Disk, kinds_file: str) -> None:
        page = disk.page(kinds_file + "#kinds--top")
        scenario = page.locator(".leaf[data-on] .scenes").first
        scenario.get_by_role("link").first.click()
        expect(scenario.locator(".scene:visible")).to_have_count(1)
        expect(page.locator(":focus")).to_be_visible()
        assert shown(page) == ["kinds--top"]

    def test_a_quiz_is_taken_to_its_end(self, disk: Disk, shipped_file: str) -> None:
        page = disk.page(shipped_file + "#final-test--top")
        quiz = page.locator(".leaf[data-on] .quiz")
        quiz.get_by_role("button", name="Begin").click()
        for _ in range(20):
            if quiz.locator("[data-finish]").is_visible():
                break
            quiz.get_by_role("button", name="Next").click()
        quiz.locator("[data-finish]").click()
        quiz.get_by_role("button", name="Finish all the same").click()
        expect(quiz.locator(".quiz-result h3")).to_contain_text("points")


def at(page: Page, id: str) -> Question:
    """The question with an id, as its name may stand in a quiz as well."""
    question = Question(page, id)
    question.form = page.locator(f'[id="{id}"]')
    question.fieldset = question.form.locator("> fieldset:not(.sure)")
    question.status = question.form.get_by_role("status")
    return question


class TestBlocks:
    def test_tabs_turn(self, disk: Disk, blocks_file: str) -> None:
        """Also to a place within a tab of another lesson."""
        page = disk.page(blocks_file + "#recordings--top")
        page.evaluate("location.hash = '#tabs--a-word-on-linux'")
        expect(page.locator(":focus")).to_have_text("A word on Linux")
        expect(page.locator(":focus")).to_be_in_viewport()
        first = page.locator(".tabs").first
        expect(first.get_by_role("tab", name="Linux")).to_have_attribute("aria-selected", "true")
        first.get_by_role("tab", name="macOS").click()
        expect(first.get_by_role("tabpanel")).to_contain_text("Utilities")

    def test_columns_stand_side_by_side_and_recordings_play(self, disk: Disk, blocks_file: str) -> None:
        page = disk.page(blocks_file + "#tabs--top", viewport={"width": 1200, "height": 800})
        tops = page.locator(".columns > .column").evaluate_all("(all) => all.map((one) => one.offsetTop)")
        assert len(set(tops[-3:])) == 1
        page.evaluate("location.hash = '#recordings--top'")
        audio = page.locator(".leaf[data-on] audio")
        assert audio.evaluate("(audio) => { audio.muted = audio.loop = true; return audio.play().then(() => true); }")
        page.evaluate("location.hash = '#tabs--top'")
        assert page.evaluate("document.querySelector('audio').paused"), "nothing plays where nobody can stop it"


class TestWithoutScripts:
    def test_all_of_it_is_there_in_order(self, disk: Disk, shipped_file: str) -> None:
        page = disk.page(shipped_file, java_script_enabled=False)
        leaves = page.locator(".leaf:visible")
        expect(leaves).to_have_count(8)
        headings = leaves.locator("h1").all_text_contents()
        assert headings[0] == "Instructional leadership"
        assert headings[-2:] == ["Glossary", "References"]

    def test_no_button_is_dead(self, disk: Disk, small_file: str) -> None:
        page = disk.page(small_file, java_script_enabled=False)
        assert page.locator("button:visible:not([popovertarget])").count() == 0


def test_paper_has_all_of_it(disk: Disk, shipped_file: str) -> None:
    page = disk.page(shipped_file)
    page.emulate_media(media="print")
    assert len(shown(page)) == 8


@pytest.mark.parametrize("leaf", ["index", "key-roles", "final-test", "glossary", "references"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(disk: Disk, shipped_file: str, leaf: str, scheme: str) -> None:
    page = disk.page(f"{shipped_file}#{leaf}--top", bypass_csp=True, color_scheme=scheme)
    assert violations(page) == []


def test_the_zip_works_by_a_double_click(disk: Disk, tmp_path: Path) -> None:
    """Unpacked somewhere else, opened from there: through a lesson, with an answer that is kept."""
    result, files = rendered(HERE / "course")
    assert files, result.problems
    with zipfile.ZipFile(io.BytesIO(zipped(files))) as archive:
        archive.extractall(tmp_path / "somewhere else")
    home = (tmp_path / "somewhere else/index.html").as_uri()
    page = disk.page(home, allowed=home.removesuffix("index.html"))
    page.locator(".start").click()
    question = Question(page, "capital")
    question.answer("Paris")
    question.says("Correct")
    with page.expect_navigation():
        page.get_by_role("link", name="Next").click()
    page.go_back()
    expect(question.form).to_have_attribute("data-phase", "settled")

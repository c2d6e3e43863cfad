"""The search, as a learner works it: what is found, by keyboard, without a server, and what is never told."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from minicourse.render.search_words import words

from .axe import violations
from .conftest import HERE, Contexts, built
from .looks import OVERFLOW, PHONE, SMALL_TARGETS, ZOOMED
from .server import served

PAYLOADS = json.loads((HERE.parent / "hostile" / "payloads.json").read_text(encoding="utf-8"))

# Query, then the titles of the first results; `…` stands for any that follow.
RANKING = """
coaching                  | Coaching teachers, What coaching does, coaching
coach                     | Coaching teachers, What coaching does, coaching
feedback that helps       | Feedback that helps
effect size               | effect size
effect                    | effect size, Feedback that helps
teacher                   | Coaching teachers, …
teachers                  | Coaching teachers, …
notebook                  | What coaching does
notebooks                 | What coaching does
mentor grace              | What coaching does
next step                 | Which of these leaves the teacher with a next step?
coahcing                  | Coaching teachers, What coaching does, coaching
feedbak                   | Feedback that helps
standart deviation        | Feedback that helps
0.49                      | Feedback that helps
CAFE                      | Café culture
naive facade              | Café culture
résumé                    | Café culture
领导力                    | 教学领导力
学生                      | 教学领导力
授業                      | 学校のリーダーシップ
リーダー                  | 学校のリーダーシップ
القيادة                   | القيادة التعليمية
قيادة                     | القيادة التعليمية
المدرسية                  | القيادة التعليمية
नेतृत्व                     | शैक्षिक नेतृत्व
शिक्षक                     | शैक्षिक नेतृत्व
isi                       | Öğretim liderliği
ISIK                      | Öğretim liderliği
istanbul                  | Öğretim liderliği
strasse                   | Straße und Größe
MASSNAHMEN                | Straße und Größe
last test                 | The last test
"""


@pytest.fixture(scope="module")
def searched_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(HERE / "search_course", tmp_path_factory.mktemp("searched") / "site")


@pytest.fixture(scope="module")
def searched(searched_site: Path) -> Iterator[str]:
    with served(searched_site) as address:
        yield address


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same course, as if it were a long one."""
    root = tmp_path_factory.mktemp("long")
    shutil.copytree(HERE / "search_course/content", root / "content")
    with (root / "content/course.yml").open("a", encoding="utf-8") as settings:
        settings.write("pagefind_above: 1\n")
    return built(root, root / "site")


@pytest.fixture
def page(new_context: Contexts, searched: str) -> Page:
    """A lesson of the course that is searched."""
    page = new_context(searched).new_page()
    page.goto(searched + "coaching-teachers/")
    return page


def opened(page: Page) -> Locator:
    page.get_by_role("button", name="Search").click()
    dialog = page.get_by_role("dialog", name="Search the course")
    expect(dialog).to_be_visible()
    while not page.evaluate("Boolean(minicourse.index)"):  # the policy of the page lets nobody wait inside it
        page.wait_for_timeout(20)
    return dialog


def search(page: Page, query: str) -> Locator:
    """Opens the search and writes into it; gives the results."""
    dialog = opened(page)
    page.keyboard.type(query)
    return dialog.get_by_role("listitem")


def asks(page: Page, queries: list[str]) -> list[list[str]]:
    """The titles that the engine of the page finds for each query."""
    opened(page)
    found: list[list[str]] = page.evaluate(
        """async (queries) => {
          const find = minicourse.search.engine(minicourse.index);
          return Promise.all(queries.map(async (query) => (await find(query)).found.map(({ title }) => title)));
        }""",
        queries,
    )
    return found


class TestWhatIsFound:
    def test_in_which_order(self, page: Page) -> None:
        table = [[cell.strip() for cell in row.split("|")] for row in RANKING.strip().splitlines()]
        found = asks(page, [query for query, _ in table])
        wrong = {}
        for (query, expected), titles in zip(table, found, strict=True):
            wanted = [title for title in expected.split(", ") if title != "…"]
            if titles[: len(wanted)] != wanted or (len(titles) > len(wanted) and "…" in titles):
                wrong[query] = titles
        assert wrong == {}

    def test_no_answer_feedback_hint_explanation_or_question_of_a_quiz(self, page: Page, searched_site: Path) -> None:
        secrets = ["xylophone", "zeppelins", "walrus", "quokka", "marmoset", "ocelots", "hippopotamus"]
        assert asks(page, secrets) == [[]] * len(secrets)
        (index,) = (searched_site / "assets").glob("search-index.*.js")
        text = index.read_text(encoding="utf-8")
        assert [secret for secret in secrets if secret in text] == []

    def test_a_near_word_is_named(self, page: Page) -> None:
        expect(search(page, "notebok")).to_have_count(1)
        expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(
            "Nothing found for “notebok”. Did you mean “notebook”? 1 result."
        )

    def test_nothing_is_said_to_be_nothing(self, page: Page) -> None:
        expect(search(page, "qqqq")).to_have_count(0)
        expect(page.get_by_role("dialog").get_by_role("status")).to_have_text("Nothing found for “qqqq”.")

    def test_an_excerpt_comes_from_the_page(self, page: Page) -> None:
        result = search(page, "notebook").first
        expect(result.locator("mark")).to_have_text("notebook")
        expect(result.locator(".kind")).to_have_text("Section · Coaching teachers")

    def test_page_and_build_take_the_same_words(self, page: Page) -> None:
        texts = [path.read_text(encoding="utf-8") for path in sorted((HERE / "search_course/content").glob("*.md"))]
        texts += [payload for group in PAYLOADS.values() for payload in group]
        texts += [
            "１２３ ＡＢＣ ﬁn İIıi ǅ ΟΔΟΣ ά",
            "می‌خواهم کتاب ۱۲۳ ٤٥ ५६",
            "ภาษาไทย 한국어 ﾊﾟｿｺﾝ が",
            "1,000.5 a.b 3.x",
        ]
        opened(page)
        assert page.evaluate("(texts) => texts.map(minicourse.search.words)", texts) == [words(text) for text in texts]


class TestByKeyboard:
    def test_open_walk_close(self, page: Page) -> None:
        button = page.get_by_role("button", name="Search")
        button.focus()
        page.keyboard.press("Enter")
        field = page.get_by_role("searchbox", name="Search the course")
        expect(field).to_be_focused()
        page.keyboard.type("coaching")
        links = page.get_by_role("dialog").get_by_role("link")
        expect(links).to_have_count(3)
        page.keyboard.press("Enter")
        expect(links.nth(0)).to_be_focused()
        page.keyboard.press("ArrowDown")
        expect(links.nth(1)).to_be_focused()
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        expect(field).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(button).to_be_focused()

    def test_escape_closes_from_a_result_too(self, page: Page) -> None:
        search(page, "coaching")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Escape")
        expect(page.get_by_role("button", name="Search")).to_be_focused()

    def test_the_number_of_results_is_said_once(self, page: Page) -> None:
        dialog = opened(page)
        page.evaluate(
            """() => { globalThis.said = [];
              new MutationObserver(() => said.push(document.querySelector(".search-box output").textContent))
                .observe(document.querySelector(".search-box output"), { childList: true, characterData: true }); }"""
        )
        page.keyboard.type("coaching", delay=30)
        expect(dialog.get_by_role("status")).to_have_text("3 results.")
        assert page.evaluate("said") == ["3 results."]


class TestTheWayThere:
    def test_words_are_marked_at_the_place(self, page: Page) -> None:
        search(page, "notebook").get_by_role("link").click()
        page.wait_for_url(re.compile("#what-coaching-does$"))
        assert marked(page) == ["notebook"]
        page.keyboard.press("Escape")
        assert marked(page) == []
        expect(page.get_by_role("button", name="Clear the marks")).to_have_count(0)

    def test_on_another_page_too_and_a_button_clears_them(self, page: Page) -> None:
        search(page, "maßnahmen").get_by_role("link").click()
        page.wait_for_url(re.compile("scripts/#"))
        clear = page.get_by_role("button", name="Clear the marks")
        expect(clear).to_be_visible()
        assert marked(page) == ["Maßnahmen"]
        assert page.locator("main mark").count() == 0, "the page stays as it is"
        clear.click()
        assert marked(page) == []
        page.reload()
        expect(clear).to_have_count(0)

    def test_a_term_is_in_the_glossary_and_a_question_keeps_its_answer(self, page: Page, searched: str) -> None:
        dialog = opened(page)
        page.keyboard.type("effect size")
        term = dialog.get_by_role("link", name="effect size")
        expect(term).to_have_attribute("href", searched + "glossary/#effect-size")
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.type("next step")
        dialog.get_by_role("link", name="Which of these leaves the teacher with a next step?").click()
        page.wait_for_url(re.compile("#next-step$"))
        assert page.locator("#next-step details[open]").count() == 0

    def test_the_query_is_kept(self, page: Page, searched: str) -> None:
        search(page, "notebook")
        page.goto(searched + "scripts/")
        opened(page)
        expect(page.get_by_role("searchbox")).to_have_value("notebook")
        expect(page.get_by_role("dialog").get_by_role("listitem")).to_have_count(1)


def marked(page: Page) -> list[str]:
    page.wait_for_timeout(300)
    found: list[str] = page.evaluate("[...CSS.highlights.get('found') || []].map(String)")
    return found


class TestEverywhere:
    def test_from_a_disk(self, new_context: Contexts, searched_site: Path) -> None:
        page = new_context(searched_site.as_uri()).new_page()
        page.goto((searched_site / "coaching-teachers/index.html").as_uri())
        search(page, "maßnahmen").get_by_role("link").click()
        page.wait_for_url(re.compile(r"scripts/index\.html#"))
        assert marked(page) == ["Maßnahmen"]

    def test_off_line_once_it_is_there(self, browser: Browser, searched: str) -> None:
        context = browser.new_context()
        page = context.new_page()
        page.goto(searched)
        opened(page)
        context.set_offline(True)
        page.keyboard.type("coaching")
        expect(page.get_by_role("dialog").get_by_role("listitem")).to_have_count(3)
        context.close()

    def test_what_could_not_be_loaded_is_tried_again(self, browser: Browser, searched: str) -> None:
        context = browser.new_context()
        page = context.new_page()
        page.route("**/search-index*", lambda route: route.abort())
        page.goto(searched)
        page.get_by_role("button", name="Search").click()
        expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(
            "The search could not be loaded. Close it and try again."
        )
        page.keyboard.press("Escape")
        page.unroute("**/search-index*")
        expect(search(page, "coaching")).to_have_count(3)
        context.close()

    def test_with_storage_forbidden(self, page: Page) -> None:
        page.add_init_script(
            "for (const name of ['sessionStorage', 'localStorage'])"
            " Object.defineProperty(globalThis, name, { get() { throw new DOMException('no', 'SecurityError'); } });"
        )
        page.reload()
        expect(search(page, "coaching")).to_have_count(3)

    def test_without_scripts_there_is_no_button(self, new_context: Contexts, searched: str) -> None:
        page = new_context(searched, java_script_enabled=False).new_page()
        page.goto(searched)
        expect(page.locator(".find")).to_be_hidden()

    def test_nothing_is_loaded_before_it_is_wanted(self, new_context: Contexts, searched: str) -> None:
        page = new_context(searched).new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(searched)
        assert [url for url in asked if "search" in url] == []

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_axe(self, new_context: Contexts, searched: str, scheme: Any) -> None:
        page = new_context(searched, bypass_csp=True, color_scheme=scheme).new_page()
        page.goto(searched + "coaching-teachers/")
        expect(search(page, "teacher").first).to_be_visible()
        assert violations(page, ".search-box") == []
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="Clear the marks")).to_be_visible()
        assert violations(page) == []

    @pytest.mark.parametrize("size", [PHONE, ZOOMED], ids=["320 px", "400 %"])
    @pytest.mark.parametrize("direction", ["ltr", "rtl"])
    def test_small_windows(self, new_context: Contexts, searched: str, size: Any, direction: str) -> None:
        page = new_context(searched, viewport=size).new_page()
        page.goto(searched + "coaching-teachers/")
        page.evaluate("(direction) => { document.documentElement.dir = direction; }", direction)
        expect(search(page, "teacher").first).to_be_visible()
        assert page.evaluate(OVERFLOW) is False
        assert page.evaluate(SMALL_TARGETS) == []


class TestHostile:
    def test_queries_are_only_text(self, page: Page) -> None:
        """Any script that ran would be a complaint: the policy forbids it, and `alert` is a dialog."""
        opened(page)
        field = page.get_by_role("searchbox")
        payloads = [payload for group in PAYLOADS.values() for payload in group]
        before = page.evaluate("document.querySelectorAll('script, img, iframe, svg').length")
        for payload in payloads[::5]:
            field.fill(re.sub(r"[\r\n]", " ", payload) + " coaching")
        page.wait_for_timeout(600)
        assert page.evaluate("document.querySelectorAll('script, img, iframe, svg').length") == before

    def test_the_index_is_only_text(self, new_context: Contexts, tmp_path: Path) -> None:
        content = tmp_path / "content"
        content.mkdir()
        (content / "course.yml").write_text("title: Hostile\n", encoding="utf-8")
        said = "<img src=x onerror=alert(1)>"
        text = f"---\ntitle: 'Zebra {said}'\nsummary: 'zebra {said}'\n---\n\n## Zebra `{said}`\n\nzebra `{said}`\n"
        (content / "01-zebra.md").write_text(text, encoding="utf-8")
        terms = {f"zebra {said} </script>": f"zebra `{said}`"}
        (content / "glossary.yml").write_text(json.dumps(terms), encoding="utf-8")
        with served(built(tmp_path, tmp_path / "site")) as site:
            page = new_context(site).new_page()
            page.on("dialog", lambda opened: pytest.fail(f"a script ran: {opened.message}"))
            page.goto(site)
            results = search(page, "zebra onerror")
            expect(results).to_have_count(3)
            page.wait_for_timeout(500)
            assert page.locator(".search-box img").count() == 0
            assert said in results.first.inner_text()


class TestPagefind:
    """Above the number of lessons that a course sets, Pagefind finds what stands in the text."""

    def test_text_and_titles_in_one_list(self, new_context: Contexts, long_site: Path) -> None:
        with served(long_site) as site:
            page = new_context(site).new_page()
            page.goto(site + "scripts/")
            results = search(page, "notebook")
            expect(results).to_have_count(1)
            expect(results.get_by_role("link")).to_have_attribute(
                "href", site + "coaching-teachers/#what-coaching-does"
            )
            expect(results.locator("mark")).to_have_text("notebook")
            page.keyboard.press("ControlOrMeta+a")
            page.keyboard.type("coaching")
            expect(results.first.get_by_role("link")).to_have_text("Coaching teachers")
            page.keyboard.press("ControlOrMeta+a")
            page.keyboard.type("xylophone")
            expect(results).to_have_count(0)

    def test_from_a_disk_titles_are_left(self, new_context: Contexts, long_site: Path) -> None:
        page = new_context(long_site.as_uri()).new_page()
        page.goto((long_site / "index.html").as_uri())
        expect(search(page, "feedback").get_by_role("link")).to_have_text(["Feedback that helps"])

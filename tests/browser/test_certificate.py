"""From nothing to a certificate, and from a certificate back to what it states.

The course in `tests/browser/certificate_course` has two lessons and a test of two questions; its certificate takes all
of them.
"""

from __future__ import annotations

import base64
import json
import re
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from .axe import violations
from .conftest import HERE, ROOT, Contexts, built
from .looks import OVERFLOW, PHONE, SMALL_TARGETS
from .memory import keep
from .question import Hand, Question
from .server import served

COURSE = "capitals-and-rivers"
AT = "2026-11-24T12:00:00.000Z"
NAME = "Ana María López"


def copied(folder: Path, **settings: str) -> Path:
    """The course in a folder of its own, with some lines of its `course.yml` written otherwise."""
    shutil.copytree(HERE / "certificate_course", folder)
    file = folder / "content/course.yml"
    text = file.read_text(encoding="utf-8")
    for name, value in settings.items():
        text = re.sub(rf"^{name}: .*\n|\Z", f"{name}: {value}\n", text, count=1, flags=re.MULTILINE)
    file.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course, built."""
    return built(HERE / "certificate_course", tmp_path_factory.mktemp("certified") / "site")


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the course is served."""
    with served(site) as address:
        yield address


@pytest.fixture
def page(new_context: Contexts, address: str) -> Page:
    """An empty tab of somebody who has done nothing yet."""
    return new_context(address, bypass_csp=True, timezone_id="Europe/Madrid").new_page()


def done(*lessons: str, score: float | None = None, **more: Any) -> str:
    """What a browser keeps of somebody who has completed these lessons, and taken the test with this score."""
    complete = {"at": AT, "digest": ""}
    questions: dict[str, Any] = {
        "capital": {"lesson": "capitals", "answers": [{"at": AT, "response": ["2"], "correct": True}]}
    }
    if score is not None:
        result = {
            "at": AT,
            "names": ["swiss", "italian"],
            "answers": {},
            "earned": 2 * score,
            "total": 2,
            "score": score,
        }
        questions["final"] = {"lesson": "final-test", "answers": [{**result, "passed": score >= 0.5, "settled": True}]}
        questions["swiss"] = {"answers": [{"at": AT, "response": ["1"], "correct": True, "in": "final"}]}
        questions["italian"] = {"answers": [{"at": AT, "response": ["1"], "correct": score == 1, "in": "final"}]}
    known = {key: {"seen": {"at": AT}, "complete": complete} for key in lessons}
    return json.dumps({"schema": 2, "seed": 1, "lessons": known, "questions": questions, **more})


def earn(page: Page, address: str, score: float = 0.5, course: str = COURSE, **more: Any) -> None:
    """Put a browser at the page of the certificate, everything done."""
    keep(page, address, course, done("capitals", "rivers", score=score, **more))
    page.goto(address + "certificate/")


def award(page: Page) -> Locator:
    return page.get_by_role("article", name="Certificate of completion")


def draw(page: Page, name: str = NAME) -> Locator:
    """Write a name, and have the certificate drawn."""
    page.get_by_label("Your name").fill(name)
    page.get_by_role("button", name="Draw the certificate").click()
    return award(page)


def link_of(page: Page) -> str:
    """The link in the square code."""
    return award(page).get_by_role("link").get_attribute("href") or ""


def code_of(page: Page) -> str:
    return award(page).locator(".award-code b").inner_text()


def states(page: Page) -> dict[str, str]:
    """What the page says of each thing that the certificate takes."""
    links = page.locator(".takes a").all()
    return {link.locator("b").inner_text(): link.locator(".state").inner_text() for link in links}


class TestWhatItTakes:
    def test_of_somebody_who_has_done_nothing(self, page: Page, address: str) -> None:
        page.goto(address + "certificate/")
        assert states(page) == {
            "Complete “Capitals”": "not yet",
            "Complete “Rivers”": "not yet",
            "Pass “The last questions” with 50 %": "not yet",
        }
        expect(page.get_by_role("status")).to_have_text("0 of 3 done")
        expect(page.get_by_label("Your name")).to_be_hidden()
        expect(award(page)).to_be_hidden()

    def test_of_somebody_half_way(self, page: Page, address: str) -> None:
        keep(page, address, COURSE, done("capitals", score=0))
        page.goto(address + "certificate/")
        assert list(states(page).values()) == ["complete", "not yet", "0 % so far"]
        page.get_by_role("link", name="Pass “The last questions”").click()
        expect(page).to_have_url(address + "final-test/#final")

    def test_changes_while_the_page_is_open(self, page: Page, address: str) -> None:
        """Done in one tab, seen in the other, without loading it again."""
        keep(page, address, COURSE, done("capitals", score=1))
        page.goto(address + "certificate/")
        other = page.context.new_page()
        other.goto(address + "rivers/")
        other.get_by_role("button", name="Mark complete").click()
        expect(page.get_by_role("heading", name="You have earned the certificate")).to_be_visible()
        expect(page.get_by_role("status")).to_have_text("All done. The certificate is yours.")
        other.get_by_role("button", name="Complete (undo)").click()
        expect(page.get_by_role("heading", name="You have earned the certificate")).to_be_hidden()


class TestJourney:
    def test_from_the_first_lesson_to_the_certificate(self, page: Page, address: str, hand: Hand) -> None:
        """By keyboard alone, and by pointer alone."""
        for lesson in ("capitals/", "rivers/"):
            page.goto(address + lesson)
            hand.press(page.get_by_role("button", name="Mark complete"))
        page.goto(address + "final-test/")
        line = page.locator("main").get_by_role("link", name="certificate")
        expect(line).to_be_hidden()
        hand.press(page.get_by_role("button", name="Begin"))
        for name in ("swiss", "italian"):
            question = Question(page, name, hand)
            question.give(question.right)
        hand.press(page.get_by_role("button", name="Finish"))
        expect(line).to_have_text("You have earned the certificate")
        hand.press(line)
        page.get_by_label("Your name").fill(NAME)
        hand.press(page.get_by_role("button", name="Draw the certificate"))
        expect(award(page)).to_be_focused()
        expect(award(page)).to_contain_text(NAME)
        expect(award(page)).to_contain_text("100 %")

    def test_the_test_passed_and_a_lesson_missing(self, page: Page, address: str) -> None:
        keep(page, address, COURSE, done("capitals", score=1))
        page.goto(address + "final-test/")
        line = page.locator("main").get_by_role("link", name="certificate")
        expect(line).to_have_text("What is still missing for the certificate")

    def test_the_page_of_progress_says_how_the_test_went(self, page: Page, address: str) -> None:
        keep(page, address, COURSE, done("capitals", score=0.5))
        page.goto(address + "progress/")
        expect(page.locator(".my-quiz .meta")).to_have_text("best result 50 %, passed, 1 attempt")

    def test_the_front_page_says_that_it_is_earned(self, page: Page, address: str) -> None:
        page.goto(address)
        line = page.locator("main").get_by_role("link", name="certificate")
        expect(line).to_have_text("What the certificate takes")
        keep(page, address, COURSE, done("capitals", "rivers", score=1))
        page.goto(address)
        expect(line).to_have_text("You have earned the certificate")


class TestCertificate:
    def test_states_what_was_done(self, page: Page, address: str) -> None:
        earn(page, address)
        drawn = draw(page)
        expect(drawn.get_by_role("heading", level=3)).to_have_text("Capitals and rivers")
        for said in (
            NAME,
            "has completed all lessons and passed the test of the course",
            "November 24, 2026",
            "50 %",
            "2.1",
            "School of Maps",
            "Two short lessons on where things are.",
            "A self-paced course, not supervised.",
        ):
            expect(drawn).to_contain_text(said)
        results = drawn.locator(".award-results li:visible")
        expect(results).to_have_text([re.compile(r"Name the capital of a country\.\s+2 of 3")])
        assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}", code_of(page))
        expect(drawn.get_by_role("img", name="Square code")).to_be_visible()

    def test_is_there_when_one_comes_back(self, page: Page, address: str) -> None:
        earn(page, address)
        draw(page)
        code = code_of(page)
        page.reload()
        expect(award(page)).to_be_visible()
        expect(page.get_by_label("Your name")).to_have_value(NAME)
        assert code_of(page) == code

    def test_needs_a_name(self, page: Page, address: str) -> None:
        earn(page, address)
        page.get_by_label("Your name").fill("  \u200f ")
        page.get_by_role("button", name="Draw the certificate").click()
        field = page.get_by_label("Your name")
        expect(field).to_be_focused()
        expect(field).to_have_accessible_description(re.compile("^Write a name first"))
        expect(award(page)).to_be_hidden()

    @pytest.mark.parametrize(
        "name", ["<img src=x onerror=alert(1)>", "{{ 7 * 7 }}", "' onfocus='alert(1)", "</article>"]
    )
    def test_has_the_name_as_text_whatever_it_is(self, page: Page, address: str, name: str) -> None:
        earn(page, address)
        expect(draw(page, name).locator(".award-name")).to_have_text(name)
        page.goto(link_of(page))
        expect(page.locator("[data-fact=name]")).to_have_text(name)

    def test_lets_a_name_run_as_its_script_does(self, page: Page, address: str) -> None:
        earn(page, address)
        name = draw(page, "فاطمة الزهراء").locator(".award-name")
        assert name.evaluate("(element) => getComputedStyle(element).direction") == "rtl"

    def test_has_the_day_of_the_learner(self, new_context: Contexts, address: str) -> None:
        page = new_context(address, timezone_id="Pacific/Auckland").new_page()
        earn(page, address)
        expect(draw(page)).to_contain_text("November 25, 2026")

    def test_lasts_as_long_as_the_page_where_storage_is_forbidden(self, new_context: Contexts, address: str) -> None:
        context = new_context(address)
        forbidden = "get() { throw new DOMException('no', 'SecurityError'); }"
        context.add_init_script(f"Object.defineProperty(globalThis, 'localStorage', {{ {forbidden} }})")
        page = context.new_page()
        page.goto(address + "certificate/")
        expect(page.get_by_role("status")).to_have_text("0 of 3 done")
        page.evaluate("(data) => minicourse.store.replace(data)", json.loads(done("capitals", "rivers", score=1)))
        expect(draw(page)).to_contain_text(NAME)


class TestVerification:
    def test_of_a_link_as_it_was_drawn(self, page: Page, address: str) -> None:
        earn(page, address)
        draw(page)
        code, link = code_of(page), link_of(page)
        page.goto(link)
        expect(page.locator(".finding")).to_contain_text("The code fits")
        for fact, said in {
            "name": NAME,
            "course": "Capitals and rivers",
            "version": "2.1",
            "date": "November 24, 2026",
            "code": code,
        }.items():
            expect(page.locator(f"[data-fact={fact}]")).to_have_text(said)
        expect(page.locator("[data-fact=tests] li")).to_have_text(re.compile(r"The last questions\s+50 %"))
        shown = page.locator("[data-fact=results] li:visible")
        expect(shown).to_have_text(re.compile(r"Name the capital of a country\.\s+2 of 3"))

    def test_of_a_name_that_was_changed(self, page: Page, address: str) -> None:
        earn(page, address)
        draw(page)
        page.goto(address + "verify/#" + self.changed(page, NAME, "Ana Maria Lopez"))
        expect(page.locator(".finding")).to_contain_text("The code does not fit")
        expect(page.locator("[data-fact=name]")).to_have_text("Ana Maria Lopez")

    def changed(self, page: Page, old: str, new: str) -> str:
        """The end of the link with another text in it and the old code, as one might do in passing."""
        packed, _, code = link_of(page).partition("#")[2].partition(".")
        text = base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4)).decode()
        assert old in text
        return f"{base64.urlsafe_b64encode(text.replace(old, new).encode()).decode().rstrip('=')}.{code}"

    def test_of_half_a_link(self, page: Page, address: str) -> None:
        earn(page, address)
        draw(page)
        half = link_of(page)[:-40] + ".ABCD"
        page.goto(half)
        expect(page.locator(".finding")).to_contain_text("This is no link of a certificate")
        expect(page.locator(".stated")).to_be_hidden()

    def test_of_another_course(self, page: Page, address: str) -> None:
        earn(page, address)
        draw(page)
        page.goto(address + "verify/#" + self.changed(page, COURSE, "knots-and-sails"))
        expect(page.locator(".finding")).to_contain_text("A certificate of another course")
        expect(page.locator(".finding")).to_contain_text("knots-and-sails")

    def test_of_a_link_that_is_pasted_and_of_a_code_that_is_typed(self, page: Page, address: str, hand: Hand) -> None:
        earn(page, address)
        draw(page)
        code, link = code_of(page), link_of(page)
        page.goto(address + "verify/")
        expect(page.locator(".finding")).to_be_empty()
        page.get_by_label("The link of the certificate").fill(link)
        hand.press(page.get_by_role("button", name="Check"))
        expect(page.locator(".finding")).to_contain_text("The code fits")
        typed = page.get_by_label("The code that is printed")
        compared = page.locator(".code-said")
        for text, said in {
            code.lower().replace("-", " "): "The same code.",
            "1234": "Another code.",
            "": "Write the code first.",
        }.items():
            typed.fill(text)
            hand.press(page.get_by_role("button", name="Compare"))
            expect(compared).to_contain_text(said)

    def test_of_a_second_certificate_in_the_same_tab(self, page: Page, address: str) -> None:
        earn(page, address)
        draw(page)
        first = link_of(page)
        draw(page, "Second Learner")
        second = link_of(page)
        page.goto(first)
        page.goto(second)
        expect(page.locator("[data-fact=name]")).to_have_text("Second Learner")

    def test_keeps_the_version_for_which_it_was_drawn(self, page: Page, address: str) -> None:
        """The course has version 2.1 today; a name that is written otherwise makes no other certificate of it."""
        earn(page, address, certificate={"at": AT, "name": "Anna Lopez", "version": "1.0"})
        version = award(page).locator("[data-fact=version]")
        expect(version).to_have_text("1.0")
        draw(page)
        expect(version).to_have_text("1.0")
        page.goto(link_of(page))
        expect(page.locator(".finding")).to_contain_text("is for version 1.0; the course has version 2.1 today")

    def test_after_the_course_has_changed(
        self, new_context: Contexts, page: Page, address: str, tmp_path: Path
    ) -> None:
        """A later version says plainly that it is another one."""
        earn(page, address)
        draw(page)
        end = link_of(page).partition("#")[2]
        with served(built(copied(tmp_path / "course", version='"3.0"'), tmp_path / "site")) as later:
            tab = new_context(later).new_page()
            tab.goto(f"{later}verify/#{end}")
            expect(tab.locator(".finding")).to_contain_text("The code fits")
            expect(tab.locator(".finding")).to_contain_text("is for version 2.1; the course has version 3.0 today")


def text_of(file: Path) -> str:
    """The text of a PDF, lines as they stand on the paper, letters apart that are set as one."""
    text = "\n".join(page.extract_text(extraction_mode="layout") for page in PdfReader(file).pages)
    return unicodedata.normalize("NFKC", text)


class TestPaper:
    @pytest.mark.parametrize("paper", ["A4", "Letter"])
    @pytest.mark.parametrize("landscape", [True, False], ids=["landscape", "portrait"])
    def test_is_one_page_with_nothing_else_on_it(
        self, page: Page, address: str, tmp_path: Path, paper: str, landscape: bool
    ) -> None:
        earn(page, address)
        draw(page)
        page.pdf(path=tmp_path / "award.pdf", format=paper, landscape=landscape)
        assert len(PdfReader(tmp_path / "award.pdf").pages) == 1
        text = text_of(tmp_path / "award.pdf")
        for said in (NAME, "Capitals and rivers", "November 24, 2026", code_of(page), "School of Maps"):
            assert said in text
        for unsaid in ("Your name", "Draw the certificate", "What the certificate takes", "Nothing leaves your device"):
            assert unsaid not in text

    def test_is_in_landscape_where_the_reader_doesn_t_say(self, page: Page, address: str, tmp_path: Path) -> None:
        earn(page, address)
        draw(page)
        page.pdf(path=tmp_path / "award.pdf", prefer_css_page_size=True)
        paper = PdfReader(tmp_path / "award.pdf").pages[0].mediabox
        assert paper.width > paper.height

    @pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 800}], ids=["phone", "desktop"])
    @pytest.mark.parametrize("paper", ["A4", "Letter"])
    def test_is_one_page_however_much_it_says(
        self, new_context: Contexts, tmp_path: Path, viewport: Any, paper: str
    ) -> None:
        """The longest name, a long title and text, and sixteen objectives: set smaller, and nothing is cut off."""
        objectives = {
            f"goal-{n}": f"Explain to somebody who has never heard of it why the matter of number {n} is so."
            for n in range(16)
        }
        lesson = [
            "---",
            "title: Long",
            "objectives:",
            *(f"  {name}: {text}" for name, text in objectives.items()),
            "---",
            "",
        ]
        for name in objectives:
            lesson += [
                f"::: question {{#q-{name} objective={name}}}",
                "Which?",
                "",
                "- [x] This",
                "  > Yes.",
                "- [ ] That",
                "  > No.",
                "",
                "> So.",
                ":::",
                "",
            ]
        (tmp_path / "course/content").mkdir(parents=True)
        (tmp_path / "course/content/01-long.md").write_text("\n".join(lesson), encoding="utf-8")
        (tmp_path / "course/content/course.yml").write_text(
            f"title: {'A very long title of a course ' * 5}\nid: long\ncertificate:\n"
            f"  text: {'Words of praise. ' * 20}\n  issuer: {'An institute ' * 12}\n",
            encoding="utf-8",
        )
        answers = {f"q-{name}": {"answers": [{"at": AT, "correct": True}]} for name in objectives}
        with served(built(tmp_path / "course", tmp_path / "site")) as address:
            page = new_context(address, viewport=viewport).new_page()
            known = {"schema": 2, "seed": 1, "lessons": {"long": {"complete": {"at": AT}}}, "questions": answers}
            keep(page, address, "long", json.dumps(known))
            page.goto(address + "certificate/")
            name = " ".join(["Wolfeschlegelsteinhausen"] * 4)
            draw(page, name)
            page.pdf(path=tmp_path / "award.pdf", format=paper, landscape=True)
            assert len(PdfReader(tmp_path / "award.pdf").pages) == 1
            text = " ".join(text_of(tmp_path / "award.pdf").split())
            assert code_of(page) in text
            assert text.count("1 of 1") == 16
            assert "finds slips and changes, not fraud." in text


class TestAccess:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 800}], ids=["phone", "desktop"])
    def test_axe_finds_nothing(self, new_context: Contexts, address: str, scheme: Any, viewport: Any) -> None:
        page = new_context(address, bypass_csp=True, color_scheme=scheme, viewport=viewport).new_page()
        page.goto(address + "certificate/")
        assert violations(page) == []
        earn(page, address)
        page.get_by_role("button", name="Draw the certificate").click()
        assert violations(page) == [], "with an error"
        draw(page)
        assert violations(page) == [], "drawn"
        link = link_of(page)
        page.goto(address + "verify/")
        assert violations(page) == []
        page.goto(link)
        page.get_by_label("The code that is printed").fill("1234")
        page.get_by_role("button", name="Compare").click()
        assert violations(page) == []

    @pytest.mark.parametrize("direction", ["ltr", "rtl"])
    def test_nothing_is_too_wide_or_too_small_on_a_phone(
        self, new_context: Contexts, address: str, direction: str
    ) -> None:
        page = new_context(address, viewport=PHONE).new_page()
        earn(page, address)
        draw(page, "Wolfeschlegelsteinhausenbergerdorff")
        link = link_of(page)
        for place in (None, address + "verify/", link):
            if place:
                page.goto(place)
            page.evaluate("(direction) => { document.documentElement.dir = direction; }", direction)
            assert page.evaluate(OVERFLOW) is False, place
            assert page.evaluate(SMALL_TARGETS) == [], place

    def test_in_forced_colours_each_state_has_its_word(self, page: Page, address: str) -> None:
        page.emulate_media(forced_colors="active")
        keep(page, address, COURSE, done("capitals", score=0))
        page.goto(address + "certificate/")
        assert list(states(page).values()) == ["complete", "not yet", "0 % so far"]
        earn(page, address)
        draw(page)
        page.goto(link_of(page))
        expect(page.get_by_text("The code fits", exact=True)).to_be_visible()

    def test_a_course_from_right_to_left(self, new_context: Contexts, tmp_path: Path) -> None:
        course = copied(tmp_path / "course", language="ar")
        with served(built(course, tmp_path / "site")) as address:
            page = new_context(address, bypass_csp=True).new_page()
            keep(page, address, COURSE, done("capitals", "rivers", score=1))
            page.goto(address + "certificate/")
            page.locator("#award-name").fill("فاطمة الزهراء")
            page.locator(".naming button").click()
            drawn = page.locator(".award")
            expect(drawn).to_contain_text("نوفمبر")
            assert violations(page) == []
            art, text = drawn.locator(".award-art").bounding_box(), drawn.locator(".award-text").bounding_box()
            assert art
            assert text
            assert art["x"] > text["x"], "the ornament stands where a line begins"


class TestWithout:
    def test_scripts_the_pages_say_what_it_takes(self, new_context: Contexts, address: str) -> None:
        page = new_context(address, java_script_enabled=False).new_page()
        page.goto(address + "certificate/")
        for said in ("Complete “Capitals”", "Complete “Rivers”", "Pass “The last questions” with 50 %"):
            expect(page.locator(".takes").get_by_text(said)).to_be_visible()
        expect(page.get_by_text("A browser with JavaScript keeps the record")).to_be_visible()
        expect(page.locator("main button:visible, main input:visible")).to_have_count(0)
        page.goto(address + "verify/")
        expect(page.get_by_text("Checking needs a browser with JavaScript")).to_be_visible()
        expect(page.locator("main button:visible, main input:visible")).to_have_count(0)

    def test_a_server_all_of_it_works_but_for_the_square_code(self, browser: Browser, site: Path) -> None:
        """Nobody else can open an address on this disk: none is shown, and the link leads to the page beside it."""
        context = browser.new_context()
        page = context.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto((site / "certificate/index.html").as_uri())
        page.evaluate("(data) => minicourse.store.replace(data)", json.loads(done("capitals", "rivers", score=1)))
        draw(page)
        expect(award(page).locator(".award-qr svg")).to_have_count(0)
        expect(award(page).get_by_role("link")).to_have_count(0)
        page.get_by_role("link", name="Check a certificate").click()
        expect(page.locator(".finding")).to_contain_text("The code fits")
        assert complaints == []
        context.close()


def test_the_published_address_is_the_one_on_the_certificate(new_context: Contexts, tmp_path: Path) -> None:
    """Also while an author looks at her course on her own machine."""
    course = copied(tmp_path / "course", url="https://example.org/maps/")
    with served(built(course, tmp_path / "site")) as address:
        page = new_context(address).new_page()
        earn(page, address)
        link = draw(page).get_by_role("link")
        expect(link).to_have_text("example.org/maps/verify/")
        assert link_of(page).startswith("https://example.org/maps/verify/#")


def test_the_shipped_course_has_one(new_context: Contexts, shipped: str) -> None:
    page = new_context(shipped).new_page()
    page.goto(shipped + "certificate/")
    expect(page.locator(".takes a")).to_have_count(5)
    assert (ROOT / "content/course.yml").read_text(encoding="utf-8").count("certificate:") == 1
    page.goto(shipped + "final-test/")
    expect(page.locator(".quiz")).to_have_count(1)
    expect(page.locator(".quiz[data-attempts]")).to_have_count(0)  # nobody can lose it for good

"""A course that the browser keeps: without a connection, through updates, and until it is switched off."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from minicourse.authoring.starter import start_course
from minicourse.build import build
from minicourse.serve import Preview, server

from .conftest import HERE, ROOT, Contexts, built, close_all
from .question import Question
from .server import served

WHOLE = "This course works without a connection"
NEWER = "This course has a newer version. Reload to get it."


@dataclass
class Course:
    """A course whose site is served while its author works on it."""

    project: Path
    address: str

    @property
    def site(self) -> Path:
        return self.project / "site"

    def change(self, file: str, old: str, new: str) -> None:
        """Change a text of the author's and publish."""
        self.write(file, old, new)
        self.publish()

    def write(self, file: str, old: str, new: str) -> None:
        """Change a text of the author's."""
        path = self.project / "content" / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def publish(self) -> None:
        result = build(self.project)
        assert result.published is not None, result.problems


@pytest.fixture
def course(tmp_path: Path, browser: Browser) -> Iterator[Course]:
    """The small course, kept off-line, served below a path."""
    project = tmp_path / "course"
    shutil.copytree(HERE / "course", project)
    settings = project / "content/course.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\noffline: true\n", encoding="utf-8")
    with ExitStack() as stack:
        made = Course(project, "")
        made.publish()
        made.address = stack.enter_context(served(made.site))
        yield made
        close_all(browser)


def kept(page: Page, address: str) -> None:
    """Visit the course until the browser has all of it."""
    page.goto(address)
    expect(page.locator(".privacy")).to_contain_text(WHOLE)


def eventually(page: Page, expression: str) -> None:
    """Wait until an expression is true in the page; its policy forbids Playwright's own way to wait for one."""
    for _ in range(150):
        if page.evaluate(f"Promise.resolve({expression}).then(Boolean)"):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never true: {expression}")


def caches_of(page: Page) -> list[str]:
    found: list[str] = page.evaluate("caches.keys()")
    return found


def registrations(page: Page) -> int:
    found: int = page.evaluate("navigator.serviceWorker.getRegistrations().then(({ length }) => length)")
    return found


def test_the_shipped_course_without_a_connection(new_context: Contexts, shipped: str, shipped_site: Path) -> None:
    """After one visit every page, every picture and every question is there; and what is answered is kept."""
    context = new_context(shipped)
    page = context.new_page()
    kept(page, shipped)
    context.set_offline(True)
    pages = sorted(path.relative_to(shipped_site).as_posix() for path in shipped_site.rglob("*.html"))
    for path in pages:
        for address in {path, path.removesuffix("index.html")}:
            page.goto(shipped + address + "?from=a-mail")
            expect(page.get_by_role("heading", level=1).first).to_be_visible()
            assert page.evaluate("[...document.images].map((image) => image.decode().then(() => 1))") is not None
            assert page.evaluate("getComputedStyle(document.querySelector('.bar')).position") == "sticky"
    page.goto(shipped + "supporting-teachers/")
    form = page.locator("form.question[data-kind='choice']").first
    form.locator(".choice label").first.click()
    form.get_by_role("button", name="Check").click()
    expect(form.get_by_role("status")).not_to_be_empty()
    page.goto(shipped + "final-test")
    expect(page).to_have_url(shipped + "final-test/")


def test_what_is_not_in_the_course(new_context: Contexts, course: Course) -> None:
    """Without a connection an unknown address leads to the course's own page for it."""
    context = new_context(course.address)
    page = context.new_page()
    kept(page, course.address)
    context.set_offline(True)
    page.goto(course.address + "deep/down/nowhere/")
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not in the course")
    page.get_by_role("link", name="Back to the course").click()
    expect(page).to_have_url(course.address)


def test_an_answer_given_without_a_connection_is_there_with_one(new_context: Contexts, course: Course) -> None:
    context = new_context(course.address)
    page = context.new_page()
    kept(page, course.address)
    context.set_offline(True)
    page.goto(course.address + "capitals/")
    question = Question(page, "capital")
    question.answer("Paris")
    question.says("Correct")
    context.set_offline(False)
    page.reload()
    expect(question.form).to_have_attribute("data-phase", "settled")


class TestANewerVersion:
    def update(self, page: Page, course: Course) -> None:
        """Publish another title, and let the browser look."""
        course.change("course.yml", "title: ", "title: New ")
        page.goto(course.address + "capitals/")

    def test_is_offered_and_never_forced(self, new_context: Contexts, course: Course) -> None:
        page = new_context(course.address).new_page()
        kept(page, course.address)
        old = page.title()
        self.update(page, course)
        notice = page.locator(".update[role='status']")
        expect(notice).to_contain_text(NEWER)
        assert old in page.title(), "still the version that was kept, whole"
        page.goto(course.address)
        assert page.title() == old
        expect(notice).to_contain_text(NEWER)
        notice.get_by_role("button", name="Later").click()
        expect(notice).to_have_count(0)
        page.reload()
        with page.expect_navigation():
            notice.get_by_role("button", name="Reload").click()
        expect(page).to_have_title(f"New {old}")
        expect(page.locator(".privacy")).to_contain_text(WHOLE)
        expect(notice).to_have_count(0)
        page.reload()
        page.wait_for_timeout(300)
        expect(notice).to_have_count(0)

    def test_comes_by_itself_once_every_page_is_closed(self, new_context: Contexts, course: Course) -> None:
        context = new_context(course.address)
        page = context.new_page()
        kept(page, course.address)
        old = page.title()
        self.update(page, course)
        expect(page.locator(".update")).to_contain_text(NEWER)
        page.close()
        page = context.new_page()
        page.goto(course.address)
        expect(page).to_have_title(f"New {old}")

    def test_a_page_of_the_old_one_still_has_its_files(self, new_context: Contexts, course: Course) -> None:
        """The server has removed them; the browser keeps what the version before used."""
        context = new_context(course.address)
        page, other = context.new_page(), context.new_page()
        kept(page, course.address)
        other.goto(course.address + "capitals/")
        script = other.locator("script[src*='/site.']").evaluate("({ src }) => src")
        own = course.project / "templates/assets/js"
        own.mkdir(parents=True)
        text = (ROOT / "templates/assets/js/site.js").read_text(encoding="utf-8")
        (own / "site.js").write_text(text + "document.body.dataset.next = true;\n", encoding="utf-8")
        course.publish()
        assert not list((course.site / "assets").glob(script.rpartition("/")[2]))
        page.reload()
        with page.expect_navigation():
            page.locator(".update").get_by_role("button", name="Reload").click()
        expect(page.locator("body")).to_have_attribute("data-next", "true")
        expect(other.locator(".update")).to_contain_text(NEWER)
        expect(other.locator("body")).not_to_have_attribute("data-next", "true")
        assert other.evaluate("(script) => fetch(script).then(({ ok }) => ok)", script)

    def test_brings_only_what_has_changed(self, new_context: Contexts, course: Course) -> None:
        page = new_context(course.address).new_page()
        kept(page, course.address)
        before = keys(page)
        course.change("01-capitals.md", "Most countries", "Nearly all countries")
        page.goto(course.address)
        expect(page.locator(".update")).to_contain_text(NEWER)
        new = {path.partition("?")[0] for path in keys(page) - before}
        assert course.address + "capitals/index.html" in new
        assets = {address.rpartition("/assets/")[2] for address in new if "/assets/" in address}
        assert {name.split(".")[0].split("-")[0] for name in assets} <= {"search", "bank"}, "what knows the text"

    def test_a_half_published_one_is_not_kept(self, new_context: Contexts, course: Course) -> None:
        """A service worker that is newer than the pages waits for them."""
        page = new_context(course.address).new_page()
        kept(page, course.address)
        old = (course.site / "capitals/index.html").read_bytes()
        course.change("01-capitals.md", "Most countries", "Nearly all countries")
        new = (course.site / "capitals/index.html").read_bytes()
        (course.site / "capitals/index.html").write_bytes(old)
        page.goto(course.address)
        assert update(page) == "redundant"
        expect(page.locator(".update")).to_have_count(0)
        (course.site / "capitals/index.html").write_bytes(new)
        page.goto(course.address)
        expect(page.locator(".update")).to_contain_text(NEWER)


def update(page: Page) -> str:
    """Have the browser look for a newer service worker, and say what became of the one that it found."""
    state: str = page.evaluate(
        """async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          await registration.update();
          const found = registration.installing || registration.waiting;
          while (found.state === "installing") await new Promise((go) => { found.onstatechange = go; });
          return found.state;
        }"""
    )
    return state


def keys(page: Page) -> set[str]:
    """Every address that the browser keeps."""
    found: list[str] = page.evaluate(
        """async () => {
          const all = [];
          for (const name of await caches.keys()) all.push(...await (await caches.open(name)).keys());
          return all.map(({ url }) => url);
        }"""
    )
    return {address for address in found if not address.endswith("?left")}


def test_switched_off_it_leaves_nothing(new_context: Contexts, course: Course) -> None:
    page = new_context(course.address).new_page()
    kept(page, course.address)
    assert (len(caches_of(page)), registrations(page)) == (1, 1)
    course.change("course.yml", "offline: true", "offline: false")
    page.goto(course.address)
    expect(page.locator(".update")).to_contain_text(NEWER)
    eventually(page, "caches.keys().then(({ length }) => length === 0)")
    eventually(page, "navigator.serviceWorker.getRegistrations().then(({ length }) => length === 0)")
    page.goto(course.address)
    expect(page.locator(".privacy")).not_to_contain_text(WHOLE)
    assert (caches_of(page), registrations(page)) == ([], 0)


def test_two_courses_of_one_address_keep_apart(new_context: Contexts, course: Course, tmp_path: Path) -> None:
    """One stands below the other; each has its own cache, and switching one off leaves the other alone."""
    context = new_context(course.address)
    page = context.new_page()
    other = tmp_path / "other"
    start_course(other)
    settings = other / "content/course.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\noffline: true\n", encoding="utf-8")
    build(other)
    shutil.copytree(other / "site", course.site / "second")
    kept(page, course.address)
    kept(page, course.address + "second/")
    assert len(caches_of(page)) == 2
    context.set_offline(True)
    page.goto(course.address + "second/first-lesson/")
    expect(page.get_by_role("heading", level=1)).to_have_text("The first lesson")
    page.goto(course.address + "capitals/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Capitals")
    context.set_offline(False)
    course.write("course.yml", "offline: true", "offline: false")
    shutil.copytree(built(course.project, tmp_path / "newer"), course.site, dirs_exist_ok=True)
    page.goto(course.address)
    # The connection has only just come back: a worker that asked too early asks at the next visit.
    page.wait_for_timeout(2_000)
    page.goto(course.address)
    eventually(page, "caches.keys().then(({ length }) => length === 1)")
    assert [name.rpartition(":")[2] for name in caches_of(page)] == ["/some/where/second/"]


def test_a_recording_plays_from_what_is_kept(new_context: Contexts, course: Course) -> None:
    """Browsers ask for recordings in parts; each part is cut from the whole file."""
    data = bytes(range(256)) * 40
    (course.project / "content/tone.mp3").write_bytes(data)
    lesson = course.project / "content/01-capitals.md"
    lesson.write_text(lesson.read_text(encoding="utf-8") + "\n\n[A tone](tone.mp3)\n", encoding="utf-8")
    course.publish()
    context = new_context(course.address)
    page = context.new_page()
    kept(page, course.address)
    page.reload()
    context.set_offline(True)
    for asked, status, wanted in (
        ("bytes=0-", 206, data),
        ("bytes=10-19", 206, data[10:20]),
        ("bytes=-6", 206, data[-6:]),
        ("bytes=10200-99999", 206, data[10200:]),
    ):
        got: dict[str, Any] = page.evaluate(
            """async ([address, Range]) => {
              const response = await fetch(address, { headers: { Range } });
              return { status: response.status, bytes: [...new Uint8Array(await response.arrayBuffer())] };
            }""",
            [course.address + "tone.mp3", asked],
        )
        assert (got["status"], bytes(got["bytes"])) == (status, wanted)


def test_large_courses_keep_what_is_visited(
    new_context: Contexts, course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("minicourse.render.offline.MOST_KEPT", 1000)
    course.change("course.yml", "title: ", "title: Large ")
    context = new_context(course.address)
    page = context.new_page()
    page.goto(course.address)
    eventually(page, "navigator.serviceWorker.controller")
    page.goto(course.address + "capitals/")
    expect(page.locator(".privacy")).not_to_contain_text(WHOLE)
    eventually(page, f"caches.match('{course.address}capitals/index.html', {{ ignoreSearch: true }})")
    context.set_offline(True)
    page.goto(course.address)
    page.goto(course.address + "capitals/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Capitals")


def test_the_notice_can_be_worked_and_read(new_context: Contexts, course: Course) -> None:
    """By keyboard, on a narrow screen, with nothing wider than it."""
    page = new_context(course.address, viewport={"width": 320, "height": 640}).new_page()
    kept(page, course.address)
    course.change("course.yml", "title: ", "title: New ")
    page.goto(course.address + "capitals/")
    notice = page.locator(".update")
    expect(notice).to_contain_text(NEWER)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for button in notice.get_by_role("button").all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    notice.get_by_role("button", name="Later").focus()
    page.keyboard.press("Enter")
    expect(notice).to_have_count(0)


def test_the_preview_keeps_nothing(new_context: Contexts, course: Course) -> None:
    """And frees a browser that once met the published course at its address."""
    import threading

    preview = Preview(course.project)
    preview.build()
    httpd = server(preview, 0)
    thread = threading.Thread(target=httpd.serve_forever)
    thread.start()
    address = f"http://127.0.0.1:{httpd.server_port}/"
    try:
        page = new_context(address).new_page()
        page.goto(address)
        assert page.evaluate("'serviceWorker' in navigator")
        page.wait_for_timeout(500)
        assert (registrations(page), caches_of(page)) == (0, [])
        assert page.locator("link[rel=manifest]").count() == 0
        assert b"unregister" in preview.files["sw.js"]
    finally:
        httpd.shutdown()
        httpd.server_close()
        thread.join()


def test_from_a_disk_nothing_is_asked_for(browser: Any, course: Course) -> None:
    context: BrowserContext = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((course.site / "index.html").as_uri())
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.wait_for_timeout(200)
    assert [text for text in complaints if "anifest" not in text] == []
    context.close()

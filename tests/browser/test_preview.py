"""The page that an author has open follows what she writes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from minicourse.authoring.starter import start_course
from minicourse.serve import Preview, server

from .conftest import Contexts, close_all

Served = tuple[Preview, str]


@pytest.fixture
def preview(tmp_path: Path, browser: Browser) -> Iterator[Served]:
    """A preview of a fresh course, and its address."""
    start_course(tmp_path / "course")
    preview = Preview(tmp_path / "course")
    preview.build()
    httpd = server(preview, 0)
    thread = threading.Thread(target=httpd.serve_forever)
    thread.start()
    yield preview, f"http://127.0.0.1:{httpd.server_port}/"
    close_all(browser)
    httpd.shutdown()
    httpd.server_close()
    thread.join()


def test_the_open_page_reloads_after_a_build(new_context: Contexts, preview: Served) -> None:
    course, address = preview
    page = new_context(address).new_page()
    with page.expect_response("**/.minicourse/events"):
        page.goto(address + "first-lesson/")
    lesson = course.source / "content/01-first-lesson.md"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("The first lesson", "Another title"), encoding="utf-8")
    course.build()
    expect(page.get_by_role("heading", level=1)).to_have_text("Another title")


def test_problems_take_the_place_of_the_page_until_they_are_mended(new_context: Contexts, preview: Served) -> None:
    course, address = preview
    page = new_context(address).new_page()
    with page.expect_response("**/.minicourse/events"):
        page.goto(address)
    lesson = course.source / "content/01-first-lesson.md"
    good = lesson.read_text(encoding="utf-8")
    lesson.write_text("No front matter.", encoding="utf-8")
    with page.expect_response("**/.minicourse/events"):
        course.build()
    expect(page.get_by_role("heading", level=1)).to_have_text("This course can’t be built yet")
    expect(page.locator("pre")).to_contain_text("front-matter-missing")
    lesson.write_text(good, encoding="utf-8")
    course.build()
    expect(page.get_by_role("heading", level=1)).to_have_text("My course")

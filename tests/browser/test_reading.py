"""Finding one's way in a lesson."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conftest import Contexts


@pytest.fixture
def lesson(new_context: Contexts, shipped: str) -> Page:
    """A lesson of the shipped course, in a window wide enough for the table of contents."""
    page = new_context(shipped, viewport={"width": 1400, "height": 800}).new_page()
    page.goto(shipped + "supporting-teachers/")
    return page


def test_the_section_being_read_is_marked(lesson: Page) -> None:
    entries = lesson.locator("nav.toc a")
    expect(entries.first).to_have_attribute("aria-current", "true")
    lesson.locator("h2#what-we-dont-know").evaluate("(heading) => heading.scrollIntoView()")
    marked = lesson.locator('nav.toc a[aria-current="true"]')
    expect(marked).to_have_count(1)
    expect(marked).to_have_attribute("href", "#what-we-dont-know")
    lesson.evaluate("scrollTo(0, 0)")
    expect(entries.first).to_have_attribute("aria-current", "true")
    expect(marked).to_have_count(1)


def test_an_entry_leads_below_the_bar(lesson: Page) -> None:
    lesson.locator('nav.toc a[href="#what-we-dont-know"]').click()
    heading = lesson.locator("h2#what-we-dont-know")
    expect(heading).to_be_in_viewport()
    top = heading.evaluate("(heading) => heading.getBoundingClientRect().top")
    bar = lesson.locator("header.bar").evaluate("(bar) => bar.getBoundingClientRect().bottom")
    assert top >= bar

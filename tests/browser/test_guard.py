"""The watch over all other tests of this folder is awake."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from .guard import Guard


@pytest.fixture
def guarded(browser: Browser, small: str) -> Iterator[tuple[Page, Guard]]:
    """A page of the small course, and a guard that doesn't fail the test."""
    context = browser.new_context()
    guard = Guard(context, small)
    page = context.new_page()
    page.goto(small)
    assert guard.complaints == []
    yield page, guard
    context.close()


@pytest.mark.parametrize(
    ("deed", "complaint"),
    [
        ("console.error('oh')", "console error: oh"),
        ("setTimeout(() => { throw new Error('lost'); })", "lost"),
        ("document.body.setAttribute('style', 'color: red')", "style-src"),
        ("document.body.append(Object.assign(document.createElement('script'), { text: '1' }))", "script-src"),
        ("document.body.append(Object.assign(new Image(), { src: 'http://127.0.0.1:9/x.png' }))", "img-src"),
        ("location.href = 'http://127.0.0.1:9/elsewhere'", "request to http://127.0.0.1:9/elsewhere"),
    ],
)
def test_nothing_wrong_goes_unseen(guarded: tuple[Page, Guard], deed: str, complaint: str) -> None:
    page, guard = guarded
    with page.expect_event(
        "requestfailed" if "location" in deed else "pageerror" if "throw" in deed else "console",
    ):
        page.evaluate(f"() => {{ {deed} }}")
    assert complaint in "\n".join(guard.complaints)

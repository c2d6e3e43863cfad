"""Nothing jumps while a page comes, on a slow phone."""

from __future__ import annotations

import pytest

from .conftest import Contexts
from .looks import PHONE

NOTHING = 0.005
"""Tools that round to two places call this 0; a title in the bar may wrap while the rest of the bar arrives."""
SHIFTS = """() => new Promise((done) => {
  const found = [];
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) found.push([value, sources.map(({ node }) => node?.outerHTML)]);
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(found), 500);
})"""
PAGES = ("", "supporting-teachers/", "final-test/", "review/", "certificate/", "progress/", "glossary/", "print/")


@pytest.mark.parametrize("page_path", PAGES)
def test_nothing_jumps(new_context: Contexts, shipped: str, page_path: str) -> None:
    context = new_context(shipped, viewport=PHONE)
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 6})
    page.goto(shipped + page_path)
    shifts = page.evaluate(SHIFTS)
    assert sum(value for value, _ in shifts) < NOTHING, shifts

"""axe-core, put into a page."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

SOURCE = Path(__file__).parent.parent / "tools" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SETTLE = """() => Promise.race([
  Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
  new Promise((resolve) => setTimeout(resolve, 1000)), // what is hidden never finishes
])"""
RUN = """async ([tags, within]) => {
  const { violations } = await axe.run(within || document, { runOnly: { type: "tag", values: tags } });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => `${id} (${help}) at ${target.join(" ")}: ${any.map((one) => one.message)}`));
}"""


def violations(page: Page, within: str | None = None) -> list[str]:
    """What axe finds wrong with the page as it stands, or with a part of it; one line a place.

    The page's profile must be opened with `bypass_csp`: the policy of the pages lets no stranger's script in.
    """
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")  # what is half below the bar is no target there
    page.evaluate(SETTLE)
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(SOURCE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(RUN, [TAGS, within])
    return found

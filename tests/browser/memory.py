"""What the browser keeps of a course, looked at and put there from outside."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page


def key(course: str) -> str:
    """Where a course keeps what it remembers."""
    return f"minicourse:{course}:v1"


def stored(page: Page) -> dict[str, Any]:
    """What the course of this page has kept."""
    text = page.evaluate(
        "(key) => localStorage.getItem(key)", key(page.evaluate("document.documentElement.dataset.course"))
    )
    found: dict[str, Any] = json.loads(text)
    return found


def record(page: Page, name: str) -> dict[str, Any]:
    """What is kept of a question or a quiz; nothing yet is an empty record."""
    found: dict[str, Any] = stored(page)["questions"].get(name, {})
    return found


def keep(page: Page, site: str, course: str, text: str) -> None:
    """Put a text where the course keeps what it remembers, from a file of the site that runs no script."""
    page.goto(site + "llms.txt")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key(course), text])


def keep_records(page: Page, site: str, course: str, records: dict[str, Any]) -> None:
    """Put records of questions where the course keeps them."""
    keep(page, site, course, json.dumps({"schema": 1, "lessons": {}, "questions": records}))

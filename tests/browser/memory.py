"""What the browser keeps of a course, looked at and put there from outside."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page

WHILE_AGO = "2026-01-01T12:00:00.000Z"


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


def state(page: Page, name: str) -> dict[str, Any]:
    """Where a question or a quiz stands: what is being written, or the attempt that is open."""
    found: dict[str, Any] = record(page, name).get("state", {})
    return found


def answers(page: Page, name: str) -> list[dict[str, Any]]:
    """The facts kept of a question, a quiz or cards, oldest first, without their times."""
    facts = record(page, name).get("answers", [])
    assert all(isinstance(fact["at"], str) for fact in facts)
    return [{field: value for field, value in fact.items() if field != "at"} for fact in facts]


def keep(page: Page, site: str, course: str, text: str) -> None:
    """Put a text where the course keeps what it remembers, from a file of the site that runs no script."""
    page.goto(site + "llms.txt")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key(course), text])


def keep_records(page: Page, site: str, course: str, records: dict[str, Any]) -> None:
    """Put records of questions where the course keeps them."""
    keep(page, site, course, json.dumps({"schema": 2, "lessons": {}, "questions": records}))

"""What earlier versions of the page wrote is read as if this one had: `schema-1.json` has each shape, then and now."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.store.page import ask_store

CASES = json.loads((Path(__file__).parent / "schema-1.json").read_text(encoding="utf-8"))


def migrated(stored: Any) -> Any:
    """What was stored, in the form of this version."""
    return ask_store(("migrated", stored))[0]


@pytest.mark.parametrize("case", [pytest.param(case, id=case["title"]) for case in CASES])
def test_a_record_of_schema_1(case: dict[str, Any]) -> None:
    found = migrated({"schema": 1, "lessons": {}, "questions": {"q": case["then"]}})
    assert found["questions"]["q"] == case["now"]


def test_a_lesson_of_schema_1() -> None:
    seen, complete = "2026-09-01T08:00:00.000Z", "2026-09-02T08:00:00.000Z"
    lessons = {
        "seen-only": {"seen": seen},
        "undone": {"seen": seen, "complete": None, "digest": "a"},
        "done": {"seen": seen, "complete": complete, "digest": "a"},
        "broken": [],
    }
    assert migrated({"schema": 1, "seed": 5, "lessons": lessons, "questions": {}}) == {
        "schema": 2,
        "seed": 5,
        "lessons": {
            "seen-only": {"seen": {"at": seen}},
            "undone": {"seen": {"at": seen}},
            "done": {"seen": {"at": seen}, "complete": {"at": complete, "digest": "a"}},
        },
        "questions": {},
    }


def test_what_is_of_this_version_stays_as_it_is() -> None:
    stored = {"schema": 2, "seed": 1, "lessons": {"a": {}}, "questions": {"q": {"answers": []}}, "more": 1}
    assert migrated(stored) == stored


@pytest.mark.parametrize("stored", [{}, {"schema": "constructor"}, {"schema": 0, "questions": {"q": {"first": ["1"]}}}])
def test_what_no_version_wrote_comes_to_nothing(stored: Any) -> None:
    assert migrated(stored) == {"schema": 2, "lessons": {}, "questions": {}}

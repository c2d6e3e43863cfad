"""The dates of coming reviews, as a file that a parser reads."""

from __future__ import annotations

import datetime
from typing import Any

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.review.page import ask

DAY = (datetime.date(2026, 3, 2) - datetime.date(1970, 1, 1)).days
STAMP = "2026-03-01T10:20:30.456Z"


def made(*summaries: str, title: str = "Bread", id: str = "bread", url: str = "", zone: str = "UTC") -> str:
    """The file for a review on 2 March and on each day after it."""
    days = [{"day": DAY + number, "summary": summary} for number, summary in enumerate(summaries)]
    given = {"id": id, "title": title, "url": url, "stamp": STAMP, "days": days}
    return str(ask([("calendar", given)], zone)[0])


def events(text: str) -> list[Any]:
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


def test_an_event_a_day() -> None:
    first, second = events(made("3 questions", "1 question", url="https://example.org/review/"))
    assert first.decoded("dtstart") == datetime.date(2026, 3, 2)
    assert first.decoded("dtend") == datetime.date(2026, 3, 3)
    assert second.decoded("dtstart") == datetime.date(2026, 3, 3)
    assert str(first["SUMMARY"]) == "3 questions"
    assert str(first["URL"]) == "https://example.org/review/"
    assert first.decoded("dtstamp") == datetime.datetime(2026, 3, 1, 10, 20, 30, tzinfo=datetime.UTC)
    assert str(first["TRANSP"]) == "TRANSPARENT"


def test_the_event_of_a_day_keeps_its_name() -> None:
    (one,), (other,) = events(made("3 questions")), events(made("5 questions"))
    assert str(one["UID"]) == str(other["UID"]) == "review-20260302-bread@minicourse"
    (elsewhere,) = events(made("3 questions", id="cheese"))
    assert elsewhere["UID"] != one["UID"]


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Sao_Paulo"])
def test_a_date_is_the_same_everywhere(zone: str) -> None:
    assert [event.decoded("dtstart").day for event in events(made("a", "b", zone=zone))] == [2, 3]


def test_no_event_makes_a_calendar_all_the_same() -> None:
    assert events(made()) == []


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\x85"), max_size=150)


@settings(max_examples=8, deadline=None)
@given(st.lists(TEXTS, min_size=5, max_size=20), TEXTS)
def test_any_text_comes_back_and_no_line_is_too_long(summaries: list[str], title: str) -> None:
    text = made(*summaries, title=title)
    assert [str(event["SUMMARY"]) for event in events(text)] == summaries
    assert text.endswith("END:VCALENDAR\r\n")
    for line in text.removesuffix("\r\n").split("\r\n"):
        assert "\n" not in line
        assert "\r" not in line
        assert len(line.encode()) <= 75


def test_a_line_break_in_a_title_begins_no_line() -> None:
    text = made("Two\r\nEND:VEVENT\nlines; and, more\\")
    (event,) = events(text)
    assert str(event["SUMMARY"]) == "Two\nEND:VEVENT\nlines; and, more\\"

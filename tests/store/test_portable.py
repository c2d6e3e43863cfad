"""Progress as a file and as a link: all of it comes back, and what isn't progress is refused."""

from __future__ import annotations

import datetime
import json
import zlib
from base64 import urlsafe_b64encode
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.page import ask_store, refusal
from tests.store.test_merge import ANYTHING, FACTS, LESSONS, REGISTERS, TIMES, calm

NOW = 1_800_000_000_000
"""A time after all times of these tests, in milliseconds."""
NAMES = [["key-roles", ["thirty-minutes", "next-step", "constructor"]], ["in-practice/observing", ["final"]]]
"""What the page asks, by lesson."""
ODD = st.fixed_dictionaries({"at": TIMES, "response": st.sampled_from([["a\tb"], ["a\nb"], [], [""], "text", [["1"]]])})
RESULTS = st.fixed_dictionaries({"at": TIMES, "names": st.just(["next-step"]), "score": st.sampled_from([0, 0.5, 1])})
QUESTIONS = st.fixed_dictionaries(
    {"answers": st.lists(FACTS | ODD | RESULTS, max_size=4)},
    optional={
        "lesson": LESSONS,
        "state": st.fixed_dictionaries({"at": TIMES, "last": st.just(["#1", "@x", "'y", "next-step"])}),
    },
)
STORES = st.fixed_dictionaries(
    {
        "lessons": st.dictionaries(
            LESSONS, st.fixed_dictionaries({}, optional={"seen": REGISTERS, "complete": REGISTERS})
        ),
        "questions": st.dictionaries(st.sampled_from(["thirty-minutes", "next-step", "gone", "__proto__"]), QUESTIONS),
    }
)


def facts(store: Any) -> dict[str, list[str]]:
    """What was answered, in no order."""
    return {
        name: sorted(json.dumps(fact, sort_keys=True) for fact in question["answers"])
        for name, question in store["questions"].items()
        if question["answers"]
    }


def states(store: Any) -> dict[str, Any]:
    return {name: one["state"] for name, one in store["questions"].items() if "state" in one}


class TestRoundTrip:
    @calm
    @given(STORES)
    def test_by_link(self, store: Any) -> None:
        (packed,) = ask_store(("packed", "c", NAMES, store))
        (text,) = ask_store(("deflated", packed))
        (again,) = ask_store(("inflated", text))
        assert again == packed
        (back,) = ask_store(("unpacked", "c", NAMES, packed, NOW))
        assert back["lessons"] == store["lessons"]
        assert facts(back) == facts(store)
        assert states(back) == states(store)

    @calm
    @given(STORES)
    def test_by_file(self, store: Any) -> None:
        (text,) = ask_store(("file", "c", {**store, "schema": 2}, "2026-11-24T08:00:00.000Z"))
        assert json.loads(text)["course"] == "c"
        (back,) = ask_store(("fromFile", "c", text, NOW))
        assert (back["lessons"], facts(back), states(back)) == (store["lessons"], facts(store), states(store))

    def test_a_file_of_schema_1_is_read(self) -> None:
        then = {"schema": 1, "questions": {"q": {"at": "2026-09-01T08:00:00.000Z", "first": ["1"], "last": ["1"]}}}
        text = json.dumps({"format": "minicourse progress", "version": 1, "course": "c", "progress": then})
        assert ask_store(("fromFile", "c", text, NOW))[0]["questions"]["q"]["answers"][0]["response"] == ["1"]

    def test_sixty_answers_fit_into_a_code_that_a_phone_reads(self) -> None:
        """Thirty questions, each answered twice, some seconds apart: with an address, at most 1,200 characters."""
        names = [f"a-question-with-a-name-{n}" for n in range(30)]
        times = [1_795_000_000_000 + n * 61_337 + n * n * 7_919 % 50_000 for n in range(60)]
        at = [iso(time) for time in times]
        questions = {
            name: {
                "lesson": "l",
                "answers": [
                    {"at": at[n], "response": [str(n % 4 + 1)], "correct": False, "settled": False},
                    {"at": at[n + 30], "response": [str(n % 3 + 1)], "correct": True, "settled": True},
                ],
            }
            for n, name in enumerate(names)
        }
        (packed,) = ask_store(("packed", "c", [["l", names]], {"lessons": {}, "questions": questions}))
        assert len(ask_store(("deflated", packed))[0]) <= 700


def iso(time: int) -> str:
    """A time as the store writes it."""
    moment = datetime.datetime.fromtimestamp(time // 1000, datetime.UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{time % 1000:03}Z"


class TestRefusals:
    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("", "not_progress"),
            ("[]", "not_progress"),
            ('{"format":"minicourse progress","version":1,"course":"c"}', "not_progress"),
            ('{"format":"minicourse progress","version":1,"course":"d","progress":{"schema":2}}', "other_course"),
            ('{"format":"minicourse progress","version":2,"course":"c","progress":{"schema":2}}', "too_new"),
            ('{"format":"minicourse progress","version":1,"course":"c","progress":{"schema":3}}', "too_new"),
            (" " * (2**22 + 1), "too_large"),
        ],
    )
    def test_of_a_file(self, text: str, reason: str) -> None:
        assert refusal("fromFile", "c", text, NOW) == reason

    def test_of_a_link(self) -> None:
        (packed,) = ask_store(("packed", "c", NAMES, {"lessons": {}, "questions": {}}))
        assert refusal("unpacked", "d", NAMES, packed, NOW) == "other_course"
        assert refusal("unpacked", "c", NAMES[:1], packed, NOW) == "other_version"
        assert refusal("unpacked", "c", NAMES, "{}", NOW) == "not_progress"
        assert refusal("unpacked", "c", NAMES, packed.replace("[1,", "[2,", 1), NOW) == "too_new"

    @calm
    @given(st.lists(ANYTHING, max_size=9))
    def test_of_what_anybody_may_write(self, content: list[Any]) -> None:
        """It is refused with a reason, or comes to progress; it never breaks the page."""
        (packed,) = ask_store(("packed", "c", NAMES, {"lessons": {}, "questions": {}}))
        text = json.dumps([*json.loads(packed)[:3], *content])
        try:
            assert ask_store(("unpacked", "c", NAMES, text, NOW))[0]["schema"] == 2
        except AssertionError:
            assert refusal("unpacked", "c", NAMES, text, NOW) == "not_progress"

    @pytest.mark.parametrize("text", ["", "a", "!!!!", "AAAA", "p" * 500])
    def test_of_what_is_not_deflated(self, text: str) -> None:
        assert refusal("inflated", text) == "not_progress"

    def test_of_little_that_swells(self) -> None:
        """A bomb: a few kilobytes that come to many megabytes."""
        squeeze = zlib.compressobj(9, wbits=-15)
        data = squeeze.compress(b" " * 2**24) + squeeze.flush()
        assert refusal("inflated", urlsafe_b64encode(data).decode().rstrip("=")) == "too_large"


def test_what_says_it_comes_from_the_future_is_left_out() -> None:
    """It would overrule all that is learnt from now on."""
    store = {
        "schema": 2,
        "lessons": {"l": {"complete": {"at": "9999-01-01T00:00:00.000Z"}, "seen": {"at": "2026-01-01T00:00:00.000Z"}}},
        "questions": {"q": {"answers": [{"at": "9999-01-01T00:00:00.000Z", "response": ["1"]}, {"at": "soon"}, 7]}},
    }
    (text,) = ask_store(("file", "c", store, ""))
    (back,) = ask_store(("fromFile", "c", text, NOW))
    assert back["lessons"] == {"l": {"seen": {"at": "2026-01-01T00:00:00.000Z"}}}
    assert back["questions"] == {"q": {"answers": []}}

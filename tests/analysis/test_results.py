"""What may come in: files that the page wrote, whole; and what anybody may write, refused or left out in words."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minicourse.analysis.learners import told_apart
from minicourse.analysis.results import MOST_BYTES, Fact, Refused, files_in, read_file
from tests.store.page import ask_store

from .made import NOW, exported, fact, time

OLD = json.loads((Path(__file__).parents[1] / "store/schema-1.json").read_text(encoding="utf-8"))
"""What an earlier version wrote, and what the page makes of it."""
FIELDS = "at response correct sure in names answers first last results attempts firstCorrect oven".split()
VALUES = st.sampled_from([time(1), time(2), "1", "3", "oven", True, False, None, 3, 7e99, "\ud800"])
WRITTEN = st.recursive(
    VALUES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=6)
)
ENTRIES = st.dictionaries(st.sampled_from(FIELDS), WRITTEN, max_size=6)
RECORDS = ENTRIES | st.fixed_dictionaries({"answers": st.lists(ENTRIES, max_size=3)})
HANDMADE = WRITTEN | st.dictionaries(st.sampled_from(["oven", "final"]), RECORDS)
"""What somebody may write by hand who knows the names of all fields."""
calm = settings(deadline=None, max_examples=200)


def read(folder: Path, text: str | bytes) -> frozenset[Fact] | Refused:
    """What a file with this text comes to."""
    path = folder / "a.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    return read_file(path, "bread", NOW)


def only(*facts: Fact) -> frozenset[Fact]:
    return frozenset(facts)


def reason(folder: Path, text: str | bytes) -> str:
    found = read(folder, text)
    assert isinstance(found, Refused), found
    assert found.name == str(folder / "a.json")
    return found.reason


class TestReading:
    def test_an_answer_in_a_lesson(self, tmp_path: Path) -> None:
        answers = [{"at": time(1), "response": ["2"], "correct": False, "settled": False, "sure": "3"}]
        found = read(tmp_path, exported({"oven": {"lesson": "bread", "answers": answers}}))
        assert found == only(fact("oven", ["2"], time(1), told="wrong", sure="3"))

    def test_what_was_looked_up_is_no_try(self, tmp_path: Path) -> None:
        found = read(tmp_path, exported({"oven": {"answers": [{"at": time(1), "response": ["2"], "settled": True}]}}))
        assert found == only(fact("oven", ["2"], time(1), tried=False))

    def test_an_answer_in_a_quiz_counts_once_though_it_is_noted_twice(self, tmp_path: Path) -> None:
        final = {"at": time(1), "names": ["oven"], "answers": {"oven": ["1"]}, "score": 1, "settled": True}
        oven = {"at": time(2), "response": ["1"], "correct": True, "in": "final"}
        found = read(tmp_path, exported({"final": {"answers": [final]}, "oven": {"answers": [oven]}}))
        assert found == only(fact("oven", ["1"], time(2), told="right"))

    def test_an_older_quiz_noted_it_only_with_its_result(self, tmp_path: Path) -> None:
        final = {"at": time(1), "names": ["oven"], "answers": {"oven": ["1"]}, "score": 1, "settled": True}
        assert read(tmp_path, exported({"final": {"answers": [final]}})) == only(fact("oven", ["1"], time(1)))

    @pytest.mark.parametrize(
        "case", json.loads(Path("tests/store/schema-1.json").read_text()), ids=lambda c: c["title"]
    )
    def test_schema_1_is_read_as_the_page_reads_it(self, case: Any, tmp_path: Path) -> None:
        """A file of schema 1, and what the page makes of it, have the same first answers."""
        old = {"schema": 1, "questions": {"oven": case["then"]}}
        (new,) = ask_store(("migrated", old))
        one, other = (read(tmp_path, exported({}, progress=progress)) for progress in (old, new))
        assert isinstance(one, frozenset)
        assert isinstance(other, frozenset)
        long_ago = "1970-01-01T00:00:00.000Z"  # what can't be a time: the page keeps it, here it says nothing
        assert sorted(one)[:1] == sorted(fact for fact in other if fact.at > long_ago)[:1]

    def test_the_page_s_own_file(self, tmp_path: Path) -> None:
        answers = [{"at": time(1), "response": ["2"], "correct": True, "settled": True}]
        store = {"schema": 2, "lessons": {}, "questions": {"oven": {"answers": answers}}}
        (text,) = ask_store(("file", "bread", store, time(9)))
        assert read(tmp_path, text) == only(fact("oven", ["2"], time(1), told="right"))

    def test_a_byte_order_mark_is_no_damage(self, tmp_path: Path) -> None:
        assert read(tmp_path, b"\xef\xbb\xbf" + exported({}).encode()) == frozenset()


class TestLeftOut:
    @pytest.mark.parametrize(
        "entry",
        [
            {"at": "9999-01-01T00:00:00.000Z", "response": ["1"]},
            {"at": "2026-99-99T00:00:00.000Z", "response": ["1"]},
            {"at": "soon", "response": ["1"]},
            {"response": ["1"]},
            {"at": time(1), "response": "1"},
            {"at": time(1), "response": [1]},
            {"at": time(1), "response": [["1"]]},
            {"at": time(1), "response": ["x" * 5_000]},
            {"at": time(1), "response": [""] * 5_000},
            {"at": time(1), "card": "1", "knew": "1"},
            {"at": time(1), "answers": {"oven": "1", "crumb": None}},
            "text",
            None,
        ],
    )
    def test_an_entry_that_is_none(self, entry: object, tmp_path: Path) -> None:
        good = {"at": time(2), "response": ["1"], "correct": True}
        found = read(tmp_path, exported({"oven": {"answers": [entry, good]}, "crumb": 7, "rye": {"answers": "all"}}))
        assert found == only(fact("oven", ["1"], time(2), told="right"))


class TestRefused:
    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("", "it is not JSON, or damaged"),
            ('{"format":"minicourse pro', "it is not JSON, or damaged"),
            ("[" * 100_000, "it is not JSON, or damaged"),
            ('{"format": NaN}', "it is not JSON, or damaged"),
            ("1" * 5_000, "it is not JSON, or damaged"),
            (b"\xff\xfe{\x00", "it is not UTF-8"),
            ("[]", "it is not progress that minicourse exported"),
            ("{}", "it is not progress that minicourse exported"),
            (exported({}, progress=[]), "it is not progress that minicourse exported"),
            (exported({}, format="other"), "it is not progress that minicourse exported"),
            (exported({}, version=2), "a newer version of minicourse wrote it: update minicourse"),
            (exported({}, progress={"schema": 3}), "a newer version of minicourse wrote it: update minicourse"),
            (exported({}, progress={}), "it is damaged: it doesn't say which version wrote it"),
            (exported({}, version="1"), "it is damaged: it doesn't say which version wrote it"),
            (exported({}, course="cake"), "it is of another course, `cake`, and not of `bread`"),
            (exported({}, course="\x1b[2J"), "it is of another course, `�[2J`, and not of `bread`"),
            (b" " * (MOST_BYTES + 1), "it is larger than 4 MB"),
        ],
    )
    def test_with_a_reason(self, text: str | bytes, said: str, tmp_path: Path) -> None:
        assert reason(tmp_path, text) == said

    def test_what_is_no_file(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.json")
        found = read_file(tmp_path / "pipe.json", "bread", NOW)
        assert isinstance(found, Refused)
        assert found.reason == "it is not a regular file"
        gone = read_file(tmp_path / "gone.json", "bread", NOW)
        assert isinstance(gone, Refused)
        assert gone.reason == "it can't be read: no such file or directory"

    @calm
    @given(HANDMADE)
    def test_whatever_anybody_writes_is_refused_or_comes_to_answers(self, content: Any) -> None:
        with tempfile.TemporaryDirectory() as folder:
            for progress in (content, {"schema": 1, "questions": content}, {"schema": 2, "questions": content}):
                found = read(Path(folder), exported({}, progress=progress))
                assert isinstance(found, frozenset | Refused)
                assert isinstance(found, Refused) or len(told_apart([found, found]).answers) <= 1


def test_the_same_answer_with_two_verdicts_is_two_entries_in_a_fixed_order(tmp_path: Path) -> None:
    """Nobody's browser writes that, but somebody may."""
    entries = [{"at": time(1), "response": ["1"], "correct": correct} for correct in (None, True, False)]
    found = read(tmp_path, exported({"oven": {"answers": entries}}))
    assert isinstance(found, frozenset)
    assert [fact.told for fact in sorted(found)] == ["", "right", "wrong"]


def test_a_folder_stands_for_the_json_files_in_it(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("b.json", "a.JSON", "notes.txt", "deep/c.json"):
        (tmp_path / name).write_text("")
    found = files_in([tmp_path, tmp_path / "b.json", tmp_path / "notes.txt"])
    assert [path.name for path in found] == ["a.JSON", "b.json", "notes.txt"]

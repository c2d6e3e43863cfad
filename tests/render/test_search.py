"""The index of the search: what is in it, what is kept out, what it may weigh."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minicourse.build import check, rendered
from minicourse.render import search_index
from minicourse.render.budgets import KIB, weight
from minicourse.render.search import Page, Part, Searched, plain, searched
from minicourse.render.search_index import MOST, packed, short_index, shortened, whole_index
from minicourse.render.search_words import words
from minicourse.render.urls import urls

ROOT = Path(__file__).parent.parent.parent
COURSE = ROOT / "tests/browser/search_course"


def unpacked(listed: str, places: str) -> Mapping[str, set[int]]:
    """What the page's script reads out of an index."""
    found: dict[str, set[int]] = {}
    word = ""
    for front, steps in zip(re.findall("[A-Z][^A-Z]*", listed), places.split(" "), strict=False):
        word = word[: ord(front[0]) - 65] + front[1:]
        at, found[word] = -1, set()
        for sign in steps:
            at += 56 if sign == "~" else ord(sign) - 34 - (sign > "<")
            if sign != "~":
                found[word].add(at)
    return found


class TestWords:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("Naïve CAFÉ’s", ["naive", "cafe", "s"]),
            ("Straße, İstanbul, ışık", ["strasse", "istanbul", "isik"]),
            ("0.49 and 1,000; 3.", ["0.49", "and", "1,000", "3"]),
            ("القِيادة والكتاب", ["قياده", "كتاب"]),
            ("शिक्षकों की", ["शिक्षकों", "की"]),
            ("学校の", ["学校", "校の", "の"]),
            ("12 के ٣٤", ["12", "के", "34"]),
            ("", []),
        ],
    )
    def test_of(self, text: str, expected: list[str]) -> None:
        assert words(text) == expected

    @given(st.text(max_size=60))
    def test_of_words_are_the_same_words(self, text: str) -> None:
        """Pairs of characters overlap, and so does an article before an article; nothing else changes again."""
        for word in words(text):
            if word.isascii():
                assert words(word) == [word]


class TestPacking:
    @given(st.lists(st.text(alphabet="abcé学校 09.", max_size=40), max_size=90))
    def test_loses_no_place_of_a_rare_word(self, texts: list[str]) -> None:
        found = unpacked(*packed(texts))
        for number, text in enumerate(texts):
            for word in words(text):
                stems = [word[:end] for end in (len(word), *range(len(word) - 1, len(word) - 4, -1)) if end > 0]
                known = [stem for stem in stems if stem in found]
                common = sum(any(other[:4] == word[:4] for other in words(text)) for text in texts) > 6
                assert common or (len(word) == 1 and word.isascii()) or number in found[known[0]]

    def test_far_apart(self) -> None:
        texts = ["", *[""] * 300, "apple", *[""] * 56, "apple pie"]
        assert unpacked(*packed(texts)) == {"apple": {301, 358}, "pie": {358}}


class TestWhatIsInIt:
    def test_text_without_tags_and_citations(self) -> None:
        html = (
            '<p>A <em>re</em>ading<sup class="citation"><a href="#r">1</a></sup> &lt;b&gt;.</p><p title="a>b">Next</p>'
        )
        assert plain(html) == "A reading <b>. Next"

    def test_titles_places_and_terms_in_order(self) -> None:
        course = check(COURSE).course
        found = searched(course, urls(course))
        lesson = found.pages[1]
        assert (lesson.kind, lesson.title, lesson.path) == (
            "lesson",
            "Coaching teachers",
            "coaching-teachers/index.html",
        )
        assert [(part.kind, part.anchor) for part in lesson.parts] == [
            ("section", "what-coaching-does"),
            ("section", "feedback-that-helps"),
            ("section", "café-culture"),
            ("question", "next-step"),
        ]
        assert [name for name, _, _ in found.terms] == ["coaching", "effect size"]
        assert [part.kind for part in found.pages[-1].parts] == ["quiz"], "no question of a quiz"

    def test_tabs_are_places_and_what_follows_them_is_their_sections(self) -> None:
        course = check(ROOT / "tests/browser/blocks_course").course
        parts = searched(course, urls(course)).pages[1].parts
        assert [(part.title, part.anchor) for part in parts if part.kind == "section"] == [
            ("Begin", "begin"),
            ("macOS", "macos"),
            ("Windows", "windows"),
            ("Linux", "linux"),
            ("A word on Linux", "a-word-on-linux"),
            ("Go on", "go-on"),
            ("Linux", "linux-1"),
            ("Windows", "windows-1"),
            ("Side by side", "side-by-side"),
        ]
        assert "zebra" in parts[2].text

    def test_no_text_is_lost_below_a_heading_without_an_anchor(self, tmp_path: Path) -> None:
        (tmp_path / "content").mkdir()
        (tmp_path / "content/course.yml").write_text("title: A course\n", encoding="utf-8")
        lesson = """---
title: A lesson
---

## Known

One.

::: tabs
### First

Two.
:::

Three.

<h3>Raw</h3>

<section><p>Four.</p></section>

Five.
"""
        (tmp_path / "content/01-lesson.md").write_text(lesson, encoding="utf-8")
        course = check(tmp_path).course
        parts = searched(course, urls(course)).pages[1].parts
        assert [(part.anchor, part.text) for part in parts] == [
            ("known", "One. Three. Raw Four. Five."),
            ("first", "Two."),
        ]

    def test_nothing_ends_a_script_element(self) -> None:
        page = Page("lesson", "</script><!--", "a/index.html", "<script>", "", ())
        script = whole_index(Searched((page,), ()))
        assert script is not None
        assert "<" not in script


class TestWeight:
    def test_of_the_whole_search_of_the_shipped_course(self) -> None:
        """Script, style and index together: 15 KB."""
        _, files = rendered(ROOT)
        parts = {path: weight(data) for path, data in files.items() if re.match(r"assets/search[-.]", path)}
        assert len(parts) == 3
        assert sum(parts.values()) <= 15 * KIB

    def test_all_pages_of_the_shipped_course_name_the_index(self) -> None:
        _, files = rendered(ROOT)
        (index,) = (path for path in files if path.startswith("assets/search-index."))
        for path, data in files.items():
            if path.endswith(".html"):
                assert f'data-index="{"../" * path.count("/")}{index}"'.encode() in data

    def test_of_a_long_course_is_bounded(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """First the text is left out, then questions, then sections."""
        parts = (Part("section", "A section", "here", "word"), Part("question", "A question?", "there"))
        found = Searched((Page("lesson", "A lesson", "a/index.html", "", "", parts),), ())
        assert MOST == 128 * KIB
        kept = []
        for most in range(300, 0, -1):
            monkeypatch.setattr(search_index, "MOST", most)
            script = whole_index(found) or short_index(found)
            said = tuple(title for title in ("Aword", "A question?", "A section", "A lesson") if title in script)
            kept += [said] if said not in kept else []
        assert kept == [
            ("Aword", "A question?", "A section", "A lesson"),
            ("A question?", "A section", "A lesson"),
            ("A section", "A lesson"),
            ("A lesson",),
        ]

    def test_a_long_course_is_told_of_pagefind(self) -> None:
        found = Searched((Page("lesson", "A", "a/index.html", "", "text", ()),), ())
        path = "assets/search-index.12345678.js"
        assert [problem.code for problem in shortened(path, short_index(found).encode())] == ["search-without-text"]
        assert list(shortened(path, short_index(found, "pagefind.js").encode())) == []
        assert list(shortened(path, (whole_index(found) or "").encode())) == []


class TestPagefind:
    def course(self, root: Path) -> Path:
        content = root / "content"
        content.mkdir()
        (content / "course.yml").write_text("title: Long\npagefind_above: 0\n", encoding="utf-8")
        (content / "01-a.md").write_text("---\ntitle: A\n---\n\n## B\n\nSome text.\n", encoding="utf-8")
        return root

    def test_its_files_and_leave_to_run_them(self, tmp_path: Path) -> None:
        _, files = rendered(self.course(tmp_path))
        assert {"search/pagefind.js", "search/pagefind-entry.json"} <= files.keys()
        assert not [path for path in files if "-ui" in path]
        assert b"script-src 'self' 'wasm-unsafe-eval'" in files["a/index.html"]
        assert rendered(tmp_path)[1] == files

    def test_without_it_our_own_index_serves(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(__import__("sys").modules, "pagefind.service", None)
        result, files = rendered(self.course(tmp_path))
        assert not [path for path in files if path.startswith("search/")]
        assert b"wasm" not in files["a/index.html"]
        assert "search-without-text" not in {problem.code for problem in result.problems}

    def test_too_much_text_and_no_pagefind_is_advice(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(__import__("sys").modules, "pagefind.service", None)
        monkeypatch.setattr(search_index, "_MOST_TEXT", 3)
        result, files = rendered(self.course(tmp_path))
        assert "search-without-text" in {problem.code for problem in result.problems}
        (index,) = (data for path, data in files.items() if path.startswith("assets/search-index."))
        pages = json.loads(index.decode().removeprefix("minicourse.index=").removesuffix(";"))[0]
        assert [page[1] for page in pages] == ["Long", "A"]

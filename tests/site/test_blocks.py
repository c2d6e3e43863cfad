"""What pages with tabs, columns, figures and recordings bring with them, and the others don't."""

from __future__ import annotations

import re
from pathlib import Path

from minicourse.render.assets import BLOCKS
from minicourse.render.theme import Theme, builtin_templates

from .html_page import BASE, ROOT, files, pages
from .test_html import errors
from .test_size import KIB, loaded, weight

COURSE = ROOT / "tests" / "browser" / "blocks_course"
TABS, RECORDINGS, PRINT, HOME = (f"{name}index.html" for name in ("tabs/", "recordings/", "print/", ""))


def policy(path: str) -> str:
    return pages(COURSE)[path].meta("Content-Security-Policy") or ""


def test_only_what_a_page_uses_is_loaded() -> None:
    site = pages(COURSE)
    sheets = {path: [file.split("/")[1].split(".")[0] for file in loaded(page, ".css")] for path, page in site.items()}
    assert sheets[TABS] == sheets[RECORDINGS] == sheets[PRINT] == ["style", "blocks"]
    assert sheets[HOME] == ["style", "front", "blocks"]
    assert sheets["404.html"] == ["style"]
    scripts = {path: [file for file in loaded(page, ".js") if "blocks" in file] for path, page in site.items()}
    assert [len(scripts[path]) for path in (TABS, RECORDINGS, PRINT, HOME)] == [1, 1, 0, 0]
    assert scripts[TABS] != scripts[RECORDINGS]
    assert not any("blocks." in path for path in files())


def test_weights() -> None:
    theme = Theme((builtin_templates(),), "en")
    (_, style), (_, script) = theme.files(BLOCKS)
    assert weight(style) <= 1.25 * KIB
    assert weight(script) <= 2 * KIB


def test_a_page_lets_into_a_frame_only_whose_videos_it_shows() -> None:
    frames = re.search(r"frame-src ([^;]*)", policy(RECORDINGS))
    assert frames is not None
    assert frames[1] == "https://tube.example.org https://www.youtube-nocookie.com"
    assert not any("frame-src" in policy(path) for path in pages(COURSE) if path != RECORDINGS)


def test_nothing_loads_from_elsewhere_and_nothing_begins_by_itself() -> None:
    for path, page in pages(COURSE).items():
        assert page.all("iframe") == [], path
        for element in page.elements:
            assert "autoplay" not in element.attributes
            for name in ("src", "poster", "srcset"):
                assert not element.get(name).startswith(("http", "//")), path
    for element in pages(COURSE)[RECORDINGS].all("video") + pages(COURSE)[RECORDINGS].all("audio"):
        assert element.get("preload") == "none"


def test_on_paper_a_recording_is_its_title_and_where_it_is() -> None:
    page = pages(COURSE)[PRINT]
    assert page.all("video") == page.all("audio") == []
    assert "data-player" not in files(COURSE)[PRINT].decode()
    links = [link.get("href") for link in page.all("a")]
    assert "../talk.mp4" in links
    assert "https://www.youtube.com/watch?v=abcdefghijk&t=30s" in links
    assert "They talked more than I did." in page.text


def test_recordings_count_as_their_length_and_their_transcript_does_not() -> None:
    assert "68 minutes" in pages(COURSE)[RECORDINGS].text  # 4:30, 1:02:05 and 0:45, and half a minute of text


def test_tabs_stay_out_of_the_table_of_contents() -> None:
    toc = [link.get("href") for link in pages(COURSE)[TABS].all("a") if link.get("href").startswith("#")]
    assert [href for href in toc if href in ("#begin", "#go-on", "#macos", "#linux")] == ["#begin", "#go-on"]


def test_ids_are_unique_on_every_page() -> None:
    for path, page in pages(COURSE).items():
        assert len(set(page.ids)) == len(page.ids), path


def test_the_twin_holds_what_is_included() -> None:
    twin = files(COURSE)["recordings/index.md"].decode()
    assert "::: include" not in twin
    assert "![an ear](../_shared/images/ear.svg)" in twin
    assert "[the lesson before](../tabs/index.md#begin)" in twin


def test_no_page_has_an_error(tmp_path: Path) -> None:
    written = []
    for path, data in files(COURSE, BASE).items():
        if path.endswith(".html"):
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
            written.append(file)
    assert errors(written) == []

"""What the build writes for a course that browsers may keep, and for one that they may not."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from minicourse.authoring.starter import start_course
from minicourse.build import rendered
from minicourse.render.offline import file_digest
from minicourse.render.site import SiteSettings

from .html_page import ROOT, HtmlPage, files, pages


def known(made: Any) -> tuple[list[dict[str, str]], int, int]:
    """What the service worker knows: the files in groups, how many groups it keeps at once, and their size."""
    text = made["sw.js"].decode()
    groups, at_once, size = re.search(r"const GROUPS=(\[.*?\]);const KEPT=(\d);const SIZE=(\d+);", text).groups()  # type: ignore[union-attr]
    return json.loads(groups), int(at_once), int(size)


def test_the_service_worker_knows_every_file_that_a_learner_can_meet() -> None:
    groups, at_once, size = known(files())
    listed = {path: digest for group in groups for path, digest in group.items()}
    unlisted = {path for path in files() if path not in listed}
    assert {path.rpartition(".")[2] for path in unlisted if path != "sw.js"} == {"md", "txt", "nojekyll"}
    assert all(file_digest(files()[path]) == digest for path, digest in listed.items())
    assert at_once == 3
    assert size == sum(len(files()[path]) for path in listed)


def test_what_every_page_needs_comes_first() -> None:
    (frame, texts, own), _, _ = known(files())
    assert {"index.html", "404.html", "manifest.webmanifest"} <= frame.keys()
    assert all(path.startswith("assets/") for path in frame.keys() - {"index.html", "404.html", "manifest.webmanifest"})
    assert all(path.endswith(".html") for path in texts)
    assert "images/indirect-path.svg" in own


@pytest.mark.parametrize(("most", "groups"), [(10**9, 3), (1, 1), (None, 2)])
def test_a_large_course_is_not_kept_at_once(monkeypatch: pytest.MonkeyPatch, most: int | None, groups: int) -> None:
    """Above the limit first the author's own files are left for when they are visited, then the pages."""
    (frame, texts, _), _, _ = known(files())
    pages_and_frame = sum(len(files()[path]) for path in (*frame, *texts))
    monkeypatch.setattr("minicourse.render.offline.MOST_KEPT", most or pages_and_frame)
    assert known(rendered(ROOT)[1])[1] == groups


def test_the_manifest() -> None:
    manifest = json.loads(files()["manifest.webmanifest"])
    assert (manifest["name"], manifest["lang"], manifest["dir"]) == ("Instructional leadership", "en", "ltr")
    assert (manifest["start_url"], manifest["scope"], manifest["display"]) == ("./", "./", "standalone")
    assert all(icon["src"] in files() for icon in manifest["icons"])
    wanted = {("any", "any"), ("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")}
    assert {(icon["sizes"], icon["purpose"]) for icon in manifest["icons"]} == wanted
    for page in pages().values():
        (link,) = page.all("link", rel="manifest")
        assert page.target(link.get("href"))[0] == "manifest.webmanifest"


class TestOneThatIsNotKept:
    @pytest.fixture
    def made(self, tmp_path: Path) -> dict[str, bytes]:
        start_course(tmp_path)
        return rendered(tmp_path)[1]

    def test_writes_a_service_worker_that_takes_itself_away(self, made: dict[str, bytes]) -> None:
        assert b"unregister" in made["sw.js"]
        assert len(made["sw.js"]) <= 500

    def test_names_neither_manifest_nor_service_worker(self, made: dict[str, bytes]) -> None:
        assert "manifest.webmanifest" not in made
        for path, data in made.items():
            if path.endswith(".html"):
                assert HtmlPage.of(path, data).all("link", rel="manifest") == []
                assert b"manifest-src" not in data
            if path.endswith(".js") and path != "sw.js":
                assert b"serviceWorker" not in data


def test_a_preview_is_never_kept() -> None:
    made = rendered(ROOT, SiteSettings(preview=True))[1]
    assert b"unregister" in made["sw.js"]
    assert not [path for path, data in made.items() if path.endswith(".js") and b"serviceWorker" in data]

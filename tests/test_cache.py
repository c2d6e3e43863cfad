"""A cache may be lost, and never may it be wrong."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minicourse.cache import LARGE, MOST_FILES, Cache, digest, folder_digest


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


class TestCache:
    def test_what_was_kept_comes_back(self, cache: Cache) -> None:
        assert cache.get("a") is None
        cache.put("a", {"problems": ["é", 1, None]})
        assert cache.get("a") == {"problems": ["é", 1, None]}
        assert cache.get("b") is None

    @pytest.mark.parametrize("damage", [b"", b"{", b"\xff", b"[" * 100_000])
    def test_what_is_damaged_is_lost(self, cache: Cache, damage: bytes) -> None:
        cache.put("a", [1])
        (cache.folder / "a.json").write_bytes(damage)
        assert cache.get("a") is None

    def test_a_pipe_hangs_nobody(self, cache: Cache) -> None:
        cache.folder.mkdir()
        os.mkfifo(cache.folder / "a.json")
        assert cache.get("a") is None
        cache.put("a", [1])
        assert cache.get("a") == [1]

    def test_what_is_no_json_leaves_nothing_behind(self, cache: Cache) -> None:
        with pytest.raises(UnicodeEncodeError):
            cache.put("a", "\ud800")
        assert list(cache.folder.iterdir()) == []

    def test_a_folder_that_can_not_be_written(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("", encoding="utf-8")
        cache = Cache(tmp_path / "file")
        cache.put("a", [1])
        assert cache.get("a") is None

    def test_the_oldest_is_forgotten(self, cache: Cache) -> None:
        (cache.folder / "no-file.json").mkdir(parents=True)
        for number in range(MOST_FILES + 3):
            cache.put(str(number), number)
            os.utime(cache.folder / f"{number}.json", (number, number))
        cache.put("last", 0)
        assert len(list(cache.folder.iterdir())) == MOST_FILES + 1
        assert cache.get("last") == 0
        assert cache.get("0") is None


@given(st.lists(st.text(max_size=3), max_size=4), st.lists(st.text(max_size=3), max_size=4))
def test_a_digest_tells_texts_apart(some: list[str], others: list[str]) -> None:
    assert (digest(*some) == digest(*others)) == (some == others)


class TestFolder:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        (tmp_path / "content/unit").mkdir(parents=True)
        (tmp_path / "content/a.md").write_text("one", encoding="utf-8")
        (tmp_path / "content/unit/b.md").write_text("two", encoding="utf-8")
        return tmp_path / "content"

    def test_the_same_files_give_the_same(self, folder: Path) -> None:
        before = folder_digest(folder)
        os.utime(folder / "a.md", (1, 1))
        assert folder_digest(folder) == before is not None

    @pytest.mark.parametrize(
        "change",
        [
            lambda folder: (folder / "a.md").write_text("eno", encoding="utf-8"),
            lambda folder: (folder / "a.md").rename(folder / "c.md"),
            lambda folder: (folder / "a.md").rename(folder / "unit/a.md"),
            lambda folder: (folder / "a.md").unlink(),
            lambda folder: (folder / "unit/c.md").write_text("", encoding="utf-8"),
        ],
    )
    def test_any_change_gives_another(self, folder: Path, change: object) -> None:
        before = folder_digest(folder)
        change(folder)  # type: ignore[operator]
        assert folder_digest(folder) != before

    def test_large_files_are_known_by_their_time(self, folder: Path) -> None:
        (folder / "film.mp4").write_bytes(b"a" * (LARGE + 1))
        os.utime(folder / "film.mp4", (1, 1))
        before = folder_digest(folder)
        os.utime(folder / "film.mp4", (2, 2))
        assert folder_digest(folder) != before

    def test_behind_a_link_nothing_is_known(self, folder: Path, tmp_path: Path) -> None:
        (tmp_path / "elsewhere").mkdir()
        (folder / "link").symlink_to(tmp_path / "elsewhere")
        assert folder_digest(folder) is None

    def test_hidden_files_are_no_part_of_it(self, folder: Path) -> None:
        before = folder_digest(folder)
        (folder / ".DS_Store").write_text("x", encoding="utf-8")
        assert folder_digest(folder) == before

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        assert folder_digest(tmp_path / "none") == folder_digest(tmp_path / "nothing") is not None

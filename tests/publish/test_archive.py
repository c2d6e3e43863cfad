"""A site as one zip file, and a file that is written whole or not at all."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from minicourse.publish.archive import write_file, zipped

FILES = {"index.html": b"<h1>Hello</h1>" * 50, "images/dot.png": b"\x89PNG" + bytes(60), "früh/index.html": b"early"}


def test_what_goes_in_comes_out() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped(FILES))) as archive:
        assert archive.testzip() is None
        assert {entry.filename: archive.read(entry) for entry in archive.infolist()} == FILES


def test_the_same_files_in_any_order_give_the_same_bytes() -> None:
    assert zipped(FILES) == zipped(dict(reversed(FILES.items())))


def test_nothing_in_it_tells_of_the_machine() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped(FILES))) as archive:
        for entry in archive.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert (entry.extra, entry.comment, entry.create_system) == (b"", b"", 3)
            assert entry.external_attr >> 16 == 0o644


def test_pictures_are_stored_and_texts_packed() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped(FILES))) as archive:
        kinds = {entry.filename: entry.compress_type for entry in archive.infolist()}
    assert kinds["images/dot.png"] == zipfile.ZIP_STORED
    assert kinds["index.html"] == zipfile.ZIP_DEFLATED


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    place = tmp_path / "new" / "course.zip"
    write_file(place, b"one")
    write_file(place, b"two")
    assert place.read_bytes() == b"two"
    assert [path.name for path in place.parent.iterdir()] == ["course.zip"]


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="name a file"):
        write_file(tmp_path, b"one")

"""A site as one zip file, and any single file written whole or not at all."""

from __future__ import annotations

import io
import os
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

_PACKED = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".mp3", ".mp4", ".webm", ".ogg", ".zip", ".pdf")
"""What zip can't make smaller is stored as it is."""
_ONE_TIME = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Files by their paths as a zip: the same files give the same bytes, whatever the clock and the order say."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path, data in sorted(files.items()):
            entry = zipfile.ZipInfo(path, _ONE_TIME)
            entry.create_system = 3  # Unix, wherever it is made: part of the bytes
            entry.external_attr = _READABLE
            packed = path.lower().endswith(_PACKED)
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=9)
    return buffer.getvalue()


def write_file(path: Path, data: bytes) -> None:
    """Write a file beside its place and put it there in one step. Raises `OSError` when the disk says no."""
    path = Path(os.path.abspath(path))
    if path.is_dir():
        raise IsADirectoryError(21, "this is a folder; name a file", str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with open(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise

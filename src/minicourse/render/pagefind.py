"""Pagefind for long courses: an index in pieces, of which a browser brings only those that it needs.

It is an extra, `minicourse[search]`. Its Python interface waits a tenth of a second for each answer and is limited in
what it can return, so its program is called, once, on a folder of bare pages.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping
from html import escape
from pathlib import Path

from minicourse.render.search import Page, Searched

FOLDER = "search/"
"""Where its files stand in the site."""
_UNUSED = ("-ui.", "-highlight.")
"""What its own interfaces are made of: ours is used."""


def pagefind_files(searched: Searched, language: str) -> Mapping[str, bytes] | None:
    """The files of Pagefind's index, by their path in the site; none where Pagefind is not installed or fails."""
    try:
        from pagefind.service import get_executable
    except ImportError:
        return None
    program = get_executable()
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="minicourse-search-") as name:
        pages, output = Path(name) / "pages", Path(name) / "index"
        for page in searched.pages:
            file = pages / page.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_bare(page, language), encoding="utf-8")
        command = [str(program), "--site", str(pages), "--output-path", str(output), "--silent"]
        if subprocess.run(command, cwd=name, capture_output=True, check=False).returncode:  # noqa: S603
            return None
        files = (file for file in sorted(output.rglob("*")) if file.is_file())
        return {
            FOLDER + file.relative_to(output).as_posix(): file.read_bytes()
            for file in files
            if not any(part in file.name for part in _UNUSED)
        }


def _bare(page: Page, language: str) -> str:
    """A page with what can be found on it: headings with their anchors, and plain text."""
    parts = "".join(
        f'<h2 id="{escape(part.anchor)}">{escape(part.title)}</h2>\n<p>{escape(part.text)}</p>\n'
        for part in page.parts
        if part.kind != "question"
    )
    return (
        f'<!doctype html>\n<html lang="{escape(language)}"><head><title>{escape(page.title)}</title></head><body>\n'
        f'<main data-pagefind-body data-pagefind-meta="kind:{page.kind}"><h1>{escape(page.title)}</h1>\n'
        f"<p>{escape(page.summary)}</p>\n<p>{escape(page.text)}</p>\n{parts}</main></body></html>\n"
    )

"""The Nu Html Checker, by which the W3C checks pages, finds no error on any page."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from minicourse.build import rendered
from minicourse.render.site import SiteSettings

from .html_page import BASE, ROOT, files

CHECKER = ROOT / "tests" / "tools" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def errors(paths: list[Path]) -> list[str]:
    """What the checker finds wrong."""
    java = shutil.which("java")
    assert java, "the checker needs Java: tests/tools/install"
    command = [java, "-Xss4m", "-jar", str(CHECKER), "--errors-only", "--exit-zero-always", "--format", "json"]
    done = subprocess.run([*command, *map(str, paths)], capture_output=True, text=True, check=True, timeout=300)
    return [
        f"{found['url']}:{found.get('lastLine')} {found['message']}" for found in json.loads(done.stderr)["messages"]
    ]


@pytest.mark.parametrize(
    ("project", "base_url"),
    [
        (ROOT, BASE),
        (ROOT / "tests" / "browser" / "course", None),
        (ROOT / "tests" / "browser" / "arabic_course", None),
    ],
    ids=["shipped", "small", "arabic"],
)
def test_no_page_has_an_error(tmp_path: Path, project: Path, base_url: str | None) -> None:
    pages = []
    for path, data in files(project, base_url).items():
        if path.endswith(".html"):
            file = tmp_path / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
            pages.append(file)
    assert errors(pages) == []


def test_pages_that_are_made_on_request_have_none_either(tmp_path: Path) -> None:
    _, made = rendered(ROOT, SiteSettings(BASE, accessibility_report=True, coverage=True))
    pages = []
    for name in ("accessibility", "coverage"):
        pages.append(tmp_path / f"{name}.html")
        pages[-1].write_bytes(made[f"{name}/index.html"])
    assert errors(pages) == []


def test_an_error_would_be_found(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><html lang=en><title>Page</title><p><div></div></p>", encoding="utf-8")
    assert any("No “p” element in scope" in found for found in errors([page]))

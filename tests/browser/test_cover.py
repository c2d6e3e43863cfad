"""The cover of the front page, drawn or the author's own: it fills its place in any window."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image

from .conftest import HERE, Contexts, built
from .server import served

WINDOWS = {"phone": {"width": 320, "height": 640}, "desktop": {"width": 1280, "height": 800}}


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("image", ["", "wide.png", "tall.png", "drawing.svg"])
def test_it_fills_its_place(new_context: Contexts, tmp_path: Path, image: str, window: str) -> None:
    content = tmp_path / "course/content"
    shutil.copytree(HERE / "course/content", content)
    Image.new("RGB", (1200, 630)).save(content / "wide.png")
    Image.new("RGB", (630, 1200)).save(content / "tall.png")
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 4"><path d="M0 0h9v4z"/></svg>'
    (content / "drawing.svg").write_text(drawing, encoding="utf-8")
    with (content / "course.yml").open("a", encoding="utf-8") as file:
        file.write(f"image: {image}\n" if image else "")
    with served(built(tmp_path / "course", tmp_path / "site")) as address:
        page = new_context(address, viewport=WINDOWS[window]).new_page()
        page.goto(address)
        place, cover = (page.locator(selector).bounding_box() for selector in (".hero-cover", ".hero-cover > *"))
        assert place
        assert cover == place
        assert round(place["width"] / place["height"]) == {"phone": 2, "desktop": 1}[window]
        assert page.evaluate("document.documentElement.scrollWidth") == WINDOWS[window]["width"]
        if image:
            assert page.locator(".hero-cover img").evaluate("(image) => image.complete && image.naturalWidth > 0")
            assert page.locator(".hero-cover img").get_attribute("alt") == ""

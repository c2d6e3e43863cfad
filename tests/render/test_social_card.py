"""The pictures beside shared links, as drawings: how they are set, how they are coloured, how large they are."""

from __future__ import annotations

import io
import math
import os
import re
import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from minicourse.render.colour import Rgb, oklch_rgb
from minicourse.render.cover import pattern
from minicourse.render.icon import icon_png
from minicourse.render.mosaic import indexed_png, tints
from minicourse.render.social_card import Card, card_png
from minicourse.render.theme import builtin_templates
from minicourse.render.typeset import FONT, Style, advance, can_set, fit, plain

COURSE = Card("c", 195, "Instructional leadership", "Ana Silva")
LESSON = Card("c", 195, "Key roles", "Instructional leadership", "key-roles")
PAPER, INK = oklch_rgb(0.985, 0.006, 85), oklch_rgb(0.25, 0.015, 260)
DRAWN = 780
"""Where the drawing begins that a title stands beside."""


def picture(png: bytes) -> Image.Image:
    """A PNG in full colour, read whole: each part of it has its check sum."""
    with Image.open(io.BytesIO(png)) as image:
        image.verify()
    return Image.open(io.BytesIO(png)).convert("RGBA")


def pixels(image: Image.Image) -> list[tuple[int, ...]]:
    """Red, green, blue and opacity of each pixel, row by row."""
    data = image.tobytes()
    return [tuple(data[at : at + 4]) for at in range(0, len(data), 4)]


def colours(image: Image.Image) -> set[tuple[int, ...]]:
    return {colour[:3] for _, colour in image.getcolors(1 << 20) or [] if isinstance(colour, tuple)}


def stated(declaration: str, hue: int) -> Rgb:
    """The first colour that the stylesheets state in a declaration, for an accent of this hue."""
    folder = builtin_templates() / "assets/css"
    style = "".join((folder / name).read_text(encoding="utf-8") for name in ("tokens.css", "cover.css"))
    behind = style[style.index(declaration) :]
    found = re.search(r"oklch\(([\d.]+) ([\d.]+) (\d+|var|calc)", behind)
    assert found
    angles = {"var": hue, "calc": hue + 225}
    return oklch_rgb(float(found[1]), float(found[2]), angles[found[3]] if found[3] in angles else int(found[3]))


class TestACard:
    @pytest.mark.parametrize("card", [COURSE, LESSON], ids=["course", "lesson"])
    def test_has_the_size_that_networks_ask_for_and_is_light(self, card: Card) -> None:
        assert picture(card_png(card)).size == (1200, 630)
        assert len(card_png(card)) < 25_000

    def test_has_the_drawing_at_the_right_and_the_title_on_paper(self) -> None:
        image = picture(card_png(LESSON))
        assert {PAPER, INK, tints(195)[0]} <= colours(image.crop((0, 0, DRAWN, 630)))
        assert set(tints(195)[:5]) <= colours(image.crop((DRAWN, 0, 1200, 630)))

    def test_of_another_lesson_is_another(self) -> None:
        other = Card("c", 195, "Key roles", "Instructional leadership", "impact")
        drawings = [picture(card_png(card)).crop((DRAWN, 0, 1200, 630)).tobytes() for card in (COURSE, LESSON, other)]
        assert len(set(drawings)) == 3

    def test_is_the_same_in_any_process(self) -> None:
        """Whatever the order in which Python keeps sets."""
        code = (
            "import hashlib; from minicourse.render.social_card import Card, card_png; "
            "print(hashlib.sha256(card_png(Card('c', 40, 'Ключевые роли', 'Việt', 'a/b'))).hexdigest())"
        )
        made = [
            subprocess.run(
                [sys.executable, "-c", code],
                env={**os.environ, "PYTHONHASHSEED": seed},
                check=True,
                capture_output=True,
                timeout=60,
            ).stdout
            for seed in ("1", "2")
        ]
        assert made[0] == made[1]
        assert len(made[0].strip()) == 64

    @pytest.mark.parametrize("title", ["دعم المعلمين", "निर्देशात्मक नेतृत्व", "教学领导力", "Well done 👏", "\u200b"])
    def test_whose_title_cannot_be_set_is_all_drawing(self, title: str) -> None:
        image = picture(card_png(Card("c", 195, title, "Instructional leadership", "key-roles")))
        assert not {PAPER, INK} & colours(image)
        assert set(tints(195)[:5]) <= colours(image.crop((0, 0, DRAWN, 630)))

    def test_whose_name_cannot_be_set_has_its_title_alone(self) -> None:
        image = picture(card_png(Card("c", 195, "Key roles", "القيادة", "key-roles")))
        assert INK in colours(image)
        assert colours(image.crop((0, 0, DRAWN, 200))) == {PAPER}

    @given(st.text("abcdefW jy-ÀẲģжΩὋ", max_size=300) | st.text(max_size=40), st.text("Wg Ắ", max_size=300))
    @example("W" * 300, "W" * 300)
    @example("ẲǙỒ ẲǙỒ ẲǙỒ ẲǙỒ ẲǙỒ ẲǙỒ ẲǙỒ ẲǙỒ ẲǙỒ ẲǙỒ", "ģķļņŗșț")
    @example("a-" * 150, "/" * 300)
    @settings(max_examples=30, deadline=None)
    def test_never_lets_letters_run_over_an_edge(self, title: str, name: str) -> None:
        image = picture(card_png(Card("c", 195, title, name, "x")))
        if can_set(plain(title)) and plain(title).strip():
            for edge in ((0, 0, 20, 630), (0, 0, DRAWN, 40), (0, 590, DRAWN, 630), (DRAWN - 24, 0, DRAWN, 630)):
                assert colours(image.crop(edge)) == {PAPER}


class TestSetting:
    style = Style((100, 80, 60, 40), 1.1)

    def test_a_short_title_is_large(self) -> None:
        assert fit("Key roles", 650, 400, self.style).size == 100

    def test_a_long_one_is_smaller_and_in_lines_about_as_long(self) -> None:
        found = fit("Strategies to support teachers in the first year of their work", 650, 300, self.style)
        widths = [advance(line) for line in found.lines]
        assert found.size < 100
        assert len(found.lines) > 1
        assert min(widths) > 0.6 * max(widths)

    def test_lines_may_break_after_a_hyphen(self) -> None:
        lines = fit("Self-assessment", 350, 300, Style((60,), 1.1)).lines
        assert lines == ("Self-", "assessment")

    def test_what_cannot_fit_is_cut_short(self) -> None:
        lines = fit("word " * 200, 300, 200, self.style).lines
        assert lines[-1].endswith("…")

    @given(st.text(alphabet="abcdef WM-/ÀжΩ", max_size=200), st.integers(200, 900), st.integers(100, 600))
    @settings(deadline=None)
    def test_whatever_is_set_fits_and_nothing_is_lost_unsaid(self, text: str, width: int, height: int) -> None:
        found = fit(text, width, height, self.style)
        assert all(advance(line) * found.size <= width * 1000 for line in found.lines)
        said = "".join("".join(found.lines).split())
        whole = "".join(text.split())
        assert said == whole or (said.endswith("…") and whole.startswith(said[:-1]))

    def test_pairs_of_letters_are_kerned(self) -> None:
        assert advance("AV") == advance("A") + advance("V") - 120
        assert advance("Та") < advance("Т") + advance("а") - 30
        assert advance("nn") == 2 * advance("n")

    @pytest.mark.parametrize(
        "text", ["Hỗ trợ giáo viên", "Привет, “мир”", "Ηγεσία — ἀρετή", "Çağrı, łódź, ¿qué?", "½ × 2 ≈ 1 €"]
    )
    def test_scripts_of_europe_and_vietnamese_are_there(self, text: str) -> None:
        assert can_set(plain(text))

    def test_accents_may_come_apart(self) -> None:
        assert plain("Hô\u0303 trợ") == "Hỗ trợ"
        assert not can_set(plain("x\u0303"))

    def test_the_font_is_small_and_has_its_licence_beside_it(self) -> None:
        assert FONT.stat().st_size < 300_000
        assert "SIL Open Font License" in FONT.with_suffix(".LICENSE").read_text(encoding="utf-8")


class TestPattern:
    def test_a_wide_one_begins_with_the_narrow_one(self) -> None:
        for key in ("", "key-roles"):
            narrow, wide = pattern("c", key), pattern("c", key, wide=True)
            assert [row[:6] for row in wide] == list(narrow)
            assert {len(row) for row in wide} == {12}

    @given(st.text(max_size=20), st.text(min_size=1, max_size=20))
    def test_a_lesson_is_a_variation_of_its_course(self, course: str, key: str) -> None:
        cells = [
            ours == theirs
            for row, varied in zip(pattern(course), pattern(course, key), strict=True)
            for ours, theirs in zip(row, varied, strict=True)
        ]
        assert 5 <= sum(cells) < 36


class TestColours:
    @pytest.mark.parametrize("hue", [0, 195, 300])
    def test_are_those_of_the_stylesheet_in_the_light_scheme(self, hue: int) -> None:
        assert tuple(stated(f".c{number} {{ --c:", hue) for number in range(1, 7)) == tints(hue)

    def test_paper_and_ink_are_those_of_the_stylesheet(self) -> None:
        assert (stated("--paper:", 0), stated("--ink:", 0)) == (PAPER, INK)

    @pytest.mark.parametrize(
        ("oklch", "rgb"),
        [
            ((1, 0, 0), (255, 255, 255)),
            ((0, 0, 0), (0, 0, 0)),
            ((0.627955, 0.257683, 29.2339), (255, 0, 0)),
            ((0.452014, 0.313214, 264.052), (0, 0, 255)),
            ((0.519752, 0.176858, 142.495), (0, 128, 0)),
        ],
    )
    def test_as_css_color_4_has_them(self, oklch: tuple[float, float, float], rgb: Rgb) -> None:
        assert oklch_rgb(*oklch) == rgb


class TestPng:
    @given(st.integers(1, 40), st.integers(1, 40), st.integers(1, 9))
    def test_what_is_written_is_what_is_read(self, width: int, height: int, step: int) -> None:
        numbers = bytes((x * step + y * y * 3 + x * y) % 5 for y in range(height) for x in range(width))
        wheel = [(number * 50, 255 - number * 50, number) for number in range(5)]
        image = picture(indexed_png(Image.frombytes("L", (width, height), numbers), wheel))
        assert pixels(image) == [(*wheel[number], 255) for number in numbers]


class TestIcon:
    @pytest.mark.parametrize("size", [48, 192, 512])
    def test_has_its_size_and_no_ground_in_the_corners(self, size: int) -> None:
        image = picture(icon_png("c", 195, size))
        assert image.size == (size, size)
        found = pixels(image)
        assert [found[at][3] for at in (0, size - 1, size * (size - 1), size * size - 1)] == [0] * 4
        assert found[size // 2][3] == 255

    @pytest.mark.parametrize("course", list("abcdefgh"))
    def test_a_maskable_one_fills_its_square_and_has_its_shape_in_the_safe_circle(self, course: str) -> None:
        found = pixels(picture(icon_png(course, 195, 512, maskable=True)))
        assert {pixel[3] for pixel in found} == {255}
        shape = [divmod(at, 512) for at, pixel in enumerate(found) if pixel != found[0]]
        assert 100 < max(math.hypot(x - 255.5, y - 255.5) for y, x in shape) <= 0.4 * 512

    def test_is_the_same_each_time(self) -> None:
        assert icon_png("c", 195, 192) == icon_png("c", 195, 192)
        assert len({icon_png("c", 195, 192), icon_png("c", 20, 192), icon_png("c", 195, 192, maskable=True)}) == 3

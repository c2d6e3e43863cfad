"""Which picture a page names for those who share a link to it, and what an author may put in its place."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from minicourse.build import check, rendered
from minicourse.render.site import SiteSettings

from .html_page import BASE, ROOT, HtmlPage, files, lesson_pages, pages
from .test_machine_files import json_ld
from .test_size import KIB, weight

LESSON = "---\ntitle: Key roles\n{}---\n\nText.\n"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 12 6"/>'


def size_of(data: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(data)) as image:
        return image.size


def picture(kind: str, size: tuple[int, int]) -> bytes:
    """A picture of this kind and size."""
    made = io.BytesIO()
    Image.new("RGB", size, (200, 120, 40)).save(made, kind)
    return made.getvalue()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A course of one lesson, and pictures that nothing points at."""
    content = tmp_path / "content"
    content.mkdir()
    (content / "course.yml").write_text("title: Leading\n", encoding="utf-8")
    (content / "01-key-roles.md").write_text(LESSON.format(""), encoding="utf-8")
    for name, size in (("large.jpg", (1200, 800)), ("least.png", (600, 315)), ("small.webp", (599, 315))):
        (content / name).write_bytes(picture(name.split(".")[1].replace("jpg", "jpeg"), size))
    (content / "moving.gif").write_bytes(picture("gif", (1200, 630)))
    (content / "a drawing.svg").write_text(DRAWING, encoding="utf-8")
    return tmp_path


def of_course(project: Path, image: str) -> None:
    (project / "content/course.yml").write_text(f"title: Leading\nimage: {image}\n", encoding="utf-8")


def of_lesson(project: Path, image: str) -> None:
    (project / "content/01-key-roles.md").write_text(LESSON.format(f"image: {image}\n"), encoding="utf-8")


def made(project: Path, base: str | None = BASE) -> tuple[dict[str, bytes], HtmlPage, HtmlPage]:
    """The files of a site, its front page and its lesson."""
    _, site = rendered(project, SiteSettings(base))
    home, lesson = (HtmlPage.of(path, site[path]) for path in ("index.html", "key-roles/index.html"))
    return site, home, lesson


def shared(page: HtmlPage) -> str:
    """The file that a page names for those who share it."""
    return (page.meta("og:image") or "").removeprefix(BASE)


def faults(project: Path) -> list[tuple[str, str, int]]:
    return [
        (problem.code, problem.span.path, problem.span.line)
        for problem in check(project).problems
        if problem.code == "unfit-preview"
    ]


class TestOfTheShippedCourse:
    def test_each_page_that_may_be_found_names_a_card(self) -> None:
        for path, page in pages(ROOT, BASE).items():
            if page.meta("robots"):
                assert page.meta("og:image") is None, path
                continue
            address = page.meta("og:image") or ""
            assert address.startswith(f"{BASE}assets/cards/"), path
            assert size_of(files(ROOT, BASE)[address.removeprefix(BASE)]) == (1200, 630)
            assert (page.meta("og:image:width"), page.meta("og:image:height")) == ("1200", "630")
            assert page.meta("twitter:card") == "summary_large_image"

    def test_each_lesson_has_one_of_its_own_and_other_pages_that_of_the_course(self) -> None:
        lessons = lesson_pages(ROOT, BASE)
        assert len({shared(page) for page in lessons}) == len(lessons)
        others = [page for page in pages(ROOT, BASE).values() if page not in lessons and not page.meta("robots")]
        assert len({shared(page) for page in others}) == 1

    def test_each_card_is_named_by_a_page(self) -> None:
        named = {shared(page) for page in pages(ROOT, BASE).values()} - {""}
        assert {path for path in files(ROOT, BASE) if path.startswith("assets/cards/")} == named

    def test_what_a_card_says_is_said_in_words(self) -> None:
        for page in lesson_pages(ROOT, BASE):
            assert page.meta("og:image:alt") == page.meta("og:title")
        assert pages(ROOT, BASE)["glossary/index.html"].meta("og:image:alt") == "Instructional leadership"

    def test_linked_data_names_the_same(self) -> None:
        for page in (pages(ROOT, BASE)["index.html"], *lesson_pages(ROOT, BASE)):
            assert json_ld(page)["image"] == page.meta("og:image")

    def test_cards_are_light_and_so_are_the_pages_that_name_them(self) -> None:
        for path, data in files(ROOT, BASE).items():
            assert not path.startswith("assets/cards/") or len(data) < 25_000, path
        for page in lesson_pages(ROOT, BASE):
            if page.path != "final-test/index.html":
                assert weight(files(ROOT, BASE)[page.path]) <= 14 * KIB, page.path

    def test_without_an_address_there_are_none(self) -> None:
        """A picture beside a link is fetched by its absolute address, or not at all."""
        assert not [path for path in files() if "/cards/" in path]
        for page in pages().values():
            assert page.meta("og:image:width") is None
            assert page.meta("twitter:card") == "summary"
            assert "image" not in json_ld(page)


class TestTheAuthorsOwn:
    def test_picture_of_the_course_is_the_cover_and_is_shared(self, project: Path) -> None:
        of_course(project, "large.jpg")
        site, home, lesson = made(project)
        assert shared(home) == "large.jpg"
        assert (home.meta("og:image:width"), home.meta("og:image:height")) == ("1200", "800")
        (cover,) = [image for image in home.all("img") if image.get("src") == "large.jpg"]
        assert (cover.get("alt"), cover.get("width"), cover.get("height")) == ("", "1200", "800")
        assert home.all("svg", **{"class": "cover"}) == []
        assert "assets/cards/course." not in "".join(site)
        assert shared(lesson).startswith("assets/cards/key-roles.")

    def test_picture_of_a_lesson_is_shared_in_place_of_its_card(self, project: Path) -> None:
        of_lesson(project, "least.png")
        site, home, lesson = made(project)
        assert shared(lesson) == "least.png"
        assert "least.png" in site
        assert shared(home).startswith("assets/cards/course.")
        assert "assets/cards/key-roles." not in "".join(site)

    def test_drawing_is_the_cover_but_a_card_is_shared(self, project: Path) -> None:
        of_course(project, "a drawing.svg")
        site, home, _ = made(project)
        assert "a drawing.svg" in site
        assert [image.get("src") for image in home.all("img")][-1] == "a%20drawing.svg"
        assert shared(home).startswith("assets/cards/course.")
        assert faults(project) == []

    @pytest.mark.parametrize("name", ["small.webp", "moving.gif", "a drawing.svg"])
    def test_picture_that_networks_would_not_show_is_told_and_a_card_is_shared(self, project: Path, name: str) -> None:
        of_lesson(project, name)
        assert faults(project) == [("unfit-preview", "content/01-key-roles.md", 3)]
        assert shared(made(project)[2]).startswith("assets/cards/key-roles.")

    def test_picture_that_is_too_small_is_the_cover_all_the_same(self, project: Path) -> None:
        of_course(project, "small.webp")
        assert faults(project) == [("unfit-preview", "content/course.yml", 2)]
        _, home, _ = made(project)
        assert "small.webp" in [image.get("src") for image in home.all("img")]
        assert shared(home).startswith("assets/cards/course.")

    def test_picture_that_is_too_heavy_is_told(self, project: Path) -> None:
        (project / "content/heavy.png").write_bytes(picture("png", (600, 315)) + bytes(5_000_001))
        of_course(project, "heavy.png")
        assert faults(project) == [("unfit-preview", "content/course.yml", 2)]

    def test_picture_of_a_lesson_is_not_published_where_nobody_could_ask_for_it(self, project: Path) -> None:
        of_lesson(project, "large.jpg")
        assert "large.jpg" not in made(project, None)[0]

    def test_picture_in_a_unit_is_found_from_its_lesson(self, project: Path) -> None:
        unit = project / "content/02-unit"
        (unit / "images").mkdir(parents=True)
        (unit / "01-in.md").write_text(LESSON.format("image: images/in.png\n"), encoding="utf-8")
        (unit / "02-up.md").write_text(LESSON.format("image: ../least.png\n"), encoding="utf-8")
        (unit / "images/in.png").write_bytes(picture("png", (1200, 630)))
        _, site = rendered(project, SiteSettings(BASE))
        images = [shared(HtmlPage.of(path, site[path])) for path in ("unit/in/index.html", "unit/up/index.html")]
        assert images == ["02-unit/images/in.png", "least.png"]


@pytest.mark.parametrize(
    ("language", "locale"), [("en", None), ("pt-BR", "pt_BR"), ("zh-Hans-cn", "zh_CN"), ("sr-Latn", None)]
)
def test_a_language_with_its_country_is_told(project: Path, language: str, locale: str | None) -> None:
    (project / "content/course.yml").write_text(f"title: Leading\nlanguage: {language}\n", encoding="utf-8")
    assert made(project)[1].meta("og:locale") == locale

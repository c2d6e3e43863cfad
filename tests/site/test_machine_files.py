"""What search engines, link previews and language models read."""

from __future__ import annotations

import json
import re
from typing import Any
from xml.etree import ElementTree

from .html_page import BASE, ROOT, HtmlPage, files, goes_out, lesson_pages, pages


def json_ld(page: HtmlPage) -> dict[str, Any]:
    """The schema.org data of a page; empty where there is none."""
    texts = [text for element, text in page.inline if element.get("type") == "application/ld+json"]
    return json.loads(texts[0]) if texts else {}


def published(path: str) -> str:
    """The address of a page where the site is published: folders without their `index.html`."""
    return BASE + path.removesuffix("index.html")


class TestWithAnAddress:
    """The course's `url`, or `--base-url`, is known."""

    def test_each_page_names_its_own(self) -> None:
        for path, page in pages(ROOT, BASE).items():
            links = [link.get("href") for link in page.all("link", rel="canonical")]
            indexed = page.meta("robots") is None
            assert links == ([published(path)] if indexed else []), path
            assert page.meta("og:url") == (published(path) if indexed else None), path

    def test_the_sitemap_lists_the_pages_that_may_be_found(self) -> None:
        root = ElementTree.fromstring(files(ROOT, BASE)["sitemap.xml"])
        name = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
        listed = [place.text for place in root.iter(name)]
        indexed = [path for path, page in pages(ROOT, BASE).items() if page.meta("robots") is None]
        assert sorted(filter(None, listed)) == sorted(map(published, indexed))
        assert len(listed) == len(set(listed))

    def test_linked_data_speaks_of_the_published_pages(self) -> None:
        home = json_ld(pages(ROOT, BASE)["index.html"])
        assert (home["@type"], home["url"]) == ("Course", BASE)
        for page in lesson_pages(ROOT, BASE):
            data = json_ld(page)
            assert (data["@type"], data["url"]) == ("LearningResource", published(page.path))
            assert data["isPartOf"]["@id"] == BASE
            assert [step["item"] for step in data["breadcrumb"]["itemListElement"]] == [BASE, published(page.path)]

    def test_nothing_else_changes(self) -> None:
        """But for the head, and the page for missing ones, a page is the same wherever it is published."""
        for path, page in pages(ROOT, BASE).items():
            if path != "404.html":
                assert page.text.split() == pages()[path].text.split()


class TestWithoutAnAddress:
    """Nothing pretends to know where the site will be."""

    def test_no_page_names_one(self) -> None:
        for page in pages().values():
            assert page.all("link", rel="canonical") == []
            assert page.meta("og:url") is None
            assert page.meta("og:image") is None

    def test_there_is_no_sitemap(self) -> None:
        assert "sitemap.xml" not in files()

    def test_linked_data_says_what_it_can(self) -> None:
        home = json_ld(pages()["index.html"])
        assert home["@context"] == "https://schema.org"
        assert home["name"] == "Instructional leadership"
        assert "url" not in home
        assert all(json_ld(page)["isPartOf"]["name"] == home["name"] for page in lesson_pages())


class TestPreviews:
    def test_each_page_says_what_it_is(self) -> None:
        for page in pages().values():
            assert page.meta("og:title")
            assert page.meta("og:site_name") == "Instructional leadership"
            assert page.meta("og:type") == ("article" if page in lesson_pages() else "website"), page.path

    def test_each_lesson_has_a_description(self) -> None:
        descriptions = [page.meta("description") for page in lesson_pages()]
        assert len(descriptions) == 5
        assert all(descriptions)
        assert len(set(descriptions)) == 5

    def test_print_progress_and_missing_page_stay_out_of_search(self) -> None:
        hidden = [path for path, page in pages().items() if page.meta("robots") == "noindex"]
        assert sorted(hidden) == [
            "404.html",
            *(f"{name}/index.html" for name in ("print", "progress", "verify")),
        ]


class TestTwins:
    """Each lesson also stands in the site as Markdown."""

    def test_the_page_of_a_lesson_points_at_its_own(self) -> None:
        for page in lesson_pages():
            (link,) = page.all("link", rel="alternate")
            assert link.get("type") == "text/markdown"
            assert page.target(link.get("href"))[0] == page.path.replace("index.html", "index.md")

    def test_it_holds_the_lesson(self) -> None:
        for page in lesson_pages():
            twin = files()[page.path.replace("index.html", "index.md")].decode()
            title = json_ld(page)["name"]
            assert twin.startswith(f"# {title}\n")
            assert len(re.findall("(?m)^::: (?:question|flashcards)", twin)) == len(page.all("form"))

    def test_llms_txt_lists_them_all(self) -> None:
        text = files()["llms.txt"].decode()
        assert text.startswith("# Instructional leadership\n\n> ")
        for page in lesson_pages():
            assert f"]({page.path.replace('index.html', 'index.md')})" in text
        assert text.count("\n- [") == len(lesson_pages())

    def test_llms_txt_has_whole_addresses_where_they_are_known(self) -> None:
        text = files(ROOT, BASE)["llms.txt"].decode()
        assert text.count(f"]({BASE}") == text.count("\n- [") == 5

    def test_their_links_lead_to_files_of_the_site(self) -> None:
        for page in lesson_pages():
            for address in re.findall(
                r"\]\(([^)\s]+)\)", files()[page.path.replace("index.html", "index.md")].decode()
            ):
                assert goes_out(address) or page.target(address)[0] in {*files(), page.path}, address

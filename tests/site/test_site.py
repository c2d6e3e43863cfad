"""The pages as files: where their links lead, what they load, and what they let a browser do."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import Counter
from pathlib import Path

import pytest

from .html_page import BASE, ROOT, HtmlPage, files, goes_out, pages

SMALL = ROOT / "tests" / "browser" / "course"
ARABIC = ROOT / "tests" / "browser" / "arabic_course"
PAGES = [pytest.param(page, id=path) for path, page in pages().items()] + [
    pytest.param(page, id=f"{project.name}: {path}")
    for project in (SMALL, ARABIC)
    for path, page in pages(project).items()
]
"""Every page of the shipped course and of the two courses of the browser tests."""

POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; style-src 'self'; img-src 'self' data:; media-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)


def site_of(page: HtmlPage) -> tuple[dict[str, HtmlPage], dict[str, bytes]]:
    """The pages and files of the site that a page belongs to."""
    project = next(project for project in (ROOT, SMALL, ARABIC) if page in pages(project).values())
    return dict(pages(project)), dict(files(project))


class TestLinks:
    @pytest.mark.parametrize("page", PAGES)
    def test_lead_to_a_file_and_a_place_in_it(self, page: HtmlPage) -> None:
        site, made = site_of(page)
        lost = []
        for _, address in page.addresses():
            if goes_out(address):
                continue
            file, fragment = page.target(address)
            if file not in made or (fragment and file in site and fragment not in site[file].ids):
                lost.append(address)
        assert lost == []

    @pytest.mark.parametrize("page", PAGES)
    def test_are_relative_and_stay_in_the_site(self, page: HtmlPage) -> None:
        """So that it works below any path, and from a disk, where a folder has no index."""
        for _, address in page.addresses():
            if not goes_out(address):
                assert not address.startswith("/"), address
                assert address.startswith("#") or not address.partition("#")[0].endswith("/"), address
                assert address.count("../") <= page.path.count("/"), address

    @pytest.mark.parametrize("page", PAGES)
    def test_only_links_go_out(self, page: HtmlPage) -> None:
        """No picture, font, style or script comes from anywhere else."""
        for element, address in page.addresses():
            if goes_out(address):
                assert element.tag == "a", address
                assert address.startswith(("https://", "http://", "mailto:", "tel:")), address

    @pytest.mark.parametrize("page", PAGES)
    def test_tell_what_describes_and_labels_what(self, page: HtmlPage) -> None:
        """Every id that an attribute speaks of is there."""
        for element in page.elements:
            for name in ("for", "aria-describedby", "aria-labelledby", "aria-controls", "popovertarget", "headers"):
                for target in element.get(name).split():
                    assert target in page.ids, f"{name}={target}"

    @pytest.mark.parametrize("page", PAGES)
    def test_find_one_place_for_each_name(self, page: HtmlPage) -> None:
        assert [name for name, count in Counter(page.ids).items() if count > 1] == []

    def test_every_page_can_be_reached_from_the_front(self) -> None:
        reached, to_do = {"index.html"}, ["index.html"]
        while to_do:
            page = pages()[to_do.pop()]
            for element in page.all("a"):
                file, _ = page.target(element.get("href"))
                if not goes_out(element.get("href")) and file in pages() and file not in reached:
                    reached.add(file)
                    to_do.append(file)
        assert reached == set(pages()) - {"404.html"}

    def test_every_file_is_used(self) -> None:
        """Nothing is shipped that no page and no script asks for, but what machines ask for by its name."""
        used = {page.target(address)[0] for page in pages().values() for _, address in page.addresses()}
        while True:
            naming = (path for path in used - {"sw.js"} if path.endswith((".js", ".webmanifest", ".html")))
            named = b"".join(files()[path] for path in naming if path in files()).decode()
            later = {path for path in files() if path.removeprefix("assets/") in named} - used
            if not later:
                break
            used |= later
        assert set(files()) - used - set(pages()) == {".nojekyll", "llms.txt"}

    def test_the_page_for_missing_ones_works_at_any_depth(self) -> None:
        """A server shows it in place of any page, so its addresses begin at the server's root."""
        page = pages(ROOT, BASE)["404.html"]
        for _, address in page.addresses():
            if not address.startswith(("#", "https://")):
                assert address.startswith("/some/where/"), address
                assert page.target(address)[0] in files(ROOT, BASE), address


class TestPolicy:
    @pytest.mark.parametrize("page", PAGES)
    def test_is_the_strictest_that_lets_the_page_work(self, page: HtmlPage) -> None:
        """Nothing but the site's own scripts, styles and pictures; and what may be fetched before, by its hash."""
        data = "".join(text for element, text in page.inline if element.get("type") == "speculationrules")
        digest = base64.b64encode(hashlib.sha256(data.encode()).digest()).decode()
        kept = "; manifest-src 'self'" if page.all("link", rel="manifest") else ""
        policy = POLICY.format(hashes=f" 'sha256-{digest}'" if data else "") + kept
        assert page.meta("Content-Security-Policy") == policy

    @pytest.mark.parametrize("page", PAGES)
    def test_comes_before_all_that_it_governs(self, page: HtmlPage) -> None:
        head = [element for element in page.elements if element.tag in ("meta", "script", "link", "style")]
        assert head[0].get("charset") == "utf-8"
        assert head[1].get("http-equiv") == "Content-Security-Policy"

    @pytest.mark.parametrize("page", PAGES)
    def test_needs_no_exception(self, page: HtmlPage) -> None:
        """No style in the page, no script in the page but data, no handler in an attribute, no foreign frame."""
        assert page.all("style") == []
        for element in page.elements:
            assert element.tag not in ("iframe", "object", "embed", "base"), element
            assert not [name for name in element.attributes if name == "style" or name.startswith("on")], element
            assert not element.get("href").lower().startswith(("javascript:", "data:")), element
        for element, text in page.inline:
            assert element.get("type") in ("application/ld+json", "speculationrules") or not text.strip(), text

    @pytest.mark.parametrize("page", PAGES)
    def test_scripts_are_classic_and_deferred(self, page: HtmlPage) -> None:
        """Modules don't load from a disk; only the script that sets the colours may hold up the first paint."""
        for script in page.all("script"):
            if script.get("src"):
                assert script.get("type") == ""
                assert "defer" in script.attributes or "/theme." in script.get("src")


class TestText:
    @pytest.mark.parametrize("page", PAGES)
    def test_no_template_or_placeholder_is_left_over(self, page: HtmlPage) -> None:
        attributes = " ".join(
            value for element in page.elements for name, value in element.attributes.items() if name != "data-words"
        )
        assert (
            re.findall(r"\{[{%#]?\s*\w+\s*[}%#]?\}|\bNone\b(?! of)|undefined|\bMarkup\(", page.text + attributes) == []
        )

    @pytest.mark.parametrize("page", PAGES)
    def test_language_and_direction_are_told(self, page: HtmlPage) -> None:
        (html,) = page.all("html")
        assert (html.get("lang"), html.get("dir")) in (("en", "ltr"), ("ar", "rtl"))

    def test_every_title_is_its_own(self) -> None:
        titles = [page.meta("og:title") for page in pages().values()]
        assert len(set(titles)) == len(titles)

    def test_pictures_have_a_text_and_a_size(self) -> None:
        for page in pages().values():
            for picture in page.all("img"):
                assert {"alt", "width", "height"} <= picture.attributes.keys(), picture

    def test_words_for_the_scripts_are_whole(self) -> None:
        """Each name that a script says is in the words that the page brings along, or the script itself."""
        for page in pages().values():
            words = json.loads(page.all("body")[0].get("data-words"))
            loaded = [page.target(script.get("src"))[0] for script in page.all("script") if script.get("src")]
            scripts = b"".join(files()[path] for path in loaded).decode()
            said = set(re.findall(r'\bsay\("(\w+)"', scripts))
            own = "".join(re.findall(r"Object\.assign\(minicourse\.words,(\{.+?\})\);", scripts))
            assert said
            assert {name for name in said if f'"{name}":' not in own} <= words.keys(), page.path


@pytest.mark.parametrize(
    ("name", "written"),
    [("a b.svg", "a%20b.svg"), ("100%.svg", "100%25.svg"), ("点.svg", "点.svg"), ("a#b.svg", "a%23b.svg")],
)
def test_names_with_odd_characters_become_addresses(tmp_path: Path, name: str, written: str) -> None:
    """A space, a percent sign, letters of any script, a number sign: in the names of pictures, lessons and units."""
    content = tmp_path / "content"
    unit = content / "02-Über uns"
    unit.mkdir(parents=True)
    (content / "course.yml").write_text("title: Odd\n", encoding="utf-8")
    (content / "01-What? 100 %.md").write_text(f"---\ntitle: Odd\n---\n\n![Dot]({written})\n", encoding="utf-8")
    (unit / "index.md").write_text("---\ntitle: Us\n---\n", encoding="utf-8")
    (unit / "01-日本.md").write_text("---\ntitle: Japan\n---\n\nText.\n", encoding="utf-8")
    (content / name).write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', encoding="utf-8")
    assert name in files(tmp_path)
    for page in pages(tmp_path).values():
        for _, address in page.addresses():
            assert goes_out(address) or page.target(address)[0] in files(tmp_path), address

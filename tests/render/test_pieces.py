"""The small parts of a page: addresses, words, colours, references."""

from __future__ import annotations

import base64
import hashlib
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minicourse.model.course import Reference, Term
from minicourse.problems import Span
from minicourse.read.sanitise import sanitise
from minicourse.render.colour import oklch_hue
from minicourse.render.cover import cover_svg
from minicourse.render.head import json_for_script, policy
from minicourse.render.navigation import window
from minicourse.render.references import reference_html
from minicourse.render.terms import TermLinks
from minicourse.render.urls import Urls
from minicourse.render.words import Words, direction
from minicourse.slugs import Anchors, anchor, file_slug, slug


class TestSlugs:
    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("03-supporting-teachers", (3, "supporting-teachers")),
            ("10_Élève & maître", (10, "eleve-maitre")),
            ("intro", (None, "intro")),
            ("2024-report", (2024, "report")),
            ("01-القيادة", (1, "القيادة")),
            ("CON", (None, "con-")),
            ("---", (None, "")),
        ],
    )
    def test_files(self, name: str, expected: tuple[int | None, str]) -> None:
        assert file_slug(name) == expected

    @given(st.text(max_size=300))
    def test_a_slug_is_its_own_slug(self, name: str) -> None:
        once = slug(name)
        assert slug(once.rstrip("-")).rstrip("-") == once.rstrip("-")
        assert len(once) <= 81
        assert not re.search(r"[\s/\\.#?%]", once)

    def test_anchors_are_those_of_github(self) -> None:
        assert anchor("What we don't know") == "what-we-dont-know"
        assert anchor("The number 1.57") == "the-number-157"

    def test_equal_headings_get_anchors_of_their_own(self) -> None:
        anchors = Anchors({"time"})
        assert [anchors.add(heading) for heading in ("Time", "Time", "?", "Time-1")] == [
            "time-1",
            "time-2",
            "section",
            "time-1-1",
        ]

    @given(st.lists(st.sampled_from(["a", "a-1", "A", "a-1-1", "", "!"]), max_size=30))
    def test_no_two_headings_share_an_anchor(self, headings: list[str]) -> None:
        anchors = Anchors()
        given = [anchors.add(heading) for heading in headings]
        assert len(set(given)) == len(given)


class TestUrls:
    def test_relative(self) -> None:
        urls = Urls(None, {}, {})
        assert urls.to("index.html", "a/b/index.html") == "../../index.html"
        assert urls.to("a/b/index.html", "index.html") == "a/b/index.html"
        assert urls.to("a/é d.pdf", "a/index.html") == "../a/%C3%A9%20d.pdf"

    def test_absolute_addresses_are_clean(self) -> None:
        urls = Urls("https://example.org/course/", {}, {})
        assert urls.absolute("index.html") == "https://example.org/course/"
        assert urls.absolute("a/index.html") == "https://example.org/course/a/"
        assert urls.absolute("llms.txt") == "https://example.org/course/llms.txt"

    def test_the_page_for_missing_ones_is_shown_at_any_depth(self) -> None:
        urls = Urls("https://example.org/course/", {}, {})
        assert urls.to("a/index.html", "404.html") == "/course/a/"
        assert urls.to("assets/style.css", "404.html") == "/course/assets/style.css"


class TestWords:
    words = Words({"minutes": {"one": "{n} minute", "other": "{n} minutes"}, "start": "Start: {title}", "scripts": {}})

    def test_singular_and_plural(self) -> None:
        assert [self.words("minutes", n=n) for n in (0, 1, 2)] == ["0 minutes", "1 minute", "2 minutes"]

    @pytest.mark.parametrize("title", ["{title.__class__}", "{title}", "{n}", "\\1"])
    def test_values_are_text_and_nothing_more(self, title: str) -> None:
        assert self.words("start", title=title, n=3) == f"Start: {title}"

    def test_a_list_is_joined_as_the_language_does(self) -> None:
        joined = {
            language: Words({"by": "{authors}"}, language)("by", authors=("A", "B", "C"))
            for language in ("en", "es", "de", "ja", "zh", "ar")
        }
        assert joined == {
            "en": "A, B, and C",
            "es": "A, B y C",
            "de": "A, B und C",
            "ja": "A、B、C",
            "zh": "A、B和C",
            "ar": "A وB وC",
        }

    @pytest.mark.parametrize(
        ("language", "written"),
        [
            ("en", "November 24, 2026"),
            ("en-GB", "24 November 2026"),
            ("es", "24 de noviembre de 2026"),
            ("de", "24. November 2026"),
            ("ja", "2026年11月24日"),
            ("uk", "24 листопада 2026 р."),
            ("ar", "24 نوفمبر 2026"),
            ("ar-EG", "٢٤ نوفمبر ٢٠٢٦"),
        ],
    )
    def test_dates(self, language: str, written: str) -> None:
        assert Words({}, language).date("2026-11-24").replace("\u202f", " ") == written

    def test_a_number_keeps_its_digits(self) -> None:
        assert [Words({}, "de").number(number) for number in (0.1 + 0.2, 1e-7, 12345.678, -4)] == [
            "0,3",
            "0,0000001",
            "12.345,678",
            "-4",
        ]

    def test_unknown_words_are_a_mistake(self) -> None:
        with pytest.raises(KeyError):
            self.words("strat")

    def test_direction(self) -> None:
        assert [direction(language) for language in ("en", "ar", "ar-EG", "he", "pt-BR")] == [
            "ltr",
            "rtl",
            "rtl",
            "rtl",
            "ltr",
        ]


class TestColour:
    @pytest.mark.parametrize(("colour", "hue"), [("#ff0000", 29), ("#00ff00", 142), ("#0000ff", 264)])
    def test_hues(self, colour: str, hue: int) -> None:
        """As https://www.w3.org/TR/css-color-4/ gives them for these colours."""
        assert oklch_hue(colour) == hue


class TestCover:
    def test_the_same_id_draws_the_same_cover(self) -> None:
        assert cover_svg("a") == cover_svg("a")
        assert cover_svg("a") != cover_svg("b")

    def test_it_has_no_colours_of_its_own(self) -> None:
        assert "fill" not in cover_svg("a")


class TestHead:
    @given(st.dictionaries(st.text(max_size=20), st.text(max_size=60), max_size=5))
    def test_nothing_in_the_data_can_leave_its_element(self, data: dict[str, str]) -> None:
        text = str(json_for_script(data))
        assert not re.search(r"[<>&\u2028\u2029]", text)
        assert json.loads(text) == data

    def test_the_policy_names_the_data_by_its_hash(self) -> None:
        digest = base64.b64encode(hashlib.sha256(b"{}").digest()).decode()
        assert f"script-src 'self' 'sha256-{digest}';" in policy("{}")
        assert "unsafe" not in policy("{}")


@given(st.integers(0, 300), st.integers(0, 299), st.integers(1, 60))
def test_a_window_holds_the_place_and_no_more_than_its_size(length: int, place: int, size: int) -> None:
    items = list(range(length))
    shown = window(items, place, size)
    assert len(shown) == min(length, size)
    assert place >= length or place in shown


class TestSanitise:
    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            ("<script>alert(1)</script>text", "text"),
            ('<img src="a.png" onerror="alert(1)" alt="a">', '<img src="a.png" alt="a" />'),
            ('<a href="javascript:alert(1)">a</a>', "<a>a</a>"),
            ('<a href="&#106;avascript:alert(1)">a</a>', "<a>a</a>"),
            ('<p style="position:fixed">a</p>', "<p>a</p>"),
            ("<form><input name=attributes></form>", ""),
            ("<svg onload=alert(1)><p>a", "<p>a</p>"),
            ("<iframe src=https://example.org></iframe>", ""),
            ("<p>a<br>b<hr>", "<p>a<br />b</p><hr />"),
            ("<b>a", "<b>a</b>"),
            ("a&nbsp;b", "a\u00a0b"),
            ('<a href="02-x.md#a">a</a>', '<a href="02-x.md#a">a</a>'),
            ('<img alt="x > y" src="a.png">', '<img alt="x &gt; y" src="a.png" />'),
        ],
    )
    def test_cases(self, given: str, expected: str) -> None:
        assert sanitise(given) == expected

    @given(st.text(alphabet=st.sampled_from("<>abi/ ='\"&;:!-x"), max_size=80))
    def test_what_is_clean_stays_as_it_is(self, html: str) -> None:
        clean = sanitise(html)
        assert sanitise(clean) == clean


WORDS = Words({"undated": "s.\u00a0f.", "phdthesis": "Tesis doctoral", "mastersthesis": "Tesis de maestría"}, "es")


class TestReferences:
    def reference(self, kind: str = "article", authors: tuple[str, ...] = ("Kraft, Matthew A.",), **fields: str) -> str:
        return str(reference_html(Reference("key", kind, authors, fields, Span("references.bib", 1, 1, 1, 1)), WORDS))

    def test_an_article(self) -> None:
        shown = self.reference(
            authors=("Kraft, Matthew A.", "Blazar, David", "Hogan, Dylan"),
            title="The Effect of Coaching",
            year="2018",
            journal="Review of Educational Research",
            volume="88",
            number="4",
            pages="547--588",
            doi="10.3102/0034654318759268",
        )
        assert shown == (
            "Kraft, M. A., Blazar, D., &amp; Hogan, D. (2018). The Effect of Coaching. "
            "<cite>Review of Educational Research</cite>, <i>88</i>(4), 547–588. "
            '<a href="https://doi.org/10.3102/0034654318759268">doi.org/10.3102/0034654318759268</a>'
        )

    def test_a_book(self) -> None:
        assert self.reference(
            "book", ("Bryk, Anthony S.",), title="Trust in Schools", year="2002", publisher="Sage"
        ) == ("Bryk, A. S. (2002). <cite>Trust in Schools</cite>. Sage.")

    def test_an_institution_is_not_named_twice(self) -> None:
        assert self.reference("techreport", ("TNTP",), title="The Mirage", year="2015", institution="TNTP") == (
            "TNTP (2015). <cite>The Mirage</cite>."
        )

    def test_what_is_said_of_it_is_in_the_course_s_language(self) -> None:
        assert self.reference("phdthesis", ("Ruiz, Ana",), title="On Coaches") == (
            "Ruiz, A. (s.\u00a0f.). <cite>On Coaches</cite> [Tesis doctoral]."
        )

    def test_a_hostile_field(self) -> None:
        shown = self.reference("misc", title="<b>x</b>", url="javascript:alert(1)", year="1")
        assert "<b>" not in shown
        assert "javascript" not in shown


class TestTerms:
    terms = tuple(
        Term(name, slug(name), "", Span("glossary.yml", 1, 1, 1, 1))
        for name in ("coach", "coaching cycle", "R&D", "effect")
    )

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            ("<p>A coach.</p>", "<p>A [coach].</p>"),
            ("<p>A coach and a coach.</p>", "<p>A [coach] and a coach.</p>"),
            ("<p>Coach</p>", "<p>[Coach]</p>"),
            ("<p>coaches</p>", "<p>coaches</p>"),
            ("<p>a coaching cycle</p>", "<p>a [coaching cycle]</p>"),
            ("<h2>coach</h2><p>coach</p>", "<h2>coach</h2><p>[coach]</p>"),
            ('<p><a href="x">coach</a> <code>coach</code></p>', '<p><a href="x">coach</a> <code>coach</code></p>'),
            ('<p title="coach">R&amp;D</p>', '<p title="coach">R&amp;D</p>'),
            ("<p>one &amp; coach</p>", "<p>one &amp; [coach]</p>"),
        ],
    )
    def test_the_first_mention_is_linked(self, given: str, expected: str) -> None:
        linked = TermLinks(self.terms).link(given)
        assert re.sub(r'<a class="term" href="[^"]*">(.*?)</a>', r"[\1]", linked) == expected

    def test_a_term_that_the_author_linked_is_not_linked_again(self) -> None:
        html = '<p><a class="term" href="/glossary.yml#coach">coach</a> coach</p>'
        assert TermLinks(self.terms).link(html) == html

    def test_once_a_lesson(self) -> None:
        links = TermLinks(self.terms)
        assert "<a" in links.link("<p>An effect.</p>")
        assert "<a" not in links.link("<p>An effect.</p>")

    def test_letters_that_fold_unlike(self) -> None:
        """Turkish has a dotted and a dotless i, and the two ways to compare don't agree on them."""
        terms = (Term("ilke", "ilke", "", Span("glossary.yml", 1, 1, 1, 1)),)
        for text in ("<p>İlke</p>", "<p>ılke</p>"):
            assert TermLinks(terms).link(text) == text

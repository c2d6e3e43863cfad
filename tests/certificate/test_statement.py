"""Laws of the code: it belongs to what the certificate states, for any name, and to nothing else.

Node is asked about a handful of statements at once: starting it is what takes time.
"""

from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from .page import ask

SLOWLY = settings(max_examples=15, deadline=None)

Statement = dict[str, Any]

NAMES = st.text(min_size=1, max_size=60)
COUNTS = st.integers(0, 999)
DATES = st.dates().filter(lambda date: date.year >= 1000).map(lambda date: date.isoformat())
STATEMENTS = st.fixed_dictionaries(
    {
        "course": st.text(max_size=40),
        "version": st.text(max_size=20),
        "name": NAMES,
        "date": DATES,
        "minutes": COUNTS,
        "tests": st.lists(st.tuples(st.text(max_size=30), COUNTS).map(list), max_size=3),
        "results": st.lists(st.tuples(st.text(max_size=30), COUNTS, COUNTS).map(list), max_size=16),
    }
)
EXAMPLE: Statement = {
    "course": "talking-about-lessons",
    "version": "1.0",
    "name": "Ana María López",
    "date": "2026-11-24",
    "minutes": 75,
    "tests": [["final-test", 90]],
    "results": [["write-question", 3, 3], ["choose-support", 2, 3]],
}
LINK = "https://example.org/course/verify/#"


def with_names_as_the_page_has_them(statements: list[Statement]) -> list[Statement]:
    """The statements, each with its name as the page takes it; those that no name is left of stay away."""
    names = ask(*(["nameOf", statement["name"]] for statement in statements))
    return [{**statement, "name": name} for statement, name in zip(statements, names, strict=True) if name]


class TestAnyStatement:
    @SLOWLY
    @given(st.lists(STATEMENTS, min_size=1, max_size=20))
    def test_comes_out_of_its_link_as_it_went_in_and_its_code_fits(self, statements: list[Statement]) -> None:
        sound = with_names_as_the_page_has_them(statements)
        sealed = ask(*(["sealed", statement] for statement in sound))
        opened = ask(*(["opened", LINK + one["packed"]] for one in sealed))
        for statement, one, found in zip(sound, sealed, opened, strict=True):
            assert found == {"statement": statement, "code": one["code"], "fits": True}

    @SLOWLY
    @given(st.lists(st.tuples(STATEMENTS, STATEMENTS, st.sampled_from(sorted(EXAMPLE))), min_size=1, max_size=10))
    def test_with_any_one_field_changed_has_another_code(self, cases: list[tuple[Statement, Statement, str]]) -> None:
        changed = [({**one, field: other[field]}, one) for one, other, field in cases if one[field] != other[field]]
        codes = ask(*(["sealed", statement] for pair in changed for statement in pair))
        for after, before in zip(codes[::2], codes[1::2], strict=True):
            assert after["code"] != before["code"]

    @SLOWLY
    @given(st.data())
    def test_whose_link_is_changed_in_one_place_is_found_out(self, data: st.DataObject) -> None:
        """It can't be read any more, or its code doesn't fit; or the change says nothing: the last character of what
        is packed holds bits that belong to no letter, and in the code an O is a 0."""
        packed = ask(["sealed", EXAMPLE])[0]["packed"]
        place = st.integers(0, len(packed) - 1)
        character = st.sampled_from("ABCXYZabcxyz0189-_.")
        links = []
        for where, what in data.draw(st.lists(st.tuples(place, character), min_size=1, max_size=30)):
            links.append(packed[:where] + what + packed[where + 1 :])
        for found in ask(*(["opened", link] for link in links)):
            assert found is None or not found["fits"] or found["statement"] == EXAMPLE

    @SLOWLY
    @given(st.lists(st.text(max_size=300), min_size=1, max_size=30))
    def test_has_the_digest_that_everybody_works_out(self, texts: list[str]) -> None:
        digests = ask(*(["sha256", text] for text in texts))
        assert digests == [hashlib.sha256(text.encode()).hexdigest() for text in texts]

    def test_of_any_length_up_to_three_blocks_has_it_too(self) -> None:
        texts = ["x" * length for length in range(130)]
        assert ask(*(["sha256", text] for text in texts)) == [
            hashlib.sha256(text.encode()).hexdigest() for text in texts
        ]

    @SLOWLY
    @given(st.lists(st.text(max_size=200), min_size=1, max_size=30))
    def test_is_not_made_of_any_text(self, texts: list[str]) -> None:
        """Whatever stands behind the number sign, the page says that it is no certificate."""
        links = [*texts, *(f"{base64.urlsafe_b64encode(text.encode()).decode().rstrip('=')}.ABCD" for text in texts)]
        assert ask(*(["opened", link] for link in links)) == [None] * len(links)


class TestCode:
    def test_can_be_worked_out_without_the_page(self) -> None:
        """As docs/authors/certificates.md says: sixty bits of the SHA-256 of what the link states, in base 32."""
        code, packed = ask(["sealed", EXAMPLE])[0].values()
        text = base64.urlsafe_b64decode(packed.partition(".")[0] + "==")
        bits = int(hashlib.sha256(text).hexdigest()[:15], 16)
        symbols = "".join("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[bits >> 5 * place & 31] for place in reversed(range(12)))
        assert code == f"{symbols[:4]}-{symbols[4:8]}-{symbols[8:]}"
        assert json.loads(text)[1:6] == ["talking-about-lessons", "1.0", "Ana María López", "2026-11-24", 75]

    def test_is_the_same_for_good(self) -> None:
        """A certificate that was printed years ago must still fit: this may not change."""
        assert ask(["sealed", EXAMPLE])[0]["code"] == "VFYS-RN0A-Y7P7"

    def test_may_be_typed_as_it_is_read_from_paper(self) -> None:
        same = [
            ("1A0V-QQ0Z-7XK1", typed)
            for typed in ("1A0V QQ0Z 7XK1", "la0vqq0z7xki", "IAOV-QQOZ-7XKL", " 1a0v-qqoz-7xk1 ")
        ]
        other = [("1A0V-QQ0Z-7XK1", typed) for typed in ("1A0V-QQ0Z-7XK2", "1A0V-QQ0Z", "", "A10V-QQ0Z-7XK1")]
        assert ask(*(["sameCode", *pair] for pair in same)) == [True] * len(same)
        assert ask(*(["sameCode", *pair] for pair in other)) == [False] * len(other)


class TestName:
    def test_may_be_in_any_script(self) -> None:
        names = [
            "Nguyễn Thị Minh Khai",
            "محمد بن سلمان",
            "ひろし 山田",
            "देवी शर्मा",
            "می‌خواهم",
            "👩🏽‍🏫 Ada",
            "O’Brien-Ødegård",
        ]
        assert ask(*(["nameOf", name] for name in names)) == names

    def test_is_one_line_without_what_can_not_be_seen(self) -> None:
        given = [
            "  Ada \n\t Lovelace ",
            "Ada\u202eLovelace",
            "A\x00da",
            "\u200f\u2066Ada\u2069",
            "Ada\u2028Lovelace",
            " \u00a0 ",
            "e\u0301",
            "Jose\u200e\u0301",
            "\u200b\u2060 \u3164",
            "\u200b" * 100 + "A",
        ]
        assert ask(*(["nameOf", name] for name in given)) == [
            "Ada Lovelace",
            "AdaLovelace",
            "Ada",
            "Ada",
            "Ada Lovelace",
            "",
            "é",
            "José",
            "",
            "",
        ]

    def test_has_a_hundred_characters_at_most(self) -> None:
        long, emoji = ask(["nameOf", "x" * 500], ["nameOf", "🎓" * 500])
        assert (len(long), len(emoji)) == (100, 100)

    @SLOWLY
    @given(st.lists(st.text(max_size=120), min_size=1, max_size=30))
    def test_stays_as_it_is_when_it_is_typed_again(self, names: list[str]) -> None:
        once = ask(*(["nameOf", name] for name in names))
        assert ask(*(["nameOf", name] for name in once)) == once

    def test_that_turns_the_direction_of_the_page_is_no_certificate(self) -> None:
        """A link is anybody's: what a page would not have taken, it doesn't show."""
        text = json.dumps([1, "c", "1", "Ada \u202eecalevoL", "2026-11-24", 1, [], []], ensure_ascii=False).encode()
        assert ask(["opened", f"{base64.urlsafe_b64encode(text).decode().rstrip('=')}.ABCD"]) == [None]

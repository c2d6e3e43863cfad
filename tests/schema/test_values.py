"""The kinds of value that settings have."""

from __future__ import annotations

import pytest

from minicourse.schema.values import web_address
from minicourse.schema.yaml import load


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://example.org/course", "https://example.org/course/"),
        ("http://localhost:8000/", "http://localhost:8000/"),
    ],
)
def test_addresses(written: str, read: str) -> None:
    assert web_address(written) == read


@pytest.mark.parametrize(
    "written",
    [
        "example.org",
        "//example.org",
        "javascript:alert(1)",
        "https://",
        "https://example.org/a b",
        'https://example.org/"',
        "https://example.org//evil.example/",
        "https://example.org/\\evil",
        "https://example.org/?a",
        "https://example.org/#a",
        "https://example.org:99999/",
        "https://[x/",
    ],
)
def test_what_is_no_address(written: str) -> None:
    with pytest.raises(ValueError, match="an address"):
        web_address(written)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12", 12),
        ("-3", -3),
        ("012", 12),
        ("1.5", 1.5),
        ("1e3", 1000.0),
        ("true", True),
        ("null", None),
        ("~", None),
        ('"12"', "12"),
        # In YAML 1.1, which most readers speak, these are something else.
        ("no", "no"),
        ("on", "on"),
        ("12:30:45", "12:30:45"),
        ("2026-11-24", "2026-11-24"),
        ("2026-13-45", "2026-13-45"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        (".inf", ".inf"),
        ("1e999", "1e999"),
        ("9" * 5000, "9" * 5000),
    ],
)
def test_scalars_are_those_of_yaml_1_2(written: str, value: object) -> None:
    document = load(f"a: {written}", "course.yml")
    assert document.problems == []
    assert document.data == {"a": value}
    assert type(document.data["a"]) is type(value)


@pytest.mark.parametrize("text", ["- " * 120_000, "? " * 120_000, "[" * 200_000, "{a: " * 60_000, "a: " + "[" * 30_000])
def test_depth_is_bounded_before_anything_follows_it(text: str) -> None:
    """The C library nests its calls as deep as the text says: 120,000 levels end the process."""
    document = load(text, "course.yml")
    assert document.data is None
    assert len(document.problems) == 1


def test_places_count_from_the_first_line_of_the_file() -> None:
    document = load("a: 1\nb:\n  c: x y\n", "content/01.md", first_line=2)
    span = document.values["b", "c"]
    assert (span.line, span.column, span.end_column) == (4, 6, 9)
    assert document.keys["b", "c"].column == 3

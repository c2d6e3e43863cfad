"""Where a value stands is told in the lines that an editor shows."""

from __future__ import annotations

import pytest

from minicourse.problems import Span
from minicourse.schema import yaml


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"])
def test_what_ends_a_line_for_yaml_alone_ends_none(separator: str) -> None:
    read = yaml.load(f'a: "one{separator} two"\né: seven\nlist: [1,\n 2]\n', "f.yml", first_line=2)
    assert read.values[("a",)] == Span("f.yml", 2, 4, 2, 14)
    assert read.values[("é",)] == Span("f.yml", 3, 4, 3, 9)
    assert read.values[("list", 1)] == Span("f.yml", 5, 2, 5, 3)


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"])
@pytest.mark.parametrize(
    ("wrong", "place"),
    [("b: c: d\n", (2, 5)), ("b: *c\n", (2, 4)), ("b: \x0b\n", (2, 4)), ("a: 1\n", (2, 1))],
)
def test_a_mistake_below_it_has_its_line(separator: str, wrong: str, place: tuple[int, int]) -> None:
    (problem,) = yaml.load(f'a: "one{separator} two"\n{wrong}', "f.yml").problems
    assert (problem.span.line, problem.span.column) == place

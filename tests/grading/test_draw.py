"""The questions that a quiz draws from its bank: chance, but the same for the same seed, and fair to the objectives."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from typing import TypedDict

import pytest

from tests.grading.page import ask_page


class Entry(TypedDict, total=False):
    """What the page knows of a question in a bank, when it draws."""

    name: str
    objective: str


def bank_of(*sizes: int, without: int = 0) -> list[Entry]:
    """A bank with so many questions for the first objective, the second and so on, and some `without` any."""
    bank: list[Entry] = []
    for number, size in enumerate(sizes):
        bank += [{"name": f"q{number}-{place}", "objective": f"objective-{number}"} for place in range(size)]
    return bank + [{"name": f"q-{place}"} for place in range(without)]


def draws(*asked: tuple[Sequence[Entry], int, int]) -> list[list[str]]:
    """What the page draws from each bank: so many, with this seed."""
    return ask_page([("drawn", *each) for each in asked])


BANKS = {
    "one objective": bank_of(12),
    "two objectives": bank_of(6, 6),
    "of unlike size": bank_of(1, 2, 9),
    "some without objective": bank_of(4, 4, without=4),
    "without any": bank_of(without=12),
    "an objective each": bank_of(*[1] * 12),
}
SEEDS = [0, 1, 2**31 - 1, 2**31, 2**32 - 1, *random.Random(20261124).sample(range(2**32), 295)]
each_bank = pytest.mark.parametrize("bank", BANKS.values(), ids=BANKS.keys())


@each_bank
class TestDraw:
    def test_as_many_as_asked_and_none_twice(self, bank: list[Entry]) -> None:
        asked = [(bank, length, seed) for length in range(1, 15) for seed in SEEDS[:30]]
        names = {entry["name"] for entry in bank}
        for (_, length, _), drawn in zip(asked, draws(*asked), strict=True):
            assert len(drawn) == len({*drawn}) == min(length, len(bank))
            assert {*drawn} <= names

    def test_the_same_seed_draws_the_same(self, bank: list[Entry]) -> None:
        asked = [(bank, 5, seed) for seed in SEEDS]
        first = draws(*asked)
        assert draws(*reversed(asked)) == [*reversed(first)]
        # Another seed draws something else, as a rule.
        assert len({tuple(drawn) for drawn in first}) > 0.6 * len(SEEDS)

    def test_all_of_them_come_in_the_authors_order(self, bank: list[Entry]) -> None:
        names = [entry["name"] for entry in bank]
        assert draws((bank, len(bank), 1), (bank, len(bank) + 1, 2)) == [names, names]

    @pytest.mark.parametrize("length", [1, 2, 3, 5, 8, 11])
    def test_spread_evenly_over_the_objectives(self, bank: list[Entry], length: int) -> None:
        objective = {entry["name"]: entry.get("objective", "") for entry in bank}
        there = Counter(objective.values())
        for drawn in draws(*[(bank, length, seed) for seed in SEEDS]):
            taken = Counter(objective[name] for name in drawn)
            most = max(taken.values())
            # An objective has as many as any other, or one less; or all that the bank holds.
            assert all(taken[each] in (most, most - 1, there[each]) for each in there), taken

    def test_each_question_has_its_chance(self, bank: list[Entry]) -> None:
        objective = {entry["name"]: entry.get("objective", "") for entry in bank}
        there = Counter(objective.values())
        drawn = Counter(name for names in draws(*[(bank, 3, seed) for seed in SEEDS]) for name in names)
        assert drawn.keys() == objective.keys()
        of_objective = {each: sum(drawn[name] for name in objective if objective[name] == each) for each in there}
        # Among those of an objective nobody is preferred.
        for name, each in objective.items():
            fair = of_objective[each] / there[each]
            assert 0.5 * fair < drawn[name] < 1.6 * fair, (name, drawn)

    def test_each_place_is_open_to_each_question(self, bank: list[Entry]) -> None:
        first = {names[0] for names in draws(*[(bank, len(bank) - 1, seed) for seed in SEEDS])}
        assert first == {entry["name"] for entry in bank}


def test_an_empty_bank_gives_nothing() -> None:
    assert draws(([], 3, 1), (BANKS["one objective"], 0, 1)) == [[], []]


def test_the_order_of_the_bank_is_no_part_of_fairness() -> None:
    """Objectives that come last in the bank aren't drawn less."""
    bank = bank_of(4, 4, 4, 4)
    objective = {entry["name"]: entry["objective"] for entry in bank}
    taken = Counter(objective[name] for (name,) in draws(*[(bank, 1, seed) for seed in SEEDS]))
    assert all(0.6 * len(SEEDS) / 4 < count < 1.4 * len(SEEDS) / 4 for count in taken.values()), taken
    assert len(taken) == 4

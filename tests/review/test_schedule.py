"""When a question is asked again: Leitner's boxes."""

from __future__ import annotations

import datetime
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.review.page import ask, plans

START = datetime.datetime(2026, 3, 2, 10, 0, tzinfo=datetime.UTC)
EPOCH = datetime.date(1970, 1, 1)

Log = list[dict[str, Any]]


def at(day: float) -> str:
    """The time so many days after the start, as the browser writes it."""
    return (START + datetime.timedelta(days=day)).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def answer(day: float, right: bool, place: str = "review", **more: Any) -> dict[str, Any]:
    """An answer so many days after the start; in the lesson where `place` is empty."""
    return {"at": at(day), "correct": right, **({"in": place} if place else {}), **more}


def plan(*log: dict[str, Any], zone: str = "UTC") -> tuple[int, int, bool]:
    """The box, in how many days after the start it is due, and whether it was missed."""
    found = plans(log, zone=zone)[0]
    assert found is not None
    return found["box"], found["due"] - (START.date() - EPOCH).days, found["missed"]


class TestBoxes:
    def test_right_at_once_goes_to_the_second_box(self) -> None:
        assert plan(answer(0, True, "")) == (2, 3, False)

    def test_wrong_is_asked_tomorrow(self) -> None:
        assert plan(answer(0, False, "")) == (1, 1, True)

    def test_each_right_answer_on_its_day_doubles_the_rest(self) -> None:
        days = [0, 3, 10, 26, 61, 96]
        log = [answer(day, True, "review" if day else "") for day in days]
        found = [plan(*log[:length])[:2] for length in range(1, 7)]
        assert found == [(2, 3), (3, 10), (4, 26), (5, 61), (5, 96), (5, 131)]

    def test_a_wrong_one_goes_back_to_the_first(self) -> None:
        assert plan(answer(0, True, ""), answer(3, True), answer(10, False)) == (1, 11, True)

    def test_a_guess_stays_and_rests_anew(self) -> None:
        assert plan(answer(0, True, ""), answer(3, True, sure="1")) == (2, 6, False)
        assert plan(answer(0, True, ""), answer(3, True, sure="2")) == (3, 10, False)

    def test_a_guess_at_first_is_asked_tomorrow(self) -> None:
        assert plan(answer(0, True, "", sure="1")) == (1, 1, False)


class TestWhatCounts:
    def test_only_the_first_try_in_the_lesson(self) -> None:
        """What comes right after a wrong one has just been read."""
        assert plan(answer(0, False, ""), answer(0.001, True, "")) == (1, 1, True)
        assert plan(answer(0, False, ""), answer(5, True, "")) == (1, 1, True)

    def test_a_quiz_counts_as_a_review_does(self) -> None:
        assert plan(answer(0, False, ""), answer(2, True, "final")) == (2, 5, False)
        assert plan(answer(0, True, "final")) == (2, 3, False)

    def test_right_before_its_day_changes_nothing(self) -> None:
        """Five rounds in one evening show that the evening was long."""
        evening = [answer(0.1 + number / 100, True) for number in range(5)]
        assert plan(answer(0, True, ""), *evening) == (2, 3, False)
        assert plan(answer(0, False, ""), *evening) == (1, 1, True)

    def test_wrong_before_its_day_counts(self) -> None:
        assert plan(answer(0, True, ""), answer(1, False)) == (1, 2, True)

    def test_an_answer_that_was_looked_up_does_not_count(self) -> None:
        assert plans([{"at": at(0), "response": ["1"], "settled": True}]) == [None]

    def test_what_is_neither_right_nor_wrong_does_not_count(self) -> None:
        assert plans([{"at": at(0), "correct": None}]) == [None]

    @pytest.mark.parametrize(
        "broken", [{"correct": True}, {"at": "long ago", "correct": True}, {"at": at(0), "correct": "yes"}, {"at": []}]
    )
    def test_what_no_version_wrote_does_not_count(self, broken: dict[str, Any]) -> None:
        assert plans([broken]) == [None]
        assert plan(broken, answer(0, True)) == (2, 3, False)

    def test_a_card_was_known_or_not(self) -> None:
        assert plan({"at": at(0), "card": "2", "knew": "1"}) == (2, 3, False)
        assert plan({"at": at(0), "card": "2", "knew": "0"}) == (1, 1, True)


class TestDays:
    def test_due_from_the_start_of_the_learners_day(self) -> None:
        """Answered at 23:30 in Berlin; it is due on the third day from 0:00, not at 23:30."""
        late = {"at": "2026-03-02T22:30:00.000Z", "correct": True}
        early = {"at": "2026-03-04T23:01:00.000Z", "correct": True, "in": "review"}
        assert plan(late, zone="Europe/Berlin") == (2, 3, False)
        assert plan(late, early, zone="Europe/Berlin") == (3, 10, False)
        assert plan(late, early, zone="UTC") == (2, 3, False), "in London it was still the second day"

    def test_summer_time_takes_no_day(self) -> None:
        before = {"at": "2026-03-27T23:30:00.000Z", "correct": True}  # 28 March there
        early = {"at": "2026-03-30T21:59:00.000Z", "correct": True, "in": "review"}
        later = {"at": "2026-03-30T22:01:00.000Z", "correct": True, "in": "review"}  # 31 March
        assert plan(before, early, zone="Europe/Berlin")[0] == 2
        assert plan(before, later, zone="Europe/Berlin")[0] == 3

    def test_a_day_is_a_date(self) -> None:
        for zone in ("UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Sao_Paulo"):
            found = plans([answer(0, False)], zone=zone)[0]
            assert found is not None
            assert found["due"] in {(START.date() - EPOCH).days + shift for shift in (0, 1, 2)}


ANSWERS = st.builds(
    answer,
    st.integers(0, 240).map(lambda quarter: quarter / 4),
    st.booleans(),
    st.sampled_from(["", "review", "final"]),
)
GUESSED = st.builds(lambda fact, sure: {**fact, **sure}, ANSWERS, st.sampled_from([{}, {"sure": "1"}, {"sure": "3"}]))
LOGS = st.lists(GUESSED, min_size=1, max_size=12)
FEW = settings(max_examples=5, deadline=None)  # each asks Node for many logs at once


class TestLaws:
    @FEW
    @given(st.lists(LOGS, min_size=20, max_size=40), st.randoms(use_true_random=False))
    def test_the_order_of_facts_does_not_matter(self, logs: list[Log], chance: random.Random) -> None:
        shuffled = [chance.sample(log, len(log)) for log in logs]
        assert plans(*logs) == plans(*shuffled)

    @FEW
    @given(st.lists(st.tuples(LOGS, LOGS, LOGS), min_size=10, max_size=20))
    def test_browsers_merged_in_any_order_agree(self, triples: list[tuple[Log, Log, Log]]) -> None:
        """By the merge of the store itself, and again."""

        def merged(*pairs: tuple[Log, Log]) -> list[Log]:
            return [*ask([("merge", one, other) for one, other in pairs])]

        ab = merged(*((a, b) for a, b, _ in triples))
        bc = merged(*((c, b) for _, b, c in triples))
        left = merged(*((both, c) for both, (_, _, c) in zip(ab, triples, strict=True)))
        right = merged(*((both, a) for both, (a, _, _) in zip(bc, triples, strict=True)))
        again = merged(*((both, a) for both, (a, _, _) in zip(left, triples, strict=True)))
        assert plans(*left) == plans(*right) == plans(*again)

    @FEW
    @given(st.lists(st.tuples(LOGS, st.integers(0, 11)), min_size=20, max_size=40))
    def test_a_better_answer_never_means_a_lower_box(self, cases: list[tuple[Log, int]]) -> None:
        """Right for wrong, certain for guessed."""
        logs, better = [], []
        for log, place in cases:
            index = place % len(log)
            raised = {**log[index], "correct": True, "sure": "3"}
            logs.append(log)
            better.append([*log[:index], raised, *log[index + 1 :]])
        for before, after in zip(plans(*logs), plans(*better), strict=True):
            assert before is not None
            assert after is not None
            assert after["box"] >= before["box"]

    @FEW
    @given(st.lists(LOGS, min_size=20, max_size=40))
    def test_a_plan_is_within_its_bounds(self, logs: list[Log]) -> None:
        for log, found in zip(logs, plans(*logs), strict=True):
            assert found is not None
            last = max(datetime.datetime.fromisoformat(fact["at"]).date() for fact in log)
            rest = found["due"] - (last - EPOCH).days
            assert rest <= {1: 1, 2: 3, 3: 7, 4: 16, 5: 35}[found["box"]]
            assert not found["missed"] or found["box"] == 1

    @FEW
    @given(st.lists(LOGS, min_size=20, max_size=40))
    def test_a_log_read_twice_is_the_same_log(self, logs: list[Log]) -> None:
        assert plans(*logs) == plans(*[[*log, *log] for log in logs])


INDEX = [
    ["first", "bank-1.js", [["one", "aim-a"], ["two", "aim-b"], ["pack", "aim-a", 2]]],
    ["second", "bank-2.js", [["three"]]],
]


def planned(questions: dict[str, object]) -> list[dict[str, Any]]:
    """What was answered of what the index lists."""
    return [dict(each) for each in ask([("schedule.plans", INDEX, questions)])[0]]


class TestOfACourse:
    def test_each_question_with_its_lesson_and_objective(self) -> None:
        found = planned({"one": {"answers": [answer(0, True)]}, "three": {"answers": [answer(0, False)]}})
        assert [(each["lesson"], each["script"], each["name"], each["objective"], each["box"]) for each in found] == [
            ("first", "bank-1.js", "one", "aim-a", 2),
            ("second", "bank-2.js", "three", "/second", 1),
        ]

    def test_each_card_of_a_pack(self) -> None:
        facts = [{"at": at(0), "card": "1", "knew": "1"}, {"at": at(0), "card": "2", "knew": "0"}]
        gone = {"at": at(0), "card": "3", "knew": "0"}
        found = planned({"pack": {"answers": [*facts, gone]}})
        assert [(each["card"], each["box"]) for each in found] == [("1", 2), ("2", 1)]

    def test_what_the_course_no_longer_asks_is_left_out(self) -> None:
        assert planned({"gone": {"answers": [answer(0, False)]}}) == []

    @pytest.mark.parametrize("broken", [None, 3, {}, {"answers": None}, {"answers": [None, 3, "x"]}])
    def test_a_record_that_is_broken(self, broken: object) -> None:
        assert planned({"one": broken}) == []


def item(name: str, objective: str, first: bool) -> dict[str, Any]:
    return {"name": name, "card": "", "objective": objective, "first": first}


class TestTheOrderOfASession:
    def order(self, wanted: list[dict[str, Any]], answered: list[dict[str, Any]]) -> list[str]:
        return [each["name"] for each in ask([("schedule.mixed", wanted, answered, "@rank")])[0]]

    def test_the_objective_with_most_wrong_first_answers_leads_each_round(self) -> None:
        strong = [item(f"s{n}", "strong", True) for n in range(3)]
        middling = [item(f"m{n}", "middling", n > 0) for n in range(3)]
        weak = [item(f"w{n}", "weak", False) for n in range(3)]
        everything = [*strong, *middling, *weak]
        assert [name[0] for name in self.order(everything, everything)] == list("wmswmswms")

    def test_what_is_not_due_tells_of_weakness_too(self) -> None:
        wanted = [item("a", "one", True), item("b", "two", True)]
        assert self.order(wanted, [*wanted, item("c", "two", False)]) == ["b", "a"]
        assert self.order(wanted, [*wanted, item("c", "one", False)]) == ["a", "b"]

    def test_every_question_comes_once(self) -> None:
        wanted = [item(f"q{n}", f"o{n % 3}", n % 2 == 0) for n in range(20)]
        assert sorted(self.order(wanted, wanted)) == sorted(each["name"] for each in wanted)

"""What speaks against a question: said where the numbers leave no doubt, and hardly ever by chance."""

from __future__ import annotations

import math
import random
from collections.abc import Callable

import pytest

from minicourse.analysis.attempts import first_answers, scored_questions
from minicourse.analysis.flags import decimal, flagged
from minicourse.analysis.items import analysed
from minicourse.model.course import Course
from minicourse.problems import Problem

from .made import analysis_of, course_of, fact, question

NAMES = [f"q{n:02}" for n in range(20)]
Respond = Callable[[random.Random, float], str]
"""What a learner of some ability takes: a choice from "1", which is right, to "4"."""


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """Twenty questions of four choices, of which the first is right."""
    return course_of(tmp_path_factory.mktemp("course") / "c", *(question(name, choices=4) for name in NAMES))


def sound(difficulty: float) -> Respond:
    """A sound question: who knows more is right more often, nobody less often than by guessing, and all wrong choices
    tempt (a three-parameter logistic model)."""

    def respond(chance: random.Random, ability: float) -> str:
        right = 0.2 + 0.8 / (1 + math.exp(-1.3 * (ability - difficulty)))
        return "1" if chance.random() < right else chance.choice("234")

    return respond


def miskeyed(chance: random.Random, ability: float) -> str:
    """Who knows more takes the second choice."""
    return "2" if chance.random() < 1 / (1 + math.exp(-1.3 * ability)) else chance.choice("134")


def dead(chance: random.Random, ability: float) -> str:
    """Nobody takes the fourth choice."""
    return chance.choice("123") if chance.random() > 1 / (1 + math.exp(-ability)) else "1"


def problems(course: Course, learners: int, seed: int, **odd: Respond) -> list[Problem]:
    """What is said of twenty sound questions, but for those that are odd, answered by so many learners."""
    chance = random.Random(seed)
    ask = {name: odd.get(name, sound(-1.5 + 2 * place / len(NAMES))) for place, name in enumerate(NAMES)}
    given = []
    for _ in range(learners):
        ability = chance.gauss(0, 1)
        given.append({name: [respond(chance, ability)] for name, respond in ask.items()})
    return flagged(analysis_of(course, given))


@pytest.mark.parametrize("learners", [20, 40, 100, 250])
def test_chance_accuses_fewer_than_one_sound_question_in_twenty(course: Course, learners: int) -> None:
    runs = 15
    accused = sum(len({problem.span.line for problem in problems(course, learners, seed)}) for seed in range(runs))
    assert accused / (runs * len(NAMES)) < 0.05


@pytest.mark.parametrize(("learners", "found"), [(60, 0.8), (120, 0.95)])
def test_a_question_with_a_wrong_key_is_found(course: Course, learners: int, found: float) -> None:
    runs = [problems(course, learners, seed, q07=miskeyed) for seed in range(20)]
    hits = [[one for one in run if one.code == "perhaps-miskeyed"] for run in runs]
    assert sum(map(bool, hits)) / len(runs) >= found
    assert {one.help for hit in hits for one in hit} <= {
        "they take `Choice 2 of q07`: is that right, too, or instead?",
        "look at the key, and for a second meaning of the question",
    }


def test_a_choice_that_nobody_takes_is_found_at_its_own_line(course: Course) -> None:
    (found,) = [one for one in problems(course, 120, 1, q07=dead) if one.code == "choice-nobody-takes"]
    asked = scored_questions(course)["q07"]
    assert found.message == "hardly anyone takes `Choice 4 of q07`: 0 of 120"
    assert found.span.line == asked.span.line + 9


CASES = [
    ("too-easy", ["1"] * 60, ["1"] * 60, "100 % (97 to 100 %) of 120"),
    ("too-easy", ["1"] * 30, ["1"] * 30, ""),
    ("too-hard", ["1"] * 8 + ["2"] * 52, ["1"] * 4 + ["2"] * 56, "10 % (6 to 17 %) of 120"),
    ("too-hard", ["1"] * 3 + ["2"] * 12, ["1"] * 3 + ["3"] * 12, ""),
    ("does-not-discriminate", ["1", "2"] * 60, ["1", "2"] * 60, ".00 (−.13 to .13), n = 240"),
    ("does-not-discriminate", ["1", "2"] * 15, ["1", "2"] * 15, ""),
    ("perhaps-miskeyed", ["1"] * 10 + ["2"] * 20, ["1"] * 20 + ["2"] * 10, "−.33 (−.54 to −.09), n = 60"),
    ("perhaps-miskeyed", ["1"] * 14 + ["2"] * 16, ["1"] * 16 + ["2"] * 14, ""),
    # Of being right itself nothing can be said, of one choice something can.
    ("perhaps-miskeyed", ["1"] * 20 + ["2"] * 9 + ["3"], ["1"] * 21 + ["3"] * 9, ".42 (.19 to .61), n = 60"),
    # The strong take all wrong choices alike: the key may be right, and the question have a second meaning.
    (
        "perhaps-miskeyed",
        ["2"] * 8 + ["3"] * 8 + ["4"] * 8 + ["1"] * 6,
        ["1"] * 25 + ["2"] * 5,
        "−.63 (−.76 to −.45), n = 60",
    ),
    ("perhaps-miskeyed", ["2"] * 30, ["1"] * 30, "−1.00 (−1.00 to −1.00), n = 60"),
    # Hard for everybody, easy for everybody, guessed by everybody, answered by few, or tempting for the weak.
    ("perhaps-miskeyed", ["2"] * 27 + ["1"] * 3, ["2"] * 27 + ["1"] * 3, ""),
    ("perhaps-miskeyed", ["1"] * 29 + ["2"], ["1"] * 30, ""),
    ("perhaps-miskeyed", ["1", "2", "3", "4"] * 8, ["4", "3", "2", "1"] * 8, ""),
    ("perhaps-miskeyed", ["2", "2", "1"], ["1", "1", "2"], ""),
    ("perhaps-miskeyed", ["1"] * 20 + ["2"] * 10, ["2"] * 25 + ["1"] * 5, ""),
    ("choice-nobody-takes", ["1"] * 40, ["2"] * 20 + ["3"] * 20, "0 of 80"),
    ("choice-nobody-takes", ["1"] * 20, ["2"] * 10 + ["3"] * 10, ""),
]
"""A rule; what those answer who are right elsewhere, and those who are wrong; and what is said, if anything."""


@pytest.mark.parametrize(("code", "strong", "weak", "said"), CASES)
def test_a_rule_speaks_where_the_whole_interval_does(
    course: Course, code: str, strong: list[str], weak: list[str], said: str
) -> None:
    """The answers to q00 of those who are right in all other questions, and of those who are wrong in all."""
    learners = [
        {"q00": [choice]} | {name: [elsewhere] for name in NAMES[1:7]}
        for answers, elsewhere in ((strong, "1"), (weak, "2"))
        for choice in answers
    ]
    asked = scored_questions(course)["q00"]
    found = [
        problem.message
        for problem in flagged(analysis_of(course, learners))
        if problem.code == code and asked.span.line <= problem.span.line <= asked.last_line
    ]
    assert len(found) == bool(said)
    assert not said or found[0].endswith(f" {said}")


def test_certain_and_wrong(course: Course) -> None:
    facts = [[fact("q00", ["3"], sure="3")]] * 20 + [[fact("q00", ["1"], sure="3")]] * 5
    found = flagged(analysed(course, first_answers(scored_questions(course), facts), 25))
    assert [(one.code, one.message, one.help) for one in found] == [
        (
            "confident-and-wrong",
            "most of those who are certain are wrong: 80 % (61 to 91 %) of 25",
            "most of them took `Choice 3 of q00`, a misconception perhaps: "
            "take it up in the lesson, and in the feedback",
        )
    ]


def test_correlations_are_written_as_statistics_are() -> None:
    numbers = (0.314, -0.05, 0, -0.001, 1.0, -1.0)
    assert [decimal(number) for number in numbers] == [".31", "−.05", ".00", ".00", "1.00", "−1.00"]

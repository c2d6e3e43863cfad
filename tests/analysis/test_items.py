"""What first attempts say of questions and objectives."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from minicourse.analysis.attempts import first_answers, scored_questions
from minicourse.analysis.items import Analysis, Item, analysed, rest_scores
from minicourse.model.course import Course

from .made import analysis_of, answered, course_of, fact, question
from .test_attempts import KINDS

NAMES = [f"q{n}" for n in range(6)]


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return course_of(tmp_path, *(question(name) for name in NAMES), KINDS)


def item(analysis: Analysis, name: str) -> Item:
    return next(item for item in analysis.items if item.question.name == name)


class TestRestScore:
    def test_where_all_is_answered_it_is_the_classic_sum_up_to_a_factor_and_a_constant(self, course: Course) -> None:
        chance = random.Random(1)
        learners = [{name: [chance.choice("123")] for name in NAMES} for _ in range(30)]
        given = answered(course, learners)
        rests = rest_scores(given)["q0"]
        sums = {n: sum(learner[name] == ["1"] for name in NAMES[1:]) for n, learner in enumerate(learners)}
        steps = {(sums[n] - sums[0]) / 5 - (rests[n] - rests[0]) for n in rests}
        assert max(map(abs, steps)) < 1e-9

    def test_whoever_met_easy_questions_only_seems_no_better(self, course: Course) -> None:
        """Everyone has q1 to q4 right and q5 and the rest wrong: so nobody is above or below others."""
        easy = {name: ["1"] for name in ("q1", "q2", "q3", "q4")}
        learners = [easy | {"q0": ["1"]}, easy | {"q0": ["1"], "q5": ["2"]}]
        assert rest_scores(answered(course, learners))["q0"] == {0: 0, 1: 0}

    def test_of_fewer_than_four_other_questions_there_is_none(self, course: Course) -> None:
        three = {name: ["1"] for name in NAMES[:4]}
        four = {name: ["1"] for name in NAMES[:5]}
        assert rest_scores(answered(course, [three, four]))["q0"].keys() == {1}


def test_choices_are_counted_with_how_their_takers_did_elsewhere(course: Course) -> None:
    strong = {name: ["1"] for name in NAMES}
    weak = {name: ["2"] for name in NAMES} | {"q0": ["3"]}
    found = item(analysis_of(course, [strong] * 20 + [weak] * 20), "q0")
    assert [(choice.count, choice.rest) for choice in found.choices] == [(20, 0.5), (0, None), (20, -0.5)]
    assert found.discrimination
    assert found.discrimination.value == pytest.approx(1)
    assert found.choices[2].discrimination
    assert found.choices[2].discrimination.value == pytest.approx(-1)
    assert found.choices[1].discrimination is None


def test_parts_are_counted_each(course: Course) -> None:
    found = item(analysis_of(course, [{"filled": ["2", "go"], "order": ["1", "3", "2"]}] * 20), "filled")
    assert [(part.label, part.share and part.share.value) for part in found.parts] == [("gap 1", 1), ("gap 2", 0)]
    assert found.difficulty
    assert found.difficulty.value == 0.5
    assert found.partial
    steps = item(analysis_of(course, [{"order": ["1", "3", "2"]}] * 20), "order").parts
    assert [(part.label, part.share and part.share.value) for part in steps] == [("Mix", 1), ("Fold", 0), ("Bake", 0)]


def test_a_wrong_text_is_shown_when_several_wrote_it(course: Course) -> None:
    texts = ["180"] * 4 + ["Hot"] * 2 + ["hot."] * 2 + ["ask Ann Example"] * 2 + ["240"] * 12
    found = item(analysis_of(course, [{"heat": [text]} for text in texts]), "heat")
    assert found.wrong_texts == (("180", 4), ("HOT", 4))


def test_confidence_is_that_of_those_who_were_certain(course: Course) -> None:
    answers = [(["2"], "3")] * 15 + [(["3"], "3")] * 3 + [(["1"], "3")] * 4 + [(["1"], "2")] * 20 + [(["1"], "")] * 5
    facts = [[fact("q0", response, sure=sure)] for response, sure in answers]
    found = item(analysed(course, first_answers(scored_questions(course), facts), len(facts)), "q0").confidence
    assert found
    assert found.wrong
    assert (found.count, found.wrong.value, found.wrong.n) == (22, 18 / 22, 22)
    assert found.favourite
    assert found.favourite.text == "Choice 2 of q0"


def test_an_objective_is_the_mean_over_learners_whatever_each_was_asked(course: Course) -> None:
    much = {name: ["1"] for name in NAMES}
    found = analysis_of(course, [much] * 10 + [{"q0": ["2"]}] * 10)
    (objective,) = found.objectives
    assert (objective.name, objective.questions, objective.learners) == ("bake", 6, 20)
    assert objective.mean
    assert objective.mean.value == 0.5


def test_nineteen_say_nothing(course: Course) -> None:
    found = analysis_of(course, [{name: ["2"] for name in NAMES} | {"heat": ["180"], "filled": ["", "x"]}] * 19)
    for one in found.items:
        assert (one.difficulty, one.discrimination, one.choices, one.parts, one.wrong_texts) == (None, None, (), (), ())
    assert [objective.mean for objective in found.objectives] == [None]

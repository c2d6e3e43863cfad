"""The outcome of an analysis as JSON can hold it."""

from __future__ import annotations

from minicourse.analysis import Outcome
from minicourse.analysis.items import ChoiceItem, Confidence, Item, ObjectiveItem
from minicourse.analysis.measures import Estimate
from minicourse.problems.json import as_data as problem_as_data
from minicourse.problems.text import shown


def as_data(outcome: Outcome) -> dict[str, object]:
    """All of it. An estimate is null where fewer than 20 learners stand behind it. Nothing names a learner."""
    learners, analysis = outcome.learners, outcome.analysis
    return {
        "files": {
            "given": outcome.files,
            "refused": [{"name": shown(refused.name), "reason": refused.reason} for refused in outcome.refused],
            "repeated": learners.repeated,
            "overlapping": learners.overlapping,
            "empty": learners.empty,
        },
        "learners": analysis.learners,
        "since": outcome.since or None,
        "answers_to_unknown_questions": outcome.unknown,
        "questions": [_item(item) for item in analysis.items],
        "objectives": [_objective(one) for one in analysis.objectives],
        "problems": [problem_as_data(problem) for problem in outcome.problems],
    }


def _item(item: Item) -> dict[str, object]:
    question, answers = item.question, item.answers
    return {
        "name": question.name,
        "kind": question.kind,
        "path": question.span.path,
        "line": question.span.line,
        "n": item.n,
        "difficulty": _estimate(item.difficulty),
        "discrimination": _estimate(item.discrimination),
        "choices": [_choice(choice) for choice in item.choices],
        "parts": [{"label": part.label, "right": _estimate(part.share)} for part in item.parts],
        "wrong_texts": [{"text": text, "count": count} for text, count in item.wrong_texts],
        "confidence": _confidence(item.confidence),
        "left_out": {
            "left_open": answers.left_open,
            "looked_first": answers.looked,
            "no_longer_fitting": answers.unfit,
        },
        "graded_otherwise_then": answers.regraded,
    }


def _choice(choice: ChoiceItem) -> dict[str, object]:
    return {
        "text": choice.option.text,
        "right": choice.option.right,
        "count": choice.count,
        "share": _estimate(choice.share),
        "mean_rest_score": choice.rest,
        "discrimination": _estimate(choice.discrimination),
    }


def _confidence(confidence: Confidence | None) -> dict[str, object] | None:
    if confidence is None:
        return None
    favourite = confidence.favourite if confidence.wrong else None
    return {
        "certain": confidence.count,
        "wrong": _estimate(confidence.wrong),
        "most_frequent_wrong_choice": favourite.text if favourite else None,
    }


def _objective(one: ObjectiveItem) -> dict[str, object]:
    return {
        "name": one.name,
        "text": one.text,
        "questions": one.questions,
        "n": one.learners,
        "mean": _estimate(one.mean),
    }


def _estimate(estimate: Estimate | None) -> dict[str, object] | None:
    if estimate is None:
        return None
    return {"value": estimate.value, "low": estimate.low, "high": estimate.high, "n": estimate.n}

"""What objectives say: can anyone see it done, is it one thing, and does all of the course ask for more than recall?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minicourse.check.context import Context, Rule, Worded
from minicourse.check.languages import Pack
from minicourse.check.languages.pack import plain_words
from minicourse.model.lesson import Objective
from minicourse.model.questions import Choice, Hotspot, Multiple, Question, Short
from minicourse.problems import Problem

LEAST = 4
"""Below so many objectives a course has no pattern."""
LOW = ("remember", "understand")
HIGH = ("evaluate", "create")

_SHOWN = re.compile("<(?:code|img|math|pre)")
"""Something to be read and understood before a question can be answered."""


def _new(context: Context) -> Iterator[list[Objective]]:
    """The objectives that each lesson promises first; what it only takes up again is another's."""
    known: set[str] = set()
    for lesson in context.course.lessons:
        new = [objective for objective in lesson.objectives if objective.name not in known]
        known.update(objective.name for objective in new)
        yield new


def level_of(objective: Objective, pack: Pack) -> str | None:
    """The level of an objective's verb, in Bloom's revised taxonomy, where the verb is known."""
    words = plain_words(pack.predicate(objective.text))
    return pack.levels.get(words[0]) if words else None


def objectives_can_be_seen_done(context: Context, pack: Pack) -> Iterator[Problem]:
    """unmeasurable-objective, objective-with-two-verbs."""
    for objective in (one for new in _new(context) for one in new):
        text = pack.predicate(objective.text)
        vague = pack.unmeasurable.search(text)
        if vague:
            message = f"nobody can see a learner `{vague.group().lower()}`"
            help = "say what she does when she can: choose, explain, judge, plan …"
            yield Problem("unmeasurable-objective", message, objective.span, help=help)
        second = pack.and_another.search(text)
        if second:
            message = f"this objective asks for a second thing: `{second.group(1).lower()}`"
            help = "make two of it, or keep the one that matters"
            yield Problem("objective-with-two-verbs", message, objective.span, help=help)


def objectives_are_few(context: Context) -> Iterator[Problem]:
    """many-objectives."""
    most = context.limit("many-objectives")
    for new in _new(context):
        if len(new) > most:
            message = f"this lesson promises {len(new)} things"
            help = f"keep {most:g} or fewer, or make two lessons of it"
            yield Problem("many-objectives", message, new[0].span, help=help)


def objectives_ask_for_more_than_recall(context: Context, pack: Pack) -> Iterator[Problem]:
    """objectives-all-recall."""
    listed = [objective for new in _new(context) for objective in new]
    if len(listed) >= LEAST and all(level_of(objective, pack) in LOW for objective in listed):
        message = f"all {len(listed)} objectives of this course ask to recall or explain"
        help = "what shall learners do with it? Let one objective at least choose, solve, judge or plan something"
        yield Problem("objectives-all-recall", message, listed[0].span, help=help)


def questions_reach_their_objective(context: Context, pack: Pack) -> Iterator[Problem]:
    """level-above-questions: what is judged or made, and asked for by choices of two only."""
    asking: dict[str | None, list[Question]] = {}
    for question in context.questions:
        if question.scored:
            asking.setdefault(question.objective, []).append(question)
    for objective in (one for new in _new(context) for one in new):
        asked = asking.get(objective.name, [])
        level = level_of(objective, pack)
        if asked and level in HIGH and all(_is_coin(question) for question in asked):
            message = f"`{objective.name}` asks to {level}, and its questions can be answered by tossing a coin"
            help = "ask for it with a situation and three choices, an open question or a scenario"
            yield Problem("level-above-questions", message, objective.span, help=help)


def courses_ask_why(context: Context, pack: Pack) -> Iterator[Problem]:
    """no-question-asks-why: all scored questions of a course are to be answered by naming something."""
    scored = [question for question in context.questions if question.scored]
    least = context.limit("no-question-asks-why")
    if len(scored) < least or not all(_names_something(one, pack) for one in context.questions):
        return
    message = f"none of the {len(scored)} questions of this course asks why, which is best, or what to do"
    help = "put learners into a situation and let them decide, or ask for a reason"
    yield Problem("no-question-asks-why", message, scored[0].span, help=help)


def _names_something(question: Question, pack: Pack) -> bool:
    """Is it a question with words to choose or to type, about no case, picture or code, that asks for no reason?"""
    if isinstance(question, Multiple | Hotspot) or not isinstance(question, Choice | Short):
        return False
    shown = f"{question.scenario_html}{_SHOWN.search(question.stem_html) or ''}"
    return not shown and question.level in (None, *LOW) and not pack.asks_why.search(question.stem)


def _is_coin(question: Question) -> bool:
    """Is it a question of two choices, of which one is right?"""
    return isinstance(question, Choice) and not isinstance(question, Multiple) and len(question.options) == 2


RULES: tuple[Rule, ...] = (
    Worded(
        objectives_can_be_seen_done,
        {"unmeasurable-objective": ("unmeasurable",), "objective-with-two-verbs": ("and_another",)},
    ),
    objectives_are_few,
    Worded(objectives_ask_for_more_than_recall, {"objectives-all-recall": ("levels",)}),
    Worded(questions_reach_their_objective, {"level-above-questions": ("levels",)}),
    Worded(courses_ask_why, {"no-question-asks-why": ("asks_why",)}),
)

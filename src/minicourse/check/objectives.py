"""What is promised is taught and tested."""

from __future__ import annotations

from collections.abc import Iterator

from minicourse.check.context import Context, Rule
from minicourse.model.lesson import Objective
from minicourse.model.questions import Survey
from minicourse.problems import Problem, Span


def lessons_have_objectives(context: Context) -> Iterator[Problem]:
    """lesson-without-objective."""
    for lesson in context.course.lessons:
        if not lesson.objectives and f"content/{lesson.path}" not in context.unread:
            help = "say in its front matter what a learner will be able to do: `objectives:`"
            yield Problem("lesson-without-objective", "this lesson has no objective", lesson.span, help=help)


def names_are_unique(context: Context) -> Iterator[Problem]:
    """duplicate-objective: a lesson may take up an objective of the course, or another lesson's, in the same words."""
    first: dict[str, Objective] = {}
    listed = [*context.course.objectives, *(o for lesson in context.course.lessons for o in lesson.objectives)]
    for objective in listed:
        known = first.setdefault(objective.name, objective)
        if known.text != objective.text:
            message = f"`{objective.name}` already means something else"
            help = f"it stands at {known.span.path}:{known.span.line}; name this one otherwise, or use the same words"
            yield Problem("duplicate-objective", message, objective.span, help=help)


def questions_assess_objectives(context: Context) -> Iterator[Problem]:
    """unknown-objective, question-without-objective."""
    names = context.objectives
    headers_are_known = not any(path.endswith((".md", "course.yml")) for path in context.unread)
    for path, body in context.bodies.items():
        for question in body.questions:
            if question.objective is None:
                misread = (question.span.path, question.span.line) in context.misread
                owes_one = question.numbered and not isinstance(question, Survey) and not misread
                if owes_one and names and f"content/{path}" not in context.unread:
                    help = "add `objective=…` to its braces"
                    message = "this question assesses no objective"
                    yield Problem("question-without-objective", message, question.span, help=help)
            elif question.objective not in names and headers_are_known:
                help = context.did_you_mean(question.objective, names, "add it to the lesson's front matter")
                message = f"there is no objective `{question.objective}`"
                yield Problem("unknown-objective", message, question.objective_span or question.span, help=help)


def objectives_are_assessed(context: Context) -> Iterator[Problem]:
    """objective-never-assessed."""
    if context.unread or _somebody_asks_for_another(context):
        return
    assessed = {question.objective for question in context.questions}
    seen: set[str] = set()
    for lesson in context.course.lessons:
        for objective in lesson.objectives:
            if objective.name not in assessed | seen:
                seen.add(objective.name)
                yield _never_assessed(objective.name, objective.span)


def course_objectives_are_taken_up(context: Context) -> Iterator[Problem]:
    """course-objective-unused: only where others of the course's objectives are taken up by their names. Many courses
    promise on their first page, in other words, what their lessons promise in pieces."""
    if context.unread or _somebody_asks_for_another(context):
        return
    taken = {question.objective for question in context.questions}
    taken |= {objective.name for lesson in context.course.lessons for objective in lesson.objectives}
    unused = [objective for objective in context.course.objectives if objective.name not in taken]
    if len(unused) < len(context.course.objectives):
        for objective in unused:
            message = f"no lesson and no question takes up `{objective.name}`, as they do others of the course"
            help = "repeat it, in the same words, in the front matter of a lesson that works on it"
            yield Problem("course-objective-unused", message, objective.span, help=help)


def objectives_are_practised(context: Context) -> Iterator[Problem]:
    """objective-only-tested: each question for it is in a quiz with a pass mark. Where nothing else in a course is
    practised either, its learners practise elsewhere."""
    if context.unread or _somebody_asks_for_another(context):
        return
    tested, practised = set[str | None](), set[str | None]()
    for body in context.bodies.values():
        practised.update(activity.objective for activity in body.activities)
        for quiz in body.quizzes:
            asked = {question.objective for question in quiz.questions if question.scored}
            (practised if quiz.pass_mark is None else tested).update(asked)
    if practised.isdisjoint(context.objectives):
        return
    for name, objective in context.objectives.items():
        if name in tested - practised:
            message = f"`{name}` is asked for where it counts, and nowhere before"
            help = f"let learners try it in a lesson first: a question with `objective={name}` in the text"
            yield Problem("objective-only-tested", message, objective.span, help=help)


def _somebody_asks_for_another(context: Context) -> bool:
    """Does a question name an objective that isn't there? It may be any of those that seem to be left out: one mistake
    makes one problem."""
    asked = {question.objective for question in context.questions}
    return not asked <= {None, *context.objectives}


def _never_assessed(name: str, span: Span) -> Problem:
    help = f"ask something with `objective={name}`"
    return Problem("objective-never-assessed", f"no question assesses `{name}`", span, help=help)


RULES: tuple[Rule, ...] = (
    lessons_have_objectives,
    names_are_unique,
    questions_assess_objectives,
    objectives_are_assessed,
    course_objectives_are_taken_up,
    objectives_are_practised,
)

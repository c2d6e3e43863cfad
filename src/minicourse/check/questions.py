"""Questions have a name of their own, a key, feedback, and choices that differ."""

from __future__ import annotations

from collections.abc import Iterator

from minicourse.check.context import Context, Rule
from minicourse.model.questions import Choice, Multiple, Question
from minicourse.model.questions.answers import folded
from minicourse.model.quiz import Quiz
from minicourse.problems import Problem, Span


def names_are_unique(context: Context) -> Iterator[Problem]:
    """duplicate-question."""
    first: dict[str, Question | Quiz] = {}
    for body in context.bodies.values():
        listed: list[Question | Quiz] = [*body.questions, *body.quizzes]
        for named in sorted(listed, key=lambda named: named.span):
            if named.name and first.setdefault(named.name, named) is not named:
                span = first[named.name].span
                message = f"a second question or quiz `{named.name}`"
                help = f"the first is at {span.path}:{span.line}; give this one a name of its own"
                if span == named.span:
                    message = f"`{named.name}` is included twice, and its answers could not be told apart"
                    help = f"it stands in {_included_in(span, context)}: leave it in one place, or write one for each"
                yield Problem("duplicate-question", message, named.span, help=help)


def _included_in(span: Span, context: Context) -> str:
    """The texts that include what stands at this place, in words."""
    file = span.path.removeprefix("content/")
    texts = [f"`{path}`" for path, body in context.bodies.items() if file in body.fragments]
    return " and ".join(texts) if len(texts) > 1 else f"{texts[0]} twice"


def questions_stand_in_lessons(context: Context) -> Iterator[Problem]:
    """misplaced-question: the pages of the course and of a unit, and the glossary, ask nothing."""
    lessons = {lesson.path for lesson in context.course.lessons}
    for path, body in context.bodies.items():
        outside: list[Question | Quiz] = [*body.activities, *body.quizzes] if path not in lessons else []
        for asked in outside:
            what = "a quiz" if isinstance(asked, Quiz) else "a question"
            help = "move it into a lesson"
            yield Problem("misplaced-question", f"{what} outside a lesson", asked.span, help=help)


def choices_make_a_question(context: Context) -> Iterator[Problem]:
    """question-with-one-choice, question-without-key, all-choices-right, equal-choices."""
    for question in context.questions:
        if isinstance(question, Choice):
            yield from _key(question)
            yield from _equal(question)


def answers_are_explained(context: Context) -> Iterator[Problem]:
    """choice-without-feedback, question-without-explanation."""
    for question in context.questions:
        if isinstance(question, Choice):
            if not question.key:
                continue  # it may be a survey, or a self-check
            for option in question.options:
                if not option.feedback_html:
                    help = "write a line `  > …` below it: why it is right, or what it misses"
                    yield Problem("choice-without-feedback", "this choice explains nothing", option.span, help=help)
        if question.scored and not question.explanation_html:
            help = "end the question with `> …`: why the right answer is right"
            message = "this question explains nothing"
            yield Problem("question-without-explanation", message, question.span, help=help)


def quizzes_have_a_bank(context: Context) -> Iterator[Problem]:
    """quiz-without-questions, quiz-draws-too-many: where the bank is more than the quiz's own questions."""
    if context.unread:
        return
    for lesson in context.course.lessons:
        for quiz in lesson.body.quizzes:
            size = len(context.course.bank(quiz, lesson))
            if quiz.source == "unit" and not any(lesson in unit.lessons for unit in context.course.units):
                help = "draw `from=course`, or put the lesson into a folder with others"
                yield Problem("attribute-value", "`from=unit`, and this lesson is in no unit", quiz.span, help=help)
            elif quiz.source != "own" and not size:
                message = f"there is no question in the {quiz.source} to draw from"
                help = "write questions, or draw `from=course`"
                yield Problem("quiz-without-questions", message, quiz.span, help=help)
            elif quiz.source != "own" and quiz.draw and quiz.draw > size:
                message = f"{quiz.draw} questions are drawn from a bank of {size}"
                yield Problem("quiz-draws-too-many", message, quiz.span, help="draw fewer, or add questions")


def _key(question: Choice) -> Iterator[Problem]:
    options = question.options
    if not options:
        return
    span = options[0].span
    right = sum(option.right for option in options)
    if len(options) == 1:
        help = "add another `- [ ]`"
        yield Problem("question-with-one-choice", "this question has only one choice", span, help=help)
    elif not right:
        help = "mark the right one with `- [x]`; or say `kind=survey`; or put a model answer, `> …`, above a self-check"
        label = f"none of its {len(options)} choices is marked"
        yield Problem("question-without-key", "this question has no right answer", span, label, help)
    elif right == len(options):
        label = f"all {right} choices are marked" if isinstance(question, Multiple) else ""
        help = "add a choice that is wrong"
        yield Problem("all-choices-right", "every choice of this question is right", span, label, help)


def _equal(question: Choice) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for option in question.options:
        text = folded(option.text) or option.html
        if text and text in seen:
            help = "make them differ, or remove one"
            message = f"the same choice as in line {seen[text]}"
            yield Problem("equal-choices", message, option.span, help=help)
        seen.setdefault(text, option.span.line)


RULES: tuple[Rule, ...] = (
    names_are_unique,
    questions_stand_in_lessons,
    choices_make_a_question,
    answers_are_explained,
    quizzes_have_a_bank,
)

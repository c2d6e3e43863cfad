"""The certificate asks for what a learner can do."""

from __future__ import annotations

from collections.abc import Iterator

from minicourse.check.context import Context, Rule
from minicourse.model.quiz import Quiz
from minicourse.problems import Problem


def named_quizzes_can_be_passed(context: Context) -> Iterator[Problem]:
    """unknown-quiz, quiz-without-pass-mark."""
    certificate = context.course.certificate
    if certificate is None or context.unread:
        return
    listed = [quiz for body in context.bodies.values() for quiz in body.quizzes]
    quizzes = {quiz.name: quiz for quiz in listed}
    misread = {quiz.name for quiz in listed if (quiz.span.path, quiz.span.line) in context.misread}
    for mention in certificate.quizzes or ():
        quiz = quizzes.get(mention.name)
        if misread and (quiz is None or quiz.name in misread):
            continue  # its name or its pass mark may be what could not be read
        if quiz is None:
            help = context.did_you_mean(mention.name, quizzes, _others(quizzes))
            yield Problem("unknown-quiz", f"there is no quiz `{mention.name}`", mention.span, help=help)
        elif quiz.pass_mark is None:
            help = f"give it one at {quiz.span.path}:{quiz.span.line}: `{{#{quiz.name} pass=80}}`"
            message = f"the quiz `{quiz.name}` has no pass mark"
            yield Problem("quiz-without-pass-mark", message, mention.span, help=help)


def certificate_takes_something(context: Context) -> Iterator[Problem]:
    """certificate-for-nothing."""
    course = context.course
    if course.certificate is None or course.certificate.complete or course.certificate.quizzes or context.unread:
        return
    if not course.certified_quizzes():
        help = "name a quiz with a pass mark, `pass: [final-test]`, or ask for all lessons, `complete: true`"
        message = "everybody has this certificate from the start"
        yield Problem("certificate-for-nothing", message, course.certificate.span, help=help)


def tests_can_be_tried_again(context: Context) -> Iterator[Problem]:
    """certificate-can-be-lost."""
    for _, quiz in context.course.certified_quizzes():
        if quiz.attempts is not None:
            tries = "once" if quiz.attempts == 1 else f"{quiz.attempts} times"
            message = f"`{quiz.name}` may be taken {tries}; who has not passed by then never gets the certificate"
            help = "leave `attempts` out; or set this rule aside, if it is meant so"
            yield Problem("certificate-can-be-lost", message, quiz.span, help=help)


def _others(quizzes: dict[str, Quiz]) -> str:
    passable = [f"`{name}`" for name, quiz in quizzes.items() if quiz.pass_mark is not None][:5]
    if not passable:
        return "write one with a pass mark, `:::: quiz {#final-test pass=80}`, or leave `pass` out"
    return f"the quizzes with a pass mark: {', '.join(passable)}"


RULES: tuple[Rule, ...] = (named_quizzes_can_be_passed, certificate_takes_something, tests_can_be_tried_again)

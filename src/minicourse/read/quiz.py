"""A `:::: quiz` block: a heading, an introduction, and questions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markdown_it.token import Token

from minicourse.model.questions import Question
from minicourse.model.quiz import Quiz
from minicourse.problems import Problem, Span
from minicourse.read.markdown import Rendering
from minicourse.read.mentions import plain_text
from minicourse.read.questions.parts import blocks
from minicourse.read.source import Source
from minicourse.read.syntax.block import ACTIVITIES


def read_quiz(
    tokens: Sequence[Token], fields: dict[str, Any], questions: Sequence[Question], source: Source, rendering: Rendering
) -> tuple[Quiz, list[Problem]]:
    """The quiz out of its container's tokens and the questions that were read in it."""
    span: Span = fields["span"]
    problems: list[Problem] = []
    title, before = "", list[Token]()
    asked = 0
    for block in blocks(tokens[1:-1]):
        if block[-1].meta.get("name") == "question":
            asked += 1
        elif block[-1].meta.get("name") in ACTIVITIES:
            continue  # said where it opens
        elif asked:
            at = source.line((block[0].map or [0])[0])
            help = "move it above the first question, or into a question"
            problems.append(Problem("misplaced-text", "text between the questions of a quiz", at, help=help))
        elif block[0].type == "heading_open" and not title:
            title = plain_text(block[1].children or [])
            if before:
                at = source.line((block[0].map or [0])[0])
                help = "move it to the top of the quiz, above the introduction"
                problems.append(Problem("misplaced-text", "the heading of a quiz stands below its text", at, help=help))
        else:
            before += block
    own = fields.get("source", "own") == "own"
    if not asked and own:
        help = "put `::: question` blocks into it; or draw from others’: `{from=unit draw=10}`"
        problems.append(Problem("quiz-without-questions", "there is no question in this quiz", span, help=help))
    if fields.get("pass_mark") and questions and not any(question.scored for question in questions) and own:
        help = "add a question that has a right answer, or remove `pass=`"
        problems.append(Problem("quiz-without-questions", "nothing in this quiz is scored", span, help=help))
    draw = fields.get("draw")
    if not own and "source" in fields and not draw:
        help = "say how many: `draw=10`"
        message = f"a quiz out of all questions of the {fields['source']}"
        problems.append(Problem("quiz-without-draw", message, span, help=help))
    if asked and draw and draw > asked and own:
        message = f"{draw} questions are drawn from a bank of {asked}"
        problems.append(Problem("quiz-draws-too-many", message, span, help="draw fewer, or add questions"))
    html = rendering.html(before) if before else ""
    return Quiz(**fields, title=title, intro_html=html, questions=tuple(questions)), problems

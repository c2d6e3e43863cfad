"""The kinds of question."""

from minicourse.model.questions.choice import Choice, Multiple, Option
from minicourse.model.questions.question import Grade, Question

__all__ = ["Choice", "Grade", "Multiple", "Option", "Question"]

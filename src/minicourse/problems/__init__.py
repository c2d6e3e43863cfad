"""What is wrong, where, and how to mend it."""

from minicourse.problems.problem import Edit, Problem, Severity, blocked, counted, sort
from minicourse.problems.span import Span

__all__ = ["Edit", "Problem", "Severity", "Span", "blocked", "counted", "sort"]

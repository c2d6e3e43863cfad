"""Grading has one truth: the same answers are worth the same in Python and in the page."""

"""Whole small courses, and what must come of them."""

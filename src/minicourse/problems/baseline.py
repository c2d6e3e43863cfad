"""A baseline: the problems that a course had when its author began to check it, so that only new ones are shown."""

from __future__ import annotations

import json
from collections.abc import Iterable

from minicourse.problems.fingerprint import fingerprints
from minicourse.problems.problem import Problem
from minicourse.problems.text import SourceLine

FORMAT, VERSION = "minicourse-baseline", 1


class BadBaseline(Exception):
    """This is no baseline; the message is for the author."""


def format_baseline(problems: Iterable[Problem], source_line: SourceLine) -> str:
    """A file that remembers these warnings and pieces of advice; errors always count, so they are left out."""
    listed = list(problems)
    known = [
        {"code": problem.code, "path": problem.span.path, "fingerprint": fingerprint}
        for problem, fingerprint in zip(listed, fingerprints(listed, source_line), strict=True)
        if problem.severity != "error"
    ]
    known.sort(key=lambda one: (one["path"], one["code"], one["fingerprint"]))
    return json.dumps({"format": FORMAT, "version": VERSION, "problems": known}, ensure_ascii=False, indent=1) + "\n"


def is_baseline(text: str) -> bool:
    """Has some version of minicourse written this as a baseline?"""
    try:
        return bool(json.loads(text)["format"] == FORMAT)
    except (ValueError, KeyError, TypeError, RecursionError):
        return False


def read_baseline(text: str) -> frozenset[str]:
    """The fingerprints of a baseline's problems. Raises `BadBaseline`."""
    try:
        data = json.loads(text)
        if data["format"] != FORMAT:
            raise BadBaseline("it is no baseline")
        if data["version"] != VERSION:
            raise BadBaseline("another version of minicourse has written it")
        return frozenset(str(one["fingerprint"]) for one in data["problems"])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise BadBaseline("it is no baseline") from None


def new_since(
    baseline: frozenset[str], problems: Iterable[Problem], source_line: SourceLine
) -> tuple[list[Problem], int]:
    """The problems that are not in a baseline, errors among them, and how many of the baseline's are gone."""
    listed = list(problems)
    marks = list(fingerprints(listed, source_line))
    new = [p for p, mark in zip(listed, marks, strict=True) if p.severity == "error" or mark not in baseline]
    return new, len(baseline.difference(marks))

"""A rule: what stands behind a problem's code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Limit:
    """The number by which a rule decides, unless `limits` in `course.yml` sets another."""

    number: float
    of: str
    """What is counted: `words without a question`."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What stands behind a problem's code."""

    code: str
    severity: Literal["error", "warning", "advice"]
    """An error stops a build, a warning stops it under `--strict`, advice never does."""
    title: str
    """What the rule asks for, in one line."""
    why: str
    """The reason, in plain words."""
    bad: str
    """A smallest example that breaks it."""
    good: str
    """The same, mended."""
    source: str = ""
    """Where the rule comes from; empty where it is ours."""
    limit: Limit | None = None
    """From which number on it speaks, where that is a matter of degree."""

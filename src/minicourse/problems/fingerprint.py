"""What a problem is known by when lines are added above it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from minicourse.problems.problem import Problem
from minicourse.problems.text import SourceLine


def fingerprints(problems: Iterable[Problem], source_line: SourceLine) -> Iterator[str]:
    """A fingerprint for each problem, in order: 16 hexadecimal digits out of the rule, the file, the text of its line
    and the message; where these are the same twice, the second has another.

    The line's number is no part of it, and no number in the message is: "9 of 12 questions" becomes "10 of 13" when
    another lesson is written.
    """
    seen: Counter[str] = Counter()
    for problem in problems:
        line = source_line(problem.span.path, problem.span.line) or ""
        message = re.sub(r"\d+", "#", problem.message)
        told = "\0".join([problem.code, problem.span.path, " ".join(line.split()), message])
        seen[told] += 1
        yield hashlib.blake2b(f"{told}\0{seen[told]}".encode(), digest_size=8).hexdigest()

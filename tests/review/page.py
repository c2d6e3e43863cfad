"""The scripts of the review in Node, minified as a learner gets them: what is pure in them needs no browser."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypedDict

from minicourse.render.assets import Bundle
from minicourse.render.theme import Theme, builtin_templates

RUNNER = Path(__file__).parent / "page.js"


class Fact(TypedDict, total=False):
    """What the browser keeps of an answer."""

    at: str
    correct: bool | None
    sure: str
    card: str
    knew: str
    response: list[str]


class Plan(TypedDict):
    """Where a question stands."""

    box: int
    due: int
    missed: bool
    first: bool


def ask(calls: Sequence[Sequence[object]], zone: str = "UTC") -> list[Any]:
    """What the functions of `minicourse` give, where the clock shows the time of `zone`."""
    node = shutil.which("node")
    assert node, "the schedule needs Node.js: tests/tools/install"
    scripts = ("review/schedule", "review/calendar", "transfer")
    script = Theme((builtin_templates(),), "en").files(Bundle("review", scripts))[0][1].decode()
    given = json.dumps({"scripts": [script], "calls": calls})
    done = subprocess.run(
        [node, str(RUNNER)],
        input=given,
        env={**os.environ, "TZ": zone},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    answers: list[Any] = json.loads(done.stdout)
    return answers


def plans(*logs: Sequence[object], zone: str = "UTC") -> list[Plan | None]:
    """Where a question stands after each of these logs."""
    return ask([("schedule.plan", log) for log in logs], zone)

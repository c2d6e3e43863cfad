"""The scripts of a page in Node, minified as a learner gets them: what is pure in them needs no browser."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from minicourse.render.assets import QUESTION_SCRIPTS, QUIZ, Bundle
from minicourse.render.theme import Theme, builtin_templates

RUNNER = Path(__file__).parent / "page.js"


def ask_page(calls: Sequence[Sequence[object]], parts: tuple[str, ...] = QUESTION_SCRIPTS) -> list[Any]:
    """What the functions of `minicourse` in the page give; a call is a function's name and what to call it with.

    The page has these `parts` of the script for questions, and that for quizzes.
    """
    node = shutil.which("node")
    assert node, "grading in the page needs Node.js: tests/tools/install"
    theme = Theme((builtin_templates(),), "en")
    scripts = [theme.files(bundle)[0][1].decode() for bundle in (Bundle("questions", parts), QUIZ)]
    given = json.dumps({"scripts": scripts, "calls": calls}, allow_nan=False)
    done = subprocess.run([node, str(RUNNER)], input=given, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    answers: list[Any] = json.loads(done.stdout)
    return answers

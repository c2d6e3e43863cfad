"""The pure parts of the certificate's scripts in Node, minified as a learner gets them."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from typing import Any

from minicourse.render.assets import CERTIFICATE, EARNED
from minicourse.render.theme import Theme, builtin_templates
from tests.grading.page import RUNNER


def ask(*calls: Sequence[object]) -> list[Any]:
    """What these functions of `minicourse` give; a call is a function's name and what to call it with."""
    node = shutil.which("node")
    assert node, "the scripts of the page need Node.js: tests/tools/install"
    theme = Theme((builtin_templates(),), "en")
    scripts = [data.decode() for bundle in (EARNED, CERTIFICATE) for path, data in theme.files(bundle) if "js" in path]
    given = json.dumps({"scripts": scripts, "calls": calls}, allow_nan=False)
    done = subprocess.run([node, str(RUNNER)], input=given, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    answers: list[Any] = json.loads(done.stdout)
    return answers

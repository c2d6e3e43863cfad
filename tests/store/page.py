"""The scripts of the store as a learner gets them: what is pure in them needs no browser."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from minicourse.render.assets import LAZY, OBJECTIVES, Bundle
from minicourse.render.theme import Theme, builtin_templates

RUNNER = Path(__file__).parent / "page.js"
TRANSFER = next(bundle for bundle in LAZY if bundle.name == "transfer")


@cache
def _page() -> subprocess.Popen[str]:
    """A page that answers as long as the tests run: laws ask it hundreds of times. It ends with its input."""
    node = shutil.which("node")
    assert node, "the page's scripts need Node.js: tests/tools/install"
    process = subprocess.Popen([node, str(RUNNER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    theme = Theme((builtin_templates(),), "en")
    bundles = (TRANSFER, Bundle("portable", ("portable",)), Bundle("objectives", OBJECTIVES.scripts))
    _tell(process, [data.decode() for bundle in bundles for _, data in theme.files(bundle)])
    return process


def _tell(process: subprocess.Popen[str], value: object) -> None:
    assert process.stdin
    process.stdin.write(json.dumps(value, allow_nan=False) + "\n")
    process.stdin.flush()


def ask_store(*calls: Sequence[object]) -> list[Any]:
    """What the functions of the store give; a call is a function's name and what to call it with."""
    process = _page()
    _tell(process, calls)
    assert process.stdout
    answer = json.loads(process.stdout.readline())
    assert "error" not in answer, answer
    found: list[Any] = answer["given"]
    return found


def merged(*pairs: tuple[Any, Any]) -> list[Any]:
    """Each pair put together."""
    return ask_store(*(("merge", mine, theirs) for mine, theirs in pairs))


def refusal(*call: object) -> str:
    """Why the page refuses something: the name of its words."""
    process = _page()
    _tell(process, [call])
    assert process.stdout
    return str(json.loads(process.stdout.readline())["reason"])

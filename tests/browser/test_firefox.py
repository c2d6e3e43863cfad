"""The learner's way in Firefox too."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from .conftest import HERE, built
from .server import served


def firefox() -> str:
    """The Firefox of this machine."""
    found = os.environ.get("FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")
    assert found, "no Firefox; tests/tools/install brings one"
    return found


def test_a_learners_way_in_firefox(tmp_path: Path) -> None:
    with served(built(HERE / "certificate_course", tmp_path / "site")) as address:
        done = subprocess.run(
            ["node", HERE / "firefox.mjs", firefox(), address], capture_output=True, text=True, check=False, timeout=240
        )
    assert done.returncode == 0, done.stdout + done.stderr

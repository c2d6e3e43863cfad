"""The wheel, installed alone in an empty environment, starts and builds a course."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path | None = None) -> str:
    """Run a command; its output, or a failure that shows it."""
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this commit."""
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", folder, ROOT)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_theme_font_and_starter_and_nothing_of_the_repository(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "minicourse/templates/lesson.html" in names
    assert "minicourse/templates/assets/css/tokens.css" in names
    assert {"minicourse/render/fonts/literata-bold.ttf", "minicourse/render/fonts/literata-bold.LICENSE"} <= names
    assert "minicourse/authoring/starter/.github/workflows/pages.yml" in names
    assert not [name for name in names if name.startswith(("tests", "content", "site", "docs"))]


def test_the_wheel_alone_builds_a_course(wheel: Path, tmp_path: Path) -> None:
    python = tmp_path / "venv/bin/python"
    run(sys.executable, "-m", "venv", tmp_path / "venv")
    run(python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "-r", ROOT / "requirements/site.txt")
    run(python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-deps", wheel)
    minicourse = tmp_path / "venv/bin/minicourse"
    run(minicourse, "new", "course", cwd=tmp_path)
    run(minicourse, "build", "course", "--strict", "--base-url", "https://example.org/", cwd=tmp_path)
    assert (tmp_path / "course/site/first-lesson/index.html").is_file()
    assert list(tmp_path.glob("course/site/assets/cards/first-lesson.*.png")), "drawn with the font in the wheel"
    assert "site-packages" in run(python, "-c", "import minicourse; print(minicourse.__file__)", cwd=tmp_path)

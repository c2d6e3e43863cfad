"""The site's folder is the old site or the new one, and never anything between."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from minicourse.publish.folder import MARKER, Staging, UnsafeOutput


def write(project: Path, files: dict[str, str], output: Path | None = None) -> None:
    with Staging(output or project / "site", project) as staging:
        for path, text in files.items():
            staging.add(path, text.encode())
        staging.publish()


def read(folder: Path) -> dict[str, str]:
    """All files of a folder but the marker."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != MARKER)
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files}


def beside(project: Path) -> list[str]:
    return sorted(path.name for path in project.iterdir())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    return tmp_path


def test_a_first_site(project: Path) -> None:
    write(project, {"index.html": "home", "a/index.html": "a"})
    assert read(project / "site") == {"index.html": "home", "a/index.html": "a"}
    assert beside(project) == ["content", "site"]


def test_what_is_gone_from_the_course_is_gone_from_the_site(project: Path) -> None:
    write(project, {"index.html": "home", "a/index.html": "a"})
    write(project, {"index.html": "home"})
    assert read(project / "site") == {"index.html": "home"}
    assert not (project / "site" / "a").exists()


def test_an_unchanged_file_stays_the_very_file_it_was(project: Path) -> None:
    write(project, {"index.html": "home", "a.html": "old"})
    before = (project / "site/index.html").stat()
    write(project, {"index.html": "home", "a.html": "new"})
    after = (project / "site/index.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert read(project / "site")["a.html"] == "new"


def test_a_build_without_changes_leaves_the_folder_alone(project: Path) -> None:
    write(project, {"index.html": "home"})
    before = (project / "site").stat().st_ino
    with Staging(project / "site", project) as staging:
        staging.add("index.html", b"home")
        done = staging.publish()
    assert (done.files, done.changed, done.removed) == (1, 0, 0)
    assert (project / "site").stat().st_ino == before


def _fail_half_way(staging: Staging) -> None:
    staging.add("index.html", b"new")
    raise RuntimeError


def test_a_failed_build_leaves_the_old_site(project: Path) -> None:
    write(project, {"index.html": "old"})
    staging = Staging(project / "site", project)
    with pytest.raises(RuntimeError), staging:
        _fail_half_way(staging)
    assert read(project / "site") == {"index.html": "old"}
    assert beside(project) == ["content", "site"]


def test_a_build_that_never_publishes_leaves_the_old_site(project: Path) -> None:
    write(project, {"index.html": "old"})
    with Staging(project / "site", project) as staging:
        staging.add("index.html", b"new")
    assert read(project / "site") == {"index.html": "old"}


KILLED = """
    import os, signal, sys
    from pathlib import Path
    from minicourse.publish import folder
    project = Path(sys.argv[1])
    step = sys.argv[2]

    def die(*args, **options):
        os.kill(os.getpid(), signal.SIGKILL)

    if step == "swap":
        folder._swap = die
    if step == "cleaning":
        folder.shutil.rmtree = die
    if step == "aside":
        folder._exchange = lambda *args: False
        rename = Path.rename
        Path.rename = lambda self, target: (rename(self, target), ".old-" in str(target) and die())
    with folder.Staging(project / "site", project) as staging:
        staging.add("index.html", b"new")
        if step == "writing":
            die()
        staging.publish()
"""


@pytest.mark.parametrize(("step", "left"), [("writing", "old"), ("swap", "old"), ("cleaning", "new"), ("aside", None)])
def test_a_killed_build(project: Path, step: str, left: str | None) -> None:
    """Killed at any step, the site is whole (where folders can't be exchanged in one step: away for a moment),
    and the next build puts all in order."""
    write(project, {"index.html": "old"})
    killed = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(KILLED), str(project), step], check=False, timeout=60
    )
    assert killed.returncode == -signal.SIGKILL
    if left is None:
        assert not (project / "site").exists()
    else:
        assert read(project / "site") == {"index.html": left}
    write(project, {"index.html": "newest"})
    assert read(project / "site") == {"index.html": "newest"}
    assert beside(project) == ["content", "site"]


def test_an_old_site_that_was_moved_aside_comes_back(project: Path) -> None:
    write(project, {"index.html": "old"})
    (project / "site").rename(project / ".site.old-1")
    with Staging(project / "site", project):
        assert read(project / "site") == {"index.html": "old"}


def test_where_folders_can_not_be_exchanged(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minicourse.publish.folder._exchange", lambda first, second: False)
    write(project, {"index.html": "old", "gone.html": "gone"})
    write(project, {"index.html": "new"})
    assert read(project / "site") == {"index.html": "new"}
    assert beside(project) == ["content", "site"]


def test_a_folder_that_can_not_be_renamed_is_updated_in_place(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mounted folder, for instance."""
    write(project, {"index.html": "old", "gone.html": "gone"})
    rename = Path.rename

    def busy(self: Path, target: Path) -> Path:
        if self.name == "site":
            raise OSError(16, "Device or resource busy")
        return rename(self, target)

    monkeypatch.setattr("minicourse.publish.folder._exchange", lambda first, second: False)
    monkeypatch.setattr(Path, "rename", busy)
    write(project, {"index.html": "new", "a/b.html": "b"})
    assert read(project / "site") == {"index.html": "new", "a/b.html": "b"}


class TestRefuses:
    """Folders that hold something else than a site."""

    def refused(self, output: Path, project: Path) -> str:
        with pytest.raises(UnsafeOutput) as caught:
            write(project, {"index.html": "new"}, output)
        return str(caught.value)

    def test_the_project(self, project: Path) -> None:
        assert "holds other things than a site" in self.refused(project, project)

    def test_a_folder_around_the_project(self, project: Path) -> None:
        assert "holds other things than a site" in self.refused(project.parent, project)

    def test_the_root(self, project: Path) -> None:
        assert "holds other things than a site" in self.refused(Path("/"), project)

    def test_home(
        self, project: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        home = tmp_path_factory.mktemp("home")
        monkeypatch.setenv("HOME", str(home))
        assert "holds other things than a site" in self.refused(home, project)

    def test_the_content(self, project: Path) -> None:
        assert "lies in `content/`" in self.refused(project / "content" / "site", project)

    def test_a_file(self, project: Path) -> None:
        (project / "site").write_text("precious")
        assert "is a file" in self.refused(project / "site", project)
        assert (project / "site").read_text() == "precious"

    def test_a_link(self, project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
        elsewhere = tmp_path_factory.mktemp("elsewhere")
        (project / "site").symlink_to(elsewhere)
        assert "is a link" in self.refused(project / "site", project)
        assert list(elsewhere.iterdir()) == []

    def test_a_folder_of_someone_else(self, project: Path) -> None:
        (project / "site").mkdir()
        (project / "site/thesis.doc").write_text("precious")
        assert "was not made by minicourse" in self.refused(project / "site", project)
        assert read(project / "site") == {"thesis.doc": "precious"}

    def test_a_site_with_a_file_that_no_build_wrote(self, project: Path) -> None:
        write(project, {"index.html": "old"})
        (project / "site/notes.txt").write_text("precious")
        assert "`notes.txt`" in self.refused(project / "site", project)
        assert read(project / "site") == {"index.html": "old", "notes.txt": "precious"}

    def test_but_not_what_a_desktop_leaves_behind(self, project: Path) -> None:
        write(project, {"index.html": "old"})
        (project / "site/.DS_Store").write_text("")
        write(project, {"index.html": "new"})
        assert read(project / "site") == {"index.html": "new"}

    def test_an_empty_folder_is_fine(self, project: Path) -> None:
        (project / "site").mkdir()
        write(project, {"index.html": "new"})
        assert read(project / "site") == {"index.html": "new"}


def test_two_builds_at_once_do_not_mix(project: Path) -> None:
    code = textwrap.dedent("""
        import sys
        from pathlib import Path
        from minicourse.publish.folder import Staging
        project, name = Path(sys.argv[1]), sys.argv[2]
        for round in range(20):
            with Staging(project / "site", project) as staging:
                for number in range(20):
                    staging.add(f"{number}.html", f"{name} {round}".encode())
                staging.publish()
    """)
    builds = [subprocess.Popen([sys.executable, "-c", code, str(project), name]) for name in "ab"]
    assert [build.wait(timeout=120) for build in builds] == [0, 0]
    assert len(set(read(project / "site").values())) == 1
    assert beside(project) == ["content", "site"]


def test_readers_see_one_site_or_the_other(project: Path) -> None:
    """While a site is swapped many times, whoever has its folder open never sees two builds mixed."""
    if not sys.platform.startswith("linux"):
        return
    write(project, {"a": "0", "b": "0"})
    code = textwrap.dedent("""
        import sys
        from pathlib import Path
        from minicourse.publish.folder import Staging
        project = Path(sys.argv[1])
        for round in range(200):
            with Staging(project / "site", project) as staging:
                staging.add("a", str(round).encode())
                staging.add("b", str(round).encode())
                staging.publish()
    """)
    builder = subprocess.Popen([sys.executable, "-c", code, str(project)])
    reads = 0
    while builder.poll() is None:
        folder = os.open(project / "site", os.O_RDONLY)
        try:
            seen = {_read_at(folder, name) for name in ("a", "b")}
        finally:
            os.close(folder)
        if None not in seen:
            assert len(seen) == 1
            reads += 1
    assert builder.returncode == 0
    assert reads


def _read_at(folder: int, name: str) -> bytes | None:
    """A file of an open folder; none once that folder has been cleared away."""
    try:
        descriptor = os.open(name, os.O_RDONLY, dir_fd=folder)
    except FileNotFoundError:
        return None
    with open(descriptor, "rb") as file:
        return file.read()

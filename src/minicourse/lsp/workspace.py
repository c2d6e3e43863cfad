"""What an editor has open: texts, and the projects that they belong to."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pygls.uris import from_fs_path, to_fs_path

from minicourse.build import Result, check_project
from minicourse.lsp.positions import lines_of
from minicourse.project import Project, UnreadableProject
from minicourse.read.remembered import RememberedLessons


@dataclass(frozen=True, slots=True)
class OpenText:
    """A text in the editor."""

    uri: str
    """Its address, spelt as the editor spells it."""
    version: int | None
    text: str


@dataclass(slots=True, eq=False)
class OpenProject:
    """A project of which the editor has something open."""

    folder: Path
    """The folder that holds `content/`, as the editor names it: links in it are not followed."""
    drafts: bool = False
    """Are drafts read as well?"""
    result: Result | None = None
    """What came of looking at it last; none before that is done for the first time."""
    shown: dict[str, object] = field(default_factory=dict)
    """What was last told of each file of which something was told, by its path."""
    remembered: RememberedLessons = field(default_factory=RememberedLessons)

    def look(self, unsaved: Mapping[str, str]) -> Result:
        """Read and check it, with texts in place of their files. Raises `UnreadableProject`, and what a disk raises."""
        return check_project(Project.at(self.folder, unsaved), self.drafts, self.remembered)

    def path_of(self, file: Path) -> str | None:
        """The path of a file of the project, relative to its folder, with `/`; none for others."""
        return file.relative_to(self.folder).as_posix() if file.is_relative_to(self.folder) else None


@dataclass(slots=True)
class Workspace:
    """All that is open."""

    drafts: bool = False
    texts: dict[Path, OpenText] = field(default_factory=dict)
    """By their files."""
    projects: dict[Path, OpenProject] = field(default_factory=dict)
    """By their folders."""

    def project_of(self, file: Path) -> OpenProject | None:
        """The project of the nearest folder above a file that holds `content/course.yml`; or one that is known
        already, whose `course.yml` is gone."""
        for folder in file.parents:
            if folder in self.projects or (folder / "content" / "course.yml").is_file():
                return self.project_in(folder)
        return None

    def project_in(self, folder: Path) -> OpenProject:
        """The project in this folder."""
        return self.projects.setdefault(folder, OpenProject(folder, self.drafts))

    def texts_of(self, project: OpenProject) -> Iterator[tuple[str, OpenText]]:
        """The texts that belong to a project, by their paths in it."""
        for file, text in self.texts.items():
            path = project.path_of(file)
            if path and self.project_of(file) is project:
                yield path, text

    def unsaved(self, project: OpenProject) -> dict[str, str]:
        """The same as plain texts."""
        return {path: open_text.text for path, open_text in self.texts_of(project)}

    def uri_of(self, project: OpenProject, path: str) -> str:
        """The address of a file of a project: the editor's own, if it has it open."""
        file = project.folder / path
        open_text = self.texts.get(file)
        return open_text.uri if open_text else from_fs_path(str(file)) or file.as_uri()

    def version_of(self, project: OpenProject, path: str) -> int | None:
        """The version of a text that is open."""
        open_text = self.texts.get(project.folder / path)
        return open_text.version if open_text else None

    def lines(self, project: OpenProject, path: str) -> list[str]:
        """The lines of a file of a project as they are now; none where it can't be read."""
        try:
            text = Project.at(project.folder, self.unsaved(project)).read_text(path)
        except UnreadableProject:
            return []
        return lines_of(text) if isinstance(text, str) else []


def file_of(uri: str) -> Path | None:
    """The file at an address; none for other addresses, such as `untitled:` and those of version control."""
    try:
        path = to_fs_path(uri)
    except ValueError:
        return None
    return Path(os.path.abspath(path)) if path and "\0" not in path else None

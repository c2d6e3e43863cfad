"""What a check finds, and finds again at once when nothing has changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from minicourse.cache import Cache, digest, folder_digest, program
from minicourse.clock import today
from minicourse.problems import Problem
from minicourse.problems.json import as_data, of_data
from minicourse.project import Project

if TYPE_CHECKING:
    from minicourse.build import Progress, Result


@dataclass(slots=True)
class Findings:
    """What came of checking a project, and how much there was to check."""

    project: Project
    problems: list[Problem]
    """Sorted by file and line."""
    lessons: int
    questions: int
    language: str
    off: tuple[str, ...]
    """Codes that can't be found in this language, as there are no words for them."""


def findings(
    source: Path | str = ".", drafts: bool = False, cache: Cache | None = None, progress: Progress | None = None
) -> Findings:
    """What is wrong with the project at `source`: as `build.check` says, or as it has said of the very same files
    before, if there is a cache. Raises `UnreadableProject`."""
    project = Project.at(Path(source))
    key = _key(project, drafts) if cache else None
    known = _of_data(project, cache.get(key)) if cache and key else None
    if known:
        return known
    from minicourse.build import check

    found = found_by(check(source, drafts, progress))
    # What was changed meanwhile may have been read before or after.
    if cache and key and key == _key(project, drafts):
        cache.put(key, _as_data(found))
    return found


def found_by(result: Result) -> Findings:
    """The findings of a check that was made."""
    from minicourse.check import rules_off

    lessons, language = result.course.lessons, result.course.language
    questions = sum(len(lesson.body.questions) for lesson in lessons)
    off = tuple(rules_off(language))
    return Findings(result.project, result.problems, len(lessons), questions, language, off)


def _key(project: Project, drafts: bool) -> str | None:
    """A digest of all that a check looks at; none where that can't be known."""
    content, templates = folder_digest(project.content), folder_digest(project.root / "templates")
    day = today().isoformat()
    return digest(program(), content, templates, day, str(drafts)) if content and templates else None


def _as_data(found: Findings) -> dict[str, Any]:
    return {
        "problems": [as_data(problem) for problem in found.problems],
        "lessons": found.lessons,
        "questions": found.questions,
        "language": found.language,
        "off": found.off,
    }


def _of_data(project: Project, data: Any) -> Findings | None:
    """The findings that were made into this; none where it was never made of any."""
    try:
        problems = [of_data(problem) for problem in data["problems"]]
        return Findings(project, problems, data["lessons"], data["questions"], data["language"], tuple(data["off"]))
    except (KeyError, TypeError):
        return None

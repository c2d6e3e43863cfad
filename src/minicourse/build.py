"""The whole way: read, check, render, publish."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from minicourse.check import check_course
from minicourse.problems import Problem, blocked, sort
from minicourse.project import Project
from minicourse.read.course import ReadLesson, read_course
from minicourse.read.lesson import read_lesson

if TYPE_CHECKING:
    from minicourse.analysis import Outcome
    from minicourse.model.course import Course
    from minicourse.publish.folder import Published
    from minicourse.render.site import SiteSettings

Made = TypeVar("Made")
MOST_ROUNDS = 12
Progress = Callable[[str, int], None]
"""`progress(stage, done)` is told how many files a stage has done."""


@dataclass(slots=True)
class Result:
    """What came of checking or building a project."""

    project: Project
    course: Course
    problems: list[Problem]
    """Everything found, sorted by file and line."""
    published: Published | None = None
    """What was written; none when problems stopped the build, or nothing was to be written."""
    seconds: dict[str, float] = field(default_factory=dict)
    """How long each stage took."""

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Note how long the body of a `with` statement takes."""
        before = time.perf_counter()
        yield
        self.seconds[stage] = time.perf_counter() - before


def check(source: Path | str = ".", drafts: bool = False, progress: Progress | None = None) -> Result:
    """Read and check the project at `source`.

    Raises `UnreadableProject` where there is none; everything else that is wrong is in `Result.problems`.
    """
    read = _counted(read_lesson, progress) if progress else read_lesson
    return check_project(Project.at(Path(source)), drafts, read)


def check_project(project: Project, drafts: bool = False, read: ReadLesson = read_lesson) -> Result:
    """Read and check a project; its lessons are read by `read`."""
    before = time.perf_counter()
    course, problems = read_course(project, drafts, read)
    result = Result(project, course, problems, seconds={"read": time.perf_counter() - before})
    with result.timed("check"):
        result.problems = check_course(course, project, problems)
    return result


def _counted(read: ReadLesson, progress: Progress) -> ReadLesson:
    """A way to read lessons that tells how many are read."""
    numbers = count(1)

    def counting(*what: Any) -> Any:
        given = read(*what)
        progress("read", next(numbers))
        return given

    return counting


def mend(source: Path | str = ".", drafts: bool = False) -> tuple[Result, list[Problem]]:
    """Mend in the files of the project at `source` what can be mended in one way only.

    What is left, and what was mended. Raises `UnreadableProject`, and `OSError` when the disk says no.
    """
    from minicourse.authoring import fixes

    mended: list[Problem] = []
    result = check(source, drafts)
    # What mends one problem may lay open the next, as with headings; so many rounds are more than six levels need.
    for _ in range(MOST_ROUNDS):
        done = fixes.mend(result.project, result.problems)
        if not done:
            break
        mended += done
        result = check(source, drafts)
    return result, mended


def build(
    source: Path | str = ".",
    output: Path | str | None = None,
    settings: SiteSettings | None = None,
    strict: bool = False,
    drafts: bool = False,
    progress: Progress | None = None,
) -> Result:
    """Build the project at `source` into the folder `output` (default: its `site/`).

    Errors stop it, and with `strict` warnings too; then the old site stays as it was and `Result.published` is none.
    Raises `UnreadableProject`, `UnsafeOutput`, and `OSError` when the disk says no.
    """
    from minicourse.publish.folder import Staging

    result = check(source, drafts, progress)
    if blocked(result.problems, strict):
        return result
    with Staging(Path(output) if output else result.project.root / "site", result.project.root) as staging:
        with result.timed("render"):
            for done, (path, data) in enumerate(_rendered(result, settings), 1):
                staging.add(path, data)
                if progress:
                    progress("render", done)
        if not blocked(result.problems, strict):
            with result.timed("publish"):
                result.published = staging.publish()
    return result


def rendered(
    source: Path | str, settings: SiteSettings | None = None, drafts: bool = False, strict: bool = False
) -> tuple[Result, dict[str, bytes]]:
    """The project at `source` as a site in memory; no files when errors, and with `strict` warnings, stop it."""
    result = check(source, drafts)
    files = {} if blocked(result.problems, strict) else dict(_rendered(result, settings))
    return result, {} if blocked(result.problems, strict) else files


def one_file(source: Path | str, drafts: bool = False, strict: bool = False) -> tuple[Result, bytes]:
    """The project at `source` as one HTML file that holds everything; nothing when errors, and with `strict`
    warnings, stop it."""
    result = check(source, drafts)
    if blocked(result.problems, strict):
        return result, b""
    from minicourse.render.one_file import one_file, too_large
    from minicourse.render.site import linked_files

    files = dict(linked_files(result.course, result.project))
    found = list(too_large(result.course, files))
    data = b""
    if not found:
        with _template_problems(result, found):
            data = one_file(result.course, result.project, files)
    result.problems = sort([*result.problems, *found])
    return result, b"" if blocked(result.problems, strict) else data


def exported(
    source: Path | str, make: Callable[[Course, Project], Made], drafts: bool = False
) -> tuple[Result, Made | None]:
    """What `make` makes of the course at `source`; nothing when errors stop it."""
    from minicourse.render.template_errors import template_problem

    result = check(source, drafts)
    if blocked(result.problems):
        return result, None
    try:
        return result, make(result.course, result.project)
    except Exception as error:
        problem = template_problem(error, result.project)
        if problem is None:
            raise
        result.problems = sort([*result.problems, problem])
        return result, None


def analysis_report(result: Result, outcome: Outcome) -> bytes:
    """The report on learners' results as one HTML file; nothing when a template of the author's has a mistake, which
    is then the last of the problems."""
    from minicourse.render.analysis import analysis_report as report

    found: list[Problem] = []
    data = b""
    with _template_problems(result, found):
        data = report(result.course, result.project, outcome)
    result.problems += found
    return data


def _rendered(result: Result, settings: SiteSettings | None) -> Iterator[tuple[str, bytes]]:
    """The site's files; what is wrong with them, or with the author's templates, is added to the result."""
    from minicourse.render.budgets import over_budget
    from minicourse.render.search_index import shortened
    from minicourse.render.site import render_site

    found: list[Problem] = []
    with _template_problems(result, found):
        for path, data in render_site(result.course, result.project, settings, result.problems):
            found += [*over_budget(result.course, path, data), *shortened(path, data)]
            yield path, data
    result.problems = sort([*result.problems, *found])


@contextmanager
def _template_problems(result: Result, found: list[Problem]) -> Iterator[None]:
    """Turn a mistake in one of the author's templates into a problem that is `found`."""
    from minicourse.render.template_errors import template_problem

    try:
        yield
    except Exception as error:
        problem = template_problem(error, result.project)
        if problem is None:
            raise
        found.append(problem)

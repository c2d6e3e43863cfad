"""What went wrong in a template of the author's, said of her file and line."""

from __future__ import annotations

import re
import sys
import traceback
from pathlib import Path

import jinja2

from minicourse.problems import Problem, Span
from minicourse.problems.spelling import did_you_mean
from minicourse.project import Project
from minicourse.render.theme import BrokenTheme

_NO_FIELD = re.compile(r"'(minicourse\.render\.\w+)\.(\w+) object' has no attribute '(\w+)'")


def template_problem(error: Exception, project: Project) -> Problem | None:
    """An error raised while a page was rendered as a problem; none when no template of the author's had a part in it,
    and it is our bug."""
    place = _place(error, project.root / "templates")
    if place is None:
        return None
    path, line = place
    text = project.read_text(path)
    source = project.source_line(path, line) if isinstance(text, str) else None
    message, help = _said(error)
    return Problem("template-error", message, Span.of_line(path, line, source or ""), help=help)


def _said(error: Exception) -> tuple[str, str]:
    """What to tell an author who knows templates and not our code."""
    missing = _NO_FIELD.search(str(error))
    if missing:
        module, view, name = missing.groups()
        fields = getattr(sys.modules[module], view).__dataclass_fields__
        return f"a `{view}` has no `{name}`", did_you_mean(name, fields, f"it has {', '.join(fields)}")
    if isinstance(error, jinja2.TemplateNotFound):
        return (
            f"there is no template `{error.name}`",
            "templates are found by their name in `templates/` or in the theme",
        )
    if isinstance(error, KeyError):
        return f"the theme has no word `{error.args[0]}`", "add it to `templates/locale/en.json`"
    if isinstance(error, RecursionError):
        return "this template includes or extends itself", "extend `base.html` instead"
    if isinstance(error, jinja2.TemplateError | BrokenTheme):
        return str(error).rstrip("."), ""
    return f"this template fails: {error}", ""


def _place(error: Exception, folder: Path) -> tuple[str, int] | None:
    """File, relative to the project, and line of the author's template where an error was raised."""
    frames = [(frame.filename, frame.lineno or 1) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, BrokenTheme):
        frames.append((str(error.file), error.line))
    elif isinstance(error, jinja2.TemplateSyntaxError) and error.filename:
        frames.append((error.filename, error.lineno))
    for file, line in reversed(frames):
        if Path(file).is_relative_to(folder):
            return Path(file).relative_to(folder.parent).as_posix(), line
    return None

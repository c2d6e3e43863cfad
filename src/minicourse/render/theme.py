"""The theme: templates, stylesheet, scripts and words, from two places, the author's `templates/` before ours."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

import jinja2
from markupsafe import Markup

from minicourse.render.words import Words

Asset = tuple[str, bytes]
"""Name in the site and content of a file of the theme."""

STYLES = ("layers", "tokens", "reset", "layout", "prose", "quiz", "kinds", "print")
"""The stylesheets in the order in which they are joined into one."""

QUESTION_SCRIPTS = tuple(
    f"questions/{name}" for name in ("question", "choice", "gaps", "rows", "ordering", "open", "flashcards", "scenario")
)
"""The scripts for what a learner answers, in the order in which a lesson's are joined into one."""

BLOCK_SCRIPTS = ("blocks/tabs", "blocks/player")
"""The scripts for blocks of a text, in the order in which those that a page needs are joined into one."""

BLOCK_STYLE = "blocks"
"""The stylesheet for the blocks that few pages have."""

QUIZ_SCRIPT = "questions/quiz"
"""The script for quizzes, apart: few lessons have one."""

SITE_SCRIPTS = ("site", "progress")
"""The scripts of every page, joined into one."""

SCRIPTS = ("theme", *SITE_SCRIPTS, *QUESTION_SCRIPTS, QUIZ_SCRIPT, *BLOCK_SCRIPTS)
"""All scripts."""


def builtin_templates() -> Path:
    """The theme that comes with minicourse: in the wheel, or at the top of the repository when installed editable."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent.parent / "templates"


@dataclass(frozen=True)
class Theme:
    """The theme of one project."""

    folders: tuple[Path, ...]
    """Where files are looked for, first found first used."""
    language: str
    """The course's language."""
    accent_hue: int | None = None
    """Hue of the accent, when the course sets one."""

    @classmethod
    def of(cls, project_templates: Path, language: str, accent_hue: int | None) -> Theme:
        """The theme of a project whose own templates, if any, stand in `project_templates`."""
        own = (project_templates,) if project_templates.is_dir() else ()
        return cls((*own, builtin_templates()), language, accent_hue)

    @cached_property
    def words(self) -> Words:
        """The words of the theme in the course's language, or in English where there is no translation; the author's
        own words, which need not be all, come before ours. Raises `BrokenTheme`."""
        words: dict[str, object] = {}
        for folder in reversed(self.folders):
            for language in (self.language, self.language.split("-")[0], "en"):
                file = folder / f"locale/{language}.json"
                if file.is_file():
                    found = _json_object(file)
                    words = {**words, **found, "scripts": _merged(_scripts(words), _scripts(found))}
                    break
        return Words(words)

    @cached_property
    def environment(self) -> jinja2.Environment:
        """Jinja, strict and escaping. Lesson text never gets here as a template."""
        environment = jinja2.Environment(
            loader=jinja2.FunctionLoader(self._template),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
        )
        environment.globals["t"] = self.words
        return environment

    def render(self, template: str, page: object) -> str:
        """A page from its view. Raises `jinja2.TemplateError`."""
        return self.environment.get_template(template).render(page=page) + "\n"

    def part(self, template: str, **values: object) -> Markup:
        """A part of a page that stands within a text. Raises `jinja2.TemplateError`."""
        return Markup(self.environment.get_template(template).render(values))

    @cached_property
    def assets(self) -> Mapping[str, Asset]:
        """`style.css`, and the scripts `theme.js` and `site.js` of every page."""
        style = "\n".join(self._text(f"assets/css/{name}.css") for name in STYLES)
        if self.accent_hue is not None:
            style += f"\n:root{{--accent-hue:{self.accent_hue}}}"
        made = {"style.css": hashed("style.css", minified("css", style))}
        return made | {"theme.js": self.script("theme", ("theme",)), "site.js": self.script("site", SITE_SCRIPTS)}

    @lru_cache(maxsize=256)  # noqa: B019 (a theme lives as long as its build)
    def script(self, name: str, parts: tuple[str, ...]) -> Asset:
        """Some scripts joined into one called `name`: one request, and better compressed than apart."""
        text = "\n".join(self._text(f"assets/js/{part}.js") for part in parts)
        return hashed(f"{name}.js", minified("js", text))

    @lru_cache(maxsize=16)  # noqa: B019 (the same)
    def stylesheet(self, name: str, parts: tuple[str, ...]) -> Asset:
        """Some stylesheets joined into one called `name`, for pages that need more than `style.css`."""
        text = "\n".join(self._text(f"assets/css/{part}.css") for part in parts)
        return hashed(f"{name}.css", minified("css", text))

    def _file(self, name: str) -> Path | None:
        """A file of the theme, the author's before ours."""
        return next((folder / name for folder in self.folders if (folder / name).is_file()), None)

    def _template(self, name: str) -> tuple[str, str, None] | None:
        """Source and file of a template, for Jinja."""
        file = self._file(name)
        return (_text(file), str(file), None) if file else None

    def _text(self, name: str) -> str:
        file = self._file(name)
        if file is None:
            raise FileNotFoundError(name)
        return _text(file)


def minified(kind: Literal["css", "js"], text: str) -> bytes:
    """A stylesheet or script without what only people need: comments and spaces."""
    import rcssmin
    import rjsmin

    return str(rcssmin.cssmin(text) if kind == "css" else rjsmin.jsmin(text)).encode()


def hashed(name: str, content: bytes) -> Asset:
    """A file whose name holds a digest of its content, so that a browser may keep it for good: `style.css` becomes
    `assets/style.1a2b3c4d.css`."""
    stem, _, suffix = name.rpartition(".")
    return f"assets/{stem}.{hashlib.blake2b(content, digest_size=4).hexdigest()}.{suffix}", content


def _scripts(words: Mapping[str, object]) -> Mapping[str, object]:
    """The words of the scripts, which stand together."""
    scripts = words.get("scripts")
    return scripts if isinstance(scripts, dict) else {}


def _merged(ours: Mapping[str, object], theirs: Mapping[str, object]) -> Mapping[str, object]:
    """The words of each script, an author's own before ours."""
    both = {name: (ours.get(name, {}), theirs.get(name, {})) for name in {**ours, **theirs}}
    return {
        name: {word: text for part in parts if isinstance(part, dict) for word, text in part.items()}
        for name, parts in both.items()
    }


class BrokenTheme(Exception):
    """A file of the theme that can't be used."""

    def __init__(self, file: Path, line: int, message: str) -> None:
        super().__init__(message)
        self.file = file
        self.line = line


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise BrokenTheme(file, error.object[: error.start].count(b"\n") + 1, "this file is not UTF-8") from None


def _json_object(file: Path) -> dict[str, object]:
    try:
        data = json.loads(_text(file))
    except json.JSONDecodeError as error:
        raise BrokenTheme(file, error.lineno, f"this is not JSON: {error.msg.lower()}") from None
    if not isinstance(data, dict):
        raise BrokenTheme(file, 1, "this is not a list of words")
    return data

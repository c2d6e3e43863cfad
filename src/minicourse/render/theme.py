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

from minicourse.render.words import Words

Asset = tuple[str, bytes]
"""Name in the site and content of a file of the theme."""

STYLES = ("layers", "tokens", "reset", "layout", "prose", "quiz", "kinds", "print")
"""The stylesheets of every page in the order in which they are joined into one."""

QUESTION_SCRIPTS = tuple(
    f"questions/{name}" for name in ("question", "choice", "gaps", "rows", "ordering", "open", "flashcards", "scenario")
)
"""The scripts for what a learner answers, in the order in which a lesson's are joined into one."""

SITE_SCRIPTS = ("site", "progress")
"""The scripts of every page, joined into one."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """What some pages have besides what every page has: a script, a stylesheet or both, each joined from parts."""

    name: str
    """What its files are called in the site."""
    scripts: tuple[str, ...] = ()
    """Its scripts in `assets/js/`, without their ending, in the order in which they are joined; those in
    `assets/vendor/` are other people's."""
    styles: tuple[str, ...] = ()
    """Its stylesheets in `assets/css/`, likewise."""
    own_words: bool = False
    """Do its words stand in the script itself? Else they stand in each page that has it."""


QUIZ = Bundle("quiz", ("questions/quiz",))
"""For quizzes, apart: few lessons have one."""
FRONT = Bundle("front", ("front",), ("front",))
"""For the front page and the pages of units."""
OBJECTIVES = Bundle("objectives", ("objectives",), own_words=True)
"""For pages that show how far a learner has come with an objective."""
PROGRESS = Bundle("my-progress", ("portable", "my-progress"), ("my-progress",), own_words=True)
"""For the page of one's own progress."""
QR = Bundle("qr", ("vendor/lean-qr",))
"""What draws QR codes."""
LOCK = Bundle("lock", ("lock",))
"""For a lesson that waits for another; like the theme's script, it comes before the page is shown."""
LOCKS = Bundle("locks", ("lock", "locks"), ("locks",), own_words=True)
"""For every page of a course whose lessons open one after the other."""
LAZY = (Bundle("toc", ("toc",)), Bundle("transfer", ("transfer",)))
"""What a page brings only when it is wanted: no page names it, and the script of all pages knows where it is."""

_PAGES = (QUIZ, FRONT, OBJECTIVES, PROGRESS, QR, LOCK, LOCKS, *LAZY)

SCRIPTS = ("theme", *SITE_SCRIPTS, *QUESTION_SCRIPTS, *(script for bundle in _PAGES for script in bundle.scripts))
"""All scripts."""
STYLESHEETS = (*STYLES, *(style for bundle in _PAGES for style in bundle.styles))
"""All stylesheets."""


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

    @cached_property
    def assets(self) -> Mapping[str, Asset]:
        """What every page has, `style.css`, `theme.js` and `site.js`, and what it may bring later."""
        lazy = {bundle.name: self.files(bundle, with_words=True) for bundle in LAZY}
        later = {name: [path.removeprefix("assets/") for path, _ in files] for name, files in lazy.items()}
        accent = "" if self.accent_hue is None else f"\n:root{{--accent-hue:{self.accent_hue}}}"
        made = {
            "style.css": self._joined("css", "style", STYLES, after=accent),
            "theme.js": self._joined("js", "theme", ("theme",)),
            "site.js": self._joined(
                "js", "site", SITE_SCRIPTS, f"globalThis.minicourse={{lazy:{_script_json(later)}}};"
            ),
        }
        return made | {path: (path, data) for files in lazy.values() for path, data in files}

    @lru_cache(maxsize=256)  # noqa: B019 (a theme lives as long as its build)
    def files(self, bundle: Bundle, with_words: bool = False) -> tuple[Asset, ...]:
        """The stylesheet and the script of a bundle; `with_words` puts what the script says into it, for pages that
        don't know of it."""
        has_words = with_words or bundle.own_words
        words = _script_json(self.words.for_scripts(bundle.scripts)) if has_words else "{}"
        before = f"Object.assign(minicourse.words,{words});" if words != "{}" else ""
        style = self._joined("css", bundle.name, bundle.styles) if bundle.styles else None
        script = self._joined("js", bundle.name, bundle.scripts, before) if bundle.scripts else None
        return tuple(file for file in (style, script) if file)

    def _joined(
        self, kind: Literal["css", "js"], name: str, parts: tuple[str, ...], before: str = "", after: str = ""
    ) -> Asset:
        """Some files joined into one: one request, and better compressed than apart."""
        text = "\n".join(self._text(source(kind, part)) for part in parts)
        # The minifier sees the theme's own files only: what is put around them is as short as it can be.
        return hashed(f"{name}.{kind}", before.encode() + minified(kind, text + after))

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


def source(kind: str, part: str) -> str:
    """The file of a part of the theme: what others wrote stands by itself in `assets/vendor/`."""
    return f"assets/{part}.{kind}" if part.startswith("vendor/") else f"assets/{kind}/{part}.{kind}"


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


def _script_json(value: object) -> str:
    """A value as JSON for a script in a file of its own."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


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

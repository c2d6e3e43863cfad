"""The theme: templates, stylesheet, scripts and words, from two places, the author's `templates/` before ours."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

import jinja2
from markupsafe import Markup

from minicourse.render.assets import LAZY, SITE_SCRIPTS, STYLES, STYLES_OF_LANGUAGES, Bundle
from minicourse.render.words import Words

Asset = tuple[str, bytes]
"""Name in the site and content of a file of the theme."""


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
    data: Mapping[str, Mapping[str, object]] = field(default_factory=dict, compare=False)
    """What the course gives to lazy bundles, by the name of the bundle: values by their names in `minicourse`."""

    @classmethod
    def of(
        cls,
        project_templates: Path,
        language: str,
        accent_hue: int | None,
        data: Mapping[str, Mapping[str, object]] = MappingProxyType({}),
    ) -> Theme:
        """The theme of a project whose own templates, if any, stand in `project_templates`."""
        own = (project_templates,) if project_templates.is_dir() else ()
        return cls((*own, builtin_templates()), language, accent_hue, data)

    @cached_property
    def words(self) -> Words:
        """The words of the theme in the course's language; what `pt-BR` lacks is said as in `pt`, what that lacks in
        English. In each the author's own words, which need not be all, come before ours. Raises `BrokenTheme`."""
        base, *subtags = self.language.split("-")
        own = ["-".join([base.lower(), *subtags[:count]]) for count in range(len(subtags) + 1)]
        words: dict[str, object] = {}
        language = "en"
        for tag in dict.fromkeys(("en", *own)):
            for folder in reversed(self.folders):
                file = folder / f"locale/{tag}.json"
                if file.is_file():
                    found = words_in(file)
                    words = {**words, **found, "scripts": _merged(_scripts(words), _scripts(found))}
                    language = self.language if tag in own else language
        return Words(words, language)

    @cached_property
    def environment(self) -> jinja2.Environment:
        """Jinja, strict and escaping. Lesson text never gets here as a template."""
        environment = jinja2.Environment(
            loader=jinja2.FunctionLoader(self.template),
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

    @property
    def styles(self) -> tuple[str, ...]:
        """The stylesheets of the course's pages, in the order in which they are joined."""
        base = self.language.split("-")[0].lower()
        return (*STYLES, *(name for name, languages in STYLES_OF_LANGUAGES.items() if base in languages))

    def part(self, template: str, **values: object) -> Markup:
        """A part of a page that stands within a text. Raises `jinja2.TemplateError`."""
        return Markup(self.environment.get_template(template).render(values))

    @cached_property
    def assets(self) -> Mapping[str, Asset]:
        """What every page has, `style.css`, `theme.js` and `site.js`, and what it may bring later."""
        lazy = {bundle.name: self.files(bundle, with_words=True) for bundle in LAZY}
        later = {name: [path.removeprefix("assets/") for path, _ in files] for name, files in lazy.items()}
        listed = hashed("later.js", f"minicourse.files={{...minicourse.files,...{_script_json(later)}}}".encode())
        tools = f"globalThis.minicourse={{lazy:'{listed[0].removeprefix('assets/')}'}};"
        made = {
            "style.css": self._joined("css", "style", self.styles, after=self._accent),
            "theme.js": self._joined("js", "theme", ("theme",)),
            "site.js": self._joined("js", "site", SITE_SCRIPTS, tools),
        }
        return made | {path: (path, data) for files in (*lazy.values(), (listed,)) for path, data in files}

    @lru_cache(maxsize=256)  # noqa: B019 (a theme lives as long as its build)
    def files(self, bundle: Bundle, with_words: bool = False) -> tuple[Asset, ...]:
        """The stylesheet and the script of a bundle; `with_words` puts what the script says into it, for pages that
        don't know of it."""
        has_words = with_words or bundle.own_words
        words = _script_json(self.words.for_scripts(bundle.scripts)) if has_words else "{}"
        before = f"Object.assign(minicourse.words,{words});" if words != "{}" else ""
        before += "".join(
            f"minicourse.{name}={_script_json(value)};" for name, value in self.data.get(bundle.name, {}).items()
        )
        style = self._joined("css", bundle.name, bundle.styles) if bundle.styles else None
        script = self._joined("js", bundle.name, bundle.scripts, before) if bundle.scripts else None
        return tuple(file for file in (style, script) if file)

    def inline(self, kind: Literal["css", "js"], parts: tuple[str, ...]) -> str:
        """Stylesheets or scripts joined, for a page that holds them itself."""
        accent = self._accent if kind == "css" else ""
        return self._joined(kind, "inline", parts, after=accent)[1].decode()

    @property
    def _accent(self) -> str:
        return "" if self.accent_hue is None else f"\n:root{{--accent-hue:{self.accent_hue}}}"

    def worker(self, name: str, data: Mapping[str, object]) -> bytes:
        """A service worker, with what it has to know before it."""
        known = "".join(f"const {key}={_script_json(value)};" for key, value in data.items())
        return known.encode() + minified("js", self._text(f"assets/js/{name}.js")) + b"\n"

    def _joined(
        self, kind: Literal["css", "js"], name: str, parts: tuple[str, ...], before: str = "", after: str = ""
    ) -> Asset:
        """Some files joined into one: one request, and better compressed than apart."""
        text = "\n".join(self._text(asset_path(kind, part)) for part in parts)
        if kind == "js":
            # A directive holds for a whole file, and only at its very beginning.
            before, text = _STRICT + before, text.replace(_STRICT, "")
        # The minifier sees the theme's own files only: what is put around them is as short as it can be.
        return hashed(f"{name}.{kind}", before.encode() + minified(kind, text + after))

    @lru_cache(maxsize=16)  # noqa: B019 (the same)
    def stylesheet(self, name: str, parts: tuple[str, ...]) -> Asset:
        """Some stylesheets joined into one called `name`, for pages that need more than `style.css`."""
        text = "\n".join(self._text(f"assets/css/{part}.css") for part in parts)
        return hashed(f"{name}.css", minified("css", text))

    def _file(self, name: str) -> Path | None:
        """A file of the theme, the author's before ours."""
        return next((folder / name for folder in self.folders if (folder / name).is_file()), None)

    def template(self, name: str) -> tuple[str, str, None] | None:
        """Source and file of a template, as Jinja's loaders give it; none when there is no such template."""
        file = self._file(name)
        return (_text(file), str(file), None) if file else None

    def _text(self, name: str) -> str:
        file = self._file(name)
        if file is None:
            raise FileNotFoundError(name)
        return _text(file)


_STRICT = '"use strict";'


def asset_path(kind: Literal["css", "js"], part: str) -> str:
    """Where a stylesheet or script stands in the theme; what comes from others stands apart."""
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


def words_in(file: Path) -> dict[str, object]:
    """A file of words. Raises `BrokenTheme` where it holds anything but texts and their plural forms."""
    text = _text(file)
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise BrokenTheme(file, error.lineno, f"this is not JSON: {error.msg.lower()}") from None
    if not isinstance(data, dict):
        raise BrokenTheme(file, 1, "this is not a list of words")
    groups = [data, *_scripts(data).values()]
    for name, word in (pair for group in groups if isinstance(group, dict) for pair in group.items()):
        if name != "scripts" and not _is_word(word):
            line = text[: text.find(f'"{name}"')].count("\n") + 1
            raise BrokenTheme(file, line, f"`{name}` is neither a text nor plural forms with `other` among them")
    return data


def _is_word(word: object) -> bool:
    """Is this a text, or a text for each plural form?"""
    forms = word.values() if isinstance(word, dict) and "other" in word else (word,)
    return all(isinstance(text, str) for text in forms)

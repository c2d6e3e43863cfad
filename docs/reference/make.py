"""Writes the reference out of the code: `python docs/reference/make.py`; with `--check`, only says whether it is old.

Nothing here is a list to keep by hand: commands come from click, settings from the typed records, problems from the
catalogue, the theme from the docstrings in `views.py` and `question_views.py` and the first comment of each template.
"""

from __future__ import annotations

import ast
import inspect
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from minicourse.check import languages_of
from minicourse.cli.main import main as minicourse
from minicourse.problems.catalogue import FAMILIES, RULES, Rule
from minicourse.render import (
    accessibility,
    analysis_views,
    certificate_views,
    contract,
    coverage_views,
    frame_views,
    question_views,
    recording_views,
    views,
)
from minicourse.render.assets import SCRIPTS, STYLES_OF_LANGUAGES, STYLESHEETS
from minicourse.render.theme import asset_path, builtin_templates
from minicourse.schema import values
from minicourse.schema.course_file import CertificateFile, CourseFile
from minicourse.schema.lesson_file import IndexFile, LessonFile
from minicourse.schema.records import Record, inner_record

HERE = Path(__file__).resolve().parent
NOTE = "<!-- Made by docs/reference/make.py out of the code. Change the code, then run it. -->\n"


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` compare them; the exit code."""
    stale = []
    for name, text in pages().items():
        path = HERE / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if "--check" not in arguments:
                path.write_text(text, encoding="utf-8")
    if stale and "--check" in arguments:
        sys.stderr.write(f"out of date: {', '.join(stale)}; run `python docs/reference/make.py`\n")
        return 1
    return 0


def pages() -> dict[str, str]:
    """Every page of the reference by its file's name."""
    made = {"commands.md": commands(), "settings.md": settings(), "problems.md": problems(), "theme.md": theme()}
    return {name: f"{NOTE}\n{''.join(parts).strip()}\n" for name, parts in made.items()}


# ---- commands ----------------------------------------------------------------------------------------------------


def commands() -> Iterator[str]:
    """All commands with their arguments and options."""
    yield "# Commands\n\n"
    yield "Every command answers `--help` with what stands here.\n\n"
    context = click.Context(minicourse, info_name="minicourse", **minicourse.context_settings)
    yield from _command(minicourse, context)


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    yield f"## {context.command_path}\n\n"
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    yield f"```text\n{usage}\n```\n\n"
    yield _help(command.help or "")
    if isinstance(command, click.Group):
        names = command.list_commands(context)
        listed = [(name, command.get_command(context, name)) for name in names]
        yield from _table(
            ("Command", "What it does"),
            (
                (f"[`{name}`](#{context.command_path.replace(' ', '-')}-{name})", found.short_help or "")
                for name, found in listed
                if found
            ),
        )
    parameters = command.get_params(context) if isinstance(command, click.Group) else command.params
    options = [parameter for parameter in parameters if isinstance(parameter, click.Option)]
    if options:
        yield from _table(("Option", "What it does"), (_option(option, context) for option in options))
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from _command(below, click.Context(below, info_name=name, parent=context))


def _help(text: str) -> str:
    """click's help text as Markdown: a paragraph that begins with `\\b` is kept as it stands."""
    parts = []
    for paragraph in inspect.cleandoc(text).split("\n\n"):
        if paragraph.startswith("\b"):
            parts.append(f"```text\n{paragraph.removeprefix(chr(8)).strip(chr(10))}\n```")
        else:
            parts.append(" ".join(paragraph.split()))
    return "\n\n".join(parts) + "\n\n"


def _option(option: click.Option, context: click.Context) -> tuple[str, str]:
    names = ", ".join(f"`{name}`" for name in (*option.secondary_opts, *sorted(option.opts, key=len)))
    if not option.is_flag and not option.count:
        names += f" `{option.make_metavar(context)}`"
    record = option.get_help_record(context)
    help = " ".join(record[1].split()) if record else ""
    return names, help


# ---- settings ----------------------------------------------------------------------------------------------------

_RECORDS: tuple[tuple[str, str, type[Record]], ...] = (
    ("The course: `content/course.yml`", "Its settings stand in a file of their own.", CourseFile),
    (
        "The certificate: `certificate` in `content/course.yml`",
        "`certificate: true` is all of these as they are by default.",
        CertificateFile,
    ),
    ("A lesson's front matter", "Between the two `---` lines at the top of a lesson.", LessonFile),
    (
        "The front matter of an `index.md`",
        "At the top of `content/index.md`, and of `index.md` in a folder of lessons.",
        IndexFile,
    ),
)


def settings() -> Iterator[str]:
    """All settings with their types."""
    yield "# Settings\n\n"
    yield (
        "A setting that is not listed here is an error, and so is a value of another type: `minutes: twelve` is "
        'refused, and so is `version: 1.0`, which is a number and has to be written `"1.0"`. To YAML, what begins with '
        "`#` is a comment, so a colour stands in quotes.\n\n"
        "`minicourse schema course` and `minicourse schema lesson` print the same as JSON Schema, which many editors "
        "can use to help while you type.\n\n"
    )
    aliases = _aliases()
    used: set[str] = set()
    for title, where, record in _RECORDS:
        yield f"## {title}\n\n{where}\n\n"
        rows = []
        for name, field in record.model_fields.items():
            inner = inner_record(field.annotation)
            lines = "`true`, `false`, or lines of settings"
            type_ = lines if inner else _type(ast.parse(_annotation(record, name), mode="eval").body, aliases, used)
            default = "required" if field.is_required() else _default(field.get_default(call_default_factory=True))
            rows.append((f"`{field.alias or name}`", type_, default, field.description or ""))
        yield from _table(("Setting", "Type", "Default", "What it is"), rows)
    yield "## Kinds of value\n\n"
    yield from _table(("Kind", "What it is"), ((_words(name), aliases[name]) for name in aliases if name in used))


def _annotation(record: type[Record], name: str) -> str:
    return str(inspect.get_annotations(record)[name])


def _aliases() -> dict[str, str]:
    """The kinds of value that `values.py` defines, with their docstrings."""
    return dict(_documented(ast.parse(inspect.getsource(values)).body))


def _words(alias: str) -> str:
    """`WebAddress` -> `web address`. A `Title` is not only used for titles."""
    if alias == "Title":
        return "line of text"
    return "".join(f" {c.lower()}" if c.isupper() else c for c in alias).strip()


def _type(node: ast.expr, aliases: dict[str, str], used: set[str]) -> str:
    """A type in words. Raises `TypeError` for one that has no words yet."""
    if isinstance(node, ast.BinOp) and isinstance(node.right, ast.Constant) and node.right.value is None:
        return _type(node.left, aliases, used)
    if isinstance(node, ast.Name) and node.id in aliases:
        used.add(node.id)
        return _words(node.id)
    if isinstance(node, ast.Name) and node.id == "bool":
        return "`true` or `false`"
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
        inner = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        if node.value.id == "Literal":
            return "one of: " + ", ".join(f"`{ast.literal_eval(value)}`" for value in inner)
        if node.value.id == "list":
            return f"list of: {_type(inner[0], aliases, used)}"
        if node.value.id == "dict":
            return f"lines `{_type(inner[0], aliases, used)}: {_type(inner[1], aliases, used)}`"
        if node.value.id == "Annotated" and isinstance(inner[0], ast.Name) and inner[0].id == "int":
            limits = {k.arg: ast.unparse(k.value) for k in inner[1].keywords} if isinstance(inner[1], ast.Call) else {}
            return f"whole number from {limits['ge']} to {limits['le']}"
    raise TypeError(f"no words for the type `{ast.unparse(node)}`: add them to docs/reference/make.py")


def _default(value: Any) -> str:
    if value is None or value in ("", [], {}):
        return "none"
    return f"`{json.dumps(value)}`" if isinstance(value, bool) else f"`{value}`"


# ---- problems ----------------------------------------------------------------------------------------------------


def problems() -> Iterator[str]:
    """All rules."""
    yield "# Problems\n\n"
    yield (
        "Each message of minicourse names its rule in brackets: `error[question-without-key]`. Here is what each rule "
        "asks for, and why. `minicourse explain CODE` says the same on the command line.\n\n"
        "An **error** stops a build. A **warning** stops it under `--strict` only. **Advice** never does. "
        "A rule that needs words of a language names those that it has them for; in others it is off.\n\n"
    )
    for name, family in FAMILIES.items():
        yield f"**{name}**\n\n"
        yield from _table(("Code", "Severity", "Asks that"), ((_link(r.code), r.severity, r.title) for r in family))
    for rule in RULES.values():
        yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"## {rule.code}\n\n"
    yield f"**{rule.severity.capitalize()}:** {rule.title}.\n\n{rule.why}\n\n"
    yield f"Instead of\n\n{_fenced(rule.bad)}\n\nwrite\n\n{_fenced(rule.good)}\n\n"
    if rule.limit:
        yield f"Limit: {rule.limit.number:g} {rule.limit.of}; `limits` in `course.yml` sets another.\n\n"
    languages = languages_of(rule.code)
    if languages:
        yield f"It needs words, and has them for: {_languages(languages)}.\n\n"
    if rule.source:
        yield f"Source: {rule.source}\n\n"


def _link(code: str) -> str:
    return f"[`{code}`](#{code})"


def _fenced(text: str) -> str:
    return f"```text\n{text.rstrip(chr(10))}\n```"


# ---- theme -------------------------------------------------------------------------------------------------------


def theme() -> Iterator[str]:
    """Templates, views and words."""
    yield (HERE / "theme.intro.md").read_text(encoding="utf-8") + "\n"
    folder = builtin_templates()
    yield "## Templates\n\n"
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    names.sort(key=lambda name: ("/" in name, name))
    yield from _table(("File", "What it is"), ((f"`{name}`", _comment(folder / name)) for name in names))
    yield "## Stylesheets and scripts\n\n"
    yield "Stylesheets are joined into one in this order; each may be overridden by itself: "
    yield ", ".join(f"`{asset_path('css', name)}`" for name in STYLESHEETS) + ".\n\n"
    yield "Courses in some languages have besides: "
    yield ", ".join(f"`assets/css/{name}.css` ({_languages(of)})" for name, of in STYLES_OF_LANGUAGES.items()) + ".\n\n"
    yield "Scripts: " + ", ".join(f"`{asset_path('js', name)}`" for name in SCRIPTS) + ".\n\n"
    yield from _views()
    yield from _theme_words(folder)


def _languages(of: Iterable[str]) -> str:
    return ", ".join(f"`{language}`" for language in sorted(of))


def _comment(template: Path) -> str:
    """The comment that a template begins with."""
    text = template.read_text(encoding="utf-8")
    return " ".join(text[2 : text.index("#}")].split()) if text.startswith("{#") else ""


VIEWS = (
    views,
    frame_views,
    question_views,
    recording_views,
    certificate_views,
    coverage_views,
    accessibility,
    contract,
    analysis_views,
)
"""The modules that say what a template may see."""


def _views() -> Iterator[str]:
    sources = (inspect.getsource(module) for module in VIEWS)
    tree = ast.parse("".join(source.replace("from __future__ import annotations", "") for source in sources))
    classes = {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
    page_names = [name.id for name in ast.walk(_page_union(tree)) if isinstance(name, ast.Name)]
    first_pages = sorted(classes.values(), key=lambda node: node.name not in page_names)
    yield "## Views\n\n"
    yield "Each template gets `page`, which is one of these: "
    yield ", ".join(f"[`{name}`](#{name.lower()})" for name in classes if name in page_names) + ".\n\n"
    for node in first_pages:
        yield f"### {node.name}\n\n{ast.get_docstring(node)}\n\n"
        for base in node.bases:
            name = ast.unparse(base)
            yield f"It has all that [{name}](#{name.lower()}) has, and:\n\n"
        docs = dict(_documented(node.body))
        rows = []
        for field in node.body:
            if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
                name = field.target.id
                fallback = next((ast.get_docstring(found) for found in _mentioned(field, classes)), "") or ""
                rows.append((f"`{name}`", _view_type(field, classes), docs.get(name) or fallback.split("\n\n")[0]))
        yield from _table(("Field", "Type", "What it is"), rows)


def _page_union(tree: ast.Module) -> ast.expr:
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "Page":
            return node.value
    raise LookupError("views.py has no `Page`")


def _mentioned(field: ast.AnnAssign, classes: dict[str, ast.ClassDef]) -> list[ast.ClassDef]:
    names = [node.id for node in ast.walk(field.annotation) if isinstance(node, ast.Name)]
    return [classes[name] for name in names if name in classes]


def _view_type(field: ast.AnnAssign, classes: dict[str, ast.ClassDef]) -> str:
    links = [f"[{node.name}](#{node.name.lower()})" for node in _mentioned(field, classes)]
    return f"`{ast.unparse(field.annotation)}`" + (f" ({', '.join(links)})" if links else "")


def _theme_words(folder: Path) -> Iterator[str]:
    words = json.loads((folder / "locale/en.json").read_text(encoding="utf-8"))
    yield "## Words\n\n"
    yield "The names that `t()` knows, and their English. Those under `scripts` are for the scripts.\n\n"
    yield from _table(("Name", "Text"), _word_rows(words))


def _word_rows(words: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, text in words.items():
        if isinstance(text, dict) and "other" not in text:
            yield from _word_rows(text, f"{name}: ")
        elif isinstance(text, dict):
            yield f"{prefix}`{name}`", "; ".join(f"{kind}: {value}" for kind, value in text.items())
        else:
            yield f"{prefix}`{name}`", text


# ---- Markdown ----------------------------------------------------------------------------------------------------


def _documented(body: Iterable[ast.stmt]) -> Iterator[tuple[str, str]]:
    """Each assigned name that a docstring follows, with that docstring on one line."""
    previous: ast.stmt | None = None
    for node in body:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            target = previous.targets[0] if isinstance(previous, ast.Assign) else getattr(previous, "target", None)
            if isinstance(target, ast.Name):
                yield target.id, " ".join(node.value.value.split())
        previous = node


def _table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield _row(header) + _row("---" for _ in header)
    for row in rows:
        yield _row(cell.replace("|", "\\|") for cell in row)
    yield "\n"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""`references.bib`: bibtexparser reads it, we give its entries their places."""

from __future__ import annotations

import logging
import re

from minicourse.model.course import Reference
from minicourse.problems import Problem, Span

_PEOPLE = ("author", "editor")
_INSTITUTIONS = ("institution", "organization", "publisher")
_NO_COMMA = re.compile(r"""[}"][ \t]*\n\s*\w+\s*=\s*[{"\d]""")
"""The end of one field, and the next in a line below: without a comma they are read as one value."""
_END_OF_ENTRY = re.compile(r"\s*[,}]")
"""How a text between entries begins that belongs to the one above: a brace too many has ended that."""


def read_references(text: str, path: str) -> tuple[dict[str, Reference], list[Problem]]:
    """The references by key in the order of the file, and what is wrong with the file."""
    from bibtexparser import middlewares
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.model import DuplicateBlockKeyBlock, Entry, ImplicitComment, ParsingFailedBlock

    # It also logs what it returns; the messages are ours to write.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    library = parse_string(text, append_middleware=[middlewares.LatexDecodingMiddleware(keep_braced_groups=True)])
    lines = text.split("\n")
    references: dict[str, Reference] = {}
    problems: list[Problem] = []
    for above, block in zip([None, *library.blocks], library.blocks, strict=False):
        line = (block.start_line or 0) + 1
        span = Span.of_line(path, line, lines[line - 1])
        if isinstance(block, Entry) and _NO_COMMA.search(block.raw or ""):
            problems.append(_unreadable(span))
        elif isinstance(block, Entry):
            reference = _reference(block.key, block.entry_type, {f.key: str(f.value) for f in block.fields}, span)
            references[reference.key] = reference
        elif isinstance(block, DuplicateBlockKeyBlock):
            message = f"a second entry `{block.key}`"
            problems.append(Problem("duplicate-key", message, span, help="give it a key of its own"))
        elif isinstance(block, ImplicitComment):
            between = block.comment or ""
            if "@" in between:
                problems.append(_unreadable(span))
            elif isinstance(above, Entry) and _END_OF_ENTRY.match(between) and above.key in references:
                problems.append(_unreadable(references.pop(above.key).span))
        elif isinstance(block, ParsingFailedBlock):
            problems.append(_unreadable(span))
    return references, problems


def _unreadable(span: Span) -> Problem:
    help = "check its braces, quotes and the commas between its fields"
    return Problem("bibtex-syntax", "this entry is not valid BibTeX", span, help=help)


def _reference(key: str, kind: str, raw: dict[str, str], span: Span) -> Reference:
    fields = {name.lower(): _plain(value) for name, value in raw.items()}
    named = {name.lower(): value for name, value in raw.items() if _plain(value)}
    people = next((named[name] for name in _PEOPLE if name in named), "")
    authors = tuple(_family_first(person) for person in re.split(r"\s+and\s+(?![^{}]*\})", people) if person.strip())
    if not authors:
        authors = tuple(fields[name] for name in _INSTITUTIONS if fields.get(name))[:1]
    kept = {name: value for name, value in fields.items() if name != "author" and value}
    return Reference(key, kind.lower(), authors, kept, span)


def _plain(value: str) -> str:
    return " ".join(value.replace("{", "").replace("}", "").split())


def _family_first(person: str) -> str:
    """`Matthew A. Kraft` -> `Kraft, Matthew A.`; names with a comma, in braces, and single words, as they are."""
    name = _plain(person)
    parts = name.split()
    if "," in name or len(parts) < 2 or person.strip().startswith("{"):
        return name
    # Particles such as `van der` belong to the family name.
    first = next((i for i, part in enumerate(parts[1:-1], 1) if part[0].islower()), len(parts) - 1)
    return f"{' '.join(parts[first:])}, {' '.join(parts[:first])}"

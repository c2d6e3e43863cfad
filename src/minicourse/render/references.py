"""Formats references, close to the style of the American Psychological Association (7th edition)."""

from __future__ import annotations

import re
from html import escape

from markupsafe import Markup

from minicourse.model.course import Reference
from minicourse.render.words import Words

_ARTICLES = {"article", "inproceedings", "incollection", "inbook"}


def reference_html(reference: Reference, words: Words) -> Markup:
    """A reference as inline HTML: authors, year, title, where it appeared, and its address as a link.

    What we say of it ourselves is in the theme's language.
    """
    fields = reference.fields
    title, container = _sentence(fields.get("title", "")), _container(reference)
    inside = reference.kind in _ARTICLES and container
    shown_title = title if inside else f"<cite>{title.removesuffix('.')}</cite>{_detail(reference, words)}."
    year = fields.get("year") or fields.get("date") or words("undated")
    parts = [f"{_authors(reference.authors)} ({escape(year)})."]
    parts += [shown_title] if fields.get("title") else []
    parts += [container] if container else []
    address = _address(reference)
    parts += [f'<a href="{escape(address)}">{escape(_readable(address))}</a>'] if address else []
    return Markup(" ".join(part for part in parts if part))


def sort_key(reference: Reference) -> tuple[str, str, str]:
    """By author, year, title."""
    fields = reference.fields
    return (
        "; ".join(reference.authors).casefold(),
        fields.get("year") or fields.get("date") or "",
        fields.get("title", "").casefold(),
    )


def _authors(authors: tuple[str, ...]) -> str:
    names = [_initials(author) for author in authors if author.lower() != "others"]
    if len(names) < len(authors):
        return f"{', '.join(names)}, et al."
    if len(names) > 1:
        names = [*names[:-1], f"&amp; {names[-1]}"]
    return ", ".join(names)


def _initials(author: str) -> str:
    family, comma, given = author.partition(", ")
    if not comma:
        return escape(author)
    initials = " ".join("-".join(f"{part[0]}." for part in word.split("-") if part) for word in given.split())
    return f"{escape(family)}, {escape(initials)}"


def _sentence(text: str) -> str:
    text = escape(text.strip())
    return text if not text or text[-1] in ".?!" else f"{text}."


def _detail(reference: Reference, words: Words) -> str:
    fields = reference.fields
    if reference.kind in ("phdthesis", "mastersthesis"):
        return f" [{escape(words(reference.kind))}]"
    return f" ({escape(fields['number'])})" if fields.get("number") and reference.kind not in _ARTICLES else ""


def _container(reference: Reference) -> str:
    fields = reference.fields
    journal = fields.get("journal") or fields.get("journaltitle") or fields.get("booktitle")
    if reference.kind in _ARTICLES and journal:
        text = f"<cite>{escape(journal)}</cite>"
        if fields.get("volume"):
            number = f"({escape(fields['number'])})" if fields.get("number") else ""
            text += f", <i>{escape(fields['volume'])}</i>{number}"
        if fields.get("pages"):
            text += f", {escape(re.sub(r'-+', '–', fields['pages']))}"
        return f"{text}."
    house = next(
        (fields[n] for n in ("publisher", "institution", "school", "organization", "howpublished") if fields.get(n)), ""
    )
    return _sentence(house) if house and house not in reference.authors else ""


def _address(reference: Reference) -> str:
    doi = re.sub(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", "", reference.fields.get("doi", ""), flags=re.IGNORECASE)
    if doi:
        return f"https://doi.org/{doi}"
    url = reference.fields.get("url", "")
    return url if re.match(r"https?://", url) else ""


def _readable(address: str) -> str:
    return address.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")

"""The kinds of value that settings have, with the messages that belong to them."""

from __future__ import annotations

import datetime
import re
import unicodedata
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, StringConstraints


def _printable(value: str) -> str:
    if any((unicodedata.category(c) == "Cc" and c not in "\n\t") or c in "\u2028\u2029" for c in value):
        raise ValueError("a control character stands in this text; remove it")
    return value


def _line(value: str) -> str:
    return " ".join(_printable(value).split())


Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300), AfterValidator(_line)]
"""A line of text that is not empty; line breaks in it are spaces."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=5_000), AfterValidator(_line)]
"""Any text, as one line."""


def _name(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
        raise ValueError("a name is lower-case letters, digits and hyphens, such as `choose-support`")
    return value


Name = Annotated[
    str, AfterValidator(_name), Field(max_length=80, json_schema_extra={"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"})
]
"""A stable name: lower-case letters, digits, hyphens."""


Ignore = dict[Name, Title]
"""Rules by their codes, each with the reason why it doesn't count."""

Select = list[Name] | None
"""Rules, by their codes or their families, that count, and no others."""


Limit = Annotated[float, Field(gt=0, le=100_000)]
"""A number by which a rule decides."""


def _language(value: str) -> str:
    if not re.fullmatch(r"[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8})*", value):
        raise ValueError("a language is a tag such as `en`, `pt-BR` or `ar`")
    return value


Language = Annotated[str, AfterValidator(_language)]
"""A BCP 47 language tag."""


Picture = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300), AfterValidator(_printable)
]
"""A picture in `content/`: its path, relative to the file that the setting stands in."""


def _date(value: str) -> str:
    try:
        return datetime.date.fromisoformat(value).isoformat()
    except ValueError:
        raise ValueError("a date is written year-month-day, such as `2026-11-24`") from None


Date = Annotated[str, AfterValidator(_date), Field(json_schema_extra={"format": "date"})]
"""An ISO 8601 date."""


def web_address(value: str) -> str:
    """The address with a `/` at its end; raises `ValueError` with a message for the author where it isn't one."""
    try:
        parts = urlsplit(value)
        port_is_fine = parts.port is None or parts.port > 0
    except ValueError:
        parts, port_is_fine = urlsplit(""), False
    if parts.scheme not in ("http", "https") or not parts.hostname or not port_is_fine or parts.query or parts.fragment:
        raise ValueError("an address begins with `https://`, such as `https://example.org/course/`")
    if re.search(r"[\s\"'<>\\]", value) or "//" in parts.path:
        raise ValueError("an address has no spaces, quotes, angle brackets, backslashes or empty folders")
    return value if value.endswith("/") else value + "/"


WebAddress = Annotated[str, AfterValidator(web_address), Field(json_schema_extra={"format": "uri"})]
"""An absolute http(s) address that ends in `/`."""


def _host(value: str) -> str:
    if not re.fullmatch(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]", value):
        raise ValueError("a site is named by its host alone, in lower case, such as `tube.example.org`")
    return value


Host = Annotated[str, AfterValidator(_host), Field(max_length=253)]
"""The name of a site: its address without `https://` and without what follows."""


def _colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise ValueError('a colour is written `"#00665e"`, in quotes')
    return value.lower()


Colour = Annotated[str, AfterValidator(_colour), Field(json_schema_extra={"pattern": "^#[0-9a-fA-F]{6}$"})]
"""A colour as `#rrggbb`."""

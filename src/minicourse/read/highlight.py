"""Colours code with Pygments' short classes; the theme gives them colours."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pygments.formatter import Formatter
    from pygments.lexer import Lexer


def highlight(code: str, language: str) -> str:
    """HTML for the inside of a `code` element; unknown languages are left plain."""
    lexer = _lexer(language.lower()) if language else None
    if lexer is None:
        return escape(code, quote=False)
    import pygments

    return pygments.highlight(code, lexer, _formatter())


@lru_cache(maxsize=1)
def _formatter() -> Formatter[str]:
    from pygments.formatters import HtmlFormatter

    # It keeps no state between texts, and making one lists all styles.
    return HtmlFormatter(nowrap=True)


@lru_cache(maxsize=64)
def _lexer(language: str) -> Lexer | None:
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return None

"""Each pack knows the running text of its own language from that of all others that the theme speaks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from minicourse.check.languages import LANGUAGES, pack_of
from minicourse.check.named_language import FEW
from minicourse.render.theme import builtin_templates

SPOKEN = sorted(file.stem for file in (builtin_templates() / "locale").glob("*.json"))


def text_of(language: str) -> str:
    """What the theme says in a language."""
    file = Path(builtin_templates() / f"locale/{language}.json")
    texts: list[str] = []

    def collect(value: object) -> None:
        for inner in value.values() if isinstance(value, dict) else ():
            collect(inner)
        if isinstance(value, str):
            texts.append(value)

    collect(json.loads(file.read_text(encoding="utf-8")))
    return " ".join(texts)


@pytest.mark.parametrize("spoken", SPOKEN)
@pytest.mark.parametrize("language", LANGUAGES)
def test_common_words_tell_a_language(language: str, spoken: str) -> None:
    pack = pack_of(language)
    words = pack.words(text_of(spoken))
    share = sum(word in pack.common for word in words) / len(words)
    # A relative, as Portuguese is of Spanish, has some of its words.
    assert share > 2 * FEW if spoken == language else share < FEW + 0.05, share

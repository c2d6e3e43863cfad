"""Which rules need words, which languages have them, and what that does."""

from __future__ import annotations

import re
import time
from dataclasses import fields
from pathlib import Path

import pytest

from minicourse.build import check
from minicourse.check import RULES, languages_of, rules_off
from minicourse.check.context import Worded
from minicourse.check.giveaways import READ
from minicourse.check.languages import LANGUAGES, Pack, pack_of
from minicourse.check.languages.pack import Phrases
from minicourse.problems.catalogue import RULES as CATALOGUE

from .test_examples import Example, examples, write

WORDED = [rule for rule in RULES if isinstance(rule, Worded)]
CODES = {code for rule in WORDED for code in rule.needs}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pack_is_of_its_language(language: str) -> None:
    assert pack_of(language).language == language


def test_a_region_speaks_the_language() -> None:
    assert pack_of("en-GB") is pack_of("EN")
    assert not pack_of("eng").has("common")


@pytest.mark.parametrize("rule", WORDED, ids=lambda rule: rule.rule.__name__)
def test_what_a_rule_needs_exists(rule: Worded) -> None:
    assert rule.needs.keys() <= CATALOGUE.keys()
    assert {name for needed in rule.needs.values() for name in needed} <= {field.name for field in fields(Pack)}


def test_english_has_words_for_each_rule_that_needs_them() -> None:
    assert rules_off("en") == []
    assert all("en" in languages_of(code) for code in CODES)


def test_a_language_without_words_has_each_such_rule_off() -> None:
    assert set(rules_off("sv")) == CODES
    assert languages_of("longest-choice-is-key") == []


def test_what_is_off_in_the_other_languages() -> None:
    """An article gives the key away by its spelling in English and French; how hard a text is, is known of English."""
    assert rules_off("es-MX") == rules_off("de") == ["article-gives-key", "hard-text"]
    assert rules_off("fr") == ["hard-text"]


@pytest.mark.parametrize("example", [e for e in examples() if e.verdict == "bad" and e.code in CODES], ids=str)
def test_a_rule_that_is_off_finds_nothing(example: Example, tmp_path: Path) -> None:
    write(example._replace(language="sv"), tmp_path)
    assert CODES.isdisjoint(problem.code for problem in check(tmp_path).problems)


REPEATED = (
    "a",
    "_",
    "A, ",
    "ne ",
    "no se ",
    "was ist ",
    "qué cuál ",
    "lequel n’est ",
    "which is ",
    "que de a ",
    "alle ",
    "los estudios ",
    "según una nueva ",
    "de nombreuses études ",
    "selon une autre ",
    "neue Studien haben ",
    "laut einer neuen ",
    "el menú rojo y azul ",
    "cliquez sur le bouton rouge et ",
    "klicke auf den roten und blauen ",
    "1.000.000 ",
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("repeated", REPEATED)
def test_no_pattern_takes_long(language: str, repeated: str) -> None:
    """In seconds of this process, for a text as long as rules look at: it takes some hundredths."""
    text = (repeated * READ)[:READ]
    pack = pack_of(language)
    before = time.process_time()
    for words in (getattr(pack, field.name) for field in fields(Pack)):
        pattern = words.pattern if isinstance(words, Phrases) else words
        if isinstance(pattern, re.Pattern):
            pattern.search(text)
    assert time.process_time() - before < 2

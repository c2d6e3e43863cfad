"""The words of the theme in every language: none missing, none unknown, and whole.

After a word was added to `templates/locale/en.json`, `pytest tests/render/test_locale.py` lists for each language what
is to be translated. The files keep the order of the English one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from babel import Locale
from babel.plural import PluralRule

from minicourse.model.questions.answers import folded
from minicourse.render.theme import BrokenTheme, Theme, builtin_templates, words_in
from minicourse.render.words import Words

LOCALE = builtin_templates() / "locale"
LANGUAGES = sorted(file.stem for file in LOCALE.glob("*.json") if file.stem != "en")

SAME_AS_ENGLISH = {
    "video": ["de", "sw", "tr"],
    "certificate_version": ["de", "fr"],
    "certificate_code": ["de", "fr"],
    "certificate_date": ["fr"],
    "verify_name": ["de"],
    "aloud: aloud_pause": ["de", "fr"],
    "search/dialog: kind_section": ["fr"],
    "search/dialog: kind_quiz": ["fr"],
    "search/dialog: kind_question": ["fr"],
    "missing_code": LANGUAGES,
    "question_count": ["fr"],
    "minutes": ["fr"],
    "points": ["fr"],
    "quiz": ["fr"],
    "label_important": ["fr"],
    "version": ["fr"],
}
"""Words that a language really shares with English."""

Text = str | Mapping[str, str]
Texts = Mapping[str, Text]


def texts(language: str) -> Texts:
    """Every text of a language by its name; those of scripts as `script: name`."""
    words = words_in(LOCALE / f"{language}.json")
    scripts = words.pop("scripts")
    assert isinstance(scripts, dict)
    own = {f"{script}: {name}": text for script, said in scripts.items() for name, text in said.items()}
    return {**words, **own}


ENGLISH = texts("en")


def forms(text: Text) -> Mapping[str, str]:
    """A text by plural form; one without plural forms is its only one."""
    return {"other": text} if isinstance(text, str) else text


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\{(\w*)\}", text))


def faults(language: str) -> Iterator[str]:
    """What is wrong with the file of a language, in the order of the English one."""
    found, rule = texts(language), Locale.parse(language).plural_form
    for name in [*ENGLISH, *found]:
        if name not in found:
            yield f"{name}: missing; in English {ENGLISH[name]!r}"
        elif name not in ENGLISH:
            yield f"{name}: there is no such word in English"
    for name in (name for name in ENGLISH if name in found):
        english, text = ENGLISH[name], found[name]
        if isinstance(english, str) != isinstance(text, str):
            yield f"{name}: plural forms where English has none, or none where it has"
            continue
        wanted = {"other", *rule.tags} if isinstance(text, Mapping) else {"other"}
        yield from (f"{name}: has no form `{form}`" for form in sorted(wanted - forms(text).keys()))
        yield from (f"{name}: the language has no form `{form}`" for form in sorted(forms(text).keys() - wanted))
        for form, said in forms(text).items():
            yield from placeholder_faults(f"{name} ({form})", form, said, english, rule)
            if not said.strip() or (said != said.strip() and not name.endswith("comma")):
                yield f"{name} ({form}): is empty, or begins or ends with a space"
            if said == forms(english).get(form) and has_words(said) and language not in SAME_AS_ENGLISH.get(name, []):
                yield f"{name} ({form}): is the English text"


def has_words(text: str) -> bool:
    return re.search(r"\w", re.sub(r"\{\w+\}", "", text)) is not None


def placeholder_faults(name: str, form: str, said: str, english: Text, rule: PluralRule) -> Iterator[str]:
    """What differs from the placeholders in English. Where one number alone has a form, words may say it."""
    wanted = placeholders(forms(english)["other"])
    if placeholders(said) == wanted or (
        placeholders(said) == [value for value in wanted if value != "n"] and says_one_number(form, english, rule)
    ):
        return
    yield f"{name}: has the placeholders {placeholders(said)}, in English {wanted}"


def says_one_number(form: str, english: Text, rule: PluralRule) -> bool:
    """Does a plural form stand for one number only? Zero doesn't count where English says `one` without the number."""
    first = 1 if isinstance(english, Mapping) and "n" not in placeholders(english.get("one", "{n}")) else 0
    return isinstance(english, Mapping) and sum(rule(number) == form for number in range(first, 200)) == 1


@pytest.mark.parametrize("language", LANGUAGES)
class TestEachLanguage:
    def test_is_whole(self, language: str) -> None:
        found = list(faults(language))
        assert not found, f"templates/locale/{language}.json:\n" + "\n".join(found)

    def test_keeps_the_order_of_english(self, language: str) -> None:
        found = texts(language)
        assert [name for name in found if name in ENGLISH] == [name for name in ENGLISH if name in found]

    def test_no_text_is_assembled_by_a_wrong_hand(self, language: str) -> None:
        """Signs that another language would have put there."""
        foreign = {
            "fr": r"[^\u00a0\u202f]:|[^\u202f][?!;%]|\.\.\.|'",
            "es": r"^[^¿]*\?|\.\.\.|'|[^\u00a0]%|\s[:;?]",
            "de": r"\.\.\.|'|[^\u00a0]%|[^\u00a0 ]…|\s[:;?]",
            "zh": r"[\u4e00-\u9fff][,:;?!.]|[（(]\w+\)|'|[\u4e00-\u9fff]\d",
            "ja": r"[\u3040-\u9fff][,:;?!.]|[(]|'",
            "ar": r"[,;?]|%(?!\u200e)|[٠-٩]",
            "tr": r"\.\.\.|'|\{\w+\}\s?%",
            "hi": r"[\u0900-\u097f]\.(?![\u0900-\u097f ])|'",
        }.get(language, r"\.\.\.|'|\s[:;?]")
        lists = ("stays_put", "true_or_false")  # separated by semicolons in every language
        wrong = [
            said
            for name, text in texts(language).items()
            if name not in lists
            for said in forms(text).values()
            if re.search(foreign, said)
        ]
        assert wrong == []

    def test_no_phrase_of_a_choice_stands_twice(self, language: str) -> None:
        """Neither as it is nor after what comparing takes away; and none is so short that it begins any sentence."""
        for name in ("stays_put", "true_or_false"):
            phrases = [folded(phrase) for phrase in str(texts(language)[name]).split(";")]
            assert all(phrases)
            assert len(set(phrases)) == len(phrases), sorted(p for p in phrases if phrases.count(p) > 1)


class TestFallingBack:
    def words(self, language: str, *folders: Path) -> Words:
        return Theme((*folders, builtin_templates()), language).words

    def own(self, folder: Path, language: str, text: str) -> Path:
        (folder / "locale").mkdir(exist_ok=True)
        (folder / f"locale/{language}.json").write_text(text, encoding="utf-8")
        return folder

    @pytest.mark.parametrize(
        ("language", "close", "tag"),
        [
            ("es-MX", "Cerrar", "es-MX"),
            ("pt-BR", "Fechar", "pt-BR"),
            ("pt-PT", "Fechar", "pt-PT"),
            ("zh-Hans-CN", "关闭", "zh-Hans-CN"),
            ("DE", "Schließen", "DE"),
            ("nl", "Close", "en"),
            ("en-GB", "Close", "en-GB"),
            ("en-zzz", "Close", "en"),
        ],
    )
    def test_a_region_speaks_its_language_and_the_rest_english(self, language: str, close: str, tag: str) -> None:
        words = self.words(language)
        assert (words("close"), words.language) == (close, tag)

    def test_english_words_count_as_english_does(self) -> None:
        """In a course in Korean, which has no plural: its page is in Korean, the words of the theme are in English."""
        assert self.words("ko")("minutes", n=1) == "1 minute"

    def test_an_author_needs_not_write_all(self, tmp_path: Path) -> None:
        words = self.words("fr-CA", self.own(tmp_path, "fr", '{"close": "Fermez", "scripts": {"progress": {}}}'))
        assert words("close") == "Fermez"
        assert words("glossary") == "Glossaire"
        assert words.for_scripts(["progress"])["state_done"] == "terminée"

    def test_an_author_may_add_a_language(self, tmp_path: Path) -> None:
        words = self.words("nl", self.own(tmp_path, "nl", '{"close": "Sluiten"}'))
        assert (words("close"), words("glossary"), words.language) == ("Sluiten", "Glossary", "nl")

    def test_an_author_s_english_leaves_other_languages_alone(self, tmp_path: Path) -> None:
        assert self.words("de", self.own(tmp_path, "en", '{"close": "Shut"}'))("close") == "Schließen"

    @pytest.mark.parametrize(
        ("text", "line", "message"),
        [
            ("{\n", 2, "this is not JSON"),
            ("[]", 1, "not a list of words"),
            ('{\n"close": 3\n}', 2, "`close` is neither"),
            ('{\n"minutes": {"one": "{n} minuut"}\n}', 2, "`other` among them"),
            ('{\n"scripts": {\n"site": {\n"scheme_dark": ["donker"]}}}', 4, "`scheme_dark` is neither"),
        ],
    )
    def test_what_can_t_be_a_word_is_said_with_its_line(
        self, text: str, line: int, message: str, tmp_path: Path
    ) -> None:
        with pytest.raises(BrokenTheme, match=re.escape(message)) as raised:
            self.words("nl", self.own(tmp_path, "nl", text))
        assert (raised.value.file.name, raised.value.line) == ("nl.json", line)


class TestChoicesThatStay:
    @pytest.mark.parametrize(
        ("language", "choice"),
        [
            ("es", "Ninguna de las anteriores"),
            ("es", "Todas las anteriores son correctas."),
            ("fr", "Aucune de ces réponses"),
            ("fr", "Ni l'un ni l'autre"),
            ("de", "Keine der genannten Antworten"),
            ("de", "Alle Antworten sind richtig."),
            ("pt", "Nenhuma das alternativas anteriores"),
            ("zh", "以上都不对"),
            ("ja", "上記のいずれでもない"),
            ("hi", "उपर्युक्त में से कोई नहीं"),
            ("ar", "لا شيءَ ممّا سبق"),
            ("tr", "Hiçbiri"),
            ("tr", "Yukarıdakilerin hepsi"),
            ("uk", "Жоден із варіантів"),
            ("sw", "Hakuna kati ya haya"),
        ],
    )
    def test_as_authors_write_them(self, language: str, choice: str) -> None:
        words = Theme((LOCALE.parent,), language).words
        assert folded(choice).startswith(tuple(folded(phrase) for phrase in words.get("stays_put").split(";")))

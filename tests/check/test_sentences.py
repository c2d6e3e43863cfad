"""Where sentences end, and where a full stop ends none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minicourse.check.languages import pack_of
from minicourse.check.sentences import pieces, sentences

ENGLISH_CASES = [
    "Grace visits. | She listens.",
    "Dr. Otieno agrees with Mrs. Wanjiru. | So does Prof. Achieng.",
    "See p. 3 and pp. 12–14. | No. 5 is the last.",
    "The answer is no. | We go on.",
    "The mean is 3.5 and rises by .2 points. | That is little.",
    "Many skills, e.g. reading, i.e. what is tested, grow. | Slowly.",
    "Smith et al. (2003) counted. | Others did not.",
    "George W. Bush read aloud. | J. K. Rowling wrote.",
    "Take plan B. | It works.",
    "So do I. | You don't?",
    "In the U.S. Senate it failed. | It was the U.S. | They left.",
    "“Why?” she asked. | “Because!” | He left.",
    "She said “Stop.” | Then she left.",
    "He waited … and left. | Then … | Nothing.",
    "Well... maybe. | Wait... | What?!",
    "1. Read it aloud. | 2. Decide.",
    "It was 2019. | Nothing changed.",
    "Open course.yml and index.html now. | Done.",
    "(He was late.) | She was not.",
    "Use Node.js vs. Deno. | Choose one",
    "One sentence without an end",
    "Do you know? | Yes! | No.",
]
"""Sentences, with a line between them where one ends."""

SPANISH_CASES = [
    "La Dra. Otero, el Sr. Nieto y Ud. hablan. | Después leen.",
    "Vea la pág. 3, el art. 5 y el núm. 7. | Es el último.",
    "Muchas destrezas, p. ej. Leer, crecen. | Poco a poco.",
    "En EE. UU. votan. | Vivió en el 44 a. C. en Roma.",
    "La media es 3,5. | Sube un 2 %. | ¿Es mucho? | ¡No!",
    "Es el n.º 5. | Smith et al. (2003) contaron.",
    "La opción es la a. | La otra es la b.",
]

FRENCH_CASES = [
    "M. Martin et Mme Petit parlent. | MM. Achard et Petit lisent.",
    "Voir chap. 3, p. 12 et fig. 4. | C’est tout.",
    "Des savoirs, p. ex. Lire, croissent. | Peu à peu.",
    "J.-J. Rousseau écrit. | Le Dr Petit lit.",
    "La moyenne est 3,5. | Elle monte de 2 %. | Est-ce peu ? | Non !",
    "« Pourquoi ? » | Il part.",
]

GERMAN_CASES = [
    "Am 3. Oktober ruhte er. | Im 19. Jahrhundert auch.",
    "Dr. Otto liest z. B. Bücher, d. h. Romane u. a. Texte. | Danach schläft er.",
    "Vor allem z.B. Bücher, d.h. Romane. | Danach schläft er.",
    "Sie zog i. d. R. Bücher vor. | Der Verein Buch e. V. Bern auch.",
    "Siehe Abb. 3, Nr. 4, Bd. 2, Kap. 5 und Art. 7 Abs. 2. | Das ist alles.",
    "Er zahlte ca. 250 Mio. Euro bzw. Franken. | Das war viel.",
    "Der Wert ist 3,5. | Er steigt um 2 %. | Ist das viel? | Nein!",
    "Er las Bücher usw. | Dann schlief er.",
    "Es war 2019. | Nichts geschah.",
    "Sie nannte z.\u00a0B. Bücher. | Gut.",
]

OTHER_CASES = [
    ("我们学习。 | 你呢？ | 好！", "中文"),
    ("彼は来た。 | 「はい。」 | と言った。", "日本語"),
    ("هل تعلم؟ | نعم.", "العربية"),
    ("क्या हाल है? | ठीक है। | चलो।", "हिन्दी"),
    ("¿Qué pasa? | ¡Nada! | Bien.", "español"),
    ("Sie kam. | „Warum?“ | Er ging.", "Deutsch"),
]


def cut(text: str, language: str = "") -> str:
    """A text with a line where a sentence ends."""
    found = list(sentences(text, pack_of(language)))
    return " | ".join(text[start:end] for start, end in found)


@pytest.mark.parametrize("expected", ENGLISH_CASES)
def test_english(expected: str) -> None:
    assert cut(expected.replace(" | ", " "), "en") == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (language, expected)
        for language, cases in (("es", SPANISH_CASES), ("fr", FRENCH_CASES), ("de", GERMAN_CASES))
        for expected in cases
    ],
)
def test_a_language_has_its_own_abbreviations(language: str, expected: str) -> None:
    assert cut(expected.replace(" | ", " "), language) == expected


@pytest.mark.parametrize(("expected", "language"), OTHER_CASES)
def test_other_languages_without_their_abbreviations(expected: str, language: str) -> None:
    space = "" if language in ("中文", "日本語") else " "
    assert cut(expected.replace(" | ", space)) == expected


@given(st.text(alphabet='ab AB.!?…。,1"“”()\n', max_size=60))
def test_sentences_cover_a_text_in_order_and_hold_all_but_white_space(text: str) -> None:
    found = list(sentences(text, pack_of("en")))
    assert all(start < end for start, end in found)
    assert all(end <= start for (_, end), (start, _) in pairwise(found))
    held = "".join(text[start:end] for start, end in found)
    assert "".join(held.split()) == "".join(text.split())


@given(st.lists(st.sampled_from(["Grace reads.", "Dr. Otieno came!", "He left", "e.g. here.", "Why?"]), max_size=8))
def test_a_piece_holds_whole_sentences(parts: list[str]) -> None:
    text = " ".join(parts)
    assert len(pieces(text)) <= max(1, len(list(sentences(text, pack_of("en")))))

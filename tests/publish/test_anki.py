"""The deck for Anki, opened and read back."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from minicourse.build import check, exported
from minicourse.model.questions import Flashcards
from minicourse.publish.anki import AnkiDeck, anki_deck

KINDS = Path(__file__).parent.parent / "browser" / "kinds_course"
ARABIC = KINDS.parent / "arabic_course"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c626001000000ffff03000006000557bfabd4"
    "0000000049454e44ae426082"
)


@dataclass
class Note:
    guid: str
    front: str
    back: str
    tags: list[str]
    title: str
    cards: int
    model: str


@dataclass
class Read:
    """What is in a deck's file."""

    notes: list[Note]
    media: dict[str, bytes]
    decks: list[str]
    changed: int

    def note(self, text: str) -> Note:
        """The one note with this text in front."""
        (found,) = [note for note in self.notes if text in note.front]
        return found


def sides(fields: str) -> tuple[str, str]:
    front, back = fields.split("\x1f")
    return front, back


def read(data: bytes) -> Read:
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    database = sqlite3.connect(":memory:")
    database.deserialize(archive.read("collection.anki2"))
    assert database.execute("pragma integrity_check").fetchone() == ("ok",)
    models, decks = (json.loads(text) for text in database.execute("select models, decks from col").fetchone())
    cards_of = "(select count(*) from cards where nid = notes.id)"
    rows = database.execute(f"select guid, flds, tags, sfld, mid, mod, {cards_of} from notes order by id").fetchall()
    notes = [
        Note(guid, *sides(fields), tags.split(), sfld, cards, models[str(mid)]["name"])
        for guid, fields, tags, sfld, mid, _, cards in rows
    ]
    media = {name: archive.read(number) for number, name in json.loads(archive.read("media")).items()}
    names = [deck["name"] for deck in decks.values() if deck["name"] != "Default"]
    database.close()
    return Read(notes, media, names, max(row[5] for row in rows))


def deck_of(project: Path) -> AnkiDeck:
    result, deck = exported(project, anki_deck)
    assert deck is not None, result.problems
    return deck


@pytest.fixture(scope="module")
def kinds() -> Read:
    return read(deck_of(KINDS).data)


def course(folder: Path, lesson: str, settings: str = "") -> Path:
    """A course of one lesson."""
    content = folder / "content"
    content.mkdir(parents=True, exist_ok=True)
    (content / "course.yml").write_text(f"id: small\ntitle: Small\n{settings}", encoding="utf-8")
    (content / "01-one.md").write_text(f"---\ntitle: One\n---\n\n## Part\n\n{lesson}\n", encoding="utf-8")
    return folder


CHOICE = """::: question {#sky}
Which colour has the sky?

- [x] Blue
  > By day.
- [ ] Green

> See [the part](#part) and [elsewhere](https://example.org/sky).
:::"""


class TestWhatADeckHolds:
    def test_one_deck_named_like_the_course(self, kinds: Read) -> None:
        assert kinds.decks == ["Bread"]

    def test_a_note_for_each_question_but_surveys_and_scenarios(self, kinds: Read) -> None:
        questions = [q for lesson in check(KINDS).course.lessons for q in lesson.body.questions]
        packs = [q for q in questions if isinstance(q, Flashcards)]
        single = [q for q in questions if q.kind not in ("flashcards", "survey", "scenario")]
        cards = sum(len(pack.cards) for pack in packs)
        assert len(kinds.notes) == len(single) + cards
        assert len({note.guid for note in kinds.notes}) == len(kinds.notes)
        assert deck_of(KINDS).left_out == len(questions) - len(single) - len(packs)

    def test_a_choice_has_its_choices_in_front_and_their_feedback_behind(self, kinds: Read) -> None:
        note = kinds.note("What makes bread rise?")
        assert "have no scale" in note.front, "what precedes it"
        for choice in ("Yeast", "Salt", "Water"):
            assert choice in note.front
        assert "It makes gas" not in note.front
        assert "It makes gas" in note.back
        assert "Yeast eats sugar" in note.back, "the explanation"
        assert note.title == "What makes bread rise?"

    def test_gaps_are_hidden_one_a_card(self, kinds: Read) -> None:
        note = kinds.note("Complete the recipe.")
        assert "{{c1::300 g}}" in note.front
        assert "{{c3::rise::freeze / rise / boil}}" in note.front, "the choices are the hint"
        assert (note.cards, note.model) == (3, "minicourse (gaps)")

    def test_each_flashcard_is_a_note(self, kinds: Read) -> None:
        note = kinds.note(">Crumb<")
        assert "The soft inside of a loaf." in note.back
        assert (note.title, note.cards) == ("Crumb", 1)

    def test_tags_name_lesson_and_objective(self, kinds: Read) -> None:
        note = kinds.note("What makes dough rise?")
        assert note.tags == ["kinds::lesson::quizzes", "kinds::objective::know-dough"]

    def test_pictures_are_in_it(self, kinds: Read) -> None:
        note = kinds.note("Where does a loaf go")
        (name,) = re.findall(r'src="([^"]+)"', note.front)
        assert kinds.media[name] == (KINDS / "content" / "oven.svg").read_bytes()

    def test_pictures_that_no_question_shows_are_not(self, tmp_path: Path) -> None:
        project = course(tmp_path, f"![A dot](dot.png)\n\n{CHOICE}")
        (project / "content" / "dot.png").write_bytes(PNG)
        assert read(deck_of(project).data).media == {}

    def test_a_language_from_right_to_left_says_so(self) -> None:
        assert all('lang="ar" dir="rtl"' in note.front for note in read(deck_of(ARABIC).data).notes)


class TestLinks:
    def test_lead_to_the_published_course(self, tmp_path: Path) -> None:
        project = course(tmp_path, CHOICE, "url: https://example.com/small/\n")
        back = read(deck_of(project).data).note("sky").back
        assert '<a href="https://example.com/small/one/#part">the part</a>' in back

    def test_are_text_where_it_is_not_published(self, tmp_path: Path) -> None:
        back = read(deck_of(course(tmp_path, CHOICE)).data).note("sky").back
        assert "See the part and " in back
        assert '<a href="https://example.org/sky"' in back


class TestAnotherDeck:
    def test_keeps_what_a_note_is(self, tmp_path: Path) -> None:
        """By its name: then Anki keeps the learner's schedule."""
        before = read(deck_of(course(tmp_path, CHOICE)).data).note("sky")
        changed = CHOICE.replace("Which colour has the sky?", "What colour is the sky?").replace("Green", "Red")
        other = CHOICE.replace("#sky", "#sea").replace("the sky", "the sea")
        after = read(deck_of(course(tmp_path, f"{other}\n\n{changed}")).data)
        assert after.note("What colour is the sky?").guid == before.guid
        assert after.note("sea").guid != before.guid

    def test_keeps_cards_where_one_was_put_in_between(self, tmp_path: Path) -> None:
        pack = "::: flashcards {{#pack}}\nSay it.\n\nA\n: one\n\n{}B\n: two\n:::"
        before = read(deck_of(course(tmp_path, pack.format(""))).data)
        after = read(deck_of(course(tmp_path, pack.format("AB\n: new\n\n"))).data)
        assert before.note(">B<").guid == after.note(">B<").guid
        assert after.note(">AB<").guid not in {note.guid for note in before.notes}

    def test_is_newer_where_a_file_is(self, tmp_path: Path) -> None:
        """Anki updates a note only then."""
        project = course(tmp_path, CHOICE)
        file = project / "content" / "01-one.md"
        os.utime(file, (1_700_000_000, 1_700_000_000))
        assert read(deck_of(project).data).changed == 1_700_000_000
        os.utime(file, (1_700_000_777, 1_700_000_777))
        assert read(deck_of(project).data).changed == 1_700_000_777


class TestSameBytes:
    def make(self, project: Path, output: Path, **environment: str) -> bytes:
        command = [sys.executable, "-m", "minicourse", "export", "anki", str(project), "-o", str(output)]
        subprocess.run(command, env={**os.environ, **environment}, check=True, capture_output=True, timeout=60)
        return output.read_bytes()

    def test_for_the_same_folder(self, tmp_path: Path) -> None:
        first = self.make(KINDS, tmp_path / "first.apkg", PYTHONHASHSEED="1", TZ="UTC")
        second = self.make(KINDS, tmp_path / "second.apkg", PYTHONHASHSEED="2", TZ="Asia/Tokyo")
        assert first == second

    def test_for_a_copy_when_the_time_is_stated(self, tmp_path: Path) -> None:
        shutil.copytree(KINDS, tmp_path / "copy", copy_function=shutil.copy)
        stated = {"SOURCE_DATE_EPOCH": "1800000000"}
        first = self.make(KINDS, tmp_path / "first.apkg", **stated)
        assert first == self.make(tmp_path / "copy", tmp_path / "second.apkg", **stated)
        assert read(first).changed == 1_800_000_000


class TestHostileText:
    def test_is_no_command_to_anki(self, tmp_path: Path) -> None:
        """Sounds, LaTeX and gaps are written in a field's text; an author's text must not be taken for them."""
        stem = "Play [sound:x.mp3] and [latex]x[/latex] and [$]y[/$] {{c1::z}}"
        hostile = f"::: question {{#bad}}\n{stem}\n\nIt is [[a]] or [[b]].\n:::"
        note = read(deck_of(course(tmp_path, hostile)).data).note("Play")
        assert not re.search(r"\[(sound:|/?latex\]|/?\$)", note.front + note.back)
        assert "{{c1::z}}" not in note.front
        assert note.cards == 2

    def test_runs_no_script(self, tmp_path: Path) -> None:
        hostile = CHOICE.replace("Green", '<img src="x" onerror="alert(1)"><script>alert(1)</script>')
        result, deck = exported(course(tmp_path, hostile), anki_deck)
        if deck is not None:
            text = "".join(note.front + note.back for note in read(deck.data).notes)
            assert "onerror" not in text
            assert "<script" not in text
        else:
            assert result.problems


class TestTheCommand:
    def call(self, *arguments: str, cwd: Path, code: str = "") -> subprocess.CompletedProcess[str]:
        start = f"{code}; from minicourse.cli.main import run; run()"
        command = [sys.executable, "-c", start, *arguments]
        return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, timeout=60)

    def test_writes_a_file_named_like_the_course(self, tmp_path: Path) -> None:
        done = self.call("export", "anki", cwd=course(tmp_path, CHOICE), code="pass")
        assert done.returncode == 0, done.stderr
        assert "1 note in " in done.stderr
        assert read((tmp_path / "small.apkg").read_bytes()).note("sky")

    def test_says_how_to_install_what_is_missing(self, tmp_path: Path) -> None:
        done = self.call(
            "export", "anki", cwd=course(tmp_path, CHOICE), code="import sys; sys.modules['genanki'] = None"
        )
        assert done.returncode == 2
        assert 'a deck needs genanki: pip install "minicourse[anki]"' in done.stderr
        assert "Traceback" not in done.stderr

    def test_writes_nothing_of_a_course_with_errors(self, tmp_path: Path) -> None:
        project = course(tmp_path, CHOICE.replace("[x]", "[ ]").replace("- [ ] Green", "- [x] Green\n- [x] Red {bad"))
        (project / "content" / "course.yml").write_text("titel: Small\n", encoding="utf-8")
        done = self.call("export", "anki", cwd=project, code="pass")
        assert done.returncode == 1
        assert "nothing was written" in done.stderr
        assert list(project.glob("*.apkg")) == []

    def test_says_what_is_wrong_with_an_authors_template(self, tmp_path: Path) -> None:
        project = course(tmp_path, CHOICE)
        (project / "templates" / "anki").mkdir(parents=True)
        (project / "templates" / "anki" / "answer.html").write_text("{% if %}", encoding="utf-8")
        done = self.call("export", "anki", cwd=project, code="pass")
        assert done.returncode == 1
        assert "templates/anki/answer.html:1" in done.stderr

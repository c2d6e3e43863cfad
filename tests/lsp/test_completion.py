"""What is offered while somebody writes. In the texts here, `|` is the cursor."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from minicourse.read.questions.attributes import LEVELS
from minicourse.read.syntax.block import BLOCKS
from minicourse.schema.course_file import CourseFile
from minicourse.schema.lesson_file import IndexFile, LessonFile
from minicourse.schema.records import settings
from minicourse.schema.yaml import load
from tests.lsp.conftest import COURSE
from tests.lsp.editor import Editor, Json

Offered = Callable[[str, str], list[Json]]
LESSON = "content/01-before.md"


@pytest.fixture
def offered(course: Path, editor: Editor) -> Offered:
    """What is offered at the cursor in a text that stands in a file."""

    def ask(path: str, written: str) -> list[Json]:
        file = course / path
        editor.open(file)
        editor.type(file, written.replace("|", "", 1), wait=False)
        before = written.partition("|")[0]
        place = {"line": before.count("\n"), "character": len(before.split("\n")[-1].encode("utf-16-le")) // 2}
        asked = {"textDocument": {"uri": file.as_uri()}, "position": place}
        found = editor.ask("textDocument/completion", asked)
        return found["items"] if found else []

    return ask


def labels(items: list[Json]) -> list[str]:
    assert items == sorted(items, key=lambda item: item["sortText"])
    return [item["label"] for item in items]


def inserted(items: list[Json], label: str) -> str:
    (text,) = (item["textEdit"]["newText"] for item in items if item["label"] == label)
    return str(text)


def header(written: str) -> str:
    return f"---\n{written}\n---\n\nText.\n"


def body(written: str) -> str:
    """A text below the front matter of the first lesson."""
    front = (COURSE / LESSON).read_text(encoding="utf-8").split("---\n")[1]
    return f"---\n{front}---\n\n{written}\n"


# ---- settings --------------------------------------------------------------------------------------------------------


def test_settings_of_a_lesson_that_it_doesnt_have_yet(offered: Offered) -> None:
    items = offered(LESSON, header("title: A\nmi|"))
    assert labels(items) == [name for name in settings(LessonFile) if name != "title"]
    minutes = next(item for item in items if item["label"] == "minutes")
    assert minutes["documentation"]["value"] == LessonFile.model_fields["minutes"].description
    assert minutes["textEdit"] == {
        "range": {"start": {"line": 2, "character": 0}, "end": {"line": 2, "character": 2}},
        "newText": "minutes: ",
    }
    assert inserted(items, "objectives") == "objectives:"


def test_settings_are_offered_before_the_front_matter_is_closed(offered: Offered) -> None:
    assert "summary" in labels(offered(LESSON, "---\ntitle: A\ns|"))


def test_settings_of_a_unit(offered: Offered) -> None:
    assert labels(offered("content/02-practice/index.md", header("|"))) == list(settings(IndexFile))


def test_settings_of_the_course_and_of_its_certificate(offered: Offered) -> None:
    assert labels(offered("content/course.yml", "title: A\n|")) == [
        name for name in settings(CourseFile) if name != "title"
    ]
    assert labels(offered("content/course.yml", "title: A\ncertificate:\n  |")) == [
        "pass",
        "complete",
        "issuer",
        "text",
    ]


@pytest.mark.parametrize(
    ("path", "written", "expected"),
    [
        ("content/course.yml", "presentation: |", ["page", "cards"]),
        ("content/course.yml", "unlock: o|", ["open", "sequential", "mastery"]),
        ("content/course.yml", "offline: |", ["true", "false"]),
        ("content/course.yml", "certificate: |", ["true", "false"]),
        ("content/course.yml", "certificate:\n  complete: |", ["true", "false"]),
        ("content/course.yml", "certificate:\n  pass: [|]", ["last-test"]),
        ("content/course.yml", "certificate:\n  pass: [a, la|]", ["last-test"]),
        ("content/course.yml", "certificate:\n  pass:\n    - |", ["last-test"]),
        ("content/course.yml", "certificate:\n  pass:\n  - |", ["last-test"]),
        ("content/course.yml", "image: |", ["02-practice/images/chairs.svg"]),
        ("content/course.yml", "title: |", []),
        (LESSON, header("draft: t|"), ["true", "false"]),
        (LESSON, header("presentation: |"), ["page", "cards"]),
        ("content/02-practice/01-talk.md", header("image: |"), ["images/chairs.svg"]),
        ("content/03-test.md", header("tags: [|]"), ["notes"]),
    ],
)
def test_values_of_settings(offered: Offered, path: str, written: str, expected: list[str]) -> None:
    assert labels(offered(path, written)) == expected


@pytest.mark.parametrize(
    ("path", "written"),
    [
        (LESSON, header("title: A\nignore:\n  long|")),
        ("content/course.yml", "title: A\nignore:\n  |"),
        (LESSON, body('::: question {#a ignore="|"}')),
        (LESSON, body('::: question {#a ignore="long-line: x; |')),
    ],
)
def test_rules_that_may_be_set_aside(offered: Offered, path: str, written: str) -> None:
    items = offered(path, written)
    assert inserted(items, "longest-choice-is-key") == "longest-choice-is-key: "
    assert "question-without-key" not in labels(items), "errors always count"


def test_rules_that_decide_by_a_number(offered: Offered) -> None:
    items = offered("content/course.yml", "title: A\nlimits:\n  |")
    assert inserted(items, "many-objectives") == "many-objectives: 5"
    assert "negative-stem" not in labels(items)


@pytest.mark.parametrize("written", ["title: A\nselect:\n  - |", "title: A\nselect:\n  - it|"])
def test_rules_that_count(offered: Offered, written: str) -> None:
    items = offered("content/course.yml", written)
    assert {"item-writing", "negative-stem"} <= {*labels(items)}


def test_a_lesson_can_take_up_an_objective_of_another(offered: Offered) -> None:
    items = offered(LESSON, header("title: A\nobjectives:\n  |"))
    assert inserted(items, "name-step") == "name-step: Name one step that can be tried within a week."


@pytest.mark.parametrize("words", ["Coaching: what works", 'Say "no" # politely', "[Name] a step", "- begin", "2026"])
def test_an_objective_stays_what_it_is_in_yaml(course: Path, offered: Offered, words: str) -> None:
    talk = course / "content/02-practice/01-talk.md"
    text = talk.read_text(encoding="utf-8")
    whole = "Name one step that can be tried within a week."
    talk.write_text(text.replace(whole, json.dumps(words)), encoding="utf-8")
    entry = inserted(offered(LESSON, header("title: A\nobjectives:\n  |")), "name-step")
    assert load(entry, "").data == {"name-step": words}


# ---- blocks ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("written", ["::: |", ":::|", ":::: qu|", "> ::: |", "  ::: de|"])
def test_blocks(offered: Offered, written: str) -> None:
    assert labels(offered(LESSON, body(written))) == list(BLOCKS)


def test_alerts(offered: Offered) -> None:
    items = offered(LESSON, body("> [!T|"))
    assert labels(items) == ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"]
    assert inserted(items, "TIP") == "TIP]"


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("question", ["objective", "points", "kind", "choose", "ignore", "see"]),
        ("quiz", ["pass", "draw", "from", "show"]),
        ("flashcards", ["objective", "see"]),
        ("scenario", ["objective", "see"]),
        ("video Talk", ["captions", "length", "poster"]),
    ],
)
def test_attributes(offered: Offered, block: str, expected: list[str]) -> None:
    items = offered(LESSON, body(f"::: {block} {{#a |"))
    assert set(expected) <= set(labels(items))
    assert inserted(items, expected[0]) == f"{expected[0]}="
    assert all(item["documentation"]["value"] for item in items)


@pytest.mark.parametrize(
    ("attribute", "expected"),
    [
        ("level=|", list(LEVELS)),
        ("points=2 shuffle=f|", ["true", "false"]),
        ("level=apply objective=|", ["write-note", "name-step", "lead-talk"]),
        ('objective="|', ["write-note", "name-step", "lead-talk"]),
        ("points=|", []),
    ],
)
def test_values_of_attributes(offered: Offered, attribute: str, expected: list[str]) -> None:
    assert labels(offered(LESSON, body(f"::: question {{#a {attribute}"))) == expected


def test_objectives_say_what_they_are_and_those_of_the_lesson_come_first(offered: Offered) -> None:
    first, *_ = offered(LESSON, body("::: question {#a objective=wr|}"))
    assert first["detail"] == "Write a note that both can check."
    assert first["textEdit"]["range"]["start"]["character"] == len("::: question {#a objective=")


def test_fragments(offered: Offered) -> None:
    assert labels(offered(LESSON, body("::: include |"))) == ["_shared/how.md"]
    assert labels(offered("content/02-practice/01-talk.md", body("::: include ../|"))) == ["../_shared/how.md"]


# ---- text ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [LESSON, "content/glossary.yml"])
def test_terms(offered: Offered, path: str) -> None:
    items = offered(path, body("🙂 About [[fe|") if path == LESSON else "talk: About [[|")
    assert labels(items) == ["feedback", "walkthrough"]
    assert inserted(items, "feedback") == "feedback]]"
    assert inserted(offered(path, body("[[|]]") if path == LESSON else "talk: see [[|]]"), "feedback") == "feedback"


def test_double_brackets_in_a_question_are_gaps_but_not_in_its_explanation(offered: Offered) -> None:
    question = "::: question {#a}\nFill [[the gap]].\n\n"
    assert offered(LESSON, body(f"{question}Fill [[|")) == []
    assert labels(offered(LESSON, body(f"{question}> It is [[|"))) == ["feedback", "walkthrough"]
    assert labels(offered(LESSON, body(f"{question}:::\n\nAbout [[|"))) == ["feedback", "walkthrough"]


@pytest.mark.parametrize("written", ["As shown [@|", "As shown [@kr|]", "As shown [@other; @|"])
def test_citations(offered: Offered, written: str) -> None:
    (item,) = offered(LESSON, body(written))
    assert (item["label"], item["detail"]) == (
        "kraft2018",
        "The effect of teacher coaching on instruction and achievement",
    )
    assert "Kraft, M. A., Blazar, D., & Hogan, D. (2018)." in item["documentation"]["value"]
    assert "*Review of Educational Research*" in item["documentation"]["value"]


def test_links_to_lessons_and_files(offered: Offered) -> None:
    items = offered(LESSON, body("See [the talk](|"))
    assert labels(items)[:3] == ["02-practice/index.md", "02-practice/01-talk.md", "03-test.md"]
    assert [item.get("detail") for item in items[:3]] == ["In practice", "The talk", "A test"]
    assert "../01-before.md" in labels(offered("content/02-practice/01-talk.md", body("[before](|")))
    assert labels(offered(LESSON, body("![Two chairs](|"))) == ["02-practice/images/chairs.svg"]


def test_a_path_is_written_as_it_has_to_be(course: Path, offered: Offered) -> None:
    pictures = course / "content/02-practice/images"
    (pictures / "chairs.svg").rename(pictures / "two chairs (1) ü.svg")
    plain, escaped = "02-practice/images/two chairs (1) ü.svg", "02-practice/images/two%20chairs%20%281%29%20ü.svg"
    assert inserted(offered(LESSON, body("![Two chairs](|")), plain) == escaped
    assert inserted(offered("content/course.yml", "image: |"), plain) == plain


def test_places_in_a_page(offered: Offered) -> None:
    expected = ["02-practice/01-talk.md#what-to-say", "02-practice/01-talk.md#a-step"]
    assert labels(offered(LESSON, body("[the talk](02-practice/01-talk.md#|"))) == expected
    assert labels(offered(LESSON, body("::: question {#a see=02-practice/01-talk.md#wh|"))) == expected
    whole = (COURSE / LESSON).read_text(encoding="utf-8")
    assert labels(offered(LESSON, whole + "[above](#|")) == ["#one-thing-to-look-at", "#one-note"]


@pytest.mark.parametrize(
    ("path", "written"),
    [
        (LESSON, body("Just words |")),
        (LESSON, body("```\n::: |")),
        (LESSON, body("`[[|")),
        (LESSON, body("::: question {#a} |")),
        (LESSON, "---|\ntitle: A\n---\n"),
        ("content/references.bib", "@article{|"),
        ("content/course.yml", "# unlock: |\n"),
    ],
)
def test_nothing_is_offered(offered: Offered, path: str, written: str) -> None:
    assert offered(path, written) == []

"""Each kind of question is read as its author meant it, in the plain writing and in the odd ones that are right too.

Read this file to learn how questions are written: each test shows one, and what becomes of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import pytest

from minicourse.build import check
from minicourse.check import _READ_WHOLE
from minicourse.model.lesson import Body
from minicourse.model.questions import (
    Choice,
    Flashcards,
    Gap,
    Gaps,
    Hotspot,
    Matching,
    Matrix,
    Multiple,
    Number,
    NumberGap,
    Open,
    Ordering,
    PickGap,
    Question,
    Scenario,
    Short,
    Survey,
    TextGap,
)
from minicourse.problems import Problem
from minicourse.read.body import read_body
from minicourse.read.questions import read_question
from tests.check.test_messages import files
from tests.golden import cases

Q = TypeVar("Q", bound=Question)


def body(text: str) -> Body:
    """A text without any problem."""
    made, problems = read_body(text, "content/01-lesson.md")
    assert problems == []
    return made


def question(kind: type[Q], inside: str, attributes: str = "") -> Q:
    """The only question of a text, which is of this kind exactly."""
    (made,) = body(f"::: question {{#one {attributes}}}\n{inside}\n:::\n").questions
    assert type(made) is kind
    assert isinstance(made, kind)
    return made


def gap(written: str) -> Gap:
    """What a gap asks for that is written so."""
    return question(Gaps, f"Complete it.\n\nIt is {written}, they say.\n\n> Because.").gaps[0]


def number(written: str) -> NumberGap:
    made = gap(written)
    assert isinstance(made, NumberGap)
    return made


# ---- choices ------------------------------------------------------------------------------------------------------


def test_one_marked_box_makes_a_choice() -> None:
    made = question(
        Choice,
        """\
A teacher asks for help.

Which comes first?

- [x] A visit
  > Seeing comes before judging.
- [ ] A note
  > It comes later.

> [!TIP]
> What do you know so far?

> Because you know little yet.
""",
    )
    assert [(option.text, option.right) for option in made.options] == [("A visit", True), ("A note", False)]
    assert made.options[0].feedback_html == "<p>Seeing comes before judging.</p>"
    assert (made.scenario_html, made.stem) == ("<p>A teacher asks for help.</p>", "Which comes first?")
    assert made.hints_html == ("<p>What do you know so far?</p>",)
    assert made.explanation_html == "<p>Because you know little yet.</p>"


def test_several_marked_boxes_make_a_multiple_choice() -> None:
    made = question(Multiple, "Which?\n\n- [x] a\n- [X] b\n- [ ] c\n", "choose=2")
    assert (made.key, made.choose) == (["1", "2"], 2)


def test_one_right_choice_may_be_a_multiple_choice_if_it_says_so() -> None:
    assert question(Multiple, "Which?\n\n- [x] a\n- [ ] b\n", "kind=multiple").key == ["1"]


def test_hints_may_stand_anywhere() -> None:
    made = question(
        Choice,
        "> [!TIP]\n> One\n\nWhich?\n\n> [!TIP]\n> Two\n\n- [x] a\n- [ ] b\n\n> [!TIP]\n> Three\n\n> Because.\n\n"
        "> [!TIP]\n> Four\n",
    )
    assert made.hints_html == ("<p>One</p>", "<p>Two</p>", "<p>Three</p>", "<p>Four</p>")
    assert (made.stem, made.explanation_html) == ("Which?", "<p>Because.</p>")


def test_a_table_a_picture_a_list_and_a_quotation_may_stand_in_the_scenario() -> None:
    made = question(
        Choice,
        """\
| Year | Pupils |
|---|---|
| 2020 | 400 |

> “Come in”, she says.

1. She visits.
2. She talks.

![A plan](plan.svg)

Which?

- [x] a
- [ ] b
""",
    )
    assert made.stem == "Which?"
    order = [made.scenario_html.index(element) for element in ("<table>", "<blockquote>", "<ol>", "<img")]
    assert order == sorted(order)


def test_a_picture_below_the_stem_belongs_to_the_scenario() -> None:
    made = question(Choice, "Which?\n\n![A plan](plan.svg)\n\n- [x] a\n- [ ] b\n")
    assert (made.stem, "<img" in made.scenario_html) == ("Which?", True)


def test_an_explanation_may_have_several_blocks() -> None:
    made = question(Choice, "Which?\n\n- [x] a\n- [ ] b\n\n> Because.\n>\n> - one\n> - two\n\n> And so on.\n")
    assert made.explanation_html.startswith("<p>Because.</p>\n<ul>")
    assert made.explanation_html.endswith("<p>And so on.</p>")


# ---- gaps ---------------------------------------------------------------------------------------------------------


def test_gaps_in_a_text() -> None:
    made = question(
        Gaps,
        """\
Complete the sentences.

Coaching moved instruction by [[0.49 ± 0.02 SD]], and [[results|achievement]] less.

It works through [[walkthroughs|(coaching)|memos]].

1. Look at the table again.
2. What is measured at the end?

> The effect thins out.
""",
    )
    assert (made.stem, made.scenario_html) == ("Complete the sentences.", "")
    assert '<span data-gap="1"></span>' in made.text_html
    assert '<span data-gap="3"></span>' in made.text_html
    first, second, third = made.gaps
    assert isinstance(first, NumberGap)
    assert (first.low, first.high, first.answer, first.unit) == (0.47, 0.51, "0.49", "SD")
    assert isinstance(second, TextGap)
    assert second.accepted == ("results", "achievement")
    assert isinstance(third, PickGap)
    assert (third.choices, third.right) == (("walkthroughs", "coaching", "memos"), "2")
    feedback = [made_gap.feedback_html for made_gap in made.gaps]
    assert feedback == ["<p>Look at the table again.</p>", "<p>What is measured at the end?</p>", ""]


def test_gaps_need_no_stem() -> None:
    made = question(Gaps, "Coaching is [[support]].\n\n> Because.")
    assert (made.stem, made.stem_html) == ("", "")


def test_gaps_in_a_list() -> None:
    assert len(question(Gaps, "Complete it.\n\n- [[one]] of these\n- [[two]] of those\n\n> Because.").gaps) == 2


def test_gaps_in_a_table_whose_bars_have_a_backslash() -> None:
    made = question(Gaps, "Complete it.\n\n| Role | What |\n|---|---|\n| Coach | [[(help)\\|control]] |\n\n> Because.")
    assert isinstance(made.gaps[0], PickGap)
    assert made.gaps[0].choices == ("help", "control")
    assert "<table>" in made.text_html


def test_a_table_may_stand_before_or_behind_the_gaps() -> None:
    table = "| Year | Pupils |\n|---|---|\n| 2020 | 400 |\n"
    assert "<table>" in question(Gaps, f"{table}\nComplete it.\n\nIt was [[400]] then.").scenario_html
    assert "<table>" in question(Gaps, f"Complete it.\n\nIt was [[400]] then.\n\n{table}").text_html


def test_a_gap_may_be_broken_over_two_lines_and_stand_in_bold() -> None:
    assert gap("**[[professional\nlearning community|PLC]]**").fits("professional learning community")


@pytest.mark.parametrize(
    ("written", "low", "high", "unit"),
    [
        ("[[0.49]]", 0.49, 0.49, ""),
        ("[[0,49]]", 0.49, 0.49, ""),
        ("[[.49]]", 0.49, 0.49, ""),
        ("[[-3]]", -3, -3, ""),
        ("[[\u22123]]", -3, -3, ""),
        ("[[+3]]", 3, 3, ""),
        ("[[10 000]]", 10000, 10000, ""),
        ("[[1,234,567]]", 1234567, 1234567, ""),
        ("[[1.234,5]]", 1234.5, 1234.5, ""),
        ("[[0.49 ± 0.02]]", 0.47, 0.51, ""),
        ("[[0.49+-0.02]]", 0.47, 0.51, ""),
        ("[[0.4..0.6]]", 0.4, 0.6, ""),
        ("[[0.4…0.6]]", 0.4, 0.6, ""),
        ("[[\u22121..1]]", -1, 1, ""),
        ("[[60 studies]]", 60, 60, "studies"),
        ("[[60%]]", 60, 60, "%"),
        ("[[12.7 ± 0.1 %]]", 12.6, 12.8, "%"),
        ("[[4..6 school years]]", 4, 6, "school years"),
        ("[[20 °C]]", 20, 20, "°C"),
    ],
)
def test_numbers(written: str, low: float, high: float, unit: str) -> None:
    made = number(written)
    assert (made.low, made.high, made.unit) == (low, high, unit)


def test_text_in_quotes_is_text_whatever_it_looks_like() -> None:
    for written in ('[["1985"]]', "[[“1985”]]", '[["(coaching)"]]', '[["*"and"*"]]'):
        assert isinstance(gap(written), TextGap)
    assert gap('[["1985"]]').fits("1985")
    assert gap('[["(coaching)"]]').fits("(coaching)")


def test_text_is_compared_without_what_does_not_matter_and_with_stars() -> None:
    assert gap("[[Élève]]").fits("  ELEVE. ")
    assert gap("[[instruction*]]").fits("instructional")
    assert not gap("[[instruction*]]").fits("the instruction")


def test_brackets_with_a_backslash_are_brackets() -> None:
    made = question(Choice, "What does \\[[x]] mean?\n\n- [x] a\n- [ ] b\n")
    assert made.stem == "What does [[x]] mean?"


# ---- one field ----------------------------------------------------------------------------------------------------


def test_a_field_alone_is_a_number_or_a_short_answer() -> None:
    asked = question(Number, "Some schools took part.\n\nHow many?\n\n[[60 studies]]\n\n> Sixty.")
    assert (asked.scenario_html, asked.stem) == ("<p>Some schools took part.</p>", "How many?")
    assert question(Short, "What is it?\n\n[[coaching]]").stem == "What is it?"


def test_a_field_alone_can_be_said_to_be_a_gap() -> None:
    assert question(Gaps, "How many?\n\n[[60]]", "kind=gaps").stem == "How many?"


def test_a_drop_down_list_alone_is_a_gap() -> None:
    assert question(Gaps, "What is it?\n\n[[(coaching)|memos]]").stem == "What is it?"


def test_wrong_answers_that_are_foreseen() -> None:
    made = question(Number, "How much?\n\n[[0.03]]\n\n- 0,3\n  > One place too many.\n- 3\n  > As a share.\n")
    assert [foreseen.fits("0.3") for foreseen in made.foreseen] == [True, False]
    assert [foreseen.feedback_html for foreseen in made.foreseen] == [
        "<p>One place too many.</p>",
        "<p>As a share.</p>",
    ]


# ---- tables -------------------------------------------------------------------------------------------------------


def test_a_table_of_two_columns_is_matched() -> None:
    made = question(
        Matching,
        """\
What belongs together?

| Role | Area |
|---|---|
| **Coaches** | People |
| Frames goals | Mission |
| Praises | People |
| | Climate |
""",
    )
    assert made.heads == ("Role", "Area")
    assert (made.rows[0].text, made.rows[0].html) == ("Coaches", "<strong>Coaches</strong>")
    assert made.targets == ("Climate", "Mission", "People")  # what belongs to nobody is among them
    assert made.key == ["3", "2", "3"]


def test_a_third_column_is_feedback() -> None:
    made = question(Matching, "What?\n\n| a | b | Why |\n|---|---|---|\n| 1 | x | *one* |\n| 2 | y | |\n")
    assert [row.feedback_html for row in made.rows] == ["<em>one</em>", ""]


def test_no_empty_line_is_needed_around_a_table() -> None:
    made = question(Matching, "What?\n| a | b |\n|---|---|\n| 1 | x |\n| 2 | y |\n> Because.")
    assert (made.stem, made.explanation_html) == ("What?", "<p>Because.</p>")


def test_boxes_in_a_table_make_a_matrix() -> None:
    made = question(
        Matrix,
        """\
True or false?

| Claim | True | False | Why |
|---|:-:|:-:|---|
| Coaching helps | [x] | [ ] | It does. |
| Memos help | | [x] | |
""",
    )
    assert (made.heads, made.targets, made.key) == (("Claim", ""), ("True", "False"), ["1", "2"])
    assert [row.feedback_html for row in made.rows] == ["It does.", ""]


def test_a_data_table_above_a_table_of_answers_belongs_to_the_scenario() -> None:
    table = "| a | b |\n|---|---|\n| 1 | x |\n| 2 | y |\n"
    made = question(Matching, f"{table}\nWhat?\n\n{table}")
    assert ("<table>" in made.scenario_html, made.stem, len(made.rows)) == (True, "What?", 2)


# ---- ordering, hotspot --------------------------------------------------------------------------------------------


def test_a_numbered_list_is_an_order() -> None:
    made = question(Ordering, "In which order?\n\n1. Plan\n   > First.\n2. Do\n1. Review\n\n> A cycle.")
    assert [step.text for step in made.steps] == ["Plan", "Do", "Review"]
    assert [step.feedback_html for step in made.steps] == ["<p>First.</p>", "", ""]
    assert made.explanation_html == "<p>A cycle.</p>"


@pytest.mark.parametrize("places", [("{at=62,40}", "{at=20.5,80}"), ("{ at = 62, 40 }", '{at="20.5%,80%"}')])
@pytest.mark.parametrize("picture_first", [True, False])
def test_places_on_a_picture(places: tuple[str, str], picture_first: bool) -> None:
    above = ["![Plan of the school](plan.svg)", "Where is the **library**?"]
    text = "\n\n".join(above if picture_first else reversed(above))
    made = question(Hotspot, f"{text}\n\n- [x] In the *north* {places[0]}\n  > Yes.\n- [ ] South {places[1]}\n")
    assert [(spot.x, spot.y, spot.html) for spot in made.options] == [
        (62, 40, "In the <em>north</em>"),
        (20.5, 80, "South"),
    ]
    assert made.stem == "Where is the library?"
    assert made.picture_html == '<img src="plan.svg" alt="Plan of the school" />'
    assert made.scenario_html == ""


# ---- open, survey -------------------------------------------------------------------------------------------------


def test_a_quotation_alone_makes_an_open_question() -> None:
    made = question(Open, "What would you do?\n\n> Call her in.\n\n> Because it is kind.")
    assert (made.model_html, made.explanation_html) == ("<p>Call her in.</p>", "<p>Because it is kind.</p>")


def test_a_self_check_stands_below_the_model_answer() -> None:
    made = question(Open, "What would you do?\n\n> Call her in.\n\n- [ ] A time\n- [ ] A place\n\n> Because.")
    assert (made.model_html, made.points_html) == ("<p>Call her in.</p>", ("A time", "A place"))
    assert made.explanation_html == "<p>Because.</p>"


def test_an_open_question_about_a_table_or_a_list_says_so() -> None:
    table = "| a | b |\n|---|---|\n| 1 | x |\n"
    made = question(Open, f"{table}\nWhat do you see, and where?\n\n- here\n- there\n\n> A lot.", "kind=open")
    assert "<table>" in made.scenario_html


def test_a_quotation_above_marked_choices_is_no_model_answer() -> None:
    made = question(Choice, "Which?\n\n> She said so.\n\n- [x] a\n- [ ] b\n")
    assert "<blockquote>" in made.scenario_html


def test_surveys() -> None:
    chosen = question(Survey, "Which?\n\n- [ ] a\n- [ ] b\n- [ ] c\n", "kind=survey choose=2")
    assert (chosen.options_html, chosen.choose, chosen.objective) == (("a", "b", "c"), 2, None)
    for cells in ("| [ ] | [ ] |", "| | |"):
        rated = question(Survey, f"Agree?\n\n| | No | Yes |\n|---|---|---|\n| It helps {cells}\n", "kind=survey")
        assert (rated.statements_html, rated.scale) == (("It helps",), ("No", "Yes"))
    said = question(Survey, "What do you expect?", "kind=survey")
    assert (said.stem, said.options_html, said.statements_html) == ("What do you expect?", (), ())


# ---- flashcards, scenario -----------------------------------------------------------------------------------------


def test_flashcards() -> None:
    (made,) = body(
        "::: flashcards {#terms}\nSay it aloud, then turn the card.\n\nWalk*through*\n:   A visit.\n\n    - short\n\n"
        "Coaching\n:   Support.\n:   Help.\n:::\n"
    ).questions
    assert isinstance(made, Flashcards)
    assert made.stem == "Say it aloud, then turn the card."
    assert [card.front_html for card in made.cards] == ["Walk<em>through</em>", "Coaching"]
    assert "<ul>" in made.cards[0].back_html
    assert made.cards[1].back_html == "<p>Support.</p>\n<p>Help.</p>"


SCENARIO = """\
::: scenario {#ortega}
Lucía Ortega has thirty minutes.

> “Well?”

## Tuesday

She may still:

- think
- wait

What now?

1. [Call her *in*](#she-explains)
2. [Wait](#tuesday)

### She explains
All is said.

- That was it.
:::
"""


def test_a_scenario() -> None:
    (made,) = body(SCENARIO).questions
    assert isinstance(made, Scenario)
    assert "<blockquote>" in made.scenario_html
    first, last = made.scenes
    assert (first.anchor, first.title_html, last.anchor) == ("tuesday", "Tuesday", "she-explains")
    assert [(way.html, way.target) for way in first.decisions] == [
        ("Call her <em>in</em>", "she-explains"),
        ("Wait", "tuesday"),
    ]
    assert first.html.endswith("<p>What now?</p>")
    assert (last.decisions, "<ul>" in last.html) == ((), True)


# ---- what surrounds them ------------------------------------------------------------------------------------------

QUIZ = """\
## Before

:::: quiz {#final pass=80 draw=1 attempts=3 show=one feedback=now from=own}
# Final *test*

Take your time.

::: question {#a objective=x}
Which?

- [x] a
- [ ] b
:::

::: question {#b see=02-impact.md#a-heading confidence=true level=apply points=2 attempts=1}
How many?

[[60]]
:::
::::

## Behind
"""


def test_a_quiz() -> None:
    (quiz,) = body(QUIZ).quizzes
    assert (quiz.name, quiz.title, quiz.intro_html) == ("final", "Final test", "<p>Take your time.</p>")
    assert (quiz.pass_mark, quiz.draw, quiz.attempts, quiz.source) == (80, 1, 3, "own")
    assert (quiz.show, quiz.feedback, quiz.length) == ("one", "now", 1)
    assert [made.kind for made in quiz.questions] == ["choice", "number"]


def test_attributes() -> None:
    made = body(QUIZ).questions[1]
    assert (made.see, made.confidence, made.level) == ("02-impact.md#a-heading", True, "apply")
    assert (made.points, made.attempts) == (2, 1)
    assert not question(Choice, "Which?\n\n- [x] a\n- [ ] b", "shuffle=false").shuffle
    assert [link.target for link in body(QUIZ).links] == ["02-impact.md#a-heading"]


def test_a_place_where_it_was_taught_needs_no_quotes_and_may_have_them() -> None:
    for written in ("#a-heading", "../one/02-impact.md#a-heading", '"02 impact.md"'):
        assert question(Short, "What?\n\n[[a]]", f"see={written}").see == written.strip('"')


def test_a_question_knows_the_section_it_stands_in() -> None:
    text = "# T\n\n## One\n\n" + "::: question {#a}\nWhat?\n\n[[b]]\n:::\n"
    (made,) = read_body(text, "a.md")[0].questions
    assert made.section == "one"


def test_headings_in_quizzes_and_scenarios_are_no_headings_of_the_text_and_anchors_all_the_same() -> None:
    made = body(QUIZ + SCENARIO)
    assert [heading.text for heading in made.headings] == ["Before", "Behind"]
    assert made.anchors >= {"final", "a", "b", "ortega", "tuesday", "she-explains", "before", "behind"}


def test_double_brackets_are_gaps_in_questions_and_links_to_the_glossary_everywhere_else() -> None:
    made = body(
        "A [[term]].\n\n::: question {#a}\nWhat?\n\n[[answer]]\n\n> [!TIP]\n> See [[hint]].\n\n"
        "> See [[explained]].\n:::\n\n" + SCENARIO.replace("All is said", "All is [[said]]")
    )
    assert [term.name for term in made.terms] == ["term", "hint", "explained", "said"]
    assert '<a class="term"' in made.questions[0].explanation_html


def test_windows_line_endings(tmp_path: Path) -> None:
    for path, text in files(QUIZ.replace(" see=02-impact.md#a-heading", "").replace("=x", "=do-it")).items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(text.replace("\n", "\r\n").encode())
    result = check(tmp_path)
    assert [problem for problem in result.problems if problem.severity == "error"] == []
    assert [made.name for made in result.course.lessons[0].body.questions] == ["a", "b"]


# ---- lessons and courses ------------------------------------------------------------------------------------------

FIELD = "::: question {{#{0} objective=do-it}}\nWhat?\n\n[[b]]\n\n> Because.\n:::\n"
SURVEY = "::: question {{#{0} kind=survey}}\nWhat?\n:::\n"


def course(tmp_path: Path, given: str) -> Sequence[tuple[list[str], int, int]]:
    """Of each lesson: the names in the bank of its first quiz, how many questions it has, and its minutes."""
    for path, text in files(given).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    result = check(tmp_path)
    assert [problem.message for problem in result.problems if problem.severity == "error"] == []
    made = result.course
    return [
        (
            [asked.name for quiz in lesson.body.quizzes[:1] for _, asked in made.bank(quiz, lesson)],
            lesson.questions,
            lesson.minutes,
        )
        for lesson in made.lessons
    ]


def test_the_bank_of_a_quiz(tmp_path: Path) -> None:
    unit = "=== content/01-unit/index.md (no header)\n---\ntitle: Unit\n---\n"
    other = f"=== content/01-unit/02-b.md\n{FIELD.format('other')}\n{SURVEY.format('asked')}"
    quiz = ":::: quiz {{#final from={0} draw=1}}\n" + FIELD.format("own").replace("{#own", "{{#own") + "::::\n"
    quiz = quiz.replace("objective=do-it}", "objective=do-it}}")
    banks = {"own": ["own"], "unit": ["own", "before", "other"], "course": ["own", "before", "other", "sound"]}
    for source, bank in banks.items():
        first = f"=== content/01-unit/01-a.md\n{FIELD.format('before')}\n{quiz.format(source)}"
        lessons = course(tmp_path / source, f"{unit}{first}{other}")
        assert lessons[0][0] == bank


def test_the_time_and_the_number_of_questions_of_a_lesson_with_a_draw(tmp_path: Path) -> None:
    questions = "\n".join(FIELD.format(f"q{n}") for n in range(1, 9))
    for opening, asked, minutes in (("{#final}", 8, 6), ("{#final draw=4}", 4, 3)):
        lessons = course(tmp_path / str(asked), f":::: quiz {opening}\n{questions}::::\n")
        assert lessons[0][1:] == (asked, minutes)


def test_words_of_a_scenario_are_read_and_those_of_a_question_are_not() -> None:
    assert body("One two.\n\n" + SCENARIO).words > 25
    assert body("One two.\n\n" + FIELD.format("a")).words == 2


# ---- what can't be read -------------------------------------------------------------------------------------------


def test_a_question_that_can_not_be_read_is_not_taken_for_one_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that nobody is told that no question assesses an objective, when one does and has a slip in it."""
    lost: list[list[Problem]] = []

    def listening(*given: object) -> tuple[Question | None, list[Problem]]:
        made, problems = read_question(*given)  # type: ignore[arg-type]
        lost.extend([problems] if made is None else [])
        return made, problems

    monkeypatch.setattr("minicourse.read.body.read_question", listening)
    for case in cases(Path(__file__).parents[1] / "check" / "messages"):
        for path, text in files(case.given).items():
            if path.endswith(".md"):
                read_body(text, path)
    assert len(lost) > 50
    assert [problems for problems in lost if all(problem.code in _READ_WHOLE for problem in problems)] == []

"""Prose as it is read, and where in the file each word of it stands."""

from __future__ import annotations

import re

import pytest

from minicourse.model.passage import NO_WORD, Passage
from minicourse.read.body import read_text
from minicourse.read.shelf import EMPTY_SHELF, Shelf
from minicourse.slugs import slug

FIRST_LINE = 10


def passages(text: str, shelf: Shelf = EMPTY_SHELF) -> tuple[Passage, ...]:
    """The passages of a lesson whose text begins below its header."""
    body, _, _ = read_text(text, "content/01-lesson.md", FIRST_LINE, shelf)
    return body.passages


KINDS = """\
A paragraph.

- An item
- Another

| A head |
|---|
| A cell |

> Somebody's words.

> [!TIP]
> A tip.

::: example A title
In an example.
:::

Term
:   Its definition.

With a note.[^1]

[^1]: The note.

::: question {#one objective=a}
Which?

- [x] This
- [ ] That
:::
"""


def test_kinds_and_blocks() -> None:
    found = [(one.text, one.kind, one.block) for one in passages(KINDS)]
    assert found == [
        ("A paragraph.", "paragraph", ""),
        ("An item", "item", ""),
        ("Another", "item", ""),
        ("A head", "cell", ""),
        ("A cell", "cell", ""),
        ("Somebody's words.", "quotation", ""),
        ("A tip.", "paragraph", "tip"),
        ("A title", "title", "example"),
        ("In an example.", "paragraph", "example"),
        ("Term", "item", ""),
        ("Its definition.", "item", ""),
        ("With a note.", "paragraph", ""),
        ("The note.", "note", ""),
    ]


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("A *first* **word** and ~~none~~.", "A first word and none."),
        ("Call `print()` now.", f"Call {NO_WORD} now."),
        ("See ![a door](door.svg) here.", f"See {NO_WORD} here."),
        ("It works [@smith2019; @jones2020, p. 3].", "It works."),
        ("Two\nlines  \nand a break.", "Two lines and a break."),
        (r"A \*star\* &amp; a &lt;tag>.", "A *star* & a <tag>."),
        ("See [the *study* (old)](a_(b).md 'Title') and [it][x].\n\n[x]: b.md", "See the study (old) and it."),
        ("Press <kbd>Enter</kbd> at <https://example.org/a>.", "Press Enter at https://example.org/a."),
        ("The [[effect size]] of [[effect size]].", "The effect size of effect size."),
    ],
)
def test_plain_text(markdown: str, text: str) -> None:
    assert [one.text for one in passages(markdown)] == [text]


EVERYWHERE = r"""
One *two* three [four](four_(x).md "five") six \* seven &amp; eight [@nine] ten.
Eleven **twelve `code` thirteen** fourteen [[fifteen]] <kbd>sixteen</kbd> ![no](no.svg) seventeen
eighteen[^n] [nineteen][twenty], <https://example.org/> twentyone.

- alpha beta
  *gamma* delta
  - epsilon zeta

> eta theta
> **iota** kappa

| lambda | mu nu |
|---|---:|
| xi | omicron pi |
| pi | xi |

::: example Rho *sigma*
1. tau [upsilon](phi.md) chi
:::

Psi
:   Omega *end*.

[twenty]: none.md
[^n]: Note text here.
"""


def test_every_word_is_found_where_it_is_written() -> None:
    lines = EVERYWHERE.split("\n")
    words = 0
    for passage in passages(EVERYWHERE):
        for word in re.finditer(r"\w+", passage.text):
            span = passage.span(*word.span())
            assert (span.line, span.path) == (span.end_line, "content/01-lesson.md")
            assert lines[span.line - FIRST_LINE][span.column - 1 : span.end_column - 1] == word[0]
            words += 1
    assert words == 50


def test_what_goes_over_lines_ends_in_the_last() -> None:
    (one,) = passages("A *long*\n  sentence\nends.")
    span = one.span(0, len(one.text))
    assert (span.line, span.column, span.end_line, span.end_column) == (10, 1, 12, 6)


def test_sources_and_bold_words_are_noted() -> None:
    (one,) = passages("Known [@smith2019], [**seen**](https://example.org/), noted[^a], and [here](b.md).\n\n[^a]: N.")[
        :1
    ]
    assert one.sources == (5, 7, 18)
    assert one.strong == len("seen")


def test_sections_and_runs() -> None:
    parts = "One. Two. ##_A_*heading* Three. -_Item Four. ![Seen](a.svg) Five. ---- Six.".split()
    found = passages("\n\n".join(parts).replace("_", " "))
    assert [one.section for one in found] == ["", "", *[slug("A heading")] * 5]
    flow = [one for one in found if one.kind == "paragraph"]
    assert flow[0].run == flow[1].run, "nothing stands between them"
    assert len({one.run for one in flow}) == 5


def test_a_fragment_has_its_own_places() -> None:
    shelf = Shelf({"_shared/a.md": "## Shared\n\nSome *words*."}.get, tuple)
    one, other = passages("Before.\n\n::: include _shared/a.md\n:::\n", shelf)
    assert (one.path, other.path) == ("content/01-lesson.md", "content/_shared/a.md")
    assert (other.span(5, 10).line, other.span(5, 10).column) == (3, 7)
    assert other.section == slug("Shared")


def test_a_transcript_is_no_prose() -> None:
    text = "::: video [A talk](talk.mp4)\nGrace: Good morning!\n:::\n\nShe spoke to parents.\n"
    assert [one.text for one in passages(text)] == ["She spoke to parents."]

"""What a course teaches, practises and tests, in the terminal and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .test_commands import call

LESSON = """\
---
title: Bread
objectives:
  knead: Judge when dough has been kneaded enough
  bake: Bake a loaf
---

::: question {#window objective=knead points=2}
Which dough is ready?

- [x] One that stretches
  > It has a window.
- [ ] One that tears
  > It needs more time.

> The window test.
:::

::: question {#own objective=knead kind=open}
How does yours feel?

> Smooth.
:::

::: question {#oven}
How hot is the oven?

- [x] Very
  > 240 degrees.
- [ ] A little
  > That dries it.

> Heat makes it rise.
:::
"""
TEST = """\
---
title: Final test
objectives:
  knead: Judge when dough has been kneaded enough
  shape: Shape a loaf
---

:::: quiz {#final from=course draw=2}
# The last questions

::: question {#shape-it objective=shape}
What comes first?

- [x] Folding
  > It gives it strength.
- [ ] Cutting
  > That comes last.

> Folding makes a skin.
:::
::::
"""


@pytest.fixture
def course(tmp_path: Path) -> Path:
    content = tmp_path / "course/content"
    content.mkdir(parents=True)
    (content / "course.yml").write_text("title: Bread\n", encoding="utf-8")
    (content / "01-bread.md").write_text(LESSON, encoding="utf-8")
    (content / "02-test.md").write_text(TEST, encoding="utf-8")
    return content.parent


def test_the_terminal_shows_objectives_below_the_lesson_that_teaches_them(course: Path) -> None:
    done = call("coverage", str(course))
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        done.stdout
        == """\
Bread  01-bread.md  3 minutes, 3 questions
  objective  level     practised  tested  points
  knead      evaluate          2       1       2
  bake                      none    none       0

Promised by a test only, taught by no lesson
  objective  level     practised  tested  points
  shape                     none       1       1

3 objectives in 2 lessons, about 5 minutes
not practised: bake, shape
not tested: bake
asking for no objective: oven
"""
    )


def test_machines_get_the_name_of_every_question(course: Path) -> None:
    data = json.loads(call("coverage", str(course), "--format", "json").stdout)
    assert data["objectives"][0] == {
        "name": "knead",
        "text": "Judge when dough has been kneaded enough",
        "level": "evaluate",
        "taught": ["01-bread.md"],
        "practised": ["window", "own"],
        "tested": ["window"],
        "points": 2,
    }
    assert data["questions_without_objective"] == ["oven"]
    assert [lesson["title"] for lesson in data["lessons"]] == ["Bread", "Final test"]


def test_a_language_without_words_has_no_levels(course: Path) -> None:
    with (course / "content/course.yml").open("a", encoding="utf-8") as settings:
        settings.write("language: sw\n")
    data = json.loads(call("coverage", str(course), "--format", "json").stdout)
    assert {objective["level"] for objective in data["objectives"]} == {None}


def test_errors_are_counted_and_left_to_check(course: Path) -> None:
    (course / "content/03-more.md").write_text("---\ntitle: More\n---\n[Gone](gone.md)\n", encoding="utf-8")
    done = call("coverage", str(course))
    assert done.returncode == 0
    assert "1 error, so something may be missing here; see `minicourse check`" in done.stderr


def test_an_empty_course_has_an_empty_matrix(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/course.yml").write_text("title: Bread\n", encoding="utf-8")
    assert call("coverage", str(tmp_path)).stdout == "0 objectives in 0 lessons, about 0 minutes\n"

"""What the documentation shows works: its examples pass the checker, and its links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from minicourse.authoring.starter import start_course
from minicourse.build import check
from minicourse.problems.text import format_text
from minicourse.slugs import Anchors
from tests.docs.documents import DOCS, ROOT, Fence, documents, fences, headings, prose

EXAMPLES = [
    fence
    for path in [ROOT / "README.md", *sorted((DOCS / "authors").glob("*.md"))]
    for fence in fences(path)
    if fence.language in ("markdown", "yaml", "bibtex")
]
HEADER = """\
---
title: An example
objectives:
  write-question: Write a question that teaches, whichever choice a learner takes.
---

"""
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 10h40"/></svg>'
FILES = {
    "images/path.svg": PICTURE,
    "talk.mp4": "",
    "talk.en.vtt": "WEBVTT\n",
    "interview.mp3": "",
    "_shared/how-to-read.md": "Slowly.\n",
}
"""What the examples point at."""
TERMS = "::: details Terms\nFeedback follows a walkthrough.\n:::\n"
"""A lesson that uses the terms of the example of a glossary."""
_NAMED = re.compile(r"(?:---\n)?(?:[#%]|<!--) (content/\S+)(?: -->)?\n")


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_examples_pass_the_checker(example: Fence, tmp_path: Path) -> None:
    """A whole lesson, a part of one, or a file that says its name in its first line, in a course just begun."""
    course = tmp_path / "course"
    start_course(course)
    (course / "content/images").mkdir(exist_ok=True)
    (course / "content/images/path.svg").write_text(PICTURE, encoding="utf-8")
    Image.new("RGB", (1200, 630)).save(course / "content/images/coaching.jpg")
    for path, text in FILES.items():
        (course / "content" / path).parent.mkdir(exist_ok=True)
        (course / "content" / path).write_text(text, encoding="utf-8")
    named = _NAMED.match(example.text)
    if named:
        (course / named[1]).parent.mkdir(exist_ok=True)
        (course / named[1]).write_text(example.text, encoding="utf-8")
        if (course / named[1]).parent != course / "content" and "/_" not in named[1]:
            # A unit needs a lesson; one that takes up the objective that the course has already.
            (course / named[1]).with_name("01-lesson.md").write_text(HEADER + "Prose.\n", encoding="utf-8")
        if "/_" in named[1]:
            # A fragment is read where it is included.
            include = f"::: include {named[1].removeprefix('content/')}\n:::\n"
            (course / "content/02-example.md").write_text(HEADER + include, encoding="utf-8")
        if named[1] == "content/glossary.yml":
            (course / "content/02-example.md").write_text(HEADER + TERMS, encoding="utf-8")
    else:
        whole = example.text if example.text.startswith("---\n") else HEADER + example.text
        (course / "content/02-example.md").write_text(whole, encoding="utf-8")
    result = check(course)
    assert not result.problems, format_text(result.problems, result.project.source_line)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 10
    assert any(example.path.name == "README.md" for example in EXAMPLES)


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(path)):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        file = (path.parent / name).resolve() if name else path
        assert file.exists(), target
        assert file.is_relative_to(ROOT), target
        if anchor:
            anchors = Anchors()
            assert anchor in [anchors.add(re.sub(r"[`*]", "", heading)) for heading in headings(file)], target

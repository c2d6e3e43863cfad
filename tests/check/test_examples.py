"""What a rule of teaching or of item writing finds, and what it leaves alone.

`examples/CODE.md` holds cases under headings, `# bad: why` where the rule has to speak and `# good: why` where it has
to be silent; good cases are those that a careless rule would find fault with. A case is a question, or several between
lines `---`, each of them what stands between the fences: feedback and explanations are put in here, as they don't
matter, unless they stand there. Attributes may stand in a line above a question, `{shuffle=false}`; `{times=9}` asks it
nine times. Where the beginning of the lesson matters, it stands before a line `===`, and `(500 words)` in it makes that
many, or that many words of a text, `(500 words of “Habari za asubuhi”)`; there is a picture, `path.svg`.
Other files stand at the end, each below its name, `=== content/glossary.yml`.

Cases in another language than English stand in its folder, `examples/es/CODE.md`: fewer of them, as it is the words
that differ, and not the rule.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from minicourse.build import check
from minicourse.check import languages_of
from minicourse.check.languages import LANGUAGES
from minicourse.problems.catalogue import RULES, Rule
from minicourse.problems.catalogue.access import ACCESS
from minicourse.problems.catalogue.evidence import EVIDENCE
from minicourse.problems.catalogue.items import ITEMS
from minicourse.problems.catalogue.teaching import TEACHING
from minicourse.problems.catalogue.text import TEXT
from tests.check.test_messages import files

FOLDER = Path(__file__).with_name("examples")
LEAST = {"warning": Counter(bad=3, good=5), "advice": Counter(bad=2, good=3)}
"""How many examples a rule needs, by how loudly it speaks …"""
LEAST_OF_OTHERS = {"warning": Counter(bad=2, good=4), "advice": Counter(bad=1, good=2)}
"""… and in each language besides English that it has words for."""
JUDGING = {rule.code: rule for rule in (*ITEMS, *TEACHING, *ACCESS, *TEXT, *EVIDENCE)}
"""The rules that judge how a course is written."""


class Example(NamedTuple):
    """One case."""

    language: str
    code: str
    verdict: str
    why: str
    text: str

    def __str__(self) -> str:
        return f"{self.language}: {self.code}: {self.verdict}: {self.why}"


def examples() -> list[Example]:
    """All cases of the folder."""
    found = []
    for file in sorted(FOLDER.rglob("*.md")):
        for part in re.split(r"^# ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            heading, _, text = part.partition("\n")
            verdict, _, why = heading.partition(": ")
            language = "en" if file.parent == FOLDER else file.parent.name
            found.append(Example(language, file.stem, verdict, why, text))
    return found


def lesson(text: str) -> str:
    """A sound lesson that asks the questions of a case."""
    beginning, _, text = text.rpartition("\n===\n")
    beginning = re.sub(r"\((\d+) words(?: of “([^”]*)”)?\)", _many_words, beginning)
    asked: list[str] = []
    for question in text.split("\n---\n") if text.strip() else []:
        said = re.match(r"\s*\{(?:times=(\d+) ?)?(.*)\}\n", question)
        times, attributes = (int(said[1] or 1), said[2]) if said else (1, "")
        body = question[said.end() if said else 0 :].strip()
        body = re.sub(r"^- \[.\].*$(?!\n  >)", r"\g<0>\n  > That is why.", body, flags=re.MULTILINE)
        aim = "" if "objective=" in attributes else "objective=do-it "
        for _ in range(times):
            fence = f"::: question {{{f'#q{len(asked)} {aim}{attributes}'.strip()}}}"
            asked.append(f"{fence}\n{body}\n\n> That is why.\n:::\n")
    return "\n".join((beginning.lstrip(), *asked))


def _many_words(asked: re.Match[str]) -> str:
    words = (asked[2] or "word").split()
    return " ".join(words * (int(asked[1]) // len(words))) + " "


def write(example: Example, folder: Path) -> None:
    """Write the course of a case into a folder."""
    text, *others = re.split(r"^=== (\S+)\n", example.text, flags=re.MULTILINE)
    written = files(lesson(text))
    written["content/course.yml"] = f"title: A course\nlanguage: {example.language}\n"
    written |= dict(zip(others[::2], others[1::2], strict=True))
    if "\n===\n" in text:
        del written["content/02-sound.md"]  # the lesson says all that there is to know of the course
    for path, text in written.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    (folder / "content/path.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")


@pytest.mark.parametrize("example", examples(), ids=str)
def test_example(example: Example, tmp_path: Path) -> None:
    write(example, tmp_path)
    found = {problem.code: problem.message for problem in check(tmp_path).problems}
    assert not [code for code in found if RULES[code].severity == "error"], "the case itself is written wrongly"
    assert (example.code in found) == (example.verdict == "bad"), found


@pytest.mark.parametrize("rule", JUDGING.values(), ids=lambda rule: rule.code)
def test_each_rule_has_examples_enough(rule: Rule) -> None:
    counted = Counter(
        example.verdict for example in examples() if (example.language, example.code) == ("en", rule.code)
    )
    assert counted >= LEAST[rule.severity], counted


@pytest.mark.parametrize("language", sorted({*LANGUAGES} - {"en"}))
def test_each_rule_has_examples_enough_in_each_language_that_it_has_words_for(language: str) -> None:
    counted: dict[str, Counter[str]] = {code: Counter() for code in JUDGING if language in languages_of(code)}
    for example in examples():
        if example.language == language:
            counted.setdefault(example.code, Counter())[example.verdict] += 1
    few = {code: count for code, count in counted.items() if not count >= LEAST_OF_OTHERS[JUDGING[code].severity]}
    assert not few


def test_each_example_belongs_to_a_rule_and_a_language() -> None:
    assert {example.code for example in examples()} <= {*JUDGING}
    assert {example.language for example in examples()} == {*LANGUAGES}
    assert {example.verdict for example in examples()} == {"bad", "good"}

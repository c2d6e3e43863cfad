"""Makes courses of any size to measure with: lessons of about 6 KB, 25 a unit, as in a real course."""

from __future__ import annotations

import random
from pathlib import Path

WORDS = (
    "the a leader teacher lesson pupil school week question answer evidence study effect coaching feedback visit "
    "meeting team goal plan practice result reading writing number class small large often rarely because although "
    "before after asks shows gives takes keeps finds changes helps needs says knows works learns"
).split()


def course(folder: Path, lessons: int, unit_size: int = 25, questions: bool = True) -> None:
    """Write a course of `lessons` lessons into `folder`; the same every time.

    Without `questions` the lessons are plain Markdown that other tools read too.
    """
    chance = random.Random(lessons)
    content = folder / "content"
    content.mkdir(parents=True)
    (content / "course.yml").write_text("title: A large course\n", encoding="utf-8")
    for number in range(lessons):
        unit = content / f"{number // unit_size + 1:03}-unit-{number // unit_size + 1}"
        unit.mkdir(exist_ok=True)
        text = _lesson(number, number % unit_size, chance, questions)
        (unit / f"{number % unit_size + 1:02}-lesson-{number + 1}.md").write_text(text, encoding="utf-8")


def _lesson(number: int, place: int, chance: random.Random, questions: bool) -> str:
    objective = f"do-{number}"
    header = f"---\ntitle: Lesson {number + 1}\nsummary: {_sentence(chance)}\nobjectives:\n  {objective}: Do it\n---\n"
    parts = [header if questions else f"# Lesson {number + 1}\n"]
    for section in range(4):
        parts.append(f"## {_sentence(chance, 4).rstrip('.')} {section}\n")
        parts += [" ".join(_sentence(chance) for _ in range(6)) + "\n" for _ in range(2)]
        parts.append("\n".join(f"- {_sentence(chance)}" for _ in range(4)) + "\n")
    parts.append("| what | how much |\n|---|---|\n" + "".join(f"| {chance.choice(WORDS)} | {n} |\n" for n in range(4)))
    parts.append("```python\ndef effect(r):\n    return 2 * r / (1 - r**2) ** 0.5\n```\n")
    if place:
        parts.append(f"See [the lesson before]({place:02}-lesson-{number}.md).\n")
    if questions:
        parts += [_question(f"q-{number}-{place}", objective, chance) for place in range(2)]
    return "\n".join(parts)


def _question(name: str, objective: str, chance: random.Random) -> str:
    choices = "".join(
        f"- [{'x' if place == 1 else ' '}] {_sentence(chance, 6)}\n  > {_sentence(chance)}\n" for place in range(3)
    )
    opening = f"::: question {{#{name} objective={objective}}}\n{_sentence(chance)}?\n"
    return f"{opening}\n{choices}\n> {_sentence(chance)}\n:::\n"


def _sentence(chance: random.Random, length: int = 12) -> str:
    words = [chance.choice(WORDS) for _ in range(length)]
    return " ".join(words).capitalize() + "."

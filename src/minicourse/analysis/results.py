"""Result files: the progress that learners exported and chose to send. They come from strangers, so nothing in them is
trusted: what isn't of the right form is left out, and a file that can't be used is refused with a reason.

The page of one's own progress reads the same files (`templates/assets/js/portable.js`) and refuses the same ones.
"""

from __future__ import annotations

import datetime
import json
import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from minicourse.problems.text import shown

FORMAT = "minicourse progress"
VERSION, SCHEMA = 1, 2
MOST_BYTES = 2**22
"""4 MB: no browser keeps more than about that for a site."""
MOST_CHARACTERS = 2_000
"""An answer that can be right or wrong is shorter than this."""
_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """One answer, as a browser noted it."""

    at: str
    """When, to the millisecond: ISO 8601 in UTC, so that the order of the texts is that of the times."""
    question: str
    """The question's name."""
    response: tuple[str, ...]
    """What was answered; empty texts, or none, where it was left open."""
    told: str
    """What the page said then: `right` or `wrong`; empty where it said neither."""
    sure: str
    """How sure the learner was, from "1", a guess, to "3", certain; empty where nobody asked."""
    tried: bool
    """False where the learner looked at the answer instead."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that can't be used."""

    name: str
    """The file, as the author named it."""
    reason: str
    """What is wrong with it."""


class _Refusal(Exception):
    """Why a file can't be used, in words."""


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files that these paths mean: a folder stands for all `.json` files in it, not for those in its folders."""
    found: list[Path] = []
    for path in paths:
        found += sorted(file for file in path.iterdir() if file.suffix.lower() == ".json") if path.is_dir() else [path]
    return list(dict.fromkeys(found))


def read_file(path: Path, course: str, now: datetime.datetime) -> frozenset[Fact] | Refused:
    """The answers in a file of the course with this id, or why it is refused. Answers from the future, a day from
    `now` or more, are left out."""
    try:
        return facts_in(_text(path), course, now)
    except _Refusal as refusal:
        return Refused(str(path), str(refusal))
    except OSError as error:
        return Refused(str(path), f"it can't be read: {(error.strerror or 'unknown error').lower()}")


def _text(path: Path) -> str:
    # Not blocking: a pipe in the folder must not hang us.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with open(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise _Refusal("it is not a regular file")
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise _Refusal(f"it is larger than {MOST_BYTES // 2**20} MB")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _Refusal("it is not UTF-8") from None


def facts_in(text: str, course: str, now: datetime.datetime) -> frozenset[Fact]:
    """The answers in the text of a file. Raises an exception whose text says why it is refused."""
    try:
        found = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise _Refusal("it is not JSON, or damaged") from None
    if not isinstance(found, dict) or found.get("format") != FORMAT or not isinstance(found.get("progress"), dict):
        raise _Refusal("it is not progress that minicourse exported")
    progress = found["progress"]
    version, schema = found.get("version"), progress.get("schema")
    if not isinstance(version, int) or not isinstance(schema, int) or version < 1 or schema < 1:
        raise _Refusal("it is damaged: it doesn't say which version wrote it")
    if version > VERSION or schema > SCHEMA:
        raise _Refusal("a newer version of minicourse wrote it: update minicourse")
    if found.get("course") != course:
        raise _Refusal(f"it is of another course, `{_word(found.get('course'))}`, and not of `{course}`")
    limit = f"{now + datetime.timedelta(days=1):%Y-%m-%dT%H:%M:%S.999Z}"
    return frozenset(_facts(_records(progress.get("questions")), schema, limit))


def _no_number(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _records(value: object) -> dict[str, Record]:
    """The entries of a record that are records themselves."""
    entries = value.items() if isinstance(value, dict) else ()
    return {name: entry for name, entry in entries if isinstance(entry, dict)}


def _facts(questions: Mapping[str, Record], schema: int, limit: str) -> Iterator[Fact]:
    """All answers. What was answered in a quiz is noted with the question; where it isn't, as in what earlier versions
    wrote, the result of the quiz has it."""
    answers = {name: _answers(record, schema) for name, record in questions.items()}
    noted = {(name, _word(entry.get("in"))) for name, entries in answers.items() for entry in entries}
    for name, entries in answers.items():
        for entry in entries:
            if not _is_time(entry.get("at"), limit):
                continue
            if isinstance(entry.get("answers"), dict):
                for asked, response in entry["answers"].items():
                    if (asked, name) not in noted:
                        yield from _fact(asked, {"at": entry["at"], "response": response, "correct": None})
            else:
                yield from _fact(name, entry)


def _answers(record: Record, schema: int) -> list[Record]:
    if schema == 1:
        return _answers_1(record)
    listed = record.get("answers")
    return [entry for entry in listed if isinstance(entry, dict)] if isinstance(listed, list) else []


def _answers_1(record: Record) -> list[Record]:
    """Schema 1 kept the first and the last answer, and the time of the last: as the page does, the first of several is
    taken to come a millisecond before (`templates/assets/js/transfer.js`)."""
    at, first, last, results = (record.get(name) for name in ("at", "first", "last", "results"))
    if isinstance(results, list):
        return [{"at": at, **entry} for entry in results if isinstance(entry, dict)]
    attempts = record.get("attempts")
    several = isinstance(last, list) and (first != last or (isinstance(attempts, int) and attempts > 1))
    if several and isinstance(at, str) and _TIME.fullmatch(at):
        at = _millisecond_before(at)
    return [{"at": at, "response": first, "correct": record.get("firstCorrect"), "sure": record.get("sure")}]


def _millisecond_before(at: str) -> str:
    try:
        time = datetime.datetime.fromisoformat(at) - datetime.timedelta(milliseconds=1)
    except (ValueError, OverflowError):
        return at
    return f"{time:%Y-%m-%dT%H:%M:%S}.{time.microsecond // 1000:03}Z"


def _is_time(at: object, limit: str) -> bool:
    """Is this a time as the page writes it, and not from the future?"""
    if not isinstance(at, str) or not _TIME.fullmatch(at) or at > limit:
        return False
    try:
        datetime.datetime.fromisoformat(at)
    except ValueError:
        return False
    return True


def _fact(question: str, entry: Record) -> Iterator[Fact]:
    """An answer, if it has the form of one."""
    response, correct, sure = entry.get("response"), entry.get("correct"), entry.get("sure")
    if not isinstance(response, list) or not all(isinstance(part, str) for part in response):
        return
    if sum(map(len, response)) + len(response) <= MOST_CHARACTERS:
        told = "right" if correct is True else "wrong" if correct is False else ""
        level = _word(sure) if _word(sure) in ("1", "2", "3") else ""
        yield Fact(entry["at"], question, tuple(response), told, level, "correct" in entry)


def _word(value: object) -> str:
    """A text or a number as a line of text that may be shown; all else, which may be huge, is none."""
    return shown(str(value))[:80] if isinstance(value, str | int) else ""

"""Writing: gaps in a text (`gaps`), or one field alone for a text (`short`) or a number (`number`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from minicourse.model.questions.answers import fits, nearly_fits, readings
from minicourse.model.questions.question import Grade, Question, grade_rows, padded
from minicourse.problems import Span


@dataclass(frozen=True, slots=True)
class TextGap:
    """A gap for a text."""

    accepted: tuple[str, ...]
    """Answers that are right, the one to show first; `*` stands for anything."""
    span: Span
    feedback_html: str = ""
    """What to say to a learner whose answer is wrong, block HTML; may be empty."""

    @property
    def key(self) -> Mapping[str, Any]:
        return {"text": [*self.accepted]}

    @property
    def answer(self) -> str:
        """The answer as a learner reads it."""
        return self.accepted[0].replace("*", "…")

    def fits(self, text: str) -> bool:
        return any(fits(text, accepted) for accepted in self.accepted)

    def nearly_fits(self, text: str) -> bool:
        return any(nearly_fits(text, accepted) for accepted in self.accepted)


@dataclass(frozen=True, slots=True)
class NumberGap:
    """A gap for a number."""

    low: float
    """The least that is right."""
    high: float
    """The most that is right."""
    answer: str
    """The answer as a learner reads it: as its author wrote it, without the unit."""
    unit: str
    """What stands behind the field; may be empty."""
    span: Span
    feedback_html: str = ""
    """What to say to a learner whose answer is wrong, block HTML; may be empty."""

    @property
    def key(self) -> Mapping[str, Any]:
        return {"low": self.low, "high": self.high, "unit": self.unit}

    def fits(self, text: str) -> bool:
        return any(self.low <= number <= self.high for number in readings(text, self.unit))

    def nearly_fits(self, text: str) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class PickGap:
    """A gap to be filled from a drop-down list. A response to it is the place of a choice, from "1"."""

    choices: tuple[str, ...]
    """Plain text of the choices, in the author's order."""
    right: str
    """Place of the right one, from "1"."""
    span: Span
    feedback_html: str = ""
    """What to say to a learner whose answer is wrong, block HTML; may be empty."""

    @property
    def key(self) -> Mapping[str, Any]:
        return {"pick": self.right}

    @property
    def answer(self) -> str:
        """The answer as a learner reads it."""
        return self.choices[int(self.right) - 1]

    def fits(self, text: str) -> bool:
        return text == self.right

    def nearly_fits(self, text: str) -> bool:
        return False


Gap = TextGap | NumberGap | PickGap


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps(Question):
    """A text with gaps. A response holds an entry for each gap, in order, empty where nothing was written."""

    kind: ClassVar[str] = "gaps"
    text_html: str
    """The text, block HTML, with `<span data-gap="1"></span>` where the first gap is, and so on."""
    gaps: tuple[Gap, ...]
    """The gaps in order."""

    @property
    def key(self) -> list[Mapping[str, Any]]:
        """What each gap accepts."""
        return [gap.key for gap in self.gaps]

    def grade(self, response: Sequence[str]) -> Grade:
        """Each gap earns its share."""
        answers = list(zip(self.gaps, padded(response, len(self.gaps)), strict=True))
        right = [gap.fits(answer) for gap, answer in answers]
        near = [
            str(place)
            for place, ((gap, answer), is_right) in enumerate(zip(answers, right, strict=True), 1)
            if not is_right and gap.nearly_fits(answer)
        ]
        return grade_rows(right, near)


@dataclass(frozen=True, slots=True, kw_only=True)
class Short(Gaps):
    """One field alone, for a text."""

    kind: ClassVar[str] = "short"
    foreseen: tuple[Gap, ...] = ()
    """Wrong answers that the author expects, each with what to say to it."""

    @property
    def key(self) -> list[Mapping[str, Any]]:
        """What the field accepts, then the wrong answers foreseen."""
        return [gap.key for gap in (*self.gaps, *self.foreseen)]

    def grade(self, response: Sequence[str]) -> Grade:
        """All or nothing. Where a wrong answer was foreseen, its place in the key is added to the feedback."""
        grade = Gaps.grade(self, response)
        if grade.correct:
            return grade
        met = (str(place) for place, gap in enumerate(self.foreseen, 2) if gap.fits(padded(response, 1)[0]))
        return replace(grade, feedback=(*grade.feedback, *list(met)[:1]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Short):
    """One field alone, for a number."""

    kind: ClassVar[str] = "number"

"""The front matter of a lesson, of a unit's `index.md`, and of the course's front page."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from minicourse.schema.records import Record
from minicourse.schema.values import Date, Ignore, Name, Picture, Select, Text, Title


class LessonFile(Record):
    """The front matter of a lesson."""

    title: Title = Field(description="The lesson's title.")
    summary: Text = Field(default="", description="What it is about, in one sentence.")
    objectives: dict[Name, Title] = Field(
        default_factory=dict, description="What a learner will be able to do after it: `name: text`."
    )
    minutes: Annotated[int, Field(ge=1, le=600)] | None = Field(
        default=None, description="How long it takes; else worked out from the words and the questions."
    )
    tags: list[Title] = Field(default_factory=list, description="Words to find it by.")
    checked: Date | None = Field(default=None, description="The date on which its facts were last checked.")
    presentation: Literal["page", "cards"] | None = Field(
        default=None, description="How this lesson is shown, if not as `presentation` in `course.yml` says."
    )
    image: Picture | None = Field(
        default=None, description="A picture in place of the drawn card, beside links to the lesson that are shared."
    )
    draft: bool = Field(default=False, description="Leave it out of the site until it is ready.")
    ignore: Ignore = Field(default_factory=dict, description="Rules that don't count in this file: `code: why not`.")
    select: Select = Field(
        default=None, description="The rules that count in this file, and no others: codes or families."
    )


class IndexFile(Record):
    """The front matter of an `index.md`: the course's front page, or what stands before a unit's lessons."""

    title: Title = Field(description="The unit's title. (The front page shows the course's own.)")
    summary: Text = Field(default="", description="What the unit or the course is about, in one sentence.")
    ignore: Ignore = Field(default_factory=dict, description="Rules that don't count in this folder: `code: why not`.")
    select: Select = Field(
        default=None, description="The rules that count in this folder, and no others: codes or families."
    )

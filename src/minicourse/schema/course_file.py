"""`course.yml`."""

from __future__ import annotations

from pydantic import Field

from minicourse.schema.records import Record
from minicourse.schema.values import Colour, Host, Language, Name, Text, Title, WebAddress


class CourseFile(Record):
    """The settings of a course."""

    title: Title = Field(description="The course's title.")
    id: Name | None = Field(
        default=None,
        description="The course's stable name: learners' progress is stored under it. Default: made from the title.",
    )
    description: Text = Field(default="", description="One or two sentences: what a learner gets.")
    language: Language = Field(default="en", description="The language of the text, such as `en`, `pt-BR` or `ar`.")
    audience: Text = Field(default="", description="Whom the course is for, in a few words.")
    authors: list[Title] = Field(default_factory=list, description="Who wrote it.")
    licence: Text = Field(default="", description="The licence, such as `CC-BY-4.0`.")
    version: Text = Field(default="", description='The course\'s own version, in quotes: `"1.0"`.')
    url: WebAddress | None = Field(
        default=None,
        description="Where the site will be published; needed for the sitemap and canonical addresses.",
    )
    accent: Colour | None = Field(
        default=None, description='The accent colour, such as `"#00665e"`; only its hue is used.'
    )
    embeds: list[Host] = Field(
        default_factory=list,
        description="Sites that run PeerTube, such as `tube.example.org`, whose videos lessons show. "
        "(YouTube and Vimeo are known.)",
    )
    objectives: dict[Name, Title] = Field(
        default_factory=dict, description="What a learner will be able to do after the whole course: `name: text`."
    )

"""`course.yml`."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from minicourse.schema.records import Record
from minicourse.schema.values import (
    Colour,
    Host,
    Ignore,
    Language,
    Limit,
    Name,
    Picture,
    Select,
    Text,
    Title,
    WebAddress,
)


class CertificateFile(Record):
    """What the certificate takes, and what it says besides."""

    passed: list[Name] | None = Field(
        default=None,
        alias="pass",
        description="The names of the quizzes that must be passed. Default: each that has a pass mark.",
    )
    complete: bool = Field(default=True, description="Must all lessons be complete?")
    issuer: Title | None = Field(default=None, description="Who issues it. Default: the authors.")
    text: Text = Field(default="", description="What it says of the course, in a sentence or two.")


def _switch(value: Any) -> Any:
    """`true` is the certificate with nothing said of it, `false` is none."""
    if isinstance(value, bool):
        return {} if value else None
    if not isinstance(value, dict):
        raise ValueError("write `true`, or say what it takes: `pass: [final-test]`, `complete: true`")
    return value


CertificateSetting = Annotated[
    CertificateFile | None, BeforeValidator(_switch, json_schema_input_type=bool | CertificateFile)
]


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
    presentation: Literal["page", "cards"] = Field(
        default="page",
        description="How lessons are shown until a reader chooses: `page`, or `cards`, one idea a screen.",
    )
    offline: bool = Field(
        default=False,
        description="May browsers keep the course, so that it works without a connection and can be installed?",
    )
    pagefind_above: Annotated[int, Field(ge=0, le=100_000)] | None = Field(
        default=None,
        description="With more lessons than this, the search uses Pagefind, if `minicourse[search]` is installed. "
        "Default: when the text is too much for one file, at about eighty lessons.",
    )
    image: Picture | None = Field(
        default=None,
        description="A picture in place of the drawn cover: on the front page, and beside links to it that are shared.",
    )
    unlock: Literal["open", "sequential", "mastery"] = Field(
        default="open",
        description="When a lesson opens: at once; once the one before is complete (`sequential`); or once each "
        "question of the one before was answered rightly (`mastery`). It guides learners, it doesn't guard.",
    )
    embeds: list[Host] = Field(
        default_factory=list,
        description="Sites that run PeerTube, such as `tube.example.org`, whose videos lessons show. "
        "(YouTube and Vimeo are known.)",
    )
    ignore: Ignore = Field(
        default_factory=dict, description="Rules of the checker that don't count in this course: `code: why not`."
    )
    select: Select = Field(
        default=None,
        description="The rules of the checker that count, and no others: codes, or families such as `item-writing`. "
        "Default: all. Errors always count.",
    )
    limits: dict[Name, Limit] = Field(
        default_factory=dict, description="Numbers by which rules decide, where yours are others: `code: number`."
    )
    objectives: dict[Name, Title] = Field(
        default_factory=dict, description="What a learner will be able to do after the whole course: `name: text`."
    )
    certificate: CertificateSetting = Field(
        default=None, description="Is there a certificate, and what does it take? `true`, or lines of settings."
    )

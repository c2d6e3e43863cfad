"""`minicourse schema`."""

from __future__ import annotations

import json

import click


@click.command("schema", short_help="Print a JSON Schema for your editor.")
@click.argument("kind", type=click.Choice(["course", "lesson"]))
def command(kind: str) -> None:
    """Print the JSON Schema of course.yml, or of a lesson's front matter.

    \b
    minicourse schema course > course.schema.json
    and at the top of course.yml:
    # yaml-language-server: $schema=../course.schema.json
    """
    from minicourse.schema.course_file import CourseFile
    from minicourse.schema.lesson_file import LessonFile

    record = CourseFile if kind == "course" else LessonFile
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **record.model_json_schema()}
    click.echo(json.dumps(schema, ensure_ascii=False, indent=2))

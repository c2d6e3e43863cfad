"""What `course.yml` says of the certificate."""

from __future__ import annotations

from minicourse.model.certificate import Certificate
from minicourse.model.lesson import Mention
from minicourse.schema.course_file import CourseFile
from minicourse.schema.yaml import Document


def read_certificate(header: CourseFile, document: Document) -> Certificate | None:
    """The certificate, with the places of what is named in it; none where none is asked for."""
    setting = header.certificate
    if setting is None:
        return None
    quizzes = None
    if setting.passed is not None:
        spans = [document.span(("certificate", "pass", index)) for index in range(len(setting.passed))]
        quizzes = tuple(Mention(name, span) for name, span in zip(setting.passed, spans, strict=True))
    return Certificate(
        span=document.keys["certificate",],
        quizzes=quizzes,
        complete=setting.complete,
        issuer=setting.issuer or ", ".join(header.authors),
        text=setting.text,
    )

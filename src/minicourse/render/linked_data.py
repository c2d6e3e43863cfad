"""What search engines and catalogues read: schema.org `Course` and `LearningResource`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from minicourse.model.course import Course
from minicourse.model.lesson import Lesson

_CONTEXT = "https://schema.org"

_LICENCES = {
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    **{
        f"CC-{kind.upper()}-{version}": f"https://creativecommons.org/licenses/{kind}/{version}/"
        for kind in ("by", "by-sa", "by-nd", "by-nc", "by-nc-sa", "by-nc-nd")
        for version in ("3.0", "4.0")
    },
    "MIT": "https://opensource.org/license/mit",
}


def licence_url(licence: str) -> str | None:
    """Where a licence named by its SPDX identifier, or by an address, can be read."""
    if licence.startswith(("https://", "http://")):
        return licence
    return _LICENCES.get(licence)


def course_data(course: Course, url: str | None, minutes: int, image: str | None) -> dict[str, Any]:
    """The whole course, for its front page; `url` and `image` are published addresses."""
    duration = f"PT{minutes}M"
    return _filled(
        {
            "@context": _CONTEXT,
            "@type": "Course",
            "@id": url,
            "url": url,
            "name": course.title,
            "description": course.description,
            "image": image,
            "inLanguage": course.language,
            "version": course.version,
            "author": [{"@type": "Organization", "name": name} for name in course.authors],
            "provider": [{"@type": "Organization", "name": name} for name in course.authors[:1]],
            "license": licence_url(course.licence) or course.licence,
            "audience": {"@type": "Audience", "audienceType": course.audience} if course.audience else None,
            "teaches": [objective.text for objective in course.objectives],
            "isAccessibleForFree": True,
            "timeRequired": duration,
            "offers": {"@type": "Offer", "category": "Free"},
            "hasCourseInstance": {"@type": "CourseInstance", "courseMode": "Online", "courseWorkload": duration},
        }
    )


def lesson_data(
    course: Course,
    lesson: Lesson,
    url: str | None,
    home: str | None,
    crumbs: Sequence[tuple[str, str | None]],
    image: str | None,
) -> dict[str, Any]:
    """One lesson, and where it stands; `crumbs` are titles with their published addresses."""
    return _filled(
        {
            "@context": _CONTEXT,
            "@type": "LearningResource",
            "@id": url,
            "url": url,
            "name": lesson.title,
            "description": lesson.summary,
            "image": image,
            "inLanguage": course.language,
            "learningResourceType": "lesson",
            "teaches": [objective.text for objective in lesson.objectives],
            "keywords": list(lesson.tags),
            "timeRequired": f"PT{lesson.minutes}M",
            "isPartOf": {"@type": "Course", "@id": home, "name": course.title}
            if home
            else {"@type": "Course", "name": course.title},
            "breadcrumb": {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    _filled({"@type": "ListItem", "position": place, "name": title, "item": address})
                    for place, (title, address) in enumerate(crumbs, 1)
                ],
            },
        }
    )


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value not in (None, "", [])}

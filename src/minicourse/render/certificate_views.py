"""What the templates of the certificate, and of the page that checks one, may see."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from minicourse.render.frame_views import CertificateLink, Crumb, Head, LessonLink, Navigation, SiteView


@dataclass(frozen=True, slots=True)
class RequiredQuizView:
    """A quiz that must be passed."""

    name: str
    """The name under which its results are stored."""
    title: str
    """Its title, or its lesson's."""
    url: str
    """Where it is taken."""
    pass_mark: int
    """The share of points, in per cent, with which it is passed."""


@dataclass(frozen=True, slots=True)
class AreaView:
    """A row of results: an objective; in a course with many, a lesson or a unit."""

    name: str
    """Its stable name, by which a certificate's link speaks of it."""
    title: str
    """The objective's text, or the title of the lesson or unit."""
    questions: str
    """The names of the questions that count for it, space-separated."""


@dataclass(frozen=True, slots=True)
class StatementView:
    """What a certificate states, as far as the course decides it."""

    did: str
    """What its bearer has done, in words."""
    minutes: int
    """About how long the course takes."""
    published: str
    """The absolute address of the page that checks certificates, when the course's address is known, else empty."""
    tests: tuple[RequiredQuizView, ...]
    """The quizzes whose results it states; none where there are too many for one page."""
    areas: tuple[AreaView, ...]
    """The rows of its results: objectives, or lessons or units where those would be too many for one page."""


@dataclass(frozen=True, slots=True)
class CertificatePage:
    """View of `certificate.html`: what the certificate takes, and the certificate itself."""

    head: Head
    site: SiteView
    navigation: Navigation
    crumbs: tuple[Crumb, ...]
    certificate: CertificateLink
    lessons: tuple[LessonLink, ...]
    """The lessons that must be complete."""
    tests: tuple[RequiredQuizView, ...]
    """The quizzes that must be passed."""
    statement: StatementView
    issuer: str
    """Who issues it; may be empty."""
    text: str
    """What the author says of the course; may be empty."""
    cover_svg: Markup
    """The course's cover as inline SVG, for ornament."""


@dataclass(frozen=True, slots=True)
class VerifyPage:
    """View of `verify.html`: whether the code of a certificate belongs to what it states."""

    head: Head
    site: SiteView
    navigation: Navigation
    crumbs: tuple[Crumb, ...]
    certificate: CertificateLink
    statement: StatementView

"""What a page needs besides that of every page: for what it asks, and for blocks that few pages have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from minicourse.model.course import Course
from minicourse.model.lesson import Body, Lesson
from minicourse.model.players import player
from minicourse.render.bodies import scripts_for
from minicourse.render.theme import BLOCK_SCRIPTS, BLOCK_STYLE, QUIZ_SCRIPT, Asset, Theme

_SCRIPT_OF = {"tabs": "blocks/tabs", "video": "blocks/player"}
_STYLED = frozenset({"tabs", "columns", "figure", "video", "audio"})


@dataclass(frozen=True, slots=True)
class Needs:
    """What one page needs."""

    scripts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What each of its scripts is joined from, by its name."""
    styles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The same of its stylesheets."""
    framed: frozenset[str] = frozenset()
    """Origins that it lets into a frame."""


NOTHING = Needs()


@dataclass(frozen=True)
class Bundles:
    """The bundles of one course."""

    course: Course
    theme: Theme

    def of(self, body: Body, lesson: Lesson | None = None) -> Needs:
        """What the page of a text needs; of a `lesson`, what its questions need as well."""
        scripts = {"blocks": block_scripts_for(body)}
        if lesson:
            banks = [question for quiz in body.quizzes for _, question in self.course.bank(quiz, lesson)]
            scripts |= {"questions": scripts_for(body, banks), "quiz": (QUIZ_SCRIPT,) if banks else ()}
        found = (player(recording.target, self.course.embeds) for recording in body.recordings)
        return Needs(
            {name: parts for name, parts in scripts.items() if parts},
            self.on_paper([body]).styles,
            frozenset(one.origin for one in found if one),
        )

    def on_paper(self, bodies: Iterable[Body]) -> Needs:
        """What a page with several texts needs on which nothing moves."""
        return Needs(styles={"blocks": (BLOCK_STYLE,)} if any(body.uses & _STYLED for body in bodies) else {})

    def assets(self) -> set[Asset]:
        """All bundles that some page needs."""
        lessons = {lesson.path: lesson for lesson in self.course.lessons}
        made: set[Asset] = set()
        for path, body in self.course.bodies():
            needs = self.of(body, lessons.get(path))
            made |= {self.theme.script(*bundle) for bundle in needs.scripts.items()}
            made |= {self.theme.stylesheet(*bundle) for bundle in needs.styles.items()}
        return made


def block_scripts_for(body: Body) -> tuple[str, ...]:
    """The scripts that the blocks of a text need."""
    used = {script for name, script in _SCRIPT_OF.items() if name in body.uses}
    return tuple(name for name in BLOCK_SCRIPTS if name in used)

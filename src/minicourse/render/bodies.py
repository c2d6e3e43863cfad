"""A lesson's content to views: prose, questions and quizzes in turn, on its own page or among others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from minicourse.model.course import Course
from minicourse.model.lesson import Body, Lesson
from minicourse.model.questions import Flashcards, Question
from minicourse.model.quiz import Quiz
from minicourse.model.targets import resolve
from minicourse.render import views
from minicourse.render.assets import QUESTION_SCRIPTS
from minicourse.render.links import Linker, text_prefix
from minicourse.render.navigation import Navigator
from minicourse.render.question_views import AimView, QuestionView, QuizView, TaughtAt
from minicourse.render.questions import SCRIPT_OF, Place, question_view
from minicourse.render.recordings import Recordings
from minicourse.render.references import reference_html
from minicourse.render.terms import TermLinks
from minicourse.render.urls import Urls
from minicourse.render.words import Words


@dataclass(frozen=True)
class Bodies:
    """Makes the views of the lessons of one course."""

    course: Course
    urls: Urls
    linker: Linker
    navigator: Navigator
    words: Words
    recordings: Recordings
    live: bool = False
    """Are questions answered on the page even where all lessons stand together? On paper they aren't."""

    def body(self, lesson: Lesson, page: str, together: bool = False) -> views.LessonBody:
        """A lesson's content; `together` where several lessons share the page."""
        prefix = text_prefix(self.urls.keys[lesson.path]) if together else ""
        blocks = self._blocks(lesson, page, prefix)
        return views.LessonBody(
            key=self.urls.keys[lesson.path],
            digest=lesson.digest,
            title=lesson.title,
            anchor=f"{prefix}top",
            number=self.navigator.places[lesson.path][0],
            lesson_count=len(self.navigator.order),
            summary=lesson.summary,
            minutes=lesson.minutes,
            question_count=lesson.questions,
            is_test=lesson.is_test,
            checked=self.words.date(lesson.checked) if lesson.checked else None,
            objectives=tuple(views.ObjectiveView(o.name, o.text) for o in lesson.objectives),
            blocks=tuple(blocks),
            answered=tuple(_answered(blocks)),
            references=self.references(lesson.body, prefix),
            presentation=lesson.presentation or self.course.presentation,
            unit=self._unit_intro(lesson, page) if together and not self.live else None,
        )

    def references(self, body: Body, prefix: str = "") -> tuple[views.ReferenceView, ...]:
        """What a text cites."""
        known = self.course.references
        return tuple(
            views.ReferenceView(f"{prefix}ref-{key}", number, reference_html(known[key], self.words))
            for number, key in enumerate(body.cited, 1)
            if key in known
        )

    def prose(self, body: Body, path: str, page: str, prefix: str = "") -> Markup:
        """A text without questions, as one piece."""
        html = "\n".join(block.html for block in body.blocks if not isinstance(block, Question | Quiz))
        return self._finished(html, path, page, prefix)

    def _finished(self, html: str, path: str, page: str, prefix: str, ids: str = "") -> Markup:
        return self.recordings.put_into(self.linker.finish(html, path, page, prefix, ids), path, page, prefix)

    def cards(self, lesson: Lesson, questions: Sequence[Question], page: str) -> tuple[QuestionView, ...]:
        """Some questions of a lesson away from it, each by itself, as they are asked on `page`."""
        ids = "review--"  # a page has ids of its own, and a question must not have the same
        finish = self._finish(lesson, page, "", ids)
        return tuple(
            question_view(
                question,
                Place(number, len(questions), ids, finish, self.words, self._taught_at(question, lesson, page, "")),
            )
            for number, question in enumerate(questions, 1)
        )

    def aims(self, lesson: Lesson) -> Mapping[str, str]:
        """The texts of the objectives that a lesson's questions assess, by their names."""
        asked = dict.fromkeys(question.objective for question in lesson.body.questions)
        return {name: self._objectives[name] for name in asked if name in self._objectives and name}

    def _blocks(self, lesson: Lesson, page: str, prefix: str) -> list[views.ProseView | QuestionView | QuizView]:
        finish = self._finish(lesson, page, prefix)
        blocks: list[views.ProseView | QuestionView | QuizView] = []
        terms = TermLinks(self.course.terms)
        total, number = len(lesson.body.practice), 0
        for block in lesson.body.blocks:
            if isinstance(block, Quiz):
                blocks.append(self._quiz(block, lesson, page, prefix))
            elif isinstance(block, Question):
                number += block.numbered
                terms.see(f"{block.scenario_html}{block.explanation_html}")
                taught_at = self._said_to_be_taught_at(block, lesson, page, prefix)
                place = Place(number if block.numbered else None, total, prefix, finish, self.words, taught_at)
                blocks.append(question_view(block, place))
            else:
                blocks.append(views.ProseView(finish(terms.link(block.html))))
        return blocks

    def _quiz(self, quiz: Quiz, lesson: Lesson, page: str, prefix: str) -> QuizView:
        bank = self.course.bank(quiz, lesson)
        asked = {question.objective for _, question in bank}
        questions = []
        for number, (home, question) in enumerate(bank, 1):
            own = question in quiz.questions
            if prefix and not own and not self.live:
                continue  # on paper the questions of others are there already
            taught_at = self._taught_at(question, home, page, prefix)
            # Questions of others may stand on the same page once more.
            ids = "" if own else f"{quiz.name}--"
            finish = self._finish(home, page, prefix, ids)
            place = Place(number, len(bank), prefix + ids, finish, self.words, taught_at, practice=False)
            questions.append(question_view(question, place))
        return QuizView(
            name=quiz.name,
            anchor=prefix + quiz.name,
            title=quiz.title,
            intro_html=self._finish(lesson, page, prefix)(quiz.intro_html),
            questions=tuple(questions),
            length=min(quiz.draw or len(bank), len(bank)),
            total=len(bank),
            pass_mark=quiz.pass_mark,
            attempts=quiz.attempts,
            feedback=quiz.feedback,
            show=quiz.show,
            aims=tuple(AimView(name, text) for name, text in self._objectives.items() if name in asked),
        )

    def _finish(self, lesson: Lesson, page: str, prefix: str, ids: str = "") -> Callable[[str], Markup]:
        return lambda html: self._finished(html, lesson.path, page, prefix, ids)

    # ---- where things were taught ----

    def _said_to_be_taught_at(self, question: Question, lesson: Lesson, page: str, prefix: str) -> TaughtAt | None:
        """Where the author says that it was taught."""
        target = resolve(question.see, lesson.path) if question.see else None
        if target is None or target.path not in self._titles:
            return None
        return self._place(target.path, target.anchor or "", page, prefix)

    def _taught_at(self, question: Question, lesson: Lesson, page: str, prefix: str) -> TaughtAt | None:
        """Where a question of a quiz was taught: what its author says, else the section it stands in, else where its
        objective is practised, else the lesson that names it."""
        said = self._said_to_be_taught_at(question, lesson, page, prefix)
        if said or question.section:
            return said or self._place(lesson.path, question.section, page, prefix)
        found = self._practised.get(question.objective or "")
        return self._place(*found, page, prefix) if found else None

    def _place(self, path: str, anchor: str, page: str, prefix: str) -> TaughtAt:
        title = self._titles[path].get(anchor) or self._titles[path][""]
        return TaughtAt(title, self.linker.address(f"/{path}#{anchor}" if anchor else f"/{path}", path, page, prefix))

    @cached_property
    def _titles(self) -> Mapping[str, Mapping[str, str]]:
        """The titles of a lesson's sections by their anchors; its own under the empty one."""
        return {
            lesson.path: {"": lesson.title, **{heading.anchor: heading.text for heading in lesson.body.headings}}
            for lesson in self.course.lessons
        }

    @cached_property
    def _practised(self) -> Mapping[str, tuple[str, str]]:
        """The section in which each objective is first practised, or the lesson that names it."""
        found: dict[str, tuple[str, str]] = {}
        for lesson in self.course.lessons:
            for question in lesson.body.activities:
                if question.objective:
                    found.setdefault(question.objective, (lesson.path, question.section))
        for lesson in self.course.lessons:
            for objective in lesson.objectives:
                found.setdefault(objective.name, (lesson.path, ""))
        return found

    @cached_property
    def _objectives(self) -> Mapping[str, str]:
        """The text of each objective, in the order of the course."""
        return {name: objective.text for name, objective in self.course.named_objectives().items()}

    def _unit_intro(self, lesson: Lesson, page: str) -> views.UnitIntro | None:
        """The unit that begins with a lesson."""
        _, unit, _ = self.navigator.places[lesson.path]
        if unit is None or unit.lessons[0] is not lesson:
            return None
        prefix = text_prefix(unit.slug)
        html = self.prose(unit.body, f"{unit.path}/index.md", page, prefix)
        return views.UnitIntro(unit.title, html, self.references(unit.body, prefix))


def _answered(blocks: Iterable[object]) -> Iterator[QuestionView]:
    """The questions among these blocks that have an answer to be printed."""
    for block in blocks:
        if isinstance(block, QuizView):
            yield from _answered(block.questions)
        elif isinstance(block, QuestionView) and (block.kind not in ("survey", "scenario") or block.explanation_html):
            yield block


def is_reviewed(question: Question) -> bool:
    """Is it asked again some days later? What has no right answer is not; of cards, a learner says what they knew."""
    return question.scored or isinstance(question, Flashcards)


def scripts_for(body: Body, bank: Iterable[Question]) -> tuple[str, ...]:
    """The scripts that a lesson's questions need: its own activities, and the `bank` that its quizzes draw from."""
    used = {f"questions/{SCRIPT_OF[question.kind]}" for question in (*body.activities, *bank)}
    return tuple(name for name in QUESTION_SCRIPTS if name in used or (used and name == "questions/question"))

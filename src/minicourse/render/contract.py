"""What each kind of question owes to people who use a keyboard, a screen reader, a magnifier or a switch.

The browser's tests hold every kind to its line here (`tests/browser/test_contract.py`), and the accessibility report
of a course says it to its readers: what is promised is what is tested.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Contract:
    """How one kind of question can be worked, and what is announced."""

    control: str
    """ARIA role of its controls."""
    group: str
    """ARIA role of what holds them; its name is the question."""
    name: str
    """Where the name of each control comes from."""
    keys: str
    """How it is answered with a keyboard alone."""
    state: str
    """How the answer and the verdict are told, besides colour."""
    error: str
    """What is said when nothing was answered; empty where nothing need be."""


_TAB = "Tab to a control"
_VERDICT = "a word and an icon in the part, which describe its control; the verdict in a status region"

CONTRACTS: Mapping[str, Contract] = {
    "choice": Contract(
        control="radio",
        group="radiogroup",
        name="the text of the choice",
        keys="Tab to the choices, arrow keys among them, Tab to Check, Enter",
        state=_VERDICT,
        error="Choose an answer first.",
    ),
    "multiple": Contract(
        control="checkbox",
        group="group",
        name="the text of the choice",
        keys=f"{_TAB}, Space to tick it, Tab to Check, Enter",
        state=_VERDICT,
        error="Choose at least one answer first.",
    ),
    "hotspot": Contract(
        control="radio",
        group="radiogroup",
        name="the text of the place, so that the picture need not be seen",
        keys="Tab to the list of places, arrow keys among them, Tab to Check, Enter",
        state=_VERDICT,
        error="Choose an answer first.",
    ),
    "gaps": Contract(
        control="textbox",
        group="group",
        name="“Gap” and its number, with the unit where there is one; drop-down lists are comboboxes",
        keys=f"{_TAB}, type, or choose with the arrow keys; Enter checks",
        state="a word and an icon below the text, under the gap's number, which describe its field; a status region",
        error="Answer each part first; a guess will do.",
    ),
    "short": Contract(
        control="textbox",
        group="group",
        name="“Your answer”; the group's name is the question",
        keys=f"{_TAB}, type, Enter",
        state="a word and an icon below the field, which describe it; a status region",
        error="Write an answer first.",
    ),
    "number": Contract(
        control="textbox",
        group="group",
        name="“Your answer”, with the unit; the group's name is the question",
        keys=f"{_TAB}, type, Enter",
        state="a word and an icon below the field, which describe it; a status region",
        error="Write an answer first.",
    ),
    "matching": Contract(
        control="combobox",
        group="group",
        name="the text of the row",
        keys=f"{_TAB}, choose with the arrow keys, Tab to Check, Enter; nothing is dragged",
        state=_VERDICT,
        error="Answer each part first; a guess will do.",
    ),
    "matrix": Contract(
        control="radio",
        group="radiogroup",
        name="the step of the scale; the group's name is the statement",
        keys="Tab to a statement, arrow keys along its scale, Tab to Check, Enter",
        state=_VERDICT,
        error="Answer each part first; a guess will do.",
    ),
    "ordering": Contract(
        control="button",
        group="group",
        name="“Move up” and “Move down”, each with the text that it moves",
        keys="Tab to a button, Enter or Space to move; focus stays with what was moved; nothing is dragged",
        state="the new place in a status region; a word and an icon with each item",
        error="",
    ),
    "open": Contract(
        control="textbox",
        group="group",
        name="“Your answer”; the group's name is the question",
        keys="Tab to the field, type, Tab to Compare, Enter",
        state="a status region says that the text is kept and where the model answer stands",
        error="Write an answer first.",
    ),
    "survey": Contract(
        control="radio",
        group="radiogroup",
        name="the text of the choice",
        keys="Tab to the choices, arrow keys among them, Tab to the button, Enter",
        state="a status region says that the answer is kept",
        error="Choose an answer first.",
    ),
    "flashcards": Contract(
        control="button",
        group="form",
        name="the front of the card opens it; “I knew it” and “Not yet” say whether they are pressed",
        keys="Tab to a card, Enter to turn it, Tab to a button, Enter",
        state="expanded or not; pressed or not; the count in a status region",
        error="",
    ),
    "scenario": Contract(
        control="link",
        group="region",
        name="the text of the decision",
        keys="Tab to a decision, Enter; focus goes to the heading of the next scene",
        state="the scene's heading is announced as focus moves to it; the browser's Back goes back a scene",
        error="",
    ),
}
"""The contract of each kind."""

NAMES: Mapping[str, str] = {
    "choice": "One right choice",
    "multiple": "Several right choices",
    "hotspot": "A place on a picture",
    "gaps": "Gaps in a text",
    "short": "A short answer",
    "number": "A number",
    "matching": "Matching",
    "matrix": "Statements on a scale",
    "ordering": "Putting in order",
    "open": "Open response",
    "survey": "Survey",
    "flashcards": "Flashcards",
    "scenario": "Decision scenario",
}
"""What each kind is called in the report."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """A success criterion of WCAG 2.2, and how a course meets it."""

    number: str
    title: str
    level: str
    how: str
    """How it is met."""
    known_by: str
    """How that is known: `tests`, the theme's tests in a browser; `check`, this course's own check; `author`, only the
    author can tell."""


CRITERIA = (
    Criterion(
        "1.1.1", "Non-text Content", "A", "each picture has a text alternative, or says that it means nothing", "check"
    ),
    Criterion(
        "1.2.1, 1.2.2",
        "Audio-only and Video-only; Captions (Prerecorded)",
        "A",
        "a video has captions or a transcript, a sound recording a transcript",
        "check",
    ),
    Criterion(
        "1.2.3, 1.2.5",
        "Audio Description (Prerecorded)",
        "A, AA",
        "what a video shows and doesn't say stands in its transcript, where its author puts it there",
        "author",
    ),
    Criterion(
        "1.3.1",
        "Info and Relationships",
        "A",
        "headings, lists, tables, fieldsets, legends and labels are native HTML; heading levels don't skip",
        "check",
    ),
    Criterion(
        "1.3.2",
        "Meaningful Sequence",
        "A",
        "pages read in the order in which they are written, without style as well",
        "tests",
    ),
    Criterion("1.3.4", "Orientation", "AA", "pages work upright and on their side", "tests"),
    Criterion("1.4.1", "Use of Colour", "A", "verdicts have a word and an icon besides their colour", "tests"),
    Criterion("1.4.2", "Audio Control", "A", "no recording plays by itself", "tests"),
    Criterion(
        "1.4.3",
        "Contrast (Minimum)",
        "AA",
        "text has 4.5 to 1 or more, in light and in dark, whatever accent a course sets",
        "tests",
    ),
    Criterion("1.4.4", "Resize Text", "AA", "sizes are relative; nothing is cut off at 200 %", "tests"),
    Criterion(
        "1.4.10",
        "Reflow",
        "AA",
        "no sideways scrolling at 320 pixels, which is 400 % zoom; wide tables scroll by themselves",
        "tests",
    ),
    Criterion("1.4.11", "Non-text Contrast", "AA", "edges of controls and marks have 3 to 1 or more", "tests"),
    Criterion("2.1.1", "Keyboard", "A", "everything can be done with a keyboard, in the ways listed above", "tests"),
    Criterion("2.1.2", "No Keyboard Trap", "A", "Tab leaves every control", "tests"),
    Criterion("2.1.4", "Character Key Shortcuts", "A", "there are none", "tests"),
    Criterion("2.2.1", "Timing Adjustable", "A", "nothing has a time limit", "tests"),
    Criterion(
        "2.3.3", "Animation from Interactions", "AAA", "nothing moves where a system asks for less motion", "tests"
    ),
    Criterion("2.4.1", "Bypass Blocks", "A", "each page begins with a link to its text", "tests"),
    Criterion(
        "2.4.3", "Focus Order", "A", "focus follows the reading order, and goes to a result when one appears", "tests"
    ),
    Criterion(
        "2.4.4",
        "Link Purpose (In Context)",
        "A",
        "links say where they lead; that those of the text do, its author sees to",
        "author",
    ),
    Criterion(
        "2.4.6", "Headings and Labels", "AA", "no heading is empty; each question is the name of its group", "check"
    ),
    Criterion("2.4.7", "Focus Visible", "AA", "a ring shows where the focus is", "tests"),
    Criterion(
        "2.4.11", "Focus Not Obscured (Minimum)", "AA", "the bar at the top leaves room for what has the focus", "tests"
    ),
    Criterion("2.5.7", "Dragging Movements", "AA", "nothing is dragged", "tests"),
    Criterion(
        "2.5.8",
        "Target Size (Minimum)",
        "AA",
        "buttons, choices and fields are 44 pixels high; 24 are asked for",
        "tests",
    ),
    Criterion("3.1.1", "Language of Page", "A", "the course names its language", "check"),
    Criterion("3.2.2", "On Input", "A", "choosing or typing changes nothing but the answer", "tests"),
    Criterion(
        "3.3.1",
        "Error Identification",
        "A",
        "a question left open says so in words, and the field is marked as invalid",
        "tests",
    ),
    Criterion(
        "3.3.2",
        "Labels or Instructions",
        "A",
        "each question says how it is answered; units stand with their field",
        "tests",
    ),
    Criterion(
        "3.3.3",
        "Error Suggestion",
        "AA",
        "the message says what to do; a near miss is told to check the spelling",
        "tests",
    ),
    Criterion("4.1.2", "Name, Role, Value", "A", "controls are native, and named as listed above", "tests"),
    Criterion("4.1.3", "Status Messages", "AA", "verdicts are said by a status region, while the focus stays", "tests"),
)
"""The criteria that a course with questions has to do with; the others (audio that plays, signing in, …) have no part
in one."""

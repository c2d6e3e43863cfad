"""Every rule there is: its name, how bad a breach is, and why it exists.

`minicourse explain` and the reference of problems are both made from this table, and a problem can't be
made with a code that is not in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Rule:
    """What stands behind a problem's code."""

    code: str
    severity: Literal["error", "warning", "advice"]
    """An error stops a build, a warning stops it under `--strict`, advice never does."""
    title: str
    """What the rule asks for, in one line."""
    why: str
    """The reason, in plain words."""
    bad: str
    """A smallest example that breaks it."""
    good: str
    """The same, mended."""
    source: str = ""
    """Where the rule comes from; empty where it is ours."""


_HEADER = "---\ntitle: Supporting teachers\n---\n"

_ALL = (
    # Files
    Rule(
        "unreadable-file",
        "error",
        "a file can be read",
        "A file that can't be opened, or is larger than minicourse reads, would silently be missing from the course.",
        "a lesson without read permission",
        "the same file, readable, under 128 KB",
    ),
    Rule(
        "not-utf8",
        "error",
        "text files are UTF-8",
        "Read in any other encoding, accents and quotes turn into other characters without anyone noticing.",
        "a lesson saved as Windows-1252",
        "the same lesson saved as UTF-8",
    ),
    Rule(
        "outside-project",
        "error",
        "nothing reaches outside the project",
        "A course may come from a stranger's pull request. A link or a path that leaves the project could publish "
        "any file of the machine that builds it.",
        "content/notes.md -> /etc/passwd",
        "a file inside the project",
        "CVE-2018-17567 (Jekyll), CVE-2026-89258 (Hugo): both read files through symbolic links",
    ),
    Rule(
        "no-lessons",
        "error",
        "a course has a lesson",
        "Without a lesson there is nothing to publish.",
        "an empty content/ folder",
        "content/01-first-lesson.md",
    ),
    Rule(
        "folder-too-deep",
        "error",
        "units hold lessons, not units",
        "A course has two levels, units and lessons: that is what learners can keep in mind and what every learning "
        "management system can show.",
        "content/01-unit/02-part/03-lesson.md",
        "content/01-unit/03-lesson.md",
    ),
    Rule(
        "duplicate-slug",
        "error",
        "each page has its own address",
        "Two files whose names differ only in number or case would have the same address, and one would vanish.",
        "01-roles.md and 02-roles.md",
        "01-roles.md and 02-more-roles.md",
    ),
    # YAML and front matter
    Rule(
        "front-matter-missing",
        "error",
        "a lesson begins with front matter",
        "The title and the objectives of a lesson stand in the header between two `---` lines.",
        "Prose begins at once.",
        _HEADER + "Prose begins here.",
    ),
    Rule(
        "front-matter-unclosed",
        "error",
        "front matter ends with `---`",
        "Without its closing line the whole lesson would be read as settings.",
        "---\ntitle: Supporting teachers\n\nProse",
        _HEADER + "Prose",
    ),
    Rule(
        "yaml-syntax",
        "error",
        "settings are valid YAML",
        "What isn't YAML can't be read.",
        "title: Coaching: what works",
        'title: "Coaching: what works"',
    ),
    Rule(
        "yaml-feature",
        "error",
        "settings are plain YAML",
        "Aliases, tags and merge keys make a file mean more than it says, and are how YAML has been used to run code "
        "and to fill memory.",
        "title: !!python/object:os.system",
        "title: Supporting teachers",
    ),
    Rule(
        "duplicate-key",
        "error",
        "a setting is given once",
        "Most YAML readers silently let the last one win.",
        "title: One\ntitle: Two",
        "title: Two",
    ),
    Rule(
        "unknown-key",
        "error",
        "each setting is one that minicourse knows",
        "A misspelt setting that is silently ignored costs an author an afternoon.",
        "titel: Supporting teachers",
        "title: Supporting teachers",
    ),
    Rule(
        "wrong-type",
        "error",
        "each setting has the right type",
        "A number where text is meant, or text where a list is meant, would be shown in a way nobody intended.",
        "minutes: twelve",
        "minutes: 12",
    ),
    Rule(
        "missing-key",
        "error",
        "required settings are given",
        "A page without a title can't be listed, linked or found.",
        "---\nsummary: …\n---",
        _HEADER.rstrip(),
    ),
    Rule(
        "empty-title",
        "error",
        "titles say something",
        "The title is the name of the page in the navigation, the browser's tab and for screen readers.",
        'title: ""',
        "title: Supporting teachers",
        "WCAG 2.2, 2.4.2 Page Titled",
    ),
    Rule(
        "course-file-missing",
        "error",
        "a course has a course.yml",
        "Its title and language stand there.",
        "content/ without course.yml",
        "content/course.yml with `title: …`",
    ),
    # Markdown
    Rule(
        "unclosed-fence",
        "error",
        "a `:::` block or a code fence is closed",
        "An unclosed block swallows the rest of the page.",
        "::: question\nWhich?\n",
        "::: question\nWhich?\n:::",
    ),
    Rule(
        "stray-fence",
        "error",
        "a closing `:::` closes something",
        "A `:::` without a block is shown to the learner as three colons, and mostly means that a block ended early.",
        "Prose.\n\n:::",
        "::: example\nProse.\n:::",
    ),
    Rule(
        "unknown-block",
        "error",
        "each `:::` block is one that minicourse knows",
        "A misspelt block would be shown as plain text, or lose its meaning.",
        "::: qestion",
        "::: question",
    ),
    Rule(
        "block-attributes",
        "error",
        "the attributes of a block can be read",
        "Attributes are `{#name key=value}`; anything else would be ignored silently.",
        "::: question {#a objective}",
        "::: question {#a objective=choose-support}",
    ),
    Rule(
        "block-without-title",
        "error",
        "a block that folds says what is in it",
        "Without a line to click on, nobody knows that there is something to open.",
        "::: details\nProse.\n:::",
        "::: details Why the number is larger\nProse.\n:::",
        "WCAG 2.2, 2.4.6 Headings and Labels",
    ),
    Rule(
        "html-removed",
        "warning",
        "raw HTML is of a kind that is published",
        "Scripts, forms, styles and event handlers are taken out of a lesson, since a lesson may come from a stranger. "
        "What is taken out silently is missed later.",
        '<p style="color: red">Stop</p>',
        "**Stop**",
    ),
    Rule(
        "misplaced-question",
        "error",
        "questions stand on their own",
        "A question inside a list, a quotation or another block could not be answered, graded or exported as a whole.",
        "> ::: question",
        "::: question",
    ),
    Rule(
        "heading-skipped",
        "warning",
        "heading levels don't skip",
        "People who listen to a page move by its headings; a missing level sounds like a missing part.",
        "## Coaching\n\n#### Time",
        "## Coaching\n\n### Time",
        "WCAG 2.2, 1.3.1 Info and Relationships; OSCQR 21",
    ),
    Rule(
        "top-heading-in-text",
        "warning",
        "the title of a lesson stands in its front matter",
        "The page's one `h1` is the title; a second one in the text makes the outline ambiguous.",
        "# Supporting teachers",
        "## What coaching is",
        "WCAG 2.2, 1.3.1 Info and Relationships",
    ),
    Rule(
        "empty-heading",
        "warning",
        "headings have text",
        "An empty heading is announced, and leads nowhere.",
        "##",
        "## What coaching is",
        "WCAG 2.2, 2.4.6 Headings and Labels",
    ),
    Rule(
        "html-too-deep",
        "error",
        "raw HTML is closed",
        "Hundreds of elements inside each other are a slip or an attack: browsers slow down on them, and so do we.",
        "<div> five hundred times",
        "<div>…</div>",
    ),
    # Links, images, terms, references
    Rule(
        "broken-link",
        "error",
        "links lead somewhere",
        "A dead link ends a learner's trust, and often her visit.",
        "[impact](02-impct.md)",
        "[impact](02-impact.md)",
        "OSCQR 16",
    ),
    Rule(
        "broken-anchor",
        "error",
        "anchors exist on their page",
        "The browser silently shows the top of the page instead.",
        "[path](02-impact.md#no-such-heading)",
        "[path](02-impact.md#the-indirect-path)",
    ),
    Rule(
        "broken-image",
        "error",
        "images exist",
        "A missing picture is shown as a broken one.",
        "![Path](images/pth.svg)",
        "![Path](images/path.svg)",
    ),
    Rule(
        "file-not-publishable",
        "error",
        "linked files are of a kind that is safe to publish",
        "An HTML file, a script, or an SVG with a script in it would run with the rights of the whole site.",
        "[demo](demo.html)",
        "[demo](demo.pdf)",
        "CVE-2026-50133 (Hugo): HTML as content",
    ),
    Rule(
        "image-without-alt",
        "error",
        "images have a text alternative",
        "Without one, learners who can't see the picture get its file name, or nothing.",
        "![](images/path.svg)",
        "![The leader acts on teachers, who act on pupils](images/path.svg)",
        "WCAG 2.2, 1.1.1 Non-text Content; QM 8.4",
    ),
    Rule(
        "unknown-citation",
        "error",
        "citations point at a reference",
        "A claim whose source can't be looked up is a claim without a source.",
        "[@krft2018]",
        "[@kraft2018]",
    ),
    Rule(
        "unused-reference",
        "advice",
        "references are cited",
        "A reference that no lesson cites looks like evidence and isn't.",
        "an entry in references.bib that no lesson cites",
        "[@kraft2018] where its finding is used",
    ),
    Rule(
        "bibtex-syntax",
        "error",
        "references are valid BibTeX",
        "An entry that can't be read would be missing from the list.",
        "@article{kraft2018, title={…}",
        "@article{kraft2018, title={…}}",
    ),
    Rule(
        "incomplete-reference",
        "warning",
        "references name author, year and title",
        "Without them a reader can't find the source.",
        "@article{kraft2018, title={…}}",
        "@article{kraft2018, author={…}, year={2018}, title={…}}",
    ),
    Rule(
        "unknown-term",
        "error",
        "`[[terms]]` stand in the glossary",
        "The link would lead nowhere.",
        "[[coachng]]",
        "[[coaching]]",
    ),
    # Questions
    Rule(
        "question-without-name",
        "error",
        "each question has a name",
        "A learner's answers are stored under the question's name; without one they would be lost with the next edit.",
        "::: question",
        "::: question {#thirty-minutes}",
    ),
    Rule(
        "duplicate-question",
        "error",
        "each question's name is used once in the course",
        "Two questions with one name would overwrite each other's answers.",
        "{#one} twice",
        "{#one} and {#two}",
    ),
    Rule(
        "unknown-attribute",
        "error",
        "each attribute of a question is one that minicourse knows",
        "A misspelt attribute that is silently ignored changes what a question is worth.",
        "{#a objectve=choose-support}",
        "{#a objective=choose-support}",
    ),
    Rule(
        "attribute-value",
        "error",
        "attributes have a value that makes sense",
        "`points=many` can't be counted.",
        "{#a points=many}",
        "{#a points=2}",
    ),
    Rule(
        "question-without-stem",
        "error",
        "a question asks something",
        "Choices without a question can't be answered.",
        "::: question {#a}\n- [x] Yes\n- [ ] No\n:::",
        "::: question {#a}\nDoes it?\n\n- [x] Yes\n- [ ] No\n:::",
    ),
    Rule(
        "question-without-answers",
        "error",
        "a question can be answered",
        "Without choices a learner can't do anything with it.",
        "::: question {#a}\nWhich?\n:::",
        "::: question {#a}\nWhich?\n\n- [x] This\n- [ ] That\n:::",
    ),
    Rule(
        "question-with-one-choice",
        "error",
        "a question offers at least two choices",
        "One choice is no choice.",
        "- [x] This",
        "- [x] This\n- [ ] That",
    ),
    Rule(
        "question-without-key",
        "error",
        "a question has a right answer",
        "A question that can't be answered rightly can't be learnt from.",
        "- [ ] This\n- [ ] That",
        "- [x] This\n- [ ] That",
        "Haladyna, Downing & Rodriguez (2002), rule 19",
    ),
    Rule(
        "all-choices-right",
        "error",
        "a question has a wrong choice",
        "If every choice is right, the question asks nothing.",
        "- [x] This\n- [x] That",
        "- [x] This\n- [ ] That",
        "Haladyna, Downing & Rodriguez (2002), rule 19",
    ),
    Rule(
        "choice-without-box",
        "error",
        "each choice has a box",
        "A list item without `[ ]` or `[x]` among choices is neither right nor wrong.",
        "- [x] This\n- That",
        "- [x] This\n- [ ] That",
    ),
    Rule(
        "equal-choices",
        "error",
        "choices differ",
        "Two equal choices can't be told apart, and if one is the key both should be.",
        "- [x] Coaching\n- [ ] coaching",
        "- [x] Coaching\n- [ ] Walkthroughs",
        "Haladyna, Downing & Rodriguez (2002), rule 22",
    ),
    Rule(
        "choice-without-feedback",
        "warning",
        "each choice explains itself",
        "Feedback that explains (effect 0.49) teaches far more than right or wrong alone (0.05).",
        "- [ ] That",
        "- [ ] That\n  > Why that is tempting, and what it misses.",
        "Van der Kleij, Feskens & Eggen (2015), meta-analysis of 70 effects",
    ),
    Rule(
        "question-without-explanation",
        "warning",
        "each question explains its answer",
        "Lures in a question teach errors unless the answer is explained afterwards.",
        "::: question {#a}\nWhich?\n\n- [x] This\n- [ ] That\n:::",
        "::: question {#a}\nWhich?\n\n- [x] This\n- [ ] That\n\n> Because …\n:::",
        "Butler & Roediger (2008); Van der Kleij, Feskens & Eggen (2015)",
    ),
    Rule(
        "misplaced-text",
        "error",
        "each part of a question has its place",
        "Text behind the choices is neither question, hint nor explanation, and would not be shown.",
        "- [x] This\n- [ ] That\n\nBecause …",
        "- [x] This\n- [ ] That\n\n> Because …",
    ),
    # Objectives
    Rule(
        "lesson-without-objective",
        "warning",
        "each lesson says what a learner will be able to do",
        "Without an objective nobody can say whether the lesson taught it.",
        "title: Supporting teachers",
        "title: Supporting teachers\nobjectives:\n  choose-support: Choose the support that fits a teacher's need",
        "QM 2.2; OSCQR 9",
    ),
    Rule(
        "unknown-objective",
        "error",
        "questions assess objectives that exist",
        "A question that points at no objective counts for none.",
        "{#a objective=chose-support}",
        "{#a objective=choose-support}",
        "QM 3.1",
    ),
    Rule(
        "duplicate-objective",
        "error",
        "each objective's name is used once in the course",
        "A question could not say which of the two it assesses.",
        "the same name in two lessons, with two texts",
        "two names",
    ),
    Rule(
        "question-without-objective",
        "warning",
        "each question assesses an objective",
        "What is asked should be what was promised.",
        "{#a}",
        "{#a objective=choose-support}",
        "QM 3.1; Haladyna, Downing & Rodriguez (2002), rule 1",
    ),
    Rule(
        "objective-never-assessed",
        "warning",
        "each objective is assessed",
        "An objective without a question is a promise that nobody checks.",
        "an objective that no question names",
        "::: question {#a objective=choose-support}",
        "QM 3.1",
    ),
    # Site
    Rule(
        "template-error",
        "error",
        "templates can be rendered",
        "A page whose template fails can't be made.",
        "{{ page.titel }}",
        "{{ page.title }}",
    ),
    Rule(
        "page-over-budget",
        "warning",
        "pages stay light",
        "A course should open at once on an old phone and a slow line.",
        "a lesson whose page is over 14 KB compressed",
        "the same lesson split in two",
    ),
)

RULES = {rule.code: rule for rule in _ALL}
"""All rules by code, in the order of the reference."""

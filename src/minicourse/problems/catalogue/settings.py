"""Rules about YAML and front matter."""

from minicourse.problems.catalogue.rule import Rule

_HEADER = "---\ntitle: Supporting teachers\n---\n"

SETTINGS = (
    Rule(
        "unknown-rule",
        "error",
        "rules that are set aside exist",
        "A misspelt code sets nothing aside, and looks as if it did.",
        "ignore:\n  longest-choice: the long one is a quotation",
        "ignore:\n  longest-choice-is-key: the long one is a quotation",
    ),
    Rule(
        "ignored-error",
        "error",
        "errors are not set aside",
        "An error means that something would be lost or broken, whatever the reason.",
        "ignore:\n  broken-link: it will come back",
        "mend the link",
    ),
    Rule(
        "unused-ignore",
        "warning",
        "what is set aside is still found",
        "A decision that outlives its reason hides the next mistake of its kind.",
        "`ignore` for a rule that finds nothing any more",
        "no `ignore`",
    ),
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
)

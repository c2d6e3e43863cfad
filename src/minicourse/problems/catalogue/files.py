"""Rules about files that make a course."""

from minicourse.problems.catalogue.rule import Rule

FILES = (
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
)

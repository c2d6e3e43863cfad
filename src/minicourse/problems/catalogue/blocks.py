"""Rules about blocks that are made of parts, included, or played."""

from minicourse.problems.catalogue.rule import Rule

BLOCKS = (
    Rule(
        "block-parts",
        "error",
        "`tabs` and `columns` have parts",
        "Tabs without headings have no buttons, and a single column is plain text: something else was meant.",
        "::: tabs\nOne text.\n:::",
        "::: tabs\n### macOS\nOne text.\n\n### Windows\nAnother.\n:::",
        "WCAG 2.2, 2.4.6 Headings and Labels",
    ),
    Rule(
        "broken-include",
        "error",
        "an `include` names a fragment",
        "What is to be put in must be there, below `content/`, and no page of its own: a lesson that is also a part of "
        "another would be read, asked and counted twice. A fragment is a Markdown file whose name, or that of its "
        "folder, begins with `_`; it has no front matter.",
        "::: include 02-roles.md\n:::",
        "::: include _shared/roles.md\n:::",
    ),
    Rule(
        "include-circle",
        "error",
        "includes come to an end",
        "A fragment that includes itself, by itself or by way of others, would go on for ever.",
        "`_a.md` includes `_b.md`, which includes `_a.md`",
        "`_a.md` includes `_b.md`, which includes nothing",
    ),
    Rule(
        "unplayable-recording",
        "error",
        "recordings can be played",
        "A recording of a kind that browsers don't play, or on a site that lets nobody show it, is a dark rectangle to "
        "the learner.",
        "::: video [A first talk](talk.mov)\n:::",
        "::: video [A first talk](talk.mp4)\n:::",
    ),
    Rule(
        "recording-without-text",
        "warning",
        "recordings can be read",
        "Whoever can't hear gets nothing from a recording without words, and neither does anyone on a train without "
        "headphones or on a slow line. A video has captions, a transcript, or both; a sound recording a transcript.",
        "::: video [A first talk](talk.mp4)\n:::",
        "::: video [A first talk](talk.mp4) {captions=talk.en.vtt}\nGrace asks what went well. …\n:::",
        "WCAG 2.2, 1.2.1 Audio-only and Video-only (Prerecorded), 1.2.2 Captions (Prerecorded)",
    ),
)

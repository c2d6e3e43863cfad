"""Rules about how a text reads."""

from minicourse.problems.catalogue.rule import Limit, Rule

TEXT = (
    Rule(
        "hard-text",
        "advice",
        "a section can be read by those it is for",
        "Long words in long sentences cost attention that the subject needs. The Flesch–Kincaid grade counts both, in "
        "English, as years of school. It knows nothing of meaning: a text may be easy to read and hard to understand.",
        "The operationalisation of instructional leadership necessitates the identification of measurable …",
        "To study instructional leadership we have to say how it can be measured …",
        "Kincaid, Fishburne, Rogers & Chissom (1975); the limit is ours: twelve years are a whole school time",
        limit=Limit(12, "grades, for a section of 100 words or more"),
    ),
    Rule(
        "long-sentence",
        "advice",
        "a sentence can be kept in mind until its end",
        "Readers hold the beginning in mind until they know what becomes of it. 35 words is our own limit.",
        "a sentence of 50 words, with three clauses and a bracket",
        "three sentences",
        limit=Limit(35, "words in a sentence"),
    ),
    Rule(
        "long-section",
        "advice",
        "a long text is divided",
        "Headings, lists, pictures and questions give something to hold on to, and a place to come back to.",
        "five paragraphs, 500 words, and nothing between",
        "a heading, or a question, after the second",
        "OSCQR 17; the limit is ours",
        limit=Limit(350, "words without a heading, a list, a picture, a block or a question between"),
    ),
    Rule(
        "long-lesson",
        "advice",
        "a lesson can be done in one go",
        "Few learners have an hour, and many have a quarter of one. What can be ended in it is not left half read.",
        "a lesson of 45 minutes",
        "three lessons of a quarter of an hour",
        "OSCQR 17; the limit is ours",
        limit=Limit(20, "minutes, read at 200 words a minute"),
    ),
    Rule(
        "undefined-acronym",
        "advice",
        "an acronym is spelled out where it is met first",
        "Whoever knows it reads on, and whoever doesn't is left out. Three to six capitals are looked for. What "
        "everybody knows, `PDF` or `NASA`, is left alone.",
        "Results from PISA are well known.",
        "Results from the Programme for International Student Assessment (PISA) are well known.",
        "WCAG 2.2, 3.1.4 Abbreviations (AAA)",
    ),
    Rule(
        "unused-term",
        "advice",
        "each term of the glossary is used",
        "A term that no text uses is a trace of something that was taken out, or is called otherwise where it is used.",
        "walkthroughs: Short visits, and a course that speaks of visits only",
        "See [[walkthroughs]] as a way to listen.",
    ),
    Rule(
        "shouting",
        "advice",
        "a text keeps its voice down",
        "Where everything calls, nothing is heard; and many take capitals for shouting.",
        "READ THIS FIRST!!!",
        "**Read this first.**",
    ),
    Rule(
        "much-bold",
        "advice",
        "bold is for a few words",
        "Bold leads the eye to what should be found again. A bold paragraph leads it nowhere.",
        "**The whole of a paragraph is bold, since all of it matters to its author.**",
        "The whole of a paragraph is plain, and **two words** are bold.",
        limit=Limit(50, "percent of a paragraph"),
    ),
)

"""What rules have to know of a language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

NO_WORDS = re.compile(r"(?!)")
"""Finds nothing: for a rule that a language needs no words for, or has none."""


def as_it_is(text: str) -> str:
    """An objective that has its verb first."""
    return text


@dataclass(frozen=True, slots=True)
class Phrases:
    """A pattern that is looked for in much text."""

    pattern: re.Pattern[str] = NO_WORDS
    words: tuple[str, ...] = ()
    """Beginnings of words, lower case, without one of which it can't be found: to look for those takes no time."""
    before: re.Pattern[str] | None = None
    """The end of what stands before it; none: anything may."""

    def __bool__(self) -> bool:
        return bool(self.words)

    def found_in(self, text: str) -> Iterator[re.Match[str]]:
        """Where a passage says so."""
        for found in self.pattern.finditer(text) if self.may_be_in(text.lower()) else ():
            if self.before is None or self.before.search(text, max(0, found.start() - 200), found.start()):
                yield found

    def may_be_in(self, lowered: str) -> bool:
        """May a text, in lower case, say so anywhere?"""
        return any(map(lowered.__contains__, self.words))


@dataclass(frozen=True, slots=True)
class Pack:
    """The words of one language. A rule is off where a field that it needs is empty, as each is unless it is filled."""

    language: str
    """Its BCP 47 tag, without a region."""
    common: frozenset[str] = frozenset()
    """Words too common to say what a text is about, lower case."""
    elided: re.Pattern[str] = NO_WORDS
    """What has lost its vowel and hangs on the next word, as “l’” does; with its apostrophe."""
    all_of_them: re.Pattern[str] = NO_WORDS
    """A choice that stands for all of the others."""
    none_of_them: re.Pattern[str] = NO_WORDS
    """A choice that stands for none of the others."""
    some_of_them: re.Pattern[str] = NO_WORDS
    """A choice that says how many: beside it, “all of them” is an amount."""
    letters: re.Pattern[str] = NO_WORDS
    """A choice that is made of letters, as in “both A and B”."""
    asks_how_much: re.Pattern[str] = NO_WORDS
    """A question that asks for an amount, or how often."""
    turned_round: re.Pattern[str] = NO_WORDS
    """A question that asks for the choice that does not fit; its first group is the word that turns it round."""
    denies: re.Pattern[str] = NO_WORDS
    """A choice that says what is not so; its first group is the word by which it does."""
    absolutes: re.Pattern[str] = NO_WORDS
    """Words that leave no exception."""
    vague: re.Pattern[str] = NO_WORDS
    """Words of frequency that anyone may read otherwise."""
    places: re.Pattern[str] = NO_WORDS
    """A choice named by where it stands."""
    ends_a_sentence: re.Pattern[str] = NO_WORDS
    """The end of a choice that is written as a sentence."""
    levels: Mapping[str, str] = field(default_factory=dict)
    """What a verb of an objective asks of a learner: its level in Bloom's revised taxonomy."""
    unmeasurable: re.Pattern[str] = NO_WORDS
    """A verb, or a phrase, for what nobody can see a learner do."""
    able_to: re.Pattern[str] = NO_WORDS
    """What may stand before an objective: who will be able to, and when."""
    verb_first: Callable[[str], str] = as_it_is
    """Puts the verb of an objective first, where the language has it elsewhere."""
    and_another: re.Pattern[str] = NO_WORDS
    """A second thing to be done within an objective; its group is the verb."""
    verdicts: frozenset[str] = frozenset()
    """Words of feedback that says right or wrong, and no more, lower case."""
    persons: re.Pattern[str] = NO_WORDS
    """Praise or blame of the person instead of the answer."""
    empty_link: re.Pattern[str] = NO_WORDS
    """A link's text that says nothing by itself."""
    names_a_picture: re.Pattern[str] = NO_WORDS
    """A text alternative that begins by saying that it stands for a picture."""
    has_cases: bool = False
    """Do words change with what stands before them? Then that can't just be taken away."""
    fitting_ends: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = ()
    """Ends of a question that fit only some beginnings of a choice, each with these; its first group is what it ends
    in."""
    asks_for_meaning: re.Pattern[str] = NO_WORDS
    """The end of a question that breaks off and asks all the same, for what something is or means."""
    asks_why: re.Pattern[str] = NO_WORDS
    """A question that asks for a reason, a judgement or a decision, or what follows from something."""
    flesch_kincaid: bool = False
    """Is it English, whose numbers the formula of Flesch and Kincaid has?"""
    abbreviations: frozenset[str] = frozenset()
    """What ends in a full stop and ends no sentence, lower case, without that last stop: `dr`, `e.g`."""
    before_numbers: frozenset[str] = frozenset()
    """The same for what ends none if a number follows: `p`, `no`."""
    ordinals: bool = False
    """Is a number with a full stop an ordinal, as in “am 3. Oktober”?"""
    acronyms: frozenset[str] = frozenset()
    """Names in capitals that need no explanation, and words that are written in capitals to be stressed. Without any,
    no acronym is looked for."""
    spells_out: re.Pattern[str] = NO_WORDS
    """Words by which an acronym is explained, or announced as one; the acronym itself is written `@`."""
    colour_alone: Phrases = Phrases()
    """An instruction, or a legend, that tells what is meant by its colour or shape and by nothing else."""
    place_alone: Phrases = Phrases()
    """The same by where it stands, left or right."""
    figure: Phrases = Phrases()
    """A number as studies give it: a share, an effect size, a level of significance."""
    study: re.Pattern[str] = NO_WORDS
    """What says that a sentence tells of a study."""
    supposed: re.Pattern[str] = NO_WORDS
    """What says that a sentence tells of something that is only thought of, or asked."""
    vague_claim: Phrases = Phrases()
    """Research, or what everybody knows, called upon without a name: “studies show”."""
    names_who: re.Pattern[str] = NO_WORDS
    """The beginning of a sentence that says who claims it: “According to Hattie, …”."""

    def has(self, name: str) -> bool:
        """Are there words in the field of this name?"""
        words = getattr(self, name)
        return words is not NO_WORDS if isinstance(words, re.Pattern) else bool(words)

    def stands_for_others(self, choice: str) -> bool:
        """Does a choice speak of the other choices?"""
        return any(words.search(choice) for words in (self.all_of_them, self.none_of_them, self.letters))

    def predicate(self, objective: str) -> str:
        """An objective from its verb on."""
        return self.verb_first(self.able_to.sub("", objective.strip()))

    def words(self, text: str) -> list[str]:
        """The words of a text, lower case, in order, without what is elided before them."""
        return [self.elided.sub("", word) for word in plain_words(text)]

    def content_words(self, text: str) -> list[str]:
        """The words of a text that say what it is about, lower case, in order."""
        return [word for word in self.words(text) if word not in self.common and len(word) > 2]


def plain_words(text: str) -> list[str]:
    """The words of a text, lower case, in order; an apostrophe within a word belongs to it."""
    return re.findall(r"\w+(?:['’]\w+)*", text.lower())

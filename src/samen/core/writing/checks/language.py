"""Checks on the words: nothing unproven, nothing unexplained."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from samen.core.writing.checks.findings import Check, Finding
from samen.core.writing.compose import Opening, compose
from samen.core.writing.draft import (
    FieldKind,
    Section,
    Sentence,
    broken_markup,
    fields_in,
    sentences_of,
    without_fields,
)
from samen.core.writing.facts import EntryFact, Facts

LONGEST_SENTENCE = 35
"""Words; official Dutch for a broad public stays below this (taalniveau B1 aims at 15)."""

FIXED = frozenset({"inleiding", "middelen", "tenslotte"})
"""The sections whose words a draft makes itself: no theme of the register."""

ABBREVIATION = re.compile(r"\b(?=[A-Za-z]*[A-Z][A-Za-z]*[A-Z])[A-Za-z]{2,10}\b")
NAME = re.compile(r"[a-z]{3}|[a-z]{2}[A-Z][a-z]{2}")
"""In a name written as one word, such as OnlyFans or TikTok, and not in BuZa or JenV."""
INTRODUCES = re.compile(
    r"\((?:(?:hierna|verder|afgekort|ook wel)(?: te noemen| genoemd)?:? )?(?:(?:de|het) )?[‘'\"“]?$"
)
"""Before an abbreviation that brackets introduce: "(hierna: de"."""
KNOWN_TO_ALL = frozenset({"EU", "VN", "OM", "II", "IV", "VI", "XV", "XVI", "XVII"})


def check_language(sections: Sequence[Section], facts: Facts) -> Iterator[Finding]:
    """Everything that can be seen in the words alone."""
    introduced: set[str] = set()
    fixed = _fixed_sentences(facts)
    for section in sections:
        for place in broken_markup(section.body):
            yield Finding(
                Check.BROKEN_MARKUP, section.key, place, place + 2, section.body[place : place + 30]
            )
        for sentence in sentences_of(section):
            yield from _evidence(sentence, fixed)
            yield from _length(sentence)
            yield from _abbreviations(sentence, facts, introduced)


def _evidence(sentence: Sentence, fixed: tuple[str, ...]) -> Iterator[Finding]:
    """A claim that nothing carries: no field, no entry that it leads to, no fixed sentence."""
    if sentence.fields or sentence.text.endswith(":") or len(sentence.text.split()) <= 3:
        return
    if not (_leads_to_an_entry(sentence) or sentence.text.startswith(fixed)):
        yield Finding(
            Check.NO_EVIDENCE, sentence.section.key, sentence.start, sentence.end, sentence.text
        )


def _leads_to_an_entry(sentence: Sentence) -> bool:
    """Whether the item or paragraph goes on to the mark of an entry: it tells of that entry."""
    rest = re.split(r"\n\s*\n|\n(?=- )", sentence.section.body[sentence.end :], maxsplit=1)[0]
    is_last = bool(re.search(r"\n$", sentence.section.body[: sentence.end]))
    return not is_last and any(field.kind is FieldKind.ENTRY for field in fields_in(rest))


def _fixed_sentences(facts: Facts) -> tuple[str, ...]:
    """The sentences without a field that a draft opens and closes with, and those on cover.

    Their ends are left off: the name of the programme may follow the first of them.
    """
    bare = Facts(facts.today, _late(facts), {}, facts.amounts, previous=facts.previous)
    drafted = compose(bare, Opening("", facts.previous))
    return tuple(
        sentence.text.rstrip(" .")
        for section in drafted
        if section.key in FIXED
        for sentence in sentences_of(section)
        if not sentence.fields
    )


def _late(facts: Facts) -> dict[int, EntryFact]:
    """One entry whose term has passed, where there is one: the closing says whether."""
    late = (e for e in facts.entries.values() if e.is_overdue(facts.today))
    return {entry.id: entry for entry in islice(late, 1)}


def _length(sentence: Sentence) -> Iterator[Finding]:
    bare = without_fields(sentence.section.body)[sentence.start : sentence.end]
    count = len(re.findall(r"[^\W\d_]+", bare)) + len(sentence.fields)
    if count > LONGEST_SENTENCE:
        values = {"words": str(count), "limit": str(LONGEST_SENTENCE)}
        yield Finding(
            Check.READING_LEVEL,
            sentence.section.key,
            sentence.start,
            sentence.end,
            sentence.text,
            values=values,
        )


def _abbreviations(sentence: Sentence, facts: Facts, introduced: set[str]) -> Iterator[Finding]:
    """An abbreviation is introduced in brackets, or by its full name before it."""
    bare = without_fields(sentence.section.body)
    for found in ABBREVIATION.finditer(bare, sentence.start, sentence.end):
        word = found[0]
        if word in introduced or word in KNOWN_TO_ALL or NAME.search(word):
            continue
        introduced.add(word)
        full = facts.abbreviations.get(word, "")
        in_brackets = INTRODUCES.search(bare, 0, found.start())
        if not in_brackets and not (full and full.lower() in bare[: found.start()].lower()):
            yield Finding(
                Check.ABBREVIATION,
                sentence.section.key,
                found.start(),
                found.end(),
                sentence.text,
                values={"abbreviation": word},
            )

"""Checks on the words: no loose number, nothing unproven, nothing unexplained."""

import re
from collections.abc import Iterator, Sequence

from samen.core.writing.checks.findings import Check, Finding
from samen.core.writing.draft import (
    Section,
    Sentence,
    broken_markup,
    sentences_of,
    without_fields,
)
from samen.core.writing.facts import Facts

LONGEST_SENTENCE = 35
"""Words; official Dutch for a broad public stays below this (taalniveau B1 aims at 15)."""

DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
ABBREVIATION = re.compile(r"\b(?=[A-Za-z]*[A-Z][A-Za-z]*[A-Z])[A-Za-z]{2,10}\b")
KNOWN_TO_ALL = frozenset({"EU", "VN", "OM", "II", "IV", "VI", "XV", "XVI", "XVII"})


def check_language(sections: Sequence[Section], facts: Facts) -> Iterator[Finding]:
    """Everything that can be seen in the words alone."""
    introduced: set[str] = set()
    for section in sections:
        for place in broken_markup(section.body):
            yield Finding(
                Check.BROKEN_MARKUP, section.key, place, place + 2, section.body[place : place + 30]
            )
        for sentence in sentences_of(section):
            yield from _loose_numbers(sentence)
            yield from _evidence(sentence)
            yield from _length(sentence)
            yield from _abbreviations(sentence, facts, introduced)


def _loose_numbers(sentence: Sentence) -> Iterator[Finding]:
    bare = without_fields(sentence.section.body)
    for found in DIGITS.finditer(bare, sentence.start, sentence.end):
        yield Finding(
            Check.LOOSE_NUMBER,
            sentence.section.key,
            found.start(),
            found.end(),
            sentence.text,
            values={"number": found[0]},
        )


def _evidence(sentence: Sentence) -> Iterator[Finding]:
    if not sentence.fields and not sentence.text.endswith(":") and len(sentence.text.split()) > 3:
        yield Finding(
            Check.NO_EVIDENCE, sentence.section.key, sentence.start, sentence.end, sentence.text
        )


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
        if word in introduced or word in KNOWN_TO_ALL:
            continue
        introduced.add(word)
        full = facts.abbreviations.get(word, "")
        in_brackets = bare[max(0, found.start() - 1)] == "("
        if not in_brackets and not (full and full.lower() in bare[: found.start()].lower()):
            yield Finding(
                Check.ABBREVIATION,
                sentence.section.key,
                found.start(),
                found.end(),
                sentence.text,
                values={"abbreviation": word},
            )

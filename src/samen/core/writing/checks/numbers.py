"""Checks that every number leads somewhere: in free words, in names and notes, in titles.

A digit in free words is always loose. A name, a note or a title may hold the digits that
binding leaves in a name (Covid-19, artikel 273f), the number of a page or paper, and what
the register itself says. A number in words is loose where it counts something. The whole name
of an amount or an indicator may hold a number ("Pijler 3"), but is no source for what it counts.
A name that the register does not know is reported.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from samen.core.numerals import find_numbers
from samen.core.writing.binding import NAME_WITH_DIGIT, bind
from samen.core.writing.checks.findings import Check, Finding
from samen.core.writing.draft import (
    Field,
    FieldKind,
    Section,
    fields_in,
    sentences_of,
    without_fields,
)
from samen.core.writing.facts import Facts
from samen.core.writing.render import say_euro

DIGITS = re.compile(r"[\d¼-¾⅐-↋①-⓿]+(?:[.,]\d+)*")  # Fractions and Roman numerals in one sign too.
_COUNTED = (
    r"(?:\w*(?:slachtoffers?|daders?|verdachten?|mensen|personen|vrouwen|mannen|meisjes|jongens"
    r"|kinderen|minderjarigen|jongeren|meldingen|signalen|zaken|aangiften?|veroordelingen"
    r"|vonnissen|onderzoeken|inspecties|controles|boetes|plaatsen|plekken|bedden|gemeenten"
    r"|werknemers|werkgevers|medewerkers|bedrijven|gevallen|vergunningen|cijfers|euro|procent)"
    r"|fte|victims|suspects|people|persons|women|men|children|cases|reports|municipalities"
    r"|euros?|percent|per\s+cent)\b"
)
"""What numbers of a letter count; with compounds such as arbeidsslachtoffers."""
_BETWEEN = r"\s+(?:van\s+(?:de|het|alle|deze|onze)\s+)?(?:\w+e\s+)?"
COUNTS = re.compile(_BETWEEN + _COUNTED, re.IGNORECASE)
PLURAL = re.compile(
    rf"{_BETWEEN}(?!(?:jaren|maanden|weken|dagen|uren|minuten|years|months|weeks|days|hours)\b)"
    r"[a-zé]{2,}(?:en|s|'s|’s)\b"
)
VAGUE = re.compile(
    r"\b(?:tientallen|honderden|(?:(?:tien|honderd)?duizend|miljoen|miljard)en"
    r"|dozens\s+of|hundreds\s+of|thousands\s+of)\b",
    re.IGNORECASE,
)
COUNTED_DIGITS = re.compile(rf"\d+(?:[.,]\d+)*{COUNTS.pattern}", re.IGNORECASE)
PLACE_WORD = re.compile(
    r"(?:\b(?:nrs?|blz|pp?|art|par|stb|stcrt)\.?|\b(?:nummers?|pagina(?:[’']s)?|artikel(?:en)?"
    r"|bijlagen?|paragraaf|hoofdstuk|deel|lid|kamerstuk\w*|dossier|pages?|annex|article))"
    r"\s*(?:\d+[\s,–-]*(?:(?:en|and)\s+)?)*$",
    re.IGNORECASE,
)
"""Before the number of a page, a paper or a part of one."""
NAMED = re.compile(rf"\b(?!(?i:{_COUNTED}))[A-Z][\w-]*\s+$")
"""Before a short number that belongs to a name: Alliance 8.7, OJ L 23."""
FOOTNOTED = re.compile(r"\b[A-Z]{3,}\d{1,3}\b")
"""An abbreviation with the mark of a footnote stuck to it: DJI4."""
SHORT = re.compile(r"\d{1,3}(?:\.\d)?|(?:19|20)\d\d")
CITED = re.compile(r"\[\[cited:0:([^\]]*)\]\]")
PART = re.compile(r"\b(?:deel|hoofdstuk|paragraaf|bijlage|part|chapter|annex)\s+(\d{1,9})\b", re.I)
"""A part of a letter, with its number."""
LAW_ARTICLE = re.compile(r"\b(?:artt?\.|artikel(?:en)?|articles?)\s+[\w:.]+$", re.IGNORECASE)
NAMING = frozenset({FieldKind.NAME, FieldKind.NOTE})
HUNDRED, TEENS, TWO = 100, 13, 2


@dataclass(frozen=True, slots=True)
class Known:
    """What the register says, in lower case: all its words, what names a source, and the whole
    names of its indicators and amounts."""

    words: str
    names: str
    titles: frozenset[str]


def check_numbers(sections: Sequence[Section], facts: Facts) -> Iterator[Finding]:
    """Every number that nothing in the register carries."""
    known = Known(_known(facts), _names(facts), _titles(facts))
    themes = {entry.section for entry in facts.entries.values()}
    for section in sections:
        yield from _digits(section)
        yield from _words(section, known.words)
        for found in fields_in(section.body):
            place = (found.start, found.end, found.markup)
            for number in _in_field(found, known):
                yield _loose(section, number, *place)
            for name in _unknown_names(found.key, known) if found.kind in NAMING else ():
                yield Finding(Check.UNKNOWN_NAME, section.key, *place, values={"name": name})
        if section.title not in themes:
            yield from _in_title(section, known, parts=len(sections))


def _in_title(section: Section, known: Known, *, parts: int) -> Iterator[Finding]:
    """The numbers in a title; "Deel 2" is none in a letter of two sections or more."""
    title, place = section.title, (0, 0, section.title)
    numbers = [*_in_name(title, known)]
    for found in PART.finditer(title):
        if int(found[1]) > parts and not _says(known.words, found[0]):
            numbers.append(found[1])
    for number in dict.fromkeys(numbers):
        yield _loose(section, number, *place)
    for name in _unknown_names(title, known):
        yield Finding(Check.UNKNOWN_NAME, section.key, *place, values={"name": name})


def _digits(section: Section) -> Iterator[Finding]:
    bare = without_fields(section.body)
    for sentence in sentences_of(section):
        for found in DIGITS.finditer(bare, sentence.start, sentence.end):
            yield _loose(section, found[0], found.start(), found.end(), sentence.text)


def _words(section: Section, known: str) -> Iterator[Finding]:
    bare = without_fields(section.body)
    for start, end in _counting(bare, known):
        yield _loose(section, bare[start:end], start, end, bare[start : end + 40].strip())


def _in_field(found: Field, known: Known) -> Iterator[str]:
    """The loose numbers in a name, a law or a note, and in the names within the note."""
    if found.kind is FieldKind.NAME:
        yield from _in_name(found.key, known)
    elif found.kind is FieldKind.LAW:
        regime, _, article = found.key.rpartition(" ")
        yield from (counted[0] for counted in COUNTED_DIGITS.finditer(f"{article} {regime}"))
    elif found.kind is FieldKind.NOTE:
        yield from _in_name(without_fields(found.key), known)
        for inner in fields_in(found.key):
            yield from _in_field(inner, known)


def _in_name(words: str, known: Known) -> Iterator[str]:
    """The loose numbers of words that may hold the digits of a name or of a page."""
    is_bare = DIGITS.fullmatch(words)
    if _says(known.names if is_bare else known.words, words):
        return
    yield from (found[0] for found in FOOTNOTED.finditer(words))
    counted = [found[0] for found in COUNTED_DIGITS.finditer(words)]
    yield from counted
    yield from (words[start:end] for start, end in _counting(words, known.words))
    if counted or _folded(words) in known.titles:
        return
    for number, before in _cited(words):
        in_name = NAMED.search(before) and SHORT.fullmatch(number)
        if not (PLACE_WORD.search(before) or in_name or _says(known.names, number)):
            yield number


def _cited(words: str) -> Iterator[tuple[str, str]]:
    """The numbers of words that no date, law or name takes, each with what stands before it."""
    bound = bind(words, entry=0, said_on=None)
    for field in fields_in(bound):
        if field.kind is FieldKind.CITED:
            yield field.key.removeprefix("0:"), CITED.sub(r"\1", bound[: field.start])


def _unknown_names(words: str, known: Known) -> Iterator[str]:
    """The names with a digit in words, such as F500, that the register nowhere says."""
    if _folded(words) in known.titles or _says(known.words, words):
        return
    for found in NAME_WITH_DIGIT.finditer(words):
        if not LAW_ARTICLE.search(words[: found.end()]) and not _says(known.words, found[0]):
            yield found[0]


def _counting(bare: str, known: str) -> Iterator[tuple[int, int]]:
    """Where a number in words stands that counts something the register does not say."""
    for found in find_numbers(bare):
        if bare[found.start].isdigit():
            continue
        after = COUNTS.match(bare, found.end)
        if not after and found.value >= TEENS:
            after = PLURAL.match(bare, found.end)
        counts = found.value >= HUNDRED or (after and (found.value >= TWO or found.value < 1))
        end = after.end() if after else found.end
        if counts and not _says(known, bare[found.start : end]):
            yield found.start, end
    for vague in VAGUE.finditer(bare):
        after = COUNTS.match(bare, vague.end())
        if after and not _says(known, bare[vague.start() : after.end()]):
            yield vague.start(), after.end()


def _says(known: str, words: str) -> bool:
    """Whether the words stand in what is known, whole: 13 does not stand in 1.013."""
    plain = re.escape(_folded(words))
    return re.search(rf"(?<![\w.,]){plain}(?!\w|[.,]\d)", known) is not None


def _known(facts: Facts) -> str:
    """All words that the register says, in lower case."""
    said = [
        words
        for entry in facts.entries.values()
        for words in (entry.title, entry.theme, entry.said, entry.quote, *entry.owners)
    ]
    papers = [paper.title for paper in facts.papers.values()]
    return " | ".join((*_plain(said), *_plain(papers), _names(facts)))


def _names(facts: Facts) -> str:
    """The publications and words of figures, and the amounts themselves, in lower case."""
    figures = [words for f in facts.figures.values() for words in (f.publication, f.words)]
    amounts = [say_euro(amount.value_eur) for amount in facts.amounts.values()]
    return " | ".join(_plain([*figures, *amounts]))


def _titles(facts: Facts) -> frozenset[str]:
    """The whole names of indicators and amounts, in lower case."""
    titles = [figure.indicator for figure in facts.figures.values()]
    return frozenset(_plain([*titles, *(amount.title for amount in facts.amounts.values())]))


def _plain(texts: Sequence[str]) -> Iterator[str]:
    return (_folded(text) for text in dict.fromkeys(texts))


def _folded(words: str) -> str:
    return " ".join(words.lower().split())


def _loose(section: Section, number: str, start: int, end: int, excerpt: str) -> Finding:
    values = {"number": " ".join(number.split())}
    return Finding(Check.LOOSE_NUMBER, section.key, start, end, excerpt, values=values)

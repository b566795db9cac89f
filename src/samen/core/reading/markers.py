"""Places where a footnote marker may hang.

A marker is glued to what it follows: a word ("plan1"), a bracket or quote, a full stop, or a
year ("201922" is 2019 and note 22). The form alone proves nothing ("CO2", "273f", "Covid-19"):
a place counts only when a note of that number exists and the numbers run on, which
`samen.core.reading.footnotes` decides; the weight says how much the form speaks for it.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from samen.core.reading.note_signs import GLUED, mark_of
from samen.core.reading.rows import Row
from samen.core.reading.words import FINITE_VERBS, FUNCTION_WORDS, word_set

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SUPER = re.compile(r"(?<=\S)[¹²³⁴-⁹][⁰¹²³⁴-⁹]{0,2}(?!\w)")
_BRACKET = re.compile(r"(?<=\S) ?(?P<mark>\[\^?(?P<number>\d{1,3})\])")
_ROUND = re.compile(
    r"(?<=[^\s\d(\[])(?P<mark>\((?P<number>\d{1,2})\))"
    r"|(?<=\S) ?(?P<worded>\((?:zie )?(?:voet|eind)?noot (?P<of>\d{1,3})\))",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?<=[^\s\d\-–—−/(\[€$£#+=@_&*%<>|~§°º])(\d{1,3})(?![\w%°º€/–-]|[.,:]\d)")
_YEAR = re.compile(r"(?<![\w.,])(?:\d{4}[-–/])?((?:19|20)\d\d)(\d{1,2})(?![\w%°º/]|[-–.,]\d)")
STARRED = re.compile(r"(?<=[^\W_])[.,;:)]?(\*{1,4})(?![\w*])")
"""Stars glued to a word or its stop, as a mark of a note."""
_UNITS = re.compile(r"(?:^|[\s\d])(?:[kcdm]?m|ha)$")
_NUMBERING = re.compile(
    r"(?:^|[\s(])(?:nrs?|artt?|p|pp|blz|pag|lid|par|sub|no|vol|item|fig|tab|h)\.$", re.I
)
_CODES = re.compile(r"(?:^|[\W_])(?:CO|COVID|covid|Covid|PM|NO|H|SO|CH|G|EU|[A-Z])$")
_LAST = re.compile(r"[^\W\d_]+\.?$|\S$")
_MEASURE = re.compile(
    r" (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    r"miljoen|miljard|procent|euro|jaar|jaren|maanden|weken|dagen|uur|\w+en\b|\d)"
)
_CHAPTER = re.compile(r"\s*(?:[A-Z]|\d{1,2}(?:\.\d{1,2})*)\.$")
"""The front of a row before the last figure of a chapter: "2.1", "A.1"."""
_URL = re.compile(r"(?:https?://|www\.|@)\S*$")


_SPACED = re.compile(r"(?<=[^\s\d]) (\d{1,2})(?=[ .,;:)]|$)(?![.,]\d)")
_COUNTED = word_set(
    """
    artikel art lid fase bijlage nr maatregel lijn actielijn punt stap categorie paragraaf par
    hoofdstuk deel onderdeel kwartaal q tabel figuur zaak groep route motie nummer versie niveau
    januari februari maart april mei juni juli augustus september oktober november december circa
    ruim bijna minstens maximaal minimaal ongeveer page table phase step part section about
    """
)
"""Words before a number that belongs to them."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place for a marker: `original[start:end]`, in a row, with the weight of its form."""

    row: int
    start: int
    end: int
    number: int
    weight: float


def marker_places(
    rows: Iterable[Row], numbers: Container[int], signs: Mapping[str, int]
) -> dict[int, list[Place]]:
    """By number, every place in the rows where a marker of these numbers may hang, in order.

    signs: marks that are no figures, with their numbers.
    """
    found: dict[int, list[Place]] = defaultdict(list)
    for row in rows:
        if signs or any(c.isdigit() or c == "*" for c in row.text):
            places = chain(_places_in(row, numbers), _signed(row, signs))
            for place in sorted(places, key=lambda p: (p.start, -p.weight)):
                if place.number in numbers:
                    found[place.number].append(place)
    return found


def _places_in(row: Row, numbers: Container[int]) -> Iterator[Place]:
    text = row.text
    yield from _known(row)
    for found in _SUPER.finditer(text):
        if not _UNITS.search(text[max(0, found.start() - 8) : found.start()]):
            yield _place(row, found.start(), found.end(), found.group().translate(SUPERSCRIPTS), 4)
    for found in _BRACKET.finditer(text):
        yield _place(row, found.start("mark"), found.end(), found["number"], 3)
    yield from _in_other_forms(row)
    for found in _GLUED.finditer(text):
        if int(found.group(1)) not in numbers or found.group(1).startswith("0"):
            continue
        weight = _glued_weight(text[max(0, found.start() - 80) : found.start()])
        if weight:
            yield _place(row, found.start(1), found.end(1), found.group(1), weight)
    yield from _years(row)


def _signed(row: Row, signs: Mapping[str, int]) -> Iterator[Place]:
    """Daggers, raised letters and the like."""
    for found in GLUED.finditer(row.text) if signs else ():
        mark = mark_of(found)
        if mark in signs:
            yield _place(row, found.end() - len(mark), found.end(), str(signs[mark]), 3)


def _in_other_forms(row: Row) -> Iterator[Place]:
    """Marks in round brackets, in words or in stars."""
    text = row.text
    for found in _ROUND.finditer(text):
        group = "mark" if found["mark"] else "worded"
        yield _place(row, found.start(group), found.end(), found["number"] or found["of"], 2)
    for found in STARRED.finditer(text):
        yield _place(row, found.start(1), found.end(1), str(len(found[1])), 2)


def _known(row: Row) -> Iterator[Place]:
    """The places that the format itself calls markers."""
    for mark in row.line.marks:
        if mark.column > 0:
            start = row.start + mark.column
            yield Place(row.index, start, start + mark.length, mark.number, 6)


def _years(row: Row) -> Iterator[Place]:
    """A year with the number of a note glued to it."""
    for found in _YEAR.finditer(row.text):
        if not found.group(2).startswith("0"):
            weight = 1.2 if 2005 <= int(found.group(1)) <= 2060 else 0.5
            yield _place(row, found.start(2), found.end(2), found.group(2), weight)


def _place(row: Row, start: int, end: int, digits: str, weight: float) -> Place:
    return Place(row.index, row.start + start, row.start + end, int(digits), weight)


def spaced_places(rows: Iterable[Row], numbers: Container[int]) -> dict[int, list[Place]]:
    """Places where a marker may stand with a space before it, as in printed papers.

    Weak: for letters in which no marker is glued.
    """
    found: dict[int, list[Place]] = defaultdict(list)
    for row in rows:
        for match in _SPACED.finditer(row.text):
            word = _LAST.search(row.text[max(0, match.start() - 40) : match.start()])
            before = word.group().casefold() if word else ""
            is_bare = before not in _COUNTED and before not in FUNCTION_WORDS
            is_counting = before in FINITE_VERBS or (
                not before.endswith(".") and _MEASURE.match(row.text, match.end())
            )
            if int(match.group(1)) in numbers and is_bare and not is_counting:
                place = _place(row, match.start(1), match.end(), match.group(1), 0.5)
                found[place.number].append(place)
    return found


def _glued_weight(before: str) -> float:
    """How much the text right before glued digits speaks for a marker; 0 is never."""
    if _URL.search(before):
        return 0.0
    if _CHAPTER.match(before):
        return 0.0
    last, previous = before[-1], before[-2:-1]
    if last in ".,:;'" and previous.isdigit():
        return 0.9 if last in ".;" else 0.0
    if _NUMBERING.search(before) or _CODES.search(before):
        return 0.2
    if last.isupper():
        return 1.5
    if last.isalpha():
        return 2.0 if previous.isalpha() else 0.4
    return 2.0

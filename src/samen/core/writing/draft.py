"""A draft: sections of text in which every figure, date and reference is a field.

Markup of a body, kept small because officials edit it:

    paragraphs          parted by a blank line
    - item              a list item
    [[figure:12]]       a figure of the register, printed as 1.013
    [[amount:7]]        an amount, printed as € 10,5 miljoen
    [[date:2022-06]]    a date or period, printed as juni 2022
    [[due:31]]          the term of an entry, as the register knows it
    [[paper:kst-28638-200]]   a parliamentary paper: a footnote in one style
    [[law:Sr 273f]]     an article of law, printed in full
    [[cited:31:422]]    a number that stands in what entry 31 says
    [[name:Covid-19]]   a name that happens to hold a digit
    [[note:…]]          a footnote of our own; may hold other fields
    [[entry:31]]        the entry that the sentence before it reports on; prints nothing
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

MOST_DIGITS = 18
"""Digits of the longest id that a register can give."""


class FieldKind(StrEnum):
    """What a field prints."""

    FIGURE = "figure"
    AMOUNT = "amount"
    DATE = "date"
    DUE = "due"
    PAPER = "paper"
    LAW = "law"
    CITED = "cited"
    NAME = "name"
    NOTE = "note"
    ENTRY = "entry"


@dataclass(frozen=True, slots=True)
class Field:
    """A field in a body: `body[start:end]` is its markup."""

    kind: FieldKind
    key: str
    start: int
    end: int

    @property
    def markup(self) -> str:
        return f"[[{self.kind}:{self.key}]]"


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a letter: a theme's title and its body in the markup above."""

    key: str
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a section: `section.body[start:end]`, with the fields in it."""

    section: Section
    start: int
    end: int
    fields: tuple[Field, ...]

    @property
    def text(self) -> str:
        return self.section.body[self.start : self.end].strip()

    def keys(self, *kinds: FieldKind) -> list[str]:
        return [field.key for field in self.fields if field.kind in kinds]


_KINDS = "|".join(FieldKind)
_FIELD = re.compile(rf"\[\[({_KINDS}):((?:[^\[\]]|\[\[(?:{_KINDS}):[^\[\]]*\]\])*)\]\]")
_SENTENCE_END = re.compile(
    r"(?<=[.?!])(?:\[\[(?:entry|paper|note):[^\n]*?\]\])*(?=\s+[A-Z‘'\[0-9])|\n\s*\n|\n(?=- )"
)
_SHORT = re.compile(
    r"(?:\b(?:nr|nrs|art|jl|cs|c\.s|mr|drs|dr|ca|blz|resp|mln|mld|o\.a|m\.b\.t|e\.d|t/m)\.)$"
)


def fields_in(body: str) -> list[Field]:
    """The fields of a body, in order; a field inside a note belongs to the note."""
    return [
        Field(FieldKind(found[1]), found[2].strip(), found.start(), found.end())
        for found in _FIELD.finditer(body)
    ]


def id_in(key: str) -> int:
    """The id that a field's key names; 0, which nothing has, when it names none."""
    return int(key) if key.isascii() and key.isdigit() and len(key) <= MOST_DIGITS else 0


def with_figure(body: str, old: str, new: str) -> str:
    """The body with every field of one figure naming another; those inside notes too."""
    return re.sub(rf"\[\[figure:\s*{re.escape(old)}\s*\]\]", f"[[figure:{new}]]", body)


def broken_markup(body: str) -> list[int]:
    """Where double brackets stand that are no field."""
    rest = _FIELD.sub(lambda found: " " * len(found[0]), body)
    return [found.start() for found in re.finditer(r"\[\[|\]\]", rest)]


def without_fields(body: str) -> str:
    """The body with each field blanked out, every other character in its place."""
    return _FIELD.sub(lambda found: " " * len(found[0]), body)


def sentences_of(section: Section) -> Iterator[Sentence]:
    """The sentences of a section; a list item is a sentence of its own."""
    fields = fields_in(section.body)
    for start, end in _stretches(section.body):
        inside = tuple(field for field in fields if start <= field.start < end)
        if section.body[start:end].strip():
            yield Sentence(section, start, end, inside)


def _stretches(body: str) -> Iterator[tuple[int, int]]:
    start = 0
    for cut in _SENTENCE_END.finditer(body):
        if _SHORT.search(body[start : cut.start()]):
            continue
        yield start, cut.end()
        start = cut.end()
    yield start, len(body)

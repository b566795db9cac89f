"""The fields of a registration and their code lists, as data that anyone can read."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from samen.core.csv_rows import csv_rows
from samen.core.terms import Sensitivity, ValueForm

APART = ("origin", "shelter")
"""What fields are about that do not stand with the rest of their row."""
_NO_LETTER_OR_DIGIT = re.compile(r"[\W_]+")


def folded(words: str) -> str:
    """Words without case, accents, blanks and signs: how headers and codes are compared."""
    bare = unicodedata.normalize("NFKD", words.casefold())
    return _NO_LETTER_OR_DIGIT.sub("", "".join(c for c in bare if not unicodedata.combining(c)))


@dataclass(frozen=True, slots=True)
class Code:
    """One answer of a code list. htcds: its code there, "" where the standard has none."""

    code: str
    nl: str
    en: str
    htcds: str


@dataclass(frozen=True, slots=True)
class Codes:
    """A code list. words: what people write, folded, to the code."""

    name: str
    codes: Mapping[str, Code]
    words: Mapping[str, str]


NO_CODES = Codes("", {}, {})


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the list.

    most: the greatest number, or the most signs of a text. headers: what partners call it,
    folded. htcds: its name there, or "".
    """

    name: str
    about: str
    nl: str
    en: str
    htcds: str
    form: ValueForm
    codes: Codes
    most: int
    personal: Sensitivity
    headers: frozenset[str] = field(repr=False)
    source: str


type Fields = Mapping[str, Field]


def read_fields(fields: Iterable[str], *codes: Iterable[str]) -> dict[str, Field]:
    """The fields by name, from the lines of the files in `data/register`.

    Raises ValueError where a field names a list that is not there, or a word two codes.
    """
    lists = _read_codes(row for lines in codes for row in _rows(lines))
    return {row["name"]: _field(row, lists) for row in _rows(fields)}


def _rows(lines: Iterable[str]) -> list[dict[str, str]]:
    head, *rows = csv_rows(lines)
    return [dict(zip(head, row, strict=True)) for row in rows]


def _field(row: dict[str, str], lists: Mapping[str, Codes]) -> Field:
    if row["codes"] and row["codes"] not in lists:
        raise ValueError(row["codes"])
    named = (row["name"], row["nl"], row["en"], row["htcds"], *row["headers"].split("|"))
    return Field(
        row["name"], row["about"], row["nl"], row["en"], row["htcds"],
        ValueForm(row["form"]), lists.get(row["codes"], NO_CODES), int(row["most"]),
        Sensitivity(row["personal"]),
        frozenset(folded(each) for each in named) - {""}, row["source"],
    )  # fmt: skip


def _read_codes(rows: Iterable[dict[str, str]]) -> dict[str, Codes]:
    lists: dict[str, tuple[dict[str, Code], dict[str, str]]] = {}
    for row in rows:
        codes, words = lists.setdefault(row["list"], ({}, {}))
        code = Code(row["code"], row["nl"], row["en"], row["htcds"])
        codes[code.code] = code
        for each in (code.code, code.nl, code.en, *row["words"].split("|")):
            word = folded(each)
            if word and words.setdefault(word, code.code) != code.code:
                raise ValueError(each)
        # the standard has one code where we have two: "Other" is also criminal exploitation
        if code.htcds:
            words.setdefault(folded(code.htcds), code.code)
    return {name: Codes(name, *both) for name, both in lists.items()}

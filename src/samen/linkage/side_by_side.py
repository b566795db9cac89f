"""Two registrations beside each other: names and addresses whole, the rest field by field."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from samen.core.matching.romanisation import plain
from samen.core.terms import ValueState
from samen.register.known_fields import fields

ORIGIN = frozenset({"nationality", "birth_country", "language"})
"""Where somebody comes from says nothing of whether two are one, and is not shown to who judges."""
OWN = frozenset({"source_id", "registration_kind", "registration_date", "consent", "note"})
"""What a registration has of itself, and no person."""
WHOLE = {
    "whole_name": ("given_names", "family_name_prefix", "family_name"),
    "whole_address": ("street", "house_number", "house_number_addition", "postcode", "city"),
}
"""One partner writes these in one field, another in several: as a whole they can be compared."""
MAY_SAY_LESS = frozenset({*WHOLE, "birth_date"})
PART_OF = {part: whole for whole, parts in WHOLE.items() for part in parts}
POSTCODE = re.compile(r"\b(\d{4}) ([a-z]{2})\b")

type Said = dict[str, Any] | None
type Words = set[tuple[int, str]]


class Compared(StrEnum):
    """How what two registrations say of a field goes together. One that says less fits: a year
    and a day in it, a name with and without its particle."""

    SAME = "same"
    FITS = "fits"
    DIFFERS = "differs"


@dataclass(frozen=True, slots=True)
class Line:
    """A field and what each registration says of it; None where one says nothing."""

    name: str
    one: Said
    other: Said

    @property
    def compared(self) -> Compared | None:
        """How the two go together; None where there is nothing to compare."""
        if not (_known(self.one) and _known(self.other)):
            return None
        one, other = _words(self.one), _words(self.other)
        if one == other:
            return Compared.SAME
        fits = self.name in MAY_SAY_LESS and (_is_part(one, other) or _is_part(other, one))
        return Compared.FITS if fits else Compared.DIFFERS


def side_by_side(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[Line]:
    """What either of two registrations tells of a person, in the order of the list of fields."""
    names = dict.fromkeys(PART_OF.get(name, name) for name in fields() if name not in ORIGIN | OWN)
    lines = [Line(name, _said(one, name), _said(other, name)) for name in names]
    return [line for line in lines if _known(line.one) or _known(line.other)]


def _said(told: Mapping[str, Any], name: str) -> Said:
    """What a registration says of a field, or of the parts of a whole in their order."""
    if name not in WHOLE:
        return told.get(name)
    parts = [part for part in (told.get(each) for each in WHOLE[name]) if part is not None]
    known = [str(part["value"]) for part in parts if _known(part)]
    if known:
        return {"state": ValueState.KNOWN, "value": " ".join(known)}
    return parts[0] if parts else None


def _known(said: Said) -> bool:
    return said is not None and said["state"] == ValueState.KNOWN


def _is_part(less: Words, more: Words) -> bool:
    """Whether each word stands in the other too, or is the initial of one that does."""
    begins = {word[:1] for _, word in more - less}
    return all(word in begins for _, word in less - more)


def _words(said: Said) -> Words:
    """The words of a value with how often each comes, however they are written and ordered.

    Of a day the year, the month in it and the day in that: a year is part of a day in it.
    """
    text = str(said["value"]) if said else ""
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
        return {(0, text[:end]) for end in (4, 7, 10) if end <= len(text)}
    words = POSTCODE.sub(r"\1\2", plain(text)).split()
    return {(words[:place].count(word), word) for place, word in enumerate(words)}

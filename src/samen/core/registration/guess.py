"""A first mapping of a file, with the reason for each column; a person looks before it is used."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from samen.core.registration.columns import Batch
from samen.core.registration.dates import DateOrder
from samen.core.registration.fields import Field, Fields, folded
from samen.core.registration.kinds import Converter, read_value
from samen.core.registration.mapping import MappedColumn
from samen.core.registration.mapping import Mapping as Profile
from samen.core.registration.problems import FLAGS, Language
from samen.core.registration.whole_names import WHOLE, NameParts
from samen.core.terms import ValueForm, ValueState

MOST_TRIED = 200
"""Distinct values of a column that are tried."""
LOOKS_LIKE = 0.9
"""Share of the values that must fit before a column is taken for a field by its values."""
TELLING = {
    "postcode": ValueForm.POSTCODE,
    "email": ValueForm.EMAIL,
    "nationality": ValueForm.CODES,
    "exploitation": ValueForm.CODES,
    "sex": ValueForm.CODE,
}
"""Fields that values alone can tell; a date or a name could be of many fields."""
BESIDE: Mapping[str, tuple[str, str]] = {
    "naam": ("family_name", "given_names"),
    "name": ("family_name", "given_names"),
}
"""Heads that name a field only where another column holds the second field; without any part of
a name beside them, in a file of persons, they are whole names."""
OF_PERSONS = frozenset({"birth_date", "age", "sex", "nationality", "birth_country"})
"""Fields by which a file is of persons: the name of an organisation is never split."""
_DUTCH_POSTCODE = re.compile(r"[1-9]\d{3} ?[A-Za-z]{2}")
"""What most of the values must be to tell a postcode: a foreign one looks like any number."""
_IN_FIGURES = re.compile(r"(\d\d?)[-/. ](\d\d?)[-/. ]\d{4}\b.*")


class Reason(StrEnum):
    """Why a column has its field, or none."""

    HEADER = "header"
    VALUES = "values"
    TAKEN = "taken"
    PROFILE = "profile"
    LEFT_OUT = "left_out"
    BESIDE = "beside"
    WHOLE = "whole"
    NOTHING = "nothing"


SAID: Mapping[Reason, tuple[str, str]] = {
    Reason.HEADER: (
        "De kop is een naam van dit veld.",
        "The head is a name of this field.",
    ),
    Reason.VALUES: (
        "{percent}% van de waarden past bij dit veld; de kop is niet bekend.",
        "{percent}% of the values fit this field; the head is not known.",
    ),
    Reason.TAKEN: (
        "De kop past bij een veld dat al een andere kolom heeft.",
        "The head fits a field that another column has already.",
    ),
    Reason.PROFILE: (
        "Zo staat het in het profiel.",
        "The profile says so.",
    ),
    Reason.LEFT_OUT: (
        "Het profiel kent deze kolom niet, of laat haar weg.",
        "The profile does not know this column, or leaves it out.",
    ),
    Reason.BESIDE: (
        "De voornaam heeft een eigen kolom; dan is dit de rest van de naam.",
        "The given name has a column of its own, so this is the rest of the name.",
    ),
    Reason.WHOLE: (
        "Geen andere kolom heeft een deel van de naam; dit is dan de hele naam.",
        "No other column holds a part of the name, so this is the whole of it.",
    ),
    Reason.NOTHING: (
        "De kop is niet bekend en de waarden wijzen geen veld aan; de kolom wordt niet"
        " overgenomen.",
        "The head is not known and the values point to no field; the column is not taken.",
    ),
}  # fmt: skip
NOT_SURE: tuple[str, str] = (
    "Geen datum in deze kolom laat zien of de dag of de maand voorop staat; aangenomen is de dag.",
    "No date in this column shows whether the day or the month comes first; taken is the day.",
)


@dataclass(frozen=True, slots=True)
class Guess:
    """What a column may be. field: "" for none. fits: the share of its values that fit.

    is_order_known: whether a date column showed which comes first, day or month.
    """

    column: str
    field: str
    reason: Reason
    fits: float
    converter: Converter
    is_order_known: bool = True

    def sentence(self, language: Language = "nl") -> str:
        """Why, for the mapping page."""
        place = 0 if language == "nl" else 1
        said = SAID[self.reason][place].format(percent=round(100 * self.fits))
        return said if self.is_order_known else f"{said} {NOT_SURE[place]}"


def guess_mapping(names: Sequence[str], batch: Batch | None, fields: Fields) -> list[Guess]:
    """A guess for each column, by its head and then by its values in a first batch."""
    values = {name: distinct_values(batch, name) for name in names}
    guesses = {name: _by_header(name, values[name], fields) for name in names}
    taken: set[str] = set()
    for name in names:
        guess = guesses[name]
        if guess.field in taken:
            guesses[name] = Guess(name, "", Reason.TAKEN, 0.0, Converter())
        taken |= {guess.field} - {""}
    for name in names:
        field, beside = BESIDE.get(folded(name), ("", ""))
        if field in fields and field not in taken and beside in taken:
            guesses[name] = _guess(name, fields[field], Reason.BESIDE, values[name])
        elif (
            beside and WHOLE in fields and taken.isdisjoint({WHOLE, *NameParts._fields})
            and not taken.isdisjoint(OF_PERSONS)
        ):  # fmt: skip
            guesses[name] = _guess(name, fields[WHOLE], Reason.WHOLE, values[name])
        taken |= {guesses[name].field} - {""}
    for name in names:
        if guesses[name].reason is Reason.NOTHING:
            guesses[name] = _by_values(name, values[name], fields, taken)
            taken |= {guesses[name].field} - {""}
    return list(guesses.values())


def read_by(profile: Profile, guesses: Iterable[Guess]) -> list[Guess]:
    """The guesses, replaced by what a kept profile says of each column."""
    known = {each.column: each for each in profile.columns}
    return [
        Guess(guess.column, known[guess.column].field, Reason.PROFILE, guess.fits,
              known[guess.column].converter)
        if guess.column in known
        else Guess(guess.column, "", Reason.LEFT_OUT, 0.0, guess.converter)
        for guess in guesses
    ]  # fmt: skip


def mapping_of(guesses: Iterable[Guess]) -> Profile:
    """The mapping of the columns with a field."""
    return Profile(tuple(MappedColumn(each.column, each.field, each.converter)
                         for each in guesses if each.field))  # fmt: skip


def distinct_values(batch: Batch | None, name: str) -> list[str]:
    """The first distinct values of a column, no more than are tried."""
    if batch is None:
        return []
    return [each for each in batch.cells[name].dictionary[:MOST_TRIED].to_pylist() if each]


def counted_values(batch: Batch | None, name: str) -> dict[str, int]:
    """How many rows of a batch hold each value of a column, in the order of the first; "" apart."""
    if batch is None:
        return {}
    found = batch.cells[name].value_counts().to_pylist()
    return {each["values"]: each["counts"] for each in found if each["values"]}


def _by_header(name: str, values: Sequence[str], fields: Fields) -> Guess:
    word = folded(name)
    found = next((each for each in fields.values() if word in each.headers), None)
    if found is None:
        return Guess(name, "", Reason.NOTHING, 0.0, Converter())
    return _guess(name, found, Reason.HEADER, values)


def _by_values(name: str, values: Sequence[str], fields: Fields, taken: set[str]) -> Guess:
    is_dutch = sum(map(bool, map(_DUTCH_POSTCODE.fullmatch, values))) > len(values) / 2
    for field in TELLING:
        if field in fields and field not in taken and (is_dutch or field != "postcode"):
            guess = _guess(name, fields[field], Reason.VALUES, values)
            if guess.fits >= LOOKS_LIKE:
                return guess
    return Guess(name, "", Reason.NOTHING, 0.0, Converter())


def _guess(name: str, field: Field, reason: Reason, values: Sequence[str]) -> Guess:
    order = _order(values) if field.form is ValueForm.DATE else DateOrder.DAY_FIRST
    converter = Converter(order or DateOrder.DAY_FIRST)
    return Guess(name, field.name, reason, _fits(values, field, converter), converter,
                 order is not None)  # fmt: skip


def _fits(values: Sequence[str], field: Field, converter: Converter) -> float:
    """The share of the values that say something and are values of the field."""
    readings = [read_value(each, field, converter) for each in values]
    wrong = [any(fault.problem not in FLAGS for fault in each.faults) for each in readings]
    known = sum(each.state is ValueState.KNOWN for each in readings)
    return known / max(known + sum(wrong), 1)


def _order(values: Sequence[str]) -> DateOrder | None:
    """Which comes first, by the days above twelve; None where dates in figures do not tell."""
    pairs = [(int(found[1]), int(found[2])) for each in values
             if (found := _IN_FIGURES.fullmatch(each.strip()))]  # fmt: skip
    day_first = sum(first > 12 for first, _ in pairs)
    month_first = sum(second > 12 for _, second in pairs)
    if day_first == month_first:
        return None if pairs else DateOrder.DAY_FIRST
    return DateOrder.DAY_FIRST if day_first > month_first else DateOrder.MONTH_FIRST

"""The keys of a person: what has to be the same, to the letter, for two houses to find one another.

They are made of the columns of `core.matching.standardise`, by the same rules as links, so that
spelling, order of names, particles and ways to write a date, a phone or a document do not count.
A key that a house has more than `MOST_ALIKE` times says nothing about who somebody is and is left
out. No key leaves the house: only what `masking` makes of it does.

Chosen on invented nations (`./samen bench exchange`): a key was taken as long as it found more
true pairs than it cost wrong ones. Keys of name and birth date leave out 1 January, 1 July and
31 December, which registers write for an unknown day.
"""

from collections.abc import Callable, Mapping

import numpy as np

from samen.core.exchange.vocabulary import KeyClass
from samen.core.matching.standardise import NONE, Marks, Standardised, joined

VERSION = 2
"""Of these rules and of those of standardising. Two houses with different ones find nobody."""
MOST_ALIKE = 4
WORDS: Mapping[KeyClass, tuple[str, str]] = {
    KeyClass.NAME_AND_DATE: (
        "begin van voor- en achternaam op klank, in elke volgorde, en geboortedatum, ook met dag "
        "en maand verwisseld",
        "beginnings of given and family name by sound, in any order, and birth date, also with "
        "day and month swapped",
    ),
    KeyClass.PHONE_AND_YEAR: ("telefoonnummer en geboortejaar", "phone number and birth year"),
    KeyClass.DOCUMENT: ("documentnummer", "document number"),
    KeyClass.HOME_AND_DATE: (
        "cijfers van de postcode, huisnummer en geboortedatum",
        "digits of the postcode, house number and birth date",
    ),
    KeyClass.PHONE_AND_NAME: (
        "telefoonnummer en begin van voor- en achternaam op klank",
        "phone number and beginnings of given and family name by sound",
    ),
    KeyClass.CITY_NAME_AND_YEAR: (
        "woonplaats, hele naam op klank en geboortejaar",
        "city, whole name by sound and birth year",
    ),
}
"""What each key is, in Dutch and English."""


def _real_date(of: Standardised) -> Marks:
    """The lesser of a birth date and its mirror; none for a date that stands for an unknown one."""
    mirror = of["date_swapped"]
    lesser = np.where(mirror != NONE, np.minimum(of["date"], mirror), of["date"])
    return np.where(of["convention"] != 0, NONE, lesser)


RULES: Mapping[KeyClass, Callable[[Standardised], Marks]] = {
    KeyClass.NAME_AND_DATE: lambda of: joined(of["name_start"], _real_date(of)),
    KeyClass.PHONE_AND_YEAR: lambda of: joined(of["phone"], of["year"]),
    KeyClass.DOCUMENT: lambda of: of["document"],
    KeyClass.HOME_AND_DATE: lambda of: joined(of["digits_place"], _real_date(of)),
    KeyClass.PHONE_AND_NAME: lambda of: joined(of["phone"], of["name_start"]),
    KeyClass.CITY_NAME_AND_YEAR: lambda of: joined(of["city"], of["name_sound"], of["year"]),
}


type Keys = Mapping[KeyClass, Mapping[int, tuple[int, ...]]]
"""For each class: a key, and the places of the records that have it."""


def keys_of(of: Standardised) -> Keys:
    """The keys of records, without those that too many of them share."""
    return {kind: _shared_by_few(rule(of)) for kind, rule in RULES.items()}


def _shared_by_few(marks: Marks) -> dict[int, tuple[int, ...]]:
    places: dict[int, list[int]] = {}
    for place in np.flatnonzero(marks != NONE).tolist():
        places.setdefault(int(marks[place]), []).append(place)
    return {key: tuple(found) for key, found in places.items() if len(found) <= MOST_ALIKE}

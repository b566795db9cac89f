"""What partners write down about a person, with the errors of a model.

The errors are made one kind after the other, in the order in which they arise: what the person
says, how the clerk hears and spells it, what is typed, and what is left out at the end.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

import numpy as np

from samen.core.simulation import mistakes
from samen.core.simulation.addresses import address_columns, employer_names
from samen.core.simulation.chance import Bits, Flags, Whole
from samen.core.simulation.error_model import ErrorModel
from samen.core.simulation.mistakes import Mistake
from samen.core.simulation.nation import Nation, Places
from samen.core.simulation.people import People
from samen.core.simulation.registering import Registered, registered
from samen.core.simulation.world import AGES, SEXES, Words

UNKNOWN = "onbekend"
TEST = "test"
_TEST_ROW = {
    "given_name": "Test",
    "family_name": "Test",
    "birth_date": "1900-01-01",
    "family_name_prefix": "",
    "phone": "",
    "document": "",
    "employer": "",
}
_SEX_LETTERS = np.array(["F", "M"], dtype=object)
_NAME_STEPS: tuple[tuple[str, str, Mistake], ...] = (
    ("typed_given", "given_name", mistakes.typed),
    ("typed_family", "family_name", mistakes.typed),
    ("initial_only", "given_name", mistakes.initial),
)
_REST_STEPS: tuple[tuple[str, str, Mistake], ...] = (
    ("day_month_swapped", "birth_date", mistakes.swapped_date),
    ("typed_date", "birth_date", mistakes.other_date),
    ("year_wrong", "birth_date", mistakes.other_year),
    ("year_only", "birth_date", lambda text, _: text[:4]),
    ("typed_street", "address", mistakes.typed),
    ("typed_postcode", "postcode", mistakes.other_letter),
    ("typed_phone", "phone", mistakes.other_digit),
    ("phone_otherwise", "phone", mistakes.phone_otherwise),
    ("typed_document", "document", mistakes.other_digit),
    ("spelled_employer", "employer", mistakes.spelled_employer),
)
_LEFT_OUT = {
    "no_given_name": ("given_name",),
    "no_family_name": ("family_name_prefix", "family_name"),
    "no_birth_date": ("birth_date",),
    "no_sex": ("sex",),
    "no_nationality": ("nationality",),
    "no_house_number": ("house_number",),
    "city_only": ("address", "house_number", "postcode"),
    "no_address": ("address", "house_number", "postcode", "city"),
    "no_phone": ("phone",),
    "no_document": ("document",),
    "no_employer": ("employer",),
}


@dataclass(eq=False, slots=True)
class Written:
    """Registrations as they were written down. A field that was left out is "".

    person: the person's number, the same for every registration of one; below 0 for a row that
    is only a test. group: of origin. drawn: for each kind of error, whether it was made.
    """

    places: Places
    rows: Registered
    columns: dict[str, Words]
    drawn: dict[str, Flags]
    person: Whole
    group: Words

    def first(self, most: int | None) -> Self:
        """The first so many registrations; all when there is no limit."""
        if most is None or most >= len(self.person):
            return self
        return self.where(np.arange(most))

    def where(self, at: Whole) -> Self:
        """The registrations at some places."""
        return type(self)(
            self.places,
            self.rows.take(at),
            {name: texts[at] for name, texts in self.columns.items()},
            {kind: flags[at] for kind, flags in self.drawn.items()},
            self.person[at],
            self.group[at],
        )


def write_down(
    nation: Nation, model: ErrorModel, places: Places, rows: Registered | None = None
) -> Written:
    """All registrations of the persons at some places, or the `rows` of them."""
    rows = rows or registered(nation, model, places)
    pen = _Pen(nation, model, places, rows)
    pen.write_names()
    pen.write_address()
    pen.write_rest()
    return pen.written()


class _Pen:
    """One piece of registrations in the making."""

    def __init__(self, nation: Nation, model: ErrorModel, places: Places, rows: Registered) -> None:
        self.nation, self.world, self.places, self.rows = nation, nation.world, places, rows
        self.people = People(nation, places)
        self.group = places.group[rows.at]
        self.drawn = model.drawn(nation.chance, rows.content, rows.partner, self.group)
        people, at = self.people, rows.at
        self.columns: dict[str, Words] = {
            "given_name": people.given_name[at],
            "family_name_prefix": people.family_prefix[at],
            "family_name": people.family_name[at],
        }

    def numbers(self, kind: str, at: Whole) -> Bits:
        """The random numbers of one kind of error, for some registrations."""
        return self.nation.chance.bits(f"how {kind}", self.rows.content[at])

    def make(self, kind: str, column: str, mistake: Mistake) -> None:
        """One kind of error in one column."""
        at = np.flatnonzero(self.drawn[kind])
        texts = self.columns[column]
        for place, number in zip(at.tolist(), self.numbers(kind, at).tolist(), strict=True):
            if texts[place]:
                texts[place] = mistake(texts[place], number)

    def write_names(self) -> None:
        self._married()
        self._second_names()
        self._by_group(
            "short_name",
            "given_name",
            lambda group, text, _: self.world.short.get((group, text), text),
        )
        for part in ("given", "family"):
            column = f"{part}_name"
            self._by_group(f"romanised_{part}", column, self._romanised)
            self.make(f"heard_{part}", column, self.world.respelling["hearing"])
        self._plain_letters()
        self._own_script()
        for kind, column, mistake in _NAME_STEPS:
            self.make(kind, column, mistake)
        self._prefixes()
        self._swap("given_name", "family_name")

    def _by_group(self, kind: str, column: str, mistake: Callable[[int, str, int], str]) -> None:
        at = np.flatnonzero(self.drawn[kind])
        texts, numbers = self.columns[column], self.numbers(kind, at).tolist()
        for place, group, number in zip(at.tolist(), self.group[at].tolist(), numbers, strict=True):
            texts[place] = mistake(group, texts[place], number)

    def _romanised(self, group: int, text: str, number: int) -> str:
        return self.world.respelling[self.world.groups[group]](text, number)

    def _plain_letters(self) -> None:
        at = np.flatnonzero(self.drawn["plain_letters"])
        for column in ("given_name", "family_name"):
            texts = self.columns[column]
            texts[at] = [mistakes.plain(text) for text in texts[at]]

    def _subset(self, at: Whole) -> People:
        return People(self.nation, self.places.take(self.rows.at[at]))

    def _married(self) -> None:
        """The name of her husband, alone, before or behind her own; only grown women."""
        grown = (self.places.age == AGES.index("adult")) & (self.places.sex == SEXES.index("woman"))
        at = np.flatnonzero(self.drawn["married_name"] & grown[self.rows.at])
        prefixes, names = self._subset(at).families("partner")
        own, before = self.columns["family_name"], self.columns["family_name_prefix"]
        how = self.numbers("married_name", at) % np.uint64(3)
        whole = np.where(before[at] == "", own[at], before[at] + " " + own[at])
        own[at] = np.where(
            how == 0, names, np.where(how == 1, names + "-" + whole, own[at] + "-" + names)
        )
        before[at] = np.where(how == 2, before[at], prefixes)

    def _second_names(self) -> None:
        at = np.flatnonzero(self.drawn["second_name"])
        second = self._subset(at).second_name
        given = self.columns["given_name"]
        given[at] = np.where(second == "", given[at], given[at] + " " + second)

    def _own_script(self) -> None:
        at = np.flatnonzero(self.drawn["own_script"])
        people = self._subset(at)
        has = (people.own_given != "") & (people.own_family != "")
        for column, words in (("given_name", people.own_given), ("family_name", people.own_family)):
            self.columns[column][at[has]] = words[has]

    def _prefixes(self) -> None:
        """A tussenvoegsel in or behind the family name, or left out."""
        prefix, family = self.columns["family_name_prefix"], self.columns["family_name"]
        at = np.flatnonzero(self.drawn["prefix_moved"] & (prefix != "") & (family != ""))
        behind = self.numbers("prefix_moved", at) % np.uint64(3) == 0
        family[at] = np.where(behind, family[at] + ", " + prefix[at], prefix[at] + " " + family[at])
        prefix[at] = ""
        prefix[self.drawn["prefix_lost"]] = ""

    def _swap(self, one: str, other: str) -> None:
        at = np.flatnonzero(self.drawn["swapped_names"])
        first, second = self.columns[one], self.columns[other]
        first[at], second[at] = second[at], first[at]

    def write_address(self) -> None:
        nation, rows = self.nation, self.rows
        ago = 1 + nation.chance.below("how long ago", rows.content, 2)
        earlier = np.where(self.drawn["earlier_address"], ago, 0)
        home = self._subset(np.arange(len(rows.at))).home(earlier)
        self.columns |= address_columns(self.world, nation.chance, home)
        called = self.world.called
        self.make("city_otherwise", "city", lambda text, _: called.get(text, text))

    def write_rest(self) -> None:
        people, at = self.people, self.rows.at
        self.columns["birth_date"] = self._birth_dates()
        sex = self.places.sex[at]
        self.columns["sex"] = _SEX_LETTERS[np.where(self.drawn["wrong_sex"], 1 - sex, sex)]
        others = 1 + self.nation.chance.below(
            "other nationality", self.rows.content, len(self.world.groups) - 1
        )
        wrong = (self.group + others) % len(self.world.groups)
        groups = np.array(self.world.groups, dtype=object)
        self.columns["nationality"] = groups[
            np.where(self.drawn["wrong_nationality"], wrong, self.group)
        ]
        for column, known, kind in (
            ("phone", people.phone, "second_phone"),
            ("document", people.document, "second_document"),
        ):
            texts = known()[at]
            of = np.flatnonzero(self.drawn[kind])
            texts[of] = getattr(self._subset(of), column)(second=True)
            self.columns[column] = texts
        self.columns["employer"] = employer_names(self.world, self.nation.chance, people.employer)[
            at
        ]

    def _birth_dates(self) -> Words:
        """As year-month-day."""
        days = self.people.birth_day.astype("datetime64[D]")
        known = np.datetime_as_string(days).astype(object)[self.rows.at]
        new_year = self.drawn["new_year_birth"]
        known[new_year] = [f"{text[:4]}-01-01" for text in known[new_year]]
        return known

    def written(self) -> Written:
        for kind, columns in _LEFT_OUT.items():
            for column in columns:
                self.columns[column][self.drawn[kind]] = ""
        for kind, column, mistake in _REST_STEPS:
            self.make(kind, column, mistake)
        self._words_for_unknown()
        is_test = self.drawn["test_row"]
        for column, text in _TEST_ROW.items():
            self.columns[column][is_test] = text
        person = np.where(is_test, -1 - self.rows.content, self.people.number[self.rows.at])
        groups = np.array(self.world.groups, dtype=object)
        group = np.where(is_test, TEST, groups[self.group])
        return Written(self.places, self.rows, self.columns, self.drawn, person, group)

    def _words_for_unknown(self) -> None:
        """Some clerks must fill in a name and write that it is unknown."""
        for column, kind in (("given_name", "no_given_name"), ("family_name", "no_family_name")):
            self.columns[column][self.drawn[kind] & self.drawn["word_for_unknown"]] = UNKNOWN

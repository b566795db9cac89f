"""A small invented nation with known truth: what clerks make of names, dates and addresses."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from samen.core.matching.columns import Column

type Chance = np.random.Generator


def words(text: str) -> list[str]:
    return text.split()


_GIVEN = words("""
    jan piet maria anna georgi ivanka piotr agnieszka emeka ngozi linh thanh andrei ioana
""")
_FAMILY = words("""
    de_vries bakker van_den_berg kowalski nowak ivanov georgiev okafor adeyemi nguyen tran
    popescu ionescu szabo jansen visser wojcik dimitrov eze pham stoica molnar smit mulder
    zielinski
""")
_STREETS = ["Kerkstraat", "Dorpsweg", "Stationsplein", "Molenlaan", "Havenkade"]


def invented(persons: int, seed: int) -> tuple[dict[Column, pa.ChunkedArray], list[int]]:
    """Raw columns of about 1.7 records a person, and the person of each."""
    chance = np.random.default_rng(seed)
    rows, truth = [], []
    for person in range(persons):
        whole = _person(chance)
        for _ in range(_one(chance, (1, 1, 2, 2, 3))):
            rows.append(_written(whole, chance))
            truth.append(person)
    names = list(rows[0])
    return {name: pa.chunked_array([[row[name] for row in rows]]) for name in names}, truth


def _one[T](chance: Chance, of: Sequence[T]) -> T:
    return of[int(chance.integers(len(of)))]


def _person(chance: Chance) -> dict[Column, str]:
    syllable = "".join(_one(chance, "bdfgklmnprst") + _one(chance, "aeio") for _ in range(2))
    return {
        Column.GIVEN_NAME: _one(chance, _GIVEN),
        Column.FAMILY_NAME: _one(chance, _FAMILY).replace("_", " ") + syllable,
        Column.BIRTH_DATE: f"{chance.integers(1960, 2004)}-{chance.integers(1, 13):02}-"
        f"{chance.integers(1, 29):02}",
        Column.SEX: _one(chance, "MV"),
        Column.NATIONALITY: _one(chance, ("NL", "PL", "BG", "VN", "")),
        Column.ADDRESS: f"{_one(chance, _STREETS)} {chance.integers(1, 200)}",
        Column.POSTCODE: f"{chance.integers(1000, 9999)} AB",
        Column.CITY: _one(chance, ("Utrecht", "Tilburg", "Zwolle")),
        Column.PHONE: f"06{chance.integers(10**7, 10**8 - 1)}",
        Column.DOCUMENT: f"NX{chance.integers(10**6, 10**7 - 1)}",
    }


def _written(person: dict[Column, str], chance: Chance) -> dict[Column, str | None]:
    row: dict[Column, str | None] = dict(person)
    for name in (Column.PHONE, Column.DOCUMENT, Column.ADDRESS):
        if chance.random() < 0.5:
            row[name] = None
    if chance.random() < 0.2:
        family = person[Column.FAMILY_NAME]
        at = int(chance.integers(1, len(family)))
        row[Column.FAMILY_NAME] = family[:at] + _one(chance, "aeiou") + family[at + 1 :]
    if chance.random() < 0.1:
        row[Column.BIRTH_DATE] = person[Column.BIRTH_DATE][:4] + "-01-01"
    if chance.random() < 0.05:
        row[Column.GIVEN_NAME], row[Column.FAMILY_NAME] = (
            row[Column.FAMILY_NAME],
            row[Column.GIVEN_NAME],
        )
    return row

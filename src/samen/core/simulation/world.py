"""The lists of which people are made: names, places, employers, and how partners register.

Core reads no files: the bytes of `data/simulation/*.csv` are handed in by name.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samen.core.csv_rows import csv_rows
from samen.core.errors import BadInput
from samen.core.simulation.chance import Shares, Whole
from samen.core.simulation.mistakes import Respelling

type Words = NDArray[np.object_]
type Row = dict[str, str]

FILES = (
    *("groups", "names", "short_names", "respelling", "municipalities", "streets", "employers"),
    *("margins", "mix", "captures", "partners", "errors", "signs"),
)
NOTIFIERS = ("police", "border_police", "inspectorate", "shelter", "municipality")
_WORDS_OF_GROUPS = {"group", "dutch", "country", "iso3"}
PARTNERS = (*NOTIFIERS, "comensha")
FORMS = ("sexual", "labour", "criminal", "begging", "organ", "other")
SEXES = ("woman", "man")
AGES = ("minor", "young", "adult")
AGE_BOUNDS = ((11.0, 17.95), (18.05, 22.95), (23.05, 58.0))
"""Years of age on the day of the first registration, well inside the groups 0-17, 18-22, 23+."""


@dataclass(frozen=True, eq=False, slots=True)
class Pool:
    """Several lists of words in one array.

    upto: for each word the number of its list plus the share of the list up to and with it.
    """

    words: Words
    upto: Shares

    def pick(self, lists: Whole, shares: Shares) -> Whole:
        """Places in `words`, each by its share in its list."""
        return np.searchsorted(self.upto, lists + shares, side="right")


@dataclass(frozen=True, eq=False, slots=True)
class Names:
    """Names by group of origin; `feminine` and `own_script` stand at the same places."""

    pool: Pool
    feminine: Words
    own_script: Words


@dataclass(frozen=True, eq=False, slots=True)
class World:
    """Everything that no seed changes. Numbers of groups, partners and forms are places."""

    groups: tuple[str, ...]
    traits: Mapping[str, Shares]
    names: Mapping[str, Names]
    prefixes: Words
    short: Mapping[tuple[int, str], str]
    respelling: Mapping[str, Respelling]
    municipalities: tuple[Row, ...]
    cities: Pool
    called: Mapping[str, str]
    streets: Words
    employers: Mapping[str, Words]
    tables: Mapping[str, tuple[Row, ...]]


def read_world(files: Mapping[str, bytes]) -> World:
    """The world of the lists. Raises BadInput when a list is missing or has no rows."""
    tables = {name: _rows(files, name) for name in FILES}
    groups = tuple(row["group"] for row in tables["groups"])
    traits = [name for name in tables["groups"][0] if name not in _WORDS_OF_GROUPS]
    skew = [float(row["family_skew"]) for row in tables["groups"]]
    return World(
        groups=groups,
        traits={name: np.array([float(row[name]) for row in tables["groups"]]) for name in traits},
        names={
            part: _names(tables["names"], groups, part, skew if part == "family" else ())
            for part in ("woman", "man", "family", "stem", "ending", "middle")
        },
        prefixes=texts(["", *(row["name"] for row in tables["names"] if row["part"] == "prefix")]),
        short={
            (groups.index(row["group"]), row["name"]): row["short"] for row in tables["short_names"]
        },
        respelling=_respelling(tables["respelling"]),
        municipalities=tables["municipalities"],
        cities=_cities(tables["municipalities"]),
        called={row["name"]: row["called"] for row in tables["municipalities"] if row["called"]},
        streets=texts([row["name"] for row in tables["streets"]]),
        employers={
            part: texts([row["word"] for row in tables["employers"] if row["part"] == part])
            for part in ("first", "second", "sector", "legal")
        },
        tables=tables,
    )


def _rows(files: Mapping[str, bytes], name: str) -> tuple[Row, ...]:
    lines = files.get(f"{name}.csv", b"").decode("utf-8").splitlines()
    head, *rows = csv_rows(lines)
    if not rows:
        raise BadInput("The list {name}.csv of the invented nation is missing or empty.",
                       "The lists are {names}.", "Put it back into data/simulation.",
                       name=name, names=", ".join(FILES))  # fmt: skip
    return tuple(dict(zip(head, row, strict=True)) for row in rows)


def texts(words: Iterable[str]) -> Words:
    """An array of texts, each as long as it is."""
    listed = list(words)
    found = np.empty(len(listed), dtype=object)
    found[:] = listed
    return found


def _names(rows: Sequence[Row], groups: Sequence[str], part: str, skew: Sequence[float]) -> Names:
    """The names of one part, each list in the order of how common they are."""
    ours = [
        [row for row in rows if row["group"] == group and row["part"] == part] for group in groups
    ]
    upto = [
        at + _shares(np.arange(1.0, len(names) + 1) ** -(skew[at] if skew else 0.6))
        for at, names in enumerate(ours)
    ]
    flat = [row for names in ours for row in names]
    masculine = texts([row["name"] for row in flat])
    return Names(
        Pool(masculine, np.concatenate(upto)),
        texts([row["feminine"] or row["name"] for row in flat]),
        texts([row["native"] for row in flat]),
    )


def _shares(weights: Shares) -> Shares:
    """The shares up to and with each; the last is 1 exactly."""
    upto = np.cumsum(weights) / max(weights.sum(), 1e-300)
    upto[-1:] = 1.0
    return upto


def _cities(rows: Sequence[Row]) -> Pool:
    weights = np.array([float(row["weight"]) for row in rows])
    return Pool(texts([row["name"] for row in rows]), _shares(weights))


def _respelling(rows: Sequence[Row]) -> dict[str, Respelling]:
    found: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        found.setdefault(row["rules"], []).append((row["written"], row["instead"]))
    return {name: Respelling(tuple(pairs)) for name, pairs in found.items()}

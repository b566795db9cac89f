"""A capture table: how many persons stand on which lists, split by what is known about them."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from samen.core.errors import BadInput, SamenError, TooBig

MOST_LISTS = 20
MOST_LEVELS = 100
MOST_PERSONS = 10**12
MISSING = -1

type Counts = NDArray[np.int64]


@dataclass(frozen=True)
class Covariate:
    """Something known about a person, such as a year or an age group, and the values it takes."""

    name: str
    levels: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class CaptureTable:
    """Distinct rows of a capture table, sorted, each with its number of persons.

    lists: names of the L lists. covariates: the K covariates.
    histories: shape (rows,); bit i is set when the person stands on lists[i]; never 0.
    codes: shape (rows, K); the index of the level, MISSING where it is not known.
    counts: shape (rows,); persons, at least 1.
    notes: what is to be said beside an estimate, such as of a column that was not taken as a list.
    """

    lists: tuple[str, ...]
    covariates: tuple[Covariate, ...]
    histories: Counts
    codes: Counts
    counts: Counts
    notes: tuple[SamenError, ...] = ()

    @property
    def n_observed(self) -> int:
        """Persons who stand on at least one list."""
        return int(self.counts.sum())

    @property
    def has_missing(self) -> bool:
        """Whether a covariate of some person is not known."""
        return bool((self.codes == MISSING).any())

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the lists, the covariates and the rows, however the file wrote them."""
        known = [[each.name, *each.levels] for each in self.covariates]
        rows = np.column_stack([self.codes, self.histories, self.counts]).tolist()
        return hashlib.sha256(json.dumps([self.lists, known, rows]).encode()).hexdigest()

    def by_history(self) -> Counts:
        """Persons by capture history, all covariates together; shape (2**L,), index = bits."""
        totals = np.zeros(1 << len(self.lists), dtype=np.int64)
        np.add.at(totals, self.histories, self.counts)
        return totals

    def overlap(self) -> Counts:
        """Persons on both of two lists; shape (L, L), the diagonal is the size of each list."""
        on = self.histories[:, None] >> np.arange(len(self.lists)) & 1
        return on.T @ (on * self.counts[:, None])

    def without_covariates(self) -> "CaptureTable":
        """The same persons, pooled."""
        return _gathered(self.lists, (), self.histories, self.codes[:, :0], self.counts)

    def only(self, covariate: str, level: str) -> "CaptureTable":
        """The persons of one level of one covariate."""
        at = self._covariate(covariate)
        code = self.covariates[at].levels.index(level)
        kept = self.codes[:, at] == code
        return replace(
            self,
            histories=self.histories[kept],
            codes=self.codes[kept],
            counts=self.counts[kept],
        )

    def drop_list(self, name: str) -> "CaptureTable":
        """The table as it would have been without one list; who stood on that one only is gone."""
        self._list(name)
        return self._relisted([(kept,) for kept in self.lists if kept != name])

    def merge_lists(self, *names: str) -> "CaptureTable":
        """The table with some lists taken as one, in the place of the first."""
        for name in names:
            self._list(name)
        groups = [
            names if kept == names[0] else (kept,)
            for kept in self.lists
            if kept == names[0] or kept not in names
        ]
        return self._relisted(groups)

    def _relisted(self, groups: Sequence[tuple[str, ...]]) -> "CaptureTable":
        histories = np.zeros_like(self.histories)
        for bit, group in enumerate(groups):
            for name in group:
                histories |= (self.histories >> self._list(name) & 1) << bit
        lists = tuple("+".join(group) for group in groups)
        return _gathered(lists, self.covariates, histories, self.codes, self.counts)

    def _list(self, name: str) -> int:
        if name not in self.lists:
            raise BadInput("There is no list {name}.", "The lists are {lists}.", "",
                           name=name, lists=", ".join(self.lists))  # fmt: skip
        return self.lists.index(name)

    def _covariate(self, name: str) -> int:
        names = [covariate.name for covariate in self.covariates]
        if name not in names:
            raise BadInput("There is no covariate {name}.", "The covariates are {names}.", "",
                           name=name, names=", ".join(names) or "-")  # fmt: skip
        return names.index(name)


def from_counts(lists: Sequence[str], counts: Mapping[int, int]) -> CaptureTable:
    """A table from persons by capture history (bits); history 0 and counts of 0 are left out."""
    histories = np.array(list(counts), dtype=np.int64)
    return from_rows(lists, (), histories, np.zeros((len(counts), 0), dtype=np.int64),
                     np.array(list(counts.values()), dtype=np.int64))  # fmt: skip


def from_records(
    lists: Sequence[str],
    records: Iterable[Sequence[int]],
    covariates: Sequence[Covariate] = (),
) -> CaptureTable:
    """A table from persons: L zeros and ones each, then K codes (MISSING where not known)."""
    rows = np.array(list(records), dtype=np.int64).reshape(-1, len(lists) + len(covariates))
    on, codes = rows[:, : len(lists)], rows[:, len(lists) :]
    if ((on != 0) & (on != 1)).any():
        raise BadInput("A list column holds something else than 0 or 1.",
                       "1 = the person stands on the list, 0 = not.", "")  # fmt: skip
    histories = on @ (1 << np.arange(len(lists), dtype=np.int64))
    return from_rows(lists, covariates, histories, codes, np.ones(len(rows), dtype=np.int64))


def from_rows(
    lists: Sequence[str],
    covariates: Sequence[Covariate],
    histories: Counts,
    codes: Counts,
    counts: Counts,
) -> CaptureTable:
    """A table from rows that may repeat a history and may hold zeros.

    Raises BadInput for a table that no estimate can be made of, whatever the method.
    """
    _refuse_lists(lists)
    _refuse_levels(covariates)
    if (counts < 0).any():
        raise BadInput("A count is below zero: {count}.", "A count is a number of persons.",
                       "Correct the count.", count=int(counts.min()))  # fmt: skip
    if (counts[histories == 0] > 0).any():
        raise BadInput(
            "A row has persons who stand on none of the lists {lists}.",
            "Those are the persons that the estimate is about; they cannot be counted.",
            "Leave the row out, or correct its zeros.",
            lists=", ".join(lists)[:300],
        )
    table = _gathered(tuple(lists), tuple(covariates), histories, codes, counts)
    if not table.n_observed:
        raise BadInput("The table holds no persons.",
                       "At least one row has a count above zero.", "")  # fmt: skip
    return table


def _gathered(
    lists: tuple[str, ...],
    covariates: tuple[Covariate, ...],
    histories: Counts,
    codes: Counts,
    counts: Counts,
) -> CaptureTable:
    """Rows of the same kind added up and sorted; who stands on no list (any more) left out."""
    kept = (histories > 0) & (counts > 0)
    keys = np.column_stack([codes[kept], histories[kept]])
    rows, place = np.unique(keys, axis=0, return_inverse=True)
    totals = np.zeros(len(rows), dtype=np.int64)
    np.add.at(totals, place.reshape(-1), counts[kept])
    return CaptureTable(lists, covariates, rows[:, -1], rows[:, :-1], totals)


def _refuse_lists(lists: Sequence[str]) -> None:
    if len(set(lists)) < len(lists):
        raise BadInput("Two lists have the same name.", "Each list has its own name.", "")
    if len(lists) < 2:
        raise BadInput(
            "The number of list columns is {n}.",
            "An estimate needs at least two lists: it is made of their overlap.",
            "Give the columns of the lists with --lists.",
            n=len(lists),
        )
    if len(lists) > MOST_LISTS:
        raise TooBig("There are {n} lists.", "At most {most} can be handled.",
                     "Merge lists of the same kind, or choose with --lists.",
                     n=len(lists), most=MOST_LISTS)  # fmt: skip


def _refuse_levels(covariates: Sequence[Covariate]) -> None:
    for covariate in covariates:
        if len(covariate.levels) > MOST_LEVELS:
            raise TooBig("The column {name} has {n} different values.",
                         "A covariate has at most {most}.", "Group the values.",
                         name=covariate.name, n=len(covariate.levels),
                         most=MOST_LEVELS)  # fmt: skip

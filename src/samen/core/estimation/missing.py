"""Persons of whom some covariates are not known, and the EM algorithm's E-step for them.

A person with a missing value is spread over the cells that the known values allow, in proportion
to the fitted means (Zwane and van der Heijden 2007, section 3); the values are taken to be missing
at random.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import gammaln, xlogy

from samen.core.errors import BadInput
from samen.core.estimation.poisson import Floats, Ints
from samen.core.estimation.table import MISSING, CaptureTable

type Axes = tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Observed:
    """Persons by what is known about them.

    shape: the number of values of each covariate. known: persons of whom all is known, shape
    (covariate cells, 2**L). partial: for each set of missing covariates (their axes) the persons,
    shape `shape` with 1 at those axes, and 2**L last.
    """

    shape: tuple[int, ...]
    known: Floats
    partial: dict[Axes, Floats]

    @property
    def n_observed(self) -> float:
        """Persons on at least one list."""
        return float(self.known.sum() + sum(each.sum() for each in self.partial.values()))

    def spread(self, means: Floats) -> Floats:
        """All persons in cells, those with missing values in proportion to the means.

        means: shape (covariate cells, 2**L), as the result.
        """
        full = self.known.copy()
        for axes in self.partial:
            full += self.spread_of(axes, means)
        return full

    def spread_of(self, axes: Axes, means: Floats) -> Floats:
        """The persons of one set of missing covariates, in cells."""
        cells = means.reshape(*self.shape, -1)
        sums = cells.sum(axis=axes, keepdims=True)
        shares = np.divide(self.partial[axes], sums, out=np.zeros_like(sums), where=sums > 0)
        return (cells * shares).reshape(means.shape)

    def loglik(self, means: Floats) -> float:
        """The Poisson log-likelihood of what is known."""
        value = _poisson(self.known, means)
        cells = means.reshape(*self.shape, -1)
        for axes, persons in self.partial.items():
            sums = cells.sum(axis=axes, keepdims=True)
            value += float((xlogy(persons, sums) - gammaln(persons + 1)).sum())
        return value

    def saturated(self) -> float:
        """The log-likelihood when each number of persons is its own mean."""
        every = [self.known, *self.partial.values()]
        return float(sum(float((xlogy(n, n) - n - gammaln(n + 1)).sum()) for n in every))


def _poisson(counts: Floats, means: Floats) -> float:
    return float((xlogy(counts, means) - gammaln(counts + 1)).sum() - means.sum())


@dataclass(frozen=True, eq=False)
class Places:
    """Where each row of a table goes, so that resampled counts are put in place fast.

    kinds: the sets of missing covariates that occur, () first. rows: for each the rows of the
    table. at: for each the place of those rows in the flattened array.
    """

    shape: tuple[int, ...]
    n_lists: int
    kinds: tuple[Axes, ...]
    rows: tuple[Ints, ...]
    at: tuple[Ints, ...]

    def put(self, counts: Floats) -> Observed:
        """The persons in place; counts by row of the table, shape (rows,)."""
        arrays = {}
        for kind, rows, at in zip(self.kinds, self.rows, self.at, strict=True):
            shape = _without(self.shape, kind, self.n_lists)
            array = np.zeros(int(np.prod(shape)))
            array[at] = counts[rows]
            arrays[kind] = array.reshape(shape)
        known = arrays.pop(()).reshape(-1, 1 << self.n_lists)
        return Observed(self.shape, known, arrays)


def places_of(table: CaptureTable) -> Places:
    """Where the rows of a table go.

    Raises BadInput for a covariate that nobody has a known value of.
    """
    shape = tuple(len(covariate.levels) for covariate in table.covariates)
    missing = table.codes == MISSING
    for at, covariate in enumerate(table.covariates):
        if missing[:, at].all():
            raise BadInput("No person has a known value of {name}.",
                           "A covariate needs persons whose value is known.",
                           "Leave {name} out.", name=covariate.name)  # fmt: skip
    groups: dict[Axes, list[int]] = {(): []}
    for row, gone in enumerate(missing):
        groups.setdefault(tuple(int(axis) for axis in np.flatnonzero(gone)), []).append(row)
    n_lists = len(table.lists)
    rows = tuple(np.array(each, dtype=np.int64) for each in groups.values())
    at = tuple(
        _flat(table, chosen, _without(shape, kind, n_lists))
        for kind, chosen in zip(groups, rows, strict=True)
    )
    return Places(shape, n_lists, tuple(groups), rows, at)


def _flat(table: CaptureTable, rows: Ints, shape: tuple[int, ...]) -> Ints:
    index = np.column_stack([np.maximum(table.codes[rows], 0), table.histories[rows]])
    return np.ravel_multi_index(tuple(index.T), shape)


def _without(shape: tuple[int, ...], kind: Axes, n_lists: int) -> tuple[int, ...]:
    kept = (1 if axis in kind else size for axis, size in enumerate(shape))
    return (*kept, 1 << n_lists)

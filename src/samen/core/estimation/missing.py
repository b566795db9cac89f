"""Persons of whom some covariates are not known, and the EM algorithm's E-step for them.

A person with a missing value is spread over the cells that the known values allow, in proportion
to the fitted means (Zwane and van der Heijden 2007, section 3); the values are taken to be missing
at random.
"""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import scipy

from samen.core.errors import BadInput
from samen.core.estimation.compiled import compiled
from samen.core.estimation.layers import information, layer_margins, symmetric
from samen.core.estimation.poisson import Floats, Ints
from samen.core.estimation.table import MISSING, CaptureTable


@dataclass(frozen=True, eq=False)
class Partial:
    """What is known of persons with missing values, each kind of person once.

    histories, sets: shape (kinds of persons,); the set is the covariate cells that the known
    values allow. cells: the covariate cells of all sets one after the other; those of set s from
    starts[s] to starts[s + 1]. missing: which covariates are missing in a set, as bits.
    """

    histories: Ints
    sets: Ints
    starts: Ints
    cells: Ints
    missing: Ints

    def cells_of(self, chosen: int) -> Ints:
        """The covariate cells of a set."""
        return self.cells[self.starts[chosen] : self.starts[chosen + 1]]


@dataclass(frozen=True, eq=False)
class Observed:
    """Persons by what is known about them.

    known: persons of whom all is known, shape (covariate cells, 2**L). counts: persons of each
    kind in `partial`.
    """

    known: Floats
    partial: Partial
    counts: Floats

    @cached_property
    def has_missing(self) -> bool:
        """Whether something is not known of somebody."""
        return bool(self.counts.any())

    @property
    def n_observed(self) -> float:
        """Persons on at least one list."""
        return float(self.known.sum() + self.counts.sum())

    def spread(self, means: Floats) -> Floats:
        """All persons in cells, those with missing values in proportion to the means.

        means: shape (covariate cells, 2**L), as the result.
        """
        full = self.known.copy()
        if self.has_missing:
            spread_rows(self.partial, self.counts, means, full)
        return full

    def loglik(self, means: Floats) -> float:
        """The Poisson log-likelihood of what is known."""
        value = float(scipy.special.xlogy(self.known, means).sum() - means.sum()) - self._constant
        if self.has_missing:
            value += float(
                scipy.special.xlogy(self.counts, _sums(*_arrays(self.partial), means)).sum()
            )
        return value

    @cached_property
    def _constant(self) -> float:
        return float(
            scipy.special.gammaln(self.known + 1).sum()
            + scipy.special.gammaln(self.counts + 1).sum()
        )

    def saturated(self) -> float:
        """The log-likelihood when each number of persons is its own mean."""
        entropy = (
            scipy.special.xlogy(self.known, self.known).sum()
            + scipy.special.xlogy(self.counts, self.counts).sum()
        )
        return float(entropy) - self.n_observed - self._constant


def spread_rows(partial: Partial, counts: Floats, means: Floats, full: Floats) -> None:
    """Add persons with missing values to `full`, in proportion to the means."""
    sums = _sums(*_arrays(partial), means)
    _spread(*_arrays(partial), np.divide(counts, sums, out=np.zeros_like(sums), where=sums > 0),
            means, full)  # fmt: skip


def information_lost(observed: Observed, columns: Floats, bits: Ints, means: Floats) -> Floats:
    """What the information of the complete data has more than that of the observed; shape (p, p).

    The covariances of the columns within what is known of each person (Louis 1982, eq. 3.2).
    columns, bits: of the design. means: the estimate, shape (covariate cells, 2**L).
    """
    partial, counts = observed.partial, observed.counts
    expected = np.zeros_like(means)
    spread_rows(partial, counts, means, expected)
    n_lists = means.shape[1].bit_length() - 1
    squares = information(columns, bits, layer_margins(expected, n_lists))
    return symmetric(squares - _squared_means(*_arrays(partial), counts, means, columns, bits))


@compiled
def _squared_means(
    histories: Ints,
    sets: Ints,
    starts: Ints,
    cells: Ints,
    counts: Floats,
    means: Floats,
    columns: Floats,
    bits: Ints,
) -> Floats:
    """The squares of what each person's columns are expected to be, added up; lower half."""
    found = np.zeros((bits.size, bits.size))
    for row in range(histories.size):
        mean = np.zeros(bits.size)
        total = 0.0
        for at in range(starts[sets[row]], starts[sets[row] + 1]):
            weight = means[cells[at], histories[row]]
            total += weight
            mean += weight * columns[cells[at]]
        if counts[row] > 0 and total > 0:
            filled = np.flatnonzero((mean != 0) & (histories[row] & bits == bits))
            scale = counts[row] / total**2
            for i in filled:
                for j in filled[filled <= i]:
                    found[i, j] += scale * mean[i] * mean[j]
    return found


def _arrays(partial: Partial) -> tuple[Ints, Ints, Ints, Ints]:
    return partial.histories, partial.sets, partial.starts, partial.cells


@compiled
def _sums(histories: Ints, sets: Ints, starts: Ints, cells: Ints, means: Floats) -> Floats:
    """The mean of each kind of person; shape (kinds,)."""
    sums = np.zeros(histories.size)
    for row in range(histories.size):
        for at in range(starts[sets[row]], starts[sets[row] + 1]):
            sums[row] += means[cells[at], histories[row]]
    return sums


@compiled
def _spread(
    histories: Ints, sets: Ints, starts: Ints, cells: Ints, shares: Floats, means: Floats,
    full: Floats,
) -> None:  # fmt: skip
    for row in range(histories.size):
        if shares[row] > 0:
            for at in range(starts[sets[row]], starts[sets[row] + 1]):
                cell = cells[at]
                full[cell, histories[row]] += shares[row] * means[cell, histories[row]]


@dataclass(frozen=True, eq=False)
class Places:
    """Where each row of a table goes, so that resampled counts are put in place fast.

    known: the rows of which all is known. at: their place in the flattened cells. others: the
    rows with missing values, in the order of `partial`.
    """

    n_cells: int
    n_lists: int
    known: Ints
    at: Ints
    others: Ints
    partial: Partial

    def put(self, counts: Floats) -> Observed:
        """The persons in place; counts by row of the table, shape (rows,)."""
        cells = np.zeros(self.n_cells << self.n_lists)
        cells[self.at] = counts[self.known]
        shaped = cells.reshape(self.n_cells, 1 << self.n_lists)
        return Observed(shaped, self.partial, counts[self.others])


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
    others = np.flatnonzero(missing.any(axis=1))
    known = np.flatnonzero(~missing.any(axis=1))
    return Places(
        math.prod(shape),
        len(table.lists),
        known,
        cell_numbers(table.codes[known], shape) << len(table.lists) | table.histories[known],
        others,
        _partial(table, others, shape),
    )


def cell_numbers(codes: Ints, shape: tuple[int, ...]) -> Ints:
    """The covariate cell of each row of codes; shape (rows,)."""
    numbers = np.zeros(len(codes), dtype=np.int64)
    for at, size in enumerate(shape):
        numbers = numbers * size + codes[:, at]
    return numbers


def _partial(table: CaptureTable, rows: Ints, shape: tuple[int, ...]) -> Partial:
    known, sets = np.unique(table.codes[rows], axis=0, return_inverse=True)
    every = np.arange(math.prod(shape)).reshape(shape)
    cells = [
        every[tuple(slice(None) if code == MISSING else int(code) for code in codes)].reshape(-1)
        for codes in known
    ]
    bits = (known == MISSING) @ (1 << np.arange(len(shape)))
    starts = np.cumsum([0, *(each.size for each in cells)])
    joined = np.concatenate([np.zeros(0, dtype=np.int64), *cells])
    return Partial(table.histories[rows], sets.reshape(-1), starts, joined, bits)

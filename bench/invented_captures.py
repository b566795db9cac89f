"""Invented capture tables of the size of the Dutch study, with a known truth.

Six lists, years, sex, age group, form and origin; persons, the chances to be on a list and the
dependence between lists vary with all of them. Nothing in it is taken from a real table.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samen.core.estimation.table import MISSING, CaptureTable, Covariate, from_rows

LISTS = ("P", "K", "I", "R", "Z", "O")
SHIFTS = (-2.4, -3.4, -3.0, -2.2, -2.9, -2.6)
type Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Nation:
    """covariates of the cells; means: expected persons, shape (covariate cells, 2**L)."""

    covariates: tuple[Covariate, ...]
    means: Floats

    @property
    def shape(self) -> tuple[int, ...]:
        """The number of values of each covariate."""
        return tuple(len(covariate.levels) for covariate in self.covariates)

    def drawn(
        self, generator: np.random.Generator, missing: float = 0.0
    ) -> tuple[CaptureTable, NDArray[np.int64]]:
        """A table of the seen, and all persons by covariate cell, seen or not."""
        persons = generator.poisson(self.means)
        cells, histories = np.nonzero(persons)
        counts = persons[cells, histories]
        codes = np.array(np.unravel_index(cells, self.shape)).T
        seen = np.flatnonzero(histories)
        rows = np.repeat(seen, counts[seen])
        known = codes[rows]
        known[generator.random(known.shape) < missing] = MISSING
        ones = np.ones(len(rows), dtype=np.int64)
        table = from_rows(LISTS, self.covariates, histories[rows], known, ones)
        return table, persons.sum(axis=1)


def nation(n_years: int = 6, persons: float = 30000.0, seed: int = 1) -> Nation:
    """An invented nation; the terms are all two-way, the year's effects a curve."""
    generator = np.random.default_rng(seed)
    covariates = (
        Covariate("year", tuple(str(2010 + at) for at in range(n_years))),
        Covariate("sex", ("woman", "man")),
        Covariate("age", ("adult", "minor")),
        Covariate("form", ("sexual", "labour", "criminal")),
        Covariate("origin", ("NL", "EU", "other")),
    )
    shape = tuple(len(covariate.levels) for covariate in covariates)
    codes = np.indices(shape).reshape(len(shape), -1)
    year = np.linspace(-1, 1, n_years)[codes[0]]
    parts = [year, *(codes[1:] / np.array(shape[1:])[:, None])]
    base = 0.4 * year - 0.5 * year**2
    for one in range(1, 5):
        base = base - 0.8 * parts[one]
        for two in range(one):
            base = base + generator.normal(0, 0.8) * parts[one] * parts[two]
    histories = np.arange(64)
    on = (histories[:, None] >> np.arange(6) & 1).astype(np.float64)
    logits = np.tile(np.array(SHIFTS)[:, None], (1, base.size))
    for part in parts:
        logits = logits + np.outer(generator.normal(0, 0.7, 6), part)
    logs = base[:, None] + (on @ logits).T
    for one, two in ((0, 3), (0, 1), (3, 4)):
        logs = logs + generator.uniform(0.5, 1.0) * (on[:, one] * on[:, two])[None, :]
    means = np.exp(logs)
    return Nation(covariates, means * (persons / means.sum()))

"""Procedures: from a table to a hidden number, the choice of the model included.

What a procedure does to the table it must do to every bootstrap replicate, or the interval leaves
out that another sample might have led to another model.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from samen.core.estimation.existence import Status, check
from samen.core.estimation.fit import Fit, fit
from samen.core.estimation.lattice import (
    AIC,
    AICC,
    BIC,
    averaged,
    best_hidden,
    best_models,
    penalties_of,
)
from samen.core.estimation.models import Model, candidates, closed, main_effects
from samen.core.estimation.poisson import Flags, Floats, Ints
from samen.core.estimation.stepwise import NO_ESTIMATE, fixed_hidden, stepwise, stepwise_hidden

THRESHOLD = 0.02
CRITERIA = {"aic": AIC, "aicc": AICC, "bic": BIC}


@dataclass(frozen=True)
class Choice:
    """What a procedure makes of one table.

    models: the fitted models with their weights, the largest weight first; empty when no model
    has an estimate. total: the weighted mean of their totals, None when there is none.
    """

    models: tuple[tuple[Fit, float], ...]
    status: Status
    total: float | None

    @property
    def model(self) -> Model | None:
        """The model with the largest weight."""
        return self.models[0][0].model if self.models else None


type Run = Callable[[Ints, Ints], tuple[Floats, Flags]]


class Procedure(Protocol):
    """`choose` looks at one table, shape (2**L,). `run` gives the loop over many tables like it:
    it takes histories, shape (cells,), and replicates, shape (tables, cells), and returns hidden
    numbers, NaN where there is none, and the chosen terms among `terms`, shape (tables, terms).
    """

    @property
    def name(self) -> str: ...

    def terms(self, n_lists: int) -> Ints: ...

    def choose(self, counts: Ints) -> Choice: ...

    def run(self, counts: Ints, /) -> Run: ...


@dataclass(frozen=True)
class Fixed:
    """One model, chosen beforehand."""

    model: Model
    name: str = "fixed"

    def terms(self, n_lists: int) -> Ints:
        return self.model.array()[n_lists + 1 :]

    def choose(self, counts: Ints) -> Choice:
        fitted = fit(counts, self.model)
        return _one(fitted)

    def run(self, _counts: Ints, /) -> Run:
        terms = self.model.array()
        return lambda histories, replicates: fixed_hidden(
            histories, replicates, terms, self.model.n_lists
        )


def main(n_lists: int) -> Fixed:
    """All lists independent of each other."""
    return Fixed(main_effects(n_lists), "main")


@dataclass(frozen=True)
class Stepwise:
    """Pairs of lists added one by one (see `stepwise`); threshold: of the p-value."""

    threshold: float = THRESHOLD
    name: str = "stepwise"

    def terms(self, n_lists: int) -> Ints:
        return candidates(n_lists, 2)

    def choose(self, counts: Ints) -> Choice:
        n_lists = _n_lists(counts)
        histories = np.flatnonzero(counts[1:]) + 1
        filled = counts[histories].astype(np.float64)
        terms, n, _ = stepwise(histories, filled, n_lists, float(np.log(self.threshold)))
        if n == NO_ESTIMATE:
            return _without(counts)
        fitted = fit(counts, Model(n_lists, frozenset(int(term) for term in terms[:n])))
        return _one(fitted)

    def run(self, counts: Ints, /) -> Run:
        n_lists = _n_lists(counts)
        pairs = self.terms(n_lists)
        limit = float(np.log(self.threshold))
        return lambda histories, replicates: stepwise_hidden(
            histories, replicates, pairs, n_lists, limit
        )


@dataclass(frozen=True)
class Searched:
    """The best of all hierarchical models by a criterion, or the mean of the good ones.

    criterion: "aic", "aicc" or "bic". order: the largest term allowed. slack: 0 for the best
    alone, else the distance in the criterion within which models are averaged.
    """

    criterion: str = "bic"
    order: int = 3
    slack: float = 0.0
    tried: int = 20

    @property
    def name(self) -> str:
        return "average" if self.slack else self.criterion

    def terms(self, n_lists: int) -> Ints:
        return candidates(n_lists, self.order)

    def choose(self, counts: Ints) -> Choice:
        flags, values, hidden = self._best(counts, self.slack)
        if not values.size:
            return _without(counts)
        n_lists, terms = _n_lists(counts), self.terms(_n_lists(counts))
        weights = np.exp((values[0] - values) / 2)
        weights /= weights.sum()
        fits = tuple(
            (fit(counts, closed(n_lists, (int(term) for term in terms[chosen]))), float(weight))
            for chosen, weight in zip(flags, weights, strict=True)
        )
        return Choice(fits, Status.OK, float(counts[1:].sum()) + averaged(values, hidden))

    def run(self, counts: Ints, /) -> Run:
        n_lists = _n_lists(counts)
        terms, criterion = self.terms(n_lists), CRITERIA[self.criterion]
        likely = self._best(counts, max(self.slack, 10.0))[0][: self.tried]
        return lambda histories, replicates: best_hidden(
            histories, replicates, terms, n_lists, criterion, self.slack, likely
        )

    def _best(self, counts: Ints, slack: float) -> tuple[Flags, Floats, Floats]:
        n_lists = _n_lists(counts)
        terms = self.terms(n_lists)
        nothing = np.zeros((0, terms.size), dtype=np.bool_)
        penalties = penalties_of(
            CRITERIA[self.criterion], float(counts[1:].sum()), 2 + n_lists + terms.size
        )
        return best_models(_cells(counts), n_lists, terms, penalties, slack, nothing)


def _one(fitted: Fit) -> Choice:
    return Choice(((fitted, 1.0),), fitted.status, fitted.n_hat)


def _without(counts: Ints) -> Choice:
    """No estimate: not even the main effects have one."""
    return Choice((), check(counts, main_effects(_n_lists(counts))).status, None)


def _cells(counts: Ints) -> Floats:
    cells = counts.astype(np.float64)
    cells[0] = 0.0
    return cells


def _n_lists(counts: Ints) -> int:
    return counts.size.bit_length() - 1

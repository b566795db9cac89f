"""One model fitted to one table."""

import math
from dataclasses import dataclass

import numpy as np

from samen.core.estimation.existence import Check, Status, check
from samen.core.estimation.groups import climbed, groups_of
from samen.core.estimation.models import Model
from samen.core.estimation.poisson import (
    Floats,
    Ints,
    independent_start,
    live_cells,
    margins_of,
    means_of,
    superset_sums,
)


@dataclass(frozen=True, eq=False)
class Fit:
    """A fitted model, or the reason why there is none.

    n_hat, hidden: persons in all and persons on no list; None unless the status is ok.
    log_hidden_error: the standard error of the logarithm of `hidden`, given the model.
    coefficients: by term; minus infinity for a dead term.
    fitted: expected counts by history, shape (2**L,); cell 0 holds the hidden number.
    loglik, deviance: Poisson. n_parameters counts dead terms too, as the literature does.
    """

    model: Model
    check: Check
    n_observed: int
    n_hat: float | None
    hidden: float | None
    log_hidden_error: float | None
    coefficients: dict[int, float]
    fitted: Floats
    loglik: float
    deviance: float
    n_parameters: int
    degrees: int

    @property
    def status(self) -> Status:
        """That of the check; refused when there is an estimate and it was not found."""
        found = self.check.status
        return Status.REFUSED if found is Status.OK and self.hidden is None else found

    @property
    def aic(self) -> float:
        """Akaike's criterion."""
        return 2 * self.n_parameters - 2 * self.loglik

    @property
    def aicc(self) -> float:
        """Akaike's criterion corrected for few persons (Hurvich and Tsai 1989)."""
        p, n = self.n_parameters, self.n_observed
        return self.aic + 2 * p * (p + 1) / (n - p - 1) if n > p + 1 else np.inf

    @property
    def bic(self) -> float:
        """Schwarz's criterion, with the number of observed persons."""
        return self.n_parameters * float(np.log(self.n_observed)) - 2 * self.loglik


def fit(counts: Ints, model: Model) -> Fit:
    """The extended maximum likelihood estimate of a model.

    counts: persons by capture history, shape (2**L,); cell 0 is not looked at.
    A model that has no estimate comes back with its `check` and without numbers.
    """
    looked = check(counts, model)
    numbers = counts.astype(np.float64)
    numbers[0] = 0.0
    terms = model.array()
    n_observed = int(numbers.sum())
    none = Fit(model, looked, n_observed, None, None, None, {}, np.zeros_like(numbers),
               -np.inf, np.inf, terms.size, numbers.size - 1 - terms.size)  # fmt: skip
    if looked.status is not Status.OK:
        return none
    margins = margins_of(numbers, model.n_lists)
    groups = groups_of(terms, margins[terms], model.n_lists)
    alive = groups.terms
    start = independent_start(margins, model.n_lists)[alive]
    _, converged, _ = climbed(groups, start)
    if not converged:
        return none
    theta = np.zeros(numbers.size)
    theta[alive] = start
    live = live_cells(terms, margins)
    means = means_of(theta, live, model.n_lists)
    hidden = float(np.exp(theta[0]))
    saturated = float((numbers * np.log(np.where(numbers > 0, numbers, 1))).sum())
    kernel = float(theta[alive] @ margins[alive] - means.sum())
    loglik = kernel - sum(math.lgamma(number + 1) for number in numbers[numbers > 1])
    fitted = means.copy()
    fitted[0] = hidden
    return Fit(
        model,
        looked,
        n_observed,
        n_observed + hidden,
        hidden,
        _error_of_hidden(alive, means, model.n_lists),
        {int(term): float(theta[term]) if live[term] else -np.inf for term in terms},
        fitted,
        loglik,
        2 * (saturated - n_observed - kernel),
        terms.size,
        numbers.size - 1 - terms.size,
    )


def _error_of_hidden(terms: Ints, means: Floats, n_lists: int) -> float:
    """The root of the inverse information at the intercept."""
    fitted = means.copy()
    superset_sums(fitted, n_lists)
    information = fitted[terms[:, None] | terms[None, :]]
    unit = np.zeros(terms.size)
    unit[terms == 0] = 1
    return float(np.sqrt(np.linalg.solve(information, unit)[terms == 0][0]))

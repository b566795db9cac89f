"""The fit of a model in which some coefficients are known beforehand."""

from collections.abc import Mapping
from math import exp

import numpy as np

from samen.core.estimation.existence import Status, exists, identifiable
from samen.core.estimation.groups import groups_of
from samen.core.estimation.models import Model
from samen.core.estimation.outcomes import Outcome, reason_for
from samen.core.estimation.poisson import (
    Floats,
    independent_start,
    live_cells,
    margins_of,
    maximise,
)


def with_known(counts: Floats, model: Model, known: Mapping[int, float]) -> Outcome:
    """The estimate of a model with the coefficients of some terms given.

    counts: persons by capture history, shape (2**L,), cell 0 empty; fractions are allowed. known:
    coefficients by term, whether or not the model has the term; they are an offset of the log
    means. An offset is a positive factor on each mean, so it does not change whether a maximum
    exists: the terms that are left decide (see `existence`).
    """
    margins = margins_of(counts, model.n_lists)
    terms = np.array([term for term in model.array() if term not in known])
    groups = groups_of(terms, margins[terms], model.n_lists)
    if not exists(groups, np.flatnonzero(counts)):
        return _without(counts, model, Status.DOES_NOT_EXIST)
    if not identifiable(groups):
        return _without(counts, model, Status.NOT_IDENTIFIABLE)
    live, alive = live_cells(terms, margins), groups.terms
    theta = np.zeros(counts.size)
    theta[alive] = independent_start(margins, model.n_lists)[alive]
    for term, value in known.items():
        theta[term] = value
    _, converged, _ = maximise(alive, margins, live, theta, model.n_lists)
    if not converged:
        return _without(counts, model, Status.REFUSED)
    return Outcome(float(counts.sum()), float(counts.sum()) + exp(theta[0]), model)


def _without(counts: Floats, model: Model, status: Status) -> Outcome:
    return Outcome(float(counts.sum()), None, model, status, reason_for(status))

"""Forward selection of terms of lists and covariates.

From a small model, the term that improves a criterion most is added until none does; then the same
by the next criterion, as in the Dutch studies (first BIC, then AIC). Candidates are ordered by
Rao's score test, which needs no fit; the first few are fitted exactly, and the best of those is
taken. A model without an estimate is never taken.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import scipy

from samen.core.estimation.covariates import (
    CovariateFit,
    Reached,
    Sample,
    described,
    reach,
)
from samen.core.estimation.design import Design, design_of
from samen.core.estimation.existence import Status
from samen.core.estimation.formula import (
    CovariateModel,
    Term,
    all_products,
    main_effects,
)
from samen.core.estimation.layers import information, layer_margins, score_statistics, statistics
from samen.core.estimation.missing import places_of
from samen.core.estimation.poisson import Floats
from samen.core.estimation.table import CaptureTable

SHORTLIST = 3


class Criterion(StrEnum):
    """What a term has to improve to be added."""

    BIC = "bic"
    AIC = "aic"
    P_VALUE = "p_value"


@dataclass(frozen=True)
class Forward:
    """A way to select: from `start`, with the terms of `largest`, by the criteria in turn.

    threshold: for P_VALUE, the largest p of a likelihood ratio test that adds a term.
    """

    start: CovariateModel
    largest: CovariateModel
    criteria: tuple[Criterion, ...] = (Criterion.BIC,)
    threshold: float = 0.02

    def run(self, sample: Sample, theta: Floats | None = None) -> Reached:
        """The selected model at the top of its likelihood; the design is that of `largest`."""
        return _path(sample, self, theta)[-1].reached


@dataclass(frozen=True)
class Step:
    """A term that was added, "" for the start. hidden: persons on no list, None if unknown."""

    added: str
    criterion: str
    loglik: float
    aic: float
    bic: float
    hidden: float | None


@dataclass(frozen=True)
class Selection:
    """The selected model and the way to it."""

    fit: CovariateFit
    steps: tuple[Step, ...]


@dataclass(frozen=True, eq=False)
class _Stop:
    terms: frozenset[Term]
    reached: Reached
    added: Term | None
    criterion: str


def forward(
    table: CaptureTable,
    degrees: dict[str, int] | None = None,
    criteria: tuple[Criterion, ...] = (Criterion.BIC,),
) -> Forward:
    """From main effects up to all two-way terms.

    degrees: the degree of the curve by covariate, 1 for a line; the others are factors.
    """
    lines = degrees or {}
    return Forward(main_effects(table, lines), all_products(table, 2, degrees), criteria)


def select_covariates(table: CaptureTable, way: Forward) -> Selection:
    """The model that forward selection ends in. Raises as `fit_covariates` does."""
    design = design_of(way.largest)
    sample = Sample(design, places_of(table).put(table.counts.astype(np.float64)))
    path = _path(sample, way, None)
    steps = tuple(_told(sample, stop) for stop in path)
    model = CovariateModel(way.largest.lists, way.largest.covariates, path[-1].terms)
    return Selection(described(sample, path[-1].reached, model), steps)


def _told(sample: Sample, stop: _Stop) -> Step:
    reached = stop.reached
    n, p = np.log(sample.observed.n_observed), reached.columns.size
    sound = reached.status is Status.OK
    return Step(
        sample.design.model.named(stop.added) if stop.added else "",
        stop.criterion,
        reached.loglik,
        2 * p - 2 * reached.loglik,
        float(n * p - 2 * reached.loglik),
        float(reached.hidden(sample.design).sum()) if sound else None,
    )


def _path(sample: Sample, way: Forward, theta: Floats | None) -> list[_Stop]:
    path = [_Stop(way.start.terms, reach(sample, way.start.terms, theta), None, "")]
    refused: set[Term] = set()
    for criterion in way.criteria:
        while path[-1].reached.status is Status.OK:
            better = _better(sample, path[-1], _gain(sample, criterion, way), refused)
            if better is None:
                break
            path.append(_Stop(better[0], better[2], better[1], criterion))
    return path


def _gain(
    sample: Sample, criterion: Criterion, way: Forward
) -> Callable[[float, int], tuple[float, float]]:
    """How much a term of so many columns improves, given twice the rise of the log-likelihood.

    Above 0 it is added. The rise itself decides between gains that are equal.
    """
    if criterion is Criterion.P_VALUE:
        least = -np.log(way.threshold)
        return lambda rise, width: (float(-scipy.stats.chi2.logsf(rise, width) - least), rise)
    price = 2.0 if criterion is Criterion.AIC else float(np.log(sample.observed.n_observed))
    return lambda rise, width: (rise - price * width, rise)


def _better(
    sample: Sample,
    stop: _Stop,
    gain: Callable[[float, int], tuple[float, float]],
    refused: set[Term],
) -> tuple[frozenset[Term], Term, Reached] | None:
    """The best of the first candidates that improves, None when none of them does.

    A term whose model has no estimate is noted in `refused` and not tried again.
    """
    best, most, tried = None, (0.0, 0.0), 0
    for term in _ordered(sample, stop, gain, refused):
        terms = stop.terms | {term}
        reached = reach(sample, terms, stop.reached.theta)
        if reached.status is not Status.OK:
            refused.add(term)
            continue
        width = reached.columns.size - stop.reached.columns.size
        found = gain(2 * (reached.loglik - stop.reached.loglik), width)
        if found > most:
            best, most = (terms, term, reached), found
        tried += 1
        if tried == SHORTLIST:
            break
    return best


def _ordered(
    sample: Sample,
    stop: _Stop,
    gain: Callable[[float, int], tuple[float, float]],
    refused: set[Term],
) -> list[Term]:
    """The terms that could be added, the most promising first; a covariate with one value has no
    columns, so that its terms say nothing."""
    design = sample.design
    new = [
        term
        for term in design.terms
        if term not in stop.terms
        and term not in refused
        and design.places[term] in design.owners
        and all(part in stop.terms for part in term.parts())
    ]
    if not new:
        return []
    scores = _scores(design, stop.reached, new)
    return sorted(new, key=lambda term: gain(*scores[term]), reverse=True)


def _scores(design: Design, reached: Reached, new: list[Term]) -> dict[Term, tuple[float, int]]:
    """The score statistic and the number of columns of each term."""
    added = design.of_terms(new)
    order = np.concatenate([reached.kept, added])
    part, bits = np.ascontiguousarray(design.columns[:, order]), design.bits[order]
    fitted = layer_margins(reached.means, design.n_lists)
    counts = layer_margins(reached.registered, design.n_lists)
    gradient = statistics(part, bits, counts) - statistics(part, bits, fitted)
    owners = design.owners[order]
    found = score_statistics(information(part, bits, fitted), reached.kept.size, gradient, owners)
    width = np.bincount(design.owners)
    inside = reached.kept.size
    return {
        term: (float(found[inside + int(np.argmax(owners[inside:] == at))]), int(width[at]))
        for term in new
        for at in [design.places[term]]
    }

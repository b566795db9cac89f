"""One model of lists and covariates fitted to one table."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from threading import Event

import numpy as np
import scipy

from samen.core.estimation.design import Design, design_of
from samen.core.estimation.existence import Status, has_positive_solution
from samen.core.estimation.formula import CovariateModel, Term
from samen.core.estimation.layers import (
    DOUBTFUL,
    EXISTS,
    ON_THE_WAY,
    TINY,
    climb,
    independent_columns,
    information,
    layer_margins,
    layer_means,
    log_means,
    symmetric,
)
from samen.core.estimation.missing import Observed, information_lost, places_of
from samen.core.estimation.poisson import MOST_STEPS, Flags, Floats, Ints, independent_start
from samen.core.estimation.table import CaptureTable

RISEN = 1e-8  # of the log-likelihood: an EM step below it is the last
MOST_EM_STEPS = 2000
NOTHING = 1e-7
DECIMALS = 7
PORTION = 1 << 21  # cells times Newton steps, about a second
NEXT_TO_NONE = 1e-6


@dataclass(frozen=True, eq=False)
class CovariateFit:
    """A fitted model of lists and covariates, or the reason why there is none.

    status: whether there is an estimate. hidden_estimable: whether the hidden number is, though
    the coefficients may not exist. undetermined: the covariate cells whose hidden number the model
    leaves open, by number. dead: the columns whose coefficient is infinite.
    n_hat, hidden: persons in all and on no list; None unless the status is ok.
    hidden_by_cell: shape (covariate cells,). log_hidden_error: the standard error of the logarithm
    of `hidden` given the model, with what missing values cost.
    coefficients: by column; powers are Legendre polynomials of the number scaled to -1..1.
    registered: persons by covariate cell and history, shape (covariate cells, 2**L), those with
    missing values spread. fitted: their expected counts.
    loglik, deviance: Poisson, of what is known. n_parameters counts dead columns too.
    """

    model: CovariateModel
    status: Status
    hidden_estimable: bool
    undetermined: tuple[int, ...]
    dead: tuple[str, ...]
    n_observed: int
    n_hat: float | None
    hidden: float | None
    log_hidden_error: float | None
    hidden_by_cell: Floats
    coefficients: dict[str, float]
    registered: Floats
    fitted: Floats
    loglik: float
    deviance: float
    n_parameters: int

    @property
    def aic(self) -> float:
        """Akaike's criterion."""
        return 2 * self.n_parameters - 2 * self.loglik

    @property
    def bic(self) -> float:
        """Schwarz's criterion, with the number of observed persons."""
        return self.n_parameters * float(np.log(self.n_observed)) - 2 * self.loglik


class Halted(Exception):
    """Nobody waits for the result any more; it never reaches a user."""


@dataclass(frozen=True, eq=False)
class Sample:
    """A table as the algorithms want it: the persons, and which margins nobody is in.

    halt: set from outside when nobody waits for the result any more.
    """

    design: Design
    observed: Observed
    halt: Event = field(default_factory=Event)

    @cached_property
    def start(self) -> Floats:
        """Persons with missing values spread evenly; shape (covariate cells, 2**L)."""
        return self.observed.spread(np.ones_like(self.observed.known))

    @cached_property
    def empty(self) -> dict[Term, Flags]:
        """For each term the covariate cells in which its margin is 0, where there are such.

        Whatever is coded as its first value, a term has a margin for each combination of the
        values of its factors; powers have none.
        """
        margins = layer_margins(self.start, self.design.n_lists)
        found = {}
        for term, group in self.design.groups.items():
            void = np.bincount(group, weights=margins[:, term.lists])[group] == 0
            if void.any():
                found[term] = void
        return found

    def live(self, terms: frozenset[Term]) -> Flags:
        """The cells in no empty margin of a model; shape (covariate cells, 2**L)."""
        live = np.ones(self.start.shape, dtype=np.bool_)
        histories = np.arange(live.shape[1])
        for term, void in self.empty.items():
            if term in terms:
                live[np.ix_(void, histories & term.lists == term.lists)] = False
        return live


@dataclass(frozen=True, eq=False)
class Reached:
    """The top of a likelihood.

    columns: the columns of the model, by place in the design. kept: which of them are independent
    on the live cells. theta: by column of the design, 0 for the others. exists: whether the
    estimate does. undetermined: the covariate cells whose hidden number is left open.
    """

    columns: Ints
    kept: Ints
    theta: Floats
    live: Flags
    means: Floats
    registered: Floats
    loglik: float
    exists: bool
    undetermined: Ints

    @property
    def status(self) -> Status:
        """As `Check.status`."""
        if not self.exists:
            return Status.DOES_NOT_EXIST
        return Status.NOT_IDENTIFIABLE if self.undetermined.size else Status.OK

    def hidden(self, design: Design) -> Floats:
        """The hidden number of each covariate cell; shape (covariate cells,)."""
        plain = self.kept[design.bits[self.kept] == 0]
        logs = design.columns[:, plain] @ self.theta[plain]
        return np.where(self.live[:, 0], np.exp(np.minimum(logs, 700.0)), 0.0)


def fit_covariates(table: CaptureTable, model: CovariateModel) -> CovariateFit:
    """The extended maximum likelihood estimate of a model of lists and covariates.

    Persons with missing values take part by EM. A model that has no estimate comes back with its
    status and without numbers. Raises TooBig and BadInput as `design_of` and `places_of` do.
    """
    design = design_of(model)
    observed = places_of(table).put(table.counts.astype(np.float64))
    sample = Sample(design, observed)
    return described(sample, reach(sample, model.terms), model)


def reach(sample: Sample, terms: frozenset[Term], theta: Floats | None = None) -> Reached:
    """Climb to the top of the likelihood of some of the design's terms, from `theta` if given."""
    _go_on(sample)
    design, observed = sample.design, sample.observed
    columns = design.of_terms(terms)
    live = sample.live(terms)
    kept, undetermined = _independent(design, columns, live)
    part, bits = np.ascontiguousarray(design.columns[:, kept]), design.bits[kept]
    found = np.zeros(design.bits.size)
    found[kept] = _start(sample)[kept] if theta is None else theta[kept]
    own = found[kept]
    registered = observed.known
    if observed.has_missing:
        for _ in em_steps(observed, part, bits, live, own):
            _go_on(sample)
        registered = observed.spread(layer_means(part, bits, own, live, design.n_lists))
    exists, means = _top(sample, part, bits, registered, live, own)
    found[kept] = own
    if observed.has_missing:
        registered = observed.spread(means)
        undetermined = np.union1d(undetermined, _unknown(sample, part, bits, live, means))
    return Reached(columns, kept, found, live, means, registered, observed.loglik(means), exists,
                   undetermined)  # fmt: skip


def _go_on(sample: Sample) -> None:
    if sample.halt.is_set():
        raise Halted


def _top(
    sample: Sample, columns: Floats, bits: Ints, registered: Floats, live: Flags, theta: Floats
) -> tuple[bool, Floats]:
    """Whether the estimate exists, and its means; `theta` becomes it. Large tables in portions,
    so that who stops it does not wait."""
    portion = min(MOST_STEPS, max(1, PORTION // live.size))
    for _ in range(0, MOST_STEPS, portion):
        _go_on(sample)
        state, means = climb(columns, bits, registered, live, theta, sample.design.n_lists, portion)
        if state != ON_THE_WAY:
            break
    return state == EXISTS or (
        state == DOUBTFUL and _exists(columns, bits, registered > 0, live, sample.design.n_lists)
    ), means


def _exists(columns: Floats, bits: Ints, filled: Flags, live: Flags, n_lists: int) -> bool:
    """As `exists` in `existence`: no direction in which no filled cell moves raises some empty
    cell and lowers none."""
    directions = _directions(columns, bits, filled, n_lists)[1]
    empty = live & ~filled
    empty[:, 0] = False
    moves = [log_means(columns, bits, each, n_lists)[empty] for each in directions.T.copy()]
    if not moves:
        return True
    lines = np.unique(np.round(np.array(moves), DECIMALS), axis=1)
    return bool(has_positive_solution(lines.T.copy()))


def em_steps(
    observed: Observed, columns: Floats, bits: Ints, live: Flags, theta: Floats
) -> Iterator[float]:
    """The log-likelihood after each step of EM, which never falls; `theta` becomes the estimate.

    The M-step is one Newton step, halved until it climbs (Lange 1995, the EM gradient algorithm).
    """
    n_lists = int(observed.known.shape[1]).bit_length() - 1
    means = layer_means(columns, bits, theta, live, n_lists)
    value = observed.loglik(means)
    for _ in range(MOST_EM_STEPS):
        registered = observed.spread(means)
        _, means = climb(columns, bits, registered, live, theta, n_lists, 1)
        before, value = value, observed.loglik(means)
        yield value
        if value - before < RISEN:
            return


def _start(sample: Sample) -> Floats:
    """Coefficients to start from: the lists independent, the values of the covariates even."""
    design = sample.design
    pooled = sample.start.sum(axis=0)
    margins = layer_margins(pooled[None, :], design.n_lists)[0]
    lists = independent_start(margins, design.n_lists)
    theta = np.zeros(design.bits.size)
    plain = np.flatnonzero([max(map(abs, term.shapes), default=0) == 0 for term in design.terms])
    at = np.isin(design.owners, plain)
    theta[at] = lists[design.bits[at]]
    theta[0] -= np.log(design.n_cells)
    return theta


def _independent(design: Design, columns: Ints, live: Flags) -> tuple[Ints, Ints]:
    """The columns that are independent on the live cells, and the covariate cells left open.

    A column that depends on earlier ones is a direction in which no live observed mean moves; the
    hidden numbers are determined when they do not move either.
    """
    part, bits = np.ascontiguousarray(design.columns[:, columns]), design.bits[columns]
    seen = live.copy()
    seen[:, 0] = False
    kept, directions = _directions(part, bits, seen, design.n_lists)
    moved = np.abs(part[:, bits == 0] @ directions[bits == 0]).max(axis=1, initial=0.0)
    return columns[kept], np.flatnonzero((moved > NOTHING) & live[:, 0])


def _directions(columns: Floats, bits: Ints, seen: Flags, n_lists: int) -> tuple[Flags, Floats]:
    """Which columns are no combination of earlier ones on some cells, shape (p,), and the moves of
    all columns that cancel there, shape (p, moves)."""
    gram = symmetric(information(columns, bits, layer_margins(seen.astype(np.float64), n_lists)))
    kept = independent_columns(gram.copy(), TINY)
    directions = np.zeros((bits.size, int((~kept).sum())))
    if directions.size:
        directions[~kept] = np.eye(directions.shape[1])
        directions[kept] = -np.linalg.solve(gram[np.ix_(kept, kept)], gram[np.ix_(kept, ~kept)])
    return kept, directions


def _unknown(sample: Sample, columns: Floats, bits: Ints, live: Flags, means: Floats) -> Ints:
    """The covariate cells whose hidden number is left open because of what is missing.

    A direction of which the observed data hold next to no information, beside the complete ones.
    """
    margins = layer_margins(means, sample.design.n_lists)
    complete = symmetric(information(columns, bits, margins))
    kept = complete - information_lost(sample.observed, columns, bits, means)
    if independent_columns(kept.copy(), NEXT_TO_NONE).all():
        return np.zeros(0, dtype=np.int64)
    shares, directions = scipy.linalg.eigh(kept, complete + TINY * np.diag(np.diag(complete)))
    open_ones = directions[:, shares < NEXT_TO_NONE]
    moved = np.abs(columns[:, bits == 0] @ open_ones[bits == 0]).max(axis=1, initial=0.0)
    return np.flatnonzero((moved > NOTHING) & live[:, 0])


def described(sample: Sample, reached: Reached, model: CovariateModel) -> CovariateFit:
    """The fit in full; numbers only where the estimate exists."""
    design = sample.design
    sound = reached.status is Status.OK
    hidden = reached.hidden(design) if sound else np.zeros(design.n_cells)
    n_observed = round(sample.observed.n_observed)
    lost = np.setdiff1d(reached.columns, reached.kept)
    kept = set(reached.kept)
    total = float(hidden.sum())
    error = _error_of_hidden(sample, reached, hidden) if sound and total > 0 else None
    coefficients = {
        design.names[at]: float(reached.theta[at]) if at in kept else -np.inf
        for at in reached.columns
    }
    return CovariateFit(
        model,
        reached.status,
        sound or _estimable_on_face(design, reached),
        tuple(int(cell) for cell in reached.undetermined),
        tuple(design.names[at] for at in lost),
        n_observed,
        n_observed + total if sound else None,
        total if sound else None,
        error,
        hidden,
        coefficients if sound else {},
        reached.registered,
        reached.means if sound else np.zeros_like(reached.means),
        reached.loglik if sound else -np.inf,
        2 * (sample.observed.saturated() - reached.loglik) if sound else np.inf,
        reached.columns.size,
    )


def _error_of_hidden(sample: Sample, reached: Reached, hidden: Floats) -> float:
    """The standard error of log(sum of hidden), by the delta method."""
    design = sample.design
    part, bits = np.ascontiguousarray(design.columns[:, reached.kept]), design.bits[reached.kept]
    full = symmetric(information(part, bits, layer_margins(reached.means, design.n_lists)))
    if sample.observed.has_missing:
        full -= information_lost(sample.observed, part, bits, reached.means)
    slope = np.where(bits == 0, hidden @ part, 0.0) / hidden.sum()
    return float(np.sqrt(slope @ np.linalg.solve(full, slope)))


def _estimable_on_face(design: Design, reached: Reached) -> bool:
    """Whether the hidden number is determined though some coefficients have no finite estimate.

    The likelihood is then greatest on a face: the live cells whose means did not run to 0.
    """
    if reached.undetermined.size:
        return False
    face = reached.live & (reached.means > NOTHING)
    face[:, 0] = reached.live[:, 0]
    return _independent(design, reached.columns, face)[1].size == 0

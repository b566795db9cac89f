"""How far an estimate hangs on the lists, on the method's threshold and on what no data can test.

Tables are pooled over covariates. Each outcome is a point estimate: it says where the number would
lie under another choice, not how wide its interval is there.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import exp, inf, isfinite, log

import numpy as np

from samen.core.errors import BadInput
from samen.core.estimation.bootstrap import Progress
from samen.core.estimation.bounds import pair_of
from samen.core.estimation.fit import fit
from samen.core.estimation.models import Model
from samen.core.estimation.offsets import with_known
from samen.core.estimation.outcomes import Outcome, outcome, relisted
from samen.core.estimation.procedures import Fixed, Procedure, Stepwise
from samen.core.estimation.table import CaptureTable

LOG_ODDS = tuple(log(odds) for odds in (1 / 4, 1 / 2, 2 / 3, 1, 3 / 2, 2, 4))
THRESHOLDS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2)
FACTORS = (0.5, 2.0)
FURTHEST = log(1000)
HALVINGS = 60


@dataclass(frozen=True)
class WithoutList:
    """The estimate when one list had not been there."""

    left_out: str
    outcome: Outcome


@dataclass(frozen=True)
class Merged:
    """The estimate when two lists are taken as one."""

    merged: tuple[str, str]
    outcome: Outcome


@dataclass(frozen=True)
class AtThreshold:
    """The stepwise estimate at one threshold of the p-value."""

    threshold: float
    outcome: Outcome


@dataclass(frozen=True)
class Tipping:
    """The log odds ratio at which the total is `target`.

    None when no odds ratio between 1/1000 and 1000 makes it so.
    """

    target: float
    log_odds: float | None

    def distance(self, own: float) -> float:
        """How far it lies from the log odds ratio in the plain answer."""
        return inf if self.log_odds is None else abs(self.log_odds - own)


@dataclass(frozen=True)
class Dependence:
    """What the total becomes when a dependence between lists is assumed, not estimated.

    lists: that depend. own: the log odds ratio in the plain answer. points: (log odds ratio
    assumed, outcome).
    """

    lists: tuple[str, ...]
    plain: Outcome
    own: float
    points: tuple[tuple[float, Outcome], ...]
    tipping: tuple[Tipping, ...]


def leave_out(
    table: CaptureTable, procedure: Procedure, on_progress: Progress = lambda _: None
) -> tuple[WithoutList, ...]:
    """Each list left out in turn; who stood on that one only is then not observed.

    A fixed model loses the terms with the list. See Sharifi Far et al. 2021, Crime & Delinquency.
    """
    found = []
    for at, name in enumerate(table.lists):
        kept = [1 << bit for bit in range(len(table.lists)) if bit != at]
        counts = table.drop_list(name).by_history()
        found.append(WithoutList(name, outcome(counts, relisted(procedure, kept))))
        on_progress((at + 1) / len(table.lists))
    return tuple(found)


def merged(
    table: CaptureTable, procedure: Procedure, on_progress: Progress = lambda _: None
) -> tuple[Merged, ...]:
    """Each pair of lists taken as one; the persons observed stay the same.

    In a fixed model a term with either list becomes one with the merged list.
    """
    found = []
    n_lists = len(table.lists)
    pairs = list(combinations(range(n_lists), 2))
    for at, (one, other) in enumerate(pairs):
        groups = [1 << bit for bit in range(n_lists) if bit != other]
        groups[one] |= 1 << other
        names = table.lists[one], table.lists[other]
        counts = table.merge_lists(*names).by_history()
        found.append(Merged(names, outcome(counts, relisted(procedure, groups))))
        on_progress((at + 1) / len(pairs))
    return tuple(found)


def thresholds(
    table: CaptureTable,
    grid: Sequence[float] = THRESHOLDS,
    on_progress: Progress = lambda _: None,
) -> tuple[AtThreshold, ...]:
    """The stepwise estimate over p-value thresholds (Chan, Silverman and Vincent 2021, 3.3).

    Raises BadInput for a threshold that is no chance between 0 and 1.
    """
    for threshold in grid:
        if not 0 < threshold < 1:
            raise BadInput(
                "{threshold} is no threshold for a p-value.",
                "A threshold lies between 0 and 1.",
                "",
                threshold=threshold,
            )
    counts = table.by_history()
    found = []
    for at, threshold in enumerate(grid):
        found.append(AtThreshold(threshold, outcome(counts, Stepwise(threshold))))
        on_progress((at + 1) / len(grid))
    return tuple(found)


def highest_order(
    table: CaptureTable,
    procedure: Procedure,
    grid: Sequence[float] = LOG_ODDS,
    targets: Sequence[float] | None = None,
) -> Dependence:
    """The term of all lists, about which no data speak, assumed to be something else than 0.

    With 0/1 coding the log mean of history h is the sum of the coefficients of the subsets of h.
    By Moebius inversion the coefficient of all L lists is the sum over histories h of
    (-1)**(L - |h|) log m(h): a log odds ratio of order L, in which the hidden cell stands with
    (-1)**L. Every observed mean is in it, and the data fix those; so an assumed delta in place
    of the 0 that every estimate rests on leaves the fit of the observed cells as it is and
    makes log m(0) larger by (-1)**L delta: the hidden number is multiplied by exp(delta) for an
    even number of lists, by exp(-delta) for an odd one. With two lists delta is the log odds
    ratio between them. Where a fit has cells with mean 0 the ratio has no value, and delta is
    no more than the logarithm of that factor.

    Source: Aleshin-Guendel, Sadinle and Wakefield 2024, "The central role of the identifying
    assumption in population size estimation", Biometrics 80, section 3.
    """
    _refuse_grid(grid)
    plain = outcome(table.by_history(), procedure)
    sign = 1 if len(table.lists) % 2 == 0 else -1

    def at(log_odds: float) -> Outcome:
        if plain.hidden is None:
            return plain
        hidden = plain.hidden * exp(sign * log_odds)
        return Outcome(plain.n_observed, plain.n_observed + hidden, plain.model)

    def tipping(target: float) -> Tipping:
        if plain.hidden is None or target <= plain.n_observed:
            return Tipping(target, None)
        shift = sign * log((target - plain.n_observed) / plain.hidden)
        return Tipping(target, shift if abs(shift) <= FURTHEST else None)

    return Dependence(
        table.lists,
        plain,
        0.0,
        tuple((log_odds, at(log_odds)) for log_odds in grid),
        tuple(tipping(target) for target in _targets(plain, targets)),
    )


def pair_dependence(
    table: CaptureTable,
    model: Model,
    pair: tuple[int, int],
    grid: Sequence[float] = LOG_ODDS,
    targets: Sequence[float] | None = None,
) -> Dependence:
    """The term of two lists fixed at a log odds ratio instead of left out or estimated.

    pair: two lists, from 0. The term's coefficient is the log odds ratio between the two lists
    among persons on no other list; it stands as an offset in the log mean of the histories that
    hold both lists (Gerritse, van der Heijden and Bakker 2015, Journal of Official Statistics
    31). targets: totals to find the tipping point of; half and twice the plain total if not given.

    Raises BadInput for a pair that is none.
    """
    _refuse_grid(grid)
    term = pair_of(*pair, len(table.lists))
    counts = table.by_history()
    plain = outcome(counts, Fixed(model))
    own = fit(counts, model).coefficients.get(term, 0.0)

    def at(log_odds: float) -> Outcome:
        return with_known(counts.astype(np.float64), model, {term: log_odds})

    return Dependence(
        tuple(table.lists[list_] for list_ in pair),
        plain,
        own,
        tuple((log_odds, at(log_odds)) for log_odds in grid),
        tuple(
            Tipping(target, _passage(lambda log_odds: at(log_odds).total, target))
            for target in _targets(plain, targets)
        ),
    )


def _targets(plain: Outcome, asked: Sequence[float] | None) -> Sequence[float]:
    if asked is not None:
        return asked
    return [] if plain.total is None else [factor * plain.total for factor in FACTORS]


def _passage(total_at: Callable[[float], float | None], target: float) -> float | None:
    """Where the total passes the target, by bisection; None when it does not.

    A total that has no estimate on the way counts as below. The total rises with the odds ratio
    of a pair: nobody has shown it for every model, but the tests know no table where it falls.
    """

    def reached(log_odds: float) -> bool:
        total = total_at(log_odds)
        return total is not None and total >= target

    low, high = -FURTHEST, FURTHEST
    if reached(low) or not reached(high):
        return None
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if reached(middle):
            high = middle
        else:
            low = middle
    return high


def _refuse_grid(grid: Sequence[float]) -> None:
    for log_odds in grid:
        if not isfinite(log_odds):
            raise BadInput("{log_odds} is no log odds ratio.",
                           "It is a finite number.", "", log_odds=log_odds)  # fmt: skip

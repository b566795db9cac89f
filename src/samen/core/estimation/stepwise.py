"""Stepwise selection of two-list effects, in compiled loops.

From the main effects, the pair of lists whose number of shared persons is least likely under the
model so far is added, as long as its one-sided Poisson p-value is below the threshold and the
larger model has an estimate (Chan, Silverman and Vincent 2021, section 3.3).
"""

import math

import numpy as np

from samen.core.estimation.compiled import compiled
from samen.core.estimation.existence import sound
from samen.core.estimation.poisson import (
    Flags,
    Floats,
    Ints,
    independent_start,
    live_cells,
    live_terms,
    margins_of,
    maximise,
)

NO_ESTIMATE = -1
TIED = 1e-9  # of the logarithm of p: lists that look alike differ by rounding only


@compiled
def log_tail(count: float, mean: float) -> float:
    """Logarithm of the smaller one-sided Poisson p-value of `count`.

    The tail is summed itself, never one minus the other: p-values far below 1e-16 still differ.
    """
    if mean <= 0:
        return 0.0 if count == 0 else -np.inf
    at = count
    term = total = 1.0
    if count > mean:
        while term > 1e-17 * total:
            at += 1
            term *= mean / at
            total += term
    else:
        while at > 0 and term > 1e-17 * total:
            term *= at / mean
            total += term
            at -= 1
    return count * math.log(mean) - mean - math.lgamma(count + 1) + math.log(total)


@compiled
def fitted_sound(
    terms: Ints, margins: Floats, counts: Floats, theta: Floats, n_lists: int
) -> tuple[bool, float, Floats]:
    """Fit from `theta`, which becomes the estimate: (has it one, log-likelihood, means)."""
    live = live_cells(terms, margins)
    alive = live_terms(terms, live)
    for cell in range(theta.size):
        if not live[cell]:
            theta[cell] = 0.0
    value, converged, means = maximise(alive, margins, live, theta, n_lists)
    return sound(alive, live, counts, means, converged), value, means


@compiled
def stepwise(counts: Floats, n_lists: int, log_threshold: float) -> tuple[Ints, int, Floats]:
    """The chosen terms, how many there are (NO_ESTIMATE when even the main effects have no
    estimate), and the coefficients by term.

    counts: shape (2**L,), cell 0 empty. terms: 1 + L main effects, then pairs as they were added.
    """
    margins = margins_of(counts, n_lists)
    terms = np.zeros(1 + n_lists * (n_lists + 1) // 2, dtype=np.int64)
    for bit in range(n_lists):
        terms[bit + 1] = 1 << bit
    n = n_lists + 1
    theta = independent_start(margins, n_lists)
    found, _, means = fitted_sound(terms[:n], margins, counts, theta, n_lists)
    if not found:
        return terms, NO_ESTIMATE, theta
    tried = np.zeros(counts.size, dtype=np.bool_)
    while n < terms.size:
        pair = _least_likely(margins, margins_of(means, n_lists), tried, n_lists, log_threshold)
        if pair == 0:
            break
        tried[pair] = True
        terms[n] = pair
        larger = theta.copy()
        found, _, its_means = fitted_sound(terms[: n + 1], margins, counts, larger, n_lists)
        if found:
            n, theta, means = n + 1, larger, its_means
            for term in range(tried.size):
                tried[term] = False
            for at in range(n):
                tried[terms[at]] = True
    return terms, n, theta


@compiled
def _least_likely(
    margins: Floats, fitted: Floats, tried: Flags, n_lists: int, log_threshold: float
) -> int:
    """The pair with the smallest p-value below the threshold, 0 when there is none; of pairs
    that are equally unlikely the first."""
    best = 0
    least = log_threshold
    for first in range(n_lists):
        for second in range(first + 1, n_lists):
            pair = (1 << first) | (1 << second)
            if not tried[pair]:
                tail = log_tail(margins[pair], fitted[pair])
                if tail < least - TIED * abs(least):
                    best, least = pair, tail
    return best


@compiled
def stepwise_hidden(
    histories: Ints, replicates: Ints, candidates: Ints, n_lists: int, log_threshold: float
) -> tuple[Floats, Flags]:
    """The hidden number and the chosen pairs of many tables; NaN where there is no estimate.

    histories: shape (cells,). replicates: shape (tables, cells). candidates: every pair.
    chosen: shape (tables, candidates).
    """
    hidden = np.full(replicates.shape[0], np.nan)
    chosen = np.zeros((replicates.shape[0], candidates.size), dtype=np.bool_)
    counts = np.zeros(1 << n_lists)
    for at in range(replicates.shape[0]):
        for cell in range(histories.size):
            counts[histories[cell]] = replicates[at, cell]
        terms, n, theta = stepwise(counts, n_lists, log_threshold)
        if n != NO_ESTIMATE:
            hidden[at] = math.exp(theta[0])
            for term in terms[n_lists + 1 : n]:
                chosen[at] |= candidates == term
    return hidden, chosen


@compiled
def fixed_hidden(
    histories: Ints, replicates: Ints, terms: Ints, n_lists: int
) -> tuple[Floats, Flags]:
    """As `stepwise_hidden`, for one model whose terms are given, the main effects first."""
    hidden = np.full(replicates.shape[0], np.nan)
    chosen = np.ones((replicates.shape[0], terms.size - n_lists - 1), dtype=np.bool_)
    counts = np.zeros(1 << n_lists)
    for at in range(replicates.shape[0]):
        for cell in range(histories.size):
            counts[histories[cell]] = replicates[at, cell]
        margins = margins_of(counts, n_lists)
        theta = independent_start(margins, n_lists)
        found, _, _ = fitted_sound(terms, margins, counts, theta, n_lists)
        if found:
            hidden[at] = math.exp(theta[0])
    return hidden, chosen

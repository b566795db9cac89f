"""Stepwise selection of two-list effects, in compiled loops.

From the main effects, the pair of lists whose number of shared persons is least likely under the
model so far is added, as long as its one-sided Poisson p-value is below the threshold and the
larger model has an estimate (Chan, Silverman and Vincent 2021, section 3.3).
"""

import math

import numpy as np

from samen.core.estimation.compiled import compiled
from samen.core.estimation.existence import exists, identifiable
from samen.core.estimation.groups import Groups, climbed, groups_of, pair_mean, sums
from samen.core.estimation.poisson import Flags, Floats, Ints, independent
from samen.core.estimation.sparse_fit import LARGE, climbed_sparse, pair_means, sparse

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
def fitted_sound(groups: Groups, filled: Ints, theta: Floats) -> tuple[bool, float]:
    """Fit from `theta`, shape (live terms,), which becomes the estimate: (has it one,
    log-likelihood). filled: the histories with persons."""
    if not identifiable(groups):
        return False, 0.0
    value, converged, proven = _climbed(groups, theta)
    return converged and (proven or exists(groups, filled)), value


@compiled
def _climbed(groups: Groups, theta: Floats) -> tuple[float, bool, bool]:
    if groups.live.size >= LARGE:
        model, fits = sparse(groups)
        if fits:
            return climbed_sparse(model, theta)
    return climbed(groups, theta)


@compiled
def margins_among(histories: Ints, counts: Floats, terms: Ints) -> Floats:
    """The persons of each term; shape (terms,)."""
    margins = np.zeros(terms.size)
    for at in range(terms.size):
        for cell in range(histories.size):
            if histories[cell] & terms[at] == terms[at]:
                margins[at] += counts[cell]
    return margins


@compiled
def stepwise(
    histories: Ints, counts: Floats, n_lists: int, log_threshold: float
) -> tuple[Ints, int, float]:
    """The chosen terms, how many there are (NO_ESTIMATE when even the main effects have no
    estimate), and the logarithm of the hidden number.

    histories, counts: shape (cells,), without the hidden cell; histories that are not there have
    nobody. terms: 1 + L main effects, then pairs as they were added.
    """
    filled = histories[counts > 0]
    terms = _terms_to(n_lists)
    margins = margins_among(histories, counts, terms)
    order = np.arange(n_lists + 1)
    theta = independent(margins[0], margins[1 : n_lists + 1])
    groups = groups_of(terms[order], margins[order], n_lists)
    theta = theta[groups.kept]
    found, _ = fitted_sound(groups, filled, theta)
    if not found:
        return terms, NO_ESTIMATE, theta[0]
    tried = np.zeros(terms.size, dtype=np.bool_)
    while True:
        pair = _least_likely(groups, theta, margins, tried, log_threshold)
        if pair < 0:
            return terms[order], order.size, theta[0]
        tried[pair] = True
        longer = np.append(order, pair)
        larger = groups_of(terms[longer], margins[longer], n_lists)
        start = np.zeros(longer.size)
        start[groups.kept] = theta
        start = start[larger.kept]
        found, _ = fitted_sound(larger, filled, start)
        if found:
            order, groups, theta = longer, larger, start
            tried[:] = False
            tried[order] = True


@compiled
def _terms_to(n_lists: int) -> Ints:
    """The intercept, the lists, and every pair of them."""
    terms = np.zeros(1 + n_lists * (n_lists + 1) // 2, dtype=np.int64)
    n = n_lists + 1
    for first in range(n_lists):
        terms[first + 1] = 1 << first
        for second in range(first + 1, n_lists):
            terms[n] = (1 << first) | (1 << second)
            n += 1
    return terms


@compiled
def _least_likely(
    groups: Groups,
    theta: Floats,
    margins: Floats,
    tried: Flags,
    log_threshold: float,
) -> int:
    """Of the pairs, which stand behind the lists, the place of the one with the smallest p-value
    below the threshold, -1 when there is none; of pairs that are equally unlikely the first."""
    means = _pair_means(groups, theta)
    n_lists = groups.lists.size
    best, least = -1, log_threshold
    at = n_lists
    for first in range(n_lists):
        for second in range(first + 1, n_lists):
            at += 1
            if not tried[at]:
                tail = log_tail(margins[at], means[first, second])
                if tail < least - TIED * abs(least):
                    best, least = at, tail
    return best


@compiled
def _pair_means(groups: Groups, theta: Floats) -> Floats:
    """The expected number of persons on both of two lists, the first before; shape (L, L)."""
    if groups.live.size >= LARGE:
        model, fits = sparse(groups)
        if fits:
            return pair_means(model, theta)
    inside = np.empty(groups.live.size)
    total, _ = sums(groups, theta, inside)
    means = np.empty((groups.lists.size, groups.lists.size))
    for first in range(groups.lists.size):
        for second in range(first + 1, groups.lists.size):
            means[first, second] = pair_mean(groups, inside, total, first, second)
    return means


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
    for at in range(replicates.shape[0]):
        counts = replicates[at].astype(np.float64)
        terms, n, log_hidden = stepwise(histories, counts, n_lists, log_threshold)
        if n != NO_ESTIMATE:
            hidden[at] = math.exp(log_hidden)
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
    for at in range(replicates.shape[0]):
        counts = replicates[at].astype(np.float64)
        margins = margins_among(histories, counts, terms)
        groups = groups_of(terms, margins, n_lists)
        theta = np.zeros(terms.size)
        theta[: n_lists + 1] = independent(margins[0], margins[1 : n_lists + 1])
        theta = theta[groups.kept]
        found, _ = fitted_sound(groups, histories[counts > 0], theta)
        if found:
            hidden[at] = math.exp(theta[0])
    return hidden, chosen

"""The fit of a model of pairs in which many lists hang together, each on few others.

As in `groups`, with sums that are made list by list (see `elimination`). The Hessian's entry of two
terms is the sum over those with all lists of both: going back from the sum over those on the lists
of one term gives its entries with all others.
"""

import math
from typing import NamedTuple

import numpy as np

from samen.core.estimation.compiled import compiled
from samen.core.estimation.elimination import (
    NOBODY,
    Order,
    Weights,
    lists_of,
    order_of,
    shared,
    summed,
)
from samen.core.estimation.groups import FURTHEST, SURE, Groups
from samen.core.estimation.poisson import (
    CONVERGED,
    MOST_HALVINGS,
    MOST_STEPS,
    Floats,
    Ints,
    redamped,
    sensible,
    solved,
)

LARGE = 1 << 13  # histories within groups from which on it is the faster way


class Sparse(NamedTuple):
    """The live terms, as their lists: shape (a, 2), NOBODY where there is none. both: 0 for pairs
    that nobody is on, else 1, shape (L, L). inside: room for sums."""

    lists: Ints
    margins: Floats
    order: Order
    both: Floats
    inside: Floats


@compiled
def sparse(groups: Groups) -> tuple[Sparse, bool]:
    """The same model; False when it is no model of pairs, or its lists hang together too much."""
    n_lists = groups.lists.size
    both, ties = np.ones((n_lists, n_lists)), [groups.terms[0]]
    for one in range(n_lists):
        for other in range(one):
            cell = groups.bits[one] | groups.bits[other]
            together = groups.lists[one] == groups.lists[other]
            if together and not groups.live[groups.starts[groups.lists[one]] + cell]:
                both[one, other] = both[other, one] = 0.0
                ties.append((1 << one) | (1 << other))
    order, fits = order_of(np.append(groups.terms, np.array(ties)), n_lists)
    lists = np.full((groups.terms.size, 2), NOBODY)
    if fits:
        for at in range(groups.terms.size):
            on = lists_of(groups.terms[at], n_lists)
            lists[at, : on.size] = on
    return Sparse(lists, groups.margins, order, both, np.empty(order.starts[-1])), fits


@compiled
def _weights(model: Sparse, theta: Floats) -> Weights:
    """A list without persons has no term, and nobody is expected on it."""
    on, both = np.zeros(model.both.shape[0]), model.both.copy()
    for at in range(1, theta.size):
        one, other = model.lists[at]
        factor = math.exp(min(theta[at], FURTHEST))
        if other == NOBODY:
            on[one] = factor
        else:
            both[one, other] = both[other, one] = factor
    return Weights(on, both)


@compiled
def pair_means(model: Sparse, theta: Floats) -> Floats:
    """The expected number of persons on both of two lists; shape (L, L)."""
    weights, hidden = _weights(model, theta), math.exp(min(theta[0], FURTHEST))
    means, sums = np.zeros_like(model.both), np.zeros_like(model.both)
    for one in range(means.shape[0]):
        total = summed(model.order, weights, one, NOBODY, model.inside)
        shared(model.order, total, model.inside, sums)
        means[one] = hidden * np.diag(sums)
    return means


@compiled
def climbed_sparse(model: Sparse, theta: Floats) -> tuple[float, bool, bool]:
    """As `climbed` in `groups`."""
    step, weights = np.empty(theta.size), _weights(model, theta)
    value = _likelihood(model, theta, weights)
    damped = 0
    for _ in range(MOST_STEPS):
        information = _information(model, theta, weights)
        for at in range(theta.size):
            step[at] = model.margins[at] - information[at, at]
        decrement, clear = solved(information, step, damped)
        if decrement < 0:
            return value, False, False
        scale, value, weights = _walked(model, theta, step, value)
        if decrement < CONVERGED and damped == 0:
            return value, True, clear and np.abs(step).sum() < SURE
        damped = redamped(damped, scale)
    return value, False, False


@compiled
def _likelihood(model: Sparse, theta: Floats, weights: Weights) -> float:
    total = summed(model.order, weights, NOBODY, NOBODY, model.inside)
    value = -math.exp(min(theta[0], FURTHEST)) * (total - 1)
    for at in range(theta.size):
        value += theta[at] * model.margins[at]
    return value


@compiled
def _information(model: Sparse, theta: Floats, weights: Weights) -> Floats:
    """The means of every two terms together, shape (a, a); of the intercept those on a list."""
    hidden, sums = math.exp(min(theta[0], FURTHEST)), np.zeros_like(model.both)
    found = np.empty((theta.size, theta.size))
    for row in range(theta.size):
        first, second = model.lists[row]
        total = summed(model.order, weights, first, second, model.inside)
        shared(model.order, total, model.inside, sums)
        found[row, 0] = hidden * (total - (row == 0))
        for at in range(1, theta.size):
            one, other = model.lists[at]
            found[row, at] = hidden * sums[one, one if other == NOBODY else other]
    return found


@compiled
def _walked(
    model: Sparse, theta: Floats, step: Floats, value: float
) -> tuple[float, float, Weights]:
    """As `_walked` in `groups`, with weights for sums."""
    before, scale = theta.copy(), sensible(step)
    for _ in range(MOST_HALVINGS):
        theta[:] = before + scale * step
        weights = _weights(model, theta)
        risen = _likelihood(model, theta, weights)
        if risen >= value - 1e-12 * abs(value):
            return scale, risen, weights
        scale /= 2
    theta[:] = before
    return 0.0, value, _weights(model, theta)

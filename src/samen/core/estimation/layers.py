"""The Poisson log-linear fit of lists and covariates, in compiled loops.

A table is an array of shape (covariate cells, 2**L): each covariate cell is a layer, a table of
lists as in `poisson`, and the fit is that of `poisson` for all layers together. With row x of the
covariate part of the design and the lists u of each column, a layer has log means that are the
subset sums of theta * x by u, and adds x[i] * x[j] * margin[u[i] | u[j]] to the Hessian: the work
is that of the margins, not of the cells.

Existence mostly needs no linear program. Means with the right margins that are positive in all live
cells prove it (as in `existence`), and one Newton step d from means m gives them: m * (1 + X d) has
the margins of the counts exactly, and is positive when X d > -1 everywhere. When no estimate
exists, no step can ever be that small, but for rounding: beside means that run to 0 it says nothing
any more, and `existence` has to tell.
"""

import math

import numpy as np

from samen.core.estimation.compiled import compiled
from samen.core.estimation.poisson import (
    CONVERGED,
    MOST_HALVINGS,
    Flags,
    Floats,
    Ints,
    redamped,
    sensible,
    solved,
    subset_sums,
    superset_sums,
)

TINY = 1e-9
TOO_SMALL = 1e-13  # of the decrement: cells that still move have means below it
ON_THE_WAY, EXISTS, DOUBTFUL, HOPELESS = 0, 1, 2, 3
SMALL_STEP = 0.5  # of a log mean; any number below 1 would do


@compiled
def log_means(columns: Floats, bits: Ints, theta: Floats, n_lists: int) -> Floats:
    """The linear predictor of every cell; shape (covariate cells, 2**L)."""
    values = np.zeros((columns.shape[0], 1 << n_lists))
    for cell in range(columns.shape[0]):
        for at in range(theta.size):
            values[cell, bits[at]] += theta[at] * columns[cell, at]
        subset_sums(values[cell], n_lists)
    return values


@compiled
def layer_means(columns: Floats, bits: Ints, theta: Floats, live: Flags, n_lists: int) -> Floats:
    """The expected count of each live cell, 0 for dead and for hidden ones."""
    means = log_means(columns, bits, theta, n_lists)
    for cell in range(means.shape[0]):
        means[cell, 0] = 0.0
        for history in range(1, means.shape[1]):
            at = means[cell, history]
            means[cell, history] = math.exp(min(at, 700.0)) if live[cell, history] else 0.0
    return means


@compiled
def layer_margins(values: Floats, n_lists: int) -> Floats:
    """The superset sums of each layer; shape (covariate cells, 2**L)."""
    margins = values.copy()
    for cell in range(margins.shape[0]):
        superset_sums(margins[cell], n_lists)
    return margins


@compiled
def statistics(columns: Floats, bits: Ints, margins: Floats) -> Floats:
    """The sufficient statistic of each column; shape (p,)."""
    found = np.zeros(bits.size)
    for cell in range(columns.shape[0]):
        for at in range(bits.size):
            found[at] += columns[cell, at] * margins[cell, bits[at]]
    return found


@compiled
def information(columns: Floats, bits: Ints, margins: Floats) -> Floats:
    """The Hessian, its lower half; shape (p, p). Columns that are 0 in a layer cost nothing."""
    hessian = np.zeros((bits.size, bits.size))
    for cell in range(columns.shape[0]):
        margin = margins[cell]
        if margin[0] == 0.0:
            continue
        filled = np.flatnonzero(columns[cell])
        values = columns[cell][filled]
        lists = bits[filled]
        for i in range(filled.size):
            row = hessian[filled[i]]
            for j in range(i + 1):
                row[filled[j]] += values[i] * values[j] * margin[lists[i] | lists[j]]
    return hessian


def symmetric(lower: Floats) -> Floats:
    """The whole of a matrix whose lower half is given."""
    return lower + np.tril(lower, -1).T


@compiled
def independent_columns(gram: Floats, least: float) -> Flags:
    """Which columns have more than the share `least` of their own that is no combination of
    earlier ones; `gram` (lower half) is used up."""
    n = gram.shape[0]
    kept = np.zeros(n, dtype=np.bool_)
    for i in range(n):
        own = gram[i, i]
        for j in range(i):
            if kept[j]:
                for k in range(j):
                    if kept[k]:
                        gram[i, j] -= gram[i, k] * gram[j, k]
                gram[i, j] /= gram[j, j]
                gram[i, i] -= gram[i, j] * gram[i, j]
        if gram[i, i] > least * own:
            kept[i] = True
            gram[i, i] = math.sqrt(gram[i, i])
    return kept


@compiled
def climb(
    columns: Floats,
    bits: Ints,
    counts: Floats,
    live: Flags,
    theta: Floats,
    n_lists: int,
    most_steps: int,
) -> tuple[int, Floats]:
    """Newton from `theta`, which becomes the estimate; columns independent on the live cells.

    counts: shape (covariate cells, 2**L), 0 where dead. Returns whether the estimate is proven to
    EXIST, the top is reached without that proof (DOUBTFUL), no step can be made (HOPELESS), or more
    are needed (ON_THE_WAY); and the means.
    """
    asked = statistics(columns, bits, layer_margins(counts, n_lists))
    means = layer_means(columns, bits, theta, live, n_lists)
    value = float(theta @ asked - means.sum())
    damped = 0
    for _ in range(most_steps):
        margins = layer_margins(means, n_lists)
        step = asked - statistics(columns, bits, margins)
        decrement, clear = solved(information(columns, bits, margins), step, damped)
        if decrement < 0:
            return HOPELESS, means
        small = decrement < CONVERGED and damped == 0
        if small and _largest(log_means(columns, bits, step, n_lists), live) < SMALL_STEP:
            # Taken whole: beside huge counts the rise of the likelihood is only rounding.
            theta += step
            means = layer_means(columns, bits, theta, live, n_lists)
            return (EXISTS if clear else DOUBTFUL), means
        scale, value, means = _stepped(columns, bits, asked, live, theta, step, n_lists, value)
        if small and decrement < TOO_SMALL:
            return DOUBTFUL, means
        damped = redamped(damped, scale)
    return ON_THE_WAY, means


@compiled
def _largest(moved: Floats, live: Flags) -> float:
    """The largest move of a live cell that can be observed."""
    largest = 0.0
    for cell in range(moved.shape[0]):
        for history in range(1, moved.shape[1]):
            if live[cell, history]:
                largest = max(largest, abs(moved[cell, history]))
    return largest


@compiled
def _stepped(
    columns: Floats,
    bits: Ints,
    asked: Floats,
    live: Flags,
    theta: Floats,
    step: Floats,
    n_lists: int,
    value: float,
) -> tuple[float, float, Floats]:
    """Take the step, halved until the likelihood does not fall; 0 is the share of none."""
    before, scale = theta.copy(), sensible(step)
    for _ in range(MOST_HALVINGS):
        theta[:] = before + scale * step
        means = layer_means(columns, bits, theta, live, n_lists)
        risen = float(theta @ asked - means.sum())
        if risen >= value - 1e-12 * abs(value):
            return scale, risen, means
        scale /= 2
    theta[:] = before
    return 0.0, value, layer_means(columns, bits, theta, live, n_lists)


@compiled
def score_statistics(hessian: Floats, n_inside: int, gradient: Floats, owners: Ints) -> Floats:
    """Rao's score statistic of each column's term, given the first `n_inside` columns.

    hessian: lower half, used up. gradient, owners: of all columns; those of one term stand
    together. Shape (p,): the statistic stands at the first column of a term.
    """
    _eliminate(hessian, n_inside)
    found = np.zeros(owners.size)
    first = n_inside
    while first < owners.size:
        last = first
        while last < owners.size and owners[last] == owners[first]:
            last += 1
        block = np.zeros((last - first, last - first))
        for i in range(last - first):
            for j in range(i + 1):
                block[i, j] = hessian[first + i, first + j]
                for k in range(n_inside):
                    block[i, j] -= hessian[first + i, k] * hessian[first + j, k]
        found[first] = _quadratic(block, gradient[first:last])
        first = last
    return found


@compiled
def _eliminate(hessian: Floats, n_inside: int) -> None:
    """The Cholesky factor of the first columns, and the other rows in its terms."""
    for i in range(hessian.shape[0]):
        for j in range(min(i + 1, n_inside)):
            total = hessian[i, j]
            for k in range(j):
                total -= hessian[i, k] * hessian[j, k]
            if i == j:
                hessian[i, j] = math.sqrt(max(total, 1e-300))
            else:
                hessian[i, j] = total / hessian[j, j]


@compiled
def _quadratic(block: Floats, gradient: Floats) -> float:
    """gradient' block^-1 gradient, over the independent rows; `block` is used up."""
    own = np.diag(block).copy()
    kept = independent_columns(block, TINY)
    total = 0.0
    moved = gradient.copy()
    for i in range(own.size):
        if kept[i] and own[i] > 1e-9:
            for k in range(i):
                if kept[k]:
                    moved[i] -= block[i, k] * moved[k]
            moved[i] /= block[i, i]
            total += moved[i] * moved[i]
        else:
            kept[i] = False
    return total

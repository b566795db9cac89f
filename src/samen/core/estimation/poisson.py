"""The Poisson log-linear fit of one table, in compiled loops.

A table of L lists is an array of 2**L cells; the index of a cell is its capture history. Cell 0 is
the hidden one. With 0/1 coding the log mean of a cell is the sum of the coefficients of its
subsets, and the sufficient statistic of a term is the sum of the counts of its supersets, so both
are one transform of 2**L * L steps, and the Hessian is a look-up: H[s, t] = margin[s | t].

A term whose margin is 0 has its coefficient at minus infinity: the term and all cells that hold it
are dead, and the fit is made on the live rest (Chan, Silverman and Vincent 2021, section 3).
"""

import math

import numpy as np
from numpy.typing import NDArray

from samen.core.estimation.compiled import compiled

type Floats = NDArray[np.float64]
type Ints = NDArray[np.int64]
type Flags = NDArray[np.bool_]

CONVERGED = 1e-8  # of the decrement; the last step squares it
MOST_STEPS = 100
CLEAR = 1e-9  # of a pivot beside its entry: a smaller one may be rounding
RIDGES = (0.0, 1e-9, 1e-6, 1e-3, 1.0, 1e3)
LONGEST = 10.0  # move of a coefficient in a step; further, rounding has set the direction
MOST_HALVINGS = 30


@compiled
def superset_sums(values: Floats, n_lists: int) -> None:
    """In place: each cell becomes the sum over the cells that hold it; shape (2**L,)."""
    for bit in range(n_lists):
        step = 1 << bit
        for start in range(0, values.size, 2 * step):
            for cell in range(start, start + step):
                values[cell] += values[cell + step]


@compiled
def subset_sums(values: Floats, n_lists: int) -> None:
    """In place: each cell becomes the sum over the cells that it holds; shape (2**L,)."""
    for bit in range(n_lists):
        step = 1 << bit
        for start in range(0, values.size, 2 * step):
            for cell in range(start, start + step):
                values[cell + step] += values[cell]


@compiled
def subset_products(values: Floats, n_lists: int) -> None:
    """As `subset_sums`, with products."""
    for bit in range(n_lists):
        step = 1 << bit
        for start in range(0, values.size, 2 * step):
            for cell in range(start, start + step):
                values[cell + step] *= values[cell]


@compiled
def margins_of(counts: Floats, n_lists: int) -> Floats:
    """The sufficient statistic of every possible term; shape (2**L,)."""
    margins = counts.copy()
    superset_sums(margins, n_lists)
    return margins


@compiled
def live_cells(terms: Ints, margins: Floats) -> Flags:
    """Which cells hold no term with an empty margin; shape (2**L,). Cell 0 is always live."""
    live = np.ones(margins.size, dtype=np.bool_)
    for term in terms:
        if margins[term] == 0:
            for cell in range(margins.size):
                if cell & term == term:
                    live[cell] = False
    return live


@compiled
def live_terms(terms: Ints, live: Flags) -> Ints:
    """The terms whose coefficient is finite."""
    kept = np.empty_like(terms)
    n = 0
    for term in terms:
        if live[term]:
            kept[n] = term
            n += 1
    return kept[:n]


@compiled
def independent(persons: float, sizes: Floats) -> Floats:
    """Coefficients of the main-effects model, the intercept first; shape (L + 1,).

    sizes: persons on each list, shape (L,). The total N solves N - n = N * prod(1 - n_i / N): the
    lists are independent. Without overlap N is infinite, and a large number is given to start
    from. A replicate can draw nobody at all.
    """
    observed = max(persons, 1.0)
    low, high = math.log(observed), math.log(observed) + 16.0
    for _ in range(50):
        middle = (low + high) / 2
        total = math.exp(middle)
        hidden = total
        for size in sizes:
            hidden *= 1 - size / total
        if total - observed < hidden:
            low = middle
        else:
            high = middle
    total = math.exp(low)
    theta = np.zeros(sizes.size + 1)
    theta[0] = math.log(total)
    for bit in range(sizes.size):
        if sizes[bit] > 0:
            theta[0] += math.log(max(1 - sizes[bit] / total, 1e-9))
            theta[bit + 1] = math.log(sizes[bit] / max(total - sizes[bit], 1e-9 * total))
    return theta


@compiled
def independent_start(margins: Floats, n_lists: int) -> Floats:
    """As `independent`, from the sum of every term and by term; shapes (2**L,)."""
    sizes = np.array([margins[1 << bit] for bit in range(n_lists)])
    found = independent(margins[0], sizes)
    theta = np.zeros(margins.size)
    theta[0] = found[0]
    for bit in range(n_lists):
        theta[1 << bit] = found[bit + 1]
    return theta


@compiled
def means_of(theta: Floats, live: Flags, n_lists: int) -> Floats:
    """The expected count of each live cell, 0 for a dead one and for the hidden one."""
    means = theta.copy()
    subset_sums(means, n_lists)
    means[0] = 0.0
    for cell in range(1, means.size):
        means[cell] = math.exp(min(means[cell], 700.0)) if live[cell] else 0.0
    return means


@compiled
def factored(matrix: Floats) -> bool:
    """Cholesky in place, into the lower half; False when it is not positive definite."""
    for i in range(matrix.shape[0]):
        for j in range(i + 1):
            total = matrix[i, j]
            for k in range(j):
                total -= matrix[i, k] * matrix[j, k]
            if i > j:
                matrix[i, j] = total / matrix[j, j]
            elif total <= 1e-15 * matrix[i, i]:
                return False
            else:
                matrix[i, i] = math.sqrt(total)
    return True


@compiled
def solve(lower: Floats, right: Floats) -> None:
    """Solve in place with a matrix that is `factored`."""
    n = right.size
    for i in range(n):
        for k in range(i):
            right[i] -= lower[i, k] * right[k]
        right[i] /= lower[i, i]
    for i in range(n - 1, -1, -1):
        for k in range(i + 1, n):
            right[i] -= lower[k, i] * right[k]
        right[i] /= lower[i, i]


@compiled
def solved(information: Floats, step: Floats, damped: int) -> tuple[float, bool]:
    """The gradient in `step` becomes the Newton step. Returns its decrement, -1 when there is none,
    and whether the step is exact but for rounding. information: the lower half of shape (a, a).

    Where coefficients are not unique a small ridge chooses among steps that rise as fast. damped:
    the ridge to begin with, by place in RIDGES.
    """
    gradient = step.copy()
    for place in range(damped, min(damped + 3, len(RIDGES))):
        ridge, lower = RIDGES[place], information.copy()
        for at in range(step.size):
            lower[at, at] *= 1 + ridge
        if factored(lower):
            solve(lower, step)
            clear, decrement = ridge == 0.0, 0.0
            for at in range(step.size):
                clear = clear and lower[at, at] ** 2 > CLEAR * information[at, at]
                decrement += gradient[at] * step[at]
            return decrement, clear
    return -1.0, False


@compiled
def redamped(damped: int, scale: float) -> int:
    """More after a step that did not rise, less after one that did."""
    return min(damped + 1, len(RIDGES) - 1) if scale == 0 else max(damped - 1, 0)


@compiled
def newton_step(terms: Ints, margins: Floats, fitted: Floats, step: Floats) -> float:
    """The Newton step into `step`, shape (p,); returns its decrement, -1 when there is none.

    Where coefficients are not unique a small ridge chooses among steps that rise as fast.
    """
    for ridge in (0.0, 1e-9, 1e-6):
        hessian = np.empty((terms.size, terms.size))
        for i in range(terms.size):
            step[i] = margins[terms[i]] - fitted[terms[i]]
            for j in range(i):
                hessian[i, j] = fitted[terms[i] | terms[j]]
            hessian[i, i] = fitted[terms[i]] * (1 + ridge)
        gradient = step.copy()
        if factored(hessian):
            solve(hessian, step)
            return float((gradient * step).sum())
    return -1.0


@compiled
def sensible(step: Floats) -> float:
    """The share of a step that moves no coefficient further than LONGEST."""
    return float(LONGEST / max(np.abs(step).max(), LONGEST))


@compiled
def likelihood(terms: Ints, margins: Floats, theta: Floats, total: float) -> float:
    """The Poisson log-likelihood without the part that no model changes."""
    value = -total
    for term in terms:
        value += theta[term] * margins[term]
    return value


@compiled
def maximise(
    terms: Ints, margins: Floats, live: Flags, theta: Floats, n_lists: int
) -> tuple[float, bool, Floats]:
    """Newton from `theta`, which becomes the estimate; only live terms may be given.

    Returns the log-likelihood (as in `likelihood`), whether it converged, and the means.
    A fit whose maximum lies at infinity also converges: its means run to 0, slowly, until the
    likelihood no longer rises; `exists` tells the two apart.
    """
    step = np.empty(terms.size)
    means = means_of(theta, live, n_lists)
    fitted = margins_of(means, n_lists)
    value = likelihood(terms, margins, theta, fitted[0])
    for _ in range(MOST_STEPS):
        decrement = newton_step(terms, margins, fitted, step)
        if decrement < 0:
            return value, False, means
        value, means = walked(terms, margins, live, theta, n_lists, step, value)
        if decrement < CONVERGED:
            return value, True, means
        fitted = margins_of(means, n_lists)
    return value, False, means


@compiled
def walked(
    terms: Ints,
    margins: Floats,
    live: Flags,
    theta: Floats,
    n_lists: int,
    step: Floats,
    value: float,
) -> tuple[float, Floats]:
    """Take the step, halved until the likelihood does not fall."""
    before, scale = theta.copy(), sensible(step)
    for _ in range(MOST_HALVINGS):
        for at in range(terms.size):
            theta[terms[at]] = before[terms[at]] + scale * step[at]
        means = means_of(theta, live, n_lists)
        risen = likelihood(terms, margins, theta, means.sum())
        if risen >= value - 1e-12 * abs(value):
            return risen, means
        scale /= 2
    theta[:] = before
    return value, means_of(theta, live, n_lists)

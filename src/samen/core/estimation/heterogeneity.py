"""Log-linear lower bounds when the chance to be listed differs between persons.

Rivest and Baillargeon 2007, Biometrics 63(4); the models M0, Mh Chao and Mth Chao of
their package Rcapture. The log mean of a history with k lists is that of a simple model plus
e_j * max(k - j + 1, 0) for j from 3 to t. The hidden number then hangs on persons on one and on
two lists; the e_j take up whoever is on more lists than the simple model expects. Where chances
differ no e_j is below 0, so one that is estimated below 0 is left out.
"""

import numpy as np

from samen.core.errors import Refused
from samen.core.estimation.bounds import SimpleEstimate, from_variance
from samen.core.estimation.existence import Status
from samen.core.estimation.poisson import Floats, Ints, independent_start, margins_of

CONVERGED = 1e-9
MOST_STEPS = 100


def equal_lists(counts: Ints) -> SimpleEstimate:
    """Model M0: lists and persons are all alike; counts of shape (2**t,), as in all functions."""
    return _estimate(counts, by_list=False, spread=False)


def equal_lists_lower_bound(counts: Ints) -> SimpleEstimate:
    """Model Mh: lists are alike, persons are not."""
    return _estimate(counts, by_list=False, spread=True)


def lists_lower_bound(counts: Ints) -> SimpleEstimate:
    """Model Mth: each list has a size of its own, and persons are not alike."""
    return _estimate(counts, by_list=True, spread=True)


def _estimate(counts: Ints, by_list: bool, spread: bool) -> SimpleEstimate:
    n_lists = counts.size.bit_length() - 1
    margins = margins_of(np.concatenate([[0.0], counts[1:]]), n_lists)
    sizes = margins[1 << np.arange(n_lists)]
    n = int(margins[0])
    cells, on = _cells(sizes, by_list)
    numbers, listed = counts[cells].astype(np.float64), on.sum(axis=1)
    alone = numbers[listed == 1].sum()
    no_pairs = spread and not numbers[listed == 2].any()
    if alone in {0, n} or sizes.max() == n or no_pairs:
        return SimpleEstimate(n, status=Status.DOES_NOT_EXIST, reason=NO_TWO_SIDES)
    theta = independent_start(margins, n_lists)
    effects = theta[1 << np.flatnonzero(sizes)]
    if not by_list:
        on, effects = listed[:, None], np.array([effects.mean()])
    base = np.column_stack([np.ones(cells.size), on])
    start = np.concatenate([theta[:1], effects])
    most = int(listed[numbers > 0].max()) if spread else 0
    fitted = _without_negative(base, listed, numbers, start, most)
    return _finished(n, *fitted)


def _cells(sizes: Floats, by_list: bool) -> tuple[Ints, Floats]:
    """The histories, and which lists they hold; a list without persons only counts among equals."""
    cells = np.arange(1, 1 << sizes.size)
    kept = np.flatnonzero(sizes) if by_list else np.arange(sizes.size)
    on = cells[:, None] >> np.arange(sizes.size) & 1
    outside = np.delete(on, kept, axis=1).any(axis=1)
    return cells[~outside], on[~outside][:, kept].astype(np.float64)


def _without_negative(
    base: Floats, listed: Floats, numbers: Floats, start: Floats, most: int
) -> tuple[Floats, Floats, bool]:
    """Fit, and fit again without what came out negative, until nothing does."""
    bends = list(range(3, most + 1))
    while True:
        columns = [np.maximum(listed - bend + 1, 0) for bend in bends]
        design = np.column_stack([base, *columns])
        theta, information, converged = _newton(
            design, numbers, np.concatenate([start, np.zeros(len(bends))])
        )
        kept = [
            bend for bend, height in zip(bends, theta[start.size :], strict=True) if height >= 0
        ]
        if len(kept) == len(bends):
            return theta, information, converged
        bends = kept


def _newton(design: Floats, numbers: Floats, theta: Floats) -> tuple[Floats, Floats, bool]:
    """The Poisson estimate, its information matrix, and whether the steps came to an end."""

    def likelihood(at: Floats) -> tuple[float, Floats]:
        means = np.exp(np.minimum(design @ at, 700.0))
        return float(numbers @ (design @ at) - means.sum()), means

    value, means = likelihood(theta)
    for _ in range(MOST_STEPS):
        information = design.T @ (means[:, None] * design)
        gradient = design.T @ (numbers - means)
        step = np.linalg.lstsq(information, gradient)[0]
        decrement = float(gradient @ step)
        risen, moved = likelihood(theta + step)
        while risen < value - 1e-9 * abs(value) and np.abs(step).max() > 1e-12:
            step = step / 2
            risen, moved = likelihood(theta + step)
        theta, value, means = theta + step, risen, moved
        if decrement < CONVERGED:
            return theta, information, True
    return theta, information, False


def _finished(n: int, theta: Floats, information: Floats, converged: bool) -> SimpleEstimate:
    """The hidden number is the mean of history 0; its variance adds the chance that it is Poisson.

    So does Rcapture (Rivest and Lévesque 2001).
    """
    hidden = float(np.exp(theta[0]))
    if not converged or not np.isfinite(hidden):
        return SimpleEstimate(n, status=Status.DOES_NOT_EXIST, reason=NO_TWO_SIDES)
    log_variance = float(np.linalg.pinv(information)[0, 0])
    return from_variance(n, hidden, hidden + hidden**2 * log_variance)


NO_TWO_SIDES = Refused(
    "The hidden number runs to 0 or to infinity.",
    "The model needs persons on one list and on two, and no list that holds everybody.",
    "Use another method, or other lists.",
)

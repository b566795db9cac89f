"""Whether chains agree, and how many independent draws they are worth.

All of Vehtari, Gelman, Simpson, Carpenter and Bürkner 2021, Bayesian Analysis 16(2): rank-
normalised and folded split R-hat, effective sample size of the bulk and of the tails, with the
autocorrelations summed as in Geyer 1992.
"""

from dataclasses import dataclass

import numpy as np
import scipy

from samen.core.estimation.poisson import Floats

FEWEST_DRAWS = 8
"""In a chain; half of it has to have a variance and an autocorrelation."""


@dataclass(frozen=True)
class Convergence:
    """r_hat: 1 when chains agree. bulk, tail: effective draws for the middle and the 5% tails."""

    r_hat: float
    bulk: float
    tail: float


def convergence(draws: Floats) -> Convergence:
    """Of one quantity; draws of shape (chains, draws), at least 8 draws.

    Draws that are all equal give an infinite R-hat and no effective draws.
    """
    if draws.shape[1] < FEWEST_DRAWS or np.ptp(draws) == 0:
        return Convergence(np.inf, 0.0, 0.0)
    halves = split(draws)
    ranked = rank_normalised(halves)
    folded = rank_normalised(np.abs(halves - np.median(halves)))
    low, high = np.quantile(halves, [0.05, 0.95])
    return Convergence(
        r_hat=max(r_hat(ranked), r_hat(folded)),
        bulk=effective(ranked),
        tail=min(
            effective((halves <= low).astype(np.float64)),
            effective((halves <= high).astype(np.float64)),
        ),
    )


def split(draws: Floats) -> Floats:
    """Each chain as two, its first half and its last; a middle draw falls out."""
    half = draws.shape[1] // 2
    return np.concatenate([draws[:, :half], draws[:, -half:]])


def rank_normalised(draws: Floats) -> Floats:
    """The normal quantiles of the ranks among all draws, by equation 14 (Blom's offset).

    Draws that are equal share the mean of their ranks.
    """
    _, place, times = np.unique(draws, return_inverse=True, return_counts=True)
    ranks = np.cumsum(times) - (times - 1) / 2
    scores: Floats = scipy.special.ndtri((ranks - 3 / 8) / (draws.size + 1 / 4))[place].reshape(
        draws.shape
    )
    return scores


def r_hat(chains: Floats) -> float:
    """Equation 4: the variance over all chains beside that within a chain, as a root."""
    n = chains.shape[1]
    within = chains.var(axis=1, ddof=1).mean()
    between = chains.mean(axis=1).var(ddof=1)
    if within == 0:
        return np.inf if between > 0 else 1.0
    return float(np.sqrt((n - 1) / n + between / within))


def effective(chains: Floats) -> float:
    """Draws divided by the sum of the autocorrelations of all lags, before and after.

    Pairs of autocorrelations are summed until one is not positive, none above the one before it;
    at most draws * log10(draws), which chains that swing about their middle would pass.
    """
    m, n = chains.shape
    within = chains.var(axis=1, ddof=1).mean()
    if within == 0:
        return 0.0
    pooled = within * (n - 1) / n + chains.mean(axis=1).var(ddof=1)
    correlation = 1 - (within - autocovariance(chains).mean(axis=0)) / pooled
    correlation[0] = 1.0
    pairs = correlation[: n - n % 2].reshape(-1, 2).sum(axis=1)
    stop = int(np.argmax(pairs <= 0)) if (pairs <= 0).any() else pairs.size
    time = 2 * float(np.minimum.accumulate(pairs[:stop]).sum()) - 1
    if stop < pairs.size:
        time += max(float(correlation[2 * stop]), 0.0)
    return float(m * n / max(time, 1 / np.log10(m * n)))


def autocovariance(chains: Floats) -> Floats:
    """Of each chain at every lag, divided by the number of draws; shape as given."""
    n = chains.shape[1]
    centred = chains - chains.mean(axis=1, keepdims=True)
    padded = np.fft.rfft(centred, 2 * n, axis=1)
    lags: Floats = np.fft.irfft(np.abs(padded) ** 2, 2 * n, axis=1)[:, :n] / n
    return lags

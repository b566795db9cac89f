"""One chain of the latent class model, in compiled loops.

Persons of one capture history are alike, so a step draws how many of each history are in each
class instead of a class for each person: its time depends on histories, not on persons.
The steps are those of Manrique-Vallier 2016, Biometrics 72(4), with the stick-breaking prior of
Ishwaran and James 2001. Generators give the same numbers compiled and as plain Python.

A chain's state is three arrays that a step changes in place:
sizes, shape (K,): persons in each class, the hidden ones included;
listed, shape (K, L): how many of them stand on each list;
strength, shape (1,): the concentration of the Dirichlet process.
"""

import math

import numpy as np
from numpy.random import Generator

from samen.core.estimation.compiled import compiled
from samen.core.estimation.poisson import Floats, Ints

PRIOR_SHAPE = 0.25
PRIOR_RATE = 0.25
MOST_HIDDEN = 1e15
"""What the Poisson draw can hold; a chain that comes there has no posterior to find."""


@compiled
def advance(
    rng: Generator,
    histories: Ints,
    counts: Ints,
    sizes: Ints,
    listed: Ints,
    strength: Floats,
    drawn: Ints,
    thinning: int,
) -> None:
    """Walk drawn.size * thinning steps; `drawn` gets the hidden number after each `thinning`.

    histories, counts: the rows of the table with persons.
    """
    n_classes, n_lists = listed.shape
    shares = np.empty(n_classes)
    rates = np.empty((n_classes, n_lists))
    for at in range(drawn.size):
        for _ in range(thinning):
            reorder(rng, sizes, listed, strength[0])
            draw_rates(rng, sizes, listed, rates)
            draw_shares(rng, sizes, strength, shares)
            drawn[at] = draw_classes(rng, histories, counts, shares, rates, sizes, listed)


@compiled
def reorder(rng: Generator, sizes: Ints, listed: Ints, strength: float) -> None:
    """Let each class change places with the next (Metropolis), the shares integrated out.

    The order of the classes counts in the prior, and without this move a chain whose large class
    comes late stays there: the label switching of Papaspiliopoulos and Roberts 2008, Biometrika 95.
    """
    last = sizes.size - 1
    behind = sizes.sum()
    for k in range(last):
        first, second = sizes[k], sizes[k + 1]
        behind -= first + second
        if k + 1 < last:
            gain = math.log((strength + behind + second) / (strength + behind + first))
        else:
            gain = math.lgamma(1.0 + second) + math.lgamma(strength + first)
            gain -= math.lgamma(1.0 + first) + math.lgamma(strength + second)
        if gain >= 0 or rng.random() < math.exp(gain):
            sizes[k], sizes[k + 1] = second, first
            for j in range(listed.shape[1]):
                listed[k, j], listed[k + 1, j] = listed[k + 1, j], listed[k, j]
        behind += sizes[k + 1]


@compiled
def draw_rates(rng: Generator, sizes: Ints, listed: Ints, rates: Floats) -> None:
    """The chance that a person of a class stands on a list; its prior is uniform."""
    for k in range(sizes.size):
        for j in range(listed.shape[1]):
            if sizes[k] == 0:
                rates[k, j] = rng.random()
                continue
            rates[k, j] = rng.beta(1.0 + listed[k, j], 1.0 + sizes[k] - listed[k, j])


@compiled
def draw_shares(rng: Generator, sizes: Ints, strength: Floats, shares: Floats) -> None:
    """The share of each class by breaking a stick, then the concentration given the shares.

    What is left of the stick is kept as a logarithm: with a small concentration it is far below
    the smallest number that a float holds.
    """
    n_classes = sizes.size
    behind = sizes.sum()
    left = 0.0
    for k in range(n_classes - 1):
        behind -= sizes[k]
        broken = _log_gamma_draw(rng, 1.0 + sizes[k])
        kept = _log_gamma_draw(rng, strength[0] + behind)
        both = max(broken, kept) + math.log1p(math.exp(-abs(broken - kept)))
        shares[k] = math.exp(left + broken - both)
        left += kept - both
    shares[n_classes - 1] = math.exp(left)
    strength[0] = rng.gamma(PRIOR_SHAPE + n_classes - 1) / (PRIOR_RATE - left)


@compiled
def _log_gamma_draw(rng: Generator, shape: float) -> float:
    """The logarithm of a gamma variable, also of a shape near 0 (Marsaglia and Tsang 2000)."""
    if shape >= 1:
        return math.log(rng.gamma(shape))
    return math.log(rng.gamma(shape + 1)) + math.log(1 - rng.random()) / shape


@compiled
def draw_classes(
    rng: Generator,
    histories: Ints,
    counts: Ints,
    shares: Floats,
    rates: Floats,
    sizes: Ints,
    listed: Ints,
) -> int:
    """The hidden number, and how many persons of each history are in each class.

    The prior of the total N is proportional to 1/N, so the hidden number is negative binomial:
    a Poisson number whose mean is gamma distributed.
    """
    n = counts.sum()
    sizes[:] = 0
    listed[:] = 0
    weights = np.empty(sizes.size)
    for at in range(histories.size):
        _weigh(histories[at], shares, rates, weights)
        _spread(rng, counts[at], histories[at], weights, sizes, listed)
    _weigh(0, shares, rates, weights)
    unseen = min(weights.sum(), 1.0)
    mean = rng.gamma(float(n)) * unseen / max(1 - unseen, 1e-300)
    hidden = rng.poisson(min(mean, MOST_HIDDEN))
    _spread(rng, hidden, 0, weights, sizes, listed)
    return int(hidden)


@compiled
def _weigh(history: int, shares: Floats, rates: Floats, weights: Floats) -> None:
    """The chance of a class and this history, by class."""
    for k in range(weights.size):
        weight = shares[k]
        for j in range(rates.shape[1]):
            weight *= rates[k, j] if history >> j & 1 else 1 - rates[k, j]
        weights[k] = weight


@compiled
def _spread(
    rng: Generator, n: int, history: int, weights: Floats, sizes: Ints, listed: Ints
) -> None:
    """Put n persons of one history into classes: a multinomial draw, one binomial at a time."""
    left = n
    mass = weights.sum()
    for k in range(weights.size):
        if left == 0:
            return
        share = 1.0 if k == weights.size - 1 or mass <= weights[k] else weights[k] / mass
        here = rng.binomial(left, share)
        mass -= weights[k]
        left -= here
        sizes[k] += here
        for j in range(listed.shape[1]):
            if history >> j & 1:
                listed[k, j] += here

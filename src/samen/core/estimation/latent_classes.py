"""The hidden number by latent classes of persons who are seen alike.

Within a class the lists are independent; how many classes there are is left to a Dirichlet
process (Manrique-Vallier 2016, Biometrics 72(4); LCMCR is the author's package). Its posterior
often has several tops that a chain seldom walks between, so one chain says little: here several
start far apart, and when they do not agree there is no estimate.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator, SeedSequence, default_rng

from samen.core.errors import BadInput, Refused
from samen.core.estimation.convergence import FEWEST_DRAWS, Convergence, convergence
from samen.core.estimation.latent_gibbs import advance
from samen.core.estimation.poisson import Floats, Ints
from samen.core.estimation.posterior import LEVELS, Quantiles, Verdict, verdict
from samen.core.estimation.rounding import two_digits

CLASSES = 10
MOST_R_HAT = 1.05
FEWEST_EFFECTIVE = 400
"""Draws; below it R-hat itself cannot be trusted (Vehtari et al. 2021)."""
MOST_THINNING = 1000
STRETCH = 1000
"""Steps of a chain between two looks at the keyboard; some milliseconds."""


@dataclass(frozen=True)
class Length:
    """How long the chains are: draws kept, steps from one to the next, draws thrown away first.

    chains: at least 2. draws: at least 8. thinning: 1 to 1000. burn_in: so many times `thinning`.
    """

    chains: int = 8
    draws: int = 2000
    thinning: int = 25
    burn_in: int = 400


DEFAULT = Length()


@dataclass(frozen=True, eq=False)
class LatentClasses:
    """draws: the total of persons, shape (chains, draws), whatever the verdict: for plots.

    seed and length repeat the run, whatever the number of threads.
    """

    verdict: Verdict
    convergence: Convergence
    draws: Ints
    n_observed: int
    seed: int
    length: Length


@dataclass(frozen=True)
class _Chain:
    """The state that `latent_gibbs.advance` changes."""

    rng: Generator
    sizes: Ints
    listed: Ints
    strength: Floats


def latent_classes(
    counts: Ints,
    seed: int,
    length: Length = DEFAULT,
    workers: int = 1,
    on_progress: Callable[[float], None] = lambda _: None,
) -> LatentClasses:
    """The posterior of the number of persons under at most ten latent classes.

    counts: persons by capture history, shape (2**L,); cell 0 is not looked at. Priors: 1/N on
    the total, uniform on each class's chance of a list, gamma(.25, .25) on the concentration.
    Refused when R-hat is above 1.05 or there are fewer than 400 effective draws.
    Raises BadInput for a length from which nothing can be judged.
    """
    _refuse_length(length)
    histories = np.flatnonzero(counts[1:]) + 1
    persons = counts[histories].astype(np.int64)
    n_lists = counts.size.bit_length() - 1
    chains = _dispersed(histories, persons, n_lists, seed, length.chains)
    hidden: Ints = np.empty((length.chains, length.burn_in + length.draws), dtype=np.int64)
    walk = _walker(histories, persons, length.thinning)
    at_once = max(STRETCH // length.thinning, 1)
    with ThreadPoolExecutor(workers) as threads:
        for first in range(0, hidden.shape[1], at_once):
            list(threads.map(walk, chains, hidden[:, first : first + at_once]))
            on_progress(min((first + at_once) / hidden.shape[1], 1.0))
    n_observed = int(persons.sum())
    totals = n_observed + hidden[:, length.burn_in :]
    found = convergence(totals.astype(np.float64))
    return LatentClasses(
        verdict(counts, Quantiles(tuple(float(at) for at in np.quantile(totals, LEVELS))),
                _reasons(found, np.median(totals, axis=1))),
        found, totals, n_observed, seed, length,
    )  # fmt: skip


def _refuse_length(length: Length) -> None:
    if length.chains < 2 or length.draws < FEWEST_DRAWS or length.burn_in < 0:
        raise BadInput(
            "{chains} chains of {draws} draws cannot be compared.",
            "At least 2 chains of at least {fewest} draws.",
            "",
            chains=length.chains,
            draws=length.draws,
            fewest=FEWEST_DRAWS,
        )
    if not 1 <= length.thinning <= MOST_THINNING:
        raise BadInput("The draws are {thinning} steps apart.", "From 1 to {most} steps.", "",
                       thinning=length.thinning, most=MOST_THINNING)  # fmt: skip


def _dispersed(
    histories: Ints, persons: Ints, n_lists: int, seed: int, chains: int
) -> list[_Chain]:
    """Chains that start far apart: from a tenth to ten times the observed number hidden."""
    scales = np.geomspace(0.1, 10, chains)
    return [
        _started(default_rng(sequence), histories, persons, n_lists, float(scale))
        for sequence, scale in zip(SeedSequence(seed).spawn(chains), scales, strict=True)
    ]


def _started(rng: Generator, histories: Ints, persons: Ints, n_lists: int, scale: float) -> _Chain:
    """Everybody in a class at random, the hidden ones too."""
    shares = rng.dirichlet(np.ones(CLASSES))
    placed = rng.multinomial(persons, shares)
    hidden = rng.multinomial(round(scale * persons.sum()), shares)
    on = histories[:, None] >> np.arange(n_lists) & 1
    return _Chain(rng, placed.sum(axis=0) + hidden, placed.T @ on, np.ones(1))


def _walker(histories: Ints, persons: Ints, thinning: int) -> Callable[[_Chain, Ints], None]:
    def walk(chain: _Chain, drawn: Ints) -> None:
        advance(chain.rng, histories, persons, chain.sizes, chain.listed, chain.strength,
                drawn, thinning)  # fmt: skip

    return walk


def _reasons(found: Convergence, middles: Floats) -> tuple[Refused, ...]:
    """middles: the median of each chain, in persons."""
    reasons = []
    if not found.r_hat <= MOST_R_HAT:
        reasons.append(
            Refused(
                "The chains do not agree: R-hat is {r_hat}; their medians run from {low} to "
                "{high} persons.",
                "At most {most} is accepted.",
                "Use another method, such as stepwise: this one fits numbers far apart about as "
                "well.",
                r_hat=round(found.r_hat, 2),
                low=two_digits(float(middles.min())),
                high=two_digits(float(middles.max())),
                most=MOST_R_HAT,
            )
        )
    least = min(found.bulk, found.tail)
    if least < FEWEST_EFFECTIVE:
        reasons.append(
            Refused(
                "The draws are worth {effective} independent ones.",
                "At least {fewest} are needed.",
                "Run longer chains.",
                effective=int(least),
                fewest=FEWEST_EFFECTIVE,
            )
        )
    return tuple(reasons)

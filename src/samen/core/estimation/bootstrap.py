"""Many tables like the one observed, each put through the whole procedure."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from samen.core.estimation.fit import Fit
from samen.core.estimation.poisson import Flags, Floats, Ints
from samen.core.estimation.procedures import Procedure, Run

REPLICATES = 20_000
CELLS_PER_CHUNK = 1 << 13
MOST_PERSONS = 1 << 62

type Progress = Callable[[float], None]


class Source(NamedTuple):
    """Where tables are drawn from: persons fall into histories with these probabilities.

    histories, chances: shape (cells,); what the chances lack to 1 is the chance to be hidden.
    """

    histories: Ints
    chances: Floats
    persons: int

    def draw(self, chance: np.random.Generator, size: int) -> Ints:
        """Counts by history; shape (size, cells)."""
        hidden = max(0.0, 1.0 - float(self.chances.sum()))
        drawn: Ints = chance.multinomial(self.persons, [*self.chances, hidden], size=size)
        # In one piece, as other tables are: loops are compiled for how an array lies in memory.
        return np.ascontiguousarray(drawn[:, :-1])


def observed(counts: Ints) -> Source:
    """The persons observed, drawn with replacement; counts of shape (2**L,)."""
    histories = np.flatnonzero(counts[1:]) + 1
    persons = int(counts[1:].sum())
    return Source(histories, counts[histories] / persons, persons)


def fitted(model: Fit) -> Source:
    """A population as large as a model's estimate, seen as the model says."""
    histories = np.flatnonzero(model.fitted[1:] > 0) + 1
    total = model.fitted.sum()
    return Source(histories, model.fitted[histories] / total, round(float(total)))


@dataclass(frozen=True, eq=False)
class Draws:
    """totals: shape (replicates,), sorted, observed persons included; infinite where a replicate
    has no estimate. Such a replicate has too little overlap for a finite one, so leaving it out
    would make every upper limit too low.

    models: how often each set of terms was chosen, the most frequent first.
    """

    totals: Floats
    models: tuple[tuple[tuple[int, ...], int], ...]
    seed: int

    @property
    def without_estimate(self) -> float:
        """The share of replicates in which no model has an estimate."""
        return float(np.isinf(self.totals).mean())


def bootstrap(
    source: Source,
    procedure: Procedure,
    counts: Ints,
    n: int = REPLICATES,
    seed: int = 1,
    workers: int = 1,
    on_progress: Progress = lambda _: None,
) -> Draws:
    """Replicates of a table, each put through the whole procedure, the choice of model included
    (Chan, Silverman and Vincent 2021, section 4; Silverman, Chan and Vincent 2024).

    counts: the table itself, shape (2**L,). The same seed gives the same draws, whatever the
    number of workers.
    """
    run = procedure.run(counts)
    totals = []
    chosen: Counter[bytes] = Counter()
    done = 0
    for some, flags in _in_chunks(source, run, n, counts.size, seed, workers):
        totals.append(some)
        chosen.update(row.tobytes() for row in flags[np.isfinite(some)])
        done += some.size
        on_progress(done / n)
    terms = procedure.terms(counts.size.bit_length() - 1)
    return Draws(
        np.sort(np.concatenate(totals)),
        tuple(
            (tuple(int(term) for term in terms[np.frombuffer(key, dtype=np.bool_)]), times)
            for key, times in chosen.most_common()
        ),
        seed,
    )


def _in_chunks(
    source: Source, run: Run, n: int, cells: int, seed: int, workers: int
) -> Iterator[tuple[Floats, Flags]]:
    size = max(1, min(n, CELLS_PER_CHUNK // cells))

    def chunk(number: int) -> tuple[Floats, Flags]:
        chance = np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(number,)))
        replicates = source.draw(chance, min(size, n - number * size))
        hidden, chosen = run(source.histories, replicates)
        hidden[np.isnan(hidden)] = np.inf
        return hidden + replicates.sum(axis=1), chosen

    pool = ThreadPoolExecutor(workers)
    try:
        yield from pool.map(chunk, range(-(-n // size)))
    finally:
        pool.shutdown(cancel_futures=True)


def of_population(draws: Draws, observed: int, total: float) -> Draws:
    """Draws of the persons observed as draws of the whole population, hidden persons included.

    In another sample of a population of fixed size the number of persons observed differs too
    (Buckland and Garthwaite 1991). Draws of the observed ones alone leave that out: little when
    few of all persons are observed, a third of the variance when three in four are. As many times
    more persons observed are as many times more estimated, so each draw is multiplied by a binomial
    number over its mean.
    observed: persons on a list. total: persons in all, as estimated.
    """
    persons = round(min(total, MOST_PERSONS))
    chance = np.random.default_rng([draws.seed, draws.totals.size])
    seen = chance.binomial(persons, min(1.0, observed / persons), draws.totals.size)
    totals = np.where(seen > 0, draws.totals * np.maximum(seen, 1) / observed, 0.0)
    return replace(draws, totals=np.sort(totals))


def jackknife(counts: Ints, procedure: Procedure) -> float:
    """The acceleration of BCa intervals (Efron 1987, equation 7.3): one person left out at a time.

    Persons with the same history give the same table, so each history is one table, weighted.
    """
    source = observed(counts)
    present = counts[source.histories]
    replicates = np.tile(present, (present.size, 1)) - np.eye(present.size, dtype=np.int64)
    hidden, _ = procedure.run(counts)(source.histories, replicates)
    weights = np.where(np.isnan(hidden), 0, present)
    gaps = np.where(weights > 0, float((weights * np.nan_to_num(hidden)).sum()) /
                    max(1, weights.sum()) - np.nan_to_num(hidden), 0)  # fmt: skip
    spread = float((weights * gaps**2).sum())
    return float((weights * gaps**3).sum()) / (6 * spread**1.5) if spread > 0 else 0.0

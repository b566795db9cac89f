"""The bootstrap of an estimate by covariates: the whole procedure again for every replicate.

Each replicate has a random stream of its own, numbered from the seed, so the numbers do not depend
on the number of workers. Only the margins that are asked for are kept, never the cells.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations, islice
from threading import Event
from typing import Protocol

import numpy as np

from samen.core.errors import BadInput, TooBig
from samen.core.estimation.bootstrap import MOST_PERSONS
from samen.core.estimation.covariates import CovariateFit, Reached, Sample, described, reach
from samen.core.estimation.design import Design, design_of
from samen.core.estimation.existence import Status
from samen.core.estimation.formula import CovariateModel
from samen.core.estimation.missing import Observed, Places, places_of, spread_rows
from samen.core.estimation.poisson import Floats, Ints
from samen.core.estimation.table import CaptureTable, Covariate

MOST_DRAWS = 1 << 26
TOLD = 20

type Margin = tuple[str, ...]


class Kind(StrEnum):
    """multinomial: the observed rows are drawn again. parametric: drawn from the fitted model.

    Of both how many persons are observed differs between replicates, as between samples.
    """

    MULTINOMIAL = "multinomial"
    PARAMETRIC = "parametric"


class Procedure(Protocol):
    """What is repeated in every replicate, such as `Forward` or `Fixed`."""

    @property
    def largest(self) -> CovariateModel:
        """The model whose design holds all columns that can be needed."""

    def run(self, sample: Sample, theta: Floats | None = None) -> Reached:
        """The top of a likelihood, from `theta` if given."""


@dataclass(frozen=True)
class Fixed:
    """Always the same model."""

    largest: CovariateModel

    def run(self, sample: Sample, theta: Floats | None = None) -> Reached:
        """The model at the top of its likelihood."""
        return reach(sample, self.largest.terms, theta)


@dataclass(frozen=True, eq=False)
class CovariateBootstrap:
    """An estimate with its replicates.

    fit: the procedure on the table itself. models: how often each model came out, most first, at
    most 20. n_without: replicates that ended without an estimate; their draws are nan.
    registered, hidden: by margin (names of covariates, () for the total) the persons by
    combination of values; shape (combinations,). registered_draws, hidden_draws: shape
    (replicates, combinations).
    """

    fit: CovariateFit
    kind: Kind
    seed: int
    n_replicates: int
    n_without: int
    models: tuple[tuple[str, int], ...]
    registered: dict[Margin, Floats]
    hidden: dict[Margin, Floats]
    registered_draws: dict[Margin, Floats]
    hidden_draws: dict[Margin, Floats]

    @property
    def covariates(self) -> tuple[Covariate, ...]:
        """The covariates of the table."""
        return self.fit.model.covariates


@dataclass(frozen=True, eq=False)
class _Work:
    """What every replicate needs; nothing in it changes."""

    design: Design
    places: Places
    table: CaptureTable
    procedure: Procedure
    top: Reached
    groups: dict[Margin, tuple[Ints, int]]
    kind: Kind
    seed: int


def bootstrap_covariates(
    table: CaptureTable,
    procedure: Procedure,
    n: int = 1000,
    *,
    kind: Kind = Kind.MULTINOMIAL,
    seed: int = 1,
    margins: Sequence[Margin] | None = None,
    workers: int = 2,
    on_progress: Callable[[float], None] | None = None,
) -> CovariateBootstrap:
    """The procedure on the table and on n replicates of it.

    margins: the combinations of covariates to keep; every covariate and every pair if None.
    Raises TooBig when n times the kept combinations is above MOST_DRAWS; else as `design_of` and
    `places_of`. When the table itself has no estimate no replicate is made.
    """
    design, places = design_of(procedure.largest), places_of(table)
    groups = _groups(design.model.covariates, margins)
    _refuse_draws(n, sum(size for _, size in groups.values()))
    sample = Sample(design, places.put(table.counts.astype(np.float64)))
    top = procedure.run(sample)
    work = _Work(design, places, table, procedure, top, groups, kind, seed)
    sound = top.status is Status.OK
    draws = {margin: np.full((2, n, size), np.nan) for margin, (_, size) in groups.items()}
    chosen: Counter[tuple[int, ...]] = Counter()
    for at, found in _all(work, n if sound else 0, workers, on_progress):
        if found is not None:
            chosen[found[0]] += 1
            for margin, drawn in found[1].items():
                draws[margin][:, at] = drawn
    model = _model(design, tuple(np.unique(design.owners[top.columns])))
    sums = _sums(work, top)
    return CovariateBootstrap(
        described(sample, top, model),
        kind,
        seed,
        n,
        n - chosen.total(),
        tuple((str(_model(design, terms)), k) for terms, k in chosen.most_common(TOLD)),
        {margin: each[0] for margin, each in sums.items()},
        {margin: each[1] for margin, each in sums.items()},
        {margin: each[0] for margin, each in draws.items()},
        {margin: each[1] for margin, each in draws.items()},
    )


type _Found = tuple[tuple[int, ...], dict[Margin, Floats]] | None


def _all(
    work: _Work, n: int, workers: int, on_progress: Callable[[float], None] | None
) -> Iterator[tuple[int, _Found]]:
    """The replicates in order; when the caller stops, what runs stops at its next fit."""
    halt = Event()
    waiting: list[Future[_Found]] = []
    numbers = iter(range(n))
    with ThreadPoolExecutor(workers) as pool:
        try:
            for at in range(n):
                ahead = islice(numbers, 4 * workers - len(waiting))
                waiting += [pool.submit(_replicate, work, number, halt) for number in ahead]
                yield at, waiting.pop(0).result()
                if on_progress:
                    on_progress((at + 1) / n)
        finally:
            halt.set()
            for future in waiting:
                future.cancel()


def _replicate(work: _Work, number: int, halt: Event) -> _Found:
    generator = np.random.default_rng([work.seed, number])
    observed = (_again if work.kind is Kind.MULTINOMIAL else _from_model)(work, generator)
    top = work.procedure.run(Sample(work.design, observed, halt), work.top.theta)
    if top.status is not Status.OK:
        return None
    owners = tuple(int(at) for at in np.unique(work.design.owners[top.columns]))
    return owners, _sums(work, top)


def _again(work: _Work, generator: np.random.Generator) -> Observed:
    """The rows of the table drawn again, as many persons as another sample would hold of a
    population as large as the estimate (Buckland and Garthwaite 1991)."""
    counts = work.table.counts
    known = int(counts.sum())
    total = min(known + float(work.top.hidden(work.design).sum()), MOST_PERSONS)
    persons = max(1, int(generator.binomial(round(total), min(1.0, known / total))))
    drawn = generator.multinomial(persons, counts / known)
    return work.places.put(drawn.astype(np.float64))


def _from_model(work: _Work, generator: np.random.Generator) -> Observed:
    """Persons, hidden ones too, drawn from the fit and then not seen, or not fully known.

    What is missing of a person in a cell is drawn as often as it was expected there.
    """
    top, observed = work.top, work.places.put(work.table.counts.astype(np.float64))
    means = top.means.copy()
    means[:, 0] = top.hidden(work.design)
    persons = round(float(means.sum()))
    drawn = generator.multinomial(persons, (means / means.sum()).reshape(-1)).reshape(means.shape)
    drawn[:, 0] = 0
    known, left = drawn, top.registered
    partial = observed.partial
    counts: dict[tuple[int, int], int] = {}
    for missing in np.unique(partial.missing):
        lost = np.zeros_like(left)
        asked = partial.missing[partial.sets] == missing
        spread_rows(partial, np.where(asked, observed.counts, 0.0), top.means, lost)
        share = np.divide(lost, left, out=np.zeros_like(lost), where=left > 0)
        hit = generator.binomial(known, np.clip(share, 0, 1))
        known, left = known - hit, left - lost
        for chosen in np.flatnonzero(partial.missing == missing):
            persons_of = hit[partial.cells_of(int(chosen))].sum(axis=0)
            counts.update({(int(chosen), int(h)): n for h, n in enumerate(persons_of) if n})
    keys = np.array(list(counts), dtype=np.int64).reshape(-1, 2)
    found = replace(partial, sets=keys[:, 0].copy(), histories=keys[:, 1].copy())
    return Observed(known.astype(np.float64), found, np.array([*counts.values()], np.float64))


def _sums(work: _Work, top: Reached) -> dict[Margin, Floats]:
    """Registered and hidden persons by margin; each of shape (2, combinations)."""
    registered = top.registered.sum(axis=1)
    hidden = top.hidden(work.design)
    if top.status is not Status.OK:
        hidden = np.full_like(hidden, np.nan)
    return {
        margin: np.array([np.bincount(group, values, size) for values in (registered, hidden)])
        for margin, (group, size) in work.groups.items()
    }


def _groups(
    covariates: tuple[Covariate, ...], margins: Sequence[Margin] | None
) -> dict[Margin, tuple[Ints, int]]:
    """For each margin the combination of every covariate cell, and how many there are."""
    names = [covariate.name for covariate in covariates]
    if margins is None:
        margins = [chosen for size in (1, 2) for chosen in combinations(names, size)]
    shape = tuple(len(covariate.levels) for covariate in covariates)
    codes = np.indices(shape).reshape(len(shape), math.prod(shape))
    found = {}
    for margin in {(): None, **dict.fromkeys(margins)}:
        group, size = np.zeros(codes.shape[1], dtype=np.int64), 1
        for name in margin:
            at = _place(name, names)
            group, size = group * shape[at] + codes[at], size * shape[at]
        found[margin] = (group, size)
    return found


def _place(name: str, names: list[str]) -> int:
    if name not in names:
        raise BadInput("There is no covariate {name}.", "The covariates are {names}.", "",
                       name=name, names=", ".join(names) or "-")  # fmt: skip
    return names.index(name)


def _model(design: Design, owners: Sequence[int]) -> CovariateModel:
    terms = frozenset(design.terms[at] for at in owners)
    return CovariateModel(design.model.lists, design.model.covariates, terms)


def _refuse_draws(n: int, combinations_kept: int) -> None:
    if n * combinations_kept > MOST_DRAWS:
        raise TooBig(
            "{n} replicates of {kept} combinations of values are asked.",
            "Together they are at most {most} numbers.",
            "Ask fewer replicates, or fewer covariates at a time.",
            n=n, kept=combinations_kept, most=MOST_DRAWS,
        )  # fmt: skip

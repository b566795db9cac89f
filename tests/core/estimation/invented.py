"""Invented tables of lists and covariates, small enough for an oracle of full matrices."""

import numpy as np

from samen.core.estimation.covariates import Sample
from samen.core.estimation.design import Design, design_of
from samen.core.estimation.formula import CovariateModel
from samen.core.estimation.missing import places_of
from samen.core.estimation.poisson import Flags, Floats
from samen.core.estimation.table import MISSING, CaptureTable, Covariate, from_records

SEX = Covariate("sex", ("woman", "man"))
YEAR = Covariate("year", ("2016", "2017", "2018", "2019"))


def table(
    persons: int = 3000,
    seed: int = 1,
    *,
    lists: int = 3,
    covariates: tuple[Covariate, ...] = (SEX, YEAR),
    missing: float = 0.0,
    chance: float = 0.3,
) -> CaptureTable:
    """Persons whose chance to be on a list depends on the first covariate; the seen ones."""
    generator = np.random.default_rng(seed)
    codes = np.column_stack(
        [generator.integers(0, len(each.levels), persons) for each in covariates]
        or [np.zeros((persons, 0), dtype=np.int64)]
    )
    shift = 0.15 * codes[:, :1] / len(covariates[0].levels) if covariates else 0.0
    on = generator.random((persons, lists)) < chance * (1 + np.arange(lists)) / lists + shift
    codes[generator.random(codes.shape) < missing] = MISSING
    seen = on.any(axis=1)
    rows = np.column_stack([on[seen].astype(np.int64), codes[seen]])
    return from_records(tuple("ABCDEF"[:lists]), rows.tolist(), covariates)


def sample(captured: CaptureTable, model: CovariateModel) -> Sample:
    """The table as the algorithms want it."""
    observed = places_of(captured).put(captured.counts.astype(np.float64))
    return Sample(design_of(model), observed)


def matrix(design: Design) -> Floats:
    """The design written out: shape (covariate cells, 2**L, columns)."""
    histories = np.arange(1 << design.n_lists)
    on = (histories[:, None] & design.bits == design.bits).astype(np.float64)
    written: Floats = design.columns[:, None, :] * on[None, :, :]
    return written


def live_by_hand(model: CovariateModel, counts: Floats) -> Flags:
    """The cells in no empty margin of a term, by the definition."""
    live = np.ones(counts.shape, dtype=np.bool_)
    shape = tuple(len(each.levels) for each in model.covariates)
    codes = np.array(list(np.ndindex(*shape))).reshape(counts.shape[0], len(shape))
    histories = np.arange(counts.shape[1])
    for term in model.terms:
        used = [at for at, kind in enumerate(term.shapes) if kind]
        on = histories & term.lists == term.lists
        for values in {tuple(row) for row in codes[:, used].tolist()}:
            inside = (codes[:, used] == np.array(values, dtype=np.int64)).all(axis=1)
            if counts[inside][:, on].sum() == 0:
                live[np.ix_(inside, on)] = False
    return live


def newton_by_hand(x: Floats, counts: Floats) -> Floats:
    """Iteratively reweighted least squares on a full matrix; the coefficients."""
    means = counts + 0.5
    theta = np.zeros(x.shape[1])
    for _ in range(60):
        working = np.log(means) + (counts - means) / means
        root = np.sqrt(means)
        theta = np.linalg.lstsq(x * root[:, None], working * root, rcond=1e-12)[0]
        means = np.exp(np.clip(x @ theta, -40, 40))
    return theta

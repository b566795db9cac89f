"""Tables of an estimate by covariates, from the joint draws of a bootstrap.

Every number of a row comes from the same replicates, so sums, ratios and changes carry intervals
of their own. Intervals are percentiles of the replicates that have an estimate.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from samen.core.errors import BadInput
from samen.core.estimation.covariate_bootstrap import CovariateBootstrap, Margin
from samen.core.estimation.poisson import Floats


@dataclass(frozen=True)
class Interval:
    """A percentile interval. error: the Monte Carlo standard error of the less certain limit."""

    low: float
    high: float
    error: float


@dataclass(frozen=True)
class Row:
    """What is estimated for one combination of values.

    covariates, values: which; empty for the total. registered: persons on a list, those with a
    missing value as far as expected here. estimate: all persons, hidden ones included. ratio:
    estimate to registered. change: estimate less that of the year before, None in the first year
    and in rows without a year. without: the share of replicates without an estimate of this row.
    Numbers that cannot be had are None.
    """

    covariates: Margin
    values: tuple[str, ...]
    registered: float
    estimate: float | None
    interval: Interval | None
    ratio: float | None
    ratio_interval: Interval | None
    change: float | None
    change_interval: Interval | None
    without: float


def by(
    result: CovariateBootstrap, names: Sequence[str], *, year: str = "year", level: float = 0.95
) -> tuple[Row, ...]:
    """The total, then every value of the named covariates, then every pair of values of two.

    year: the covariate whose values follow each other in time. level: of the intervals.
    Raises BadInput for a covariate whose draws were not kept.
    """
    chosen = [tuple(each) for size in (0, 1, 2) for each in combinations(names, size)]
    return tuple(row for margin in chosen for row in _rows(result, margin, year, level))


def _rows(result: CovariateBootstrap, asked: Margin, year: str, level: float) -> list[Row]:
    margin = _kept(result, asked)
    values = [
        next(each.levels for each in result.covariates if each.name == name) for name in margin
    ]
    shape = tuple(len(each) for each in values)
    registered, hidden = result.registered[margin], result.hidden[margin]
    draws = result.registered_draws[margin], result.hidden_draws[margin]
    estimate, drawn = registered + hidden, draws[0] + draws[1]
    ratio, ratio_drawn = _divided(estimate, registered), _divided(drawn, draws[0])
    axis = margin.index(year) if year in margin else None
    change, change_drawn = _changes(estimate, drawn, shape, axis)
    return [
        Row(
            margin,
            combination,
            float(registered[at]),
            _number(estimate[at]),
            _interval(drawn[:, at], level),
            _number(ratio[at]),
            _interval(ratio_drawn[:, at], level),
            _number(change[at]),
            _interval(change_drawn[:, at], level),
            float(np.isnan(drawn[:, at]).mean()) if len(drawn) else 0.0,
        )
        for at, combination in enumerate(product(*values))
    ]


def _kept(result: CovariateBootstrap, asked: Margin) -> Margin:
    """The margin as it was kept: of two covariates the order does not matter."""
    for margin in (asked, asked[::-1]):
        if margin in result.registered:
            return margin
    raise BadInput(
        "No draws by {asked} were kept.",
        "Kept are: {kept}.",
        "Ask for it in the bootstrap.",
        asked=" × ".join(asked),
        kept=", ".join(" × ".join(margin) for margin in result.registered if margin) or "-",
    )


def _divided(one: Floats, two: Floats) -> Floats:
    return np.divide(one, two, out=np.full_like(one, np.nan), where=two > 0)


def _changes(
    estimate: Floats, drawn: Floats, shape: tuple[int, ...], axis: int | None
) -> tuple[Floats, Floats]:
    """The difference with the year before; nan where there is none."""
    if axis is None:
        return np.full_like(estimate, np.nan), np.full_like(drawn, np.nan)
    both = np.vstack([estimate, drawn]).reshape(-1, *shape)
    before = np.roll(both, 1, axis=axis + 1)
    before[(slice(None),) * (axis + 1) + (0,)] = np.nan
    found = (both - before).reshape(len(both), -1)
    return found[0], found[1:]


def _number(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _interval(drawn: Floats, level: float) -> Interval | None:
    known = np.sort(drawn[~np.isnan(drawn)])
    if not known.size:
        return None
    tails = (1 - level) / 2, (1 + level) / 2
    low, high = (float(np.quantile(known, tail)) for tail in tails)
    return Interval(low, high, max(_error(known, tail) for tail in tails))


def _error(known: Floats, tail: float) -> float:
    """Half the distance of the quantiles one binomial standard error around `tail`."""
    spread = np.sqrt(tail * (1 - tail) / known.size)
    around = np.quantile(known, np.clip([tail - spread, tail + spread], 0, 1))
    return float(around[1] - around[0]) / 2

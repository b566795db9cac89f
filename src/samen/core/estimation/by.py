"""Tables of an estimate by covariates, from the joint draws of a bootstrap.

Every number of a row comes from the same replicates, so sums, ratios and changes carry intervals
of their own. Intervals are percentiles. A replicate without an estimate counts as an infinite one,
as in `bootstrap`; for a change it counts against both limits.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from samen.core.errors import BadInput
from samen.core.estimation.covariate_bootstrap import CovariateBootstrap, Margin
from samen.core.estimation.intervals import LEVEL, Interval
from samen.core.estimation.poisson import Floats


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
    result: CovariateBootstrap, names: Sequence[str], *, year: str = "year", level: float = LEVEL
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
    failed = int(np.isnan(drawn[:, 0]).sum())
    return [
        Row(
            margin,
            combination,
            float(registered[at]),
            _number(estimate[at]),
            _interval(drawn[:, at], failed, level),
            _number(ratio[at]),
            _interval(ratio_drawn[:, at], failed, level),
            _number(change[at]),
            _interval(change_drawn[:, at], failed, level, both=True),
            failed / len(drawn) if len(drawn) else 0.0,
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


def _interval(drawn: Floats, failed: int, level: float, *, both: bool = False) -> Interval | None:
    """Percentiles of the numbers among the draws and of `failed` infinite ones.

    both: the infinite ones are below for the lower limit and above for the upper one.
    """
    known = drawn[~np.isnan(drawn)]
    if not known.size:
        return None
    above = np.sort(np.append(known, np.full(failed, np.inf)))
    below = np.sort(np.append(known, np.full(failed, -np.inf))) if both else above
    tail = (1 - level) / 2
    limits = [(below, tail), (above, 1 - tail)]
    low, high = (_quantile(values, share) for values, share in limits)
    errors = [_error(values, share) for values, share in limits]
    return Interval("percentile", level, low, high, (errors[0], errors[1]))


def _quantile(ordered: Floats, share: float) -> float:
    return float(np.quantile(ordered, min(max(share, 0.0), 1.0), method="inverted_cdf"))


def _error(ordered: Floats, share: float) -> float:
    """Half the distance of the quantiles one binomial standard error around `share`."""
    spread = float(np.sqrt(share * (1 - share) / ordered.size))
    around = [_quantile(ordered, share - spread), _quantile(ordered, share + spread)]
    return (around[1] - around[0]) / 2 if np.isfinite(around).all() else float("inf")

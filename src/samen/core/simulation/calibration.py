"""How many possible victims a year has of each origin, form, sex and age, as published.

The table of a year starts from how the four go together (`mix.csv`), is raked to the published
counts and shares of that year (`margins.csv`; Deming and Stephan 1940), and is made whole with
every margin as near as whole numbers allow.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from samen.core.simulation.chance import Shares, Whole
from samen.core.simulation.world import AGES, FORMS, SEXES, World

AXES = ("group", "form", "sex", "age")
RAKINGS = 60


def values_of(world: World) -> dict[str, tuple[str, ...]]:
    """The values of each axis of a year's table, in the order of `AXES`."""
    return {"group": world.groups, "form": FORMS, "sex": SEXES, "age": AGES}


def published(world: World, axis: str) -> dict[int, dict[str, float]]:
    """By year and value: a number of persons, or a share when it is below 1."""
    found: dict[int, dict[str, float]] = {}
    for row in world.tables["margins"]:
        if row["axis"] == axis:
            found.setdefault(int(row["year"]), {})[row["value"]] = float(row["amount"])
    return found


def published_totals(world: World) -> dict[int, int]:
    """Distinct possible victims by year, in the order of the years."""
    return {year: int(found[""]) for year, found in sorted(published(world, "total").items())}


def scaled_totals(totals: Mapping[int, int], persons: int) -> dict[int, int]:
    """`persons` over the years, in the proportions of `totals`."""
    upto = np.cumsum([0, *totals.values()]) * persons / max(sum(totals.values()), 1)
    whole = np.floor(upto + 1e-9).astype(np.int64).tolist()
    return {
        year: after - before for year, (before, after) in zip(totals, pairwise(whole), strict=True)
    }


def cells(world: World, year: int, total: int) -> Whole:
    """Persons by group, form, sex and age group; sums to `total`."""
    values = values_of(world)
    start = _mix(world)
    national = published(world, "total")[year][""]
    margins = [
        _margin(published(world, axis).get(year, {}), values[axis], national, _sum(start, at))
        for at, axis in enumerate(AXES)
    ]
    return _whole(_raked(start, margins) * total)


def _mix(world: World) -> Shares:
    """How group, form, sex and age go together before a year is known; sums to 1."""
    values = values_of(world)
    table = np.ones([len(values[axis]) for axis in AXES])
    shares = {
        ("group", group): share
        for group, share in zip(world.groups, world.traits["share"], strict=True)
    }
    for row in world.tables["mix"]:
        if row["kind"] == "share":
            shares[row["axis"], row["value"]] = np.float64(row["amount"])
            continue
        where: list[int | slice] = [slice(None)] * len(AXES)
        for axis, value in ((row["axis"], row["value"]), (row["with_axis"], row["with_value"])):
            where[AXES.index(axis)] = values[axis].index(value)
        table[tuple(where)] *= float(row["amount"])
    return _raked(
        table, [np.array([shares[axis, value] for value in values[axis]]) for axis in AXES]
    )


def _sum(table: Shares, at: int) -> Shares:
    rest = tuple(axis for axis in range(table.ndim) if axis != at)
    return np.asarray(table.sum(axis=rest))


def _margin(
    known: Mapping[str, float], values: Sequence[str], total: float, usual: Shares
) -> Shares:
    """Shares that sum to 1: the published ones, and the others as usual among themselves."""
    given = np.array([known.get(value, np.nan) for value in values])
    given = np.where(given >= 1, given / total, given)
    rest = np.where(np.isnan(given), usual, 0.0)
    left = 1.0 - np.nansum(given)
    return np.where(np.isnan(given), rest * left / max(rest.sum(), 1e-300), given)


def _raked(table: Shares, margins: Sequence[Shares]) -> Shares:
    table = table / table.sum()
    for _ in range(RAKINGS):
        for at, margin in enumerate(margins):
            shape = [-1 if axis == at else 1 for axis in range(table.ndim)]
            table = table * (margin / margin.sum() / _sum(table, at)).reshape(shape)
    return table


def _whole(expected: Shares) -> Whole:
    """Whole numbers with the same sum: the next person goes where all margins lack most."""
    whole = np.floor(expected)
    left = expected - whole
    for _ in range(round(expected.sum() - whole.sum())):
        lack = np.minimum(left, 0.999)
        for at in range(expected.ndim):
            shape = [-1 if axis == at else 1 for axis in range(expected.ndim)]
            lack = lack + _sum(expected - whole, at).reshape(shape)
        lack[whole > expected] = -np.inf
        place = np.unravel_index(int(np.argmax(lack)), lack.shape)
        whole[place] += 1
        left[place] = 0.0
    return whole.astype(np.int64)

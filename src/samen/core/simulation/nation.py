"""The invented nation: which person stands at which place of which year.

A year has as many places as possible victims were published. A place is a person; the place of
a person who comes back leads to the place of the year before, so persons are counted once a
year and known over the years. Nothing is kept: places are asked by number.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import Self

import numpy as np

from samen.core.errors import BadInput
from samen.core.simulation.calibration import cells, published_totals, scaled_totals
from samen.core.simulation.captures import Captures, captures
from samen.core.simulation.chance import Chance, Flags, Shares, Whole
from samen.core.simulation.world import AGE_BOUNDS, World

COMES_BACK = 0.06
MOST_PERSONS = 10**9
DAYS = 360
_DAY, _YEAR = "datetime64[D]", 365.25


@dataclass(frozen=True, eq=False, slots=True)
class Places:
    """Persons in a year. All arrays have one value for each place.

    place: its number in the nation. person: the place where the person was first registered.
    year, first_year: places in `Nation.years`.
    group, form, sex, age: places of the values of the axes. day: of the first registration in
    the year; first_day: of the first ever; both in days since 1970.
    """

    place: Whole
    person: Whole
    year: Whole
    first_year: Whole
    group: Whole
    form: Whole
    sex: Whole
    age: Whole
    day: Whole
    first_day: Whole

    def take(self, at: Whole) -> Self:
        """The places at some places of the arrays."""
        return type(self)(*(getattr(self, each.name)[at] for each in fields(self)))


class Nation:
    """An invented nation of one seed.

    persons: places over all years, each year in proportion; as published when not given.
    totals: distinct possible victims by year, after perfect linking. starts: the number of the
    first place of each year. until: the last day on which somebody is registered.
    Raises BadInput when there is nobody in it or more than can be numbered.
    """

    def __init__(
        self, world: World, seed: int, persons: int | None = None, until: date | None = None
    ) -> None:
        self.world, self.seed, self.chance = world, seed, Chance(seed)
        national = {
            year: total
            for year, total in published_totals(world).items()
            if until is None or date(year, 1, 1) <= until
        }
        self.totals = national if persons is None else scaled_totals(national, persons)
        if not 1 <= self.persons <= MOST_PERSONS:
            raise BadInput("The nation would have {n} places of persons.",
                           "It has at least 1 and at most {most}.", "Choose another size.",
                           n=self.persons, most=MOST_PERSONS)  # fmt: skip
        self.years = tuple(self.totals)
        ends = [date(year, 12, 31) for year in self.years]
        self.first_days = _numbered([date(year, 1, 1) for year in self.years])
        self.last_days = _numbered([min(end, until or end) for end in ends])
        self.cells = [cells(world, year, total) for year, total in self.totals.items()]
        self._sizes = np.array(list(self.totals.values()), dtype=np.int64)
        self.starts = np.cumsum(self._sizes) - self._sizes
        self._cell_starts = [np.cumsum(each) - each.ravel() for each in self.cells]

    @property
    def persons(self) -> int:
        """Places over all years; who comes back has two."""
        return sum(self.totals.values())

    @cached_property
    def captures(self) -> list[Captures]:
        """How the persons of each year are registered."""
        return [
            captures(self.world, year, of) for year, of in zip(self.years, self.cells, strict=True)
        ]

    def exposed(self, year: int) -> float:
        """Possible victims of a year, those that no notifier sees included."""
        at = self.years.index(year)
        forms = self.cells[at].sum(axis=(0, 2, 3))
        return float(forms @ (1 + self.captures[at].unseen))

    def places(self, at_once: int) -> Iterator[Places]:
        """Every place, in an order that mixes years, groups and forms, in pieces."""
        rounds = int(self._sizes.max())
        step = max(1, at_once // len(self.years))
        for first in range(0, rounds, step):
            yield self.places_in(first, min(first + step, rounds))

    def places_in(self, first: int, after: int) -> Places:
        """One place of each year for each round in [first, after); short years end sooner."""
        rounds = np.repeat(np.arange(first, after), len(self.years))
        years = np.tile(np.arange(len(self.years)), after - first)
        there = rounds < self._sizes[years]
        return self.at(years[there], self._mixed_rank(years[there], rounds[there]))

    def _mixed_rank(self, years: Whole, rounds: Whole) -> Whole:
        """A rank for each round, each rank once: steps without a factor in common with the size."""
        steps = np.array([_stride(size) for size in self._sizes.tolist()])[years]
        sizes = self._sizes[years]
        ranks: Whole = (rounds * steps + sizes * years // len(self.years)) % sizes
        return ranks

    def at(self, years: Whole, ranks: Whole) -> Places:
        """The persons at ranks of years."""
        cell, within = self._cell(years, ranks)
        place = self.starts[years] + ranks
        person, first_year = self._persons(years, place, cell, within)
        group, form, sex, age = np.unravel_index(cell, self.cells[0].shape)
        return Places(
            place, person, years, first_year, group, form, sex, age,
            self.day_of(place, years), self.day_of(person, first_year),
        )  # fmt: skip

    def numbered(self, places: Whole) -> Places:
        """The persons at places of the nation."""
        years = np.searchsorted(self.starts, places, side="right") - 1
        return self.at(years, places - self.starts[years])

    def _cell(self, years: Whole, ranks: Whole) -> tuple[Whole, Whole]:
        """The cell of each rank, and the place within it. Cells are ranges of ranks."""
        cell, within = np.empty_like(ranks), np.empty_like(ranks)
        for at, starts in enumerate(self._cell_starts):
            of = years == at
            cell[of] = np.searchsorted(starts, ranks[of], side="right") - 1
            within[of] = ranks[of] - starts[cell[of]]
        return cell, within

    def _persons(
        self, years: Whole, place: Whole, cell: Whole, within: Whole
    ) -> tuple[Whole, Whole]:
        """Who stands at a place: a newcomer, or the same cell's person of the year before."""
        before = np.maximum(years - 1, 0)
        counts = np.array([each.ravel() for each in self.cells])
        starts = np.array(self._cell_starts)
        earlier = self.starts[before] + starts[before, cell] + within
        back = (
            self._returns(place)
            & (years > 0)
            & (within < counts[before, cell])
            & ~self._returns(earlier)
        )
        age = np.unravel_index(cell, self.cells[0].shape)[3]
        waited = (self.day_of(place, years) - self.day_of(earlier, before)) / _YEAR
        oldest = np.array([bounds[1] for bounds in AGE_BOUNDS])[age]
        back &= self.ages(earlier, age) + waited < oldest
        return np.where(back, earlier, place), np.where(back, before, years)

    def _returns(self, place: Whole) -> Flags:
        return self.chance.shares("returns", place) < COMES_BACK

    def day_of(self, place: Whole, years: Whole) -> Whole:
        """The day of the first registration, early enough for the others to follow that year."""
        days = np.minimum(DAYS, self.last_days - self.first_days + 1)
        later = self.chance.below("day", place, DAYS) * days[years] // DAYS
        day: Whole = self.first_days[years] + later
        return day

    def ages(self, person: Whole, age: Whole) -> Shares:
        """Years of age on the day of the first registration; the young are most."""
        low, high = np.array(AGE_BOUNDS).T
        ages: Shares = low[age] + (high - low)[age] * self.chance.shares("age", person) ** 1.4
        return ages


def _numbered(days: list[date]) -> Whole:
    """Days since 1970."""
    found: Whole = np.array(days, _DAY).astype(np.int64)
    return found


def _stride(size: int) -> int:
    """A step near the golden section of `size` that has no factor in common with it."""
    step = max(1, round(size * 0.6180339887))
    while np.gcd(step, size) != 1:
        step += 1
    return step

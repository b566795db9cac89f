"""Who registers whom, when and how often: one row for each registration of a possible victim.

A person is registered by the notifiers of the pattern (`captures`); CoMensha hears of those
from the notifiers that report to it. A partner may register again later in the year, and may
put in the same registration twice.
"""

from dataclasses import dataclass, fields
from typing import Self

import numpy as np

from samen.core.simulation.chance import Bits, Flags, Shares, Whole, mixed
from samen.core.simulation.error_model import ErrorModel
from samen.core.simulation.nation import Nation, Places
from samen.core.simulation.world import NOTIFIERS, PARTNERS

COPIES = 3
FIRST, AGAIN, TWICE = range(COPIES)


@dataclass(frozen=True, eq=False, slots=True)
class Registered:
    """at: place in `Places` of each registration. partner: place in `PARTNERS`.

    number: of the registration in the nation. content: the number whose content it has, its
    own unless it was put in twice. day: of registration, in days since 1970.
    """

    at: Whole
    partner: Whole
    number: Whole
    content: Whole
    day: Whole

    def take(self, at: Whole) -> Self:
        """The registrations at some places."""
        return type(self)(*(getattr(self, each.name)[at] for each in fields(self)))


def registered(nation: Nation, model: ErrorModel, places: Places) -> Registered:
    """The registrations of the persons at some places, each person's together."""
    seen = _seen(nation, places)
    there = np.zeros((len(places.place), len(PARTNERS), COPIES), dtype=bool)
    numbers = places.place[:, None] * len(PARTNERS) + np.arange(len(PARTNERS))
    there[:, :, FIRST] = seen
    again = np.array([float(row["registers_again"]) for row in nation.world.tables["partners"]])
    there[:, :, AGAIN] = seen & (_shares(nation, "again", numbers) < again)
    twice = model.rate("twice").T[places.group]
    there[:, :, TWICE] = seen & (_shares(nation, "twice", numbers) < twice)
    at, partner, copy = (found.astype(np.int64) for found in np.nonzero(there))
    first = numbers[at, partner] * COPIES
    content = first + np.where(copy == TWICE, FIRST, copy)
    day = _days(nation, places, seen, at, partner, content)
    return Registered(at, partner, first + copy, content, day)


def record_ids(nation: Nation, number: Whole) -> Bits:
    """A number for each registration that tells nothing of the person, and never one twice.

    A nation of another size has other persons under its places, and so has other numbers.
    """
    with np.errstate(over="ignore"):
        key = nation.chance.bits("ids", np.array([nation.persons]))
        return mixed(number.astype(np.uint64) + key)


def _shares(nation: Nation, about: str, numbers: Whole) -> Shares:
    return nation.chance.shares(about, numbers.ravel()).reshape(numbers.shape)


def _seen(nation: Nation, places: Places) -> Flags:
    """Whether each partner registers each person, shape (places, partners)."""
    pattern = np.zeros_like(places.place)
    drawn = nation.chance.shares("pattern", places.place)
    for year, captures in enumerate(nation.captures):
        of = places.year == year
        pattern[of] = captures.patterns(places.form[of], drawn[of])
    notifier = (pattern[:, None] >> np.arange(len(NOTIFIERS)) & 1).astype(bool)
    numbers = places.place[:, None] * len(NOTIFIERS) + np.arange(len(NOTIFIERS))
    rates = [float(row["notifies"]) for row in nation.world.tables["partners"]][: len(NOTIFIERS)]
    told = notifier & (_shares(nation, "notifies", numbers) < np.array(rates))
    return np.column_stack([notifier, told.any(axis=1)])


def _days(
    nation: Nation, places: Places, seen: Flags, at: Whole, partner: Whole, content: Whole
) -> Whole:
    """The first partner registers on the day of the place, the others later in that year."""
    later = np.array([float(row["days_later"]) for row in nation.world.tables["partners"]])
    is_first = (partner == np.argmax(seen, axis=1)[at]) & (content % COPIES == FIRST)
    delay = 1 + nation.chance.shares("delay", content) * later[partner]
    delay = np.where(content % COPIES == AGAIN, delay + 20, delay).astype(np.int64)
    day = places.day[at] + np.where(is_first, 0, delay)
    return np.minimum(day, nation.last_days[places.year[at]])

"""Other tables that give the same sheet: what an outsider cannot tell from the real one.

An outsider has everything that the sheet says and every method behind it. He can still not narrow a
small number down to its value when another table, with one person more there, gives the very same
sheet, and so does one with one person less. Such twins are sought by whole-number programs (keep
what is shown, change what rests on it least) and proven by making their sheet.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations, product

import numpy as np
import scipy
from numpy.typing import NDArray

from samen.core.estimation.report.language import FEWEST
from samen.core.estimation.report.overlaps import Shown, overlaps_of
from samen.core.estimation.table import CaptureTable, Counts, from_counts

FEW_LISTS, MOST_MOVED = 5, 4
SECONDS, GAP = 2.0, 0.2
WEIGHTS = (1.0, 1.0)
PLACES = 1.0
MOVED = 0.3
SPREAD, WIDER = 0.5, 0.2

type Weights = NDArray[np.float64]
type Row = tuple[Weights, float, float]


@dataclass(frozen=True, eq=False)
class Wish:
    """A table with more persons (way 1) or fewer (way -1) at a small number is wished for.

    at: shape (2**L - 1,), 1 for each history that the number counts.
    """

    at: Weights
    way: int

    def met_by(self, moved: Counts) -> bool:
        return self.way * float(self.at @ moved) >= 1


def wishes(counts: Counts, shown: Shown) -> list[Wish]:
    """For every small number: of a history, and of every two lists those on both, on one alone and
    on neither.

    counts: persons by history, shape (2**L,). Nobody with a history, or on one list alone, is known
    to nobody's harm; nobody on both of two lists is left out of the sheet, so one has to be
    possible too. Of 4 there the sheet itself says that it is no 5.
    """
    n_lists = counts.size.bit_length() - 1
    histories = np.arange(1, counts.size)
    both, others = [], [histories == each for each in histories]
    for one, other in combinations(range(n_lists), 2):
        on, off = histories >> one & 1 > 0, histories >> other & 1 > 0
        both.append(on & off)
        others += [on & ~off, off & ~on, ~on & ~off]
    found: dict[tuple[bytes, int], Wish] = {}
    said = {at.tobytes() for at in both if shown is not Shown.NOTHING}
    for at in [*both, *others]:
        persons, is_said = int(counts[1:][at].sum()), at.tobytes() in said
        ways = []
        if (0 if is_said else 1) <= persons < FEWEST - is_said:
            ways.append(1)
        if 0 < persons < FEWEST:
            ways.append(-1)
        found |= {(at.tobytes(), way): Wish(at.astype(np.float64), way) for way in ways}
    return list(found.values())


def holds_small(table: CaptureTable, names: Sequence[str]) -> bool:
    """Whether there is a small number in the table, or among the persons of one value of the named
    covariates or of one value of each of two; what is not known of persons may hide one.
    """
    found = bool(names) and table.has_missing
    found = found or bool(wishes(table.by_history(), overlaps_of(table).shown))
    values = [[(each.name, level) for level in each.levels]
              for each in table.covariates if each.name in names]  # fmt: skip
    alone = [(value,) for each in values for value in each]
    for chosen in [*alone, *(pair for two in combinations(values, 2) for pair in product(*two))]:
        part = reduce(lambda part, value: part.only(*value), chosen, table)
        found = found or bool(wishes(part.by_history(), Shown.NOTHING))
    return found


type Find = Callable[[list[Wish], int], Counts | None]


def moves(counts: Counts, shown: Shown, chance: np.random.Generator) -> Find:
    """What finds a change of a table that meets wishes and keeps all that is shown; None where
    there is none. What else changes costs by random weights, further apart with each try, so
    another call gives another change.
    """
    n_lists = counts.size.bit_length() - 1
    histories = np.arange(1, counts.size)
    on = (histories[:, None] >> np.arange(n_lists) & 1).astype(np.float64)
    cells = (counts[1:] > 0) | (on.sum(axis=1) <= 2)
    if n_lists <= FEW_LISTS:
        cells[:] = True
    on, held = on[cells], counts[1:][cells]
    kept, rests = _sums(on, held, shown)
    place = np.flatnonzero(cells)

    def find(wished: list[Wish], tried: int) -> Counts | None:
        rows = [*kept, *((wish.way * wish.at[cells], 1.0, np.inf) for wish in wished)]
        costs = np.concatenate([np.full(2 * len(held), MOVED), [cost for _, cost in rests]])
        costs *= np.exp(chance.normal(0, SPREAD + WIDER * tried, costs.size))
        moved = _least(rows, [at for at, _ in rests], costs, held)
        if moved is None:
            return None
        whole = np.zeros(counts.size - 1, dtype=np.int64)
        whole[place] = moved
        return whole

    return find


def _sums(on: Weights, held: Counts, shown: Shown) -> tuple[list[Row], list[tuple[Weights, float]]]:
    """Sums that must stay within limits, and sums that should stay, with what a change costs."""
    kept: list[Row] = [(np.ones(len(on)), 0.0, 0.0)]
    sizes = on.sum(axis=1)
    rests = [((sizes == k).astype(np.float64), PLACES) for k in (1, 2)]
    for order, cost in enumerate(WEIGHTS, 1):
        for lists in combinations(range(on.shape[1]), order):
            at = on[:, list(lists)].prod(axis=1)
            persons = float(at @ held)
            if order == 1 and shown is Shown.SIZES:
                kept.append((at, 0.0, 0.0))
            elif order == 2 and shown is not Shown.NOTHING:
                free = (0.0, 0.0) if persons >= FEWEST else (-persons, FEWEST - 1 - persons)
                kept.append((at, *free))
                rests.append((at, cost))
            else:
                rests.append((at, cost))
    return kept, rests


def _least(rows: list[Row], rests: list[Weights], costs: Weights, held: Counts) -> Counts | None:
    """The change within the limits of the rows that costs least: persons that come and that go."""
    n, m = held.size, len(rests)
    fixed = np.array([at for at, _, _ in rows])
    soft = np.array(rests)
    slack = np.eye(m)
    matrix = np.vstack([
        np.hstack([fixed, -fixed, np.zeros((len(rows), m))]),
        np.hstack([soft, -soft, -slack]),
        np.hstack([-soft, soft, -slack]),
    ])  # fmt: skip
    low = np.concatenate([[each[1] for each in rows], np.full(2 * m, -np.inf)])
    high = np.concatenate([[each[2] for each in rows], np.zeros(2 * m)])
    most = np.concatenate(
        [np.full(n, MOST_MOVED), np.minimum(held, MOST_MOVED), np.full(m, np.inf)]
    )
    found = scipy.optimize.milp(
        costs,
        constraints=scipy.optimize.LinearConstraint(scipy.sparse.csr_matrix(matrix), low, high),
        integrality=np.concatenate([np.ones(2 * n), np.zeros(m)]),
        bounds=scipy.optimize.Bounds(0, most),
        options={"time_limit": SECONDS, "mip_rel_gap": GAP},
    )
    if found.x is None:
        return None
    whole: Counts = np.rint(found.x[: 2 * n]).astype(np.int64)
    return whole[:n] - whole[n:]


def moved_table(table: CaptureTable, moved: Counts) -> CaptureTable:
    """The table, pooled, with as many persons more or fewer by history."""
    counts = table.by_history()
    counts[1:] += moved
    return from_counts(table.lists, {at: int(n) for at, n in enumerate(counts) if n})

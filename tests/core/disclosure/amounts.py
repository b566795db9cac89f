"""Tables of amounts: invented contributions, and the table that they add up to."""

from itertools import product

import numpy as np

from samen.core.disclosure.contributions import Rows, with_contributions
from samen.core.disclosure.hierarchy import Hierarchy, flat
from samen.core.disclosure.system import System, Table, system_of

ROWS = ("r0", "r1", "r2")
COLUMNS = ("c0", "c1", "c2")


def table_of(rows: Rows, codes: dict[str, tuple[str, ...]]) -> System:
    """The system of the table over `codes`, with a total T, and who gave what to it."""
    hierarchies = [flat(name, [*each, "T"], "T") for name, each in codes.items()]
    return with_contributions(
        system_of([added_up(rows, codes)], hierarchies), rows, list[Hierarchy](hierarchies)
    )


def added_up(rows: Rows, codes: dict[str, tuple[str, ...]]) -> Table:
    """Every total of the contributions."""
    cells = dict.fromkeys(product(*([*each, "T"] for each in codes.values())), 0)
    for given, value in zip(rows.codes, rows.values, strict=True):
        for cell in product(*((code, "T") for code in given)):
            cells[cell] += value
    return Table(tuple(codes), cells)


def invented_rows(
    seed: int, contributors: int = 12, size: int = 40, height: int = 3, most: int = 60
) -> Rows:
    """Contributions of a few large and many small ones, to a table of `height` by three."""
    chance = np.random.default_rng(seed)
    codes = [
        (f"r{row}", f"c{column}")
        for row, column in chance.integers(0, (height, 3), size=(size, 2)).tolist()
    ]
    who = chance.integers(0, contributors, size).tolist()
    values = [max(1, round(most * float(share))) for share in chance.power(0.3, size)]
    sources = chance.integers(0, 3, size).tolist()
    return Rows(
        ("row", "column"),
        codes,
        [f"g{each}" for each in who],
        values,
        [(f"s{each}",) for each in sources],
    )


def codes_of_rows(height: int = 3) -> dict[str, tuple[str, ...]]:
    """The codes of `invented_rows`."""
    return {"row": tuple(f"r{at}" for at in range(height)), "column": COLUMNS}

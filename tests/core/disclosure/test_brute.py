"""What is called safe, against every table that fits what is published."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from samen.core.disclosure.contributions import Rows
from samen.core.disclosure.policy import Attacker, Policy
from samen.core.disclosure.protect import Status, audited, with_suppression
from samen.core.disclosure.system import Ints
from tests.core.disclosure.amounts import codes_of_rows, table_of
from tests.core.disclosure.brute import fitting, hidden_of, margins

COUNTS = st.lists(st.integers(0, 9), min_size=6, max_size=6)
GIVEN = st.lists(
    st.tuples(st.integers(0, 1), st.integers(0, 2), st.integers(0, 4), st.integers(1, 6)),
    min_size=5,
    max_size=14,
)
"""Row, column, contributor, amount."""


def persons(counts: list[int]) -> Rows:
    codes = [(f"r{at // 3}", f"c{at % 3}") for at, n in enumerate(counts) for _ in range(n)]
    names = [str(number) for number in range(len(codes))]
    return Rows(("row", "column"), codes, names, [1] * len(codes), [()] * len(codes))


def amounts(rows: list[tuple[int, int, int, int]]) -> tuple[Rows, Ints]:
    """The contributions, and their sums of shape (contributors, rows, columns)."""
    shares = np.zeros((5, 2, 3), dtype=np.int64)
    for row, column, who, value in rows:
        shares[who, row, column] += value
    codes = [(f"r{row}", f"c{column}") for row, column, _, _ in rows]
    names, values = [f"g{each[2]}" for each in rows], [each[3] for each in rows]
    return Rows(("row", "column"), codes, names, values, [()] * len(rows)), shares


@settings(max_examples=40, deadline=None)
@given(COUNTS, st.booleans())
def test_counts_called_safe_leave_every_unsafe_cell_open(counts: list[int], knows: bool) -> None:
    """Also for who knows that hidden unsafe cells hold 1 to the threshold less 1."""
    attackers = (Attacker.RULE,) if knows else (Attacker.OUTSIDER,)
    policy = Policy(threshold=4, attackers=attackers)
    found = with_suppression(table_of(persons(counts), codes_of_rows(2)), policy)
    inner = np.array(counts).reshape(2, 3)
    tables = fitting(inner, hidden_of(found, (2, 3)), np.zeros_like(inner), spare=4)
    if found.status is not Status.SAFE or tables is None:
        return
    full, truth = margins(tables), margins(inner)
    small = (truth > 0) & (truth < 4)
    if knows:
        full = full[((full > 0) & (full < 4) | ~small).all(axis=(1, 2))]
    for at, to in np.argwhere(small):
        needs = {truth[at, to] - 1, truth[at, to] + 1} - ({0, 4} if knows else set())
        assert needs <= set(full[:, at, to].tolist())


@settings(max_examples=25, deadline=None)
@given(GIVEN, st.integers(5, 40))
def test_nobody_comes_within_p_percent_of_the_largest(
    rows: list[tuple[int, int, int, int]], p: int
) -> None:
    """Each contributor takes his own from the most that a cell can hold: what is left is his best
    upper estimate of the largest other."""
    given_rows, shares = amounts(rows)
    policy = Policy(threshold=1, p=p, attackers=(Attacker.OUTSIDER, Attacker.CONTRIBUTOR))
    found = with_suppression(table_of(given_rows, codes_of_rows(2)), policy)
    inner, hidden = shares.sum(0), hidden_of(found, (2, 3))
    for at, own in enumerate(shares):
        alone = np.pad(own == inner, ((0, 1), (0, 1))) & (margins(inner) > 0)
        tables = fitting(inner, hidden & ~alone, own, spare=8)
        if found.status is not Status.SAFE or tables is None:
            return
        rest = margins(tables).max(axis=0) - margins(own)
        for largest in margins(np.delete(shares, at, axis=0)):
            assert not ((largest > 0) & (100 * rest < (100 + p) * largest)).any()


@settings(max_examples=40, deadline=None)
@given(COUNTS, st.sets(st.integers(0, 11), max_size=8))
def test_the_audit_finds_what_trying_every_table_finds(counts: list[int], chosen: set[int]) -> None:
    policy = Policy(threshold=4)
    system = table_of(persons(counts), codes_of_rows(2))
    inner = np.array(counts).reshape(2, 3)
    truth = margins(inner)
    hidden = np.isin(np.arange(12), sorted(chosen)).reshape(3, 4) & (truth > 0)
    places = [
        (int(dict(cell).get("row", "r2")[1:]), int(dict(cell).get("column", "c3")[1:]))
        for cell in system.cells
    ]
    found = audited(system, policy, np.array([hidden[place] for place in places]))
    tables = fitting(inner, hidden, np.zeros_like(inner), spare=4)
    if tables is None:
        return
    full = margins(tables)
    is_safe = all(
        {truth[at, to] - 1, truth[at, to] + 1} <= set(full[:, at, to].tolist())
        for at, to in np.argwhere((truth > 0) & (truth < 4))
    )
    assert (found.status is Status.SAFE) is is_safe


def test_enough_of_these_are_safe_and_small() -> None:
    """The tests above mean nothing when all are refused or too many to try."""
    tried = 0
    for seed in range(20):
        inner = np.random.default_rng(seed).integers(0, 10, (2, 3))
        rows = persons(inner.ravel().tolist())
        found = with_suppression(table_of(rows, codes_of_rows(2)), Policy(threshold=4))
        hidden = hidden_of(found, (2, 3))
        is_tried = fitting(inner, hidden, np.zeros_like(inner), spare=4) is not None
        tried += found.status is Status.SAFE and is_tried
    assert tried >= 10

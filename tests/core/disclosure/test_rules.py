"""What is unsafe by each rule, and what each attacker knows; by hand and by brute force."""

from collections import Counter
from collections.abc import Callable
from itertools import count

import numpy as np
import pytest

from samen.core.disclosure.contributions import (
    Rows,
    read_contributions,
    with_contributions,
)
from samen.core.disclosure.hierarchy import flat
from samen.core.disclosure.policy import Attacker, Policy, Zeros
from samen.core.disclosure.program import Limit
from samen.core.disclosure.protect import Status, audited, with_suppression
from samen.core.disclosure.system import Cell, System, Table, system_of
from samen.core.disclosure.views import views
from samen.core.errors import BadInput, TooBig
from tests.core.disclosure.amounts import codes_of_rows, invented_rows, table_of
from tests.core.disclosure.oracle import protects_amounts

ONE: dict[str, tuple[str, ...]] = {"row": ("a", "b")}


def given(*amounts: tuple[str, str, int, str]) -> System:
    """A table of one dimension from (code, contributor, value, source)."""
    codes, who, values, sources = zip(*amounts, strict=True)
    rows = Rows(("row",), [(code,) for code in codes], who, values, [(each,) for each in sources])
    return table_of(rows, ONE)


def counted(**counts: int) -> System:
    """A table of one dimension with its total."""
    cells: dict[tuple[str, ...], int] = {(code,): n for code, n in counts.items()}
    cells["T",] = sum(counts.values())
    return system_of([Table(("d",), cells)], [flat("d", [*counts, "T"], "T")])


def unsafe(system: System, policy: Policy) -> set[Cell]:
    return {system.cells[at] for at in np.flatnonzero(policy.unsafe(system))}


A: Cell = (("row", "a"),)
OTHERS = [("b", f"g{at}", 30, "s1") for at in range(8)]


@pytest.mark.parametrize(
    ("rest", "p", "is_unsafe"), [((9,), 10, True), ((10,), 10, False), ((9,), 9, False)]
)
def test_the_largest_may_not_be_known_to_within_p_percent(
    rest: tuple[int, ...], p: int, is_unsafe: bool
) -> None:
    amounts = [("a", "x", 100, "s1"), ("a", "y", 50, "s1"),
               *(("a", f"z{at}", n, "s1") for at, n in enumerate(rest))]  # fmt: skip
    system, policy = given(*amounts, *OTHERS), Policy(threshold=1, p=p)
    assert (A in unsafe(system, policy)) is is_unsafe
    if is_unsafe:
        level = policy.needs(system).above[system.cells.index(A)]
        # The second takes his own 50 from the most that is possible: that is p% too much.
        assert 159 + level - 50 >= 100 * (100 + p) / 100 > 159 + level - 1 - 50


def test_two_who_work_together_know_more_of_the_largest() -> None:
    amounts = [("a", "x", 100, "s"), ("a", "y", 50, "s"), ("a", "z", 15, "s"), ("a", "w", 5, "s")]
    system = given(*amounts, *OTHERS)
    assert A not in unsafe(system, Policy(threshold=1, p=20))
    assert A in unsafe(system, Policy(threshold=1, p=20, coalition=2))


@pytest.mark.parametrize(("k", "is_unsafe"), [(85, False), (84, True)])
def test_a_few_may_not_give_nearly_all(k: int, is_unsafe: bool) -> None:
    amounts = [("a", "x", 60, "s"), ("a", "y", 25, "s"), ("a", "z", 15, "s")]
    system, policy = given(*amounts, *OTHERS), Policy(threshold=1, dominance=(2, k))
    assert (A in unsafe(system, policy)) is is_unsafe
    if is_unsafe:
        level = policy.needs(system).above[system.cells.index(A)]
        assert k * (100 + level) >= 100 * 85


def test_one_organisation_may_not_give_nearly_all_nor_leave_a_few() -> None:
    amounts = [("a", f"p{at}", 1, "big") for at in range(17)]
    amounts += [("a", f"q{at}", 1, "small") for at in range(3)]
    amounts += [("b", f"r{at}", 1, "big" if at % 2 else "small") for at in range(40)]
    system = given(*amounts)
    assert unsafe(system, Policy()) == set()
    assert unsafe(system, Policy(source=80)) == {A}
    assert unsafe(system, Policy(source=90)) == {A}  # the others are three persons


def test_the_threshold_counts_contributors_not_what_they_gave() -> None:
    system = given(("a", "x", 100, "s"), ("a", "y", 100, "s"), ("a", "x", 5, "s"), *OTHERS)
    assert unsafe(system, Policy(threshold=3)) == {A}
    assert unsafe(system, Policy(threshold=2)) == set()


def test_a_group_that_has_one_code_is_unsafe_where_zeros_can_be_hidden() -> None:
    cells: dict[tuple[str, ...], int] = {
        ("x", "m"): 20, ("x", "v"): 0, ("x", "T"): 20, ("y", "m"): 11, ("y", "v"): 12,
        ("y", "T"): 23, ("T", "m"): 31, ("T", "v"): 12, ("T", "T"): 43}  # fmt: skip
    hierarchies = [flat("d", ["x", "y", "T"], "T"), flat("sex", ["m", "v", "T"], "T")]
    system = system_of([Table(("d", "sex"), cells)], hierarchies)
    policy = Policy(zeros=Zeros.UNKNOWN, groups=("sex",))
    assert unsafe(system, policy) == {(("d", "x"), ("sex", "m"))}
    found = with_suppression(system, policy)
    assert found.status is Status.SAFE
    assert found.secondary[system.cells.index((("d", "x"), ("sex", "v")))]
    (one,) = found.intervals
    assert one.low < 20
    with pytest.raises(BadInput, match="zeros are known"):
        Policy(groups=("sex",))


def test_nobody_can_be_hidden_or_be_what_is_hidden() -> None:
    system = counted(a=3, b=0, c=9, e=8)
    known, hides = with_suppression(system, Policy()), Policy(zeros=Zeros.UNKNOWN)
    unknown = with_suppression(system, hides)
    assert known.objective == 8
    # A cell of nobody beside it costs nobody, but three below it cannot lie: it is 0 at least.
    assert unknown.status is Status.SAFE
    assert unknown.objective <= known.objective
    unsafe_zero = with_suppression(system, Policy(zeros=Zeros.UNSAFE))
    assert unsafe_zero.primary[system.cells.index((("d", "b"),))]
    assert unsafe_zero.status is Status.SAFE


AMOUNTS = Policy(threshold=2, p=15, dominance=(2, 90), attackers=tuple(Attacker))


@pytest.mark.parametrize("seed", range(12))
def test_amounts_called_safe_withstand_every_contributor_and_organisation(seed: int) -> None:
    system = table_of(invented_rows(seed, contributors=8), codes_of_rows())
    found = with_suppression(system, AMOUNTS)
    assert found.primary.any()
    if found.status is Status.SAFE:
        assert protects_amounts(found, AMOUNTS)


def test_most_tables_of_amounts_can_be_protected() -> None:
    """The test above means nothing when all are refused."""
    systems = (table_of(invented_rows(s, contributors=8), codes_of_rows()) for s in range(12))
    said = Counter(with_suppression(each, AMOUNTS).status for each in systems)
    assert said[Status.SAFE] >= 6
    assert not said[Status.UNSAFE]


@pytest.mark.parametrize("seed", range(6))
def test_the_audit_of_amounts_agrees_with_programs_of_another_library(seed: int) -> None:
    system = table_of(invented_rows(seed, contributors=8), codes_of_rows())
    chance = np.random.default_rng(seed)
    primary = AMOUNTS.unsafe(system)
    hidden = (primary | (chance.random(len(primary)) < 0.4)) & (system.counts > 0)
    found = audited(system, AMOUNTS, hidden)
    assert (found.status is Status.SAFE) is protects_amounts(found, AMOUNTS)


def test_who_fill_two_cells_together_know_both() -> None:
    policy = Policy(attackers=(Attacker.CONTRIBUTOR,), coalition=2)
    system = counted(a=1, b=1, c=2, e=9)
    seen = list(views(system, policy.unsafe(system), policy))
    known = {tuple(np.flatnonzero(each.low == each.high)) for each in seen}
    a, b, c = (system.cells.index((("d", code),)) for code in "abc")
    assert known == {(a,), (b,), (c,), (a, b)}


def test_who_is_alone_is_known_by_his_number_in_all_cells() -> None:
    """One person in two unsafe cells is one attacker, who knows both."""
    rows = Rows(("row", "column"), [("r0", "c0"), *[("r1", "c1")] * 9, *[("r1", "c2")] * 9],
                [str(at) for at in range(19)], [1] * 19, [()] * 19)  # fmt: skip
    system = table_of(rows, codes_of_rows(2))
    policy = Policy(attackers=(Attacker.CONTRIBUTOR,))
    (view,) = views(system, policy.unsafe(system), policy)
    assert not view.targets.any()


def test_an_organisation_knows_the_rest_of_a_cell_that_it_shares() -> None:
    amounts = [("a", f"p{at}", 1, "big") for at in range(3)] + [("a", "q", 1, "small")]
    amounts += [("b", f"r{at}", 1, "small") for at in range(5)]
    system = given(*amounts)
    policy = Policy(attackers=(Attacker.REPORTER,))
    big, small = views(system, policy.unsafe(system), policy)
    place = system.cells.index(A)
    assert (big.low[place], small.low[place]) == (3, 1)
    assert big.needs_low[place] == 3


def test_an_attacker_of_whom_nothing_is_known_is_refused() -> None:
    with pytest.raises(BadInput, match="who gave what"):
        with_suppression(counted(a=3, b=9), Policy(attackers=(Attacker.REPORTER,)))
    with pytest.raises(BadInput, match="who gave what"):
        with_suppression(counted(a=3, b=9), Policy(p=10))
    rows = Rows(("row",), [("a",), ("b",)], ["x", "y"], [3, 9], [(), ()])
    with pytest.raises(BadInput, match="which organisation"):
        with_suppression(table_of(rows, ONE), Policy(source=80))


def test_more_coalitions_than_can_be_attacked_are_refused() -> None:
    rows = invented_rows(1, contributors=60, size=300)
    policy = Policy(attackers=(Attacker.CONTRIBUTOR,), coalition=3)
    with pytest.raises(TooBig, match="coalitions"):
        with_suppression(table_of(rows, codes_of_rows()), policy)


@pytest.mark.parametrize(
    ("policy", "message"),
    [
        (lambda: Policy(p=101), "means nothing"),
        (lambda: Policy(source=-1), "means nothing"),
        (lambda: Policy(dominance=(2, 0)), "means nothing"),
        (lambda: Policy(coalition=0), "has 0 contributors"),
    ],
)
def test_a_rule_that_means_nothing_is_told(policy: Callable[[], Policy], message: str) -> None:
    with pytest.raises(BadInput, match=message):
        policy()


ROWS = "row,contributor,value,source\na,x,10,s;t\nb,y,3,s\n"


def test_contributions_are_read_with_all_who_reported_them() -> None:
    rows = read_contributions(ROWS.splitlines(keepends=True))
    assert rows.sources == [("s", "t"), ("s",)]
    system = table_of(rows, ONE)
    assert system.contributions is not None
    total = system.cells.index(())
    assert system.contributions.by_source.toarray()[:, total].tolist() == [13, 10]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("10", "-10"), "has the value “-10”"),
        (("10", "NaN"), "has the value “NaN”"),
        (("a,x", "z,x"), "have “z” in column row"),
        (("a,x", "T,x"), "have “T” in column row"),
        (("row", "place"), "have no column row"),
        (("10", "11"), "are 14 together, and its count 13"),
        (("s\n", "\n"), "has no source"),
        (("value", "source"), "same name"),
    ],
)
def test_contributions_that_are_wrong_are_told(change: tuple[str, str], message: str) -> None:
    right = table_of(read_contributions(ROWS.splitlines(keepends=True)), ONE)
    counts: dict[tuple[str, ...], int] = {
        tuple(code for _, code in cell) or ("T",): int(n)
        for cell, n in zip(right.cells, right.counts, strict=True)
    }
    hierarchies = [flat("row", ["a", "b", "T"], "T")]
    table, given_rows = Table(("row",), counts), ROWS.replace(*change).splitlines(keepends=True)

    def read() -> System:
        rows = read_contributions(given_rows)
        return with_contributions(system_of([table], hierarchies), rows, hierarchies)

    with pytest.raises(BadInput, match=message):
        read()


def test_a_search_among_amounts_ends_where_a_solver_tells_no_difference() -> None:
    """Nearly all of a large amount is not all of it: 0.9999999 of a cell hides less."""
    system = table_of(invented_rows(28, contributors=8), codes_of_rows())
    ticks = count()
    found = with_suppression(system, AMOUNTS, Limit(5000.0, lambda: float(next(ticks))))
    assert found.status is Status.SAFE
    assert found.gap is not None
    assert found.gap < 0.01
    assert next(ticks) < 4000

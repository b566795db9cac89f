"""Laws of every procedure, the choice of a model included, on random tables, sparse ones too."""

from dataclasses import dataclass
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samen.core.estimation.covariates import fit_covariates
from samen.core.estimation.existence import Status
from samen.core.estimation.fit import fit
from samen.core.estimation.formula import parse_formula
from samen.core.estimation.models import closed
from samen.core.estimation.poisson import Ints
from samen.core.estimation.procedures import Choice, Procedure, Searched, Stepwise, main
from samen.core.estimation.table import CaptureTable, Covariate, from_counts, from_rows

LISTS = "ABCDE"
NAMES = ("main", "stepwise", "bic", "aic", "average")


@dataclass(frozen=True)
class Drawn:
    """A table with an order of its lists."""

    table: CaptureTable
    order: tuple[int, ...]


def of(name: str, n_lists: int) -> Procedure:
    if name == "main":
        return main(n_lists)
    if name == "stepwise":
        return Stepwise()
    return Searched("aic" if name == "aic" else "bic", 3, 10.0 if name == "average" else 0.0)


def captured(counts: list[int], n_lists: int) -> CaptureTable:
    return from_counts(LISTS[:n_lists], dict(enumerate(counts, 1)))


def some_tables(most: int) -> st.SearchStrategy[Drawn]:
    """Of three or four lists; a third of the histories is that of nobody."""
    persons = st.one_of(st.just(0), st.integers(1, 9), st.integers(10, most))
    return st.integers(3, 4).flatmap(
        lambda n: st.builds(
            Drawn,
            st.lists(persons, min_size=2**n - 1, max_size=2**n - 1)
            .filter(any)
            .map(lambda counts: captured(counts, n)),
            st.permutations(range(n)).map(tuple),
        )
    )


def same(one: Choice, other: Choice) -> None:
    assert one.status is other.status
    if one.total is not None and one.total < 1e9:
        assert other.total == pytest.approx(one.total, rel=1e-5)


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=40)
@given(drawn=some_tables(300))
def test_another_order_of_the_lists_gives_the_same_estimate(name: str, drawn: Drawn) -> None:
    n = len(drawn.table.lists)
    counts = drawn.table.by_history()
    histories = np.arange(counts.size)
    other = np.zeros_like(counts)
    other[sum((histories >> old & 1) << new for new, old in enumerate(drawn.order))] = counts
    same(of(name, n).choose(counts), of(name, n).choose(other))


@pytest.mark.parametrize(
    "counts",
    [
        [0, 13, 5, 40, 5, 5, 5, 13],
        [0, 40, 13, 0, 40, 40, 40, 0],
        [0, 40, 21, 21, 21, 1, 1, 21, 40, 21, 40, 21, 1, 1, 1, 1],
    ],
)
@pytest.mark.parametrize("name", ["bic", "aic", "average"])
def test_models_that_are_equally_good_are_told_apart_whatever_the_order_of_the_lists(
    name: str, counts: list[int]
) -> None:
    """Of the best the one with the fewest hidden: the first one found gave 186, 200 or 213."""
    n = len(counts).bit_length() - 1
    histories, totals = np.arange(len(counts)), set()
    for order in permutations(range(n)):
        other = np.zeros(len(counts), dtype=np.int64)
        other[sum((histories >> old & 1) << new for new, old in enumerate(order))] = counts
        totals.add(round(of(name, n).choose(other).total or 0.0, 4))
        run = of(name, n).run(other)
        hidden = run(np.arange(1, len(counts)), other[None, 1:])[0][0]
        totals.add(round(hidden + sum(counts), 4))
    assert len(totals) == 1


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=40)
@given(drawn=some_tables(300))
def test_a_list_with_nobody_on_it_merged_with_another_gives_the_same_estimate(
    name: str, drawn: Drawn
) -> None:
    n = len(drawn.table.lists)
    counts = drawn.table.by_history()
    larger = from_counts(LISTS[: n + 1], dict(enumerate(counts.tolist())))
    merged = larger.merge_lists(LISTS[0], LISTS[n])
    assert list(merged.by_history()) == list(counts)
    same(of(name, n).choose(counts), of(name, n).choose(merged.by_history()))
    if name != "average":
        # Left alone it multiplies the models that are averaged.
        same(of(name, n).choose(counts), of(name, n + 1).choose(larger.by_history()))


@settings(deadline=None)
@given(drawn=some_tables(300), times=st.integers(2, 1000),
       terms=st.lists(st.sampled_from([3, 5, 6, 7]), max_size=2))  # fmt: skip
def test_times_as_many_persons_give_times_as_many_hidden(
    drawn: Drawn, times: int, terms: list[int]
) -> None:
    """Of a model that is given; with more persons a choice may be another."""
    n = len(drawn.table.lists)
    counts: Ints = drawn.table.by_history()
    model = closed(n, [term for term in terms if n > 3 or term < 7])
    once, often = fit(counts, model), fit(counts * times, model)
    assert once.status is often.status
    if once.hidden is not None and once.hidden < 1e9:
        assert often.hidden == pytest.approx(times * once.hidden, rel=1e-5, abs=1e-6)


@settings(deadline=None)
@given(
    drawn=some_tables(60),
    levels=st.lists(st.integers(1, 5), min_size=2, max_size=4),
    formula=st.sampled_from(["A + B + C + sex", "A*B + C + sex", "A*B + B*C + sex"]),
)
def test_a_covariate_that_says_nothing_gives_the_same_estimate(
    drawn: Drawn, levels: list[int], formula: str
) -> None:
    """Its values are spread alike over all histories, so it depends on no list."""
    table = drawn.table if len(drawn.table.lists) == 3 else drawn.table.merge_lists("A", "D")
    sex = Covariate("sex", tuple(map(str, range(len(levels)))))
    histories = np.tile(table.histories, len(levels))
    codes = np.repeat(np.arange(len(levels)), table.histories.size)[:, None]
    persons = np.concatenate([table.counts * level for level in levels])
    split = from_rows(tuple("ABC"), (sex,), histories, codes, persons)
    plain = from_counts("ABC", dict(enumerate((table.by_history() * sum(levels)).tolist())))
    with_it = fit_covariates(split, parse_formula(formula, split))
    without = fit_covariates(plain, parse_formula(formula.removesuffix(" + sex"), plain))
    assert (with_it.status is Status.OK) == (without.status is Status.OK)
    if without.n_hat is not None and without.n_hat < 1e9:
        assert with_it.n_hat == pytest.approx(without.n_hat, rel=1e-5)

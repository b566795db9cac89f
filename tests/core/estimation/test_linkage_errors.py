"""Missed and false links, against closed forms, enumeration and invented worlds."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samen.core.errors import BadInput
from samen.core.estimation.existence import Status
from samen.core.estimation.linkage_errors import apart, joined, linkage_errors
from samen.core.estimation.outcomes import outcome
from samen.core.estimation.poisson import Floats, Ints
from samen.core.estimation.procedures import Procedure, Searched, Stepwise, main
from tests.core.estimation.published import named, table

dense = st.lists(st.floats(100, 1000), min_size=15, max_size=15).map(
    lambda persons: np.array([0.0, *persons])
)


def enumerated(persons: Floats, share: float) -> Floats:
    """Every person, every record that may stay, every way in which the others come loose."""
    seen = np.zeros_like(persons)
    for history in range(1, persons.size):
        lists = [1 << bit for bit in range(4) if history >> bit & 1]
        for stays in lists:
            others = [each for each in lists if each != stays]
            for loose in product([False, True], repeat=len(others)):
                chance = np.prod([share if is_loose else 1 - share for is_loose in loose])
                weight = persons[history] * chance / len(lists)
                together = stays
                for each, is_loose in zip(others, loose, strict=True):
                    if is_loose:
                        seen[each] += weight
                    else:
                        together |= each
                seen[together] += weight
    return seen


def sizes(persons: Floats) -> Floats:
    on: Floats = (np.arange(persons.size)[:, None] >> np.arange(4) & 1).T @ persons
    return on


@given(dense, st.floats(0, 0.9))
@settings(max_examples=30)
def test_coming_apart_is_what_enumeration_gives(persons: Floats, share: float) -> None:
    seen = apart(persons, share)
    assert seen == pytest.approx(enumerated(persons, share))
    assert sizes(seen) == pytest.approx(sizes(persons))


@given(dense, st.floats(0, 0.4))
@settings(max_examples=30)
def test_joining_undoes_coming_apart(persons: Floats, share: float) -> None:
    assert joined(apart(persons, share), share) == pytest.approx(persons, rel=1e-4)


@given(st.lists(st.sampled_from([0.0, 0.0, 1.0, 3.0, 30.0]), min_size=15, max_size=15),
       st.floats(0, 0.5))  # fmt: skip
@settings(max_examples=50)
def test_nobody_is_joined_into_less_than_nobody(counts: list[float], share: float) -> None:
    """A history that nobody has stays empty, and persons do not become more."""
    seen = np.array([0.0, *counts])
    found = joined(seen, share)
    assert (found >= 0).all()
    assert not found[seen == 0].any()
    assert found.sum() <= seen.sum() + 1e-9


@pytest.mark.parametrize("procedure", [Stepwise(), Searched("bic", 2), Searched("bic", 2, 10.0)])
def test_no_errors_change_nothing(procedure: Procedure) -> None:
    counts = table("Western")
    (found,) = linkage_errors(named(counts), procedure, [0.0], [0.0])
    plain = outcome(counts, procedure)
    assert found.outcome.total == pytest.approx(plain.total, rel=1e-9)
    assert found.outcome.n_observed == plain.n_observed
    assert found.outcome.model == plain.model


@given(st.integers(100, 500), st.integers(100, 500), st.integers(20, 200),
       st.floats(0, 0.2), st.floats(0, 0.5))  # fmt: skip
@settings(max_examples=40)
def test_two_lists_have_a_closed_form(
    first: int, second: int, both: int, missed: float, false: float
) -> None:
    """n_1 n_2 / m, with m the true links: those made, less the false, over those not missed."""
    counts = np.array([0, first, second, both])
    (found,) = linkage_errors(named(counts), main(2), [missed], [false])
    links = both * (1 - false) / (1 - missed)
    total = (first + both) * (second + both) / links
    assert found.outcome.total == pytest.approx(total, rel=1e-4)
    assert found.outcome.n_observed == pytest.approx(first + second + 2 * both - links)


def invented(chance: np.random.Generator, n: int) -> Ints:
    """Which of three lists each of n invented persons is on; shape (n, 3)."""
    on: Ints = (chance.random((n, 3)) < [0.3, 0.4, 0.2]).astype(np.int64)
    return on


def counted(histories: Ints) -> Ints:
    counts = np.bincount(histories, minlength=8)
    counts[0] = 0
    return counts


def test_missed_links_of_an_invented_world_are_undone() -> None:
    chance = np.random.default_rng(1)
    n, missed, histories = 200_000, 0.1, []
    for person in invented(chance, n):
        lists = chance.permutation(np.flatnonzero(person))
        loose = chance.random(lists.size) < missed
        loose[:1] = False
        histories += [1 << int(bit) for bit in lists[loose]]
        histories.append(sum(1 << int(bit) for bit in lists[~loose]))
    counts = counted(np.array(histories))
    plain, corrected = linkage_errors(named(counts), main(3), [0.0, missed], [0.0])
    assert plain.outcome.total
    assert plain.outcome.total > 1.05 * n
    assert corrected.outcome.total == pytest.approx(n, rel=0.01)
    assert corrected.outcome.n_observed < counts.sum()


def test_false_links_of_an_invented_world_are_undone() -> None:
    """Persons of one list each are taken for one, until a tenth of all links is wrong."""
    chance = np.random.default_rng(2)
    n, false = 200_000, 0.1
    truth = counted(invented(chance, n) @ np.array([1, 2, 4]))
    links = truth[[3, 5, 6]].sum() + 2 * truth[7]
    wrong = round(links * false / (1 - false))
    counts = truth.copy()
    for pair, times in zip((3, 5, 6), chance.multinomial(wrong, [0.5, 0.2, 0.3]), strict=True):
        counts[pair] += times
        for bit in range(3):
            counts[1 << bit] -= times * (pair >> bit & 1)
    plain, corrected = linkage_errors(named(counts), main(3), [0.0], [0.0, false])
    assert plain.outcome.total
    assert plain.outcome.total < 0.96 * n
    assert corrected.outcome.total == pytest.approx(n, rel=0.02)


def test_more_missed_links_than_there_are_loose_records_is_refused() -> None:
    """Everybody on A is on B too: with one link in five missed many would be on A alone."""
    counts = np.array([0, 0, 300, 200])
    (found,) = linkage_errors(named(counts), main(2), [0.2], [0.0])
    assert found.outcome.status is Status.REFUSED
    assert found.outcome.total is None
    assert "missed links" in str(found.outcome.reason)


@pytest.mark.parametrize("rate", [-0.1, 1.0, float("nan")])
def test_what_is_no_rate_is_refused(rate: float) -> None:
    with pytest.raises(BadInput, match="rate"):
        linkage_errors(named(np.arange(8)), main(3), [rate], [0.0])
    with pytest.raises(BadInput, match="rate"):
        linkage_errors(named(np.arange(8)), main(3), [0.0], [rate])


def test_the_grid_is_complete_and_says_how_far_it_is() -> None:
    said: list[float] = []
    found = linkage_errors(named(np.arange(8)), main(3), [0.0, 0.1], [0.0, 0.2], said.append)
    assert [(each.missed, each.false) for each in found] == [(0, 0), (0, 0.2), (0.1, 0), (0.1, 0.2)]
    assert said == [0.25, 0.5, 0.75, 1.0]

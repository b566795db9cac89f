"""Noise that is drawn exactly, and the ledger of what it costs."""

from collections import Counter
from fractions import Fraction
from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.disclosure.contributions import Rows
from samen.core.disclosure.hierarchy import Hierarchy, flat
from samen.core.disclosure.ledger import Ledger, new_ledger, read_ledger
from samen.core.disclosure.noise import (
    Bits,
    Mechanism,
    Noise,
    gaussian,
    laplace,
    question,
    with_noise,
)
from samen.core.disclosure.policy import Policy
from samen.core.disclosure.protect import Status
from samen.core.disclosure.system import Table, system_of
from samen.core.errors import BadInput, Refused, Unreadable
from tests.core.disclosure.amounts import table_of
from tests.core.disclosure.stored_tables import FORM, PROVINCES, invented

DRAWS = 20_000
LAPLACE = Noise(Mechanism.LAPLACE, Fraction(1, 2))
GAUSSIAN = Noise(Mechanism.GAUSSIAN, Fraction(1, 8))


def distance(drawn: list[int], weights: dict[int, float]) -> float:
    """Chi-square per degree of freedom, over the values that should come 20 times or more."""
    total, found = sum(weights.values()), Counter(drawn)
    expected = {z: DRAWS * each / total for z, each in weights.items()}
    often = {z: n for z, n in expected.items() if n >= 20}
    return sum((found[z] - n) ** 2 / n for z, n in often.items()) / (len(often) - 1)


@pytest.mark.parametrize("scale", [Fraction(1, 2), Fraction(2), Fraction(7, 3)])
def test_laplace_noise_has_its_distribution(scale: Fraction) -> None:
    bits = Bits(b"key", b"words")
    drawn = [laplace(scale, bits) for _ in range(DRAWS)]
    assert distance(drawn, {z: exp(-abs(z) / scale) for z in range(-60, 61)}) < 1.8


@pytest.mark.parametrize("variance", [Fraction(1, 2), Fraction(4), Fraction(19, 2)])
def test_gaussian_noise_has_its_distribution(variance: Fraction) -> None:
    bits = Bits(b"key", b"words")
    drawn = [gaussian(variance, bits) for _ in range(DRAWS)]
    assert distance(drawn, {z: exp(-z * z / (2 * variance)) for z in range(-40, 41)}) < 1.8


@given(st.integers(1, 10**12), st.binary(max_size=8))
def test_random_numbers_stay_below(n: int, words: bytes) -> None:
    bits = Bits(b"k", words)
    assert all(0 <= bits.below(n) < n for _ in range(20))


def test_random_numbers_are_spread() -> None:
    bits = Bits(b"k", b"")
    found = Counter(bits.below(6) for _ in range(6000))
    assert max(abs(found[at] - 1000) for at in range(6)) < 150


def test_totals_add_up_and_the_same_question_has_the_same_answer() -> None:
    system = invented((PROVINCES, FORM), 900, 4)
    found = with_noise(system, Policy(), LAPLACE, b"key")
    assert found.values is not None
    assert found.status is Status.SAFE
    assert not (system.equations @ found.values).any()
    again, other = (with_noise(system, Policy(), LAPLACE, key).values for key in (b"key", b"k"))
    assert (found.values == again).all()
    assert (found.values != other).any()
    lowest = [at for at, cell in enumerate(system.cells) if len(cell) == 2]
    moved = (found.values - system.counts)[lowest]
    assert moved.any()
    assert np.abs(moved).mean() < 6


def test_one_person_more_is_another_question_with_other_noise() -> None:
    tables: list[dict[tuple[str, ...], int]] = [
        {("T",): 50 + more, ("a",): 20 + more, ("b",): 30} for more in (0, 1)
    ]
    one, other = (system_of([Table(("d",), each)], [flat("d", ["a", "b", "T"], "T")])
                  for each in tables)  # fmt: skip
    assert question(one, LAPLACE, b"key") != question(other, LAPLACE, b"key")
    assert question(one, LAPLACE, b"key") != question(one, GAUSSIAN, b"key")
    assert question(one, LAPLACE, b"key") != question(one, LAPLACE, b"other")


def test_noise_is_for_persons_who_are_in_one_lowest_cell() -> None:
    ways = [Hierarchy("d", {"T": ("n", "z")}), Hierarchy("d", {"T": ("coast", "inland")})]
    counts: dict[tuple[str, ...], int] = {("T",): 9, ("n",): 4, ("z",): 5, ("coast",): 4,
                                          ("inland",): 5}  # fmt: skip
    with pytest.raises(BadInput, match="more than one of the lowest"):
        with_noise(system_of([Table(("d",), counts)], ways), Policy(), LAPLACE, b"k")
    amounts = Rows(("row",), [("a",), ("b",)], ["x", "y"], [3, 9], [(), ()])
    with pytest.raises(BadInput, match="these are amounts"):
        with_noise(table_of(amounts, {"row": ("a", "b")}), Policy(), LAPLACE, b"k")


@pytest.mark.parametrize("loss", [Fraction(0), Fraction(-1), Fraction(11)])
def test_a_loss_that_means_nothing_is_told(loss: Fraction) -> None:
    with pytest.raises(BadInput, match="loss of privacy"):
        Noise(Mechanism.LAPLACE, loss)


def spent() -> Ledger:
    return new_ledger(Mechanism.LAPLACE, Fraction(1)).after("one", LAPLACE)


def test_a_budget_is_spent_once_for_each_question() -> None:
    ledger = spent()
    assert ledger.after("one", LAPLACE) == ledger
    assert ledger.spent == Fraction(1, 2)
    full = ledger.after("two", LAPLACE)
    with pytest.raises(Refused, match="of the budget of 1 0 is left"):
        full.after("three", Noise(Mechanism.LAPLACE, Fraction(1, 1000)))
    assert full.after("two", LAPLACE) == full


def test_epsilon_costs_half_its_square_of_a_budget_of_rho() -> None:
    ledger = new_ledger(Mechanism.GAUSSIAN, Fraction(1)).after("one", LAPLACE)
    assert ledger.after("two", GAUSSIAN).spent == Fraction(1, 8) + Fraction(1, 8)
    with pytest.raises(BadInput, match="budget of epsilon"):
        spent().after("two", GAUSSIAN)


def test_a_ledger_is_read_as_it_was_written() -> None:
    ledger = spent().after("two", Noise(Mechanism.LAPLACE, Fraction(1, 3)))
    assert read_ledger("\n".join(ledger.lines) + "\n") == ledger


@pytest.mark.parametrize("change", ["loss", "first", "middle", "budget", "noise"])
def test_a_ledger_that_was_changed_is_refused(change: str) -> None:
    lines = [*spent().after("two", LAPLACE).lines]
    text = {
        "loss": "\n".join(lines).replace('"loss": "1/2"', '"loss": "1/4"', 1),
        "first": "\n".join(lines[1:]),
        "middle": "\n".join([lines[0], lines[2]]),
        "budget": "\n".join(lines).replace('"budget": "1"', '"budget": "9"'),
        "noise": "no ledger",
    }[change]
    with pytest.raises(Unreadable, match="ledger"):
        read_ledger(text)

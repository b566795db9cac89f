"""When an estimate can be used, and with how many digits it is said."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samen.core.estimation.answer import Answer
from samen.core.estimation.estimate import Plan, estimate
from samen.core.estimation.existence import Status
from samen.core.estimation.rounding import in_two_digits, said, step_of
from samen.core.estimation.table import from_counts
from samen.core.estimation.verdict import Use, judged
from tests.core.estimation.published import LISTS, table

MANY = np.array([0, 500, 500, 200])


@pytest.mark.parametrize(
    ("counts", "limits", "without", "others", "use"),
    [
        (MANY, (900, 1300), 0.0, [1000], Use.USABLE),
        (MANY, None, 0.0, [1000], Use.INDICATIVE),
        (MANY, (900, 2400), 0.0, [1000], Use.INDICATIVE),
        (MANY, (900, 1300), 0.0, [1000, 2300], Use.INDICATIVE),
        (np.array([0, 500, 500, 49]), (900, 1300), 0.0, [1000], Use.INDICATIVE),
        (np.array([0, 500, 500, 9]), (900, 1300), 0.0, [1000], Use.REFUSE),
        (MANY, (900, 9100), 0.0, [1000], Use.REFUSE),
        (MANY, (900, math.inf), 0.0, [1000], Use.REFUSE),
        (MANY, (900, 1300), 0.06, [1000], Use.REFUSE),
    ],
)
def test_the_verdict_follows_from_what_was_found(
    counts: np.ndarray,
    limits: tuple[float, float] | None,
    without: float,
    others: list[float],
    use: Use,
) -> None:
    found = judged(counts, 1000, limits, without, others)
    assert found.use is use
    assert bool(found.reasons) == (use is not Use.USABLE)


def test_what_to_do_with_a_wide_interval_is_nothing_that_a_refused_estimate_has_not() -> None:
    (wide,) = judged(MANY, 1000, (900, 2400), 0.0, [1000]).reasons
    (wider,) = judged(MANY, 1000, (900, 9100), 0.0, [1000]).reasons
    assert "Give the interval before the estimate" in str(wide)
    assert "Match the lists better" in str(wider)


@pytest.mark.parametrize("name", ["UKdat_5", "Western"])
def test_published_tables_are_not_called_usable(name: str) -> None:
    """Methods differ by a factor of two on the one, an interval is wide on the other."""
    counts = dict(enumerate(table(name).tolist()))
    found = estimate(from_counts(LISTS[name], counts), Plan(replicates=2000))
    assert found.judgement.use is not Use.USABLE
    assert found.judgement.reasons


@given(st.floats(1, 1e9), st.floats(1, 50), st.floats(1, 50))
def test_no_more_digits_than_the_interval_carries(low: float, up: float, more: float) -> None:
    high = low * up * more
    step = step_of(low, high)
    assert step == 1 or 10 <= (high - low) / step <= 101
    told = said(Answer("x", Status.OK, low * up, low, high))
    assert told.count("(") == 1


@pytest.mark.parametrize(
    ("value", "told"),
    [(7.4, "7"), (84.6, "85"), (1034, "1.000"), (25311, "25.000"), (1e30, "∞"), (math.inf, "∞")],
)
def test_two_digits(value: float, told: str) -> None:
    assert in_two_digits(value) == told

"""Estimates as they may be said: no more digits than their interval can carry."""

import math

from samen.core.estimation.answer import Answer


def step_of(low: float, high: float) -> int:
    """A power of ten of which the interval is at least ten steps wide, at most a hundred."""
    width = high - low
    if not math.isfinite(width) or width < 10:
        return 1
    return int(10 ** math.floor(math.log10(width / 10)))


def rounded(value: float, step: int) -> str:
    """In Dutch digits, `∞` when there is no finite limit."""
    if not math.isfinite(value) or value > 1e15:
        return "∞"
    return f"{round(value / step) * step:,}".replace(",", ".")


def in_two_digits(value: float) -> str:
    """A number whose interval is not at hand."""
    size = math.floor(math.log10(min(max(value, 1), 1e16)))
    return rounded(value, int(10 ** max(0, size - 1)))


def said(answer: Answer) -> str:
    """`11.300 (9.200 – 27.000)`; without an interval to the first two digits."""
    total = answer.total or 0.0
    if answer.low is None or answer.high is None:
        return "ca. " + in_two_digits(total)
    step = step_of(answer.low, min(answer.high, 10 * total))
    low, high = rounded(answer.low, step), rounded(answer.high, step)
    return f"{rounded(total, step)} ({low} – {high})"

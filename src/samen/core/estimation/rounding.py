"""Estimates as they may be said: no more digits than their interval can carry."""

import math

from samen.core.estimation.estimate import Answer


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


def said(answer: Answer) -> str:
    """`11.300 (9.200 – 27.000)`; without an interval to the first two digits."""
    total = answer.total or 0.0
    if answer.low is None or answer.high is None:
        step = int(10 ** max(0, math.floor(math.log10(max(total, 1))) - 1))
        return "ca. " + rounded(total, step)
    step = step_of(answer.low, min(answer.high, 10 * total))
    low, high = rounded(answer.low, step), rounded(answer.high, step)
    return f"{rounded(total, step)} ({low} – {high})"

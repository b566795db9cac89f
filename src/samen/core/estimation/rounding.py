"""Estimates as they may be said: no more digits than their interval can carry."""

import math

from samen.core.estimation.answer import Answer

FAR = 10
MOVED = 0.1
MOST = 1e15


def step_of(low: float, high: float) -> int:
    """A power of ten of which the interval is at least ten steps wide, at most a hundred."""
    width = high - low
    if not math.isfinite(width) or width < 10:
        return 1
    return int(10 ** math.floor(math.log10(width / 10)))


def step_of_error(error: float) -> int:
    """The power of ten that holds two standard errors; 1 when the error is not known."""
    if not math.isfinite(error) or error < 0.5:
        return 1
    return int(10 ** math.ceil(math.log10(2 * error)))


def step_of_two(value: float) -> int:
    """The power of ten that leaves two digits of a number, at least 1."""
    return int(10 ** max(0, math.floor(math.log10(max(value, 1))) - 1))


def two_digits(value: float) -> int:
    """The number to its first two digits."""
    return round(value / step_of_two(value)) * step_of_two(value)


def rounded(value: float, step: int, thousands: str = ".") -> str:
    """In digits, `∞` when there is no finite limit. thousands: the mark between them."""
    if not math.isfinite(value) or value > MOST:
        return "∞"
    return f"{round(value / step) * step:,}".replace(",", thousands)


def in_two_digits(value: float, thousands: str = ".") -> str:
    """A number whose interval is not at hand."""
    return rounded(value, step_of_two(min(value, 10 * MOST)), thousands)


def in_parts(answer: Answer, thousands: str = ".") -> tuple[str, str, str]:
    """Total, low and high; low and high are empty without an interval.

    A limit far beyond the estimate would make its step so large that the low limit becomes 0, or
    less than the persons registered: the step is that of an interval up to FAR times the total, and
    a limit beyond, or one that the step would move by more than a tenth, keeps two digits. A limit
    that another seed would move by more than the step has a larger one.
    """
    total = answer.total or 0.0
    if answer.low is None or answer.high is None:
        return in_two_digits(total, thousands), "", ""
    far = answer.high > FAR * total
    step = step_of(answer.low, min(answer.high, FAR * total))
    low_step, high_step = (max(step, step_of_error(error)) for error in answer.errors)
    return (
        rounded(total, _fitting(total, step), thousands),
        rounded(answer.low, _fitting(answer.low, low_step), thousands),
        rounded(answer.high, _fitting(answer.high, 10 * MOST if far else high_step), thousands),
    )


def _fitting(limit: float, step: float) -> int:
    """The step, or that of two digits where it would move the limit by more than a tenth."""
    if limit > MOST:
        return 1
    fits = abs(round(limit / step) * step - limit) <= MOVED * limit
    return int(step) if fits else step_of_two(limit)


def number_of(words: str) -> float:
    """The number that rounded words say; infinite when they say that there is no limit."""
    digits = "".join(filter(str.isdigit, words))
    return float(digits) if digits else math.inf


def as_said(answer: Answer) -> float:
    """The total as it is said, as a number."""
    return number_of(in_parts(answer)[0])


def limits_as_said(answer: Answer) -> tuple[float, float] | None:
    """The limits as they are said, as numbers; None without an interval."""
    _, low, high = in_parts(answer)
    return (number_of(low), number_of(high)) if low else None


def beside(answer: Answer, value: float, thousands: str = ".") -> str:
    """Another number, as exact as the interval of an answer lets it be, at most to three digits."""
    if answer.low is None or answer.high is None:
        return in_two_digits(value, thousands)
    step = step_of(answer.low, min(answer.high, FAR * (answer.total or 0.0)))
    return rounded(value, max(step, step_of_two(min(value, MOST)) // 10), thousands)


def said(answer: Answer, thousands: str = ".") -> str:
    """`11.300 (9.200 – 27.000)`; without an interval to the first two digits."""
    total, low, high = in_parts(answer, thousands)
    return f"{total} ({low} – {high})" if low else f"ca. {total}"

"""Estimates in one formula: lower bounds, two lists, sample coverage. A floor to stand on.

n is the number of observed persons, f_k how many of them stand on exactly k lists, t the number
of lists. Standard errors treat the table as a multinomial draw of the estimated N persons, and
intervals are lognormal on the hidden number, so that they stay above n (Chao 1987).
All functions take persons by capture history, shape (2**t,); cell 0 is not looked at.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from samen.core.errors import BadInput, Refused
from samen.core.estimation.existence import Status
from samen.core.estimation.poisson import Floats, Ints

NORMAL_95 = 1.959963984540054
NUDGE = 1e-5


@dataclass(frozen=True)
class SimpleEstimate:
    """Persons in all, with standard error and 95% interval; or the reason why there are none.

    n_observed: on any list; for an estimate from two lists on either of the two.
    """

    n_observed: int
    estimate: float | None = None
    error: float | None = None
    interval: tuple[float, float] | None = None
    status: Status = Status.OK
    reason: Refused | None = None


def chao_lower_bound(counts: Ints) -> SimpleEstimate:
    """N = n + (t - 1) / t * f_1**2 / (2 f_2).

    A lower bound when chances differ between persons (Chao 1987; with the factor for t lists
    Chao 1989). Does not exist when nobody stands on exactly two lists.
    """
    t = _n_lists(counts)
    return _homogeneous(counts, lambda f, _: f.sum() + (t - 1) / t * f[1] ** 2 / (2 * f[2]))


def chao_bias_corrected(counts: Ints) -> SimpleEstimate:
    """N = n + (t - 1) / t * f_1 (f_1 - 1) / (2 (f_2 + 1)): also without persons on two lists.

    Chao 2005, Encyclopedia of Statistical Sciences, "Species estimation and applications"; its
    variance is that of the Chao2 estimator in EstimateS (Colwell 2013).
    """
    t = _n_lists(counts)
    f, _, _ = _statistics(counts)
    n, one, two, a = int(f.sum()), float(f[1]), float(f[2]), (t - 1) / t
    hidden = a * one * (one - 1) / (2 * (two + 1))
    variance = hidden + (a * (2 * one - 1)) ** 2 * one / (4 * (two + 1) ** 2)
    if two > 0:
        variance += (a * one * (one - 1)) ** 2 * two / (4 * (two + 1) ** 4)
    else:
        variance -= a**2 * one**4 / (4 * (n + hidden))
    return from_variance(n, hidden, variance)


def zelterman(counts: Ints) -> SimpleEstimate:
    """N = n / (1 - exp(-2 f_2 / f_1)) (Zelterman 1988): Poisson chances from f_1 and f_2 alone.

    Its error is that of Böhning 2008. Does not exist when f_1 or f_2 is 0.
    """
    return _homogeneous(counts, lambda f, _: f.sum() / -np.expm1(-2 * f[2] / f[1]))


def good_turing(counts: Ints) -> SimpleEstimate:
    """N = n / C with the sample coverage C = 1 - f_1 / sum of k f_k (Good 1953).

    C is the share of the persons, each counted by the chance to be listed, who are observed.
    Right when all persons have the same chance; too low when chances differ.
    """
    return _homogeneous(counts, lambda f, _: f.sum() / _coverage(f, 0))


def lee_chao(counts: Ints) -> SimpleEstimate:
    """N = n / C + f_1 / C * v (Lee and Chao 1994): coverage, with chances that differ.

    C = 1 - (f_1 - 2 f_2 / (t - 1)) / sum of k f_k, at most 1. v is the squared coefficient of
    variation of the chances, for lists of unequal size n_i (model M_th), at least 0:
    v = n / C * sum of k (k - 1) f_k / (2 * sum over pairs of n_i n_j) - 1.
    """
    t = _n_lists(counts)

    def total(f: Floats, sizes: Floats) -> float:
        covered = min(_coverage(f, 2 / (t - 1)), 1.0)
        k = np.arange(t + 1)
        pairs = sizes.sum() ** 2 - (sizes**2).sum()
        unequal = max(f.sum() / covered * (k * (k - 1) * f).sum() / pairs - 1, 0.0)
        return float((f.sum() + f[1] * unequal) / covered)

    return _homogeneous(counts, total)


def _coverage(f: Floats, corrected: float) -> float:
    return float(1 - (f[1] - corrected * f[2]) / (np.arange(f.size) * f).sum())


def lincoln_petersen(counts: Ints, one: int, other: int) -> SimpleEstimate:
    """N = n_1 n_2 / m from two lists of which m persons are on both; all others are left out.

    one, other: which lists, from 0. Its variance is n_1 n_2 (n_1 - m) (n_2 - m) / m**3.
    Does not exist without overlap.
    """
    return _homogeneous(_two(counts, one, other), lambda f, sizes: sizes[0] * sizes[1] / f[2])


def chapman(counts: Ints, one: int, other: int) -> SimpleEstimate:
    """N = (n_1 + 1) (n_2 + 1) / (m + 1) - 1 (Chapman 1951): nearly without bias.

    Its variance is (n_1 + 1) (n_2 + 1) (n_1 - m) (n_2 - m) / ((m + 1)**2 (m + 2)) (Seber 1970).
    Without overlap it is a number too, and a far too low one; its interval is then wide.
    """
    first, second, both = (int(x) for x in _two(counts, one, other)[1:])
    product = (first + both + 1) * (second + both + 1)
    variance = product * first * second / ((both + 1) ** 2 * (both + 2))
    n = first + second + both
    return from_variance(n, product / (both + 1) - 1 - n, variance)


def pair_of(one: int, other: int, t: int) -> int:
    """Two of t lists, numbered from 0, as bits. Raises BadInput when they are no pair."""
    if one == other or not (0 <= one < t and 0 <= other < t):
        raise BadInput(
            "Lists {one} and {other} are no pair.",
            "Two different lists, numbered from 0 to {last}.",
            "",
            one=one,
            other=other,
            last=t - 1,
        )
    return 1 << one | 1 << other


def _two(counts: Ints, one: int, other: int) -> Ints:
    """The table of two lists only, shape (4,)."""
    pair_of(one, other, _n_lists(counts))
    cells = np.arange(counts.size)
    seen = np.zeros(4, dtype=np.int64)
    np.add.at(seen, (cells >> one & 1) | (cells >> other & 1) << 1, counts)
    seen[0] = 0
    return seen


def _n_lists(counts: Ints) -> int:
    return counts.size.bit_length() - 1


def _statistics(counts: Ints) -> tuple[Floats, Floats, Floats]:
    """f_k for k from 0 to t, shape (t + 1,); the sizes n_i, (t,); and persons by f_k and n_i.

    The last, of shape (cells with persons, 1 + t + 1 + t), has the cell's persons first and then
    whether they count for each f_k and n_i.
    """
    t = _n_lists(counts)
    cells = np.flatnonzero(counts[1:]) + 1
    persons = counts[cells].astype(np.float64)
    number = np.bitwise_count(cells)[:, None] == np.arange(t + 1)
    on = (cells[:, None] >> np.arange(t) & 1) == 1
    rows = np.column_stack([persons, number, on])
    return persons @ number, persons @ on, rows


def _homogeneous(counts: Ints, total: Callable[[Floats, Floats], float]) -> SimpleEstimate:
    """An estimate that doubles when all counts do, with its error by the delta method.

    total: of the f_k and the n_i. With multinomial counts x the variance of N(x) is the sum of
    x d**2, less the square of the sum of x d divided by N, where d are the derivatives. As the
    last sum is N itself, that is h plus the sum of x e**2, of the hidden h and its derivatives e.
    """
    f, sizes, rows = _statistics(counts)
    at, n = np.concatenate([f, sizes]), int(f.sum())
    slope = np.zeros(at.size)
    with np.errstate(divide="ignore", invalid="ignore"):
        estimate = float(total(f, sizes))
        for one in np.flatnonzero(at):
            nudge = np.zeros(at.size)
            nudge[one] = NUDGE * at[one]
            up, down = np.split(at + nudge, [f.size]), np.split(at - nudge, [f.size])
            slope[one] = (total(*up) - total(*down)) / (2 * nudge[one]) - (one < f.size)
    if not np.isfinite(estimate):
        return SimpleEstimate(n, status=Status.DOES_NOT_EXIST, reason=TOO_LITTLE_OVERLAP)
    variance = estimate - n + float((rows[:, 0] * (rows[:, 1:] @ slope) ** 2).sum())
    return from_variance(n, estimate - n, variance)


def from_variance(n: int, hidden: float, variance: float) -> SimpleEstimate:
    """With the lognormal interval of the hidden number (Chao 1987).

    Refused when next to nobody is hidden: the interval would be a point.
    """
    if hidden <= 1e-9 * n or not variance > 0:
        return SimpleEstimate(n, status=Status.REFUSED, reason=NOBODY_HIDDEN)
    factor = math.exp(NORMAL_95 * math.sqrt(math.log1p(variance / hidden**2)))
    interval = n + hidden / factor, n + hidden * factor
    return SimpleEstimate(n, float(n + hidden), math.sqrt(variance), interval)


TOO_LITTLE_OVERLAP = Refused(
    "The counts that this formula divides by are 0.",
    "It needs persons on exactly one and on exactly two lists.",
    "Use another method, or lists with more overlap.",
)
NOBODY_HIDDEN = Refused(
    "By this formula nobody is hidden, with full certainty.",
    "A usable estimate has a spread.",
    "Look whether a list holds all persons of another, or nobody stands on one list only.",
)

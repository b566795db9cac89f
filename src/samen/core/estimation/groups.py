"""The fit of a model by groups of lists that its terms connect, so that many lists cost little.

Lists that no term connects are independent of each other. So the mean of a history is the exponent
of the intercept times a factor from each group, and a sum of means over histories is a product of
sums within groups (Bishop, Fienberg and Holland 1975, section 3.4). A group of k lists has 2**k
such sums; a table of L lists has 2**L cells, most of them without persons.

The arrays `inside` hold a number for each history within a group, one group after the other.
"""

import math
from typing import NamedTuple

import numpy as np

from samen.core.estimation.compiled import compiled
from samen.core.estimation.poisson import (
    CONVERGED,
    MOST_HALVINGS,
    MOST_STEPS,
    Flags,
    Floats,
    Ints,
    redamped,
    sensible,
    solved,
    subset_products,
    subset_sums,
    superset_sums,
)

SURE = 0.5  # of the largest move of a logarithm that proves, which is below 1
FURTHEST = 700.0  # logarithm that a number can hold


class Groups(NamedTuple):
    """A model of which the live terms are left; a of them, in g groups of lists.

    kept: which of the model's terms they are, shape (a,). terms, margins: of each, shape (a,); the
    intercept is the first. group, place: of each term its group and where it stands in `inside`,
    shape (a,). lists, bits: of each list its group and its bit there, shape (L,). starts: where
    each group begins, shape (g + 1,). sizes: lists in each, shape (g,). live: shape of `inside`.
    """

    kept: Ints
    terms: Ints
    margins: Floats
    group: Ints
    place: Ints
    lists: Ints
    bits: Ints
    starts: Ints
    sizes: Ints
    live: Flags


@compiled
def groups_of(terms: Ints, margins: Floats, n_lists: int) -> Groups:
    """terms, margins: of a model, shape (p,), the intercept first. A term without persons is dead
    (see `poisson`), and so is what holds it."""
    lists, bits, sizes = _connected(terms, n_lists)
    starts = np.zeros(sizes.size + 1, dtype=np.int64)
    for number in range(sizes.size):
        starts[number + 1] = starts[number] + (1 << sizes[number])
    group, place = np.zeros(terms.size, dtype=np.int64), np.zeros(terms.size, dtype=np.int64)
    live = np.ones(starts[-1], dtype=np.bool_)
    for at in range(1, terms.size):
        group[at], within = _within(terms[at], lists, bits)
        place[at] = starts[group[at]] + within
        if margins[at] == 0:
            for history in range(1 << sizes[group[at]]):
                if history & within == within:
                    live[starts[group[at]] + history] = False
    kept = np.array([at for at in range(terms.size) if at == 0 or live[place[at]]])
    return Groups(kept, terms[kept], margins[kept], group[kept], place[kept],
                  lists, bits, starts, sizes, live)  # fmt: skip


@compiled
def _connected(terms: Ints, n_lists: int) -> tuple[Ints, Ints, Ints]:
    """The group of each list, its bit there, and the number of lists of each group."""
    masks = np.array([1 << bit for bit in range(n_lists)])
    for term in terms:
        _join(masks, term)
    lists, bits = np.empty(n_lists, dtype=np.int64), np.empty(n_lists, dtype=np.int64)
    sizes = np.zeros(n_lists, dtype=np.int64)
    n = 0
    for bit in range(n_lists):
        first = 0
        while not masks[first] >> bit & 1:
            first += 1
        if first == bit:
            lists[bit] = n
            n += 1
        else:
            lists[bit] = lists[first]
        bits[bit] = 1 << sizes[lists[bit]]
        sizes[lists[bit]] += 1
    return lists, bits, sizes[:n]


@compiled
def _join(masks: Ints, term: int) -> None:
    """Put the groups with lists of a term together, at the place of the first; 0 elsewhere."""
    first = -1
    for at in range(masks.size):
        if masks[at] & term:
            if first < 0:
                first = at
            else:
                masks[first] |= masks[at]
                masks[at] = 0


@compiled
def _within(term: int, lists: Ints, bits: Ints) -> tuple[int, int]:
    """The group of a term, and the term as a history of that group."""
    number, within = 0, 0
    for bit in range(lists.size):
        if term >> bit & 1:
            number = lists[bit]
            within |= bits[bit]
    return number, within


@compiled
def spread(groups: Groups, values: Floats, inside: Floats) -> None:
    """Into `inside`: of each history the sum of `values`, shape (a,), of the terms within it; that
    of the intercept stays out."""
    inside[:] = 0.0
    for at in range(1, values.size):
        inside[groups.place[at]] = values[at]
    for number in range(groups.sizes.size):
        subset_sums(inside[groups.starts[number] : groups.starts[number + 1]], groups.sizes[number])


@compiled
def sums(groups: Groups, theta: Floats, inside: Floats) -> tuple[float, float]:
    """Into `inside`: of each history the sum of the factors of those that hold it.

    Returns the sum of all means and that without the hidden one.
    """
    inside[:] = 1.0
    for at in range(1, theta.size):
        inside[groups.place[at]] = math.exp(min(theta[at], FURTHEST))
    for number in range(groups.sizes.size):
        own = inside[groups.starts[number] : groups.starts[number + 1]]
        subset_products(own, groups.sizes[number])
    inside *= groups.live
    hidden, more = math.exp(min(theta[0], FURTHEST)), 0.0
    for number in range(groups.sizes.size):
        own = inside[groups.starts[number] : groups.starts[number + 1]]
        beside = own[1:].sum()
        more += beside + more * beside
        superset_sums(own, groups.sizes[number])
    return hidden * (1 + more), hidden * more


@compiled
def pair_mean(groups: Groups, inside: Floats, total: float, one: int, other: int) -> float:
    """The expected number of persons on both of two lists; inside, total: from `sums`."""
    first, second = groups.lists[one], groups.lists[other]
    start, beside = groups.starts[first], groups.starts[second]
    if first == second:
        both = groups.bits[one] | groups.bits[other]
        return float(total * (inside[start + both] / inside[start]))
    shares = inside[start + groups.bits[one]] / inside[start]
    return float(total * shares * (inside[beside + groups.bits[other]] / inside[beside]))


@compiled
def _newton(
    groups: Groups, inside: Floats, total: float, observed: float, step: Floats, damped: int
) -> tuple[float, bool]:
    """As `newton_step` in `poisson`: the step into `step`, shape (a,). Returns as `solved`."""
    shares = np.ones(step.size)
    for at in range(1, step.size):
        shares[at] = inside[groups.place[at]] / inside[groups.starts[groups.group[at]]]
    information = _information(groups, inside, total, observed, shares)
    for at in range(step.size):
        step[at] = groups.margins[at] - information[at, at]
    return solved(information, step, damped)


@compiled
def _information(
    groups: Groups, inside: Floats, total: float, observed: float, shares: Floats
) -> Floats:
    """The means of every two terms together; the lower half of shape (a, a).

    shares: of each term in all persons, the hidden ones included, shape (a,).
    """
    found = np.empty((shares.size, shares.size))
    for i in range(shares.size):
        start = groups.starts[groups.group[i]]
        for j in range(i + 1):
            if j > 0 and groups.group[i] == groups.group[j]:
                both = start + ((groups.place[i] - start) | (groups.place[j] - start))
                found[i, j] = total * (inside[both] / inside[start])
            else:
                found[i, j] = total * shares[i] * shares[j]
    found[0, 0] = observed
    return found


@compiled
def climbed(groups: Groups, theta: Floats) -> tuple[float, bool, bool]:
    """Newton from `theta`, shape (a,), which becomes the estimate (see `maximise` in `poisson`).

    A step that does not rise, however short, has its direction from rounding, as happens beside
    huge counts: the next ones are damped (Marquardt 1963) until they rise again. Returns the
    log-likelihood, whether it converged, and whether that proves that the estimate exists: a last
    step by which no logarithm of a mean moves by as much as 1 gives positive means with exactly the
    margins of the counts. Otherwise `exists` in `existence` tells.
    """
    inside, step = np.empty(groups.live.size), np.empty(theta.size)
    total, observed = sums(groups, theta, inside)
    value = _likelihood(groups, theta, observed)
    damped = 0
    for _ in range(MOST_STEPS):
        decrement, clear = _newton(groups, inside, total, observed, step, damped)
        if decrement < 0:
            return value, False, False
        scale, value, total, observed = _walked(groups, theta, inside, step, value)
        if decrement < CONVERGED and damped == 0:
            return value, True, clear and _furthest(groups, step, inside) < SURE
        damped = redamped(damped, scale)
    return value, False, False


@compiled
def _likelihood(groups: Groups, theta: Floats, observed: float) -> float:
    """As `likelihood` in `poisson`; observed: the sum of the means of those on a list."""
    value = -observed
    for at in range(theta.size):
        value += theta[at] * groups.margins[at]
    return value


@compiled
def _walked(
    groups: Groups, theta: Floats, inside: Floats, step: Floats, value: float
) -> tuple[float, float, float, float]:
    """Take the step, halved until the likelihood does not fall. Returns the share of it that was
    taken, 0 for none; the likelihood; and the sums (see `sums`)."""
    before, scale = theta.copy(), sensible(step)
    for _ in range(MOST_HALVINGS):
        for at in range(step.size):
            theta[at] = before[at] + scale * step[at]
        total, observed = sums(groups, theta, inside)
        risen = _likelihood(groups, theta, observed)
        if risen >= value - 1e-12 * abs(value):
            return scale, risen, total, observed
        scale /= 2
    theta[:] = before
    total, observed = sums(groups, theta, inside)
    return 0.0, value, total, observed


@compiled
def _furthest(groups: Groups, step: Floats, inside: Floats) -> float:
    """At least how far the logarithm of any mean moves by a step."""
    spread(groups, step, inside)
    low = high = step[0]
    for number in range(groups.sizes.size):
        least = most = 0.0
        for cell in range(groups.starts[number], groups.starts[number + 1]):
            if groups.live[cell]:
                least, most = min(least, inside[cell]), max(most, inside[cell])
        low += least
        high += most
    return float(max(-low, high))

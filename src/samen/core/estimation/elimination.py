"""Sums over the histories of many lists, made by summing the lists out one by one.

In a model of pairs of lists the mean of a history is a product of a factor for each list on it and
for each pair. Summing over one list leaves a factor of the lists that it was tied to; so a sum over
all histories costs about as much as the largest such set has histories, not 2**L (Lauritzen and
Spiegelhalter 1988). Going back gives the sums over those on each list and on each pair.
"""

from typing import NamedTuple

import numpy as np

from samen.core.estimation.compiled import compiled
from samen.core.estimation.poisson import Flags, Floats, Ints

MOST_TIES = 10
NOBODY = -1


class Order(NamedTuple):
    """lists: in the order in which they are summed out, shape (L,). near: the lists that each is
    tied to by then, of which `ties` count, shapes (L, MOST_TIES) and (L,). starts: where the table
    of each begins, shape (L + 1,); a table holds the histories of its list, bit 0, and of those
    near. after: the step whose table takes the sums, NOBODY at the last of a group, shape (L,).
    places: of each cell of that table its cell among the sums; they begin at `begins`.
    """

    lists: Ints
    near: Ints
    ties: Ints
    starts: Ints
    after: Ints
    places: Ints
    begins: Ints


class Weights(NamedTuple):
    """on: the factor of each list, shape (L,). both: that of each pair, shape (L, L): 1 without a
    term, 0 when nobody can be on both."""

    on: Floats
    both: Floats


@compiled
def order_of(terms: Ints, n_lists: int) -> tuple[Order, bool]:
    """Always the list with the fewest ties goes next, and its neighbours are tied to each other.

    terms: of a model, shape (p,). False when one has three lists, or a list has too many ties.
    """
    tied, fits = _tied(terms, n_lists)
    lists, ties = np.zeros(n_lists, dtype=np.int64), np.zeros(n_lists, dtype=np.int64)
    near = np.zeros((n_lists, MOST_TIES), dtype=np.int64)
    starts, begins = np.zeros(n_lists + 1, dtype=np.int64), np.zeros(n_lists + 1, dtype=np.int64)
    after, gone = np.full(n_lists, NOBODY), np.zeros(n_lists, dtype=np.bool_)
    for step in range(n_lists):
        best = _fewest(tied, gone)
        others = np.flatnonzero(tied[best] & ~gone)
        fits = fits and others.size <= MOST_TIES
        if fits:
            lists[step], ties[step], gone[best] = best, others.size, True
            near[step, : others.size] = others
            for one in others:
                tied[one, others] = True
                tied[one, one] = False
            starts[step + 1] = starts[step] + (2 << others.size)
    places = np.zeros(0, dtype=np.int64)
    if fits:
        places = _places(lists, near, ties, after, begins)
    return Order(lists, near, ties, starts, after, places, begins), fits


@compiled
def _tied(terms: Ints, n_lists: int) -> tuple[Flags, bool]:
    """Which pairs of lists have a term; whether no term has three lists."""
    tied, pairs = np.zeros((n_lists, n_lists), dtype=np.bool_), True
    for term in terms:
        on = lists_of(term, n_lists)
        pairs = pairs and on.size <= 2
        if on.size == 2:
            tied[on[0], on[1]] = tied[on[1], on[0]] = True
    return tied, pairs


@compiled
def lists_of(term: int, n_lists: int) -> Ints:
    """The lists of a term."""
    return np.array([bit for bit in range(n_lists) if term >> bit & 1])


@compiled
def _fewest(tied: Flags, gone: Flags) -> int:
    """The list with the fewest ties among those that are left."""
    best, least = 0, gone.size + 1
    for one in range(gone.size):
        ties = (tied[one] & ~gone).sum()
        if not gone[one] and ties < least:
            best, least = one, ties
    return best


@compiled
def _places(lists: Ints, near: Ints, ties: Ints, after: Ints, begins: Ints) -> Ints:
    """Fills `after` and `begins` too (see Order)."""
    step_of = np.empty(lists.size, dtype=np.int64)
    step_of[lists] = np.arange(lists.size)
    for step in range(lists.size):
        size = 0
        if ties[step]:
            after[step] = step_of[near[step, : ties[step]]].min()
            size = 2 << ties[after[step]]
        begins[step + 1] = begins[step] + size
    places = np.zeros(begins[-1], dtype=np.int64)
    for step in range(lists.size):
        there = after[step]
        for bit in range(ties[step]):
            held = _bit_of(near[step, bit], lists[there], near[there, : ties[there]])
            for cell in range(begins[step + 1] - begins[step]):
                if cell & held:
                    places[begins[step] + cell] |= 1 << bit
    return places


@compiled
def _bit_of(one: int, first: int, near: Ints) -> int:
    """The bit of a list in the table of another, `first`, that it is tied to or is."""
    held = 1
    for at in range(near.size):
        if near[at] == one and one != first:
            held = 2 << at
    return held


@compiled
def summed(order: Order, weights: Weights, first: int, second: int, inside: Floats) -> float:
    """The sum over the histories with the lists `first` and `second` on them, which may be NOBODY.

    inside, shape (starts[-1],), is filled with what `shared` goes back from.
    """
    total = 1.0
    for step in range(order.lists.size):
        own = inside[order.starts[step] : order.starts[step + 1]]
        one = order.lists[step]
        own[0] = 0.0 if one in (first, second) else 1.0
        own[1] = weights.on[one]
        for at in range(order.ties[step]):
            half, pull = 2 << at, weights.both[one, order.near[step, at]]
            for cell in range(0, half, 2):
                own[half + cell] = own[cell]
                own[half + cell + 1] = own[cell + 1] * pull
    for step in range(order.lists.size):
        own = inside[order.starts[step] : order.starts[step + 1]]
        if order.after[step] == NOBODY:
            total *= own[0] + own[1]
            continue
        start = order.starts[order.after[step]]
        for at in range(order.begins[step], order.begins[step + 1]):
            cell = 2 * order.places[at]
            inside[start + at - order.begins[step]] *= own[cell] + own[cell + 1]
    return total


@compiled
def shared(order: Order, total: float, inside: Floats, sums: Floats) -> None:
    """Into `sums`, shape (L, L): the sum over those on two lists that have a term or were tied, on
    the diagonal over those on one. total, inside: from `summed`; inside is used up."""
    behind = np.zeros(1 << MOST_TIES)
    for step in range(order.lists.size - 1, -1, -1):
        own = inside[order.starts[step] : order.starts[step + 1]]
        half = own.size // 2
        behind[:half] = 0.0
        if order.after[step] == NOBODY:
            behind[0] = total
        else:
            start = order.starts[order.after[step]]
            for at in range(order.begins[step], order.begins[step + 1]):
                behind[order.places[at]] += inside[start + at - order.begins[step]]
        for cell in range(half):
            both = own[2 * cell] + own[2 * cell + 1]
            scale = behind[cell] / both if both > 0 else 0.0
            own[2 * cell] *= scale
            own[2 * cell + 1] *= scale
        one = order.lists[step]
        sums[one, one] = own[1::2].sum()
        for at in range(order.ties[step]):
            other, on = order.near[step, at], 0.0
            for cell in range(half):
                if cell >> at & 1:
                    on += own[2 * cell + 1]
            sums[one, other] = sums[other, one] = on

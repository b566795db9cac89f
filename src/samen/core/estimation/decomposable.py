"""The hidden number averaged over all decomposable graphs of the lists.

Madigan and York 1997, Biometrika 84(1); the prior is that of the package dga. In a
graph, lists without an edge are independent given the lists between them. When no cycle of four
lists or more lacks a chord, the likelihood is a product over cliques divided by one over
separators, and with a hyper-Dirichlet prior its integral is known in closed form (Dawid and
Lauritzen 1993). So every number of hidden persons has its exact posterior, and nothing is drawn.

Prior: every graph alike, 1/N on the total, delta = 1 / 2**L persons in each cell.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import combinations

import numpy as np
import scipy

from samen.core.errors import BadInput, Refused
from samen.core.estimation.models import Model, closed
from samen.core.estimation.poisson import Floats, Ints
from samen.core.estimation.posterior import LEVELS, Quantiles, Verdict, verdict

FEWEST_LISTS, MOST_LISTS = 3, 6
ALL_NUMBERS = 4096
"""Below it every hidden number is looked at; in each doubling above it, half as many."""
MOST_DOUBLINGS = 30
END_OF_THE_WORLD = 2.0**63
"""Persons; more are not thought of."""
MOST_TAIL = 1e-6
MOST_COMPLETE = 0.5
TOP = 10
AT_ONCE = 512


@dataclass(frozen=True, eq=False)
class GraphAverage:
    """totals, mass: the posterior as numbers of persons (the last of each step) and its share.

    weights: the likeliest graphs as models, with their posterior weights.
    tail: at most this share of the posterior lies above the last total; 1e-6 or less when `ok`.
    """

    verdict: Verdict
    n_observed: int
    totals: Floats
    mass: Floats
    weights: tuple[tuple[Model, float], ...]
    n_graphs: int
    tail: float


@dataclass(frozen=True, eq=False)
class _Grid:
    """Log posterior (up to a constant), by step of the hidden number and by graph.

    last: the last hidden number of each step; logs: of the mass of each step, shape (steps,).
    graphs: log of the mass of each graph, shape (graphs,). tail: log of the mass behind the grid.
    """

    last: Floats
    logs: Floats
    graphs: Floats
    tail: float


def average_over_graphs(
    counts: Ints, on_progress: Callable[[float], None] = lambda _: None
) -> GraphAverage:
    """The posterior of the number of persons over all decomposable graphs, the complete included.

    counts: persons by capture history, shape (2**L,), 3 to 6 lists; cell 0 is not looked at.
    The grid of hidden numbers doubles until less than 1e-6 of the posterior lies behind it;
    refused when that share stays larger up to some 10**12 persons. Refused too when the complete
    graph has more than half of the weight: in that graph the hidden number has only its prior.
    """
    n_lists = counts.size.bit_length() - 1
    if not FEWEST_LISTS <= n_lists <= MOST_LISTS:
        raise BadInput(
            "There are {n} lists.",
            "Graphs can be averaged over for {fewest} to {most} lists.",
            "Merge lists of the same kind, or use another method.",
            n=n_lists,
            fewest=FEWEST_LISTS,
            most=MOST_LISTS,
        )
    graphs = decomposable_graphs(n_lists)
    n = int(counts[1:].sum())
    grid = _walked(_sets(counts), graphs, on_progress)
    whole = float(np.logaddexp(scipy.special.logsumexp(grid.logs), grid.tail))
    mass, tail = np.exp(grid.logs - whole), float(np.exp(grid.tail - whole))
    weights = np.exp(grid.graphs - scipy.special.logsumexp(grid.graphs))
    reasons = (*_endless(tail, n + grid.last[-1]), *_prior_only(float(weights[-1])))
    return GraphAverage(
        verdict=verdict(counts, _quantiles(n + grid.last, mass), reasons),
        n_observed=n,
        totals=n + grid.last,
        mass=mass,
        weights=_likeliest(n_lists, graphs, weights),
        n_graphs=len(graphs),
        tail=tail,
    )


type Graph = dict[int, int]
"""The cliques, each +1, and the separators, each -1 as often as it separates; sets of lists as
bits, the empty one left out."""


@cache
def decomposable_graphs(n_lists: int) -> tuple[Graph, ...]:
    """8, 61, 822 and 18154 of them for 3 to 6 labelled lists; the complete one is the last."""
    pairs = [(1 << one, 1 << other) for one, other in combinations(range(n_lists), 2)]
    found = []
    for edges in range(1 << len(pairs)):
        beside = dict.fromkeys((1 << bit for bit in range(n_lists)), 0)
        for at, (one, other) in enumerate(pairs):
            if edges >> at & 1:
                beside[one] |= other
                beside[other] |= one
        graph = _eliminated(beside)
        if graph is not None:
            found.append(graph)
    return tuple(found)


def _eliminated(beside: dict[int, int]) -> Graph | None:
    """Take away, one by one, a list whose neighbours are all joined; None when there is none.

    Each leaves the set of itself and its neighbours, and returns the set of its neighbours: what
    is no clique or separator cancels out (Lauritzen 1996, section 2.1.3).
    """
    graph: Graph = {}
    left = sum(beside)
    while left:
        for one, near in beside.items():
            around = near & left
            if one & left and _joined(around, beside):
                graph[one | around] = graph.get(one | around, 0) + 1
                graph[around] = graph.get(around, 0) - 1
                left ^= one
                break
        else:
            return None
    return {lists: power for lists, power in graph.items() if lists and power}


def _joined(lists: int, beside: dict[int, int]) -> bool:
    return all(lists & ~(near | one) == 0 for one, near in beside.items() if one & lists)


@dataclass(frozen=True, eq=False)
class _Sets:
    """What the data say of every set of lists, shape (2**L,): see `_collapsed`."""

    n_observed: float
    fixed: Floats
    empty: Floats


def _sets(counts: Ints) -> _Sets:
    numbers = counts.astype(np.float64)
    numbers[0] = 0.0
    parts = [(0.0, 1.0)] + [_collapsed(numbers, lists) for lists in range(1, counts.size)]
    return _Sets(float(numbers.sum()), *np.array(parts).T)


def _likelihoods(sets: _Sets, hidden: Floats) -> tuple[Floats, Floats]:
    """Log integrated likelihoods, shape (2**L, H), and the part that all graphs share, (H,).

    Of a set of lists, with a its Dirichlet parameters, 1 in all, and m its counts, N in all:
    log Gamma(1) - log Gamma(N + 1) + the sum of log Gamma(m + a) - log Gamma(a).
    Shared: the multinomial coefficient of the hidden persons, and the prior of N.
    """
    total = log_gamma_ratio(hidden, sets.n_observed + 1)
    nobody = np.array([log_gamma_ratio(hidden, empty) for empty in sets.empty])
    logs = sets.fixed[:, None] + nobody - total
    return logs, total - np.log(sets.n_observed + hidden)


def _collapsed(numbers: Floats, lists: int) -> tuple[float, float]:
    """Of the table of these lists only: the part without the cell of nobody; that cell's m + a."""
    table = np.zeros(numbers.size)
    np.add.at(table, np.arange(numbers.size) & lists, numbers)
    cells = np.array([cell for cell in range(numbers.size) if cell & ~lists == 0])
    share = 1 / cells.size
    parts = scipy.special.gammaln(table[cells] + share) - scipy.special.gammaln(share)
    return float(parts[1:].sum() - scipy.special.gammaln(share)), float(table[0] + share)


def log_gamma_ratio(hidden: Floats, above: float) -> Floats:
    """log Gamma(hidden + above) - log Gamma(hidden + 1), without loss for large numbers.

    The two logarithms of some 10**14 would leave no decimals; Stirling's series does.
    """
    if hidden[0] < ALL_NUMBERS:
        plain: Floats = scipy.special.gammaln(hidden + above) - scipy.special.gammaln(hidden + 1)
        return plain
    x, y = hidden + above, hidden + 1
    series: Floats = (
        (x - 0.5) * np.log1p((above - 1) / y)
        + (above - 1) * (np.log(y) - 1)
        + _stirling(x)
        - _stirling(y)
    )
    return series


def _stirling(x: Floats) -> Floats:
    correction: Floats = 1 / (12 * x) - 1 / (360 * x**3)
    return correction


def _walked(sets: _Sets, graphs: tuple[Graph, ...], on_progress: Callable[[float], None]) -> _Grid:
    """Doubling after doubling, until what lies behind no longer matters."""
    powers = np.zeros((len(graphs), sets.empty.size))
    for at, graph in enumerate(graphs):
        powers[at, list(graph)] = list(graph.values())
    lasts, logs = [], []
    by_graph = np.full(len(graphs), -np.inf)
    tail = np.inf
    for doubling in range(MOST_DOUBLINGS + 1):
        middles, width = _steps(doubling)
        for first in range(0, middles.size, AT_ONCE):
            hidden = middles[first : first + AT_ONCE]
            by_step, here = _summed(sets, powers, hidden, width)
            lasts.append(hidden + (width - 1) / 2)
            logs.append(by_step)
            by_graph = np.logaddexp(by_graph, here)
        tail = _behind(sets, powers, lasts[-1][-1])
        on_progress((doubling + 1) / (MOST_DOUBLINGS + 1))
        if tail < np.log(MOST_TAIL) + scipy.special.logsumexp(by_graph):
            break
    on_progress(1.0)
    return _Grid(np.concatenate(lasts), np.concatenate(logs), by_graph, tail)


def _summed(sets: _Sets, powers: Floats, hidden: Floats, width: int) -> tuple[Floats, Floats]:
    """Log mass by step and by graph; each exponential is taken once."""
    logs, shared = _likelihoods(sets, hidden)
    both = powers @ logs
    both += shared + np.log(width)
    peaks = both.max(axis=0)
    both -= peaks
    np.exp(both, out=both)
    peak = peaks.max()
    with np.errstate(divide="ignore"):
        return peaks + np.log(both.sum(axis=0)), peak + np.log(both @ np.exp(peaks - peak))


def _steps(doubling: int) -> tuple[Floats, int]:
    """The middles of the steps, and how many hidden numbers each stands for."""
    if doubling == 0:
        return np.arange(ALL_NUMBERS, dtype=np.float64), 1
    width = 1 << doubling
    first = ALL_NUMBERS << doubling - 1
    steps = np.arange(ALL_NUMBERS // 2, dtype=np.float64)
    return first + (width - 1) / 2 + width * steps, width


def _behind(sets: _Sets, powers: Floats, last: float) -> float:
    """The log mass above `last`: each graph's tail as a power law through its last halving.

    The tails run to power laws from the flatter side, so that this is a little too much. The
    mass of one that still rises is bounded by that law up to the end of the world.
    """
    logs, shared = _likelihoods(sets, np.array([last / 2, last]))
    half, end = (powers @ logs + shared).T
    steepness = (half - end) / np.log(2) - 1
    room = np.log(END_OF_THE_WORLD / last)
    rising = np.minimum(steepness, 0)
    falling = np.where(steepness > 0, steepness, 1 / room)
    return float(scipy.special.logsumexp(end + np.log(last) - rising * room - np.log(falling)))


def _quantiles(totals: Floats, mass: Floats) -> Quantiles:
    """The first total that has at least the level's share at or below it.

    Within a step of several numbers the mass is taken as even.
    """
    below = np.concatenate([[0.0], np.cumsum(mass)])
    before = np.concatenate([[totals[0] - 1], totals])
    return Quantiles(tuple(float(np.ceil(np.interp(level, below, before))) for level in LEVELS))


def _endless(tail: float, most: float) -> tuple[Refused, ...]:
    if tail <= MOST_TAIL:
        return ()
    return (
        Refused(
            "The posterior does not end: a share of {share} lies above {most} persons.",
            "At most {limit} may.",
            "Use lists with more overlap, or merge lists.",
            share=round(tail, 6),
            most=round(most),
            limit=f"{MOST_TAIL:f}",
        ),
    )


def _prior_only(complete: float) -> tuple[Refused, ...]:
    if complete <= MOST_COMPLETE:
        return ()
    return (
        Refused(
            "The data want all lists to depend on each other: that graph has a weight of {weight}.",
            "It may have at most {most}, for in that graph the prior alone sets the hidden number.",
            "Use another method, or other lists.",
            weight=round(complete, 2),
            most=MOST_COMPLETE,
        ),
    )


def _likeliest(
    n_lists: int, graphs: tuple[Graph, ...], weights: Floats
) -> tuple[tuple[Model, float], ...]:
    best = np.argsort(-weights, kind="stable")[:TOP]
    return tuple(
        (closed(n_lists, (lists for lists, power in graphs[at].items() if power > 0)),
         float(weights[at]))
        for at in best
    )  # fmt: skip

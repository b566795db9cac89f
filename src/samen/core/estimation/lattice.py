"""The best hierarchical models of a table by a criterion, found without fitting them all.

The search decides one term after the other, small terms first. A node knows which terms are in
and which are still open; no model below it can fit better than the one with all open terms, nor
have fewer parameters than the one without them. Where even that pair cannot reach the best value
so far (plus a slack), everything below is skipped. What is found is what an exhaustive search
finds: deviance falls and the penalty rises as terms are added.
"""

import math
from typing import NamedTuple

import numpy as np

from samen.core.estimation.compiled import compiled
from samen.core.estimation.groups import groups_of
from samen.core.estimation.poisson import (
    MOST_STEPS,
    Flags,
    Floats,
    Ints,
    independent_start,
    likelihood,
    live_cells,
    live_terms,
    margins_of,
    means_of,
    newton_step,
    walked,
)
from samen.core.estimation.stepwise import fitted_sound

AIC, AICC, BIC = 0, 1, 2
MOST_KEPT = 4096
ROUNDING = 1e-6
EQUAL, EQUALLY = 1e-7, 1e-13  # distance of a criterion, and its share, that is rounding
NEAR = 0.3  # a decrement from which on its size bounds what can be gained
KNOWN = 0.005  # a decrement at which the fit is known well enough to compare criteria


class Search(NamedTuple):
    """The state of one search; row `at` of the arrays is the node in which `at` terms are decided.

    terms: intercept, main effects, then the candidates. order: in which candidates are decided.
    cold: coefficients to start from. still: the candidates that are in or open. theta, lowest:
    the fit with all of those, and its misfit. n_in: parameters decided so far. branch: see
    `_next`. flags, values, hidden: the models kept; tally: how many. limits: the least criterion
    so far, and the slack.
    """

    n_lists: int
    terms: Ints
    candidates: Ints
    order: Ints
    penalties: Floats
    filled: Ints
    margins: Floats
    cold: Floats
    still: Flags
    theta: Floats
    lowest: Floats
    n_in: Ints
    branch: Ints
    flags: Flags
    values: Floats
    hidden: Floats
    tally: Ints
    limits: Floats


@compiled
def best_models(
    counts: Floats,
    n_lists: int,
    candidates: Ints,
    penalties: Floats,
    slack: float,
    likely: Flags,
) -> tuple[Flags, Floats, Floats]:
    """Every model whose criterion is within `slack` of the least, least first.

    counts: shape (2**L,), cell 0 empty. candidates: the terms of two lists or more that a model
    may have, each after its subsets. penalties: by number of parameters. likely: models to try
    first, shape (models, candidates); they change the time that it takes, not what is found.
    Returns of each model: its candidates, shape (models, candidates); its criterion, without the
    part that is the same for all; its hidden number. Models without an estimate are left out.
    More than half of MOST_KEPT are cut off at the worse end. Of models that are equally good the
    one with the fewest hidden is the first, and with a slack of 0 the only one, so that the order
    of the lists decides nothing.
    """
    search = _opened(counts, n_lists, candidates, penalties)
    search.limits[1] = slack
    for row in range(likely.shape[0]):
        value = _leaf(search, likely[row])[0] + penalties[1 + n_lists + likely[row].sum()]
        search.limits[0] = min(search.limits[0], value)
    at = _root(search)
    while at >= 0:
        at = _next(search, at)
    _tidy(search)
    n = search.tally[0] if slack > 0 else min(search.tally[0], 1)
    return search.flags[:n], search.values[:n], search.hidden[:n]


@compiled
def _opened(counts: Floats, n_lists: int, candidates: Ints, penalties: Floats) -> Search:
    """A search before its first decision: the largest model fitted, the order chosen."""
    size = candidates.size
    margins = margins_of(counts, n_lists)
    cold = independent_start(margins, n_lists)
    search = Search(
        n_lists,
        _with_main(candidates, n_lists),
        candidates,
        np.arange(size),
        penalties,
        np.flatnonzero(counts),
        margins,
        cold,
        np.ones((size + 1, size), dtype=np.bool_),
        np.zeros((size + 1, cold.size)),
        np.zeros(size + 1),
        np.full(size + 1, 1 + n_lists),
        np.zeros(size + 1, dtype=np.int64),
        np.zeros((MOST_KEPT, size), dtype=np.bool_),
        np.full(MOST_KEPT, np.inf),
        np.full(MOST_KEPT, np.nan),
        np.zeros(1, dtype=np.int64),
        np.full(2, np.inf),
    )
    search.theta[0] = cold
    search.lowest[0] = -2 * _saturated(counts)
    search.lowest[0] = _misfit(search, _root(search), np.inf)
    search.order[:] = _by_need(search)
    return search


@compiled
def _root(search: Search) -> int:
    """The node in which nothing is decided: 0, as a number that is read. For a 0 that is written
    all that takes it would be compiled once more."""
    return int(search.branch[0])


@compiled
def _next(search: Search, at: int) -> int:
    """One move of the walk through the tree of decisions: the node to go on with, -1 at the end.

    `branch` says what was tried at a node: 1 the term in, 2 the term out.
    """
    if at == search.order.size:
        _keep(search, at)
        return at - 1
    number = search.order[at]
    search.branch[at] += 1
    if search.branch[at] == 1:
        _pass_on(search, at)
        if search.still[at, number]:
            search.n_in[at + 1] += 1
        else:
            search.branch[at] = 2
        return at + 1 if _room(search, at + 1) >= 0 else at
    room = _room(search, at)
    if search.branch[at] == 2 and room >= 0:
        _pass_on(search, at)
        _close(search.still[at + 1], search.candidates, search.candidates[number])
        search.lowest[at + 1] = _misfit(search, at + 1, room + search.lowest[at])
        return at + 1 if _room(search, at + 1) >= 0 else at
    search.branch[at] = 0
    return at - 1


@compiled
def _pass_on(search: Search, at: int) -> None:
    search.still[at + 1] = search.still[at]
    search.theta[at + 1] = search.theta[at]
    search.lowest[at + 1] = search.lowest[at]
    search.n_in[at + 1] = search.n_in[at]


@compiled
def _room(search: Search, at: int) -> float:
    """How far the best that may lie below a node is inside the limit; negative when outside."""
    limit = _limit(search, search.limits[1]) + ROUNDING
    return float(limit - search.lowest[at] - search.penalties[search.n_in[at]])


@compiled
def _keep(search: Search, at: int) -> None:
    """Write a model down when it has an estimate and is within the limit."""
    value, hidden = _leaf(search, search.still[at])
    value += search.penalties[search.n_in[at]]
    if not value <= _limit(search, search.limits[1]) or value == np.inf:
        return
    search.limits[0] = min(search.limits[0], value)
    if search.tally[0] == MOST_KEPT:
        _tidy(search)
    n = search.tally[0]
    search.flags[n], search.values[n], search.hidden[n] = search.still[at], value, hidden
    search.tally[0] += 1


@compiled
def _limit(search: Search, slack: float) -> float:
    """The largest criterion that is kept; with a slack of 0 that of models as good as the best."""
    best = search.limits[0]
    return float(best + max(slack, EQUAL + EQUALLY * abs(best)))


@compiled
def _tidy(search: Search) -> None:
    """Sort the kept models, equally good ones by their hidden number, and drop those outside the
    limit; at most half the room stays."""
    kept = search.tally[0]
    order = np.argsort(search.values[:kept])
    equals = (search.values[:kept] <= _limit(search, 0.0)).sum()
    order[:equals] = order[:equals][np.argsort(search.hidden[order[:equals]])]
    search.flags[:kept] = search.flags[:kept][order]
    search.values[:kept] = search.values[:kept][order]
    search.hidden[:kept] = search.hidden[:kept][order]
    limit = _limit(search, search.limits[1])
    n = 0
    while n < min(kept, MOST_KEPT // 2) and search.values[n] <= limit:
        n += 1
    search.tally[0] = n


@compiled
def _with_main(candidates: Ints, n_lists: int) -> Ints:
    """The intercept and the main effects, then the candidates."""
    terms = np.zeros(1 + n_lists + candidates.size, dtype=np.int64)
    for bit in range(n_lists):
        terms[bit + 1] = 1 << bit
    terms[n_lists + 1 :] = candidates
    return terms


@compiled
def _close(still: Flags, candidates: Ints, term: int) -> None:
    """Take a term out, and with it those that hold it."""
    for at in range(candidates.size):
        if candidates[at] & term == term:
            still[at] = False


@compiled
def _chosen(terms: Ints, still: Flags) -> Ints:
    n_main = terms.size - still.size
    kept = terms.copy()
    n = n_main
    for at in range(still.size):
        if still[at]:
            kept[n] = terms[n_main + at]
            n += 1
    return kept[:n]


@compiled
def _saturated(counts: Floats) -> float:
    """The log-likelihood (as in `likelihood`) that no model exceeds."""
    value = 0.0
    for count in counts:
        if count > 0:
            value += count * math.log(count) - count
    return value


@compiled
def _misfit(search: Search, at: int, enough: float) -> float:
    """At most minus twice the log-likelihood of the model with all that is in or open.

    The fit starts from that of a larger model or from `cold`, whichever fits better, and ends as
    soon as it is clear that the answer exceeds `enough`, or is known well. Near its maximum the
    likelihood cannot rise by more than twice the decrement. A model never fits better than a
    larger one, whose misfit is in `lowest`; that is the answer when the fit fails.
    """
    model = _chosen(search.terms, search.still[at])
    live = live_cells(model, search.margins)
    alive = live_terms(model, live)
    theta = search.theta[at]
    value, means = _started(search, alive, live, theta)
    step = np.empty(alive.size)
    for _ in range(MOST_STEPS):
        fitted = margins_of(means, search.n_lists)
        decrement = newton_step(alive, search.margins, fitted, step)
        least = -2 * value - 4 * decrement
        if decrement < 0:
            break
        if decrement < NEAR and (decrement < KNOWN or least > enough):
            return float(max(least, search.lowest[at]))
        value, means = walked(alive, search.margins, live, theta, search.n_lists, step, value)
    return float(search.lowest[at])


@compiled
def _started(search: Search, alive: Ints, live: Flags, theta: Floats) -> tuple[float, Floats]:
    """The better of two starts into `theta`: its log-likelihood and its means."""
    warm = np.zeros_like(theta)
    cold = np.zeros_like(theta)
    for term in alive:
        warm[term], cold[term] = theta[term], search.cold[term]
    theta[:] = warm
    means = means_of(warm, live, search.n_lists)
    others = means_of(cold, live, search.n_lists)
    value = likelihood(alive, search.margins, warm, means.sum())
    other = likelihood(alive, search.margins, cold, others.sum())
    if other > value:
        theta[:] = cold
        return other, others
    return value, means


@compiled
def _by_need(search: Search) -> Ints:
    """The order to decide in: pairs first, those that the fit misses most first of all.

    What is missed is decided early because leaving it out ends the search there.
    """
    size, root = search.candidates.size, _root(search)
    need = np.full(size, np.inf)
    for number in range(size):
        term = search.candidates[number]
        without_first = term & (term - 1)
        if without_first & (without_first - 1) == 0:
            _pass_on(search, root)
            _close(search.still[1], search.candidates, term)
            need[number] = -_misfit(search, root + 1, np.inf)
    search.still[1] = True
    return np.argsort(need, kind="mergesort")


@compiled
def _leaf(search: Search, still: Flags) -> tuple[float, float]:
    """Minus twice a model's log-likelihood, infinite when it has no estimate; its hidden number."""
    model = _chosen(search.terms, still)
    groups = groups_of(model, search.margins[model], search.n_lists)
    theta = search.cold[groups.terms]
    found, value = fitted_sound(groups, search.filled, theta)
    return -2 * value if found else np.inf, math.exp(min(theta[0], 700.0))


@compiled
def penalties_of(criterion: int, n: float, size: int) -> Floats:
    """What a criterion adds for 0, 1, ... size - 1 parameters; n: the persons observed.

    AIC (Akaike 1974), AICc (Hurvich and Tsai 1989), BIC (Schwarz 1978).
    """
    penalties = np.zeros(size)
    for p in range(size):
        if criterion == BIC:
            penalties[p] = p * math.log(n)
        elif criterion == AICC and n - p - 1 <= 0:
            penalties[p] = np.inf
        else:
            penalties[p] = 2 * p
            if criterion == AICC:
                penalties[p] += 2 * p * (p + 1) / (n - p - 1)
    return penalties


@compiled
def averaged(values: Floats, hidden: Floats) -> float:
    """The mean of hidden numbers, weighted by exp(-criterion / 2) (Buckland et al. 1997)."""
    weights = np.exp((values[0] - values) / 2)
    return float((weights * hidden).sum() / weights.sum())


@compiled
def best_hidden(
    histories: Ints,
    replicates: Ints,
    candidates: Ints,
    n_lists: int,
    criterion: int,
    slack: float,
    likely: Flags,
) -> tuple[Floats, Flags]:
    """The hidden number (averaged over the models within `slack`) and the best model of many
    tables; NaN where no model has an estimate.

    histories: shape (cells,). replicates: shape (tables, cells).
    chosen: shape (tables, candidates). likely: as in `best_models`.
    """
    hidden = np.full(replicates.shape[0], np.nan)
    chosen = np.zeros((replicates.shape[0], candidates.size), dtype=np.bool_)
    counts = np.zeros(1 << n_lists)
    for at in range(replicates.shape[0]):
        for cell in range(histories.size):
            counts[histories[cell]] = replicates[at, cell]
        penalties = penalties_of(criterion, counts.sum(), 2 + n_lists + candidates.size)
        flags, values, numbers = best_models(counts, n_lists, candidates, penalties, slack, likely)
        if values.size:
            hidden[at] = averaged(values, numbers)
            chosen[at] = flags[0]
    return hidden, chosen

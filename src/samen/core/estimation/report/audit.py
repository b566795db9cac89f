"""How much a sheet has to leave out, found by making the sheets of other tables."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from samen.core.estimation.bootstrap import Progress
from samen.core.estimation.estimate import Estimate, estimate
from samen.core.estimation.report.content import Content
from samen.core.estimation.report.overlaps import overlaps_of
from samen.core.estimation.report.twins import moved_table, moves, wishes
from samen.core.estimation.report.withheld import Degree
from samen.core.estimation.table import Counts

MOST_LISTS_SOUGHT = 12
TRIES = (2, 5, 8, 10)
MOST_AT_ONCE = 6
SEED = 22

type Sheet = Callable[[Estimate, Degree], Content]


def least_degree(found: Estimate, sheet: Sheet,
                 on_progress: Progress = lambda _: None) -> Degree | None:  # fmt: skip
    """The first degree at which, for each small number, tables with a person more and with one
    fewer there give the same sheet. None where that is not sought: there are too many lists.

    sheet: what an estimate says at a degree. Several wishes are tried at once while that works; a
    degree is given up when one was tried alone as often as TRIES says.
    """
    table = found.table.without_covariates()
    counts = table.by_history()
    shown = overlaps_of(table).shown
    wished = wishes(counts, shown)
    if wished and len(table.lists) > MOST_LISTS_SOUGHT:
        return None
    plan = replace(found.plan, by=(), sensitivity=False, validate=False)
    found = replace(found, table=table, plan=plan, covariates=None, sensitivity=None,
                    validation=None)  # fmt: skip
    find = moves(counts, shown, np.random.default_rng(SEED))
    sheets = [sheet(found, degree) for degree in Degree]
    degree, at_once, tried = Degree.NOTHING, MOST_AT_ONCE, dict.fromkeys(range(len(wished)), 0)
    met = [Degree.EVERYTHING] * len(wished)
    while degree < Degree.EVERYTHING:
        left = [at for at, reached in enumerate(met) if reached > degree]
        on_progress(1 - len(left) / max(1, len(wished)))
        if not left:
            break
        left.sort(key=lambda at: -tried[at])
        if tried[left[0]] >= TRIES[degree]:
            degree = Degree(degree + 1)
            continue
        some = left[:at_once]
        if len(some) == 1:
            tried[some[0]] += 1
        moved = find([wished[at] for at in some], tried[some[0]])
        reached = Degree.EVERYTHING
        if moved is not None:
            reached = _same_from(found, sheet, sheets, moved, degree)
            met = [min(was, reached) if wish.met_by(moved) else was
                   for was, wish in zip(met, wished, strict=True)]  # fmt: skip
        at_once = min(MOST_AT_ONCE, len(some) + 1) if reached <= degree else max(1, len(some) // 2)
    return degree


def _same_from(found: Estimate, sheet: Sheet, sheets: list[Content], moved: Counts,
               least: Degree) -> Degree:  # fmt: skip
    """The first degree at which a moved table gives the same sheet, not under the least."""
    plan = replace(found.plan, searches=least is Degree.NOTHING)
    twin = estimate(moved_table(found.table, moved), plan)
    for degree in Degree:
        if degree >= least and sheet(twin, degree) == sheets[degree]:
            return degree
    return Degree.EVERYTHING

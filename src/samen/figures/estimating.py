"""From a count by who registered whom to how many were never registered, a year at a time."""

from collections.abc import Mapping

import numpy as np

from samen.core.errors import SamenError
from samen.core.estimation import rounding
from samen.core.estimation.answer import Answer
from samen.core.estimation.estimate import Plan, estimate
from samen.core.estimation.table import CaptureTable, from_rows
from samen.core.estimation.verdict import Use
from samen.figures.values import Codes, Progress, Told, in_parts, say_nothing

REPLICATES, SEED = 2000, 1
"""Of the bootstrap. 2,000 fix the limits of an interval to the digits that are said of them; the
twenty thousand of `./samen estimate` would take ten times as long for digits that are rounded."""


def estimates(cells: Mapping[Codes, int], told: Progress = say_nothing) -> dict[str, Told]:
    """By year: the estimate with its interval, verdict and reasons.

    cells: codes with the year first and the sources last, `3+7` for who stands with both.
    told: each year as it begins, how many are done, and of how many.
    """
    years = sorted({codes[0] for codes in cells})
    found = {}
    for done, year in enumerate(years):
        told(year, done, len(years))
        found[year] = _of_year(year, cells)
    return found


def captures(year: str, cells: Mapping[Codes, int]) -> CaptureTable:
    """Who stands with which organisations in a year."""
    ours = {codes[-1]: 0 for codes in cells if codes[0] == year}
    for codes, n in cells.items():
        if codes[0] == year:
            ours[codes[-1]] += n
    lists = sorted({name for sources in ours for name in sources.split("+")})
    histories = [sum(1 << lists.index(name) for name in sources.split("+")) for sources in ours]
    return from_rows(lists, (), np.array(histories, np.int64),
                     np.zeros((len(ours), 0), np.int64),
                     np.array(list(ours.values()), np.int64))  # fmt: skip


def _of_year(year: str, cells: Mapping[Codes, int]) -> Told:
    try:
        found = estimate(captures(year, cells), Plan(replicates=REPLICATES, seed=SEED))
    except SamenError as error:
        return {"verdict": str(Use.REFUSE), "reasons": [in_parts(error)]}
    told: Told = {
        "verdict": str(found.judgement.use), "method": found.answer.name,
        "model": found.answer.model, "replicates": REPLICATES, "seed": SEED,
        "reasons": [in_parts(reason) for reason in found.judgement.reasons],
    }  # fmt: skip
    return told if found.judgement.use is Use.REFUSE else told | _numbers(found.answer)


def _numbers(answer: Answer) -> Told:
    """As they may be said: no more digits than the interval carries."""
    total, low, high = (text.replace(".", "") for text in rounding.in_parts(answer))
    limits = {"low": int(low), "high": int(high)} if low.isdigit() and high.isdigit() else {}
    return {"total": int(total), **limits}

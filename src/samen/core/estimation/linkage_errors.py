"""What an estimate would be when links between the lists were missed, or made wrongly.

The model of one operation, by which persons come apart: of a person's records on k lists one,
any of them as likely, stays; each of the others comes loose with chance `a`, on its own, and then
looks like a person on that list alone. A person on lists i and j is so counted twice, i only and
j only, with chance a (for two lists Ding and Fienberg 1994, Survey Methodology 20; for more Di
Consiglio and Tuoto 2018, Journal of Official Statistics 34). The sizes of the lists stay.

Missed links are this operation on the true table, with `a` the share of true links that is
missed; the correction solves for the true table. False links put such loose records on another
person; the correction takes a share `a` of the links apart again. Both are corrected in
expectation, false links first. The rates are assumed to be the same for all lists.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import scipy

from samen.core.errors import BadInput, Refused
from samen.core.estimation.bootstrap import Progress
from samen.core.estimation.existence import Status
from samen.core.estimation.offsets import with_known
from samen.core.estimation.outcomes import Outcome, outcome
from samen.core.estimation.poisson import Floats, Ints
from samen.core.estimation.procedures import Procedure
from samen.core.estimation.table import CaptureTable

RATES = (0.0, 0.01, 0.02, 0.05, 0.1)
MOST_STEPS = 2000
SETTLED = 1e-9  # of the observed persons, moved in one step
UNLIKELY = 0.005


@dataclass(frozen=True)
class AtRates:
    """The estimate when these shares of the true links are missed and of the made ones false.

    Its n_observed is the corrected number of persons on the lists, in expectation.
    """

    missed: float
    false: float
    outcome: Outcome


def linkage_errors(
    table: CaptureTable,
    procedure: Procedure,
    missed: Sequence[float] = RATES,
    false: Sequence[float] = RATES,
    on_progress: Progress = lambda _: None,
) -> tuple[AtRates, ...]:
    """The estimate on a grid of linkage errors, covariates pooled.

    The model is chosen on the corrected counts rounded to persons and fitted to them unrounded.
    Raises BadInput for a rate below 0, or of 1 or more.
    """
    for rate in (*missed, *false):
        if not 0 <= rate < 1:
            raise BadInput("{rate} is no rate of linkage errors.",
                           "A rate is at least 0 and less than 1.", "", rate=rate)  # fmt: skip
    counts = table.by_history()
    grid = [(one, other) for one in missed for other in false]
    found = []
    for at, (one, other) in enumerate(grid):
        found.append(AtRates(one, other, _at(counts, procedure, one, other)))
        on_progress((at + 1) / len(grid))
    return tuple(found)


def _at(counts: Ints, procedure: Procedure, missed: float, false: float) -> Outcome:
    parted = apart(counts.astype(np.float64), false)
    persons = joined(parted, missed)
    for bit in range(counts.size.bit_length() - 1):
        loose = apart(persons, missed)[1 << bit] - persons[1 << bit]
        if scipy.special.pdtr(parted[1 << bit], loose) < UNLIKELY:
            return Outcome(float(persons.sum()), None, None, Status.REFUSED, TOO_FEW_ALONE)
    return _fitted(persons, procedure)


def _fitted(persons: Floats, procedure: Procedure) -> Outcome:
    whole = np.rint(persons).astype(np.int64)
    chosen = outcome(whole, procedure)
    if chosen.total is None:
        return chosen
    total = 0.0
    for model, weight in procedure.choose(whole).models:
        found = with_known(persons, model.model, {})
        if found.total is None:
            return found
        total += weight * found.total
    return Outcome(float(persons.sum()), total, chosen.model)


def apart(persons: Floats, share: float) -> Floats:
    """Whom one would see after a share of the links came loose; shape (2**L,) by history.

    With k lists in h, a person of h is seen on the part g of two lists or more with chance
    |g| / k * (1 - a)**(|g| - 1) * a**(k - |g|), and as many loose records as a (k - 1).
    """
    k, kept = _sizes(persons.size), persons / np.maximum(_sizes(persons.size), 1)
    kept[0] = 0.0
    loose = share * (k - 1) * kept
    for bit in range(persons.size.bit_length() - 1):
        low, high = _halves(kept, bit)
        low += share * high
    seen = k * _all_held(k, share) * kept
    for bit in range(persons.size.bit_length() - 1):
        seen[1 << bit] += _halves(loose, bit)[1].sum()
    return seen


def joined(seen: Floats, share: float) -> Floats:
    """The persons of whom `apart` makes what is seen: the most likely ones, none below 0.

    The maximum of the Poisson likelihood, by the EM algorithm (Vardi, Shepp and Kaufman 1985).
    Where a table is not sparse it is the exact solution.
    """
    persons = seen.copy()
    if share == 0:
        return persons
    parts = 1 + share * np.maximum(_sizes(seen.size) - 1, 0)
    for _ in range(MOST_STEPS):
        expected = apart(persons, share)
        ratio = np.divide(seen, expected, out=np.zeros_like(seen), where=expected > 0)
        better = persons * _origin(ratio, share) / parts
        moved = float(np.abs(better - persons).sum())
        persons = better
        if moved < SETTLED * float(seen.sum()):
            break
    return persons


def _origin(values: Floats, share: float) -> Floats:
    """The transpose of `apart`: by person's history, the sum over what is seen of them."""
    k = _sizes(values.size)
    gathered = k * _all_held(k, share) * values
    alone = np.zeros_like(values)
    for bit in range(values.size.bit_length() - 1):
        low, high = _halves(gathered, bit)
        high += share * low
        _halves(alone, bit)[1][:] += values[1 << bit]
    return (gathered + share * (k - 1) * alone) / np.maximum(k, 1)


def _all_held(k: Ints, share: float) -> Floats:
    held: Floats = (1 - share) ** np.maximum(k - 1, 0)
    return held


def _sizes(n_cells: int) -> Ints:
    """How many lists are in each history."""
    return np.bitwise_count(np.arange(n_cells)).astype(np.int64)


def _halves(values: Floats, bit: int) -> tuple[Floats, Floats]:
    """The cells without and with a list, as views in the same order."""
    pairs = values.reshape(-1, 2, 1 << bit)
    return pairs[:, 0], pairs[:, 1]


TOO_FEW_ALONE = Refused(
    "So many missed links would have left more persons on one list alone than there are.",
    "The rate must fit the table.",
    "Take a lower rate of missed links.",
)

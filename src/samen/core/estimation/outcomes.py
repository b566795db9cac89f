"""What a procedure makes of one of many tables: a number, or the reason why there is none."""

from collections.abc import Sequence
from dataclasses import dataclass

from samen.core.errors import Refused, SamenError
from samen.core.estimation.existence import Status
from samen.core.estimation.models import Model
from samen.core.estimation.poisson import Ints
from samen.core.estimation.procedures import Fixed, Procedure
from samen.core.estimation.verdict import no_estimate


@dataclass(frozen=True)
class Outcome:
    """n_observed: persons on a list. total: those on none too; None unless the status is ok.

    model: the chosen one, of the lists of its table. reason: why there is no number.
    """

    n_observed: float
    total: float | None
    model: Model | None
    status: Status = Status.OK
    reason: SamenError | None = None

    @property
    def hidden(self) -> float | None:
        """Persons on no list."""
        return None if self.total is None else self.total - self.n_observed


def outcome(counts: Ints, procedure: Procedure) -> Outcome:
    """What the procedure makes of a table: persons by capture history, shape (2**L,)."""
    n_observed = int(counts[1:].sum())
    if n_filled(counts) < 2:
        return Outcome(n_observed, None, None, Status.REFUSED, ONE_LIST)
    choice = procedure.choose(counts)
    return Outcome(n_observed, choice.total, choice.model, choice.status, reason_for(choice.status))


def reason_for(status: Status) -> SamenError | None:
    """Why a fit with this status gives no number; None when it gives one."""
    return None if status is Status.OK else no_estimate(status).reasons[0]


def n_filled(counts: Ints) -> int:
    """How many lists hold persons."""
    met = 0
    for history in counts[1:].nonzero()[0] + 1:
        met |= int(history)
    return met.bit_count()


def relisted(procedure: Procedure, groups: Sequence[int]) -> Procedure:
    """The procedure for a table whose lists are groups of the lists that it was made for.

    groups: of each new list the old lists in it, as bits. A fixed model keeps its terms of the
    lists that are left, each list under its new number; other procedures look for themselves.
    """
    if not isinstance(procedure, Fixed):
        return procedure
    terms = frozenset(
        sum(1 << bit for bit, group in enumerate(groups) if term & group)
        for term in procedure.model.terms
    )
    return Fixed(Model(len(groups), terms), procedure.name)


ONE_LIST = Refused(
    "Fewer than two lists hold persons.",
    "An estimate is made of the overlap between lists.",
    "Use more lists.",
)

"""The two ladders of the register and the steps they allow, as plain data.

Assumes that a letter reports a status at its date: years may lie between two reports, so a
step may skip rungs. What may not happen is leaving an end (done, dropped, kept, lapsed)
other than by opening it again.
"""

from collections.abc import Mapping

from samen.core.errors import Refused
from samen.core.terms import ActionStatus, EntryKind, PromiseStatus

type Status = ActionStatus | PromiseStatus

_A = ActionStatus
_P = PromiseStatus

ACTION_STEPS: Mapping[ActionStatus, frozenset[ActionStatus]] = {
    _A.PROPOSED: frozenset(_A),
    _A.PLANNED: frozenset(_A) - {_A.PROPOSED},
    # what runs was decided: it cannot become a proposal or a plan again
    _A.RUNNING: frozenset(_A) - {_A.PROPOSED, _A.PLANNED},
    _A.CONTINUOUS: frozenset(_A) - {_A.PROPOSED, _A.PLANNED},
    _A.DELAYED: frozenset(_A) - {_A.PROPOSED},
    _A.UNDECIDED: frozenset(_A),
    # an end is left only by opening the action again
    _A.DONE: frozenset({_A.DONE, _A.RUNNING, _A.CONTINUOUS}),
    _A.DROPPED: frozenset({_A.DROPPED, _A.PROPOSED, _A.PLANNED, _A.RUNNING}),
}

PROMISE_STEPS: Mapping[PromiseStatus, frozenset[PromiseStatus]] = {
    _P.NEW: frozenset(_P),
    # a promise is made once; told again it is repeated or changed
    _P.RUNNING: frozenset(_P) - {_P.NEW},
    _P.PARTLY_KEPT: frozenset(_P) - {_P.NEW},
    _P.REPEATED: frozenset(_P) - {_P.NEW},
    _P.CHANGED: frozenset(_P) - {_P.NEW},
    # Parliament may find that a promise was not kept after all
    _P.KEPT: frozenset({_P.KEPT, _P.PARTLY_KEPT, _P.RUNNING, _P.REPEATED}),
    _P.LAPSED: frozenset({_P.LAPSED, _P.RUNNING, _P.REPEATED, _P.CHANGED}),
}

CLOSED: frozenset[Status] = frozenset({_A.DONE, _A.DROPPED, _P.KEPT, _P.LAPSED})
"""The statuses in which nothing is asked of an owner any more."""

DUE_ENDS: frozenset[Status] = CLOSED | {_A.CONTINUOUS}
"""The statuses in which a term cannot be overdue: closed, or going on without an end."""

LADDERS: Mapping[EntryKind, type[ActionStatus] | type[PromiseStatus]] = {
    EntryKind.ACTION: ActionStatus,
    EntryKind.DECISION: ActionStatus,
    EntryKind.PROJECT: ActionStatus,
    EntryKind.COMMITMENT: PromiseStatus,
    EntryKind.MOTION: PromiseStatus,
}
"""The ladder of each kind that has a status; the other kinds have none."""


def status_of(kind: EntryKind, word: str) -> Status:
    """The status that a stored word means for a kind.

    Raises Refused when the kind has no ladder or the word is not on it.
    """
    ladder = LADDERS.get(kind)
    if ladder is None:
        raise Refused(
            "An entry of kind “{kind}” has no status.",
            "A status belongs to: {kinds}.",
            "Leave the status out.",
            kind=kind,
            kinds=", ".join(LADDERS),
        )
    try:
        return ladder(word)
    except ValueError:
        raise Refused(
            "“{word}” is not a status of kind “{kind}”.",
            "Allowed are: {allowed_words}.",
            "Choose one of these.",
            word=word[:40],
            kind=kind,
            allowed_words=", ".join(ladder),
        ) from None


def next_statuses(kind: EntryKind, before: str | None) -> tuple[Status, ...]:
    """The statuses that may follow, in the order of the ladder; all when there is none yet."""
    ladder = LADDERS.get(kind)
    if ladder is None:
        return ()
    if before is None:
        return tuple(ladder)
    allowed = _steps_from(status_of(kind, before))
    return tuple(status for status in ladder if status in allowed)


def is_step(kind: EntryKind, before: str | None, after: str) -> bool:
    """Whether a status may follow another."""
    return status_of(kind, after) in next_statuses(kind, before)


def _steps_from(status: Status) -> frozenset[Status]:
    if isinstance(status, ActionStatus):
        return frozenset(ACTION_STEPS[status])
    return frozenset(PROMISE_STEPS[status])

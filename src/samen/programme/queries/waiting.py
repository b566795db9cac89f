"""What waits for somebody: terms that end, answers and evidence to judge, rounds that run."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from samen.core.terms import AnswerState
from samen.programme.models import Evidence, Round
from samen.programme.queries.states import Filters, attention, open_entries
from samen.programme.values import EntryState


@dataclass(frozen=True, slots=True)
class Terms:
    """The open entries whose term has passed, and those whose term ends soon."""

    overdue: list[EntryState]
    soon: list[EntryState]


@dataclass(frozen=True, slots=True)
class RunningRound:
    """A round with what it waits for. silent: owners without any answer."""

    id: int
    title: str
    due: date
    is_open: bool
    to_judge: int
    silent: int
    owners: int


@dataclass(frozen=True, slots=True)
class Proposed:
    """A passage that somebody proposed for an entry."""

    evidence: int
    entry: int
    kind: str
    title: str
    by: str


def terms(*, on: date, organisation: int | None = None) -> Terms:
    """What is overdue and what is due soon; of one organisation, or of all."""
    states = open_entries(on=on, filters=Filters(organisation=organisation))
    asks = attention(states, on=on)
    return Terms(overdue=asks["overdue"], soon=asks["soon"])


def running_rounds() -> list[RunningRound]:
    """The rounds that are open, and closed ones with answers that nobody judged yet."""
    waits = Q(invitations__questions__answers__state=AnswerState.OPEN)
    rows = Round.objects.annotate(
        to_judge=Count("invitations__questions__answers", filter=waits, distinct=True),
        owners=Count("invitations", distinct=True),
        spoken=Count(
            "invitations",
            filter=Q(invitations__questions__answers__isnull=False),
            distinct=True,
        ),
    ).filter(Q(closed_at__isnull=True) | Q(to_judge__gt=0))
    return [
        RunningRound(
            id=row.pk,
            title=row.title,
            due=row.due,
            is_open=row.closed_at is None,
            to_judge=row.to_judge,
            silent=row.owners - row.spoken,
            owners=row.owners,
        )
        for row in rows
    ]


def proposed_evidence() -> list[Proposed]:
    """The passages that wait for a judgement, oldest first; those of standing entries only."""
    rows = (
        Evidence.objects.filter(accepted=False, rejected=False, entry__withdrawn_at__isnull=True)
        .filter(entry__merged_into__isnull=True)
        .select_related("entry", "by")
    )
    return [
        Proposed(row.pk, row.entry_id, row.entry.kind, row.entry.title, row.by.name) for row in rows
    ]

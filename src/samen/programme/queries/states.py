"""The register on a day, as it was known at a moment: two clocks, one query.

`on` is the day a status holds from; `known_at` the moment the register learned it. A merged
entry's statuses count with the entry it went up in.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.db.models import Case, F, Q, QuerySet, When

from samen.core.terms import EntryKind, EvidenceRole
from samen.core.workflow import CLOSED, DUE_ENDS, LADDERS
from samen.programme.models import Entry, Evidence, Owner, StatusChange, Theme
from samen.programme.values import EntryState, Source

SOON_DAYS = 30


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list is narrowed to; empty means all. theme: with the themes under it."""

    kind: str = ""
    theme: int | None = None
    organisation: int | None = None
    owner: str = ""
    statuses: tuple[str, ...] = ()
    entry: int | None = None


def entries_as_of(
    *, on: date, known_at: datetime | None = None, filters: Filters | None = None
) -> list[EntryState]:
    """Every entry as it was on a day, as the register knew it at a moment (None: now).

    An entry with a ladder is there from its first status on; one without from its record.
    Withdrawn and merged entries are left out, unless that happened after known_at.
    """
    chosen = filters or Filters()
    last = _last_changes(on, known_at)
    entries = _living(known_at, chosen).filter(Q(pk__in=last) | ~Q(kind__in=list(LADDERS)))
    states = _as_states(list(entries), last, known_at)
    return [state for state in states if not chosen.statuses or state.status in chosen.statuses]


def open_entries(
    *, on: date, known_at: datetime | None = None, filters: Filters | None = None
) -> list[EntryState]:
    """What stood open on a day: every entry with a ladder that was not at an end of it."""
    return [state for state in entries_as_of(on=on, known_at=known_at, filters=filters)
            if is_open(state)]  # fmt: skip


def open_motions(*, on: date, known_at: datetime | None = None) -> list[EntryState]:
    """The motions that stood open on a day."""
    return open_entries(on=on, known_at=known_at, filters=Filters(kind=EntryKind.MOTION))


def due_promises(*, on: date, until: date, known_at: datetime | None = None) -> list[EntryState]:
    """The commitments and motions, open on a day, whose term ends on or before `until`."""
    kinds = (EntryKind.COMMITMENT, EntryKind.MOTION)
    return sorted(
        (
            state
            for state in open_entries(on=on, known_at=known_at)
            if state.kind in kinds and state.due is not None and state.due <= until
        ),
        key=by_urgency,
    )


def entries_by_theme(
    *, on: date, known_at: datetime | None = None
) -> list[tuple[str, list[EntryState]]]:
    """The register per theme, in the order of the programme; "" holds what has no theme."""
    states = entries_as_of(on=on, known_at=known_at)
    themes = list(standing_themes(known_at).values_list("pk", "name"))
    groups = [
        (name, [state for state in states if state.theme_id == pk])
        for pk, name in [*themes, (None, "")]
    ]
    return [(name, group) for name, group in groups if group]


def entries_of_document(
    *, document: int, on: date, known_at: datetime | None = None
) -> list[EntryState]:
    """The entries that a paper says something of, as they were on a day."""
    ties = Evidence.objects.filter(passage__document_id=document, accepted=True)
    told = {merged or pk for pk, merged in ties.values_list("entry_id", "entry__merged_into_id")}
    return [state for state in entries_as_of(on=on, known_at=known_at) if state.id in told]


def entry_state(*, entry: int, on: date, known_at: datetime | None = None) -> EntryState | None:
    """One entry as it was on a day; None when it was not there."""
    states = entries_as_of(on=on, known_at=known_at, filters=Filters(entry=entry))
    return states[0] if states else None


def is_open(state: EntryState) -> bool:
    return bool(state.status) and state.status not in CLOSED


def is_overdue(state: EntryState, on: date) -> bool:
    """Whether the last day of its term has passed and something is still asked."""
    return _has_term(state) and state.due is not None and state.due < on


def is_due_soon(state: EntryState, on: date, days: int = SOON_DAYS) -> bool:
    """Whether its term ends within so many days from a day on, that day included."""
    last = on + timedelta(days=days)
    return _has_term(state) and state.due is not None and on <= state.due <= last


def is_without_term(state: EntryState) -> bool:
    """Whether it is an open promise without a usable deadline."""
    promise = state.kind in (EntryKind.COMMITMENT, EntryKind.MOTION)
    return promise and _has_term(state) and state.due is None


def is_without_owner(state: EntryState) -> bool:
    """Whether it is open and no round can ask anyone where it stands."""
    return is_open(state) and not state.owners


def asks_evidence(state: EntryState) -> bool:
    """Whether it is called closed, and nothing shows it."""
    return state.status in CLOSED and not state.proven


ATTENTION: dict[str, Callable[[EntryState, date], bool]] = {
    "overdue": is_overdue,
    "soon": is_due_soon,
    "without_term": lambda state, _: is_without_term(state),
    "asks_evidence": lambda state, _: asks_evidence(state),
    "without_owner": lambda state, _: is_without_owner(state),
}
"""What asks for attention, in the order in which the page counts it."""


def attention(states: Iterable[EntryState], *, on: date) -> dict[str, list[EntryState]]:
    """The entries that ask for something, by what they ask, the most urgent first."""
    rows = sorted(states, key=by_urgency)
    return {name: [row for row in rows if asks(row, on)] for name, asks in ATTENTION.items()}


def by_urgency(state: EntryState) -> tuple[bool, date, int]:
    """Sorts by term, entries without one last."""
    return (state.due is None, state.due or date.max, state.id)


def owning_organisations() -> list[tuple[int, str]]:
    """The id and name of every organisation that answers for an entry, by name."""
    rows = Owner.objects.filter(organisation__isnull=False)
    named = set(rows.values_list("organisation_id", "organisation__name"))
    return sorted(named, key=lambda row: (row[1].casefold(), row[0]))


def _has_term(state: EntryState) -> bool:
    return bool(state.status) and state.status not in DUE_ENDS


def _last_changes(on: date, known_at: datetime | None) -> dict[int, StatusChange]:
    """The last status of each entry, under the entry that it is told with (`root`)."""
    rows = StatusChange.objects.filter(on__lte=on).select_related("evidence")
    merged = Q(entry__merged_into__isnull=False)
    if known_at is not None:
        rows = rows.filter(known_at__lte=known_at)
        merged &= Q(entry__merged_at__lte=known_at)
    last = rows.annotate(
        root=Case(When(merged, then=F("entry__merged_into_id")), default=F("entry_id"))
    )
    last = last.order_by("root", "-on", "-known_at", "-id").distinct("root")
    return {change.root: change for change in last}


def _living(known_at: datetime | None, filters: Filters) -> QuerySet[Entry]:
    rows = Entry.objects.select_related("theme", "motion").prefetch_related("owners")
    unmerged, there = Q(merged_into__isnull=True), Q(withdrawn_at__isnull=True)
    if known_at is not None:
        unmerged |= Q(merged_at__gt=known_at)
        there |= Q(withdrawn_at__gt=known_at)
        rows = rows.filter(created_at__lte=known_at)
    rows = rows.filter(unmerged, there)
    if filters.entry is not None:
        rows = rows.filter(pk=filters.entry)
    if filters.kind:
        rows = rows.filter(kind=filters.kind)
    if filters.theme is not None:
        rows = rows.filter(theme__in=themes_under(filters.theme, known_at))
    if filters.organisation is not None:
        rows = rows.filter(owners__organisation_id=filters.organisation)
    if filters.owner:
        rows = rows.filter(owners__name=filters.owner)
    return rows.order_by("id").distinct()


def standing_themes(known_at: datetime | None = None) -> QuerySet[Theme]:
    """The themes that were not withdrawn at a moment (None: now)."""
    there = Q(withdrawn_at__isnull=True)
    return Theme.objects.filter(there | Q(withdrawn_at__gt=known_at) if known_at else there)


def themes_under(theme: int, known_at: datetime | None = None) -> set[int]:
    """A theme with all that stand under it; none for a withdrawn theme."""
    parents = dict(standing_themes(known_at).values_list("pk", "parent_id"))
    under = {theme} & parents.keys()
    while more := {pk for pk, parent in parents.items() if parent in under} - under:
        under |= more
    return under


def _as_states(
    entries: list[Entry], last: dict[int, StatusChange], known_at: datetime | None
) -> list[EntryState]:
    sources, settled = _sources([entry.pk for entry in entries])
    themes = dict(standing_themes(known_at).values_list("pk", "name"))
    states = [
        _as_state(entry, last.get(entry.pk), sources.get(entry.pk), entry.pk in settled)
        for entry in entries
    ]
    return [state if state.theme_id is None or state.theme_id in themes
            else replace(state, theme_id=None, theme="") for state in states]  # fmt: skip


def _as_state(
    entry: Entry, change: StatusChange | None, source: Source | None, is_settled: bool
) -> EntryState:
    owners = list(entry.owners.all())
    tied = change is not None and change.evidence is not None and change.evidence.accepted
    return EntryState(
        id=entry.pk,
        kind=EntryKind(entry.kind),
        title=entry.title,
        detail=entry.detail,
        theme_id=entry.theme_id,
        theme=entry.theme.name if entry.theme else "",
        owners=tuple(owner.name for owner in owners),
        organisations=tuple(o.organisation_id for o in owners if o.organisation_id is not None),
        status=change.status if change else "",
        status_on=change.on if change else None,
        known_at=change.known_at if change else None,
        due=change.due if change else None,
        due_words=change.due_words if change else "",
        note=change.note if change else "",
        proven=is_settled or tied or bool(change and change.link),
        paper_id=entry.motion.paper_id if entry.kind == EntryKind.MOTION else "",
        source=source,
    )


def _sources(entries: list[int]) -> tuple[dict[int, Source], set[int]]:
    """Where each entry was first read, and which entries a passage settles."""
    ties = (
        Evidence.objects.filter(Q(entry__in=entries) | Q(entry__merged_into__in=entries))
        .filter(accepted=True)
        .select_related("passage__document", "entry")
        .defer("passage__document__text", "passage__document__search_text", "entry__search_text")
        .order_by("-id")
    )
    sources: dict[int, Source] = {}
    settled: set[int] = set()
    for tie in ties:
        document, passage = tie.passage.document, tie.passage
        source = Source(document.pk, document.title, document.date, passage.line, passage.quote)
        told_of = {tie.entry_id, tie.entry.merged_into_id or tie.entry_id}
        sources |= dict.fromkeys(told_of, source)
        if tie.role == EvidenceRole.SETTLES:
            settled |= told_of
    return sources, settled

"""One entry's life: what happened to it, newest first, and what hangs on it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext

from samen.core.terms import EntryKind
from samen.programme.models import (
    Commitment,
    Definition,
    Document,
    Entry,
    Evidence,
    Link,
    Motion,
    StatusChange,
    Theme,
)
from samen.programme.queries.states import standing_themes
from samen.programme.values import CommitmentFacts, MotionFacts
from samen.work import clock


@dataclass(frozen=True, slots=True)
class Told:
    """A passage about an entry, with the line where it stands."""

    evidence_id: int
    role: str
    accepted: bool
    quote: str
    document: int
    document_title: str
    line: int
    passage: int
    rejected: bool = False
    reason: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing in an entry's life: a status, or a passage about it.

    status: "" where it is a passage alone. passage: None where none stands with it.
    told_of: the entry it was told of, which differs after a merge.
    """

    on: date
    known_at: datetime
    status: str = ""
    status_id: int | None = None
    due: date | None = None
    due_words: str = ""
    note: str = ""
    link: str = ""
    by: str = ""
    passage: Told | None = None
    told_of: int = 0


@dataclass(frozen=True, slots=True)
class Tie:
    """Another entry that this one is linked with.

    pair: the rows that are tied, the one that hangs first; after a merge they may be others
    than the ones told. role reads from the first to the second.
    """

    pair: tuple[int, int]
    entry: int
    kind: EntryKind
    title: str
    role: str
    is_from_here: bool


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage of a paper with an entry that hangs on it. entry: as it is told, so merged."""

    passage: int
    quote: str
    start: int
    end: int
    lines: tuple[int, int]
    entry: int
    kind: str
    title: str
    accepted: bool


@dataclass(frozen=True, slots=True)
class Life:
    """One entry's page. events: newest first. facts: the fields of its kind that are given.

    rejected: proposed passages that a person left out.
    """

    id: int
    kind: EntryKind
    title: str
    detail: str
    theme_id: int | None
    theme: str
    owners: tuple[str, ...]
    owners_inferred: bool
    merged_into: int | None
    merged: tuple[int, ...]
    withdrawn_at: datetime | None
    withdrawn_reason: str
    facts: dict[str, object]
    events: tuple[Event, ...]
    rejected: tuple[Told, ...]
    ties: tuple[Tie, ...]

    @property
    def last_status(self) -> Event | None:
        """The status that holds: the last by day, then by when it was known."""
        return next((event for event in self.events if event.status), None)


def life_of(*, entry: int) -> Life | None:
    """One entry with its life, those merged into it told with it; None when unknown."""
    row = Entry.objects.select_related("theme").filter(pk=entry).first()
    if row is None:
        return None
    merged = tuple(row.merged.values_list("pk", flat=True))
    owners = list(row.owners.all())
    theme = row.theme if row.theme and row.theme.withdrawn_at is None else None
    return Life(
        id=row.pk,
        kind=EntryKind(row.kind),
        title=row.title,
        detail=row.detail,
        theme_id=theme.pk if theme else None,
        theme=theme.name if theme else "",
        owners=tuple(owner.name for owner in owners),
        owners_inferred=any(owner.inferred for owner in owners),
        merged_into=row.merged_into_id,
        merged=merged,
        withdrawn_at=row.withdrawn_at,
        withdrawn_reason=row.withdrawn_reason,
        facts=_facts(row),
        events=tuple(_events((row.pk, *merged))),
        rejected=tuple(_rejected((row.pk, *merged))),
        ties=tuple(_ties((row.pk, *merged))),
    )


def motion_facts(*, entry: int) -> MotionFacts | None:
    """What is known of a motion besides its wording."""
    row = Motion.objects.filter(pk=entry).first()
    if row is None:
        return None
    names = MotionFacts.__dataclass_fields__
    facts = {name: getattr(row, name) for name in names if name != "movers"}
    return MotionFacts(movers=tuple(row.movers), **facts)


def commitment_facts(*, entry: int) -> CommitmentFacts | None:
    """What is known of a commitment besides its wording."""
    row = Commitment.objects.filter(pk=entry).first()
    if row is None:
        return None
    return CommitmentFacts(
        **{name: getattr(row, name) for name in CommitmentFacts.__dataclass_fields__}
    )


def motion_with(*, dossier: str, number: str, suffix: str = "") -> int | None:
    """The id of the motion that is this paper, following a merge."""
    row = Motion.objects.filter(dossier=dossier, suffix=suffix, number=number).first()
    if row is None:
        return None
    return row.merged_into_id or row.pk


def document_with(*, document: int) -> Document | None:
    """One paper, with its text."""
    return Document.objects.filter(pk=document).first()


def passages_of_document(*, document: int) -> list[PassageRow]:
    """The passages of a paper that stand or are proposed for an entry that stands."""
    ties = Evidence.objects.filter(passage__document_id=document, rejected=False).select_related(
        "passage", "entry__merged_into"
    )
    told = [(tie, tie.entry.merged_into or tie.entry) for tie in ties]
    return [
        PassageRow(
            passage=tie.passage_id,
            quote=tie.passage.quote,
            start=tie.passage.start,
            end=tie.passage.end,
            lines=(tie.passage.line, tie.passage.line_end),
            entry=entry.pk,
            kind=entry.kind,
            title=entry.title,
            accepted=tie.accepted,
        )
        for tie, entry in told
        if entry.withdrawn_at is None
    ]


def document_by_hash(*, file_hash: str) -> int | None:
    """The id of the paper that was loaded from this very file."""
    return Document.objects.filter(file_hash=file_hash).values_list("pk", flat=True).first()


def documents() -> list[Document]:
    """Every paper by date, without its text."""
    return list(Document.objects.defer("text", "search_text").order_by("-date", "-id"))


def papers_with_text() -> list[tuple[int, str]]:
    """The id and title of every paper whose text is in the register, the newest first."""
    rows = Document.objects.exclude(text="").order_by("-date", "-id")
    return list(rows.values_list("pk", "title"))


def themes() -> list[tuple[int, str, int | None]]:
    """The id, name and parent of every theme that stands, in the order of the programme.

    A theme under a withdrawn one is told under what stands above that.
    """
    above = dict(Theme.objects.values_list("pk", "parent_id"))
    standing = dict(standing_themes().values_list("pk", "name"))
    told: list[tuple[int, str, int | None]] = []
    for pk, name in standing.items():
        parent = above[pk]
        while parent is not None and parent not in standing:
            parent = above[parent]
        told.append((pk, name, parent))
    return told


def all_themes() -> list[Theme]:
    """Every theme, the withdrawn ones included, in the order of the programme."""
    return list(Theme.objects.all())


def theme_with_slug(*, slug: str) -> Theme | None:
    """The theme with this address, also when it was withdrawn."""
    return Theme.objects.filter(slug=slug).first()


def _events(family: tuple[int, ...]) -> list[Event]:
    """Statuses with their passage, and the passages that stand alone, newest first."""
    changes = StatusChange.objects.filter(entry_id__in=family).select_related(
        "by", "evidence__passage__document", "evidence__by"
    )
    told = [_status_event(change) for change in changes]
    shown = [event.passage.evidence_id for event in told if event.passage]
    ties = (
        Evidence.objects.filter(entry_id__in=family, rejected=False)
        .exclude(pk__in=shown)
        .select_related("passage__document", "by")
    )
    told += [_passage_event(tie) for tie in ties]
    return sorted(told, key=lambda e: (e.on, e.known_at, e.status_id or 0), reverse=True)


def _rejected(family: tuple[int, ...]) -> list[Told]:
    ties = Evidence.objects.filter(entry_id__in=family, rejected=True)
    return [_told(tie) for tie in ties.select_related("passage__document", "by")]


def _status_event(change: StatusChange) -> Event:
    return Event(
        on=change.on,
        known_at=change.known_at,
        status=change.status,
        status_id=change.pk,
        due=change.due,
        due_words=change.due_words,
        note=change.note,
        link=change.link,
        by=change.by.name,
        told_of=change.entry_id,
        passage=_told(change.evidence)
        if change.evidence and not change.evidence.rejected
        else None,
    )


def _passage_event(tie: Evidence) -> Event:
    on = tie.passage.document.date or clock.day_of(tie.at)
    return Event(on=on, known_at=tie.at, by=tie.by.name, told_of=tie.entry_id, passage=_told(tie))


def _told(tie: Evidence) -> Told:
    passage = tie.passage
    return Told(
        evidence_id=tie.pk,
        role=tie.role,
        accepted=tie.accepted,
        quote=passage.quote,
        document=passage.document_id,
        document_title=passage.document.title,
        line=passage.line,
        passage=passage.pk,
        rejected=tie.rejected,
        reason=tie.reason,
        by=tie.by.name,
    )


def _ties(family: tuple[int, ...]) -> list[Tie]:
    """The links of an entry and of those merged into it, to entries that stand."""
    rows = Link.objects.filter(Q(entry__in=family) | Q(other__in=family)).select_related(
        "entry", "other__merged_into", "entry__merged_into"
    )
    ties = []
    for link in rows:
        is_from_here = link.entry_id in family
        linked = link.other if is_from_here else link.entry
        other = linked.merged_into or linked
        if other.withdrawn_at is None and other.pk not in family:
            kind = EntryKind(other.kind)
            pair = (link.entry_id, link.other_id)
            ties.append(Tie(pair, other.pk, kind, other.title, link.role, is_from_here))
    return ties


_KIND_FIELDS = {
    EntryKind.ACTION: ("action", ("plan_line",)),
    EntryKind.COMMITMENT: (
        "commitment",
        ("promised_by", "promised_to", "number", "foreign_status", "foreign_due", "activity"),
    ),
    EntryKind.MOTION: (
        "motion",
        ("movers", "cum_suis", "paper_id", "session_year", "tabled", "replaces", "tk_case",
         "tk_document", "tk_status", "tk_settled", "tk_verdict", "tk_decision"),
    ),
    EntryKind.DECISION: ("decisionpending", ("decider",)),
    EntryKind.INDICATOR: ("indicator", ("code", "unit", "direction", "source_organisation")),
    EntryKind.AMOUNT: (
        "amount",
        ("value_eur", "from_year", "until_year", "recurrence", "funded", "budget_article",
         "payer", "payee"),
    ),
    EntryKind.PROJECT: ("project", ("starts", "ends", "partners")),
    EntryKind.PUBLICATION: ("publication", ("publisher", "published_on", "url")),
    EntryKind.LEGAL: ("legaltext", ("regime", "article", "version")),
}  # fmt: skip
"""The relation and the fields that each kind has of its own."""


def _facts(row: Entry) -> dict[str, object]:
    relation, names = _KIND_FIELDS[EntryKind(row.kind)]
    own = getattr(row, relation)
    facts = {name: getattr(own, name) for name in names}
    return {name: value for name, value in facts.items() if value not in ("", None, [])}


def definitions_of(*, indicator: int) -> list[tuple[int, str]]:
    """The version of each definition of an indicator, and all that it says as sentences."""
    rows = Definition.objects.filter(indicator_id=indicator)
    return [(row.version, _in_full(row)) for row in rows]


def definitions_since(*, indicator: int) -> list[tuple[int, str, int]]:
    """As definitions_of, each with the year from which it counts; 0 where that was not told."""
    rows = Definition.objects.filter(indicator_id=indicator)
    return [(row.version, _in_full(row), row.since.year if row.since else 0) for row in rows]


def _in_full(row: Definition) -> str:
    """What is counted, by whom and from when, in the language of who reads it."""
    said = [row.words]
    if row.counted_by:
        said.append(gettext("Counted by: {who}.").format(who=row.counted_by))
    if row.since:
        said.append(gettext("Counted so from {day}.").format(day=date_format(row.since, "j F Y")))
    return " ".join(said)


def definitions_by_version(*, indicator: int) -> dict[int, int]:
    """The number of the row of each version of an indicator's definition."""
    return dict(Definition.objects.filter(indicator_id=indicator).values_list("version", "pk"))

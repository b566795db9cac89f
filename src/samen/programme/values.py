"""What goes in and out of this room's doors: plain values, no rows."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from samen.core.terms import (
    Chamber,
    Direction,
    DocumentKind,
    EntryKind,
    EvidenceRole,
    FigureMethod,
    Funded,
    Recurrence,
)

type Day = date


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a document that says something of an entry, and what it does to it."""

    document: int
    line: int
    line_end: int
    start: int
    end: int
    quote: str
    role: EvidenceRole = EvidenceRole.STATES


@dataclass(frozen=True, slots=True)
class Wording:
    """What an entry of any kind is called, under which theme, and who answers for it.

    owners: names of offices or organisations as printed. inferred: the owners do not stand
    in the text but follow from the theme.
    """

    title: str
    detail: str = ""
    theme: int | None = None
    owners: tuple[str, ...] = ()
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """A status from a day on, with its term.

    on: the day it was so. due: the last day of the term, None without one. due_words: the
    term as it was written. keep_due: take the term over from the status before.
    """

    status: str
    on: date
    due: date | None = None
    due_words: str = ""
    note: str = ""
    link: str = ""
    keep_due: bool = False


@dataclass(frozen=True, slots=True)
class MotionFacts:
    """What is known of a motion besides its wording; empty where it is not known."""

    movers: tuple[str, ...] = ()
    cum_suis: bool = False
    chamber: str = Chamber.HOUSE
    dossier: str = ""
    suffix: str = ""
    number: str = ""
    session_year: str = ""
    tabled: date | None = None
    replaces: str = ""
    tk_case: str = ""
    tk_document: str = ""
    tk_status: str = ""
    tk_settled: bool | None = None
    tk_verdict: str = ""
    tk_decision: str = ""


@dataclass(frozen=True, slots=True)
class CommitmentFacts:
    """What is known of a promise besides its wording; empty where it is not known."""

    promised_by: str = ""
    promised_to: str = ""
    number: str = ""
    foreign_status: str = ""
    foreign_due: date | None = None
    activity: str = ""


@dataclass(frozen=True, slots=True)
class AmountFacts:
    """A sum in euros with its years and its cover."""

    value_eur: Decimal
    from_year: int | None = None
    until_year: int | None = None
    recurrence: Recurrence = Recurrence.UNKNOWN
    funded: Funded = Funded.UNKNOWN
    budget_article: str = ""
    payer: str = ""
    payee: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorFacts:
    """What an indicator counts. code: its name in an address, made from the title if empty.

    definition, counted_by, since: what is counted, by whom, and from which day it is counted so.
    """

    code: str = ""
    unit: str = ""
    direction: Direction = Direction.NEITHER
    source_organisation: str = ""
    definition: str = ""
    counted_by: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class FigureFacts:
    """One published value. until_year: None for a single year. value: None for words only."""

    year: int
    publication: str
    value: Decimal | None = None
    words: str = ""
    until_year: int | None = None
    breakdown: str = ""
    published_on: date | None = None
    vintage: str = ""
    definition: int | None = None
    method: FigureMethod = FigureMethod.REPORTED
    certainty: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class TargetFacts:
    """A value aimed at for a year. value: None for words only."""

    year: int
    value: Decimal | None = None
    words: str = ""
    set_by: str = ""
    decided_on: date | None = None
    source: str = ""
    certainty: str = ""


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What is known of a paper. file_hash: SHA-256 in hexadecimals, "" without a file."""

    title: str
    kind: DocumentKind = DocumentKind.LETTER
    date: Day | None = None
    chamber: str = ""
    dossier: str = ""
    suffix: str = ""
    number: str = ""
    other_dossiers: tuple[str, ...] = ()
    sender: str = ""
    session_year: str = ""
    reference: str = ""
    house_numbers: tuple[str, ...] = ()
    url: str = ""
    note: str = ""
    file_hash: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where an entry was first read: the document and its line."""

    document: int
    title: str
    date: Day | None
    line: int
    quote: str


@dataclass(frozen=True, slots=True)
class EntryState:
    """An entry as it was on a day, as the register knew it at a moment.

    status: "" for a kind without a ladder. paper_id: of a motion, else "". proven: accepted
    evidence or a link stands with the last status, or a passage settles the entry.
    """

    id: int
    kind: EntryKind
    title: str
    detail: str
    theme_id: int | None
    theme: str
    owners: tuple[str, ...]
    organisations: tuple[int, ...]
    status: str
    status_on: date | None
    known_at: datetime | None
    due: date | None
    due_words: str
    note: str
    proven: bool
    paper_id: str = ""
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class FigureState:
    """A figure with everything that must stand beside it, ready to be printed.

    supersedes, superseded_by: the standing value before and after it.
    """

    id: int
    indicator: int
    code: str
    name: str
    unit: str
    year: int
    until_year: int
    breakdown: str
    value: Decimal | None
    words: str
    publication: str
    published_on: date | None
    vintage: str
    definition: str
    definition_version: int | None
    method: FigureMethod
    certainty: str
    source: str
    supersedes: int | None
    superseded_by: int | None
    document: int | None = None
    withdrawn_at: datetime | None = None
    withdrawn_reason: str = ""

    def is_out(self, today: date) -> bool:
        """Whether it was published by a day."""
        if self.published_on is None:
            return self.year <= today.year
        return self.published_on <= today


@dataclass(frozen=True, slots=True)
class TargetState:
    """A target with its place in its history: the standing one before and after it."""

    id: int
    indicator: int
    year: int
    value: Decimal | None
    words: str
    set_by: str
    decided_on: date | None
    source: str
    certainty: str
    replaces: int | None
    replaced_by: int | None
    withdrawn_at: datetime | None = None
    withdrawn_reason: str = ""


@dataclass(frozen=True, slots=True)
class AmountState:
    """An amount with its years, its cover and the entries that it hangs on."""

    id: int
    title: str
    value_eur: Decimal
    from_year: int | None
    until_year: int | None
    recurrence: Recurrence
    funded: Funded
    budget_article: str
    payer: str
    payee: str
    hangs_on: tuple[int, ...]

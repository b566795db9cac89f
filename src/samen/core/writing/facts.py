"""What the register knows, as values: the side that a draft is held against."""

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from samen.core.periods import say_date
from samen.core.sheets.charts import Chart
from samen.core.terms import ActionStatus, CandidateKind, Funded, Recurrence

NO_THEME = "Overig"
_FRAME = frozenset(
    {
        "inleiding",
        "slot",
        "slotwoord",
        "tenslotte",
        "ten slotte",
        "tot slot",
        "afsluiting",
        "conclusie",
    }
)
"""Headings of a letter that open or close it: no subject, so no section of the next letter."""


_LEAD = re.compile(r"(?:Begin|Eind|Medio|Voor|In|Na|Tot|Per|Uiterlijk|Binnen|Tegen|Vanaf)\b")
"""How a term begins that stood at the start of a sentence: it is put inside another one."""
_PART = re.compile(
    r"(?:(?:eerste|tweede|derde|vierde|laatste) )?"
    r"(?:(?P<het>kwartaal|halfjaar|voorjaar|najaar)|(?P<de>helft|zomer|winter))\b",
    re.IGNORECASE,
)
"""A part of a year, which a sentence calls "het voorjaar" or "de eerste helft"."""


@dataclass(frozen=True, slots=True)
class EntryFact:
    """An action, commitment or motion on the day of the letter.

    status: its word on its ladder. closed: nothing more is expected of it. proven: evidence
    with the role `settles` was accepted. told_last: it stood in the letter before. number:
    the paper of a motion ("kst-28638-192"), else "".
    """

    id: int
    kind: CandidateKind
    title: str
    theme: str = ""
    owners: tuple[str, ...] = ()
    status: str = ""
    closed: bool = False
    proven: bool = False
    due: date | None = None
    due_words: str = ""
    told_last: bool = False
    number: str = ""
    said: str = ""
    """What the last status said, in the owner's words."""
    quote: str = ""
    """The passage that the entry came from."""
    on: date | None = None
    """The day of the last status."""
    said_on: date | None = None
    """The day that its title was said on: "dit najaar" in it is of that year."""

    @property
    def section(self) -> str:
        """The title of the section that tells of it: its theme, or that of what has none."""
        return NO_THEME if self.theme.lower() in _FRAME else self.theme or NO_THEME

    @property
    def term(self) -> str:
        """The term in words that hold on any day: its own where they name a year, else the day."""
        if self.due and not re.search(r"\b(?:19|20)\d\d\b", self.due_words):
            return say_date(self.due)
        if part := _PART.match(self.due_words):
            return f"{part.lastgroup} {self.due_words.lower()}"
        first, rest = self.due_words[:1], self.due_words[1:]
        return first.lower() + rest if _LEAD.match(self.due_words) else self.due_words

    @property
    def has_term(self) -> bool:
        """Whether its term still asks something; what goes on all the time has no end."""
        ends = not self.closed and self.status != ActionStatus.CONTINUOUS
        return ends and self.due is not None

    def is_overdue(self, on: date) -> bool:
        return self.has_term and self.due is not None and self.due < on

    def says(self, number: str) -> bool:
        """Whether a number stands in the title, the quote, the last status or an owner's name."""
        told = " ".join((self.title, self.quote, self.said, *self.owners))
        return re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d]|[.,]\d)", told) is not None


@dataclass(frozen=True, slots=True)
class FigureFact:
    """A figure: never a bare number.

    id: "12", or "doel-3" for a target. value is None where there are only words.
    told_last: the value that the letter before
    gave for the same indicator, year and breakdown, or None. base: the id of the figure that
    a percentage is a change against.
    """

    id: str
    indicator: str
    year: int
    breakdown: str
    value: Decimal | None
    words: str
    unit: str
    publication: str
    published_on: date | None
    definition: int = 1
    method: str = "reported"
    kind: str = "realised"
    told_last: Decimal | None = None
    parts_of: str | None = None
    moved_from: Decimal | None = None
    """Of a target: the value it replaced."""
    until: int = 0
    """The last year of a figure over more than one; 0 for a single year."""
    interval: tuple[int, int] | None = None
    """Of an estimate: within which the number lies, at 95%."""
    vintage: str = ""
    """Which edition of its publication, where that has more than one."""
    note: str = ""
    """What the figure counts, in the words of its definition."""
    was: Decimal | None = None
    """What stood in its field before another figure came in its place, or it was withdrawn."""
    successor: str = ""
    """Where its field still names a figure that stands no more: the id of the one that does."""

    @property
    def before(self) -> Decimal | None:
        """The value that its reader knows and that is another now; None where there is none."""
        known = self.was if self.was is not None else self.told_last
        return known if known != self.value else None

    @property
    def last_year(self) -> int:
        return self.until or self.year

    @property
    def years(self) -> str:
        """The year, or the years from the first to the last: "2016-2020"."""
        return f"{self.year}-{self.until}" if self.until else str(self.year)


@dataclass(frozen=True, slots=True)
class AmountFact:
    """An amount in euros, with what makes it readable: period, recurrence, cover."""

    id: int
    title: str
    value_eur: Decimal
    from_year: int | None = None
    until_year: int | None = None
    recurrence: Recurrence = Recurrence.UNKNOWN
    funded: Funded = Funded.UNKNOWN


@dataclass(frozen=True, slots=True)
class PaperFact:
    """A parliamentary paper that the register knows."""

    id: str
    title: str
    on: date | None = None
    session_year: str = ""


@dataclass(frozen=True)
class Facts:
    """Everything a draft may report on, and when the letter and the one before it are dated."""

    today: date
    entries: dict[int, EntryFact] = field(default_factory=dict)
    figures: dict[str, FigureFact] = field(default_factory=dict)
    amounts: dict[int, AmountFact] = field(default_factory=dict)
    papers: dict[str, PaperFact] = field(default_factory=dict)
    previous: date | None = None
    abbreviations: dict[str, str] = field(default_factory=dict)
    """Abbreviation to the full name that introduces it."""
    laws: tuple[str, ...] = ()
    """The articles of law in the register, as a field names them: "Sr 273f"."""
    replaced: dict[str, FigureFact] = field(default_factory=dict)
    """By the key of a field: what stands now where the figure that was put there stands no more."""

    charts: tuple[Chart, ...] = ()
    """Of what was released of the figures that the letter tells."""

    def figure(self, key: str) -> FigureFact | None:
        """The figure that a field prints."""
        return self.figures.get(key) or self.replaced.get(key)

    def by_section(self) -> dict[str, list[EntryFact]]:
        """Entries to tell of, by the title of their section, in the order of the register.

        The section of what has no theme comes last. What was closed when the letter before
        was written is not told again.
        """
        told: dict[str, list[EntryFact]] = {}
        for entry in sorted(self.entries.values(), key=lambda e: (e.section == NO_THEME, e.id)):
            if not self._was_closed(entry):
                told.setdefault(entry.section, []).append(entry)
        return told

    def _was_closed(self, entry: EntryFact) -> bool:
        if entry.on is None or self.previous is None:
            return False
        return entry.closed and entry.on <= self.previous

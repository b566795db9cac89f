"""A candidate: what a passage of a letter may be, until a person decides.

Every candidate has its quote, its place, a confidence and the reason it fired. The detail
holds the fields of its kind; a field that the text does not give is empty, never guessed.
"""

from dataclasses import asdict, dataclass, field
from typing import Any

from samen.core.terms import CandidateKind


@dataclass(frozen=True, slots=True)
class Candidate:
    """One candidate.

    start, end: its stretch of `Letter.text`. quote: verbatim words of the original, white
    space folded. line, line_end: lines of the original, from 1. confidence: 0 to 1.
    reason: why it fired, in words. theme: the heading it stands under, or "".
    detail: the fields of its kind, JSON-ready (dates as ISO strings).
    """

    kind: CandidateKind
    start: int
    end: int
    quote: str
    line: int
    line_end: int
    confidence: float
    reason: str
    theme: str = ""
    detail: dict[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """The flat form that `./samen read --json` prints."""
        flat: dict[str, Any] = asdict(self)
        detail: dict[str, Any] = flat.pop("detail")
        return flat | detail


@dataclass(frozen=True, slots=True)
class Signatory:
    """An office and the person who signs for it."""

    name: str
    office: str


@dataclass(frozen=True, slots=True)
class Masthead:
    """What a letter says about itself; empty where it does not say it."""

    date: str = ""
    reference: str = ""
    house: str = ""
    sequence: int | None = None
    dossier: str = ""
    signatories: tuple[Signatory, ...] = ()
    department: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from a letter."""

    masthead: Masthead
    candidates: tuple[Candidate, ...]
    notes: tuple[str, ...] = ()

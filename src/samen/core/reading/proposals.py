"""A proposal: what an extractor found, before the letter gives it quote, line and theme."""

from dataclasses import dataclass, field
from typing import Any

from samen.core.terms import CandidateKind


@dataclass(frozen=True, slots=True)
class Proposal:
    """One find in `Letter.text[start:end]`; the detail holds the fields of its kind, JSON-ready."""

    kind: CandidateKind
    start: int
    end: int
    confidence: float
    reason: str
    detail: dict[str, Any] = field(default_factory=dict)

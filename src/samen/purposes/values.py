"""The vocabulary of what is proposed about processings; Dutch in `docs/glossary.md`."""

from enum import StrEnum


class ResolutionKind(StrEnum):
    """What is proposed about a processing."""

    OPEN = "open"
    CHANGE = "change"
    PROLONG = "prolong"
    JOIN = "join"
    MEMBER = "member"


class ResolutionOutcome(StrEnum):
    """What became of what was proposed about a processing."""

    WAITING = "waiting"
    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"

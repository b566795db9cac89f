"""What the acts and the doors of this room share."""

from dataclasses import dataclass
from datetime import date

from samen.core.terms import MemberRole
from samen.purposes.keeping import Due

ASKERS = (MemberRole.ANALYST, MemberRole.CASE_HOLDER)
"""Who asks and answers, when they see the whole of a processing."""
NEVER = Due(date(9999, 12, 31), date(9999, 12, 31))
"""Of questions: they account for what was done."""
EXPIRES_DAYS = 14
"""After which a question that was counted has to be asked anew."""
LONGEST_REASON = 500
MOST_AT_ONCE = 200
"""Hits that are answered alike in one act: as many as a person can look over."""
LONGEST_YEARS_DAYS = 731


@dataclass(frozen=True, slots=True)
class Agreement:
    """What is agreed with another organisation. decision: its reference."""

    organisation: int
    goal: str
    article: str
    decision: str
    start: date
    until: date
    address: str = ""
    key: str = ""

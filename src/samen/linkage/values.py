"""What the acts and the doors of this room share: terms, and who may link."""

from datetime import date

from samen.core.terms import MemberRole
from samen.purposes.keeping import Due

CODE = "samen 6"
"""Version of what a run does; another one may give other links for the same registrations, and
cannot read its levels."""
LINKERS = (MemberRole.ANALYST, MemberRole.CASE_HOLDER)
"""Who links and judges, when they see the whole of a processing."""
NEVER = Due(date(9999, 12, 31), date(9999, 12, 31))
"""Of runs, decisions and events: they name no registration, and account for what was done."""
SUGGESTED = 0.5
"""The chance from which a pair is put before people as a suggestion."""

"""Consent that is withdrawn, where all rests on it: what was held on it goes the next day.

The day between is for who noted it by mistake. Source: GDPR art. 7(3), art. 17(1)(b).
"""

from collections.abc import Mapping
from datetime import date, timedelta

from samen.core.registration.checking import CONSENT, ON_CONSENT
from samen.core.registration.kinds import NO
from samen.core.terms import Ground, ValueState


def after_withdrawal(day: date) -> date:
    """When a registration goes of which consent was withdrawn on a day."""
    return day + timedelta(days=1)


def is_withdrawn(ground: str, said: Mapping[str, Mapping[str, str]]) -> bool:
    """Whether a registration rests on consent that the person does not give."""
    consent = said.get(CONSENT, {})
    is_no = consent.get("value") == NO or consent.get("state") == ValueState.REFUSED
    return Ground(ground) in ON_CONSENT and is_no

"""The only place that reads the clock. Views, commands and jobs ask here and pass it on."""

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone


def now() -> datetime:
    """This moment, with its time zone."""
    return timezone.now()


def today() -> date:
    """The day that pages call today: the real one, or the one in SAMEN_TODAY."""
    return settings.TODAY or timezone.localdate()


def day_of(moment: datetime) -> date:
    """The day that pages called today at a moment: SAMEN_TODAY holds back what came later."""
    day = timezone.localdate(moment)
    return min(day, settings.TODAY) if settings.TODAY else day

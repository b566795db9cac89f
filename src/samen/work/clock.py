"""The only place that reads the clock. Views, commands and jobs ask here and pass it on."""

from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.utils import timezone


def now() -> datetime:
    """This moment, with its time zone."""
    return timezone.now()


def chosen_day() -> date | None:
    """The day in SAMEN_TODAY, or the one to which the demo was moved; None for the real one."""
    moved: Path = settings.DEMO_DAY
    if settings.DEMO and moved.exists():
        return date.fromisoformat(moved.read_text())
    day: date | None = settings.TODAY
    return day


def today() -> date:
    """The day that pages call today: the real one, or the chosen one."""
    return chosen_day() or timezone.localdate()


def day_of(moment: datetime) -> date:
    """The day that pages called today at a moment: a chosen day holds back what came later."""
    day, chosen = timezone.localdate(moment), chosen_day()
    return min(day, chosen) if chosen else day

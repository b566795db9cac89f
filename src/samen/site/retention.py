"""What goes when its term is over, in all rooms: one act that is run every hour.

The terms and their grounds stand in docs/privacy.md and at the tables themselves.
"""

from datetime import datetime

from django.conf import settings
from django.utils import timezone

from samen.accounts import retention as accounts
from samen.figures import actions_of_keeping as figures
from samen.programme import actions as programme
from samen.purposes import actions as purposes
from samen.register import actions_of_keeping as register
from samen.work import actions as work
from samen.work import clock


def keep_terms(*, now: datetime) -> dict[str, int]:
    """Remove or empty what is due at a moment; return how much of each. Repeatable."""
    work.remove_old_jobs()
    today = clock.chosen_day() or timezone.localdate(now)
    return {
        "work": work.remove_old_work(now=now),
        "register": register.destroy_due(today=today, now=now),
        "reasons": purposes.empty_reasons(today=today),
        "counts": figures.destroy_due(today=today),
        "accounts": accounts.empty_closed_accounts(today=timezone.localtime(now).date()),
        "calendars": programme.remove_calendars_of_closed_accounts(),
        "sessions": accounts.remove_ended_sessions(now=now),
        "tries": accounts.remove_counted_tries(now=now, table=settings.CACHE_TABLE),
    }

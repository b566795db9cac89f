"""`./samen manage retention`: remove now what the worker removes every hour."""

from typing import Any

from django.core.management.base import BaseCommand

from samen.site.retention import keep_terms
from samen.work import clock

WORDS = {
    "work": "pieces of long work removed (ended ninety days ago)",
    "register": "registrations destroyed (due, docs/register.md)",
    "reasons": "reasons for ending a hold emptied (after five years)",
    "counts": "counts and looks of the gate destroyed (due, docs/figures.md)",
    "accounts": "accounts emptied (closed two years ago)",
    "calendars": "calendar addresses removed (of closed accounts)",
    "sessions": "sessions removed (time over)",
    "tries": "counted tries removed (time over)",
}


class Command(BaseCommand):
    """Runs every term once and prints what went."""

    help = "Remove or empty what is past its term (docs/privacy.md); the worker does so hourly."

    def handle(self, *_args: Any, **_options: Any) -> None:
        for name, count in keep_terms(now=clock.now()).items():
            self.stdout.write(f"{count} {WORDS[name]}")

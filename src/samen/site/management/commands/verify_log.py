"""`./samen manage verify_log`: whether the log is as it was written, against the second store."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from samen.purposes.signing import public_key
from samen.site.checkpoints import verified

WHAT = {
    "altered": "entry {number} says something else than when it was written",
    "dropped": "entry {number} is missing",
    "unchained": "before entry {number} stood another one",
    "truncated": "the log was cut short: entry {number} is missing and a checkpoint knows it",
    "rewritten": "the log was written anew: a checkpoint knows another entry {number}",
    "unkept": "the second store lost the checkpoint of entry {number}",
    "unsigned": "the checkpoint of entry {number} was not signed with our key",
}


class Command(BaseCommand):
    """Verifies the whole chain; leaves with 1 where it is broken, and says where first."""

    help = "Verify the log of looks at persons against the checkpoints of SAMEN_CHECKPOINTS."

    def handle(self, *_args: Any, **_options: Any) -> None:
        entries, lines, fault = verified()
        if fault is not None:
            self.stderr.write(f"Broken: {WHAT[fault.what].format(number=fault.number)}.")
            sys.exit(1)
        last = f"the last of {lines[-1].at} at entry {lines[-1].number}" if lines else "none yet"
        self.stdout.write(f"{entries} entries are as they were written.")
        self.stdout.write(f"{len(lines)} checkpoints, {last}; public key {public_key()}.")

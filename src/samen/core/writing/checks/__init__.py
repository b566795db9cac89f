"""Lint for a letter: what stands between a draft and Parliament.

`check_letter` runs every check; blocking findings come first. Each finding has its place,
its reason and how to mend it.
"""

from collections.abc import Sequence

from samen.core.writing.checks.figures import check_figures
from samen.core.writing.checks.findings import BLOCKING, MENDS, NAMES, REASONS, Check, Finding
from samen.core.writing.checks.language import check_language
from samen.core.writing.checks.numbers import check_numbers
from samen.core.writing.checks.promises import check_promises
from samen.core.writing.checks.references import check_references
from samen.core.writing.checks.statuses import check_statuses
from samen.core.writing.checks.years import check_years
from samen.core.writing.draft import Section
from samen.core.writing.facts import Facts

__all__ = ["BLOCKING", "MENDS", "NAMES", "REASONS", "Check", "Finding", "check_letter"]

CHECKS = (
    check_promises,
    check_statuses,
    check_figures,
    check_years,
    check_references,
    check_numbers,
    check_language,
)


def check_letter(sections: Sequence[Section], facts: Facts) -> list[Finding]:
    """All findings of a draft, blocking ones first, then in reading order."""
    order = {section.key: place for place, section in enumerate(sections)}
    found = [finding for check in CHECKS for finding in check(sections, facts)]
    return sorted(
        found, key=lambda f: (not f.is_blocking, order.get(f.section, -1), f.start, f.check)
    )

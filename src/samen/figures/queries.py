"""What may be asked of counts, inside their purpose, and of what is defined."""

from uuid import UUID

from django.db.models import Max, QuerySet

from samen.core.terms import MemberRole, Scope
from samen.figures.models import Count, CountingQuery, GateReport
from samen.purposes.inside import Purpose

MOST_COUNTS = 30
type Run = Count
"""A count as these doors give it, for who may not build or write one."""


def defined() -> QuerySet[CountingQuery]:
    """Every way to count in its latest version, by name."""
    latest = CountingQuery.objects.values("name").annotate(last=Max("version"))
    numbers = {(row["name"], row["last"]) for row in latest}
    rows = CountingQuery.objects.select_related("indicator", "definition")
    return rows.filter(
        pk__in=[row.pk for row in rows if (row.name, row.version) in numbers]
    ).order_by("name")


def versions(name: str) -> list[CountingQuery]:
    """All versions of a way to count, the latest first."""
    found = CountingQuery.objects.filter(name=name)
    return list(found.select_related("indicator", "definition", "created_by"))


def may_count(purpose: Purpose) -> bool:
    """Whether who opened a purpose counts in it."""
    is_statistician = purpose.role == MemberRole.STATISTICIAN
    return is_statistician and purpose.membership.scope == Scope.NATIONAL


def counts(purpose: Purpose) -> QuerySet[Count]:
    """The runs in a processing, latest first. Their cells are exact: no page shows them."""
    return Count.objects.filter(
        processing=purpose.membership.processing_id, regime=purpose.regime
    ).select_related("query__indicator", "query__definition", "registrar")


def latest_counts(purpose: Purpose) -> QuerySet[Count]:
    """The runs from which something is chosen."""
    return counts(purpose)[:MOST_COUNTS]


def count_with(purpose: Purpose, number: UUID) -> Count | None:
    return counts(purpose).filter(pk=number).first()


def reports(purpose: Purpose) -> QuerySet[GateReport]:
    """What the gate said in a processing, latest first."""
    return GateReport.objects.filter(
        processing=purpose.membership.processing_id, regime=purpose.regime
    ).select_related("registrar")

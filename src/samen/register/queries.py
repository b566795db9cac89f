"""What is in the register, as one purpose sees it. Each look is noted in the purpose's log.

The database leaves out what the purpose does not show; nothing here does.
"""

import json
from collections.abc import Iterable, Sequence
from itertools import pairwise, product
from uuid import UUID

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import connection
from django.db.models import Count, Q, QuerySet, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext_noop as _

from samen.core.errors import Refused
from samen.core.terms import Ground, LogAct, MemberRole
from samen.purposes.inside import Purpose
from samen.purposes.keeping import Due, due_within
from samen.register.models import Delivery, Hold, Registration, RegistrationVersion
from samen.register.names import beginnings
from samen.register.values import TYPED

type Seen = Registration
"""A registration as these doors give it, for who may not build or write one."""

MOST_FOUND = 50
LAST_LETTER = chr(0x10FFFF)
COMPARED = "SELECT register_compared(%s::jsonb, %s, %s)"
FACETS = ("kind", "sex", "region", "organisation", "delivery")


def search(
    purpose: Purpose, *, name: str = "", phone: str = "", document: str = "", postcode: str = ""
) -> list[Registration]:
    """The registrations that fit all that is given, at most fifty; none when nothing is given.

    name: beginnings of given and family names, in any order, by their sound; what is spelled
    most alike comes first (trigrams). The others as the register writes them.
    """
    asked = {"phone": phone, "document_number": document, "postcode": postcode}
    conditions = [Q(**{field: value}) for field, value in asked.items() if value]
    conditions += [_begins(sounds) for sounds in beginnings(name)]
    found: list[Registration] = []
    if conditions:
        chosen = Registration.objects.filter(
            *conditions, processing=purpose.membership.processing_id, regime=purpose.regime
        )
        whole = Concat("given_names", Value(" "), "family_name")
        alike = TrigramWordSimilarity(name, whole).desc()
        ordered = chosen.order_by(alike, "family_key", "given_key", "pk")
        found = list(ordered.prefetch_related("organisation")[:MOST_FOUND])
    fields = [field for field, value in asked.items() if value] + ["name"] * bool(name)
    purpose.note(LogAct.READ, [each.pk for each in found], fields)
    return found


def is_hit(purpose: Purpose, *, name: str = "", phone: str = "", document: str = "") -> bool | None:
    """Whether a whole name, or a number, is among what may only be compared: data of the daily
    police task from a year to five years old (Wpg art. 8 lid 2 and 3). Nothing else is told, and
    the database logs it.
    None where nothing is compared: for another ground, or who is no registrar or case holder."""
    compares = purpose.role in (MemberRole.REGISTRAR, MemberRole.CASE_HOLDER)
    if not compares or purpose.ground is not Ground.WPG8 or not (name or phone or document):
        return None
    with connection.cursor() as cursor:
        cursor.execute(COMPARED, [json.dumps(beginnings(name)), phone, document])
        return bool(cursor.fetchone()[0])


def _begins(sounds: Iterable[str]) -> Q:
    """A name begins with one of these, in comparisons that may use an index below policies."""
    found = Q()
    for key, sound in product(("family_key", "given_key"), sounds):
        found |= Q(**{f"{key}__gte": sound, f"{key}__lt": sound + LAST_LETTER})
    return found


def registration(purpose: Purpose, number: UUID, *, to_change: bool = False) -> Registration | None:
    """One registration with all its fields; None when the purpose does not show it.

    to_change: it is held until the act is done, so that nobody changes it in between.
    """
    rows = Registration.objects.select_for_update() if to_change else Registration.objects
    found = rows.filter(pk=number).first()
    purpose.note(LogAct.READ, [number] if found else [], ["all"])
    return found


def days_of(purpose: Purpose, row: Seen) -> Due:
    """When a registration goes: on its own days, or sooner with its processing."""
    own = Due(row.remove_due, row.destroy_due)
    return due_within(own, Ground(row.ground), purpose.membership.processing.end)


def versions(purpose: Purpose, number: UUID) -> list[RegistrationVersion]:
    """What a registration was before each change, latest first."""
    found = list(RegistrationVersion.objects.filter(registration=number))
    purpose.note(LogAct.READ, [number] if found else [], ["versions"])
    return found


def corrections_overtaken(
    row: Registration, versions: Sequence[RegistrationVersion]
) -> list[list[str]]:
    """Of each version, latest first, the fields that a person had corrected and of which the file
    that came then said something else."""
    states = [{"corrected": row.corrected, "delivery_id": str(row.delivery_id)},
              *(each.was for each in versions)]  # fmt: skip
    told = [(each.get("corrected") or {}, each.get("delivery_id")) for each in states]
    return [
        sorted(set(was) - set(now)) if file != file_of_now else []
        for (now, file_of_now), (was, file) in pairwise(told)
    ]


def what_changed(row: Registration, versions: Sequence[RegistrationVersion]) -> list[list[str]]:
    """Of each version, latest first, the fields that say something else in what came after it."""
    states = [row.said, *(each.said for each in versions)]
    return [
        sorted(name for name in {*now, *was} if now.get(name) != was.get(name))
        for now, was in pairwise(states)
    ]


def counts(purpose: Purpose, by: str) -> dict[str, int]:
    """How many registrations the purpose shows, by one of FACETS. Raises KeyError for another."""
    if by not in FACETS:
        raise KeyError(by)
    purpose.note(LogAct.READ, [], [f"counts by {by}"])
    rows = Registration.objects.values_list(by).annotate(n=Count("pk")).order_by(by)
    return {str(value): n for value, n in rows}


def statistics(purpose: Purpose, by: Iterable[str]) -> list[tuple[dict[str, object], int | None]]:
    """Counts for a statistician: rounded to fives, None for a cell of fewer than five.

    by: of kind, sex, region, organisation, year, nationality, birth_country. Raises Refused for
    who is no statistician.
    """
    if purpose.role != MemberRole.STATISTICIAN:
        raise Refused(
            _("Only a statistician gets these counts."),
            _("Other members see rows, and count these."),
            _("Open the purpose as a statistician."),
        )
    fields = sorted(by)
    purpose.note(LogAct.READ, [], [f"statistics by {', '.join(fields)}"[:40]])
    with connection.cursor() as cursor:
        cursor.execute("SELECT cell::text, n FROM register_counts(%s::text[])", [fields])
        return [(json.loads(cell), n) for cell, n in cursor.fetchall()]


def deliveries(purpose: Purpose) -> QuerySet[Delivery]:
    """The files that the purpose shows, latest first. No person is in them."""
    return _came_in(purpose).exclude(findings__has_key=TYPED)


def typed(purpose: Purpose) -> QuerySet[Delivery]:
    """The registrations that were typed, as deliveries of one row each, latest first."""
    return _came_in(purpose).filter(findings__has_key=TYPED)


def _came_in(purpose: Purpose) -> QuerySet[Delivery]:
    found = Delivery.objects.filter(processing=purpose.membership.processing_id)
    return found.select_related("registrar", "organisation")


def holds(purpose: Purpose, number: UUID) -> list[Hold]:
    """The holds on a registration, latest first, ended ones too."""
    purpose.note(LogAct.READ, [number], ["holds"])
    return list(Hold.objects.filter(registration=number))

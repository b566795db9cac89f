"""How many persons or registrations there are, by what is known of them: for who counts only.

A statistician sees the whole of a processing and no row of it. What is counted here is exact:
it is for the gate through which figures are published, and no page shows it as it is.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import DatabaseError, connection, transaction
from django.db.models import Count
from django.utils.translation import gettext_noop as _
from psycopg.errors import InvalidAuthorizationSpecification

from samen.core.errors import BadInput, Refused
from samen.core.terms import LogAct, RegistrationKind
from samen.linkage.models import BucketChange
from samen.purposes.inside import Purpose

FIELDS = ("sex", "age", "exploitation", "nationality", "region", "organisation", "sources")
"""By what can be counted, beside the year. sources: which organisations registered a person."""
BUCKETS = tuple(f"{number:02x}" for number in range(256))
COUNTS = (
    "SELECT bucket, changes, inputs, holds, cells::text"
    " FROM linkage_counts(%s, %s, %s, %s, %s, %s::uuid[], %s::uuid[])"
)

CODE = (
    "SELECT encode(sha256(convert_to(prosrc, 'UTF8')), 'hex') FROM pg_proc"
    " WHERE proname = 'linkage_counts'"
)


@dataclass(frozen=True, slots=True)
class Counting:
    """What is counted. persons: each person once a year; else each registration."""

    about: RegistrationKind
    persons: bool
    by: tuple[str, ...]
    first_year: int
    last_year: int

    def __post_init__(self) -> None:
        wrong = sorted(set(self.by) - set(FIELDS))
        if wrong:
            raise BadInput(
                _("There is no {wrong} to count by."),
                _("Counts are by the year and {fields}."),
                _("Choose from these."),
                wrong=", ".join(wrong), fields=", ".join(FIELDS),
            )  # fmt: skip
        if self.first_year > self.last_year:
            raise BadInput(
                _("The first year is {first} and the last {last}."),
                _("Years are counted from the first to the last."),
                _("Turn them round."),
                first=self.first_year, last=self.last_year,
            )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Bucket:
    """The count of one of 256 parts of all persons.

    changes: how often the part had changed when it was counted. inputs: SHA-256 of which
    registrations of which persons stand in which cell. holds: the first day on which one of
    these is out of sight. cells: year and codes, in the order of `by` -> how many.
    """

    name: str
    changes: int
    inputs: str
    holds: date
    cells: Mapping[tuple[str, ...], int]


def counted(
    purpose: Purpose, counting: Counting, buckets: Collection[str] = BUCKETS
) -> list[Bucket]:
    """The counts of these parts, of one moment. Raises Refused for who does not count all."""
    fields = list(counting.by)
    starts, ends = zip(*_ranges(sorted(buckets)), strict=True) if buckets else ((), ())
    purpose.note(LogAct.READ, [], [f"counts by {', '.join(fields) or 'year'}"[:40]])
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(COUNTS, [
                counting.about, counting.persons, fields, counting.first_year,
                counting.last_year, list(starts), list(ends),
            ])  # fmt: skip
            rows = cursor.fetchall()
    except DatabaseError as error:
        raise _why(error) from error
    order = ("year", *counting.by)
    return [
        Bucket(name, changed, inputs, holds, _cells(json.loads(cells), order))
        for name, changed, inputs, holds, cells in rows
    ]


def changes(purpose: Purpose) -> dict[str, int]:
    """How often each part of the persons changed so far; a part that never did is not there."""
    marks = BucketChange.objects.filter(
        processing=purpose.membership.processing_id, regime=purpose.regime
    )
    return dict(marks.values_list("bucket").annotate(n=Count("pk")).order_by("bucket"))


def code() -> str:
    """SHA-256 of the function of the database that counts."""
    with connection.cursor() as cursor:
        cursor.execute(CODE)
        return str(cursor.fetchone()[0])


def _ranges(buckets: Iterable[str]) -> list[tuple[str, str]]:
    """The first and the last number of parts that stand side by side."""
    found: list[list[int]] = []
    for number in (int(each, 16) for each in buckets):
        if found and found[-1][1] + 1 == number:
            found[-1][1] = number
        else:
            found.append([number, number])
    return [
        (str(UUID(f"{low:02x}" + "0" * 30)), str(UUID(f"{high:02x}" + "f" * 30)))
        for low, high in found
    ]


def _cells(rows: Any, order: Collection[str]) -> dict[tuple[str, ...], int]:
    return {tuple(cell[name] for name in order): n for cell, n in rows}


def _why(error: DatabaseError) -> Exception:
    if not isinstance(error.__cause__, InvalidAuthorizationSpecification):
        return error
    return Refused(
        _("Only a statistician who sees the whole of a processing counts in it."),
        _("Others see rows, or a part of them."),
        _("Open the purpose as one, or ask its controller."),
    )

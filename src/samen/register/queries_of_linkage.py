"""What linkage asks of the register: all registrations of persons in a purpose, as columns.

What is read here is noted by who asks, who knows whom a result is about.
"""

import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

import pyarrow as pa
from django.db import connection
from pyarrow import csv

from samen.core.matching.columns import Column
from samen.core.terms import RegistrationKind
from samen.purposes.inside import Purpose
from samen.register.models import Registration

AT_ONCE = 8 << 20
"""Bytes that are read before they become columns."""
PERSONS = (RegistrationKind.VICTIM, RegistrationKind.SUSPECT)
SHOWN = " FROM register_registration WHERE kind IN ('victim', 'suspect') ORDER BY id"
READ: dict[str, str] = {
    "id": "id",
    Column.GIVEN_NAME: "given_names",
    Column.FAMILY_NAME_PREFIX: "family_name_prefix",
    Column.FAMILY_NAME: "family_name",
    Column.BIRTH_DATE: "CASE birth_precision WHEN 'day' THEN birth_from::text"
    " WHEN 'month' THEN to_char(birth_from, 'YYYY-MM') WHEN 'year' THEN to_char(birth_from, 'YYYY')"
    " ELSE '' END",
    Column.SEX: "sex",
    Column.ADDRESS: "street",
    Column.HOUSE_NUMBER: "concat_ws(' ', house_number, house_number_addition)",
    Column.POSTCODE: "postcode",
    Column.CITY: "city",
    Column.PHONE: "phone",
    Column.DOCUMENT: "document_number",
    Column.EMPLOYER: "employer",
}
"""The columns that are compared, and where they stand. Nationality is not read."""
BY_ORIGIN = "SELECT origin, cell, n FROM register_by_origin(%s::uuid[], %s::text[])"
DAYS = {"id": "id", "kind": "kind", "remove": "remove_due", "destroy": "destroy_due"}


def linkable(purpose: Purpose) -> tuple[list[str], Mapping[Column, pa.ChunkedArray]]:
    """The numbers of all persons' registrations that the purpose shows, in order, and their
    columns as text."""
    table = _columns(purpose, READ)
    columns = {Column(name): table[name] for name in table.column_names if name != "id"}
    return table["id"].to_pylist(), columns


def days(purpose: Purpose) -> pa.Table:
    """`id`, `kind`, `remove` and `destroy` of the persons' registrations there are now, as text."""
    return _columns(purpose, DAYS)


def deliveries_compared(purpose: Purpose) -> list[UUID]:
    """The deliveries that brought the persons' registrations there are now: by these the log
    names everybody of a run, as it does of a file."""
    found = Registration.objects.filter(
        processing=purpose.membership.processing_id, regime=purpose.regime, kind__in=PERSONS,
        delivery__isnull=False,
    )  # fmt: skip
    return list(found.order_by("delivery_id").values_list("delivery_id", flat=True).distinct())


def how_many(purpose: Purpose) -> int:
    """How many persons' registrations there are now."""
    return Registration.objects.filter(
        processing=purpose.membership.processing_id, regime=purpose.regime, kind__in=PERSONS
    ).count()


def kinds(numbers: Iterable[UUID]) -> dict[UUID, RegistrationKind]:
    """What the purpose shows of these persons' registrations; one that is gone is not there."""
    found = Registration.objects.filter(pk__in=list(numbers), kind__in=PERSONS)
    return {number: RegistrationKind(kind) for number, kind in found.values_list("pk", "kind")}


def persons_since(purpose: Purpose, kinds: Collection[RegistrationKind], since: date) -> list[UUID]:
    """The numbers of the persons' registrations of these kinds that came in from a day on."""
    found = Registration.objects.filter(
        processing=purpose.membership.processing_id, regime=purpose.regime, kind__in=kinds,
        first_processed_at__gte=since,
    )  # fmt: skip
    return list(found.order_by("pk").values_list("pk", flat=True))


def by_origin(persons: Sequence[UUID], cells: Sequence[str]) -> dict[tuple[str, str], int]:
    """How often each cell comes with each nationality, as a code, of the person beside it.

    Only to count errors of linking by group: whose nationality it is, is told to nobody. A
    nationality of fewer than twenty of these persons is told as "", as one that is not known.
    The database asks that the member sees all of the processing, and logs it.
    """
    with connection.cursor() as cursor:
        cursor.execute(BY_ORIGIN, [list(persons), list(cells)])
        return {(origin, cell): n for origin, cell, n in cursor.fetchall()}


def dues(numbers: Iterable[UUID]) -> dict[UUID, Registration]:
    """The registrations with their days of removal and destruction, and nothing else."""
    found = Registration.objects.filter(pk__in=list(numbers)).only("remove_due", "destroy_due")
    return {each.pk: each for each in found}


def nothing_is_destroyed() -> None:
    """Wait until nothing is being destroyed, and keep it so until the transaction ends.

    Who writes about registrations holds this first: what is written about one that is just
    being destroyed would stay behind.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(hashtext('register_destroy_due'))")


def _columns(purpose: Purpose, wanted: Mapping[str, str]) -> pa.Table:
    """Expressions over the persons' registrations, as columns of text."""
    schema = pa.schema([(str(name), pa.string()) for name in wanted])
    words = "SELECT " + ", ".join(wanted.values()) + SHOWN
    options = csv.ConvertOptions(column_types=schema, strings_can_be_null=False)
    reading = csv.ReadOptions(column_names=schema.names, use_threads=False)
    parse = csv.ParseOptions(newlines_in_values=True)
    tables = [
        csv.read_csv(io.BytesIO(part), reading, parse, options) for part in _copied(purpose, words)
    ]
    return pa.concat_tables(tables) if tables else schema.empty_table()


def _copied(purpose: Purpose, words: str) -> Iterator[bytes]:
    """What a query gives, as CSV, in parts that end with a row."""
    part = bytearray()
    with connection.cursor() as cursor:
        with cursor.copy(f"COPY ({words}) TO STDOUT (FORMAT csv)") as rows:
            for row in rows:
                part += row
                if len(part) >= AT_ONCE:
                    yield bytes(part)
                    part.clear()
        purpose.renew()
    if part:
        yield bytes(part)

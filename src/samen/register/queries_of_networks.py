"""What networks ask of the register: who mentions a place or a thing, and what somebody mentions.

Every question is answered from an index, whatever the size of the register. What is read here
is noted by who asks, who knows what of it is shown. Nationality is not read.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from psycopg import sql

from samen.core.networks.vocabulary import NodeKind
from samen.core.terms import RegistrationKind
from samen.purposes.inside import Purpose

KEYS: Mapping[NodeKind, str] = {
    NodeKind.ADDRESS: "address_key",
    NodeKind.ORGANISATION: "employer_key",
    NodeKind.PHONE: "phone",
    NodeKind.DOCUMENT: "document_number",
    NodeKind.VEHICLE: "vehicle_key",
    NodeKind.BANK_ACCOUNT: "account_key",
    NodeKind.INCIDENT: "incident_key",
}
"""The column by which registrations share each kind of place or thing."""
LABELS: Mapping[NodeKind, str] = {
    NodeKind.ADDRESS: "concat_ws(', ', nullif(trim(concat_ws(' ', r.street,"
    " r.house_number || r.house_number_addition)), ''),"
    " nullif(trim(concat_ws(' ', r.postcode, r.city)), ''))",
    NodeKind.ORGANISATION: "r.employer",
    NodeKind.PHONE: "r.phone",
    NodeKind.DOCUMENT: "r.document_number",
    NodeKind.VEHICLE: "r.\"values\" #>> '{licence_plate,value}'",
    NodeKind.BANK_ACCOUNT: "r.\"values\" #>> '{bank_account,value}'",
    NodeKind.INCIDENT: "r.\"values\" #>> '{case_number,value}'",
}
NAME = "concat_ws(' ', nullif(given_names, ''), nullif(family_name_prefix, ''), family_name)"
MOST_COUNTED = 100_000
SHARED = tuple(KEYS)


@dataclass(frozen=True, slots=True)
class Mention:
    """What one registration says: who or what it is of, and which places and things it names.

    places: by kind, the key under which others name the same one, and how it is written here.
    """

    number: UUID
    kind: RegistrationKind
    name: str
    organisation: int
    day: date
    places: Mapping[NodeKind, tuple[str, str]]


_COLUMNS = sql.SQL(", ").join([
    sql.SQL(f"r.id, r.kind, {NAME}, r.organisation_id, r.first_processed_at,"
            " r.\"values\" #>> '{registration_date,value}'"),
    *(sql.SQL("r.{}, {}").format(sql.Identifier(KEYS[kind]), sql.SQL(LABELS[kind]))
      for kind in SHARED),
])  # fmt: skip
_HERE = sql.SQL("r.processing_id = %(processing)s AND r.regime = %(regime)s")
_BY_NUMBER = sql.SQL(
    "SELECT {} FROM register_registration r WHERE r.id = ANY(%(numbers)s) ORDER BY r.id"
).format(_COLUMNS)
_EVERY = sql.SQL("SELECT {} FROM register_registration r WHERE {} ORDER BY r.id").format(
    _COLUMNS, _HERE
)
# The index is partial: the planner has to read that an empty key is not asked for.
_WHO = sql.SQL(
    "SELECT k.key, r.* FROM unnest(%(keys)s::text[]) k(key) CROSS JOIN LATERAL ("
    "SELECT {} FROM register_registration r WHERE {} AND r.{} = k.key AND r.{} <> '' {} "
    "LIMIT %(most)s) r"
)
_COUNT = sql.SQL(
    "SELECT k.key, (SELECT count(*) FROM (SELECT FROM register_registration r WHERE {} "
    "AND r.{} = k.key AND r.{} <> '' LIMIT %(most)s) n) FROM unnest(%(keys)s::text[]) k(key)"
)


def mentions(purpose: Purpose, numbers: Iterable[UUID]) -> list[Mention]:
    """What these registrations say; one that the purpose does not show is not there."""
    return [_mention(row) for row in _rows(purpose, _BY_NUMBER, numbers=list(numbers))]


def sharing(
    purpose: Purpose, kind: NodeKind, keys: Iterable[str], most: int, *, in_order: bool = False
) -> dict[str, list[Mention]]:
    """The registrations that name each of these places or things, `most` of each.

    in_order: the first of them by number, where more than `most` do; else any.
    """
    column = sql.Identifier(KEYS[kind])
    order = sql.SQL("ORDER BY r.id") if in_order else sql.SQL("")
    words = _WHO.format(_COLUMNS, _HERE, column, column, order)
    found: dict[str, list[Mention]] = {key: [] for key in keys}
    for key, *row in _rows(purpose, words, keys=list(found), most=most):
        found[key].append(_mention(row))
    return {key: sorted(each, key=lambda one: one.number) for key, each in found.items()}


def how_many(purpose: Purpose, kind: NodeKind, keys: Iterable[str]) -> dict[str, int]:
    """How many registrations name each of these, counted up to a hundred thousand."""
    column = sql.Identifier(KEYS[kind])
    words = _COUNT.format(_HERE, column, column)
    return dict(_rows(purpose, words, keys=list(keys), most=MOST_COUNTED))


def every_mention(purpose: Purpose) -> Iterator[Mention]:
    """What every registration says that the purpose shows, by number."""
    return map(_mention, _rows(purpose, _EVERY))


def _rows(purpose: Purpose, words: sql.Composed, **values: Any) -> Iterator[Any]:
    here: dict[str, Any] = {
        "processing": purpose.membership.processing_id,
        "regime": purpose.regime,
    }
    with connection.cursor() as cursor:
        cursor.execute(words.as_string(), {**here, **values})
        yield from cursor.fetchall()


def _mention(row: Any) -> Mention:
    number, kind, name, organisation, first, registered, *said = row
    pairs = zip(SHARED, said[::2], said[1::2], strict=True)
    places = {of: (key, label or key) for of, key, label in pairs if key}
    day = _day(registered) or first
    return Mention(number, RegistrationKind(kind), name, organisation, day, places)


def _day(words: str | None) -> date | None:
    """The day of registration; None where a partner gave a month, a year or nothing."""
    try:
        return date.fromisoformat(words or "")
    except ValueError:
        return None

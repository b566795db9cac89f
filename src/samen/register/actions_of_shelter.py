"""The acts on the address of a shelter: noted sealed, and shown to who registered it.

The database gives a sealed address to registrars and case holders of the team that registered
the person, and writes each look into the log itself.
"""

import json
from collections.abc import Callable, Collection
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext_noop as _

from samen.core.errors import BadInput, Refused
from samen.core.terms import LogAct, MemberRole, ValueState
from samen.purposes.inside import Purpose
from samen.register.actions import allowed, dues
from samen.register.models import SHELTER, Registration
from samen.register.sealing import opened, owner_of, seal

NOTE = "SELECT register_note_shelters(%s::uuid[], %s::bytea[], %s::date[])"
GIVE = "SELECT registration, sealed, key_day FROM register_shelters(%s::uuid[], %s)"
WRITERS = frozenset({MemberRole.REGISTRAR, MemberRole.CASE_HOLDER})


def sealer(purpose: Purpose) -> Callable[[str, str], str]:
    """What seals the addresses of a file, as the database writes bytes."""
    part, day = purpose.membership, dues(purpose).destroy

    def sealed(source_key: str, said: str) -> str:
        of = owner_of(part.processing_id, part.organisation_id, source_key)
        return f"\\x{seal(said, of=of, day=day).hex()}"

    return sealed


def note_shelter(purpose: Purpose, number: UUID, address: str) -> None:
    """Note the address of a shelter; what it was before is kept nowhere."""
    words = " ".join(address.split())
    if not words:
        raise BadInput(_("The address of the shelter is missing."), "", _("Give it, or go back."))
    row = Registration.objects.filter(pk=number).first()
    said = {"values": {SHELTER: {"state": ValueState.KNOWN, "value": words}}, "raw": {}}
    with allowed():
        noted = bool(row and _noted(row, json.dumps(said, ensure_ascii=False)))
    if not noted:
        raise _not_yours()
    purpose.note(LogAct.WRITE, [number], [SHELTER])


def _noted(row: Registration, said: str) -> int:
    of = owner_of(row.processing_id, row.organisation_id, row.source_key)
    sealed = seal(said, of=of, day=row.destroy_due)
    with connection.cursor() as cursor:
        cursor.execute(NOTE, [[row.pk], [sealed], [row.destroy_due]])
        return int(cursor.fetchone()[0])


def knows_shelter(purpose: Purpose, row: Registration) -> bool:
    """Whether the member may look at the address of this shelter."""
    part = purpose.membership
    return purpose.role in WRITERS and (row.organisation_id, row.team_id) == (
        part.organisation_id, part.team_id,
    )  # fmt: skip


def shelter_of(purpose: Purpose, row: Registration) -> str | None:
    """The address where somebody is sheltered; None where none was noted. The look is logged.

    Raises Refused for who does not belong to the team that registered the person.
    """
    if not knows_shelter(purpose, row):
        raise _not_yours()
    found = shelters([row], LogAct.READ).get(row.pk)
    return said_of(found) if found else None


def shelters(rows: Collection[Registration], act: LogAct) -> dict[UUID, dict[str, Any]]:
    """What these registrations say of a shelter, as far as the member may know; it is logged."""
    owners = {
        row.pk: owner_of(row.processing_id, row.organisation_id, row.source_key) for row in rows
    }
    with connection.cursor() as cursor:
        cursor.execute(GIVE, [list(owners), act])
        return {number: opened(bytes(sealed), owners[number], day)
                for number, sealed, day in cursor.fetchall()}  # fmt: skip


def said_of(found: dict[str, Any]) -> str | None:
    """The address as people read it; None where it is not known."""
    said = found["values"].get(SHELTER, {})
    return str(said["value"]) if said.get("state") == ValueState.KNOWN else None


def _not_yours() -> Refused:
    return Refused(
        _("The address of this shelter is not yours to know or to change."),
        _("Registrars and case holders of the team that registered the person are."),
        _("Ask one of them."),
    )

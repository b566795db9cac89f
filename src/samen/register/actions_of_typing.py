"""The act of typing in one registration: a delivery of one row, through the door of files.

So it has a source, clocks, versions and a log as each row of a file has, and is there whole or
not at all.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from django.utils.crypto import salted_hmac

from samen.core.terms import LogAct, RegistrationKind
from samen.purposes.inside import Purpose
from samen.register.actions import take_in, taken_before
from samen.register.actions_of_files import Reading, findings
from samen.register.actions_of_shelter import sealer
from samen.register.copying import ready
from samen.register.filling import filled
from samen.register.models import Registration
from samen.register.queries_of_files import keys_apart
from samen.register.taking_in import one_at_a_time
from samen.register.typed_rows import TypedRow
from samen.register.values import TYPED


@dataclass(frozen=True, slots=True)
class Typed:
    """What became of a registration that was typed. number: of what stands in the register; None
    for what lies apart.

    same: just this was typed before. known: its number is another registration's, or another
    says just this without a number. apart: so is one that lies apart; nothing was written.
    """

    number: UUID | None
    became: Literal["new", "same", "known", "apart"]


def type_in(
    purpose: Purpose, row: TypedRow, *, kind: RegistrationKind, provided: bool, now: datetime
) -> Typed:
    """Take in one row that was typed and has no fault that refuses; sent twice it is in once."""
    one_at_a_time(purpose)
    mapping, mark = Reading(row.mapping, kind, provided).as_data(), _mark(row, kind)
    if before := taken_before(purpose, mark, mapping):
        return Typed(UUID(before.findings[TYPED]), "same")
    if known := _known(purpose, row):
        purpose.note(LogAct.READ, [known], ["source_id"])
        return Typed(known, "known")
    if row.checked.keys[0] in keys_apart([row.checked.keys[0]]):
        return Typed(None, "apart")
    region, seal = purpose.membership.region, sealer(purpose)
    rows = filled(row.checked, kind=kind, region=region, seal=seal)
    delivery = take_in(
        purpose, name="", sha256=mark, mapping=mapping, batches=[ready(rows, may_repeat=False)],
        now=now, only=[row.checked.keys[0]],
    )  # fmt: skip
    number = Registration.objects.get(delivery=delivery).pk
    delivery.findings |= findings(row.summary) | {TYPED: str(number)}
    delivery.save(update_fields=["findings"])
    return Typed(number, "new")


def _known(purpose: Purpose, row: TypedRow) -> UUID | None:
    """The registration of this partner that is called as the row is, as the purpose shows it."""
    part = purpose.membership
    found = Registration.objects.filter(
        processing=part.processing_id, regime=purpose.regime, organisation=part.organisation_id,
        source_key=row.checked.keys[0],
    )  # fmt: skip
    return found.values_list("pk", flat=True).first()


def _mark(row: TypedRow, kind: RegistrationKind) -> str:
    """By what the same row is known again. With a key: one row is soon tried out, and by a bare
    digest would tell what is kept apart of it."""
    cells = {name: each.raw.to_pylist() for name, each in row.checked.cells.items()}
    said = json.dumps([kind, cells], sort_keys=True)
    return salted_hmac("samen.register.typed", said, algorithm="sha256").hexdigest()

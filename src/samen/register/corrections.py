"""What a correction by hand changes of a registration: one field, read as a cell of a file is."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from samen.core.registration.checking import NUMBER
from samen.core.registration.fields import APART, Field
from samen.core.registration.problems import Fault, Problem
from samen.core.registration.whole_names import WHOLE
from samen.core.terms import RegistrationKind, ValueState
from samen.register.filling import filled
from samen.register.known_fields import fields
from samen.register.models import Registration
from samen.register.typed_rows import WRITTEN, typed_row
from samen.register.values import CORRECTABLE

FIXED = (NUMBER, "registration_kind", WHOLE)
"""By what a registration is known, and what it is of; whole names stand in their parts."""


def correctable() -> Mapping[str, Field]:
    """The fields that are corrected in a registration; what stands apart has ways of its own."""
    return {
        name: field for name, field in fields().items()
        if field.about not in APART and name not in FIXED
    }  # fmt: skip


def corrected(
    row: Registration, name: str, cell: str, *, today: date
) -> tuple[dict[str, Any], list[tuple[str, Fault]]]:
    """What changes when a field says something else, and why it may not: what it says with the
    other fields of the registration is looked at as in a file."""
    cells = {field: _cell(said) for field, said in row.said.items() if field in correctable()}
    cells[name] = cell
    read = typed_row(cells, today=today)
    if refusals := read.faults(refusing=True):
        return {}, refusals
    kind = RegistrationKind(row.kind)
    rows = filled(read.checked, kind=kind, region=row.region, seal=_nothing).to_pylist()
    if not rows:
        return {}, [("", Fault(Problem.EMPTY))]
    (made,) = rows
    others = {field: said for field, said in row.values.items() if field not in cells}
    made["values"] = others | json.loads(made["values"])
    changes = {each: made[each] for each in CORRECTABLE if made[each] != getattr(row, each)}
    return changes, []


def _cell(said: Mapping[str, str]) -> str:
    state = ValueState(said["state"])
    return said["value"] if state is ValueState.KNOWN else WRITTEN[state]


def _nothing(_key: str, _said: str) -> str:
    return ""

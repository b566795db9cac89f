"""What a correction by hand changes of a registration: one field, read as a cell of a file is."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np

from samen.core.registration.checking import NUMBER, Check
from samen.core.registration.columns import batch_of
from samen.core.registration.fields import APART, Field
from samen.core.registration.mapping import MappedColumn
from samen.core.registration.mapping import Mapping as Profile
from samen.core.registration.problems import Fault, Problem, RowError
from samen.core.registration.whole_names import WHOLE
from samen.core.terms import RegistrationKind, ValueState
from samen.register.filling import filled
from samen.register.known_fields import fields
from samen.register.models import Registration
from samen.register.values import CORRECTABLE

WRITTEN = {
    ValueState.UNKNOWN: "onbekend",
    ValueState.REFUSED: "geweigerd",
    ValueState.NOT_ASKED: "",
}
"""How a cell says that there is no value."""
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
) -> tuple[dict[str, Any], list[RowError]]:
    """What changes when a field says something else, and why it may not: what it says with the
    other fields of the registration is looked at as in a file."""
    cells = {field: _cell(said) for field, said in row.said.items() if field in correctable()}
    cells[name] = cell
    names = list(cells)
    check = Check(
        names, Profile(tuple(MappedColumn(each, each) for each in names)), fields(), today
    )
    checked = check.check(batch_of(names, [[each] for each in cells.values()], np.array([1])))
    refusals = [each for each in checked.errors if each.refuses]
    if refusals:
        return {}, refusals
    kind = RegistrationKind(row.kind)
    rows = filled(checked, kind=kind, region=row.region, seal=_nothing).to_pylist()
    if not rows:
        return {}, [RowError(1, "", Fault(Problem.EMPTY))]
    (made,) = rows
    others = {field: said for field, said in row.values.items() if field not in names}
    made["values"] = others | json.loads(made["values"])
    changes = {each: made[each] for each in CORRECTABLE if made[each] != getattr(row, each)}
    return changes, []


def _cell(said: Mapping[str, str]) -> str:
    state = ValueState(said["state"])
    return said["value"] if state is ValueState.KNOWN else WRITTEN[state]


def _nothing(_key: str, _said: str) -> str:
    return ""

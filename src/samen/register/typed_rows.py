"""One row that a person types: checked as a row of a partner's file is, by the same rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from samen.core.registration.checking import Check, Checked
from samen.core.registration.columns import batch_of
from samen.core.registration.mapping import MappedColumn
from samen.core.registration.mapping import Mapping as Profile
from samen.core.registration.problems import Fault
from samen.core.registration.summary import Summary
from samen.core.terms import Ground, ValueState
from samen.register.known_fields import fields

WRITTEN = {
    ValueState.UNKNOWN: "onbekend",
    ValueState.REFUSED: "geweigerd",
    ValueState.NOT_ASKED: "niet gevraagd",
}
"""How a cell says that there is no value."""


@dataclass(frozen=True, slots=True)
class TypedRow:
    """A row under a mapping that has a column for each field that was typed, as they are called
    in Dutch, whatever the language of who typed: the same row is the same in both."""

    mapping: Profile
    checked: Checked
    summary: Summary

    def faults(self, *, refusing: bool) -> list[tuple[str, Fault]]:
        """What is wrong with it or, where not refusing, only odd; each with its field."""
        named = {each.column: each.field for each in self.mapping.columns}
        return [(named[each.column], each.fault) for each in self.checked.errors
                if each.refuses is refusing]  # fmt: skip


def typed_row(
    cells: Mapping[str, str], *, today: date, ground: Ground | None = None
) -> TypedRow:  # fmt: skip
    """What is typed, by field, as a row of a file with these columns. Never empty. ground: on
    which a new registration is held."""
    columns = [MappedColumn(fields()[name].nl, name) for name in cells]
    names, mapping = [each.column for each in columns], Profile(tuple(columns))
    check = Check(names, mapping, fields(), today, ground)
    checked = check.check(batch_of(names, [[each] for each in cells.values()], np.array([1])))
    return TypedRow(mapping, checked, check.summary())

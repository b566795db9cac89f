"""Which column of a partner's file is which field, and how that partner writes it.

A mapping is kept as a profile, in JSON, and serves the partner's next file.
"""

import json
from collections import Counter
from collections.abc import Mapping as Names
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as having

from samen.core.errors import BadInput
from samen.core.registration.dates import DateOrder
from samen.core.registration.fields import Fields
from samen.core.registration.kinds import Converter
from samen.core.terms import ValueState

VERSION = 1
MOST_SIGNS = 1_000_000
EMPTY_MEANS = (ValueState.NOT_ASKED, ValueState.UNKNOWN, ValueState.REFUSED)


@dataclass(frozen=True, slots=True)
class MappedColumn:
    """One column of a file and its field."""

    column: str
    field: str
    converter: Converter = having(default_factory=Converter)


@dataclass(frozen=True, slots=True)
class Mapping:
    """The columns that are taken; a column that is not named here is not kept."""

    columns: tuple[MappedColumn, ...]

    def as_json(self) -> str:
        """The profile: the same mapping when read again."""
        columns = [
            {"column": each.column, "field": each.field, "dates": each.converter.dates,
             "codes": dict(each.converter.codes), "empty": each.converter.empty}
            for each in self.columns
        ]  # fmt: skip
        return json.dumps({"version": VERSION, "columns": columns}, ensure_ascii=False, indent=1)


def read_profile(text: str, fields: Fields) -> Mapping:
    """The mapping in a profile. Raises BadInput for what is no profile of these fields."""
    try:
        whole = json.loads(text[:MOST_SIGNS])
        if whole["version"] != VERSION:
            raise ValueError
        columns = tuple(_column(each) for each in whole["columns"])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise BadInput("The profile cannot be read.", "A saved mapping of this system is read.",
                       "Save the mapping again.") from error  # fmt: skip
    mapping = Mapping(columns)
    refuse_mapping(mapping, fields, None)
    return mapping


def _column(found: Names[str, object]) -> MappedColumn:
    codes = found["codes"]
    column, name = found["column"], found["field"]
    if not isinstance(codes, dict) or not isinstance(column, str) or not isinstance(name, str):
        raise ValueError
    if not all(isinstance(each, str) for each in codes.values()):
        raise ValueError
    converter = Converter(DateOrder(str(found["dates"])), codes, ValueState(str(found["empty"])))
    return MappedColumn(column, name, converter)


def refuse_mapping(mapping: Mapping, fields: Fields, names: Sequence[str] | None) -> None:
    """Raise BadInput for a field or column that is not there, or a column that is named twice.

    names: the columns of the file, or None where there is no file yet.
    """
    if not mapping.columns:
        raise BadInput("The mapping holds no column.", "At least one column has a field.",
                       "Choose the field of a column.")  # fmt: skip
    for place, each in enumerate(mapping.columns, 1):
        if each.field not in fields:
            raise BadInput("Column {place} of the mapping has a field that is not there.",
                           "There are {n} fields.", "Choose one of these.",
                           place=place, n=len(fields))  # fmt: skip
        if each.converter.empty not in EMPTY_MEANS:
            raise BadInput("Column {place} of the mapping says that an empty cell is known.",
                           "It is unknown, refused or not asked.", "Choose one of these.",
                           place=place)  # fmt: skip
        if names is not None and each.column not in names:
            raise BadInput("Column {place} of the mapping is not in the file.",
                           "The file has {n} columns.", "Choose the mapping of this file.",
                           place=place, n=len(names))  # fmt: skip
    columns = Counter(each.column for each in mapping.columns)
    taken = Counter(each.field for each in mapping.columns)
    if max(columns.values()) > 1 or max(taken.values()) > 1:
        raise BadInput("The mapping names a column or a field twice.",
                       "A column has one field, and a field one column.",
                       "Leave one out.")  # fmt: skip

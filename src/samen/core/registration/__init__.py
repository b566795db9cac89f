"""Partners' files into checked rows: read, mapped, normalised, and mended where they are wrong.

Doors: `open_table` reads a file, `guess_mapping` proposes its mapping, `Check` checks its rows,
`MendingFile` gives back what was refused.
"""

from samen.core.registration.checking import Check, Checked, Row
from samen.core.registration.fields import Field, Fields, read_fields
from samen.core.registration.guess import Guess, guess_mapping, mapping_of
from samen.core.registration.kinds import Converter
from samen.core.registration.mapping import MappedColumn, Mapping, read_profile
from samen.core.registration.mending import MendingFile
from samen.core.registration.problems import Problem, RowError
from samen.core.registration.readers import Layout, Table, open_table
from samen.core.registration.values import Value

__all__ = [
    "Check",
    "Checked",
    "Converter",
    "Field",
    "Fields",
    "Guess",
    "Layout",
    "MappedColumn",
    "Mapping",
    "MendingFile",
    "Problem",
    "Row",
    "RowError",
    "Table",
    "Value",
    "guess_mapping",
    "mapping_of",
    "open_table",
    "read_fields",
    "read_profile",
]

"""What the tests of partners' files stand on: the real fields, invented rows."""

import io
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from samen.core.registration import (
    Check,
    Checked,
    Field,
    Mapping,
    Table,
    guess_mapping,
    mapping_of,
    open_table,
    read_fields,
)

REGISTER = Path(__file__).parents[3] / "data" / "register"
TODAY = date(2021, 11, 17)
HEAD = "registratienummer;voornaam;achternaam;geboortedatum;geslacht;registratiedatum"
ROWS = (
    "P1;Anna;Vermeulen;17-05-1988;vrouw;01-03-2020",
    "P2;Bogdan;Petrov;1990;man;02-03-2020",
    "P3;onbekend;onbekend;;geweigerd;03-03-2020",
)


@cache
def fields() -> dict[str, Field]:
    """The list of fields that the system has."""
    names = ("fields.csv", "codes.csv", "countries.csv")
    lists = [(REGISTER / name).read_text(encoding="utf-8").splitlines() for name in names]
    return read_fields(*lists)


def csv_of(rows: Iterable[str], head: str = HEAD) -> bytes:
    return "\n".join([head, *rows, ""]).encode()


def opened(content: bytes) -> Table:
    return open_table(io.BytesIO(content))


def guessed(content: bytes) -> Mapping:
    table = opened(content)
    return mapping_of(guess_mapping(table.names, next(table.batches(), None), fields()))


def checked(content: bytes, mapping: Mapping | None = None) -> tuple[Check, list[Checked]]:
    """A whole file, checked under its own guess or a mapping."""
    table = opened(content)
    check = Check(table.names, mapping or guessed(content), fields(), TODAY)
    return check, [check.check(batch) for batch in table.batches()]


def problems(content: bytes) -> Sequence[tuple[int, str, str]]:
    """What is wrong with a file: row, column and problem."""
    _, batches = checked(content)
    return [(each.row, each.column, each.fault.problem) for batch in batches
            for each in batch.errors]  # fmt: skip


def said(content: bytes) -> dict[str, dict[str, str]]:
    """The normal forms of the good rows, by the number of the partner or of the row."""
    _, batches = checked(content)
    return {
        row.key: {name: value.normal or value.state for name, value in row.values.items()}
        for batch in batches
        for row in batch.rows()
    }

"""A released table in the shape of an international standard: its counts of eleven and more.

All that it tells stands in the release, or is a sum of what stands there: nobody learns more.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings

from samen.core.csv_rows import csv_text
from samen.core.publishing import standards
from samen.figures.cube import BOTH
from samen.figures.queries_of_releases import State
from samen.figures.values import TOTAL

STANDARDS = {"htcds": "HTCDS 2.0", "ctdc": "CTDC", "ic_tip": "IC-TIP"}


def table_of(state: State, place: int) -> Mapping[str, Any] | None:
    """A table of a release that stands, counted from 1; None where there is none."""
    tables: list[dict[str, Any]] = [] if state.is_withdrawn else state.content["tables"]
    return tables[place - 1] if 0 < place <= len(tables) else None


def exported(table: Mapping[str, Any], coding: standards.Coding) -> bytes:
    """The counts of a table as CSV; what has no code says that it is not mapped."""
    only = {name: BOTH.join(codes) for name, codes in table.get("only", {}).items()}
    cells = {(*codes, *only.values()): n for codes, n in table["rows"] if TOTAL not in codes}
    return standards.export(cells, [*table["by"], *only], coding)


def codes_to_fill(table: Mapping[str, Any], coding: standards.Coding) -> bytes:
    """The words of a table, with the codes that are known of them: for who fills in the others."""
    words = {
        name: sorted({codes[at] for codes, _n in table["rows"]} - {TOTAL})
        for at, name in enumerate(table["by"], start=1)
    } | {name: [BOTH.join(codes)] for name, codes in table.get("only", {}).items()}
    return standards.blank_coding(words, coding)


def coding_of(standard: str) -> standards.Coding:
    """The codes of a standard as the house's own table has them."""
    file = Path(settings.ROOT) / "data" / "standards" / f"{standard}.csv"
    return standards.read_coding(csv_text(file.read_bytes()))

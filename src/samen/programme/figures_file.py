"""A file of a published series: one line for each value, with where it was published."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_noop as _

from samen.core.csv_rows import csv_text, numbered_rows
from samen.core.errors import BadInput, TooBig
from samen.programme.values import FigureFacts

NEEDED = ("indicator", "year", "value", "publication")
COLUMNS = (*NEEDED, "breakdown", "words", "published_on", "vintage", "definition", "source",
           "certainty", "base")  # fmt: skip
MOST_BYTES = 1_000_000
_YEARS = re.compile(r"((?:19|20)\d\d)(?:-((?:19|20)\d\d))?", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,12}(?:[.,]\d{1,4})?%?", re.ASCII)
_THOUSANDS = re.compile(r"[+-]?\d{1,3}[.,]\d{3}%?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Line:
    """One value of the file. code: of its indicator. definition: its version, 0 where not told.

    base: the code of the indicator that a percentage is of, "" where not told.
    """

    code: str
    figure: FigureFacts
    definition: int = 0
    base: str = ""


def read_figures(content: bytes) -> list[Line]:
    """The values of a CSV file, in order. Raises BadInput and TooBig with the line and why."""
    if len(content) > MOST_BYTES:
        raise TooBig(
            _("The file has {size} bytes."), _("At most {most}."), _("Give it in parts."),
            size=len(content), most=MOST_BYTES,
        )  # fmt: skip
    rows = [*numbered_rows(csv_text(content))]
    head = [name.casefold() for name in rows[0][1]] if rows else []
    missing = [name for name in NEEDED if name not in head]
    unknown = [name for name in head if name not in COLUMNS or head.count(name) > 1]
    if missing or unknown or len(rows) < 2:
        raise BadInput(
            _("The file has the columns {columns}."),
            _("It has {needed}, and where known {others}; below it a line for each value."),
            _("Name the columns so."),
            columns=", ".join(head)[:300] or "–", needed=", ".join(NEEDED),
            others=", ".join(COLUMNS[len(NEEDED) :]),
        )  # fmt: skip
    return [_line(number, dict(zip(head, row, strict=True))) for number, row in rows[1:]]


def _line(number: int, row: Mapping[str, str]) -> Line:
    years = _YEARS.fullmatch(row["year"])
    value, version = row["value"], row.get("definition", "")
    published = row.get("published_on", "")
    odd = (
        "year" if years is None or (years[2] or years[1]) < years[1]
        else "value" if not _is_value(value, row.get("words", ""))
        else "publication" if not row["publication"]
        else "definition" if version and not re.fullmatch(r"\d{1,4}", version, re.ASCII)
        else "published_on" if published and _day(published) is None
        else ""
    )  # fmt: skip
    if odd or years is None:
        raise BadInput(
            _("Line {line}: “{said}” in the column {column}."),
            _("A year is 2020 or 2019-2023, a value 1013, 45.9% or +51% without a point between "
              "thousands, a day 2021-04-01, a definition its number; a publication has a name."),
            _("Correct the line."),
            line=number, said=row[odd][:60], column=odd,
        )  # fmt: skip
    is_change = value.startswith(("+", "-"))
    figure = FigureFacts(
        year=int(years[1]), until_year=int(years[2] or years[1]),
        value=Decimal(value.strip("%").replace(",", ".")) if value else None,
        words=row.get("words", "") or (value if is_change else ""),
        publication=row["publication"], published_on=_day(published),
        breakdown=row.get("breakdown", ""), vintage=row.get("vintage", ""),
        source=row.get("source", ""), certainty=row.get("certainty", ""),
    )  # fmt: skip
    return Line(row["indicator"], figure, int(version or 0), row.get("base", ""))


def _is_value(value: str, words: str) -> bool:
    """A number that can be read in one way only, or words instead."""
    if not value:
        return bool(words)
    return _NUMBER.fullmatch(value) is not None and _THOUSANDS.fullmatch(value) is None


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None

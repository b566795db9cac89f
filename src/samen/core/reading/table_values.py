"""What the tables of a letter say: an amount or an indicator for each filled cell.

A table with a unit of money gives amounts, any other gives indicators. A table that speaks of
money without saying its unit gives nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from samen.core.numerals import parse_number
from samen.core.periods.passage import fold
from samen.core.reading.candidates import Candidate
from samen.core.reading.context import Context, candidate
from samen.core.reading.money import table_size
from samen.core.reading.stated import number
from samen.core.reading.tables import Piece, Row, Table, find_tables, number_of, pieces_of
from samen.core.terms import CandidateKind, Funded, Recurrence, ValueKind

_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_LABEL = re.compile(
    r"\d{1,2}[.)]?|%|aantal(?:len)?|procent(?:en)?|percentage|dagen|weken|maanden|jaren?|euro"
    r"|x 1\.000",
    re.IGNORECASE,
)
"""A cell before the figures that names no figure: a row number, a unit."""
_AIM = re.compile(
    r"\b(?:stre(?:ef|ven)\w*|doel\w*|target\w*|norm|ambitie|beoogd\w*|prognose|raming)\b"
)
_MADE = re.compile(r"\b(?:realisatie\w*|gerealiseerd\w*|stand|nulmeting|werkelijk\w*|actual)\b")
_MONEY = re.compile(
    r"€|\b(?:euro|budget\w*|middelen|kosten|uitgaven|bedrag\w*|begroting\w*|subsidie\w*)\b"
)
_THOUSANDS = re.compile(r"\b(?:x|×|\*) ?1\.?000\b|\bin duizend(?:en|tallen)\b")
_SHARE = re.compile(r"%|\bpercentages?\b|\bprocent\b|\baandeel\b")
_COLUMN_OFTEN = (
    (re.compile(r"struct|e\.v\."), Recurrence.STRUCTURAL),
    (re.compile(r"incidenteel|eenmalig"), Recurrence.ONCE),
)


@dataclass(frozen=True, slots=True)
class TableReading:
    """What was read from tables. spans: the rows that were read, in `Letter.text`, in order."""

    indicators: tuple[Candidate, ...] = ()
    amounts: tuple[Candidate, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()


def read_tables(context: Context) -> TableReading:
    """Every cell of every table, as a candidate."""
    lines = context.letter.original.split("\n")
    tables = find_tables(lines)
    if not tables:
        return TableReading()
    spans = _spans(context, lines, [row.line for table in tables for row in table.rows])
    indicators: list[Candidate] = []
    amounts: list[Candidate] = []
    for table in tables:
        for row in table.rows:
            if row.line in spans:
                span = spans[row.line]
                amounts += _amounts(context, table, row, span)
                indicators += _indicators(context, table, row, span)
    return TableReading(tuple(indicators), tuple(amounts), tuple(sorted(spans.values())))


def _spans(context: Context, lines: list[str], wanted: list[int]) -> dict[int, tuple[int, int]]:
    """Of each wanted line the stretch of the text that came from it; dropped lines are absent."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    where = {place: at for at, place in enumerate(context.letter.origin) if place >= 0}
    found = {}
    for index in wanted:
        places = [where[p] for p in range(starts[index], starts[index + 1] - 1) if p in where]
        if places:
            found[index] = (min(places), max(places) + 1)
    return found


def _amounts(
    context: Context, table: Table, row: Row, span: tuple[int, int]
) -> Iterator[Candidate]:
    size = _money_size(table, row)
    for cell, head in row.cells if size else ():
        value = _value(cell)
        if value is None or size is None:
            continue
        year = _year(table, row, head)
        often = _often(head.text.lower(), year)
        detail = {
            "value_eur": number(value * size),
            "low": None,
            "high": None,
            "from": year,
            "until": None if often is Recurrence.STRUCTURAL else year,
            "recurrence": often.value,
            "funded": Funded.UNKNOWN.value,
            "words": cell.text,
        }
        yield candidate(context, CandidateKind.AMOUNT, span, 0.9, "bedrag in een tabel", detail)


def _money_size(table: Table, row: Row) -> int | None:
    """What one stands for in euro; None where the row is not about money or gives no unit."""
    for words in (row.label, table.head_line, *table.above):
        size = table_size(fold(words))
        if size:
            return size
    return 1 if any("€" in cell.text for cell, _ in row.cells) else None


def _often(head: str, year: int | None) -> Recurrence:
    for pattern, often in _COLUMN_OFTEN:
        if pattern.search(head):
            return often
    return Recurrence.YEARLY if year else Recurrence.UNKNOWN


def _indicators(
    context: Context, table: Table, row: Row, span: tuple[int, int]
) -> Iterator[Candidate]:
    if _is_about_money(table, row):
        return
    scale = 1000 if _THOUSANDS.search(_title(table)) else 1
    for cell, head in row.cells:
        value, year = _value(cell), _year(table, row, head)
        if value is None or (year is None and not _AIM.match(head.text.lower())):
            continue
        name = head.text if table.is_turned else row.label
        is_share = bool(_SHARE.search(f"{cell.text} {name}".lower()))
        detail = {
            "name": _without_unit(name),
            "year": year,
            "value": number(value if is_share else value * scale),
            "words": cell.text,
            "value_kind": _value_kind(context, table, head, name, year).value,
            "unit": "procent" if is_share else _without_unit(name).split(" ")[0].lower(),
            "low": None,
            "high": None,
            "base_year": None,
            "qualifier": "",
        }
        reason = "cel van een tabel met jaren"
        yield candidate(context, CandidateKind.INDICATOR, span, 0.85, reason, detail)


def _is_about_money(table: Table, row: Row) -> bool:
    heads = " ".join(head.text for _, head in row.cells)
    words = fold(" ".join((row.label, table.head_line, heads, *table.above[:2])))
    return _money_size(table, row) is not None or bool(_MONEY.search(words))


def _title(table: Table) -> str:
    return fold(" ".join((table.head_line, *table.above)))


def _value(cell: Piece) -> Decimal | None:
    digits = number_of(cell)
    return parse_number(digits.replace(" ", "")) if digits else None


def _year(table: Table, row: Row, head: Piece) -> int | None:
    found = _YEAR.search(row.label if table.is_turned else head.text)
    return int(found[0]) if found else None


def _without_unit(name: str) -> str:
    """A label without its number and its unit: "1  ... (%)", "...   aantal"."""
    pieces = re.split(r"\s{2,}", name.strip())
    name = " ".join(piece for piece in pieces if not _NO_LABEL.fullmatch(piece)) or name
    return re.sub(r"\s*\((?:%|in %|x [\d.]+|aantal|procent)\)\s*$", "", name).strip()


def _value_kind(
    context: Context, table: Table, head: Piece, name: str, year: int | None
) -> ValueKind:
    """Aimed at or made: said by the head, the head over it, the label; else by the year."""
    for words in (head.text, _over(table, head), name):
        if _AIM.search(words.lower()):
            return ValueKind.TARGET
        if _MADE.search(words.lower()):
            return ValueKind.REALISED
    is_later = context.anchor is not None and year is not None and year > context.anchor.year
    return ValueKind.TARGET if is_later else ValueKind.REALISED


def _over(table: Table, head: Piece) -> str:
    """The head that spans a column, in the line right over the heads."""
    if not table.above:
        return ""
    over = [
        p for p in pieces_of(table.above[0]) if p.text and p.start <= (head.start + head.end) / 2
    ]
    is_spanning = over and any(_AIM.search(p.text.lower()) or _MADE.search(p.text.lower())
                               for p in pieces_of(table.above[0])[1:])  # fmt: skip
    return over[-1].text if is_spanning else ""

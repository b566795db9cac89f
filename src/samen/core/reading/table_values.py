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
from samen.core.reading.report_years import report_year
from samen.core.reading.stated import number
from samen.core.reading.table_cells import YEAR, Figure, Piece, figure_of
from samen.core.reading.table_figures import AIM, figures_of, printed_lines, value_of
from samen.core.reading.table_sums import amounts_of_row, money_size
from samen.core.reading.tables import Row, Table, find_tables
from samen.core.terms import CandidateKind, ValueKind

_YEAR = re.compile(YEAR)
_NO_LABEL = re.compile(
    r"\d{1,2}[.)]?|%|aantal(?:len)?|procent(?:en)?|percentage|dagen|weken|maanden|jaren?|euro"
    r"|x 1\.000",
    re.IGNORECASE,
)
"""A cell before the figures that names no figure: a row number, a unit."""
_SAYS_NOTHING = re.compile(r"^(?:waarden?|cijfers?|aantal(?:len)?|totaal|laatste|stand)$")
_MADE = re.compile(
    r"\b(?:realisatie\w*|gerealiseerd\w*|stand|nul(?:meting|waarde)|werkelijk\w*|actual)\b"
)
_MONEY = re.compile(
    r"€|\b(?:euro|budget\w*|middelen|kosten|uitgaven|bedrag\w*|begroting\w*|subsidie\w*)\b"
)
_OF_COUNTS = re.compile(
    r"\b(?:indicator\w*|prestatie\w*|kengetal\w*|kerncijfers?|aantal(?:len)?|fte)\b"
)
_PLANNED = re.compile(r"\bbegro(?:ting|ot)\w*\b")
"""The head of the column beside "realisatie": what was planned, money or not."""
_QUALIFIERS = {
    "<": "less than", "≤": "at most", "maximaal": "at most", ">": "more than", "≥": "at least",
    "minimaal": "at least", "ten minste": "at least", "ruim": "at least", "bijna": "almost",
    "circa": "about", "ca.": "about", "±": "about", "~": "about",
}  # fmt: skip
"""What stands before the digits of a cell, in the words that every indicator has for it."""
_SHARE_BEHIND = re.compile(r" *\((?:\d{1,3}(?:,\d)? ?)?%?\)")
_WHOLE = 100
_IS_WORD = re.compile(r"[^\W\d_]{2}|%|^[QKHT]\d$|^\de$")
_TOTAL = re.compile(r"totaal|samen|alle\b", re.IGNORECASE)
"""Of the row of all, the share says nothing."""
_THOUSANDS = re.compile(r"\b(?:x|×|\*) ?1\.?000\b|\bin duizend(?:en|tallen)\b")
_SHARE = re.compile(r"%|\bpercentages?\b|\bprocent\b|\baandeel\b")


@dataclass(frozen=True, slots=True)
class TableReading:
    """What was read from tables. spans: the rows that were read, in `Letter.text`, in order."""

    indicators: tuple[Candidate, ...] = ()
    amounts: tuple[Candidate, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()


def read_tables(context: Context) -> TableReading:
    """Every cell of every table, as a candidate."""
    printed = printed_lines(context)
    tables = find_tables([line.text for line in printed])
    if not tables:
        return TableReading()
    indicators: list[Candidate] = []
    amounts: list[Candidate] = []
    told: list[tuple[int, int]] = []
    for table in tables:
        before = len(indicators) + len(amounts)
        rows = [(row, span) for row in table.rows if (span := printed[row.line].span)]
        for row, span in rows:
            amounts += amounts_of_row(context, table, row, span)
            indicators += _indicators(context, table, row, span)
        is_told = len(indicators) + len(amounts) > before
        if is_told or any(_is_about_money(table, row, h) for row, _ in rows for _, h in row.cells):
            told += [span for _, span in rows]
    return TableReading(tuple(indicators), tuple(amounts), tuple(sorted(told)))


def _indicators(
    context: Context, table: Table, row: Row, span: tuple[int, int]
) -> Iterator[Candidate]:
    own_scales = any(_THOUSANDS.search(head) for head in table.heads)
    over = " ".join(table.above) if own_scales else _title(table)
    marks = _unhung(context)
    of_report = _year_of_report(context, table)
    for cell, head, printed, own in figures_of(table, row):
        year = own or of_report
        scale = 1000 if _THOUSANDS.search(f"{over} {head.text} {row.label}") else 1
        figure = printed._replace(digits=_without_mark(printed.digits, marks, row))
        value = value_of(figure)
        if _is_about_money(table, row, head):
            continue
        if value is None or (year is None and not AIM.match(head.text.lower())):
            continue
        name = head.text if table.is_turned else f"{row.label}  {_own_words(head.text)}".strip()
        of_whole = _SHARE_BEHIND.sub("", f"{cell.text} {name}") if figure.share else ""
        is_share = bool(_SHARE.search((of_whole or f"{cell.text} {name}").lower()))
        size = 1 if is_share else scale
        kind = _value_kind(context, head, row.label, year)
        detail = _detail(name, year, value * size, cell, figure, kind, is_share=is_share)
        reason = "cel van een tabel met jaren"
        yield candidate(context, CandidateKind.INDICATOR, span, 0.85, reason, detail)
        share = parse_number(figure.share) if "%" in cell.text + head.text else None
        if share is not None and not (share == _WHOLE and _TOTAL.match(row.label)):
            detail = _detail(name, year, share, cell, figure, kind, is_share=True)
            yield candidate(context, CandidateKind.INDICATOR, span, 0.85, reason, detail)


def _year_of_report(context: Context, table: Table) -> int | None:
    """The year of a yearly report, for a table that names no year at all."""
    names_one = any(_YEAR.search(words) for words in (*table.heads, _title(table)))
    return None if table.is_turned or names_one else report_year(context)


def _detail(
    name: str, year: int | None, value: Decimal, cell: Piece, figure: Figure, kind: ValueKind,
    *, is_share: bool,
) -> dict[str, object]:  # fmt: skip
    is_hidden = figure.bound == "<" and kind is ValueKind.REALISED
    return {
        "name": _without_unit(name),
        "year": year,
        "value": None if is_hidden else number(value),
        "words": cell.text,
        "value_kind": kind.value,
        "unit": "procent" if is_share else _without_unit(name).split(" ")[0].lower(),
        "low": None,
        "high": number(value) if is_hidden else None,
        "base_year": None,
        "qualifier": _QUALIFIERS.get(figure.bound, ""),
    }


def _unhung(context: Context) -> frozenset[str]:
    """The numbers of the notes of which no marker was found."""
    hung = {marker.number for marker in context.letter.markers}
    return frozenset(str(b.number) for b in context.letter.footnotes() if b.number not in hung)


def _without_mark(digits: str, marks: frozenset[str], row: Row) -> str:
    """The digits of a figure without the mark of a note glued to them: "2093" between hundreds."""
    others = [figure.digits for cell, _ in row.cells if (figure := figure_of(cell))]
    is_longest = sum(len(other) >= len(digits) for other in others) == 1 < len(others)
    if digits.isdigit() and len(digits) > 3 and is_longest:
        return next((digits[: -len(m)] for m in marks if digits.endswith(m)), digits)
    return digits


def _own_words(head: str) -> str:
    """What a head adds to the label of a row: no year, no word for aimed at, made or counted."""
    words = _YEAR.sub("", re.sub(r"\([^()]*\)", "", head)).split()
    return " ".join(w for w in words if _IS_WORD.search(w) and not _is_plain(w.lower()))


def _is_plain(word: str) -> bool:
    return any(words.search(word) for words in (AIM, _MADE, _SAYS_NOTHING))


def _is_about_money(table: Table, row: Row, head: Piece) -> bool:
    if money_size(table, row, head) is not None:
        return True
    heads = {other.text for _, other in row.cells}
    if any(table_size(fold(other)) for other in heads):
        return bool(_MONEY.search(fold(f"{row.label} {head.text}")))
    title = fold(" ".join(table.above[:2]))
    over = fold(" ".join((table.head_line, *heads)))
    if _OF_COUNTS.search(title):
        title, over = "", _PLANNED.sub("", over)
    return bool(_MONEY.search(" ".join((fold(row.label), over, title))))


def _title(table: Table) -> str:
    return fold(" ".join((table.head_line, *table.above)))


def _without_unit(name: str) -> str:
    """A label without its number and its unit: "1  ... (%)", "...   aantal"."""
    pieces = re.split(r"\s{2,}", name.strip())
    name = " ".join(piece for piece in pieces if not _NO_LABEL.fullmatch(piece)) or name
    return re.sub(r"\s*\((?:%|in %|x [\d.]+|aantal|procent)\)\s*$", "", name).strip()


def _value_kind(context: Context, head: Piece, label: str, year: int | None) -> ValueKind:
    """Aimed at or made: said by the head or the label; else by the year."""
    for words in (head.text.lower(), label.lower()):
        aims, made = AIM.search(words), _MADE.search(words)
        if aims or made:
            return ValueKind.TARGET if aims else ValueKind.REALISED
    is_later = context.anchor is not None and year is not None and year > context.anchor.year
    return ValueKind.TARGET if is_later else ValueKind.REALISED

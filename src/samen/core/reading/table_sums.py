"""Sums of money in tables: what one stands for, how often it is paid and whether it is there."""

import re
from collections.abc import Iterator

from samen.core.periods.passage import fold
from samen.core.reading import amount_cover as cover
from samen.core.reading.candidates import Candidate
from samen.core.reading.context import Context, candidate
from samen.core.reading.money import table_size
from samen.core.reading.stated import number
from samen.core.reading.table_cells import Piece
from samen.core.reading.table_figures import figures_of, value_of
from samen.core.reading.tables import Row, Table
from samen.core.terms import CandidateKind, Funded, Recurrence

_UNCOVERED = re.compile(r"\b(?:ongedekt\w*|te dekken|claims?|tekort\w*|opgave|benodigd\w*)\b")
_COVERED = re.compile(
    r"\b(?:gedekt\w*|begro(?:ot|te)|\w*begroting\w*|\w*budget\w*|beschikba(?:ar|re)\w*|toegekend\w*"
    r"|toegevoegd\w*|gereserveerd\w*|uitgaven|realisatie|besteed\w*|uitgegeven|\w*subsidies?)\b"
)
"""Words over or before the sums of a table that say that the money is not, or is, there."""
_LEADS_IN = re.compile(
    r"\b(?:als volgt|tabel|onderstaande?|hieronder|volgende (?:bedragen|middelen))\b"
)
_REACH = 300
_SUMS_BELOW = re.compile(r"\b(?:bedragen|middelen|budgetten|kosten|uitgaven)\b")
_OTHER_SUM = re.compile(r"€|\b(?:euro|miljoen|miljard)\b")
_LOOKS_BACK = re.compile(
    r"(?!.*(?:€|\beuro\b|\bmiljoen\b))[^,;]{0,20}\b(?:(?:deze|genoemde|bovenstaande|bovengenoemde)"
    r" (?:middelen|bedragen|budgetten|reeks|kosten|uitgaven|sommen)|hiervoor|hierin)\b"
)
"""How a sentence begins that speaks of the sums of the table over it, and of no other sum."""
_OF_YEARS = re.compile(
    r"\W*(?:de|het|die) (?:bedrag(?:en)?|middelen|budgetten|kosten|uitgaven|sommen|reeks) "
    r"(?:(?P<from>vanaf|na)|(?P<to>tot en met|t/m)|voor|van|in|over)(?: de jaren)? "
    r"(?P<first>20\d\d)(?: ?(?:en|-|–|tot en met|t/m) ?(?P<last>20\d\d))?\b"
)
"""How a sentence begins on the sums of some years of the table over it."""
_PAYS = re.compile(r"\b(?:dekking|financiering|bekostiging|budget|begroting\w*|artikel|bron)\b")
"""The head of a column that says what pays."""
_NOT_YET = re.compile(r"\b(?:n\.?t\.?b|nog te bepalen|nog niet|volgt|onbekend|open)\b")
_YEARS = re.compile(
    r"(?:totaal )?20\d\d ?(?:[-–/]|t/m|tot en met) ?(?P<last>20\d\d)", re.IGNORECASE
)
"""The head of a column of sums over several years together."""
_COLUMN_OFTEN = (
    (re.compile(r"struc|e\.v\."), Recurrence.STRUCTURAL),
    (re.compile(r"incidenteel|eenmalig"), Recurrence.ONCE),
)


def amounts_of_row(
    context: Context, table: Table, row: Row, span: tuple[int, int]
) -> Iterator[Candidate]:
    """The sums of a row, each with its years and how often it is paid."""
    for cell, head, figure, year in figures_of(table, row):
        value, size = value_of(figure), money_size(table, row, head)
        if value is None or size is None:
            continue
        often = _often(f"{head.text} {row.label}".lower(), year)
        years = _YEARS.fullmatch(head.text.strip())
        if years:
            often = Recurrence.UNKNOWN
        last = int(years["last"]) if years else year
        detail = {
            "value_eur": number(value * size),
            "low": None,
            "high": None,
            "from": year,
            "until": None if often is Recurrence.STRUCTURAL else last,
            "recurrence": often.value,
            "funded": (_told_of_year(table, year) or _funded(table, row, head)).value,
            "words": cell.text,
        }
        yield candidate(context, CandidateKind.AMOUNT, span, 0.9, "bedrag in een tabel", detail)


def _funded(table: Table, row: Row, head: Piece) -> Funded:
    """Cover, as the row, the head, the caption or the sentences around the table say it."""
    behind = fold(row.behind)
    if cover.NO_COVER.search(behind) or _UNCOVERED.search(behind) or _NOT_YET.search(behind):
        return Funded.NO
    if re.search(r"[^\W\d_]{2}", behind) and _PAYS.search(fold(table.behind)):
        return Funded.YES
    over = table.above if _heads_tell_cover(table) else (table.head_line, *table.above)
    for words in (row.label, head.text, " ".join(over)):
        said = fold(words)
        if cover.NO_COVER.search(said) or _UNCOVERED.search(said):
            return Funded.NO
        if _COVERED.search(said):
            return Funded.YES
    told = [*_leading_in(table.before), *_looking_back(table.after)]
    if any(cover.NO_COVER.search(each) for each in told):
        return Funded.NO
    is_given = any(
        cover.says_cover(each) or cover.says_cover(each, cover.LATER_COVER) for each in told
    )
    return Funded.YES if is_given else Funded.UNKNOWN


def _told_of_year(table: Table, year: int | None) -> Funded | None:
    """Cover that a sentence behind the table tells of some of its years: "die vanaf 2026 nog niet".

    year: of a sum; None for one that comes back each year, which is of what is told of last.
    """
    for said in _sentences(table.after):
        span = _OF_YEARS.match(said)
        if span is None or not _holds(span, year):
            continue
        if cover.NO_COVER.search(said):
            return Funded.NO
        if cover.says_cover(said) or cover.says_cover(said, cover.LATER_COVER):
            return Funded.YES
    return None


def _holds(span: re.Match[str], year: int | None) -> bool:
    """Whether a sentence speaks of a year: "voor 2024 en 2025", "vanaf 2026"."""
    first, last = int(span["first"]), int(span["last"] or span["first"])
    if span["from"]:
        return year is None or year >= first + (span["from"] == "na")
    return year is not None and (year <= first if span["to"] else first <= year <= last)


def _heads_tell_cover(table: Table) -> bool:
    """Whether the heads tell of cover, each of its own column: "(realisatie)", "(raming)"."""
    return any(_COVERED.search(fold(head)) for head in table.heads)


def _leading_in(before: str) -> list[str]:
    """The sentences of the paragraphs that lead in a table, but those of other sums."""
    parts = [_sentences(part) for part in re.split(r"\n\s*\n", before)]
    leading = [part for part in parts if any(_LEADS_IN.search(each) for each in part)]
    return [each for part in leading for each in part if not _OTHER_SUM.search(each)]


def _looking_back(after: str) -> list[str]:
    """The sentences behind a table that go on about its sums."""
    return [each for each in _sentences(after) if _LOOKS_BACK.match(each)]


def _sentences(words: str) -> list[str]:
    return re.split(r"(?<=[.:]) ", " ".join(fold(words).split()))


def money_size(table: Table, row: Row, head: Piece) -> int | None:
    """What one stands for in euro; None where a cell is not money or has no unit.

    Where a head gives a unit, the columns without one are no money.
    """
    own = [table_size(fold(words)) for words in (row.label, head.text)]
    if any(own):
        return own[0] or own[1]
    if any(table_size(fold(other)) for other in table.heads):
        return None
    for words in (table.head_line, *table.above, _said_before(table)):
        size = table_size(fold(words))
        if size:
            return size
    return 1 if any("€" in cell.text for cell, _ in row.cells) else None


def _said_before(table: Table) -> str:
    """The sentence right before a table that speaks of its sums, or ""."""
    last = _sentences(table.before.strip()[-_REACH:])[-1]
    return last if _SUMS_BELOW.search(last) else ""


def _often(head: str, year: int | None) -> Recurrence:
    for pattern, often in _COLUMN_OFTEN:
        if pattern.search(head):
            return often
    return Recurrence.YEARLY if year else Recurrence.UNKNOWN

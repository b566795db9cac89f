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
from samen.core.reading import amount_cover as cover
from samen.core.reading.candidates import Candidate
from samen.core.reading.context import Context, candidate
from samen.core.reading.indicator_years import report_year
from samen.core.reading.money import table_size
from samen.core.reading.stated import number
from samen.core.reading.table_cells import YEAR, Figure, Piece, figure_of
from samen.core.reading.table_heads import SIDE_HEAD, is_rule
from samen.core.reading.tables import PAGE_END, Row, Table, find_tables
from samen.core.terms import CandidateKind, Funded, Recurrence, ValueKind

_YEAR = re.compile(YEAR)
_NO_LABEL = re.compile(
    r"\d{1,2}[.)]?|%|aantal(?:len)?|procent(?:en)?|percentage|dagen|weken|maanden|jaren?|euro"
    r"|x 1\.000",
    re.IGNORECASE,
)
"""A cell before the figures that names no figure: a row number, a unit."""
_SAYS_NOTHING = re.compile(r"^(?:waarden?|cijfers?|aantal(?:len)?|totaal|laatste|stand)$")
_AIM = re.compile(
    r"\b(?:stre(?:ef|ven)\w*|doel\w*|target\w*|norm|ambitie|beoogd\w*|prognose|raming)\b"
)
_MADE = re.compile(
    r"\b(?:realisatie\w*|gerealiseerd\w*|stand|nul(?:meting|waarde)|werkelijk\w*|actual)\b"
)
_MONEY = re.compile(
    r"€|\b(?:euro|budget\w*|middelen|kosten|uitgaven|bedrag\w*|begroting\w*|subsidie\w*)\b"
)
_OF_COUNTS = re.compile(r"\b(?:indicator\w*|prestatie\w*|kengetal\w*|aantal(?:len)?)\b")
_QUALIFIERS = {
    "<": "less than", "≤": "at most", "maximaal": "at most", ">": "more than", "≥": "at least",
    "minimaal": "at least", "ten minste": "at least", "ruim": "at least", "bijna": "almost",
    "circa": "about", "ca.": "about", "±": "about", "~": "about",
}  # fmt: skip
"""What stands before the digits of a cell, in the words that every indicator has for it."""
_UNCOVERED = re.compile(r"\b(?:ongedekt\w*|te dekken|claims?|tekort\w*|opgave|benodigd\w*)\b")
_COVERED = re.compile(
    r"\b(?:gedekt\w*|begro(?:ot|te)|\w*begroting\w*|\w*budget\w*|beschikba(?:ar|re)\w*|toegekend\w*"
    r"|toegevoegd\w*|gereserveerd\w*|uitgaven|realisatie|besteed\w*|uitgegeven|\w*subsidies?)\b"
)
"""Words over or before the sums of a table that say that the money is not, or is, there."""
_CAPTION = re.compile(r"\s*(?:tabel|overzicht|bijlage|figuur|kerncijfers)\b")
_LEADS_IN = re.compile(
    r"\b(?:als volgt|tabel|onderstaande?|hieronder|volgende (?:bedragen|middelen))\b"
)
_PART = re.compile(r"(?:waarvan|daarvan|aandeel|percentage|%)")
_OTHER_SUM = re.compile(r"€|\b(?:euro|miljoen|miljard)\b")
_LOOKS_BACK = re.compile(
    r"(?!.*(?:€|\beuro\b|\bmiljoen\b))[^,;]{0,20}\b(?:(?:deze|genoemde|bovenstaande|bovengenoemde)"
    r" (?:middelen|bedragen|budgetten|reeks|kosten|uitgaven|sommen)|hiervoor|hierin)\b"
)
"""How a sentence begins that speaks of the sums of the table over it, and of no other sum."""
_PAYS = re.compile(r"\b(?:dekking|financiering|bekostiging|budget|begroting\w*|artikel|bron)\b")
"""The head of a column that says what pays."""
_NOT_YET = re.compile(r"\b(?:n\.?t\.?b|nog te bepalen|nog niet|volgt|onbekend|open)\b")
_SHARE_BEHIND = re.compile(r" *\((?:\d{1,3}(?:,\d)? ?)?%?\)")
_WHOLE = 100
_IS_WORD = re.compile(r"[^\W\d_]{2}|%|^[QKHT]\d$|^\de$")
_DIFFERS = re.compile(
    r"^(?:verschil|mutatie|ontwikkeling|toename|afname|stijging|daling|groei|verandering"
    r"|delta|δ|index|t\.o\.v\.|ten opzichte|\+/[-–]|trend)"
)
"""The head of a column of differences: what it holds is reckoned from the others."""
_TOTAL = re.compile(r"totaal|samen|alle\b", re.IGNORECASE)
"""Of the row of all, the share says nothing."""
_MARKS = "[]()*^†‡⁰¹²³⁴⁵⁶⁷⁸⁹"
_THOUSANDS = re.compile(r"\b(?:x|×|\*) ?1\.?000\b|\bin duizend(?:en|tallen)\b")
_SHARE = re.compile(r"%|\bpercentages?\b|\bprocent\b|\baandeel\b")
_COLUMN_OFTEN = (
    (re.compile(r"struc|e\.v\."), Recurrence.STRUCTURAL),
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
            amounts += _amounts(context, table, row, span)
            indicators += _indicators(context, table, row, span)
        if len(indicators) + len(amounts) > before:
            told += [span for _, span in rows]
    return TableReading(tuple(indicators), tuple(amounts), tuple(sorted(told)))


@dataclass(frozen=True, slots=True)
class Printed:
    """A line of the original. span: the stretch of the text that came from it, if any did."""

    text: str
    span: tuple[int, int] | None


def printed_lines(context: Context) -> list[Printed]:
    """The lines of the original, without what repair lifted: page furniture, notes, markers.

    So a table runs on over the end of a page, and the mark of a note is no digit of a figure.
    """
    where = {place: at for at, place in enumerate(context.letter.origin) if place >= 0}
    found: list[Printed] = []
    is_dropped, start = False, 0
    notes = [block.start for block in context.letter.footnotes()]
    first_note = min(notes, default=len(context.text))
    for line in context.letter.original.split("\n"):
        kept = [(i, where[start + i]) for i in range(len(line)) if start + i in where]
        start += len(line) + 1
        is_blank, is_note = not line.strip(), bool(kept) and kept[0][1] >= first_note
        if is_rule(line):
            found.append(Printed(line, None))
        elif is_note or not (kept or is_blank):
            is_dropped = True
        elif not (is_blank and is_dropped):
            if is_dropped and not is_blank and found and found[-1].text.strip():
                found.append(Printed(PAGE_END, None))
            is_dropped = is_dropped and is_blank
            found.append(_of_line(line, kept))
    return found


def _of_line(line: str, kept: list[tuple[int, int]]) -> Printed:
    """A line with blanks for the marks that were lifted from it."""
    if not kept:
        return Printed(line, None)
    places = {index for index, _ in kept}
    low = kept[0][0]
    text = "".join(
        " " if low < i and i not in places and (c.isdigit() or c in _MARKS) else c
        for i, c in enumerate(line)
    )
    ends = [at for _, at in kept]
    return Printed(text, (min(ends), max(ends) + 1))


def _figures(table: Table, row: Row) -> Iterator[tuple[Piece, Piece, Figure, int | None]]:
    """Each figure of a row: its cell, its head, what it says and its year."""
    side = next((c.text for c, head in row.cells if SIDE_HEAD.fullmatch(head.text)), "")
    for cell, head in row.cells:
        figure = figure_of(cell)
        if figure is None or SIDE_HEAD.fullmatch(head.text) or _DIFFERS.search(head.text.lower()):
            continue
        places = (figure.year, head.text, side, row.label if table.is_turned else "")
        found = next((year for words in places if (year := _YEAR.search(words))), None)
        yield cell, head, figure, int(found[0]) if found else _year_of_table(table, head)


def _year_of_table(table: Table, head: Piece) -> int | None:
    """The year of a part behind its whole ("waarvan minderjarig"), else that of the caption."""
    years = {found[0] for other in table.heads if (found := _YEAR.search(other))}
    if len(years) == 1 and _PART.match(head.text.lower()):
        return int(years.pop())
    if years and _AIM.match(head.text.lower()):
        captions = {int(found[0]) for found in _YEAR.finditer(" ".join(table.above[:1]))}
        return captions.pop() if len(captions) == 1 else None
    return _year_of_caption(table)


def _year_of_caption(table: Table) -> int | None:
    """The one year over a table that names none in its heads."""
    if table.is_turned or any(_YEAR.search(head) for head in table.heads):
        return None
    captions = [line for line in table.above[1:] if _CAPTION.match(fold(line))]
    for line in (table.head_line, *table.above[:1], *captions):
        years = {int(found[0]) for found in _YEAR.finditer(line)}
        if years:
            return years.pop() if len(years) == 1 else None
    return None


def _amounts(
    context: Context, table: Table, row: Row, span: tuple[int, int]
) -> Iterator[Candidate]:
    for cell, head, figure, year in _figures(table, row):
        value, size = _value(figure), _money_size(table, row, head)
        if value is None or size is None:
            continue
        often = _often(head.text.lower(), year)
        detail = {
            "value_eur": number(value * size),
            "low": None,
            "high": None,
            "from": year,
            "until": None if often is Recurrence.STRUCTURAL else year,
            "recurrence": often.value,
            "funded": _funded(table, row, head).value,
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


def _money_size(table: Table, row: Row, head: Piece) -> int | None:
    """What one stands for in euro; None where a cell is not money or has no unit.

    Where a head gives a unit, the columns without one are no money.
    """
    own = [table_size(fold(words)) for words in (row.label, head.text)]
    if any(own):
        return own[0] or own[1]
    if any(table_size(fold(other)) for other in table.heads):
        return None
    for words in (table.head_line, *table.above):
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
    scale = 1000 if _THOUSANDS.search(_title(table)) else 1
    marks = _unhung(context)
    of_report = _year_of_report(context, table)
    for cell, head, printed, own in _figures(table, row):
        year = own or of_report
        figure = printed._replace(digits=_without_mark(printed.digits, marks, row))
        value = _value(figure)
        if _is_about_money(table, row, head):
            continue
        if value is None or (year is None and not _AIM.match(head.text.lower())):
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
    return any(words.search(word) for words in (_AIM, _MADE, _SAYS_NOTHING))


def _is_about_money(table: Table, row: Row, head: Piece) -> bool:
    if _money_size(table, row, head) is not None:
        return True
    heads = {other.text for _, other in row.cells}
    if any(table_size(fold(other)) for other in heads):
        return bool(_MONEY.search(fold(f"{row.label} {head.text}")))
    title = " ".join(table.above[:2])
    title = "" if _OF_COUNTS.search(fold(title)) else title
    return bool(_MONEY.search(fold(" ".join((row.label, table.head_line, *heads, title)))))


def _title(table: Table) -> str:
    return fold(" ".join((table.head_line, *table.above)))


def _value(figure: Figure) -> Decimal | None:
    return parse_number(re.sub(r"\s", "", figure.digits))


def _without_unit(name: str) -> str:
    """A label without its number and its unit: "1  ... (%)", "...   aantal"."""
    pieces = re.split(r"\s{2,}", name.strip())
    name = " ".join(piece for piece in pieces if not _NO_LABEL.fullmatch(piece)) or name
    return re.sub(r"\s*\((?:%|in %|x [\d.]+|aantal|procent)\)\s*$", "", name).strip()


def _value_kind(context: Context, head: Piece, label: str, year: int | None) -> ValueKind:
    """Aimed at or made: said by the head or the label; else by the year."""
    for words in (head.text.lower(), label.lower()):
        aims, made = _AIM.search(words), _MADE.search(words)
        if aims or made:
            return ValueKind.TARGET if aims else ValueKind.REALISED
    is_later = context.anchor is not None and year is not None and year > context.anchor.year
    return ValueKind.TARGET if is_later else ValueKind.REALISED

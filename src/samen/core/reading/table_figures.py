"""The figures of a table: from the lines of the original to each cell with its head and year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from samen.core.numerals import parse_number
from samen.core.periods.passage import fold
from samen.core.reading.context import Context
from samen.core.reading.table_cells import YEAR, Figure, Piece, figure_of
from samen.core.reading.table_heads import SIDE_HEAD, is_line_of_years, is_rule
from samen.core.reading.tables import PAGE_END, Row, Table

_YEAR = re.compile(YEAR)
AIM = re.compile(
    r"\b(?:stre(?:ef|ven)\w*|doel\w*|target\w*|norm|ambitie|beoogd\w*|prognose|raming"
    r"|begro(?:ting|ot))\b"
)
"""Words of an aim, in the head of a column or the label of a row."""
_CAPTION = re.compile(r"\s*(?:tabel|overzicht|bijlage|figuur|kerncijfers)\b")
_PART = re.compile(r"(?:waarvan|daarvan|aandeel|percentage|%)")
_DIFFERS = re.compile(
    r"^(?:verschil|mutatie|ontwikkeling|toename|afname|stijging|daling|groei|verandering"
    r"|delta|δ|index|t\.o\.v\.|ten opzichte|\+/[-–]|trend)"
)
"""The head of a column of differences: what it holds is reckoned from the others."""
_MARKS = "[]()*^†‡⁰¹²³⁴⁵⁶⁷⁸⁹"


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
        if is_rule(line) or (not kept and is_line_of_years(line)):
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


def figures_of(table: Table, row: Row) -> Iterator[tuple[Piece, Piece, Figure, int | None]]:
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
    if years and AIM.match(head.text.lower()):
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


def value_of(figure: Figure) -> Decimal | None:
    return parse_number(re.sub(r"\s", "", figure.digits))

"""Tables of figures in a letter: rows under a line of heads, or years down the side.

Read from the lines of the original, where the columns still stand under each other. A cell
belongs to the head at its place; a table whose cells fit no head gives nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from samen.core.reading.headings import has_verb
from samen.core.reading.table_cells import (
    YEAR,
    Piece,
    close_cells,
    ends_in_cell,
    is_cell,
    is_label,
    is_side,
    label_and_cells,
    pieces_of,
)
from samen.core.reading.table_heads import Head, heads_at, is_rule

_MOST_BEGUN = 3
_MOST_ABOVE = 4
_BEFORE = 12
PAGE_END = "\f"
"""The line that stands for what repair lifted at the end of a page."""
_FAR, _MOST_TITLES = 8, 4
_PAGE_MARK = re.compile(
    r"\s*(?:\d{1,3}|[-–] ?\d{1,3} ?[-–]"
    r"|(?:pagina|blad|pag\.|p\.) ?\d{1,3}(?: ?(?:van|/) ?\d{1,3})?)\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its line (from 0), its label, and each cell with the head it stands under."""

    line: int
    label: str
    cells: tuple[tuple[Piece, Piece], ...]
    behind: str = ""
    """The words behind the figures, such as a source or what pays."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. above: the lines right over the heads, nearest first, as they are printed.

    is_turned: years stand down the side; then a row's label is its year and the heads are names.
    """

    above: tuple[str, ...]
    head_line: str
    rows: tuple[Row, ...]
    is_turned: bool = False
    before: str = ""
    """The few lines of text before the table and its caption."""
    after: str = ""
    """The few lines behind it."""
    behind: str = ""
    """The head of the words behind the figures."""
    heads: tuple[str, ...] = ()


def find_tables(lines: Sequence[str]) -> list[Table]:
    """Every table in the lines of a text, in order."""
    found: list[Table] = []
    place = 0
    while place < len(lines):
        read = (
            (head, tuple(_rows(lines, head)) or _bare_row(lines, head, place))
            for head in heads_at(lines, place)
        )
        head, rows = next(((h, r) for h, r in read if r), (None, ()))
        if head is None:
            place += 1
            continue
        above, head_line = tuple(_above(lines, place)), " ".join(lines[place : head.below])
        before = "\n".join(lines[max(0, place - _BEFORE) : place])
        place, behind = rows[-1].line + 1, _behind(lines, head)
        after = "\n".join(lines[place : place + _BEFORE])
        heads = tuple(piece.text for piece in head.heads)
        found.append(Table(above, head_line, rows, head.is_turned, before, after, behind, heads))
    return found


def _rows(lines: Sequence[str], head: Head) -> list[Row]:
    """The rows under a line of heads, up to the first line that is none.

    One blank line, and lines with a part of a label, may lie between: the begin of the next
    one, or, in lower case, the end of the one before.
    """
    rows: list[Row] = []
    blanks, begun, resumed = 0, list[str](), 0
    for index in range(head.below, len(lines)):
        line = lines[index][: head.width]
        if is_rule(line) or index < resumed:
            continue
        row = _row(index, line, head.heads, head.is_turned) if line.strip() else None
        if row is not None:
            label = " ".join([*begun, row.label]).strip()
            behind = lines[index][head.width :].strip() if head.width else ""
            rows.append(replace(row, label=label, behind=behind))
            blanks, begun = 0, []
        elif not line.strip():
            blanks += PAGE_END not in line
        elif rows and (resumed := _next_page(lines, index, rows[-1], head)):
            blanks, begun = 0, []
        elif head.is_turned or not _begins_label(line, head.heads):
            break
        else:
            _add_label(rows, begun, line.strip(), is_apart=blanks > 0)
        if blanks > 1 or len(begun) > _MOST_BEGUN:
            break
    return rows


def _add_label(rows: list[Row], begun: list[str], words: str, *, is_apart: bool) -> None:
    """Put a line without figures behind the last label, or before the next one."""
    if rows and not begun and not is_apart and words[0].islower():
        rows[-1] = replace(rows[-1], label=f"{rows[-1].label} {words}")
    else:
        begun.append(words)


def _next_page(lines: Sequence[str], index: int, last: Row, head: Head) -> int:
    """Where rows go on under a page number and at most a running title; 0 where they do not.

    Their cells stand under those of the last row, and no heads are printed again.
    """
    is_end, titles = False, 0
    for at in range(last.line + 1, min(index + _FAR, len(lines))):
        line = lines[at][: head.width]
        is_end = is_end or PAGE_END in lines[at] or _PAGE_MARK.fullmatch(line) is not None
        if not line.strip():
            continue
        row = _row(at, line, head.heads, head.is_turned) if is_end else None
        if row is not None:
            return at if _is_under(row, last) else 0
        titles += 1
        if titles > _MOST_TITLES or next(heads_at(lines, at), None):
            return 0
    return 0


def _is_under(row: Row, last: Row) -> bool:
    """Whether the cells of a row stand under those of another, by their begin or their end."""
    pairs = [(a, b) for (a, _), (b, _) in zip(row.cells, last.cells, strict=False)]
    fits = all(min(abs(a.start - b.start), abs(a.end - b.end)) <= 1 for a, b in pairs)
    return fits and len(row.cells) == len(last.cells)


def _bare_row(lines: Sequence[str], head: Head, place: int) -> tuple[Row, ...]:
    """The one row of figures under bare years, which the line over them names."""
    title = next(_above(lines, place), "").strip(" :")
    line = lines[head.below] if head.below < len(lines) else ""
    cells = pieces_of(line)
    is_row = head.is_bare and len(cells) == len(head.heads) and all(map(is_cell, cells))
    if not is_row or not re.search(r"[^\W\d_]{3}", title):
        return ()
    return (Row(head.below, title, tuple(zip(cells, head.heads, strict=True))),)


def _behind(lines: Sequence[str], head: Head) -> str:
    """The head of the words behind the figures, or ""."""
    return lines[head.below - 1][head.width :].strip() if head.width else ""


def _begins_label(line: str, heads: list[Piece]) -> bool:
    """Whether a line without figures may be the first half of a label."""
    is_said = line.rstrip()[-1:] in ".;" or has_verb(line)
    return len(line.rstrip()) <= heads[0].start and not is_said


def _row(index: int, line: str, heads: list[Piece], is_turned: bool) -> Row | None:
    label, cells = label_and_cells(line, len(heads))
    wanted = is_side(label.text) if is_turned else is_label(label.text)
    is_close = not is_turned and len(cells) < len(heads) and ends_in_cell(label.text)
    if cells and all(not c.text or is_cell(c) for c in cells) and wanted and not is_close:
        matched = _under_heads(cells, heads, is_tabbed="\t" in line)
    else:
        label, cells = close_cells(line, len(heads)) if not is_turned else (label, [])
        matched = [*zip(cells, heads, strict=False)]
    is_filled = any(is_cell(cell) and cell.text[:1] not in "-–—" for cell, _ in matched)
    if not is_turned and all(re.fullmatch(YEAR, cell.text) for cell, _ in matched):
        return None  # These are heads again, of the page that comes next.
    return Row(index, label.text, tuple(matched)) if is_filled else None


def _under_heads(
    cells: list[Piece], heads: list[Piece], *, is_tabbed: bool
) -> list[tuple[Piece, Piece]]:
    """Each cell with its head: in order where the counts agree, else by the place of its end."""
    if len(cells) == len(heads):
        return [(c, h) for c, h in zip(cells, heads, strict=True) if c.text]
    if is_tabbed or len(cells) > len(heads):
        return []
    nearest = [min(range(len(heads)), key=lambda i: abs(heads[i].end - c.end)) for c in cells]
    if len({*nearest}) < len(nearest):
        return []
    return [(c, heads[i]) for c, i in zip(cells, nearest, strict=True)]


def _above(lines: Sequence[str], place: int) -> Iterator[str]:
    """The full lines over the heads, nearest first, up to the text before the table."""
    count = 0
    for line in reversed(lines[max(0, place - 8) : place]):
        if not line.strip():
            continue
        if count == _MOST_ABOVE or line.rstrip().endswith("."):
            return
        count += 1
        yield line

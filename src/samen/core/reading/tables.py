"""Tables of figures in a letter: rows under a line of years, or years down the side.

Read from the lines of the original, where the columns still stand under each other. A cell
belongs to the head at its place; a table whose cells fit no head gives nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from samen.core.reading.headings import has_verb
from samen.core.reading.words import FUNCTION_WORDS

_CELL_GAP = re.compile(r"\t| {2,}| ?[|;] ?")
_RULE = re.compile(r"[\s|:+=_-]*[-=_]{2}[\s|:+=_-]*")
_YEAR = r"(?:19|20)\d\d"
_NOTE = r"(?: ?(?:\*{1,3}|[¹²³⁴-⁹]))?"
_PLAIN_HEAD = re.compile(
    rf"(?:{_YEAR}(?: e\.v\.)?|structureel|struct\.|incidenteel|eenmalig|totaal"
    rf"|doel(?:stelling)?|streefwaarde|norm|ambitie|verschil|mutatie){_NOTE}",
    re.IGNORECASE,
)
_NAMED_HEAD = re.compile(
    rf"(?:[a-z-]+\.? ){{0,2}}\(?{_YEAR}\)?(?: ?\([a-z ]+\)| [a-z-]+)?{_NOTE}", re.IGNORECASE
)
_NUMBER = r"(?:\d{1,3}(?:[. ]\d{3})+|\d{1,7})(?:,\d{1,2})?"
_CELL = re.compile(
    r"(?:€ ?|[≥≤><] ?|(?:ten minste|minimaal|maximaal|circa|ca\.) )?"
    rf"(?P<number>{_NUMBER})(?: ?%)?(?: of (?:meer|minder|hoger|lager))?{_NOTE}"
    r"|-|–|—|x|\.|\*|n\.?b\.?|n\.?v\.?t\.?|onbekend|geen|pm",
    re.IGNORECASE,
)
_SIDE_HEAD = re.compile(r"(?:(?:peil|kalender)?jaar|year)", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"\d{1,2}[.)]?|[a-z][.)]")
_UNIT = re.compile(r"%|in %|aantal(?:len)?|procent|percentage|#|[^\W\d_]{3,20}", re.IGNORECASE)
_UNDER = re.compile(rf"\(?{_YEAR}\)?|\(?[a-z/]+\.?(?: [a-z]+\.?)?\)?", re.I)
_WIDEST = 240
_MOST_BEGUN = 3
_MOST_ABOVE = 4
_MOST_HEADS = 12


@dataclass(frozen=True, slots=True)
class Piece:
    """A cell or a head: `line[start:end]`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its line (from 0), its label, and each cell with the head it stands under."""

    line: int
    label: str
    cells: tuple[tuple[Piece, Piece], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table. above: the lines right over the heads, nearest first, as they are printed.

    is_turned: years stand down the side; then a row's label is its year and the heads are names.
    """

    above: tuple[str, ...]
    head_line: str
    rows: tuple[Row, ...]
    is_turned: bool = False


@dataclass(frozen=True, slots=True)
class _Head:
    """The head of a table. below: the line of its first row; width: where columns of words,
    such as the source of a figure, begin behind the figures."""

    heads: list[Piece]
    is_turned: bool
    below: int
    width: int | None = None


def find_tables(lines: Sequence[str]) -> list[Table]:
    """Every table in the lines of a text, in order."""
    found: list[Table] = []
    place = 0
    while place < len(lines):
        head = _head(lines, place)
        rows = tuple(_rows(lines, head)) if head.heads else ()
        if not rows:
            place += 1
            continue
        above = tuple(_above(lines, place))
        found.append(Table(above, lines[place], rows, head.is_turned))
        place = rows[-1].line + 1
    return found


def pieces_of(line: str) -> list[Piece]:
    """The parts of a line between tabs, bars and wide gaps; a tab keeps empty parts."""
    starts = [0]
    ends: list[int] = []
    for gap in _CELL_GAP.finditer(line):
        ends.append(gap.start())
        starts.append(gap.end())
    ends.append(len(line))
    parts = [_trimmed(line, start, end) for start, end in zip(starts, ends, strict=True)]
    return parts if "\t" in line else [part for part in parts if part.text]


def _trimmed(line: str, start: int, end: int) -> Piece:
    text = line[start:end]
    lead = len(text) - len(text.lstrip())
    text = text.strip()
    return Piece(text, start + lead, start + lead + len(text))


def _head(lines: Sequence[str], place: int) -> _Head:
    """The head of the table that begins at a line; without heads where none does."""
    line = lines[place]
    if len(line) > _WIDEST or not line.strip():
        return _Head([], False, place + 1)
    pieces = [piece for piece in pieces_of(line) if piece.text]
    longer = _with_line_below(pieces, lines[place + 1 : place + 2])
    if longer and (heads := _heads(longer)):
        return _Head(heads, False, place + 2)
    is_turned = len(pieces) > 1 and _SIDE_HEAD.fullmatch(pieces[0].text) is not None
    if is_turned and all(re.search(r"[^\W\d_]", piece.text) for piece in pieces[1:]):
        return _Head(pieces[1:], True, place + 1)
    if heads := _heads(pieces) or _years_of(_close_heads(line)):
        return _Head(heads, False, place + 1)
    behind = [piece for piece in pieces[-2:] if not re.search(r"\d", piece.text)]
    for count in range(1, len(behind) + 1):
        if heads := _heads(pieces[:-count]):
            return _Head(heads, False, place + 1, pieces[-count].start)
    return _Head(_heads_over_years(lines, place), True, place + 1)


def _with_line_below(pieces: list[Piece], below: Sequence[str]) -> list[Piece]:
    """Heads of two lines ("Streefwaarde" over "2024"); empty where the next line is none."""
    under = [piece for piece in pieces_of(below[0]) if piece.text] if below else []
    if not under or len(under) >= len(pieces) or not all(_UNDER.fullmatch(p.text) for p in under):
        return []
    joined = list(pieces)
    for piece in under:
        middle = (piece.start + piece.end) / 2
        fits = [i for i, head in enumerate(joined) if head.start - 2 <= middle <= head.end + 2]
        if not fits:
            return []
        head = joined[fits[0]]
        joined[fits[0]] = Piece(
            f"{head.text} {piece.text}", min(head.start, piece.start), max(head.end, piece.end)
        )
    return joined


def _heads(pieces: list[Piece]) -> list[Piece]:
    """The heads of the columns of figures, where they end a line of pieces."""
    heads = [piece for piece in pieces if _is_head(piece.text)]
    if len(heads) < 2 or pieces[-len(heads) :] != heads or len(pieces) > len(heads) + 2:
        return []
    return _years_of(heads)


def _years_of(heads: list[Piece]) -> list[Piece]:
    """The heads, if a year is among them and they are not too many."""
    has_year = any(re.search(_YEAR, head.text) for head in heads)
    return heads if has_year and 2 <= len(heads) <= _MOST_HEADS else []


def _heads_over_years(lines: Sequence[str], place: int) -> list[Piece]:
    """Names over columns, where the line below begins with a year and has a cell for each."""
    line, below = lines[place], lines[place + 1 : place + 2]
    if not below or not re.match(rf"\s*\|? ?{_YEAR}\b", below[0]) or len(line) > _WIDEST:
        return []
    heads = [piece for piece in pieces_of(line) if piece.text]
    side, *cells = [piece for piece in pieces_of(below[0]) if piece.text]
    are_names = all(re.search(r"[^\W\d_]{2}", head.text) for head in heads) and not has_verb(line)
    fits = len(heads) == len(cells) and all(_CELL.fullmatch(cell.text) for cell in cells)
    is_left = bool(heads) and heads[0].start >= side.end
    return heads if is_left and are_names and fits else []


def _is_head(text: str) -> bool:
    return bool(_PLAIN_HEAD.fullmatch(text) or _NAMED_HEAD.fullmatch(text))


def _close_heads(line: str) -> list[Piece]:
    """Heads at the end of a line whose wide gaps were lost ("Onderdeel 2025 2026 2027")."""
    if has_verb(line):
        return []
    hits = [*re.finditer(rf"(?<!\S){_PLAIN_HEAD.pattern}(?!\S)", line, re.IGNORECASE)]
    if not hits or line[hits[-1].end() :].strip() or len(line[: hits[0].start()]) > 40:
        return []
    if any(line[a.end() : b.start()].strip() for a, b in pairwise(hits)):
        return []
    return [Piece(hit[0], hit.start(), hit.end()) for hit in hits]


def _rows(lines: Sequence[str], head: _Head) -> list[Row]:
    """The rows under a line of heads, up to the first line that is none.

    One blank line, and lines with a part of a label, may lie between: the begin of the next
    one, or, in lower case, the end of the one before.
    """
    rows: list[Row] = []
    blanks, begun = 0, list[str]()
    for index in range(head.below, len(lines)):
        line = lines[index][: head.width]
        if _RULE.fullmatch(line):
            continue
        row = _row(index, line, head.heads, head.is_turned) if line.strip() else None
        if row is not None:
            rows.append(Row(row.line, " ".join([*begun, row.label]).strip(), row.cells))
            blanks, begun = 0, []
        elif not line.strip():
            blanks += 1
        elif head.is_turned or not _begins_label(line, head.heads):
            break
        elif rows and not begun and not blanks and line.strip()[0].islower():
            rows[-1] = replace(rows[-1], label=f"{rows[-1].label} {line.strip()}")
        else:
            begun.append(line.strip())
        if blanks > 1 or len(begun) > _MOST_BEGUN:
            break
    return rows


def _begins_label(line: str, heads: list[Piece]) -> bool:
    """Whether a line without figures may be the first half of a label."""
    return len(line.rstrip()) <= heads[0].start and line.rstrip()[-1:] not in ".:;"


def _row(index: int, line: str, heads: list[Piece], is_turned: bool) -> Row | None:
    label, cells = _label_and_cells(line, len(heads))
    wanted = re.fullmatch(rf"{_YEAR}{_NOTE}", label.text) if is_turned else _is_label(label.text)
    if cells and all(not c.text or _CELL.fullmatch(c.text) for c in cells) and wanted:
        matched = _under_heads(cells, heads, is_tabbed="\t" in line)
    else:
        label, matched = _close_cells(line, heads, is_turned)
    has_number = any(_CELL.fullmatch(c.text) and c.text[:1] != "-" for c, _ in matched)
    return Row(index, label.text, tuple(matched)) if matched and has_number else None


def _label_and_cells(line: str, count: int) -> tuple[Piece, list[Piece]]:
    """The label of a row and its cells; a number before the label, a unit behind it, join it."""
    pieces = pieces_of(line)
    label, cells = pieces[0], pieces[1:]
    extra = len(pieces) - count
    if "\t" in line or extra != 2 or _CELL.fullmatch(pieces[1].text):
        return label, cells
    if _LIST_NUMBER.fullmatch(label.text):
        return pieces[1], pieces[2:]
    unit = f" ({pieces[1].text})" if _UNIT.fullmatch(pieces[1].text) else ""
    return Piece(label.text + unit, label.start, label.end), pieces[2:] if unit else cells


def _is_label(text: str) -> bool:
    """Whether words can name a row: no sentence, and not the front of one."""
    words = text.split()
    is_broken_off = bool(words) and words[-1] in FUNCTION_WORDS
    is_name = bool(re.search(r"[^\W\d_]{2}", text)) and not text.endswith((".", ";"))
    return is_name and not is_broken_off and not has_verb(text)


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


def _close_cells(
    line: str, heads: list[Piece], is_turned: bool
) -> tuple[Piece, list[tuple[Piece, Piece]]]:
    """The cells at the end of a line whose wide gaps were lost: one for each head."""
    words = [Piece(m[0], m.start(), m.end()) for m in re.finditer(r"\S+", line)]
    count = len(heads)
    cells, label = words[-count:], line[: words[-count].start] if len(words) > count else ""
    before = words[-count - 1].text if len(words) > count else "0"
    fits = all(_CELL.fullmatch(cell.text) for cell in cells)
    if is_turned or not fits or not _is_label(label.strip()) or _CELL.fullmatch(before):
        return Piece("", 0, 0), []
    name = _trimmed(line, 0, len(label))
    return name, [*zip(cells, heads, strict=True)]


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


def number_of(cell: Piece) -> str:
    """The digits of a cell, or "" where it says that there is no figure."""
    found = _CELL.fullmatch(cell.text)
    return (found["number"] or "") if found else ""

"""The heads of a table: a line of years, names over a side of years, or names under a caption.

A head that spans columns, in a line over the others, is set before the words of each.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from samen.core.reading.headings import has_verb
from samen.core.reading.table_cells import NOTE, YEAR, Piece, is_cell, is_label, is_side, pieces_of

_PLAIN_HEAD = re.compile(
    rf"(?:{YEAR}(?: e\.v\.|[/-](?:20)?\d\d)?|structureel|struct?\.|incidenteel|eenmalig|totaal"
    rf"|(?:doel(?:stelling)?|streefwaarde|norm|ambitie)(?: [a-z-]+)?|verschil|mutatie){NOTE}",
    re.IGNORECASE,
)
_NAMED_HEAD = re.compile(
    rf"(?:(?:[a-z-]+|q[1-4]|[1-4]e)\.? ){{0,2}}\(?{YEAR}\)?"
    rf"(?: ?\([^()]{{2,30}}\)| [a-z-]+\.?)?{NOTE}",
    re.IGNORECASE,
)
SIDE_HEAD = re.compile(r"(?:(?:peil|kalender|meet|verslag)?jaar|year)", re.IGNORECASE)
"""The head of a column of years."""
_UNDER = re.compile(rf"\(?{YEAR}\)?|\(?[a-z/]+\.?(?: [a-z]+\.?)?\)?", re.I)
_UNIT = re.compile(r"n|N|#|%|in %|abs\.?|aantal|aandeel|absoluut|procent|perc\.?")
"""The head of a column that says in what it counts."""
OF_FIGURES = re.compile(
    r"cijfer|aantal|stand\b|resulta|realisatie|tabel|overzicht|uitkomst|prestatie|meting|telling"
    r"|registrat|melding",
    re.IGNORECASE,
)
"""Words of the title of a table of one year; a table of contents has none of them."""
_RULE = re.compile(r"[\s|:+=_-]*[-=_]{2}[\s|:+=_-]*")
_DIGIT_AFTER_GAP = re.compile(r"(?:\t|  |[|;]).*\d")
_WIDEST = 240
_MOST_HEADS = 12
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a table. below: the line of its first row; width: where columns of words,
    such as the source of a figure, begin behind the figures."""

    heads: list[Piece]
    is_turned: bool
    below: int
    width: int | None = None
    is_bare: bool = False
    """Whether nothing stands before the heads: then one row of figures needs no label."""


def is_line_of_years(line: str) -> bool:
    """Whether a line only holds heads of which one is a year, as a table repeats on each page."""
    pieces = [piece for piece in pieces_of(line) if piece.text]
    return len(line) <= _WIDEST and bool(_heads(pieces))


def is_rule(line: str) -> bool:
    """Whether a line is drawn, not written."""
    return _RULE.fullmatch(line) is not None


def heads_at(lines: Sequence[str], place: int) -> Iterator[Head]:
    """What the line at a place may be the head of, the surest first; nothing for plain text."""
    line = lines[place]
    if len(line) > _WIDEST or not line.strip():
        return
    pieces = [piece for piece in pieces_of(line) if piece.text]
    if heads := _split(pieces, lines[place + 1 : place + 2]):
        yield Head(heads, False, place + 2)
    longer = _with_line_below(pieces, lines[place + 1 : place + 2])
    if longer and (heads := _heads(longer)):
        yield Head(_spanned(heads, lines, place), False, place + 2)
    is_turned = len(pieces) > 1 and SIDE_HEAD.fullmatch(pieces[0].text) is not None
    if is_turned and all(re.search(r"[^\W\d_]", piece.text) for piece in pieces[1:]):
        yield Head(pieces[1:], True, place + 1)
    if heads := _heads(pieces) or _years_of(_close_heads(line)):
        is_bare = len(heads) == len(pieces)
        yield Head(_spanned(heads, lines, place), False, place + 1, is_bare=is_bare)
    behind = [piece for piece in pieces[-2:] if not re.search(r"\d", piece.text)]
    for count in range(1, len(behind) + 1):
        if heads := _heads(pieces[:-count]):
            yield Head(_spanned(heads, lines, place), False, place + 1, pieces[-count].start)
    yield from _named_heads(lines, place)


def _split(pieces: list[Piece], below: Sequence[str]) -> list[Piece]:
    """Columns of units under each head: "n" and "%" twice under "2022  2023"."""
    heads = _heads(pieces)
    under = [piece for piece in pieces_of(below[0]) if piece.text] if heads and below else []
    size, rest = divmod(len(under), len(heads)) if heads else (0, 0)
    if size < 2 or rest or not all(_UNIT.fullmatch(piece.text) for piece in under):
        return []
    return [replace(p, text=f"{heads[i // size].text} {p.text}") for i, p in enumerate(under)]


def _with_line_below(pieces: list[Piece], below: Sequence[str]) -> list[Piece]:
    """Heads of two lines ("Streefwaarde" over "2024"); empty where the next line is none."""
    under = [piece for piece in pieces_of(below[0]) if piece.text] if below else []
    if not under or len(under) >= len(pieces) or not all(_UNDER.fullmatch(p.text) for p in under):
        return []
    return _joined_below(pieces, under)


def _joined_below(heads: list[Piece], under: list[Piece]) -> list[Piece]:
    """Heads that go on in the line below; empty where a part of it stands under none."""
    if len(under) == len(heads):
        return [_as_one(head, piece) for head, piece in zip(heads, under, strict=True)]
    joined = list(heads)
    for piece in under:
        middle = (piece.start + piece.end) / 2
        fits = [i for i, head in enumerate(joined) if head.start - 2 <= middle <= head.end + 2]
        if not fits:
            return []
        joined[fits[0]] = _as_one(joined[fits[0]], piece)
    return joined


def _as_one(head: Piece, under: Piece) -> Piece:
    start, end = min(head.start, under.start), max(head.end, under.end)
    return Piece(f"{head.text} {under.text}", start, end)


def _heads(pieces: list[Piece]) -> list[Piece]:
    """The heads of the columns of figures, where they end a line of pieces."""
    heads = [piece for piece in pieces if _is_head(piece.text)]
    if len(heads) < 2 or pieces[-len(heads) :] != heads or len(pieces) > len(heads) + 2:
        return []
    return _years_of(heads)


def _years_of(heads: list[Piece]) -> list[Piece]:
    """The heads, if a year is among them and they are not too many."""
    has_year = any(re.search(YEAR, head.text) for head in heads)
    return heads if has_year and 2 <= len(heads) <= _MOST_HEADS else []


def _is_head(text: str) -> bool:
    return bool(_PLAIN_HEAD.fullmatch(text) or _NAMED_HEAD.fullmatch(text))


def _close_heads(line: str) -> list[Piece]:
    """Heads at the end of a line whose wide gaps were lost ("Onderdeel 2025 2026 2027")."""
    if has_verb(line) or len(pieces_of(line)) > 2:
        return []
    hits = [*re.finditer(rf"(?<!\S){_PLAIN_HEAD.pattern}(?!\S)", line, re.IGNORECASE)]
    if not hits or line[hits[-1].end() :].strip() or len(line[: hits[0].start()]) > 40:
        return []
    if any(line[a.end() : b.start()].strip() for a, b in pairwise(hits)):
        return []
    return [Piece(hit[0], hit.start(), hit.end()) for hit in hits]


def _spanned(heads: list[Piece], lines: Sequence[str], place: int) -> list[Piece]:
    """Heads with the words of the line over them before their own, where it spans them."""
    line = lines[place - 1] if place else ""
    over = [piece for piece in pieces_of(line) if piece.text]
    label, *_ = [*over, Piece("", 0, 0)]
    if label.start < heads[0].start - 12:
        over = over[1:]
    if not over or len(over) >= len(heads) or len(line) > _WIDEST or has_verb(line):
        return heads
    return _under_spans(heads, over)


def _under_spans(heads: list[Piece], over: list[Piece]) -> list[Piece]:
    """Each head behind the words over it: by rows of years that go up where they are as many, else
    in equal shares, or the last that begins before its end."""
    runs = _rows_of_years(heads)
    if len({*runs}) == len(over) > 1:
        return [
            replace(h, text=f"{over[run].text} {h.text}")
            for h, run in zip(heads, runs, strict=True)
        ]
    size = len(heads) // len(over)
    is_even = len(heads) % len(over) == 0 and not _begin_with(over, heads)
    found: list[Piece] = []
    for index, head in enumerate(heads):
        fits = [piece for piece in over if piece.start <= (head.start + head.end) / 2]
        right_over = [piece for piece in over if piece.start < head.end and head.start < piece.end]
        fits = right_over if len(right_over) == 1 else fits
        span = over[index // size] if is_even else fits[-1] if fits else None
        found.append(replace(head, text=f"{span.text} {head.text}") if span else head)
    return found


def _rows_of_years(heads: list[Piece]) -> list[int]:
    """Of each head, in which row of years that go up it stands; empty where one is no year."""
    if not all(re.fullmatch(YEAR, head.text) for head in heads):
        return []
    runs = [0]
    for before, head in pairwise(heads):
        runs.append(runs[-1] + (int(head.text) <= int(before.text)))
    return runs


def _begin_with(over: list[Piece], heads: list[Piece]) -> bool:
    """Whether each part of the line over the heads begins right over one of them."""
    return all(any(abs(part.start - head.start) <= 1 for head in heads) for part in over)


def _named_heads(lines: Sequence[str], place: int) -> Iterator[Head]:
    """Names over columns of figures: their year stands in a caption, a cell or at the side."""
    block = [place]
    while len(block) <= _MOST_LINES:
        below = _next_full(lines, block[-1] + 1)
        if below >= len(lines) or len(lines[below]) > _WIDEST:
            return
        label, count, width = _first_row(lines[below])
        if count == 1 and len(block) == 1:
            over = _title_over_years if is_side(label.text) else _title_with_year
            yield from over(lines, place, label, below)
        if count:
            head = [lines[at][:width] for at in block]
            if (heads := _stacked(head, label, count)) and _is_filled(lines, below, count):
                is_turned = is_side(label.text)
                yield Head(heads, is_turned, below, width)
            return
        if below > block[-1] + 1 and not is_rule(lines[below - 1]):
            return
        block.append(below)


def _next_full(lines: Sequence[str], place: int) -> int:
    """The next line that is neither drawn nor the one blank line under a head."""
    blanks = 0
    while place < len(lines) and (is_rule(lines[place]) or not (lines[place].strip() or blanks)):
        blanks += not lines[place].strip()
        place += 1
    return place if place < len(lines) and lines[place].strip() else len(lines)


def _title_over_years(lines: Sequence[str], place: int, label: Piece, below: int) -> Iterator[Head]:
    """What is counted, over lines with a year and a figure each ("stand 2023     27%")."""
    line = lines[place]
    pieces = [piece for piece in pieces_of(line) if piece.text]
    if len(pieces) == 1 and pieces[0].start <= label.start and not line.rstrip().endswith("."):
        head = Piece(pieces[0].text.rstrip(":"), label.end, label.end + 1)
        yield Head([head], True, below)


def _title_with_year(lines: Sequence[str], place: int, label: Piece, below: int) -> Iterator[Head]:
    """The one year of a title, over lines with a name and a figure each."""
    line = lines[place]
    years = {*re.findall(YEAR, line)}
    is_title = len(pieces_of(line)) == 1 and OF_FIGURES.search(line) and not _is_said(line)
    if len(years) == 1 and is_title and _is_filled(lines, below, 1):
        yield Head([Piece(years.pop(), label.end, label.end + 1)], False, below)


def _is_said(line: str) -> bool:
    return line.rstrip().endswith((".", ";")) or has_verb(line)


def _first_row(line: str) -> tuple[Piece, int, int | None]:
    """The label of a row of figures, how many they are, and where words begin behind them."""
    none = Piece("", 0, 0), 0, None
    if not _DIGIT_AFTER_GAP.search(line):
        return none
    pieces = pieces_of(line)
    if all(re.fullmatch(YEAR, piece.text) for piece in pieces if piece.text):
        return none
    width = None
    if len(pieces) > 2 and is_label(pieces[-1].text) and not is_cell(pieces[-1]):
        width = pieces[-1].start
        pieces = pieces[:-1]
    cells = 0
    for piece in reversed(pieces[1:]):
        if piece.text and not is_cell(piece):
            break
        cells += 1
    labels = pieces[: len(pieces) - cells]
    is_row = any(is_side(p.text) or is_label(p.text) for p in labels)
    return (labels[-1], cells, width) if cells and len(labels) < 3 and is_row else none


def _is_filled(lines: Sequence[str], below: int, count: int) -> bool:
    """Whether the first row has a second of its kind; one of several figures may stand alone."""
    following = (
        line for line in lines[below + 1 : below + 4] if line.strip() and not is_rule(line)
    )
    return count > 2 or any(_first_row(line)[1] == count for line in following)


def _stacked(lines: list[str], label: Piece, count: int) -> list[Piece]:
    """The heads over `count` columns in the lines of a head; empty where they do not fit."""
    if any(has_verb(line) or line.rstrip().endswith((".", ":")) for line in lines):
        return []
    parts = [[piece for piece in pieces_of(line) if piece.text] for line in lines]
    main = max(range(len(parts)), key=lambda at: len(parts[at]))
    heads = parts[main][-count:]
    is_right = len(heads) == count and heads[0].start > label.start
    if not is_right or len(parts[main]) > count + 2 or not all(_names(h.text) for h in heads):
        return []
    for over in reversed(parts[:main]):
        spans = [piece for piece in over if piece.start > min(label.end - 2, 8)]
        heads = _under_spans(heads, spans) if spans else heads
    for under in parts[main + 1 :]:
        heads = _joined_below(heads, [p for p in under if p.end > heads[0].start])
    return heads


def _names(text: str) -> bool:
    """Whether a head says something: a word, a year or a sign of a unit."""
    return bool(re.search(rf"[^\W\d_]{{2}}|{YEAR}|%|€|#|\b[QKHT]\d\b", text)) and len(text) < 60

"""Footnotes lifted from the running text and paired with their markers."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samen.core.reading.markers import Place, marker_places, spaced_places
from samen.core.reading.note_signs import signs_of
from samen.core.reading.note_starts import TITLE, NoteStart, candidates, note_starts
from samen.core.reading.rows import Cut, Role, Row
from samen.core.reading.source import Layout
from samen.core.reading.words import ends_clause, ends_sentence, starts_lower

_MOST_PLACES = 64
_MOST_CHAINS = 256


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its number, its rows, and where its marker hangs (None: not found)."""

    number: int
    rows: tuple[int, ...]
    marker: Place | None


@dataclass(frozen=True, slots=True)
class _Pairing:
    """The best choice of markers up to one offset; `places` is a linked list."""

    end: int
    score: float
    places: "tuple[int, Place, object] | None"


def lift_footnotes(rows: Sequence[Row], layout: Layout) -> list[Note]:
    """Give the rows of notes their role, cut the markers out, and return the notes."""
    if any(row.line.footnote for row in rows):
        return _known_notes(rows)
    running = [row for row in rows if row.role is Role.BODY and not row.is_blank]
    signs = signs_of(rows)
    possible = candidates(rows, signs)
    if not possible:
        return []
    numbers = {start.number for start in possible}
    starts = note_starts(rows, possible, marker_places(running, numbers, signs))
    if not starts:
        return []
    extents = [_extent(rows, start, _next_row(starts, i), layout) for i, start in enumerate(starts)]
    for index, (start, extent) in enumerate(zip(starts, extents, strict=True)):
        for place in extent:
            rows[place].become(Role.NOTE)
            rows[place].note = index
        rows[start.row].skip = start.column
    _claim_continuations(rows, starts, extents)
    _drop_titles(rows, starts)
    _mark_rows_after(rows)
    places = marker_places((row for row in running if row.role is Role.BODY), numbers, signs)
    chosen = _pair(rows, starts, places)
    if 2 * len(chosen) < len(starts):
        chosen = _pair(rows, starts, _with_spaced(places, running, numbers))
    return _notes(rows, starts, extents, chosen)


def _with_spaced(
    places: Mapping[int, Sequence[Place]], running: Sequence[Row], numbers: set[int]
) -> dict[int, list[Place]]:
    """The places, and those with a space before the marker."""
    loose = spaced_places((row for row in running if row.role is Role.BODY), numbers)
    return {
        number: sorted([*places.get(number, ()), *loose.get(number, ())], key=lambda p: p.start)
        for number in numbers
    }


def _notes(
    rows: Sequence[Row],
    starts: Sequence[NoteStart],
    extents: Sequence[Sequence[int]],
    chosen: Mapping[int, Place],
) -> list[Note]:
    for index, place in chosen.items():
        row = rows[place.row]
        row.cuts.append(Cut(place.start - row.start, place.end - row.start, place.number, index))
    return [
        Note(start.number, tuple(extent), chosen.get(index))
        for index, (start, extent) in enumerate(zip(starts, extents, strict=True))
    ]


def _known_notes(rows: Sequence[Row]) -> list[Note]:
    """The notes of a format that says which lines are notes and where their markers are."""
    lines: dict[int, list[int]] = {}
    for row in rows:
        if row.line.footnote:
            row.become(Role.NOTE)
            lines.setdefault(row.line.footnote, []).append(row.index)
    order = {number: index for index, number in enumerate(lines)}
    markers: dict[int, Place] = {}
    for row in rows:
        for mark in row.line.marks if row.role is Role.BODY else ():
            if mark.number in order:
                _cut_known(row, mark.column, mark.length, mark.number, order[mark.number])
                at = row.start + mark.column
                markers.setdefault(
                    mark.number, Place(row.index, at, at + mark.length, mark.number, 9.0)
                )
    for row in rows:
        row.note = order.get(row.line.footnote, -1)
    return [Note(number, tuple(found), markers.get(number)) for number, found in lines.items()]


def _cut_known(row: Row, column: int, length: int, number: int, note: int) -> None:
    row.cuts.append(Cut(column, column + length, number, note))


def _next_row(starts: Sequence[NoteStart], index: int) -> int | None:
    return starts[index + 1].row if index + 1 < len(starts) else None


def _extent(
    rows: Sequence[Row], start: NoteStart, following: int | None, layout: Layout
) -> list[int]:
    """The rows of one note: its first, and those that go on with it."""
    extent = [start.row]
    is_apart = False
    knows_pages = _knows_pages(rows, start.row)
    is_open = _is_body_open(rows, start.row)
    for place in range(start.row + 1, following if following is not None else len(rows)):
        row = rows[place]
        if row.is_blank:
            is_apart = True
            continue
        is_new = layout is Layout.FLOWING and not row.line.continues
        if row.role is not Role.BODY or row.new_page or is_new:
            break
        if not _goes_on(rows[extent[-1]], row, is_apart, knows_pages, is_open):
            break
        extent.append(place)
        is_apart = False
    return extent


def _knows_pages(rows: Sequence[Row], place: int) -> bool:
    """Whether the text shows page boundaries near a row, so that they can end a note."""
    return any(row.new_page for row in rows[max(0, place - 150) : place + 150])


def _is_body_open(rows: Sequence[Row], place: int) -> bool:
    """Whether the running text above a note block stops in the middle of a sentence."""
    for row in reversed(rows[max(0, place - 60) : place]):
        if row.role is Role.BODY and not row.is_blank:
            return not ends_clause(row.text)
    return False


def _goes_on(last: Row, row: Row, is_apart: bool, knows_pages: bool, is_open: bool) -> bool:
    """Whether a row goes on with the note whose last row so far is given."""
    is_closed = _is_closed(last.text)
    if last.line.size and row.line.size:
        return row.line.size <= last.line.size + 0.6
    if not is_apart:
        return knows_pages or not (is_closed and is_open and starts_lower(row.text))
    if is_closed:
        return False
    return knows_pages or (not is_open and starts_lower(row.text))


def _is_closed(text: str) -> bool:
    text = text.rstrip()
    return ends_sentence(text) or text[-1:] in "./)" or text[-1:].isdigit()


def _claim_continuations(
    rows: Sequence[Row], starts: Sequence[NoteStart], extents: Sequence[list[int]]
) -> None:
    """Lines above a page's first note that go on with the last note of the page before."""
    for index in range(1, len(starts)):
        above = extents[index - 1]
        if _is_closed(rows[above[-1]].text):
            continue
        group = _group_above(rows, starts[index].row)
        if group and group[0] > above[-1] and starts_lower(rows[group[0]].text):
            for place in group:
                rows[place].become(Role.NOTE)
                rows[place].note = index - 1
            above.extend(group)


def _group_above(rows: Sequence[Row], place: int) -> list[int]:
    """The rows glued to the top of a note block, when a blank line and text lie above them."""
    group: list[int] = []
    for at in range(place - 1, max(-1, place - 10), -1):
        row = rows[at]
        if row.is_blank:
            above = next((r for r in reversed(rows[max(0, at - 8) : at]) if not r.is_blank), None)
            is_body = above is not None and above.role is Role.BODY
            return group[::-1] if is_body else []
        if row.role is not Role.BODY or row.new_page:
            return []
        group.append(at)
    return []


def _drop_titles(rows: Sequence[Row], starts: Sequence[NoteStart]) -> None:
    """Take the words "Eindnoten" or "Notes" above a block of notes out of the running text."""
    for start in starts:
        above = next(
            (r for r in reversed(rows[max(0, start.row - 6) : start.row]) if not r.is_blank), None
        )
        if above is not None and above.role is Role.BODY and TITLE.fullmatch(above.text):
            above.become(Role.FURNITURE, "title of the notes")


def _mark_rows_after(rows: Sequence[Row]) -> None:
    """The first running line after a note block begins a page, as far as joining goes."""
    is_after = False
    for row in rows:
        if row.role is Role.NOTE:
            is_after = True
        elif row.role is Role.BODY and not row.is_blank:
            row.new_page = row.new_page or is_after
            is_after = False


def _pair(
    rows: Sequence[Row], starts: Sequence[NoteStart], places: Mapping[int, Sequence[Place]]
) -> dict[int, Place]:
    """By index of the note its marker: in order, before the note, of the best total weight."""
    front = [_Pairing(-1, 0.0, None)]
    block_end = -1
    for index, start in enumerate(starts):
        at = rows[start.row].start
        if index and not _is_same_block(rows, starts[index - 1].row, start.row):
            block_end = rows[starts[index - 1].row].start
        options = [place for place in places.get(start.number, ()) if place.end <= at]
        options = sorted(options, key=lambda p: (-_total(p, block_end), p.start))[:_MOST_PLACES]
        added = [_extended(front, index, place, _total(place, block_end)) for place in options]
        front = _best_front(front + [pairing for pairing in added if pairing])
    chosen: dict[int, Place] = {}
    linked = front[-1].places
    while linked:
        index, place, rest = linked
        chosen[index] = place
        linked = rest if isinstance(rest, tuple) else None
    return chosen


def _total(place: Place, block_end: int) -> float:
    """Weight of a place; one on the page of its note counts more."""
    return place.weight + (1.0 if place.start > block_end else 0.0)


def _is_same_block(rows: Sequence[Row], above: int, below: int) -> bool:
    return not any(row.role is Role.BODY and not row.is_blank for row in rows[above:below])


def _extended(
    front: Sequence[_Pairing], index: int, place: Place, weight: float
) -> _Pairing | None:
    at = bisect_left(front, place.start + 1, key=lambda pairing: pairing.end) - 1
    if at < 0:
        return None
    base = front[at]
    return _Pairing(place.end, base.score + weight, (index, place, base.places))


def _best_front(pairings: list[_Pairing]) -> list[_Pairing]:
    """Those that no earlier-ending one beats, by end; score rises along the list."""
    pairings.sort(key=lambda pairing: (pairing.end, -pairing.score))
    front: list[_Pairing] = []
    for pairing in pairings:
        if not front or pairing.score > front[-1].score:
            front.append(pairing)
    return front[:1] + front[1:][-_MOST_CHAINS:]

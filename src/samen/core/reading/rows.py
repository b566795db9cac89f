"""The working record of repair: one row for every line of the original."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from samen.core.reading.source import Layout, Line, Source

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\x00"
"""Characters that take no room on paper."""
_SPACES = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
_NOTHING = _SPACES + INVISIBLE
_LEADING_SPACE = re.compile(r" (?=[^\s\d])")


class Role(StrEnum):
    """What a line turned out to be."""

    BODY = "body"
    FURNITURE = "furniture"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Cut:
    """A marker to lift: columns `start` to `end` of a row, and the number of its note.

    note: index of the note in order of appearance.
    """

    start: int
    end: int
    number: int
    note: int


@dataclass(slots=True)
class Row:
    """A line on its way through repair.

    start: its offset in the original. new_page: a page begins with it. skip: columns at its
    front that are no text (a bullet, the number of a note).
    """

    index: int
    start: int
    line: Line
    is_blank: bool
    role: Role = Role.BODY
    reason: str = ""
    note: int = -1
    new_page: bool = False
    skip: int = 0
    cuts: list[Cut] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.line.text

    @property
    def plain(self) -> str:
        """Its words: without bullet, lifted markers and outer white space."""
        text = self.line.text
        for cut in sorted(self.cuts, key=lambda cut: -cut.start):
            text = text[: cut.start] + text[cut.end :]
        return text[self.skip :].strip()

    def become(self, role: Role, reason: str = "") -> None:
        self.role = role
        self.reason = reason


def rows_of(source: Source) -> list[Row]:
    """A row for each line, with the page starts that the layout gives away."""
    rows: list[Row] = []
    start = 0
    for index, line in enumerate(source.lines):
        rows.append(Row(index, start, line, not line.text.strip(_NOTHING)))
        start += len(line.text) + 1
    if source.layout is Layout.PRINTED:
        _mark_page_starts(rows)
    return rows


def _mark_page_starts(rows: list[Row]) -> None:
    """Set `new_page`: a form feed, a change of page, or a lone space before the first word.

    The lone space is what some converters leave at the top of a page; it counts only where
    almost no line is indented.
    """
    full = [row for row in rows if not row.is_blank]
    spaced = [row for row in full if _LEADING_SPACE.match(row.text)]
    flush = sum(not row.text[0].isspace() for row in full)
    is_habit = len(spaced) <= 0.15 * len(full) and flush >= 0.7 * len(full)
    page = rows[0].line.page if rows else 0
    for row in full:
        row.new_page = row.line.page != page or "\f" in row.text
        page = row.line.page
    for row in _after_form_feeds(rows):
        row.new_page = True
    if is_habit:
        for row in spaced:
            row.new_page = True


def _after_form_feeds(rows: list[Row]) -> list[Row]:
    """The first full row after each blank row that holds a form feed."""
    found: list[Row] = []
    is_waiting = False
    for row in rows:
        if row.is_blank:
            is_waiting = is_waiting or "\f" in row.text
        elif is_waiting:
            found.append(row)
            is_waiting = False
    return found

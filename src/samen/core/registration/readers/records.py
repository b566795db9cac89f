"""Records of delimited text, read with care: one bad row never takes others with it."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from samen.core.errors import Unreadable

MOST_LINES = 200
"""Of one record; a quotation mark that opens and is not closed takes all that follow."""
LEAST_TELLING = 3
"""Separators of a row, before the lines of a record can be told to be rows of their own."""
MOST_SIGNS = 100_000
MOST_BROKEN = 100_000
"""Rows of one file that cannot be told apart; more is another separator, or no table."""
MOST_OPEN = 1_000
"""Rows of one file with a quotation mark that is not closed: each costs a second look."""


@dataclass(slots=True)
class Records:
    """Reads pieces of a file. opened: rows so far with a quotation mark that stays open."""

    delimiter: str
    width: int = 0
    opened: int = 0

    def read(self, piece: str, *, is_last: bool) -> tuple[list[list[str] | str], str]:
        """The records, each as its cells, or as its line where it cannot be told apart.

        Also gives what is left: a record that may go on in the next piece.
        """
        lines = list(io.StringIO(piece))
        found: list[list[str] | str] = []
        at = 0
        while at < len(lines):
            whole = True
            for end, record in self._run(lines, at):
                at, whole = end, record is not None
                if record is not None:
                    found.append(record)
            if not whole:
                if not is_last and sum(map(len, lines[at:])) < MOST_SIGNS:
                    return found, "".join(lines[at:])
                found.append(self._broken(lines[at]))
                at += 1
        return found, ""

    def _run(self, lines: list[str], at: int) -> Iterator[tuple[int, list[str] | str | None]]:
        """Records from a line on, each with the line after it, up to one that is broken.

        None, with its own line, is a record that the end of the lines cuts off.
        """
        reader = csv.reader(lines[at:], delimiter=self.delimiter, strict=True)
        start = at
        try:
            for cells in reader:
                end = at + reader.line_num
                if end - start > 1 and self._is_swallowed(cells, lines[start:end]):
                    yield start + 1, self._broken(lines[start])
                    return
                yield end, cells
                start = end
        except csv.Error:
            if at + reader.line_num >= len(lines) and len(lines) - start <= MOST_LINES:
                yield start, None
            else:
                yield start + 1, self._broken(lines[start])

    def _is_swallowed(self, cells: list[str], lines: list[str]) -> bool:
        """Whether a record took rows with it: each of its lines has the separators of a row."""
        full = self.width - 1
        return (
            len(lines) > MOST_LINES
            or 0 < self.width != len(cells)
            or (full >= LEAST_TELLING and all(line.count(self.delimiter) == full for line in lines))
        )

    def _broken(self, line: str) -> str:
        self.opened += 1
        if self.opened > MOST_OPEN:
            raise Unreadable(
                "More than {most} rows have a quotation mark that opens and does not close.",
                "A quotation mark inside a value is doubled.", "Save the file as CSV again.",
                most=MOST_OPEN)  # fmt: skip
        return line.rstrip("\n")

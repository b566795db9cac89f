"""A sheet of charts, each with the numbers that it draws and what it says in words.

A chart of a workbook draws the cells below it: who opens the file sees where each point comes from,
and who sees no chart reads the same in its words and its numbers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from samen.core.sheets.sheet import Value

YEARS_WIDTH, LINE_WIDTH = 12.0, 24.0
"""Of the columns of the sheet, in signs: of the years, and of each line."""
PICTURE_ROWS = 20
"""Rows that a chart stands on, of 15 points each."""
PICTURE_CM = (24, 10)
"""Width and height of a chart."""


@dataclass(frozen=True, slots=True)
class ChartLine:
    """One line. values: by the years of its chart, None where it has none. colour: #rrggbb.

    is_joined: whether its points are of one row, that a line may join.
    """

    name: str
    values: tuple[Decimal | None, ...]
    colour: str
    is_joined: bool = True


@dataclass(frozen=True, slots=True)
class Chart:
    """Numbers by year as lines. words: what it says, its text alternative; head: of the years."""

    title: str
    words: str
    head: str
    years: tuple[str, ...]
    lines: tuple[ChartLine, ...]

    @property
    def cells(self) -> Iterator[tuple[Value, ...]]:
        """The rows of its table, the head first."""
        yield (self.head, *(line.name for line in self.lines))
        yield from zip(self.years, *(line.values for line in self.lines), strict=True)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a chart stands on its sheet. Rows count from 1.

    top: of its title; the row below holds its words, then it stands itself, then its table.
    """

    chart: Chart
    top: int

    @property
    def picture(self) -> int:
        return self.top + 2

    @property
    def table(self) -> int:
        return self.picture + PICTURE_ROWS

    @property
    def end(self) -> int:
        """The last row of its table."""
        return self.table + len(self.chart.years)


def widths(charts: Sequence[Chart]) -> tuple[float, ...]:
    """Of the columns of a sheet with these charts, in signs."""
    return (YEARS_WIDTH, *[LINE_WIDTH] * max(len(chart.lines) for chart in charts))


def placed(charts: Sequence[Chart]) -> list[Placed]:
    """Charts below each other, with one row between."""
    found, top = [], 1
    for chart in charts:
        found.append(Placed(chart, top))
        top = found[-1].end + 2
    return found


def rows_of(there: Sequence[Placed]) -> list[tuple[Value, ...]]:
    """All cells of the sheet; where a chart stands they are empty."""
    found: list[tuple[Value, ...]] = []
    for chart in (each.chart for each in there):
        found += [(chart.title,), (chart.words,), *[()] * PICTURE_ROWS, *chart.cells, ()]
    return found

"""A series as a chart of a workbook: the same lines as its drawing, and the same words."""

from decimal import Decimal

from samen.core.publishing.charts import LOOSE, lines_by_name
from samen.core.publishing.finding import Line, lines, named, text_alternative
from samen.core.publishing.look import COLOURS, INK
from samen.core.publishing.nouns import Point, Series
from samen.core.sheets.charts import Chart, ChartLine


def as_chart(series: Series, *, dutch: bool = True) -> Chart | None:
    """Totals by year, a line for each publication, and the targets; None without a number."""
    found = lines_by_name(lines(series), dutch)
    aims = {each.year: each.value for each in series.targets
            if each.value is not None and not each.replaced}  # fmt: skip
    years = {point.year for line in found.values() for point in line}
    if not years:
        return None
    every = range(min(years | aims.keys()), max(years | aims.keys()) + 1)
    loose = LOOSE.said(dutch)
    drawn = [
        ChartLine(name, _values(part, every), colour, is_joined=name != loose)
        for (name, line), colour in zip(found.items(), COLOURS, strict=False)
        for part in (_once_a_year(line) if name == loose else [line])
    ]
    if aims:
        word = "doel" if dutch else "target"
        drawn.append(ChartLine(word, tuple(map(aims.get, every)), INK, is_joined=False))
    return Chart(
        named(series, dutch), text_alternative(series, dutch=dutch), "Jaar" if dutch else "Year",
        tuple(map(str, every)), tuple(drawn),
    )  # fmt: skip


def _once_a_year(points: Line) -> list[Line]:
    """Loose points in as many rows as a year has most of them."""
    rows: list[dict[int, Point]] = []
    for point in points:
        row = next((each for each in rows if point.year not in each), None)
        if row is None:
            rows.append(row := {})
        row[point.year] = point
    return [tuple(row.values()) for row in rows]


def _values(line: Line, years: range) -> tuple[Decimal | None, ...]:
    by_year = {point.year: point.value for point in line}
    return tuple(map(by_year.get, years))

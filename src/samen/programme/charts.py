"""A line chart of one indicator as SVG, made on the server; a table stands beside it.

Only points of one publication are joined: values of two publications are not comparable.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from html import escape

from samen.core.numerals import say_number

WIDTH, HEIGHT = 720, 320
LEFT, RIGHT, TOP, BOTTOM = 70, 20, 20, 40


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a year. series: the publication it is from; "" for a target."""

    year: int
    value: Decimal
    series: str


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    last: int
    top: Decimal

    def x(self, year: int) -> float:
        span = max(1, self.last - self.first)
        return LEFT + (year - self.first) / span * (WIDTH - LEFT - RIGHT)

    def y(self, value: Decimal) -> float:
        return HEIGHT - BOTTOM - float(value / self.top) * (HEIGHT - TOP - BOTTOM)


def line_chart(points: Iterable[Point], *, title: str) -> str:
    """The chart as an SVG element, or "" without two points to draw."""
    shown = sorted((p for p in points if p.value >= 0), key=lambda p: (p.series, p.year))
    if len(shown) < 2:
        return ""
    top = max(point.value for point in shown) or Decimal(1)
    scale = _Scale(min(p.year for p in shown), max(p.year for p in shown), top * Decimal("1.1"))
    parts = [*_axes(scale, top), *_lines(scale, shown), *(_mark(scale, p) for p in shown)]
    return (
        f'<svg class="chart" viewBox="0 0 {WIDTH} {HEIGHT}" width="100%" role="img" '
        f'aria-label="{escape(title)}" fill="currentColor" font-size="13">'
        f"{''.join(parts)}</svg>"
    )


def _axes(scale: _Scale, top: Decimal) -> list[str]:
    base = HEIGHT - BOTTOM
    parts = [f'<path d="M{LEFT} {TOP}V{base}H{WIDTH - RIGHT}" fill="none" stroke="currentColor"/>']
    for value in (Decimal(0), (top / 2).quantize(Decimal(1)), top):
        y = scale.y(value) + 4
        parts.append(
            f'<text x="{LEFT - 8}" y="{y:.1f}" text-anchor="end">{say_number(value)}</text>'
        )
    step = max(1, (scale.last - scale.first) // 8)
    for year in range(scale.first, scale.last + 1, step):
        x = scale.x(year)
        parts.append(f'<text x="{x:.1f}" y="{base + 22}" text-anchor="middle">{year}</text>')
    return parts


def _lines(scale: _Scale, points: list[Point]) -> list[str]:
    parts = []
    for series in dict.fromkeys(point.series for point in points):
        places = [f"{scale.x(p.year):.1f},{scale.y(p.value):.1f}"
                  for p in points if p.series == series]  # fmt: skip
        dashes = "" if series else ' stroke-dasharray="6 4"'
        parts.append(
            f'<polyline points="{" ".join(places)}" fill="none" stroke="currentColor" '
            f'stroke-width="2"{dashes}/>'
        )
    return parts


def _mark(scale: _Scale, point: Point) -> str:
    """A dot for a figure, a square for a target; what it is shows on pointing."""
    x, y = scale.x(point.year), scale.y(point.value)
    shape = (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4">'
        if point.series
        else f'<rect x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8">'
    )
    end = "circle" if point.series else "rect"
    words = escape(f"{point.year}: {say_number(point.value)} {point.series}".strip())
    return f"{shape}<title>{words}</title></{end}>"

"""Small drawings as SVG: text stays text, colours are attributes, no style and no script."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

WIDTH = 340
INK, QUIET, MARK = "#1b2b34", "#52606a", "#0b6259"


@dataclass(frozen=True)
class Drawing:
    """parts: SVG elements. title, finding and rows, of a name and what it says, are the drawing in
    words.
    """

    name: str
    title: str
    rows: tuple[tuple[str, str], ...]
    height: float
    parts: tuple[str, ...]
    finding: str = ""

    @property
    def description(self) -> str:
        """For who does not see the drawing."""
        rows = (f"{name}: {said}." for name, said in self.rows)
        return " ".join(filter(None, (self.finding, *rows)))

    def svg(self, font: str = "") -> str:
        """The element; without a font it takes that of the page around it."""
        family = f' font-family="{escape(font)}"' if font else ""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {self.height:g}" '
            f'role="img" aria-labelledby="{self.name}-title {self.name}-desc"{family}>'
            f'<title id="{self.name}-title">{escape(self.title)}</title>'
            f'<desc id="{self.name}-desc">{escape(self.description)}</desc>'
            f"{''.join(self.parts)}</svg>"
        )


def text(x: float, y: float, words: str, *, anchor: str = "start", bold: bool = False,
         fill: str = INK, size: float = 10.5) -> str:  # fmt: skip
    """Words at a place; anchor: start, middle or end of them stands there."""
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" text-anchor="{anchor}" '
        f'fill="{fill}"{weight}>{escape(words)}</text>'
    )


def line(start: tuple[float, float], end: tuple[float, float], *, width: float = 1,
         ink: str = INK) -> str:  # fmt: skip
    """A straight line between two places."""
    return (
        f'<line x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" y2="{end[1]:.1f}" '
        f'stroke="{ink}" stroke-width="{width:g}"/>'
    )


def shape(points: Iterable[tuple[float, float]], *, fill: str, ink: str = INK) -> str:
    """A closed line through points."""
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polygon points="{path}" fill="{fill}" stroke="{ink}" stroke-width="1.2"/>'

"""The waterfall of a link: how each field moves the sum, drawn on the server."""

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from babel.numbers import format_decimal

from samen.core.matching.explanation import Bar

WIDTH, LABEL, FIGURE, LINE = 640, 150, 60, 30
LEAST_BAR = 2.0


def drawn(bars: Sequence[Bar], title: str, total: str, language: str) -> str:
    """An SVG: a line for each bar, from where the sum stood to where it stands, and at the end one
    for all of it. title: the finding. total: what that last line is called.

    Log2 odds go from left to right; the upright line is where both answers are as likely.
    """
    ends = [0.0, *(each.sum_after for each in bars)]
    rows = [
        *zip((each.field for each in bars), ends, ends[1:], strict=False),
        (total, 0.0, ends[-1]),
    ]
    low, high = min(ends), max(ends)
    scale = (WIDTH - LABEL - FIGURE) / ((high - low) or 1.0)
    height = LINE * len(rows)

    def at(value: float) -> float:
        return LABEL + (value - low) * scale

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="waterfall" role="img"'
        f' aria-label={quoteattr(title)} viewBox="0 0 {WIDTH} {height}">',
        f'<line class="waterfall__even" x1="{at(0):.1f}" x2="{at(0):.1f}" y1="0" y2="{height}"/>',
        f'<line class="waterfall__rule" x1="0" x2="{WIDTH}"'
        f' y1="{height - LINE}" y2="{height - LINE}"/>',
    ]
    for number, (field, before, after) in enumerate(rows):
        left, right = sorted((before, after))
        middle = LINE * number + LINE / 2
        kind = "for" if after >= before else "against"
        width = max(LEAST_BAR, (right - left) * scale)
        parts += [
            f'<text class="waterfall__field" x="0" y="{middle + 5:.1f}">{escape(field)}</text>',
            f'<rect class="waterfall__bar waterfall__bar--{kind}" x="{at(left):.1f}"'
            f' y="{middle - 9:.1f}" width="{width:.1f}" height="18"/>',
            f'<text class="waterfall__figure" x="{at(left) + width + 6:.1f}" y="{middle + 5:.1f}">'
            f"{format_decimal(after - before, '+0.0;−0.0', locale=language)}</text>",
        ]
    return "\n".join([*parts, "</svg>"])

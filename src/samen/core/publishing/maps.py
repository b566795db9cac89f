"""A map by region as SVG, with a table that says the same. What is not shown is hatched."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from decimal import Decimal
from html import escape

from samen.core.publishing import drawn
from samen.core.publishing.language import NOT_SHOWN, number
from samen.core.publishing.look import FONT, INK, PAPER, QUIET, SHADES
from samen.core.publishing.nouns import Words, refuse_code
from samen.core.publishing.regions import Regions, Values
from samen.core.publishing.shapes import Shapes

NO_VALUE = Words("geen cijfer", "no figure")
_KEY = 20
_LINES = 3
"""Of the name of a tile."""


def map_rows(
    regions: Regions, values: Values, year: int, *, dutch: bool = True
) -> list[tuple[str, str, str]]:
    """The table that is the map's equal: code, name and what is said, by name.

    year: whose regions are drawn; values of regions that merged before it are added up.
    """
    found = regions.brought_to(values, year)
    return [(r.code, r.name, _said(r.code, found, dutch)) for r in regions.in_year(year)]


def map_in_words(
    regions: Regions, values: Values, year: int, *, title: str, dutch: bool = True
) -> str:
    """The most and the least, and how many are not shown."""
    found = regions.brought_to(values, year)
    shown = [(value, regions.by_code[code].name) for code, value in found.items()
             if value is not None]  # fmt: skip
    said = [f"{title}, {year}."]
    for best, words in ((max, ("Hoogste", "Highest")), (min, ("Laagste", "Lowest"))):
        if shown:
            value = best(value for value, _name in shown)
            names = sorted(name for each, name in shown if each == value)
            more = f" (+{len(names) - 3})" if len(names) > 3 else ""
            said.append(
                f"{words[not dutch]}: {number(value, dutch)}, {', '.join(names[:3])}{more}."
            )
    hidden = sum(value is None for value in found.values())
    none = len(regions.in_year(year)) - len(found)
    if hidden:
        said.append(f"{NOT_SHOWN.said(dutch).capitalize()}: {hidden}.")
    if none:
        said.append(f"{NO_VALUE.said(dutch).capitalize()}: {none}.")
    return " ".join(said)


def draw_map(
    regions: Regions, values: Values, year: int, shapes: Shapes, *, name: str, title: str,
    dutch: bool = True,
) -> str:  # fmt: skip
    """The map as SVG with its key and its text alternative. name: begins its ids."""
    refuse_code(name)
    found = regions.brought_to(values, year)
    steps = classes([value for value in found.values() if value is not None])
    parts = [_hatch(name)]
    for region in regions.in_year(year):
        if region.code in shapes.paths:
            fill = _fill(region.code, found, steps, name)
            words = escape(f"{region.name}: {_said(region.code, found, dutch)}")
            parts.append(
                f'<path d="{shapes.paths[region.code]}" fill="{fill}" stroke="{QUIET}" '
                f'stroke-width="0.6" fill-rule="evenodd"><title>{words}</title></path>'
            )
            parts += _label(region.name, _said(region.code, found, dutch), shapes,
                            region.code, fill)  # fmt: skip
    key, height = _key(found, steps, regions, year, shapes, name, dutch)
    box = f"-8 -8 {shapes.width + 16:g} {shapes.height + height + 16:g}"
    whole = f'<svg viewBox="{box}"><g font-family="{FONT}">{"".join([*parts, *key])}</g></svg>'
    said = map_in_words(regions, values, year, title=title, dutch=dutch)
    return drawn.labelled(whole, name, title, said)


def classes(values: Sequence[Decimal]) -> list[Decimal]:
    """The highest value of each shade: as many regions in each as can be, at most five."""
    told = sorted(set(values))
    count = min(len(SHADES), len(told))
    return [told[len(told) * (n + 1) // count - 1] for n in range(count)]


def _said(code: str, found: Mapping[str, Decimal | None], dutch: bool) -> str:
    if code not in found:
        return NO_VALUE.said(dutch)
    value = found[code]
    return NOT_SHOWN.said(dutch) if value is None else number(value, dutch)


def _fill(
    code: str, found: Mapping[str, Decimal | None], steps: Sequence[Decimal], name: str
) -> str:
    if code not in found:
        return PAPER
    value = found[code]
    return f"url(#{name}-hatch)" if value is None else SHADES[bisect_left(steps, value)]


def _hatch(name: str) -> str:
    return (
        f'<defs><pattern id="{name}-hatch" width="6" height="6" patternUnits="userSpaceOnUse">'
        f'<rect width="6" height="6" fill="{PAPER}"/>'
        f'<path d="M0 6L6 0" stroke="{QUIET}" stroke-width="0.6"/></pattern></defs>'
    )


def _label(name: str, said: str, shapes: Shapes, code: str, fill: str) -> list[str]:
    """The name and value of a tile, on as many lines as it takes."""
    if code not in shapes.labels:
        return []
    x, y = shapes.labels[code]
    ink = PAPER if fill in SHADES[3:] else INK
    ground = f' stroke="{PAPER}" stroke-width="3" paint-order="stroke"' if "url" in fill else ""
    words = [*_broken(name), said]
    top = y - 6 * (len(words) - 1) + 3
    return [
        f'<text x="{x:g}" y="{top + 12 * n:g}" font-size="{11 if n == len(words) - 1 else 9.5}" '
        f'text-anchor="middle" fill="{ink}"{ground} pointer-events="none">{escape(line)}</text>'
        for n, line in enumerate(words)
    ]


def _broken(name: str) -> list[str]:
    """A name in lines of at most fourteen signs, broken at blanks and hyphens."""
    lines = [""]
    for word in name.split():
        for n, piece in enumerate(re.split(r"(?<=-)(?=\S)", word)):
            glue = "" if n or not lines[-1] else " "
            if len(lines[-1] + glue + piece) > 14 and lines[-1]:
                lines.append(piece)
            else:
                lines[-1] += glue + piece
    return lines[:_LINES]


def _key(
    found: Mapping[str, Decimal | None], steps: Sequence[Decimal], regions: Regions, year: int,
    shapes: Shapes, name: str, dutch: bool,
) -> tuple[list[str], float]:  # fmt: skip
    """What each shade means, below the map, and how high that is."""
    shown = sorted(value for value in found.values() if value is not None)
    rows = []
    for n, high in enumerate(steps):
        low = next(value for value in shown if n == 0 or value > steps[n - 1])
        words = number(high, dutch) if low == high else (
            f"{number(low, dutch)} – {number(high, dutch)}"
        )  # fmt: skip
        rows.append((SHADES[n], words))
    if None in found.values():
        rows.append((f"url(#{name}-hatch)", NOT_SHOWN.said(dutch)))
    if len(found) < len(regions.in_year(year)):
        rows.append((PAPER, NO_VALUE.said(dutch)))
    parts = []
    for n, (fill, words) in enumerate(rows):
        y = shapes.height + 12 + n * _KEY
        parts.append(
            f'<rect x="0" y="{y:g}" width="22" height="14" fill="{fill}" stroke="{QUIET}"/>'
            f'<text x="30" y="{y + 11:g}" font-size="13" fill="{INK}">{words}</text>'
        )
    if shapes.credit:
        y = shapes.height + 12 + len(rows) * _KEY + 12
        parts.append(
            f'<text x="0" y="{y:g}" font-size="11" fill="{QUIET}">{escape(shapes.credit)}</text>'
        )
    return parts, 12 + len(rows) * _KEY + (_KEY if shapes.credit else 0)

"""Charts of one series as Vega-Lite specifications, and drawn: a line by year, bars by group.

A point that is not shown has no place in a specification: where it would be, the line ends.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from samen.core.publishing import drawn
from samen.core.publishing.finding import Line, breaks, finding, lines, named, text_alternative
from samen.core.publishing.language import METHODS, NOT_SHOWN, number
from samen.core.publishing.look import (
    COLOURS,
    DASHES,
    FONT,
    INK,
    MARK,
    MOST_LINES,
    PAPER,
    QUIET,
    RULE,
    SHAPES,
    WARNING,
)  # fmt: skip
from samen.core.publishing.nouns import TOTAL, Point, Series, Words
from samen.core.publishing.sources import called

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"

KEPT = 512
"""Drawings of one process: the same series is drawn once."""

type Spec = dict[str, Any]
PADDING = 8
KEY = 20
"""What a line of the key takes, in pixels."""
type Named = dict[str, Line]
"""Lines by what the key calls them."""
LOOSE = Words("andere publicaties, elk voor zich", "other publications, each by itself")


@dataclass(frozen=True, slots=True)
class Size:
    """Of the drawing, in pixels. letters: the size of its type."""

    width: int
    height: int
    letters: int = 13
    ticks: int = 10


WIDE, NARROW = Size(720, 340), Size(328, 300, 12, 4)
"""For a page, and for a phone of 360 pixels."""
SMALL = Size(280, 120)
"""For one of several numbers that stand together."""


def line_chart(series: Series, *, size: Size = WIDE, dutch: bool = True) -> Spec:
    """Totals by year: a line for each publication, intervals, targets, breaks of definition.

    Of more publications than a reader can tell apart, those with one value are loose points.
    """
    found = lines(series)
    shown = lines_by_name(found, dutch)
    if len(shown) > 1:
        size = replace(size, height=size.height + KEY * len(shown))
    layers = [*_intervals(shown), *_break_marks(series, found, dutch)]
    layers += [*_paths(series, shown, LOOSE.said(dutch)), *_target_marks(series, dutch)]
    layers += _ends(found[:1], dutch)
    return _spec(layers, size, _scales(series, shown, size), series.title.said(dutch))


def bar_chart(series: Series, year: int, *, size: Size = WIDE, dutch: bool = True) -> Spec:
    """The groups of one year as bars, in the order given; one that is not shown has no bar."""
    bars = groups(series, year)
    rows = [
        {"group": p.breakdown, "value": float(p.value), "said": number(p.value, dutch)}
        for p in bars if p.value is not None
    ]  # fmt: skip
    hidden = [{"group": p.breakdown, "said": NOT_SHOWN.said(dutch)} for p in bars if p.suppressed]
    order = [point.breakdown for point in bars]
    y = {"field": "group", "type": "nominal", "sort": order, "title": None,
         "axis": {"domain": False, "ticks": False, "labelLimit": size.width // 2.5}}  # fmt: skip
    x = {"field": "value", "type": "quantitative", "axis": None,
         "scale": {"zero": True, "nice": True}}  # fmt: skip
    words = {"type": "text", "align": "left", "dx": 5, "fontSize": size.letters}
    layers = [
        {"data": {"values": rows}, "mark": {"type": "bar", "color": MARK, "height": {"band": 0.7}},
         "encoding": {"x": x, "y": y}},
        {"data": {"values": rows}, "mark": words | {"color": INK},
         "encoding": {"x": x, "y": y, "text": {"field": "said"}}},
        {"data": {"values": hidden}, "mark": words | {"color": QUIET, "fontStyle": "italic"},
         "encoding": {"x": {"datum": 0}, "y": y, "text": {"field": "said"}}},
    ]  # fmt: skip
    tall = Size(size.width, max(60, 34 * len(order)), size.letters, size.ticks)
    spec = _spec(layers, tall, {}, f"{series.title.said(dutch)}, {year}")
    # who has not the letters of the drawing sees wider ones, which grow to the left
    spare = int(0.08 * size.letters * max(map(len, order), default=0))
    return spec | {"padding": {"left": PADDING + spare, "top": PADDING, "right": PADDING,
                               "bottom": PADDING}}  # fmt: skip


def groups(series: Series, year: int) -> list[Point]:
    """The points of one year by group, of the newest publication that has groups."""
    found = [p for p in series.points if p.breakdown != TOTAL and p.period == str(year)]
    if not found:
        return []
    newest = max(found, key=lambda p: (str(p.published_on or ""), p.line)).line
    return [point for point in found if point.line == newest]


@lru_cache(KEPT)
def draw_line(
    series: Series, *, name: str = "", size: Size = WIDE, words: str = "", dutch: bool = True
) -> str:
    """The line chart as SVG with its text alternative (words, or its own). name: begins its ids."""
    return drawn.svg(
        line_chart(series, size=size, dutch=dutch), name=name or f"line-{series.code}",
        title=series.title.said(dutch), dutch=dutch,
        description=words or text_alternative(series, dutch=dutch),
    )  # fmt: skip


@lru_cache(KEPT)
def draw_small(series: Series, *, name: str = "", dutch: bool = True) -> str:
    """The newest line without its surroundings, or loose points where no two are of one line."""
    return drawn.svg(
        small_chart(series, dutch=dutch), name=name or f"small-{series.code}",
        title=series.title.said(dutch), description=finding(series, dutch=dutch), dutch=dutch,
    )  # fmt: skip


def small_chart(series: Series, *, dutch: bool = True) -> Spec:
    """As draw_small, as a specification: first and last year below it, the last value in it."""
    found = lines(series)
    is_line = bool(found) and len(found[0]) > 1
    points = found[0] if is_line else [point for line in found for point in line]
    rows = [{"year": p.year, "value": float(p.value)} for p in points if p.value is not None]
    years = sorted({row["year"] for row in rows}) or [0]
    x = {"field": "year", "type": "quantitative",
         "scale": {"domain": [years[0] - 0.5, years[-1] + 0.5], "nice": False},
         "axis": {"values": [years[0], years[-1]], "format": "d", "title": None, "grid": False,
                  "ticks": False}}  # fmt: skip
    y = {"field": "value", "type": "quantitative", "axis": None, "scale": {"zero": True}}
    mark: Spec = {"type": "point", "filled": True, "size": 45, "color": MARK, "opacity": 1}
    if is_line:
        mark = {"type": "line", "color": MARK, "strokeWidth": 2.5, "point": {"color": MARK}}
    layers = [{"data": {"values": rows}, "mark": mark, "encoding": {"x": x, "y": y}}]
    spec = _spec([*layers, *_ends(found[:1], dutch)], SMALL, {}, "")
    for layer in spec["layer"]:
        layer["encoding"] |= {"x": x, "y": y}
    return {name: value for name, value in spec.items() if name != "title"}


@lru_cache(KEPT)
def draw_bars(
    series: Series, year: int, *, name: str = "", size: Size = WIDE, dutch: bool = True
) -> str:
    """The bars of a year as SVG with its text alternative."""
    return drawn.svg(
        bar_chart(series, year, size=size, dutch=dutch), name=name or f"bars-{series.code}",
        title=f"{series.title.said(dutch)}, {year}",
        description=bars_in_words(series, year, dutch=dutch), dutch=dutch,
    )  # fmt: skip


def bars_in_words(series: Series, year: int, *, dutch: bool = True) -> str:
    """What who sees the bars learns from them: each group with its number, in their order."""
    told = [
        f"{p.breakdown} "
        + (NOT_SHOWN.said(dutch) if p.value is None else number(p.value, dutch))
        for p in groups(series, year)
    ]  # fmt: skip
    head = f"{named(series, dutch)}, {year}"
    none = "geen getallen" if dutch else "no numbers"
    return f"{head}: {'; '.join(told) or none}."


def lines_by_name(found: Sequence[Line], dutch: bool) -> Named:
    """The lines by what the key calls them; what does not fit in one is loose points."""
    if len(found) <= MOST_LINES:
        return _named(found, dutch)
    joined = [line for line in found if len(line) > 1][: MOST_LINES - 1]
    loose = tuple(point for line in found if line not in joined for point in line)
    return _named(joined, dutch) | {LOOSE.said(dutch): loose}


def _named(found: Sequence[Line], dutch: bool) -> Named:
    """The lines by name; by their addresses where those give one name to several."""
    named = {_line_name(line, dutch): line for line in found}
    return named if len(named) == len(found) else {
        _line_name(line, dutch, name=str): line for line in found
    }  # fmt: skip


def _line_name(line: Line, dutch: bool, name: Callable[[str], str] = called) -> str:
    """How the key calls a line: its publication, its method, its definition."""
    vintage, definition, method = line[0].line
    said = [name(vintage), METHODS[method].said(dutch)]
    if definition:
        said.append(f"{'definitie' if dutch else 'definition'} {definition}")
    return ", ".join(each for each in said if each)


def _intervals(shown: Named) -> Iterator[Spec]:
    rows = [
        {"year": p.year, "low": float(p.low), "high": float(p.high), "line": name}
        for name, line in shown.items()
        for p in line if p.low is not None and p.high is not None
    ]  # fmt: skip
    if rows:
        yield {
            "data": {"values": rows},
            "mark": {"type": "rule", "strokeWidth": 6, "opacity": 0.3},
            "encoding": {"x": {"field": "year", "type": "quantitative"},
                         "y": {"field": "low", "type": "quantitative"},
                         "y2": {"field": "high"}, "color": {"field": "line", "type": "nominal"}},
        }  # fmt: skip


def _paths(series: Series, shown: Named, loose: str) -> Iterator[Spec]:
    """Each line, ended where a value is not shown, and its points; loose ones are not joined."""
    rows = [
        row
        for name, line in shown.items()
        for row in _rows(line, name, _hidden_years(series, line))
    ]
    joined = [row for row in rows if row["line"] != loose]
    x = {"field": "year", "type": "quantitative"}
    y = {"field": "value", "type": "quantitative"}
    colour = {"field": "line", "type": "nominal"}
    yield {
        "data": {"values": joined}, "mark": {"type": "line", "strokeWidth": 2.5},
        "encoding": {"x": x, "y": y, "color": colour, "strokeDash": colour,
                     "detail": {"field": "part"}},
    }  # fmt: skip
    yield {
        "data": {"values": rows}, "mark": {"type": "point", "filled": True, "size": 60,
                                           "opacity": 1},
        "encoding": {"x": x, "y": y, "color": colour, "shape": colour},
    }  # fmt: skip


def _rows(line: Line, name: str, hidden: Sequence[int]) -> Iterator[Spec]:
    for point in line:
        if point.value is not None:
            part = sum(year < point.year for year in hidden)
            yield {"year": point.year, "value": float(point.value), "line": name, "part": part}


def _hidden_years(series: Series, line: Line) -> list[int]:
    return [p.year for p in series.totals if p.suppressed and p.line == line[0].line]


def _break_marks(series: Series, shown: Sequence[Line], dutch: bool) -> Iterator[Spec]:
    rows = [{"at": year - 0.5, "said": "andere definitie" if dutch else "other definition"}
            for year in breaks(series, shown)]  # fmt: skip
    x = {"field": "at", "type": "quantitative"}
    if rows:
        yield {
            "data": {"values": rows},
            "mark": {"type": "rule", "color": WARNING, "strokeDash": [3, 3]},
            "encoding": {"x": x},
        }
        yield {
            "data": {"values": rows},
            "mark": {"type": "text", "color": WARNING, "align": "center", "baseline": "bottom",
                     "y": -5, "fontSize": 11},
            "encoding": {"x": x, "text": {"field": "said"}},
        }  # fmt: skip


def _target_marks(series: Series, dutch: bool) -> Iterator[Spec]:
    word = "doel" if dutch else "target"
    rows = [
        {"year": each.year, "value": float(each.value),
         "said": f"{word} {number(each.value, dutch)}"}
        for each in series.targets if each.value is not None and not each.replaced
    ]  # fmt: skip
    place = {"x": {"field": "year", "type": "quantitative"},
             "y": {"field": "value", "type": "quantitative"}}  # fmt: skip
    if rows:
        yield {
            "data": {"values": rows},
            "mark": {"type": "point", "shape": "diamond", "size": 140, "filled": False,
                     "color": INK, "strokeWidth": 2},
            "encoding": place,
        }  # fmt: skip
        yield {
            "data": {"values": rows},
            "mark": {"type": "text", "color": INK, "align": "right", "dx": -10, "dy": 0},
            "encoding": place | {"text": {"field": "said"}},
        }


def _ends(shown: Sequence[Line], dutch: bool) -> list[Spec]:
    """The number of the last point of the newest line, beside it."""
    rows = [
        {"year": line[-1].year, "value": float(line[-1].value),
         "said": number(line[-1].value, dutch)}
        for line in shown if line[-1].value is not None
    ]  # fmt: skip
    mark = {"type": "text", "align": "center", "dy": -13, "fontWeight": "bold", "color": INK}
    place = {"x": {"field": "year", "type": "quantitative"},
             "y": {"field": "value", "type": "quantitative"},
             "text": {"field": "said"}}  # fmt: skip
    return [{"data": {"values": rows}, "mark": mark, "encoding": place}] if rows else []


def _scales(series: Series, shown: Named, size: Size) -> Spec:
    """One scale for all layers: years without a thousands point, values from zero."""
    names = list(shown)
    years = {p.year for line in shown.values() for p in line}
    years |= {each.year for each in series.targets if each.value is not None}
    low, high = min(years, default=0), max(years, default=1)
    step = -(-(high - low + 1) // size.ticks)
    room = int(0.87 * (size.width - 50))  # the key may be read in wider letters than it is drawn in
    legend = {"orient": "top", "direction": "vertical", "title": None, "symbolSize": 90,
              "symbolOpacity": 1, "symbolStrokeWidth": 0, "offset": 22,
              "labelLimit": room}  # fmt: skip
    return {
        "x": {"axis": {"values": list(range(high, low - 1, -step))[::-1], "format": "d",
                       "title": None, "grid": False},
              "scale": {"domain": [low - 0.4, high + 0.4], "nice": False}},
        "y": {"axis": {"title": None, "tickCount": 5, "domain": False, "ticks": False},
              "scale": {"zero": True, "nice": True}},
        "color": {"scale": {"domain": names, "range": list(COLOURS[: len(names)])},
                  "legend": legend if len(names) > 1 else None},
        "strokeDash": {"scale": {"domain": names,
                                 "range": [list(each) for each in DASHES[: len(names)]]}},
        "shape": {"scale": {"domain": names, "range": list(SHAPES[: len(names)])}},
    }  # fmt: skip


def _spec(layers: list[Spec], size: Size, scales: Spec, title: str) -> Spec:
    """A specification that draws into the size given, its scales put into each layer."""
    for layer in layers:
        for channel, settings in scales.items():
            if channel in layer["encoding"]:
                layer["encoding"][channel] = layer["encoding"][channel] | settings
    return {
        "$schema": SCHEMA, "width": size.width, "height": size.height, "background": PAPER,
        "autosize": {"type": "fit", "contains": "padding"}, "padding": PADDING,
        "title": {"text": _wrapped(title, size), "anchor": "start", "frame": "bounds"},
        "layer": layers, "config": _config(size),
    }  # fmt: skip


def _wrapped(title: str, size: Size) -> list[str]:
    """A title on as many lines as it takes at this width, in the widest letters that may be there.

    Who has not the letters of the drawing sees others, up to 0.62 of their size wide.
    """
    from textwrap import wrap

    return wrap(title, int((size.width - 2 * PADDING) / (0.62 * (size.letters + 2)))) or [""]


def _config(size: Size) -> Spec:
    axis = {"labelColor": INK, "labelFontSize": size.letters, "gridColor": RULE,
            "domainColor": QUIET, "tickColor": QUIET}  # fmt: skip
    return {
        "aria": False, "font": FONT, "axis": axis, "view": {"stroke": None},
        "legend": {"labelColor": INK, "labelFontSize": size.letters},
        "title": {"color": INK, "fontSize": size.letters + 2, "fontWeight": "bold"},
        "text": {"fontSize": size.letters},
    }  # fmt: skip

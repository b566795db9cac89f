"""What a series says, in sentences made from its numbers alone: the equal of its chart.

Two values are compared only within one publication, one definition and one method. Where the
intervals of two estimates overlap, nothing rose or fell that anybody could know of.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from samen.core.publishing.language import interval, number, share
from samen.core.publishing.nouns import Point, Series, Target
from samen.core.publishing.sources import called
from samen.core.terms import Direction, FigureMethod

type Line = tuple[Point, ...]


def lines(series: Series) -> list[Line]:
    """Totals that may be compared, each line by year; the newest publication first.

    Points without a number are left out.
    """
    told = [point for point in series.totals if point.value is not None]
    told.sort(key=lambda point: (point.line, point.year))
    found = [tuple(points) for _line, points in groupby(told, key=lambda point: point.line)]
    return sorted(found, key=_newest, reverse=True)


def text_alternative(series: Series, *, dutch: bool = True) -> str:
    """What who sees the chart learns from it, in a few sentences."""
    found = lines(series)
    head = f"{named(series, dutch)}."
    if not found:
        return f"{head} " + ("Er zijn geen getallen." if dutch else "There are no numbers.")
    said = [head, _course(found[0], series, dutch), *_extremes(found[0], dutch)]
    said += [*_other_lines(found, dutch), *_breaks(series, found, dutch)]
    said += [*_targets(series, found[0], dutch), *_hidden(series, dutch)]
    return " ".join(each for each in said if each)


def named(series: Series, dutch: bool) -> str:
    """A series with its unit, where it has one: Meldingen (personen)."""
    unit = series.unit.said(dutch)
    return f"{series.title.said(dutch)} ({unit})" if unit else series.title.said(dutch)


def finding(series: Series, *, dutch: bool = True) -> str:
    """The one sentence that the newest line says; "" without a number."""
    found = lines(series)
    return _course(found[0], series, dutch) if found else ""


def is_overlapping(one: Point, other: Point) -> bool:
    """Whether the intervals of two values have something in common; a value alone is a point."""
    return _low(one) <= _high(other) and _low(other) <= _high(one)


def _newest(line: Line) -> tuple[int, str, int, tuple[str, int, FigureMethod]]:
    """The line that ends last, then that was published last, then that is longest."""
    published = max(str(point.published_on or "") for point in line)
    return (line[-1].year, published, len(line), line[-1].line)


def _course(line: Line, series: Series, dutch: bool) -> str:
    first, last = line[0], line[-1]
    if len(line) == 1:
        return f"{last.year}: {_told(last, dutch)}."
    said = (
        f"Van {_told(first, dutch)} in {first.year} naar {_told(last, dutch)} in {last.year}"
        if dutch
        else f"From {_told(first, dutch)} in {first.year} to {_told(last, dutch)} in {last.year}"
    )
    return f"{said}: {change(first, last, is_percent=_is_percent(series), dutch=dutch)}."


def change(first: Point, last: Point, *, is_percent: bool = False, dutch: bool = True) -> str:
    """What became of a value: a rise, a fall, the same, or that nobody can say."""
    then, now = first.value or Decimal(0), last.value or Decimal(0)
    if now == then:
        return "gelijk gebleven" if dutch else "unchanged"
    estimated = FigureMethod.ESTIMATED in (first.method, last.method)
    if estimated and (None in (first.low, first.high, last.low, last.high)):
        return (
            "of dat een stijging of daling is, is zonder marges niet te zeggen"
            if dutch else "whether that is a rise or a fall cannot be said without intervals"
        )  # fmt: skip
    if last.low is not None and is_overlapping(first, last):
        return (
            "de marges overlappen, dus of dat een stijging of daling is, is niet te zeggen"
            if dutch else "the intervals overlap, so whether that is a rise or a fall is not known"
        )  # fmt: skip
    word = (("een stijging", "een daling") if dutch else ("a rise", "a fall"))[now < then]
    if is_percent:
        points = "procentpunt" if dutch else "percentage points"
        return f"{word} {'van' if dutch else 'of'} {number(abs(now - then), dutch)} {points}"
    if not then:
        return word
    return f"{word} {'van' if dutch else 'of'} {share(now - then, then, dutch)}"


def _told(point: Point, dutch: bool) -> str:
    value = number(point.value or Decimal(0), dutch)
    margin = interval(point, dutch)
    if point.method != FigureMethod.ESTIMATED:
        return f"{value} ({margin})" if margin else value
    guessed = "geschat" if dutch else "estimated"
    return f"{value} ({guessed}, {margin})" if margin else f"{value} ({guessed})"


def _extremes(line: Line, dutch: bool) -> Iterator[str]:
    """The highest and the lowest, where they are not the first or the last."""
    ends = (line[0].value, line[-1].value)
    for best, words in ((max, ("Hoogste", "Highest")), (min, ("Laagste", "Lowest"))):
        value = best(point.value or Decimal(0) for point in line)
        if value not in ends:
            years = _listed([str(p.year) for p in line if p.value == value], dutch)
            yield f"{words[not dutch]}: {number(value, dutch)} in {years}."


def _other_lines(found: Sequence[Line], dutch: bool) -> Iterator[str]:
    """Where publications give the same year another number: both, for the last such year.

    An estimate counts something else than what was reported; it is told beside it.
    """
    points = [point for line in found for point in line]
    for is_estimated in (False, True):
        alike = [p for p in points if (p.method == FigureMethod.ESTIMATED) == is_estimated]
        year = max((p.year for p in alike if _differs(p, alike)), default=0)
        if year:
            of_year = [p for p in alike if p.year == year]
            told = _listed([f"{_told(p, dutch)}{_by(p, dutch)}" for p in of_year], dutch)
            yield (
                f"Voor {year} zijn er verschillende cijfers: {told}."
                if dutch else f"For {year} there are different figures: {told}."
            )  # fmt: skip
        elif is_estimated and alike and found[0][0].method != FigureMethod.ESTIMATED:
            last = max(alike, key=lambda p: p.year)
            yield f"{'Voor' if dutch else 'For'} {last.year}: {_told(last, dutch)}."


def _differs(point: Point, others: Sequence[Point]) -> bool:
    return any(p.year == point.year and p.value != point.value for p in others)


def _by(point: Point, dutch: bool) -> str:
    by = called(point.vintage)
    return f" {'volgens' if dutch else 'according to'} {by}" if by else ""


def _breaks(series: Series, found: Sequence[Line], dutch: bool) -> Iterator[str]:
    for year in breaks(series, found):
        yield (
            f"Vanaf {year} geldt een andere definitie; ervoor en erna is niet te vergelijken."
            if dutch else f"From {year} another definition holds; do not compare across it."
        )  # fmt: skip


def breaks(series: Series, found: Sequence[Line]) -> list[int]:
    """The years from which another definition holds, within the years that have numbers."""
    years = [point.year for line in found for point in line]
    since = sorted(each.since for each in series.definitions if each.since)[1:]
    return [year for year in dict.fromkeys(since) if years and min(years) < year <= max(years)]


def _targets(series: Series, line: Line, dutch: bool) -> Iterator[str]:
    for target in sorted(series.targets, key=lambda each: each.year):
        if target.replaced:
            continue
        aim = target.words if target.value is None else number(target.value, dutch)
        outcome = _outcome(target, line, series.direction, dutch)
        yield f"{'Doel voor' if dutch else 'Target for'} {target.year}: {aim}{outcome}."


def _outcome(target: Target, line: Line, direction: Direction, dutch: bool) -> str:
    """Whether a target was reached, where its year has a number and the direction is known."""
    point = next((each for each in line if each.year == target.year), None)
    if point is None or point.value is None or target.value is None:
        return ""
    if direction == Direction.NEITHER or point.method == FigureMethod.ESTIMATED:
        return ""
    reached = point.value >= target.value if direction == Direction.UP else (
        point.value <= target.value
    )  # fmt: skip
    if dutch:
        return ", gehaald" if reached else ", niet gehaald"
    return ", reached" if reached else ", not reached"


def _hidden(series: Series, dutch: bool) -> Iterator[str]:
    years = [point.period for point in series.totals if point.suppressed]
    if years:
        told = _listed(list(dict.fromkeys(years)), dutch)
        yield (
            f"Niet getoond, om personen te beschermen: {told}."
            if dutch else f"Not shown, to protect persons: {told}."
        )  # fmt: skip


def _is_percent(series: Series) -> bool:
    return series.unit.nl.strip() in ("%", "procent")


def _listed(items: Sequence[str], dutch: bool) -> str:
    """a, b en c."""
    *most, last = items
    return f"{', '.join(most)} {'en' if dutch else 'and'} {last}" if most else last


def _low(point: Point) -> Decimal:
    return point.low if point.low is not None else point.value or Decimal(0)


def _high(point: Point) -> Decimal:
    return point.high if point.high is not None else point.value or Decimal(0)

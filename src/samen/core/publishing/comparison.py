"""Two series beside each other, and why they may not tell the same."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from samen.core.publishing.finding import Line, lines
from samen.core.publishing.language import METHODS
from samen.core.publishing.nouns import Point, Series, Words
from samen.core.publishing.sources import called

PUBLICATIONS = (
    "De cijfers komen uit verschillende publicaties",
    "The figures are of different publications",
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """rows: of each year, the value of both, None where there is none or it is not shown.

    warnings: sentences, to stand before the numbers. Without one the two may be compared.
    """

    rows: tuple[tuple[int, Point | None, Point | None], ...]
    warnings: tuple[str, ...]


def compare(one: Series, other: Series, *, dutch: bool = True) -> Comparison:
    """Both by year, with a warning for every way in which they differ.

    Of each the newest line; where no publication has two years, of each year the newest value.
    """
    left, right = _told(one), _told(other)
    years = sorted({point.year for point in (*left, *right)})
    of_left, of_right = ({p.year: p for p in line} for line in (left, right))
    rows = tuple((year, of_left.get(year), of_right.get(year)) for year in years)
    return Comparison(rows, tuple(_warnings(one, other, left, right, dutch)))


def beside(one: Series, other: Series) -> Series | None:
    """The newest line of both as one series to draw; None where one drawing would mislead.

    That is where their units differ, where one has no numbers, or where the years of one are of
    several publications: they are not joined.
    """
    left, right = _told(one), _told(other)
    if one.unit != other.unit or not left or not right or _is_pieced(left) or _is_pieced(right):
        return None
    names = (one.title.nl, other.title.nl)
    if names[0] == names[1]:
        names = (one.code, other.code)
    points = tuple(
        replace(point, vintage=name, definition=0)
        for name, line in zip(names, (left, right), strict=True) for point in line
    )  # fmt: skip
    title = Words(f"{one.title.nl} / {other.title.nl}", f"{one.title.said(False)} / "
                  f"{other.title.said(False)}")  # fmt: skip
    return Series(f"{one.code}-{other.code}", title, one.unit, points=points)


def _told(series: Series) -> Line:
    """The newest line; where no publication has two years, of each year the newest value."""
    found = lines(series)
    if not found or len(found[0]) > 1:
        return found[0] if found else ()
    by_year = {point.year: point for line in reversed(found) for point in line}
    return tuple(by_year[year] for year in sorted(by_year))


def _is_pieced(line: Line) -> bool:
    """Whether its years come from several publications."""
    return len({point.line for point in line}) > 1


def _warnings(one: Series, other: Series, left: Line, right: Line, dutch: bool) -> Iterator[str]:
    if not left or not right:
        yield "Een van de reeksen heeft geen getallen." if dutch else "A series has no numbers."
        return
    yield from _counted(one, other, left[-1], right[-1], dutch)
    yield from _pieces((one, left), (other, right), dutch=dutch)
    pairs = [
        (("De eenheden verschillen", "The units differ"), one.unit.said(dutch),
         other.unit.said(dutch)),
        (("De cijfers kwamen anders tot stand", "The figures came about differently"),
         METHODS[left[-1].method].said(dutch), METHODS[right[-1].method].said(dutch)),
    ]  # fmt: skip
    if not _is_pieced(left) and not _is_pieced(right):
        pairs.append((PUBLICATIONS, called(left[-1].vintage), called(right[-1].vintage)))
    for words, first, second in pairs:
        if first != second:
            yield f"{words[not dutch]}: {first or '–'} / {second or '–'}."
    if not {p.year for p in left} & {p.year for p in right}:
        yield "Geen jaar staat in beide." if dutch else "No year is in both."


def _pieces(*told: tuple[Series, Line], dutch: bool) -> Iterator[str]:
    for series, line in told:
        if _is_pieced(line):
            number, title = len({point.line for point in line}), series.title.said(dutch)
            yield (
                f"De jaren van “{title}” komen uit {number} publicaties, van elk jaar de nieuwste."
                if dutch else
                f"The years of “{title}” are of {number} publications, of each year the newest."
            )  # fmt: skip


def _counted(one: Series, other: Series, left: Point, right: Point, dutch: bool) -> Iterator[str]:
    """What each counts, in full: a difference of a word may be the whole difference."""
    first, second = one.definition(left.definition), other.definition(right.definition)
    if first is None or second is None:
        yield (
            "Van een van de reeksen is niet vastgelegd wat zij telt."
            if dutch else "Of one of the series it is not recorded what it counts."
        )  # fmt: skip
    elif first.words != second.words:
        head = "Zij tellen niet hetzelfde" if dutch else "They do not count the same"
        yield f"{head}: “{first.words.said(dutch)}” / “{second.words.said(dutch)}”"


def difference(one: Point | None, other: Point | None) -> Decimal | None:
    """The second less the first; None where one has no value."""
    if one is None or other is None or one.value is None or other.value is None:
        return None
    return other.value - one.value

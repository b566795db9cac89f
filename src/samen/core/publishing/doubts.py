"""What a published series gives reason to doubt, before it is taken in: sums, shares, breaks.

Nothing here is an error that stops anybody: sources contradict themselves, and what they said
stays as they said it. Each doubt says what was found, what was expected and what to do.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from itertools import pairwise, product

from samen.core.errors import BadInput
from samen.core.numerals import say_number
from samen.core.publishing.nouns import TOTAL, Point, Series

HALF = Decimal("0.5")
"""Half a percentage point: what rounding to a whole percentage may cost."""
MOST_SUMS = 1000
"""Ways of choosing one publication for each year that are tried."""


class Doubted(StrEnum):
    """What is doubted of a published series."""

    PARTS = "parts"
    YEARS = "years"
    PUBLICATIONS = "publications"
    DEFINITIONS = "definitions"
    SHARE = "share"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubt. years: that it is about; values: what the placeholders of its words stand for."""

    kind: Doubted
    years: tuple[int, ...]
    values: dict[str, str]

    @property
    def sentences(self) -> tuple[str, str, str]:
        """What was found, what was expected and what to do (msgids)."""
        return SENTENCES[self.kind]


SENTENCES = {
    Doubted.PARTS: (
        "{year}: the parts add up to {sum}, the total is {total} ({publication}).",
        "Parts of one split are no more than their total.",
        "Look at the source; take the numbers in as it says them, with a note.",
    ),
    Doubted.YEARS: (
        "{year}: its years add up to {sum}, the total is {total} ({publication}).",
        "A total of years is the sum of those years.",
        "Look which edition the total was made of, and name it as the edition.",
    ),
    Doubted.PUBLICATIONS: (
        "{before} stands in {first} and {after} in {second}; no publication has both.",
        "Years that are compared are of one publication.",
        "Take in the publication that has both, or do not compare these years.",
    ),
    Doubted.DEFINITIONS: (
        "{before} is counted by definition {first} and {after} by definition {second}.",
        "Years that are compared are counted by one definition.",
        "Say from which year the new definition holds; do not compare across it.",
    ),
    Doubted.SHARE: (
        "{year} {part}: {said}% of {base} is no whole number of them.",
        "A share follows from a whole number of its base; {near} of {base} is {right}%.",
        "Look at the base: the share may be of others, such as of those of whom it is known.",
    ),
    Doubted.CHANGE: (
        "{year}: {said}% does not follow from {before} and {after}.",
        "From {before} to {after} is {right}%.",
        "Look which series the source compares; it may count something else.",
    ),
}
"""What was found, what was expected, and what to do (msgids: rooms translate them)."""


def doubts(series: Series, base: Series | None = None) -> list[Doubt]:
    """Everything doubtful about a series, by check and year. base: what its percentages are of.

    Raises BadInput for a base that is itself in percent.
    """
    found = [*_parts(series), *_years(series), *_breaks(series)]
    if base is not None:
        if is_percent(base):
            raise BadInput(
                "The base of a percentage is itself in percent.",
                "A base is a number: of persons, cases or reports.",
                "Name the indicator that counts them.",
            )
        found += _percentages(series, base)
    return found


def is_percent(series: Series) -> bool:
    """Whether its values are percentages."""
    return series.unit.nl.strip() in ("%", "procent")


def _parts(series: Series) -> Iterator[Doubt]:
    """The parts of each split against their total, in one publication and period."""
    for total in series.points:
        if total.breakdown != TOTAL or total.value is None:
            continue
        sums: dict[str, Decimal] = defaultdict(Decimal)
        for part in series.points:
            if part.breakdown != TOTAL and part.value is not None and _is_beside(part, total):
                sums[_split(part)] += part.value
        for whole in sums.values():
            if whole > total.value:
                yield Doubt(Doubted.PARTS, (total.year,), _summed(total, whole))


def _is_beside(part: Point, total: Point) -> bool:
    return (part.period, part.line) == (total.period, total.line)


def _split(point: Point) -> str:
    """What a part is a part by: "sex" of "sex: female"; "" where its source does not say."""
    field, colon, _code = point.breakdown.partition(": ")
    return field if colon else ""


def _years(series: Series) -> Iterator[Doubt]:
    """A total of several years against every sum that the published single years allow."""
    by_year: dict[int, set[Decimal]] = defaultdict(set)
    for point in series.totals:
        if point.value is not None:
            by_year[point.year].add(point.value)
    for total in series.points:
        if total.breakdown != TOTAL or total.value is None or total.until <= total.year:
            continue
        values = [by_year.get(year, set()) for year in range(total.year, total.until + 1)]
        ways = [sum(each, Decimal(0)) for each, _n in zip(product(*values), range(MOST_SUMS),
                                                          strict=False)]  # fmt: skip
        if ways and total.value not in ways:
            yield Doubt(
                Doubted.YEARS,
                (total.year, total.until),
                _summed(total, min(ways, key=_distance(total.value))),
            )


def _distance(value: Decimal) -> Callable[[Decimal], Decimal]:
    return lambda other: abs(other - value)


def _summed(total: Point, found: Decimal) -> dict[str, str]:
    return {"year": total.period, "sum": say_number(found), "publication": total.vintage,
            "total": say_number(total.value or Decimal(0))}  # fmt: skip


def _breaks(series: Series) -> Iterator[Doubt]:
    """Years in a row that no publication has both of, or that no definition counts both of."""
    by_year: dict[int, list[Point]] = defaultdict(list)
    for point in series.totals:
        if point.value is not None:
            by_year[point.year].append(point)
    for before, after in pairwise(sorted(by_year)):
        if after != before + 1:
            continue
        for kind, of in ((Doubted.PUBLICATIONS, _vintage), (Doubted.DEFINITIONS, _definition)):
            first, second = (sorted({of(each) for each in by_year[year]})
                             for year in (before, after))  # fmt: skip
            if first[-1] and second[-1] and not {*first} & {*second}:
                yield Doubt(kind, (before, after), {
                    "before": str(before), "after": str(after),
                    "first": "; ".join(first), "second": "; ".join(second),
                })  # fmt: skip


def _vintage(point: Point) -> str:
    return point.vintage


def _definition(point: Point) -> str:
    return str(point.definition or "")


def _percentages(series: Series, base: Series) -> Iterator[Doubt]:
    """Each percentage against the numbers of its base: a change by its sign, else a share."""
    numbers: dict[int, list[Decimal]] = defaultdict(list)
    for point in base.totals:
        if point.value:
            numbers[point.year].append(point.value)
    for point in series.points:
        if point.value is None or point.until > point.year:
            continue
        if point.words.startswith(("+", "-")):
            yield from _change(point, numbers[point.year - 1], numbers[point.year])
        else:
            yield from _share(point, numbers[point.year])


def _share(point: Point, bases: Sequence[Decimal]) -> Iterator[Doubt]:
    """A share that is right of no base that was published for its year."""
    said = point.value or Decimal(0)
    near = [(base, _nearest(said, base)) for base in bases]
    if near and not any(_rounded(n / base * 100, said) == said and n <= base for base, n in near):
        base, n = min(near, key=lambda each: abs(each[1] / each[0] * 100 - said))
        yield Doubt(Doubted.SHARE, (point.year,), {
            "year": point.period, "part": point.breakdown, "said": say_number(said),
            "base": say_number(base), "near": say_number(n),
            "right": say_number(_rounded(n / base * 100, said)),
        })  # fmt: skip


def _nearest(share: Decimal, base: Decimal) -> Decimal:
    """The whole number whose share of the base comes nearest, no more than all."""
    return min((share * base / 100).quantize(Decimal(1), ROUND_HALF_UP), base)


def _rounded(value: Decimal, like: Decimal) -> Decimal:
    """A value with as many decimals as another has."""
    return value.quantize(Decimal(1).scaleb(min(0, int(like.as_tuple().exponent))), ROUND_HALF_UP)


def _change(point: Point, before: Sequence[Decimal], after: Sequence[Decimal]) -> Iterator[Doubt]:
    """A change that follows from no two published values of its year and the year before."""
    said = point.value or Decimal(0)
    ways = [(old, new, (new - old) / old * 100) for old, new in product(before, after)]
    if ways and all(abs(abs(right) - abs(said)) > HALF for _old, _new, right in ways):
        old, new, right = min(ways, key=lambda way: abs(abs(way[2]) - abs(said)))
        yield Doubt(Doubted.CHANGE, (point.year,), {
            "year": point.period, "said": say_number(said), "before": say_number(old),
            "after": say_number(new), "right": say_number(_rounded(right, Decimal(1))),
        })  # fmt: skip
